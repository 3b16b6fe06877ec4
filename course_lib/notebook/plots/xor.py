"""XOR and what it takes: the crossing that proves it impossible, a second layer that makes it easy, and parity behind it."""
from __future__ import annotations

import numpy as np
from matplotlib.lines import Line2D

from course_lib.notebook.picture import BLUE, INK, MUTED, VERMILLION, Picture, panels
from course_lib.notebook.plots.plane import draw_arrow, draw_key, draw_line, draw_points, linear, set_up, shade, shade_side
from course_lib.topics.perceptron import unit


def crossing_segments(X, y, rows) -> Picture:
    """Four points a, b of class +1 and c, d of class -1 (their rows in X) whose segments meet in the middle."""
    X = np.asarray(X)
    a, b, c, d = rows
    figure, (ax,) = panels(1, width=3.9, height=3.7)
    set_up(ax, 1.7)
    ax.plot(*X[[a, b]].T, color=BLUE, linewidth=2)
    ax.plot(*X[[c, d]].T, color=VERMILLION, linewidth=2, linestyle="--")
    draw_points(ax, X, y, size=10.5)
    middle = (X[a] + X[b]) / 2
    ax.scatter(*middle, s=120, marker="D", c=INK, zorder=5)
    ax.annotate("both sides\nat once", middle, (0.55, 0.12), fontsize=10, va="bottom")
    where = f"({middle[0]:.4g}, {middle[1]:.4g})"
    return Picture(figure, f"The segment between the +1 points and the segment between the −1 points meet in {where}: "
                           "a line with the classes on its two sides would have this point on both.")


def stacking(X, W, b, w, c) -> Picture:
    """Where one unit fires, the regions that several units cut, and where a unit on top of them fires."""
    def top(points):
        return unit(unit(points, W, b), w, c)
    X, y = np.asarray(X), top(np.asarray(X))
    alone = int((unit(X, W[:, 0], b[0]) != y).sum())
    figure, axes = panels(3, width=7.5, height=3.0)
    regions = _roomy_places(W, b, reach=2.0)
    titles = f"one unit: {alone} of {len(X)} wrong", f"{len(b)} units: {len(regions)} regions", "a unit on top: 0 wrong"
    for ax, title in zip(axes, titles, strict=True):
        set_up(ax, 2.0, title)
    draw_points(axes[0], X, y, size=4.5)
    draw_points(axes[2], X, y, size=4.5)
    shade_side(axes[0], W[:, 0], b[0])
    draw_line(axes[0], W[:, 0], b[0])
    for column in range(len(b)):
        draw_line(axes[1], W[:, column], b[column])
        draw_arrow(axes[1], W[:, column], b[column])
        draw_line(axes[2], W[:, column], b[column], color=MUTED, linewidth=0.8)
    shade(axes[2], lambda points: top(points) + 0.0)
    for letter, place in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", regions, strict=False):
        axes[1].text(*place, letter, ha="center", va="center", fontsize=10, color=MUTED)
    arrow = Line2D([], [], linestyle="", marker="$\\rightarrow$", markersize=13, color=INK, label="side where the line's unit fires")
    draw_key(figure, arrow)
    return Picture(figure, f"The first unit alone has {alone} of {len(X)} points wrong; {len(b)} units cut the window into {len(regions)} "
                           f"regions; a unit on top of them keeps one region, the triangle, and has 0 wrong.")


def hidden_space(X, H, y, w, c) -> Picture:
    """The same points as the inputs give them and as the hidden units answer, where the last unit draws its line."""
    X, H, y = np.asarray(X), np.asarray(H), np.asarray(y)
    figure, (before, after) = panels(2, width=6.8, height=3.9)
    set_up(before, 1.7, "what the inputs say")
    set_up(after, 1.7, f"what the hidden units say\nz = {linear(w, c, 'h')}")
    after.set(xlabel="h₁", ylabel="h₂")
    shade_side(after, w, c)
    draw_line(after, w, c)
    for ax, points in ((before, X), (after, H)):
        draw_points(ax, points, y, size=10.5)
        for place in np.unique(points, axis=0):
            rows = np.flatnonzero((points == place).all(axis=1))
            names = " and ".join(f"({X[row, 0]}, {X[row, 1]})" for row in rows).replace("-", "−")
            ax.annotate(names, place, (0, 9 if place[1] > 0 else -17), textcoords="offset points", ha="center", fontsize=9)
    draw_key(figure)
    places = len(np.unique(H, axis=0))
    return Picture(figure, f"The {len(X)} inputs arrive at {places} places in hidden space, the two with y = "
                           f"{'−1' if (y < 0).sum() > places - 2 else '+1'} at one and the same; there one line separates the classes.")


def parity_correlations(degrees, correlations) -> Picture:
    """How strongly parity agrees with each product of inputs, by the number of inputs in the product."""
    degrees, correlations = np.asarray(degrees), np.asarray(correlations)
    figure, (ax,) = panels(1, width=6.4, height=3.0)
    order = np.argsort(degrees, kind="stable")
    place = np.arange(len(order))
    ax.vlines(place, 0, correlations[order], color=BLUE, linewidth=4)
    ax.scatter(place, correlations[order], c=BLUE, s=36, zorder=3)
    for degree in np.unique(degrees):
        inside = place[degrees[order] == degree]
        ax.text(inside.mean(), -0.18, degree, ha="center", fontsize=10, color=INK)
        ax.axvline(inside.min() - 0.5, color=MUTED, linewidth=0.6)
    ax.set(ylim=(-0.3, 1.1), xlim=(-0.9, place[-1] + 0.9), xticks=[], xlabel="number of inputs in the product; one mark for each product")
    ax.set_ylabel("correlation with parity")
    full = degrees.max()
    fewer = np.abs(correlations[degrees < full])
    return Picture(figure, f"Parity of {full} inputs has correlation {fewer.max():.4g} with each of the {len(fewer)} products of fewer "
                           f"inputs, and {correlations[degrees == full].item():.4g} with the one product of all {full}.")


def _roomy_places(W, b, reach: float) -> np.ndarray:
    """In each region of the window the middle of the places farthest from all lines and edges; from the top down."""
    line = np.linspace(-reach, reach, 201)
    grid = np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2)
    to_lines = np.abs(grid @ W + b) / np.linalg.norm(W, axis=0)
    room = np.hstack([to_lines, reach - np.abs(grid)]).min(axis=1)
    _, region = np.unique(unit(grid, W, b), axis=0, return_inverse=True)
    inside = [region.ravel() == one for one in range(region.max() + 1)]
    places = [grid[here & (room > room[here].max() - 0.02)].mean(axis=0).round(2) for here in inside]
    return np.array(sorted(places, key=lambda place: (-place[1].round(1), place[0])))
