"""Walks with all samples, with some and with one, on the map of the loss."""
from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.transforms import Bbox, TransformedBbox

from course_lib.datasets import SURFACES, four_points
from course_lib.nn.activations import sigmoid
from course_lib.nn.descent import gradient_descent
from course_lib.notebook.controls import Choice, Slider, controls
from course_lib.notebook.picture import INK, PAPER, VERMILLION, Picture, panels, sheet
from course_lib.notebook.plots.terrain import draw_path, draw_terrain, name_axes
from course_lib.topics.noise import stochastic_descent

STEPS = 40
POINTS, LABELS = four_points()
BOX = SURFACES["four points"].box


def three_walks(loss: Callable, box, walks: dict[str, np.ndarray], minimum, cost: dict[str, int]) -> Picture:
    """A panel for each walk {name: path} on the map of loss, points (..., 2) -> (...), with the number of samples' gradients it cost."""
    figure, axes = panels(len(walks), width=3.0 * len(walks), height=3.7)
    said = []
    for ax, (name, path) in zip(axes, walks.items(), strict=True):
        draw_terrain(ax, lambda at: np.sqrt(loss(at) - loss(np.asarray(minimum))), box)
        ax.plot(*minimum, "+", color=INK, markersize=13, markeredgewidth=2.2, zorder=6)
        draw_path(ax, path, dots=len(path) < 150)
        ax.set(box_aspect=1)
        name_axes(ax, "w", "b" if ax is axes[0] else "", f"{name}\n{len(path) - 1} steps, {cost[name]} gradients")
        said.append(f"{name} ends {np.linalg.norm(path[-1] - minimum):.2f} from the minimum (+) after {len(path) - 1} steps")
    return Picture(figure, f"At an equal cost of {max(cost.values())} samples' gradients {', '.join(said)}.")


@controls(w1=Slider(-5.0, 5.0, 0.5), w2=Slider(-5.0, 5.0, 0.5), lr=Slider(1.0, 30.0, 1.0), batch=Choice((1, 2, 4)),
          fourth=Choice((0, 1)))
def noisy_walk(w1: float = -4.0, w2: float = -2.0, lr: float = 3.0, batch: int = 1, fourth: int = 1) -> Picture:
    """The first steps on the mean squared error of the four points with batches of this size, the thin line with the full gradient;
    fourth is the label of (-1, -1), 0 where all samples agree and 1 where it contradicts the others."""
    labels = np.append(LABELS[:3], fourth)
    noisy = stochastic_descent(_gradients_with(labels), 4, [[w1, w2]], lr, STEPS, batch, rng=0)[:, 0]
    full = gradient_descent(lambda w: _gradients_with(labels)(w, np.arange(4)).mean(axis=0), [w1, w2], lr, STEPS).path
    figure, ax = sheet(width=7.0, height=3.7)
    draw_terrain(ax, lambda at: _error(at, labels), BOX, points=49)
    ax.plot([-6, 6, 6, -6, -6], [-6, -6, 6, 6, -6], color=INK, linewidth=0.8)
    ax.plot(*full.T, color=INK, linewidth=1.4)
    ax.plot(*full[-1], "s", color=INK, markeredgecolor=PAPER, markersize=6)
    draw_path(ax, noisy, dots=True)
    for line in ax.lines[1:]:
        line.set_clip_box(TransformedBbox(Bbox(BOX.T), ax.transData))
    errors = [_error(path, labels) for path in (full, noisy)]
    _draw_meter(ax, errors)
    ax.set(xlim=(-6.6, 20.2), ylim=(-7.3, 7.4), aspect="equal")
    return Picture(figure, f"With label {fourth} at (−1, −1), from ({w1:g}, {w2:g}) with lr {lr:g}: after {STEPS} steps with batches of "
                           f"{batch}, drawn with replacement, the error is {errors[1][-1]:.3f}, with the full gradient "
                           f"{errors[0][-1]:.3f}. "
                           f"{int((np.diff(errors[1]) > 1e-12).sum())} of the steps with batches went up.".replace("-", "−"))


def _draw_meter(ax, errors) -> None:
    """Beside the map, errors from 0 to 1 after each step: thin with the full gradient, thick with batches."""
    left, right = 9.2, 19.6
    ax.plot([left, left, right], [6, -6, -6], color=INK, linewidth=0.8)
    for values, colour, width in zip(errors, (INK, VERMILLION), (1.4, 1.8), strict=True):
        ax.plot(left + (right - left) * np.arange(len(values)) / STEPS, 12 * values - 6, color=colour, linewidth=width)
    for level, label in ((-6, "0"), (0, "½"), (6, "1")):
        ax.text(left - 0.3, level, label, ha="right", va="center", fontsize=9.5, color=INK)
    ax.text((left + right) / 2, 6.5, "mean squared error", ha="center", fontsize=10, color=INK)
    ax.text(right, -6.3, f"{STEPS} steps", ha="right", va="top", fontsize=9.5, color=INK)
    ax.text(0, 6.5, "with dots: batches, thin: all four", ha="center", fontsize=10, color=INK)
    ax.text(0, -6.3, "w₁ (across) and w₂ (up) from −6 to 6", ha="center", va="top", fontsize=9.5, color=INK)


def _error(w, labels) -> np.ndarray:
    """The mean of (y - sigmoid(w·x))^2 at points (..., 2)."""
    return ((sigmoid(w @ POINTS.T) - labels) ** 2).mean(axis=-1)


def _gradients_with(labels):
    """The slope of (y - sigmoid(w·x))^2 for the samples of given rows."""
    def sample_gradients(w, rows):
        p = sigmoid((POINTS[rows] * w).sum(axis=-1))
        return (2 * (p - labels[rows]) * p * (1 - p))[..., None] * POINTS[rows]
    return sample_gradients
