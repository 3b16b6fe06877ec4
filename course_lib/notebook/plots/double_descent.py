"""Test error over the number of features: down, up to a peak, and down again."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from course_lib.notebook.controls import Choice, Slider, controls
from course_lib.notebook.picture import BLUE, INK, MUTED, ORANGE, SKY, VERMILLION, Picture, panels, sheet
from course_lib.notebook.typeset import raised
from course_lib.topics import double_descent as stored
from course_lib.topics.generalization import Sweep
from course_lib.topics.intervals import median_interval

STYLES = ((VERMILLION, "-", "o"), (BLUE, "--", "s"))
BOTTOM, TOP = -1.75, 3.2                   # of the slider's picture, in powers of ten


def double_descent(sweeps: dict[str, Sweep], samples: int) -> Picture:
    """Median test error of each sweep by name, a band for the middle half of its runs, and a line where features = samples (D2-17)."""
    figure, (ax,) = panels(1, width=7.4, height=4.2)
    said = []
    for (name, sweep), (colour, dashes, mark) in zip(sweeps.items(), STYLES, strict=False):
        low, middle, high = np.quantile(sweep.test, [0.25, 0.5, 0.75], axis=0)
        ax.fill_between(sweep.features, low, high, color=colour, alpha=0.18, linewidth=0)
        ax.plot(sweep.features, middle, dashes, marker=mark, color=colour, markersize=5, linewidth=1.8)
        at = int(np.searchsorted(sweep.features, samples))
        ax.annotate(name, (sweep.features[at], middle[at]), (-10, 0 if not said else -14), textcoords="offset points", ha="right",
                    va="center", fontsize=10.5, color=INK)
        told = [f"{_short(median)} ({_short(least)} to {_short(most)}) with {sweep.features[place]}" for place in
                (int(middle[:at].argmin()), at, -1) for median, least, most in [median_interval(sweep.test[:, place])]]
        said.append(f"{name}: {', '.join(told)} features")
    features = sweep.features
    ax.axvline(samples, color=MUTED, linewidth=1, linestyle=":")
    ax.annotate(f"as many features\nas samples: {samples}", (samples, 1), (6, -2), xycoords=("data", "axes fraction"),
                textcoords="offset points", va="top", fontsize=9.5, color=INK)
    ticks = [number for number in (5, 10, 20, 40, 80, 160, 400, 800) if features[0] <= number <= features[-1]]
    ax.set(xscale="log", yscale="log", xlabel="features", xticks=ticks, xticklabels=ticks)
    ax.minorticks_off()
    first, last = np.log10(ax.get_ylim())
    decades = range(int(np.ceil(first)), int(np.floor(last)) + 1)
    ax.set_yticks([10.0 ** k for k in decades], [f"{10.0 ** k:g}" for k in decades])
    ax.set_title(f"squared error on new inputs: median, and the middle half of {len(sweep.test)} runs", fontsize=10.5, color=INK)
    return Picture(figure, f"Median test error with its 95 % interval. {'; '.join(said)}.")


@controls(features=Slider(4, 160, 4), noise=Choice(stored.NOISES), ridge=Choice(stored.RIDGES))
def features_and_noise(features: int = 40, noise: float = 0.3, ridge: float = 0.0) -> Picture:
    """The test error of the stored runs on 40 samples, at one number of features: where 5, 25, 50, 75 and 95 % of 400 runs lie (D2-17)."""
    curve = stored.curve(noise, ridge)
    at = int(np.searchsorted(curve.features, features))
    heights = np.clip(np.log10(curve.test), BOTTOM, TOP)
    figure, ax = sheet(width=6.6, height=3.5)
    there_and_back = np.concatenate([curve.features, curve.features[::-1]])
    for low, high, alpha in ((0, 4, 0.25), (1, 3, 0.55)):
        ax.fill(there_and_back, np.concatenate([heights[low], heights[high][::-1]]), color=SKY, alpha=alpha, linewidth=0)
    ax.plot(curve.features, heights[2], color=BLUE, linewidth=2)
    ax.plot([40, 40], [BOTTOM, TOP], ":", color=MUTED, linewidth=1)
    ax.plot([features] * 2, heights[[0, 4], at], color=INK, linewidth=1.2)
    ax.plot([features] * 2, heights[[1, 3], at], color=INK, linewidth=4.5)
    ax.plot(features, heights[2, at], "D", markersize=10, color=ORANGE, markeredgecolor=INK)
    _frame(ax)
    fits = curve.train[at] < 1e-9
    low, middle, high, *ends = (_short(value) for value in (*curve.test[1:4, at], *curve.interval[:, at]))
    return Picture(figure, f"{features} features, noise {noise:g}, ridge {ridge:g}: half of {stored.RUNS} runs have a test error between "
                           f"{low} and {high}, the median is {middle} (95 % interval {ends[0]} to {ends[1]}). The training error "
                           f"{'is 0' if fits else f'has the median {_short(curve.train[at])}'}.")


def _frame(ax: Axes) -> None:
    """Axes of our own: half the time of Matplotlib's, so that the slider runs smoothly."""
    ax.set(xlim=(-12, 166), ylim=(BOTTOM - 0.75, TOP + 0.5))
    ax.plot([0, 0, 163], [TOP, BOTTOM, BOTTOM], color=INK, linewidth=0.8)
    for features in (40, 80, 120, 160):
        ax.text(features, BOTTOM - 0.1, str(features), ha="center", va="top", fontsize=9.5, color=INK)
    for power in range(-1, 4):
        ax.text(-1.5, power, f"10{raised(power)}", ha="right", va="center", fontsize=9.5, color=INK)
    ax.text(100, BOTTOM - 0.42, "features", ha="center", va="top", fontsize=10, color=INK)
    ax.text(0, TOP + 0.14, "squared error on new inputs (bands: half, and nine of ten, of the runs)", fontsize=10, color=INK)


def _short(value: float) -> str:
    return f"{value:.2g}" if value < 100 else f"{value:,.0f}"
