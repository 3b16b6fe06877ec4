"""Checkpoints of L08."""
from course_lib.notebook.checks import Question, equals


def is_level(direction) -> bool:
    """At right angles to (3, -4), and not (0, 0)."""
    a, b = (float(value) for value in direction)
    length = max(abs(a), abs(b))
    return length > 0 and abs(3 * a - 4 * b) <= 1e-6 * length


QUESTIONS = {
    "L08-recall-scores": Question(
        (0.5, 0.5, 0.5),
        equals([-0.3, 0.2, 0.1]),
        "p − y: the probabilities, less 1 at the right class. The three always add up to 0.",
        "Probabilities minus the one-hot target."),
    "L08-recall-chord": Question(
        7,
        equals(2),
        "A convex function lies on or below its chord, and the chord's middle is (1 + 3)/2.",
        "Draw the chord from (0, 1) to (2, 3). On which side of it does a convex function lie?"),
    "L08-level": Question(
        (1, 1),
        is_level,
        "3a − 4b = 0 for every multiple of (4, 3): a small step that way keeps the loss, to first order.",
        "The slope in the direction (a, b) is 3a − 4b, divided by the length. Which a and b make it 0?"),
    "L08-partials": Question(
        (7, 7),
        equals([12, 2]),
        "2 w x = 12, where b x counts as a constant, and x = 2.",
        "For the first treat x and b as constants, for the second x and w."),
    "L08-chain": Question(
        7,
        equals(144),
        "With u = 3x + 1 = 4 the slopes are 3 u² = 48 and 3, and 48 · 3 = 144.",
        "Let u = 3x + 1. The slope of u³ is taken at u, not at x, and u has a slope of its own."),
    "L08-paths": Question(
        7,
        equals(11),
        "Through u: 1 · 3t² = 3. Through v: 2v · 2 = 8. The sum is 11.",
        "One path through u, one through v; multiply along each, then add. What is v at t = 1?"),
    "L08-graph": Question(
        (1, 2, 3),
        equals([5, 5, 1]),
        "The product hands z = 5 to q and q = 1 to z; the sum hands the 5 on to both x and y.",
        "Forward first: what is q? A product hands each factor the other one, a sum hands on what it gets."),
    "L08-square": Question(
        7,
        equals(5),
        "Both arrows carry the slope 5; the second overwrites the first, where += would have made 10.",
        "Two arrows lead from x into the product. What does each bring, and what is left when the second overwrites the first?"),
    "L08-arrows": Question(
        7,
        equals(3),
        "Two into x · x, one into the second product; at x = 2 they bring 4 each, together 12 = 3x².",
        "Python multiplies twice: first x · x, then that by x. How often is x a parent?"),
    "L08-truncation": Question(
        7,
        equals(100),
        "The error is about h² f‴/6, and 10² = 100.",
        "With which power of h does the truncation of the central difference go?"),
    "L08-kink": Question(
        7,
        equals(0.5),
        "(0.1 − 0) / 0.2 = 0.5, whatever h is: the mean of the slopes on both sides, while the library's convention at 0 is 0.",
        "Compute (ReLU(0.1) − ReLU(−0.1)) / 0.2."),
}
