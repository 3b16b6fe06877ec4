"""Where a delta may stand: before the activation or behind it, with the numbers of one unit."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from course_lib.notebook.picture import BLUE, INK, MUTED, PAPER, VERMILLION, Picture, sheet
from course_lib.notebook.typeset import number

MIDDLE = {"ha": "center", "va": "center", "color": INK}


def delta_places(z: float, y: float) -> Picture:
    """One output unit a = tanh(z), error e = (a - y)^2: values forward, slopes backward, what is called delta where (D3-14, D4-15)."""
    a = np.tanh(z)
    error, of_a = (a - y) ** 2, 2 * (a - y)
    of_z = of_a * (1 - a * a)
    figure, ax = sheet(width=7.6, height=2.9)
    ax.set(xlim=(-0.75, 4.75), ylim=(-1.4, 0.72))
    stations = (0, "z", z, of_z), (2, "a = tanh z", a, of_a), (4, "e = (a − y)²", error, 1)
    for x, name, value, slope in stations:
        ax.add_patch(FancyBboxPatch((x - 0.55, 0.06), 1.1, 0.52, boxstyle="round,pad=0.03", facecolor=PAPER, edgecolor=BLUE, linewidth=1.6))
        ax.text(x, 0.42, name, fontsize=11, **MIDDLE)
        ax.text(x, 0.18, number(value, 3), fontsize=11, fontweight="bold", **MIDDLE)
        ax.text(x, -0.5, f"∂e/∂{name[0]} = {number(slope, 3)}", fontsize=11.5, fontweight="bold", **MIDDLE)
    for x, slope in ((1, f"× {number(1 - a * a, 3)}\n1 − a²"), (3, f"× {number(of_a, 3)}\n2 (a − y)")):
        _arrow(ax, x - 0.4, x + 0.4, 0.32, BLUE)
        _arrow(ax, x + 0.3, x - 0.3, -0.5, VERMILLION)
        ax.text(x, -0.14, slope, fontsize=9.5, **MIDDLE)
    ax.text(0, -1.08, "δ here and in D3\nno letter in D1: ∇z L", fontsize=10.5, **MIDDLE)
    ax.text(2, -1.08, "δ in D4", fontsize=10.5, **MIDDLE)
    for x in (0, 2):
        ax.plot([x, x], [-0.66, -0.84], color=MUTED, linewidth=1)
    return Picture(figure, f"At z = {number(z, 3)} and y = {number(y, 3)} the slope of the error is {number(of_a, 3)} behind the "
                           f"activation and, times 1 − a² = {number(1 - a * a, 3)}, {number(of_z, 3)} before it. D4 calls the first "
                           "delta, D3 the second.")


def _arrow(ax: Axes, start: float, end: float, height: float, colour: str) -> None:
    style = {"arrowstyle": "-|>", "color": colour, "linewidth": 1.6, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", (end, height), (start, height), arrowprops=style)
