"""One part to learn from, another to be asked about."""
from __future__ import annotations

from typing import NamedTuple

import numpy as np

from course_lib.nn.checks import check_whole


class Split(NamedTuple):
    """The two parts; unpacks as X_train, y_train, X_test, y_test."""

    X_train: np.ndarray
    y_train: np.ndarray
    X_test: np.ndarray
    y_test: np.ndarray


def split(X, y, test: int, *, rng) -> Split:
    """So many samples at random for testing, the others for training; every sample is in exactly one part (L12, E8; D1-25).

    X (samples, ...) and y (samples, ...) are not changed. ValueError: X and y of different lengths, or a part that would be empty.

    >>> parts = split(np.arange(10.0).reshape(5, 2), np.arange(5), test=2, rng=0)
    >>> parts.X_train.shape, sorted([*parts.y_train.tolist(), *parts.y_test.tolist()])
    ((3, 2), [0, 1, 2, 3, 4])
    """
    X, y = np.asarray(X), np.asarray(y)
    if X.ndim == 0 or y.ndim == 0 or len(X) != len(y):
        raise ValueError(f"X and y should have one row for each sample; got shapes {X.shape} and {y.shape}")
    check_whole(1, test=test)
    if test >= len(X):
        raise ValueError(f"test should leave samples to learn from: fewer than {len(X)}; got {test}")
    order = np.random.default_rng(rng).permutation(len(X))
    return Split(X[order[test:]], y[order[test:]], X[order[:test]], y[order[:test]])
