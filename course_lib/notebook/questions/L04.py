"""Checkpoints of L04."""
from course_lib.notebook.checks import Question, equals, says

QUESTIONS = {
    "L04-recall-collapse": Question(
        7,
        equals(2),
        "The matrix is a product through a layer of 2 units, and a product has no higher rank than any of its factors.",
        "The one matrix is the product of all three. Which layer lets the least through?"),
    "L04-recall-count": Question(
        7,
        equals(31),
        "10 weights and 10 biases in the hidden layer, 10 weights and 1 bias in the output: 3 K + 1 for width K.",
        "Each layer has a weight for each pair of an input and an output, and a bias for each output."),
    "L04-rank": Question(
        7,
        equals(6),
        "Multiplied out, each unit is a sum of 1, x, ..., x⁵: six functions, whatever the width.",
        "Multiply out (w x + b)⁵. How many powers of x are there, the power 0 included?"),
    "L04-width": Question(
        7,
        equals(71),
        "h²/8 ≤ 0.001 needs h ≤ 0.0894, so K ≥ 2π / 0.0894 = 70.2, and K is whole. (For the sine max|f″| = 1.)",
        "max|f″| is 1 and h = 2π / K. Solve h² / 8 ≤ 0.001 for K and round up."),
    "L04-tent": Question(
        (1, 1),
        equals([2, -4]),
        "The slope is 2 at first, then −2: it changes by 2 at 0 and by −4 at ½.",
        "Each output weight is a change of slope. Left of 0 the net is flat; which slopes follow?"),
    "L04-odd": Question(
        7,
        equals(2),
        "The target is even, so the error is at least max|f| = f(1) = 2, and N = 0 has just that.",
        "The network is odd and the target even. What does the inequality above say at x = 1?"),
    "L04-missing": Question(
        "none",
        says("generalising", "generalizing"),
        "Good weights exist and were found; what is missing is that they hold beyond the training data.",
        "It was able to fit, and training did find the fit. Which of the three is left?"),
    "L04-stuck": Question(
        "none",
        says("learning"),
        "With 64 units good weights exist, for 8 of them could do it alone; training did not find them.",
        "Do good weights exist for 64 units, if 8 are enough? Then what did not happen?"),
}
