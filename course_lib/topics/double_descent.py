"""Double descent in quantiles over 400 runs, computed by `python -m benchmarks.double_descent` and stored beside this file (D2-17)."""
from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from course_lib.topics.generalization import sweep
from course_lib.topics.intervals import median_interval

STORED = Path(__file__).with_name("double_descent.npz")
SAMPLES, RUNS, FEATURES = 40, 400, tuple(range(4, 161, 4))
NOISES, RIDGES = (0.0, 0.1, 0.3, 1.0), (0.0, 0.01)
LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)      # of the quantiles kept


class Curve(NamedTuple):
    """Squared errors for each number of features: medians of `train` (counts,), quantiles of `test` (5, counts) at LEVELS, and the ends
    of a 95 % interval for its median, `interval` (2, counts)."""

    features: np.ndarray
    train: np.ndarray
    test: np.ndarray
    interval: np.ndarray


def compute(noise: float, lam: float, features=FEATURES, runs: int = RUNS) -> Curve:
    """`generalization.sweep` in quantiles (D2-17); the same inputs and hidden weights at every noise and ridge.

    Raises ValueError as `sweep` and `median_interval` do.
    """
    result = sweep(features, SAMPLES, noise, lam, runs, rng=0)
    interval = np.array([median_interval(errors)[1:] for errors in result.test.T]).T
    return Curve(result.features, np.median(result.train, axis=0), np.quantile(result.test, LEVELS, axis=0), interval)


def store(curves: dict[tuple[float, float], Curve], file=STORED) -> None:
    """Write the curves, {(noise, lam): curve}, in single precision (D2-17)."""
    np.savez_compressed(file, **{f"{noise:g} {lam:g}/{field}": np.float32(array) for (noise, lam), curve in curves.items()
                                 for field, array in curve._asdict().items()})


def curve(noise: float, lam: float = 0.0) -> Curve:
    """The stored curve (D2-17). ValueError: a noise or a ridge that was not run.

    >>> test = curve(0.3).test[2]                    # the median falls, rises to a peak at 40 features, and falls below where it was
    >>> FEATURES[test.argmax()], bool(test[-1] < test[:9].min())
    (40, True)
    """
    if (noise, lam) not in {(n, ridge) for n in NOISES for ridge in RIDGES}:
        raise ValueError(f"stored are the noises {NOISES} with the ridges {RIDGES}; got noise {noise!r} and ridge {lam!r}")
    return Curve(*(_stored()[f"{noise:g} {lam:g}/{field}"] for field in Curve._fields))


@cache
def _stored() -> dict[str, np.ndarray]:
    with np.load(STORED) as file:
        return dict(file)
