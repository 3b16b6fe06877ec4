"""Six families at one budget: each keeps it, finds what it can say exactly, and fails where its theorem does not hold."""
import numpy as np
import pytest

from course_lib.topics.approximation import hinge_net, sup_error
from course_lib.topics.rivals import (
    RIVALS,
    cubic_spline,
    fourier_series,
    haar_wavelets,
    linear_spline,
    polynomial,
    step_tree,
    taylor_polynomial,
)

BUDGETS = [5, 9, 17, 33, 65]
FUNCTIONS = {"sine": (np.sin, (0, 2 * np.pi)), "bell": (lambda x: np.exp(-20 * x ** 2), (-1, 1)), "|x|": (abs, (-1, 1.5))}


def pieces(values) -> int:
    return 1 + int((np.diff(values) != 0).sum())


@pytest.mark.parametrize("family", RIVALS)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_larger_budget_helps_every_family(family, name):
    f, interval = FUNCTIONS[name]
    errors = [sup_error(f, RIVALS[family](f, K, interval), interval) for K in BUDGETS]
    if family == "Fourier series" and name == "|x|":
        assert min(errors) > 0.2               # its ends differ: the series sees a jump of one half, and misses by half of that
    else:
        assert errors[-1] < max(errors[0] / 5, 1e-12) and (np.diff(errors) < 1e-9).all()


@pytest.mark.parametrize("family, rate", [("step tree", 1), ("linear spline", 2), ("cubic spline", 4)])
def test_splines_gain_as_their_theorems_say(family, rate):
    interval = (0, 1)
    coarse, fine = (sup_error(np.exp, RIVALS[family](np.exp, K, interval), interval) for K in (65, 129))
    assert coarse / fine == pytest.approx(2 ** rate, rel=0.05)


@pytest.mark.parametrize("family", RIVALS)
def test_a_constant_costs_nothing(family):
    assert sup_error(lambda x: 0 * x + 3, RIVALS[family](lambda x: 0 * x + 3, 7, (-1, 4)), (-1, 4)) < 1e-13


@pytest.mark.parametrize("K", [1, 2, 3, 8, 15, 40])
@pytest.mark.parametrize("f", [np.exp, lambda x: -x, lambda x: x ** 5])
def test_a_tree_on_a_monotone_function_reaches_the_known_optimum(K, f):
    """m leaves share the rise equally: rise / 2m, up to the grid's own step."""
    leaves, rise = (K + 1) // 2, abs(f(np.array(2.0)) - f(np.array(0.0)))
    tree = step_tree(f, K, (0, 2))
    x = np.linspace(0, 2, 4097)
    grid_step = abs(np.diff(f(x))).max()
    assert rise / (2 * leaves) - grid_step <= abs(tree(x) - f(x)).max() <= rise / (2 * leaves) + 1e-9
    assert pieces(tree(x)) <= leaves


def test_a_tree_is_better_than_any_other_tree_of_its_size():
    """Against every placement of two thresholds on a coarse grid."""
    def f(x):
        return np.sin(5 * x) + x

    x = np.linspace(0, 2, 4097)
    y, best = f(x), np.inf
    for i in range(16, 4097, 64):
        for j in range(i + 16, 4097, 64):
            best = min(best, max(np.ptp(y[a:b]) / 2 for a, b in ((0, i), (i, j), (j, 4097))))
    error = abs(step_tree(f, 5, (0, 2))(x) - y).max()
    assert 0.9 * best < error <= best


def test_a_jump_is_nothing_to_a_tree_and_to_wavelets():
    def jump(x):
        return np.where(x >= 0, 1.0, -1.0)

    errors = {family: sup_error(jump, fit(jump, 33, (-1, 1)), (-1, 1)) for family, fit in RIVALS.items()}
    assert errors.pop("step tree") == errors.pop("Haar wavelets") == 0
    assert min(errors.values()) > 0.4          # continuous functions cannot come nearer than half of the jump


def test_a_linear_spline_is_the_hinge_network():
    x, at = np.linspace(-1, 1, 9), np.linspace(-1, 1, 501)
    np.testing.assert_array_equal(linear_spline(np.exp, 9, (-1, 1))(at), hinge_net(x, np.exp(x))(at))


