"""Forward and backward through a network, every matrix drawn in its shape: what is kept, what comes back, and where they meet."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from course_lib.nn.checks import check_sizes
from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, PAPER, VERMILLION, Picture, sheet
from course_lib.notebook.typeset import lowered

CELL, ACROSS, ROWS = 0.15, 2.5, (1.55, 0.0, -1.6)       # the side of one number; between layers; heights of values, gradients, deltas
MIDDLE = {"ha": "center", "va": "center", "color": INK}


def two_passes(sizes, samples: int = 5) -> Picture:
    """Values on top, deltas at the bottom, the gradients of the weights between them, each as a grid of its shape (D1-43, D4-13)."""
    sizes = check_sizes(sizes)
    depth, (top, middle, bottom) = len(sizes) - 1, ROWS
    width = min(9.0, 2.2 * depth + 2.2)
    figure, ax = sheet(width=width, height=width * (top - bottom + 1.9) / (ACROSS * depth + 2.8))
    ax.set(xlim=(-0.75, ACROSS * depth + 2.05), ylim=(bottom - 0.95, top + 0.95), aspect="equal")
    for layer, width in enumerate(sizes):
        x = ACROSS * layer
        name = "X" if layer == 0 else "Z" if layer == depth else "A"
        _grid(ax, x, top, samples, width, BLUE)
        ax.text(x, top + 0.68, _numbered(name, layer if name == "A" else depth if name == "Z" else None), fontsize=12, **MIDDLE)
        ax.text(x, top + 0.48, f"N × {width}", fontsize=9.5, **MIDDLE)
        if layer:
            _grid(ax, x, bottom, samples, width, VERMILLION)
            ax.text(x, bottom - 0.55, _numbered("δ", layer), fontsize=12, **MIDDLE)
            ax.text(x, bottom - 0.76, f"N × {width}", fontsize=9.5, **MIDDLE)
            _between(ax, layer, sizes, depth)
    ax.text(0, bottom, "stop:\nX is data", fontsize=10, **MIDDLE)
    x = ACROSS * depth
    _arrow(ax, (x + 0.45, top), (x + 0.45, bottom), INK, connectionstyle="arc3,rad=-0.35")
    ax.text(x + 1.62, middle, "the loss\nand its\nslope in Z", fontsize=10, **MIDDLE)
    return Picture(figure, f"Forward, on top, from X to the scores; backward, at the bottom, from {_numbered('δ', depth)} to δ₁. "
                           f"Each of the {depth} gradients dW has the shape of its W: made of the values before it and the delta behind.")


def _between(ax: Axes, layer: int, sizes, depth: int) -> None:
    """The step over one layer: forward above, backward below, the gradient between."""
    top, middle, bottom = ROWS
    left, right, x = ACROSS * (layer - 1), ACROSS * layer, ACROSS * (layer - 0.5)
    inputs, outputs = sizes[layer - 1:layer + 1]
    reach = CELL * (inputs + 1.6) / 2, CELL * (outputs + 1.6) / 2
    _arrow(ax, (left + reach[0], top), (right - reach[1], top), BLUE)
    ax.text(x, top + 0.2, _numbered("@ W", layer) + _numbered(" + b", layer) + (", f" if layer < depth else ""), fontsize=10, **MIDDLE)
    if layer > 1:
        _arrow(ax, (right - reach[1], bottom), (left + reach[0], bottom), VERMILLION)
        ax.text(x, bottom - 0.22, _numbered("@ W", layer) + "ᵀ, × f′", fontsize=10, **MIDDLE)
    _grid(ax, x, middle, inputs, outputs, GREEN)
    ax.text(x, middle + CELL * inputs / 2 + 0.16, _numbered("dW", layer), fontsize=12, **MIDDLE)
    ax.text(x, middle - CELL * inputs / 2 - 0.15, f"{inputs} × {outputs}", fontsize=9.5, **MIDDLE)
    half, tall = CELL * (outputs + 1) / 2, CELL * (inputs + 1) / 2
    _arrow(ax, (left + 0.12, top - 0.42), (x - half, middle + tall / 2), MUTED, linestyle="--")
    _arrow(ax, (right - 0.12, bottom + 0.42), (x + half, middle - tall / 2), MUTED)


def _grid(ax: Axes, x: float, y: float, rows: int, columns: int, colour: str) -> None:
    left, low = x - CELL * columns / 2, y - CELL * rows / 2
    ax.add_patch(Rectangle((left, low), CELL * columns, CELL * rows, facecolor=PAPER, edgecolor=colour, linewidth=1.8, zorder=3))
    ax.vlines(left + CELL * np.arange(1, columns), low, low + CELL * rows, color=colour, linewidth=0.6, zorder=3)
    ax.hlines(low + CELL * np.arange(1, rows), left, left + CELL * columns, color=colour, linewidth=0.6, zorder=3)


def _arrow(ax: Axes, start, end, colour: str, **style) -> None:
    ax.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": colour, "linewidth": 1.5, "shrinkA": 0, "shrinkB": 0} | style)


def _numbered(name: str, number: int | None) -> str:
    return name if number is None else name + lowered(str(number))
