"""Slices through a loss landscape, in bands of equal factors."""
from __future__ import annotations

import numpy as np
from matplotlib.colors import LogNorm

from course_lib.notebook.picture import INK, Picture, panels
from course_lib.notebook.plots.terrain import HEIGHTS


def landscape_slices(slices: dict[str, np.ndarray], reach: float = 1.0) -> Picture:
    """Panels {title: losses (n, n)} over both coordinates from -reach to reach, in pairs; each band is a factor of 2 in the loss."""
    figure, axes = panels(len(slices), width=7.6, height=3.9 * (len(slices) // 2), rows=len(slices) // 2)
    lowest = min(losses.min() for losses in slices.values())
    doublings = int(np.ceil(np.log2(max(losses.max() for losses in slices.values()) / lowest)))
    said = []
    for ax, (title, losses) in zip(axes, slices.items(), strict=True):
        ax.imshow(losses, origin="lower", extent=(-reach, reach, -reach, reach), cmap=HEIGHTS.resampled(doublings),
                  norm=LogNorm(lowest, lowest * 2 ** doublings), interpolation="bilinear")
        ax.plot(0, 0, "+", color=INK, markersize=11, markeredgewidth=1.8)
        ax.set(xticks=(-reach, 0, reach), yticks=(-reach, 0, reach), box_aspect=1, xlabel="a")
        ax.set_ylabel("b", rotation=0)
        ax.set_title(title, fontsize=10.5, color=INK)
        low = (losses < 2 * losses[len(losses) // 2, len(losses) // 2]).mean()
        said.append(f"{title.replace(chr(10), ' ')} {low:.1%}")
    return Picture(figure, f"Each band is a factor of 2 in the loss, {lowest:.2g} at its lowest; + marks the network. The share of each "
                           f"slice where the loss is less than twice the network's: {', '.join(said)}.")
