"""Step sizes that fall: too quickly, too slowly, and just right, on paper where powers are straight lines."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, PURPLE, VERMILLION, Picture, panels

STYLES = ((VERMILLION, "-", 3.0), (BLUE, "-", 2.0), (GREEN, "-.", 2.0), (PURPLE, (0, (5, 2)), 2.0))


def step_schedules(curves: dict[str, np.ndarray]) -> Picture:
    """Mean squares over the steps k = 1, 2, ... on log-log axes, {name: values for k = 0, 1, ...}; the reading tells the power of k with
    which each falls over the last factor of ten."""
    figure, (ax,) = panels(1, width=7.4, height=4.2)
    said = []
    for (name, values), (colour, dashes, width) in zip(curves.items(), STYLES, strict=False):
        steps = len(values) - 1
        k = np.unique(np.geomspace(1, steps, 300).astype(int))
        ax.plot(k, np.asarray(values)[k], linestyle=dashes, color=colour, linewidth=width)
        power = np.log10(values[steps // 10] / values[steps])
        ax.annotate(name, (steps, values[-1]), (6, 0), textcoords="offset points", va="center", fontsize=10, color=INK,
                    annotation_clip=False)
        fall = f"falling like k to the power {-power:.2f}" if power > 0.005 else "no longer falling"
        said.append(f"{' '.join(name.split())}: {values[-1]:.2g}, {fall}".replace("-", "−"))
    ax.set(xscale="log", yscale="log", xlim=(1, steps), xlabel="step k")
    ax.set_title("mean squared distance from the minimum", fontsize=10.5, color=INK)
    ax.minorticks_off()
    ax.grid(color=MUTED, alpha=0.25, linewidth=0.5)
    return Picture(figure, f"After {steps:,} steps. {'; '.join(said)}.")
