"""One run of the playground, step by step: what the network says on the plane, and how its losses fall."""
from __future__ import annotations

import numpy as np
from contourpy import contour_generator
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from course_lib.notebook.controls import Choice, Slider, controls
from course_lib.notebook.picture import BLUE, INK, MUTED, PAPER, VERMILLION, Picture, sheet
from course_lib.topics.playground import network, spiral
from course_lib.topics.playground_results import STEPS, film

SHAPES = {"4-2": (4, 2), "8-8": (8, 8), "8-8-8-8": (8, 8, 8, 8)}
RANKS = {"lucky": 10, "typical": 50, "unlucky": 90}
SAYS = LinearSegmentedColormap.from_list("says", ["#E9A27C", PAPER, "#86C3E8"])      # −1 to +1: light vermillion, paper, light blue
REACH, RESOLUTION = 6.0, 61
LINE = np.linspace(-REACH, REACH, RESOLUTION, dtype=np.float32)
GRID = np.stack(np.meshgrid(LINE, LINE), axis=-1).reshape(-1, 2)


@controls(shape=Choice(SHAPES), activation=Choice(("tanh", "relu")), run=Choice(RANKS), step=Slider(0, len(STEPS) - 1, 1))
def playground_run(shape: str = "8-8", activation: str = "relu", run: str = "typical", step: int = len(STEPS) - 1) -> Picture:
    """What a stored run answers on the plane after so many iterations, and its losses; run: where it stands among 256 by test loss."""
    kept = film(SHAPES[shape], activation, RANKS[run])
    says = network(kept.theta[step], SHAPES[shape], activation).predict(GRID).reshape(RESOLUTION, RESOLUTION)
    figure, ax = sheet(width=7.2, height=3.9)
    ax.imshow(says, origin="lower", extent=(-REACH, REACH) * 2, cmap=SAYS, vmin=-1, vmax=1, interpolation="bilinear")
    for border in contour_generator(LINE, LINE, says).lines(0):
        ax.plot(*border.T, color=INK, linewidth=1.2)
    _points(ax, kept.trained)
    _losses(ax, kept.losses, step)
    ax.set(xlim=(-7, 17.4), ylim=(-7, REACH))
    ax.text(0, -6.2, "x₁ across and x₂ up, from −6 to 6", ha="center", va="top", fontsize=9, color=INK)
    name, (train, test) = f"{shape} {activation.replace('relu', 'ReLU')}", kept.losses[step]
    ax.set_title(f"{name}, after {STEPS[step]:,} iterations", loc="left", fontsize=10.5, color=INK, y=1.0)
    article = "An" if run == "unlucky" else "A"
    return Picture(figure, f"{article} {run} run of {name}: after {STEPS[step]:,} iterations its training loss is {train:.2f} and its test "
                           f"loss {test:.2f}.")


def _points(ax: Axes, trained) -> None:
    """The spiral: training points full, test points hollow."""
    X, Y = spiral()
    for side, mark, colour in ((1, "o", BLUE), (-1, "s", VERMILLION)):
        mine = Y[:, 0] == side
        ax.plot(*X[mine & ~trained].T, mark, markersize=2.8, color=PAPER, markeredgecolor=colour, markeredgewidth=0.8)
        ax.plot(*X[mine & trained].T, mark, markersize=3.6, color=colour, markeredgewidth=0)


def _losses(ax: Axes, losses, step: int) -> None:
    """Both losses at the steps kept, drawn on the free right part of the plane: one pair of axes is quicker than two."""
    left, right, bottom, top = 7.9, 13.4, -4.4, 5.0
    x = np.linspace(left, right, len(losses))
    y = bottom + (top - bottom) * np.minimum(losses, 0.6) / 0.6
    levels = []
    for level in (0, 0.3, 0.6):
        height = bottom + (top - bottom) * level / 0.6
        levels += [(left, height), (right, height), (np.nan, np.nan)]
        ax.text(left - 0.3, height, level, ha="right", va="center", fontsize=9, color=INK)
    ax.plot(*np.transpose(levels), color=MUTED, linewidth=0.5, alpha=0.5)
    ax.plot(x, y[:, 0], "-", x, y[:, 1], "--", color=INK, linewidth=1.4)
    ax.plot([x[step]] * 2, y[step], "o", color=INK, markersize=6)
    middle, apart = y[-1].mean(), max(abs(y[-1, 1] - y[-1, 0]), 0.9) / 2 * (1 if y[-1, 1] >= y[-1, 0] else -1)
    ax.text(right + 0.4, middle + apart, "test loss", va="center", fontsize=9.5, color=INK)
    ax.text(right + 0.4, middle - apart, "training loss", va="center", fontsize=9.5, color=INK)
    ax.text(left, bottom - 1.4, f"{STEPS[0]}, {STEPS[1]}, {STEPS[2]}, …, {STEPS[-1]:,} iterations", va="center", fontsize=9, color=INK)
