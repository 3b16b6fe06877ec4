"""A network as a diagram: units in columns, every line a weight, the shapes underneath; drawn with its activations or without."""
from __future__ import annotations

from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import Circle, Rectangle

from course_lib.nn.activations import ACTIVATIONS
from course_lib.nn.checks import check_sizes, choose
from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, ORANGE, PAPER, Picture, sheet
from course_lib.notebook.typeset import lowered

MOST = 6                    # units drawn in a column; of more, the first and the last with dots between them
RADIUS, ACROSS, DOWN = 0.2, 2.7, 0.62
MIDDLE = {"ha": "center", "va": "center", "color": INK}


def network(sizes, activation: str | None = None, output: str | None = None) -> Picture:
    """The network of these widths, [inputs, hidden ..., outputs] (D0-10, D1-21, D3-09).

    As it is usually drawn, circles and lines only; with `activation`, its name, each hidden unit becomes what it computes: a sum and then
    that function. output: a word for what the scores become, such as "softmax", in a box behind them. ValueError: sizes that make no
    network, or no such activation.
    """
    sizes = check_sizes(sizes)
    if activation is not None:
        choose("activation", activation, ACTIVATIONS)
    depth, tallest = len(sizes) - 1, min(max(sizes), MOST)
    right = ACROSS * depth + (1.7 if output else 0.6)
    top, floor = 0.5 + DOWN * (tallest - 1) / 2, -0.5 - DOWN * (tallest - 1) / 2
    width = min(8.0, 0.95 * (right + 0.9))
    figure, ax = sheet(width=width, height=width * (top - floor + 1.0) / (right + 0.9))
    ax.set(xlim=(-0.7, right + 0.2), ylim=(floor - 0.65, top + 0.35), aspect="equal")
    columns = [_heights(size) for size in sizes]
    lead = 0.62 if activation else 0.0                      # how far behind its sum a hidden unit ends
    for layer, (before, after) in enumerate(pairwise(columns)):
        start, end = ACROSS * layer + RADIUS + (lead if layer else 0), ACROSS * (layer + 1) - RADIUS
        ax.add_collection(LineCollection([[(start, low), (end, high)] for low in before for high in after], color=MUTED, linewidth=0.8))
        shape = lowered(f"W{layer + 1}"), lowered(f"b{layer + 1}")
        ax.text((start + end) / 2, floor, f"{shape[0]}: {sizes[layer]} × {sizes[layer + 1]}\n{shape[1]}: {sizes[layer + 1]}",
                fontsize=10, **MIDDLE | {"va": "top"})
    for layer, heights in enumerate(columns):
        _column(ax, ACROSS * layer, heights, sizes[layer], _kind(layer, depth), activation)
        hidden = 0 < layer < depth
        name, batch = _kind(layer, depth), "X" if layer == 0 else "Z" if layer == depth else lowered(f"A{layer}")
        place = ACROSS * layer + (lead / 2 if hidden else 0)
        ax.text(place, top + 0.1, name if name != "hidden" or depth == 2 else f"hidden {layer}", fontsize=10.5, **MIDDLE)
        ax.text(place, floor, f"{batch}\n(N, {sizes[layer]})", fontsize=10, **MIDDLE | {"va": "top", "color": BLUE})
    if output:
        _output_box(ax, ACROSS * depth, columns[-1], output)
    return Picture(figure, _reading(sizes, activation, output))


def _kind(layer: int, depth: int) -> str:
    return "inputs" if layer == 0 else "scores" if layer == depth else "hidden"


def _heights(size: int) -> np.ndarray:
    """Where the units of a column stand; with a gap before the last where not all are drawn."""
    count = min(size, MOST)
    heights = DOWN * ((count - 1) / 2 - np.arange(count))
    return heights if size <= MOST else np.delete(heights, MOST - 2)


def _column(ax: Axes, x: float, heights, size: int, kind: str, activation: str | None) -> None:
    colour = {"inputs": BLUE, "hidden": ORANGE, "scores": INK}[kind]
    for height in heights:
        ax.add_patch(Circle((x, height), RADIUS, facecolor=PAPER, edgecolor=colour, linewidth=1.8, zorder=3))
        if activation and kind != "inputs":
            ax.text(x, height - 0.01, "Σ", fontsize=9.5, zorder=4, **MIDDLE)
        if activation and kind == "hidden":
            ax.plot([x + RADIUS, x + 0.42], [height, height], color=MUTED, linewidth=1.2)
            ax.add_patch(Rectangle((x + 0.42, height - RADIUS), 2 * RADIUS, 2 * RADIUS, facecolor=PAPER, edgecolor=INK, zorder=3))
            z = np.linspace(-2.5, 2.5, 41)
            a = ACTIVATIONS[activation].value(z) * 1.0
            up = 2 * (a - a.min()) / np.ptp(a) - 1                  # from the floor of the box to its ceiling
            ax.plot(x + 0.62 + 0.06 * z, height + 0.14 * up, color=GREEN, linewidth=1.8, zorder=4)
    if size > MOST:
        ax.text(x, (heights[-2] + heights[-1]) / 2, "⋮", fontsize=14, **MIDDLE)


def _output_box(ax: Axes, x: float, heights, output: str) -> None:
    """What is done with the scores, all of them together."""
    low, high = heights[-1] - RADIUS - 0.08, heights[0] + RADIUS + 0.08
    for height in heights:
        ax.plot([x + RADIUS, x + 0.55], [height, height], color=MUTED, linewidth=1.2)
    ax.add_patch(Rectangle((x + 0.55, low), 0.95, high - low, facecolor=PAPER, edgecolor=INK, linewidth=1.2))
    ax.text(x + 1.025, (low + high) / 2, output, fontsize=10, **MIDDLE)


def _reading(sizes, activation, output) -> str:
    weights, biases = sum(a * b for a, b in pairwise(sizes)), sum(sizes[1:])

    def count(number, thing):
        return f"{number} {thing}{'s' * (number != 1)}"
    hidden = " and ".join(str(size) for size in sizes[1:-1])
    drawn = f"with their activation ({activation})" if activation else "drawn without activations"
    middle = f", {hidden} hidden units {drawn}," if hidden else ", no hidden units"
    end = f", then {output}" if output else ""
    return (f"{count(sizes[0], 'input')}{middle} and {count(sizes[-1], 'score')}{end}: {count(weights, 'line')}, each a weight, and "
            f"{biases} {'bias' if biases == 1 else 'biases'}, {weights + biases} parameters in all.")
