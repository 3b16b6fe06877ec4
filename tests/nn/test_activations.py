import math

import numpy as np
import pytest

from course_lib.nn.activations import ACTIVATIONS, derivative, elu, leaky_relu, relu, sigmoid, softplus, tanh, threshold
from course_lib.nn.gradients import COMPLEX_STEP

SMOOTH = [name for name in ACTIVATIONS if name != "threshold"]
ULP = np.spacing(1.0)
EXTREMES = np.array([-1000.0, -750, -40, -1, -1e-12, 0, 1e-12, 1, 40, 750, 1000])


def test_threshold_answers_only_plus_or_minus_one_and_fires_at_zero():
    z = np.array([[-2.0, -1e-300, -0.0], [0.0, 1e-300, np.inf]])
    assert threshold(z).tolist() == [[-1, -1, 1], [1, 1, 1]]
    assert threshold(0.0) == 1 and threshold(-3) == -1


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_nothing_overflows_at_extreme_inputs(name):
    with np.errstate(all="raise", under="ignore"):
        assert np.isfinite(ACTIVATIONS[name].value(EXTREMES)).all()
        assert np.isfinite(derivative(name, EXTREMES)).all()


@pytest.mark.parametrize("name", SMOOTH)
def test_the_derivative_is_the_slope_of_the_value(name):
    z = np.random.default_rng(0).normal(scale=4, size=1000)
    slope = ACTIVATIONS[name].value(z + 1j * COMPLEX_STEP).imag / COMPLEX_STEP
    np.testing.assert_allclose(derivative(name, z), slope, rtol=0, atol=1e-15)


def test_the_convention_at_the_kink():
    at_zero = {name: float(derivative(name, 0.0)) for name in ACTIVATIONS}
    assert at_zero == {"linear": 1, "threshold": 0, "sigmoid": 0.25, "tanh": 1, "relu": 0, "leaky_relu": 0.1, "elu": 1, "softplus": 0.5}


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_values_may_overwrite_their_input_and_otherwise_leave_it(name):
    z = np.random.default_rng(0).normal(size=(3, 4))
    kept = z.copy()
    fresh = ACTIVATIONS[name].value(z)
    assert np.array_equal(z, kept)
    assert ACTIVATIONS[name].value(z, out=z) is z
    assert np.array_equal(z, fresh)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_whole_numbers_and_lists_are_taken(name):
    np.testing.assert_array_equal(ACTIVATIONS[name].value([-2, 0, 3]), ACTIVATIONS[name].value(np.array([-2.0, 0.0, 3.0])))
    assert derivative(name, [-2, 0, 3]).dtype == np.float64


@pytest.mark.parametrize("name", SMOOTH)
def test_single_precision_stays_single(name):
    assert ACTIVATIONS[name].value(np.ones(3, np.float32)).dtype == np.float32


def test_values_against_the_formulas_of_the_decks():
    for z in (-3.0, -0.5, 0.0, 0.5, 3.0):
        assert relu(z) == max(z, 0)
        assert leaky_relu(z) == max(0.1 * z, z)
        assert math.isclose(elu(z), z if z > 0 else math.exp(z) - 1, rel_tol=1e-15)
        assert math.isclose(softplus(z), math.log(1 + math.exp(z)), rel_tol=1e-14)
        assert math.isclose(sigmoid(z), 1 / (1 + math.exp(-z)), rel_tol=1e-15)


def test_sigmoid_keeps_its_small_values():
    """1 / (1 + exp(-z)) at z = -700 is exp(-700) to all digits; by way of tanh it would be 0."""
    z = np.array([-700.0, -100, -40])
    np.testing.assert_allclose(sigmoid(z), np.exp(z), rtol=1e-15)


def test_identities():
    z = np.linspace(-30, 30, 601)
    np.testing.assert_allclose(sigmoid(-z), 1 - sigmoid(z), rtol=0, atol=ULP)
    np.testing.assert_allclose(sigmoid(z), (1 + tanh(z / 2)) / 2, rtol=0, atol=ULP)       # D1-09
    np.testing.assert_allclose(derivative("softplus", z), sigmoid(z), rtol=0, atol=ULP)   # D2-06
    np.testing.assert_allclose(derivative("tanh", z), 1 / np.cosh(z) ** 2, rtol=0, atol=1e-15)


def test_saturation_in_float64():
    """D0-08 and erratum 9: from some z on the limit is met exactly."""
    assert tanh(20.0) == 1.0 and tanh(100.0) == tanh(10000.0) and tanh(18.0) < 1.0
    assert sigmoid(36.74) == 1.0 and sigmoid(36.7) < 1.0


def test_an_unknown_name_is_answered_with_the_known_ones():
    with pytest.raises(ValueError, match=r"no activation called 'rleu'; choose one of linear, threshold, sigmoid"):
        derivative("rleu", 0.0)
