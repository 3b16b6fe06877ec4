"""How wrong numeric derivatives are at every step size: too long a step truncates, too short a one is rounded away."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, PAPER, VERMILLION, Picture, panels

STYLES = [(VERMILLION, "s", (0, 78), "center"), (BLUE, "o", (30, -34), "left"), (GREEN, "^", (0, 0), "left")]     # where the label goes
FLOOR = 2.0 ** -53                          # half the distance from 1 to the next float64: no relative error is worth telling below
EXACT = 100 * FLOOR


def difference_errors(steps, errors: dict[str, np.ndarray]) -> Picture:
    """For each method the relative error at every step h, (places, steps): the median over the places and the middle 80% of them.

    The best step of each median is marked, where there is one: not for an error that stays small down to the smallest step (D3-13).
    """
    steps = np.asarray(steps)
    figure, (ax,) = panels(1, width=7.4, height=4.3)
    said = []
    for (name, values), (colour, marker, label, side) in zip(errors.items(), STYLES, strict=False):
        low, middle, high = np.maximum(np.quantile(values, [0.1, 0.5, 0.9], axis=0), FLOOR)
        exact = middle[steps.argmin()] < EXACT          # nothing is rounded away, so there is no best step
        ax.fill_between(steps, low, high, color=colour, alpha=0.16, linewidth=0)
        ax.plot(steps, middle, color=colour, marker=marker, markersize=6.5 if exact else 3.6, linewidth=1.2, zorder=2 - exact)
        if exact:
            first = _power(steps[middle < EXACT].max())
            ax.text(1.5 * steps.min(), 4 * FLOOR, f"{name}: the shorter the better", fontsize=10, color=INK)
            said.append(f"{name} below {_power(EXACT)} at every h up to {first}")
        else:
            best = int(middle.argmin())
            ax.plot(steps[best], middle[best], marker=marker, markersize=11, markerfacecolor=PAPER, color=colour, markeredgewidth=2.2)
            ax.annotate(f"{name}\nbest h = {_power(steps[best])}", (steps[best], middle[best]), label, textcoords="offset points",
                        ha=side, va="center", fontsize=10, color=INK, arrowprops={"arrowstyle": "-", "color": MUTED, "shrinkB": 8})
            said.append(f"{name} best at h = {_power(steps[best])} with {_power(middle[best])}")
    ax.text(0.02, 0.97, "← rounding", transform=ax.transAxes, fontsize=10, color=MUTED, va="top")
    ax.text(0.98, 0.97, "truncation →", transform=ax.transAxes, fontsize=10, color=MUTED, va="top", ha="right")
    ax.set(xscale="log", yscale="log", ylim=(FLOOR / 6, 30))
    ax.set_xlabel("step h")
    ax.set_ylabel("relative error")
    ax.grid(color=MUTED, alpha=0.2, linewidth=0.5)
    return Picture(figure, f"Relative error of the derivative, median over {len(values)} places: {'; '.join(said)}.")


def _power(number: float) -> str:
    """One digit and a power of ten, in words that a reader and a screen reader share."""
    return f"{number:.0e}".replace("e-0", "e-").replace("-", "−")
