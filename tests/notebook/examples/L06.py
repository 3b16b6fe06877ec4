"""One example of each plot of L06."""
import numpy as np

from course_lib.datasets import income9
from course_lib.nn.distributions import softmax
from course_lib.notebook import plots

W1 = np.linspace(-2, 2, 81)
PEOPLE = income9()
SCORES = np.array([5.0, 2.0, -1.0, 3.0])

EXAMPLES = {
    "divergences": lambda: plots.divergences((0.25, 0.75), (0.5, 0.5), ((0.9, 0.1), (0.5, 0.5), (0.1, 0.9))),
    "margin_losses": plots.margin_losses,
    "score_bars": lambda: plots.score_bars({"scores z": SCORES, "softmax(z)": softmax(SCORES)}, ("other", "cat", "dog", "chick")),
    "simplex": plots.simplex,
    "staircase": lambda: plots.staircase(W1, np.where(W1 < 0.5, 0.5, 0.25), (W1 - 1) ** 2, here=-0.4, flat=0.9),
    "surprises": lambda: plots.surprises(PEOPLE.age, PEOPLE.high, 0.15, -5.0),
    "three_scores": plots.three_scores,
}
