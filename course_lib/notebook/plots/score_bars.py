"""Scores and what is made of them, as bars with their numbers."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, INK, MUTED, VERMILLION, Picture, panels


def score_bars(rows: dict[str, np.ndarray], classes) -> Picture:
    """One panel for each name: values, one bar for each class; the first panel holds scores, the others probabilities (D3-19, D1-20)."""
    figure, axes = panels(len(rows), width=2.6 * len(rows) + 0.6, height=2.6, sharey=True)
    places, said = np.arange(len(classes)), []
    for ax, (name, values), first in zip(axes, rows.items(), [True] + [False] * len(rows), strict=False):
        values = np.asarray(values, dtype=float)
        colours = [VERMILLION if value == values.max() else BLUE for value in values]
        ax.barh(places, values, color=colours, height=0.62)
        ax.axvline(0, color=INK, linewidth=0.8)
        for place, value in zip(places, values, strict=True):
            text = f"{value:.4g}" if first else f"{value:.3f}" if 0 < value < 1 else f"{value:.0f}"
            ax.annotate(text.replace("-", "−"), (max(value, 0), place), (5, 0), textcoords="offset points", va="center", fontsize=10,
                        color=INK)
        ax.set(yticks=places, yticklabels=classes, xticks=[] if first else (0, 0.5, 1))
        ax.set_xlim(min(values.min(), 0) * 1.1, values.max() * 1.25) if first else ax.set_xlim(0, 1.25)
        ax.set_title(name, fontsize=10.5, color=INK)
        ax.tick_params(left=False, labelsize=10)
        ax.spines["left"].set_visible(False)
        ax.spines["bottom"].set(visible=not first, color=MUTED)
        said.append(f"{name} is " + ", ".join(f"{value:.4g}" if first else f"{value:.3f}" for value in values).replace("-", "−"))
    axes[0].invert_yaxis()
    return Picture(figure, f"For {', '.join(classes)}: {'; '.join(said)}.")
