"""The charts of the diagnosis ward: losses of many networks, on what they train with and on what they do not."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, INK, MUTED, VERMILLION, Picture, panels, set_margins
from course_lib.topics.ward import Chart

LEVELS, TOP = (0.1, 0.5, 0.9), 4.2
GUESSING = float(np.log(10))


def ward(charts: dict[str, Chart]) -> Picture:
    """A panel for each patient: training loss dashed, test loss full, medians with bands for 8 networks of 10; dotted, guessing (D1-25)."""
    columns = min(3, len(charts))
    rows = -(-len(charts) // columns)
    width, height = 2.4 * columns + 1.6, 2.3 * rows + 0.8
    figure, axes = panels(len(charts), width, height, rows, sharex=True, sharey=True)
    set_margins(figure, left=0.55 / width, bottom=0.8 / height, right=1 - 0.15 / width, top=1 - 0.35 / height, wspace=0.11, hspace=0.24)
    said = []
    for ax, (name, chart) in zip(axes, charts.items(), strict=False):
        for losses, colour, dashes in ((chart.test, BLUE, "-"), (chart.train, VERMILLION, (0, (4, 1.5)))):
            low, middle, high = np.quantile(losses, LEVELS, axis=1)
            ax.fill_between(chart.epochs, low, high, color=colour, alpha=0.22, linewidth=0)
            ax.plot(chart.epochs, middle, color=colour, linestyle=dashes, linewidth=1.9)
        ax.axhline(GUESSING, color=MUTED, linewidth=1, linestyle=":")
        if middle[-1] > TOP:
            ax.annotate("far above", (0.5, 0.97), xycoords="axes fraction", ha="center", va="top", fontsize=10.5, color=INK)
        ax.set(ylim=(0, TOP), yticks=range(5), xticks=(0, 4, 8, 12), xlim=(0, chart.epochs[-1]))
        ax.set_title(name, fontsize=12, color=INK, loc="left", fontweight="bold")
        said.append(f"{name} {_told(chart.train)} and {_told(chart.test)}")
    for ax in axes[-columns:]:
        ax.set_xlabel("epochs")
    for ax in axes[::columns]:
        ax.set_ylabel("loss")
    figure.supxlabel("full line: test loss; dashed: training loss; dotted: guessing", fontsize=9.5, color=INK)
    return Picture(figure, f"Median training and test loss of {chart.train.shape[1]} networks in the end: {'; '.join(said)}. Guessing "
                           f"costs {GUESSING:.2f}.")


def _told(losses) -> str:
    """What runs away is different on every machine, so only that it did is told."""
    median = np.median(losses[-1])
    return f"{median:.2f}" if median < TOP else f"above {TOP:.0f}"
