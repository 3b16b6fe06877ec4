"""Descent on a bowl: too short a step creeps, too long a step climbs out."""
from __future__ import annotations

import numpy as np

from course_lib.datasets import bowl as bowl_surface
from course_lib.notebook.controls import Slider, controls
from course_lib.notebook.picture import BLUE, INK, MUTED, Picture, panels, sheet
from course_lib.notebook.plots.terrain import draw_path, draw_terrain, name_axes
from course_lib.notebook.typeset import raised

STEPS = 30
REACH = 2.2
LOWEST, HIGHEST = -9.0, 3.0       # powers of ten on the widget's meter


def bowl_paths(eigenvalues, lrs, start, steps: int = STEPS) -> Picture:
    """One panel for each lr: the path of so many steps on the bowl with these two curvatures, and where it leads."""
    figure, axes = panels(len(lrs), width=2.3 * len(lrs), height=3.0)
    surface, said = bowl_surface(eigenvalues), []
    for ax, lr in zip(axes, lrs, strict=True):
        path = _walk(eigenvalues, lr, start, steps)
        first, last = surface.value(path[[0, -1]])
        draw_terrain(ax, lambda at: np.sqrt(surface.value(at)), [(-REACH, REACH)] * 2)
        draw_path(ax, _until_it_leaves(path), dots=True)
        ax.set(xticks=(-2, 0, 2), yticks=(-2, 0, 2), box_aspect=1)
        name_axes(ax, "x₁", "x₂" if ax is axes[0] else "", f"lr {lr:g}\nf: {first:.2g} → {_plain(last)}")
        said.append(f"lr {lr:g}: {_plain(last)}")
    return Picture(figure, f"The value of f after {steps} steps on the bowl with curvatures {eigenvalues[0]:g} and {eigenvalues[1]:g}, "
                           f"from {first:.2g}: {'; '.join(said)}.")


@controls(lr=Slider(0.01, 0.5, 0.01), steepness=Slider(1, 20, 1), x1=Slider(-2.0, 2.0, 0.1), x2=Slider(-2.0, 2.0, 0.1))
def bowl_walk(lr: float = 0.1, steepness: int = 10, x1: float = -2.0, x2: float = 1.0) -> Picture:
    """The first steps down x1²/2 + steepness x2²/2 from (x1, x2), and beside the map the height after each step."""
    path = _walk((1, steepness), lr, (x1, x2), STEPS)
    heights = (path ** 2 @ [1, steepness]) / 2
    figure, ax = sheet(width=6.6, height=3.3)
    draw_terrain(ax, lambda at: np.sqrt(at ** 2 @ [1, steepness]), [(-REACH, REACH)] * 2, points=61)
    clip = ax.plot([-REACH, REACH, REACH, -REACH, -REACH], [-REACH, -REACH, REACH, REACH, -REACH], color=INK, linewidth=0.8)[0]
    draw_path(ax, _until_it_leaves(path), dots=True)
    for line in ax.lines[1:]:
        line.set_clip_path(clip.get_path(), ax.transData)
    ax.set(xlim=(-2.7, 7.6), ylim=(-2.7, 2.7), aspect="equal")
    _draw_meter(ax, heights)
    limit = 2 / steepness
    ax.text(0, -2.3, "x₁", ha="center", va="top", fontsize=10, color=INK)
    ax.text(-2.3, 0, "x₂", ha="right", va="center", fontsize=10, color=INK)
    ax.text(0, 2.35, f"lr {lr:.2f}, limit 2/L = {limit:.2f}", ha="center", fontsize=10, color=INK)
    outcome = "above the limit: it climbs out" if lr > limit + 1e-9 else "at the limit" if lr > limit - 1e-9 else "below the limit"
    if x2 == 0 and lr >= limit - 1e-9:
        outcome += ", though a walk with x₂ = 0 does not feel it"
    return Picture(figure, f"With curvatures 1 and {steepness} the step {lr:.2f} is {outcome}; {STEPS} steps lead from height "
                           f"{heights[0]:.2g} to {heights[-1]:.2g}.")


def _draw_meter(ax, heights) -> None:
    """Heights after each step on a logarithmic scale, from LOWEST to HIGHEST; what leaves the scale is held at its edge."""
    left, right = 3.7, 7.4
    ax.plot([left, left, right], [2.0, -2.0, -2.0], color=INK, linewidth=0.8)
    exponents = np.log10(np.maximum(heights, 1e-300)).clip(LOWEST, HIGHEST)
    ax.plot(np.linspace(left, right, len(heights)), 4 * (exponents - LOWEST) / (HIGHEST - LOWEST) - 2, "o-", markersize=3.2, color=BLUE,
            linewidth=1.6)
    powers = np.array([-9, -6, -3, 0, 3])
    levels = 4 * (powers - LOWEST) / (HIGHEST - LOWEST) - 2
    ax.hlines(levels, left, right, color=MUTED, linewidth=0.4)
    for power, level in zip(powers[::2], levels[::2], strict=True):
        ax.text(left - 0.12, level, f"10{raised(int(power))}", ha="right", va="center", fontsize=9.5, color=INK)
    ax.text((left + right) / 2, 2.35, "height after each step", ha="center", fontsize=10, color=INK)
    ax.text(right, -2.12, f"{STEPS} steps", ha="right", va="top", fontsize=9.5, color=INK)


def _walk(eigenvalues, lr: float, start, steps: int) -> np.ndarray:
    """Each step multiplies each coordinate by 1 - lr times its curvature: the whole path at once."""
    factors = 1 - lr * np.asarray(eigenvalues, dtype=float)
    return np.asarray(start, dtype=float) * factors ** np.arange(steps + 1)[:, None]


def _plain(value: float) -> str:
    """Two digits, without a power of ten up to a million."""
    return f"{value:,.0f}" if 100 <= value < 1e6 else f"{value:.2g}"


def _until_it_leaves(path: np.ndarray) -> np.ndarray:
    """The path up to the first point outside the window."""
    outside = np.flatnonzero(np.abs(path).max(axis=1) > REACH)
    return path[:outside[0] + 1] if outside.size else path
