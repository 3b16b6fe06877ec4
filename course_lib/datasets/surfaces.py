"""Functions to walk down, with their gradients: theta is one point, (2,), or a stack of points, (..., 2).

Values and gradients follow a complex step as they follow a real one. Licence as the course; known functions name their source.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from course_lib.datasets.tables import four_points
from course_lib.nn.activations import sigmoid
from course_lib.nn.checks import check_whole


class Surface(NamedTuple):
    """A function of theta: value (..., dimensions) -> (...), gradient (..., dimensions) -> (..., dimensions).

    minima (number, dimensions): all local minima, best first; no rows where there is none. box (dimensions, 2): from where to where to
    draw it. ValueError from both functions: points of another dimension.
    """

    name: str
    value: Callable
    gradient: Callable
    minima: np.ndarray
    box: np.ndarray


def bowl(eigenvalues, name: str = "bowl") -> Surface:
    """1/2 sum of lambda_i theta_i^2, a dimension for each eigenvalue: descent converges with steps below 2 / max(lambda) (D0-20, L10).

    ValueError: an eigenvalue that is not positive and finite.

    >>> bowl([1.0, 100.0]).gradient([1.0, 1.0]).tolist()
    [1.0, 100.0]
    """
    scale = np.array(eigenvalues, dtype=float)
    if scale.ndim != 1 or not scale.size or not ((scale > 0) & np.isfinite(scale)).all():
        raise ValueError(f"eigenvalues should be a row of positive numbers such as [1, 100]; got {eigenvalues!r}")
    return _surface(name, lambda theta: (scale * theta * theta).sum(-1) / 2, lambda theta: scale * theta,
                    np.zeros(len(scale)), [[-2, 2]] * len(scale))


def double_well(tilt: float = 0.0, dimensions: int = 1, name: str = "double well") -> Surface:
    """(x^2 - 1)^2 / 4 + tilt x + 1/2 sum of the other coordinates squared: two minima, the left one deeper when tilt > 0 (D3-07, D2-13).

    Minima lie at the outer roots of x^3 - x + tilt. ValueError: a tilt of 2 / sqrt(27) = 0.385 or more, either way, leaves one well only.

    >>> double_well().minima.ravel().tolist()
    [-1.0, 1.0]
    >>> double_well(0.3, dimensions=2).minima.round(4).tolist()
    [[-1.1254, 0.0], [0.7865, 0.0]]
    """
    check_whole(1, dimensions=dimensions)
    if not abs(tilt) < 2 / np.sqrt(27):
        raise ValueError(f"tilt should lie between -0.384 and 0.384, or there is only one well; got {tilt!r}")

    def value(theta):
        x, rest = theta[..., 0], theta[..., 1:]
        return (x * x - 1) ** 2 / 4 + tilt * x + (rest * rest).sum(-1) / 2

    def gradient(theta):
        x = theta[..., :1]
        return np.concatenate([x * x * x - x + tilt, theta[..., 1:]], axis=-1)

    left, _, right = np.sort(np.roots([1, 0, -1, tilt]).real)
    minima = np.zeros((2, dimensions))
    minima[:, 0] = (left, right) if tilt >= 0 else (right, left)
    return _surface(name, value, gradient, minima, [[-2, 2]] * dimensions)


def _surface(name: str, value, gradient, minima, box) -> Surface:
    """A surface that refuses points of another dimension than its own."""
    dimensions = len(box)

    def at(function):
        def checked(theta):
            theta = np.asarray(theta)
            if theta.shape[-1:] != (dimensions,):
                raise ValueError(f"theta should have shape (..., {dimensions}), the coordinates of a point last; got {theta.shape}")
            return function(theta)
        return checked
    return Surface(name, at(value), at(gradient), np.reshape(minima, (-1, dimensions)).astype(float), np.array(box, dtype=float))


def _of_xy(name: str, value, gradient, minima, box) -> Surface:
    """A surface from functions of two coordinates."""
    return _surface(name, lambda theta: value(*np.moveaxis(theta, -1, 0)),
                    lambda theta: np.stack(gradient(*np.moveaxis(theta, -1, 0)), axis=-1), minima, box)


def _four_points() -> Surface:
    """sum of (y - sigmoid(w·x))^2 over the four points (D4-01)."""
    X, y = four_points()

    def value(theta):
        return ((sigmoid(theta @ X.T) - y) ** 2).sum(-1)

    def gradient(theta):
        p = sigmoid(theta @ X.T)
        return 2 * (p - y) * p * (1 - p) @ X

    return _surface("four points", value, gradient, [], [[-6, 6], [-6, 6]])


# Rosenbrock (1960), https://doi.org/10.1093/comjnl/3.3.175: a curved valley with a flat floor.
_ROSENBROCK = _of_xy("Rosenbrock", lambda x, y: 100 * (y - x * x) ** 2 + (1 - x) ** 2,
                      lambda x, y: (-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)), [[1.0, 1.0]], [[-2, 2], [-1, 3]])

# Himmelblau (1972), Applied Nonlinear Programming: four minima, all of value 0; which one descent finds hangs on its start.
_HIMMELBLAU = _of_xy("Himmelblau", lambda x, y: (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
                      lambda x, y: (4 * x * (x * x + y - 11) + 2 * (x + y * y - 7), 2 * (x * x + y - 11) + 4 * y * (x + y * y - 7)),
                      [[3.0, 2.0], [-2.805118086952745, 3.131312518250573], [-3.779310253377747, -3.283185991286170],
                       [3.584428340330492, -1.848126526964404]], [[-5, 5], [-5, 5]])

# Up along one axis, down along the other: gradient 0 at the origin, and no minimum (D0-15).
_SADDLE = _of_xy("saddle", lambda x, y: (x * x - y * y) / 2, lambda x, y: (x, -y), [], [[-2, 2], [-2, 2]])

# By name: what L07, L10 and L11 walk on, all of two dimensions.
SURFACES = {surface.name: surface for surface in (
    bowl([1.0, 2.0]), bowl([1.0, 100.0], "badly scaled bowl"), _ROSENBROCK, _SADDLE, _HIMMELBLAU,
    double_well(dimensions=2), double_well(0.3, 2, "small local minimum"), _four_points())}
