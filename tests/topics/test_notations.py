"""Five decks, five ways to write backpropagation, one gradient: equal to each other, to the library's and to the complex step."""
from itertools import pairwise

import numpy as np
import pytest

from course_lib.nn.activations import ACTIVATIONS, derivative
from course_lib.nn.gradients import complex_step
from course_lib.nn.losses import half_squared_error, softmax_cross_entropy
from course_lib.nn.mlp import MLP
from course_lib.topics.deck_backprop import BACKPROPS, deck_backprop, deck_batch_gradient
from course_lib.topics.notations import (
    DECKS,
    NOTATIONS,
    SUMMED,
    WITHOUT_BIAS,
    deck_step,
    delta_of_a,
    delta_of_z,
    from_deck,
    gradient_scale,
    to_deck,
)

SMOOTH = ["tanh", "sigmoid", "softplus", "linear"]
SHAPES = [(1, 1, 1), (3, 4, 1), (2, 5, 1), (5, 3, 1), (2, 3, 3, 2), (4, 1, 6, 3, 2), (3, 2)]


def problem(sizes, biases=True, samples=4, seed=0):
    rng = np.random.default_rng([seed, *sizes])
    layers = [(rng.normal(size=(i, o)), biases * rng.normal(size=o)) for i, o in pairwise(sizes)]
    return layers, rng.normal(size=(samples, sizes[0])), rng.normal(size=(samples, sizes[-1]))


def flat(layers):
    return np.concatenate([part.ravel() for layer in layers for part in layer])


def our_gradient(layers, X, Y, names, loss=half_squared_error):
    """The gradient of our mean loss, (parameters,), by complex steps through a forward pass written out here."""
    def of_theta(theta):
        A, start = X, 0
        for (W, b), name in zip(layers, names, strict=True):
            middle, end = start + W.size, start + W.size + b.size
            A, start = ACTIVATIONS[name].value(A @ theta[start:middle].reshape(W.shape) + theta[middle:end]), end
        return loss(A, Y)[0]
    return complex_step(of_theta, flat(layers))


def weights_only(layers):
    return flat([(W,) for W, _ in layers])


def decks_for(sizes, names, biases):
    """Who can write this network: D2 has two layers and one linear output, D1 a linear one, D2 and D4 no biases."""
    return [deck for deck in BACKPROPS if not (biases and deck in WITHOUT_BIAS) and (names[-1] == "linear" or deck not in ("D1", "D2"))
            and (deck != "D2" or (len(sizes) == 3 and sizes[-1] == 1))]


@pytest.mark.parametrize("sizes", SHAPES)
@pytest.mark.parametrize("hidden", SMOOTH)
@pytest.mark.parametrize("output", ["linear", "tanh"])
@pytest.mark.parametrize("biases", [True, False])
def test_all_decks_give_one_gradient(sizes, hidden, output, biases):
    layers, X, Y = problem(sizes, biases)
    names = [hidden] * (len(sizes) - 2) + [output]
    expected = our_gradient(layers, X, Y, names)
    decks = decks_for(sizes, names, biases)
    assert len(decks) == 5 or biases or output != "linear" or len(sizes) != 3
    for deck in decks:
        gradient = deck_batch_gradient(deck, to_deck(deck, layers), X, Y, names)
        ours = [(dW / gradient_scale(deck, len(X)), db / gradient_scale(deck, len(X))) for dW, db in gradient]
        if deck in WITHOUT_BIAS:
            keep = flat([(np.ones_like(W), np.zeros_like(b)) for W, b in layers]) > 0
            np.testing.assert_allclose(weights_only(ours), expected[keep], rtol=1e-12, atol=1e-12)
        else:
            np.testing.assert_allclose(flat(ours), expected, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("sizes", SHAPES)
def test_it_is_the_librarys_gradient(sizes):
    layers, X, Y = problem(sizes)
    net = MLP(sizes, activation="tanh", output="linear")
    net.theta[:] = flat(layers)
    names = ["tanh"] * (len(sizes) - 2) + ["linear"]
    np.testing.assert_allclose(net.loss_and_grad(X, Y)[1], flat(deck_batch_gradient("D1", to_deck("D1", layers), X, Y, names)), atol=1e-12)


def test_d1_with_softmax_and_the_cross_entropy():
    """D1-43: the output gradient is -(1_y - f(x))."""
    layers, X, _ = problem((3, 4, 5))
    Y = np.eye(5)[[0, 4, 2, 2]]
    gradient = deck_batch_gradient("D1", to_deck("D1", layers), X, Y, ["sigmoid", "softmax"])
    np.testing.assert_allclose(flat(gradient), our_gradient(layers, X, Y, ["sigmoid", "linear"], softmax_cross_entropy), atol=1e-12)


@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "elu"])
def test_kinked_activations_too(activation):
    layers, X, Y = problem((4, 6, 1), biases=False, seed=3)
    first, *others = [weights_only(deck_batch_gradient(deck, to_deck(deck, layers), X, Y, [activation, "linear"])) / gradient_scale(deck, 4)
                      for deck in BACKPROPS]
    for other in others:
        np.testing.assert_allclose(other, first, atol=1e-12)


