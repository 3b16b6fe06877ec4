"""Two ways in which the Kullback-Leibler divergence is no distance: its two directions differ, and a detour can be shorter."""
from __future__ import annotations

import numpy as np

from course_lib.nn.distributions import kl_divergence
from course_lib.notebook.picture import BLUE, GREEN, INK, VERMILLION, Picture, panels


def divergences(p, r, triple) -> Picture:
    """KL(p, q) and KL(q, p) over all q on two classes, their values at q = r marked; then KL direct and through the middle of `triple`.

    p, r and the three of `triple` are pairs of probabilities (D4-25).
    """
    p, r = np.asarray(p, float), np.asarray(r, float)
    figure, (left, right) = panels(2, width=8.4, height=3.5)
    there, back = _both_ways(left, p, r)
    direct, first, second = _detour(right, *triple)
    return Picture(figure, f"KL(p, q) is {there:.4f} and KL(q, p) is {back:.4f} at the marked q; on the right the direct way costs "
                           f"{direct:.3f}, the detour {first:.3f} + {second:.3f} = {first + second:.3f}.")


def _both_ways(ax, p, r) -> tuple[float, float]:
    share = np.linspace(0.005, 0.995, 199)
    Q = np.column_stack([share, 1 - share])
    P = np.broadcast_to(p, Q.shape)
    ax.plot(share, kl_divergence(P, Q), color=BLUE, linewidth=2.2)
    ax.plot(share, kl_divergence(Q, P), color=VERMILLION, linewidth=2.2, linestyle="--")
    there, back = float(kl_divergence(p, r)), float(kl_divergence(r, p))
    ax.plot([r[0], r[0]], [there, back], "o", markersize=5, color=INK, zorder=4)
    ax.annotate(f"KL(q, p) {back:.4f}\nKL(p, q) {there:.4f}", (r[0], there), (5, -5), textcoords="offset points", va="top",
                fontsize=9.5, color=INK)
    ax.text(0.045, 0.62, "KL(p, q)", fontsize=10, color=INK)
    ax.annotate("KL(q, p)", (0.03, kl_divergence([0.03, 0.97], p)), (0.15, 0.38), fontsize=10, color=INK,
                arrowprops={"arrowstyle": "-", "color": INK, "linewidth": 0.7})
    ax.set(xlim=(0, 1), ylim=(-0.03, 1.1))
    ax.set_xlabel(f"q₁; p₁ is {p[0]:.4g}")
    ax.set_ylabel("nats")
    return there, back


def _detour(ax, a, b, c) -> tuple[float, float, float]:
    direct, first, second = (float(kl_divergence(*pair)) for pair in ((a, c), (a, b), (b, c)))
    ax.barh([1, 0, 0], [direct, first, second], left=[0, 0, first], height=0.5, color=[VERMILLION, BLUE, GREEN])
    for height, start, length in ((1, 0, direct), (0, 0, first), (0, first, second)):
        ax.text(start + length / 2, height - 0.29, f"{length:.3f}", ha="center", va="top", fontsize=10, color=INK)
    for height, way in ((1, (a, c)), (0, (a, b, c))):
        names = " → ".join(f"({one[0]:.4g}, {one[1]:.4g})" for one in way)
        ax.text(0, height + 0.31, names, fontsize=10, color=INK, va="bottom")
    ax.set(xlim=(0, 1.05 * max(direct, first + second)), ylim=(-0.55, 1.6), yticks=[])
    ax.set_xlabel("KL in nats: the detour is shorter" if first + second < direct else "KL in nats")
    ax.spines["left"].set_visible(False)
    return direct, first, second
