"""Momentum on a quadratic, where everything can be known: the factor of a step, the best lr and beta, and their rate.

Along a direction of curvature lambda the moving average m = beta m + (1 - beta) lambda x, x -= lr m is a linear map of (x, m). What
decides is its spectral radius, the largest size of its two eigenvalues: the factor by which a step multiplies x in the long run.
"""
from __future__ import annotations

import numpy as np

from course_lib.nn.checks import check_decay, check_number


def step_matrix(lr: float, curvature: float, beta: float) -> np.ndarray:
    """The matrix that takes (x, m) to the next (x, m), for `EMA` on curvature x^2 / 2 (D2-13).

    >>> step_matrix(lr=0.5, curvature=1.0, beta=0.5).tolist()
    [[0.75, -0.25], [0.5, 0.5]]
    """
    beta = check_decay("beta", beta)
    return np.array([[1 - lr * (1 - beta) * curvature, -lr * beta], [(1 - beta) * curvature, beta]])


def spectral_radius(lr_curvature, beta) -> np.ndarray:
    """The factor of a step in the long run for lr times curvature and beta, arrays that broadcast (D2-13).

    The eigenvalues r solve r^2 - (1 + beta - (1 - beta) lr curvature) r + beta = 0. Below 1 exactly if
    0 < lr curvature < 2 (1 + beta) / (1 - beta); sqrt(beta) wherever the eigenvalues are complex.
    ValueError: a beta outside [0, 1), lr times curvature that is not a number.

    >>> spectral_radius([0.5, 1.0, 2.0], 0.0).tolist()
    [0.5, 0.0, 1.0]
    """
    step, beta = np.broadcast_arrays(np.asarray(lr_curvature, dtype=float), np.asarray(beta, dtype=float))
    if not ((beta >= 0) & (beta < 1)).all() or not np.isfinite(step).all():
        raise ValueError(f"expected beta in [0, 1) and finite lr times curvature; got beta from {beta.min()} to {beta.max()} "
                         f"and lr times curvature from {step.min()} to {step.max()}")
    half = (1 + beta - (1 - beta) * step) / 2
    under_root = half * half - beta
    return np.where(under_root > 0, np.abs(half) + np.sqrt(np.maximum(under_root, 0)), np.sqrt(beta))


def best_momentum(smallest: float, largest: float) -> tuple[float, float, float]:
    """lr and beta for `EMA` that are best for all curvatures from smallest to largest, and the rate sqrt(beta) they reach.

    lr = 1 / sqrt(smallest largest), beta = ((sqrt(kappa) - 1) / (sqrt(kappa) + 1))^2 with kappa = largest / smallest; the heavy ball takes
    (1 - beta) lr. ValueError: curvatures that are not positive, or out of order.
    Source: Polyak (1964), https://doi.org/10.1016/0041-5553(64)90137-5; D2-13.

    >>> [round(number, 4) for number in best_momentum(0.1, 10.0)]
    [1.0, 0.6694, 0.8182]
    """
    check_number("smallest", smallest, above=0)
    if not largest >= smallest:
        raise ValueError(f"largest should be a curvature of at least smallest = {smallest!r}; got {largest!r}")
    root = (largest / smallest) ** 0.5
    rate = (root - 1) / (root + 1)
    return 1 / (smallest * largest) ** 0.5, rate * rate, rate
