"""Evidence for the errata of deck D4: line search, softmax, the V matrices, rates, distances (rows 27 to 34)."""
from __future__ import annotations

import numpy as np

from course_lib.datasets import SURFACES
from course_lib.nn import MLP
from course_lib.nn.activations import derivative, sigmoid
from course_lib.nn.descent import gradient_descent
from course_lib.nn.distributions import kl_divergence, softmax
from course_lib.nn.gradients import complex_step, relative_error
from course_lib.nn.schedules import robbins_monro
from course_lib.topics.deck_backprop import deck_backprop
from course_lib.topics.notations import to_deck
from course_lib.topics.propagation import deck_gradient_norms, deck_v_matrices, pre_activations


def steps_without_end() -> dict:
    """Row 27 (D4-02): E on the four points along the first descent direction from w = 0, for steps of 1, 10, 100 and 1,000; and for 20
    random least squares problems how many of the walks of 2,000 steps met a gradient of exactly 0."""
    surface, rng = SURFACES["four points"], np.random.default_rng(0)
    direction = -surface.gradient(np.zeros(2))
    exact = 0
    for X, y in zip(rng.normal(size=(20, 10, 3)), rng.normal(size=(20, 10)), strict=True):
        exact += gradient_descent(lambda w, X=X, y=y: X.T @ (X @ w - y), np.zeros(3), 0.03, max_steps=2000).stopped_by == "gradient"
    return {"errors": [float(surface.value(step * direction)) for step in (1, 10, 100, 1000)], "exact_zeros": exact}


def softmax_of_activations() -> dict:
    """Row 28 (D4-23): the largest probability that a softmax of sigmoids, or of tanhs, can give one of 2, 3 and 10 classes."""
    winners = {C: np.eye(C)[0] for C in (2, 3, 10)}
    return {"sigmoid": [float(softmax(winner)[0]) for winner in winners.values()],
            "tanh": [float(softmax(2 * winner - 1)[0]) for winner in winners.values()]}


def product_of_v() -> dict:
    """Row 29 (D4-09 to D4-11): a network 5-7-6-4-3: the error of the deck's gradient with V from l + 1 on, and with phi' counted twice;
    how many numbers the product from V^1 on gives layer 1, and how many units that has."""
    net, (x, y) = MLP([5, 7, 6, 4, 3], output="tanh", rng=0), np.split(np.random.default_rng(0).normal(size=8), [5])
    exact = 2 * complex_step(lambda theta: net.loss(x[None], y[None], theta), net.theta)        # the deck has no 1/2
    exact = np.concatenate([W.ravel() for W, _ in net.views(exact)])
    found = deck_backprop("D4", to_deck("D4", net.layers), x, y, ["tanh"] * 4)
    slopes = [derivative("tanh", z) for z in pre_activations(net.layers, "tanh", x)]
    right, twice = (np.concatenate([(dW.T * factor).ravel() for dW, factor in zip(found.gradient, factors, strict=True)])
                    for factors in ([1] * 4, slopes))
    too_long = np.linalg.multi_dot([*deck_v_matrices(net.layers, "tanh", x), found.deltas[-1]])
    return {"right": relative_error(right, exact), "twice": relative_error(twice, exact),
            "from_v1": len(too_long), "units": len(found.deltas[0])}


def shrinking_steps(lr: float = 1.0, steps: int = 1_000_000) -> np.ndarray:
    """x after 0, 1, ..., steps steps of lr/(k + 1) down f = x^2/10 from x = 1, whose slope is x/5 (D4-07): a product of 1 - lr/5(k + 1).

    >>> shrinking_steps(steps=2).tolist()
    [1.0, 0.8, 0.7200000000000001]
    """
    return np.concatenate([[1.0], np.cumprod(1 - robbins_monro(lr)(np.arange(steps)) / 5)])


def rate_of_small_steps() -> dict:
    """Row 30 (D4-06, D4-07): where x is after 10, 100, ... 10^6 steps down x^2/10 with steps 1/(k + 1), how f falls from the last but
    one to the last (as a power of k), and the same power with 2.5 times the steps, 1 / (2 mu)."""
    at = 10 ** np.arange(1, 7)
    x, longer = shrinking_steps()[at], shrinking_steps(2.5)[at]
    return {"x": x.tolist(), "power": float(2 * np.log10(x[-1] / x[-2])), "power_longer": float(2 * np.log10(longer[-1] / longer[-2]))}


def indices_of_sgd() -> dict:
    """Row 31 (D4-04, D4-07): updates of a loop k = 0 .. 10 and the 10 rates it is given; sample gradients of 10 epochs on 4 samples;
    weights of a 2-3-1 network without biases, which the slide puts into R^d although d is the number of inputs."""
    K, samples, layers = 10, 4, to_deck("ours", MLP([2, 3, 1], rng=0).layers)
    return {"updates": len(range(0, K + 1)), "rates": len(range(1, K + 1)), "epochs": K * samples,
            "weights": sum(W.size for W, _ in layers), "inputs": len(layers[0][0])}


def not_a_distance() -> dict:
    """Row 32 (D4-25): KL of p from itself and from others, infinite where q leaves out something; and d = 0 for every pair, which obeys the
    printed d(x, x) = 0, symmetry and the triangle inequality."""
    p = np.array([0.25, 0.75])
    always_0 = np.zeros((3, 3))
    obeys = bool((np.diag(always_0) == 0).all() and (always_0 == always_0.T).all()
                 and (always_0[:, None] <= always_0[:, :, None] + always_0[None]).all())
    return {"itself": float(kl_divergence(p, p)), "another": float(kl_divergence(p, [0.5, 0.5])),
            "left_out": float(kl_divergence(p, [1.0, 0.0])), "nothing_obeys": obeys}


def kind_of_a_prediction() -> dict:
    """Row 33 (D4-17): labels are among 0 and 1, what a sigmoid says is not, and a softmax says a vector: z = 1 and z = (1, 0, 0)."""
    said = float(sigmoid(1.0))
    return {"said": said, "is_a_label": said in (0, 1), "vector": softmax([1.0, 0.0, 0.0]).tolist()}


def norm_of_a_gradient() -> dict:
    """Row 34 (D4-14): the spectral norm of dE/dW of the first layer, by SVD, by the product of two lengths, and the deck's bound;
    and over all layers the most that the bound is above the norm."""
    net, (x, y) = MLP([5, 7, 6, 4, 3], rng=0), np.split(3 * np.random.default_rng(0).normal(size=8), [5])
    found = deck_backprop("D4", to_deck("D4", net.layers), x, y, ["tanh"] * 4)
    exact, bound = deck_gradient_norms(net.layers, "tanh", x, found.deltas[-1])
    return {"svd": float(np.linalg.norm(found.gradient[0], ord=2)), "lengths": float(exact[0]), "bound": float(bound[0]),
            "loosest": float((bound / exact).max()), "rank": int(np.linalg.matrix_rank(found.gradient[0]))}


ROWS = dict(enumerate((steps_without_end, softmax_of_activations, product_of_v, rate_of_small_steps, indices_of_sgd, not_a_distance,
                       kind_of_a_prediction, norm_of_a_gradient), start=27))
