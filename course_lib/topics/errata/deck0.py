"""Evidence for the errata of deck D0: losses, convexity, descent, approximation (rows 1 to 15)."""
from __future__ import annotations

import numpy as np

from course_lib.datasets import bowl, moons
from course_lib.nn import MLP
from course_lib.nn.activations import sigmoid
from course_lib.nn.descent import gradient_descent
from course_lib.nn.gradients import central_difference, complex_step, hessian
from course_lib.topics.approximation import hinge_net, sup_error
from course_lib.topics.collapse import midpoint_gap, rank_and_bound, two_factor_gradient
from course_lib.topics.convexity import least_squares, violation_margin
from course_lib.topics.intervals import median_interval
from course_lib.topics.perceptron import lift
from course_lib.topics.piecewise import random_net
from course_lib.topics.playground_results import fair
from course_lib.topics.region_bounds import zaslavsky_count
from course_lib.topics.regions import regions
from course_lib.topics.rivals import polynomial, step_tree, taylor_polynomial


def convexity_inequality() -> dict:
    """Row 1 (D0-14): the inequality as printed and as it should be, at 10,000 random triples, for a square and for a dome."""
    rng = np.random.default_rng(0)
    (x1, x2), lam = rng.uniform(-3, 3, size=(2, 10_000)), rng.random(10_000)
    middle, found = lam * x1 + (1 - lam) * x2, {}
    for name, f in {"square": np.square, "dome": lambda x: x - 1 - x ** 2}.items():
        chord = lam * f(x1) + (1 - lam) * f(x2)
        found |= {f"{name}_printed": float((chord <= middle).mean()), f"{name}_right": float((f(middle) <= chord + 1e-12).mean())}
    return found


def always_above() -> dict:
    """Row 2 (D0-14): how far the chord from 0 to 2 runs above a line and a square at 1, and how far, drawn on, it is below x^2 at 3."""
    above = {name: abs(violation_margin(f, 0.0, 2.0, 0.5)) for name, f in {"line": lambda x: 1 + x, "square": lambda x: x ** 2}.items()}
    return above | {"beyond": 3.0 ** 2 - 2 * 3.0}


def expanded_square() -> dict:
    """Row 3 (D0-22): (y - f)^2 and the printed y^2 - 2 f + f^2, at y = 3 and f = 3.5."""
    y, f = 3, 3.5
    return {"square": (y - f) ** 2, "printed": y ** 2 - 2 * f + f ** 2}


def mean_squared_slope() -> dict:
    """Row 4 (D0-22): the slope in w of (y - f)^2 with f = 1.5 w + 0.5, at w = 2 and y = 3: measured, as printed, of the printed square."""
    y, slope = 3, 1.5

    def f(w):
        return slope * w[0] + 0.5
    at = np.array([2.0])
    return {"measured": float(central_difference(lambda w: (y - f(w)) ** 2, at)[0]),
            "repaired": float(2 * (f(at) - y) * slope), "printed": float(2 * slope + 2 * slope * f(at)),
            "of_printed_square": float(central_difference(lambda w: y ** 2 - 2 * f(w) + f(w) ** 2, at)[0])}


def entries_of_a_gradient() -> dict:
    """Row 5 (D0-18): f = w x + b has so many parameters, and the third printed entry, df/dx, is a slope in the datum: here w = 2."""
    slopes = complex_step(lambda t: t[0] * t[2] + t[1], np.array([2.0, 1.0, 3.0]))
    return {"parameters": len(MLP([1, 1], output="linear", rng=0).theta), "printed": len(slopes), "third": float(slopes[2])}


def any_function() -> dict:
    """Row 6 (D0-11): networks of 100 hinges or one steep sigmoid against 1/x, a sine on a longer line, and a jump: the largest misses."""
    knots, line = np.geomspace(0.01, 1, 101), np.linspace(-10, 10, 101)
    x = np.linspace(-1, 1, 20_001)
    jump = np.abs(sigmoid(1000 * x) - (x >= 0))
    return {"inside": sup_error(hinge_net(line, np.sin(line)), np.sin, (-10, 10)),
            "outside": sup_error(hinge_net(line, np.sin(line)), np.sin, (-100, 100)),
            "reciprocal": sup_error(hinge_net(knots, 1 / knots), lambda x: 1 / x, (1e-6, 1)),
            "jump": float(jump.max()), "jump_mean": float(jump.mean())}


def trees_and_taylor() -> dict:
    """Row 7 (D0-12): Taylor's polynomial of exp(-1/x^2) at 0, a polynomial through 33 points, a tree on the sine, hinges on 20 points."""
    def flat(x):
        return np.exp(-1 / np.maximum(x * x, 1e-300))
    points, values = np.linspace(0, 1, 20), np.random.default_rng(0).normal(size=20)
    return {"taylor": sup_error(flat, taylor_polynomial([0.0] * 33, 0.0), (-1, 1)),
            "through_points": sup_error(flat, polynomial(flat, 33, (-1, 1)), (-1, 1)),
            "tree": sup_error(np.sin, step_tree(np.sin, 255, (0, 2 * np.pi)), (0, 2 * np.pi)),
            "on_points": float(np.abs(hinge_net(points, values)(points) - values).max())}


