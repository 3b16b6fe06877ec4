import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from course_lib.nn.distributions import (
    cross_entropy,
    entropy,
    entropy_gradient,
    kl_divergence,
    kl_gradient,
    log_sum_exp,
    one_hot,
    softmax,
    sparsemax,
)
from course_lib.nn.losses import mean_squared_error, zero_one

settings.register_profile("course", deadline=None, derandomize=True)
settings.load_profile("course")

scores = arrays(float, st.tuples(st.integers(1, 4), st.integers(1, 5)), elements=st.floats(-1000, 1000))
shifts = st.floats(-500, 500)


@given(scores)
def test_softmax_and_sparsemax_are_distributions_and_keep_the_order(Z):
    for P in (softmax(Z), sparsemax(Z)):
        assert (P >= 0).all()
        np.testing.assert_allclose(P.sum(-1), 1, rtol=0, atol=1e-12)
        larger = Z[:, :, None] > Z[:, None, :]
        assert (P[:, :, None] >= P[:, None, :])[larger].all()


@given(scores, shifts)
def test_a_common_shift_changes_nothing(Z, shift):
    np.testing.assert_allclose(softmax(Z + shift), softmax(Z), rtol=1e-9, atol=1e-300)
    np.testing.assert_allclose(sparsemax(Z + shift), sparsemax(Z), rtol=0, atol=1e-9)
    np.testing.assert_allclose(log_sum_exp(Z + shift), log_sum_exp(Z) + shift, rtol=0, atol=1e-9)


@given(scores)
def test_rows_do_not_see_each_other(Z):
    for f in (softmax, sparsemax):
        np.testing.assert_array_equal(f(Z), np.stack([f(row) for row in Z]))


@given(scores)
def test_sparsemax_is_the_nearest_point_of_the_simplex(Z):
    """z - p has no part along any way from p to a corner: the condition for a projection onto a convex set."""
    P = sparsemax(Z)
    outwards = Z - P
    assert (outwards.max(-1) - (outwards * P).sum(-1) <= 1e-9).all()


def test_softmax_keeps_tiny_values_and_loses_those_that_float64_cannot_hold():
    assert softmax([0.0, -700.0])[1] == pytest.approx(np.exp(-700), rel=1e-12)
    assert softmax([0.0, -800.0])[1] == 0.0                 # erratum 20


def test_the_output_of_a_squashed_layer_can_hardly_be_sure():
    """Erratum 28: softmax after a sigmoid reaches e / (e + C - 1) at most."""
    largest = [float(softmax(np.eye(C)[0])[0]) for C in (2, 3, 10)]
    assert [round(p, 3) for p in largest] == [0.731, 0.576, 0.232]


def test_inputs_stay_as_they_are():
    Z = np.array([[1.0, 2.0], [3.0, -1.0]])
    for f in (softmax, sparsemax, log_sum_exp):
        f(Z)
    assert Z.tolist() == [[1.0, 2.0], [3.0, -1.0]]


def test_one_hot_of_the_deck():
    assert one_hot([3, 1, 2, 0, 3, 2, 0, 1], 4).argmax(1).tolist() == [3, 1, 2, 0, 3, 2, 0, 1]      # D3-18


@pytest.mark.parametrize(("labels", "came"), [([0, 3], "got 3"), ([-1, 0], "got -1"), ([0.5], "got 0.5"), (["cat"], "got 'cat'"),
                                              ([[0], [1]], r"got an array of shape \(2, 1\)"), ([float("nan")], "got nan")])
def test_one_hot_refuses_what_is_no_label(labels, came):
    with pytest.raises(ValueError, match=f"whole numbers from 0 to 2; {came}"):
        one_hot(labels, 3)


distributions = arrays(float, 4, elements=st.floats(0, 1)).filter(lambda p: p.sum() > 0.1).map(lambda p: p / p.sum())


@given(distributions, distributions)
def test_kl_is_not_negative_and_is_cross_entropy_less_entropy(p, q):
    q = (q + 0.01) / 1.04
    assert kl_divergence(p, q) >= -1e-15
    assert kl_divergence(p, q) == pytest.approx(cross_entropy(p, q) - entropy(p), abs=1e-12)      # D4-26
    assert kl_divergence(p, p) == 0


def test_kl_is_no_distance():
    """D4-25: not symmetric, and the way round is shorter than the straight one."""
    p, q, r = [0.9, 0.1], [0.5, 0.5], [0.1, 0.9]
    assert round(float(kl_divergence(p, r)), 3) == 1.758
    assert round(float(kl_divergence(p, q)), 3) == 0.368 and round(float(kl_divergence(q, r)), 3) == 0.511


def test_zero_times_log_zero_is_zero_and_impossible_events_cost_infinity():
    with np.errstate(all="raise"):
        assert entropy([1.0, 0.0]) == 0
        assert kl_divergence([1.0, 0.0], [0.5, 0.5]) == pytest.approx(np.log(2))
        assert kl_divergence([0.5, 0.5], [1.0, 0.0]) == np.inf


def test_the_two_networks_of_the_deck():
    """D3-21: both err once in three; their cross-entropies, 0.38 and 1.06, tell them apart."""
    Y = one_hot([0, 1, 0], 2)
    first, second = [[0.9, 0.1], [0.1, 0.9], [0.4, 0.6]], [[0.6, 0.4], [0.3, 0.7], [0.1, 0.9]]
    assert [round(float(cross_entropy(Y, P).mean()), 4) for P in (first, second)] == [0.3757, 1.0567]
    assert [round(float(mean_squared_error(P, Y)[0]), 4) for P in (first, second)] == [0.2533, 0.7067]
    assert [float(zero_one(P, Y)[0]) for P in (first, second)] == [1 / 3, 1 / 3]


@pytest.mark.parametrize("wrong", [[0.5, 0.6], [-0.5, 1.5], [float("nan"), 1.0]])
def test_what_is_no_distribution_is_refused(wrong):
    with pytest.raises(ValueError, match="probabilities >= 0 that add up to 1"):
        kl_divergence(wrong, [0.5, 0.5])
    with pytest.raises(ValueError, match="q should hold probabilities"):
        cross_entropy([0.5, 0.5], wrong)


def test_gradients_are_slopes():
    p, q, step = np.array([0.2, 0.3, 0.5]), np.array([0.5, 0.25, 0.25]), 1e-6 * np.array([1, 1, -2])      # stays in the simplex
    assert (entropy(p + step) - entropy(p - step)) / 2 == pytest.approx(entropy_gradient(p) @ step, rel=1e-8)
    assert (kl_divergence(p, q + step) - kl_divergence(p, q - step)) / 2 == pytest.approx(kl_gradient(p, q) @ step, rel=1e-8)
    assert kl_gradient([1.0, 0.0], [0.5, 0.0]).tolist() == [-2.0, 0.0]
