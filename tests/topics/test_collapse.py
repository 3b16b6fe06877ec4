"""Linear layers collapse, at any depth; activations do not, and three points prove it; two factors have a saddle."""
from itertools import pairwise

import numpy as np
import pytest

from course_lib.nn import activations
from course_lib.nn.gradients import central_difference, hessian
from course_lib.topics.collapse import (
    as_layers,
    collapse,
    find_affine_witness,
    is_affine_witness,
    midpoint_gap,
    rank_and_bound,
    two_factor_gradient,
    two_factor_loss,
)


def random_layers(widths, rng):
    return [(rng.normal(size=(inputs, outputs)), rng.normal(size=outputs)) for inputs, outputs in pairwise(widths)]


def network(layers, activation=activations.linear):
    def f(X):
        for W, b in layers[:-1]:
            X = activation(X @ W + b)
        return X @ layers[-1][0] + layers[-1][1]
    return f


@pytest.mark.parametrize("widths", [(3, 2), (1, 1, 1), (4, 2, 1), (2, 5, 3), (3, 3, 3, 3), (6, 1, 7, 2), (2, 9, 4, 9, 4, 9, 2)])
def test_one_layer_computes_the_same(widths):
    rng = np.random.default_rng(widths)
    layers, X = random_layers(widths, rng), rng.normal(size=(20, widths[0]))
    W, b = collapse(layers)
    assert W.shape == (widths[0], widths[-1]) and b.shape == (widths[-1],)
    np.testing.assert_allclose(X @ W + b, network(layers)(X), rtol=1e-12, atol=1e-12 * np.abs(W).max())


def test_whole_numbers_collapse_exactly_and_stay_what_they_were():
    layers = [(np.array([[1, 2], [3, 4]]), np.array([5, 6])), (np.array([[0, 1], [1, 0]]), np.array([7, 8]))]
    W, b = collapse(layers)
    assert W.tolist() == [[2, 1], [4, 3]] and b.tolist() == [13, 13]
    assert layers[0][0].tolist() == [[1, 2], [3, 4]] and layers[1][1].tolist() == [7, 8]
    assert collapse(layers[:1])[1].tolist() == [5, 6]


def test_the_decks_three_perceptrons():
    """D0-03: z = x·(w9 w1 + w10 w2) + (w9 b1 + w10 b2 + b3)."""
    rng = np.random.default_rng(0)
    w1, w2, (w9, w10, b1, b2, b3) = rng.normal(size=4), rng.normal(size=4), rng.normal(size=5)
    W, b = collapse([(np.column_stack([w1, w2]), [b1, b2]), ([[w9], [w10]], [b3])])
    np.testing.assert_allclose(W[:, 0], w9 * w1 + w10 * w2, rtol=1e-14)
    np.testing.assert_allclose(b, [w9 * b1 + w10 * b2 + b3], rtol=1e-14)


@pytest.mark.parametrize("widths, bound", [((4, 3), 3), ((5, 1, 4), 1), ((6, 4, 2, 5, 6), 2), ((2, 8, 8, 2), 2), ((7, 7, 3), 3)])
def test_the_narrowest_width_bounds_the_rank_and_random_layers_reach_it(widths, bound):
    assert rank_and_bound(random_layers(widths, np.random.default_rng(widths))) == (bound, bound)


def test_the_rank_may_be_smaller():
    """Two projections onto different axes leave nothing."""
    assert rank_and_bound([(np.diag([1.0, 0.0]), np.ones(2)), (np.diag([0.0, 1.0]), np.zeros(2))]) == (0, 2)


@pytest.mark.parametrize("activation", [activations.tanh, activations.relu, activations.leaky_relu, activations.sigmoid,
                                        activations.softplus, activations.elu, activations.threshold])
def test_a_network_with_an_activation_has_a_witness(activation):
    f = network(random_layers((3, 8, 2), np.random.default_rng(5)), activation)
    witness = find_affine_witness(f, inputs=3, rng=0)
    assert is_affine_witness(f, witness.a, witness.b)
    a, b = witness.a[None], witness.b[None]
    assert witness.gap == pytest.approx(np.abs(f((a + b) / 2) - (f(a) + f(b)) / 2).max(), rel=1e-12) and witness.gap > 1e-2
    assert midpoint_gap(f, a, b).tolist() == pytest.approx([witness.gap], rel=1e-12)


