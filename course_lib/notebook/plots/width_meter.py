"""A target, a network of K hinges that follows it, and a meter: the largest error at this width and at all others."""
from __future__ import annotations

from functools import lru_cache

import numpy as np

from course_lib.notebook.controls import Choice, Slider, controls
from course_lib.notebook.picture import BLUE, INK, MUTED, VERMILLION, Picture, sheet
from course_lib.topics.approximation import hinge_net, sup_error

TARGETS = {"sine": (np.sin, (0.0, 2 * np.pi)), "chirp": (lambda x: np.sin(x ** 2), (0.0, 5.0)), "square root": (np.sqrt, (0.0, 1.0)),
           "jump": (lambda x: np.where(x >= 0, 1.0, 0.0), (-1.0, 1.0))}
ENDS = {"sine": ("0", "2π"), "chirp": ("0", "5"), "square root": ("0", "1"), "jump": ("−1", "1")}
WIDEST, MARKS = 64, {"1": 1.0, "0.1": 0.1, "0.01": 0.01, "0.001": 0.001}
METER = 1.28           # where the meter begins; the curve goes from 0 to 1


@controls(K=Slider(1, WIDEST, 1), target=Choice(TARGETS))
def width_meter(K: int = 8, target: str = "sine") -> Picture:
    """The network of K hinges through K + 1 equally spaced points of the target, and its largest error among those of all widths.

    Both parts stand in one set of axes with lines and labels of our own: half the time of two, so that the slider runs smoothly.
    """
    figure, ax = sheet(width=7.6, height=3.4)
    ax.set(xlim=(-0.08, 1.98), ylim=(-0.2, 1.12))
    _draw_curve(ax, K, target)
    errors = all_errors(target)
    _draw_meter(ax, K, errors)
    best = int(errors.argmin()) + 1
    return Picture(figure, f"{K} hinge{'s' * (K > 1)} follow{'s' * (K == 1)} the {target} with a largest error of {errors[K - 1]:.4f}; of "
                           f"all widths up to {WIDEST} the best is {best}, with {errors.min():.4f}.")


def _draw_curve(ax, K: int, target: str) -> None:
    f, (left, right) = TARGETS[target]
    x, knots = np.linspace(left, right, 301), np.linspace(left, right, K + 1)
    net, low, high = hinge_net(knots, f(knots)), f(x).min().round(), f(x).max().round()

    def place(at, y):
        return (at - left) / (right - left), (y - low) / (high - low)
    across, wanted = place(x, f(x))
    ax.fill_between(across, wanted, place(x, net(x))[1], color=VERMILLION, alpha=0.3, linewidth=0)
    ax.plot(across, wanted, color=INK, linewidth=1.2, linestyle="--")
    ax.plot(*place(knots, net(knots)), "o-", markersize=4, color=BLUE, linewidth=1.8)      # straight between its knots
    ax.plot([0, 0, 1], [1.02, -0.05, -0.05], color=INK, linewidth=0.8)
    for end, label in zip((0, 1), ENDS[target], strict=True):
        ax.text(end, -0.09, label, ha="center", va="top", fontsize=9.5, color=INK)
        ax.text(-0.02, end, f"{(low, high)[end]:.0f}".replace("-", "−"), ha="right", va="center", fontsize=9.5, color=INK)
    ax.text(0.5, 1.07, f"{target}: {K} hinge{'s' * (K > 1)} (line), target (dashed)", ha="center", fontsize=10, color=INK)


def _draw_meter(ax, K: int, errors: np.ndarray) -> None:
    across = METER + 0.1 * np.log2(np.arange(1, WIDEST + 1))
    heights = (np.log10(errors) + 3) / 3.35
    ax.plot(across, heights, ".", markersize=4, color=MUTED)
    ax.plot(across[K - 1], heights[K - 1], "o", markersize=10, color=VERMILLION)
    ax.plot([METER - 0.04, METER - 0.04, 1.94], [1.02, -0.05, -0.05], color=INK, linewidth=0.8)
    for label, error in MARKS.items():
        ax.text(METER - 0.06, (np.log10(error) + 3) / 3.35, label, ha="right", va="center", fontsize=9.5, color=INK)
    for width in (1, 4, 16, 64):
        ax.text(METER + 0.1 * np.log2(width), -0.09, str(width), ha="center", va="top", fontsize=9.5, color=INK)
    ax.text(METER + 0.3, -0.19, "width K", ha="center", va="top", fontsize=9.5, color=INK)
    ax.text(METER + 0.3, 1.07, f"largest error {errors[K - 1]:.4f}", ha="center", fontsize=10, color=INK)


@lru_cache
def all_errors(target: str) -> np.ndarray:
    """The largest error of every width from 1 on, on 4,001 points."""
    f, interval = TARGETS[target]
    knots = [np.linspace(*interval, K + 1) for K in range(1, WIDEST + 1)]
    return np.array([sup_error(f, hinge_net(x, f(x)), interval, points=4001) for x in knots])
