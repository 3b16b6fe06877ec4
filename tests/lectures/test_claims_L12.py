"""What L12 states and no other test covers: what a test set promises, the shortest fit, shifts, ensembles, tastes."""
from math import ceil, comb, log

import numpy as np
import pytest

from course_lib.datasets import digits, split
from course_lib.nn import Adam, StackedMLP
from course_lib.nn.activations import relu
from course_lib.nn.descent import gradient_descent
from course_lib.nn.distributions import softmax
from course_lib.topics.double_descent import FEATURES, NOISES, RIDGES, SAMPLES, curve
from course_lib.topics.generalization import minimum_norm
from course_lib.topics.intervals import median_interval
from course_lib.topics.rivals import cubic_spline, linear_spline


@pytest.mark.parametrize("m, epsilon", [(10, 0.2), (100, 0.05), (797, 0.03)])
def test_chebyshev_and_hoeffding_hold_for_every_p(m, epsilon):
    """Exactly, by adding up the binomial law."""
    k, weights = np.arange(m + 1), np.array([comb(m, k) for k in range(m + 1)], dtype=object)
    for p in (0.01, 0.1, 0.3, 0.5, 0.9):
        with np.errstate(under="ignore"):
            law = np.exp(np.array([log(w) for w in weights]) + k * log(p) + (m - k) * log(1 - p))
        outside = law[np.abs(k / m - p) >= epsilon].sum()
        assert law.sum() == pytest.approx(1) and outside <= min(1 / (4 * m * epsilon ** 2), 2 * np.exp(-2 * m * epsilon ** 2))
        assert law @ (k / m - p) ** 2 == pytest.approx(p * (1 - p) / m) and p * (1 - p) <= 1 / 4


def test_sizes_that_the_bounds_ask_for():
    chebyshev, hoeffding = 1 / (4 * 0.05 * 0.05 ** 2), log(2 / 0.05) / (2 * 0.05 ** 2)
    assert chebyshev == pytest.approx(2000) and ceil(hoeffding) == 738


def test_descent_from_zero_ends_at_the_shortest_and_from_elsewhere_keeps_the_unseen_part():
    rng = np.random.default_rng(0)
    for samples, features in ((3, 8), (5, 5), (8, 3)):                 # the theorem asks for no exact fit
        F, y = rng.normal(size=(samples, features)), rng.normal(size=samples)
        L = np.linalg.eigvalsh(F.T @ F / samples)[-1]
        shortest, unseen = minimum_norm(F, y), np.eye(features) - np.linalg.pinv(F) @ F
        for lr in (0.5 / L, 1.9 / L):
            for start in (np.zeros(features), rng.normal(size=features)):
                end = gradient_descent(lambda w, F=F, y=y, n=samples: F.T @ (F @ w - y) / n, start, lr, 20_000, small_gradient=1e-13).theta
                np.testing.assert_allclose(end, shortest + unseen @ start, rtol=0, atol=1e-8)
    assert gradient_descent(lambda w: np.array([1, 1]) * (w.sum() - 2), [3, 0], 0.3, 200).theta == pytest.approx([2.5, -0.5])


def test_more_features_never_lengthen_the_shortest_exact_fit():
    rng = np.random.default_rng(1)
    for _ in range(20):
        F, y = relu(rng.normal(size=(12, 4)) @ rng.normal(size=(4, 60))), rng.normal(size=12)
        fits = [minimum_norm(F[:, :P], y) for P in range(1, 61)]
        exact = [w for P, w in enumerate(fits, 1) if np.abs(F[:, :P] @ w - y).max() < 1e-8]
        assert len(exact) > 40 and (np.diff([np.linalg.norm(w) for w in exact]) <= 1e-9).all()


def test_twelve_tanh_features_reach_twelve_points_where_hinges_seldom_do():
    """The hidden units of the lecture's cell, and ReLUs in their place."""
    rng, x, draws = np.random.default_rng(3), np.linspace(-1, 1, 12), 200
    y, reached = np.sin(3 * x) + 0.3 * rng.standard_normal(12), {np.tanh: 0, relu: 0}
    for _ in range(draws):
        z = np.outer(x, 5 * rng.standard_normal(12)) + rng.uniform(-5, 5, 12)
        for activation in reached:
            F = activation(z)
            reached[activation] += np.abs(F @ minimum_norm(F, y) - y).max() < 1e-3
    assert reached[np.tanh] > 0.95 * draws and reached[relu] < 0.1 * draws


def test_at_noise_1_more_features_than_samples_stay_above_the_valley_and_ridge_levels_the_peak_at_every_noise():
    for lam in RIDGES:
        loud = curve(1.0, lam)
        assert loud.test[2][loud.features > SAMPLES].min() > loud.interval[1][loud.features <= SAMPLES].min()
    for noise in NOISES:
        level, peak = (curve(noise, lam).test[2][list(FEATURES).index(SAMPLES)] for lam in (0.01, 0.0))
        assert level < peak / 3


