"""Optimizers on the same lands, side by side: a row for each land, a column for each optimizer."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from course_lib.datasets import Surface
from course_lib.notebook.picture import INK, Picture, panels
from course_lib.notebook.plots.terrain import draw_path, draw_terrain, name_axes
from course_lib.notebook.typeset import number


def land_gallery(lands: dict[str, tuple[Surface, dict[str, np.ndarray]]], power: float = 0.5, last: int = 1) -> Picture:
    """{land: (surface, {name: path (steps + 1, 2)})}, the same names in every row; heights above the lowest are drawn to this power.

    Each walk is told by the greatest height of its last steps, as many as `last` says."""
    columns = len(next(iter(lands.values()))[1])
    figure, axes = panels(columns * len(lands), width=8.8, height=0.3 + 8.3 / columns * len(lands), rows=len(lands))
    said = []
    for row, (land, (surface, walks)) in enumerate(lands.items()):
        ends = []
        for ax, (name, path) in zip(axes[row * columns:], walks.items(), strict=False):
            _draw_walk(ax, surface, np.asarray(path), power)
            height = number(surface.value(path[-last:]).max() - surface.value(surface.minima[0]), 1)
            name_axes(ax, f"height {height}", "", name if row == 0 else "")
            ends.append(f"{height} ({name})")
        axes[row * columns].set_ylabel(land, fontsize=10.5, color=INK, rotation=90)
        said.append(f"{land}: {', '.join(ends)}")
    when = f"after {len(path) - 1} steps" if last == 1 else f"in the last {last} of {len(path) - 1} steps, at most"
    return Picture(figure, f"The height above the lowest point (+) {when}. {'; '.join(said)}.")


def _draw_walk(ax: Axes, surface: Surface, path: np.ndarray, power: float) -> None:
    lowest = surface.value(surface.minima[0])
    draw_terrain(ax, lambda at: np.maximum(surface.value(at) - lowest, 0) ** power, surface.box, points=81)
    for k, minimum in enumerate(surface.minima):
        ax.plot(*minimum, "+" if k == 0 else "x", color=INK, markersize=9, markeredgewidth=1.8, zorder=3.2)
    draw_path(ax, path)
    for line in ax.lines:
        line.set_clip_on(True)
    ax.set(xlim=surface.box[0], ylim=surface.box[1], xticks=(), yticks=(), box_aspect=1)

