"""Every optimizer against what can be worked out on paper, then let loose on a parabola, on Rosenbrock's valley and on digits."""
import numpy as np
import pytest

from course_lib.datasets import digits
from course_lib.nn import EMA, MLP, SGD, Adam, HeavyBall, Nesterov, RMSprop, train
from course_lib.nn.distributions import one_hot
from course_lib.nn.schedules import robbins_monro

CURVATURES = np.array([1.0, 4.0, 10.0])         # the quadratic 1/2 sum of c x^2, one coordinate for each curvature
START = np.array([3.0, -2.0, 1.0])

ALL = {
    "SGD": lambda lr: SGD(lr),
    "HeavyBall": lambda lr: HeavyBall(lr / 10),
    "EMA": lambda lr: EMA(lr),
    "Nesterov": lambda lr: Nesterov(lr / 10),
    "RMSprop": lambda lr: RMSprop(lr),
    "RMSprop, eps outside": lambda lr: RMSprop(lr, eps_inside=False),
    "Adam": lambda lr: Adam(lr),
    "Adam, uncorrected": lambda lr: Adam(lr, bias_correction=False),
    "AMSGrad": lambda lr: Adam(lr, amsgrad=True),
}


def walk(optimizer, steps, gradient=lambda theta: CURVATURES * theta, start=START):
    theta, path = start.copy(), [start.copy()]
    for _ in range(steps):
        optimizer.step(theta, gradient(theta))
        path.append(theta.copy())
    return np.array(path)


def powers(matrix_of, steps):
    """The first entry of M^k (x, 0), one coordinate after the other: a linear optimizer's path on a quadratic."""
    return np.array([[(np.linalg.matrix_power(matrix_of(c), k) @ [x, 0.0])[0] for c, x in zip(CURVATURES, START, strict=True)]
                     for k in range(steps + 1)])


def test_sgd_shrinks_each_coordinate_by_one_factor():
    k = np.arange(21)[:, None]
    np.testing.assert_allclose(walk(SGD(0.15), 20), (1 - 0.15 * CURVATURES) ** k * START, rtol=1e-13)


def test_heavy_ball_is_a_power_of_its_matrix():
    """(x, v) -> (x - lr (beta v + c x), beta v + c x)."""
    lr, beta = 0.1, 0.8
    expected = powers(lambda c: np.array([[1 - lr * c, -lr * beta], [c, beta]]), 20)
    np.testing.assert_allclose(walk(HeavyBall(lr, beta), 20), expected, rtol=1e-11)


def test_ema_is_a_power_of_its_matrix():
    lr, beta = 0.4, 0.8
    keep = 1 - beta
    expected = powers(lambda c: np.array([[1 - lr * keep * c, -lr * beta], [keep * c, beta]]), 20)
    np.testing.assert_allclose(walk(EMA(lr, beta), 20), expected, rtol=1e-11)


def test_nesterov_is_a_power_of_its_matrix():
    """(x, v) -> (x - lr (c x + beta v'), v') with v' = beta v + c x."""
    lr, beta = 0.05, 0.8
    expected = powers(lambda c: np.array([[1 - lr * c * (1 + beta), -lr * beta ** 2], [c, beta]]), 20)
    np.testing.assert_allclose(walk(Nesterov(lr, beta), 20), expected, rtol=1e-11)


def test_nesterov_is_the_look_ahead_of_the_textbook():
    """y = x - lr beta v is where the gradient is taken; ours walks over the y."""
    lr, beta, x, v, looked_at = 0.05, 0.8, START.copy(), np.zeros(3), []
    for _ in range(11):
        y = x - lr * beta * v
        looked_at.append(y)
        v = beta * v + CURVATURES * y
        x = x - lr * v
    np.testing.assert_allclose(walk(Nesterov(lr, beta), 10), looked_at, rtol=1e-12)


@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9])
def test_ema_walks_the_heavy_balls_path(beta):
    np.testing.assert_allclose(walk(EMA(0.1, beta), 50), walk(HeavyBall(0.1 * (1 - beta), beta), 50), rtol=1e-12, atol=1e-15)


