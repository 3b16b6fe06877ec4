"""What is said when the size or the noise of a data set cannot be right."""
from __future__ import annotations

import math
from numbers import Integral, Real


def check_whole(least: int, **numbers) -> None:
    """Whole numbers, none below the least."""
    for name, number in numbers.items():
        if not isinstance(number, Integral) or number < least:
            raise ValueError(f"{name} should be a whole number >= {least}; got {number!r}")


def check_not_negative(**numbers) -> None:
    """Finite numbers >= 0."""
    for name, number in numbers.items():
        if not isinstance(number, Real) or not 0 <= number < math.inf:
            raise ValueError(f"{name} should be a finite number >= 0; got {number!r}")
