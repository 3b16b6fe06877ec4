"""Loss landscapes: the curvature at one place, and slices along directions through a network's parameters.

A slice shows loss(theta + a u + b v) for numbers a and b. It is an honest picture of the plane it cuts, and of nothing else: how wide
a valley looks depends on how long u and v are. A ReLU network may be rescaled without changing what it computes, so equal directions
mean different things to equal networks; filter normalisation measures them in units of the network's own weights.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from course_lib.nn.checks import check_finite
from course_lib.nn.gradients import hessian


def line_slice(loss: Callable, theta, u, a) -> np.ndarray:
    """loss(theta + a u) for every a of a grid, shape (len(a),); at a = 0 it passes through theta.

    loss(theta) -> number; theta and u (parameters,). ValueError: shapes that differ, numbers that are not finite.
    Source: D2-11; Goodfellow, Vinyals and Saxe (2015), https://arxiv.org/abs/1412.6544.

    >>> line_slice(lambda theta: theta @ theta, [1.0, 2.0], [0.0, 1.0], [-2, 0, 1]).tolist()
    [1.0, 5.0, 10.0]
    """
    theta, u = _alike(theta=theta, u=u)
    return np.array([loss(theta + step * u) for step in np.asarray(a)])


def plane_slice(loss: Callable, theta, u, v, a, b) -> np.ndarray:
    """loss(theta + a u + b v) on a grid, shape (len(b), len(a)): rows go with b and columns with a, as contour plots take them.

    loss(theta) -> number; theta, u and v (parameters,). ValueError: shapes that differ, numbers that are not finite.
    Source: D2-11; Li et al. (2018), https://arxiv.org/abs/1712.09913.

    >>> plane_slice(lambda theta: theta[0] + 10 * theta[1], [0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1, 2, 3], [4, 5]).tolist()
    [[41.0, 42.0, 43.0], [51.0, 52.0, 53.0]]
    """
    theta, u, v = _alike(theta=theta, u=u, v=v)
    return np.array([line_slice(loss, theta + step * v, u, a) for step in np.asarray(b)])


def random_direction(theta, rng) -> np.ndarray:
    """Independent standard normal numbers in the shape of theta: a direction in which no parameter is preferred (D2-11)."""
    return np.random.default_rng(rng).standard_normal(np.shape(theta))


def filter_normalise(direction, layers: Sequence[tuple]) -> np.ndarray:
    """Give each neuron's part of a direction the length of that neuron's own weights; biases do not move.

    direction (parameters,), laid out as `MLP.theta`; layers [(W, b), ...] at the middle of the slice. A neuron's part is a column of W,
    its incoming weights; a neuron whose weights are all 0 does not move. Entries of the direction that belong to biases become 0, as in
    the authors' published code. The slice is then the same for ReLU networks that differ by a factor c > 0 on a whole layer (W and b
    times c, the next W divided by c), but not where each unit of the layer has its own factor.
    ValueError: a direction of the wrong size or not finite, or 0 in all of a neuron's weights.
    Source: Li et al. (2018), Visualizing the loss landscape of neural nets, https://arxiv.org/abs/1712.09913; D2-11.

    >>> filter_normalise([1.0, 1.0, 1.0, 1.0, 9.0, 9.0], [([[3.0, 0.0], [4.0, 2.0]], [7.0, 7.0])]).round(4).tolist()
    [3.5355, 1.4142, 3.5355, 1.4142, 0.0, 0.0]
    """
    layers = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in layers]
    (direction,) = _alike(direction=direction)
    if direction.shape != (sum(W.size + b.size for W, b in layers),):
        raise ValueError(f"the direction should have one entry for each parameter of the layers, "
                         f"{sum(W.size + b.size for W, b in layers)}; got shape {direction.shape}")
    normalised, start = np.zeros_like(direction), 0
    for W, b in layers:
        part = slice(start, start + W.size)
        columns = direction[part].reshape(W.shape)
        lengths = np.linalg.norm(columns, axis=0)
        if not lengths.all():
            raise ValueError("the direction is 0 in all weights of a neuron and cannot be scaled; draw another one")
        normalised[part] = (columns * (np.linalg.norm(W, axis=0) / lengths)).ravel()
        start += W.size + b.size
    return normalised


def hessian_eigenvalues(gradient: Callable, theta) -> np.ndarray:
    """The eigenvalues of the Hessian at theta, ascending: the curvatures there; one below 0 proves that the loss is not convex.

    gradient(theta) -> (parameters,), of a function that is twice differentiable at theta, and able to take complex theta.
    ValueError: theta is not finite. Source: D0-15, D4-01; exercise E5.

    >>> hessian_eigenvalues(lambda w: w[::-1], [0.0, 0.0]).tolist()      # w1 w2 has the gradient (w2, w1) and a saddle (erratum 8)
    [-1.0, 1.0]
    """
    (theta,) = _alike(theta=theta)
    return np.linalg.eigvalsh(hessian(gradient, theta))


def _alike(**vectors) -> list[np.ndarray]:
    """The vectors as floats, finite and of one shape."""
    arrays = {name: np.asarray(vector, dtype=float) for name, vector in vectors.items()}
    check_finite(**arrays)
    if len({array.shape for array in arrays.values()}) > 1:
        raise ValueError(f"{', '.join(arrays)} should have one shape; got {', '.join(str(array.shape) for array in arrays.values())}")
    return list(arrays.values())
