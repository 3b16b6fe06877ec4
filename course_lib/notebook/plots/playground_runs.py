"""The slides' playground as distributions: many runs of the same network, the slides' runs among them."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from course_lib.notebook.picture import BLUE, INK, MUTED, ORANGE, PAPER, SKY, VERMILLION, Picture, panels
from course_lib.topics.intervals import median_interval, share_interval
from course_lib.topics.playground_results import DECK, LEVELS, Slide, fair

NAMES = {"tanh": "tanh", "relu": "ReLU"}
LOOK = {"tanh": {"color": BLUE, "marker": "o"}, "relu": {"color": ORANGE, "marker": "s"}}


def training_runs(losses, stored: Slide) -> Picture:
    """Training losses (iterations, runs), a thin line a run, over bars in which nine of ten stored runs lie at the moments stored."""
    losses = np.asarray(losses)
    iterations = np.arange(1, len(losses) + 1)
    figure, (ax,) = panels(1, width=6.4, height=3.5)
    seen = stored.times <= max(500, iterations[-1])
    times, (low, *_, high) = stored.times[seen], stored.quantiles[0][:, seen]
    ax.vlines(times, low, high, color=SKY, alpha=0.5, linewidth=9)
    ax.plot(iterations, losses, color=BLUE, linewidth=0.6, alpha=0.6)
    ax.plot(iterations, np.median(losses, axis=1), color=INK, linewidth=2.2)
    last = np.sort(losses[-1])
    ax.annotate("median", (iterations[-1], np.median(last)), (iterations[-1], 0.52), ha="center", va="bottom", fontsize=9.5, color=INK,
                arrowprops={"arrowstyle": "-", "color": INK, "linewidth": 0.8})
    ax.text(times[1], 0.3, f"bars: nine of ten of {len(stored.train)} stored runs,\n"
                           f"every {times[1]} iterations, here up to {times[-1]}", va="top", fontsize=9.5, color=INK)
    ax.set(xlim=(-12, times[-1] + 20), ylim=(min(0.2, last[0] - 0.05), 0.56))
    ax.set_xlabel("iterations: passes over the 250 training points")
    ax.set_ylabel("training loss")
    return Picture(figure, f"{losses.shape[1]} runs of one network after {iterations[-1]} iterations: the best stands at a training loss "
                           f"of {last[0]:.2f}, the median at {np.median(last):.2f}, the worst at {last[-1]:.2f}. "
                           f"The bars hold nine of ten of {len(stored.train)} stored runs, every {times[1]} iterations up to {times[-1]}.")


def slides_among_runs(results: dict[str, Slide]) -> Picture:
    """Final training and test loss of every stored run, one panel for each activation; a star where the slide's run lies."""
    figure, axes = panels(len(results), width=4.1 * len(results), height=4.2, sharex=True, sharey=True)
    said = []
    for ax, (activation, runs) in zip(axes, results.items(), strict=True):
        iterations, train, test = DECK[activation]
        ax.axline((0.3, 0.3), slope=1, color=MUTED, linewidth=0.8, linestyle=(0, (4, 3)))
        ax.scatter(runs.train, runs.test, s=16, alpha=0.55, linewidths=0, **LOOK[activation])
        ax.plot(train, test, "*", markersize=19, color=VERMILLION, markeredgecolor=INK, markeredgewidth=1.1, zorder=5)
        ax.annotate("the slide's run", (train, test), (0.42, 0.19), fontsize=10, color=INK, ha="center",
                    arrowprops={"arrowstyle": "-", "color": INK, "linewidth": 0.9, "shrinkB": 9})
        ax.set(xlim=(0.1, 0.6), ylim=(0.1, 0.6), aspect="equal", xticks=(0.1, 0.2, 0.3, 0.4, 0.5, 0.6), yticks=(0.2, 0.3, 0.4, 0.5, 0.6))
        ax.set_title(f"4-2 {NAMES[activation]}, {iterations:,} iterations", fontsize=10.5, color=INK)
        ax.set_xlabel("training loss")
        better = int((runs.test < test).sum())
        low, high = share_interval(better, len(runs.test))
        said.append(f"{better} of {len(runs.test)} {NAMES[activation]} runs end with a lower test loss than the slide's, which is "
                    f"{low:.0%} to {high:.0%} of all such runs")
    axes[0].set_ylabel("test loss")
    return Picture(figure, f"{'; '.join(said)}. On the dashed diagonal the two losses are equal.")


