"""Right answers on what was seen and on what was not, for growing sets and for growing networks."""
from __future__ import annotations

import numpy as np
from matplotlib.ticker import PercentFormatter

from course_lib.notebook.picture import BLUE, INK, MUTED, VERMILLION, Picture, panels
from course_lib.topics.intervals import median_interval

LOOK = {"training": {"color": VERMILLION, "marker": "s", "linestyle": "--"}, "test": {"color": BLUE, "marker": "o", "linestyle": "-"}}


def accuracy_curves(numbers, training, test, across: str) -> Picture:
    """Shares of right answers, (numbers, networks), over a number told by `across`: medians, bars for 95 %, dots for networks (D2-16)."""
    figure, (ax,) = panels(1, width=7.2, height=3.9)
    rng, numbers = np.random.default_rng(0), np.asarray(numbers)
    values = {"training": np.asarray(training), "test": np.asarray(test)}
    for (name, shares), look in zip(values.items(), LOOK.values(), strict=True):
        spread = numbers[:, None] * np.exp(0.05 * rng.uniform(-1, 1, size=shares.shape))
        ax.plot(spread.ravel(), shares.ravel(), ".", markersize=3, color=look["color"], alpha=0.3)
        middles = np.array([median_interval(row) for row in shares])
        ax.vlines(numbers, middles[:, 1], middles[:, 2], color=INK, linewidth=2, zorder=4)
        ax.plot(numbers, middles[:, 0], markersize=7, markeredgecolor=INK, markeredgewidth=0.8, linewidth=1.4, zorder=5, **look)
        ax.annotate(name, (numbers[-1], middles[-1, 0]), (10, 6 if name == "training" else -6), textcoords="offset points", va="center",
                    fontsize=10.5, color=INK, annotation_clip=False)
    ax.axhline(0.1, color=MUTED, linewidth=1, linestyle=":")
    ax.annotate("guessing", (numbers[-1], 0.1), (0, 4), textcoords="offset points", ha="right", fontsize=9.5, color=INK)
    ax.set(xscale="log", xticks=numbers, xticklabels=[f"{number:,}" for number in numbers], xlabel=across, ylim=(0, 1.05))
    ax.minorticks_off()
    ax.yaxis.set_major_formatter(PercentFormatter(1))
    ax.set_title("right answers", fontsize=10.5, color=INK)
    return Picture(figure, _reading(numbers, values, across))


def _reading(numbers, values: dict[str, np.ndarray], across: str) -> str:
    tests = ", ".join("{:.0%} ({:.0%} to {:.0%})".format(*median_interval(row)) for row in values["test"])
    trainings = ", ".join(f"{np.median(row):.0%}" for row in values["training"])
    return (f"Medians of {values['test'].shape[1]} networks with 95 % intervals, for {', '.join(f'{number:,}' for number in numbers)} "
            f"{across}. Right in the test: {tests}. In training: {trainings}.")