def test_ema_is_stable_just_as_far_as_the_theory_says():
    """D2-13: for lr c below 2 (1 + beta) / (1 - beta), 38 at beta = 0.9, against 2 without momentum."""
    def size_after(lr, beta, steps=4000):
        return np.abs(walk(EMA(lr, beta), steps, lambda x: x, np.array([1.0]))[-100:]).max()
    assert size_after(37.9, 0.9) < 1e-3 < 1e3 < size_after(38.1, 0.9)
    assert size_after(1.99, 0.0) < 1e-3 < 1e3 < size_after(2.01, 0.0)


# With a constant gradient g the averages are known: m = (1 - beta1^t) g and v = (1 - beta2^t) g^2.

GRADIENT = np.array([1e-6, -0.5, 300.0])


def constant_steps(optimizer, steps=6):
    return -np.diff(walk(optimizer, steps, lambda theta: GRADIENT, np.zeros(3)), axis=0)


@pytest.mark.parametrize("beta", [0.5, 0.9])
def test_rmsprop_under_a_constant_gradient(beta):
    v = (1 - beta ** np.arange(1, 7))[:, None] * GRADIENT ** 2
    np.testing.assert_allclose(constant_steps(RMSprop(0.1, beta, eps=1e-8)), 0.1 * GRADIENT / np.sqrt(v + 1e-8), rtol=1e-9)
    outside = constant_steps(RMSprop(0.1, beta, eps=1e-8, eps_inside=False))
    np.testing.assert_allclose(outside, 0.1 * GRADIENT / (np.sqrt(v) + 1e-8), rtol=1e-9)


def test_where_eps_stands_matters_for_small_gradients():
    """D2-14: first step for g = 1e-6 in units of lr."""
    assert round(float(constant_steps(RMSprop(1.0), 1)[0, 0]), 3) == 0.010
    assert round(float(constant_steps(RMSprop(1.0, eps_inside=False), 1)[0, 0]), 2) == 3.07


def test_adam_under_a_constant_gradient_takes_equal_steps():
    np.testing.assert_allclose(constant_steps(Adam(0.1, eps=1e-8)), np.tile(0.1 * GRADIENT / (np.abs(GRADIENT) + 1e-8), (6, 1)), rtol=1e-9)


def test_adam_without_bias_correction_starts_too_fast():
    """D2-15: 3.16 lr in the first step."""
    t = np.arange(1, 7)[:, None]
    expected = 0.1 * (1 - 0.9 ** t) * GRADIENT / (np.sqrt(1 - 0.999 ** t) * np.abs(GRADIENT) + 1e-8)
    steps = constant_steps(Adam(0.1, bias_correction=False))
    np.testing.assert_allclose(steps, expected, rtol=1e-9)
    assert round(float(steps[0, 2]) / 0.1, 2) == 3.16


@pytest.mark.parametrize("corrected", [True, False])
@pytest.mark.parametrize("amsgrad", [True, False])
def test_adam_is_its_paper_line_by_line(corrected, amsgrad):
    """The formulas as printed, one parameter at a time, on the quadratic."""
    ours = walk(Adam(0.3, 0.8, 0.9, 1e-3, bias_correction=corrected, amsgrad=amsgrad), 40)
    for place, c in enumerate(CURVATURES):
        x, m, v, largest = float(START[place]), 0.0, 0.0, 0.0
        for t in range(1, 41):
            g = c * x
            m = 0.8 * m + (1 - 0.8) * g
            v = 0.9 * v + (1 - 0.9) * g * g
            largest = max(largest, v) if amsgrad else v
            m_hat, v_hat = (m / (1 - 0.8 ** t), largest / (1 - 0.9 ** t)) if corrected else (m, largest)
            x = x - 0.3 * m_hat / (v_hat ** 0.5 + 1e-3)
            assert ours[t, place] == pytest.approx(x, rel=1e-10, abs=1e-12)


@pytest.mark.parametrize(("settings", "end"), [({"beta1": 0.0, "beta2": 0.1}, 1.0), ({"beta1": 0.0, "beta2": 0.1, "amsgrad": True}, -1.0),
                                               ({}, -1.0)])
