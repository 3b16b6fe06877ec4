"""Where the hidden units of one network go in training, as paths in the plane of two of their weights."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, ORANGE, PAPER, PURPLE, VERMILLION, Picture, panels

MARKS = ((BLUE, "o", "-"), (VERMILLION, "s", "--"), (GREEN, "^", "-."), (ORANGE, "D", ":"), (PURPLE, "v", "-"))


def symmetric_starts(paths: dict[str, np.ndarray]) -> Picture:
    """One panel for each start, {name: (steps, inputs, units)}: the weights of each hidden unit from inputs 1 and 2, step by step, from
    a ring to a full mark (D3-22).

    Units that move as one are drawn as one, with their number.
    """
    figure, axes = panels(len(paths), width=5.8, height=2.9 * -(-len(paths) // 2), rows=-(-len(paths) // 2), sharex=True, sharey=True)
    seen = np.vstack([[[0, 0]], *(path[:, :2].swapaxes(1, 2).reshape(-1, 2) for path in paths.values())])
    middle, reach = (seen.max(axis=0) + seen.min(axis=0)) / 2, 0.62 * np.ptp(seen, axis=0).max()
    said = []
    for ax, (name, path) in zip(axes, paths.items(), strict=False):                 # of an odd number the last panel stays empty
        ax.set(xlim=middle[0] + [-reach, reach], ylim=middle[1] + [-reach, reach], aspect="equal")
        ax.axhline(0, color=MUTED, linewidth=0.5)
        ax.axvline(0, color=MUTED, linewidth=0.5)
        _, first, counts = np.unique(path[-1].round(9), axis=1, return_index=True, return_counts=True)
        for place, (unit, count) in enumerate(zip(first, counts, strict=True)):
            colour, mark, dashes = MARKS[place % len(MARKS)]
            ax.plot(*path[:, :2, unit].T, dashes, color=colour, linewidth=1.8)
            ax.plot(*path[0, :2, unit], "o", markersize=4, color=PAPER, markeredgecolor=INK, zorder=5)
            ax.plot(*path[-1, :2, unit], mark, markersize=7, color=colour, markeredgecolor=PAPER, zorder=4)
            if count > 1:
                ax.annotate(f"{count} units", path[-1, :2, unit], (-6, 6), textcoords="offset points", ha="right", fontsize=10.5, color=INK)
        ax.set_title(name, fontsize=10.5, color=INK)
        moved = not np.array_equal(path[0], path[-1])
        kinds = f"{len(counts)} different units" if len(counts) > 1 else f"{path.shape[2]} units alike"
        said.append(f"“{name}” {kinds}" + ("" if moved else " that have not moved"))
    for ax in axes[-2:]:
        ax.set_xlabel("weight of x₁", fontsize=9.5, color=INK)
    for ax in axes[::2]:
        ax.set_ylabel("weight of x₂", fontsize=9.5, color=INK)
    return Picture(figure, f"After {len(path) - 1} steps: {'; '.join(said)}.")
