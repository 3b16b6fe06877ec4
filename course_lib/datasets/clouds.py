"""Clouds of points in the plane, made here from a rng; licence as the course.

All but the last return X (samples, 2) and classes 0 .. C-1, shape (samples,), which take turns: any first part of a cloud is balanced.
Points are placed on their curve or patch first; then noise, a standard deviation, moves both coordinates, and the class stays.
"""
from __future__ import annotations

import numpy as np

from course_lib.nn.checks import check_not_negative, check_whole


def spirals(samples: int, classes: int = 3, turns: float = 1.0, noise: float = 0.0, *, rng) -> tuple[np.ndarray, np.ndarray]:
    """One arm for each class, wound so many turns from the centre to radius 1: t (cos a, sin a), a = 2 pi (turns t + c / C), t in [0, 1].

    Two arms of 1.75 turns have the form of the TensorFlow Playground's spiral, whose radius is 5; which data its runs used, the deck does
    not say (D1-24). ValueError: no samples, no classes, negative turns or noise.

    >>> X, y = spirals(6, classes=2, rng=0)
    >>> X.shape, y.tolist()
    ((6, 2), [0, 1, 0, 1, 0, 1])
    """
    rng, y = _start(samples, classes, noise, rng)
    check_not_negative(turns=turns)
    t = rng.random(samples)
    return _spread(t[:, None] * _direction(turns * t + y / classes), noise, rng), y


def rings(samples: int, classes: int = 2, noise: float = 0.0, *, rng) -> tuple[np.ndarray, np.ndarray]:
    """Rings about the origin, class c at radius (c + 1) / classes: one good feature, the radius, and they are separable (D2-01).

    ValueError: no samples, no classes, negative noise.
    """
    rng, y = _start(samples, classes, noise, rng)
    return _spread((y[:, None] + 1) / classes * _direction(rng.random(samples)), noise, rng), y


def moons(samples: int, noise: float = 0.0, *, rng) -> tuple[np.ndarray, np.ndarray]:
    """Two half circles that reach into each other: (cos a, sin a) and (1 - cos a, 1/2 - sin a), a in [0, pi] (D2-01).

    The shape is scikit-learn's make_moons; points lie at random angles. ValueError: no samples, negative noise.
    """
    rng, y = _start(samples, 2, noise, rng)
    arc = _direction(rng.random(samples) / 2)
    return _spread(np.where(y[:, None] == 0, arc, np.array([1, 0.5]) - arc), noise, rng), y


def blobs(samples: int, classes: int = 3, noise: float = 0.2, *, rng) -> tuple[np.ndarray, np.ndarray]:
    """Normal clouds about centres that stand evenly on the unit circle, class c at the angle 2 pi c / classes (D0-01).

    ValueError: no samples, no classes, negative noise.
    """
    rng, y = _start(samples, classes, noise, rng)
    return _spread(_direction(y / classes), noise, rng), y


def xor_cloud(samples: int, noise: float = 0.0, *, rng) -> tuple[np.ndarray, np.ndarray]:
    """Points of the square [-1, 1]^2, class 1 where the signs of the coordinates differ: XOR for real inputs (D1-11).

    ValueError: no samples, negative noise.
    """
    rng, y = _start(samples, 2, noise, rng)
    first = rng.choice([-1, 1], size=samples)
    signs = np.column_stack([first, first * (1 - 2 * y)])
    return _spread(signs * rng.random((samples, 2)), noise, rng), y


# By name, for a widget; each can be called as cloud(samples, noise=noise, rng=rng).
CLOUDS = {"spirals": spirals, "rings": rings, "moons": moons, "blobs": blobs, "xor": xor_cloud}


def separable_cloud(samples: int, margin: float, rng, inputs: int = 2) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """Points of the cube [-1, 1]^inputs that a random hyperplane separates with at least the given margin (D0-01).

    Returns X (samples, inputs), labels y of ±1 (samples,), and the separator (w, b) with |(w, b)| = 1: y (w·x + b) >= margin for all
    points. The hyperplane passes through a random point of the cube of half the size, so it cuts the cloud well inside. The margin must
    leave room: ValueError where almost every point falls into the empty strip.

    >>> X, y, w, b = separable_cloud(50, 0.1, rng=0)
    >>> X.shape, bool((y * (X @ w + b) >= 0.1).all())
    ((50, 2), True)
    """
    check_whole(1, samples=samples, inputs=inputs)
    check_not_negative(margin=margin)
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


def _start(samples: int, classes: int, noise: float, rng):
    """The generator, and classes that take turns."""
    check_whole(1, samples=samples, classes=classes)
    check_not_negative(noise=noise)
    return np.random.default_rng(rng), np.arange(samples) % classes


def _direction(turn) -> np.ndarray:
    """(cos, sin) at so many turns, (samples, 2)."""
    angle = 2 * np.pi * turn
    return np.column_stack([np.cos(angle), np.sin(angle)])


def _spread(X, noise: float, rng) -> np.ndarray:
    return X + noise * rng.normal(size=X.shape)
