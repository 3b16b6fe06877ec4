"""What L10 states, proved in numbers where no other test does it."""
import numpy as np
import pytest

from course_lib.datasets import SURFACES, bowl, double_well
from course_lib.nn.activations import sigmoid
from course_lib.nn.descent import backtracking, exact_line_search, exact_on_quadratic, gradient_descent
from course_lib.nn.schedules import robbins_monro
from course_lib.topics.noise import mean_square_on_bowl, stochastic_descent


def test_no_start_zigzags_slower_than_the_worst_and_there_the_best_step_is_fixed():
    surface, rule = bowl([1, 10]), exact_on_quadratic(bowl([1, 10]).gradient)
    worst = gradient_descent(surface.gradient, [10, 1], rule, 25).path
    assert worst == pytest.approx(gradient_descent(surface.gradient, [10, 1], 2 / 11, 25).path)
    assert surface.value(worst[1:]) / surface.value(worst[:-1]) == pytest.approx((9 / 11) ** 2)
    for start in np.random.default_rng(0).normal(size=(200, 2)):
        heights = surface.value(gradient_descent(surface.gradient, start, rule, 5).path)
        assert (heights[1:] <= (9 / 11) ** 2 * heights[:-1] + 1e-15).all()
    x = np.array([2.0, 1.0])
    assert exact_line_search(bowl([1, 4]).value)(x, bowl([1, 4]).gradient(x)) == pytest.approx(20 / 68)


def test_on_the_four_points_no_step_is_best():
    E, w = SURFACES["four points"], np.zeros(2)
    g = E.gradient(w)
    heights = [E.value(w - alpha * g) for alpha in np.linspace(0, 150, 200)]
    assert (np.diff(heights) < 0).all() and heights[-1] > 0
    step = backtracking(E.value)(w, g)
    assert step == 1 and E.value(w - step * g) <= E.value(w) - 1e-4 * step * g @ g


def test_backtracking_accepts_every_step_that_the_descent_lemma_promises():
    rng = np.random.default_rng(1)
    for curvature in (0.5, 3.0, 40.0):
        surface, x = bowl([curvature]), rng.normal(size=1)
        assert backtracking(surface.value)(x, surface.gradient(x)) >= min(1, (1 - 1e-4) / curvature)


def test_other_chances_walk_down_another_loss_unless_weighted():
    G, p = np.array([3.0, 0.0, -6.0]), np.array([0.5, 0.25, 0.25])
    assert p @ G - G.mean() == pytest.approx(1) and p @ (G / (3 * p)) == pytest.approx(G.mean())


@pytest.mark.parametrize("lr", [1.0, 0.3, 0.05])
@pytest.mark.parametrize("curvature", [1.0, 0.4, 0.1])
def test_the_noise_ball_holds_exactly_at_every_step(lr, curvature):
    k = np.arange(301)
    exact = mean_square_on_bowl(curvature, 2.0, 3.0, lambda _: lr, 300)
    assert (exact <= (1 - lr * curvature) ** k * 9 + lr * 2.0 / curvature + 1e-12).all()
    ball = lr * 2.0 / (curvature * (2 - lr * curvature))
    assert exact[-1] - ball == pytest.approx((9 - ball) * (1 - lr * curvature) ** 600)


def test_a_step_contracts_by_one_minus_lr_mu_in_more_dimensions():
    rng = np.random.default_rng(2)

    def slope(x):
        return sigmoid(x) + x / 10                                                    # mu = 0.1, L = 0.35

    for x, other in rng.normal(scale=4, size=(300, 2, 3)):
        for lr in (0.5, 1 / 0.35):
            moved = (x - lr * slope(x)) - (other - lr * slope(other))
            assert moved @ moved <= (1 - lr * 0.1) * (x - other) @ (x - other) + 1e-12


def test_the_powers_of_the_trap():
    x = np.cumprod(1 - 0.2 / np.arange(1, 10 ** 6 + 1))
    assert x[[9, 99, 999, 9999, 99_999, 999_999]].round(3).tolist() == [0.538, 0.342, 0.216, 0.136, 0.086, 0.054]
    assert np.log10(x[99_999] / x[999_999]) == pytest.approx(0.2, abs=1e-4)
    best = mean_square_on_bowl(0.2, 0.1, 1.0, robbins_monro(5), 2000)
    assert best[1:] == pytest.approx(0.1 / (0.04 * np.arange(1, 2001)))               # sigma² / (mu² k)
    for c, power in ((10, 1), (4, 1), (1, 0.4)):                                      # 1/(2 mu) = 2.5
        square = mean_square_on_bowl(0.2, 0.1, 1.0, robbins_monro(c), 100_000)
        assert np.log10(square[10_000] / square[100_000]) == pytest.approx(power, abs=0.03)
    slower = mean_square_on_bowl(0.2, 0.1, 1.0, robbins_monro(1, 0.5), 100_000)
    assert np.log10(slower[10_000] / slower[100_000]) == pytest.approx(0.5, abs=0.01)


def test_without_convexity_the_sum_of_squared_slopes_stays_bounded():
    noises = np.array([1.0, -1.0])
    path = stochastic_descent(lambda x, rows: np.cos(x) + noises[rows][..., None], 2, np.full((500, 1), 1.4), robbins_monro(), 1000,
                              rng=3)[:-1, :, 0]
    steps = 1 / np.arange(1, 1001)
    assert (steps @ np.cos(path) ** 2).mean() <= 2 * (np.sin(1.4) + 1) + (steps ** 2).sum()
    assert np.median(np.abs(np.cos(path)).min(axis=0)) < 0.01                         # again and again nearly flat


def test_the_convex_rate_for_a_mean_of_walks():
    noises = np.array([3.0, -3.0])
    for K in (50, 200):
        path = stochastic_descent(lambda x, rows: np.sign(x) + noises[rows][..., None], 2, np.ones((400, 1)), 1 / (10 * K) ** 0.5, K,
                                  rng=4)[:-1]
        assert np.abs(path.mean(axis=0)).mean() <= (10 / K) ** 0.5


def test_noise_leaves_the_shallow_well_more_easily_than_the_deep_one_and_descent_leaves_none():
    land, tilts = double_well(0.1), np.array([1.0, -1.0])
    better, worse = land.minima[:, 0]
    assert better < 0 < worse and land.value(land.minima)[0] < land.value(land.minima)[1]

    def sample(x, rows):
        return land.gradient(x) + tilts[rows][..., None]

    left = {place: (stochastic_descent(sample, 2, np.full((400, 1), place), 0.1, 1000, rng=5)[-1] * place < 0).mean()
            for place in (better, worse)}
    assert left[worse] > left[better] + 0.2
    assert gradient_descent(land.gradient, [worse], 0.2, 1000).theta == pytest.approx([worse])
