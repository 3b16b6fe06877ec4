"""The playground's rules, and that what is stored is what its program computes."""
import numpy as np
import pytest

from course_lib.nn.gradients import complex_step
from course_lib.nn.mlp import MLP
from course_lib.topics import playground_results as results
from course_lib.topics.playground import BATCH, Runs, network, spiral


def test_the_spiral_has_two_equal_arms_that_turn_into_each_other():
    X, Y = spiral()
    assert X.shape == (500, 2) and (Y == 1).sum() == (Y == -1).sum() == 250
    radius, angle = np.hypot(*X.T), np.arctan2(X[:, 1], X[:, 0])
    assert radius.max() <= 5
    arm = (angle - 2 * np.pi * (1.75 * radius / 5 + (Y[:, 0] + 1) / 4)) / (2 * np.pi)
    np.testing.assert_allclose(arm, arm.round(), rtol=0, atol=1e-9)


def test_each_run_has_its_own_halves_and_start_by_the_playgrounds_rules():
    runs = Runs(5, (4, 2), "tanh", rng=0)
    assert all(sorted(row) == [*range(500)] for row in np.hstack([runs.train, runs.test]).tolist()) and runs.train.shape == (5, 250)
    assert len({frozenset(row) for row in runs.train.tolist()}) == 5 == len(np.unique(runs.nets.theta, axis=0))
    for W, b in runs.nets.layers:
        assert (b == 0.1).all() and 0.35 < np.abs(W).max() <= 0.5


def test_one_iteration_is_plain_descent_over_all_batches():
    """Against a loop over single networks, with the loss 1/2 (tanh - y)^2 and its gradient by the complex step."""
    runs, same = Runs(2, (3,), "tanh", rng=4), Runs(2, (3,), "tanh", rng=4)
    X, Y = spiral()
    order = same.rng.permuted(np.tile(np.arange(250), (2, 1)), axis=1)
    for run, start in enumerate(same.nets.theta.copy()):
        net, theta = network(start, (3,), "tanh"), start.copy()
        for places in order[run].reshape(-1, BATCH):
            rows = same.train[run][places]
            theta = theta - 0.03 * complex_step(lambda at, rows=rows, net=net: net.loss(X[rows], Y[rows], at), theta)
        same.nets.theta[run] = theta
    assert [*runs.fit(0.03, 1)] == [1]
    np.testing.assert_allclose(runs.nets.theta, same.nets.theta, rtol=0, atol=1e-12)


def test_losses_are_those_of_each_networks_own_halves():
    runs = Runs(3, (4, 2), "relu", rng=1)
    for run, theta in enumerate(runs.nets.theta):
        net, (X, Y) = network(theta, (4, 2), "relu"), spiral()
        said = [0.5 * ((net.predict(X[rows]) - Y[rows]) ** 2).mean() for rows in (runs.train[run], runs.test[run])]
        np.testing.assert_allclose(runs.losses()[:, run], said, rtol=1e-12)


def test_each_run_may_have_its_own_lr_and_one_that_diverges_is_inf():
    runs, alike = Runs(2, (4, 2), "tanh", rng=2), Runs(2, (4, 2), "tanh", rng=2)
    start = runs.nets.theta.copy()
    assert [*runs.fit(np.array([[0.0], [0.03]]), 2)] == [*alike.fit(0.03, 2)] == [1, 2]
    assert (runs.nets.theta[0] == start[0]).all() and (runs.nets.theta[1] == alike.nets.theta[1]).all()
    runs.nets.theta[0] = np.nan
    assert np.isinf(runs.losses()[:, 0]).all() and np.isfinite(runs.losses()[:, 1]).all()


def test_parameters_of_another_length_are_refused():
    assert isinstance(network(np.zeros(25), (4, 2), "tanh"), MLP)
    with pytest.raises(ValueError, match="theta should have shape"):
        network(np.zeros(24), (4, 2), "tanh")


# What is stored.

def test_everything_that_was_promised_is_stored_and_small():
    assert results.STORED.stat().st_size < 200 * 1024
    for activation in results.ACTIVATIONS:
        kept = results.slide(activation)
        assert kept.train.shape == kept.test.shape == (256,) and kept.quantiles.shape == (2, 5, len(kept.times))
        assert (np.diff(kept.times) == results.EVERY).all() and kept.times[-1] <= results.DECK["tanh"][0] < kept.times[-1] + results.EVERY
        for hidden in results.SHAPES:
            fair = results.fair(hidden, activation)
            assert fair.train.shape == fair.test.shape == (256,) and np.isfinite(fair.test).all()
            assert float(fair.lr) == pytest.approx(results.GRID[fair.tuning.argmin()])


@pytest.mark.parametrize("hidden", results.KEPT)
@pytest.mark.parametrize("activation", results.ACTIVATIONS)
def test_films_end_where_the_runs_of_their_rank_ended_and_tell_their_losses(hidden, activation):
    X, Y = spiral()
    for rank in results.RANKS:
        film = results.film(hidden, activation, rank)
        below = (results.fair(hidden, activation).test < film.losses[-1, 1]).mean()
        assert below == pytest.approx(rank / 100, abs=0.01) and film.trained.sum() == 250 and len(film.theta) == len(results.STEPS)
        for theta, losses in zip(film.theta, film.losses, strict=True):
            errors = 0.5 * (network(theta, hidden, activation).predict(X) - Y)[:, 0] ** 2
            np.testing.assert_allclose([errors[film.trained].mean(), 2 * errors.mean() - errors[film.trained].mean()], losses, atol=1e-5)


@pytest.mark.parametrize("activation", results.ACTIVATIONS)
def test_the_stored_curve_is_what_its_program_computes(activation):
    """The first 40 iterations of all 256 runs, again; other machines round differently, and that grows."""
    kept = results.slide(activation)
    again = results.compute_slide(activation, last=results.EVERY)
    np.testing.assert_allclose(again.quantiles, kept.quantiles[..., :2], rtol=0, atol=2e-3)


def test_small_results_survive_the_file(tmp_path, monkeypatch):
    fair, films = results.compute_fair((4, 2), "relu", tuning_runs=2, runs=8, iterations=20)
    assert fair.lr == results.GRID[[*fair.tuning].index(min(fair.tuning))] and len(fair.test) == 8
    assert [film.losses[-1, 1] for film in films.values()] == [np.sort(fair.test)[place] for place in (1, 4, 6)]
    monkeypatch.setattr(results, "STORED", tmp_path / "small.npz")
    results.store({"fair 4-2 relu": fair, **{f"film {key}": film for key, film in films.items()}}, results.STORED)
    results._stored.cache_clear()
    try:
        np.testing.assert_array_equal(results.fair((4, 2), "relu").test, fair.test)
        assert results.film((4, 2), "relu", 50).theta.shape == (2, 25)
    finally:
        results._stored.cache_clear()


def test_what_is_not_stored_is_said():
    with pytest.raises(ValueError, match="no runs are stored under 'fair 3 tanh'; there are fair 16 relu"):
        results.fair((3,), "tanh")
    with pytest.raises(ValueError, match="there are slide relu, slide tanh"):
        results.slide("sigmoid")
