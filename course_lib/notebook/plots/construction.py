"""Networks written down by hand, shown with their parts: bumps made of sigmoids, curves made of hinges."""
from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes

from course_lib.nn.activations import sigmoid
from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, SKY, VERMILLION, Picture, panels
from course_lib.topics.approximation import Network

POINTS = 1201


def bump_sum(f: Callable, net: Network, interval: tuple[float, float]) -> Picture:
    """One bump of a `bump_net` with its two sigmoids, and all its bumps with their sum and f."""
    (W, b), (V, _) = net.layers
    edges, steepness, heights = -b / W[0], W[0, 0], np.cumsum(V[:-1, 0])
    x = np.linspace(*interval, POINTS)
    figure, (one, many) = panels(2, width=7.6, height=3.3, width_ratios=(2, 3))
    _draw_one_bump(one)
    steps = sigmoid(steepness * (x[:, None] - edges))
    for height, bump in zip(heights, (steps[:, :-1] - steps[:, 1:]).T, strict=True):
        many.fill_between(x, height * bump, color=SKY, alpha=0.35, linewidth=0)
        many.plot(x, height * bump, color=MUTED, linewidth=0.6)
    many.plot(x, net(x), color=BLUE, linewidth=2)
    many.plot(x, f(x), color=INK, linewidth=1.2, linestyle="--")
    inside = int(((edges[:-1] < interval[1] - 1e-9) & (edges[1:] > interval[0] + 1e-9)).sum())
    beyond = f", {len(heights) - inside} more beyond the ends" if len(heights) > inside else ""
    many.set_title(f"{inside} bumps (filled){beyond}\ntheir sum (line), target (dashed)", fontsize=10, color=INK)
    many.set(xlim=interval, xlabel="x")
    error = np.abs(net(x) - f(x)).max()
    return Picture(figure, f"Left, a sigmoid that rises minus one that rises later is a bump; right, {inside} bumps side by "
                           f"side{beyond and beyond + ','} add up to a staircase that stays within {error:.2g} of the target.")


def _draw_one_bump(ax: Axes) -> None:
    x, steepness = np.linspace(-1, 2, POINTS), 12
    up, later = sigmoid(steepness * x), sigmoid(steepness * (x - 1))
    ax.fill_between(x, up - later, color=SKY, alpha=0.45, linewidth=0)
    ax.plot(x, up, color=GREEN, linewidth=1.8)
    ax.plot(x, later, color=VERMILLION, linewidth=1.8, linestyle="--")
    ax.text(-0.12, 0.8, "σ(12x)", ha="right", fontsize=9.5, color=INK)
    ax.text(1.12, 0.45, "σ(12(x − 1))", fontsize=9.5, color=INK)
    ax.text(0.5, 0.45, "their\ndifference", ha="center", va="center", fontsize=9.5, color=INK)
    ax.set(xlim=(-1, 2), xticks=(-1, 0, 1, 2), yticks=(0, 1), xlabel="x")
    ax.set_title("one bump", fontsize=10, color=INK)


def hinge_sum(f: Callable, net: Network, interval: tuple[float, float]) -> Picture:
    """The hinges of a `hinge_net`, each times its weight, and their sum with f and the knots."""
    (_, b), (V, _) = net.layers
    knots, x = np.append(-b, interval[1]), np.linspace(*interval, POINTS)
    figure, (parts, whole) = panels(2, width=7.6, height=3.4)
    bends = np.where(np.abs(V[:, 0]) < 1e-9, 0, np.sign(V[:, 0]))
    for knot, weight, bend in zip(knots, V[:, 0], bends, strict=False):
        ends, (colour, style) = np.array([knot, interval[1]]), {1: (BLUE, "-"), 0: (MUTED, "-"), -1: (VERMILLION, "--")}[int(bend)]
        parts.plot(ends, weight * (ends - knot), color=colour, linestyle=style, linewidth=1.6)
        parts.plot(knot, 0, "o", markersize=4, color=INK, clip_on=False)
    up, down = (bends > 0).sum(), (bends < 0).sum()
    parts.set_title(f"{len(b)} hinges: {up} up (full), {down} down (dashed)", fontsize=10, color=INK)
    whole.fill_between(x, f(x), net(x), color=VERMILLION, alpha=0.35, linewidth=0)
    whole.plot(x, f(x), color=INK, linewidth=1.2, linestyle="--")
    whole.plot(x, net(x), color=BLUE, linewidth=2)
    whole.plot(knots, net(knots), "o", markersize=5, color=BLUE, clip_on=False)
    whole.set_title("their sum (line), target (dashed), error (filled)", fontsize=10, color=INK)
    for ax in (parts, whole):
        ax.set(xlim=interval, xlabel="x")
    error = np.abs(net(x) - f(x)).max()
    flat = f", {len(b) - up - down} with weight 0 where the slope does not change" if up + down < len(b) else ""
    return Picture(figure, f"Left, {len(b)} hinges, {up} that bend the sum up, {down} that bend it down{flat}; right, their sum runs "
                           f"through the target at all {len(knots)} knots and is straight between them, off by at most {error:.4f}.")
