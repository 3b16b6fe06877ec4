"""What L11 states, proved in numbers where no other test does it."""
import numpy as np
import pytest

from course_lib.datasets import SURFACES
from course_lib.nn import EMA, SGD, Adam, HeavyBall, Nesterov, RMSprop
from course_lib.nn.schedules import robbins_monro
from course_lib.topics.momentum import best_momentum, spectral_radius

NARROW = SURFACES["badly scaled bowl"]


def walk(gradient, start, optimizer, steps):
    theta = np.array(start, dtype=float)
    path = [theta.copy()]
    for _ in range(steps):
        optimizer.step(theta, gradient(theta))
        path.append(theta.copy())
    return np.array(path)


def test_average_and_ball_walk_the_same_path():
    start, gradient = [-1.2, 1.0], SURFACES["Rosenbrock"].gradient
    assert walk(gradient, start, EMA(0.01), 200) == pytest.approx(walk(gradient, start, HeavyBall(0.001), 200), rel=1e-9)
    for lr, climbs in ((3.79, False), (3.81, True)):                                  # and the ball's limit on curvature 1 is 3.8
        assert (np.abs(walk(lambda x: x, [1.0], HeavyBall(lr), 5000)[-1, 0]) > 1) == climbs


def test_the_root_of_kappa_in_walks():
    """Steps until the height has fallen by a factor of 10^6, from a start that has both directions."""
    for kappa in (100, 2500):
        lr, beta, rate = best_momentum(1, kappa)
        curvatures = np.array([1.0, kappa])
        heights = walk(lambda x, c=curvatures: c * x, [1.0, kappa ** -0.5], EMA(lr, beta), 3000) ** 2 @ curvatures
        plain = walk(lambda x, c=curvatures: c * x, [1.0, kappa ** -0.5], SGD(2 / (1 + kappa)), 30_000) ** 2 @ curvatures
        steps = np.flatnonzero(heights > 1e-6 * heights[0])[-1], np.flatnonzero(plain > 1e-6 * plain[0])[-1]
        assert steps[1] / steps[0] > 0.35 * kappa ** 0.5
        assert heights[600] ** (1 / 1200) == pytest.approx(rate, rel=0.03)


def test_the_best_choice_swings_out_to_more_than_three_times_at_first():
    path = walk(lambda x: 10 * x, [1.0], EMA(1.0, 0.67), 50)
    assert 3 < np.abs(path).max() < 4 and abs(path[-1, 0]) < 0.02


def test_the_ideal_ball_circles_for_ever_on_a_bent_function_and_nesterov_keeps_its_promise():
    def bent(x):
        return np.where(x < 1, 25 * x, np.where(x < 2, x + 24, 25 * x - 24))

    def height(x):
        return np.where(x < 1, 12.5 * x ** 2, np.where(x < 2, x ** 2 / 2 + 24 * x - 12, 12.5 * x ** 2 - 24 * x + 36))

    assert height(np.array([1 - 1e-9, 2 - 1e-9])) == pytest.approx(height(np.array([1.0, 2.0])))
    lr, beta, _ = best_momentum(1, 25)
    assert ((1 - beta) * lr, beta) == pytest.approx((1 / 9, 4 / 9))
    ball = walk(bent, [3.3], HeavyBall(1 / 9, 4 / 9), 3000)[:, 0]
    assert ball[-3:] == pytest.approx(ball[-6:-3], abs=1e-9) and np.ptp(ball[-3:]) > 3
    ahead = walk(bent, [3.3], Nesterov(1 / 25, 2 / 3), 100)[:, 0]
    main = ahead[:-1] - bent(ahead[:-1]) / 25                                          # a gradient step from where it looked
    assert (height(main) <= 2 * (1 - 1 / 5) ** np.arange(1, 101) * height(ahead[0]) + 1e-12).all()


def test_a_factor_on_the_loss_is_nothing_to_rmsprop_and_adam():
    for optimizer in (RMSprop, Adam):
        one, thousand = (walk(lambda x, c=c: c * NARROW.gradient(x), [-1.8, 0.9], optimizer(0.01), 60) for c in (1, 1000))
        assert one == pytest.approx(thousand, rel=1e-3)


def test_rmsprop_comes_to_swing_at_half_its_lr():
    for lr in (0.1, 0.02):
        end = walk(lambda x: x, [3.0], RMSprop(lr), 1000)[-4:, 0]
        assert np.abs(end) == pytest.approx(np.full(4, lr / 2), rel=1e-3) and (np.sign(end[1:]) == -np.sign(end[:-1])).all()


def test_epsilon_inside_and_outside_and_the_first_steps_of_adam():
    for inside, step in ((True, 0.010), (False, 3.065)):
        assert -walk(lambda x: np.full(1, 1e-6), [0.0], RMSprop(1.0, eps_inside=inside), 1)[1, 0] == pytest.approx(step, abs=6e-4)
    assert walk(lambda x: np.full(1, -250.0), [1.0], Adam(0.01), 1)[1, 0] == pytest.approx(1.01)
    bare = -np.diff(walk(lambda x: np.ones(1), [0.0], Adam(1.0, bias_correction=False), 5000)[:, 0])
    assert bare[0] == pytest.approx(3.162, abs=1e-3) and bare.argmax() == 11 and bare[11] == pytest.approx(6.57, abs=0.01)
    assert bare[-1] == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("optimizer, turns", [(SGD, True), (HeavyBall, True), (EMA, True), (Nesterov, True), (RMSprop, False),
                                              (Adam, False)])
def test_which_walks_turn_with_the_land(optimizer, turns):
    R = np.array([[1, 1], [-1, 1]]) / 2 ** 0.5
    start = np.array([-1.8, 0.9])
    straight = walk(NARROW.gradient, start, optimizer(0.005), 100)
    turned = walk(lambda x: NARROW.gradient(x @ R.T) @ R, start @ R, optimizer(0.005), 100)
    assert np.allclose(turned, straight @ R, rtol=0, atol=1e-9) == turns


def test_a_walk_from_the_bottom_of_the_small_minimum_stays():
    land = SURFACES["small local minimum"]
    for optimizer in (SGD, HeavyBall, RMSprop, Adam):
        end = walk(land.gradient, land.minima[1] + [0.1, 0.1], optimizer(0.1), 500)[-1]
        assert np.abs(end - land.minima[1]).max() < 0.1


def test_where_adam_ends_at_the_worst_place():
    ends = []
    for settings in ({"beta1": 0, "beta2": 0.1}, {"beta1": 0, "beta2": 0.1, "amsgrad": True}, {}):
        optimizer, x = Adam(robbins_monro(0.1, 0.5), **settings), np.zeros(1)
        for k in range(2000):
            optimizer.step(x, np.array([3.0 if k % 3 == 0 else -1.0]))
            np.clip(x, -1, 1, out=x)
        ends.append(x[0])
    assert ends == pytest.approx([1, -1, -1], abs=0.05)


def test_the_tongue_is_symmetric_and_its_size_is_the_root_of_beta():
    for beta in (0.1, 0.5, 0.9):
        end = (1 + beta ** 0.5) / (1 - beta ** 0.5)
        inside = np.geomspace(1.0001 / end, end / 1.0001, 99)
        assert spectral_radius(inside, beta) == pytest.approx(np.full(99, beta ** 0.5))
        assert (spectral_radius([0.99 / end, 1.01 * end], beta) > beta ** 0.5 + 1e-4).all()
