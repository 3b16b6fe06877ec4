"""One example of each plot of L04."""
import numpy as np

from course_lib.notebook import plots
from course_lib.topics.approximation import bump_net, hinge_net

PERIOD = 0, 2 * np.pi
KNOTS = np.linspace(*PERIOD, 9)
HINGES = hinge_net(KNOTS, np.sin(KNOTS))
EDGES = np.linspace(-1, 7, 9)
BUMPS = bump_net(EDGES, np.sin((EDGES[1:] + EDGES[:-1]) / 2), 20)
TRAINED = np.linspace(0.01, 1, 64).reshape(2, 32)


def ridge(X):
    return np.cos(np.asarray(X) @ [1.0, 2.0])


def jump(x):
    return np.where(x >= 0.25, 1.0, 0.0)


EXAMPLES = {
    "breakers": plots.breakers,
    "built_and_trained": lambda: plots.built_and_trained((4, 8), [0.2, 0.07], TRAINED),
    "bump_sum": lambda: plots.bump_sum(np.sin, BUMPS, PERIOD),
    "errors_against_width": lambda: plots.errors_against_width([4, 8, 16], {"bumps": [0.4, 0.2, 0.1], "hinges": [0.2, 0.08, 0.02]}),
    "function_images": lambda: plots.function_images(ridge, {"half of it": lambda X: ridge(X) / 2}, reach=1.2),
    "hinge_sum": lambda: plots.hinge_sum(np.sin, HINGES, PERIOD),
    "rival_errors": lambda: plots.rival_errors({"smooth: exp": (np.exp, (0, 1)), "jump: at 1/4": (jump, (0, 1))}, [5, 7]),
    "width_meter": plots.width_meter,
}
