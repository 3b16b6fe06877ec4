"""What one gradient costs, in forward passes: by backpropagation, and by asking for one parameter after the other."""
from __future__ import annotations

import numpy as np
from matplotlib.ticker import FuncFormatter

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, VERMILLION, Picture, panels


def gradient_costs(parameters, backpropagation, marked: int) -> Picture:
    """parameters P of some networks, and the counted cost of a forward and a backward pass together, in forward passes (D3-13).

    Beside them 2P, central differences, and P, forward mode; `marked` is the P whose 2P is written out.
    """
    P, counted = np.asarray(parameters), np.asarray(backpropagation)
    figure, (ax,) = panels(1, width=7.0, height=4.1)
    for costs, colour, dashes, name in ((2 * P, VERMILLION, "--", "central differences: 2P"), (P, GREEN, "-.", "forward mode: P")):
        ax.plot(P, costs, dashes, color=colour, linewidth=2)
        above = costs is not P
        ax.annotate(name, (P[-2], costs[-2]), (-10, 6) if above else (8, -8), textcoords="offset points", color=INK, fontsize=10.5,
                    ha="right" if above else "left", va="bottom" if above else "top")
    ax.plot(P, counted, "o-", color=BLUE, linewidth=2, markersize=6)
    ax.annotate("backpropagation, counted", (P[-1], counted[-1]), (0, 9), textcoords="offset points", ha="right", color=INK, fontsize=10.5)
    ax.plot([marked, marked], [counted.min(), 2 * marked], ":", color=MUTED)
    ax.plot([marked], [2 * marked], "s", color=VERMILLION, markersize=7)
    ax.annotate(f"{2 * marked} for P = {marked}", (marked, 2 * marked), (-8, 6), textcoords="offset points", ha="right", fontsize=10.5,
                color=INK)
    ax.set(xscale="log", yscale="log", ylim=(1, 4 * P.max()))
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
        axis.set_minor_formatter(FuncFormatter(lambda value, _: ""))
    ax.set_xlabel("parameters P")
    ax.set_ylabel("cost of one gradient, in forward passes")
    ax.grid(color=MUTED, alpha=0.25, linewidth=0.5)
    return Picture(figure, f"From {P.min():,} to {P.max():,} parameters backpropagation costs {counted.min():.2f} to "
                           f"{counted.max():.2f} forward passes; central differences cost {2 * P.min():,} to {2 * P.max():,}.")
