"""Drawing on the plane of two inputs: points of two classes, the side where a unit fires, the line between."""
from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, PathPatch, Polygon

from course_lib.notebook.picture import BLUE, INK, PAPER, SKY, VERMILLION


def set_up(ax: Axes, reach: float, title: str = "") -> None:
    """A square window on the plane, from -reach to reach on both axes."""
    ax.set(xlim=(-reach, reach), ylim=(-reach, reach), aspect="equal", xticks=(-1, 1), yticks=(-1, 1))
    ax.set_xlabel("x₁", labelpad=1)
    ax.set_ylabel("x₂", labelpad=1, rotation=0)
    ax.set_title(title, fontsize=10.5, color=INK, y=1.0)      # a fixed height: Matplotlib would measure every label to find one


def draw_points(ax: Axes, X, y, size: float = 7) -> None:
    """Class +1 as full blue discs, class -1 as hollow orange-red squares."""
    X, y = np.asarray(X), np.asarray(y)
    ax.plot(*X[y > 0].T, "o", markersize=size, color=BLUE, markeredgecolor=PAPER, markeredgewidth=0.8, zorder=4)
    ax.plot(*X[y < 0].T, "s", markersize=size, color=PAPER, markeredgecolor=VERMILLION, markeredgewidth=1.8, zorder=4)


TINT = {"facecolor": SKY, "alpha": 0.28, "hatch": "///", "edgecolor": "#FFFFFF", "linewidth": 0}


def shade(ax: Axes, fires: Callable[[np.ndarray], np.ndarray], resolution: int = 161) -> None:
    """Tint and hatch where fires(points) is positive."""
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    x, y = np.meshgrid(np.linspace(left, right, resolution), np.linspace(bottom, top, resolution))
    values = fires(np.column_stack([x.ravel(), y.ravel()])).reshape(x.shape)
    contour = ax.contourf(x, y, values, levels=[0, np.inf], colors=[SKY])
    contour.remove()
    ax.add_patch(PathPatch(contour.get_paths()[0], zorder=0, **TINT))


def shade_side(ax: Axes, w, b: float) -> None:
    """Tint the side where w·x + b >= 0: a square that lies with one edge along the line and is wider than the window."""
    w, reach = np.asarray(w, dtype=float), max(ax.get_xlim())
    if w.any():
        foot, normal = -b * w / (w @ w), w / np.linalg.norm(w)
        along = np.array([-normal[1], normal[0]])
        square = foot + (2 * np.linalg.norm(foot) + 4 * reach) * np.array([along, along + normal, normal - along, -along])
    else:
        square = reach * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * (b >= 0)
    ax.add_patch(Polygon(square, zorder=0, **TINT))


def draw_line(ax: Axes, w, b: float, **style) -> None:
    """The line w·x + b = 0, or nothing where w = 0 and there is no line."""
    w = np.asarray(w, dtype=float)
    if w.any():
        foot = -b * w / (w @ w)
        ax.axline(foot, (foot[0] - w[1], foot[1] + w[0]), **({"color": INK, "linewidth": 1.8, "zorder": 3} | style))


def draw_arrow(ax: Axes, w, b: float) -> None:
    """From the line to the side where the unit fires, a tenth of the window long."""
    w = np.asarray(w, dtype=float)
    foot = -b * w / (w @ w)
    tip = foot + 0.2 * max(ax.get_xlim()) * w / np.linalg.norm(w)
    ax.annotate("", tip, foot, arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 1.4, "shrinkA": 0, "shrinkB": 0})


def draw_key(figure: Figure, *more: Line2D) -> None:
    """What the marks mean, below the panels."""
    full = Line2D([], [], linestyle="", marker="o", markersize=7, color=BLUE, label="+1")
    hollow = Line2D([], [], linestyle="", marker="s", markersize=6, color=VERMILLION, markerfacecolor=PAPER, markeredgewidth=1.6,
                    label="−1")
    tinted = Patch(label="the unit fires", **TINT)
    figure.legend(handles=[full, hollow, tinted, *more], loc="outside lower center", ncols=3 + len(more), frameon=False, fontsize=9.5)


def signed(value: float) -> str:
    """A number with its sign, set for reading: +1, −0.5, 0."""
    return f"{value:+.4g}".replace("-", "−") if value else "0"


def linear(w, b: float, name: str = "x") -> str:
    """A pre-activation written out; terms that are 0 are left out.

    >>> linear([1, -2], 0.5)
    'x₁ − 2 x₂ + 0.5'
    """
    terms = [(value, f"{name}{'₁₂₃'[i]}") for i, value in enumerate(w)] + [(b, "")]
    text = "".join(f" {'−' if value < 0 else '+'} {_size(abs(value), factor)}" for value, factor in terms if value)
    return "−" + text[3:] if text.startswith(" −") else text[3:] or "0"


def _size(value: float, factor: str) -> str:
    return factor if factor and value == 1 else f"{value:.4g} {factor}".rstrip()
