"""The gradient of a function of two parameters: arrows across its level lines, and the slope in every direction from one point."""
from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes

from course_lib.nn.gradients import slope_along
from course_lib.notebook.picture import BLUE, INK, MUTED, PAPER, SKY, VERMILLION, Picture, panels

ROUND = np.linspace(0, 2 * np.pi, 361)
AROUND = np.column_stack([np.cos(ROUND), np.sin(ROUND)])
MEASURED = AROUND[:-1:15]                                  # 24 directions


def gradient_rose(f: Callable, gradient: Callable, at, reach: float = 3.0) -> Picture:
    """Left the level lines of f(theta) around its lowest point and its gradients; right the slopes at one point in all directions (D0-19).

    f takes (2,) or (2, points), complex too; gradient takes (2, points). In the rose, the distance from the middle to the curve is the size
    of the slope in that direction; its dots are measured on f, the curve is gradient · direction.
    """
    at, g = np.asarray(at, dtype=float), np.asarray(gradient(np.asarray(at, dtype=float)))
    figure, (plane, rose) = panels(2, width=8.4, height=4.2)
    _draw_levels(plane, f, gradient, at, reach)
    steepest = float(np.linalg.norm(g))
    slopes = np.array([slope_along(f, at, u) for u in MEASURED])
    _draw_rose(rose, g, steepest, slopes)
    gap = np.abs(slopes - MEASURED @ g).max()
    digits = min(12, int(-np.log10(gap + 1e-300)))
    return Picture(figure, f"The arrows cross the level lines at right angles. At (w, b) = ({at[0]:.4g}, {at[1]:.4g}) the gradient is "
                           f"({g[0]:.4g}, {g[1]:.4g}): in its direction the slope is {steepest:.3g}, against it −{steepest:.3g}, across it "
                           f"0; slopes measured in {len(slopes)} directions equal gradient · direction to {digits} digits."
                           .replace("(-", "(−").replace(", -", ", −"))


def _draw_levels(ax: Axes, f: Callable, gradient: Callable, at, reach: float) -> None:
    line = np.linspace(-reach, reach, 121)
    plane = np.stack(np.meshgrid(line, line))
    heights = f(plane.reshape(2, -1)).reshape(121, 121)
    low, high = heights.min(), heights.max()
    levels = low + (high - low) * np.array([0.005, 0.03, 0.08, 0.16, 0.27, 0.42, 0.62])
    ax.contour(*plane, heights, levels=levels, colors=[MUTED], linewidths=0.9)
    points = np.stack(np.meshgrid(*[np.linspace(-0.75, 0.75, 6) * reach] * 2)).reshape(2, -1)
    scale = np.linalg.norm(gradient(points), axis=0).max() / (0.36 * reach)         # the longest arrow: a sixth of the window
    style = {"angles": "xy", "scale_units": "xy", "scale": scale, "width": 0.007}
    ax.quiver(*points, *gradient(points), color=BLUE, alpha=0.8, **style)
    ax.quiver(*at, *gradient(at), color=INK, zorder=4, **style)
    lowest, down = plane.reshape(2, -1)[:, heights.argmin()], -gradient(at) / np.linalg.norm(gradient(at))
    ax.plot(*np.array([at, at + 1.25 * np.linalg.norm(lowest - at) * down]).T, "--", color=INK, linewidth=1.2)
    ax.plot(*lowest, "+", markersize=11, color=INK, markeredgewidth=1.8)
    ax.annotate("lowest", lowest, lowest + np.array([0.2, 0.1]) * reach, fontsize=9.5, color=INK, va="center",
                bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.5}, arrowprops={"arrowstyle": "-", "color": INK, "shrinkB": 7})
    ax.plot(*at, "o", markersize=6.5, color=VERMILLION, markeredgecolor=PAPER, zorder=5)
    ax.set(xlim=(-reach, reach), ylim=(-reach, reach), aspect="equal")
    ax.set_xlabel("w")
    ax.set_ylabel("b", rotation=0)
    ax.set_title("level lines of the loss, and gradients", fontsize=10.5, color=INK)


def _draw_rose(ax: Axes, g, steepest: float, slopes) -> None:
    """Two circles through the middle: where the slope is positive around half the gradient, where it is negative around minus half."""
    for sign, style in ((1, {"facecolor": SKY, "hatch": "///"}), (-1, {"facecolor": VERMILLION, "hatch": "..."})):
        circle = sign * g / 2 + steepest / 2 * AROUND
        ax.fill(*circle.T, alpha=0.3, edgecolor="white", linewidth=0, **style)
        ax.plot(*circle.T, color=MUTED, linewidth=1.0)
    dots = np.abs(slopes)[:, None] * MEASURED
    ax.plot(*dots[slopes >= 0].T, "o", markersize=4.5, color=BLUE)
    ax.plot(*dots[slopes < 0].T, "s", markersize=4.5, markerfacecolor=PAPER, color=VERMILLION)
    ax.annotate("", g, (0, 0), arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 2.0, "shrinkA": 0, "shrinkB": 0})
    across, reach = np.array([-g[1], g[0]]), 1.35 * steepest
    ax.plot(*np.array([-0.9 * across, 0.9 * across]).T, color=INK, linewidth=1.2, linestyle="--")
    outside = g / 2 + np.array([0.0, np.copysign(0.56 * steepest, g[1])])             # above or below the uphill circle
    beyond = "right" if across[0] < 0 else "left"
    for place, words, side in ((outside, f"uphill: slope {steepest:.3g}", "center"), (across, "across: slope 0", beyond),
                               (-outside, f"downhill: slope −{steepest:.3g}", "center")):
        ax.text(*place, words, fontsize=10, color=INK, ha=side, va="bottom" if place[1] > 0 else "top")
    ax.set(xlim=(-reach, reach), ylim=(-reach, reach), aspect="equal")
    ax.set_axis_off()
    ax.set_title("slope in each direction, from the dot", fontsize=10.5, color=INK)
