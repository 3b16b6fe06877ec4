"""Layers without activations are one layer: the drawing, what a narrow one lets through, and the valley of two factors."""
from __future__ import annotations

from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from course_lib.notebook.picture import BLUE, INK, MUTED, PAPER, VERMILLION, Picture, panels, sheet
from course_lib.topics.collapse import two_factor_loss

VALLEY = LinearSegmentedColormap.from_list("valley", ["#FBF8EE", "#A9D2EA", "#3F8FC4"]).resampled(12)

def one_from_three() -> Picture:
    """Two units that feed a third, without thresholds, and the one unit that does the same."""
    figure, ax = sheet(width=7.4, height=3.0)
    ax.set(xlim=(0, 12.2), ylim=(-0.1, 4.9), aspect="equal")
    inputs = [(f"x{'₁₂₃₄'[i]}", 4.2 - i) for i in range(4)]
    for left, unit_columns in ((0.5, ([("z₁", 3.6), ("z₂", 1.8)], [("z", 2.7)])), (8.5, ([("z", 2.7)],))):
        columns = [inputs, *unit_columns]
        for depth, (before, after) in enumerate(pairwise(columns)):
            _draw_layer(ax, left + 1.9 * depth, before, after)
        for depth, column in enumerate(columns):
            _draw_units(ax, left + 1.9 * depth, column, MUTED if depth == 0 else BLUE)
    ax.text(6.35, 2.7, "=", fontsize=30, ha="center", va="center", color=INK)
    ax.text(2.4, 0.2, "3 units, 13 numbers", fontsize=10.5, ha="center", color=INK)
    ax.text(9.45, 0.2, "1 unit, 5 numbers", fontsize=10.5, ha="center", color=INK)
    return Picture(figure, "Left, four inputs feed two units and those feed a third, with 10 weights and 3 biases; right, one unit with "
                           "4 weights and 1 bias; without thresholds the two compute the same.")


def _draw_layer(ax, x: float, before, after) -> None:
    for _, low in before:
        for _, high in after:
            ax.plot([x, x + 1.9], [low, high], color=MUTED, linewidth=1.1, zorder=1)


def _draw_units(ax, x: float, column, colour: str) -> None:
    for name, height in column:
        ax.plot(x, height, "o", markersize=27, color=PAPER, markeredgecolor=colour, markeredgewidth=1.8, zorder=2)
        ax.text(x, height, name, ha="center", va="center", fontsize=11.5, color=INK, zorder=3)


def bottleneck(X, passed: dict[int, np.ndarray]) -> Picture:
    """Pictures of 8 x 8 pixels, (pictures, 64), and below them what comes through layers of so many units, {units: like X}.

    Ten are shown; how much of the variation survives is counted over all.
    """
    X, spread = np.asarray(X), np.sum((X - np.mean(X, axis=0)) ** 2)
    figure, (ax,) = panels(1, width=7.2, height=0.55 * (len(passed) + 1) + 0.15)
    ax.set_axis_off()
    ax.set(xlim=(-31, 100), ylim=(10 * len(passed) + 9.5, -0.5), aspect="equal", autoscale_on=False)
    kept = {units: 1 - np.sum((X - Y) ** 2) / spread for units, Y in passed.items()}
    labels = ["64 pixels", *(f"{units} unit{'s'[:units > 1]}: {share:.0%}" for units, share in kept.items())]
    for row, (label, Y) in enumerate(zip(labels, [X, *passed.values()], strict=True)):
        ax.text(-3, 10 * row + 4.5, label, ha="right", va="center", fontsize=10.5, color=INK)
        for column, picture in enumerate(np.reshape(Y[:10], (10, 8, 8))):
            left, top = 10 * column, 10 * row
            ax.imshow(picture, cmap="gray_r", vmin=0, vmax=1, extent=(left, left + 9, top + 9, top))
    said = ", ".join(f"{share:.0%} through {units} unit{'s'[:units > 1]}" for units, share in kept.items())
    return Picture(figure, f"Ten of {len(X)} digits, and below them what narrow layers let through; of the variation survive {said}.")


def two_factors(paths, reach: float = 2.2) -> Picture:
    """The loss (w - 1)^2 of one weight, and (w1 w2 - 1)^2 of two, with walks downhill, each (steps + 1, 2)."""
    figure, (one, two) = panels(2, width=7.6, height=3.9)
    w = np.linspace(-0.75, 2.75, 201)
    one.plot(w, (w - 1) ** 2, color=BLUE, linewidth=2.4)
    one.plot(1, 0, "o", color=INK, markersize=7, clip_on=False)
    one.text(1, 0.35, "the one\nminimum", ha="center", fontsize=10, color=INK)
    one.set(xlim=(-0.8, 2.8), ylim=(0, 3.2), xticks=(0, 1, 2), yticks=(0, 1, 2, 3), xlabel="w", box_aspect=1)
    one.set_title("one weight: loss (w − 1)²", fontsize=10.5, color=INK)
    _draw_valley(two, reach)
    ends = [_draw_walk(two, np.asarray(path), reach) for path in paths]
    upper, lower, saddle = (ends.count(end) for end in ("upper", "lower", "saddle"))
    return Picture(figure, f"One weight has one minimum, at w = 1. Two factors have two branches of minima, w₁w₂ = 1, and a saddle at 0: "
                           f"of {len(ends)} walks downhill {upper} end on the upper branch, {lower} on the lower, and {saddle} at the "
                           "saddle.")


def _draw_valley(ax: Axes, reach: float) -> None:
    """Bands of the square root of the loss, so that the valleys stay visible beside the high corners."""
    line = reach * (np.arange(-120, 120) + 0.5) / 120
    ax.imshow(np.sqrt(two_factor_loss(np.meshgrid(line, line))), origin="lower", extent=(-reach, reach) * 2, cmap=VALLEY,
              interpolation="bilinear")
    for sign in (-1, 1):
        w = np.linspace(1 / reach, reach, 200)
        ax.plot(sign * w, sign / w, color=INK, linewidth=2.2)
    ax.text(0.95, 1.55, "minima", fontsize=10, color=INK, rotation=-55, ha="center", va="center")
    ax.annotate("saddle", (-0.04, 0.06), (-1.5, 1.0), fontsize=10, color=INK, arrowprops={"arrowstyle": "-", "color": INK}, zorder=6)
    ax.set(xlim=(-reach, reach), ylim=(-reach, reach), xticks=(-2, -1, 0, 1, 2), yticks=(-2, -1, 0, 1, 2), xlabel="w₁", box_aspect=1)
    ax.set_ylabel("w₂", rotation=0)
    ax.set_title("two factors: loss (w₁w₂ − 1)²", fontsize=10.5, color=INK)


def _draw_walk(ax: Axes, path: np.ndarray, reach: float) -> str:
    """One walk from its hollow start; returns where it ends: "upper", "lower", "saddle" or "elsewhere"."""
    ax.plot(*path.T, color=PAPER, linewidth=3.6, zorder=3)
    ax.plot(*path.T, color=VERMILLION, linewidth=1.8, zorder=4)
    ax.plot(*path[0], "o", markersize=6.5, color=PAPER, markeredgecolor=VERMILLION, markeredgewidth=1.8, zorder=5)
    ax.plot(*path[-1], "o", markersize=6.5, color=VERMILLION, markeredgecolor=PAPER, zorder=5)
    w1, w2 = path[-1]
    if max(abs(w1), abs(w2)) < 1e-2:
        return "saddle"
    return "elsewhere" if abs(w1 * w2 - 1) > 1e-2 else "upper" if w1 > 0 else "lower"
