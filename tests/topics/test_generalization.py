"""Shortest solutions, the peak at features = samples, and no free lunch, counted out."""
import numpy as np
import pytest

from course_lib.topics.generalization import minimum_norm, sweep, unseen_scores
from course_lib.topics.perceptron import train, unit
from course_lib.topics.threshold_logic import all_functions, corners

SHAPES = [(5, 3), (5, 5), (5, 12), (20, 7), (7, 20), (1, 4), (4, 1)]


def problem(seed, shape):
    rng = np.random.default_rng(seed)
    return rng.normal(size=shape), rng.normal(size=shape[0])


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("seed", range(5))
def test_minimum_norm_is_best_and_shortest(shape, seed):
    F, y = problem(seed, shape)
    w = minimum_norm(F, y)
    np.testing.assert_allclose(F.T @ (F @ w - y), 0, atol=1e-11)                     # no better fit
    np.testing.assert_allclose(F.T @ np.linalg.lstsq(F.T, w, rcond=None)[0], w, atol=1e-10)     # no part of w that F cannot see
    if shape[1] >= shape[0]:
        np.testing.assert_allclose(F @ w, y, atol=1e-11)


def test_any_other_exact_fit_is_longer():
    F, y = problem(3, (5, 12))
    w = minimum_norm(F, y)
    unseen = np.linalg.svd(F)[2][5:]                                                # directions that F maps to 0
    for direction in np.random.default_rng(0).normal(size=(50, 7)) @ unseen:
        np.testing.assert_allclose(F @ (w + direction), y, atol=1e-10)
        assert np.linalg.norm(w + direction) ** 2 == pytest.approx(w @ w + direction @ direction, rel=1e-10)


def test_repeated_columns_share_their_weight():
    F, y = problem(1, (6, 2))
    alone, twice = minimum_norm(F, y), minimum_norm(np.column_stack([F, F]), y)
    np.testing.assert_allclose(twice, np.tile(alone / 2, 2), rtol=1e-10)
    assert minimum_norm(np.zeros((3, 2)), np.ones(3)).tolist() == [0, 0]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("lam", [1e-3, 0.1, 10.0])
def test_ridge_has_gradient_zero(shape, lam):
    F, y = problem(2, shape)
    w = minimum_norm(F, y, lam)
    np.testing.assert_allclose(F.T @ (F @ w - y) / len(F) + lam * w, 0, atol=1e-12)


def test_ridge_shortens_and_tends_to_the_shortest():
    F, y = problem(4, (5, 12))
    lengths = [np.linalg.norm(minimum_norm(F, y, lam)) for lam in (0, 1e-3, 1e-1, 10)]
    assert (np.diff(lengths) < 0).all()
    np.testing.assert_allclose(minimum_norm(F, y, 1e-12), minimum_norm(F, y), rtol=1e-9)


def test_several_outputs_are_fitted_one_by_one():
    F, y = problem(0, (5, 8))
    both = minimum_norm(F, np.column_stack([y, 2 - y]), 0.1)
    np.testing.assert_allclose(both, np.column_stack([minimum_norm(F, y, 0.1), minimum_norm(F, 2 - y, 0.1)]), rtol=1e-10)


