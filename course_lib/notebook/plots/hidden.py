"""Two hidden units whose weights a reader may turn: what they do to the points of XOR."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from course_lib.datasets import gate
from course_lib.notebook.controls import Slider, controls
from course_lib.notebook.picture import INK, MUTED, SKY, Picture, set_margins, sheet
from course_lib.notebook.plots.plane import draw_points
from course_lib.topics.separability import Certificate, certify

CORNERS, SIGNS = gate("XOR")
POINTS, LABELS = np.repeat(CORNERS, 10, axis=0) + 0.17 * np.random.default_rng(0).normal(size=(40, 2)), np.repeat(SIGNS, 10)
STEEPNESS = 2.0
REACH, HIDDEN_REACH = 1.75, 1.15                # what the windows show; both are drawn as squares of half width 1
LEFT, RIGHT = np.array([0, 0]), np.array([2.35, 0])
ANGLE, SHIFT = Slider(0, 180, 15), Slider(-1.4, 1.4, 0.1)
ALONG = np.linspace(-1.3, 1.3, 27)               # of a line: where its name may stand, and below how far beside it, and from all else
BESIDE, CLEAR = np.array([0.12, 0.2, 0.28]), 0.14
WORDS = {"color": INK, "fontsize": 10, "va": "center", "in_layout": False}


def normal(angle: float) -> np.ndarray:
    """The vector of length 1 in this direction, given in degrees."""
    return np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))])


def hidden(X, angle1: float, shift1: float, angle2: float, shift2: float) -> np.ndarray:
    """The two hidden units tanh(2 (n·x - shift)), X (..., 2) -> (..., 2) (D1-16)."""
    return np.tanh(STEEPNESS * (X @ np.column_stack([normal(angle1), normal(angle2)]) - np.array([shift1, shift2])))


def separated(angle1: float, shift1: float, angle2: float, shift2: float) -> Certificate:
    """Whether one line separates the noisy XOR points in the hidden space of these units, and which (D1-15)."""
    return certify(hidden(POINTS, angle1, shift1, angle2, shift2), LABELS)


@controls(angle1=ANGLE, shift1=SHIFT, angle2=ANGLE, shift2=SHIFT)
def hidden_weights(angle1: int = 0, shift1: float = 0.0, angle2: int = 90, shift2: float = 0.0) -> Picture:
    """Noisy XOR points with the lines of two tanh units, and the same points in hidden space, cut there where one cut can (D1-13, D1-15).

    A line lies `shift` from the centre in the direction `angle` (degrees); the unit is h = tanh(2 (n·x - shift)), n of length 1.
    Two windows on one sheet: a second set of axes would double the time of a redraw.
    """
    turned = angle1, shift1, angle2, shift2
    H, found = hidden(POINTS, *turned), separated(*turned)
    figure, ax = _sheet("one line is enough" if found.separable else "no line is enough")
    units = (normal(angle1), shift1 / REACH), (normal(angle2), shift2 / REACH)
    lines = [_segment(*unit, LEFT) for unit in units]
    for place, name in zip(places_of_names(units), ("h₁", "h₂"), strict=True):
        ax.text(*place + LEFT, name, ha="center", zorder=6, **WORDS)
    if found.separable:
        _tint(ax, lambda X: hidden(X, *turned), found)
        length = np.linalg.norm(found.w)
        lines.append(_segment(found.w / length, -found.b / length / HIDDEN_REACH, RIGHT))
    ax.plot(*np.vstack(lines).T, color=INK, linewidth=1.8, zorder=3)
    key = [[-0.1, -1.14], [0.74, -1.14]]
    draw_points(ax, np.vstack([POINTS / REACH + LEFT, H / HIDDEN_REACH + RIGHT, key]), np.hstack([LABELS, LABELS, [1, -1]]), size=5)
    told = f"lines at {angle1}° and {angle2}°, shifted by {shift1:.1f} and {shift2:.1f}".replace("-", "−")
    end = f"one line separates the classes, with margin {found.margin:.2f}" if found.separable else "no line separates the classes"
    return Picture(figure, f"With hidden {told}, in hidden space {end}.")


def _sheet(verdict: str) -> tuple[Figure, Axes]:
    """Two framed windows with their titles, and the key below."""
    figure, ax = sheet(width=6.6, height=3.6)
    set_margins(figure, left=0, bottom=0, right=1, top=1)
    ax.set(xlim=(-1.2, 3.4), ylim=(-1.28, 1.229), aspect="equal")
    for (x, y), title in ((LEFT, "the inputs (x₁, x₂)"), (RIGHT, f"hidden space (h₁, h₂): {verdict}")):
        ax.add_patch(Rectangle((x - 1, y - 1), 2, 2, facecolor="none", edgecolor=MUTED, linewidth=0.8, zorder=7))
        ax.text(x, 1.1, title, ha="center", **WORDS)
    ax.add_patch(Rectangle((1.5, -1.19), 0.22, 0.11, facecolor=SKY, alpha=0.28))
    for x, text in ((-0.02, "class 1"), (0.82, "class 0"), (1.8, "class 1 is said")):
        ax.text(x, -1.14, text, **WORDS)
    return figure, ax


def _tint(ax: Axes, to_hidden, found: Certificate) -> None:
    """Tint both windows where the unit behind the hidden units fires."""
    line = np.linspace(-1, 1, 41)
    grid = np.stack(np.meshgrid(line, line), axis=-1)
    for points, (x, y) in ((to_hidden(grid * REACH), LEFT), (grid * HIDDEN_REACH, RIGHT)):
        ax.contourf(line + x, line + y, points @ found.w + found.b, levels=[0, np.inf], colors=[SKY], alpha=0.28, zorder=0)


def places_of_names(units) -> list[np.ndarray]:
    """Where the two names stand: on the positive side of their lines (across, shift), clear of points, other line and other name."""
    places: list[np.ndarray] = []
    for (across, shift), (other, other_shift) in (units, units[::-1]):
        along = np.array([-across[1], across[0]])
        spots = ((shift + BESIDE)[:, None, None] * across + ALONG[:, None] * along).reshape(-1, 2)
        spots = spots[np.abs(spots).max(axis=1) <= 0.93]
        gaps = np.linalg.norm(spots[:, None] - np.vstack([POINTS / REACH, *places]), axis=2).min(axis=1)
        gaps = np.minimum(gaps, np.abs(spots @ other - other_shift))
        places.append(spots[np.minimum(gaps, CLEAR).argmax()])            # the first that is clear, or the clearest
    return places


def _segment(across, shift: float, centre) -> np.ndarray:
    """The ends of the line across·p = shift inside a window, and a gap."""
    along = np.array([-across[1], across[0]])
    along[np.abs(along) < 1e-12] = 1e-12
    edges = np.sort([(-1 - shift * across) / along, (1 - shift * across) / along], axis=0)
    start, end = edges[0].max(), edges[1].min()
    return np.vstack([shift * across + np.outer([start, end], along) + centre, [[np.nan, np.nan]]])
