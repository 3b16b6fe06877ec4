"""Can one unit separate these points? Either answer comes with a certificate that anyone can check.

Turn every point to one side: m_i = y_i (x_i, 1). Weights u = (w, b) separate when u·m_i > 0 for all i, and the point of the convex
hull of the m_i that is nearest to 0 decides. If it is not 0, it is such a u, and no direction has a wider margin. If it is 0, its
convex combination sum_i lam_i m_i = 0 proves that no u exists: the product of u with it would be both 0 and positive (Farkas' lemma).
"""
from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import numpy as np

from course_lib.nn.checks import check_finite
from course_lib.topics.perceptron import lift, margin

EPSILON = np.finfo(float).eps
NEGLIGIBLE = 1e-13      # a factor this small is what rounding left of 0


class Certificate(NamedTuple):
    """Weights (w, b) and their margin where the points are separable, factors lam (samples,) where not; the rest is None."""

    w: np.ndarray | None = None
    b: float | None = None
    margin: float | None = None
    lam: np.ndarray | None = None

    @property
    def separable(self) -> bool:
        return self.lam is None


def certify(X, y) -> Certificate:
    """Decide whether one threshold unit separates the points strictly, and prove it (D1-11, L01 and E1).

    X (samples, inputs); y (samples,) of ±1. Weights are checked in exact arithmetic, factors as in `verify_farkas` but a thousand times
    more strictly: a gap below 1e-12 of the points' spread may count as none. The margin is the widest there is, unless features of very
    unequal size forbid computing that.
    ValueError: empty or non-finite data, other labels. ArithmeticError: too close to call in float64.
    Sources: Farkas (1902), https://doi.org/10.1515/crll.1902.124.1; Wolfe (1976), Finding the nearest point in a polytope,
    https://doi.org/10.1007/BF01580381.

    >>> square = [[-1, -1], [-1, 1], [1, -1], [1, 1]]
    >>> certify(square, [-1, 1, 1, -1]).lam.round(12).tolist()      # XOR
    [0.25, 0.25, 0.25, 0.25]
    >>> w, b, widest, _ = certify(square, [-1, 1, 1, 1])            # OR
    >>> (w / b).round(12).tolist(), round(widest * 3 ** 0.5, 12)
    ([1.0, 1.0], 1.0)
    """
    X, y = _points(X, y)
    for coordinates in (_plain, _rounded):
        rows, back = coordinates(X)
        rows = y[:, None] * rows
        lam = _nearest_point(rows)
        u = back @ np.linalg.lstsq(rows[lam > 0], np.ones((lam > 0).sum()), rcond=None)[0]     # equally far from all that support it
        u /= np.abs(u).max() or 1
        if _separates(X, y, u) and (gamma := margin(X, y, u[:-1], u[-1])) > 0:
            return Certificate(u[:-1], float(u[-1]), gamma)
    used = lam > NEGLIGIBLE
    rows = _turned(X[used], y[used], lam[used])                           # again without the others, to the last digit
    lengths = np.linalg.norm(rows, axis=1)
    lam = np.zeros(len(X))
    lam[used] = _nearest_point(rows / lengths[:, None]) / lengths
    lam /= lam.sum()
    if farkas_residual(X, y, lam) <= 1e-12:
        return Certificate(lam=lam)
    raise ArithmeticError("too close to call: in float64 neither weights nor Farkas factors for these points pass their check. "
                          "If the features differ much in size or lie far from 0, centre and scale them, or give them more exactly")


def verify_farkas(X, y, lam) -> bool:
    """Whether lam proves that no unit separates the points: lam >= 0, sum lam_i = 1 and sum_i lam_i y_i (x_i, 1) = 0 (D1-11, E1).

    The sums may miss by 1e-9, that of x relative to what is added up, see `farkas_residual`.
    ValueError: as in `certify`, or lam of another shape or not finite.

    >>> verify_farkas([[0], [1], [2]], [1, -1, 1], [0.25, 0.5, 0.25]), verify_farkas([[0], [1], [2]], [1, 1, -1], [0.25, 0.5, 0.25])
    (True, False)
    """
    return bool(farkas_residual(X, y, lam) <= 1e-9 and np.min(lam) >= 0 and abs(np.sum(lam) - 1) <= 1e-9)


