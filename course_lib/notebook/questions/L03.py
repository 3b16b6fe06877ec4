"""Checkpoints of L03."""
from course_lib.notebook.checks import Question, equals
from course_lib.notebook.plots.hidden import separated


def separates_xor(turned) -> bool:
    """Right when the hidden units of the widget, so turned, make the noisy XOR points separable."""
    return separated(*map(float, turned)).separable


QUESTIONS = {
    "L03-recall-crossing": Question(
        (1, 2),
        equals([0, -0.5]),
        "(1, 0) + (−1, 0) = (0, 0), and (0, ½) + (0, −½) is the same: the two segments cross, so no line has the pairs on its two sides.",
        "The two pairs need the same sum. What is (1, 0) + (−1, 0)?"),
    "L03-recall-collapse": Question(
        (1, 2),
        equals([6, 2]),
        "3 (2x + 1) − 1 = 6x + 2: two layers without an activation between them are one.",
        "Put 2x + 1 in place of h in 3h − 1 and multiply out."),
    "L03-xor": Question(
        (10, 0.5, 100, 0.5),
        separates_xor,
        "Your two lines run between the corners so that in hidden space one cut has the classes on its two sides.",
        "Two nearly parallel lines can keep one class in the strip between them and the other outside. Which way must the strip lie?"),
    "L03-sphere": Question(
        7,
        equals(4),
        "Three demands on a direction in space can be met together, as two in the plane; four half-spaces can leave a tetrahedron.",
        "Two demands were harmless in the plane because two equations in two unknowns have a solution. Count again in space."),
    "L03-shapes": Question(
        (1, 2, 3),
        equals([128, 10, 10]),
        "The second layer takes 128 numbers to 10, so W2 has 128 rows and 10 columns, and every unit has its one bias.",
        "Rows of W are what comes in, columns what goes out. What comes into the second layer?"),
    "L03-forward": Question(
        7,
        equals(1),
        "Z1 = (1, −1), ReLU makes (1, 0) of it, and 2·1 + 3·0 − 1 = 1.",
        "Three steps: x @ W1 + b1, then every negative number becomes 0, then times W2 plus b2."),
    "L03-argmax": Question(
        (1, 2),
        equals([2, 1]),
        "The largest score wins, even where all are negative: a class needs to be ahead of the others, not above zero.",
        "In each row, at which place, counted from 0, is the largest number? −2 is larger than −5."),
    "L03-count": Question(
        7,
        equals(9610),
        "(64 + 1)·128 + (128 + 1)·10 = 8320 + 1290.",
        "For each layer (inputs + 1) times outputs: the 1 is the bias of each unit."),
    "L03-step": Question(
        (1, 2),
        equals([0.95, 2.1]),
        "Each parameter moves by lr times its own slope, against the slope: 1 − 0.05 and 2 + 0.1.",
        "theta − lr · grad, number by number; mind the sign of the second slope."),
}
