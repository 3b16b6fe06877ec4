"""Four losses of two scores, against the lead of the wrong score."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from course_lib.nn.losses import hinge, softmax_cross_entropy, sparsemax_loss, zero_one
from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, VERMILLION, Picture, panels

REACH = 2.25        # of s to both sides
LOSSES = {"0/1": (zero_one, INK, (0, (1, 1))), "logistic": (softmax_cross_entropy, BLUE, "-"), "hinge": (hinge, VERMILLION, "--"),
          "sparsemax": (sparsemax_loss, GREEN, "-.")}


def at(loss, s: float) -> float:
    """The loss of one sample of class 0 whose scores are (0, s)."""
    return float(loss(np.array([[0.0, s]]), np.array([[1.0, 0.0]]))[0])


def margin_losses(marks=(-1.0, 0.0, 1.0)) -> Picture:
    """0/1, logistic, hinge and sparsemax loss over s = wrong score minus true score, their values written at the marks (D1-35)."""
    figure, (ax,) = panels(1, width=7.4, height=4.3)
    s = np.linspace(-REACH, REACH, 301)
    ax.axvspan(0, REACH, color=MUTED, alpha=0.09, linewidth=0)
    for name, (loss, colour, dashes) in LOSSES.items():
        values = np.array([at(loss, place) for place in s])
        if name == "0/1":
            values[150] = np.nan            # it jumps there
        ax.plot(s, values, color=colour, linestyle=dashes, linewidth=2.2)
        lift = {"logistic": 4, "sparsemax": -5}.get(name, 0)        # these two end nearly together
        ax.annotate(name, (REACH, values[-1]), (6, lift), textcoords="offset points", va="center", fontsize=10, color=INK)
    said = [f"at s = {mark:.4g}: " + ", ".join(f"{name} {number(value)}" for name, value in _mark(ax, mark).items()) for mark in marks]
    ax.text(0.05 - REACH, 3.2, "right: the true score leads", fontsize=10, color=INK, va="top")
    ax.text(0.05, 3.2, "wrong: another leads", fontsize=10, color=INK, va="top")
    ax.set(xlim=(-REACH, REACH), ylim=(-0.1, 3.35))
    ax.set_xlabel("s, wrong score minus true score")
    ax.set_ylabel("loss")
    return Picture(figure, f"What one sample costs {'; '.join(said)}.".replace("-", "−"))


def number(value: float) -> str:
    """At most four decimals.

    >>> number(1.31326), number(0.25), number(2.0)
    ('1.3133', '0.25', '2')
    """
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _mark(ax: Axes, s: float) -> dict[str, float]:
    """Dots and values at one s; the 0/1 loss has no value where it jumps."""
    values = {name: at(loss, s) for name, (loss, *_) in LOSSES.items() if s or name != "0/1"}
    for name, value in values.items():
        ax.plot(s, value, "o", markersize=6, color=LOSSES[name][1], zorder=4)
    for value in {round(value, 4) for value in values.values()}:
        below = s == 0 and value < 1            # there a line passes to the left of the dot
        ax.annotate(number(value), (s, value), (6, -2) if below else (-7, 4), textcoords="offset points", ha="left" if below else "right",
                    va="top" if below else "bottom", fontsize=9.5, color=INK)
    return values
