from itertools import product

import numpy as np
import pytest

from course_lib.nn import MLP
from course_lib.nn.activations import ACTIVATIONS, threshold
from course_lib.nn.distributions import one_hot
from course_lib.nn.gradients import central_difference, complex_step, hessian, hessian_vector_product
from course_lib.nn.initialisation import constant, gain
from course_lib.nn.mlp import OUTPUTS

SMOOTH = [name for name in ACTIVATIONS if name != "threshold"]
HIDDEN = {0: [], 1: [5], 2: [5, 4], 4: [3, 4, 2, 3]}


def example(seed=0, samples=7, inputs=3, classes=4):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(samples, inputs)), one_hot(rng.integers(classes, size=samples), classes)


def a_net(activation="tanh", output="softmax", hidden=(5, 4), lam=0.0, seed=0):
    """Biases are random too, for zero biases would hide a wrong gradient."""
    net = MLP([3, *hidden, 4], activation, output, lam=lam)
    net.theta[:] = np.random.default_rng(seed).normal(scale=0.7, size=net.theta.shape)
    return net


@pytest.mark.parametrize(("activation", "output", "depth"), list(product(SMOOTH, OUTPUTS, HIDDEN)))
def test_every_gradient_is_exact(activation, output, depth):
    """Backpropagation against the complex step, to 1e-12: every activation x loss x depth, one sample and several, regularised too."""
    for samples, lam in [(1, 0.0), (7, 0.1)]:
        net = a_net(activation, output, HIDDEN[depth], lam)
        X, Y = example(samples=samples)
        numeric = complex_step(lambda theta, net=net, X=X, Y=Y: net.loss(X, Y, theta), net.theta)
        np.testing.assert_allclose(net.loss_and_grad(X, Y)[1], numeric, rtol=0, atol=1e-12)


def test_the_gradient_agrees_with_central_differences_too():
    """A second judge, which shares no complex arithmetic with the first."""
    net, (X, Y) = a_net(), example()
    numeric = central_difference(lambda theta: net.loss(X, Y, theta), net.theta)
    np.testing.assert_allclose(net.loss_and_grad(X, Y)[1], numeric, rtol=0, atol=1e-9)


def test_the_forward_pass_is_the_formula():
    net, (X, _) = a_net("relu"), example()
    (W1, b1), (W2, b2), (W3, b3) = net.layers
    A1 = np.maximum(X @ W1 + b1, 0)
    A2 = np.maximum(A1 @ W2 + b2, 0)
    for ours, formula in zip(net.forward(X), [X, A1, A2, A2 @ W3 + b3], strict=True):
        np.testing.assert_allclose(ours, formula, rtol=1e-13, atol=1e-15)
    Z = net.forward(X)[-1]
    np.testing.assert_allclose(net.predict(X), np.exp(Z) / np.exp(Z).sum(1, keepdims=True), rtol=1e-13)


def test_layers_are_views_of_theta():
    net = MLP([2, 3, 1], rng=0)
    net.layers[1][0][2, 0] = 42.0
    net.layers[0][1][:] = [7.0, 8.0, 9.0]
    assert net.theta[11] == 42.0 and net.theta[6:9].tolist() == [7.0, 8.0, 9.0]
    assert len(net.theta) == 2 * 3 + 3 + 3 * 1 + 1


def test_nothing_that_is_given_is_changed():
    net, (X, Y) = a_net(), example()
    kept = X.copy(), Y.copy(), net.theta.copy()
    net.predict(X), net.loss(X, Y), net.loss_and_grad(X, Y)
    theta = net.theta + 1
    net.loss_and_grad(X, Y, theta)
    for now, then in zip((X, Y, net.theta, theta), (*kept, kept[2] + 1), strict=True):
        assert np.array_equal(now, then)


def test_a_gradient_stays_when_the_next_is_asked_for():
    net, (X, Y) = a_net(), example()
    first = net.loss_and_grad(X, Y)[1]
    kept = first.copy()
    net.loss_and_grad(X[::-1] + 1, Y)
    assert np.array_equal(first, kept)


def test_theta_may_be_given():
    net, other, (X, Y) = a_net(seed=0), a_net(seed=1), example()
    assert net.loss(X, Y, other.theta) == other.loss(X, Y)
    assert np.array_equal(net.loss_and_grad(X, Y, other.theta)[1], other.loss_and_grad(X, Y)[1])
    assert np.array_equal(net.forward(X, other.theta)[-1], other.forward(X)[-1])


def test_the_regulariser_spares_biases():
    X, Y = example()
    plain, shrunk = a_net(lam=0.0), a_net(lam=0.5)
    difference = plain.views(shrunk.loss_and_grad(X, Y)[1] - plain.loss_and_grad(X, Y)[1])
    for (dW, db), (W, _) in zip(difference, plain.layers, strict=True):
        np.testing.assert_allclose(dW, 0.5 * W, rtol=0, atol=1e-15)
        assert not db.any()
    squares = sum((W ** 2).sum() for W, b in plain.layers)
    assert shrunk.loss(X, Y) - plain.loss(X, Y) == pytest.approx(0.25 * squares, rel=1e-13)


def test_relu_at_exactly_zero_passes_nothing_back():
    net = MLP([1, 1, 1], "relu", "linear")
    net.theta[:] = [1.0, 0.0, 1.0, 0.0]                 # z = x = 0
    assert net.loss_and_grad([[0.0]], [[1.0]])[1].tolist() == [0.0, 0.0, 0.0, -1.0]


