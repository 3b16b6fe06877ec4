"""The perceptron rule at work: the line after some of its updates, and how many updates it needs."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, INK, MUTED, PAPER, VERMILLION, Picture, panels
from course_lib.notebook.plots.plane import draw_key, draw_line, draw_points, set_up, shade_side
from course_lib.topics.perceptron import Run, unit


def perceptron_path(X, y, run: Run, updates: tuple[int, ...]) -> Picture:
    """One panel for each chosen update: the line after it, and a ring around the point that caused it."""
    figure, axes = panels(len(updates), width=2.45 * len(updates), height=3.2)
    reach, said = 1.12 * float(np.abs(X).max()), []
    for ax, k in zip(axes, updates, strict=True):
        *w, b = run.path[k]
        answers = unit(X, w, b)
        fires, wrong = f"fires on {(answers > 0).sum()} of {len(X)} points", f"{(answers != y).sum()} wrong"
        said.append(f"after update {k} the unit {fires} and has {wrong}")
        set_up(ax, reach, f"after update {k}: {wrong}\n{fires}")
        shade_side(ax, w, b)
        draw_line(ax, w, b)
        draw_points(ax, X, y, size=5.1)
        ax.scatter(*X[run.visited[k - 1]], s=105, facecolors="none", edgecolors=INK, linewidths=1.4, zorder=5)
    draw_key(figure)
    return Picture(figure, f"The line moves at each update, made for the ringed point: {'; '.join(said)}.")


def mistakes_and_bounds(mistakes, bounds) -> Picture:
    """Mistakes made against mistakes allowed, one dot for each cloud, both axes logarithmic."""
    mistakes, bounds = np.asarray(mistakes), np.asarray(bounds)
    figure, (ax,) = panels(1, width=6.0, height=3.8)
    ends = np.array([0.7 * bounds.min(), 1.4 * bounds.max()])
    ax.fill_between(ends, ends, ends[1], facecolor="none", edgecolor=VERMILLION, hatch="xx", alpha=0.35, linewidth=0)
    ax.plot(ends, ends, color=VERMILLION, linewidth=1.6)
    ax.text(1.4 * ends[0], 0.45 * ends[1], "forbidden by the theorem", color=INK, fontsize=10,
            bbox={"facecolor": PAPER, "edgecolor": "none"})
    ax.scatter(bounds, mistakes, s=14, c=BLUE, alpha=0.6, linewidths=0)
    ax.set(xscale="log", yscale="log", xlim=ends, ylim=(0.8, ends[1]))
    ax.set_xlabel("allowed: $(R/\\gamma)^2$")
    ax.set_ylabel("mistakes made")
    ax.grid(color=MUTED, alpha=0.25, linewidth=0.5)
    low, middle, high = np.quantile(mistakes / bounds, [0.05, 0.5, 0.95])
    above = int((mistakes > bounds).sum())
    return Picture(figure, f"In {len(mistakes)} random clouds the mistakes exceed the bound {above} times; they are {middle:.1%} of it "
                           f"at the median, and between {low:.1%} and {high:.1%} in nine clouds of ten.")
