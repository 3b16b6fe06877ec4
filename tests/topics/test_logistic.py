"""Logistic regression: its derivatives, its minimum where there is one, and the proof that there is none where there is none."""
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_lib.datasets import income9
from course_lib.nn import losses
from course_lib.nn.gradients import complex_step
from course_lib.nn.gradients import hessian as numeric_hessian
from course_lib.topics.convexity import find_violation
from course_lib.topics.logistic import (
    MINIMUM,
    ONE_OF_MANY,
    SEPARATED,
    STOPPED,
    descend,
    gradient,
    hessian,
    negative_log_likelihood,
    newton,
    separating_vector,
)
from course_lib.topics.perceptron import lift

AGES, HIGH = income9().age, income9().high
STANDARD_AGES = lift(((AGES - AGES.mean()) / AGES.std())[:, None])


def overlapping(seed, samples=40, inputs=3):
    """Labels drawn with the probabilities of a random unit."""
    rng = np.random.default_rng([seed, samples, inputs])
    X = lift(rng.normal(size=(samples, inputs - 1)))
    return X, (rng.uniform(size=samples) < 1 / (1 + np.exp(-X @ rng.normal(size=inputs)))).astype(int)


@pytest.mark.parametrize("seed", range(5))
def test_derivatives_agree_with_the_complex_step_and_the_mean_with_the_library(seed):
    X, y = overlapping(seed)
    w = np.random.default_rng(seed).normal(size=3)
    np.testing.assert_allclose(gradient(w, X, y), complex_step(lambda w: negative_log_likelihood(w, X, y), w), rtol=1e-12)
    np.testing.assert_allclose(hessian(w, X, y), numeric_hessian(lambda w: gradient(w, X, y), w), rtol=1e-12, atol=1e-14)
    mean, delta = losses.sigmoid_cross_entropy((X @ w)[:, None], y[:, None])
    assert negative_log_likelihood(w, X, y) / len(X) == pytest.approx(float(mean), rel=1e-14)
    np.testing.assert_allclose(gradient(w, X, y) / len(X), X.T @ delta[:, 0], rtol=1e-12)


def test_nothing_overflows_and_small_losses_keep_their_digits():
    X = np.array([[1.0], [-1.0]])
    assert negative_log_likelihood([1000.0], X, [0, 1]) == 2000
    assert negative_log_likelihood([40.0], X, [1, 0]) == pytest.approx(2 * np.exp(-40.0), rel=1e-12)
    assert hessian([40.0], X, [1, 0]).item() == pytest.approx(2 * np.exp(-40.0), rel=1e-12)
    assert gradient([1000.0], X, [0, 1]).tolist() == [2.0] and hessian([1000.0], X, [0, 1]).tolist() == [[0.0]]


NUMBERS = st.floats(-5, 5)


@given(st.lists(st.tuples(NUMBERS, NUMBERS, st.integers(0, 1)), min_size=1, max_size=6), st.tuples(NUMBERS, NUMBERS))
@settings(deadline=None, derandomize=True)
def test_the_hessian_is_never_negative(rows, w):
    X, y = np.array([row[:2] for row in rows]), [row[2] for row in rows]
    curvatures = np.linalg.eigvalsh(hessian(w, X, y))
    assert curvatures[0] >= -1e-14 * (1 + curvatures[-1])


def test_no_violation_of_convexity_is_found():
    X, y = overlapping(1)
    box = np.full(3, -4.0), np.full(3, 4.0)
    assert find_violation(lambda w: negative_log_likelihood(w, X, y), box, budget=500, rng=0) is None


@pytest.mark.parametrize("samples, inputs", [(20, 2), (40, 3), (200, 6)])
@pytest.mark.parametrize("seed", range(4))
def test_newton_and_descent_meet_at_the_minimum(samples, inputs, seed):
    X, y = overlapping(seed, samples, inputs)
    fast = newton(X, y)
    assert fast.outcome == MINIMUM and fast.separator is None and len(fast.path) <= 12
    assert np.abs(gradient(fast.w, X, y)).max() < 1e-9
    slow = descend(X, y, lr=4 * len(X) / np.linalg.eigvalsh(X.T @ X)[-1], max_steps=20_000)
    assert slow.outcome == MINIMUM
    np.testing.assert_allclose(slow.w, fast.w, atol=1e-5)


def test_newton_falls_at_every_step_where_full_steps_would_not():
    X = lift([[-0.6, -0.2], [0.2, -0.4], [-1.7, -0.6], [2.5, -29.5], [-4.4, 0.2], [-46.5, -30.3]])
    y = np.array([0, 1, 1, 0, 1, 1])
    full = [np.zeros(3)]
    for _ in range(8):
        full.append(full[-1] - np.linalg.solve(hessian(full[-1], X, y), gradient(full[-1], X, y)))
    fit = newton(X, y)
    assert max(np.diff([negative_log_likelihood(w, X, y) for w in full])) > 0.1
    assert max(np.diff([negative_log_likelihood(w, X, y) for w in fit.path])) < 1e-12
    assert fit.outcome == MINIMUM and np.abs(gradient(fit.w, X, y)).max() < 1e-8


