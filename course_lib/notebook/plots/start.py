"""The two pictures of the first notebook: where one unit switches, and the map of the course."""
from __future__ import annotations

import numpy as np
from matplotlib.patches import FancyBboxPatch

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, ORANGE, PURPLE, SKY, VERMILLION, Picture, panels, sheet

PARTS = (BLUE, SKY, GREEN, ORANGE, VERMILLION, PURPLE)
STYLES = ((BLUE, "-", "o"), (VERMILLION, "--", "s"), (GREEN, "-.", "D"))


def switch(units: list[tuple[float, float]]) -> Picture:
    """The pre-activation z = w x + b of units with one input, with a mark where each switches."""
    figure, (ax,) = panels(1, width=6.0, height=3.3)
    x, said = np.array([-1.0, 2.0]), []
    ax.axhline(0, color=MUTED, linewidth=0.8)
    for (w, b), (colour, line, marker) in zip(units, STYLES, strict=False):
        ax.plot(x, w * x + b, color=colour, linestyle=line, linewidth=2, label=f"w = {w:g}, b = {b:g}".replace("-", "−"))
        if w:
            ax.scatter(-b / w, 0, s=150, facecolors="none", edgecolors=colour, marker=marker, linewidths=2, zorder=3)
        said.append(f"w = {w:g}, b = {b:g} " + (f"{'begins' if w > 0 else 'stops'} at x = {-b / w:.4g}" if w else "never switches"))
    ax.set(xlim=x, ylim=(-4, 6), xlabel="input x", ylabel="z = w x + b")
    ax.legend(frameon=False, fontsize=9.5)
    return Picture(figure, f"Each unit fires where its line is at 0 or above: {', '.join(said)}.".replace("-", "−"))


def course_map(parts: dict[str, dict[str, str]], exercises: dict[str, str]) -> Picture:
    """The lectures in their parts, part: {code: title}, and the exercise set that follows a lecture."""
    figure, ax = sheet(width=7.2, height=5.2)
    row = 0.0
    for (part, lectures), colour in zip(parts.items(), PARTS, strict=True):
        _draw_part(ax, row, part, lectures, colour)
        for place, code in enumerate(lectures):
            if code in exercises:
                ax.text(8.6, row - 0.44 * place, exercises[code], fontsize=10, fontweight="bold", ha="center", va="center", color=INK,
                        bbox={"boxstyle": "round,pad=0.25", "facecolor": "white", "edgecolor": ORANGE, "linewidth": 1.3})
        row -= 0.44 * len(lectures) + 0.16
    ax.set(xlim=(0, 9.1), ylim=(row + 0.2, 0.4))
    spoken = "; ".join(f"{part}, {', '.join(lectures)}" for part, lectures in parts.items())
    return Picture(figure, f"The course has {sum(map(len, parts.values()))} lectures in {len(parts)} parts ({spoken}) and {len(exercises)} "
                           "exercise sets, each beside the lecture that it follows.")


def _draw_part(ax, top: float, part: str, lectures: dict[str, str], colour: str) -> None:
    height = 0.44 * len(lectures)
    ax.add_patch(FancyBboxPatch((0.1, top + 0.2 - height), 2.0, height - 0.04, boxstyle="round,pad=0.02", alpha=0.2, facecolor=colour,
                                edgecolor=colour))
    ax.text(1.1, top + 0.18 - height / 2, part, ha="center", va="center", fontsize=10, color=INK)
    for place, (code, title) in enumerate(lectures.items()):
        ax.text(2.4, top - 0.44 * place, code, fontsize=10, fontweight="bold", color=INK, va="center")
        ax.text(3.1, top - 0.44 * place, title, fontsize=10, color=INK, va="center")
