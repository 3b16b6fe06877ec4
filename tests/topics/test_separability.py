"""Either certificate, checked by other means: Boolean functions with a known count, clouds with a known answer, hostile scales."""
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_lib.datasets import separable_cloud
from course_lib.topics.perceptron import margin, unit
from course_lib.topics.separability import Certificate, _separates, certify, farkas_residual, verify_farkas
from course_lib.topics.threshold_logic import all_functions, corners, crossing

SQUARE, XOR = corners(2), np.array([-1, 1, 1, -1])


def check(certificate: Certificate, X, y) -> bool:
    """By the definitions, in whole numbers where they allow it: True for separable, False for not, else a failure."""
    X, y = np.asarray(X), np.asarray(y)
    if certificate.separable:
        assert certificate.lam is None and certificate.margin > 0
        assert (y * (X @ certificate.w + certificate.b) > 0).all()
        assert certificate.margin == margin(X, y, certificate.w, certificate.b)
    else:
        assert certificate.w is certificate.b is certificate.margin is None
        lam = certificate.lam
        assert lam.shape == y.shape and (lam >= 0).all() and abs(lam.sum() - 1) <= 1e-9
        assert np.abs(lam * y @ np.column_stack([X, np.ones(len(X))])).max() <= 1e-9 * np.abs(X).max(initial=1)      # E1, question 7
        assert verify_farkas(X, y, lam)
    return certificate.separable


@pytest.mark.parametrize("inputs, possible", [(1, 4), (2, 14), (3, 104)])
def test_every_boolean_function_is_decided_as_by_its_crossing(inputs, possible):
    X = corners(inputs)
    separable = [check(certify(X, y), X, y) for y in all_functions(inputs)]
    assert separable == [crossing(X, y) is None for y in all_functions(inputs)]
    assert sum(separable) == possible


def test_faces_and_parity_of_four_inputs():
    """A unit can say whether an input lies on a face of the cube of four inputs; it cannot tell parity."""
    X = corners(4)
    faces = [X[:, list(columns)].min(axis=1) for columns in [(0,), (0, 2), (1, 2, 3), (0, 1, 2, 3)]]
    assert all(check(certify(X, sign * face), X, sign * face) for face in faces for sign in (1, -1))
    assert not check(certify(X, X.prod(axis=1)), X, X.prod(axis=1))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("inputs, samples", [(1, 7), (2, 50), (5, 300), (20, 30), (20, 2000)])
def test_clouds_with_a_known_answer(seed, inputs, samples):
    rng = np.random.default_rng([seed, inputs, samples])
    X, y, w, b = separable_cloud(samples, margin=0.01, rng=rng, inputs=inputs)
    found = certify(X, y)
    assert check(found, X, y) and found.margin >= margin(X, y, w, b) - 1e-12      # the widest: no narrower than the one that was built in
    lam = rng.random(samples) * (y > 0), rng.random(samples) * (y < 0)
    inside = [part / part.sum() @ X for part in lam if part.any()]
    if len(inside) == 2:
        X = X + np.where(y < 0, 1, 0)[:, None] * (inside[0] - inside[1])          # now the hulls of the two classes share a point
        assert not check(certify(X, y), X, y)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("size", [1e-6, 1.0, 1e6, 1e12])
def test_no_direction_is_wider_than_the_one_returned(seed, size):
    """The length of any mean of the y (x, 1) bounds every margin from above (Cauchy-Schwarz); one mean attains the bound."""
    X, y, *_ = separable_cloud(40, margin=0.05, rng=seed, inputs=3)
    found = certify(size * X, y)
    u = np.append(found.w, found.b) / np.linalg.norm(np.append(found.w, found.b))
    longest = max(1, size)
    turned, width = y[:, None] * np.column_stack([size * X, np.ones(len(X))]) / longest, found.margin / longest
    touching = np.isclose(turned @ u, width, rtol=1e-6, atol=0)
    factors = np.linalg.lstsq(turned[touching].T, u, rcond=None)[0]
    factors /= factors.sum()
    assert (factors >= -1e-9).all()                                               # u is made of the points that touch the margin
    assert np.linalg.norm(factors @ turned[touching]) == pytest.approx(width, rel=1e-6)


@pytest.mark.parametrize("size", [1e-290, 1e-150, 1e-12, 1e12, 1e150, 1e290])
def test_the_unit_of_measurement_does_not_matter(size):
    rng = np.random.default_rng(7)
    X, y, *_ = separable_cloud(60, margin=0.02, rng=rng, inputs=4)
    assert check(certify(size * X, y), size * X, y)
    for stretched in (size * SQUARE, SQUARE * [size, 1.0]):
        with np.errstate(divide="raise", invalid="raise", over="raise"):
            found = certify(stretched, XOR)
        assert not found.separable and found.lam.tolist() == pytest.approx([0.25] * 4, rel=1e-12)
        assert check(certify(stretched, [-1, -1, -1, 1]), stretched, np.array([-1, -1, -1, 1]))


