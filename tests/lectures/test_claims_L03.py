"""What L03 states, proved in numbers where no other test does it."""
from itertools import pairwise

import numpy as np
import pytest

from course_lib.datasets import blobs, rings
from course_lib.nn import MLP, SGD, StackedMLP, train
from course_lib.nn.activations import ACTIVATIONS, sigmoid
from course_lib.nn.distributions import softmax
from course_lib.nn.gradients import complex_step
from course_lib.topics import perceptron
from course_lib.topics.separability import certify

X, y = rings(200, noise=0.06, rng=0)
Y = y[:, None]
ANGLES = np.linspace(0, 2 * np.pi, 721)
CIRCLE = np.column_stack([np.cos(ANGLES), np.sin(ANGLES)])


def test_four_points_on_the_rings_prove_that_no_line_separates_them():
    four = np.array([[1, 0], [-1, 0], [0, 0.5], [0, -0.5]])
    assert np.array_equal(four[0] + four[1], four[2] + four[3]) and not certify(four, [1, 1, -1, -1]).separable
    assert not certify(X, 2 * y - 1).separable and certify(X ** 2, 2 * y - 1).separable


@pytest.mark.parametrize("shift", [0.3, 0.5, 1.0])
def test_moved_rings_need_x1_beside_the_squares(shift):
    moved = X + np.array([shift, 0])
    assert not certify(moved ** 2, 2 * y - 1).separable
    assert certify(np.column_stack([moved ** 2, moved[:, 0]]), 2 * y - 1).separable


@pytest.mark.parametrize("name", ["threshold", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus"])
@pytest.mark.parametrize("inputs", [2, 3])
def test_as_many_hidden_units_as_inputs_leave_a_ray_on_which_z_never_rises(name, inputs):
    g, rng = ACTIVATIONS[name].value, np.random.default_rng(0)
    for trial in range(200):
        A, b, w, p = rng.normal(size=(inputs, inputs)), rng.normal(size=inputs), rng.normal(size=inputs), rng.normal(size=inputs)
        d = np.linalg.solve(A.T, -np.sign(w))
        if trial % 2:                                       # all a_k in one plane, or on one line: d at right angles to it
            A[:, 0] = A[:, 1:] @ rng.normal(size=inputs - 1)
            d = np.linalg.svd(A)[0][:, -1]
        z = g((p + np.linspace(0, 9, 60)[:, None] * d) @ A + b) @ w
        assert np.diff(z).max() <= 1e-9


def test_three_units_close_a_ring_and_four_a_sphere():
    triangle = -CIRCLE[60:720:240].T                                    # three normals that point inwards, 120 degrees apart
    def z(P):
        return 2.5 - np.tanh(8 * (P @ triangle + 0.65)).sum(axis=1)     # below 0 where all three units say yes
    assert z(0.5 * CIRCLE).max() < 0 < z(1.4 * CIRCLE).min() and z(100 * CIRCLE).min() > 0

    tetrahedron = np.array([[1, 1, 1], [1, -1, -1], [-1, 1, -1], [-1, -1, 1]]).T / 3 ** 0.5
    sphere = np.random.default_rng(0).normal(size=(5000, 3))
    sphere /= np.linalg.norm(sphere, axis=1, keepdims=True)
    fires = [perceptron.unit(r * sphere, tetrahedron, 0.65).sum(axis=1) == 4 for r in (0.5, 2.0)]
    assert fires[0].all() and not fires[1].any()


def test_rows_do_not_see_each_other():
    rng = np.random.default_rng(1)
    net, order = MLP([2, 5, 4, 3], rng=rng), rng.permutation(len(X))
    assert np.allclose(net.predict(X[order]), net.predict(X)[order], rtol=0, atol=1e-14)
    assert np.allclose(net.predict(X[7:8])[0], net.predict(X)[7], rtol=0, atol=1e-14)


def test_softmax_keeps_the_winner_and_sigmoids_do_not_add_up():
    Z = np.random.default_rng(0).normal(size=(2000, 3)) * 5
    assert np.array_equal(softmax(Z).argmax(axis=1), Z.argmax(axis=1))
    assert softmax(Z).sum(axis=1) == pytest.approx(1) and np.abs(sigmoid(Z).sum(axis=1) - 1).max() > 0.5


def test_regions_of_the_largest_score_are_convex():
    rng = np.random.default_rng(2)
    for _ in range(50):
        W, b = rng.normal(size=(2, 4)), rng.normal(size=4)
        P, Q, t = rng.normal(size=(200, 2)), rng.normal(size=(200, 2)), rng.random((200, 1))
        first, last, between = [(points @ W + b).argmax(axis=1) for points in (P, Q, t * P + (1 - t) * Q)]
        assert (between == first)[first == last].all()


def test_the_perceptron_rule_teaches_each_unit_its_cloud():
    X3, y3 = blobs(120, noise=0.25, rng=0)
    assert all(perceptron.train(X3, np.where(y3 == c, 1, -1)).separated for c in range(3))


@pytest.mark.parametrize("sizes, parameters", [([2, 16, 16, 3], 371), ([2, 32, 32, 3], 1251), ([64, 128, 10], 9610)])
def test_parameters_are_counted_as_in_the_library(sizes, parameters):
    assert MLP(sizes).theta.size == parameters == sum((n + 1) * m for n, m in pairwise(sizes))


def test_layers_are_windows_onto_theta():
    net = MLP([2, 3, 1], rng=0)
    net.theta[0], net.layers[1][1][0] = 7.0, -3.0
    assert net.layers[0][0][0, 0] == 7.0 and net.theta[-1] == -3.0


def test_the_gradient_of_section_7_is_right_and_its_promise_kept_by_short_steps_only():
    net = MLP([2, 3, 1], output="sigmoid", rng=0)
    loss, grad = net.loss_and_grad(X, Y)
    assert np.abs(complex_step(lambda theta: net.loss(X, Y, theta), net.theta) - grad).max() < 1e-14
    kept = [(loss - net.loss(X, Y, net.theta - lr * grad)) / (lr * grad @ grad) for lr in (1e-4, 0.01, 1, 10, 100)]
    assert kept[0] == pytest.approx(1, abs=1e-4) and kept[1] > 0.99 and 0.9 < kept[2] < 0.95 and 0.3 < kept[3] < 0.36 and kept[4] < 0


@pytest.mark.parametrize("hidden, least, most", [(2, 0, 0), (3, 26, 32), (8, 28, 32)])
@pytest.mark.parametrize("seed", [1, 2])
def test_two_units_never_have_all_points_right_and_three_mostly_do(hidden, least, most, seed):
    nets = StackedMLP(32, [2, hidden, 1], activation="tanh", output="sigmoid", rng=seed)
    losses = np.array(list(train(nets, X, Y, SGD(1.0), epochs=600)))
    assert least <= ((nets.predict(X) >= 0.5) == Y).all(axis=(1, 2)).sum() <= most
    assert (np.median(losses[-1]) > 0.3) == (hidden == 2)
