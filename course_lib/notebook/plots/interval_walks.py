"""Walks on an interval with a best end and a worst end."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, VERMILLION, Picture, panels

STYLES = ((VERMILLION, "-", 0.5), (BLUE, "--", 0.45), (GREEN, "-.", 0.98))      # and how far along its way a walk is named


def interval_walks(walks: dict[str, np.ndarray], best: float, worst: float) -> Picture:
    """Where walks {name: (steps + 1,)} stand after each step, between the best place and the worst one."""
    figure, (ax,) = panels(1, width=7.2, height=3.5)
    for (name, x), (colour, dashes, share) in zip(walks.items(), STYLES, strict=False):
        x = np.asarray(x)
        ax.plot(x, dashes, color=colour, linewidth=2)
        middle = int(np.argmax(np.abs(x - x[0]) > share * abs(x[-1] - x[0])))
        below = x[-1] > x[0] or share > 0.9
        ax.annotate(name, (middle, x[middle]), (6, -4 if below else 3), textcoords="offset points", color=INK,
                    va="top" if below else "bottom")
    for place, name in ((best, "the best place"), (worst, "the worst place")):
        ax.axhline(place, color=MUTED, linewidth=0.8, zorder=1)
        ax.annotate(name, (len(x) - 1, place), (6, 0), textcoords="offset points", va="center", color=INK, annotation_clip=False)
    low, high = sorted((best, worst))
    ax.set(xlim=(0, len(x) - 1), ylim=(low - 0.12 * (high - low), high + 0.12 * (high - low)))
    ax.set_xlabel("step")
    ax.set_ylabel("x", rotation=0)
    ends = ", ".join(f"{name} at {x[-1]:.2f}" for name, x in walks.items())
    return Picture(figure, f"After {len(x) - 1} steps: {ends}. The best place is {best:g}, the worst {worst:g}.".replace("-", "−"))
