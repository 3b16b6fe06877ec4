"""Checkpoints of L05."""
from course_lib.notebook.checks import Question, equals, says

QUESTIONS = {
    "L05-recall-parameters": Question(
        7,
        equals(25),
        "(2 + 1) · 4 + (4 + 1) · 2 + (2 + 1) · 1 = 12 + 10 + 3.",
        "Each unit has one weight for each of its inputs and one bias. Count layer by layer: 4 units, then 2, then 1."),
    "L05-recall-hinges": Question(
        7,
        equals(100),
        "The error falls like 1 / K², so ten times the hinges make it a hundred times smaller.",
        "How does the error of the straight pieces depend on their width, and the width on K?"),
    "L05-cap": Question(
        7,
        equals(20),
        "(3 + 1)(4 + 1) = 20, however the weights are chosen.",
        "The first layer makes at most 4 pieces. Into how many parts can 4 units cut each of them?"),
    "L05-three-inputs": Question(
        7,
        equals(26),
        "1 + 5 + 10 + 10 = 26 of the 32 patterns.",
        "Add the binomials of 5 over 0, 1, 2 and 3, or ask zaslavsky_count."),
    "L05-one-layer": Question(
        7,
        equals(1023),
        "n + 1 pieces must be at least 2¹⁰ = 1024.",
        "The theorem forbids it as long as the pieces, n + 1 of them, are fewer than 2 to the depth."),
    "L05-two-layers": Question(
        7,
        equals(31),
        "(31 + 1)² = 1024 = 2¹⁰, so 62 units in two layers may, where one layer needs 1023 and ten layers 20.",
        "Which is the first square (n + 1)² that reaches 2¹⁰?"),
    "L05-factor": Question(
        7,
        equals(8),
        "6 / 3 = 2, and 2³ = 8: each axis is folded once, and there are three.",
        "Each layer but the last gives a factor of (K / D, rounded down) to the power D."),
    "L05-more-runs": Question(
        7,
        equals(2),
        "An interval for a median shrinks like one over the square root of the number of runs.",
        "The error of an average, and of a median, falls with the square root of the number of runs."),
    "L05-spread-of-runs": Question(
        "grows",
        says("stays", "stays the same"),
        "More runs tell more precisely where the middle is. They do not make the next run less a matter of chance.",
        "What makes one run differ from another? Does it change when others are run beside it?"),
}
