import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_lib.nn import losses
from course_lib.nn.activations import sigmoid
from course_lib.nn.distributions import cross_entropy, one_hot, softmax, sparsemax
from course_lib.nn.gradients import complex_step

settings.register_profile("course", deadline=None, derandomize=True)
settings.load_profile("course")

LOSSES = [losses.half_squared_error, losses.mean_squared_error, losses.softmax_cross_entropy, losses.sigmoid_cross_entropy,
          losses.hinge, losses.sparsemax_loss, losses.tanh_squared_error]


def example(seed, samples, classes):
    rng = np.random.default_rng(seed)
    return rng.normal(scale=2, size=(samples, classes)), one_hot(rng.integers(classes, size=samples), classes)


@pytest.mark.parametrize("loss", LOSSES)
@given(seed=st.integers(0, 1000), samples=st.integers(1, 5), classes=st.integers(2, 5))
def test_the_gradient_is_the_slope_of_the_loss(loss, seed, samples, classes):
    Z, Y = example(seed, samples, classes)
    numeric = complex_step(lambda flat: loss(flat.reshape(Z.shape), Y)[0], Z.ravel())
    np.testing.assert_allclose(loss(Z, Y)[1].ravel(), numeric, rtol=0, atol=1e-14)


@pytest.mark.parametrize("loss", [*LOSSES, losses.zero_one])
def test_inputs_stay_as_they_are_and_a_stack_is_its_members(loss):
    Z, Y = example(0, 6, 3)
    kept = Z.copy(), Y.copy()
    stack = np.stack([Z, Z + 1, 2 * Z])
    values, gradients = loss(stack, Y)
    assert np.array_equal(Z, kept[0]) and np.array_equal(Y, kept[1])
    for member, value, gradient in zip(stack, values, gradients, strict=True):
        np.testing.assert_allclose(loss(member, Y)[0], value, rtol=1e-14)
        np.testing.assert_allclose(loss(member, Y)[1], gradient, rtol=0, atol=1e-16)


@pytest.mark.parametrize("loss", [*LOSSES, losses.zero_one])
def test_a_sample_given_twice_counts_as_one(loss):
    Z, Y = example(1, 4, 3)
    twice = loss(np.concatenate([Z, Z]), np.concatenate([Y, Y]))
    np.testing.assert_allclose(twice[0], loss(Z, Y)[0], rtol=1e-14)
    np.testing.assert_allclose(twice[1][:4] * 2, loss(Z, Y)[1], rtol=0, atol=1e-16)


@pytest.mark.parametrize("loss", LOSSES)
def test_scores_of_a_thousand_do_no_harm(loss):
    Z, Y = 1000 * example(2, 5, 3)[0], example(2, 5, 3)[1]
    with np.errstate(all="raise", under="ignore"):
        assert np.isfinite(loss(Z, Y)[0]) and np.isfinite(loss(Z, Y)[1]).all()


def test_the_three_canonical_gradients_are_predictions_less_targets():
    Z, Y = example(3, 8, 4)
    for loss, predictions in [(losses.softmax_cross_entropy, softmax(Z)), (losses.sigmoid_cross_entropy, sigmoid(Z)),
                              (losses.half_squared_error, Z), (losses.sparsemax_loss, sparsemax(Z))]:
        np.testing.assert_allclose(loss(Z, Y)[1], (predictions - Y) / 8, rtol=0, atol=1e-16)


def test_cross_entropy_of_scores_is_that_of_their_softmax():
    Z, Y = example(4, 8, 4)
    assert losses.softmax_cross_entropy(Z, Y)[0] == pytest.approx(cross_entropy(Y, softmax(Z)).mean(), rel=1e-14)
    soft = np.full((8, 4), 0.25)                            # targets need not be one-hot
    assert losses.softmax_cross_entropy(Z, soft)[0] == pytest.approx(cross_entropy(soft, softmax(Z)).mean(), rel=1e-14)


def test_a_hopeless_probability_is_not_clipped():
    assert losses.softmax_cross_entropy([[0.0, 1000.0]], [[1.0, 0.0]])[0] == 1000
    assert losses.sigmoid_cross_entropy([[-1000.0]], [[1.0]])[0] == 1000


def test_the_losses_of_the_deck_by_margin():
    """D1-35: 0/1, logistic, hinge and sparsemax against s, the lead of the wrong class."""
    def table(loss):
        return [round(float(loss([[0.0, s]], [[1.0, 0.0]])[0]), 4) for s in (-2.0, -1.0, 0.0, 1.0)]
    assert table(losses.softmax_cross_entropy) == [0.1269, 0.3133, 0.6931, 1.3133]
    assert table(losses.hinge) == [0, 0, 1, 2]
    assert table(losses.sparsemax_loss) == [0, 0, 0.25, 1]
    assert table(losses.zero_one) == [0, 0, 1, 1]


def test_at_its_kink_the_hinge_has_slope_0():
    loss, gradient = losses.hinge([[0.0, -1.0]], [[1.0, 0.0]])
    assert loss == 0 and not gradient.any()


def test_zero_one_has_no_slope_to_follow():
    Z, Y = example(5, 50, 3)
    value, gradient = losses.zero_one(Z, Y)
    assert value == (Z.argmax(1) != Y.argmax(1)).mean()
    assert not gradient.any()
    nudged = [losses.zero_one(Z + 1e-9 * np.random.default_rng(seed).normal(size=Z.shape), Y)[0] for seed in range(20)]
    assert nudged == [value] * 20
