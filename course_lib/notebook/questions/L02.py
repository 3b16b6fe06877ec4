"""Checkpoints of L02."""
from course_lib.notebook.checks import Question, equals

QUESTIONS = {
    "L02-recall-sixteen": Question(
        7,
        equals(2),
        "XOR and XNOR: for each of them two corners of one class have the same sum as two of the other, so no weights exist.",
        "One unit makes one straight cut. For which functions do the corners of the two classes lie crosswise?"),
    "L02-recall-update": Question(
        (1, 1, -1),
        equals([0, -2, -1]),
        "z = 1 but the label is −1, a mistake; so w = (1, 0) − (1, 2) = (0, −2) and b = 0 − 1 = −1.",
        "First compute z = w·x + b: is it a mistake? If so, add y x to w and y to b, with y = −1."),
    "L02-midpoint": Question(
        7,
        equals(0.5),
        "Affine would be (1 + 8) / 2 = 4.5 at the middle, x = 2; the function has 5 there.",
        "The middle of 0 and 4 is 2. Compare f(2) with the mean of f(0) and f(4)."),
    "L02-rank": Question(
        7,
        equals(2),
        "All that reaches the later layers is two numbers, so the outputs fill at most two dimensions.",
        "Where on the way are the fewest numbers left?"),
    "L02-cheap": Question(
        7,
        equals(20_000),
        "1000 · 10 + 10 · 1000 = 20 000, a fiftieth of a million.",
        "One matrix leads from 1000 to 10, the other from 10 to 1000."),
    "L02-antidiagonal": Question(
        (1, 1),
        lambda answer: max(abs(float(w)) for w in answer) < 0.05,
        "At every step w₁ = −w₂, so the walk never leaves the diagonal, and that runs down into the saddle (0, 0).",
        "Look at the walk in the figure that starts at (1.7, −1.7): which place does it reach?"),
    "L02-steep-leak": Question(
        7,
        equals(-3),
        "max(−3, −6) = −3: for c above 1 the larger of the two is z itself on the left, and the bend sits on the right.",
        "Compute both numbers, z and 2 z at z = −3, and take the larger."),
    "L02-sigmoid-slope": Question(
        7,
        equals(0.25),
        "σ(0) = ½, so the slope is ½ · (1 − ½) = ¼, the largest that a sigmoid has; at z = 10 it is about 0.00005.",
        "The slope is a (1 − a) with a = σ(z). What is σ(0)?"),
    "L02-tanh-bias": Question(
        7,
        equals(3),
        "1 + 4 / 2 = 3: the half that lifts the tanh into a sigmoid goes through W₂ into the bias.",
        "Write 4 σ(z) + 1 with σ(z) = ½ + ½ tanh(z/2), and collect what does not depend on z."),
}
