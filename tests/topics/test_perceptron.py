"""The perceptron rule, its bound and its proof, on clouds in 2 to 10 dimensions."""
import numpy as np
import pytest

from course_lib.datasets import separable_cloud
from course_lib.topics.perceptron import lift, margin, mistake_bound, radius, train, unit

CLOUDS = [(seed, inputs) for inputs in range(2, 11) for seed in range(12)]


def cloud(seed, inputs):
    rng = np.random.default_rng([seed, inputs])
    return separable_cloud(50, margin=rng.uniform(0.02, 0.2), rng=rng, inputs=inputs)


@pytest.mark.parametrize("seed, inputs", CLOUDS)
def test_training_separates_within_the_bound(seed, inputs):
    X, y, w, b = cloud(seed, inputs)
    run = train(X, y)
    assert run.separated
    assert margin(X, y, run.w, run.b) > 0 and (unit(X, run.w, run.b) == y).all()
    assert 0 < run.mistakes <= mistake_bound(X, y, w, b)
    assert run.mistakes <= mistake_bound(X, y, run.w, run.b)      # the bound holds for any separator, the learned one too


@pytest.mark.parametrize("seed, inputs", CLOUDS)
def test_both_inequalities_of_the_proof_hold_at_every_update(seed, inputs):
    X, y, w, b = cloud(seed, inputs)
    run, u, R = train(X, y), np.append(w, b), radius(X)
    k = np.arange(run.mistakes + 1)
    assert (run.path @ u >= k * margin(X, y, w, b) - 1e-9).all()
    assert ((run.path ** 2).sum(axis=1) <= k * R ** 2 + 1e-9).all()


def test_every_update_answers_a_mistake_with_exactly_that_point():
    X, y, *_ = cloud(3, 4)
    run = train(X, y)
    for before, after, i in zip(run.path[:-1], run.path[1:], run.visited, strict=True):
        assert y[i] * (lift(X)[i] @ before) <= 0
        np.testing.assert_array_equal(after, before + y[i] * lift(X)[i])
    assert (run.path[0] == 0).all()
    np.testing.assert_array_equal(run.path[-1], [*run.w, run.b])


def test_points_are_visited_in_their_order_round_after_round():
    """Three points worked by hand: a mistake at the first, none at the second, one at the third, then one more round and a clean one."""
    run = train([[2.0, 0.0], [3.0, 1.0], [0.0, -1.0]], [1, 1, -1])
    assert run.visited.tolist() == [0, 2] and run.mistakes == 2
    assert run.path.tolist() == [[0, 0, 0], [2, 0, 1], [2, 1, 0]]


def test_inseparable_points_stop_at_max_epochs_and_say_so():
    X, xor = np.array([[-1, -1], [-1, 1], [1, -1], [1, 1]]), [-1, 1, 1, -1]
    run = train(X, xor, max_epochs=25)
    assert not run.separated
    assert run.mistakes == 100        # every point, every round
    assert len(np.unique(run.path, axis=0)) == 4


def test_training_changes_neither_points_nor_labels():
    X, y, *_ = cloud(1, 3)
    kept = X.copy(), y.copy()
    train(X, y)
    assert (kept[0] == X).all() and (kept[1] == y).all()


def test_labels_and_points_must_pair_up():
    with pytest.raises(ValueError):
        train([[1.0], [2.0]], [1])


def test_the_bound_refuses_weights_that_do_not_separate():
    with pytest.raises(ValueError, match="separate"):
        mistake_bound([[1.0], [-1.0]], [1, -1], [-1.0], 0.0)


def test_radius_and_margin_count_the_bias_as_an_input():
    X, y = np.array([[3.0, 0.0], [0.0, -2.0]]), np.array([1, -1])
    assert radius(X) == pytest.approx(np.sqrt(10))
    assert margin(X, y, [1.0, 1.0], 0.0) == pytest.approx(2 / np.sqrt(2))
    assert margin(X, y, [0.0, 0.0], 1.0) == pytest.approx(-1.0)
    assert margin(X, y, [10.0, 10.0], 0.0) == pytest.approx(margin(X, y, [1.0, 1.0], 0.0))
