"""What each sample asks for: gradients as a cloud of points, and their mean."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, INK, MUTED, PAPER, VERMILLION, Picture, panels


def gradient_cloud(clouds: dict[str, np.ndarray]) -> Picture:
    """A panel for each cloud of the samples' gradients, {title: (samples, 2)}: each a dot, their mean an arrow from 0, all to one scale."""
    figure, axes = panels(len(clouds), width=4.2 * len(clouds), height=3.0)
    everything = np.concatenate([*clouds.values(), np.zeros((1, 2))])
    low, high = everything.min(axis=0), everything.max(axis=0)
    pad = 0.08 * (high - low).max()
    said = []
    for ax, (title, cloud) in zip(axes, clouds.items(), strict=True):
        cloud = np.asarray(cloud)
        mean, spread = cloud.mean(axis=0), np.sqrt(cloud.var(axis=0).sum())
        ax.axhline(0, color=MUTED, linewidth=0.6)
        ax.axvline(0, color=MUTED, linewidth=0.6)
        ax.plot(*cloud.T, "o", color=BLUE, alpha=0.55, markersize=6, markeredgecolor=PAPER, markeredgewidth=0.5)
        _draw_mean(ax, mean, (high - low).max())
        ax.set(xlim=(low[0] - pad, high[0] + pad), ylim=(low[1] - pad, high[1] + pad), aspect="equal")
        ax.set_title(title, fontsize=10.5, color=INK)
        ax.set_xlabel("slope in w", labelpad=2)
        ax.set_ylabel("slope in b" if ax is axes[0] else "", labelpad=2)
        agree = int((cloud @ mean > 0).sum()) if np.linalg.norm(mean) > 1e-6 else 0
        said.append(f"{title}: the mean has length {np.linalg.norm(mean):.2f}, the dots lie {spread:.2f} from it (root mean square)"
                    + (f", and {agree} of {len(cloud)} point to its side" if agree else ""))
    return Picture(figure, f"The gradients of {len(cloud)} samples. {'; '.join(said)}.")


def _draw_mean(ax, mean, width: float) -> None:
    if np.linalg.norm(mean) > 0.01 * width:
        ax.annotate("", mean, (0, 0), arrowprops={"arrowstyle": "-|>", "color": VERMILLION, "linewidth": 2.4, "shrinkA": 0, "shrinkB": 0,
                                                  "mutation_scale": 16}, zorder=5)
    else:
        ax.plot(*mean, "D", color=VERMILLION, markersize=9, markeredgecolor=PAPER, zorder=5)
    side = -1 if mean[0] < 0 and np.linalg.norm(mean) > 0.01 * width else 1                 # beyond the tip of the arrow
    ax.annotate("mean", mean, (9 * side, -3), textcoords="offset points", color=INK, fontsize=10, zorder=6,
                ha="left" if side > 0 else "right", bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1, "alpha": 0.85})
