"""The plane as a ReLU network with two inputs cuts it: every region a polygon, tinted by which units are on."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgb

from course_lib.notebook.controls import Slider, controls
from course_lib.notebook.picture import BLUE, GREEN, INK, ORANGE, PAPER, PURPLE, SKY, VERMILLION, YELLOW, Picture, panels
from course_lib.topics.piecewise import random_net
from course_lib.topics.region_bounds import region_cap
from course_lib.topics.regions import Region, regions

LIGHTS = np.array([to_rgb(colour) for colour in (BLUE, SKY, GREEN, YELLOW, ORANGE, VERMILLION, PURPLE)])
OUTLINES = (1.7, 1.0, 0.6, 0.4)     # of the first layer's lines, the second's, ...


def region_maps(networks: dict[str, list], box=(0.0, 1.0, 0.0, 1.0)) -> Picture:
    """One panel for each network, title: layers: its regions in the box; the first layer's lines are the strongest."""
    figure, axes = panels(len(networks), width=3.0 * len(networks), height=3.4)
    counts = [_draw(ax, layers, box, title) for ax, (title, layers) in zip(axes, networks.items(), strict=True)]
    units = [sum(len(b) for _, b in layers[:-1]) for layers in networks.values()]
    said = [f"{count} with {n} units in {len(layers) - 1} layer{'s' * (len(layers) > 2)}"
            for count, n, layers in zip(counts, units, networks.values(), strict=True)]
    return Picture(figure, f"Regions in the window, tinted by which units are on: {', '.join(said)}.")


@controls(layers=Slider(1, 3, 1), width=Slider(2, 5, 1), seed=Slider(0, 20, 1))
def random_regions(layers: int = 2, width: int = 5, seed: int = 1) -> Picture:
    """The regions of a random network, so many layers of so many units."""
    network, box = random_net([2, *[width] * layers, 1], seed), (-3.0, 3.0, -3.0, 3.0)
    figure, (ax,) = panels(1, width=4.4, height=4.6)
    units, cap = layers * width, region_cap(2, [width] * layers)
    count = _draw(ax, network, box, f"{units} units in {layers} layer{'s' * (layers > 1)}")
    return Picture(figure, f"{units} random units in {layers} layer{'s' * (layers > 1)} of {width} make {count} regions in this window; "
                           f"no such network has more than {cap:,}, and there are {2 ** units:,} patterns.")


def _draw(ax: Axes, layers, box, title: str) -> int:
    """The regions and, stronger, the regions of the first layers alone; returns how many there are."""
    found = regions(layers, box)
    polygons = [region.polygon for region in found]
    ax.add_collection(PolyCollection(polygons, facecolors=tints(found, layers), edgecolors=INK, linewidths=OUTLINES[len(layers) - 2]))
    for depth in range(1, len(layers) - 1):
        outlines = [region.polygon for region in regions(layers[:depth + 1], box)]
        ax.add_collection(PolyCollection(outlines, facecolors="none", edgecolors=INK, linewidths=OUTLINES[depth - 1]))
    ax.set(xlim=box[:2], ylim=box[2:], aspect="equal", xticks=box[:2], yticks=box[2:])
    ax.set_xlabel("x₁", labelpad=-6)
    ax.set_ylabel("x₂", labelpad=-6, rotation=0)
    ax.spines[:].set_visible(False)
    ax.set_title(f"{title}\n{len(found)} regions", fontsize=10.5, color=INK, y=1.0)
    return len(found)


def tints(found: list[Region], layers) -> np.ndarray:
    """A soft colour for each region: each unit that is on pulls towards some of seven lights, so neighbours are akin and differ.

    Later layers pull a little harder: what the last units see alike looks alike.
    """
    widths = [len(b) for _, b in layers[:-1]]
    weight = np.repeat(0.7 ** np.arange(len(widths))[::-1], widths)
    on = (np.array([region.pattern for region in found]) - 0.5) * weight
    pull = np.random.default_rng(4).normal(size=(on.shape[1], len(LIGHTS)))[::-1]      # in every network the last units have the same
    share = np.exp(5.5 * on @ pull / np.linalg.norm(weight))
    share /= share.sum(axis=1, keepdims=True)
    return 0.6 * share @ LIGHTS + 0.4 * np.array(to_rgb(PAPER))
