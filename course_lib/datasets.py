"""What the course learns from. Everything is made here, from a rng that the caller gives; nothing is fetched."""
from __future__ import annotations

import numpy as np


def separable_cloud(samples: int, margin: float, rng, inputs: int = 2) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """Points of the cube [-1, 1]^inputs that a random hyperplane separates with at least the given margin.

    Returns X (samples, inputs), labels y of ±1 (samples,), and the separator (w, b) with |(w, b)| = 1: y (w·x + b) >= margin for all
    points. The hyperplane passes through a random point of the cube of half the size, so it cuts the cloud well inside. The margin must
    leave room: ValueError where almost every point falls into the empty strip.

    >>> X, y, w, b = separable_cloud(50, 0.1, rng=0)
    >>> X.shape, bool((y * (X @ w + b) >= 0.1).all())
    ((50, 2), True)
    """
    rng = np.random.default_rng(rng)
    w = rng.normal(size=inputs)
    theta = np.append(w, -w @ rng.uniform(-0.5, 0.5, size=inputs))
    theta /= np.linalg.norm(theta)
    X = rng.uniform(-1, 1, size=(200 * samples, inputs))
    z = X @ theta[:-1] + theta[-1]
    outside = np.flatnonzero(np.abs(z) >= margin)[:samples]
    if len(outside) < samples:
        raise ValueError(f"a margin of {margin:.4g} leaves no room for {samples} points in the cube; ask for a smaller one")
    return X[outside], np.sign(z[outside]).astype(int), theta[:-1], float(theta[-1])
