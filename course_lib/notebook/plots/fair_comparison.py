"""Optimizers compared: first the search for each one's lr, then the race with the lrs found."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, ORANGE, PAPER, VERMILLION, Picture, panels
from course_lib.notebook.typeset import number
from course_lib.topics.intervals import median_interval

STYLES = ((INK, "-", "o"), (BLUE, "--", "s"), (ORANGE, "-.", "^"), (VERMILLION, "-", "D"), (GREEN, ":", "v"))


def tuning_curves(lrs, tasks: dict[str, dict[str, np.ndarray]]) -> Picture:
    """A panel for each task, {task: {optimizer: losses (lrs, networks)}}: the median loss for each lr, the best one marked.
    Losses that are no finite numbers count as infinite."""
    figure, axes = panels(len(tasks), width=4.4 * len(tasks), height=3.9)
    said = []
    for ax, (task, kinds) in zip(axes, tasks.items(), strict=True):
        lowest, start = np.inf, 0.0
        for (name, losses), (colour, dashes, marker) in zip(kinds.items(), STYLES, strict=False):
            middle = np.median(np.where(np.isfinite(losses), losses, np.inf), axis=1)
            best = int(middle.argmin())
            lowest, start = min(lowest, middle[best]), max(start, middle[0])
            ax.plot(lrs, np.minimum(middle, 1e3 * start), dashes, color=colour, linewidth=1.8, label=name, marker=marker, markersize=4)
            ax.plot(lrs[best], middle[best], marker, color=colour, markersize=10, markeredgecolor=PAPER)
        ax.set(xscale="log", yscale="log", xlabel="lr", xlim=(lrs[0] / 1.5, lrs[-1] * 1.5))
        if kinds:
            ax.set_ylim(lowest / 2.5, 8 * start)
        ax.minorticks_off()
        ax.set_title(task, fontsize=10.5, color=INK)
        ax.grid(color=MUTED, alpha=0.25, linewidth=0.5)
        found = (f"{name} {lrs[np.median(np.where(np.isfinite(v), v, np.inf), axis=1).argmin()]:.2g}" for name, v in kinds.items())
        said.append(f"{task}: {', '.join(found)}")
    axes[0].set_ylabel("median loss at the end")
    handles, names = axes[0].get_legend_handles_labels()
    figure.legend(handles, names, loc="outside lower center", ncols=len(names), frameon=False, fontsize=9.5, labelcolor=INK)
    return Picture(figure, f"The lr with the smallest median loss of {losses.shape[1]} networks. {'; '.join(said)}.")


def tuned_race(tasks: dict[str, dict[str, np.ndarray]]) -> Picture:
    """A panel for each task, {task: {optimizer: losses (networks,)}}: a dot for each network, the median and its 95 % interval."""
    figure, axes = panels(len(tasks), width=4.4 * len(tasks), height=3.4)
    said = []
    for ax, (task, kinds) in zip(axes, tasks.items(), strict=True):
        told = []
        for row, ((name, losses), (colour, _, marker)) in enumerate(zip(kinds.items(), STYLES, strict=False)):
            losses = np.asarray(losses)
            middle, low, high = median_interval(losses)
            shift = 0.16 * np.sin(2.4 * np.arange(len(losses)))                 # dots beside each other, the same at every drawing
            ax.plot(losses, row + 0.12 + shift, marker, color=colour, markersize=3.6, alpha=0.55, markeredgewidth=0)
            ax.plot([low, high], [row - 0.26] * 2, color=INK, linewidth=4, solid_capstyle="butt")
            ax.plot(middle, row - 0.26, "|", color=INK, markersize=13, markeredgewidth=2)
            told.append(f"{name} {number(middle)} ({number(low)} to {number(high)})")
        ax.set(xscale="log", yticks=range(len(kinds)), yticklabels=list(kinds) if ax is axes[0] else (), xlabel="loss at the end",
               ylim=(len(kinds) - 0.5, -0.5))
        ax.tick_params(which="minor", length=0)
        ax.set_title(task, fontsize=10.5, color=INK)
        ax.grid(axis="x", color=MUTED, alpha=0.25, linewidth=0.5)
        said.append(f"{task}: {', '.join(told)}")
    return Picture(figure, f"Medians of {len(losses)} networks with 95 % intervals (bars). {'; '.join(said)}.")
