"""Momentum on a bowl: how fast it is for every lr and beta, and the walk that goes with it."""
from __future__ import annotations

from functools import cache
from typing import ClassVar

import numpy as np
from matplotlib.axes import Axes
from matplotlib.image import AxesImage
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D, Bbox, TransformedBbox

from course_lib.notebook.controls import Slider, controls
from course_lib.notebook.picture import INK, PAPER, VERMILLION, Picture, sheet
from course_lib.notebook.plots.terrain import HEIGHTS, draw_path, draw_terrain
from course_lib.topics.momentum import spectral_radius, step_matrix

CURVATURES = np.array([0.1, 10.0])        # of the bowl: the flat direction and the steep one
START, STEPS = np.array([-2.0, 0.3]), 50
DECADES, TOP = (-2.0, 2.0), 0.98          # of the map: powers of ten of lr times curvature, and the largest beta
MAP, LAND = Bbox([[0.75, 0.4], [4.55, 3.6]]), Bbox([[4.95, 0.4], [7.95, 3.6]])      # where both stand on the page, in inches
REACH = np.array([2.4, 1.2])              # of the land, from its middle
BANDS = HEIGHTS.reversed().resampled(10).with_extremes(over=PAPER)


@controls(lr=Slider(0.1, 4.0, 0.05), beta=Slider(0.0, 0.95, 0.01))
def momentum_map(lr: float = 0.2, beta: float = 0.3) -> Picture:
    """Left: the factor of a step for every lr times curvature and beta, with the bowl's two curvatures on it. Right: the walk."""
    figure, ax = sheet(width=8.0, height=3.9)
    path = _walk(lr, beta)
    _draw_map(ax)
    _draw_bar(ax, lr, beta)
    _draw_land(ax, path)
    ax.text(LAND.x0 + LAND.width / 2, 3.67, f"lr {lr:.2f}, β {beta:.2f}: {STEPS} steps", ha="center", fontsize=10.5, color=INK)
    ax.set(xlim=(0, 8.0), ylim=(0, 3.9), aspect="auto")
    flat, steep = spectral_radius(lr * CURVATURES, beta)
    heights = path ** 2 @ CURVATURES / 2
    left = f"{heights[-1] / heights[0]:.1g}" if heights[-1] < 1e6 * heights[0] else "more than a million times"
    return Picture(figure, f"With lr {lr:.2f} and β {beta:.2f} a step multiplies by {flat:.3f} along the flat direction (curvature "
                           f"{CURVATURES[0]:g}), in the long run, and by {steep:.3f} along the steep one (curvature {CURVATURES[1]:g}): "
                           f"{_verdict(flat, steep)}. After {STEPS} steps {left} of the height is left.")


@cache
def _colours() -> np.ndarray:
    """Colours (beta, lr times curvature, 4), a band for each quarter of a power of ten of the steps that gain a digit; kept, for speed."""
    factors = spectral_radius(np.logspace(*DECADES, 321), np.linspace(0, TOP, 197)[:, None])
    with np.errstate(divide="ignore", invalid="ignore"):
        digits = np.where(factors < 1, np.log10(-1 / np.log10(factors)), np.inf)
    return BANDS(digits / 2.5, bytes=True)


class Map(AxesImage):
    """An image that never changes: Matplotlib enlarges it once for every place and not for every picture."""

    enlarged: ClassVar[dict] = {}

    def make_image(self, *arguments, **options) -> tuple:
        place = self.get_window_extent().extents.tobytes()
        if place not in self.enlarged:
            self.enlarged[place] = super().make_image(*arguments, **options)
        return self.enlarged[place]


def _on_map(decade, beta) -> tuple:
    """The place on the page of lr times curvature = 10^decade and beta."""
    share = (np.asarray(decade) - DECADES[0]) / (DECADES[1] - DECADES[0])
    return MAP.x0 + MAP.width * share, MAP.y0 + MAP.height * np.asarray(beta) / TOP


