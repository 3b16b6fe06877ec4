"""Logistic regression: a loss that is convex and may still have no minimiser.

One sigmoid unit says P(y = 1 | x) = sigmoid(w·x). X (samples, inputs) is taken as it is: a bias is the weight of a column of ones, which
`perceptron.lift` adds. Labels y (samples,) are 0 or 1. The loss is a sum over the samples, as in the deck (D3-05); divided by their
number it is the mean, `losses.sigmoid_cross_entropy`. If some hyperplane separates the classes, longer weights are always better: the
loss falls towards its infimum and never attains it (erratum 24). Whoever fits here is told.
"""
from __future__ import annotations

from typing import NamedTuple

import numpy as np

from course_lib.nn.activations import sigmoid, softplus
from course_lib.nn.checks import check_finite, check_whole
from course_lib.nn.descent import gradient_descent

SEPARATED, MINIMUM, ONE_OF_MANY, STOPPED = "separated: no minimum", "minimum", "one minimum of many", "stopped early"


def negative_log_likelihood(w, X, y):
    """-sum of y log p + (1 - y) log(1 - p), p = sigmoid(w·x), in nats; w (inputs,). Source: D3-05.

    ValueError: shapes that do not fit, a label that is not 0 or 1, a number that is not finite.

    >>> float(negative_log_likelihood([0.0], [[1.0], [3.0]], [0, 1]))      # 2 log 2
    1.38629436111989...
    """
    w, X, y = _checked(w, X, y)
    z = X @ w
    return softplus(np.where(y == 1, -z, z)).sum()


def gradient(w, X, y) -> np.ndarray:
    """The gradient of `negative_log_likelihood` in w: X^T (p - y), shape (inputs,). Source: D3-06, D1-34."""
    w, X, y = _checked(w, X, y)
    return (sigmoid(X @ w) - y) @ X


def hessian(w, X, y) -> np.ndarray:
    """The second derivatives of `negative_log_likelihood`: X^T diag(p (1 - p)) X, (inputs, inputs); never a negative eigenvalue (D3-05)."""
    w, X, y = _checked(w, X, y)
    z = X @ w
    return (X.T * (sigmoid(z) * sigmoid(-z))) @ X


class Fit(NamedTuple):
    """The weights on the way, and what became of them.

    outcome: "minimum"; "one minimum of many", where the columns of X are linearly dependent; "separated: no minimum", however small the
    gradient has become; or "stopped early". separator: the proof that the data are separated, as from `separating_vector`, or None.
    """

    path: np.ndarray                # (steps + 1, inputs)
    outcome: str
    separator: np.ndarray | None

    @property
    def w(self) -> np.ndarray:
        """The last weights."""
        return self.path[-1]


def descend(X, y, lr: float, max_steps: int, small_gradient: float = 1e-8) -> Fit:
    """Fit by gradient descent from w = 0, w -= lr X^T (p - y) / samples, until the step's gradient is small (D3-05, D3-06).

    ValueError: as for `negative_log_likelihood`, or lr not above 0.

    >>> fit = descend([[1.0, -1], [1, 0], [1, 1], [1, 2]], [0, 1, 0, 1], lr=1.0, max_steps=1000)
    >>> fit.outcome, fit.w.round(4).tolist()
    ('minimum', [-0.4541, 0.9082])
    """
    _, X, y = _checked(None, X, y)
    run = gradient_descent(lambda w: gradient(w, X, y) / len(X), np.zeros(X.shape[1]), lr, max_steps, small_gradient)
    return _diagnose(X, y, run.path, run.stopped_by == "gradient")


