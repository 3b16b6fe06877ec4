"""What L06 states, proved in numbers where no other test does it."""
import numpy as np
import pytest

from course_lib.datasets import income9, moons
from course_lib.nn import MLP
from course_lib.nn.activations import sigmoid, softplus
from course_lib.nn.distributions import cross_entropy, entropy, kl_divergence, one_hot, softmax, sparsemax
from course_lib.nn.gradients import central_difference, complex_step
from course_lib.nn.losses import half_squared_error, mean_squared_error, softmax_cross_entropy, sparsemax_loss, zero_one
from course_lib.topics.logistic import separating_vector
from course_lib.topics.perceptron import lift

RNG = np.random.default_rng
X, y = moons(50, noise=0.2, rng=0)
ROWS, Y = lift(X), y[:, None]
PEOPLE = income9()
AGES = lift(PEOPLE.age[:, None])


def error_rate(W):
    return ((ROWS @ W >= 0) != Y).mean(axis=0)


@pytest.mark.parametrize("seed", range(20))
def test_along_a_line_each_point_changes_its_answer_at_most_once(seed):
    start, direction = RNG(seed).normal(size=(2, 3, 1))
    answers = ROWS @ (start + np.linspace(-50, 50, 5001) * direction) >= 0
    assert (np.diff(answers, axis=1).sum(axis=1) <= 1).all()


def test_the_error_rate_shows_no_slope_at_almost_all_weights_and_otherwise_only_h():
    W = RNG(0).normal(size=(3, 10_000))
    for h in (1e-4, 1e-5):
        nudge = np.array([[h], [0], [0]])
        slopes = (error_rate(W + nudge) - error_rate(W - nudge)) / (2 * h)
        assert (slopes == 0).mean() > 0.99 and set(np.abs(slopes.round(6))) <= {0, *(np.arange(1, 4) / 50 / (2 * h)).round(6)}


def test_the_lowest_loss_is_not_the_lowest_error():
    w1 = np.linspace(-6, 4, 4001)
    line = np.array([w1, np.full(4001, -3.0), np.full(4001, 0.5)])
    errors, losses = error_rate(line), softplus((1 - 2 * Y) * (ROWS @ line)).mean(axis=0)
    assert errors[losses.argmin()] > errors.min() + 0.01


def test_the_printed_square_and_slope_are_wrong_and_do_not_agree_with_each_other():
    """Errata 3 and 4: f = 1.5 w + 0.5 at w = 2, y = 3."""
    f, slope, target = 3.5, 1.5, 3
    assert (target - f) ** 2 == 0.25 and target ** 2 - 2 * f + f ** 2 == 14.25
    measured = central_difference(lambda w: (target - (1.5 * w[0] + 0.5)) ** 2, np.array([2.0]))[0]
    of_the_print = central_difference(lambda w: target ** 2 - 2 * (1.5 * w[0] + 0.5) + (1.5 * w[0] + 0.5) ** 2, np.array([2.0]))[0]
    assert measured == pytest.approx(1.5) == 2 * (f - target) * slope
    assert 2 * slope + 2 * slope * f == 13.5 and of_the_print == pytest.approx(7.5)


def test_the_repaired_gradient_of_the_mse_on_the_table():
    w = np.array([2.0, 0.0])
    measured = complex_step(lambda w: ((AGES @ w - PEOPLE.income) ** 2).mean(), w)
    assert 2 / 9 * (AGES @ w - PEOPLE.income) @ AGES == pytest.approx(measured, rel=1e-12)


def test_the_mean_is_the_best_single_number():
    constants = np.linspace(0, 150, 15_001)
    best = constants[((constants[:, None] - PEOPLE.income) ** 2).mean(axis=1).argmin()]
    assert best == pytest.approx(PEOPLE.income.mean(), abs=0.01)


def test_three_habits_of_normalising():
    F, T = RNG(0).normal(size=(2, 7, 10))
    ours, slope = mean_squared_error(F, T)
    assert half_squared_error(F, T)[0] == pytest.approx(ours / 2) and np.mean((F - T) ** 2) == pytest.approx(ours / 10)
    other = 2 * (F - T) / F.size                                            # the gradient of the mean over samples and outputs
    assert 0.5 * other == pytest.approx(0.05 * slope)


