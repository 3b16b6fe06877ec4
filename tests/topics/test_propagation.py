"""The V-product: equal to the recursion, to the numeric gradient, and to the deck's form; its bounds; its growth and decay with depth."""
from functools import reduce
from itertools import pairwise

import numpy as np
import pytest

from course_lib.nn.activations import ACTIVATIONS, derivative
from course_lib.topics.propagation import (
    dead_shares,
    deck_gradient_norms,
    deck_v_matrices,
    deltas,
    norms_by_depth,
    pre_activations,
    spectral_bounds,
    v_matrices,
)

SMOOTH = ["linear", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus"]
WIDTHS = (3, 5, 4, 6, 2)
EVERY = pytest.mark.parametrize("activation", SMOOTH)


def network(seed, widths=WIDTHS):
    """Layers, one sample and an error at the output."""
    rng = np.random.default_rng(seed)
    layers = [(rng.normal(size=shape) / np.sqrt(shape[0]), rng.normal(size=shape[1])) for shape in pairwise(widths)]
    return layers, rng.normal(size=widths[0]), rng.normal(size=widths[-1])


def slope(loss, parameter) -> np.ndarray:
    """The derivative of loss(parameter) in every entry, by complex step."""
    found = np.empty(parameter.shape)
    for place in np.ndindex(parameter.shape):
        moved = parameter.astype(complex)
        moved[place] += 1e-20j
        found[place] = loss(moved).imag / 1e-20
    return found


def loss_from(layers, activation, delta, layer, output=lambda z: z):
    """The loss delta·output(z_L) as a function of the bias of a layer: its derivative there is dL/dz of that layer."""
    def loss(b, x):
        changed = [*layers[:layer], (layers[layer][0], b), *layers[layer + 1:]]
        return delta @ output(pre_activations(changed, activation, x)[-1])
    return loss


@EVERY
@pytest.mark.parametrize("seed", range(5))
def test_product_recursion_and_numeric_gradient_are_one(activation, seed):
    layers, x, delta = network(seed)
    V, recursion = v_matrices(layers, activation, x), deltas(layers, activation, x, delta)
    assert len(V) == len(layers) - 1 and len(recursion) == len(layers)
    for layer, (_, b) in enumerate(layers):
        product = reduce(np.matmul, V[layer:][::-1], delta)
        loss = loss_from(layers, activation, delta, layer)
        np.testing.assert_allclose(product, recursion[layer], rtol=1e-12, atol=1e-14)
        np.testing.assert_allclose(slope(lambda moved, loss=loss: loss(moved, x), b), recursion[layer], rtol=1e-12, atol=1e-13)


@EVERY
@pytest.mark.parametrize("seed", range(3))
def test_the_decks_product_is_the_gradient_in_the_activations(activation, seed):
    """D4-09, D4-10: columns, de/da, and an activation at the output too. Diag(f') of it is de/dz, the numeric gradient in a bias."""
    layers, x, error = network(seed)
    V, Z = deck_v_matrices(layers, activation, x), pre_activations(layers, activation, x)
    for layer, (W, b) in enumerate(layers):
        received = reduce(np.matmul, [*V[layer + 1:], error])
        loss = loss_from(layers, activation, error, layer, ACTIVATIONS[activation].value)
        assert V[layer].shape == W.shape
        np.testing.assert_allclose(derivative(activation, Z[layer]) * received, slope(lambda moved, loss=loss: loss(moved, x), b),
                                   rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
@pytest.mark.parametrize("layer", [0, 1, 2])
def test_the_wrong_forms_of_erratum_29_differ(activation, layer):
    layers, x, error = network(7)
    V, Z = deck_v_matrices(layers, activation, x), pre_activations(layers, activation, x)
    right = reduce(np.matmul, V[layer + 1:]) @ error
    too_long = reduce(np.matmul, V[layer:]) @ error                 # V^l ... V^L: the width of the layer before
    assert right.shape == (WIDTHS[layer + 1],) and too_long.shape == (WIDTHS[layer],)
    in_z = derivative(activation, Z[layer]) * right                 # a delta that is de/dz already counts f' twice
    twice = derivative(activation, Z[layer]) * in_z
    assert np.linalg.norm(twice - in_z) > 0.05 * np.linalg.norm(in_z)


@EVERY
def test_a_batch_is_its_samples(activation):
    layers, *_ = network(1)
    rng = np.random.default_rng(2)
    X, delta = rng.normal(size=(7, 3)), rng.normal(size=(7, 2))
    batch, V = deltas(layers, activation, X, delta), v_matrices(layers, activation, X)
    for i in range(7):
        for together, alone in zip([*batch, *V], [*deltas(layers, activation, X[i], delta[i]), *v_matrices(layers, activation, X[i])],
                                   strict=True):
            np.testing.assert_allclose(together[i], alone, rtol=1e-13, atol=1e-15)


def test_a_stack_of_networks_is_its_networks():
    several = [network(seed)[0] for seed in range(3)]
    stack = [(np.stack([W for W, _ in layer]), np.stack([b for _, b in layer])[:, None]) for layer in zip(*several, strict=True)]
    rng = np.random.default_rng(2)
    X, delta = rng.normal(size=(4, 3)), rng.normal(size=(3, 4, 2))
    together = deltas(stack, "tanh", X, delta)
    for i, layers in enumerate(several):
        for both, alone in zip(together, deltas(layers, "tanh", X, delta[i]), strict=True):
            np.testing.assert_allclose(both[i], alone, rtol=1e-12, atol=1e-15)
    shares = dead_shares(stack, "relu", X)
    np.testing.assert_array_equal(shares, [dead_shares(layers, "relu", X) for layers in several])


@EVERY
def test_the_product_of_spectral_norms_is_a_bound(activation):
    for seed in range(100):
        layers, x, delta = network(seed)
        sizes = [np.linalg.norm(d) for d in deltas(layers, activation, x, delta)]
        bounds = spectral_bounds(v_matrices(layers, activation, x))
        assert bounds.shape == (len(layers),) and bounds[-1] == 1
        assert (sizes <= bounds * sizes[-1] * (1 + 1e-12)).all()


def test_the_bound_is_met_along_the_right_direction():
    layers, x, _ = network(0, widths=(4, 5, 6))
    V = v_matrices(layers, "tanh", x)
    direction = np.linalg.svd(V[0])[0][:, 0]
    sizes = [np.linalg.norm(d) for d in deltas(layers, "tanh", x, direction)]
    assert sizes[0] == pytest.approx(spectral_bounds(V)[0], rel=1e-12)


def test_bounds_of_a_batch():
    layers, *_ = network(3)
    X = np.random.default_rng(0).normal(size=(5, 3))
    bounds = spectral_bounds(v_matrices(layers, "tanh", X))
    np.testing.assert_allclose(bounds, [spectral_bounds(v_matrices(layers, "tanh", x)) for x in X], rtol=1e-12)


@EVERY
def test_the_gradient_of_a_layer_has_rank_one_and_exactly_this_norm(activation):
    """Erratum 34: the deck's bound holds, and the norm itself costs no more."""
    looser = 0
    for seed in range(40):
        layers, x, error = network(seed)
        exact, bound = deck_gradient_norms(layers, activation, x, error)
        Z = pre_activations(layers, activation, x)
        received = [x, *(ACTIVATIONS[activation].value(z) for z in Z)]
        at_output = derivative(activation, Z[-1]) * error
        for layer, delta in enumerate(deltas(layers, activation, x, at_output)):
            G = np.outer(received[layer], delta)
            assert np.linalg.norm(G, ord=2) == pytest.approx(exact[layer], rel=1e-12, abs=1e-15)
        assert (exact <= bound * (1 + 1e-12)).all()
        looser += (exact < 0.95 * bound).any()
    assert (looser == 0) if activation == "linear" else (looser > 10)


def test_that_outer_product_is_the_gradient():
    layers, x, error = network(11)
    for layer, (W, b) in enumerate(layers):
        def loss(moved, layer=layer, b=b):
            return error @ ACTIVATIONS["tanh"].value(
                pre_activations([*layers[:layer], (moved, b), *layers[layer + 1:]], "tanh", x)[-1])
        assert np.linalg.norm(slope(loss, W), ord=2) == pytest.approx(deck_gradient_norms(layers, "tanh", x, error)[0][layer], rel=1e-12)


# D4-14: 20 layers of 64, medians over 100 networks. The intervals are a fifth or more wider than what 40 seeds gave.

@pytest.mark.parametrize("activation, factor, low, high", [
    ("sigmoid", 1, 6e-13, 1.2e-12), ("tanh", 1, 0.12, 0.21), ("relu", 1, 6e-4, 1.4e-3), ("relu", np.sqrt(2), 0.45, 1.0),
    ("tanh", 3, 100, 300), ("relu", 3, 7e5, 1.7e6), ("linear", 1, 0.7, 1.05)])
def test_gradients_vanish_travel_and_explode(activation, factor, low, high):
    for seed in range(3):
        ratios = norms_by_depth(activation, factor, rng=seed)
        assert ratios.shape == (100, 20) and (ratios[:, -1] == 1).all()
        assert low < np.median(ratios[:, 0]) < high


def test_relu_norms_scale_with_the_gain_to_the_number_of_layers_crossed():
    """ReLU is homogeneous: the same networks at twice the gain have 2^19 times the norm at the first of 20 layers."""
    once, twice = (norms_by_depth("relu", factor, networks=5, rng=0) for factor in (1, 2))
    np.testing.assert_allclose(twice / once, np.tile(2.0 ** np.arange(19, -1, -1), (5, 1)), rtol=1e-12)


def test_the_generator_decides_the_norms():
    first, again, other = (norms_by_depth("tanh", 1, depth=3, width=4, networks=2, rng=seed) for seed in (0, 0, 1))
    assert (first == again).all() and (first[:, 0] != other[:, 0]).all()


def test_dead_units_are_those_off_at_every_sample():
    layers = [(np.array([[1.0, 1.0, -1.0, 0.0]]), np.array([0.0, -2.5, -0.5, 1.0])), (np.ones((4, 3)), np.array([0.0, -9.0, -9.0])),
              (np.ones((3, 1)), np.zeros(1))]
    X = [[1.0], [2.0], [0.25]]
    np.testing.assert_allclose(dead_shares(layers, "relu", X), [2 / 4, 2 / 3])      # the third layer is the output: no unit of it can die
    assert dead_shares(layers, "relu", [[3.0]])[0] == 1 / 4
    assert dead_shares(layers, "relu", [[3.0], [-3.0]])[0] == 0
    for alive in ("leaky_relu", "tanh", "elu"):
        assert (dead_shares(layers, alive, X) == 0).all()
    # In float64 tanh(20) is 1.
    assert dead_shares([(np.array([[20.0, 1.0]]), 0.0), (np.ones((2, 1)), 0.0)], "tanh", [[1.0], [-1.0]]).tolist() == [0.5]


def test_a_dead_unit_gets_no_gradient_and_a_living_one_does():
    layers, *_ = network(5, widths=(3, 5, 2))
    X = np.random.default_rng(1).normal(size=(6, 3))
    layers[0] = (layers[0][0], np.array([3.0, -9.0, 3.0, -9.0, 3.0]))
    first = np.abs(deltas(layers, "relu", X, np.ones((6, 2)))[0]).max(axis=0)
    assert dead_shares(layers, "relu", X)[0] == 0.4 and (first[[1, 3]] == 0).all() and (first[[0, 2, 4]] > 0).all()


def test_nothing_is_changed():
    layers, x, delta = network(0)
    kept = [x.copy(), delta.copy(), *(W.copy() for W, _ in layers), *(b.copy() for _, b in layers)]
    for activation in SMOOTH:
        deltas(layers, activation, x, delta), v_matrices(layers, activation, x), deck_gradient_norms(layers, activation, x, delta)
    for before, after in zip(kept, [x, delta, *(W for W, _ in layers), *(b for _, b in layers)], strict=True):
        np.testing.assert_array_equal(before, after)


def test_what_does_not_fit_is_refused():
    layers, x, delta = network(0)
    with pytest.raises(ValueError, match=r"X should have shape \(\.\.\., 3\), one sample a row; got \(4,\)"):
        v_matrices(layers, "tanh", np.zeros(4))
    with pytest.raises(ValueError, match="no activation called 'swish'"):
        deltas(layers, "swish", x, delta)
    with pytest.raises(ValueError, match=r"should have its shape, \(2,\); got \(3,\)"):
        deltas(layers, "tanh", x, np.ones(3))
    with pytest.raises(ValueError, match=r"one sample of shape \(inputs,\); got \(1, 3\)"):
        deck_gradient_norms(layers, "tanh", x[None], delta[None])
    with pytest.raises(ValueError, match=r"should have its shape, \(2,\); got \(5,\)"):
        deck_gradient_norms(layers, "tanh", x, np.ones(5))
    with pytest.raises(ValueError, match="finite"):
        pre_activations(layers, "tanh", [np.nan, 0, 0])
    with pytest.raises(ValueError, match="V is empty"):
        spectral_bounds([])
    with pytest.raises(ValueError, match=r"\(samples, inputs\)"):
        dead_shares(layers, "relu", x)


@pytest.mark.parametrize("wrong", [{"depth": 0}, {"width": 0}, {"networks": 0}, {"factor": -1}, {"factor": np.nan},
                                   {"activation": "swish"}])
def test_impossible_networks_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        norms_by_depth(**{"activation": "tanh", "factor": 1, "rng": 0, **wrong})
