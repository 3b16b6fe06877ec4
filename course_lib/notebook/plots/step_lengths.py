"""How long steps are, in units of lr."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, GREEN, INK, MUTED, VERMILLION, Picture, panels
from course_lib.notebook.typeset import number

STYLES = ((BLUE, "-"), (VERMILLION, "--"), (GREEN, "-."))


def step_lengths(places, lengths: dict[str, np.ndarray], across: str) -> Picture:
    """Lengths of steps, {name: (places,)}, in units of lr, over places (places,), which `across` names; both axes are logarithmic."""
    figure, (ax,) = panels(1, width=7.2, height=3.5)
    values = np.array(list(lengths.values()))
    spread = values.max(axis=0) / values.min(axis=0)
    apart = int(np.median(np.flatnonzero(spread > 0.95 * spread.max())))             # where labels have room
    said = []
    for name, length, (colour, dashes) in zip(lengths, values, STYLES, strict=False):
        ax.plot(places, length, dashes, color=colour, linewidth=2.2)
        ax.annotate(name, (places[apart], length[apart]), (-12, -15), textcoords="offset points", va="top", color=INK)
        said.append(f"{name}: {_in_words(places, length)}")
    ax.axhline(1, color=MUTED, linewidth=0.8, zorder=1)
    ax.set(xscale="log", yscale="log", xlim=(places[0], places[-1]))
    if values.max() < 100 * values.min():
        ax.set_ylim(0.65 * values.min(), 1.3 * values.max())
        ax.set_yticks([1, 2, 3, 5], ["1", "2", "3", "5"])
        ax.minorticks_off()
    ax.set_xlabel(across)
    ax.set_ylabel("step, in units of lr")
    ax.grid(color=MUTED, alpha=0.25, linewidth=0.5)
    return Picture(figure, f"The step in units of lr, against {across}. {'; '.join(said)}.")


def _in_words(places, length) -> str:
    top = length.argmax()
    if length.max() < 1.001 * length.min():
        return f"always {number(length[0], 3)}"
    middle = "" if top in (0, len(length) - 1) else f", {number(length[top], 3)} at {number(places[top], 3)}"
    return f"{number(length[0], 3)} at {number(places[0], 3)}{middle}, {number(length[-1], 3)} at {number(places[-1], 3)}"
