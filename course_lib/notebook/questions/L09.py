"""Checkpoints of L09."""
from course_lib.notebook.checks import Question, equals, says

QUESTIONS = {
    "L09-recall-exchange": Question(
        "columns",
        says("rows", "two rows"),
        "Row j of W₂ holds what unit j sends on. Section 8 uses it again.",
        "In W of shape (inputs, outputs) the hidden units are the columns of W₁. What are they for W₂, its inputs or its outputs?"),
    "L09-recall-unit": Question(
        (1, 2, 3),
        equals([12, 8, 4]),
        "A product hands each factor the other one: 4 · 3 to w, 4 · 2 to x; a sum hands its 4 on to b.",
        "A product hands each factor the gradient times the other factor; a sum hands it on unchanged."),
    "L09-output-delta": Question(
        0.5,
        equals(-0.75),
        "2 (a − y) = −1 behind the activation, times 1 − a² = 0.75 before it.",
        "Our delta stands before the activation. Which factor is then missing from 2 (a − y)?"),
    "L09-bias": Question(
        (0.5, 0.5),
        equals([1, -0.8]),
        "The column sums: 0.5 + 1 − 0.5 and −1 + 0 + 0.2.",
        "A bias is touched by every sample. Sum each column of delta; do not take the mean."),
    "L09-hidden-delta": Question(
        0.5,
        equals(0.75),
        "1 · 3 + (−2) · 1 = 1 arrives behind the activation, times 1 − 0.5² = 0.75.",
        "Two paths add: each delta times the weight it comes back through. Then the unit's own slope, 1 − a²."),
    "L09-shape": Question(
        (4, 2),
        equals([50, 4]),
        "As Z₁: a row for each sample, a column for each unit of the first hidden layer.",
        "A delta has the shape of its Z: samples × units."),
    "L09-guard": Question(
        7,
        equals(3),
        "Layers 4, 3 and 2 hand on; layer 1 has nobody below it who could learn.",
        "Each product hands delta to the layer below. Which layer has none below it?"),
    "L09-passes": Question(
        7,
        equals(19220),
        "2 · 9610, where backpropagation takes the worth of about three forward passes, with its own forward pass.",
        "Two losses for each parameter."),
    "L09-rank": Question(
        7,
        equals(5),
        "A sum of five tables of rank one has rank 5 at most.",
        "Each sample adds one outer product. What is the rank of one, and how can ranks add?"),
    "L09-halvings": Question(
        7,
        equals(10),
        "2¹⁰ = 1024. Ten layers are not many.",
        "Which power of 2 is the first above 1000?"),
    "L09-he": Question(
        0.5,
        equals(0.1),
        "√(2/200) = √0.01.",
        "The variance is 2/n with n inputs; the question asks for its square root."),
    "L09-half-zero": Question(
        "both",
        says("w1", "w₁", "w_1"),
        "A₁ = 0 stops dW₂, but δ₁ = δ₂ W₂ᵀ is not 0 and differs from unit to unit. After one step W₂ learns too: this start works.",
        "dW₂ = A₁ᵀ δ₂ and dW₁ = Xᵀ δ₁ with δ₁ = (δ₂ W₂ᵀ) ⊙ f′. Which of these factors is 0?"),
}
