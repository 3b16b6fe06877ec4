"""The graph of a Value: what every number was made from, and the gradients that come back along the arrows."""
from __future__ import annotations

from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from matplotlib.path import Path

from course_lib.notebook.controls import Slider, controls
from course_lib.notebook.picture import BLUE, INK, MUTED, ORANGE, PAPER, Picture, sheet
from course_lib.notebook.plots.graph_layout import HIGH, WIDE, layout
from course_lib.topics.scalar import Value

SYMBOLS = {"*": "×", "-": "−", "/": "÷", "neg": "−", "sigmoid": "σ"}
LARGEST = 40
MIDDLE = {"ha": "center", "va": "center", "color": INK}


def graph(root: Value, step: int | None = None) -> Picture:
    """The nodes that a Value is made from, from left to right, with their values, gradients and local slopes.

    step: how far the computation has come. Of m operations, m steps compute a value each, and m more hand one node's gradient back to
    its parents; without it, all is done. Gradients are what `backward` gives, whether or not it has been called. A node without
    parents and label is a constant, drawn without its gradient.
    ValueError: more than 40 nodes, or no such step. Source: D3-12, D1-37, D1-38.
    """
    nodes = root.nodes()
    made = [node for node in nodes if node.parents]
    if len(nodes) > LARGEST:
        raise ValueError(f"a picture of {len(nodes)} nodes cannot be read; draw a graph of at most {LARGEST}")
    if step is not None and step not in range(2 * len(made) + 1):
        raise ValueError(f"step should be a whole number from 0 to {2 * len(made)}, twice the number of operations; got {step!r}")
    done = 2 * len(made) if step is None else step
    known, givers = made[:done], made[::-1][:max(0, done - len(made))]
    grads = _handed_back(root, givers)
    places, paths = layout(nodes)
    figure, ax = _sheet(places)
    for arrow, points in paths.items():
        slope = arrow.node.slopes[arrow.k] if arrow.node in known and not _is_constant(arrow.parent) else None
        _draw_arrow(ax, points, slope, back=slope is not None and arrow.node in givers)
    for node, place in places.items():
        _draw_box(ax, node, place, node in known or not node.parents, grads.get(node))
    if step:
        _draw_ring(ax, places[(givers or known)[-1]])
    return Picture(figure, _reading(root, known, givers, grads, len(made)))


@controls(step=Slider(0, 4, 1))
def graph_stepper(step: int = 4) -> Picture:
    """(x + y) z at x = -2, y = 5, z = -4, one operation at a time: first the values, then the gradients (D3-12)."""
    x, y, z = Value(-2, "x"), Value(5, "y"), Value(-4, "z")
    q = x + y
    q.label = "q"
    f = q * z
    f.label = "f"
    return graph(f, step)


def _handed_back(root: Value, givers: list[Value]) -> dict[Value, float]:
    """The gradients after these nodes have handed theirs to their parents: sums so far."""
    grads = {root: 1.0} if givers or not root.parents else {}
    for node in givers:
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            grads[parent] = grads.get(parent, 0.0) + slope * grads[node]
    return grads


def _sheet(places: dict) -> tuple[Figure, Axes]:
    x, y = np.array(list(places.values())).T
    width, height = np.ptp(x) + WIDE + 0.5, np.ptp(y) + HIGH + 0.85
    figure, ax = sheet(width=max(width, 4.2), height=height)
    ax.set(xlim=(x.min() - WIDE / 2 - 0.15, x.max() + WIDE / 2 + 0.15), ylim=(y.min() - HIGH / 2 - 0.45, y.max() + HIGH / 2 + 0.22))
    ax.set(aspect="equal")
    ax.text((x.min() + x.max()) / 2, y.min() - HIGH / 2 - 0.3, "on an arrow: its local slope; thick: the gradient came back", fontsize=9,
            **MIDDLE | {"color": MUTED})
    return figure, ax


