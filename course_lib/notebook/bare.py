"""Axes with nothing around them, made in a quarter of the time: Matplotlib makes eight ticks for every panel, to throw them away."""
from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.axis import XAxis, YAxis


class Tickless:
    """What an axis is that never has a tick."""

    majorTicks = minorTicks = ()

    def get_major_ticks(self, numticks: int | None = None) -> list:
        return []

    get_minor_ticks = get_major_ticks

    def get_ticks_position(self) -> str:
        return "default"            # a title asks, to stand clear of ticks on top


class TicklessX(Tickless, XAxis):
    pass


class TicklessY(Tickless, YAxis):
    pass


class Bare(Axes):
    """Axes without ticks and spines, on which one draws as on others; the two methods are those that projections replace, too."""

    def _init_axis(self) -> None:
        self.xaxis, self.yaxis = TicklessX(self, clear=False), TicklessY(self, clear=False)

    def _gen_axes_spines(self) -> dict:
        return {}
