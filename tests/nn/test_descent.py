from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_lib.nn.descent import backtracking, exact_line_search, exact_on_quadratic, gradient_descent

settings.register_profile("course", deadline=None, derandomize=True)
settings.load_profile("course")

BOWL = np.array([1.0, 25.0])


def loss(theta):
    return 0.5 * theta @ (BOWL * theta)


def gradient(theta):
    return BOWL * theta


def test_fixed_steps_follow_the_closed_form_and_leave_the_start_alone():
    start = np.array([2.0, -1.0])
    descent = gradient_descent(gradient, start, lr=0.03, max_steps=20)
    np.testing.assert_allclose(descent.path, (1 - 0.03 * BOWL) ** np.arange(21)[:, None] * start, rtol=1e-12)
    assert descent.stopped_by == "steps" and start.tolist() == [2.0, -1.0]
    assert np.array_equal(descent.theta, descent.path[-1])


def test_the_gradient_rule_stops_at_the_first_small_gradient():
    descent = gradient_descent(gradient, [2.0, -1.0], 0.03, 10_000, small_gradient=1e-3)
    sizes = np.linalg.norm(BOWL * descent.path, axis=1)
    assert descent.stopped_by == "gradient" and sizes[-1] <= 1e-3 < sizes[-2]


def test_the_change_rule_stops_after_the_first_small_change():
    descent = gradient_descent(gradient, [2.0, -1.0], 0.03, 10_000, small_change=1e-3)
    changes = np.linalg.norm(np.diff(descent.path, axis=0), axis=1)
    assert descent.stopped_by == "change" and changes[-1] <= 1e-3 < changes[-2]


def test_a_small_change_does_not_mean_a_small_gradient():
    """Erratum 11: tiny steps change little anywhere."""
    descent = gradient_descent(gradient, [2.0, -1.0], 1e-8, 1000, small_change=1e-6)
    assert descent.stopped_by == "change" and len(descent.path) == 2 and np.linalg.norm(gradient(descent.theta)) > 20


def test_a_start_at_the_minimum_makes_no_step():
    assert len(gradient_descent(gradient, [0.0, 0.0], 0.1, 100).path) == 1


def test_the_limit_of_the_step_size_is_two_over_the_largest_curvature():
    assert np.abs(gradient_descent(gradient, [1.0, 1.0], 0.0799, 3000).theta).max() < 1e-3
    with pytest.raises(FloatingPointError, match=r"descent diverged: theta is no longer finite after \d+ steps"):
        gradient_descent(gradient, [1.0, 1.0], 0.0901, 100_000)


directions = st.tuples(st.floats(-5, 5), st.floats(-5, 5)).map(np.array).filter(lambda theta: np.linalg.norm(theta) > 0.1)


@given(directions)
def test_exact_steps_minimise_along_the_line(theta):
    g = gradient(theta)
    step = exact_on_quadratic(lambda v: BOWL * v)(theta, g)
    assert abs(g @ gradient(theta - step * g)) <= 1e-12 * (g @ g)              # successive directions are orthogonal (D4-03)
    assert exact_line_search(loss)(theta, g) == pytest.approx(step, rel=1e-6)  # half the digits are all that values can tell


@given(directions)
def test_backtracking_gives_enough_and_doubling_would_not(theta):
    g = gradient(theta)
    step = backtracking(loss, first=1.0, enough=0.3)(theta, g)

    def lowers_enough(t):
        return loss(theta - t * g) <= loss(theta) - 0.3 * t * (g @ g)
    assert lowers_enough(step) and (step == 1.0 or not lowers_enough(2 * step))


@pytest.mark.parametrize("rule", [exact_on_quadratic(lambda v: BOWL * v), exact_line_search(loss), backtracking(loss)])
def test_every_rule_reaches_the_minimum_and_never_climbs(rule):
    path = gradient_descent(gradient, [25.0, 1.0], rule, 1000, small_gradient=1e-6).path
    losses = [loss(theta) for theta in path]
    assert losses[-1] < 1e-12 and all(later < earlier for earlier, later in pairwise(losses))


def test_exact_line_search_over_a_tiny_and_a_huge_step():
    for scale in (1e-6, 1e6):
        rule = exact_line_search(lambda x, scale=scale: (x[0] * scale) ** 2 / 2)
        assert rule(np.array([1.0]), np.array([scale ** 2])) == pytest.approx(1 / scale ** 2, rel=1e-6)


def test_a_loss_that_keeps_falling_has_no_best_step():
    """Erratum 27."""
    with pytest.raises(ValueError, match="keeps falling along this line"):
        exact_line_search(lambda x: 1 / (1 + x[0]))(np.array([0.0]), np.array([-1.0]))


def test_a_wrong_gradient_is_found_out_by_backtracking():
    with pytest.raises(ValueError, match="is the gradient right"):
        backtracking(loss)(np.array([1.0, 1.0]), -gradient(np.array([1.0, 1.0])))


@pytest.mark.parametrize("wrong", [0, -1, float("nan"), "big"])
def test_what_is_no_step_size_is_refused(wrong):
    with pytest.raises(ValueError, match="lr should be a number above 0"):
        gradient_descent(gradient, [1.0, 1.0], wrong, 10)
