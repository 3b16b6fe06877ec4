"""Where a landscape curves up, down, or both ways at once."""
from __future__ import annotations

import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.patches import Patch

from course_lib.datasets import Surface
from course_lib.nn.gradients import hessian_vector_product
from course_lib.notebook.picture import INK, PAPER, Picture, panels
from course_lib.notebook.plots.terrain import draw_path, name_axes

KINDS = ("down both ways", "up one way, down the other", "up both ways")
TINTS = ListedColormap(["#F0B48C", "#F6F3E6", "#B4D9EE"])
HATCHES = ("....", "", "////")
POINTS_A_UNIT = 28                          # of the map, nearly


def curvature_map(surface: Surface, marks, paths=()) -> Picture:
    """Level lines of a surface of two numbers over tints that tell how many of its two curvatures are positive; the eigenvalues at some
    marks, {place: offset of the label}, and walks downhill, each (steps + 1, 2)."""
    (left, right), (bottom, top) = surface.box
    x, y = np.linspace(left, right, 241), np.linspace(bottom, top, 241)
    at = np.stack(np.meshgrid(x, y), axis=-1)
    low, high = curvatures(surface.gradient, at)
    kind = (low >= 0) * 1 + (high >= 0) * 1
    figure, (ax,) = panels(1, width=6.0, height=5.6)
    ax.pcolormesh(x, y, kind, cmap=TINTS, vmin=0, vmax=2, shading="nearest", rasterized=True)
    ax.contourf(x, y, kind, levels=(-0.5, 0.5, 1.5, 2.5), colors="none", hatches=HATCHES)
    lines = ax.contour(x, y, surface.value(at), levels=10, colors=INK, linewidths=0.8)
    names = [np.array(place) + np.array(offset) / POINTS_A_UNIT + [[-1.2, 0], [0, 0], [1.2, 0]] for place, offset in marks.items()]
    _label_levels(ax, lines, np.vstack([np.empty((0, 2)), *paths, *names]), surface.box)
    for path in paths:
        draw_path(ax, path)
    said = []
    for place, offset in marks.items():
        small, large = (float(value) for value in curvatures(surface.gradient, np.array(place, dtype=float)))
        ax.plot(*place, "D", color=INK, markersize=7, markeredgecolor=PAPER, zorder=6)
        ax.annotate(f"{small:.3f}, {large:.3f}".replace("-", "−"), place, offset, textcoords="offset points", fontsize=10, color=INK,
                    ha="center", zorder=7, bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 2})
        said.append(f"{small:.3f} and {large:.3f} at ({place[0]:g}, {place[1]:g})".replace("-", "−"))
    shares = [float((kind == k).mean()) for k in range(3)]
    ax.set(box_aspect=1, xticks=range(-6, 7, 2), yticks=range(-6, 7, 2))
    name_axes(ax, "w₁", "w₂")
    _draw_key(figure)
    return Picture(figure, f"The two curvatures are {', '.join(said)}. Of this window {shares[2]:.0%} curves up both ways, {shares[1]:.0%} "
                           f"up one way and down the other, {shares[0]:.0%} down both ways.")


def _label_levels(ax, lines, taken, box) -> None:
    """The number of each level on its line, where it is farthest from what is drawn there, from the other numbers and from the frame."""
    for places in (np.vstack(segments) for segments in lines.allsegs if segments and len(segments[0])):
        gaps = np.abs(places[:, :, None] - np.array(box)).min(axis=(1, 2))
        if len(taken):
            gaps = np.minimum(gaps, np.linalg.norm(places[:, None] - taken, axis=2).min(axis=1))
        taken = np.vstack([taken, places[gaps.argmax()]])
        for label in ax.clabel(lines, fontsize=8, fmt="%.3g", manual=taken[-1:]):
            label.set_bbox({"facecolor": PAPER, "edgecolor": "none", "pad": 0.6})


def curvatures(gradient, at) -> tuple[np.ndarray, np.ndarray]:
    """The smaller and the larger eigenvalue of the Hessian at points (..., 2), by a complex step of the gradient."""
    a, b = hessian_vector_product(gradient, at, np.array([1.0, 0.0])), hessian_vector_product(gradient, at, np.array([0.0, 1.0]))
    mean, half = (a[..., 0] + b[..., 1]) / 2, np.hypot((a[..., 0] - b[..., 1]) / 2, a[..., 1])
    return mean - half, mean + half


def _draw_key(figure) -> None:
    handles = [Patch(facecolor=TINTS.colors[k], hatch=HATCHES[k], edgecolor=INK, linewidth=0.4, label=KINDS[k]) for k in (2, 1, 0)]
    figure.legend(handles=handles, loc="outside lower center", ncols=3, frameon=False, fontsize=9.5, columnspacing=1.4)
