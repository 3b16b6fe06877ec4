"""Threshold units with two inputs: their line, their truth table, and all sixteen functions at a glance."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.controls import Slider, controls
from course_lib.notebook.picture import BLUE, INK, VERMILLION, Picture, panels
from course_lib.notebook.plots.plane import draw_key, draw_line, draw_points, linear, set_up, shade_side, signed
from course_lib.topics.perceptron import unit
from course_lib.topics.threshold_logic import all_functions, corners, crossing, gate_name, small_weights


def gate_lines(gates: dict[str, tuple]) -> Picture:
    """One panel for each unit name: (w, b): the four inputs, the side where it fires, and its line."""
    figure, axes = panels(len(gates), width=2.5 * len(gates), height=3.2)
    X, said = corners(2), []
    for ax, (name, (w, b)) in zip(axes, gates.items(), strict=True):
        y = unit(X, w, b)
        set_up(ax, 1.7, f"{name}\nz = {linear(w, b)}")
        shade_side(ax, w, b)
        draw_line(ax, w, b)
        draw_points(ax, X, y, size=9.5)
        said.append(f"{name} fires on {(y > 0).sum()} of the 4 inputs")
    draw_key(figure)
    return Picture(figure, "Each unit cuts the plane with one line and fires on the hatched side: " + ", ".join(said) + ".")


@controls(w1=Slider(-2.0, 2.0, 0.5), w2=Slider(-2.0, 2.0, 0.5), b=Slider(-3.0, 3.0, 0.5))
def gate(w1: float = 1.0, w2: float = 1.0, b: float = -1.0) -> Picture:
    """The line of one unit and its truth table, side by side."""
    X, w = corners(2), np.array([w1, w2])
    y = unit(X, w, b)
    figure, (plane,) = panels(1, width=5.8, height=3.1)
    set_up(plane, 1.7, f"z = {linear(w, b)}")
    plane.set_anchor("W")
    shade_side(plane, w, b)
    draw_line(plane, w, b)
    draw_points(plane, X, y, size=9.5)
    inputs = ["x₁       x₂", *(f"{signed(x1)}     {signed(x2)}" for x1, x2 in X)]
    for place, lines in ((2.8, inputs), (4.1, ["z", *map(signed, X @ w + b)]), (5.0, ["y", *map(signed, y)])):
        plane.text(place, 0, "\n".join(lines), ha="center", va="center", fontsize=12, linespacing=2.2, color=INK, in_layout=False,
                   fontweight="bold" if lines[0] == "y" else "normal")
    return Picture(figure, f"With w = ({w1:.4g}, {w2:.4g}) and b = {b:.4g} the unit fires on {(y > 0).sum()} of the 4 inputs: "
                           f"it computes {gate_name(y)}.".replace("-", "−"))


def sixteen() -> Picture:
    """All functions of two inputs in order: with a line where one unit computes them, with crossing segments where none can."""
    X, weights = corners(2), small_weights(2)
    figure, axes = panels(16, width=6.8, height=7.2, rows=4)
    for ax, y in zip(axes, all_functions(2), strict=True):
        theta, label = weights.get(tuple(y.tolist())), gate_name(y).replace("x1", "x₁").replace("x2", "x₂")
        ax.set(xlim=(-1.6, 1.6), ylim=(-1.6, 1.6), xticks=[], yticks=[], aspect="equal")
        ax.set_title(label if theta else f"{label}: no unit", fontsize=9.5, color=INK, fontweight="normal" if theta else "bold")
        ax.spines[:].set(visible=True, color=INK if theta else VERMILLION, linewidth=0.7 if theta else 2.0)
        draw_points(ax, X, y, size=7.7)
        if theta:
            shade_side(ax, theta[:-1], theta[-1])
            draw_line(ax, theta[:-1], theta[-1])
        else:
            a, b, c, d = crossing(X, y)
            ax.plot(*X[[a, b]].T, color=BLUE)
            ax.plot(*X[[c, d]].T, color=VERMILLION, linestyle="--")
    impossible = [gate_name(y) for y in all_functions(2) if crossing(X, y)]
    return Picture(figure, f"Of the 16 functions of two inputs one unit computes {len(weights)}; for the other {len(impossible)}, "
                           f"{' and '.join(impossible)}, the segment between the +1 points crosses the segment between the −1 points.")
