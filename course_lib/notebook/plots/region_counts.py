"""How many regions: what was counted beside what is possible."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from course_lib.notebook.picture import BLUE, INK, MUTED, ORANGE, SKY, VERMILLION, Picture, panels
from course_lib.topics.intervals import median_interval
from course_lib.topics.region_bounds import montufar_as_printed, montufar_bound, region_cap, zaslavsky_count


def one_layer_counts(counts) -> Picture:
    """Regions of one layer in the plane, counts[n - 1] with n units, beside the patterns 2^n and Zaslavsky's number."""
    n = np.arange(1, len(counts) + 1)
    figure, (ax,) = panels(1, width=6.2, height=3.5)
    formula = [zaslavsky_count(units, 2) for units in n]
    _line(ax, n, 2.0 ** n, f"$2^n$ patterns: {2 ** n[-1]:,}", color=VERMILLION, linestyle="--")
    _line(ax, n, formula, f"1 + n + n(n − 1)/2 : {formula[-1]}", color=BLUE)
    ax.plot(n, counts, "o", color=BLUE, markersize=7)
    ax.set(yscale="log", xticks=n, xlim=(0.7, n[-1] + 4.4))
    ax.set_xlabel("units n, all looking at the same two inputs", x=0.36)
    ax.set_ylabel("regions (dots: counted)")
    agree = int(np.equal(counts, formula).sum())
    return Picture(figure, f"{n[-1]} units cut the plane into {counts[-1]} regions, of {2 ** n[-1]:,} patterns; the count is the formula's "
                           f"for {agree} of {len(n)} numbers of units.")


def depth_bounds(width: int, depths=(1, 2, 3, 4, 5)) -> Picture:
    """Two inputs, 1, 2, ... layers of so many units: the print, the patterns, the cap, the theorem, and one layer of as many units."""
    figure, (ax,) = panels(1, width=7.4, height=4.0)
    curves = {
        "as printed": ([montufar_as_printed(2, width, depth) for depth in depths], {"color": VERMILLION, "linestyle": "--", "marker": "x"}),
        "all patterns": ([2 ** (width * depth) for depth in depths], {"color": MUTED, "linestyle": ":"}),
        "cap: no network has more": ([region_cap(2, [width] * depth) for depth in depths], {"color": ORANGE, "marker": "v"}),
        "theorem: some network has": ([montufar_bound(2, [width] * depth) for depth in depths], {"color": BLUE, "marker": "^"}),
        "one layer, as many units": ([zaslavsky_count(width * depth, 2) for depth in depths], {"color": SKY, "marker": "s"}),
    }
    for label, (values, style) in curves.items():
        _line(ax, depths, values, f"{label}: {values[-1]:,}" if values[-1] < 1e7 else label, **style)
    ax.set(yscale="log", xticks=depths, xlim=(depths[0] - 0.2, depths[-1] + 2.9))
    ax.set_xlabel(f"hidden layers of {width} units, two inputs", x=0.34)
    ax.set_ylabel("regions")
    printed, _, cap, theorem, shallow = ([*values] for values, _ in curves.values())
    false = [depth for depth, a, b in zip(depths, printed, cap, strict=True) if a > b]
    ahead = next((depth for depth, a, b in zip(depths, theorem, shallow, strict=True) if a > b), None)
    against = f"passes a single layer of as many units at depth {ahead}" if ahead else "never passes a single layer of as many units"
    return Picture(figure, f"With layers of {width} units what is printed exceeds the cap at {len(false)} of {len(depths)} depths; the "
                           f"theorem's number {against}.")


def random_counts(counts: dict[str, np.ndarray]) -> Picture:
    """Regions of random networks of each kind, label: counts, every network a dot; a diamond at the median, a bar for its interval."""
    figure, (ax,) = panels(1, width=6.2, height=3.2)
    rng, said = np.random.default_rng(0), []
    for place, (label, values) in enumerate(counts.items()):
        median, low, high = median_interval(values)
        ax.plot(values, place + rng.uniform(-0.22, 0.22, len(values)), "o", markersize=3.5, color=SKY, alpha=0.65, markeredgewidth=0)
        ax.plot([low, high], [place, place], color=INK, linewidth=3)
        ax.plot(median, place, "D", color=BLUE, markeredgecolor=INK, markersize=8)
        said.append(f"{median:.4g} ({low:.4g} to {high:.4g}) with {label}")
    ax.set(yticks=range(len(counts)), yticklabels=list(counts), xlim=(0, None), ylim=(len(counts) - 0.6, -0.6))
    ax.set_xlabel("regions in the window")
    return Picture(figure, f"Median regions of {len(values)} random networks each, with a 95 % interval: {', '.join(said)}.")


def _line(ax: Axes, x, y, label: str, **style) -> None:
    """A curve with its name at its end."""
    ax.plot(x, y, linewidth=1.7, markersize=6, **style)
    ax.annotate(label, (x[-1], y[-1]), (9, 0), textcoords="offset points", va="center", fontsize=9.5, color=INK)
