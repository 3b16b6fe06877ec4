"""Two errata as pictures: which heights the printed convexity inequality compares, and how slowly 1/(k + 1) walks down a flat bowl."""
from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, PAPER, VERMILLION, Picture, panels


def printed_inequality(functions: dict[str, Callable], x1: float, x2: float) -> Picture:
    """A panel for each function: its graph and a chord, which convexity compares, and the line y = x, to whose height the print compares
    the chord (D0-14, erratum 1)."""
    figure, axes = panels(len(functions), width=4.3 * len(functions), height=3.7)
    middle, said = (x1 + x2) / 2, []
    for ax, (name, f) in zip(axes, functions.items(), strict=True):
        x = np.linspace(min(x1, x2) - 0.3, max(x1, x2) + 0.3, 201)
        heights = (f(middle), (f(x1) + f(x2)) / 2, middle)
        ax.plot(x, f(x), color=BLUE, linewidth=2.4)
        ax.plot([x1, x2], [f(x1), f(x2)], "o-", color=INK, linewidth=1.6, markeredgecolor=PAPER, markersize=7)
        ax.plot(x, x, "--", color=VERMILLION, linewidth=1.6)
        for height, marker, colour in zip(heights, "Dos", (BLUE, INK, VERMILLION), strict=True):
            ax.plot(middle, height, marker, color=colour, markeredgecolor=PAPER, markersize=8.5, zorder=5)
        for words, at, height in (("graph", x[-1], f(x[-1])), ("chord", x2, f(x2)), ("y = x", x[-1], x[-1])):
            ax.annotate(words, (at, height), (6, -3), textcoords="offset points", fontsize=9.5, color=INK, annotation_clip=False)
        ax.set_xlabel("x", labelpad=1)
        right, printed = ("holds" if holds else "fails" for holds in (heights[0] <= heights[1], heights[1] <= heights[2]))
        ax.set_title(f"{name}\ngraph ≤ chord {right}, as printed it {printed}", fontsize=10.5, color=INK)
        said.append(f"For {name}: graph {heights[0]:.2f}, chord {heights[1]:.2f}, so the right inequality {right}, and the printed one, "
                    f"chord below the line y = x at {heights[2]:.2f}, {printed}")
    return Picture(figure, f"Three heights at x = {middle:g}. {'. '.join(said)}.".replace("-", "−"))


def promised_and_walked(walks: dict[str, np.ndarray]) -> Picture:
    """f(x_k) / f(x_0) of several walks down x^2/10, {name: x (steps + 1,)}, on logarithmic paper beside 1/k (D4-07, erratum 30)."""
    figure, (ax,) = panels(1, width=6.8, height=3.8)
    said = []
    for (name, x), (colour, dashes) in zip(walks.items(), ((VERMILLION, "-"), (BLUE, "-.")), strict=False):
        k = np.unique(np.geomspace(1, len(x) - 1, 200).astype(int))
        share = (x[k] / x[0]) ** 2
        ax.plot(k, share, dashes, color=colour, linewidth=2.2)
        ax.annotate(name, (k[-1], share[-1]), (6, -3), textcoords="offset points", fontsize=9.5, color=INK, annotation_clip=False)
        said.append(f"with steps {name} to one part in {1 / share[-1]:,.0f}")
    ax.plot([1, k[-1]], [1, 1 / k[-1]], ":", color=GREEN, linewidth=2)
    ax.annotate("1/k", (k[-1], 1 / k[-1]), (6, 4), textcoords="offset points", fontsize=9.5, color=INK, annotation_clip=False)
    ax.set(xscale="log", yscale="log", xlim=(1, k[-1]), xlabel="step k", ylabel="f(xₖ) / f(x₀)")
    ax.minorticks_off()
    ax.grid(color=MUTED, alpha=0.25, linewidth=0.5)
    return Picture(figure, f"After {k[-1]:,} steps f has come down {', '.join(said)} of its start; 1/k would be one in {k[-1]:,}.")
