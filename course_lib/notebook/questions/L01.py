"""Checkpoints of L01."""
import numpy as np

from course_lib.notebook.checks import Question, equals, says
from course_lib.topics.perceptron import unit
from course_lib.topics.threshold_logic import corners


def computes(answers, inputs=None):
    """Right when (w1, w2, b) is a unit with these four answers on the given inputs, by default the corners in order."""
    inputs = corners(2) if inputs is None else inputs

    def right(theta) -> bool:
        w1, w2, b = (float(value) for value in theta)
        return np.array_equal(unit(inputs, [w1, w2], b), answers)
    return right


def certifies_xnor(rows) -> bool:
    a, b, c, d = rows
    X, xnor = corners(2), np.array([1, -1, -1, 1])
    return np.array_equal(X[a] + X[b], X[c] + X[d]) and xnor[[a, b, c, d]].tolist() == [1, 1, -1, -1]


OR_AND_NAND = np.array([[-1, 1], [1, 1], [1, 1], [1, -1]])      # the answers of OR and NAND on the corners in order

QUESTIONS = {
    "L01-recall-shape": Question(
        (2, 2),
        equals([50, 5]),
        "Every one of the 50 rows meets every one of the 5 columns.",
        "The inner sizes, 3 and 3, must agree and then are gone. What is left on the outside?"),
    "L01-recall-row": Question(
        "a layer",
        says("a sample", "sample"),
        "Rows are samples, columns are features; so Z = X @ W + b has one row for each sample too.",
        "L00 settles it in its notation: think of a table with one line for each person."),
    "L01-at-zero": Question(
        7,
        equals(1),
        "The neuron fires where z ≥ 0, so at 0 it answers +1.",
        "Look at the definition in section 1: on which side of it does z = 0 stand?"),
    "L01-nor": Question(
        (1, 1, -1),
        computes([1, -1, -1, -1]),
        "Your line leaves the corner (−1, −1) alone on the side where the neuron fires.",
        "Compute z for the four corners with your numbers: it must be at least 0 at (−1, −1) and negative at the other three."),
    "L01-scaling": Question(
        7,
        equals(0),
        "10 z has the sign of z, so no answer changes: the line w·x + b = 0 stays where it is.",
        "What happens to the sign of z when it is multiplied by 10?"),
    "L01-bound": Question(
        7,
        equals(400),
        "(R / γ)² = (2 / 0.1)² = 400, whatever the number of points and of inputs.",
        "Put R = 2 and γ = 0.1 into the theorem, and mind the square."),
    "L01-first-update": Question(
        (1, 1, -1),
        equals([-2, 1, -1]),
        "At the start z = 0 everywhere, so the first point is always a mistake: w = −(2, −1) and b = −1.",
        "Every point is a mistake while w = 0 and b = 0. Add y x to w and y to b: here y = −1."),
    "L01-order": Question(
        "both",
        says("the mistakes", "mistakes"),
        "R and γ are made of the points alone, so the bound stays; how many mistakes are really made depends on the order.",
        "Ask of R, of γ and of the updates: which of them knows about the order?"),
    "L01-cover": Question(
        7,
        equals(22),
        "2 (1 + 4 + 6) = 22 of the 32 labellings.",
        "Put N = 5 and D = 2 into the formula, or ask cover_count."),
    "L01-xnor": Question(
        (0, 1, 2, 3),
        certifies_xnor,
        "The corners of rows 0 and 3 have the same sum as those of rows 1 and 2, so no weights can tell the pairs apart.",
        "Two rows where XNOR is +1, then two where it is −1; the sums of their corners must agree."),
    "L01-or-nand": Question(
        (1, 2, 3),
        computes([-1, 1, 1, -1], OR_AND_NAND),
        "XOR is OR and at the same time NAND, and AND is a single cut.",
        "On the four inputs (h1, h2) is (−1, 1), (1, 1), (1, 1), (1, −1). Which gate fires on the middle two only?"),
    "L01-wrong-row": Question(
        (0, 0),
        equals([1, 0]),
        "There h1 should be silent, but its pre-activation is 0 and 0 fires.",
        "Compare output and wanted; the rows are (0, 0), (0, 1), (1, 0), (1, 1)."),
}