def just_a_linear_regression() -> dict:
    """Row 8 (D0-03): layers without activations are affine, of capped rank; but (w1 w2 - 1)^2 has slope 0 at 0, and it is a saddle."""
    net = MLP([5, 2, 4], activation="linear", output="linear", rng=0)
    rng = np.random.default_rng(0)
    gap = midpoint_gap(net.predict, *rng.normal(size=(2, 100, 5))).max()
    curvatures = np.linalg.eigvalsh(hessian(two_factor_gradient, np.zeros(2)))
    return {"gap": float(gap), "rank": rank_and_bound(net.layers)[0], "slope": float(np.abs(two_factor_gradient(np.zeros(2))).max()),
            "lowest": float(curvatures[0]), "highest": float(curvatures[1])}


def range_of_sigmoid() -> dict:
    """Row 9 (D0-09, D3-05): where float64 first computes a sigmoid of exactly 1, and where mathematics puts that place: 53 ln 2."""
    z = np.arange(36, 38, 0.0001)
    return {"first": float(z[sigmoid(z) == 1][0]), "theory": float(53 * np.log(2)), "below": float(sigmoid(-800.0))}


def stuck_in_minima() -> dict:
    """Row 10 (D0-21): 100 random walks on a bowl, and the median training loss of 256 playground networks of each of two sizes."""
    surface, starts = bowl([1, 10]), np.random.default_rng(0).normal(size=(100, 2))
    ends = [gradient_descent(surface.gradient, start, 0.1, max_steps=200).theta for start in starts]
    (small, *small_interval), (wide, *wide_interval) = (median_interval(fair(hidden, "tanh").train) for hidden in ((4, 2), (8, 8)))
    return {"farthest": float(np.linalg.norm(ends, axis=1).max()), "small": small, "small_interval": small_interval,
            "wide": wide, "wide_interval": wide_interval}


def small_steps() -> dict:
    """Row 11 (D0-20): descent with lr 0.0001 on a bowl, stopped by |change| < 0.001: after how many steps, how far from the minimum."""
    run = gradient_descent(bowl([1, 10]).gradient, [10, 1], 0.0001, max_steps=10_000, small_change=1e-3)
    return {"steps": len(run.path) - 1, "distance": float(np.linalg.norm(run.theta))}


def slope_of_accuracy() -> dict:
    """Row 12 (D0-26): 10,000 random units on 50 points: how many error rates change for a nudge of ±0.0001, and by which quotient."""
    X, y = moons(50, noise=0.2, rng=0)
    rows, W, h = lift(X), np.random.default_rng(0).normal(size=(3, 10_000)), 1e-4

    def error_rate(W):
        return ((rows @ W >= 0) != y[:, None]).mean(axis=0)
    nudge = np.array([[h], [0], [0]])
    slopes = (error_rate(W + nudge) - error_rate(W - nudge)) / (2 * h)
    return {"changed": int((slopes != 0).sum()), "of": slopes.size, "smallest": float(np.abs(slopes[slopes != 0]).min()),
            "one_point": 1 / (len(X) * 2 * h)}


def one_point_only() -> dict:
    """Row 13 (D0-13): how many directions of minimisers least squares has, with two different columns and with one twice the other."""
    a, b = np.random.default_rng(0).normal(size=(2, 20))
    return {name: least_squares(np.column_stack([a, second]), a).free.shape[1] for name, second in {"full": b, "twice": 2 * a}.items()}


def pieces_of_a_gradient() -> dict:
    """Row 14 (D0-16): 10 ReLUs of two inputs have 1,024 patterns; at most so many occur in one network, and so many in the best of 20."""
    counted = max(len(regions(random_net([2, 10, 1], rng=seed), (-9, 9, -9, 9))) for seed in range(20))
    return {"patterns": 2 ** 10, "cap": zaslavsky_count(10, 2), "counted": counted,
            "patterns_20": 2 ** 20, "cap_20": zaslavsky_count(20, 2)}


def squashed() -> dict:
    """Row 15 (D0-08): whether tanh(100) and tanh(10000) are the same number in float64, and from which z on tanh is 1."""
    z = np.arange(15, 25, 0.0001)
    return {"tie": bool(np.tanh(100.0) == np.tanh(10000.0)), "from": float(z[np.tanh(z) == 1][0])}


ROWS = dict(enumerate((convexity_inequality, always_above, expanded_square, mean_squared_slope, entries_of_a_gradient, any_function,
                       trees_and_taylor, just_a_linear_regression, range_of_sigmoid, stuck_in_minima, small_steps, slope_of_accuracy,
                       one_point_only, pieces_of_a_gradient, squashed), start=1))
