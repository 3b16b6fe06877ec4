"""Two networks that compute the same, and the worse ones on the straight way from one to the other."""
from __future__ import annotations

import numpy as np
from matplotlib.patches import Ellipse

from course_lib.notebook.picture import BLUE, INK, MUTED, ORANGE, PAPER, VERMILLION, Picture, panels


def twins(share, losses: dict[tuple[int, int], np.ndarray], hidden: int = 3) -> Picture:
    """The loss on the way from a network to itself with hidden units i and j exchanged, {(i, j): losses}, at these shares of the way;
    above it, what the hidden units of the first pair are at the start, halfway, and at the end."""
    share = np.asarray(share)
    figure, (above, ax) = panels(2, width=6.6, height=4.6, rows=2, height_ratios=(1, 2.4))
    ends, middles = [], []
    for k, ((i, j), values) in enumerate(losses.items()):
        values = np.asarray(values)
        ax.plot(share, values, ("-", "--", "-.")[k % 3], color=BLUE, linewidth=2.6 if k == 0 else 1.6)
        middle = float(np.interp(0.5, share, values))
        top = middle == max(np.interp(0.5, share, other) for other in losses.values())
        ax.annotate(f"{'abcdef'[i]} ↔ {'abcdef'[j]}", (0.5, middle), (0, 4 if top else -4), textcoords="offset points", fontsize=10,
                    ha="center", va="bottom" if top else "top", color=INK)
        ends += [float(values[0]), float(values[-1])]
        middles.append(middle)
    ax.plot([0, 1], [ends[0], ends[1]], "o-", color=VERMILLION, markersize=8, markeredgecolor=PAPER, zorder=4, clip_on=False)
    ax.annotate("the chord", (0.5, ends[0]), (0, -4), textcoords="offset points", ha="center", va="top", fontsize=10, color=INK)
    ax.set(xlim=(-0.12, 1.12), ylim=(-0.14 * max(middles), 1.2 * max(middles)), xticks=(0, 0.5, 1),
           xticklabels=("the network", "halfway", "its twin"))
    ax.set_ylabel("loss")
    ax.spines["bottom"].set_visible(False)
    i, j = next(iter(losses))
    names = list("abcdef"[:hidden])
    swapped = list(names)
    swapped[i], swapped[j] = names[j], names[i]
    mixed = [f"½({names[i]}+{names[j]})" if unit in (i, j) else names[unit] for unit in range(hidden)]
    _draw_units(above, [names, mixed, swapped])
    return Picture(figure, f"Both ends have the loss {ends[0]:.3f}; halfway it is "
                           f"{' or '.join(f'{middle:.3f}' for middle in middles)}, depending on which hidden units are exchanged: "
                           "the graph rises above its chord.")


def _draw_units(ax, columns) -> None:
    ax.set(xlim=(-0.12, 1.12), ylim=(-0.6, len(columns[0]) - 0.4))
    ax.set_axis_off()
    ax.text(-0.1, len(columns[0]) / 2 - 0.5, "hidden\nunits", ha="right", va="center", fontsize=10, color=INK)
    for x, column in zip((0, 0.5, 1), columns, strict=True):
        for row, name in enumerate(reversed(column)):
            ax.add_patch(Ellipse((x, row), 0.15 if len(name) > 1 else 0.06, 0.8, facecolor=PAPER, linewidth=1.8,
                                 edgecolor=MUTED if name == columns[0][len(column) - 1 - row] else ORANGE))
            ax.text(x, row, name, ha="center", va="center", fontsize=10, color=INK)
