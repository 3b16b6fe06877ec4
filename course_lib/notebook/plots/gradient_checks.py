"""Gradients against measured ones, parameter by parameter, so that the fault shows where it sits."""
from __future__ import annotations

import numpy as np

from course_lib.nn.mlp import MLP
from course_lib.notebook.picture import BLUE, INK, MUTED, ORANGE, Picture, panels

HAPPY, WRONG = 1e-7, 1e-2                   # the two marks of the CS231n notes
FLOOR = 1e-14


def gradient_checks(net: MLP, pairs: dict[str, tuple]) -> Picture:
    """One panel for each gradient, name: (gradient, measured): a dot for each parameter at its own relative error, in rows W1, b1, W2 ...

    Shaded: beyond 1e-2, where something is wrong. Parameters for which both are 0 are exact.
    """
    figure, axes = panels(len(pairs), width=2.15 * len(pairs) + 0.4, height=3.9, sharey=True)
    rows = [f"{kind}{layer}" for layer in range(1, len(net.layers) + 1) for kind in "Wb"]
    said = []
    for ax, (name, (gradient, measured)) in zip(axes, pairs.items(), strict=True):
        errors = net.views(parameter_errors(gradient, measured))
        blocks = [np.ravel(block) for layer in errors for block in layer]
        ax.axvspan(WRONG, 10, color=ORANGE, alpha=0.3, linewidth=0)
        ax.axvline(HAPPY, color=MUTED, linewidth=1.0, linestyle="--")
        for row, block in enumerate(blocks):
            spread = np.linspace(-0.3, 0.3, len(block)) if len(block) > 1 else [0.0]
            ax.plot(np.maximum(block, FLOOR), row + np.asarray(spread), "os"[row % 2], markersize=3.4, color=BLUE, alpha=0.65,
                    markeredgewidth=0)
        ax.set(xscale="log", xlim=(FLOOR / 4, 10), ylim=(len(rows) - 0.5, -0.5))
        ax.set_yticks(range(len(rows)), rows)
        ax.set_xticks([1e-12, 1e-7, 1e-2])
        ax.minorticks_off()
        ax.set_title(name, fontsize=10, color=INK)
        above = [int((block > WRONG).sum()) for block in blocks]
        bad = [label for label, block, count in zip(rows, blocks, above, strict=True) if 2 * count > len(block)]
        said.append(f"{name.replace(chr(10), ' ')}: {sum(above)} of {len(net.theta)} errors above {WRONG:g}"
                    + (f", more than half of {_listed(bad)}" if bad else ""))
    figure.supxlabel("relative error of each parameter (dashed: 1e−7; shaded: above 1e−2)", fontsize=10, color=INK)
    return Picture(figure, "; ".join(said) + ".")


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def parameter_errors(gradient, measured) -> np.ndarray:
    """|g - m| / max(|g|, |m|) for each parameter; 0 where both are 0."""
    scale = np.maximum(np.abs(gradient), np.abs(measured))
    return np.abs(np.subtract(gradient, measured)) / np.where(scale > 0, scale, 1.0)
