"""Which Boolean functions one threshold unit can compute, with a certificate for every answer.

Inputs and outputs are ±1. A certificate of possibility is a weight vector; a certificate of impossibility is four corners of the
cube, two where the function is +1 and two where it is -1, with the same midpoint.
"""
from __future__ import annotations

from itertools import chain, combinations, combinations_with_replacement, product
from math import comb

import numpy as np

# The sixteen functions of two inputs, in the order of all_functions(2).
GATES = ("FALSE", "AND", "x1 AND NOT x2", "x1", "x2 AND NOT x1", "x2", "XOR", "OR",
         "NOR", "XNOR", "NOT x2", "x1 OR NOT x2", "NOT x1", "x2 OR NOT x1", "NAND", "TRUE")


def corners(inputs: int) -> np.ndarray:
    """The 2^inputs rows of a truth table, (rows, inputs) of ±1, counted up from all -1 as in Table 3.6 (D1-04).

    >>> corners(2).tolist()
    [[-1, -1], [-1, 1], [1, -1], [1, 1]]
    """
    return np.array(list(product((-1, 1), repeat=inputs)))


def all_functions(inputs: int) -> np.ndarray:
    """Every Boolean function of so many inputs: one row of ±1 each, its column of answers; (2^2^inputs, 2^inputs)."""
    return corners(2 ** inputs)


def gate_name(y) -> str:
    """The name of a two-input function, from its four answers in the order of corners(2).

    >>> gate_name([-1, 1, 1, -1])
    'XOR'
    """
    return GATES[int("".join("1" if answer > 0 else "0" for answer in y), 2)]


def small_weights(inputs: int, largest: int = 2) -> dict[tuple[int, ...], tuple[int, ...]]:
    """Try all small whole weights: which functions come out, each with the first (w1, ..., wn, b) that computes it.

    Weights run from -largest to largest, the bias up to one more; settings with a pre-activation of 0 are passed over, so that the
    answers do not hang on sgn(0). Nearest to zero come first. Finding a function proves that it is possible; not finding it proves nothing.

    >>> small_weights(2)[-1, 1, 1, 1]       # OR
    (1, 1, 1)
    """
    ranges = [range(-largest, largest + 1)] * inputs + [range(-largest - 1, largest + 2)]
    found = {}
    for theta in sorted(product(*ranges), key=lambda theta: (sum(map(abs, theta)), tuple(-t for t in theta))):
        z = corners(inputs) @ theta[:-1] + theta[-1]
        if z.all():
            found.setdefault(tuple(np.sign(z).tolist()), theta)
    return found


def crossing(X, y) -> tuple[int, int, int, int] | None:
    """Rows (a, b, c, d) with y = +1, +1, -1, -1 and X[a] + X[b] = X[c] + X[d], or None if there are none.

    Such rows prove that no threshold unit computes y: adding up, w·(a + b) + 2β >= 0 > w·(c + d) + 2β for weights w and bias β,
    although both sides are equal. Rows may repeat. X has whole numbers. For up to three inputs every impossible function has such rows.

    >>> crossing(corners(2), [-1, 1, 1, -1])      # XOR
    (1, 2, 0, 3)
    """
    X, y = np.asarray(X), np.asarray(y)
    sums = {tuple(X[a] + X[b]): (a, b) for a, b in combinations_with_replacement(np.flatnonzero(y > 0).tolist(), 2)}
    for c, d in combinations_with_replacement(np.flatnonzero(y < 0).tolist(), 2):
        if pair := sums.get(tuple(X[c] + X[d])):
            return (*pair, c, d)
    return None


def cover_count(points: int, dimension: int) -> int:
    """How many ways one unit can label points in general position: 2 * sum of C(points - 1, j) for j = 0 .. dimension.

    General position: no dimension + 1 of the points lie on one hyperplane. Otherwise the number is smaller.
    Source: Cover (1965), https://doi.org/10.1109/PGEC.1965.264137.

    >>> cover_count(4, 2), cover_count(8, 3)
    (14, 128)
    """
    return 2 * sum(comb(points - 1, j) for j in range(dimension + 1))


def parity(X) -> np.ndarray:
    """The product of the inputs of each row: +1 when an even number of them is -1."""
    return np.prod(X, axis=1)


def monomials(X) -> dict[tuple[int, ...], np.ndarray]:
    """Every product of distinct inputs, by the columns that enter it: () is the constant 1, (0, 2) is x1 x3.

    >>> list(monomials(corners(2)))
    [(), (0,), (1,), (0, 1)]
    """
    inputs = np.shape(X)[1]
    chosen = chain.from_iterable(combinations(range(inputs), degree) for degree in range(inputs + 1))
    return {columns: np.prod(np.asarray(X)[:, list(columns)], axis=1) for columns in chosen}