def test_xor_with_thresholds():
    """D1-13: z1 = sgn(1 - x1 + x2), z2 = sgn(-1 - x1 + x2), y = sgn(1 - z1 + z2), inputs and outputs ±1."""
    net = MLP([2, 2, 1], "threshold", "linear")
    (W1, b1), (W2, b2) = net.layers
    W1[:], b1[:], W2[:], b2[:] = [[-1, -1], [1, 1]], [1, -1], [[-1], [1]], [1]
    assert threshold(net.predict([[-1, -1], [-1, 1], [1, -1], [1, 1]])).ravel().tolist() == [-1, 1, 1, -1]


def test_all_zero_weights_learn_nothing_but_the_output_bias():
    """D3-22."""
    X, Y = example()
    for activation in ("tanh", "relu"):
        net = MLP([3, 5, 4], activation, init="zeros")
        (dW1, db1), (dW2, db2) = net.views(net.loss_and_grad(X, Y)[1])
        assert not dW1.any() and not db1.any() and not dW2.any() and db2.all()
    alike = MLP([3, 5, 4], "sigmoid", init=constant(0.3))
    (dW1, _), _ = alike.views(alike.loss_and_grad(X, Y)[1])
    assert np.ptp(dW1, axis=1).max() < 1e-16 and dW1.any()           # every hidden unit learns the same


def test_initialisations_have_their_spread_and_follow_the_rng():
    for init, variance in [("xavier", 2 / 500), ("he", 2 / 200), (gain(3.0), 9 / 200)]:
        W = MLP([200, 300], init=init, rng=0).layers[0][0]
        assert W.var() == pytest.approx(variance, rel=0.03) and abs(W.mean()) < 0.002
    assert (MLP([2, 3], init=constant(0.5)).layers[0][0] == 0.5).all()
    assert np.array_equal(MLP([2, 3], rng=5).theta, MLP([2, 3], rng=5).theta)
    assert not np.array_equal(MLP([2, 3], rng=5).theta, MLP([2, 3], rng=6).theta)


def test_hessian_products_by_complex_step():
    net, (X, Y) = a_net(hidden=(3,)), example()

    def gradient(theta):
        return net.loss_and_grad(X, Y, theta)[1]
    H = hessian(gradient, net.theta)
    np.testing.assert_allclose(H, H.T, rtol=0, atol=1e-15)
    v = np.random.default_rng(0).normal(size=len(net.theta))
    np.testing.assert_allclose(hessian_vector_product(gradient, net.theta, v), H @ v, rtol=0, atol=1e-14)
    by_differences = np.array([central_difference(lambda theta, i=i: gradient(theta)[i], net.theta) for i in range(len(v))])
    np.testing.assert_allclose(H, by_differences, rtol=0, atol=1e-8)


def test_single_precision_stays_single():
    net = MLP([3, 5, 4], rng=0, dtype=np.float32)
    X, Y = example()
    loss, grad = net.loss_and_grad(X, Y)
    assert grad.dtype == net.predict(X).dtype == np.float32
    assert loss == pytest.approx(MLP([3, 5, 4], rng=0).loss(X, Y), rel=1e-5)


@pytest.mark.parametrize(("make", "says"), [
    (lambda: MLP([2]), r"sizes should be whole numbers >= 1, from the inputs to the outputs.*got \[2\]"),
    (lambda: MLP([2, 0, 1]), r"got \[2, 0, 1\]"),
    (lambda: MLP([2, 2.5, 1]), r"got \[2, 2.5, 1\]"),
    (lambda: MLP(3), "got 3"),
    (lambda: MLP([2, 1], activation="ReLU"), "no activation called 'ReLU'; choose one of linear"),
    (lambda: MLP([2, 1], output="logits"), "no output called 'logits'; choose one of softmax, sigmoid, linear"),
    (lambda: MLP([2, 1], init="Xavier"), "no initialisation called 'Xavier'; choose one of zeros, xavier, he"),
    (lambda: a_net().predict(np.zeros((5, 2))), r"X should have shape \(samples, 3\), one sample a row; got \(5, 2\)"),
    (lambda: a_net().predict(np.zeros(3)), r"got \(3,\)"),
    (lambda: a_net().loss(np.zeros((5, 3)), np.zeros(5)), r"\(5, 4\).*got \(5,\); class labels become such rows by one_hot\(labels, 4\)"),
    (lambda: a_net().loss(np.zeros((5, 3)), np.zeros((5, 1))), r"targets should have shape \(5, 4\).*got \(5, 1\)"),
    (lambda: a_net().loss(np.zeros((5, 3)), np.zeros((5, 4)), np.zeros(7)), r"theta should have shape \(64,\).*got \(7,\)"),
    (lambda: a_net().predict([[0.0, np.nan, 0.0]]), r"X should hold finite numbers; got nan at \(0, 1\)"),
    (lambda: a_net().loss([[0.0, np.nan, 0.0]], np.zeros((1, 4))), r"X should hold finite numbers; got nan at \(0, 1\)"),
    (lambda: a_net().loss_and_grad(np.zeros((1, 3)), [[0, 0, np.nan, 0]]), r"Y should hold finite numbers; got nan at \(0, 2\)"),
])
def test_what_cannot_be_right_is_said_in_words(make, says):
    with np.errstate(all="ignore"), pytest.raises(ValueError, match=says):
        make()
