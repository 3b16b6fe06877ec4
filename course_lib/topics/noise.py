"""Descent with gradients from samples: how noisy a batch is, many walks at once, and what is left of the distance on a bowl."""
from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course_lib.nn.checks import check_number, check_whole
from course_lib.nn.schedules import Schedule, as_schedule


def batch_variance(gradients, batch_size: int, replace: bool = True) -> float:
    """E |mean over a random batch - mean over all|^2, with the samples' gradients (samples, parameters) (D1-30).

    With replacement sigma^2 / B, without it sigma^2 / B (N - B) / (N - 1), where sigma^2 is the mean squared distance of a sample's
    gradient from their mean. ValueError: gradients that are no table of two rows or more, or without replacement a batch that is larger.

    >>> [batch_variance([[1.0], [-1.0], [3.0], [-3.0]], size, replace=False) for size in (1, 2, 4)]
    [5.0, 1.6666666666666667, 0.0]
    """
    gradients = np.asarray(gradients, dtype=float)
    if gradients.ndim != 2 or len(gradients) < 2:
        raise ValueError(f"gradients should have shape (samples, parameters) with two samples or more; got {gradients.shape}")
    samples = len(gradients)
    check_whole(1, batch_size=batch_size)
    if not replace and batch_size > samples:
        raise ValueError(f"a batch without replacement holds at most all {samples} samples; got batch_size {batch_size}")
    variance = float(gradients.var(axis=0).sum()) / batch_size
    return variance if replace else variance * (samples - batch_size) / (samples - 1)


def stochastic_descent(sample_gradients: Callable, samples: int, starts, lr: float | Schedule, steps: int, batch_size: int = 1,
                       rng=None) -> np.ndarray:
    """Many walks at once, each against the mean gradient of batches of its own, drawn uniformly with replacement (D1-29, D4-05, D4-07).

    sample_gradients(theta, rows), with theta (walks, 1, parameters) and rows (walks, batch), gives (walks, batch, parameters). starts
    (walks, parameters); lr a number or a schedule. Returns (steps + 1, walks, parameters).
    ValueError: starts that are no table, no step, no sample, no batch. FloatingPointError: a walk ran away to infinity.

    >>> numbers = np.array([1.0, 1.0])                      # halves of squared distances to two equal numbers: no noise
    >>> stochastic_descent(lambda x, rows: x - numbers[rows][..., None], 2, [[3.0]], lr=0.5, steps=2, rng=0).ravel().tolist()
    [3.0, 2.0, 1.5]
    """
    rng, schedule, theta = np.random.default_rng(rng), as_schedule(lr), np.array(starts, dtype=float)
    if theta.ndim != 2:
        raise ValueError(f"starts should have shape (walks, parameters); got {theta.shape}")
    check_whole(1, samples=samples, steps=steps, batch_size=batch_size)
    path = np.empty((steps + 1, *theta.shape))
    path[0] = theta
    with np.errstate(over="ignore", invalid="ignore"):              # what overflows is reported below, once
        for k in range(steps):
            rows = rng.integers(samples, size=(len(theta), batch_size))
            path[k + 1] = path[k] - schedule(k) * sample_gradients(path[k][:, None], rows).mean(axis=1)
    if not np.isfinite(path[-1]).all():
        raise FloatingPointError("a walk ran away to infinity. Try a smaller lr")
    return path


def mean_square_on_bowl(curvature: float, variance: float, start: float, lr: Schedule, steps: int) -> np.ndarray:
    """E x_k^2 for k = 0 .. steps on curvature x^2 / 2, with independent noise of this variance in each slope (D4-06).

    E x_{k+1}^2 = (1 - lr_k curvature)^2 E x_k^2 + lr_k^2 variance, exactly. ValueError: a curvature not above 0, a negative variance.
    Source: Nemirovski and others (2009), https://doi.org/10.1137/070704277, section 2.1.

    >>> mean_square_on_bowl(1.0, 4.0, 7.0, lambda k: 1 / (k + 1), steps=4).round(9).tolist()      # a running mean: 4 / k
    [49.0, 4.0, 2.0, 1.333333333, 1.0]
    """
    check_number("curvature", curvature, above=0)
    if not variance >= 0:
        raise ValueError(f"variance should be 0 or more; got {variance!r}")
    square, squares = float(start) ** 2, [float(start) ** 2]
    for k in range(steps):
        step = lr(k)
        square = (1 - step * curvature) ** 2 * square + step * step * variance
        squares.append(square)
    return np.array(squares)
