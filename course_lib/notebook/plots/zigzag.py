"""The longest possible step downhill, again and again: a zigzag."""
from __future__ import annotations

import numpy as np

from course_lib.datasets import Surface
from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, VERMILLION, Picture, panels
from course_lib.notebook.plots.terrain import draw_path, draw_terrain, name_axes

STYLES = ((VERMILLION, "-", 5.0), (BLUE, (0, (4, 3)), 2.2), (GREEN, "-.", 2.0))      # the first two may coincide: both stay visible


def zigzag(surface: Surface, runs: dict[str, np.ndarray]) -> Picture:
    """Left: the first run on the map of a surface with its minimum at 0. Right: the height after each step for all runs, {name: path}."""
    figure, (left, right) = panels(2, width=8.8, height=3.7, width_ratios=(1.25, 1))
    paths = list(runs.values())
    reach = 1.15 * np.abs(paths[0]).max(axis=0)
    draw_terrain(left, lambda at: np.sqrt(surface.value(at)), np.column_stack([-reach * np.array([0.12, 3.6]), reach * np.array([1, 3.6])]))
    draw_path(left, paths[0], dots=True)
    left.set_aspect("equal", adjustable="box")
    name_axes(left, "x", "y", next(iter(runs)))
    said = []
    for (name, path), (colour, dashes, width) in zip(runs.items(), STYLES, strict=False):
        heights = surface.value(np.asarray(path))
        right.plot(heights, linestyle=dashes, color=colour, linewidth=width, alpha=0.45 if width > 4 else 1)
        said.append(f"{name} {heights[-1] / heights[0]:.1g}")
    _name_curves(right, {name: surface.value(np.asarray(path)) for name, path in runs.items()})
    right.set(yscale="log", xlim=(0, len(paths[0]) - 1))
    right.set_title("height after each step", fontsize=10.5, color=INK)
    right.set_xlabel("step")
    right.grid(color=MUTED, alpha=0.25, linewidth=0.5)
    ratios = surface.value(paths[0][1:]) / surface.value(paths[0][:-1])
    return Picture(figure, f"The zigzag turns by a right angle at every step and keeps {ratios.max():.3f} of the "
                           f"height or less. What is left of the height after {len(paths[0]) - 1} steps: {', '.join(said)}.")


def _name_curves(ax, heights) -> None:
    """Each name at the end of its curve; curves that end together share a label."""
    ends = {}
    for name, values in heights.items():
        twin = next((end for end in ends if abs(np.log(end / values[-1])) < 0.1), values[-1])
        ends.setdefault(twin, []).append(name)
    for end, names in ends.items():
        ax.annotate("\nand ".join(names), (len(values) - 1, end), (6, 0), textcoords="offset points", va="center", fontsize=9.5,
                    color=INK, annotation_clip=False)
