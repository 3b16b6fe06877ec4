"""One example of each plot of L08."""
import numpy as np

from course_lib.nn.mlp import MLP
from course_lib.notebook import plots
from course_lib.topics.scalar import Value

STEPS = 10.0 ** -np.arange(1, 13)
NET = MLP([2, 3, 1], "tanh", "linear", rng=0)
GRADIENT = np.linspace(0.5, 1.5, len(NET.theta))


def bowl(theta):
    return theta[0] ** 2 + theta[0] * theta[1] + 2 * theta[1] ** 2


def bowl_gradient(theta):
    return np.array([2 * theta[0] + theta[1], theta[0] + 4 * theta[1]])


def errors_of(power: int, rounding: float) -> np.ndarray:
    """Truncation h^power and rounding / h, at three places that are alike."""
    return np.tile(STEPS ** power + rounding / STEPS, (3, 1))


EXAMPLES = {
    "difference_errors": lambda: plots.difference_errors(STEPS, {"forward difference": errors_of(1, 1e-16),
                                                                 "central difference": errors_of(2, 1e-16),
                                                                 "complex step": errors_of(2, 0)}),
    "gradient_checks": lambda: plots.gradient_checks(NET, {"right": (GRADIENT, GRADIENT * (1 + 1e-9)), "wrong": (GRADIENT, -GRADIENT)}),
    "gradient_rose": lambda: plots.gradient_rose(bowl, bowl_gradient, (-1.0, 0.5)),
    "graph": lambda: plots.graph(Value(2, "x") * 3),
    "graph_stepper": plots.graph_stepper,
    "relay": lambda: plots.relay({"x": 3, "u = 2x": 6, "F = u²": 36}, {"2": 2, "2u": 12}),
    "two_paths": plots.two_paths,
}
