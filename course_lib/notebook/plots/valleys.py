"""The squared error of two weights: one lowest point, or a whole line of them where one column says what the other says."""
from __future__ import annotations

import numpy as np

from course_lib.nn.descent import gradient_descent
from course_lib.notebook.picture import INK, Picture, panels
from course_lib.notebook.plots.terrain import draw_path, draw_terrain, name_axes
from course_lib.topics.convexity import least_squares

BOX = ((-2.0, 3.0), (-2.0, 3.0))


def valleys(problems: dict[str, tuple], starts) -> Picture:
    """A panel for each problem {name: (X, y)}, X (samples, 2): the mean squared error over both weights, all its minimisers, and descent
    from each start."""
    figure, axes = panels(len(problems), width=3.7 * len(problems), height=3.7)
    said = []
    for ax, (name, (X, y)) in zip(axes, problems.items(), strict=True):
        w, free = least_squares(X, y)
        draw_terrain(ax, lambda at, X=X, y=y: np.sqrt((((at @ X.T) - y) ** 2).mean(axis=-1)), BOX)
        lr = len(X) / (8 * np.linalg.norm(X, 2) ** 2)          # a quarter of 1/L: smooth paths
        ends = []
        for start in starts:
            path = gradient_descent(lambda w, X=X, y=y: 2 * X.T @ (X @ w - y) / len(X), start, lr, 2000, small_gradient=1e-5).path
            draw_path(ax, path)
            ends.append(path[-1])
        if free.size:
            line = w + np.linspace(-9, 9, 2)[:, None] * free[:, 0]
            ax.plot(*line.T, color=INK, linewidth=2.2, zorder=3)
        else:
            ax.plot(*w, "o", color=INK, markersize=12, zorder=3)
        ax.set(xticks=range(-2, 4), yticks=range(-2, 4), box_aspect=1)
        name_axes(ax, "w₁", "w₂", name)
        places = len({tuple(np.round(end, 2)) for end in ends})
        said.append(f"{name}: {'a line of minimisers' if free.size else 'one minimiser'}, and {len(ends)} walks end in "
                    f"{places} place{'s' * (places > 1)}")
    told = "; ".join(said)
    return Picture(figure, f"The error over both weights, low land light, and its minimisers in black. {told[0].upper()}{told[1:]}.")