@pytest.mark.parametrize("fit, degree", [(linear_spline, 1), (cubic_spline, 3), (polynomial, 6)])
def test_polynomials_up_to_its_degree_are_no_work(fit, degree):
    f = np.polynomial.Polynomial(np.random.default_rng(degree).normal(size=degree + 1))
    assert sup_error(f, fit(f, 7, (-2, 3)), (-2, 3)) < 1e-10


def test_polynomials_withstand_runge():
    def runge(x):
        return 1 / (1 + 25 * x ** 2)

    assert sup_error(runge, polynomial(runge, 65, (-1, 1)), (-1, 1)) < 1e-5


def test_fourier_finds_its_own_terms_in_their_order():
    def f(x):
        return 2 + 3 * np.cos(np.pi * x) - np.sin(np.pi * x) + 0.5 * np.cos(2 * np.pi * x)

    assert sup_error(f, fourier_series(f, 4, (-1, 1)), (-1, 1)) < 1e-12
    assert sup_error(f, fourier_series(f, 3, (-1, 1)), (-1, 1)) == pytest.approx(0.5, abs=1e-12)
    assert fourier_series(f, 1, (-1, 1))(np.array([0.3]))[0] == pytest.approx(2, abs=1e-12)


def test_wavelets_keep_the_largest_and_pay_for_their_places():
    """Heights 3.25, 0.75, 0, 0 on quarters. The wavelet of the left half is higher (1.25 against 1) but shorter, and comes second."""
    def f(x):
        return np.select([x < 0.25, x < 0.5], [3.25, 0.75], 0.0)

    quarters = np.array([0.1, 0.3, 0.6, 0.9])
    answers = {K: haar_wavelets(f, K, (0, 1))(quarters).tolist() for K in (1, 2, 3, 4, 5)}
    assert answers[1] == answers[2] == [1.0] * 4
    assert answers[3] == answers[4] == [2.0, 2.0, 0.0, 0.0]
    assert answers[5] == [3.25, 0.75, 0.0, 0.0]


def test_one_number_is_the_mean():
    for family in (haar_wavelets, fourier_series):
        assert family(lambda x: 3 * x, 1, (0, 1))(np.array([0.9]))[0] == pytest.approx(1.5, rel=1e-12)


@pytest.mark.parametrize("K", [3, 8, 21])
def test_wavelets_keep_no_more_than_the_budget(K):
    at = np.linspace(0, 1, 9001)
    assert pieces(haar_wavelets(np.exp, K, (0, 1))(at)) <= 1 + 3 * ((K - 1) // 2)       # a wavelet adds at most three steps' edges


def test_taylor_about_any_centre():
    derivatives = [np.sin(0.7), np.cos(0.7), -np.sin(0.7), -np.cos(0.7)] * 5
    assert sup_error(np.sin, taylor_polynomial(derivatives, 0.7), (-1, 2.4)) < 1e-12


def test_taylor_fails_where_all_derivatives_vanish_and_the_other_polynomials_do_not():
    """Erratum 7: exp(-1 / x^2)."""
    def flat(x):
        return np.exp(-1 / np.maximum(x * x, 1e-300))

    assert sup_error(flat, taylor_polynomial([0.0] * 33, 0.0), (-1, 1)) == pytest.approx(np.exp(-1), rel=1e-12)
    assert sup_error(flat, polynomial(flat, 33, (-1, 1)), (-1, 1)) < 1e-3


LEAST = {"step tree": 1, "linear spline": 2, "cubic spline": 4, "polynomial": 1, "Fourier series": 1, "Haar wavelets": 1}


@pytest.mark.parametrize("family", RIVALS)
def test_bad_input_is_named(family):
    fit, least = RIVALS[family], LEAST[family]
    fit(np.exp, least, (0, 1))
    for K in (least - 1, 2.5, "5"):
        with pytest.raises(ValueError, match=f"K >= {least}"):
            fit(np.exp, K, (0, 1))
    with pytest.raises(ValueError, match="interval"):
        fit(np.exp, 5, (1, 0))
    with pytest.raises(ValueError, match="f is not finite at x = "):
        fit(lambda x: np.where(x > 0.5, np.inf, x), 5, (0, 1))
    with pytest.raises(ValueError, match="one number for each x"):
        fit(lambda x: 3.0, 5, (0, 1))


def test_taylor_wants_finite_derivatives():
    with pytest.raises(ValueError, match="finite"):
        taylor_polynomial([1.0, np.nan], 0.0)
