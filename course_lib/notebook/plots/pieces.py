"""Functions of one number that ReLU networks compute: their straight pieces, and the tent map folded over and over."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, INK, MUTED, PAPER, VERMILLION, Picture, panels
from course_lib.topics.approximation import Network, tent_net
from course_lib.topics.region_bounds import region_cap
from course_lib.topics.regions import kinks


def pieces_on_a_line(networks: dict[str, list], ends=(-3.0, 3.0)) -> Picture:
    """One panel for each network, title: layers, of one input: its graph, a dot at every kink."""
    figure, axes = panels(len(networks), width=2.9 * len(networks), height=2.9)
    said = []
    for ax, (title, layers) in zip(axes, networks.items(), strict=True):
        net = Network(layers, "relu")
        at = ends[0] + (ends[1] - ends[0]) * kinks(layers, *ends)
        x = np.array([ends[0], *at, ends[1]])
        ax.plot(x, net(x), color=BLUE, linewidth=1.8)
        ax.plot(at, net(at), "o", color=PAPER, markeredgecolor=VERMILLION, markeredgewidth=1.7, markersize=6)
        ax.set_title(f"{title}: {len(at) + 1} pieces", fontsize=10.5, color=INK)
        ax.set(xticks=(ends[0], 0, ends[1]), yticks=[], xlim=ends)
        ax.set_xlabel("x", labelpad=1)
        widths = [len(b) for _, b in layers[:-1]]
        said.append(f"{len(at) + 1} straight pieces with {title}, where {region_cap(1, widths)} is the cap")
    return Picture(figure, f"Every ring is a kink: {'; '.join(said)}.")


def tents(depths=(1, 2, 3, 4, 5)) -> Picture:
    """The tent map applied once, twice, ...: what each further layer of two units does to the graph."""
    figure, axes = panels(len(depths), width=1.75 * len(depths), height=2.3)
    counts = []
    for ax, depth in zip(axes, depths, strict=True):
        net = tent_net(depth)
        x = np.array([0.0, *kinks(net.layers, 0, 1), 1.0])
        counts.append(len(x) - 1)
        ax.axhline(0.5, color=MUTED, linewidth=0.8, linestyle=(0, (4, 3)))
        ax.plot(x, net(x), color=BLUE, linewidth=1.5)
        middles = (x[1:] + x[:-1]) / 2
        ax.plot(middles, net(middles), "o", color=VERMILLION, markersize=3 if depth < 5 else 2.2)
        ax.set_title(f"depth {depth}, {2 * depth} units\n{counts[-1]} pieces", fontsize=10, color=INK)
        ax.set(xlim=(0, 1), ylim=(-0.02, 1.02), xticks=(0, 1), yticks=(0, 0.5, 1) if ax is axes[0] else [])
    units = ", ".join(str(2 * depth) for depth in depths)
    return Picture(figure, f"With {units} units the graph has {', '.join(map(str, counts))} pieces, and each piece crosses the height ½ "
                           "once, at its dot.")
