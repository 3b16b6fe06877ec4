"""Checkpoints of L00."""
from course_lib.notebook.checks import Question, equals

QUESTIONS = {
    "L00-switch": Question(
        7,
        equals(2),
        "5 x − 10 reaches 0 at x = 2, and from there on the neuron fires.",
        "The neuron begins to fire where w x + b = 0. Solve for x."),
    "L00-shape": Question(
        (8, 3),
        equals([32, 4]),
        "One row for each of the 32 samples, one column for each of the 4 outputs.",
        "X is (32, 10) and W is (10, 4). Which sides meet in X @ W, and which remain?"),
    "L00-depth": Question(
        7,
        equals(3),
        "Two hidden layers and the output layer have weights: three.",
        "Count the weight matrices on the way from the inputs to the output."),
}
