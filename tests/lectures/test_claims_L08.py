"""What L08 states and no other test covers: slopes along directions, chain rules, the sweep and its cost, steps of differences, checks."""
from fractions import Fraction
from inspect import getsource

import numpy as np
import pytest

from course_lib.datasets import rings
from course_lib.nn.activations import sigmoid
from course_lib.nn.gradients import central_difference, complex_step, relative_error
from course_lib.nn.mlp import MLP
from course_lib.topics import scalar
from course_lib.topics.scalar import Value

X, Y = rings(50, rng=0)[0], rings(50, rng=0)[1][:, None]


def test_no_direction_is_steeper_than_the_gradient():
    rng = np.random.default_rng(0)
    for _ in range(50):
        A, at = rng.normal(size=(3, 3)), rng.normal(size=3)
        g = complex_step(lambda x, A=A: np.sin(A @ x).sum(), at)
        u = rng.normal(size=(500, 3))
        slopes = (u / np.linalg.norm(u, axis=1)[:, None]) @ g
        assert np.abs(slopes).max() <= np.linalg.norm(g)
        assert g @ (g / np.linalg.norm(g)) == pytest.approx(np.linalg.norm(g))


def test_the_downhill_arrow_of_the_figure_misses_the_lowest_point():
    A, c = np.array([[1.5, 0.5], [0.5, 1.0]]), np.array([0.75, 0.75])
    x, y = np.array([-1, 0, 1, 2]), np.array([0.5, 0, 1.5, 1])
    assert np.array_equal([[(x * x).mean(), x.mean()], [x.mean(), 1]], A) and np.array_equal([(x * y).mean(), y.mean()], c)
    at, lowest = np.array([0.0, 2.5]), np.linalg.solve(A, c)
    g, way = A @ at - c, at - lowest
    assert g.tolist() == [0.5, 1.75] and abs(g[0] * way[1] - g[1] * way[0]) > 0.4 * np.linalg.norm(g) * np.linalg.norm(way)


def test_the_polynomials_of_the_slides():
    for t in map(Fraction, (-2, 0, 1, 2, 5)):
        assert 2 * t * (3 * t + 1) + 3 * t ** 2 == 9 * t ** 2 + 2 * t
        assert 2 * (2 * t ** 2 + 1) * 4 * t == 16 * t ** 3 + 8 * t


def test_existing_partials_do_not_make_a_chain_rule():
    def r(u, v):
        return u ** 2 * v / (u ** 2 + v ** 2)
    for h in (0.1, 1e-3, 1e-6, -1e-6):
        assert r(h, 0) == r(0, h) == 0 and r(h, h) / h == pytest.approx(0.5)


def test_the_sweep_reaches_everything_and_crosses_each_arrow_once():
    rng = np.random.default_rng(1)
    for n in (3, 30, 300):
        w, x = [Value(a) for a in rng.normal(size=n)], rng.normal(size=n)
        out = sum((wi * xi for wi, xi in zip(w, x, strict=True)), Value(0)).tanh()
        out.backward()
        np.testing.assert_allclose([wi.grad for wi in w], x * (1 - out.data ** 2), rtol=1e-12)
        made = [node for node in out.nodes() if node.parents]
        assert len(made) == 2 * n + 1 and sum(len(node.parents) for node in made) <= 2 * len(made)


def test_the_engine_takes_little_more_than_a_hundred_lines():
    assert 100 <= len(getsource(scalar).splitlines()) <= 120


def test_the_bound_on_central_differences_and_its_best_step():
    rng = np.random.default_rng(2)
    for _ in range(300):
        x, h, delta = rng.uniform(-3, 3), 10 ** rng.uniform(-4, -0.5), 10 ** rng.uniform(-9, -3)
        up, down = np.sin(x + h) + rng.choice([-1, 1]) * delta, np.sin(x - h) + rng.choice([-1, 1]) * delta
        assert abs((up - down) / (2 * h) - np.cos(x)) <= h ** 2 / 6 + delta / h + 1e-11        # |sin'''| <= 1
    for delta, M in ((1e-16, 1.0), (1e-10, 5.0)):
        h = np.geomspace(1e-9, 1, 200_001)
        bound = h ** 2 * M / 6 + delta / h
        assert h[bound.argmin()] == pytest.approx((3 * delta / M) ** (1 / 3), rel=1e-3)
    assert 6.5e-6 < (3e-16) ** (1 / 3) < 7.5e-6


def test_the_complex_step_truncates_as_the_central_difference_does_with_the_other_sign():
    x, h = 0.7, 1e-3
    central = (np.exp(x + h) - np.exp(x - h)) / (2 * h) - np.exp(x)
    assert np.exp(x + 1j * h).imag / h - np.exp(x) == pytest.approx(-central, rel=1e-5)
    assert central == pytest.approx(h ** 2 / 6 * np.exp(x), rel=1e-5)


def test_central_differences_ask_for_two_losses_a_parameter():
    net, asked = MLP([2, 16, 16, 1], "tanh", "sigmoid", rng=0), []
    central_difference(lambda theta: asked.append(theta) or 0.0, net.theta)
    assert len(net.theta) == 337 and len(asked) == 674


def test_a_slip_in_tanh_spares_the_last_layer_and_a_forgotten_regulariser_the_biases():
    net, slip, shrunk = (MLP([2, 16, 16, 1], "tanh", "sigmoid", rng=0, lam=lam) for lam in (0, 0, 0.01))
    slip.activation = slip.activation._replace(slope=lambda a: 1 - a)
    right, slipped, whole = (net.views(one.loss_and_grad(X, Y)[1]) for one in (net, slip, shrunk))
    for layer in range(3):
        for kind in range(2):
            assert np.allclose(right[layer][kind], slipped[layer][kind], rtol=1e-12) == (layer == 2)
            assert np.allclose(right[layer][kind], whole[layer][kind], rtol=1e-12) == (kind == 1)


def test_kinks_accuse_the_innocent_and_smaller_steps_acquit_them():
    net = MLP([2, 16, 16, 1], "relu", "sigmoid", rng=0)
    right = net.loss_and_grad(X, Y)[1]
    errors = [relative_error(right, central_difference(lambda theta: net.loss(X, Y, theta), net.theta, h)) for h in (1e-3, 1e-5)]
    assert errors[0] > 1e-2 > 1e-7 > errors[1]
    relu = lambda x: max(x, 0)      # noqa: E731
    assert [(relu(x + 1e-5) - relu(x - 1e-5)) / 2e-5 for x in (-1e6, -1e-6, 0)] == pytest.approx([0, 0.45, 0.5])


def test_the_retrieval_of_p_minus_y():
    z, y = np.log([0.7, 0.2, 0.1]), np.array([1, 0, 0])
    loss = lambda z: np.log(np.exp(z).sum()) - z @ y        # noqa: E731
    np.testing.assert_allclose(complex_step(loss, z), [-0.3, 0.2, 0.1], atol=1e-15)
    assert sigmoid(0.0) == 0.5