def test_the_slides_answer_for_the_final_delta():
    """D3-14: e = (x - y)^2 and theta = tanh give delta = 2 (x - y) (1 - x^2); D3-15 for the layer below."""
    layers, X, Y = problem((2, 3, 1))
    w, x, y = to_deck("D3", layers), X[0], Y[0]
    hidden = np.tanh(x @ w[0][1:] + w[0][0])
    out = np.tanh(hidden @ w[1][1:] + w[1][0])
    first, last = deck_backprop("D3", w, x, y, ["tanh", "tanh"]).deltas
    np.testing.assert_allclose(last, 2 * (out - y) * (1 - out ** 2), rtol=1e-12)
    np.testing.assert_allclose(first, [(1 - hidden[i] ** 2) * w[1][1 + i, 0] * last[0] for i in range(3)], rtol=1e-12)


def test_deltas_three_ways():
    """D1's and D3's are dL/dz, D4's is dL/da; with D1's 1/2 the others are twice as long."""
    layers, X, Y = problem((3, 4, 2), biases=False)
    (Z1, W2), names = (X @ layers[0][0], layers[1][0]), ["tanh", "linear"]
    stacked = {deck: [np.array(rows) for rows in zip(*(deck_backprop(deck, to_deck(deck, layers), x, y, names).deltas
                                                       for x, y in zip(X, Y, strict=True)), strict=True)] for deck in ("D1", "D3", "D4")}
    for layer in range(2):
        np.testing.assert_allclose(stacked["D3"][layer], 2 * stacked["D1"][layer], rtol=1e-12)
    np.testing.assert_allclose(delta_of_z(stacked["D4"][0], derivative("tanh", Z1)), stacked["D3"][0], rtol=1e-12)
    np.testing.assert_allclose(delta_of_a(stacked["D3"][1], W2), stacked["D4"][0], rtol=1e-12)


@pytest.mark.parametrize("deck", BACKPROPS)
def test_converted_steps_lead_to_the_same_weights(deck):
    layers, X, Y = problem((3, 4, 1), biases=False, samples=7)
    names, lr = ["tanh", "linear"], 0.3
    step = deck_step(deck, lr, batch_size=7)
    moved = [(W - step * dW) for (W, _), (dW, _) in zip(layers, deck_batch_gradient(deck, to_deck(deck, layers), X, Y, names), strict=True)]
    gradient = our_gradient(layers, X, Y, names)
    dW1, dW2 = gradient[:12].reshape(3, 4), gradient[16:20].reshape(4, 1)
    for mine, expected in zip(moved, [layers[0][0] - lr * dW1, layers[1][0] - lr * dW2], strict=True):
        np.testing.assert_allclose(mine, expected, atol=1e-12)


def test_sum_against_mean():
    """For the same error lr_sum = lr_mean / B: D4 sums the error that D3 averages (erratum 23)."""
    assert deck_step("D4", 0.5, 32) == deck_step("D3", 0.5, 32) / 32
    layers, X, Y = problem((2, 3, 2), biases=False)
    total, mean = (deck_batch_gradient(deck, to_deck(deck, layers), X, Y, ["tanh", "tanh"]) for deck in ("D4", "D3"))
    np.testing.assert_allclose(weights_only(total), 4 * weights_only(mean), rtol=1e-12)


