"""Features made by hand and features that hidden units make: where the classes cannot be cut apart, and where one cut is enough."""
from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from course_lib.notebook.picture import BLUE, INK, PAPER, VERMILLION, Picture, panels
from course_lib.notebook.plots.plane import TINT, draw_line, draw_points, set_up, shade
from course_lib.topics.perceptron import unit
from course_lib.topics.separability import certify


def feature_space(X, y, features: Callable, w, b: float, names: tuple[str, str]) -> Picture:
    """Points of classes 0 and 1 as they come and as their two features, with the line of one unit there and its shadow here (D2-01)."""
    X, y, F = np.asarray(X), np.asarray(y), features(np.asarray(X))
    figure, (before, after) = panels(2, width=7.2, height=4.0)
    set_up(before, 1.2 * np.abs(X).max(), "the inputs")
    draw_points(before, X, 2 * y - 1, size=4.6)
    shade(before, lambda points: features(points) @ w + b)
    _feature_plane(after, F, y, w, b, names)
    class_key(figure, "the unit says class 1")
    wrong = int((unit(F, w, b) != 2 * y - 1).sum())
    return Picture(figure, f"In the plane of {names[0]} and {names[1]} one straight line has {wrong} of the {len(X)} points on the wrong "
                           f"side; seen from the inputs, the same border is a closed curve around class 0.")


def learned_features(X, y, net) -> Picture:
    """What a trained network makes of two inputs: the lines of its hidden units, and its hidden space beside the squares (D1-18, D2-01).

    net: two inputs, one hidden layer, one output, which says class 1 where its pre-activation is at least 0. Hidden space is seen from
    the side: across is the output's pre-activation, upwards the direction of largest spread among those that leave it unchanged.
    """
    X, y = np.asarray(X), np.asarray(y)
    (W, b), _ = net.layers
    *_, H, z = net.forward(X)
    figure, (before, squares, hidden) = panels(3, width=9.0, height=3.7)
    by_hand = certify(X ** 2, 2 * y - 1)
    set_up(before, 1.2 * np.abs(X).max(), f"the inputs, the {len(b)} hidden lines,\nand where the network says class 1")
    shade(before, lambda points: net.forward(points)[-1][:, 0])
    for unit_weights, bias in zip(W.T, b, strict=True):
        draw_line(before, unit_weights, bias)
    draw_points(before, X, 2 * y - 1, size=4.0)
    _feature_plane(squares, X ** 2, y, by_hand.w, by_hand.b, ("x₁²", "x₂²"), "features made by hand", size=4.0)
    across, up = z[:, 0], H @ _along_the_cut(H, net.layers[1][0][:, 0])
    draw_points(hidden, np.column_stack([across, up]), 2 * y - 1, size=4.0)
    hidden.axvspan(0, 2 * across.max(), zorder=0, **TINT)
    hidden.axvline(0, color=INK, linewidth=1.8)
    hidden.set(xlim=(1.15 * across.min(), 1.15 * across.max()), xlabel="pre-activation of the output", yticks=[],
               ylabel="along the cut")
    hidden.set_title("features that were learned:\nhidden space, seen from the side", fontsize=10.5, color=INK)
    class_key(figure, "class 1 is said")
    wrong = int(((across >= 0) != y).sum())
    far = 10 * np.abs(X).max() * np.array([[np.cos(a), np.sin(a)] for a in np.linspace(0, 2 * np.pi, 360)])
    closed = "a region closed on all sides" if (net.forward(far)[-1] >= 0).all() else "a region that runs out of every window"
    return Picture(figure, f"In the hidden space of {len(b)} units one flat cut has {wrong} of the {len(X)} points on the wrong side; seen "
                           f"from the inputs, the network says class 0 in {closed}.")


def class_key(figure: Figure, tinted: str, *more: Line2D) -> None:
    """What the marks mean, below the panels."""
    full = Line2D([], [], linestyle="", marker="o", markersize=7, color=BLUE, label="class 1")
    hollow = Line2D([], [], linestyle="", marker="s", markersize=6, color=VERMILLION, markerfacecolor=PAPER, markeredgewidth=1.6,
                    label="class 0")
    figure.legend(handles=[full, hollow, Patch(label=tinted, **TINT), *more], loc="outside lower center", ncols=3 + len(more),
                  frameon=False, fontsize=9.5)


def _feature_plane(ax: Axes, F, y, w, b, names, title="the features", size=4.6) -> None:
    reach = 1.08 * F.max()
    set_up(ax, reach, title)
    ax.set(xlim=(0, reach), ylim=(0, reach), xticks=(0, 1), yticks=(0, 1))
    ax.set_xlabel(names[0], labelpad=1)
    ax.set_ylabel(names[1], labelpad=6, rotation=0)
    draw_points(ax, F, 2 * y - 1, size=size)
    if w is not None:
        shade(ax, lambda points: points @ w + b)
        draw_line(ax, w, b)


def _along_the_cut(H, w) -> np.ndarray:
    """The direction, orthogonal to w, in which the points H spread most."""
    flat = H - H.mean(axis=0)
    flat = flat - np.outer(flat @ w, w) / (w @ w)
    direction = np.linalg.svd(flat, full_matrices=False)[2][0]
    return direction * np.sign(direction[np.abs(direction).argmax()])
