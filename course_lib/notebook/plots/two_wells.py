"""Where many walks end in a land with two wells."""
from __future__ import annotations

import numpy as np

from course_lib.datasets import Surface
from course_lib.notebook.picture import BLUE, INK, MUTED, VERMILLION, Picture, panels
from course_lib.topics.intervals import share_interval


def two_wells(land: Surface, ends: dict[str, dict[str, np.ndarray]]) -> Picture:
    """A panel for each start, {start: {step size: ends (walks,)}}: histograms of the ends above each other, under the outline of the land.
    The better well is where land.minima has its first row."""
    figure, axes = panels(len(ends), width=4.3 * len(ends), height=4.6, sharex=True)
    side = np.sign(land.minima[0, 0])
    said = []
    for ax, (start, kinds) in zip(axes, ends.items(), strict=True):
        x = np.linspace(-1.75, 1.75, 241)
        outline = land.value(x[:, None])
        top = len(kinds)
        ax.plot(x, top + 1.0 * (outline - outline.min()), color=INK, linewidth=2)
        shares = []
        for row, (name, where) in enumerate(kinds.items()):
            base, good = top - 1 - row, np.asarray(where) * side > 0
            _draw_histogram(ax, where, base, side)
            low, high = share_interval(int(good.sum()), len(good))
            ax.text(0, base + 0.55, f"{good.sum()} of {len(good)}\nin the better", ha="center", va="center", fontsize=9.5, color=INK)
            ax.text(-side * 1.72, base + 0.62, name, ha="right" if side < 0 else "left", fontsize=9.5, color=INK)
            shares.append(f"{name} {good.mean():.0%} ({low:.0%} to {high:.0%})")
        ax.set(xlim=(-1.8, 1.8), ylim=(0, top + 0.85), yticks=(), xticks=(-1, 0, 1), xlabel="x")
        ax.spines["left"].set_visible(False)
        ax.set_title(start, fontsize=10.5, color=INK)
        said.append(f"{start}: {', '.join(shares)}")
    return Picture(figure, f"Share of {len(good)} walks that end in the better well, with 95 % intervals. {'; '.join(said)}.")


def _draw_histogram(ax, where, base: float, side: float) -> None:
    counts, edges = np.histogram(np.clip(where, -1.7, 1.7), bins=np.linspace(-1.75, 1.75, 36))
    middles = (edges[1:] + edges[:-1]) / 2
    heights = 0.8 * counts / counts.max()
    better = middles * side > 0
    for kind, colour, hatch in ((better, BLUE, ""), (~better, VERMILLION, "////")):
        ax.bar(middles[kind], heights[kind], width=0.1, bottom=base, color=colour, alpha=0.85, hatch=hatch, edgecolor="#FFFFFF",
               linewidth=0.4)
    ax.axhline(base, color=MUTED, linewidth=0.7)
