"""One example of each plot of L11."""
import numpy as np

from course_lib.datasets import SURFACES, bowl
from course_lib.notebook import plots

WALK = np.linspace([-1.5, 1.0], [0.0, 0.2], 6)
PLACES = np.geomspace(1, 1000, 61)
LENGTHS = {"flat": np.ones(61), "arched": 1 + 5 * np.exp(-(np.log(PLACES / 10)) ** 2)}
LRS = np.array([0.01, 0.1, 1.0])
FOUND = {"first task": {"plain": np.array([[3.0, 5.0, 4.0], [2.0, 2.0, 1.0], [np.inf, np.nan, np.inf]]),
                        "Adam": np.array([[1.0, 1.5, 1.0], [0.2, 0.1, 0.2], [0.5, 0.5, 0.5]])},
         "second task": {"plain": np.full((3, 3), 0.3), "Adam": np.full((3, 3), 0.2)}}
FINAL = {"first task": {"plain": np.linspace(1, 2, 32), "Adam": np.linspace(1e-5, 2e-5, 32)},
         "second task": {"plain": np.linspace(1, 2, 32), "Adam": np.linspace(2, 3, 32)}}
A = np.linspace(-1, 1, 21)
SLICES = {f"slope {c}": 0.1 + c * (A ** 2 + A[:, None] ** 2) for c in (1, 4)}

EXAMPLES = {
    "interval_walks": lambda: plots.interval_walks({"up": np.linspace(0, 1, 50), "down": -np.linspace(0, 0.9, 50)}, best=-1, worst=1),
    "land_gallery": lambda: plots.land_gallery({"bowl": (bowl([1, 4]), {"one": WALK, "two": WALK / 2}),
                                                "wells": (SURFACES["small local minimum"], {"one": WALK, "two": WALK / 2})}),
    "landscape_slices": lambda: plots.landscape_slices(SLICES),
    "momentum_map": plots.momentum_map,
    "step_lengths": lambda: plots.step_lengths(PLACES, LENGTHS, "place"),
    "tuned_race": lambda: plots.tuned_race(FINAL),
    "tuning_curves": lambda: plots.tuning_curves(LRS, FOUND),
}
