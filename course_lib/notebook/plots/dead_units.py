"""Units that no longer learn: their share and the loss over training, for two activations and some learning rates."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from course_lib.notebook.picture import BLUE, INK, MUTED, VERMILLION, Picture, panels
from course_lib.topics.intervals import median_interval

STYLES = {"relu": (VERMILLION, "--"), "leaky_relu": (BLUE, "-")}
NAMES = {"relu": "ReLU", "leaky_relu": "leaky ReLU"}


def dead_units(looks: list[dict], every: int = 1) -> Picture:
    """What was seen after each so many epochs: {(activation, lr): (dead shares, losses)}, both (networks,) (D0-07).

    Above the share of dead units, below the loss, a column for each learning rate: the median, and a band that holds 8 networks of 10.
    """
    rates = sorted({lr for _, lr in looks[-1]})
    figure, axes = panels(2 * len(rates), width=3.6 * len(rates), height=5.0, rows=2, sharex=True)
    said, at = [], every * np.arange(1, len(looks) + 1)
    for column, lr in enumerate(rates):
        above, below = axes[column], axes[len(rates) + column]
        for name in STYLES:
            shares, losses = (np.array([look[name, lr][kind] for look in looks]) for kind in (0, 1))
            _band(above, at, shares, name)
            _band(below, at, losses, name)
            loss = "{:.2f} ({:.2f} to {:.2f})".format(*median_interval(losses[-1]))
            said.append(f"lr {lr:g}, {NAMES[name]}: {np.median(shares[-1]):.0%} dead, loss {loss}")
        above.set(ylim=(-0.15, 1), yticks=(0, 0.5, 1), yticklabels=("0", "50 %", "100 %"))
        above.set_title(f"lr = {lr:g}", fontsize=11, color=INK)
        below.set(yscale="log", ylim=(0.02, 2), xlim=(0, at[-1]), yticks=(0.02, 0.1, 0.5, 2))
        below.set_xlabel("epoch")
        for ax in (above, below):
            _name_lines(ax)
        below.yaxis.set_major_formatter(FuncFormatter(lambda loss, _: f"{loss:g}"))
        below.yaxis.set_minor_formatter(FuncFormatter(lambda loss, _: ""))
    axes[0].set_ylabel("dead units")
    axes[len(rates)].set_ylabel("loss")
    return Picture(figure, f"{shares.shape[1]} networks each; the loss is the median with its 95 % interval. {'; '.join(said)}.")


def _band(ax: Axes, at, values, name: str) -> None:
    colour, dashes = STYLES[name]
    low, median, high = np.quantile(values, [0.1, 0.5, 0.9], axis=1)
    ax.fill_between(at, low, high, color=colour, alpha=0.2, linewidth=0)
    ax.plot(at, median, dashes, color=colour, linewidth=2, label=NAMES[name])
    ax.grid(color=MUTED, alpha=0.2, linewidth=0.5)


def _name_lines(ax: Axes) -> None:
    """The upper line's name above all bands, the lower line's below them."""
    edges = np.vstack([band.get_paths()[0].vertices for band in ax.collections])
    for line, side in zip(sorted(ax.lines, key=lambda line: line.get_ydata()[-1]), (-1, 1), strict=True):
        named = edges[edges[:, 0] >= 0.7 * edges[:, 0].max(), 1]          # the part of the bands that the name stands over
        ax.annotate(line.get_label(), (line.get_xdata()[-1], named.max() if side > 0 else named.min()), (-4, 4 * side),
                    textcoords="offset points", ha="right", va="bottom" if side > 0 else "top", fontsize=10, color=INK)
