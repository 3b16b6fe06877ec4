"""Small tables, each printed on a slide or short enough to be."""
from __future__ import annotations

from typing import NamedTuple

import numpy as np

from course_lib.nn.checks import choose

GATES = {"AND": np.logical_and, "OR": np.logical_or, "XOR": np.not_equal,
         "NAND": lambda a, b: ~(a & b), "NOR": lambda a, b: ~(a | b), "XNOR": np.equal}

EDUCATION_LEVELS = ("HS", "BS", "MS", "PhD")        # in this order, which is what an ordinal code keeps


def gate(name: str, false: int = -1) -> tuple[np.ndarray, np.ndarray]:
    """The truth table of a gate: X (4, 2) and y (4,), whole numbers; true is 1, false is -1 or 0 (D1-11, D1-13).

    Rows count up from (false, false). ValueError: no gate of that name (`GATES`), or another value for false.

    >>> X, y = gate("XOR", false=0)
    >>> X.tolist(), y.tolist()
    ([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0])
    """
    function = choose("gate", name, GATES)
    if false not in (-1, 0):
        raise ValueError(f"false should be -1 or 0; got {false!r}")
    a, b = np.array([[0, 0, 1, 1], [0, 1, 0, 1]], dtype=bool)
    return np.where(np.column_stack([a, b]), 1, false), np.where(function(a, b), 1, false)


class Income(NamedTuple):
    """Columns of nine entries each: what is known of a person, and two targets, the income itself and whether it is high."""

    age: np.ndarray                 # years
    education: np.ndarray           # one of EDUCATION_LEVELS
    marital_status: np.ndarray      # M, S or D
    major: np.ndarray               # Art, Engineer, Management or Science
    income: np.ndarray              # thousands a year, for regression
    high: np.ndarray                # 1 or 0, for classification


def income9() -> Income:
    """Nine people, four things known of each, and their income: one table for regression and for classification (D3-04).

    Age alone separates high from low, so logistic regression has no best weights (erratum 24). Source: the table on a
    slide of Fordham's CISC6000; the deck says no currency and names no survey. Nine rows of facts, licence as the course.

    >>> table = income9()
    >>> int(table.age[table.high == 0].max()), int(table.age[table.high == 1].min())
    (28, 30)
    """
    rows = [(35, "MS", "M", "Art", 70, 1), (40, "BS", "M", "Engineer", 65, 1), (25, "BS", "S", "Art", 40, 0),
            (50, "PhD", "D", "Engineer", 100, 1), (30, "MS", "S", "Science", 80, 1), (28, "BS", "S", "Art", 50, 0),
            (45, "PhD", "M", "Science", 90, 1), (60, "BS", "M", "Management", 120, 1), (20, "HS", "S", "Engineer", 30, 0)]
    return Income(*map(np.array, zip(*rows, strict=True)))


class TwoPredictors(NamedTuple):
    """Probabilities of (dog, cat) for three pictures, each array (3, 2): what is true, one-hot, and what two networks say."""

    truth: np.ndarray
    nn1: np.ndarray
    nn2: np.ndarray


def two_predictors() -> TwoPredictors:
    """Two networks that are both wrong on one picture of three, and are not equally good (D3-21).

    The slide prints error rate 0.33 and 0.33, mean squared error 0.25 and 0.71 (summed over the classes), cross-entropy 0.38 and 1.06 (in
    nats). Source: a table on a slide of Fordham's CISC6000; licence as the course.

    >>> table = two_predictors()
    >>> (table.nn1.argmax(axis=1) == table.truth.argmax(axis=1)).tolist(), table.nn2[2].tolist()
    ([True, True, False], [0.1, 0.9])
    """
    return TwoPredictors(np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]]), np.array([[0.9, 0.1], [0.1, 0.9], [0.4, 0.6]]),
                         np.array([[0.6, 0.4], [0.3, 0.7], [0.1, 0.9]]))


def four_points() -> tuple[np.ndarray, np.ndarray]:
    """Four samples for one sigmoid neuron with two weights and no bias: X (4, 2), y (4,) of 0 and 1 (D4-01).

    The deck's own four are not in its text: these are ours, licence as the course. They are separable through the origin, so the error
    E(w) = sum of (y - sigmoid(w·x))^2 has no minimum: it falls for ever along w = (1, 1). With w = (t, t), t > 0, all four are right.

    >>> X, y = four_points()
    >>> X.tolist(), y.tolist()
    ([[0.0, 1.0], [1.0, 0.0], [1.0, 1.0], [-1.0, -1.0]], [1, 1, 1, 0])
    """
    return np.array([[0.0, 1.0], [1.0, 0.0], [1.0, 1.0], [-1.0, -1.0]]), np.array([1, 1, 1, 0])
