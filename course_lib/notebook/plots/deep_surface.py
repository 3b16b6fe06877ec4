"""The surface of a random deep network: a plane without activations, at any depth; with them it bends."""
from __future__ import annotations

from itertools import pairwise

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from course_lib.nn.activations import ACTIVATIONS
from course_lib.notebook.controls import Choice, Slider, controls
from course_lib.notebook.picture import BLUE, INK, MUTED, ORANGE, PAPER, VERMILLION, Picture, sheet
from course_lib.topics.collapse import midpoint_gap

HEIGHTS = LinearSegmentedColormap.from_list("heights", ["#00334F", BLUE, "#9CCBE6", "#F3E9C9", ORANGE, "#7A3500"]).resampled(14)
GAINS = {"linear": 1.0, "tanh": 2.0, "relu": 2 ** 0.5}      # so that signals neither die nor explode
WIDTH, SPREAD_OF_BIASES = 12, 0.5
REACH, POINTS = 3.0, 61


@controls(depth=Slider(1, 8, 1), activation=Choice(GAINS), draw=Slider(0, 9, 1))
def deep_surface(depth: int = 8, activation: str = "linear", draw: int = 0) -> Picture:
    """A random network of two inputs: its output as a map, and beside it the cut through the map along the dashed line."""
    f, line = random_network(depth, activation, draw), np.linspace(-REACH, REACH, POINTS)
    heights = f(np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2)).reshape(POINTS, POINTS)
    low, height = heights.min(), np.ptp(heights)
    figure, ax = sheet(width=6.0, height=3.1)
    ax.set(xlim=(-REACH - 0.5, 3.4 * REACH), ylim=(-REACH - 0.5, REACH + 0.6), aspect="equal", autoscale_on=False)
    _draw_map(ax, (heights - low) / height)
    fine = np.linspace(-REACH, REACH, 201)
    _draw_cut(ax, fine, (f(np.column_stack([fine, -fine / 3])) - low) / height)
    gap = midpoint_gap(f, *np.random.default_rng(0).uniform(-REACH, REACH, (2, 300, 2))).max() / height
    seen = f"{gap:.1%} of the surface's height: it bends" if gap > 1e-9 else "0, up to rounding: the surface is a plane"
    between = f"with {activation} between them" if depth > 1 else "and nothing between"
    return Picture(figure, f"{depth} layer{'s'[:depth > 1]} {between}, draw {draw}: the largest midpoint gap of 300 random pairs of "
                           f"points is {seen}.")


def _draw_map(ax, heights) -> None:
    """Heights from 0 to 1 as bands, over the square of inputs."""
    edge = REACH + REACH / (POINTS - 1)         # heights belong to the middles of pixels, so the outer half pixel is cut off
    image = ax.imshow(heights, origin="lower", extent=(-edge, edge) * 2, cmap=HEIGHTS, interpolation="bilinear", vmin=0, vmax=1)
    image.set_clip_path(Rectangle((-REACH, -REACH), 2 * REACH, 2 * REACH, transform=ax.transData))
    ends = (-REACH, REACH), (REACH / 3, -REACH / 3)
    ax.plot(*ends, color=PAPER, linewidth=3.4)
    ax.plot(*ends, color=INK, linewidth=1.5, linestyle="--")
    ax.text(0, REACH + 0.15, "output, in equal bands", fontsize=10, ha="center", color=INK)
    ax.text(0, -REACH - 0.45, "x₁", fontsize=10, ha="center", color=INK)
    ax.text(-REACH - 0.3, 0, "x₂", fontsize=10, ha="center", va="center", color=INK)


def _draw_cut(ax, line, heights) -> None:
    """The heights along the dashed line, and the chord from end to end, in a box on the right of the map."""
    middle, tall = 2.2 * REACH, 2 * REACH * heights - REACH
    ax.plot(middle + np.array([-1, 1, 1, -1, -1]) * REACH, np.array([-1, -1, 1, 1, -1]) * REACH, color=MUTED, linewidth=0.8)
    ax.plot(middle + line[[0, -1]], tall[[0, -1]], color=VERMILLION, linewidth=1.5, linestyle="--")
    ax.plot(middle + line, tall, color=BLUE, linewidth=2.4)
    ax.text(middle, REACH + 0.15, "output along the line", fontsize=10, ha="center", color=INK)


def random_network(depth: int, activation: str, draw: int):
    """A network of that many weight layers, WIDTH units wide, with normal weights and biases, as a function of rows of two inputs."""
    sizes, rng = [2, *[WIDTH] * (depth - 1), 1], np.random.default_rng(draw)
    value = ACTIVATIONS[activation].value
    layers = [(GAINS[activation] / np.sqrt(m) * rng.standard_normal((m, n)), SPREAD_OF_BIASES * rng.standard_normal(n))
              for m, n in pairwise(sizes)]

    def f(X):
        for W, b in layers[:-1]:
            X = value(X @ W + b)
        return (X @ layers[-1][0] + layers[-1][1])[:, 0]
    return f
