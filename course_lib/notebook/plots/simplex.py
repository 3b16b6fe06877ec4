"""The simplex of three classes: where softmax and sparsemax put three scores, and the ways they take as the temperature changes."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from course_lib.nn.distributions import softmax, sparsemax
from course_lib.notebook.controls import Slider, controls
from course_lib.notebook.picture import BLUE, INK, MUTED, VERMILLION, Picture, set_margins, sheet

CORNERS = np.array([[0.0, 0.0], [1.0, 0.0], [0.5, 3 ** 0.5 / 2]])           # the places of (1, 0, 0), (0, 1, 0) and (0, 0, 1)
TEMPERATURES = np.geomspace(0.05, 60, 150)[:, None]
MAPS = {"softmax": (softmax, BLUE, "o", "-"), "sparsemax": (sparsemax, VERMILLION, "s", "--")}
WORDS = {"color": INK, "fontsize": 10, "va": "center", "in_layout": False}


@controls(z1=Slider(-3.0, 3.0, 0.5), z2=Slider(-3.0, 3.0, 0.5), temperature=Slider(0.1, 5.0, 0.1))
def simplex(z1: float = 2.0, z2: float = 1.0, temperature: float = 1.0) -> Picture:
    """softmax(z / T) and sparsemax(z / T) of the scores z = (z1, z2, 0) as points of the triangle, with their paths over all T (D1-20).

    A point of the triangle is the mean of its corners, weighted by the probabilities.
    """
    z = np.array([z1, z2, 0.0])
    figure, ax = sheet(width=6.4, height=3.4)
    set_margins(figure, left=0, bottom=0, right=1, top=1)
    ax.set(xlim=(-0.22, 1.96), ylim=(-0.155, 1.0031), aspect="equal")
    _draw_triangle(ax)
    said, names = [], ", ".join(f"{value:.4g}" for value in z)
    ax.text(1.24, 0.8, f"scores {names},  T = {temperature:.1f}".replace("-", "−"), **WORDS)
    for column, (name, (function, colour, marker, dashes)) in enumerate(MAPS.items()):
        path, point = function(z / TEMPERATURES) @ CORNERS, function(z / temperature)
        ax.plot(*path.T, color=colour, linestyle=dashes, linewidth=1.8, zorder=2)
        ax.plot(*(point @ CORNERS), marker, markersize=11 - 2 * column, color=colour, markeredgecolor=INK, zorder=4 + column)
        place = 1.395 + 0.32 * column
        ax.plot(place, 0.63, marker, markersize=8, color=colour, markeredgecolor=INK)
        ax.text(place, 0.54, name, ha="center", **WORDS)
        numbers = [f"{value:.3f}" if 0 < value < 1 else f"{value:.0f}" for value in point]
        ax.text(place, 0.36, "\n".join(numbers), ha="center", linespacing=1.9, **WORDS)
        said.append(f"{name} gives {', '.join(f'{value:.3f}' for value in point)}")
    ax.text(1.16, 0.54, "class", ha="center", **WORDS)
    ax.text(1.16, 0.36, "0\n1\n2", ha="center", linespacing=1.9, **WORDS)
    return Picture(figure, f"For the scores {names} at temperature {temperature:.1f} {' and '.join(said)}.".replace("-", "−"))


def _draw_triangle(ax: Axes) -> None:
    lines = []
    ax.plot(*CORNERS[[0, 1, 2, 0]].T, color=INK, linewidth=1.2, zorder=1)
    for share in (0.25, 0.5, 0.75):                                         # where one probability is a quarter, a half, three quarters
        for corner in range(3):
            ends = share * CORNERS[corner] + (1 - share) * np.delete(CORNERS, corner, axis=0)
            lines += [*ends, [np.nan, np.nan]]
    ax.plot(*np.array(lines).T, color=MUTED, linewidth=0.5, alpha=0.6, zorder=0)
    ax.plot(*CORNERS.mean(axis=0), "+", markersize=9, color=INK, zorder=3)
    for corner, (x, y) in enumerate(CORNERS):
        vector = ", ".join("1" if k == corner else "0" for k in range(3))
        ax.text(x, y + (0.06 if corner == 2 else -0.07), f"class {corner}: ({vector})", ha="center", **WORDS)
