"""Activations: what a neuron does with its pre-activation z.

Each is given by its value and by its slope, f'(z). The slope is written in terms of the activation a = f(z), for that is what
backpropagation has at hand: tanh'(z) = 1 - a^2. Values may be written over z (`out=z`). All are stable at any z, and follow a
complex step as they follow a real one.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from course_lib.nn.checks import choose


def linear(z, out=None):
    """z itself: no squashing (D1-07)."""
    return np.positive(z, out=out)


def threshold(z, out=None):
    """The hard threshold: +1 where z >= 0, -1 elsewhere; same shape as z, integers.

    The sign function leaves sgn(0) open; here a neuron at exactly zero fires, so the answer is always +1 or -1.
    Source: McCulloch and Pitts (1943), https://doi.org/10.1007/BF02478259; deck items D1-03 and D1-04.

    >>> threshold([-7.0, 0.0, 3.0])
    array([-1,  1,  1])
    """
    return np.subtract(2 * (np.asarray(z) >= 0), 1, out=out)


def sigmoid(z, out=None):
    """1 / (1 + exp(-z)), between 0 and 1 (D1-08).

    Only ever exp of a number <= 0, so that nothing overflows and small values keep all their digits.

    >>> sigmoid([-1000.0, 0.0, 1000.0]).tolist()
    [0.0, 0.5, 1.0]
    """
    z = np.asarray(z)
    e = np.exp(np.where(z > 0, -z, z))
    return np.divide(np.where(z > 0, 1, e), 1 + e, out=out)


def tanh(z, out=None):
    """The hyperbolic tangent, between -1 and 1; sigmoid(z) = (1 + tanh(z / 2)) / 2 (D1-09)."""
    return np.tanh(z, out=out)


def relu(z, out=None):
    """max(z, 0), the rectified linear unit; its slope at 0 is taken to be 0 (D0-06, D1-10).

    Source: Glorot, Bordes and Bengio (2011), Deep sparse rectifier neural networks.
    """
    return np.maximum(z, 0, out=out)


def leaky_relu(z, out=None):
    """max(z, 0.1 z); its slope at 0 is taken to be 0.1 (D0-07, D3-17)."""
    return np.maximum(z, np.multiply(0.1, z), out=out)


def elu(z, out=None):
    """z where z > 0, exp(z) - 1 elsewhere; smooth at 0, where its slope is 1 (D2-06).

    exp(z) - 1 >= z for every z, so the value is the larger of z and exp(min(z, 0)) - 1.
    Source: Clevert, Unterthiner and Hochreiter (2015), https://arxiv.org/abs/1511.07289.
    """
    return np.maximum(z, np.expm1(np.minimum(z, 0)), out=out)


def softplus(z, out=None):
    """log(1 + exp(z)), a smooth ReLU whose slope is the sigmoid (D2-06).

    >>> softplus([-1000.0, 1000.0]).tolist()
    [0.0, 1000.0]
    """
    z = np.asarray(z)
    return np.add(np.maximum(z, 0), np.log1p(np.exp(np.where(z > 0, -z, z))), out=out)


class Activation(NamedTuple):
    """A value f(z) and a slope f'(z), the latter as a function of a = f(z)."""

    value: Callable
    slope: Callable


ACTIVATIONS = {
    "linear":     Activation(linear,     lambda a: np.ones_like(a)),
    "threshold":  Activation(threshold,  lambda a: np.zeros_like(a)),        # undefined at 0, where it jumps
    "sigmoid":    Activation(sigmoid,    lambda a: a * (1 - a)),
    "tanh":       Activation(tanh,       lambda a: 1 - a * a),
    "relu":       Activation(relu,       lambda a: a > 0),
    "leaky_relu": Activation(leaky_relu, lambda a: np.where(a > 0, 1, 0.1)),
    "elu":        Activation(elu,        lambda a: np.minimum(a, 0) + 1),
    "softplus":   Activation(softplus,   lambda a: -np.expm1(-a)),
}


def derivative(name: str, z) -> np.ndarray:
    """f'(z) of the activation of that name, as floats in the shape of z (D1-41).

    ValueError: there is no such activation.

    >>> derivative("relu", [-2.0, 0.0, 2.0]).tolist(), derivative("sigmoid", 0.0).item()
    ([0.0, 0.0, 1.0], 0.25)
    """
    activation = choose("activation", name, ACTIVATIONS)
    a = activation.value(np.multiply(z, 1.0))
    return np.asarray(activation.slope(a), dtype=np.result_type(a, 1.0))
