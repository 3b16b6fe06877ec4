"""How near: errors against width or budget, on two logarithmic axes, where a power law is a straight line."""
from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, ORANGE, PURPLE, SKY, VERMILLION, Picture, panels
from course_lib.topics.approximation import sup_error
from course_lib.topics.intervals import median_interval, share_interval
from course_lib.topics.rivals import RIVALS

STYLES = [(BLUE, "o"), (VERMILLION, "s"), (GREEN, "^"), (PURPLE, "D"), (ORANGE, "v"), (SKY, "P")]
FLOOR = 1e-10          # of the drawing: smaller errors are mostly rounding


def errors_against_width(widths, errors: dict[str, list[float]]) -> Picture:
    """One line for each way to build: its largest error against the width, with the slope over the last doubling."""
    widths = np.asarray(widths)
    figure, (ax,) = panels(1, width=6.4, height=3.7)
    said = []
    for (name, values), (colour, marker) in zip(errors.items(), STYLES, strict=False):
        slope = np.log(values[-1] / values[-2]) / np.log(widths[-1] / widths[-2])
        ax.plot(widths, values, color=colour, marker=marker, markersize=6, linewidth=1.8)
        ax.text(1.12 * widths[-1], values[-1], f"{name}\nslope {slope:.2f}".replace("-", "−"), va="center", fontsize=10, color=INK)
        said.append(f"{name} come from {values[0]:.4f} to {values[-1]:.4f} with slope {slope:.2f} at the end".replace("-", "−"))
    _logarithmic(ax, widths, right=2.6)
    ax.set_ylim(bottom=0.5 * min(min(values) for values in errors.values()))
    ax.set_xlabel("width K")
    ax.set_ylabel("largest error")
    return Picture(figure, f"On logarithmic axes, from width {widths[0]} to {widths[-1]}: {'; '.join(said)}.")


