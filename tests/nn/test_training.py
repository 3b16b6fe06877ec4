import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_lib.nn import MLP, SGD, Adam, StackedMLP, batches, train
from course_lib.nn.distributions import one_hot

settings.register_profile("course", deadline=None, derandomize=True)
settings.load_profile("course")


def example(samples=20, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(samples, 2)), one_hot(rng.integers(3, size=samples), 3)


@given(st.integers(1, 50), st.integers(1, 60), st.integers(0, 100))
def test_each_row_occurs_once_in_an_epoch(samples, batch_size, seed):
    pieces = list(batches(samples, batch_size, seed))
    assert sorted(np.concatenate(pieces).tolist()) == list(range(samples))
    assert [len(piece) for piece in pieces[:-1]] == [batch_size] * (len(pieces) - 1) and 1 <= len(pieces[-1]) <= batch_size


def test_epochs_differ_and_a_seed_repeats_them():
    rng = np.random.default_rng(0)
    first, second = (np.concatenate(list(batches(100, 7, rng))) for _ in range(2))
    assert not np.array_equal(first, second)
    again = np.random.default_rng(0)
    assert np.array_equal(first, np.concatenate(list(batches(100, 7, again))))


def test_with_replacement_rows_repeat_and_are_drawn_evenly():
    counts = sum(np.bincount(rows, minlength=10) for seed in range(2000) for rows in batches(10, 4, seed, replace=True))
    assert counts.sum() == 20_000 and np.abs(counts - 2000).max() < 5 * np.sqrt(20_000 * 0.1 * 0.9)
    assert any(len(set(np.concatenate(list(batches(10, 4, seed, replace=True))))) < 10 for seed in range(3))


def test_a_stack_has_orders_of_its_own():
    pieces = np.concatenate(list(batches(30, 8, 0, stack=(4,))), axis=1)
    assert pieces.shape == (4, 30) and (np.sort(pieces, axis=1) == np.arange(30)).all()
    assert len({tuple(row) for row in pieces.tolist()}) == 4


def test_training_is_one_step_for_each_batch():
    X, Y = example()
    net, by_hand = MLP([2, 5, 3], rng=0), MLP([2, 5, 3], rng=0)
    losses = list(train(net, X, Y, SGD(0.1), epochs=3, batch_size=8, rng=7))
    rng, expected = np.random.default_rng(7), []
    for _ in range(3):
        total = 0.0
        for rows in batches(20, 8, rng):
            loss, grad = by_hand.loss_and_grad(X[rows], Y[rows])
            by_hand.theta -= 0.1 * grad
            total += loss * len(rows)
        expected.append(total / 20)
    np.testing.assert_allclose(losses, expected, rtol=1e-14)
    np.testing.assert_allclose(net.theta, by_hand.theta, rtol=1e-13)


def test_without_a_batch_size_every_step_sees_all_data():
    X, Y = example()
    net, by_hand = MLP([2, 5, 3], rng=0), MLP([2, 5, 3], rng=0)
    list(train(net, X, Y, SGD(0.1), epochs=4))
    for _ in range(4):
        by_hand.theta -= 0.1 * by_hand.loss_and_grad(X, Y)[1]
    assert np.array_equal(net.theta, by_hand.theta)


def test_the_caller_is_in_charge_between_epochs():
    X, Y = example()
    net = MLP([2, 5, 3], rng=0)
    start = net.theta.copy()
    training = train(net, X, Y, SGD(0.1), epochs=100, batch_size=8, rng=0)
    assert np.array_equal(net.theta, start)
    next(training)
    after_one = net.theta.copy()
    training.close()
    assert not np.array_equal(after_one, start) and np.array_equal(net.theta, after_one)


def test_data_are_left_alone():
    X, Y = example()
    kept = X.copy(), Y.copy()
    list(train(MLP([2, 5, 3], rng=0), X, Y, Adam(0.1), 3, 4, rng=0))
    assert np.array_equal(X, kept[0]) and np.array_equal(Y, kept[1])


