"""Past a saddle: the nearer a walk passes, the longer it lies on a plateau."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, GREEN, INK, PURPLE, VERMILLION, Picture, panels
from course_lib.notebook.plots.terrain import draw_path, draw_terrain, name_axes

STYLES = ((BLUE, "-"), (GREEN, "-."), (PURPLE, "--"), (VERMILLION, ":"))


def saddle_passage(surface, walks: dict[str, np.ndarray]) -> Picture:
    """Left: walks past the saddle at the origin, {label: (steps + 1, 2)}, on the map of the surface. Right: the height after each step."""
    figure, (left, right) = panels(2, width=8.6, height=3.8)
    draw_terrain(left, lambda at: np.sqrt(surface.value(at)), ((-1.6, 1.6), (-1.6, 1.6)))
    said = []
    for (label, path), (colour, dashes) in zip(walks.items(), STYLES, strict=False):
        draw_path(left, path, colour)
        heights = surface.value(path)
        right.plot(heights, dashes, color=colour, linewidth=2.2)
        above = np.flatnonzero(heights > 0.125)
        left_after = None if above[-1] == len(path) - 1 else int(above[-1]) + 1
        said.append(f"{label}: {'never' if left_after is None else f'after {left_after} steps'}")
        at = len(path) - 1 if left_after is None else left_after
        place, style = ((at, heights[at]), {"xytext": (-4, 7), "ha": "right"}) if left_after is None else \
                       ((at, 0.125), {"xytext": (5, -4), "ha": "left"})
        right.annotate(label, place, textcoords="offset points", fontsize=9.5, color=INK, **style)
    left.plot(0, 0, "X", color=INK, markersize=9, zorder=7)
    left.set(xticks=(-1, 0, 1), yticks=(-1, 0, 1), box_aspect=1)
    name_axes(left, "x", "y", "two minima, and a saddle (×) between")
    right.set(xlabel="step", xlim=(0, len(path) - 1), ylim=(-0.02, 0.75))
    right.set_title("height, by how far from x = 0 the walk starts", fontsize=10.5, color=INK)
    return Picture(figure, f"The saddle is 0.25 high. The walks fall below half of that, by where they start: {'; '.join(said)}.")
