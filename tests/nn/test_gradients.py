import numpy as np
import pytest

from course_lib.nn.gradients import central_difference, complex_step, hessian, relative_error, slope_along


def loss(theta):
    return np.exp(theta[0]) * np.sin(theta[1]) + theta[2] ** 3


def gradient(theta):
    a, b, c = theta
    return np.array([np.exp(a) * np.sin(b), np.exp(a) * np.cos(b), 3 * c ** 2])


THETA = np.array([0.3, -1.2, 2.0])


def test_the_complex_step_is_exact_and_central_differences_nearly():
    np.testing.assert_allclose(complex_step(loss, THETA), gradient(THETA), rtol=1e-15)
    np.testing.assert_allclose(central_difference(loss, THETA), gradient(THETA), rtol=1e-9)


def test_central_differences_have_a_best_step():
    """L08: too long a step truncates, too short a one is rounded away."""
    errors = {h: np.abs(central_difference(loss, THETA, h) - gradient(THETA)).max() for h in (1e-1, 1e-5, 1e-11)}
    assert errors[1e-5] < 1e-9 < 1e-7 < errors[1e-11] and errors[1e-1] > 1e-3


def test_slope_along_a_direction():
    v = np.array([1.0, -2.0, 0.5])
    assert slope_along(loss, THETA, v) == pytest.approx(gradient(THETA) @ v, rel=1e-14)


def test_hessian():
    a, b, c = THETA
    exact = [[np.exp(a) * np.sin(b), np.exp(a) * np.cos(b), 0], [np.exp(a) * np.cos(b), -np.exp(a) * np.sin(b), 0], [0, 0, 6 * c]]
    np.testing.assert_allclose(hessian(gradient, THETA), exact, rtol=1e-14)


def test_relative_error():
    assert relative_error([1.0, 0.0], [1.0, 0.0]) == 0 and relative_error([0.0], [0.0]) == 0
    assert relative_error([3.0, 4.0], [0.0, 0.0]) == 1
    assert relative_error(2e-9 * np.ones(3), 1e-9 * np.ones(3)) == pytest.approx(0.5)