@pytest.mark.parametrize("settings", [{"batch_size": 5}, {"batch_size": None}, {"batch_size": 5, "replace": True}])
def test_a_stack_trains_each_network_as_if_alone(settings):
    """The orders of the stack are given to single networks one by one."""
    X, Y = example()
    nets = StackedMLP(4, [2, 5, 3], activation="relu", lam=0.01, rng=0)
    singles = [MLP([2, 5, 3], activation="relu", lam=0.01) for _ in range(4)]
    for single, theta in zip(singles, nets.theta, strict=True):
        single.theta[:] = theta
    losses = np.array(list(train(nets, X, Y, Adam(0.05), 3, rng=3, **settings)))
    rng, optimizers, expected = np.random.default_rng(3), [Adam(0.05) for _ in range(4)], np.zeros((3, 4))
    for epoch in range(3):
        whole = [np.tile(np.arange(20), (4, 1))]
        for rows in whole if settings["batch_size"] is None else batches(20, 5, rng, settings.get("replace", False), (4,)):
            for k, (single, optimizer) in enumerate(zip(singles, optimizers, strict=True)):
                loss, grad = single.loss_and_grad(X[rows[k]], Y[rows[k]])
                optimizer.step(single.theta, grad)
                expected[epoch, k] += loss * rows.shape[1] / 20
    np.testing.assert_allclose(losses, expected, rtol=1e-12)
    np.testing.assert_allclose(nets.theta, [single.theta for single in singles], rtol=1e-11, atol=1e-13)


def test_a_stacks_networks_start_differently_and_may_have_data_of_their_own():
    nets = StackedMLP(3, [2, 5, 3], rng=0)
    assert len({tuple(theta) for theta in nets.theta.tolist()}) == 3
    X = np.random.default_rng(0).normal(size=(3, 20, 2))
    _, Y = example()
    losses, grads = nets.loss_and_grad(X, Y)
    for k in range(3):
        single = MLP([2, 5, 3])
        single.theta[:] = nets.theta[k]
        assert losses[k] == pytest.approx(single.loss(X[k], Y), rel=1e-14)
        np.testing.assert_allclose(grads[k], single.loss_and_grad(X[k], Y)[1], rtol=0, atol=1e-15)
        np.testing.assert_allclose(nets.predict(X)[k], single.predict(X[k]), rtol=1e-13)


def test_divergence_is_reported_and_not_silent():
    X, Y = example()
    net = MLP([2, 5, 3], "relu", "linear", rng=0)
    with pytest.raises(FloatingPointError, match=r"training diverged in epoch \d+: the loss or a parameter is no longer a finite number"):
        list(train(net, 1e4 * X, Y, SGD(1.0), 20, 5, rng=0))


def test_divergence_in_the_very_last_step_is_reported_too():
    net = MLP([1, 1], output="linear", init="zeros")
    with pytest.raises(FloatingPointError, match="diverged in epoch 1"):
        list(train(net, [[1e150]], [[1e150]], SGD(1e10), 1))


def test_one_diverging_network_does_not_stop_the_others():
    X, Y = example()
    nets = StackedMLP(3, [2, 5, 3], activation="relu", output="linear", rng=0)
    nets.theta[1] *= 1e4
    *_, losses = train(nets, X, Y, SGD(0.1), 50, 5, rng=0)
    assert losses[1] == np.inf and np.isfinite(losses[[0, 2]]).all()


@pytest.mark.parametrize(("change", "says"), [
    ({"X": np.zeros((20, 3))}, r"X should have shape \(samples, 2\)"),
    ({"Y": np.zeros((19, 3))}, "one row for each sample; got 20 and 19 rows"),
    ({"Y": np.zeros((20, 1))}, r"targets should have shape \(1, 3\)"),
    ({"X": np.full((20, 2), np.nan)}, r"X should hold finite numbers; got nan at \(0, 0\), the first of 40 such places"),
    ({"Y": np.full((20, 3), np.inf)}, "Y should hold finite numbers"),
    ({"epochs": 0}, "epochs should be a whole number >= 1; got 0"),
    ({"epochs": 2.5}, "epochs should be a whole number >= 1; got 2.5"),
    ({"batch_size": 0}, "batch_size should be a whole number >= 1; got 0"),
])
def test_what_cannot_be_right_is_said_before_training(change, says):
    X, Y = example()
    with pytest.raises(ValueError, match=says):
        train(MLP([2, 5, 3]), optimizer=SGD(0.1), **{"X": X, "Y": Y, "epochs": 1, "batch_size": 4} | change)