def losses_compared(results: dict[str, tuple[np.ndarray, np.ndarray]], titles=("training loss", "test loss")) -> Picture:
    """Two panels of losses; label: (values, values), every run a dot, an upright at the median and a bar for its 95 % interval."""
    figure, axes = panels(2, width=8.2, height=1.3 + 0.75 * len(results), sharey=True)
    said = []
    for ax, title, side in zip(axes, titles, (0, 1), strict=True):
        rng = np.random.default_rng(0)
        for place, (label, values) in enumerate(results.items()):
            median = _strip(ax, values[side], place, rng, LOOK["relu" if "ReLU" in label else "tanh"])
            if side:
                said.append(f"{median[0]:.3f} ({median[1]:.3f} to {median[2]:.3f}) for {label}")
        ax.set(yticks=range(len(results)), yticklabels=list(results), ylim=(len(results) - 0.5, -0.5), xlim=(0.1, 0.64))
        ax.set_xlabel(title)
    return Picture(figure, f"Median test loss with a 95 % interval: {'; '.join(said)}. Each dot is a run, the upright the median, "
                           "the short bar across it the interval.")


def width_and_depth(units=(8, 16, 32), depths=(1, 2, 4)) -> Picture:
    """Median test loss of the stored runs, one panel for each number of hidden units, spread over 1, 2 or 4 layers; bars for 95 %."""
    figure, axes = panels(len(units), width=2.85 * len(units), height=3.7, sharey=True)
    best = []
    for ax, total in zip(axes, units, strict=True):
        medians = {}
        for activation, look in LOOK.items():
            for place, depth in enumerate(depths):
                values = fair((total // depth,) * depth, activation).test
                median, low, high = medians[activation, depth] = median_interval(values)
                x = place + (0.1 if activation == "relu" else -0.1)
                ax.plot([x, x], np.quantile(values, LEVELS[1:4:2]), color=look["color"], linewidth=6, alpha=0.3, solid_capstyle="butt")
                ax.plot(x, median, markersize=8, markeredgecolor=INK, markeredgewidth=0.8, zorder=4, **look)
                ax.plot([x, x], [low, high], color=INK, linewidth=2.2, zorder=5)
        shapes = ["-".join(str(total // depth) for _ in range(depth)) for depth in depths]
        ax.set(xticks=range(len(depths)), xticklabels=shapes, xlim=(-0.5, len(depths) - 0.5), ylim=(-0.01, 0.52))
        ax.set_title(f"{total} hidden units", fontsize=10.5, color=INK)
        activation, depth = min(medians, key=lambda key: medians[key][0])
        median, low, high = medians[activation, depth]
        best.append(f"with {total} units {'-'.join(str(total // depth) for _ in range(depth))} {NAMES[activation]}, {median:.3f} "
                    f"({low:.3f} to {high:.3f})")
    axes[0].set_ylabel("test loss, median of 256 runs")
    for place, activation in ((0.04, "tanh"), (0.12, "relu")):
        axes[-1].plot(1.05, 0.5 - place, transform=axes[-1].transData, markersize=8, markeredgecolor=INK, clip_on=False, **LOOK[activation])
        axes[-1].text(1.22, 0.5 - place, NAMES[activation], va="center", fontsize=10, color=INK)
    return Picture(figure, f"The lowest median test loss, with its 95 % interval, has {'; '.join(best)}. "
                           "Pale bars hold the middle half of the runs, black ones are the intervals.")


def _strip(ax: Axes, values, place: int, rng, look) -> tuple[float, float, float]:
    median, low, high = median_interval(values)
    ax.scatter(values, place + rng.uniform(-0.28, 0.28, len(values)), s=9, alpha=0.45, linewidths=0, **look)
    for margin, colour in ((2.5, PAPER), (0, INK)):                 # a pale rim sets both off from the dots
        ax.plot([low, high], [place, place], color=colour, linewidth=6 + margin, solid_capstyle="butt", zorder=4)
        ax.plot([median, median], [place - 0.22, place + 0.22], color=colour, linewidth=1.8 + margin, zorder=4)
    return median, low, high
