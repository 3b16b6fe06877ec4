"""What L07 states, proved in numbers where no other test does it."""
from itertools import pairwise

import numpy as np
import pytest

from course_lib.datasets import SURFACES, bowl, income9, rings
from course_lib.nn import MLP, SGD, train
from course_lib.nn.activations import sigmoid, softplus
from course_lib.nn.descent import gradient_descent
from course_lib.nn.gradients import complex_step
from course_lib.topics import logistic
from course_lib.topics.convexity import find_violation, flatten, is_violation, permute_hidden

PEOPLE = income9()
AGES = np.column_stack([(PEOPLE.age - PEOPLE.age.mean()) / PEOPLE.age.std(), np.ones(9)])


def test_the_printed_inequality_says_that_f_lies_below_the_diagonal():
    rng = np.random.default_rng(1)
    (x1, x2), lam = rng.uniform(-3, 3, (2, 5000)), rng.random(5000)
    for f in (lambda x: x - 1 - x ** 2, lambda x: x - np.abs(np.sin(5 * x))):       # not convex, and f(x) <= x
        assert (lam * f(x1) + (1 - lam) * f(x2) <= lam * x1 + (1 - lam) * x2 + 1e-12).all()
        assert find_violation(f, (-3.0, 3.0), 1000, rng=0)
    assert not 0.5 * 0 ** 2 + 0.5 * 2 ** 2 <= 0.5 * 0 + 0.5 * 2                      # x² at 0 and 2


def test_squared_error_and_logistic_loss_of_a_linear_model_keep_the_inequality():
    rng = np.random.default_rng(2)
    X, y = rng.normal(size=(12, 3)), rng.integers(0, 2, 12)
    box = np.full(3, -4.0), np.full(3, 4.0)
    assert find_violation(lambda w: ((X @ w - y) ** 2).mean(), box, 2000, rng=0) is None
    assert find_violation(lambda w: logistic.negative_log_likelihood(w, X, y), box, 2000, rng=0) is None
    z = np.linspace(-20, 20, 401)
    slopes = complex_step(lambda z: sigmoid(z).sum(), z)                             # softplus' = sigmoid
    assert slopes == pytest.approx(sigmoid(z) * sigmoid(-z)) and (slopes > 0).all()


@pytest.mark.parametrize("f, slope", [(lambda x: x @ x, lambda x: 2 * x), (lambda x: softplus(x).sum(), sigmoid),
                                      (lambda x: (x ** 4).sum(), lambda x: 4 * x ** 3)])
def test_convex_graphs_lie_above_their_tangents(f, slope):
    for x, y in np.random.default_rng(3).normal(size=(500, 2, 4)):
        assert f(y) >= f(x) + slope(x) @ (y - x) - 1e-12


@pytest.mark.parametrize("lr, arrives", [(0.01, True), (0.1, True), (0.199, True), (0.2, False)])
def test_descent_on_a_bowl_arrives_below_two_over_L_only(lr, arrives):
    surface = bowl([1, 10])
    run = gradient_descent(surface.gradient, [1, 1], lr, 4000)
    assert (np.abs(run.theta).max() < 1e-8) == arrives
    factors = (1 - lr * np.array([1, 10])) ** np.arange(51)[:, None]
    np.testing.assert_allclose(run.path[:51], factors, rtol=1e-9, atol=1e-15)


@pytest.mark.parametrize("condition", [2, 10, 20])
def test_the_best_fixed_step_makes_both_ends_equally_slow(condition):
    lrs = np.linspace(0.001, 2 / condition, 4001)
    factor = np.maximum(np.abs(1 - lrs), np.abs(1 - lrs * condition))
    assert lrs[factor.argmin()] == pytest.approx(2 / (1 + condition), rel=0.01)
    assert factor.min() == pytest.approx((condition - 1) / (condition + 1), rel=0.01)


SMOOTH = {      # f, gradient, L, and the least value where there is one
    "softplus": (lambda x: softplus(x).sum(), sigmoid, 0.25),
    "sine": (lambda x: np.sin(x).sum(), np.cos, 1.0),
    "bowl": (lambda x: bowl([1, 5]).value(x), lambda x: bowl([1, 5]).gradient(x), 5.0)}


@pytest.mark.parametrize("name", SMOOTH)
def test_the_descent_lemma_holds_with_and_without_convexity(name):
    f, gradient, L = SMOOTH[name]
    rng = np.random.default_rng(4)
    for _ in range(300):
        x, lr = rng.uniform(-4, 4, 2), rng.uniform(0, 3 / L)
        g = gradient(x)
        assert f(x - lr * g) <= f(x) - lr * (1 - lr * L / 2) * (g @ g) + 1e-12


def test_without_convexity_some_gradient_is_small():
    f, gradient, L = SMOOTH["sine"]
    path = gradient_descent(gradient, [0.1, 1.4], 1 / L, 200).path
    sizes = (gradient(path) ** 2).sum(axis=1)
    for k in (1, 3, 10, 100):
        assert sizes[:k].min() <= 2 * L * (f(path[0]) + 2) / k