@pytest.mark.parametrize("offset", [0.0, 1e8])
def test_features_that_tell_nothing_new_do_no_harm(offset):
    """A constant, a copy and a sum of the others: the cloud is flat."""
    X = np.column_stack([SQUARE + offset, np.full(4, 7.0), SQUARE[:, 0], SQUARE.sum(axis=1)])
    with np.errstate(all="raise"):
        assert not check(certify(X, XOR), X, XOR)
        assert check(certify(X, [-1, -1, -1, 1]), X, np.array([-1, -1, -1, 1]))


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("size", [1e-290, 1e-150, 1.0, 1e150, 1e290])
def test_a_flat_cloud_is_as_separable_as_its_shadow(seed, size):
    rng = np.random.default_rng(seed)
    shadow = rng.normal(size=(60, 2))
    y = np.where(shadow @ rng.normal(size=2) > 0.1, 1, -1)
    y[:2 * (seed % 2)] *= -1
    for X in (shadow @ rng.normal(size=(2, 15)) + 3, np.column_stack([shadow, np.full(60, 3.7)])):
        with np.errstate(divide="raise", invalid="raise"):
            assert check(certify(size * X, y), size * X, y) == check(certify(shadow, y), shadow, y)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("far", [1e4, 1e8, 1e11])
def test_a_far_point_does_not_spoil_the_digits(seed, far):
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(20, 1 + seed % 2)), rng.choice([-1, 1], 20)
    X[0] *= far
    found = certify(X, y)
    if not check(found, X, y):
        assert farkas_residual(X, y, found.lam) <= 1e-12


def test_the_largest_floats_are_no_exception():
    for X in ([[1.2e308], [1.6e308]], [[-1.6e308], [1.6e308]], [[1.2e308, 3.0], [1.6e308, 3.0]]):
        found = certify(X, [-1, 1])
        assert found.margin > 0 and (unit(X, found.w, found.b) == [-1, 1]).all()


@pytest.mark.parametrize("offset", [1e3, 1e8, 1e15])
def test_nor_does_its_zero(offset):
    X = np.array([[offset], [offset + 1], [offset + 2]])
    assert check(certify(X, [-1, 1, 1]), X, [-1, 1, 1])
    found = certify(X, [1, -1, 1])
    assert not found.separable and found.lam.tolist() == pytest.approx([0.25, 0.5, 0.25], rel=1e-12)


def test_points_four_units_of_rounding_apart_are_told_apart_and_equal_points_are_not():
    X = np.array([[1.0], [1.0 + 4 * np.spacing(1.0)]])
    assert check(certify(X, [-1, 1]), X, [-1, 1])
    twice = np.array([[0.3, 0.1], [0.3, 0.1], [5.0, -2.0], [1.0, 9.0]])
    assert certify(twice, [1, -1, 1, -1]).lam.tolist() == pytest.approx([0.5, 0.5, 0, 0], abs=1e-15)


@pytest.mark.parametrize("inputs", [1, 2, 3, 10])
@pytest.mark.parametrize("seed", range(40))
def test_one_point_with_both_labels_spoils_any_cloud(inputs, seed):
    """The two carry all the weight; what rounding leaves on the others must not spoil the certificate."""
    X, y, *_ = separable_cloud(30 + 4 * seed, margin=0.01, rng=seed, inputs=inputs)
    X, y = np.vstack([X, X[:1]]), np.append(y, -y[0])
    found = certify(X, y)
    assert not check(found, X, y) and np.flatnonzero(found.lam).tolist() == [0, len(X) - 1]
    leftover = np.full(len(X), 1e-16)
    leftover[[0, -1]] = 0.5
    assert verify_farkas(X, y, leftover)


def test_the_check_of_weights_is_exact():
    """Decimal weights on decimal points near the line, where float64 often errs about the side."""
    rng, erred = np.random.default_rng(0), 0
    for _ in range(2000):
        x, w = rng.normal(size=(2, 2)).round(1)
        u = np.append(w, -(x @ w).round(2) + rng.choice([-0.01, 0, 0, 0.01]))
        truth = sum(Fraction(a) * Fraction(c) for a, c in zip([*x, 1], u, strict=True))
        assert _separates(x[None], np.array([1.0]), u) == (truth > 0)
        assert _separates(x[None], np.array([-1.0]), u) == (truth < 0)
        erred += ([*x, 1] @ u > 0) != (truth > 0)
    assert erred > 100


def test_weights_that_are_right_only_in_rounded_arithmetic_are_not_returned():
    """Three points on a line up to their last digits, far from 0: the best weights pass in float64 and fail in exact arithmetic."""
    X = [[-36302366.84302077, 68208061.55771469], [-36302367.9327248, 68208063.49558754], [-36302367.23220078, 68208062.24981214]]
    with pytest.raises(ArithmeticError, match="too close to call"):
        certify(X, [-1, -1, 1])


