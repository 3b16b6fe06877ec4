"""Networks written down by hand, weight by weight: what the approximation theorem promises, built instead of trained."""
from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from course_lib.nn.activations import ACTIVATIONS
from course_lib.nn.checks import as_inputs, check_finite, choose

HIDDEN = {name: activation.value for name, activation in ACTIVATIONS.items()} | {"cos": np.cos}


class Network(NamedTuple):
    """Layers (W, b) and the name of the hidden activation; network(X) runs them: Z = X @ W + b, activated but for the last layer.

    X (samples, inputs) gives (samples, outputs). Where there is one input and one output, x of any other shape gives that shape.
    Raises ValueError where X and the first layer disagree, or for an unknown activation. Deck item D1-22.
    """

    layers: list[tuple[np.ndarray, np.ndarray]]
    activation: str

    def __call__(self, X) -> np.ndarray:
        inputs, activate = len(self.layers[0][0]), choose("activation", self.activation, HIDDEN)
        if inputs == 1 and np.ndim(X) != 2:
            return self(np.reshape(X, (-1, 1))).reshape(np.shape(X))
        X = as_inputs(X, inputs, float)
        for W, b in self.layers[:-1]:
            X = activate(X @ W + b)
        W, b = self.layers[-1]
        return X @ W + b


def bump_net(edges, heights, steepness: float) -> Network:
    """Bumps side by side from sigmoids: about heights[i] between edges[i] and edges[i + 1], about 0 outside.

    edges (K + 1,), increasing; heights (K,). Neighbours share a sigmoid, so there are K + 1 units; one bump alone is
    sigmoid(steepness (x - left)) - sigmoid(steepness (x - right)).
    Raises ValueError for other shapes, edges out of order, numbers that are not finite, a steepness <= 0.
    Source: Cybenko (1989), https://doi.org/10.1007/BF02551274; deck item D1-22.

    >>> bump_net([0.2, 0.6], [1.0], 50)([0.0, 0.4, 0.8]).round(4).tolist()
    [0.0, 0.9999, 0.0]
    """
    edges, heights = increasing(edges, "edges"), np.asarray(heights, dtype=float)
    if heights.shape != (len(edges) - 1,):
        raise ValueError(f"{len(edges)} edges need {len(edges) - 1} heights, one between each two; got shape {heights.shape}")
    check_finite(heights=heights)
    _positive(steepness, "steepness")
    jumps = np.diff(heights, prepend=0.0, append=0.0)
    return Network([(np.full((1, len(edges)), float(steepness)), -steepness * edges), (jumps[:, None], np.zeros(1))], "sigmoid")


def bump_steepness(distance: float, error: float) -> float:
    """How steep the sigmoids of a bump of height 1 must be: within error of the box wherever an edge is this distance or more away.

    There each sigmoid is within sigmoid(-steepness distance) = error / 2 of its step, so steepness = ln(2 / error - 1) / distance.
    At the edge itself no steepness helps: the bump is about 1/2 there. Raises ValueError unless distance > 0 and 0 < error < 1.
    Deck item D1-22, and erratum 6: a jump is not continuous.

    >>> round(bump_steepness(0.1, 0.01), 2)
    52.93
    """
    _positive(distance, "distance")
    if not 0 < error < 1:
        raise ValueError(f"the error must lie between 0 and 1, the height of the bump; got {error}")
    return float(np.log(2 / error - 1) / distance)


def hinge_net(x, y) -> Network:
    """The ReLU network that runs through all points (x[k], y[k]) and is straight between them: one hinge at each x[k] but the last.

    x (K + 1,), increasing; y (K + 1,); K hidden units. Its weights: hidden W = 1, b = -x[k]; output W = change of slope at x[k], b = y[0].
    Left of x[0] it stays at y[0], right of x[K] it goes on with its last slope. Where y = f(x) and f is twice continuously
    differentiable, it errs by at most h^2 / 8 max|f''| between the ends, h being the widest gap. Raises ValueError for points out of order.
    Deck item D1-22, whose errors for the sine on [0, 2 pi] come from K equal gaps (they are the same on [-pi, pi]):

    >>> x = [np.linspace(0, 2 * np.pi, K + 1) for K in (4, 8, 16, 32, 64)]
    >>> [round(sup_error(np.sin, hinge_net(knots, np.sin(knots)), (0, 2 * np.pi)), 4) for knots in x]
    [0.2105, 0.0704, 0.0188, 0.0048, 0.0012]
    """
    x, y = increasing(x, "x"), np.asarray(y, dtype=float)
    if y.shape != x.shape:
        raise ValueError(f"every x needs its y: expected shape {x.shape}, got {y.shape}")
    check_finite(y=y)
    slope_changes = np.diff(np.diff(y) / np.diff(x), prepend=0.0)
    return Network([(np.ones((1, len(x) - 1)), -x[:-1]), (slope_changes[:, None], y[:1])], "relu")


def tent_net(depth: int) -> Network:
    """The tent map x -> 1 - |2x - 1| of [0, 1] applied so many times: depth hidden layers of 2 ReLU units, 2^depth straight pieces.

    Every layer computes 2 relu(x) - 4 relu(x - 1/2). Raises ValueError for a depth below 1.
    Source: Telgarsky (2016), https://doi.org/10.48550/arXiv.1602.04485; deck items D1-23 and D2-08.

    >>> tent_net(2)([0, 1/8, 1/4, 1/2, 3/4, 1]).tolist()
    [0.0, 0.5, 1.0, 0.0, 1.0, 0.0]
    """
    if depth < 1:
        raise ValueError(f"the tent map needs at least one hidden layer; got depth {depth}")
    fold, b, out = np.ones((1, 2)), np.array([0.0, -0.5]), np.array([[2.0], [-4.0]])
    return Network([(fold, b), *[(out @ fold, b)] * (depth - 1), (out, np.zeros(1))], "relu")


def sup_error(f: Callable, g: Callable, interval: tuple[float, float], points: int = 20_001) -> float:
    """The largest |f(x) - g(x)| over an interval, seen on an equal grid of so many points with both ends: never above the supremum.

    f and g take an array x (points,). Raises ValueError for an empty interval or where a value is not a number. Deck item D0-11.

    >>> sup_error(np.cos, np.ones_like, (0, np.pi))
    2.0
    """
    x = np.linspace(*increasing(interval, "the interval"), points)
    error = np.abs(np.asarray(f(x)) - np.asarray(g(x)))
    if np.isnan(error).any():
        raise ValueError(f"f - g is not a number at x = {x[np.isnan(error)][0]:.6g}; choose an interval where both are defined")
    return float(error.max())


def increasing(numbers, name: str) -> np.ndarray:
    """The numbers as an array; ValueError unless they are two or more, finite, and each larger than the one before (D1-22: knots)."""
    numbers = np.asarray(numbers, dtype=float)
    if numbers.ndim != 1 or len(numbers) < 2 or not np.isfinite(numbers).all() or not (np.diff(numbers) > 0).all():
        raise ValueError(f"{name} should be two or more finite numbers, each larger than the one before; got {numbers}")
    return numbers


def _positive(number: float, name: str) -> None:
    if not 0 < number < np.inf:
        raise ValueError(f"the {name} must be a positive number; got {number}")
