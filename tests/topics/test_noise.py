"""Noise of batches and walks against plain enumeration."""
from itertools import combinations, product

import numpy as np
import pytest

from course_lib.nn.schedules import robbins_monro
from course_lib.topics.noise import batch_variance, mean_square_on_bowl, stochastic_descent

G = np.random.default_rng(0).normal(size=(6, 3))


def spread(batches) -> float:
    means = G[np.array(batches)].mean(axis=1)
    return ((means - G.mean(axis=0)) ** 2).sum(axis=1).mean()


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_variance_is_that_of_all_batches(size):
    assert batch_variance(G, size) == pytest.approx(spread(list(product(range(6), repeat=size))))
    assert batch_variance(G, size, replace=False) == pytest.approx(spread(list(combinations(range(6), size))))


def test_all_samples_at_once_have_no_noise_and_with_replacement_they_have():
    assert batch_variance(G, 6, replace=False) == 0 < batch_variance(G, 6)
    assert batch_variance(G, 60) == pytest.approx(batch_variance(G, 6) / 10)


@pytest.mark.parametrize("gradients, size, message", [
    (G[0], 1, "shape"), (G[:1], 1, "two samples"), (G, 0, "batch_size"), (G, 7, "at most all 6")])
def test_what_is_no_batch_is_refused(gradients, size, message):
    with pytest.raises(ValueError, match=message):
        batch_variance(gradients, size, replace=False)


def pull(theta, rows):
    return theta - G[rows]


def test_walks_follow_the_samples_they_draw():
    path = stochastic_descent(pull, 6, np.zeros((4, 3)), robbins_monro(), 20, rng=5)
    rng = np.random.default_rng(5)
    draws = np.array([rng.integers(6, size=(4, 1))[:, 0] for _ in range(20)])
    assert path.shape == (21, 4, 3)
    for k in (1, 2, 20):
        assert path[k] == pytest.approx(G[draws[:k]].mean(axis=0))                # 1/(k+1): the running mean


def test_a_batch_is_the_mean_of_its_samples_and_walks_are_independent():
    path = stochastic_descent(pull, 6, np.zeros((40_000, 3)), 1.0, 1, batch_size=3, rng=1)[1]
    assert ((path - G.mean(axis=0)) ** 2).sum(axis=1).mean() == pytest.approx(batch_variance(G, 3), rel=0.02)
    assert np.abs(np.corrcoef(path[::2, 0], path[1::2, 0])[0, 1]) < 0.03


def test_starts_stay_as_they_are_and_the_rng_decides():
    starts = np.ones((2, 3))
    first, second, other = (stochastic_descent(pull, 6, starts, 0.1, 5, rng=seed) for seed in (0, 0, 1))
    assert np.array_equal(starts, np.ones((2, 3))) and np.array_equal(first, second) and not np.array_equal(first, other)


def test_a_runaway_walk_and_wrong_starts_are_told():
    with pytest.raises(FloatingPointError, match="smaller lr"):
        stochastic_descent(pull, 6, np.ones((1, 3)), 1e9, 60, rng=0)
    with pytest.raises(ValueError, match=r"\(walks, parameters\)"):
        stochastic_descent(pull, 6, np.ones(3), 0.1, 5)
    with pytest.raises(ValueError, match="steps"):
        stochastic_descent(pull, 6, np.ones((1, 3)), 0.1, 0)


def test_the_mean_square_is_the_mean_over_all_draws():
    curvature, noise, lrs = 0.7, 1.5, [0.9, 0.4, 0.2]
    squares = []
    for signs in product((-1, 1), repeat=3):
        x = 2.0
        for lr, sign in zip(lrs, signs, strict=True):
            x -= lr * (curvature * x + sign * noise)
        squares.append(x * x)
    assert mean_square_on_bowl(curvature, noise ** 2, 2.0, lambda k: lrs[k], 3)[-1] == pytest.approx(np.mean(squares))


@pytest.mark.parametrize("curvature, variance", [(0, 1), (-1, 1), (1, -1), (1, np.nan)])
def test_no_bowl_and_no_variance_are_refused(curvature, variance):
    with pytest.raises(ValueError):
        mean_square_on_bowl(curvature, variance, 1.0, robbins_monro(), 3)