def test_where_adam_fails(settings, end):
    """Reddi, Kale and Kumar (2018): gradients 3, -1, -1, ... on [-1, 1]. Their sum says go down; short-sighted Adam goes up."""
    optimizer, theta = Adam(robbins_monro(0.5, 0.5), **settings), np.array([0.0])
    for t in range(6000):
        optimizer.step(theta, np.array([3.0 if t % 3 == 0 else -1.0]))
        np.clip(theta, -1, 1, out=theta)
    assert theta[0] == pytest.approx(end, abs=0.1)


def test_the_trap_of_one_over_k():
    """Erratum 30: on x^2 / 10 with steps 1 / (k + 1) the way is k^(-1/5): still 0.136 after 10,000 steps."""
    path = walk(SGD(robbins_monro()), 10_000, lambda x: x / 5, np.array([1.0])).ravel()
    assert [round(float(path[k]), 3) for k in (10, 100, 1000, 10_000)] == [0.538, 0.342, 0.216, 0.136]


@pytest.mark.parametrize("make", ALL.values(), ids=ALL)
def test_gradients_are_left_alone_and_coordinates_and_networks_do_not_mix(make):
    rng = np.random.default_rng(0)
    gradients = rng.normal(size=(5, 2, 3))              # steps, networks, parameters
    stack, optimizer = np.ones((2, 3)), make(0.1)
    singles, optimizers = np.ones((2, 3)), [[make(0.1) for _ in range(3)] for _ in range(2)]
    for g in gradients:
        kept = g.copy()
        optimizer.step(stack, g)
        assert np.array_equal(g, kept)
        for i, j in np.ndindex(2, 3):
            optimizers[i][j].step(singles[i, j:j + 1], g[i, j:j + 1])
    assert optimizer.t == 5
    np.testing.assert_allclose(stack, singles, rtol=1e-14)


@pytest.mark.parametrize("make", ALL.values(), ids=ALL)
def test_a_parabola_is_descended(make):
    assert np.abs(walk(make(0.1), 500)[-1]).max() < 0.06         # RMSprop goes on hopping by half a step


def rosenbrock_gradient(theta):
    x, y = theta
    return np.array([-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)])


@pytest.mark.parametrize(("name", "lr"), [("SGD", 1e-3), ("HeavyBall", 2e-3), ("EMA", 2e-3), ("Nesterov", 2e-3), ("RMSprop", 1e-3),
                                          ("RMSprop, eps outside", 1e-3), ("Adam", 1e-2), ("Adam, uncorrected", 1e-2), ("AMSGrad", 1e-2)])
def test_rosenbrocks_valley_is_followed_to_its_end(name, lr):
    path = walk(ALL[name](lr), 20_000, rosenbrock_gradient, np.array([-1.2, 1.0]))
    assert np.abs(path[-1] - [1.0, 1.0]).max() < 0.02


@pytest.mark.parametrize(("name", "lr"), [("SGD", 0.2), ("HeavyBall", 0.2), ("EMA", 0.2), ("Nesterov", 0.2), ("RMSprop", 3e-3),
                                          ("RMSprop, eps outside", 3e-3), ("Adam", 3e-3), ("Adam, uncorrected", 3e-3), ("AMSGrad", 3e-3)])
def test_digits_are_learnt(name, lr):
    X, y = digits()
    Y = one_hot(y, 10)
    for seed in range(3):
        net = MLP([64, 32, 10], "relu", init="he", rng=seed)
        *_, loss = train(net, X, Y, ALL[name](lr), epochs=10, batch_size=32, rng=seed)
        assert loss < 0.2 and (net.predict(X).argmax(1) == y).mean() > 0.95


@pytest.mark.parametrize(("make", "says"), [(lambda: HeavyBall(0.1, 1.0), "beta should be a number from 0 to below 1; got 1.0"),
                                            (lambda: EMA(0.1, -0.1), "beta should"), (lambda: Nesterov(0.1, 2), "beta should"),
                                            (lambda: RMSprop(0.1, eps=0), "eps should be a number above 0; got 0"),
                                            (lambda: Adam(beta2=1.5), "beta2 should"), (lambda: Adam(beta1=float("nan")), "beta1 should"),
                                            (lambda: Adam(-1e-3), "lr should be a number above 0; got -0.001")])
def test_settings_that_cannot_be_right(make, says):
    with pytest.raises(ValueError, match=says):
        make()
