"""One example of each plot of L12."""
import numpy as np

from course_lib.notebook import plots
from course_lib.topics.generalization import sweep
from course_lib.topics.ward import Chart

GROWING = np.linspace(0.3, 0.9, 6)[None] + np.array([[0.0], [0.05], [0.1]])
SWEEPS = {name: sweep([5, 10, 20, 80], samples=10, lam=lam, runs=20, rng=0) for name, lam in (("no ridge", 0.0), ("ridge", 0.1))}
PLACES = np.linspace(-1, 1, 41)
FITS = {3: np.outer([1.0, 0.7, 1.6], PLACES), 30: np.outer([1.0, 1.0, 1.0], PLACES)}
EPOCHS = np.arange(7) / 3
FALLING = 2.3 * np.exp(-np.outer(EPOCHS, [1.0, 1.1, 1.2]))
CHARTS = {"A": Chart(EPOCHS, FALLING, FALLING + 0.2), "B": Chart(EPOCHS, FALLING + 40, FALLING + 40)}
SCORES = {"two functions": {"bold": np.array([0, 2]), "shy": np.array([1, 1])}, "one": {"bold": np.array([2]), "shy": np.array([1])}}
IMAGES = np.tile(np.linspace(0, 1, 64), (2, 1))
PROBABILITIES = np.full((2, 10), 0.02) + np.eye(10)[[3, 8]] * 0.8


def reads_threes(X):
    return np.tile(np.full(10, 0.05) + 0.5 * np.eye(10)[3], (len(X), 1))


EXAMPLES = {
    "accuracy_curves": lambda: plots.accuracy_curves([10, 20, 40], np.minimum(GROWING + 0.1, 1), GROWING, "samples"),
    "digit_readings": lambda: plots.digit_readings(IMAGES, PROBABILITIES, [3, 5]),
    "double_descent": lambda: plots.double_descent(SWEEPS, 10),
    "features_and_noise": plots.features_and_noise,
    "lunch": lambda: plots.lunch(SCORES, 2),
    "pen_reading": lambda: plots.pen_reading(reads_threes),
    "shortest_fits": lambda: plots.shortest_fits(PLACES[::10], PLACES[::10], lambda x: x, FITS),
    "ward": lambda: plots.ward(CHARTS),
}