def rival_errors(targets: dict[str, tuple[Callable, tuple[float, float]]], budgets) -> Picture:
    """One panel for each target name: (f, interval): the largest error of each family of `RIVALS` at each budget."""
    figure, axes = panels(len(targets), width=7.8, height=3.0 * -(-len(targets) // 2), rows=-(-len(targets) // 2))
    said = []
    for ax, (name, (f, interval)) in zip(axes, targets.items(), strict=True):
        errors = {family: [sup_error(f, fit(f, K, interval), interval) for K in budgets] for family, fit in RIVALS.items()}
        last = {family: max(values[-1], FLOOR) for family, values in errors.items()}
        _logarithmic(ax, budgets, right=5.5)
        for values, (colour, marker) in zip(errors.values(), STYLES, strict=True):
            ax.plot(budgets, np.maximum(values, FLOOR), color=colour, marker=marker, markersize=4.5, linewidth=1.5)
        low, high = min(last.values()), max(max(values) for values in errors.values())
        ax.set_ylim(low / max(1.6, (high / low) ** 0.06), high * max(1.6, (high / low) ** 0.1))
        crowds = [group for group in _label_ends(ax, budgets[-1], last) if len(group) > 2]
        ax.set_title(name, fontsize=10.5, color=INK)
        best = " and ".join(family for family in last if last[family] == min(last.values()))
        said.append(f"{name.split(':')[0]}, {best} with {_in_words(min(values[-1] for values in errors.values()))}")
        for crowd in crowds:
            least, most = np.min([errors[family] for family in crowd]), np.max([errors[family] for family in crowd])
            said[-1] += f", while {', '.join(crowd[:-1])} and {crowd[-1]} look like one line between {least:.1g} and {most:.1g}"
    for ax in axes[-2:]:
        ax.set_xlabel("parameters K")
    for ax in axes[::2]:
        ax.set_ylabel("largest error")
    return Picture(figure, f"Who comes nearest with {budgets[-1]} parameters depends on the target: {'; '.join(said)}. "
                           f"(Errors below {FLOOR:.0e} are drawn there.)")


def _label_ends(ax: Axes, K: int, last: dict[str, float]) -> list[list[str]]:
    """Each line's name at its right end, pushed apart where two would meet; ends that look like one share a bracket. Returns who shares."""
    low, high = np.log10(ax.get_ylim())
    families, gap = sorted(last, key=last.get), (high - low) / 11
    ends = np.log10([last[family] for family in families])
    places = ends.copy()
    for i in range(1, len(places)):
        places[i] = max(places[i], places[i - 1] + gap)
    for i, most in enumerate(high - gap * (np.arange(len(places)) + 0.6)):              # and back down from the top
        places[-1 - i] = min(places[-1 - i], most)
    for family, place in zip(families, places, strict=True):
        ax.annotate(family, (K, last[family]), (1.4 * K, 10 ** place), fontsize=8.5, va="center", color=INK)
    groups = np.split(np.arange(len(ends)), np.flatnonzero(np.diff(ends) > gap / 3) + 1)
    for group in groups:
        ax.plot([1.1 * K, 1.28 * K], [10 ** ends[group].mean(), 10 ** places[group].mean()], color=MUTED, linewidth=0.6)
        if len(group) > 1:
            first, top = places[group[0]] - gap / 3, places[group[-1]] + gap / 3
            ax.plot(K * np.array([1.34, 1.3, 1.3, 1.34]), 10 ** np.array([first, first, top, top]), color=INK, linewidth=0.9)
    return [[families[i] for i in group] for group in groups]


def _logarithmic(ax: Axes, ticks, right: float) -> None:
    ax.set(xscale="log", yscale="log", xlim=(0.85 * ticks[0], right * ticks[-1]))
    ax.set_xticks(ticks, [str(tick) for tick in ticks])
    ax.minorticks_off()
    ax.grid(color=MUTED, alpha=0.2, linewidth=0.5)


def _in_words(error: float) -> str:
    return f"an error of {error:.1g}" if error > FLOOR else f"an error below {FLOOR:.0e}" if error else "no error"


def built_and_trained(widths, built, trained) -> Picture:
    """For each width the error of the network written down and, as dots, of each trained one; trained (widths, seeds)."""
    trained = np.sort(trained)
    seeds = trained.shape[1]
    figure, (ax,) = panels(1, width=6.6, height=3.9)
    said = []
    for place, (width, wall, errors) in enumerate(zip(widths, built, trained, strict=True)):
        ax.plot(place + np.linspace(-0.28, 0.32, seeds), errors, "o", markersize=4, color=BLUE, alpha=0.55, markeredgewidth=0)
        ax.plot([place - 0.37] * 2, median_interval(errors)[1:], color=BLUE, linewidth=4, solid_capstyle="butt")
        ax.plot([place - 0.4, place + 0.4], [wall, wall], color=VERMILLION, linewidth=2.2)
        nearer = int((errors < wall).sum())
        ax.text(place, 1.5 * trained.max(), f"{nearer} of {seeds}\nnearer", ha="center", va="bottom", fontsize=9.5, color=INK)
        said.append(f"{nearer} of width {width} ({' to '.join(f'{end:.0%}' for end in share_interval(nearer, seeds))})")
    for words, height in (("written\ndown", built[-1]), ("trained", np.median(trained[-1]))):
        ax.text(len(widths) - 0.55, height, words, va="center", fontsize=10, color=INK)
    ax.set(yscale="log", xlim=(-0.6, len(widths) + 0.1), ylim=(0.6 * min(built), 4.5 * trained.max()))
    ax.set_xticks(range(len(widths)), [str(width) for width in widths])
    ax.set_yticks([0.01, 0.1, 1], ["0.01", "0.1", "1"])
    ax.set_xlabel("width K;  bar: 95 % interval of the median")
    ax.set_ylabel("largest error")
    middle, low, high = median_interval(trained[-1])
    return Picture(figure, f"Of {seeds} trained networks of each width, {', '.join(said)} come nearer than the one written down (in "
                           f"brackets 95 % intervals of the share); at width {widths[-1]} the trained ones have a median error of "
                           f"{middle:.2f} ({low:.2f} to {high:.2f}), the one written down "
                           f"{built[-1]:.4f}.")
