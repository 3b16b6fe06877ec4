"""How fast descent is, and how fast it is promised to be: every curve against the bound of its theorem."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, PAPER, PURPLE, VERMILLION, Picture, panels

STYLES = ((BLUE, "-"), (GREEN, "-."), (PURPLE, "--"))


def descent_rates(gaps: dict[str, np.ndarray], distances: dict[float, np.ndarray]) -> Picture:
    """Left: (f(x_k) - f*) / (L |x0 - x*|^2) after k = 1, 2, ... steps for convex functions, {name: gaps}, under 1/2k. Right: |x_k - x*|^2
    over |x0 - x*|^2 from k = 0 on for bowls of condition number L/mu, {L/mu: distances}, each under its (1 - mu/L)^k."""
    figure, (left, right) = panels(2, width=8.6, height=3.9)
    shares = [_draw_gaps(left, gaps), _draw_distances(right, distances)]
    return Picture(figure, f"Both promises are kept at every step: the {len(gaps)} convex functions reach {shares[0]:.0%} of their bound "
                           f"1/2k at most, the {len(distances)} bowls stay below theirs, (1 − μ/L)ᵏ, with at most {shares[1]:.0%} of it "
                           "after the first step.")


def _draw_gaps(ax, gaps) -> float:
    """Returns the largest share of the bound that any curve reaches."""
    longest = max(len(values) for values in gaps.values())
    k = np.arange(1, longest + 1)
    ax.fill_between(k, 1 / (2 * k), 2, facecolor="none", edgecolor=VERMILLION, hatch="xx", alpha=0.35, linewidth=0)
    ax.plot(k, 1 / (2 * k), color=VERMILLION, linewidth=1.8)
    shares = []
    for (name, values), (colour, dashes) in zip(gaps.items(), STYLES, strict=False):
        values = np.asarray(values)
        k = np.arange(1, len(values) + 1)
        ax.plot(k, values, dashes, color=colour, linewidth=2)
        at, offset = (-1, (5, -4)) if values[-1] > 1e-7 else (0, (5, 5))        # a curve that leaves below is named where it starts
        ax.annotate(name, (k[at], values[at]), offset, textcoords="offset points", fontsize=9.5, color=INK, annotation_clip=False)
        shares.append((values * 2 * k).max())
    ax.set(xscale="log", yscale="log", xlim=(1, longest), ylim=(1e-7, 1), xlabel="step k")
    ax.set_title("convex: gap / (L |x₀ − x*|²)", fontsize=10.5, color=INK)
    ax.text(0.97, 0.93, "forbidden: above 1/2k", transform=ax.transAxes, ha="right", fontsize=9.5, color=INK,
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 2})
    ax.minorticks_off()
    ax.grid(color=MUTED, alpha=0.25, linewidth=0.5)
    return max(shares)


def _draw_distances(ax, distances) -> float:
    shares = []
    for (condition, values), (colour, dashes) in zip(distances.items(), STYLES, strict=False):
        values = np.asarray(values)
        k = np.arange(len(values))
        bound = (1 - 1 / condition) ** k
        ax.plot(k, bound, ":", color=colour, linewidth=2)
        ax.plot(k, values, dashes, color=colour, linewidth=2)
        seen = np.flatnonzero(values >= 1e-6)[-1]
        ax.annotate(f"L/μ = {condition:g}", (k[seen], max(values[seen], 1.2e-6)), (3, 1), textcoords="offset points", fontsize=9.5,
                    color=INK, annotation_clip=False, va="bottom", bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1})
        shares.append((values[1:] / bound[1:]).max())
    ax.set(yscale="log", xlim=(0, len(values) - 1), ylim=(1e-6, 1.3), xlabel="step k")
    ax.set_title("strongly convex: |xₖ − x*|² / |x₀ − x*|²\n(dotted: as promised)", fontsize=10.5, color=INK)
    ax.minorticks_off()
    ax.grid(color=MUTED, alpha=0.25, linewidth=0.5)
    return max(shares)
