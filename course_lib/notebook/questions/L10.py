"""Checkpoints of L10."""
from course_lib.notebook.checks import Question, equals, says

QUESTIONS = {
    "L10-recall-two-paths": Question(
        (7, 7),
        equals((4, 2)),
        "∂f/∂x = y + 1 = 4, for x takes part twice, and ∂f/∂y = x = 2.",
        "x reaches f along two paths, through the product and by itself. Add what both carry."),
    "L10-recall-biases": Question(
        (7, 7),
        equals((0.4, 0.2)),
        "The columns of delta, summed over the samples: the mean is already in delta.",
        "A bias adds to the score of every sample, so its gradient gathers what each row of delta says."),
    "L10-bias": Question(
        7,
        equals(1),
        "The mean draw is 3/2 + 0 − 6/4 = 0, the full slope is (3 + 0 − 6)/3 = −1: these draws see level ground on a slope.",
        "Compute two means of 3, 0 and −6: one with the chances ½, ¼, ¼, one with ⅓ each. Which minus which?"),
    "L10-variance": Question(
        7,
        lambda answer: abs(answer - 10 / 51 * 0.5) < 6e-4,
        "10/51 · (101 − 51)/100 = 0.098: half of what 51 draws with replacement would leave.",
        "σ²/B times (N − B)/(N − 1)."),
    "L10-epoch": Question(
        7,
        equals(782),
        "50,000 / 64 = 781.25: 781 full batches, and a last one of 16.",
        "How often does 64 go into 50,000, and what happens to the rest?"),
    "L10-convert": Question(
        7,
        equals(0.2),
        "A sum of 20 is 20 times the mean, so 0.01 on the sum is 0.2 on the mean.",
        "lr · sum must equal lr' · mean, and the sum is 20 times the mean."),
    "L10-radius": Question(
        7,
        equals(0.0025),
        "lr · 4 / 0.5 = 8 lr, and 8 · 0.0025 = 0.02. Half the radius takes a quarter of it.",
        "Set lr σ² / μ equal to 0.02."),
    "L10-scale": Question(
        7,
        equals(5),
        "The slope is 0.1 x, so μ = 0.1, and c must exceed 1/(2μ) = 5.",
        "What is the curvature, f''? Then use 1/(2μ)."),
    "L10-convex-steps": Question(
        7,
        equals(10_000),
        "2 · 5 / √K = 0.1 at √K = 100. One more digit takes a hundred times as many.",
        "Set R G / √K equal to 0.1."),
    "L10-global": Question(
        "a network",
        says("a strongly convex function"),
        "It has exactly one minimiser, and L07's third promise leads there. (It must be smooth too, for the step to be small enough.)",
        "In two of the three it depends on where the walk starts."),
}
