"""The artificial neuron, drawn beside the words of biology."""
from __future__ import annotations

from matplotlib.patches import Circle, Rectangle

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, ORANGE, Picture, sheet

ARROW = {"arrowstyle": "-|>", "color": INK, "linewidth": 1.4, "shrinkA": 0, "shrinkB": 0}


def neuron() -> Picture:
    """Inputs, weights, sum, threshold and output, from left to right, with the part of a cell that each stands for."""
    figure, ax = sheet(width=7.2, height=3.3)
    ax.set(xlim=(0, 10.6), ylim=(0.2, 4.9), aspect="equal")
    soma = ax.add_patch(Circle((4.9, 2.7), 0.85, facecolor="#D9ECF8", edgecolor=INK, linewidth=1.4, zorder=2))
    for height, name in ((3.9, "₁"), (2.7, "₂"), (1.5, "₃")):
        ax.add_patch(Circle((0.8, height), 0.38, facecolor="white", edgecolor=BLUE, linewidth=1.6, zorder=3))
        ax.text(0.8, height, f"x{name}", ha="center", va="center", fontsize=13, zorder=4)
        ax.annotate("", soma.center, (1.2, height), arrowprops=ARROW | {"patchB": soma})
        ax.plot(2.15, 2.7 + 0.743 * (height - 2.7), "o", markersize=9, color=ORANGE, markeredgecolor=INK, zorder=3)
        ax.text(2.15, 2.7 + 0.743 * (height - 2.7) + 0.2, f"w{name}", ha="center", va="bottom", fontsize=12, color=INK)
    ax.text(4.9, 2.7, "sum\nz = w·x + b", ha="center", va="center", fontsize=9.5, zorder=4)
    ax.annotate("", (4.9, 3.56), (4.9, 4.35), arrowprops=ARROW)
    ax.text(4.9, 4.4, "bias b", ha="center", va="bottom", fontsize=11, color=INK)
    ax.annotate("", (6.75, 2.7), (5.76, 2.7), arrowprops=ARROW)
    ax.add_patch(Rectangle((6.8, 2.0), 1.6, 1.4, facecolor="white", edgecolor=INK, linewidth=1.4))
    ax.plot([6.95, 7.6, 7.6, 8.25], [2.3, 2.3, 3.1, 3.1], color=GREEN, linewidth=2.4)
    ax.text(7.6, 3.5, "threshold", ha="center", va="bottom", fontsize=11, color=INK)
    ax.annotate("", (9.5, 2.7), (8.45, 2.7), arrowprops=ARROW)
    ax.text(9.55, 2.7, "y = ±1", ha="left", va="center", fontsize=12, color=INK)
    for x, word in ((0.8, "other cells"), (2.15, "synapses"), (3.35, "dendrites"), (4.9, "soma"), (7.6, "spike or silence"),
                    (9.75, "axon")):
        ax.text(x, 0.45, word, ha="center", va="center", fontsize=10, color=MUTED, style="italic")
    return Picture(figure, "From left to right: three inputs x1, x2, x3 (signals of other cells) are multiplied by weights w1, w2, w3 "
                           "(synapses), carried along three arrows (dendrites), summed with a bias b to z = w·x + b (soma), passed "
                           "through a threshold (spike or silence) and leave as one answer y = ±1 (axon).")
