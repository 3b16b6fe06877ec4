"""Evidence for the errata of decks D2 and D3, two of which D4 shares: biases, guarantees, sums, logistic regression (rows 21 to 26)."""
from __future__ import annotations

import numpy as np

from course_lib.datasets import double_well, four_points, income9
from course_lib.nn import MLP, SGD
from course_lib.nn.activations import sigmoid
from course_lib.nn.descent import gradient_descent
from course_lib.nn.gradients import central_difference
from course_lib.nn.schedules import robbins_monro
from course_lib.topics import logistic
from course_lib.topics.deck_backprop import deck_batch_gradient
from course_lib.topics.notations import to_deck
from course_lib.topics.perceptron import lift


def no_biases() -> dict:
    """Row 21 (D2-04, D2-07, D4-19): 50 units without biases: the largest |N(0)|, the largest |N(t) + N(-t)| for tanh, and the best fit of
    a cosine on [-pi, pi] by 50 random tanh units on x alone and on (x, 1)."""
    t = np.linspace(-3, 3, 601)[:, None]
    nets = {name: MLP([1, 50, 1], activation=name, output="linear", rng=0) for name in ("tanh", "relu", "elu")}
    x = np.linspace(-np.pi, np.pi, 2001)[:, None]
    misses = {}
    for name, rows in {"alone": x, "with_one": lift(x)}.items():
        H = np.tanh(rows @ np.random.default_rng(0).normal(size=(rows.shape[1], 50)))
        misses[name] = float(np.abs(H @ np.linalg.lstsq(H, np.cos(x), rcond=1e-8)[0] - np.cos(x)).max())
    return {"at_0": max(abs(float(net.predict([[0.0]])[0, 0])) for net in nets.values()),
            "odd": float(np.abs(nets["tanh"].predict(t) + nets["tanh"].predict(-t)).max())} | misses


def stochastic_guarantees() -> dict:
    """Row 22 (D2-02, D4-06, D4-07): 1,000 noisy walks of 10,000 steps 0.1/(k + 1)^0.7 on a tilted double well, from anywhere in [-2, 2]:
    the median |gradient| at start and end, and the share of walks that end in the deeper well and in the other."""
    well, rng = double_well(0.3), np.random.default_rng(0)
    x = rng.uniform(-2, 2, size=(1000, 1))
    start, optimizer = np.abs(well.gradient(x)), SGD(robbins_monro(0.1, power=0.7))
    for _ in range(10_000):
        optimizer.step(x, well.gradient(x) + rng.uniform(-1, 1, size=x.shape))
    deeper, other = (float((np.abs(x - minimum) < 0.3).mean()) for minimum in well.minima)
    return {"before": float(np.median(start)), "after": float(np.median(np.abs(well.gradient(x)))), "deeper": deeper, "other": other}


def sums_and_means() -> dict:
    """Row 23 (D2-12, D4-07, D1-30): the gradient of 32 samples, one network, by each deck's formulas, over ours in length."""
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(32, 3)), rng.normal(size=(32, 1))
    net = MLP([3, 4, 1], output="linear", rng=0)
    ours = net.loss_and_grad(X, Y)[1][:12]                              # the first layer's W: biases are not in every deck
    return {deck: float(np.linalg.norm(deck_batch_gradient(deck, to_deck(deck, net.layers), X, Y, ["tanh", "linear"])[0][0])
                        / np.linalg.norm(ours)) for deck in ("D1", "D2", "D4")}


def one_global_minimum() -> dict:
    """Row 24 (D3-05): logistic regression on standardised age, the deck's table: oldest low and youngest high income, whether w = age - 29
    separates all nine, and the length of w and the loss after 100, 1,000 and 10,000 steps of lr 1."""
    people = income9()
    X, y = lift(((people.age - people.age.mean()) / people.age.std())[:, None]), people.high
    path = gradient_descent(lambda w: (sigmoid(X @ w) - y) @ X / len(X), np.zeros(2), 1.0, max_steps=10_000).path[[100, 1000, 10_000]]
    return {"oldest_low": int(people.age[y == 0].max()), "youngest_high": int(people.age[y == 1].min()),
            "separated": int(((people.age > 29) == (y == 1)).sum()), "lengths": np.linalg.norm(path, axis=1).tolist(),
            "losses": [float(logistic.negative_log_likelihood(w, X, y)) for w in path]}


def sigmoid_with_signs() -> dict:
    """Row 25 (D4-01, D4-20): the four points with labels ±1 and with 0 and 1: the least squared error of a sigmoid over a grid of w, and of
    a tanh with labels ±1."""
    X, y = four_points()
    w = np.stack(np.meshgrid(*[np.linspace(-20, 20, 81)] * 2), axis=-1)
    signs = 2 * y - 1
    return {"negatives": int((y == 0).sum()), "signs": float(((sigmoid(w @ X.T) - signs) ** 2).sum(axis=-1).min()),
            "zero_one": float(((sigmoid(w @ X.T) - y) ** 2).sum(axis=-1).min()),
            "tanh": float(((np.tanh(w @ X.T) - signs) ** 2).sum(axis=-1).min())}


def sums_and_indices() -> dict:
    """Row 26 (D3-05, D3-06): the slope of the printed E(w), a sum over the nine people, is so many times the bracket of the update."""
    people = income9()
    X, w = lift(people.age[:, None] / 50), np.array([1.0, -0.5])
    slope = central_difference(lambda w: logistic.negative_log_likelihood(w, X, people.high), w)
    bracket = (sigmoid(X @ w) - people.high) @ X / len(X)
    return {"ratio": float(np.linalg.norm(slope) / np.linalg.norm(bracket)), "people": len(X), "coordinates": X.shape[1]}


ROWS = dict(enumerate((no_biases, stochastic_guarantees, sums_and_means, one_global_minimum, sigmoid_with_signs, sums_and_indices),
                      start=21))
