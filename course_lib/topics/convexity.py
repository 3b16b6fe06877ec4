"""Convexity: certificates that a function is not convex, and what stays true for least squares when the minimum is not unique.

A function f is convex where f(lam x1 + (1 - lam) x2) <= lam f(x1) + (1 - lam) f(x2) for all x1, x2 and all lam from 0 to 1: between two
points of its graph the chord is never below it (D0-14; the slide lost a sign and an f: errata 1 and 2). Two points and a lam that
break the inequality prove that f is not convex. No number of points that keep it proves that f is.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from course_lib.nn.checks import check_finite, check_whole


class Violation(NamedTuple):
    """A proof that a function is not convex: at lam x1 + (1 - lam) x2 it lies above its chord by the margin."""

    x1: np.ndarray | float
    x2: np.ndarray | float
    lam: float
    margin: float


def violation_margin(f: Callable, x1, x2, lam: float) -> float:
    """f(lam x1 + (1 - lam) x2) - (lam f(x1) + (1 - lam) f(x2)): how far f lies above its chord; positive only if f is not convex.

    ValueError: lam outside [0, 1], x1 and x2 of different shapes, or a function value that is no finite number. Source: D0-14.

    >>> violation_margin(lambda x: x ** 2, 0.0, 2.0, 0.5), violation_margin(lambda x: -x ** 2, 0.0, 2.0, 0.5)
    (-1.0, 1.0)
    """
    between, start, end = _heights(f, x1, x2, lam)
    return between - (lam * start + (1 - lam) * end)


def is_violation(f: Callable, x1, x2, lam: float, tolerance: float = 1e-6) -> bool:
    """Whether (x1, x2, lam) proves that f is not convex, by a margin that rounding cannot make: tolerance (1 + the largest |f| met).

    ValueError: as for `violation_margin`. Source: D0-14; exercise E5.

    >>> is_violation(np.sin, 0.0, np.pi, 0.5), is_violation(np.sin, np.pi, 2 * np.pi, 0.5)
    (True, False)
    """
    largest = max(map(abs, _heights(f, x1, x2, lam)))
    return violation_margin(f, x1, x2, lam) > tolerance * (1 + largest)


def find_violation(f: Callable, box: tuple, budget: int, rng) -> Violation | None:
    """Look for a violation at random: two points of the box and a lam, budget times; None says only that none was found.

    box = (low, high), the corners: two numbers for a function of a number, two arrays (inputs,) for a function of a vector.
    ValueError: a box without finite corners of one shape and low < high, a budget below 1. Source: D0-14; exercise E5.

    >>> found = find_violation(np.sin, (0.0, 7.0), budget=100, rng=0)
    >>> is_violation(np.sin, found.x1, found.x2, found.lam)
    True
    >>> find_violation(np.exp, (0.0, 7.0), budget=1000, rng=0)      # prints nothing: no violation found, and that is all we know
    """
    low, high = (np.asarray(corner, dtype=float) for corner in box)
    if low.shape != high.shape or not (np.isfinite(low) & np.isfinite(high) & (low < high)).all():
        raise ValueError(f"the box should be (low, high), finite, of one shape, low < high in every coordinate; got {box}")
    rng = np.random.default_rng(rng)
    check_whole(1, budget=budget)
    for _ in range(budget):
        x1, x2, lam = rng.uniform(low, high), rng.uniform(low, high), float(rng.uniform())
        if is_violation(f, x1, x2, lam):
            return Violation(x1, x2, lam, violation_margin(f, x1, x2, lam))
    return None


def permute_hidden(layers: Sequence[tuple], layer: int, order) -> list[tuple[np.ndarray, np.ndarray]]:
    """The same network with the units of one hidden layer in another order: new copies, the function unchanged.

    layers [(W, b), ...] as in `MLP`; layer 0 is the first hidden layer; unit j of the new layer is unit order[j] of the old one.
    Columns of its W and entries of its b move, and with them the rows of the next W.
    ValueError: there is no such hidden layer, or order is no permutation of its units. Source: D0-15; Hecht-Nielsen (1990),
    https://doi.org/10.1016/B978-0-444-88400-8.50019-4.
    """
    permuted = [(np.array(W), np.array(b)) for W, b in layers]
    if layer not in range(len(layers) - 1):
        raise ValueError(f"layer should number one of the {len(layers) - 1} hidden layers, from 0; got {layer}")
    (W, b), (after, c) = permuted[layer:layer + 2]
    if sorted(order) != list(range(len(b))):
        raise ValueError(f"order should hold each of the units 0 to {len(b) - 1} once; got {list(order)}")
    permuted[layer:layer + 2] = [(W[:, order], b[order]), (after[list(order)], c)]
    return permuted


def flatten(layers: Sequence[tuple]) -> np.ndarray:
    """[(W, b), ...] as one vector, laid out as `MLP.theta`."""
    return np.concatenate([np.ravel(array) for layer in layers for array in layer])


def permutation_violation(loss: Callable, layers: Sequence[tuple]) -> Violation | None:
    """Two parameter vectors with the same loss whose midpoint has a larger one: a network and itself with two hidden units swapped.

    loss(theta) -> number is the network's, theta laid out as `flatten(layers)`. Tries every swap in every hidden layer and keeps the
    largest margin; None where no midpoint is worse (as with two equal units), which proves nothing. Source: D0-15; exercise E5.

    |x| = relu(x) + relu(-x) fits the points (-1, 1) and (1, 1) without error, in either order of its units; halfway it is 0:

    >>> def loss(theta):
    ...     w1, w2, b1, b2, v1, v2, c = theta
    ...     return sum((v1 * max(w1 * x + b1, 0) + v2 * max(w2 * x + b2, 0) + c - 1) ** 2 for x in (-1, 1)) / 2
    >>> found = permutation_violation(loss, [([[1.0, -1.0]], [0.0, 0.0]), ([[1.0], [1.0]], [0.0])])
    >>> float(loss(found.x1)), float(loss(found.x2)), float(found.margin)
    (0.0, 0.0, 1.0)
    """
    theta, found = flatten(layers), []
    for layer, (_, b) in enumerate(layers[:-1]):
        for i, j in combinations(range(len(b)), 2):
            order = list(range(len(b)))
            order[i], order[j] = j, i
            twin = flatten(permute_hidden(layers, layer, order))
            if is_violation(loss, theta, twin, 0.5):
                found.append(Violation(theta, twin, 0.5, violation_margin(loss, theta, twin, 0.5)))
    return max(found, key=lambda violation: violation.margin, default=None)


class LeastSquares(NamedTuple):
    """All minimisers of |X w - y|^2: the shortest, w, plus any combination of the columns of `free`."""

    w: np.ndarray           # (inputs,)
    free: np.ndarray        # (inputs, inputs - rank), orthonormal columns; none where the minimiser is unique


def least_squares(X, y) -> LeastSquares:
    """Solve the normal equations X^T X w = X^T y, whether or not they have one solution only.

    X (samples, inputs), y (samples,). The minimiser is unique exactly when the columns of X are linearly independent (D0-13, erratum 13).
    ValueError: shapes that do not fit, or numbers that are not finite.

    >>> twice = np.array([[1.0, 1.0], [2.0, 2.0]])                  # a column, and the same column again
    >>> w, free = least_squares(twice, [2.0, 4.0])
    >>> w.round(9).tolist(), bool(np.allclose(twice @ (w + 7 * free[:, 0]), [2.0, 4.0]))
    ([1.0, 1.0], True)
    """
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if X.ndim != 2 or y.shape != (len(X),) or not X.size:
        raise ValueError(f"X should have shape (samples, inputs) and y (samples,); got {X.shape} and {y.shape}")
    check_finite(X=X, y=y)
    U, sizes, Vt = np.linalg.svd(X)
    rank = int((sizes > sizes[0] * max(X.shape) * np.finfo(float).eps).sum())
    return LeastSquares(Vt[:rank].T @ (U[:, :rank].T @ y / sizes[:rank]), Vt[rank:].T)


def _heights(f: Callable, x1, x2, lam: float) -> list[float]:
    """f at lam x1 + (1 - lam) x2, at x1 and at x2, each one finite number."""
    x1, x2 = np.asarray(x1, dtype=float)[()], np.asarray(x2, dtype=float)[()]
    if x1.shape != x2.shape:
        raise ValueError(f"x1 and x2 should have one shape; got {x1.shape} and {x2.shape}")
    if not 0 <= lam <= 1:
        raise ValueError(f"lam should be a number from 0 to 1; got {lam!r}")
    heights = []
    for point in (lam * x1 + (1 - lam) * x2, x1, x2):
        height = np.asarray(f(point))
        if height.size != 1 or not np.isfinite(height).all():
            raise ValueError(f"f should give one finite number at every point; at {point} it gave {height}")
        heights.append(float(height.item()))
    return heights