def _draw_arrow(ax: Axes, points: list[tuple], slope: float | None, back: bool) -> None:
    """A curve that leaves and enters every point horizontally, and the slope beside its tip."""
    corners, codes = points[:1], [Path.MOVETO]
    for (x0, y0), (x1, y1) in pairwise(points):
        corners = [*corners, ((x0 + x1) / 2, y0), ((x0 + x1) / 2, y1), (x1, y1)]
        codes += [Path.CURVE4] * 3
    ax.add_artist(FancyArrowPatch(path=Path(corners, codes), arrowstyle="-|>", mutation_scale=11, shrinkA=0, shrinkB=0,
                                 color=BLUE if back else MUTED, linewidth=2.2 if back else 1.1, zorder=1))
    if slope is not None:
        (x0, y0), (x1, y1) = points[-2:]
        ax.text((x0 + x1) / 2, (y0 + y1) / 2, _number(slope), fontsize=9, zorder=2,
                bbox={"boxstyle": "round,pad=0.1", "facecolor": PAPER, "edgecolor": "none"}, **MIDDLE)


def _draw_box(ax: Axes, node: Value, place: tuple, known: bool, grad: float | None) -> None:
    (x, y), value = place, _number(node.data) if known else "?"
    high = HIGH / 2 if _is_constant(node) else HIGH
    ax.add_artist(FancyBboxPatch((x - WIDE / 2, y - high / 2), WIDE, high, boxstyle="round,pad=0,rounding_size=0.08", zorder=3,
                                facecolor="white", edgecolor=INK, linewidth=1.1))
    if _is_constant(node):
        ax.text(x, y, value, fontsize=9.5, zorder=4, **MIDDLE)
        return
    ax.text(x, y + 0.19, node.label, fontsize=10.5, fontweight="bold", zorder=4, **MIDDLE)
    ax.text(x, y - (0.01 if node.label else -0.07), f"value {value}", fontsize=9.5, zorder=4, **MIDDLE)
    ax.text(x, y - (0.2 if node.label else 0.13), "grad ?" if grad is None else f"grad {_number(grad)}", fontsize=9.5, zorder=4,
            **MIDDLE | {"color": BLUE})
    if node.parents:
        ax.text(x - WIDE / 2 + 0.02, y + HIGH / 2 + 0.05, _symbol(node), fontsize=9.5, zorder=6,
                bbox={"boxstyle": "round,pad=0.2", "facecolor": "#D9ECF8", "edgecolor": INK}, **MIDDLE | {"ha": "left"})


def _draw_ring(ax: Axes, place: tuple) -> None:
    """Around the node whose step this is."""
    x, y = place
    ax.add_artist(FancyBboxPatch((x - WIDE / 2, y - HIGH / 2), WIDE, HIGH, boxstyle="round,pad=0.01,rounding_size=0.08", zorder=5,
                                facecolor="none", edgecolor=ORANGE, linewidth=3.2))


def _reading(root: Value, known: list[Value], givers: list[Value], grads: dict, operations: int) -> str:
    inputs = [node for node in root.nodes() if not node.parents and node.label]
    if len(givers) == operations:
        given = ", ".join(f"{node.label} = {_number(node.data)}" for node in inputs)
        slopes = ", ".join(f"{_number(grads[node])} in {node.label}" for node in inputs if node in grads)
        made = f"the graph makes {_name(root)} = {_number(root.data)}, operations: {operations}"
        return f"From {given or 'constants'} {made}" + (f"; its gradient is {slopes}." if slopes else ".")
    if givers:
        node = givers[-1]
        gifts = " and ".join(f"{_number(grads[node])} × {_number(slope)} to {_name(parent)} (so far {_number(grads[parent])})"
                             for parent, slope in zip(node.parents, node.slopes, strict=True) if not _is_constant(parent))
        return f"Backward step {len(givers)} of {operations}: {_name(node)} hands its gradient back, {gifts or 'to constants only'}."
    if known:
        return f"Forward step {len(known)} of {operations}: {_name(known[-1])} becomes {_number(known[-1].data)}."
    return f"Inputs known: {len(inputs)}; operations that wait for their values: {operations}."


def _is_constant(node: Value) -> bool:
    return not node.parents and not node.label


def _symbol(node: Value) -> str:
    return SYMBOLS.get(node.operation, node.operation.replace("**", "^").replace("-", "−"))


def _name(node: Value) -> str:
    return node.label or (f"the node {_symbol(node)}" if node.parents else _number(node.data))


def _number(value: float) -> str:
    """Four digits, or fewer where they would not fit into a box."""
    return min((f"{value:.{digits}g}" for digits in (4, 3, 2)), key=lambda text: max(len(text), 7)).replace("-", "−")
