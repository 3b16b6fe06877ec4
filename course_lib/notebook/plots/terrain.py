"""A function of two numbers as land seen from above: bands of height, and walks downhill on it."""
from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from course_lib.notebook.picture import INK, PAPER, VERMILLION

HEIGHTS = LinearSegmentedColormap.from_list("heights", ["#FBF8EE", "#A9D2EA", "#3F8FC4"])     # low land is light


def draw_terrain(ax: Axes, value: Callable, box, bands: int = 12, points: int = 161) -> None:
    """Bands of equal steps of value, points (..., 2) -> (...), over a box (2, 2): from where to where on either axis."""
    (left, right), (bottom, top) = box
    x, y = _middles(left, right, points), _middles(bottom, top, points)
    heights = value(np.stack(np.meshgrid(x, y), axis=-1))
    ax.imshow(heights, origin="lower", extent=(left, right, bottom, top), cmap=HEIGHTS.resampled(bands), interpolation="bilinear",
              aspect="auto")
    ax.set(xlim=(left, right), ylim=(bottom, top))


def draw_path(ax: Axes, path, colour: str = VERMILLION, dots: bool = False, zorder: float = 4) -> None:
    """A walk, (steps + 1, 2): hollow where it starts, full where it ends; with dots, every step is marked."""
    path = np.asarray(path)
    ax.plot(*path.T, color=PAPER, linewidth=3.4, zorder=zorder - 0.5)
    ax.plot(*path.T, color=colour, linewidth=1.6, marker="o" if dots else "", markersize=3.2, zorder=zorder)
    ax.plot(*path[0], "o", markersize=6.5, color=PAPER, markeredgecolor=colour, markeredgewidth=1.8, zorder=zorder + 0.5)
    ax.plot(*path[-1], "o", markersize=6.5, color=colour, markeredgecolor=PAPER, zorder=zorder + 0.5)


def name_axes(ax: Axes, x: str, y: str, title: str = "") -> None:
    """Labels close to their axes, and a title of fixed height."""
    ax.set_xlabel(x, labelpad=1)
    ax.set_ylabel(y, labelpad=4, rotation=0)
    ax.set_title(title, fontsize=10.5, color=INK, y=1.0)


def _middles(start: float, end: float, count: int) -> np.ndarray:
    """The middles of equal pixels."""
    return start + (end - start) * (np.arange(count) + 0.5) / count