def test_with_labels_of_minus_one_a_sigmoid_always_pays_more_than_one():
    """Erratum 25."""
    z = np.linspace(-30, 30, 601)
    assert ((sigmoid(z) - -1) ** 2 > 1).all()


def test_the_income_table_is_separated_by_age():
    assert separating_vector(AGES, PEOPLE.high) is not None
    assert PEOPLE.age[PEOPLE.high == 0].max() == 28 and PEOPLE.age[PEOPLE.high == 1].min() == 30


def test_float64_ends():
    assert sigmoid(40.0) == 1 and softplus(40.0) == 40
    assert softmax([0.0, -745.0])[1] > 0 == softmax([0.0, -746.0])[1]


def test_softmax_lies_in_the_simplex_ignores_a_shift_and_is_the_sigmoid_for_two():
    Z = RNG(0).normal(scale=4, size=(500, 6))
    P = softmax(Z)
    assert (P > 0).all() and P.sum(axis=1) == pytest.approx(np.ones(500)) and (P.argmax(axis=1) == Z.argmax(axis=1)).all()
    assert softmax(Z + RNG(1).normal(size=(500, 1)) * 100) == pytest.approx(P)
    assert P[:, 0] / P[:, 1] == pytest.approx(np.exp(Z[:, 0] - Z[:, 1]))
    z = np.linspace(-9, 9, 50)
    assert softmax(np.column_stack([0 * z, z]))[:, 1] == pytest.approx(sigmoid(z))


@pytest.mark.parametrize("C, after_sigmoid, after_tanh", [(2, 0.731, 0.881), (3, 0.576, 0.787), (10, 0.232, 0.451)])
def test_softmax_on_bounded_activations_is_never_sure(C, after_sigmoid, after_tanh):
    """Erratum 28."""
    winner = np.eye(C)[0]
    assert softmax(winner)[0] == pytest.approx(np.e / (np.e + C - 1)) == pytest.approx(after_sigmoid, abs=5e-4)
    assert softmax(2 * winner - 1)[0] == pytest.approx(after_tanh, abs=5e-4)
    Z = RNG(0).normal(scale=20, size=(5000, C))
    assert softmax(sigmoid(Z)).max() <= softmax(winner)[0] + 1e-12 and softmax(np.tanh(Z)).max() <= softmax(2 * winner - 1)[0] + 1e-12


def test_sparsemax_is_the_nearest_point_of_the_simplex():
    rng = RNG(0)
    for z in rng.normal(size=(50, 3)):
        rivals = rng.dirichlet(np.ones(3), size=2000)
        assert np.linalg.norm(sparsemax(z) - z) <= np.linalg.norm(rivals - z, axis=1).min()


def test_temperature_leads_from_a_corner_to_the_middle():
    z = np.array([2.0, 1.0, 0.0])
    assert softmax(z / 0.01) == pytest.approx([1, 0, 0], abs=1e-9) and softmax(z / 1e6) == pytest.approx(np.ones(3) / 3, abs=1e-5)


@pytest.mark.parametrize("C", [2, 3, 10])
def test_the_error_rate_is_at_most_the_cross_entropy_over_log_2(C):
    rng = RNG(C)
    Z, targets = rng.normal(scale=3, size=(500, 8, C)), one_hot(rng.integers(C, size=8), C)
    Z[:100] = Z[:100].round()                                               # ties among them
    errors = zero_one(Z, targets)[0]
    assert (errors <= softmax_cross_entropy(Z, targets)[0] / np.log(2) + 1e-12).all()
    tie = np.array([[0.0, 0.0] + [-800.0] * (C - 2)])
    assert softmax_cross_entropy(tie, one_hot([0], C))[0] == pytest.approx(np.log(2)) and zero_one(tie, one_hot([0], C))[0] == 1


