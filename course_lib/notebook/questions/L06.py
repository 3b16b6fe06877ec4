"""Checkpoints of L06."""
import numpy as np

from course_lib.datasets import two_predictors
from course_lib.nn.distributions import kl_divergence, softmax
from course_lib.notebook.checks import Question, equals
from course_lib.notebook.plots.three_scores import scores


def about(expected: float):
    """Right to two decimals: what one reads off a printed number."""
    return lambda answer: abs(float(answer) - expected) <= 0.0051


def splits_the_losses(first) -> bool:
    """Right when NN1, giving so much to the truth in row 3, has the lower MSE and the higher cross-entropy."""
    table = two_predictors()
    nn1 = np.vstack([table.nn1[:2], [float(first), 1 - float(first)]])
    (_, mse1, ce1), (_, mse2, ce2) = scores(nn1, table.truth), scores(table.nn2, table.truth)
    return 0 < first < 1 and mse1 < mse2 and ce1 > ce2


def shortens(first) -> bool:
    """Right when the way from (0.8, 0.2) to (0.3, 0.7) is shorter through (first, 1 - first)."""
    start, stop, end = np.array([[0.8, 0.2], [float(first), 1 - float(first)], [0.3, 0.7]])
    return 0 < first < 1 and kl_divergence(start, stop) + kl_divergence(stop, end) < kl_divergence(start, end) - 1e-9


QUESTIONS = {
    "L06-recall-step": Question(
        (1, 2),
        equals([1.6, -1]),
        "2 − 0.1 · 4 = 1.6, and where the slope is 0 nothing moves. Keep that in mind for section 1.",
        "Each parameter moves by lr times its own slope, against the slope."),
    "L06-recall-hinges": Question(
        7,
        equals(4),
        "The bound is h² / 8 · max|f″| with h = interval / K: half the spacing, a quarter of the error.",
        "The bound contains the square of the spacing h, and h is the interval divided by K."),
    "L06-same-step": Question(
        7,
        equals(0.05),
        "Ours sums over the 10 outputs, so its gradient is 10 times theirs, and the step must be a tenth.",
        "Which of the two losses is larger, by which factor? The gradient is larger by the same factor."),
    "L06-coin": Question(
        7,
        about(9 * np.log(2)),
        "Each of the nine costs −log ½ = 0.693, together 9 log 2 = 6.24.",
        "Each person costs −log ½, whatever their income is. There are nine, and the loss is a sum."),
    "L06-scores": Question(
        (1, 2, 3),
        lambda z: np.allclose(softmax(np.array(z, dtype=float)), [0.5, 0.25, 0.25], rtol=0, atol=5e-3),
        "The first is ahead of the two others by log 2 = 0.693; where they stand together does not matter.",
        "The first probability is twice the second. By how much must its score be ahead, if a lead of 1 multiplies by e?"),
    "L06-sparse": Question(
        7,
        equals(1),
        "Up to s = 1 sparsemax gives the first class (1 + s)/2; from there on it stays at 1.",
        "The simplex of two classes is the segment from (1, 0) to (0, 1). Which point of it is nearest to (s, 0)?"),
    "L06-uniform": Question(
        7,
        about(np.log(10)),
        "−log(1/10) = log 10 = 2.30, whatever the truth is.",
        "The true class, whichever it is, got 1/10. What is minus its logarithm?"),
    "L06-disagree": Question(
        0.9,
        splits_the_losses,
        "So sure and so wrong: the logarithm makes more of it than the square, which never exceeds 2.",
        "Go down from 0.4 with the slider of NN1 and watch which of the two verdicts changes."),
    "L06-gradient": Question(
        (1, 2, 3),
        equals([-0.8, 0.7, 0.1]),
        "p − y = (0.2 − 1, 0.7, 0.1): the true score should rise, the others fall, and the sum is 0.",
        "Subtract the one-hot code of class 0, which is (1, 0, 0)."),
    "L06-hinge": Question(
        7,
        equals(4),
        "max(0, 1 + 3) = 4: the lead of the wrong score, and the margin of 1 that it asks for.",
        "Put s = 3 into max(0, 1 + s)."),
    "L06-decay": Question(
        7,
        equals(-0.15),
        "The slope is λ W = 0.3, and the step −0.5 · 0.3 = −0.15: without news from the data, weights decay.",
        "The slope of λ Ω is λ W. Multiply by lr, and mind the sign of a step."),
    "L06-detour": Question(
        0.9,
        shortens,
        "The detour through your q is shorter, as for every q strictly between: both factors of each term of the sum have the same sign.",
        "The middle of the segment between the two is a good place to look for a stop."),
}