def test_the_income_table_has_no_minimum_and_the_weights_grow_for_ever():
    """Erratum 24: lr 1, mean gradient, standardised age and a bias, |(w, b)| after 10^2, 10^3, 10^4 steps."""
    fit = descend(STANDARD_AGES, HIGH, lr=1.0, max_steps=10_000)
    assert np.linalg.norm(fit.path[[100, 1000, 10_000]], axis=1).round(1).tolist() == [5.2, 13.0, 34.5]
    heights = [float(negative_log_likelihood(fit.path[k], STANDARD_AGES, HIGH)) for k in (100, 1000, 10_000)]
    assert np.round(heights, 2).tolist() == [1.42, 0.72, 0.18]
    assert fit.outcome == SEPARATED
    assert (np.where(HIGH == 1, 1, -1) * (STANDARD_AGES @ fit.separator) > 0).all()


def test_newton_on_separated_data_says_so_although_its_gradient_vanishes():
    fit = newton(STANDARD_AGES, HIGH)
    assert np.abs(gradient(fit.w, STANDARD_AGES, HIGH)).max() < 1e-8
    assert fit.outcome == SEPARATED and np.linalg.norm(fit.separator) == pytest.approx(1)
    assert (np.diff(np.linalg.norm(fit.path, axis=1)) > 0).all()


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
def test_separation_does_not_depend_on_units(scale):
    X, y = lift(AGES[:, None]) * [scale, 1], HIGH
    assert (np.where(y == 1, 1, -1) * (X @ separating_vector(X, y)) > 0).all()
    assert newton(X, y).outcome == SEPARATED
    overlap = HIGH.copy()
    overlap[[2, 0]] = 1, 0
    assert separating_vector(X, overlap) is None and newton(X, overlap).outcome == MINIMUM


def test_a_tie_on_the_boundary_still_has_no_minimum():
    """Quasi-separation: the two points at 1 have both labels, so no hyperplane separates strictly, and the loss still falls for ever."""
    X, y = lift([[0.0], [1.0], [1.0], [2.0]]), np.array([0, 0, 1, 1])
    u = separating_vector(X, y)
    sides = np.where(y == 1, 1, -1) * (X @ u)
    assert sides[[1, 2]] == pytest.approx([0, 0], abs=1e-12) and (sides[[0, 3]] > 0.1).all()
    heights = [negative_log_likelihood(size * u, X, y) for size in (1, 3, 10)]
    assert heights[0] > heights[1] > heights[2] > 2 * np.log(2)
    assert newton(X, y).outcome == SEPARATED


def test_one_class_alone_is_separated():
    assert newton(lift([[1.0], [2.0]]), [1, 1]).outcome == SEPARATED


@given(st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3), st.integers(0, 1)), min_size=2, max_size=7))
@settings(deadline=None, derandomize=True)
def test_there_is_a_separator_or_a_minimum_never_both(rows):
    """Small whole numbers, so that ties and flat data are frequent. Where there is none, one more step of Newton's stays where it is."""
    X, y = lift([row[:2] for row in rows]), np.array([row[2] for row in rows])
    u, fit = separating_vector(X, y), newton(X, y)
    if u is None:
        assert fit.outcome in (MINIMUM, ONE_OF_MANY) and np.abs(gradient(fit.w, X, y)).max() < 1e-8
    else:
        sides = np.where(y == 1, 1, -1) * (X @ u)
        assert fit.outcome == SEPARATED and sides.min() >= -1e-12 and sides.max() > 1e-3
        assert negative_log_likelihood(fit.w + u, X, y) < negative_log_likelihood(fit.w, X, y)


def test_dependent_columns_leave_many_minima_of_one_height():
    X, y = overlapping(3)
    twice = np.column_stack([X, X[:, 0]])
    fit, alone = newton(twice, y), newton(X, y)
    assert fit.outcome == ONE_OF_MANY
    along = np.array([1.0, 0, 0, -1])
    heights = [negative_log_likelihood(fit.w + step * along, twice, y) for step in (-3, 0, 5)]
    assert heights == pytest.approx([negative_log_likelihood(alone.w, X, y)] * 3, rel=1e-12)
    assert fit.w @ along == pytest.approx(0, abs=1e-9)       # the shortest of them
    assert descend(twice, y, lr=0.5, max_steps=20_000).outcome == ONE_OF_MANY


def test_too_few_steps_are_said():
    X, y = overlapping(2)
    assert descend(X, y, lr=0.1, max_steps=3).outcome == STOPPED and newton(X, y, max_steps=1).outcome == STOPPED


@pytest.mark.parametrize("attempt, said", [
    (lambda: negative_log_likelihood([0.0], [[1.0]], [-1]), r"labels should be 0 or 1; got -1\. .*\(y \+ 1\) // 2"),
    (lambda: newton([[1.0], [2.0]], [0, 2]), "labels should be 0 or 1; got 2"),
    (lambda: gradient([0.0, 1.0], [[1.0]], [1]), r"shapes .* got \(1, 1\), \(1,\), \(2,\)"),
    (lambda: hessian([0.0], [[1.0]], [[1]]), r"shapes .* got \(1, 1\), \(1, 1\), \(1,\)"),
    (lambda: descend([1.0, 2.0], [0, 1], 1.0, 5), r"shapes .* got \(2,\)"),
    (lambda: newton([[np.nan], [2.0]], [0, 1]), "X should hold finite numbers"),
    (lambda: separating_vector(np.zeros((0, 2)), []), "shapes"),
    (lambda: descend([[1.0]], [1], lr=0, max_steps=5), "lr should be a number above 0"),
    (lambda: newton([[1.0]], [1], max_steps=0), "max_steps should be a whole number"),
])
def test_errors_say_what_was_expected(attempt, said):
    with pytest.raises(ValueError, match=said):
        attempt()
