"""What 256 runs of each playground network ended with (D1-24), computed by `python -m benchmarks.playground` and stored beside this file.

Two questions are stored. *The deck's own setting*: layers 4-2 at lr 0.03, followed beyond the last iteration on the slides. *A fair
setting*: each network at the lr of GRID whose 32 tuning runs have the lowest median test loss, then 256 fresh runs at that lr, 2,000
iterations for all. Of some networks three runs are kept whole, at steps on their way. Single precision; licence as the course.
"""
from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np

from course_lib.topics.playground import POINTS, Runs

STORED = Path(__file__).with_name("playground.npz")
ACTIVATIONS, DECK_HIDDEN, DECK_LR = ("tanh", "relu"), (4, 2), 0.03
DECK = {"tanh": (2536, 0.302, 0.416), "relu": (1968, 0.321, 0.340)}      # iterations, training loss, test loss: what the slides show
GRID, TUNING_RUNS, RUNS, ITERATIONS = (0.01, 0.03, 0.1, 0.3, 1.0), 32, 256, 2000
SHAPES = (DECK_HIDDEN, (8,), (4, 4), (2, 2, 2, 2), (16,), (8, 8), (4, 4, 4, 4), (32,), (16, 16), (8, 8, 8, 8))
KEPT, STEPS, RANKS = (DECK_HIDDEN, (8, 8), (8, 8, 8, 8)), (0, 20, 50, 100, 200, 500, 1000, 2000), (10, 50, 90)
LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)      # of the quantiles kept along the deck's own setting
EVERY, TUNING, FAIR, AS_ON_THE_SLIDE = 40, 0, 1, 2


class Fair(NamedTuple):
    """A network in the fair setting: its lr, the tuning medians over GRID, and the final losses of its runs, train and test (256,)."""

    lr: float
    tuning: np.ndarray
    train: np.ndarray
    test: np.ndarray


class Slide(NamedTuple):
    """The deck's setting: losses (256,) at the deck's iteration; quantiles (2, 5, times) of both losses on the way, every 40 iterations."""

    train: np.ndarray
    test: np.ndarray
    times: np.ndarray
    quantiles: np.ndarray


class Film(NamedTuple):
    """One run step by step: theta (steps, parameters), losses (steps, 2), and which of the 500 points it was trained on."""

    theta: np.ndarray
    losses: np.ndarray
    trained: np.ndarray


def name(hidden, activation: str) -> str:
    """A network as the slides write it, "4-2 tanh" (D1-24)."""
    return f"{'-'.join(map(str, hidden))} {activation}"


def compute_slide(activation: str, runs: int = RUNS, last: int = DECK["tanh"][0]) -> Slide:
    """Follow the deck's network at the deck's lr; a minute for all runs (D1-24)."""
    group = _start(AS_ON_THE_SLIDE, runs, DECK_HIDDEN, activation)
    at_deck, times, quantiles = min(last, DECK[activation][0]), [], []
    for iteration in chain([0], group.fit(DECK_LR, last)):
        if iteration == at_deck:
            train, test = group.losses()
        if iteration % EVERY == 0:
            times.append(iteration)
            quantiles.append(np.quantile(group.losses(), LEVELS, axis=1).T)
    return Slide(train, test, np.array(times), np.stack(quantiles, axis=-1))


def compute_fair(hidden, activation: str, tuning_runs=TUNING_RUNS, runs=RUNS, iterations=ITERATIONS) -> tuple[Fair, dict[str, Film]]:
    """Tune lr over GRID, then run afresh, filming the networks in KEPT; a minute or two for all runs (D1-24)."""
    tuned = _start(TUNING, tuning_runs * len(GRID), hidden, activation)
    deque(tuned.fit(np.repeat(np.float32(GRID), tuning_runs)[:, None], iterations), maxlen=0)
    tuning = np.median(tuned.losses()[1].reshape(len(GRID), tuning_runs), axis=1)
    lr = GRID[tuning.argmin()]
    group, thetas, losses = _start(FAIR, runs, hidden, activation), [], []
    for iteration in chain([0], group.fit(lr, iterations)):
        if hidden in KEPT and iteration in STEPS:
            thetas.append(group.nets.theta.copy())
            losses.append(group.losses())
    train, test = group.losses()
    order = np.argsort(test, kind="stable")
    chosen = {rank: order[round(rank / 100 * (runs - 1))] for rank in RANKS if thetas}
    films = {f"{name(hidden, activation)} {rank}": Film(np.stack(thetas)[:, run], np.stack(losses)[:, :, run],
                                                        np.isin(np.arange(POINTS), group.train[run])) for rank, run in chosen.items()}
    return Fair(np.array(lr), tuning, train, test), films


def compute() -> Iterator[tuple[str, NamedTuple]]:
    """Everything that is stored, under its name; half an hour on one core (D1-24)."""
    for activation in ACTIVATIONS:
        yield f"slide {activation}", compute_slide(activation)
    for hidden in SHAPES:
        for activation in ACTIVATIONS:
            result, films = compute_fair(hidden, activation)
            yield f"fair {name(hidden, activation)}", result
            yield from ((f"film {key}", film) for key, film in films.items())


def store(results: dict[str, NamedTuple], file=STORED) -> None:
    """Write results into one file, every field an array of its own; numbers in single precision (D1-24)."""
    arrays = {f"{key}/{field}": array for key, result in results.items() for field, array in result._asdict().items()}
    np.savez_compressed(file, **{key: array.astype(np.float32) if array.dtype == float else array for key, array in arrays.items()})


def slide(activation: str) -> Slide:
    """The stored runs of the deck's network in the deck's setting (D1-24). ValueError: an activation that was not run."""
    return _recall(Slide, f"slide {activation}")


def fair(hidden, activation: str) -> Fair:
    """The stored runs of a network in the fair setting (D1-24). ValueError: a network that was not run."""
    return _recall(Fair, f"fair {name(hidden, activation)}")


def film(hidden, activation: str, rank: int) -> Film:
    """The stored run whose test loss has this rank, 10, 50 or 90 per cent, among the 256 (D1-24). ValueError: a run that was not kept."""
    return _recall(Film, f"film {name(hidden, activation)} {rank}")


@cache
def _stored() -> dict[str, np.ndarray]:
    with np.load(STORED) as file:
        return dict(file)


def _recall(form, key: str):
    stored = _stored()
    if f"{key}/{form._fields[0]}" not in stored:
        known = sorted({name.split("/")[0] for name in stored if name.split()[0] == key.split()[0]})
        raise ValueError(f"no runs are stored under {key!r}; there are {', '.join(known)}")
    return form(*(stored[f"{key}/{field}"] for field in form._fields))


def _start(stage: int, runs: int, hidden, activation: str) -> Runs:
    """The runs of a stage of a network, the same wherever they are asked for."""
    return Runs(runs, hidden, activation, np.random.default_rng([stage, *hidden, activation == "relu"]), np.float32)
