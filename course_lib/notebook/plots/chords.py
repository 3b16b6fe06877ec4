"""Chords: two points of a graph, the straight line between them, and which of the two lies higher."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from course_lib.notebook.controls import Choice, Slider, controls
from course_lib.notebook.picture import BLUE, INK, PAPER, SKY, VERMILLION, Picture, panels, sheet
from course_lib.topics.convexity import violation_margin

REACH = 3.0
FUNCTIONS = {"square": lambda x: x * x / 3, "absolute value": np.abs, "line": lambda x: 1.5 + x / 2,
             "two wells": lambda x: (x * x - 4) ** 2 / 10 + x / 4, "wave": lambda x: 1.5 + x / 3 + np.sin(2 * x) / 1.5}


@controls(f=Choice(FUNCTIONS), x1=Slider(-REACH, REACH, 0.1), x2=Slider(-REACH, REACH, 0.1), lam=Slider(0.0, 1.0, 0.05))
def chord(f: str = "two wells", x1: float = -1.8, x2: float = 2.0, lam: float = 0.5) -> Picture:
    """The graph of a function, the chord between two of its points, and the gap between the two at lam x1 + (1 - lam) x2."""
    value = FUNCTIONS[f]
    figure, ax = sheet(width=6.4, height=3.5)
    ax.set(xlim=(-3.35, 3.35), ylim=(-1.1, 4.0))
    x = np.linspace(-REACH, REACH, 181)
    ax.plot(x, value(x), color=BLUE, linewidth=2.4, zorder=3)
    ax.plot([-3.2, 3.2], [-0.7, -0.7], color=INK, linewidth=0.8)
    margin = violation_margin(value, x1, x2, lam)
    _draw_chord(ax, value, x1, x2, lam)
    _name_ends(ax, x1, x2)
    ax.plot(lam * x1 + (1 - lam) * x2, -0.7, "D", color=VERMILLION, markersize=5)
    height = f"the chord is {abs(margin):.2g} {'above' if margin < 0 else 'below'} the graph"
    flat = abs(margin) < 1e-9
    ax.text(0, 3.75, "chord and graph are level" if flat else height, ha="center", fontsize=11, color=INK,
            fontweight="bold" if margin > 0 and not flat else "normal")
    proof = "This proves that the function is not convex." if margin > 0 and not flat else "This proves nothing."
    where = f"x₁ = {x1:.1f}, x₂ = {x2:.1f}, λ = {lam:.2f}".replace("-", "−")
    return Picture(figure, f"{f.capitalize()}, at {where}: {'chord and graph are level' if flat else height}. {proof}")


def certificates(found: dict[str, tuple]) -> Picture:
    """A panel for each function, {name: (f, (low, high), violation or None)}: its graph, and the chord that proves it not convex."""
    figure, axes = panels(len(found), width=2.2 * len(found), height=2.7)
    said = []
    for ax, (name, (f, (low, high), violation)) in zip(axes, found.items(), strict=True):
        x = np.linspace(low, high, 301)
        ax.plot(x, f(x), color=BLUE, linewidth=2.2, zorder=3)
        ax.margins(y=0.12)
        ax.set_xlabel("x", labelpad=1)
        if violation is None:
            verdict = "none found"
        else:
            verdict = f"chord {violation.margin:.2g} too low"
            _draw_chord(ax, f, violation.x1, violation.x2, violation.lam)
        ax.set_title(f"{name}\n{verdict}", fontsize=10.5, color=INK)
        said.append(f"{name}: {verdict}")
    return Picture(figure, f"What a random search found, one chord for each function; {'; '.join(said)}.")


def _name_ends(ax: Axes, x1: float, x2: float) -> None:
    """x₁ and x₂ below their places on the axis; side by side where they stand close."""
    ax.plot([x1, x2], [-0.7, -0.7], "|", color=INK, markersize=8)
    if x1 == x2:
        ax.text(x1, -0.8, "x₁ = x₂", ha="center", va="top", fontsize=11, color=INK)
        return
    apart = max(abs(x1 - x2), 0.4) * np.sign(x2 - x1)
    for side, name in ((-1, "x₁"), (1, "x₂")):
        ax.text((x1 + x2 + side * apart) / 2, -0.8, name, ha="center", va="top", fontsize=11, color=INK)


def _draw_chord(ax: Axes, f, x1: float, x2: float, lam: float) -> None:
    """The chord, tinted where it keeps above the graph and hatched where it does not, and the gap at lam."""
    between = np.linspace(x1, x2, 91)
    share = np.linspace(0, 1, 91)
    graph, line = f(between), (1 - share) * f(x1) + share * f(x2)
    ax.fill_between(between, graph, line, where=line >= graph, color=SKY, alpha=0.35, linewidth=0)
    if (line < graph - 1e-12).any():
        ax.fill_between(between, graph, line, where=line <= graph, facecolor="none", edgecolor=VERMILLION, hatch="////", linewidth=0)
    ax.plot([x1, x2], [f(x1), f(x2)], "o-", color=INK, markersize=6.5, markeredgecolor=PAPER, linewidth=1.6, zorder=4)
    middle = lam * x1 + (1 - lam) * x2
    ax.plot([middle, middle], [f(middle), lam * f(x1) + (1 - lam) * f(x2)], color=VERMILLION, linewidth=2.6, zorder=5,
            solid_capstyle="butt")
    ax.plot(middle, f(middle), "D", color=VERMILLION, markersize=6, markeredgecolor=PAPER, zorder=6)