def newton(X, y, max_steps: int = 50) -> Fit:
    """Fit by Newton's method from w = 0: w -= t H^-1 g, t halved until the loss falls; stops when the next step would gain nothing.

    Written as weighted least squares this is IRLS, the algorithm of Matlab's glmfit. Where H is singular the shortest step is taken.
    ValueError: as for `negative_log_likelihood`. Source: D3-05; Green (1984), https://doi.org/10.1111/j.2517-6161.1984.tb01288.x.

    >>> ages = np.array([[1.0, 35], [1, 40], [1, 25], [1, 50], [1, 30], [1, 28], [1, 45], [1, 60], [1, 20]])
    >>> fit = newton(ages, [1, 1, 0, 1, 1, 0, 1, 1, 0])      # D3-04: high income from age alone
    >>> fit.outcome, (ages @ fit.separator > 0).astype(int).tolist()
    ('separated: no minimum', [1, 1, 0, 1, 1, 0, 1, 1, 0])
    """
    w, X, y = _checked(np.zeros(np.shape(X)[-1]), X, y)
    path = [w]
    check_whole(1, max_steps=max_steps)
    for _ in range(max_steps):
        g, loss, t = gradient(w, X, y), negative_log_likelihood(w, X, y), 1.0
        step = np.linalg.lstsq(hessian(w, X, y), g, rcond=None)[0]
        gain = g @ step                                         # the Newton decrement, squared: twice what the step should gain
        if converged := gain <= 1e-10 * (1 + loss):
            return _diagnose(X, y, np.array([*path, w - step]), converged)
        while negative_log_likelihood(w - t * step, X, y) > loss - 1e-4 * t * gain:
            t /= 2
        path.append(w := w - t * step)
    return _diagnose(X, y, np.array(path), False)


def separating_vector(X, y) -> np.ndarray | None:
    """A vector u of length 1 with u·x >= 0 where y = 1 and u·x <= 0 where y = 0, not always 0; None if there is none.

    The loss has a minimiser exactly when there is none: along u it never rises, and falls for ever. Found by linear programming with one
    slack for each sample, 0 <= m <= 1 and m <= ±u·x, and the sum of m as large as it can be: 0, or at least 1; then checked.
    Source: erratum 24; Albert and Anderson (1984), https://doi.org/10.1093/biomet/71.1.1.

    >>> separating_vector([[-1.0], [2.0]], [0, 1]).tolist(), separating_vector([[-1.0], [2.0], [3.0]], [0, 1, 0])
    ([1.0], None)
    """
    from scipy.optimize import linprog  # as slow to import as all of NumPy
    _, X, y = _checked(None, X, y)
    scale = np.where(X.any(axis=0), np.abs(X).max(axis=0), 1.0)
    towards, samples = np.where(y == 1, 1, -1)[:, None] * X / scale, len(X)
    slacks = linprog(c=np.repeat([0.0, -1.0], [X.shape[1], samples]), A_ub=np.hstack([-towards, np.eye(samples)]), b_ub=np.zeros(samples),
                     bounds=[(None, None)] * X.shape[1] + [(0, 1)] * samples)
    u = slacks.x[:X.shape[1]]
    margins = towards @ u
    if margins.max() < 0.5 or margins.min() < -1e-12 * np.linalg.norm(u):
        return None
    return u / scale / np.linalg.norm(u / scale)


def _diagnose(X, y, path: np.ndarray, converged: bool) -> Fit:
    separator = separating_vector(X, y)
    if separator is not None:
        return Fit(path, SEPARATED, separator)
    if not converged:
        return Fit(path, STOPPED, None)
    return Fit(path, MINIMUM if np.linalg.matrix_rank(X) == X.shape[1] else ONE_OF_MANY, None)


def _checked(w, X, y) -> tuple:
    """Arrays that fit each other; w may be None, or complex."""
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    w = np.zeros(X.shape[-1:]) if w is None else np.asarray(w)
    if X.ndim != 2 or not X.size or y.shape != X.shape[:1] or w.shape != X.shape[1:]:
        raise ValueError(f"X, y and w should have shapes (samples, inputs), (samples,) and (inputs,); got {X.shape}, {y.shape}, {w.shape}")
    check_finite(X=X, w=w)
    if not np.isin(y, (0, 1)).all():
        raise ValueError(f"labels should be 0 or 1; got {y[~np.isin(y, (0, 1))][0]}. Labels ±1 become such by (y + 1) // 2")
    return w, X, y
