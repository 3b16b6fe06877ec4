"""A weight matrix with its rows and columns named: who speaks, who listens, and how loudly."""
from __future__ import annotations

import numpy as np
from matplotlib.patches import Rectangle

from course_lib.notebook.picture import BLUE, INK, PAPER, Picture, sheet

COLD, WARM = "#CDE8F7", "#F6D9C7"        # sky blue and vermillion, pale enough for black figures


def weight_matrix(W, b, entry: tuple[int, int]) -> Picture:
    """W (inputs, outputs) and b (outputs,) as labelled cells, one entry (input, output), counted from 1, explained (D0-23, D3-10)."""
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    inputs, outputs = W.shape
    figure, ax = sheet(width=min(9.0, 3.4 + 0.95 * outputs), height=1.35 + 0.55 * inputs)
    ax.set(xlim=(-1.4, outputs + 2.6), ylim=(inputs + 1.45, -0.75))
    for (i, j), value in np.ndenumerate(np.vstack([W, b])):
        row = i + 0.25 * (i == inputs)                      # the biases stand a little apart
        ax.add_patch(Rectangle((j, row), 1, 1, facecolor=COLD if value > 0 else WARM if value < 0 else PAPER, edgecolor="white"))
        ax.text(j + 0.5, row + 0.5, _written(value), ha="center", va="center", fontsize=11, color=INK)
    for i in range(inputs):
        ax.text(-0.15, i + 0.5, f"from x{'₁₂₃₄₅₆₇₈₉'[i]}", ha="right", va="center", fontsize=10.5, color=INK)
    ax.text(-0.15, inputs + 0.75, "biases", ha="right", va="center", fontsize=10.5, color=INK)
    for j in range(outputs):
        ax.text(j + 0.5, -0.12, f"to unit {j + 1}", ha="center", va="bottom", fontsize=10.5, color=INK)
    i, j = entry
    value = _written(W[i - 1, j - 1])
    ax.add_patch(Rectangle((j - 1, i - 1), 1, 1, facecolor="none", edgecolor=BLUE, linewidth=2.4, zorder=4))
    ax.annotate(f"row {i}, column {j}:\nfrom input {i}\nto unit {j}", (j, i - 0.5), (outputs + 0.45, inputs / 2), ha="left", va="center",
                fontsize=10.5, color=INK, arrowprops={"arrowstyle": "-", "color": BLUE, "linewidth": 1.4})
    return Picture(figure, f"A layer with {inputs} inputs and {outputs} units has a matrix of {inputs} rows and {outputs} columns and "
                           f"{outputs} biases; the entry in row {i}, column {j}, here {value}, carries input {i} to unit {j}.")


def _written(value: float) -> str:
    """A weight with its sign and two decimals."""
    return f"{value:+.2f}".replace("-", "−")
