"""How training goes: the loss of many networks, epoch after epoch, as a band and not as an anecdote."""
from __future__ import annotations

import numpy as np
from matplotlib.ticker import FuncFormatter

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, PURPLE, VERMILLION, Picture, panels

STYLES = ((VERMILLION, "--"), (BLUE, "-"), (GREEN, "-."), (PURPLE, ":"))


def loss_bands(losses: dict[str, np.ndarray]) -> Picture:
    """Loss over epochs for several kinds of network, {name: (epochs, networks)}: the median, and a band that holds 8 networks of 10."""
    figure, (ax,) = panels(1, width=7.2, height=3.9)
    said, places = [], []
    for (name, values), (colour, dashes) in zip(losses.items(), STYLES, strict=False):
        values = np.asarray(values)
        epochs = np.arange(1, len(values) + 1)
        low, middle, high = np.quantile(values, [0.1, 0.5, 0.9], axis=1)
        ax.fill_between(epochs, low, high, color=colour, alpha=0.2, linewidth=0)
        ax.plot(epochs, middle, dashes, color=colour, linewidth=2)
        places.append((middle[-1], name))
        said.append(f"{name} end at {middle[-1]:.2f} ({low[-1]:.2f} to {high[-1]:.2f})")
    ax.set(yscale="log", xlim=(0, len(values)))
    for set_formatter in (ax.yaxis.set_major_formatter, ax.yaxis.set_minor_formatter):
        set_formatter(FuncFormatter(lambda loss, _: f"{loss:g}" if f"{loss:e}"[0] in "1235" else ""))
    ax.tick_params(axis="y", which="minor", labelsize=9, colors=INK)
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    ax.grid(color=MUTED, alpha=0.25, linewidth=0.5)
    for height, name in places:
        ax.annotate(name, (len(values), height), (6, 0), textcoords="offset points", va="center", color=INK, annotation_clip=False)
    networks = values.shape[1]
    return Picture(figure, f"The median of {networks} networks, and in brackets the range of the middle eight of ten: {'; '.join(said)}.")
