"""Two paths from t to r = u v: the area of a rectangle both of whose sides move when t is nudged."""
from __future__ import annotations

from matplotlib.patches import Rectangle

from course_lib.notebook.controls import Slider, controls
from course_lib.notebook.picture import BLUE, INK, ORANGE, PAPER, SKY, VERMILLION, Picture, sheet

VIA_U = {"facecolor": SKY, "edgecolor": BLUE}               # no hatches: they would take a third of the time of a redraw,
VIA_V = {"facecolor": ORANGE, "edgecolor": "#7A3500"}       # and every piece has its words
BOTH = {"facecolor": PAPER, "edgecolor": VERMILLION}
BARS, APART = 10.3, 3.5
SCALE = 6.25 / 52                           # of a bar: the largest growth per nudge is about as tall as the largest rectangle


@controls(t=Slider(1.4, 2.0, 0.1), nudge=Slider(0.05, 0.5, 0.05))
def two_paths(t: float = 2.0, nudge: float = 0.3) -> Picture:
    """The rectangle with sides v = 3t + 1 and u = t², its growth when t is nudged, and that growth per nudge in its parts (D1-37)."""
    u, v = t ** 2, 3 * t + 1
    du, dv = (t + nudge) ** 2 - u, 3 * nudge
    parts, limits = [du * v / nudge, dv * u / nudge, du * dv / nudge], [2 * t * v, 3 * u]
    figure, ax = sheet(width=7.6, height=3.5)
    ax.set(xlim=(-1.9, 16.7), ylim=(-1.2, 6.9), aspect="equal")
    ax.add_artist(Rectangle((0, 0), v, u, facecolor="white", edgecolor=INK, linewidth=1.6))
    for corner, wide, high, style in (((0, u), v, du, VIA_U), ((v, 0), dv, u, VIA_V), ((v, u), dv, du, BOTH)):
        ax.add_artist(Rectangle(corner, wide, high, linewidth=0.8, **style))
    _write(ax, v / 2, u / 2, f"area r = u v = {u * v:.4g}", 11)
    _write(ax, v / 2, -0.5, f"v = 3t + 1 = {v:.4g}")
    _write(ax, v + dv / 2, -0.5, "via v")
    _write(ax, -1.0, u / 2, f"u = t²\n= {u:.4g}")
    _write(ax, -1.0, u + du / 2, "via u")
    _draw_bar(ax, BARS, parts, "growth ÷ nudge")
    _draw_bar(ax, BARS + APART, limits, "2t·v + 3·u")
    return Picture(figure, f"At t = {t:.4g} a nudge of {nudge:.4g} makes r grow by {sum(parts):.4g} times the nudge: {parts[0]:.4g} "
                           f"because u grows, {parts[1]:.4g} because v grows, {parts[2]:.4g} in the corner. For ever smaller nudges that "
                           f"becomes 2t·v + 3·u = {limits[0]:.4g} + {limits[1]:.4g} = {sum(limits):.4g}.")


def _draw_bar(ax, x: float, parts: list[float], title: str) -> None:
    """Parts on top of each other, each with its number beside it."""
    base, last = 0.0, -1.0
    for value, style, name in zip(parts, (VIA_U, VIA_V, BOTH), ("via u", "via v", "corner"), strict=False):
        high = SCALE * value
        ax.add_artist(Rectangle((x, base), 1.0, high, linewidth=0.8, **style))
        last = max(base + high / 2, last + 0.55)
        ax.text(x + 1.15, last, f"{name} {value:.3g}", fontsize=9.5, va="center", color=INK)
        base += high
    _write(ax, x + 0.9, -0.6, f"{title}\n= {sum(parts):.4g}")


def _write(ax, x: float, y: float, words: str, size: float = 10) -> None:
    ax.text(x, y, words, fontsize=size, ha="center", va="center", color=INK)
