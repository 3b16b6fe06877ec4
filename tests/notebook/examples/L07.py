"""One example of each plot of L07."""
import numpy as np

from course_lib.datasets import SURFACES, income9
from course_lib.notebook import plots
from course_lib.topics.convexity import Violation, violation_margin

AGE, HIGH = income9().age, income9().high
SHARE = np.linspace(0, 1, 5)
COLUMN = np.array([1.0, -1.0, 2.0])
PROBLEMS = {"different": (np.array([[1.0, 0], [0, 1], [1, 1]]), np.array([1.0, 0, 1])),
            "twice": (np.column_stack([COLUMN, 2 * COLUMN]), COLUMN)}
WALKS = {"pushed": np.array([[0.1, 1.0], [0.2, 0.1], [1.0, 0.0]]), "not": np.array([[0.0, 1.0], [0.0, 0.1], [0.0, 0.0]])}

EXAMPLES = {
    "bowl_paths": lambda: plots.bowl_paths((1, 10), (0.1, 0.21), (-2, 1)),
    "bowl_walk": plots.bowl_walk,
    "certificates": lambda: plots.certificates({
        "sine": (np.sin, (0.0, 3.0), Violation(0.0, 3.0, 0.5, violation_margin(np.sin, 0.0, 3.0, 0.5))),
        "square": (np.square, (-1.0, 1.0), None)}),
    "chord": plots.chord,
    "curvature_map": lambda: plots.curvature_map(SURFACES["four points"], {(0, 0): (40, 10), (-3, -3): (0, -20)}),
    "descent_rates": lambda: plots.descent_rates({"quick": 0.4 / np.arange(1, 9) ** 2, "gone": 0.1 ** np.arange(1, 9)},
                                                 {2: 0.25 ** np.arange(9), 10: 0.81 ** np.arange(9)}),
    "endless_fit": lambda: plots.endless_fit(AGE, HIGH, {10: np.array([2.0, 1.0]), 100: np.array([4.0, 3.0])}, [1, 10, 100],
                                             [5.0, 2.0, 1.5]),
    "saddle_passage": lambda: plots.saddle_passage(SURFACES["double well"], WALKS),
    "twins": lambda: plots.twins(SHARE, {(0, 1): [0.1, 0.5, 0.9, 0.5, 0.1], (0, 2): [0.1, 0.3, 0.4, 0.3, 0.1]}),
    "valleys": lambda: plots.valleys(PROBLEMS, [(-1, -1), (2, 2)]),
}
