"""Four targets that no network of the kind shown follows: each breaks one condition of the approximation theorem."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from course_lib.nn.activations import sigmoid
from course_lib.notebook.picture import BLUE, GREEN, INK, ORANGE, PURPLE, VERMILLION, Picture, panels
from course_lib.topics.approximation import hinge_net

POINTS = 1201


def breakers() -> Picture:
    """1/x without its end, a sine without an end, a jump, and a target that a network without biases cannot reach."""
    figure, axes = panels(4, width=7.6, height=6.0, rows=2)
    titles = "1 / x on 0 < x ≤ 1: the target leaves", "sin x on the whole line: the network leaves", \
             "a jump: no steepness closes the gap", "no biases: through 0, and odd"
    draw = _open_interval, _whole_line, _jump, _no_bias
    said = []
    for ax, title, panel in zip(axes, titles, draw, strict=True):
        said.append(panel(ax))
        ax.set_title(title, fontsize=10.5, color=INK)
        ax.set_xlabel("x")
    return Picture(figure, f"Target dashed, networks full: {'; '.join(said)}.")


def _target(ax: Axes, x, y) -> None:
    ax.plot(x, y, color=INK, linewidth=1.3, linestyle="--", zorder=4)


def _open_interval(ax: Axes) -> str:
    knots = np.linspace(0.02, 1, 25)
    net, x = hinge_net(knots, 1 / knots), np.linspace(0.001, 1, 2 * POINTS)
    _target(ax, x, 1 / x)
    ax.plot(x, net(x), color=BLUE, linewidth=2)
    ax.set(ylim=(0, 105), xlim=(-0.02, 0.3))
    ax.annotate("the gap grows\nwithout bound", (0.013, 72), (0.07, 72), fontsize=9.5, va="center", color=INK,
                arrowprops={"arrowstyle": "->", "color": INK})
    return f"24 hinges end at {net(0.0):.0f} while 1/x goes on for ever"


def _whole_line(ax: Axes) -> str:
    knots = np.linspace(0, 2 * np.pi, 17)
    net, x = hinge_net(knots, np.sin(knots)), np.linspace(-8, 16, POINTS)
    _target(ax, x, np.sin(x))
    ax.plot(x, net(x), color=BLUE, linewidth=2)
    ax.axvspan(0, 2 * np.pi, color=BLUE, alpha=0.08, linewidth=0)
    ax.text(np.pi, -2.6, "knots\nhere", ha="center", va="center", fontsize=9.5, color=INK)
    ax.set(ylim=(-4, 9.5), xlim=(-8, 16))
    return f"16 hinges follow the sine over one period and stand at {net(16.0):.1f} at x = 16"


def _jump(ax: Axes) -> str:
    x, misses = np.linspace(-1, 1, 2 * POINTS - 1), []
    _target(ax, x[x < 0], 0 * x[x < 0])
    _target(ax, x[x >= 0], 1 + 0 * x[x >= 0])
    for steepness, colour in ((4, ORANGE), (12, GREEN), (100, BLUE)):
        ax.plot(x, sigmoid(steepness * x), color=colour, linewidth=2)
        misses.append(np.abs(sigmoid(steepness * x) - (x >= 0)).max())
    for steepness, place in ((4, (-0.5, 0.16)), (12, (-0.27, 0.32)), (100, (-0.08, 0.52))):
        ax.text(*place, f"σ({steepness}x)", ha="right", fontsize=9.5, color=INK)
    ax.set(xticks=(-1, 0, 1), yticks=(0, 0.5, 1), xlim=(-1, 1))
    return f"three sigmoids, ever steeper, all miss the jump by {min(misses):.1f}"


def _no_bias(ax: Axes) -> str:
    x, rng = np.linspace(-np.pi, np.pi, POINTS), np.random.default_rng(3)
    _target(ax, x, np.cos(x))
    for colour in (BLUE, PURPLE, GREEN):
        y = np.tanh(x[:, None] * rng.normal(scale=2, size=(1, 12))) @ rng.normal(scale=0.3, size=12)
        ax.plot(x, y, color=colour, linewidth=1.8)
    ax.plot(0, 0, "o", markersize=8, color=INK)
    ax.annotate("all pass here", (0, 0), (-2.9, 1.1), fontsize=9.5, color=INK, arrowprops={"arrowstyle": "->", "color": INK})
    ax.plot(0, 1, "o", markersize=7, markerfacecolor="none", color=VERMILLION, markeredgewidth=1.8)
    ax.set(xticks=(-2, 0, 2), xlim=(-np.pi, np.pi))
    return "three tanh networks without biases pass through 0 where the cosine is 1 and are odd"