def _draw_map(ax: Axes) -> None:
    """Dark where few steps gain a digit, light where it takes many, empty where steps grow. Dashed: where the eigenvalues meet."""
    image = Map(ax, origin="lower", extent=(MAP.x0, MAP.x1, MAP.y0, MAP.y1), interpolation="nearest")
    image.set_data(_colours())
    ax.add_artist(image)
    # With s = lr times curvature: eigenvalues meet where sqrt(beta) = |s - 1| / (s + 1), and the limit is beta = (s - 2) / (s + 2).
    tongue, limit = np.linspace(*DECADES, 81), np.linspace(np.log10(2), DECADES[1], 41)
    ax.plot(*_on_map(tongue, np.tanh(np.log(10) * tongue / 2) ** 2), "--", color=INK, linewidth=1.5)
    ax.plot(*_on_map(limit, (10 ** limit - 2) / (10 ** limit + 2)), color=INK, linewidth=1.5)
    ticks = np.repeat(np.linspace(MAP.x0, MAP.x1, 5), 3)
    ax.plot([MAP.x0, *ticks], [MAP.y1, *(MAP.y0 - np.tile([0, 0.05, 0], 5))], color=INK, linewidth=0.8)
    ax.add_artist(PathPatch(_words(), facecolor=INK, linewidth=0, transform=ax.transData))       # as a patch, it would be measured


@cache
def _words() -> Path:
    """All words that never change, as one outline: Matplotlib draws it in a tenth of the time that it takes for the texts."""
    below, middle = MAP.y0 - 0.2, MAP.x0 + MAP.width / 2
    words = [("the darker, the fewer steps for a digit", middle, 3.68, 0.5), ("flat direction across, steep direction up",
             LAND.x0 + LAND.width / 2, below, 0.5), ("climbs out", *_on_map(1.45, 0.3), 0.5), ("0.01", MAP.x0, below, 0.5),
             ("lr · curvature = 1", middle, below, 0.5), ("100", MAP.x1, below, 0.5)]
    words += [(label, MAP.x0 - 0.08, _on_map(0, beta)[1] - 0.04, 1) for beta, label in ((0, "0"), (0.5, "β = 0.5"), (0.9, "0.9"))]
    outlines = []
    for text, x, y, share in words:
        outline = TextPath((0, 0), text, size=0.135)
        outlines.append(Affine2D().translate(x - share * outline.get_extents().x1, y).transform_path(outline))
    return Path.make_compound_path(*outlines)


def _draw_bar(ax: Axes, lr: float, beta: float) -> None:
    """The two curvatures of the bowl on the map, and all between them."""
    x, y = _on_map(np.log10(lr * CURVATURES), [beta, beta])
    ax.plot(x, y, color=VERMILLION, linewidth=2.2, zorder=5)
    for place, name, marker, side in zip(x, ("flat", "steep"), "os", ("left", "right"), strict=True):
        ax.plot(place, y[0], marker, color=VERMILLION, markeredgecolor=PAPER, markersize=9, zorder=6)
        ax.text(place, y[0] + (0.12 if beta < 0.85 else -0.26), name, ha=side, fontsize=10, color=INK, zorder=7)


def _draw_land(ax: Axes, path: np.ndarray) -> None:
    """The bowl from above, and the walk until it leaves."""
    middle, size = (LAND.min + LAND.max) / 2, np.array([LAND.width, LAND.height]) / 2
    draw_terrain(ax, lambda at: np.sqrt(((at - middle) / size * REACH) ** 2 @ CURVATURES), [LAND.intervalx, LAND.intervaly], points=49)
    before = len(ax.lines)
    draw_path(ax, middle + _until_it_leaves(path) / REACH * size, dots=True)
    for line in ax.lines[before:]:
        line.set_clip_box(TransformedBbox(LAND, ax.transData))
    ax.plot(*middle, "+", color=INK, markersize=11, markeredgewidth=1.8, zorder=3)


def _walk(lr: float, beta: float) -> np.ndarray:
    """The path (STEPS + 1, 2) of the moving average from START, at rest."""
    matrices = np.array([step_matrix(lr, curvature, beta) for curvature in CURVATURES])
    state, path = np.column_stack([START, [0.0, 0.0]]), [START]
    for _ in range(STEPS):
        state = (matrices @ state[:, :, None])[:, :, 0]
        path.append(state[:, 0])
    return np.array(path)


def _verdict(flat: float, steep: float) -> str:
    if steep > 1 - 1e-9:
        return "it climbs out" if steep > 1 + 1e-9 else "it swings for ever"
    if abs(flat - steep) < 1e-6:
        return "both stand inside the dashed tongue and are equally fast"
    return f"it shrinks, and the {'flat' if flat > steep else 'steep'} direction is the slower one"


def _until_it_leaves(path: np.ndarray) -> np.ndarray:
    """The path up to the first point outside the land."""
    outside = np.flatnonzero((np.abs(path) > REACH).any(axis=1))
    return path[:outside[0] + 1] if outside.size else path
