"""Why nobody walks downhill on accuracy: the error rate along a line of weights is a staircase, the logistic loss a slope."""
from __future__ import annotations

import numpy as np

from course_lib.notebook.picture import BLUE, INK, MUTED, VERMILLION, Picture, panels


def staircase(w, errors, losses, here: float, flat: float) -> Picture:
    """Error rate and logistic loss while one weight w goes through its range, and the slope of each at w = here (D0-26).

    w, errors, losses (places,); `flat` is the share of random weights at which the error rate showed no slope at all.
    """
    w, errors, losses = map(np.asarray, (w, errors, losses))
    figure, (top, bottom) = panels(2, width=7.2, height=4.9, rows=2, sharex=True)
    jumps = np.flatnonzero(np.diff(errors))
    top.plot(np.insert(w, jumps + 1, np.nan), np.insert(errors, jumps + 1, np.nan), color=VERMILLION, linewidth=2.4)
    top.vlines((w[jumps] + w[jumps + 1]) / 2, errors[jumps], errors[jumps + 1], color=MUTED, linewidth=0.6, linestyle=":")
    bottom.plot(w, losses, color=BLUE, linewidth=2.2)
    slope, reach = np.interp(here, w, np.gradient(losses, w)), (w[-1] - w[0]) / 9
    for ax, values, tilt in ((top, errors, 0.0), (bottom, losses, slope)):
        height = np.interp(here, w, values)
        ends = np.array([here - reach, here + reach])
        ax.plot(ends, height + tilt * (ends - here), color=INK, linewidth=1.2, linestyle="--")
        ax.plot(here, height, "o", markersize=9, color=INK, zorder=5)
        ax.margins(x=0.01, y=0.12)
    words = {"color": INK, "fontsize": 10, "textcoords": "offset points"}
    height = np.interp(here, w, errors)
    top.annotate("slope 0: which way?", (here, height), (8, 9), **words)
    bottom.annotate(f"slope {slope:.2f}: this way".replace("-", "−"), (here, np.interp(here, w, losses)), (14, 2), **words)
    top.set_ylabel("error rate")
    bottom.set_ylabel("logistic loss")
    bottom.set_xlabel("one weight, the others held")
    best = losses.argmin()
    return Picture(figure, f"Along this line the error rate has {len(jumps)} jumps and is level between them, while the logistic loss "
                           f"falls smoothly to its lowest place at {w[best]:.1f}. There {errors[best]:.0%} are wrong, at the best place "
                           f"{errors.min():.0%}. At {flat:.1%} of the random weights the error rate showed no slope.".replace("-", "−"))
