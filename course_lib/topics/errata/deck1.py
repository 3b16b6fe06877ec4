"""Evidence for the errata of deck D1: expressiveness and backpropagation (rows 16 to 20)."""
from __future__ import annotations

import numpy as np

from course_lib.nn import MLP
from course_lib.nn.activations import derivative, relu
from course_lib.nn.distributions import softmax
from course_lib.nn.gradients import central_difference, complex_step, relative_error
from course_lib.nn.losses import half_squared_error, mean_squared_error
from course_lib.topics.deck_backprop import deck_backprop
from course_lib.topics.notations import from_deck, to_deck
from course_lib.topics.perceptron import unit
from course_lib.topics.region_bounds import montufar_as_printed, montufar_bound, region_cap, zaslavsky_count
from course_lib.topics.threshold_logic import corners, monomials, parity


def linear_regions() -> dict:
    """Row 16 (D1-23): two inputs and two layers of 4 ReLUs: the print, the patterns, the cap of any network, what some network reaches; and
    what a third layer multiplies at most: the print, and each region, which four lines cut.
    """
    growth = {"print_grows": montufar_as_printed(2, 4, 3) / montufar_as_printed(2, 4, 2), "regions_grow": zaslavsky_count(4, 2)}
    return growth | {"printed": montufar_as_printed(2, 4, 2), "patterns": 2 ** 8, "cap": region_cap(2, [4, 4]),
                     "theorem": montufar_bound(2, [4, 4]), "three_units": [montufar_bound(2, [3] * layers) for layers in (1, 5)]}


def each_hidden_unit() -> dict:
    """Row 17 (D1-14): XOR by one unit that sees both inputs and two that see one; parity against all products of fewer inputs, n to 6."""
    X = corners(2)
    hidden = np.column_stack([unit(X, [1, 0], 0), unit(X, [0, 1], 0), unit(X, [1, 1], -1)])
    largest = max(abs(int(parity(corners(n)) @ column)) for n in range(2, 7) for inputs, column in monomials(corners(n)).items()
                  if len(inputs) < n)
    return {"rows_right": int((unit(hidden, [1, 1, -2], -1) == -parity(X)).sum()), "local": 2, "overlap": largest}


def slope_of_tanh() -> dict:
    """Row 18 (D1-41): z = 2 x - 0.5 at x = 1: the slope of tanh, measured, by the library, and sech^2 of z and of x."""
    x, z = 1.0, 1.5
    return {"measured": float(central_difference(lambda z: np.tanh(z[0]), np.array([z]))[0]), "library": float(derivative("tanh", z)),
            "of_z": float(np.cosh(z) ** -2), "of_x": float(np.cosh(x) ** -2)}


def one_round_too_many() -> dict:
    """Row 19 (D1-43): which z the printed loop asks for in a network of three layers and does not find; the guarded loop's error."""
    net = MLP([2, 4, 3, 3], rng=0)
    x, y = np.array([0.5, -1.0]), np.array([0.0, 1.0, 0.0])
    found = deck_backprop("D1", to_deck("D1", net.layers), x, y, ["tanh", "tanh", "softmax"])
    guarded = np.concatenate([part.ravel() for layer in from_deck("D1", found.gradient) for part in layer])
    exact = complex_step(lambda theta: net.loss(x[None], y[None], theta), net.theta)
    numbers = range(1, len(found.deltas) + 1)
    missing = {layer - 1 for layer in reversed(numbers)} - set(numbers)
    return {"missing": missing.pop(), "error": relative_error(guarded, exact)}


def four_wordings() -> dict:
    """Row 20 (D1-33, D1-10, D1-20): the half and the whole squared error of (3, 1) against (1, 1), a flat ReLU, a softmax of exactly 0."""
    Z, Y = [[3.0, 1.0]], [[1.0, 1.0]]
    return {"half": float(half_squared_error(Z, Y)[0]), "whole": float(mean_squared_error(Z, Y)[0]),
            "relu": [float(relu(-2.0)), float(relu(-1.0))], "softmax": float(softmax([0.0, -800.0])[1])}


ROWS = dict(enumerate((linear_regions, each_hidden_unit, slope_of_tanh, one_round_too_many, four_wordings), start=16))
