"""Approximation in many dimensions: least squares finds the cosines, hinges follow each of them within the bound."""
from itertools import product

import numpy as np
import pytest

from course_lib.topics.cosines import cosine_net, cosines_to_hinges


def waves(X):
    return np.exp(-(X ** 2).sum(axis=1)) * np.sin(3 * X[:, 0])


def grid_of_frequencies(dimension, largest, unit):
    """(dimension, K): one of each pair k, -k of whole numbers up to the largest, times the unit."""
    zero = (0,) * dimension
    return unit * np.array([k for k in product(range(-largest, largest + 1), repeat=dimension) if k > zero], dtype=float).T


def samples(dimension, count=1500, seed=0):
    return np.random.default_rng([seed, dimension]).uniform(-1, 1, (count, dimension))


@pytest.mark.parametrize("dimension", [1, 2, 3, 5])
def test_a_sum_of_the_given_cosines_is_found_exactly(dimension):
    rng = np.random.default_rng(dimension)
    directions, a, b = rng.normal(size=(dimension, 3)), rng.normal(size=3), rng.normal(size=3)
    W = [2, 5, 9] * directions / np.linalg.norm(directions, axis=0)

    def target(X):
        return np.cos(X @ W) @ a + np.sin(X @ W) @ b + 0.7

    X = samples(dimension)
    network = cosine_net(X, target(X), W)
    assert [w.shape for w, _ in network.layers] == [(dimension, 6), (6, 1)] and network.activation == "cos"
    assert network.layers[0][1].tolist() == [0, 0, 0, -np.pi / 2, -np.pi / 2, -np.pi / 2]
    np.testing.assert_allclose(network(2 * X)[:, 0], target(2 * X), rtol=0, atol=1e-10)


def test_more_frequencies_come_nearer():
    X, fresh, errors = samples(2), samples(2, seed=1), []
    for largest in (1, 2, 3, 4):
        network = cosine_net(X, waves(X), grid_of_frequencies(2, largest, np.pi / 2))
        errors.append(abs(network(fresh)[:, 0] - waves(fresh)).max())
    assert (np.diff(errors) < 0).all() and errors[-1] < 1e-3


@pytest.mark.parametrize("dimension", [1, 2, 3])
@pytest.mark.parametrize("hinges", [1, 4, 16, 64])
def test_hinges_follow_the_cosines_within_the_sum_of_their_bounds(dimension, hinges):
    rng, X = np.random.default_rng(dimension), samples(dimension)
    low, high = -np.arange(1.0, dimension + 1), np.full(dimension, 0.5)
    cosines = cosine_net(X, waves(X), rng.normal(scale=3, size=(dimension, 10)))
    (W, _), (weights, _) = cosines.layers
    relu = cosines_to_hinges(cosines, low, high, hinges)
    bound = (abs(weights[:, 0]) * (abs(W).T @ (high - low) / hinges) ** 2 / 8).sum()
    inside = low + (high - low) * np.vstack([rng.random((2000, dimension)), list(product([0, 1], repeat=dimension))])
    assert abs(relu(inside) - cosines(inside)).max() <= bound
    assert relu.activation == "relu" and [w.shape for w, _ in relu.layers] == [(dimension, 20 * hinges), (20 * hinges, 1)]


def test_hinges_agree_with_the_cosine_at_its_knots():
    cosines = cosine_net(samples(1), np.cos(3 * samples(1)[:, 0]), [[3.0]])
    knots = np.linspace(-1, 2, 8)[:, None]
    np.testing.assert_allclose(cosines_to_hinges(cosines, [-1.0], [2.0], 7)(knots), np.cos(3 * knots), rtol=0, atol=1e-12)


def test_cosines_that_look_alike_do_not_get_huge_weights():
    X = samples(2)
    W = np.random.default_rng(0).normal(scale=2, size=(2, 40))
    weights = cosine_net(X, waves(X), W).layers[1][0]
    assert abs(weights).sum() < 100           # without the cut 38,531, and hinges would need as many more places


X, Y, W = np.zeros((4, 2)), np.zeros(4), np.ones((2, 3))
COSINES = cosine_net(samples(2), waves(samples(2)), W)
BAD = {
    "a row of y too few": (lambda: cosine_net(X, Y[:-1], W), "samples, inputs"),
    "y as a column": (lambda: cosine_net(X, Y[:, None], W), "samples, inputs"),
    "frequencies as rows": (lambda: cosine_net(X, Y, W.T), "samples, inputs"),
    "NaN": (lambda: cosine_net(X * np.nan, Y, W), "finite"),
    "an empty box": (lambda: cosines_to_hinges(COSINES, [1, 0], [0, 1], 3), "low < high"),
    "a box of another dimension": (lambda: cosines_to_hinges(COSINES, [0], [1], 3), "2 sides"),
    "no hinges": (lambda: cosines_to_hinges(COSINES, [0, 0], [1, 1], 0), "hinges >= 1"),
    "a constant": (lambda: cosines_to_hinges(cosine_net(X, Y, 0 * W), [0, 0], [1, 1], 3), "frequency 0"),
    "no cosines": (lambda: cosines_to_hinges(cosines_to_hinges(COSINES, [0, 0], [1, 1], 3), [0, 0], [1, 1], 3), "relu"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_named(case):
    call, words = BAD[case]
    with pytest.raises(ValueError, match=words):
        call()
