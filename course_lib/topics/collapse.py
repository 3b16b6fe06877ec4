"""Layers without activations collapse into one, and what is still different about them: their rank and their training.

x W1 + b1, then (.) W2 + b2, is x (W1 W2) + (b1 W2 + b2): a matrix and a vector again. Only an activation between them keeps layers
apart, and three points prove that there is one: an affine f has f((a + b) / 2) = (f(a) + f(b)) / 2 for all a and b.
"""
from __future__ import annotations

from typing import NamedTuple

import numpy as np

from course_lib.nn.checks import check_finite, check_number, check_whole


def as_layers(layers) -> list[tuple[np.ndarray, np.ndarray]]:
    """Layers [(W, b), ...] as float arrays that follow on each other, W (inputs, outputs) and b (outputs,); else ValueError (D1-21)."""
    layers = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in layers]
    if not layers:
        raise ValueError("there should be at least one layer (W, b); got none")
    width = layers[0][0].shape[0] if layers[0][0].ndim == 2 else "inputs"
    for place, (W, b) in enumerate(layers, start=1):
        if W.ndim != 2 or W.shape[0] != width or b.shape != W.shape[1:]:
            raise ValueError(f"layer {place} should have W of shape ({width}, outputs) and b of shape (outputs,); "
                             f"got {W.shape} and {b.shape}")
        check_finite(**{f"W of layer {place}": W, f"b of layer {place}": b})
        width = W.shape[1]
    return layers


def collapse(layers) -> tuple[np.ndarray, np.ndarray]:
    """The one layer (W, b) that computes what these linear layers compute one after another (D0-03, D2-03; L02, E2).

    layers [(W, b), ...], each W (inputs, outputs) and b (outputs,); returns W (first inputs, last outputs) and b (last outputs,).
    ValueError: no layers, shapes that do not follow on each other, numbers that are not finite.

    Three perceptrons with w9 = 2 and w10 = -1, distributed by hand: w = 2 (1, 0, 3, 1) - (0, 1, 1, 2), b = 2*4 - 5 + 6 (D0-03).

    >>> layers = [([[1, 0], [0, 1], [3, 1], [1, 2]], [4, 5]), ([[2], [-1]], [6])]
    >>> [part.tolist() for part in collapse(layers)]
    [[[2.0], [-1.0], [5.0], [0.0]], [9.0]]
    """
    (W, b), *above = as_layers(layers)
    for V, c in above:
        W, b = W @ V, b @ V + c
    return W, b


def rank_and_bound(layers) -> tuple[int, int]:
    """The rank of the collapsed W, and the narrowest width on the way, which it cannot exceed (D1-07, erratum 8; L02).

    The rank is that of `numpy.linalg.matrix_rank`: directions 1e-16 times weaker than the strongest count as none.

    >>> rank_and_bound([(np.ones((5, 1)), [0]), (np.ones((1, 4)), np.zeros(4))])      # five inputs through one unit
    (1, 1)
    """
    layers = as_layers(layers)
    return int(np.linalg.matrix_rank(collapse(layers)[0])), min(min(W.shape) for W, _ in layers)


class AffineWitness(NamedTuple):
    """Two points between which f does not run straight, and how far f at their midpoint is from the mean of f."""

    a: np.ndarray
    b: np.ndarray
    gap: float


def midpoint_gap(f, a, b) -> np.ndarray:
    """The largest |f((a + b) / 2) - (f(a) + f(b)) / 2| over the outputs of f, for each row of a and b (D0-04; L02, E2).

    f takes (samples, inputs) and returns (samples,) or (samples, outputs); a and b (samples, inputs); returns (samples,). Zero for
    every pair exactly when f is affine, if f is continuous.
    ValueError: a and b differ in shape, f gives another number of rows, or a value is not finite.

    >>> float(midpoint_gap(lambda x: np.maximum(x, 0), [[-1.0]], [[1.0]])[0])      # relu: 0 against 1/2
    0.5
    """
    return _values(f, a, b)[0]


def is_affine_witness(f, a, b) -> bool:
    """Whether the two points a and b (inputs,), with their midpoint, prove that f is not affine (D0-04; E2).

    The gap must exceed 1e-6 (1 + the largest |f| at the three points), far more than the rounding of any sane f.

    >>> is_affine_witness(np.tanh, [0.0], [2.0]), is_affine_witness(np.tanh, [-1.0], [1.0])      # odd: straight through 0
    (True, False)
    """
    gap, needed = _values(f, np.atleast_2d(a), np.atleast_2d(b))
    return bool((gap > needed).all())


def find_affine_witness(f, inputs: int, rng, scale: float = 3.0, tries: int = 1000) -> AffineWitness | None:
    """Look for a witness among random pairs in [-scale, scale]^inputs: the one with the widest gap, or None (D0-04; L02).

    None proves nothing: f may be affine there and bend elsewhere, or bend too little to tell from rounding.

    >>> find_affine_witness(lambda X: X @ [[2.0], [-1.0]] + 5, inputs=2, rng=0) is None
    True
    """
    check_number("scale", scale, above=0)
    check_whole(1, tries=tries, inputs=inputs)
    a, b = np.random.default_rng(rng).uniform(-scale, scale, (2, tries, inputs))
    gap, needed = _values(f, a, b)
    i = np.argmax(gap)
    return AffineWitness(a[i], b[i], float(gap[i])) if gap[i] > needed[i] else None


def two_factor_loss(w, x=1.0, y=1.0):
    """(w1 w2 x - y)^2: the line w x fitted to one point, its slope w factored into two layers (erratum 8; L02, L07).

    w (2, ...), such as a meshgrid; returns (...). The best functions are those of (w x - y)^2, the landscape is not: minima wherever
    w1 w2 = y / x, and at w = 0 a saddle.

    >>> float(two_factor_loss([0.0, 0.0])), float(two_factor_loss([2.0, 0.5]))
    (1.0, 0.0)
    """
    return (w[0] * np.asarray(w[1]) * x - y) ** 2


def two_factor_gradient(w, x=1.0, y=1.0) -> np.ndarray:
    """2 (w1 w2 x - y) x (w2, w1), in the shape of w: zero at w = 0, so who starts there stays there (erratum 8; L02, L07).

    It is a saddle: up along one diagonal, down along the other.

    >>> from course_lib.nn.gradients import hessian
    >>> np.linalg.eigvalsh(hessian(two_factor_gradient, np.zeros(2))).tolist()
    [-2.0, 2.0]
    """
    return 2 * (w[0] * np.asarray(w[1]) * x - y) * x * np.array([w[1], w[0]])


def _values(f, a, b) -> tuple[np.ndarray, np.ndarray]:
    """For each row: the gap at the midpoint, and the gap that a witness needs."""
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    if a.ndim != 2 or a.shape != b.shape:
        raise ValueError(f"a and b should have one shape, (samples, inputs), one point a row; got {a.shape} and {b.shape}")
    values = np.array([f(points) for points in (a, b, a / 2 + b / 2)], dtype=float)
    if values.shape[1:2] != a.shape[:1]:
        raise ValueError(f"f should give {len(a)} rows for {len(a)} points; got shape {values.shape[1:]}")
    check_finite(f=values)
    values = values.reshape(3, len(a), -1)
    gap = np.abs(values[2] - (values[0] + values[1]) / 2)
    return gap.max(axis=1), 1e-6 * (1 + np.abs(values).max(axis=(0, 2)))
