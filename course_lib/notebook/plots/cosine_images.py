"""Functions of two numbers as images, side by side."""
from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from course_lib.notebook.picture import BLUE, INK, PAPER, VERMILLION, Picture, panels

SIGNED = LinearSegmentedColormap.from_list("signed", ["#00304D", BLUE, "#A9CCE0", PAPER, "#F2C29C", VERMILLION, "#6B2A00"])
PIXELS = 101


def function_images(target: Callable, networks: dict[str, Callable], reach: float) -> Picture:
    """The target and each network on the square from -reach to reach, in one scale of colours; both take X (samples, 2)."""
    line = np.linspace(-reach, reach, PIXELS)
    grid = np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2)
    wanted, said = target(grid), []
    scale = np.abs(wanted).max()
    figure, axes = panels(1 + len(networks), width=6.2, height=6.9, rows=2)
    for ax, (name, f) in zip(axes, {"target": target, **networks}.items(), strict=True):
        values = np.asarray(f(grid)).reshape(PIXELS, PIXELS)
        error = np.abs(values.ravel() - wanted).max()
        image = ax.imshow(values, cmap=SIGNED, vmin=-scale, vmax=scale, extent=[-reach, reach] * 2, origin="lower",
                          interpolation="bilinear")
        ax.contour(line, line, values, levels=np.linspace(-scale, scale, 11)[1:-1], colors=INK, linewidths=0.5, alpha=0.6)
        ax.set(xticks=(-1, 0, 1), yticks=(-1, 0, 1))
        ax.set_xlabel("x₁", labelpad=0)
        ax.set_ylabel("x₂", labelpad=0, rotation=0)
        ax.set_title(name if f is target else f"{name}\nlargest error {error:.2g}", fontsize=10.5, color=INK)
        if f is not target:
            said.append(f"{name} within {error:.2g}")
    bar = figure.colorbar(image, ax=axes, location="bottom", shrink=0.6, aspect=35, pad=0.02)
    bar.ax.tick_params(labelsize=9, colors=INK)
    bar.outline.set_visible(False)
    return Picture(figure, "A function of two numbers as colours and level lines, and networks that follow it on the grid: "
                           f"{', '.join(said)}.")
