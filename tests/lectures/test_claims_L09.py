"""What L09 states and no other test covers: the guard, the cost, symmetric starts, gains, rank, dead units."""
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from course_lib.datasets import blobs, spirals
from course_lib.nn import MLP, SGD, StackedMLP, train
from course_lib.nn.activations import ACTIVATIONS, derivative
from course_lib.nn.distributions import softmax
from course_lib.nn.gradients import complex_step
from course_lib.nn.initialisation import constant, he
from course_lib.topics.intervals import share_interval
from course_lib.topics.notations import DECKS, NOTATIONS
from course_lib.topics.propagation import dead_shares, deltas, v_matrices
from course_lib.topics.threshold_logic import corners

SOURCE = (Path(__file__).parents[2] / "sources/lectures/L09_backpropagation.py").read_text(encoding="utf-8")
X8 = corners(3).astype(float)
Y8 = ((X8[:, 0] > 0) | ((X8[:, 1] > 0) & (X8[:, 2] > 0)))[:, None].astype(float)


def lecture_algorithm():
    """`backpropagate` as it stands in the lecture."""
    cell = SOURCE[SOURCE.index("def backpropagate"):]
    names = {"np": np, "softmax": softmax}
    exec(cell[:cell.index("\n\n# %%")], names)
    return names["backpropagate"]


@pytest.mark.parametrize("sizes", [[2, 3], [2, 4, 3, 3], [5, 7, 1, 6, 4]])
@pytest.mark.parametrize("samples", [1, 7])
def test_the_algorithm_of_section_3_is_exact_at_any_depth(sizes, samples):
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(samples, sizes[0])), np.eye(sizes[-1])[rng.integers(sizes[-1], size=samples)]
    net = MLP(sizes, activation="tanh", output="softmax", rng=1)
    found = np.concatenate([part.ravel() for layer in lecture_algorithm()(net.layers, X, Y) for part in layer])
    np.testing.assert_allclose(found, complex_step(lambda theta: net.loss(X, Y, theta), net.theta), rtol=0, atol=1e-14)


def test_the_network_done_by_hand():
    net = MLP([2, 2, 1], activation="relu", output="linear")
    net.theta[:] = [1, -1, 0, 1, 0, -2, 2, 3, -1]
    X, Y = np.array([[1.0, 2.0]]), np.array([[2.0]])
    _, A1, Z = net.forward(X)
    (dW1, db1), (dW2, db2) = net.views(net.loss_and_grad(X, Y)[1])
    assert (X @ net.layers[0][0] + net.layers[0][1]).tolist() == [[1, -1]] and A1.tolist() == [[1, 0]] and Z.item() == 1
    assert dW1.tolist() == [[-2, 0], [-4, 0]] and db1.tolist() == [-2, 0] and dW2.tolist() == [[-1], [0]] and db2.tolist() == [-1]


def test_the_slope_in_x_is_the_product_that_the_guard_leaves_out():
    X, y = blobs(9, noise=0.3, rng=0)
    net, Y = MLP([2, 4, 3], rng=0), np.eye(3)[y]
    delta = (net.predict(X) - Y) / 9
    first = deltas(net.layers, "tanh", X, delta)[0]
    nudge = np.zeros_like(X, dtype=complex)
    nudge[4, 1] = 1e-20j
    Z = np.tanh((X + nudge) @ net.layers[0][0] + net.layers[0][1]) @ net.layers[1][0] + net.layers[1][1]
    slope = -(Y * np.log(softmax(Z))).sum().imag / 9 / 1e-20
    assert (first @ net.layers[0][0].T)[4, 1] == pytest.approx(slope, rel=1e-12)


@pytest.mark.parametrize("width", [4, 16, 100])
def test_a_backward_pass_is_worth_two_forward_passes(width):
    sizes, layers = [2, width, width, 1], 3
    net, done = MLP(sizes, output="sigmoid", rng=0), []
    net.product = lambda A, B, out=None: (done.append(A.size * B.shape[-1]), np.dot(A, B, out=out))[1]
    net.loss_and_grad(np.zeros((5, 2)), np.zeros((5, 1)))
    forward, backward = sum(done[:layers]), sum(done[layers:])
    assert forward == 5 * sum(n * m for n, m in pairwise(sizes))
    assert backward == 2 * forward + 5 == 5 * (2 * width ** 2 + 6 * width + 1)


