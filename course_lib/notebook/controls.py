"""What a reader may turn on a picture: the range of each parameter, written beside the function that draws."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import signature
from itertools import product
from typing import NamedTuple


class Slider(NamedTuple):
    """A number from low to high in equal steps."""

    low: float
    high: float
    step: float

    @property
    def ends(self) -> tuple[float, float]:
        return self.low, self.high


class Choice(tuple):
    """One of a few values: Choice(("tanh", "relu"))."""

    @property
    def ends(self) -> tuple:
        return tuple(self)


def controls(**ranges: Slider | Choice) -> Callable:
    """Say which parameters of a view a reader may turn, and how far; where they start are the view's own defaults.

    A view is a pure function of its parameters that returns a Picture. Raises TypeError where a parameter has no range or no default.
    """
    def mark(view):
        parameters = signature(view).parameters
        if set(parameters) != set(ranges) or any(p.default is p.empty for p in parameters.values()):
            raise TypeError(f"{view.__name__}: every parameter needs a default and a control, and every control a parameter")
        view.controls = ranges
        return view
    return mark


def extremes(view) -> Iterator[dict]:
    """Every combination of slider ends and choices, as keyword arguments: where a view breaks if it breaks."""
    for values in product(*(control.ends for control in view.controls.values())):
        yield dict(zip(view.controls, values, strict=True))
