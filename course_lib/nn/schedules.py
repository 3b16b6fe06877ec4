"""Step sizes that change: a schedule is a function of the number k = 0, 1, 2, ... of steps already made."""
from __future__ import annotations

from collections.abc import Callable

from course_lib.nn.checks import check_number

Schedule = Callable[[int], float]


def constant(lr: float) -> Schedule:
    """lr, always."""
    return lambda k: lr


def robbins_monro(lr: float = 1.0, power: float = 1.0) -> Schedule:
    """lr / (k + 1)^power.

    The steps add up to infinity for power <= 1 and their squares to a finite number for power > 1/2: between the two, SGD's noise dies
    out and no distance is too far. Power 1 is the deck's 1 / (k + 1) (D4-06).
    Source: Robbins and Monro (1951), https://doi.org/10.1214/aoms/1177729586.

    >>> [robbins_monro()(k) for k in range(3)]
    [1.0, 0.5, 0.3333333333333333]
    """
    return lambda k: lr / (k + 1) ** power


def as_schedule(lr: float | Schedule) -> Schedule:
    """A number as a constant schedule; a schedule as it is. ValueError: a number that is no step size."""
    return lr if callable(lr) else constant(check_number("lr", lr, above=0))
