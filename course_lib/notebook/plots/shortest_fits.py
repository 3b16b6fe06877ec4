"""Shortest fits through the same points, each with hidden units of its own: what more features do to the curve between the points."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, INK, PAPER, VERMILLION, Picture, panels


def shortest_fits(x, y, truth, fits: dict[int, np.ndarray]) -> Picture:
    """A panel for each number of features: curves (draws, places) over places from -1 to 1, the points, the truth dashed (D2-17).

    x, y (samples,); truth: a function of places.
    """
    figure, axes = panels(len(fits), width=3.0 * len(fits), height=3.3, sharey=True)
    said, places = [], np.linspace(-1, 1, len(next(iter(fits.values()))[0]))
    for ax, (features, curves) in zip(axes, fits.items(), strict=True):
        ax.plot(places, curves.T, color=VERMILLION, linewidth=0.7, alpha=0.45)
        ax.plot(places, truth(places), "--", color=INK, linewidth=1.8)
        ax.plot(x, y, "o", markersize=6.5, color=BLUE, markeredgecolor=PAPER, zorder=4)
        ax.set(xlim=(-1.05, 1.05), ylim=(-2.4, 2.4), xticks=(-1, 0, 1), yticks=(-2, -1, 0, 1, 2), xlabel="x")
        ax.set_title(f"{features} features", fontsize=10.5, color=INK)
        errors = ((curves - truth(places)) ** 2).mean(axis=1)
        said.append(f"{np.median(errors):.2f} with {features} features, and one draw of ten above {np.quantile(errors, 0.9):.2f}")
    return Picture(figure, f"{len(curves)} draws of hidden units, all fitted to the same {len(x)} points. Squared distance from the dashed "
                           f"truth: in the median {'; '.join(said)}.")
