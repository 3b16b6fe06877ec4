"""What learners score on what they have not seen, over all functions and over some."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, ORANGE, PAPER, Picture, panels

LOOK = ((BLUE, ""), (ORANGE, "///"), (GREEN, "..."), (MUTED, "xx"))


def lunch(scores: dict[str, dict[str, np.ndarray]], unseen: int) -> Picture:
    """A panel for each world {world: {learner: right answers (functions,)}}: how many functions give each number of right answers of
    `unseen`, and the mean under each learner's name (D2-19)."""
    figure, axes = panels(len(scores), width=4.2 * len(scores), height=3.6)
    said = []
    for ax, (world, learners) in zip(axes, scores.items(), strict=True):
        width, means = 0.84 / len(learners), []
        for place, ((name, right), (colour, hatch)) in enumerate(zip(learners.items(), LOOK, strict=False)):
            counts = np.bincount(np.ravel(right).astype(int), minlength=unseen + 1)
            across = np.arange(unseen + 1) + (place - (len(learners) - 1) / 2) * width
            mean = np.mean(right) / unseen
            ax.bar(across, counts, width=width, color=colour, hatch=hatch, edgecolor=PAPER, linewidth=0.5, label=f"{name}: {mean:.1%}")
            means.append(f"{name} {mean:.1%}")
        ax.set(xticks=range(unseen + 1), xlabel=f"right answers on {unseen} unseen rows", ylim=(0, ax.get_ylim()[1] * 1.75))
        ax.legend(loc="upper left", frameon=False, fontsize=9.5, title="right on average", title_fontsize=9.5, alignment="left",
                  labelcolor=INK)
        ax.set_title(world, fontsize=10.5, color=INK)
        said.append(f"{world}: {', '.join(means)}")
    axes[0].set_ylabel("functions")
    return Picture(figure, f"Share of unseen rows answered rightly, on average. {'; '.join(said)}.")