def test_the_convex_rate_in_ten_dimensions_and_the_strongly_convex_one():
    rng = np.random.default_rng(5)
    for _ in range(20):
        curvatures = 10 ** rng.uniform(-4, 0, 10)
        surface, start = bowl(curvatures), rng.normal(size=10)
        L, mu = curvatures.max(), curvatures.min()
        path = gradient_descent(surface.gradient, start, 1 / L, 300).path
        k = np.arange(1, 301)
        assert (surface.value(path[1:]) <= L * (start @ start) / (2 * k) + 1e-15).all()
        assert ((path[1:] ** 2).sum(axis=1) <= (1 - mu / L) ** k * (start @ start) + 1e-15).all()
        assert (np.linalg.norm(path, axis=1) <= np.linalg.norm(surface.gradient(path), axis=1) / mu + 1e-12).all()


def test_along_a_separator_the_logistic_loss_falls_from_everywhere_towards_nothing():
    u = logistic.separating_vector(AGES, PEOPLE.high)
    assert (AGES[PEOPLE.high == 1] @ u > 0).all() and (AGES[PEOPLE.high == 0] @ u < 0).all()
    for w in np.random.default_rng(6).normal(scale=5, size=(50, 2)):
        losses = [logistic.negative_log_likelihood(w + t * u, AGES, PEOPLE.high) for t in (0, 1, 10, 100)]
        assert all(after < before for before, after in pairwise(losses))
    assert logistic.negative_log_likelihood(500 * u, AGES, PEOPLE.high) < 1e-12


def test_newton_adds_the_same_length_and_divides_the_loss_by_e():
    fit = logistic.newton(AGES, PEOPLE.high)
    assert fit.outcome == logistic.SEPARATED and len(fit.path) == 30
    lengths = np.linalg.norm(fit.path, axis=1)[15:]
    losses = np.array([logistic.negative_log_likelihood(w, AGES, PEOPLE.high) for w in fit.path[15:]])
    assert np.diff(lengths) == pytest.approx(np.diff(lengths)[0], rel=0.01)
    assert losses[:-1] / losses[1:] == pytest.approx(np.e, rel=0.01)


def test_the_curvature_of_the_regularised_loss_is_at_most_nine_quarters_more():
    assert np.linalg.eigvalsh(AGES.T @ AGES) == pytest.approx([9, 9])
    for w in np.random.default_rng(7).normal(scale=3, size=(50, 2)):
        assert np.linalg.eigvalsh(logistic.hessian(w, AGES, PEOPLE.high)).max() <= 9 / 4 + 1e-12


def test_a_tenth_person_makes_a_minimum_only_beyond_thirty():
    for age, minimum in ((20, False), (29, False), (30, False), (31, True), (60, True)):
        X = np.column_stack([np.append(PEOPLE.age, age), np.ones(10)])
        assert (logistic.separating_vector(X, np.append(PEOPLE.high, 0)) is None) == minimum


def test_four_points_bounded_and_so_not_convex():
    E = SURFACES["four points"]
    line = np.linspace(-30, 30, 121)
    values = E.value(np.stack(np.meshgrid(line, line), axis=-1))
    assert values.min() > 0 and values.max() < 4
    assert is_violation(E.value, np.array([-6.0, -6.0]), np.array([0.0, 0.0]), 0.5)
    assert (np.diff(E.value(np.arange(0, 30.0)[:, None] * np.ones(2))) < 0).all()   # down along (1, 1) without end


@pytest.fixture(scope="module")
def rings_network():
    X, y = rings(200, noise=0.06, rng=0)
    net = MLP([2, 3, 1], activation="tanh", output="sigmoid", rng=0)
    list(train(net, X, y[:, None], SGD(1.0), epochs=1000))
    return net, X, y[:, None]


def test_the_mean_of_all_turned_networks_has_one_unit_and_a_larger_loss(rings_network):
    net, X, Y = rings_network
    turned = [flatten(permute_hidden(net.layers, 0, np.roll(range(3), k))) for k in range(3)]
    mean = np.mean(turned, axis=0)
    assert [net.loss(X, Y, theta) for theta in turned] == pytest.approx([net.loss(X, Y)] * 3)
    (W, b), (v, _) = net.views(mean)
    assert np.ptp(W, axis=1) == pytest.approx(0, abs=1e-12) and np.ptp(b) == pytest.approx(0, abs=1e-12) and v.shape == (3, 1)
    assert net.loss(X, Y, mean) > net.loss(X, Y) + 1


def test_relu_twins_cancel_halfway():
    x = np.linspace(-3, 3, 13)
    assert np.array_equal(np.maximum(x, 0) + np.maximum(-x, 0), np.abs(x))


def test_near_the_pass_each_step_multiplies_the_deviation():
    land = SURFACES["double well"]
    path = gradient_descent(land.gradient, [1e-9, 0.0], 0.2, 60).path[:, 0]
    assert path[1:] / path[:-1] == pytest.approx(1.2, rel=1e-6)
    assert gradient_descent(land.gradient, [0.0, 1.4], 0.2, 500).theta == pytest.approx([0, 0], abs=1e-12)
