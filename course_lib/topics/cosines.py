"""Approximation in many dimensions: sums of cosines are dense, and each cosine, a function of one number, is made of hinges."""
from __future__ import annotations

import numpy as np

from course_lib.nn.checks import check_finite
from course_lib.topics.approximation import Network, hinge_net


def cosine_net(X, y, W) -> Network:
    """The sum of cosines that fits y best: bias + sum of a_j cos(x·w_j) + b_j sin(x·w_j), by least squares on the given samples.

    X (samples, inputs); y (samples,); W (inputs, K), a frequency in each column; 2K hidden units, for sin t = cos(t - pi/2).
    Such sums are dense in the continuous functions on a compact set: a product of two cosines is again a sum of two, the constants
    are among them and they tell points apart (Stone-Weierstrass). So some W fits as well as one likes; a given W need not.
    Raises ValueError where shapes do not match or a number is not finite. Source: Hornik, Stinchcombe and White (1989),
    https://doi.org/10.1016/0893-6080(89)90020-8; deck item D1-22.

    >>> X = np.array([[0.0, 0.0], [0.5, 1.0], [1.0, 0.5], [1.0, 1.0]])
    >>> cosine_net(X, np.cos(X @ [2, 1]), [[2.0], [1.0]])([[0.3, 0.2]]).round(6) == np.cos(0.8).round(6)
    array([[ True]])
    """
    X, y, W = (np.asarray(array, dtype=float) for array in (X, y, W))
    check_finite(X=X, y=y, W=W)
    if X.ndim != 2 or W.ndim != 2 or len(W) != X.shape[1] or y.shape != (len(X),):
        raise ValueError(f"expected X (samples, inputs), y (samples,), W (inputs, K); got {X.shape}, {y.shape}, {W.shape}")
    W, phases = np.hstack([W, W]), np.repeat([0.0, -np.pi / 2], W.shape[1])
    cosines = np.column_stack([np.cos(X @ W + phases), np.ones(len(X))])
    # Without the cut, cosines that look alike on the samples get huge weights of opposite sign, and hinges must be as exact to follow.
    weights = np.linalg.lstsq(cosines, y, rcond=1e-4)[0]
    return Network([(W, phases), (weights[:-1, None], weights[-1:])], "cos")


def cosines_to_hinges(network: Network, low, high, hinges: int) -> Network:
    """The ReLU network that has so many hinges in place of each cosine of a `cosine_net`, on the box low <= x <= high.

    low and high (inputs,). A cosine of t = w·x + phi depends on one number, which on the box lies in an interval of length
    |w|·(high - low): there `hinge_net` in t errs by at most h^2 / 8, so the sum by at most sum |weight_j| h_j^2 / 8.
    Raises ValueError for another activation, a frequency of 0 (a constant: it belongs in the bias), an empty box, hinges < 1.
    Deck item D1-22.
    """
    if network.activation != "cos":
        raise ValueError(f"only cosines can be replaced here; the network has activation {network.activation!r}")
    (W, phases), (weights, bias) = network.layers
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    if low.shape != (len(W),) or high.shape != low.shape or not (low < high).all() or not W.any(axis=0).all() or hinges < 1:
        raise ValueError(f"expected a box of {len(W)} sides with low < high, no frequency 0, hinges >= 1; got {low}, {high}, {hinges}")
    centre, reach = (low + high) / 2 @ W + phases, (high - low) / 2 @ abs(W)
    knots = centre + np.linspace(-1, 1, hinges + 1)[:, None] * reach
    curves = [hinge_net(t, np.cos(t)).layers for t in knots.T]
    hidden = np.repeat(W, hinges, axis=1), np.concatenate([phi + b for phi, ((_, b), _) in zip(phases, curves, strict=True)])
    output = np.vstack([a * V for a, (_, (V, _)) in zip(weights, curves, strict=True)]), bias + weights.T @ np.cos(knots[0])
    return Network([hidden, output], "relu")