SHAPES_IN = {       # of all weights, for inputs i and outputs o of every layer
    "ours": lambda i, o: [(i, o), (o,)], "D0": lambda i, o: [(o, i), (o,)], "D1": lambda i, o: [(o, i), (o,)],
    "D2": lambda i, o: [(o, i) if o > 1 else (i,)], "D3": lambda i, o: [(1 + i, o)], "D4": lambda i, o: [(o, i)]}


@pytest.mark.parametrize("deck, sizes", [(deck, sizes) for deck in DECKS for sizes in [*SHAPES, (3, 4, 1)] if deck != "D2"]
                         + [("D2", (3, 4, 1)), ("D2", (2, 5, 1))])
def test_weights_go_there_and_back(deck, sizes):
    layers, *_ = problem(sizes, biases=deck not in WITHOUT_BIAS)
    weights = to_deck(deck, layers)
    parts = [part for layer in weights for part in layer] if deck in ("ours", "D0", "D1") else weights
    assert [part.shape for part in parts] == [shape for i, o in pairwise(sizes) for shape in SHAPES_IN[deck](i, o)]
    assert (flat(from_deck(deck, weights)) == flat(layers)).all()


def test_every_weight_has_its_place():
    """From input 2 to output 1 (counted from 1): w_12 for D4 and D0, w_21 for D3, whose row 0 is the bias."""
    layers = [([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [7.0, 8.0, 9.0])]
    assert to_deck("D0", layers)[0][0][0, 1] == to_deck("D1", layers)[0][0][0, 1] == to_deck("D3", layers)[0][2, 0] == 4
    assert to_deck("D3", layers)[0][0].tolist() == to_deck("D1", layers)[0][1].tolist() == [7, 8, 9]


def test_the_table_is_full_and_says_what_the_converters_do():
    assert all(len(row) == len(DECKS) and all(row) for row in NOTATIONS.values())
    row = {idea: dict(zip(DECKS, entries, strict=True)) for idea, entries in NOTATIONS.items()}
    assert tuple(deck for deck in DECKS if row["batch gradient"][deck] == "sum") == SUMMED
    assert tuple(deck for deck in DECKS if row["bias"][deck].startswith("none")) == WITHOUT_BIAS
    assert tuple(deck for deck in DECKS if r"\frac12" in row["squared error"][deck]) == ("ours", "D1")


@pytest.mark.parametrize("call, message", [
    (lambda: to_deck("D9", [([[1.0]], [0.0])]), "no deck called 'D9'; choose one of ours, D0, D1"),
    (lambda: from_deck("d4", [[[1.0]]]), "no deck called 'd4'"),
    (lambda: gradient_scale("D5", 2), "no deck called 'D5'"),
    (lambda: gradient_scale("D4", 0), "batch_size should be a whole number"),
    (lambda: to_deck("D4", [([[1.0]], [2.0])]), "D4 writes no biases"),
    (lambda: to_deck("D2", [([[1.0]], [0.0])]), "two layers and one output"),
    (lambda: to_deck("D2", problem((3, 4, 2), biases=False)[0]), "two layers and one output"),
    (lambda: deck_backprop("ours", [([[1.0]], [0.0])], [1.0], [1.0], ["linear"]), "no deck called 'ours'"),
    (lambda: deck_backprop("D4", [[[1.0]]], [1.0, 2.0], [1.0], ["linear"]), r"need x of shape \(1,\).*got \(2,\)"),
    (lambda: deck_backprop("D4", [[[1.0]]], [1.0], [1.0], ["linear"] * 2), "list of 1 activations"),
    (lambda: deck_backprop("D4", [[[1.0]]], [1.0], [1.0], ["tan"]), "no output in D4 called 'tan'"),
    (lambda: deck_backprop("D1", [([[1.0]], [0.0])], [1.0], [1.0], ["tanh"]), "output in D1 called 'tanh'; choose one of linear, softmax"),
    (lambda: deck_backprop("D4", [[[1.0]]], [np.nan], [1.0], ["linear"]), "x should hold finite numbers"),
    (lambda: deck_batch_gradient("D4", [[[1.0]]], [[1.0]], [], ["linear"]), "one row for each sample"),
])
def test_bad_input_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()
