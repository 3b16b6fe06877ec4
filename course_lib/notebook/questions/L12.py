"""Checkpoints of L12."""
from course_lib.notebook.checks import Question, equals, says

QUESTIONS = {
    "L12-recall-batch": Question(
        7,
        equals(16),
        "σ²/B: the squared distance falls by B = 16, the distance itself only by √16 = 4.",
        "The variance of a mean of B independent draws is σ²/B. Squared distance, not distance."),
    "L12-recall-adam": Question(
        (7, 7),
        lambda answer: abs(answer[0] - 0.2) < 1e-6 and abs(answer[1] - 2) < 1e-6,
        "m = 0.9 · 0 + 0.1 · 2 = 0.2; divided by 1 − 0.9 it is 2, the gradient itself.",
        "m = β₁ m + (1 − β₁) g from m = 0; then divide by 1 − β₁ᵗ with t = 1."),
    "L12-chebyshev": Question(
        7,
        equals(2000),
        "1/(4 m · 0.05²) = 0.05 at m = 2000. (Hoeffding asks for 738, for the tails are thinner than Chebyshev knows.)",
        "Set 1/(4 m ε²) equal to 0.05, with ε = 0.05, and solve for m."),
    "L12-peak-place": Question(
        7,
        equals(100),
        "The peak stands where the features are just enough to fit all samples in one way only.",
        "Where was it with 40 samples, and why there?"),
    "L12-end": Question(
        (7, 7),
        equals((2.5, -0.5)),
        "Descent moves along the row (1, 1) only: (3, 0) + t (1, 1) has sum 2 at t = −½. From 0 it would end at the shortest fit, (1, 1).",
        "Every gradient is a multiple of (1, 1). How far must (3, 0) move along it until w₁ + w₂ = 2?"),
    "L12-two-rows": Question(
        7,
        equals(1),
        "Half of two. Six rows seen or none: over all functions they tell nothing about the others.",
        "The theorem does not ask how many rows were seen."),
    "L12-ward": Question(
        "fedcba",
        says("abedcf"),
        "A is mixed up, B too small, E too large, D too few, C sorted and F all 0.",
        "One improves in training while its test gets worse; one has a saw, one a gap; one runs away, one is slow, and one never moves. "
        "Which letter is which, in the order asked for?"),
    "L12-law": Question(
        "enough samples",
        says("same law"),
        "The test digits were kept apart, and 797 of them are many. But your hand and your mouse draw from another law.",
        "The test set was kept apart and is large. What differs between its digits and yours?"),
    "L12-sentence": Question(
        7,
        equals(3),
        "Continuous functions on a compact set, a fitting activation, biases, and width: depth alone does not do it.",
        "Which sentence says \"any\"?"),
}
