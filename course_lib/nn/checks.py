"""What is said when the input cannot be right: what was expected, what came, what to do."""
from __future__ import annotations

import cmath
import numbers

import numpy as np


def choose(kind: str, name, table: dict):
    """The entry of a table by its name; ValueError naming the table's entries where there is none."""
    try:
        return table[name]
    except (KeyError, TypeError):
        raise ValueError(f"there is no {kind} called {name!r}; choose one of {', '.join(table)}") from None


def check_sizes(sizes) -> tuple[int, ...]:
    """The layer sizes of a network as whole numbers: at least inputs and outputs, none below 1."""
    try:
        whole = tuple(int(size) for size in sizes)
        if len(whole) >= 2 and min(whole) >= 1 and whole == tuple(sizes):
            return whole
    except TypeError:
        pass
    raise ValueError(f"sizes should be whole numbers >= 1, from the inputs to the outputs, such as [2, 16, 3]; got {sizes!r}")


def as_inputs(X, inputs: int, dtype) -> np.ndarray:
    """Data for a network: one sample a row, as many columns as it has inputs."""
    X = np.asarray(X, dtype)
    if X.ndim < 2 or X.shape[-1] != inputs:
        raise ValueError(f"X should have shape (samples, {inputs}), one sample a row; got {X.shape}")
    return X


def as_targets(Y, shape, dtype) -> np.ndarray:
    """Targets for a network: one row for each sample, as wide as its outputs."""
    Y = np.asarray(Y, dtype)
    if Y.shape != shape and Y.shape != shape[-2:]:
        labels = f"; class labels become such rows by one_hot(labels, {shape[-1]})" if Y.ndim == 1 else ""
        raise ValueError(f"the targets should have shape {shape[-2:]}, (samples, outputs); got {Y.shape}{labels}")
    return Y


def check_finite(**arrays) -> None:
    """No NaN and no infinity; else the first place where there is one."""
    for name, array in arrays.items():
        array = np.asarray(array)
        wrong = ~np.isfinite(array)
        if wrong.any():
            place = tuple(np.argwhere(wrong)[0].tolist())
            raise ValueError(f"{name} should hold finite numbers; got {array[place]} at {place}, the first of "
                             f"{wrong.sum()} such places. Mend or leave out these samples")


def check_loss(loss, X, Y) -> None:
    """A loss that is no number may come from the data: only then are they looked through, so that clean ones cost nothing."""
    if not (np.isfinite(loss).all() if isinstance(loss, np.ndarray) else cmath.isfinite(loss)):
        check_finite(X=X, Y=Y)


def check_distribution(**arrays) -> None:
    """Probabilities: no entry below 0, each row adding up to 1 within rounding."""
    for name, rows in arrays.items():
        if not (rows >= 0).all() or not np.allclose(rows.sum(-1), 1, rtol=0, atol=1e-9):
            raise ValueError(f"{name} should hold probabilities >= 0 that add up to 1 along the last axis; got {rows}")


def check_number(name: str, value, above: float, below: float = np.inf):
    """A number strictly between two bounds."""
    if not isinstance(value, numbers.Real) or not above < value < below:
        bounds = f"above {above:g}" if below == np.inf else f"between {above:g} and {below:g}"
        raise ValueError(f"{name} should be a number {bounds}; got {value!r}")
    return value


def check_decay(name: str, value) -> float:
    """How much of the past is kept: at least 0, below 1."""
    if not isinstance(value, numbers.Real) or not 0 <= value < 1:
        raise ValueError(f"{name} should be a number from 0 to below 1; got {value!r}")
    return value


def check_whole(least: int, **values) -> None:
    """How many: whole numbers, none below the least."""
    for name, value in values.items():
        if not isinstance(value, numbers.Integral) or value < least:
            raise ValueError(f"{name} should be a whole number >= {least}; got {value!r}")


def check_not_negative(**values) -> None:
    """Finite numbers >= 0."""
    for name, value in values.items():
        if not isinstance(value, numbers.Real) or not 0 <= value < np.inf:
            raise ValueError(f"{name} should be a finite number >= 0; got {value!r}")
