"""Two networks on three pictures, and three scores that do not agree which network is better."""
from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection

from course_lib.datasets import two_predictors
from course_lib.nn.distributions import cross_entropy
from course_lib.notebook.controls import Slider, controls
from course_lib.notebook.picture import BLUE, INK, MUTED, VERMILLION, Picture, set_margins, sheet

NAMES = "error rate", "MSE", "cross-entropy"
STYLES = {"NN1": {"color": BLUE, "linewidth": 0}, "NN2": {"facecolor": "#F2C9AE", "edgecolor": VERMILLION, "linewidth": 1.4}}
SCORES_AT, SCALE = 1.8, 0.5                # where the bars of the scores begin, and how long a score of 1 is
GUIDES = np.array([(x, y) for x, ends in ((0, (-0.45, 2.5)), (SCORES_AT, (-0.45, 2.5)), (0.5, (-0.5, -0.38)), (0.5, (0.38, 0.62)),
                                          (0.5, (1.38, 1.62)), (0.5, (2.38, 2.5))) for y in (*ends, np.nan)]).T     # 0.5: between the bars
WORDS = {"color": INK, "fontsize": 10, "va": "center", "in_layout": False}
THIRD = Slider(0.01, 0.99, 0.01)


def scores(predicted, truth) -> tuple[float, float, float]:
    """Error rate, squared error and cross-entropy, each a mean over the rows; a tie is an error (D3-21)."""
    true = (predicted * truth).sum(axis=1)
    return (float((true <= 0.5).mean()), float(np.square(predicted - truth).sum(axis=1).mean()),
            float(cross_entropy(truth, predicted).mean()))


@controls(nn1=THIRD, nn2=THIRD)
def three_scores(nn1: float = 0.4, nn2: float = 0.1) -> Picture:
    """The probability that NN1 and NN2 give to the truth in each row, the third row at will, and the three scores (D3-21).

    All in one set of axes: a second one would double the time of a redraw.
    """
    table = two_predictors()
    figure, ax = sheet(width=6.8, height=3.1)
    set_margins(figure, left=0, bottom=0, right=1, top=1)
    ax.set(xlim=(-0.42, 3.42), ylim=(2.62, -0.75))
    found = {}
    for name, third in (("NN1", nn1), ("NN2", nn2)):
        predicted = np.vstack([getattr(table, name.lower())[:2], [third, 1 - third]])
        found[name] = scores(predicted, table.truth)
        _bars(ax, name, (predicted * table.truth).sum(axis=1), found[name])
    ax.text(0.5, -0.6, "probability of the truth (½ marked)", ha="center", **WORDS)
    ax.text(SCORES_AT + 0.6, -0.6, "score: lower is better", ha="center", **WORDS)
    verdicts = [_better(*pair) for pair in zip(found["NN1"], found["NN2"], strict=True)]
    for place, column in ((-0.05, ("1: dog", "2: cat", "3: dog")), (SCORES_AT - 0.05, NAMES), (3.37, verdicts)):
        for row, words in enumerate(column):
            ax.text(place, row, words, ha="right", **WORDS)
    ax.plot(*GUIDES, color=MUTED, linewidth=0.8)
    said = "; ".join(f"{name} {one:.2f} against {two:.2f}" for name, one, two in zip(NAMES, found["NN1"], found["NN2"], strict=True))
    return Picture(figure, f"With {nn1:.2f} (NN1) and {nn2:.2f} (NN2) for the truth in row 3: {said}.")


def _better(one: float, two: float) -> str:
    return "equal" if abs(one - two) < 1e-9 else "NN1 better" if one < two else "NN2 better"


def _bars(ax: Axes, name: str, true: np.ndarray, three: tuple) -> None:
    """The bars of one network, with its name in the first row and the numbers at their ends."""
    lift = -0.19 if name == "NN1" else 0.19
    rows = np.arange(3) + lift
    left, right = np.repeat([0, SCORES_AT], 3), np.hstack([true, SCORES_AT + SCALE * np.array(three)])
    low, high = np.tile(rows - 0.165, 2), np.tile(rows + 0.165, 2)
    corners = np.array([[left, low], [right, low], [right, high], [left, high]]).transpose(2, 0, 1)
    ax.add_collection(PolyCollection(corners, **STYLES[name]), autolim=False)       # all six at once: quicker than bars
    for row in range(3):
        label = f"{true[row]:.2f}  {name}" if row == 0 else f"{true[row]:.2f}"
        ax.text(true[row] + 0.03, rows[row], label, **WORDS)
        ax.text(SCORES_AT + SCALE * three[row] + 0.03, rows[row], f"{three[row]:.2f}", **WORDS)