@pytest.mark.parametrize("gap", [1e-4, 1e-8, 1e-12])
@pytest.mark.parametrize("seed", range(10))
def test_a_thin_gap_across_all_features_is_found(gap, seed):
    rng = np.random.default_rng(seed)
    y = np.where(np.arange(200) % 2, 1, -1)
    Z = rng.normal(size=(200, 5))
    Z[:, 0] = y * (np.abs(Z[:, 0]) * (np.arange(200) > 40) + gap)                 # 41 points at the very edge, in general position
    X = Z @ np.linalg.qr(rng.normal(size=(5, 5)))[0]
    assert check(certify(X, y), X, y)


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.integers(1, 3).flatmap(lambda inputs: st.lists(
    st.tuples(st.lists(st.integers(-3, 3), min_size=inputs, max_size=inputs), st.sampled_from((-1, 1))), min_size=1, max_size=12)))
def test_whole_points_with_repetitions_are_always_decided(points):
    X, y = np.array([x for x, _ in points]), np.array([label for _, label in points])
    separable = check(certify(X, y), X, y)
    assert separable or crossing(X, y) or len(points) > 3
    if X.shape[1] == 1:
        assert separable == (X[y > 0].min(initial=9) > X[y < 0].max(initial=-9) or X[y > 0].max(initial=-9) < X[y < 0].min(initial=9))
    assert check(certify(X, -y), X, -y) == separable
    again = np.vstack([X, X]), np.append(y, y)
    assert check(certify(*again), *again) == separable


def test_one_class_alone_is_separable():
    found = certify([[3.0, 4.0], [0.0, 0.0]], [-1, -1])
    assert (unit([[3.0, 4.0], [0.0, 0.0]], found.w, found.b) == -1).all()


def test_a_crossing_is_a_farkas_certificate_and_its_neighbours_are_not():
    lam = np.full(4, 1 / 4)
    assert verify_farkas(SQUARE, XOR, lam) and farkas_residual(SQUARE, XOR, lam) == 0
    assert not verify_farkas(SQUARE, [-1, 1, 1, 1], lam)
    assert not verify_farkas(SQUARE, XOR, 2 * lam)                                # sum 2
    assert not verify_farkas(SQUARE, XOR, 0 * lam) and farkas_residual(SQUARE, XOR, 0 * lam) == 0
    assert not verify_farkas(SQUARE, XOR, lam + np.array([1e-8, -1e-8, 0, 0]))
    assert verify_farkas(SQUARE, XOR, lam + 1e-12)
    assert not verify_farkas(np.vstack([SQUARE, SQUARE]), [*XOR, *XOR], [0.5, 0.5, 0.5, 0.5, -0.25, -0.25, -0.25, -0.25])


@pytest.mark.parametrize("X", [[[1e-12], [-1e-12]], [[1e12], [1e12 + 1]], [[1.0, 1e12], [-1.0, 1e12]]])
def test_small_numbers_do_not_pass_for_zero(X):
    """Two points with two labels are separable, so the mean of the two turned points is no certificate, however short it is."""
    assert not verify_farkas(X, [1, -1], [0.5, 0.5])
    assert certify(X, [1, -1]).separable


def test_far_points_without_weight_do_not_loosen_the_check():
    for almost_nothing in (0.0, 1e-300, 1e-16, 1e-12):
        assert not verify_farkas([[0.0], [1.0], [1e12]], [1, -1, -1], [0.5, 0.5, almost_nothing])


def test_nothing_is_claimed_where_float64_cannot_tell():
    """Features so unequal that no float64 weights can count both: the answer is neither yes nor no."""
    X, y = np.array([[1e200, 1e-200], [1e200, -1e-200], [-1e200, 3e-200], [-1e200, 1e-200]]), [1, -1, 1, -1]
    with pytest.raises(ArithmeticError, match="too close to call"):
        certify(X, y)


@pytest.mark.parametrize("X, y, lam, message", [
    ([1.0, 2.0], [1, -1], None, r"X should have shape \(samples, inputs\)"),
    (np.empty((0, 2)), [], None, "at least one"),
    (np.empty((2, 0)), [1, 1], None, "X should have shape"),
    ([[1.0], [np.nan]], [1, -1], None, "X should hold finite numbers"),
    ([[1.0], [np.inf]], [1, -1], None, "X should hold finite numbers"),
    ([[1.0], [2.0]], [0, 1], None, r"each \+1 or -1"),
    ([[1.0], [2.0]], [1], None, "2 labels"),
    ([[1.0], [2.0]], [1, -1], [1.0], r"lam should have shape \(2,\)"),
    ([[1.0], [2.0]], [1, -1], [np.nan, 1.0], "lam should hold finite numbers"),
])
def test_bad_input_is_named(X, y, lam, message):
    with pytest.raises(ValueError, match=message):
        certify(X, y) if lam is None else verify_farkas(X, y, lam)


def test_points_and_labels_are_left_alone():
    X, y = SQUARE.astype(float), XOR.copy()
    certify(X, y)
    assert (X == SQUARE).all() and (y == XOR).all()
