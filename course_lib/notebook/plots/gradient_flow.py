"""How long a delta is, layer by layer on its way back through deep random networks: median and band, on a logarithmic scale."""
from __future__ import annotations

from functools import lru_cache

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from course_lib.nn.initialisation import gain as normal
from course_lib.notebook.controls import Choice, Slider, controls
from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, SKY, VERMILLION, Picture, panels, sheet
from course_lib.notebook.typeset import number
from course_lib.topics.propagation import deltas

STYLES = ((VERMILLION, "--", -1), (BLUE, "-", 1), (GREEN, "-.", 1))      # colour, dashes, and the side of the band where the name stands
DEPTH, WIDTH, NETWORKS = 20, 32, 24                     # of the moving picture
ACROSS, UP = "layer (backpropagation runs from right to left)", "length of δ, in lengths of the last one"


def gradient_flow(ratios: dict[str, dict[float, np.ndarray]]) -> Picture:
    """{activation: {gain: (networks, depth)}} of ||delta_l|| / ||delta_L||: one panel for each activation, a band for each gain (D4-14).

    The band holds 8 networks of 10.
    """
    figure, axes = panels(len(ratios), width=2.95 * len(ratios), height=4.7, sharey=True)
    said, reach = [], [0.0, 0.0]
    for ax, (activation, gains) in zip(axes, ratios.items(), strict=True):
        for (gain, values), (colour, dashes, side) in zip(gains.items(), STYLES, strict=False):
            low, median, high = np.quantile(np.log10(values), [0.1, 0.5, 0.9], axis=0)
            layers, reach = np.arange(1, len(median) + 1), [min(reach[0], low.min()), max(reach[1], high.max())]
            ax.fill_between(layers, low, high, color=colour, alpha=0.25, linewidth=0)
            ax.plot(layers, median, dashes, color=colour, linewidth=2)
            _name(ax, f"gain {gain:.3g}", high if side > 0 else low, side)
            said.append(f"{activation} {gain:.3g}: {number(10.0 ** median[0])}")
        ax.set_title(activation, fontsize=11, color=INK)
        ax.set(xlim=(1, len(median)), xticks=(1, 5, 10, 15, 20))
        ax.axhline(0, color=MUTED, linewidth=0.8)
    powers = np.arange(3 * np.ceil(reach[0] / 3), reach[1] + 0.5, 3)
    axes[0].set(ylim=(reach[0] - 0.8, reach[1] + 0.8), yticks=powers, yticklabels=[number(10.0 ** power) for power in powers], ylabel=UP)
    figure.supxlabel(ACROSS, fontsize=10, color=INK)
    return Picture(figure, f"The median length at layer 1 over {len(values)} networks, by activation and gain: {'; '.join(said)}.")


def _name(ax: Axes, words: str, edge: np.ndarray, side: int) -> None:
    """The words above or below the edge of a band that starts at layer 1, with their near corner at layer 6."""
    falls = edge[0] > edge[5]
    ax.annotate(words, (6, edge[5]), (0, 2 * side), textcoords="offset points", ha="left" if falls == (side > 0) else "right",
                va="bottom" if side > 0 else "top", fontsize=9.5, color=INK)


@controls(activation=Choice(("sigmoid", "tanh", "relu", "linear")), gain=Slider(0.5, 3.0, 0.1))
def gain_and_depth(activation: str = "relu", gain: float = 1.0) -> Picture:
    """How the deltas of 24 networks of 20 layers travel back, for an activation and a gain (D4-14)."""
    W, x, delta = _draw()
    found = deltas([(gain * layer, 0.0) for layer in W], activation, x, delta)
    lengths = np.linalg.norm(np.stack(found), axis=-1)[:, :, 0].T
    heights = np.log10(lengths / lengths[:, -1:])
    median = np.median(heights, axis=0)
    kind = "explodes" if median[0] > 1 else "vanishes" if median[0] < -1 else "arrives about as long as it set out"
    colour = {"explodes": VERMILLION, "vanishes": BLUE}.get(kind, GREEN)
    figure, ax = _frame()
    layers = np.arange(1, DEPTH + 1)
    ax.add_collection(LineCollection([np.column_stack([layers, height]) for height in heights], color=colour, alpha=0.35, linewidth=1))
    ax.plot(layers, median, color=colour, linewidth=2.8)
    factor = 10 ** (median[0] / (DEPTH - 1))
    ax.text(10.5, 9, f"× {factor:.2g} a layer: {kind.split(' ')[0]}", ha="center", va="center", fontsize=12, color=INK)
    return Picture(figure, f"{activation}, gain {gain:.1f}: the median delta is multiplied by {factor:.2g} at each layer, by "
                           f"{number(10.0 ** median[0])} over {DEPTH - 1} of them: it {kind}.")


def _frame() -> tuple[Figure, Axes]:
    """An empty plane of layers and powers of ten, drawn by hand: Matplotlib's own axes take as long as all the rest."""
    figure, ax = sheet(width=6.6, height=3.9)
    ax.set(xlim=(-0.6, DEPTH + 0.3), ylim=(-21.6, 15))
    powers, ticks, style = (-18, -12, -6, 0, 6, 12), (1, 10, 20), {"fontsize": 9, "color": INK}
    ax.add_patch(Rectangle((1, -1), DEPTH - 1, 2, facecolor=SKY, alpha=0.2, linewidth=0))
    ax.add_collection(LineCollection([[(1, power), (DEPTH, power)] for power in powers], color=MUTED, alpha=0.3, linewidth=0.6))
    for power in powers:
        ax.text(0.8, power, number(10.0 ** power), ha="right", va="center", **style)
    for layer in ticks:
        ax.text(layer, -20.6, str(layer), ha="center", va="center", **style)
    ax.text((1 + DEPTH) / 2 - 5, -20.6, "← layer", ha="center", va="center", **style | {"fontsize": 10})
    ax.text(-0.4, 14.2, "length of δ", va="center", **style | {"fontsize": 10})
    return figure, ax


@lru_cache
def _draw() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Weights of gain 1 for every layer, (layers, networks, width, width), an input and a last delta for each network."""
    rng = np.random.default_rng(0)
    W = np.stack([[normal(1.0)(WIDTH, WIDTH, rng) for _ in range(NETWORKS)] for _ in range(DEPTH)])
    return W, rng.standard_normal((NETWORKS, 1, WIDTH)), rng.standard_normal((NETWORKS, 1, WIDTH))