@pytest.mark.parametrize("widths", [(3, 2), (3, 8, 2), (3, 8, 8, 8, 1)])
@pytest.mark.parametrize("size", [1.0, 1e9, 1e-9])
def test_linear_layers_have_none(widths, size):
    layers = [(size * W, b) for W, b in random_layers(widths, np.random.default_rng(widths))]
    assert find_affine_witness(network(layers), inputs=3, rng=0, scale=100.0) is None


def test_the_widest_gap_is_returned_the_same_for_the_same_seed_and_for_outputs_of_either_shape():
    f = lambda X: X[:, 0] ** 2      # noqa: E731, the gap is (a - b)^2 / 4, at most scale^2
    first, again = (find_affine_witness(f, inputs=1, rng=3, scale=2.0) for _ in range(2))
    assert first == again and 3.5 < first.gap <= 4
    assert first.gap == pytest.approx((first.a[0] - first.b[0]) ** 2 / 4)
    assert find_affine_witness(lambda X: X ** 2, inputs=1, rng=3, scale=2.0).gap == first.gap


def test_a_pair_on_one_side_of_a_kink_is_no_witness():
    assert not is_affine_witness(activations.relu, [1.0], [5.0])
    assert is_affine_witness(activations.relu, [-1.0], [5.0])
    assert not is_affine_witness(lambda x: x + 1e-7 * np.abs(x), [-1.0], [1.0])         # too little to tell


def test_two_factors_their_gradient_minima_and_saddle():
    rng = np.random.default_rng(1)
    for _ in range(20):
        w, x, y = rng.normal(size=2), rng.normal(), rng.normal()
        numeric = central_difference(lambda w: two_factor_loss(w, x, y), w)              # noqa: B023, used at once
        np.testing.assert_allclose(two_factor_gradient(w, x, y), numeric, atol=1e-7)
        assert two_factor_loss([w[0], y / x / w[0]], x, y) < 1e-24
        at_zero = hessian(lambda w: two_factor_gradient(w, x, y), np.zeros(2))           # noqa: B023
        np.testing.assert_allclose(np.linalg.eigvalsh(at_zero), [-2 * abs(x * y), 2 * abs(x * y)])
        assert not two_factor_gradient([0.0, 0.0], x, y).any()


def test_two_factors_on_a_grid_as_point_by_point():
    grid = np.meshgrid([-1.0, 0.0, 2.0], [0.5, 3.0])
    loss, gradient = two_factor_loss(grid, 2.0, 3.0), two_factor_gradient(grid, 2.0, 3.0)
    assert loss.shape == (2, 3) and gradient.shape == (2, 2, 3)
    assert loss[1, 2] == two_factor_loss([2.0, 3.0], 2.0, 3.0) == 81
    assert gradient[:, 1, 2].tolist() == two_factor_gradient([2.0, 3.0], 2.0, 3.0).tolist() == [108, 72]


@pytest.mark.parametrize("layers, message", [
    ([], "at least one layer"),
    ([([1.0, 2.0], [1.0])], r"layer 1 should have W of shape \(inputs, outputs\)"),
    ([(np.ones((2, 3)), np.ones(3)), (np.ones((2, 3)), np.ones(3))], r"layer 2 should have W of shape \(3, outputs\)"),
    ([(np.ones((2, 3)), np.ones(2))], r"b of shape \(outputs,\); got \(2, 3\) and \(2,\)"),
    ([(np.full((2, 3), np.nan), np.ones(3))], "W of layer 1 should hold finite numbers"),
])
@pytest.mark.parametrize("function", [collapse, rank_and_bound, as_layers])
def test_bad_layers_are_named(function, layers, message):
    with pytest.raises(ValueError, match=message):
        function(layers)


def test_bad_points_and_functions_are_named():
    with pytest.raises(ValueError, match="one shape"):
        midpoint_gap(np.tanh, [[1.0]], [[1.0, 2.0]])
    with pytest.raises(ValueError, match="one point a row"):
        midpoint_gap(np.tanh, [1.0], [2.0])
    with pytest.raises(ValueError, match="f should give 1 rows for 1 points"):
        midpoint_gap(lambda X: X.sum(), [[1.0]], [[2.0]])
    with pytest.raises(ValueError, match="f should hold finite numbers"), np.errstate(all="ignore"):
        is_affine_witness(np.log, [-1.0], [1.0])
    with pytest.raises(ValueError, match="tries"):
        find_affine_witness(np.tanh, inputs=1, rng=0, tries=0)
    with pytest.raises(ValueError, match="scale"):
        find_affine_witness(np.tanh, inputs=1, rng=0, scale=-1.0)