def test_square_and_logarithm_are_proper_and_the_error_rate_is_not():
    for p in (0.1, 0.35, 0.7):
        for q in (0.2, 0.5, p, 0.9):
            brier = complex_step(lambda t, p=p: 2 * p * (1 - t[0]) ** 2 + 2 * (1 - p) * t[0] ** 2, np.array([q]))[0]
            log = complex_step(lambda t, p=p: -p * np.log(t[0]) - (1 - p) * np.log(1 - t[0]), np.array([q]))[0]
            assert brier == pytest.approx(4 * (q - p), abs=1e-12) and log == pytest.approx((q - p) / (q * (1 - q)), abs=1e-12)


def test_squared_error_behind_a_sigmoid_hardly_moves_where_it_is_sure_and_wrong():
    for z in (-10.0, -2.0, 2.0):
        p = sigmoid(z)
        measured = complex_step(lambda t: (1 / (1 + np.exp(-t[0])) - 1) ** 2 / 2, np.array([z]))[0]
        assert measured == pytest.approx((p - 1) * p * (1 - p), rel=1e-9)
    assert abs(sigmoid(-10.0) - 1) > 20_000 * abs((sigmoid(-10.0) - 1) * sigmoid(-10.0) * (1 - sigmoid(-10.0)))


def test_the_slopes_of_softmax_add_up_to_zero_and_stay_below_one():
    Z = RNG(0).normal(scale=9, size=(200, 1, 4))
    gradient = softmax_cross_entropy(Z, one_hot([2], 4))[1]
    assert np.abs(gradient.sum(axis=-1)).max() < 1e-12 and np.abs(gradient).max() <= 1


def test_the_sparsemax_loss_of_two_scores_in_pieces():
    for s in np.linspace(-3, 3, 121):
        expected = 0 if s < -1 else s if s > 1 else (1 + s) ** 2 / 4
        assert sparsemax_loss([[0, s]], [[1, 0]])[0] == pytest.approx(expected, abs=1e-12)


def test_the_regulariser_adds_lambda_w_to_the_weights_and_nothing_to_the_biases():
    plain, decayed = (MLP([2, 3, 1], output="sigmoid", rng=0, lam=lam) for lam in (0, 0.3))
    plain.theta[:] = decayed.theta[:] = RNG(0).normal(size=13)
    extra = decayed.views(decayed.loss_and_grad(X, Y)[1] - plain.loss_and_grad(X, Y)[1])
    for (dW, db), (W, _) in zip(extra, plain.layers, strict=True):
        assert dW == pytest.approx(0.3 * W, abs=1e-12) and np.abs(db).max() < 1e-12


def test_a_free_bias_lets_predictions_follow_the_targets():
    A, shifts = lift((PEOPLE.age[:, None] - 37.0) / 12), []
    for penalty in ((0.1, 0), (0.1, 0.1)):
        before, after = (A @ np.linalg.solve(A.T @ A / 9 + np.diag(penalty), A.T @ (PEOPLE.income + shift) / 9) for shift in (0, 100))
        shifts.append(after - before)
    assert shifts[0] == pytest.approx(np.full(9, 100)) and shifts[1].max() < 99


def test_gibbs_and_the_identity_with_zeros_among_the_probabilities():
    p, q = RNG(0).dirichlet(np.full(4, 0.4), size=(2, 2000))
    p[::3, 0] = 0
    p /= p.sum(axis=1, keepdims=True)
    kl = kl_divergence(p, q)
    assert (kl > 0).all() and np.allclose(kl, cross_entropy(p, q) - entropy(p)) and np.allclose(kl_divergence(p, p), 0)
    assert kl_divergence([0.5, 0.5], [1.0, 0.0]) == np.inf and kl_divergence([1.0, 0.0], [0.5, 0.5]) == pytest.approx(np.log(2))


def test_with_two_classes_every_stop_strictly_between_makes_the_detour_shorter():
    for p, r in RNG(0).uniform(0.01, 0.99, size=(200, 2)):
        for t in (0.01, 0.3, 0.5, 0.99):
            q = p + t * (r - p)
            P, Q, R = np.array([[p, 1 - p], [q, 1 - q], [r, 1 - r]])
            gain = kl_divergence(P, R) - kl_divergence(P, Q) - kl_divergence(Q, R)
            assert gain == pytest.approx(((P - Q) * (np.log(Q) - np.log(R))).sum(), abs=1e-12) and gain > 0
