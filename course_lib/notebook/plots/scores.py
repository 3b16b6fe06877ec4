"""Three units for three classes: what their votes leave open, and what their scores decide."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, PAPER, VERMILLION, Picture, panels
from course_lib.notebook.plots.plane import draw_line, set_up

CLASSES = ((BLUE, "o"), (VERMILLION, "s"), (GREEN, "^"))


def votes_and_scores(X, y, W, b) -> Picture:
    """Where no unit or several units fire, and where each has the largest score: one unit for each of three classes (D0-02, D1-19)."""
    X, y, W, b = map(np.asarray, (X, y, W, b))
    reach = 1.15 * float(np.abs(X).max())
    line = np.linspace(-reach, reach, 301)
    x1, x2 = np.meshgrid(line, line)
    Z = (np.column_stack([x1.ravel(), x2.ravel()]) @ W + b).reshape(*x1.shape, -1)
    fire, largest = Z >= 0, Z.argmax(axis=-1)
    none, several = fire.sum(axis=-1) == 0, fire.sum(axis=-1) > 1
    figure, (votes, scores) = panels(2, width=7.4, height=3.95)
    set_up(votes, reach, f"votes, yes or no\nnobody {none.mean():.0%}, several {several.mean():.0%}")
    set_up(scores, reach, "scores, the largest wins\nevery point has its class")
    for c, (colour, marker) in enumerate(CLASSES):
        for ax, claimed in ((votes, fire[..., c] & ~several), (scores, largest == c)):
            ax.contourf(x1, x2, claimed, levels=[0.5, 1], colors=[colour], alpha=0.18)
            ax.plot(*X[y == c].T, marker, markersize=4.5, color=colour, markeredgecolor=PAPER, markeredgewidth=0.5, zorder=4)
        draw_line(votes, W[:, c], b[c], linewidth=1.2)
    _hatch(votes, x1, x2, several)
    crowded = _near(X, line)
    for ax, where, text in ((votes, none, "nobody"), (votes, several, "several"),
                            *((scores, largest == c, f"class {c}") for c in range(W.shape[1]))):
        _words(ax, line, where & ~crowded, text)
    return Picture(figure, f"With thresholds no unit fires on {none.mean():.0%} of the window and several do on {several.mean():.0%}; by "
                           f"the largest score each of the {W.shape[1]} classes has its own region, and nothing is left over.")


def _hatch(ax, x1, x2, where) -> None:
    if where.any():
        ax.contourf(x1, x2, where, levels=[0.5, 1], colors="none", hatches=["xxx"]).set(edgecolor=MUTED, linewidth=0)


def _near(X, line) -> np.ndarray:
    """The places of the grid that hold a point, rows upwards."""
    held = np.zeros((len(line), len(line)), dtype=bool)
    columns, rows = np.searchsorted(line, X.T)
    held[rows, columns] = True
    return held


def _words(ax, line, where, text: str) -> None:
    """The text in each part of a region that has room for it, at the place farthest from all else."""
    from scipy.ndimage import distance_transform_edt, label  # slow to import, and every lecture imports all plots
    parts, count = label(where)
    for part in range(1, count + 1):
        room = distance_transform_edt(np.pad(parts == part, 1), sampling=(1, 0.4))[1:-1, 1:-1]      # a word is wider than high
        if room.max() > len(line) / 25:
            row, column = np.unravel_index(room.argmax(), room.shape)
            ax.text(line[column], line[row], text, ha="center", va="center", fontsize=9.5, color=INK, zorder=6,
                    bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1, "alpha": 0.8})
