"""How the noise of a batch falls with its size, and how a walk ends in a ball of it."""
from __future__ import annotations

import numpy as np
from matplotlib.ticker import FuncFormatter, LogLocator

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, PAPER, PURPLE, VERMILLION, Picture, panels

STYLES = ((VERMILLION, "-"), (BLUE, "-"), (GREEN, "-"), (PURPLE, (0, (5, 2))))


def batch_noise(sizes, measured: dict[str, list], theory: dict[str, list]) -> Picture:
    """Mean squared distance of a batch's gradient from the full one over the batch size: measured as marks, theory as lines. Both by
    name, with replacement first; values of 0 are left out and told in the reading."""
    figure, (ax,) = panels(1, width=6.8, height=3.9)
    gaps, said = [], []
    for (name, line), colour, mark, place in zip(theory.items(), (VERMILLION, BLUE), "os", ((8, 6), (-10, -2)), strict=True):
        line, seen = np.asarray(line), np.asarray(measured[name])
        positive = line > 1e-12
        ax.plot(np.asarray(sizes)[positive], line[positive], color=colour, linewidth=1.8)
        ax.plot(np.asarray(sizes)[positive], seen[positive], mark, color=PAPER, markeredgecolor=colour, markeredgewidth=1.8, markersize=8)
        at = np.flatnonzero(positive)[-1]
        ax.annotate(name, (sizes[at], line[at]), place, textcoords="offset points", ha="right" if place[0] < 0 else "left", va="center",
                    fontsize=10, color=INK, annotation_clip=False)
        gaps.append(np.abs(seen[positive] / line[positive] - 1).max())
        said.append(f"{name} {', '.join(f'{value:.2g}' if value > 1e-12 else '0' for value in seen)}")
    ax.set(xscale="log", yscale="log", xlabel="samples in a batch", xticks=sizes, xlim=(min(sizes) * 0.85, max(sizes) * 1.25))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda size, _: f"{size:g}"))
    ax.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    ax.minorticks_off()
    ax.set_title("mean squared distance from the full gradient", fontsize=10.5, color=INK)
    ax.grid(color=MUTED, alpha=0.25, linewidth=0.5)
    return Picture(figure, f"Measured for {', '.join(map(str, sizes))} samples: {'; '.join(said)}. The lines of the theory are met to "
                           f"{max(gaps):.0%} or better.")


def noise_ball(curves: dict[str, np.ndarray], promises: dict[str, np.ndarray]) -> Picture:
    """Mean squared distance from the minimum after k = 0, 1, ... steps by name of the step size, and dotted what is promised for some."""
    figure, (ax,) = panels(1, width=7.4, height=4.2)
    said = []
    for (name, values), (colour, dashes) in zip(curves.items(), STYLES, strict=False):
        values = np.asarray(values)
        ax.plot(values, linestyle=dashes, color=colour, linewidth=1.8)
        if name in promises:
            ax.plot(promises[name], ":", color=colour, linewidth=2)
        level = values[-10:].mean()
        ax.annotate(name, (len(values) - 1, level), (6, 0), textcoords="offset points", va="center", fontsize=10, color=INK,
                    annotation_clip=False)
        said.append(f"{name}: {level:.2g}" + (f" (promised {promises[name][-1]:.2g} at most)" if name in promises else ""))
    ax.set(yscale="log", xlim=(0, len(values) - 1), xlabel="step")
    ax.set_title("mean squared distance from the minimum (dotted: promised at most)", fontsize=10.5, color=INK)
    ax.grid(color=MUTED, alpha=0.25, linewidth=0.5)
    return Picture(figure, f"Mean squared distance in the end. {'; '.join(said)}.")
