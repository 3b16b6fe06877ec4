"""Gradients against the complex step, minima against their gradients, stacks against single points."""
import numpy as np
import pytest

from course_lib.datasets import SURFACES, bowl, double_well, four_points
from course_lib.nn.activations import sigmoid

ALL = {**SURFACES, "1-D well": double_well(), "tilted": double_well(-0.2), "3-D well": double_well(0.1, 3),
       "4-D bowl": bowl([1, 2, 5, 0.1])}
EVERY = pytest.mark.parametrize("name", ALL)


def points(surface, count, seed=0):
    low, high = surface.box.T
    return np.random.default_rng(seed).uniform(low, high, size=(count, len(low)))


@EVERY
def test_the_gradient_is_the_derivative(name):
    surface = ALL[name]
    for theta in points(surface, 50):
        step = [surface.value(theta + 1e-20j * direction).imag / 1e-20 for direction in np.eye(len(theta))]
        np.testing.assert_allclose(surface.gradient(theta), step, rtol=1e-12, atol=1e-12)


@EVERY
def test_gradients_are_complex_safe_too(name):
    """The Hessian by complex step is symmetric."""
    surface = ALL[name]
    for theta in points(surface, 20):
        H = np.array([surface.gradient(theta + 1e-20j * direction).imag / 1e-20 for direction in np.eye(len(theta))])
        np.testing.assert_allclose(H, H.T, rtol=1e-11, atol=1e-11)


@EVERY
def test_a_stack_of_points_is_its_points(name):
    surface = ALL[name]
    stack = points(surface, 12).reshape(3, 4, -1)
    values, gradients = surface.value(stack), surface.gradient(stack)
    assert values.shape == (3, 4) and gradients.shape == stack.shape
    np.testing.assert_allclose(values, [[surface.value(theta) for theta in row] for row in stack], rtol=1e-14)
    np.testing.assert_allclose(gradients, [[surface.gradient(theta) for theta in row] for row in stack], rtol=1e-13, atol=1e-14)


@EVERY
def test_stated_minima_are_strict_minima_inside_the_box_best_first(name):
    surface = ALL[name]
    assert surface.minima.shape == (len(surface.minima), len(surface.box))
    for theta in surface.minima:
        assert np.abs(surface.gradient(theta)).max() < 1e-12
        H = np.array([surface.gradient(theta + 1e-20j * direction).imag / 1e-20 for direction in np.eye(len(theta))])
        assert np.linalg.eigvalsh(H).min() > 0.05
        assert ((surface.box[:, 0] < theta) & (theta < surface.box[:, 1])).all()
    assert (np.diff(surface.value(surface.minima)) >= -1e-12).all()


@pytest.mark.parametrize("name", [name for name in ALL if len(ALL[name].minima)])
def test_no_minimum_is_missing(name):
    """Newton's method from many starts finds no other point with gradient 0 and a positive definite Hessian."""
    surface = ALL[name]
    for theta in points(surface, 60, seed=1):
        for _ in range(100):
            H = np.array([surface.gradient(theta + 1e-20j * direction).imag / 1e-20 for direction in np.eye(len(theta))])
            theta = theta - np.linalg.solve(H, surface.gradient(theta))
        if np.abs(surface.gradient(theta)).max() < 1e-9 and np.linalg.eigvalsh(H).min() > 0:
            assert np.linalg.norm(surface.minima - theta, axis=1).min() < 1e-6


@pytest.mark.parametrize("name, minima", [("bowl", 1), ("badly scaled bowl", 1), ("Rosenbrock", 1), ("saddle", 0), ("Himmelblau", 4),
                                          ("double well", 2), ("small local minimum", 2), ("four points", 0)])
def test_how_many_minima(name, minima):
    assert SURFACES[name].name == name and len(SURFACES[name].minima) == minima and len(SURFACES[name].box) == 2


def test_known_values():
    assert SURFACES["Rosenbrock"].value([-1.2, 1.0]) == pytest.approx(24.2)
    assert SURFACES["Himmelblau"].value([0.0, 0.0]) == 170
    assert SURFACES["saddle"].value([[2.0, 0.0], [0.0, 2.0]]).tolist() == [2, -2]
    assert bowl([1, 100]).value([2.0, 0.1]) == pytest.approx(2.5)
    assert double_well().value([[0.0], [1.0], [-1.0]]).tolist() == [0.25, 0, 0]


def test_the_small_minimum_is_shallow_and_the_other_deep():
    surface = SURFACES["small local minimum"]
    deep, small = surface.value(surface.minima)
    top = np.sort(np.roots([1, 0, -1, 0.3]))[1]
    assert 0.02 < surface.value([top, 0.0]) - small < 0.03 and small - deep > 0.5


def test_four_points_is_the_sum_of_squared_errors_and_falls_for_ever():
    """D4-01; the Hessian's eigenvalues at 0 are those of the sum without a half."""
    surface, (X, y) = SURFACES["four points"], four_points()
    for w in points(surface, 10):
        assert surface.value(w) == pytest.approx(sum((y[i] - sigmoid(X[i] @ w)) ** 2 for i in range(4)), rel=1e-13)
    along = surface.value(np.outer([1, 10, 100, 300], [1.0, 1.0]))
    assert (np.diff(along) < 0).all() and along[-1] < 1e-100
    H = np.array([surface.gradient(1e-20j * direction).imag / 1e-20 for direction in np.eye(2)])
    np.testing.assert_allclose(np.linalg.eigvalsh(H), [0.125, 0.625], rtol=1e-12)


@EVERY
def test_points_of_another_dimension_are_refused(name):
    surface = ALL[name]
    for theta in (np.zeros(len(surface.box) + 1), np.zeros((len(surface.box), 7)), 0.0):
        for function in (surface.value, surface.gradient):
            with pytest.raises(ValueError, match="the coordinates of a point last"):
                function(theta)


@pytest.mark.parametrize("eigenvalues", [[], [1, 0], [1, -2], [[1, 2]], [np.nan], 3])
def test_a_bowl_needs_positive_eigenvalues(eigenvalues):
    with pytest.raises(ValueError, match="row of positive numbers"):
        bowl(eigenvalues)


@pytest.mark.parametrize("tilt", [0.385, -0.4, np.nan, np.inf])
def test_too_much_tilt_leaves_one_well(tilt):
    with pytest.raises(ValueError, match="only one well"):
        double_well(tilt)


def test_a_well_needs_a_dimension():
    with pytest.raises(ValueError, match="dimensions should be a whole number >= 1; got 0"):
        double_well(0.1, dimensions=0)
