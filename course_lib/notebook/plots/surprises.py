"""A logistic model of one number, and how much each person surprises it."""
from __future__ import annotations

import numpy as np

from course_lib.nn.activations import sigmoid, softplus
from course_lib.notebook.picture import BLUE, INK, MUTED, PAPER, VERMILLION, Picture, panels


def surprises(age, high, w: float, b: float) -> Picture:
    """sigmoid(w age + b) over the ages, each person at the height of the truth, with the cost -log p of what happened (D3-04, D3-05)."""
    age, high = np.asarray(age), np.asarray(high)
    z = w * age + b
    costs = softplus(np.where(high == 1, -z, z))
    figure, (ax,) = panels(1, width=7.4, height=3.7)
    line = np.linspace(age.min() - 3, age.max() + 5, 200)
    ax.plot(line, sigmoid(w * line + b), color=INK, linewidth=2)
    ax.text(line[-1], sigmoid(w * line[-1] + b) - 0.045, "what the model says", ha="right", va="top", fontsize=10, color=INK)
    for truth, colour, marker, fill in ((1, BLUE, "o", BLUE), (0, VERMILLION, "s", PAPER)):
        chosen = high == truth
        ax.vlines(age[chosen], truth, sigmoid(z[chosen]), color=colour, linewidth=2.2, linestyle="-" if truth else "--")
        ax.plot(age[chosen], high[chosen], marker, markersize=8.5, color=fill, markeredgecolor=colour, markeredgewidth=1.8, zorder=4)
        ax.text(line[0] + 0.5, truth + 0.045, "high" if truth else "low", color=INK, fontsize=10, va="center", ha="left")
        for x, cost in zip(age[chosen], costs[chosen], strict=True):
            ax.annotate(f"{cost:.2f}", (x, truth), (0, 10 if truth else -10), textcoords="offset points", ha="center",
                        va="bottom" if truth else "top", fontsize=9.5, color=INK)
    ax.set(ylim=(-0.2, 1.2), xlim=(line[0], line[-1]), yticks=(0, 0.5, 1))
    ax.set_xlabel("age in years; at each person, the cost in nats")
    ax.set_ylabel("probability of “high”")
    ax.grid(axis="y", color=MUTED, alpha=0.25, linewidth=0.5)
    worst = costs.argmax()
    return Picture(figure, f"The {len(age)} costs add up to {costs.sum():.2f}, mean {costs.mean():.2f}; the dearest, {costs[worst]:.2f}, "
                           f"is the person of {age[worst]} whose income is {'high' if high[worst] else 'low'}.")
