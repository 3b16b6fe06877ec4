"""The gradient of a weight matrix as a sum of multiplication tables, one for each sample."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from course_lib.notebook.picture import BLUE, INK, PAPER, VERMILLION, Picture, sheet
from course_lib.notebook.typeset import number

MIDDLE = {"ha": "center", "va": "center", "color": INK}


def outer_products(A, delta) -> Picture:
    """A (samples, inputs) and delta (samples, outputs): for each sample its table A_n^T delta_n, and their sum A^T delta (D1-42, D4-11)."""
    A, delta = np.asarray(A, dtype=float), np.asarray(delta, dtype=float)
    (samples, inputs), outputs = A.shape, delta.shape[1]
    across, tables = outputs + 2.0, [np.outer(a, d) for a, d in zip(A, delta, strict=True)]
    width = across * (samples + 1)
    figure, ax = sheet(width=min(8.8, 0.62 * width), height=min(8.8 / width, 0.62) * (inputs + 1.8))
    ax.set(xlim=(-1.15, width - 1.2), ylim=(-inputs - 0.15, 1.6), aspect="equal")
    scale = max(np.abs(table).max() for table in [*tables, A.T @ delta])
    for n, table in enumerate(tables):
        _table(ax, n * across, table, scale, f"sample {n + 1}")
        for i, a in enumerate(A[n]):
            ax.text(n * across - 0.42, -i - 0.5, number(a, 3), fontsize=10.5, **MIDDLE)
        for j, d in enumerate(delta[n]):
            ax.text(n * across + j + 0.5, 0.4, number(d, 3), fontsize=10.5, **MIDDLE)
        ax.text(n * across - 0.42, 0.4, "A \\ δ", fontsize=9.5, **MIDDLE)
        ax.text(n * across + outputs + 0.55, -inputs / 2, "+" if n < samples - 1 else "=", fontsize=15, **MIDDLE)
    _table(ax, samples * across, A.T @ delta, scale, "dW = Aᵀ δ", bold=True)
    rank = np.linalg.matrix_rank(A.T @ delta)
    return Picture(figure, f"Each sample multiplies its {inputs} inputs (left, A) by its {outputs} deltas (top), a table of rank one; "
                           f"the {samples} tables add up to dW, of rank {rank}.")


def _table(ax: Axes, x: float, table, scale: float, title: str, bold: bool = False) -> None:
    inputs, outputs = table.shape
    for i, j in np.ndindex(inputs, outputs):
        value, corner = table[i, j], (x + j, -i - 1)
        tint = {"facecolor": BLUE if value > 0 else VERMILLION, "alpha": 0.45 * abs(value) / scale}
        ax.add_patch(Rectangle(corner, 1, 1, linewidth=0, **tint))
        ax.add_patch(Rectangle(corner, 1, 1, facecolor="none", edgecolor=INK if bold else PAPER, linewidth=1.2))
        ax.text(x + j + 0.5, -i - 0.5, number(value, 3), fontsize=11, fontweight="bold" if bold else "normal", **MIDDLE)
    ax.text(x + outputs / 2, 1.2, title, fontsize=11, fontweight="bold" if bold else "normal", **MIDDLE)