@pytest.mark.parametrize("samples", [10, 20])
@pytest.mark.parametrize("seed", range(3))
def test_the_test_error_peaks_where_features_equal_samples_and_falls_below_the_first_valley(samples, seed):
    """Medians over 60 runs. In 30 seeds the peak was never elsewhere, 11.6 times the valley to its left or more, and the last error at
    most 0.51 of that valley."""
    left, right = [samples // 4, samples // 2, samples - 2, samples - 1], [samples + 1, samples + 2, 2 * samples, 10 * samples]
    result = sweep([*left, samples, *right], samples=samples, runs=60, rng=seed)
    median = np.median(result.test, axis=0)
    assert median.argmax() == 4
    assert median[4] > 8 * median[:4].min() and median[-1] < 0.7 * median[:4].min()
    assert (np.diff(median[5:]) < 0).all()


def test_enough_features_fit_the_samples_exactly_and_fewer_do_not():
    result = sweep([5, 19, 20, 21, 60], samples=20, runs=30, rng=0)
    assert result.train[:, 2:].max() < 1e-15 and result.train[:, 0].min() > 1e-3
    assert (result.train[:, 1] > result.train[:, 2]).all()


def test_ridge_takes_the_peak_away_and_pays_with_bias():
    features = [5, 10, 18, 20, 22, 40, 100]
    none, some, much = (sweep(features, samples=20, lam=lam, runs=60, rng=0) for lam in (0, 0.01, 1))
    assert (none.test == sweep(features, samples=20, runs=60, rng=0).test).all()
    peak, flat = np.median(none.test, axis=0), np.median(some.test, axis=0)
    assert peak[3] > 8 * flat[3] and flat[3] < 1.2 * max(flat[2], flat[4])
    assert (much.bias > 1.4 * some.bias).all() and (much.variance < some.variance).all()
    assert some.train[:, 3:].min() > 1e-7


def test_the_mean_test_error_is_bias_plus_variance():
    for lam in (0.0, 0.1):
        result = sweep([3, 12, 30], samples=12, lam=lam, runs=25, rng=1)
        assert result.features.tolist() == [3, 12, 30] and result.test.shape == result.train.shape == (25, 3)
        np.testing.assert_allclose(result.test.mean(axis=0), result.bias + result.variance, rtol=1e-10)


def test_without_noise_the_variance_has_fewer_sources():
    quiet, noisy = (sweep([40], samples=20, noise=noise, lam=0.01, runs=60, rng=0) for noise in (0.0, 1.0))
    assert quiet.variance[0] < noisy.variance[0] / 2


def test_the_generator_decides():
    first, again, other = (sweep([4, 8], samples=6, runs=3, rng=seed).test for seed in (0, 0, 1))
    assert (first == again).all() and (first != other).all()
    assert (sweep([4], samples=6, runs=1, rng=0).test.shape) == (1, 1)


def majority(X, y, unseen):
    return np.full(len(unseen), 1 if sum(y) >= 0 else -1)


def nearest(X, y, unseen):
    return [y[((X - x) ** 2).sum(axis=1).argmin()] for x in unseen]


def perceptron(X, y, unseen):
    run = train(X, y, max_epochs=20)
    return unit(unseen, run.w, run.b)


def contrary(X, y, unseen):
    return -np.asarray(nearest(X, y, unseen))


def guesser(rng=np.random.default_rng(0)):      # noqa: B008
    return lambda X, y, unseen: rng.choice([-1, 1], size=len(unseen))


LEARNERS = pytest.mark.parametrize("learner", [majority, nearest, perceptron, contrary, guesser()])


@LEARNERS
@pytest.mark.parametrize("seen", [[0, 1, 2, 3, 4], [7, 2, 5], [6], range(1, 8), np.array([0, 3, 5, 6])])
def test_no_free_lunch_exactly(learner, seen):
    scores = unseen_scores(learner, seen)
    unseen = 8 - len(seen)
    assert scores.shape == (2 ** len(seen), 2 ** unseen) and scores.size == 256
    assert 2 * scores.sum() == 256 * unseen                                         # whole numbers: exactly one half
    assert (2 * scores.sum(axis=1) == 2 ** unseen * unseen).all()                   # and whatever was seen


@pytest.mark.parametrize("seen", [[0, 1, 2, 3, 4], [7, 2, 5]])
def test_the_scores_are_those_of_each_function_in_turn(seen):
    """By another road: one function after the other, as one would grade a learner."""
    X, unseen = corners(3), [row for row in range(8) if row not in seen]
    slow = [int((np.asarray(nearest(X[seen], f[seen], X[unseen])) == f[unseen]).sum()) for f in all_functions(3)]
    assert np.bincount(slow).tolist() == np.bincount(unseen_scores(nearest, seen).ravel()).tolist()


def test_each_row_of_scores_belongs_to_what_was_seen():
    asked = []

    def learner(X, y, unseen):
        asked.append((X.tolist(), y.tolist(), unseen.tolist()))
        return np.ones(len(unseen))

    scores = unseen_scores(learner, [3, 0], inputs=2)
    X = corners(2)
    assert asked == [(X[[3, 0]].tolist(), y.tolist(), X[[1, 2]].tolist()) for y in corners(2)]
    assert scores.tolist() == [[0, 1, 1, 2]] * 4                                    # how many of the two unseen answers are +1


def test_nothing_seen_is_allowed_and_everything_is_not():
    assert unseen_scores(lambda X, y, unseen: np.ones(8), []).shape == (1, 256)
    with pytest.raises(ValueError, match="not all of them"):
        unseen_scores(majority, range(8))


@pytest.mark.parametrize("seen", [[0, 0], [8], [-1, 2], [0.5]])
def test_rows_that_are_not_there_are_refused(seen):
    with pytest.raises(ValueError, match="seen should be different rows from 0 to 7"):
        unseen_scores(majority, seen)


@pytest.mark.parametrize("answers", [np.zeros(3), np.ones(2), 1, [0.5, 1, 1], [np.nan, 1, 1]])
def test_a_learner_answers_each_corner(answers):
    with pytest.raises(ValueError, match="the learner should answer"):
        unseen_scores(lambda X, y, unseen: answers, [0, 1, 2, 3, 4])


def test_five_inputs_have_too_many_functions():
    with pytest.raises(ValueError, match="inputs should be 1, 2, 3 or 4"):
        unseen_scores(majority, [0], inputs=5)


@pytest.mark.parametrize("F, y, lam, said", [
    (np.ones((3, 2)), np.ones(2), 0, r"got \(3, 2\) and \(2,\)"), (np.ones(3), np.ones(3), 0, r"got \(3,\) and \(3,\)"),
    (np.ones((0, 2)), np.ones(0), 0, "samples, features"), (np.full((2, 2), np.nan), np.ones(2), 0, "finite"),
    (np.ones((2, 2)), [np.inf, 1], 0, "finite"), (np.ones((2, 2)), np.ones(2), -1, "lam should be")])
def test_regressions_that_cannot_be_are_refused(F, y, lam, said):
    with pytest.raises(ValueError, match=said):
        minimum_norm(F, y, lam)


@pytest.mark.parametrize("wrong", [{"samples": 0}, {"runs": 0}, {"noise": -1}, {"lam": -1}, {"features": []}, {"features": [3, 0]},
                                   {"features": [2.5]}])
def test_impossible_sweeps_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        sweep(**{"features": [3], "samples": 4, "runs": 1, "rng": 0, **wrong})
