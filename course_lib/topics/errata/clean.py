"""What the slides print and what checking confirmed: one small function for each, True where it holds."""
from __future__ import annotations

import numpy as np

from course_lib.datasets import gate, two_predictors
from course_lib.nn import MLP
from course_lib.nn.activations import sigmoid
from course_lib.nn.distributions import cross_entropy, entropy, kl_divergence, softmax
from course_lib.nn.gradients import complex_step, relative_error
from course_lib.nn.losses import mean_squared_error, zero_one
from course_lib.nn.schedules import robbins_monro
from course_lib.topics.deck_backprop import deck_backprop
from course_lib.topics.errata.deck4 import product_of_v
from course_lib.topics.notations import from_deck, to_deck
from course_lib.topics.perceptron import unit
from course_lib.topics.scalar import Value
from course_lib.topics.threshold_logic import corners


def table_3_6() -> int:
    """How many of the eight rows of table 3.6 the unit v = -2 + 2 x1 + 4 x2 - x3 gets right: x2 and (x1 or not x3) (D1-04)."""
    X = corners(3)
    x1, x2, x3 = X.T > 0
    return int((unit(X, [2, 4, -1], -2) == np.where(x2 & (x1 | ~x3), 1, -1)).sum())


def xor_network() -> int:
    """How many rows of XOR the printed network gets right: sgn(1 - z1 + z2) of sgn(1 - x1 + x2) and sgn(-1 - x1 + x2) (D1-13)."""
    X, y = gate("XOR")
    return int((unit(unit(X, [[-1, -1], [1, 1]], [1, -1]), [-1, 1], 1) == y).sum())


def softmax_of_four() -> list[float]:
    """softmax(5, 2, -1, 3), printed as .842, .042, .002, .114 (D3-19)."""
    return softmax([5.0, 2.0, -1.0, 3.0]).tolist()


def two_networks() -> list[list[float]]:
    """Error rate, squared error and cross-entropy of NN1 and of NN2: .33, .25, .38 and .33, .71, 1.06 in print (D3-21)."""
    truth, *networks = two_predictors()
    return [[float(zero_one(q, truth)[0]), float(mean_squared_error(q, truth)[0]), float(cross_entropy(truth, q).mean())] for q in networks]


def graph_slopes() -> list[float]:
    """The slopes of (x + y) z at (-2, 5, -4): -4, -4 and 3 in print (D3-12)."""
    x, y, z = Value(-2), Value(5), Value(-4)
    ((x + y) * z).backward()
    return [node.grad for node in (x, y, z)]


def two_paths() -> float:
    """How far the slope of t^2 (3 t + 1) is from the printed 9 t^2 + 2 t at t = 1.7 (D1-37)."""
    t = 1.7
    return float(abs(complex_step(lambda t: t[0] ** 2 * (3 * t[0] + 1), np.array([t]))[0] - (9 * t ** 2 + 2 * t)))


def sigmoid_from_tanh() -> float:
    """The largest difference between sigmoid(z) and (1 + tanh(z / 2)) / 2 on [-20, 20] (D1-09)."""
    z = np.linspace(-20, 20, 10_001)
    return float(np.abs(sigmoid(z) - (1 + np.tanh(z / 2)) / 2).max())


def kl_from_cross_entropy() -> float:
    """The largest difference between KL(p, q) and cross-entropy minus entropy, over 1,000 random pairs of five classes (D4-26)."""
    p, q = np.random.default_rng(0).dirichlet(np.ones(5), size=(2, 1000))
    return float(np.abs(kl_divergence(p, q) - (cross_entropy(p, q) - entropy(p))).max())


def v_recursion() -> float:
    """The relative error of the gradient by D4's product of V matrices (D4-10)."""
    return product_of_v()["right"]


def d3_recursion() -> float:
    """The relative error of the gradient by D3's recursion of deltas, in a network 3-4-2 of tanh (D3-15)."""
    net, (x, y) = MLP([3, 4, 2], output="tanh", rng=0), np.split(np.random.default_rng(0).normal(size=5), [3])
    found = deck_backprop("D3", to_deck("D3", net.layers), x, y, ["tanh", "tanh"])
    gradient = np.concatenate([part.ravel() for layer in from_deck("D3", found.gradient) for part in layer])
    return relative_error(gradient, 2 * complex_step(lambda theta: net.loss(x[None], y[None], theta), net.theta))      # no 1/2


def robbins_monro_sums() -> list[float]:
    """The sums of 1/(k + 1) and of its square over the first million steps: the one grows for ever, the other nears pi^2/6 (D4-06)."""
    steps = robbins_monro()(np.arange(1_000_000))
    return [float(steps.sum()), float((steps ** 2).sum())]
