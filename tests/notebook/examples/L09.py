"""One example of each plot of L09."""
import numpy as np

from course_lib.notebook import plots
from course_lib.topics.propagation import norms_by_depth

A = [[1, 2, 0], [-1, 0.5, 3], [2, 1, -1]]
DELTA = [[0.5, -1], [1, 0], [-0.5, 0.2]]
PATHS = {"still": np.zeros((5, 3, 4)),
         "as one": np.linspace(0, 1, 5)[:, None, None] * np.array([1.0, 2.0, 3.0])[:, None] * np.ones(4),
         "random": np.random.default_rng(0).normal(size=(5, 3, 4)).cumsum(axis=0)}


def looks(count: int = 6, networks: int = 10) -> list[dict]:
    """Shares and losses that can be read off: ReLU dies at lr 3, the leaky one never."""
    grow = np.linspace(0, 0.5, count)
    ones = np.linspace(0.9, 1.1, networks)
    return [{(name, lr): ((lr == 3) * (name == "relu") * share * ones, 0.5 * ones / lr) for name in ("relu", "leaky_relu") for lr in (1, 3)}
            for share in grow]


EXAMPLES = {
    "dead_units": lambda: plots.dead_units(looks()),
    "delta_places": lambda: plots.delta_places(0.5, 1),
    "gain_and_depth": plots.gain_and_depth,
    "gradient_costs": lambda: plots.gradient_costs([33, 105, 337, 1185], [2.8, 2.9, 2.95, 2.99], 337),
    "gradient_flow": lambda: plots.gradient_flow({"relu": {gain: norms_by_depth("relu", gain, 20, 32, 10, rng=0) for gain in (1, 3)}}),
    "outer_products": lambda: plots.outer_products(A, DELTA),
    "symmetric_starts": lambda: plots.symmetric_starts(PATHS),
    "two_passes": lambda: plots.two_passes([2, 4, 3, 3]),
}