@pytest.mark.parametrize("lam", [0.0, 0.01])
def test_noise_reaches_the_weights_through_the_singular_values(lam):
    rng, sigma = np.random.default_rng(2), 0.3
    F = relu(rng.normal(size=(15, 6)) @ rng.normal(size=(6, 20)))
    s = np.linalg.svd(F, compute_uv=False)
    matrix = minimum_norm(F, np.eye(15), lam)                           # w = matrix @ y, so E |matrix e|^2 = sigma^2 |matrix|^2
    assert sigma ** 2 * (matrix ** 2).sum() == pytest.approx(sigma ** 2 * ((s / (s * s + 15 * lam)) ** 2).sum())


def test_the_loss_of_the_mean_is_at_most_the_mean_of_the_losses():
    rng = np.random.default_rng(3)
    for _ in range(100):
        votes, right = softmax(3 * rng.normal(size=(5, 20, 4))), rng.integers(4, size=20)
        of_mean, each = -np.log(votes.mean(axis=0)[np.arange(20), right]), -np.log(votes[:, np.arange(20), right])
        assert (of_mean <= each.mean(axis=0) + 1e-12).all()


def test_dropping_inputs_is_on_average_a_ridge_with_a_weight_for_each_feature():
    """All 2^4 masks at rate 1/2, inputs doubled: E |y - (2 m F) w|^2 = |y - F w|^2 + sum_j w_j^2 |F_j|^2."""
    rng = np.random.default_rng(4)
    F, y, w = rng.normal(size=(7, 4)), rng.normal(size=7), rng.normal(size=4)
    masks = np.array(np.meshgrid(*[[0, 1]] * 4)).reshape(4, -1).T
    # one mask for each row: rows are independent, so the mean over masks can be taken row by row
    mean = sum(np.mean([(y[i] - (2 * mask * F[i]) @ w) ** 2 for mask in masks]) for i in range(7))
    assert mean == pytest.approx(((y - F @ w) ** 2).sum() + (w ** 2 * (F ** 2).sum(axis=0)).sum())


def test_two_splines_fit_the_same_points_and_each_wins_on_one_target():
    knots, fine = np.linspace(-1, 1, 9), np.linspace(-1, 1, 2001)
    errors = []
    for f in (lambda x: np.sin(3 * x), lambda x: 2 * np.abs((2 * x) % 2 - 1) - 1):
        fits = [fit(f, 9, (-1, 1)) for fit in (linear_spline, cubic_spline)]
        assert all(np.allclose(fit(knots), f(knots), rtol=0, atol=1e-12) for fit in fits)
        errors.append([np.abs(fit(fine) - f(fine)).max() for fit in fits])
    assert errors[0][0] > 5 * errors[0][1] and errors[1][0] < 1e-12 < 0.1 < errors[1][1]


def learn(answers, samples, seed, X, y, steps=200):
    """As in the lecture, with 12 networks."""
    rng = np.random.default_rng(seed)
    nets = StackedMLP(12, [64, 32, 10], activation="relu", init="he", rng=rng)
    own = rng.permuted(np.tile(np.arange(1000), (12, 1)), axis=1)[:, :samples]
    optimizer, targets = Adam(0.01), np.eye(10)[answers]
    for _ in range(steps):
        rows = np.take_along_axis(own, rng.integers(samples, size=(12, min(32, samples))), axis=1)
        optimizer.step(nets.theta, nets.loss_and_grad(X[rows], targets[rows])[1])
    return nets, own


def right(nets, X, answers):
    return (nets.predict(X).argmax(axis=-1) == answers).mean(axis=-1)


def test_near_images_mostly_show_the_same_digit():
    X, y, X_test, y_test = split(*digits(), test=797, rng=0)
    nearest = ((X_test ** 2).sum(axis=1)[:, None] - 2 * X_test @ X.T + (X ** 2).sum(axis=1)).argmin(axis=1)
    assert (y[nearest] == y_test).mean() > 0.95


@pytest.mark.parametrize("seed", [1, 2])
def test_digits_are_learned_nonsense_is_memorised_and_a_shift_of_one_pixel_halves_the_score(seed):
    """On other splits and seeds than the lecture's, with intervals."""
    X, y, X_test, y_test = split(*digits(), test=797, rng=seed)
    nets, _ = learn(y, 1000, seed, X, y)
    assert median_interval(right(nets, X_test, y_test))[1] > 0.93
    wide = np.pad(X_test.reshape(-1, 8, 8), ((0, 0), (0, 0), (1, 1)))
    for start in (0, 2):
        moved = wide[:, :, start:start + 8].reshape(-1, 64)
        low, high = median_interval(right(nets, moved, y_test))[1:]
        assert 0.35 < low < high < 0.6 and moved.sum() > 0.99 * X_test.sum()
    mixed_up = np.random.default_rng(seed).permutation(y)
    nets, own = learn(mixed_up, 100, seed, X, y, steps=400)
    assert np.median(right(nets, X[own], mixed_up[own])) == 1 and median_interval(right(nets, X_test, y_test))[2] < 0.16
    nets, _ = learn(y, 30, seed, X, y)
    assert 0.6 < np.median(right(nets, X_test, y_test)) < 0.8
