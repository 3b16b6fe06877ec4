"""Two rows that are no errors of the slides: one run as an anecdote (35), and a lost minus in other course notes (36)."""
from __future__ import annotations

from course_lib.nn.activations import relu
from course_lib.nn.gradients import central_difference
from course_lib.topics.intervals import share_interval
from course_lib.topics.playground_results import DECK, slide


def one_run() -> dict:
    """Row 35 (D1-24): of 256 runs rebuilt on our spiral, how many have a lower test loss than the slide's run, and how many of 256 pairs
    put ReLU ahead, with a 95 % interval."""
    better = {name: int((slide(name).test < test).sum()) for name, (_, _, test) in DECK.items()}
    ahead = int((slide("relu").test < slide("tanh").test).sum())
    return better | {"runs": 256, "ahead": ahead, "interval": list(share_interval(ahead, 256))}


def relu_far_from_its_corner() -> dict:
    """Row 36 (CS231n's notes): the measured slope of ReLU with h = 0.0001 at x = -10^6 and at x = -10^-6."""
    return {name: float(central_difference(lambda x: relu(x[0]), [x], h=1e-4)[0]) for name, x in {"far": -1e6, "near": -1e-6}.items()}


ROWS = {35: one_run, 36: relu_far_from_its_corner}
