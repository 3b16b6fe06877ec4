"""The chain rule as a relay: values are handed forward, slopes are multiplied on the way back."""
from __future__ import annotations

from matplotlib.patches import FancyBboxPatch

from course_lib.notebook.picture import BLUE, INK, MUTED, PAPER, Picture, sheet

APART, WIDE, HIGH, BELOW = 2.9, 1.7, 0.8, 1.45
MIDDLE = {"ha": "center", "va": "center", "color": INK}


def relay(values: dict[str, float], slopes: dict[str, float]) -> Picture:
    """A chain of functions: each station's value, the local slope between two stations, and the product handed back (D0-25).

    values: name: number, from the input to the result; slopes: how each local slope is computed: its number, one fewer.
    """
    names, numbers, local = [*values], [*values.values()], [*slopes.values()]
    handed = [1.0]
    for slope in local[::-1]:
        handed.insert(0, handed[0] * slope)
    right = APART * (len(names) - 1)
    figure, ax = sheet(width=min(8.4, 1.02 * (right + 2.4)), height=3.0)
    ax.set(xlim=(-WIDE / 2 - 0.35, right + WIDE / 2 + 0.35), ylim=(-BELOW - 0.62, 1.0), aspect="equal")
    for place, (name, number) in enumerate(zip(names, numbers, strict=True)):
        _box(ax, APART * place, 0, name, _plain(number), INK)
        _box(ax, APART * place, -BELOW, f"d{_short(names[-1])}/d{_short(name)}", _plain(handed[place]), BLUE)
    for place, (how, slope) in enumerate(slopes.items()):
        left, end = APART * place + WIDE / 2, APART * (place + 1) - WIDE / 2
        for y, tips, colour in ((0, (left, end), MUTED), (-BELOW, (end, left), BLUE)):
            ax.annotate("", (tips[1], y), (tips[0], y), arrowprops={"arrowstyle": "-|>", "color": colour, "linewidth": 2.0})
        ax.text((left + end) / 2, -BELOW / 2, f"slope {how}\n= {_plain(slope)}", fontsize=10, **MIDDLE)
        ax.text((left + end) / 2, -BELOW - 0.27, f"× {_plain(slope)}", fontsize=10.5, **MIDDLE | {"color": BLUE})
    ax.text(-WIDE / 2, 0.68, "forward: values →", fontsize=10, **MIDDLE | {"ha": "left"})
    ax.text(right + WIDE / 2, 0.68, "each step knows only its own slope", fontsize=9.5, **MIDDLE | {"ha": "right", "color": MUTED})
    ax.text(right + WIDE / 2, -BELOW - 0.6, "← backward: slopes, multiplied", fontsize=10, **MIDDLE | {"ha": "right", "color": BLUE})
    product = " × ".join(_plain(slope) for slope in local)
    return Picture(figure, f"From {_short(names[0])} = {_plain(numbers[0])} the chain makes {_short(names[-1])} = {_plain(numbers[-1])}; "
                           f"backwards the local slopes multiply to {product} = {_plain(handed[0])}.")


def _box(ax, x: float, y: float, top: str, bottom: str, colour: str) -> None:
    ax.text(x, y + 0.16, top, fontsize=10.5, **MIDDLE | {"color": colour})
    ax.text(x, y - 0.18, bottom, fontsize=12, fontweight="bold", **MIDDLE | {"color": colour})
    ax.add_patch(FancyBboxPatch((x - WIDE / 2, y - HIGH / 2), WIDE, HIGH, boxstyle="round,pad=0,rounding_size=0.1", facecolor=PAPER,
                                edgecolor=colour, linewidth=1.3, zorder=0))


def _short(name: str) -> str:
    return name.split(" ")[0]


def _plain(number: float) -> str:
    return f"{number:.6g}".replace("-", "−")
