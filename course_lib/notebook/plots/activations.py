"""The activations side by side with their slopes, where float64 loses them, and how many ReLUs are silent before any training."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from course_lib.nn.activations import ACTIVATIONS, derivative, sigmoid, tanh
from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, PAPER, VERMILLION, Picture, panels

FORMULAS = {
    "linear": "$z$", "threshold": "$+1$ if $z \\geq 0$, else $-1$", "sigmoid": "$1\\,/\\,(1+e^{-z})$",
    "tanh": "$(e^z-e^{-z})\\,/\\,(e^z+e^{-z})$",
    "relu": "$\\max(z,\\ 0)$", "leaky_relu": "$\\max(z,\\ 0.1\\,z)$", "elu": "$z$ if $z>0$, else $e^z-1$", "softplus": "$\\ln(1+e^z)$",
}


def activation_gallery() -> Picture:
    """The eight activations of the course, each with its slope beneath it, all on the same scales."""
    figure = Figure(figsize=(8.6, 8.2), facecolor=PAPER, layout=ConstrainedLayoutEngine(h_pad=0.05, w_pad=0.06, hspace=0.02))
    grid = figure.subplots(5, 4, sharex=True, height_ratios=(3, 1.5, 0.12, 3, 1.5))
    for ax in grid[2]:
        ax.remove()
    z = np.linspace(-4, 4, 400)          # not through 0, where curves break
    for place, (name, formula) in enumerate(FORMULAS.items()):
        row, column = 3 * (place // 4), place % 4
        above, below = grid[row, column], grid[row + 1, column]
        _draw_curve(above, z, ACTIVATIONS[name].value(z), BLUE, breaks=name == "threshold")
        _draw_curve(below, z, derivative(name, z), VERMILLION, breaks=name in ("relu", "leaky_relu"))
        if name == "threshold":
            below.plot(0, 0, "o", color=PAPER, markeredgecolor=VERMILLION, markeredgewidth=1.6, markersize=6.5, zorder=3)    # none at 0
        above.set_title(f"{name.replace('_', ' ')}\n{formula}", fontsize=10.5, color=INK, linespacing=1.5)
        above.set(ylim=(-1.7, 3.4), yticks=(-1, 0, 1, 2, 3))
        below.set(ylim=(-0.15, 1.25), yticks=(0, 1), xlim=(-4, 4), xticks=(-3, 0, 3))
        for ax in (above, below):
            ax.tick_params(labelleft=column == 0, labelbottom=ax is below)
    for row in (0, 3):
        grid[row, 0].set_ylabel("f(z)", color=INK)
        grid[row + 1, 0].set_ylabel("f′(z)", color=INK)
    steepest = {name: derivative(name, z).max() for name in FORMULAS}
    alive = {name: derivative(name, 4.0).item() for name in FORMULAS}
    full = [name.replace("_", " ") for name, slope in steepest.items() if slope > 0.99]
    faint = " and ".join(f"{name} {alive[name]:.2g}" for name in ("sigmoid", "tanh"))
    return Picture(figure, f"Eight activations above their slopes: the steepest slope between −4 and 4 is 1 for {', '.join(full)}, "
                           f"{steepest['sigmoid']:.2f} for sigmoid and {steepest['threshold']:g} for threshold; at z = 4 the slopes left "
                           f"are {faint}.")


def _draw_curve(ax: Axes, z, values, colour: str, breaks: bool) -> None:
    ax.set_facecolor(PAPER)
    ax.spines[["top", "right"]].set_visible(False)
    ax.tick_params(colors=INK, labelsize=9)
    ax.axhline(0, color=MUTED, linewidth=0.6)
    ax.axvline(0, color=MUTED, linewidth=0.6)
    for half in (z < 0, z > 0) if breaks else (slice(None),):
        ax.plot(z[half], values[half], color=colour, linewidth=2.4)


def saturation() -> Picture:
    """How far sigmoid and tanh are from 1: in truth, and as float64 sees it, on a logarithmic scale."""
    figure, (ax,) = panels(1, width=7.0, height=4.0)
    z, last = np.linspace(0, 45, 451), {}
    curves = (("sigmoid", sigmoid, lambda z: sigmoid(-z), BLUE, "o"), ("tanh", tanh, lambda z: 2 * sigmoid(-2 * z), VERMILLION, "s"))
    ax.axhspan(1e-30, 2.0 ** -54, facecolor="#E4E4E0", edgecolor="none")
    for name, f, distance, colour, mark in curves:
        computed = 1 - f(z)
        ax.semilogy(z, distance(z), color=colour, linewidth=1.5, linestyle="--" if mark == "s" else "-")
        seen = computed > 0
        ax.semilogy(z[seen][::8], computed[seen][::8], mark, color=colour, markersize=4.5, markeredgecolor=PAPER, markeredgewidth=0.5)
        last[name] = z[seen].max()
    ax.text(24.5, 1e-9, "sigmoid", color=BLUE, fontsize=11)
    ax.text(10.2, 1e-11, "tanh", color="#A84900", fontsize=11, ha="right")
    ax.text(0.8, 1e-19, "too near to 1 for float64:\nrounded to exactly 1", color=INK, fontsize=10, va="center", linespacing=1.5)
    ax.set(xlim=(0, 45), ylim=(1e-22, 2), xlabel="pre-activation z", ylabel="distance from 1")
    ax.set_yticks(10.0 ** np.arange(-20, 1, 4))
    gone = {name: 5 * np.ceil(z / 5) for name, z in last.items()}       # libraries differ in the last digit, so to the next 5
    return Picture(figure, "Lines: the true distance of sigmoid and tanh from 1; marks: what float64 computes. Computed tanh has become "
                           f"exactly 1 by z = {gone['tanh']:.0f}, computed sigmoid by z = {gone['sigmoid']:.0f}.")


def silent_units(shares: dict[int, np.ndarray]) -> Picture:
    """For each layer, {layer: one share for each unit}: on which part of the inputs a unit is silent, as a histogram."""
    figure, axes = panels(len(shares), width=2.05 * len(shares), height=2.9, sharey=True)
    edges, said = np.linspace(0, 1, 21), []
    for ax, (layer, values) in zip(axes, shares.items(), strict=True):
        heights, _ = np.histogram(values, edges)
        ax.bar(edges[:-1], heights / len(values), 0.05, align="edge", color=GREEN, edgecolor=PAPER, linewidth=0.6)
        low, high = np.quantile(values, [0.05, 0.95])
        ax.axvline(np.mean(values), color=INK, linewidth=1.2, linestyle="--")
        ax.set(xlim=(0, 1), xticks=(0, 0.5, 1), xticklabels=("0", "½", "1"))
        ax.set_title(f"layer {layer}", fontsize=10.5, color=INK)
        said.append(f"layer {layer} {np.mean(values):.0%}, nine units in ten from {low:.0%} to {high:.0%}")
    axes[0].set_ylabel("share of the units")
    figure.supxlabel("share of the inputs on which a unit is silent", fontsize=10, color=INK)
    return Picture(figure, f"How often a unit answers 0, on average: {'; '.join(said)}.")
