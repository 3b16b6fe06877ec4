"""Checkpoints of L07."""
import numpy as np

from course_lib.datasets import income9
from course_lib.notebook.checks import Question, equals
from course_lib.topics.convexity import is_violation
from course_lib.topics.logistic import separating_vector


def certifies_the_cube(triple) -> bool:
    x1, x2, lam = (float(value) for value in triple)
    return is_violation(lambda x: x ** 3, x1, x2, lam, tolerance=1e-9)


def overlaps(age) -> bool:
    """Whether with a tenth person of this age and a low income no age parts the classes any more."""
    people = income9()
    ages = np.append(people.age, float(age))
    return 0 < float(age) < 130 and separating_vector(np.column_stack([ages, np.ones(10)]), np.append(people.high, 0)) is None


QUESTIONS = {
    "L07-recall-regions": Question(
        7,
        equals(11),
        "1 + 4 + 4 · 3 / 2 = 11, five fewer than the 2⁴ = 16 patterns.",
        "The n-th line crosses at most n − 1 others, so it adds at most n regions to those there are; with no line there is one."),
    "L07-recall-slope": Question(
        7,
        equals(-0.2),
        "The slope is p − y = 0.8 − 1: a higher score would lower the loss, and the nearer p is to y the less.",
        "For sigmoid with logistic loss the slope in the score is as simple as can be: a difference of two numbers."),
    "L07-chord": Question(
        7,
        equals(2),
        "1 = ¾ · 0 + ¼ · 4, so f(1) ≤ ¾ · 1 + ¼ · 5 = 2: the height of the chord.",
        "Write 1 as λ · 0 + (1 − λ) · 4, and put this λ on the right side of the inequality."),
    "L07-certificate": Question(
        (1, 2, 0.5),
        certifies_the_cube,
        "Between your two points the graph rises above the chord, and one such triple is enough.",
        "x³ bends downwards where x < 0. Take both points there, or one of them, and compute both sides; lam must lie between 0 and 1."),
    "L07-valley": Question(
        7,
        equals(0.5),
        "(0, ½) = (1, 0) − ½ (2, −1): the outputs depend on w₁ + 2 w₂ alone.",
        "The outputs are a w₁ + 2 a w₂. Which combination of the weights must stay what it is?"),
    "L07-creep": Question(
        7,
        equals(0.9),
        "1 − 0.1 · 1: a tenth of the way in each step, while the steep coordinate arrives at once, 1 − 0.1 · 10 = 0.",
        "Each step multiplies a coordinate by 1 − lr λ. Which λ belongs to the flat one?"),
    "L07-stop": Question(
        7,
        equals(1),
        "A step is lr |x|, so 0.001 |x| ≤ 0.001 already holds at |x| = 1, where the slope is 1.",
        "How long is a step at x? Set that equal to 0.001."),
    "L07-steps": Question(
        7,
        equals(1800),
        "4 · 3² / 2k = 18 / k, which is 0.01 at k = 1800. For one more digit it asks for ten times as many.",
        "Put L = 4 and the distance 3, squared, into L |x₀ − x*|² / 2k and set it equal to 0.01."),
    "L07-tenth": Question(
        7,
        overlaps,
        "No age has all low incomes below it and all high ones above now: the classes overlap, so every line is wrong somewhere.",
        "The low ones are 20, 25, 28, the high ones start at 30. Where must a low one stand so that no age separates? (Exactly 30 is not "
        "enough: the step may stand there.)"),
    "L07-orders": Question(
        7,
        equals(120),
        "5 · 4 · 3 · 2 · 1 = 120 orders; with tanh each unit may also change all its signs, which makes 32 times as many.",
        "How many ways are there to put five different things into a row?"),
    "L07-escape": Question(
        7,
        equals(1.1),
        "The curvature along y is −1, and 1 − 0.1 · (−1) = 1.1: away from the saddle, faster and faster.",
        "The factor is 1 − lr λ, with the curvature λ along y. What is its sign?"),
}