def farkas_residual(X, y, lam) -> float:
    """How far sum_i lam_i y_i (x_i, 1) is from 0, relative to what is added up; the largest entry (D1-11).

    Each input is measured from the weighted mean of the points, in units of its weighted mean distance from there, so neither
    a feature's unit nor its zero matters, nor do points whose factor is 0 or, below 1e-13, taken for 0.
    """
    X, y = _points(X, y)
    lam = np.asarray(lam, dtype=float)
    if lam.shape != y.shape:
        raise ValueError(f"lam should have shape {y.shape}, one factor for each point; got {lam.shape}")
    check_finite(lam=lam)
    lam = np.where(np.abs(lam) > NEGLIGIBLE, lam, 0)
    return float(np.abs(lam @ _turned(X, y, lam)).max())


def _points(X, y) -> tuple[np.ndarray, np.ndarray]:
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if X.ndim != 2 or not X.size:
        raise ValueError(f"X should have shape (samples, inputs), one point a row and at least one; got {X.shape}")
    if y.shape != (len(X),) or not np.isin(y, (-1, 1)).all():
        raise ValueError(f"y should hold {len(X)} labels, each +1 or -1; got shape {y.shape} with the values {np.unique(y)[:5]}")
    check_finite(X=X)
    return X, y.astype(float)


def _turned(X, y, lam) -> np.ndarray:
    """The rows y (x, 1), each input measured from its weighted mean in units of its weighted mean distance from there."""
    weights = np.abs(lam)
    centred = X - weights @ X / (weights.sum() or 1)
    size = weights @ np.abs(centred)
    return y[:, None] * lift(centred / np.where(size > 0, size, 1))


def _plain(X) -> tuple[np.ndarray, np.ndarray]:
    """The points (x, 1) as they are: the nearest point of their hull has the widest margin."""
    return lift(X), np.eye(X.shape[1] + 1)


def _rounded(X) -> tuple[np.ndarray, np.ndarray]:
    """The points in coordinates in which their cloud is round, and the matrix that takes u back."""
    centre = X.min(axis=0) / 2 + X.max(axis=0) / 2
    size = np.abs(X - centre).max(axis=0)
    size[size == 0] = 1
    U, stretch, V = np.linalg.svd(lift((X - centre) / size), full_matrices=False)
    keep = stretch > 10 * EPSILON * stretch[0]
    back = V[keep].T / stretch[keep]
    back[:-1] /= size[:, None]
    back[-1] -= centre @ back[:-1]
    return U[:, keep], back


def _nearest_point(rows) -> np.ndarray:
    """lam >= 0 whose mean of the rows is nearest to 0, up to a factor: least squares for lam @ (rows, 1) = (0, 1)."""
    from scipy.optimize import nnls
    return nnls(np.vstack([rows.T / np.abs(rows).max(), np.ones(len(rows))]), np.append(np.zeros(rows.shape[1]), 1.0))[0]


def _separates(X, y, u) -> bool:
    """Whether every y (x, 1)·u > 0: in floats where the rounding cannot turn the sign, else in exact fractions."""
    lifted = lift(X)
    z = y * (lifted @ u)
    doubtful = np.abs(z) <= 2 * len(u) * EPSILON * (np.abs(lifted) @ np.abs(u))
    if not (z[~doubtful] > 0).all():
        return False
    u = [Fraction(part) for part in u]
    dots = [sum(Fraction(part) * weight for part, weight in zip(row, u, strict=True)) for row in lifted[doubtful]]
    return all(dot > 0 if label > 0 else dot < 0 for dot, label in zip(dots, y[doubtful], strict=True))
