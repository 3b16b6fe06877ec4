"""One example of each plot of L00 and L01."""
import numpy as np

from course_lib.datasets import separable_cloud
from course_lib.notebook import plots
from course_lib.topics.perceptron import train, unit
from course_lib.topics.threshold_logic import corners

X, y, *_ = separable_cloud(30, 0.1, rng=2)
XOR, W, B = np.array([-1, 1, 1, -1]), np.array([[-1, -1], [1, 1]]), np.array([1, -1])
POINTS = np.random.default_rng(3).uniform(-1.9, 1.9, size=(20, 2))

EXAMPLES = {
    "course_map": lambda: plots.course_map({part: {f"L{part}": "title"} for part in "abcdef"}, {"La": "E1"}),
    "crossing_segments": lambda: plots.crossing_segments(corners(2), XOR, (1, 2, 0, 3)),
    "gate": plots.gate,
    "gate_lines": lambda: plots.gate_lines({"AND": ((1, 1), -1)}),
    "hidden_space": lambda: plots.hidden_space(corners(2), unit(corners(2), W, B), XOR, [-1, 1], 1),
    "mistakes_and_bounds": lambda: plots.mistakes_and_bounds([5, 30], [10, 20]),
    "neuron": plots.neuron,
    "parity_correlations": lambda: plots.parity_correlations([0, 1], [0, 1]),
    "perceptron_path": lambda: plots.perceptron_path(X, y, train(X, y), (1, 2)),
    "sixteen": plots.sixteen,
    "stacking": lambda: plots.stacking(POINTS, np.array([[0, 1, -1], [1, -0.6, -0.6]]), np.array([0.8, 0.9, 0.9]), np.ones(3), -2),
    "switch": lambda: plots.switch([(2, -1), (4, -2)]),
}
