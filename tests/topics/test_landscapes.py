"""Slices, filter normalisation and what it is good for, curvature of the four points."""
import numpy as np
import pytest

from course_lib.datasets import SURFACES
from course_lib.nn.mlp import MLP
from course_lib.topics.landscapes import (
    filter_normalise,
    hessian_eigenvalues,
    line_slice,
    plane_slice,
    random_direction,
)

GRID = np.linspace(-1, 1, 5)


def relu_network(seed=0):
    net = MLP([3, 5, 4, 2], activation="relu", output="linear", rng=seed)
    rng = np.random.default_rng([seed, 1])
    for _, b in net.layers:
        b[:] = rng.normal(size=b.shape)
    return net, rng.normal(size=(30, 3)), rng.normal(size=(30, 2))


def rescaled(net, factors):
    """Hidden unit j of the first layer times factors[j], its outgoing weights divided by as much: the same function."""
    theta = net.theta.copy()
    (W, b), (after, _), _ = net.views(theta)
    W *= factors
    b *= factors
    after /= np.asarray(factors)[:, None]
    return theta


def test_a_slice_passes_through_its_middle():
    net, X, Y = relu_network()
    def loss(theta):
        return net.loss(X, Y, theta)
    u, v = (random_direction(net.theta, rng) for rng in (1, 2))
    plane = plane_slice(loss, net.theta, u, v, GRID, [-0.5, 0, 0.25])
    assert plane.shape == (3, 5) and plane[1, 2] == net.loss(X, Y)
    np.testing.assert_array_equal(plane[1], line_slice(loss, net.theta, u, GRID))
    assert plane[2, 3] == loss(net.theta + 0.5 * u + 0.25 * v) and plane[0, 4] == loss(net.theta + u - 0.5 * v)


def test_slicing_does_not_move_the_network():
    net, X, Y = relu_network()
    kept = net.theta.copy()
    plane_slice(lambda theta: net.loss(X, Y, theta), net.theta, random_direction(kept, 1), random_direction(kept, 2), GRID, GRID)
    assert (net.theta == kept).all()


def test_each_neurons_part_has_the_length_of_its_weights_and_keeps_its_direction():
    net, *_ = relu_network()
    raw = random_direction(net.theta, 3)
    scaled = filter_normalise(raw, net.layers)
    for (W, _), (R, _), (D, d) in zip(net.layers, net.views(raw), net.views(scaled), strict=True):
        np.testing.assert_allclose(np.linalg.norm(D, axis=0), np.linalg.norm(W, axis=0), rtol=1e-14)
        np.testing.assert_allclose((D * R).sum(axis=0), np.linalg.norm(D, axis=0) * np.linalg.norm(R, axis=0), rtol=1e-14)
        assert (d == 0).all()


def test_a_silent_neuron_does_not_move():
    net, *_ = relu_network()
    net.layers[0][0][:, 2] = 0
    W, _ = net.views(filter_normalise(random_direction(net.theta, 3), net.layers))[0]
    assert (W[:, 2] == 0).all() and (W[:, 1] != 0).all()


def slices_of_twins(seed, factors):
    """The normalised and the raw slice of a network, and those of its rescaled twin along the same random direction."""
    net, X, Y = relu_network(seed)
    twin, raw = rescaled(net, factors), random_direction(net.theta, seed)
    np.testing.assert_allclose(net.forward(X, twin)[-1], net.forward(X)[-1], rtol=1e-9, atol=1e-12)
    return [[line_slice(lambda theta: net.loss(X, Y, theta), theta, direction, GRID) for theta in (net.theta, twin)
             for direction in [filter_normalise(raw, net.views(theta)) if normalised else raw]] for normalised in (True, False)]


@pytest.mark.parametrize("factor", [10.0, 0.1])
@pytest.mark.parametrize("seed", range(3))
def test_rescaling_a_layer_changes_the_raw_slice_and_not_the_normalised_one(seed, factor):
    """Li et al. (2018): what computes the same looks the same."""
    normalised, raw = slices_of_twins(seed, [factor] * 5)
    np.testing.assert_allclose(*normalised, rtol=1e-12)
    assert raw[0][2] == pytest.approx(raw[1][2]) and np.abs(raw[0] - raw[1]).max() > 0.1 * raw[0].min()


@pytest.mark.parametrize("seed", range(3))
def test_rescaling_units_of_one_layer_differently_changes_even_the_normalised_slice(seed):
    """The limit of the method: the incoming weights of the next layer then change their proportions."""
    normalised, _ = slices_of_twins(seed, [0.5, 1, 2, 7, 0.01])
    assert normalised[0][2] == pytest.approx(normalised[1][2]) and np.abs(normalised[0] - normalised[1]).max() > 0.1


def test_hessian_of_the_four_points_changes_its_sign():
    """D4-01, L07: a plain sum of squares, neither halved nor averaged."""
    gradient = SURFACES["four points"].gradient
    assert hessian_eigenvalues(gradient, [0.0, 0.0]) == pytest.approx([0.125, 0.625], rel=1e-14)
    assert hessian_eigenvalues(gradient, [-3.0, -3.0]).round(3).tolist() == [-0.093, -0.074]


def test_curvatures_of_a_quadratic_are_those_of_its_matrix():
    A = np.array([[2.0, 1.0, 0.0], [1.0, -3.0, 0.5], [0.0, 0.5, 1.0]])
    np.testing.assert_allclose(hessian_eigenvalues(lambda w: A @ w, [5.0, -1.0, 2.0]), np.linalg.eigvalsh(A), rtol=1e-13)


def test_random_directions_come_from_the_rng_alone():
    theta = np.ones(1000)
    assert (random_direction(theta, 4) == random_direction(theta, 4)).all() and (theta == 1).all()
    assert abs(random_direction(theta, 4).mean()) < 0.1 and abs(random_direction(theta, 4).std() - 1) < 0.1
    generator = np.random.default_rng(4)
    assert (random_direction(theta, generator) != random_direction(theta, generator)).all()


@pytest.mark.parametrize("attempt, said", [
    (lambda: line_slice(np.sum, [1.0, 2.0], [1.0], [0]), r"theta, u should have one shape; got \(2,\), \(1,\)"),
    (lambda: plane_slice(np.sum, [1.0], [1.0], [np.nan], [0], [0]), "v should hold finite numbers"),
    (lambda: filter_normalise([1.0, 2.0], [([[1.0, 1.0]], [0.0, 0.0])]), r"each parameter of the layers, 4; got shape \(2,\)"),
    (lambda: filter_normalise([1.0, 0.0, 0, 0], [([[1.0, 1.0]], [0.0, 0.0])]), "0 in all weights of a neuron"),
    (lambda: hessian_eigenvalues(np.cos, [np.inf]), "theta should hold finite numbers"),
])
def test_errors_say_what_was_expected(attempt, said):
    with pytest.raises(ValueError, match=said):
        attempt()