def test_the_gradient_of_a_batch_has_at_most_its_rank():
    rng = np.random.default_rng(0)
    net = MLP([9, 8, 7], rng=rng)
    for samples in (1, 2, 5):
        dW = net.views(net.loss_and_grad(rng.normal(size=(samples, 9)), np.eye(7)[rng.integers(7, size=samples)])[1])[0][0]
        assert np.linalg.matrix_rank(dW) == samples


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu", "softplus"])
def test_the_way_back_is_a_product_of_matrices(name):
    rng = np.random.default_rng(3)
    net = MLP([5, 7, 6, 4, 3], activation=name, rng=rng)
    x, last = rng.normal(size=5), rng.normal(size=3)
    V, found = v_matrices(net.layers, name, x), deltas(net.layers, name, x, last)
    product = last
    for v, delta in zip(V[::-1], found[-2::-1], strict=True):
        product = product @ v
        np.testing.assert_allclose(product, delta, rtol=0, atol=1e-14)


def test_slopes_of_sigmoid_stay_below_a_quarter():
    z = np.linspace(-30, 30, 6001)
    assert derivative("sigmoid", z).max() == 0.25 and f"{2 ** -19:.1e}" == "1.9e-06"


@pytest.mark.parametrize("name, share", [("linear", 1), ("relu", 1 / 2)])
def test_fan_in_keeps_the_mean_square(name, share):
    rng = np.random.default_rng(0)
    a = rng.normal(size=60)
    z = a @ (rng.normal(size=(20_000, 60, 3)) * 60 ** -0.5)
    assert (ACTIVATIONS[name].value(z) ** 2).mean() / (a ** 2).mean() == pytest.approx(share, rel=0.02)
    assert he(200, 300, rng).std() == pytest.approx(0.1, rel=0.02)


@pytest.mark.parametrize("activation", ["tanh", "relu"])
def test_from_zero_only_the_output_bias_learns_and_finds_the_mean(activation):
    net = MLP([3, 4, 1], activation, "linear", "zeros")
    list(train(net, X8, Y8, SGD(0.3), epochs=1000))
    assert Y8.mean() == 0.625 == pytest.approx(net.theta[-1], abs=1e-12) and not net.theta[:-1].any()


@pytest.mark.parametrize("activation, init", [("sigmoid", "zeros"), ("tanh", constant(0.5))])
def test_equal_units_stay_equal_and_move(activation, init):
    net = MLP([3, 4, 5, 1], activation, "linear", init)
    start = net.theta.copy()
    list(train(net, X8, Y8, SGD(0.3), epochs=300, batch_size=3, rng=0))
    for (W, b), (V, _) in pairwise(net.layers):
        np.testing.assert_allclose(W, W[:, :1] + np.zeros_like(W), rtol=0, atol=1e-12)
        np.testing.assert_allclose(V, V[:1] + np.zeros_like(V), rtol=0, atol=1e-12)
        assert np.ptp(b) < 1e-12
    assert not np.allclose(start, net.theta)


def test_half_a_zero_start_learns():
    net = MLP([3, 4, 1], "tanh", "linear", rng=0)
    net.layers[0][0][:] = 0
    (dW1, _), (dW2, _) = net.views(net.loss_and_grad(X8, Y8)[1])
    assert not dW2.any() and dW1.all() and len(np.unique(dW1[0].round(9))) == 4


def test_a_dead_unit_gets_no_gradient():
    X, y = spirals(100, classes=2, turns=0.75, rng=0)
    net = MLP([2, 8, 1], "relu", "sigmoid", rng=0)
    net.layers[0][1][3] = -9
    dW, db = net.views(net.loss_and_grad(X, y[:, None])[1])[0]
    assert not dW[:, 3].any() and db[3] == 0 and dead_shares([(W, b) for W, b in net.layers], "relu", X)[0] >= 1 / 8


def test_the_leak_is_an_insurance_and_no_gain_where_steps_are_short():
    S, t = spirals(100, classes=2, turns=0.75, rng=0)
    share = {}
    for lr in (1, 3):
        losses = []
        for name in ("relu", "leaky_relu"):
            nets = StackedMLP(32, [2, 8, 8, 1], activation=name, output="sigmoid", init="he", rng=1)
            list(train(nets, S, t[:, None], SGD(lr), epochs=200))
            losses.append(nets.loss(S, t[:, None]))
        share[lr] = share_interval(int((losses[1] < losses[0]).sum()), 32)
    assert share[1][1] < 0.5 < share[3][0]


def test_the_notations_in_the_lecture_are_those_of_the_table():
    table = SOURCE.replace(r"\text{none}", "none")
    for idea in ("layer", "delta"):
        for deck, formula in zip(DECKS, NOTATIONS[idea], strict=True):
            shown = formula.removeprefix("$").split("$")[0] if formula.startswith("$") else "none"
            assert shown in table, (idea, deck)
