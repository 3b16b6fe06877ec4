"""Checkpoints of L11."""
from course_lib.notebook.checks import Question, equals, says

QUESTIONS = {
    "L11-recall-zero": Question(
        "W3",
        says("b2"),
        "All activations are 0, so dW2 = 0; W2 = 0, so nothing reaches the first layer. Only the output bias sees the error.",
        "Which gradients are products with an activation, or with W2? Those are 0."),
    "L11-recall-ball": Question(
        7,
        equals(0.5),
        "lr doubles it, and batches of four times the size divide σ² by 4.",
        "What does the size of a batch do to σ²?"),
    "L11-ball": Question(
        7,
        equals(0.01),
        "(1 − 0.98) · 0.5 = 0.01: the sum is 50 times the average, so its lr is a fiftieth.",
        "m = (1 − β) v. Which lr makes lr · v the same as 0.5 · m?"),
    "L11-beta": Question(
        7,
        lambda answer: abs(answer - 4 / 9) < 6e-3,
        "√κ = 5, and (4/6)² = 4/9 = 0.444.",
        "κ = 25. Take its root first."),
    "L11-first-rms": Question(
        7,
        equals(10),
        "v = 0.01 · 25, its root is 0.5, and 5 / 0.5 = 10, whatever the gradient: 1/√(1 − β).",
        "v after the first step is (1 − β) g². Divide g by its root."),
    "L11-eps": Question(
        7,
        equals(0.5),
        "1e-8 / (1e-8 + 1e-8): here ε halves the step.",
        "Insert both into g / (√v + ε)."),
    "L11-adam-first": Question(
        7,
        equals(1.01),
        "After correction m is g and √v is |g|, so the step is lr, against the sign of the gradient.",
        "With bias correction, what are m and √v after one step? Mind the sign."),
    "L11-turns": Question(
        "plain",
        says("momentum"),
        "It only adds gradients and multiplies them by numbers, and both can be done before or after a turn.",
        "Who treats the coordinates one by one?"),
    "L11-cost": Question(
        7,
        equals(216),
        "9 · 3 · 8. An optimizer with more numbers to choose has the dearer search, which a fair comparison must count.",
        "Each pair of lr and β is tried with 8 networks."),
    "L11-filter": Question(
        "length",
        says("weights", "its weights", "the weights"),
        "Its incoming weights. So a layer that is scaled up is measured with a longer ruler.",
        "What was multiplied by 10, and should not be seen?"),
}
