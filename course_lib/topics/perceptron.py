"""One neuron with a threshold: what it answers, how it learns, and why it stops making mistakes."""
from __future__ import annotations

from typing import NamedTuple

import numpy as np

from course_lib.nn.activations import threshold


def unit(X, w, b) -> np.ndarray:
    """The answers ±1 of one threshold unit, or of several side by side: threshold(X @ w + b).

    X (samples, inputs); w (inputs,) and b a number for one unit, W (inputs, units) and b (units,) for several.

    >>> unit([[-1, 1, -1], [-1, 1, 1]], [2, 4, -1], -2)      # two rows of Table 3.6, deck item D1-04
    array([ 1, -1])
    """
    return threshold(np.asarray(X) @ np.asarray(w) + b)


class Run(NamedTuple):
    """What training left behind: the last weights, and (w, b) as one row at the start and after each update."""

    w: np.ndarray
    b: float
    path: np.ndarray        # (mistakes + 1, inputs + 1)
    visited: np.ndarray     # (mistakes,): the row of X that caused each update
    separated: bool         # the last epoch was free of mistakes

    @property
    def mistakes(self) -> int:
        return len(self.visited)


def train(X, y, max_epochs: int = 1000) -> Run:
    """Train one unit with the perceptron rule, from w = 0 and b = 0, visiting the points in their order.

    X (samples, inputs); y (samples,) of ±1. A point with y (w·x + b) <= 0 is a mistake and is answered by w += y x, b += y.
    Training stops after an epoch without mistakes, or after max_epochs. X and y are not changed.
    Source: Rosenblatt (1958), https://doi.org/10.1037/h0042519; deck item D0-01.

    >>> train([[1.0], [-1.0]], [1, -1]).path.tolist()
    [[0.0, 0.0], [1.0, 1.0], [2.0, 0.0]]
    """
    lifted = lift(X)
    theta = np.zeros(lifted.shape[1])
    path, visited, separated = [theta.copy()], [], False
    for _ in range(max_epochs):
        before = len(visited)
        for i, (point, label) in enumerate(zip(lifted, np.asarray(y), strict=True)):
            if label * (point @ theta) <= 0:
                theta = theta + label * point
                path.append(theta)
                visited.append(i)
        if separated := len(visited) == before:
            break
    return Run(theta[:-1], float(theta[-1]), np.array(path), np.array(visited, dtype=int), separated)


def lift(X) -> np.ndarray:
    """(x, 1) for every row x, so that the bias is one more weight: w·x + b = (w, b)·(x, 1).

    >>> lift([[3.0, 5.0]])
    array([[3., 5., 1.]])
    """
    X = np.asarray(X, dtype=float)
    return np.column_stack([X, np.ones(len(X))])


def radius(X) -> float:
    """R, the length of the longest (x, 1)."""
    return float(np.linalg.norm(lift(X), axis=1).max())


def margin(X, y, w, b) -> float:
    """gamma, the smallest y (w·x + b) / |(w, b)|; positive exactly when (w, b) puts every point strictly on its side."""
    u = np.append(w, b)
    return float((np.asarray(y) * (lift(X) @ u)).min() / np.linalg.norm(u))


def mistake_bound(X, y, w, b) -> float:
    """(R / gamma)^2, which the number of mistakes of `train` never exceeds, for any (w, b) that separates the points.

    Raises ValueError where (w, b) does not separate them: then the theorem says nothing.
    Source: Novikoff (1962), On convergence proofs on perceptrons.

    >>> round(mistake_bound([[1.0], [-1.0]], [1, -1], [1.0], 0.0), 9)
    2.0
    """
    gamma = margin(X, y, w, b)
    if gamma <= 0:
        raise ValueError(f"the bound needs weights that separate the points; with these the margin is {gamma:.4g}")
    return (radius(X) / gamma) ** 2
