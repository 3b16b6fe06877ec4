"""One example of each plot of L03."""
import numpy as np

from course_lib.datasets import blobs, rings
from course_lib.nn import MLP, SGD, train
from course_lib.notebook import plots
from course_lib.topics import perceptron
from course_lib.topics.separability import certify

X, y = rings(60, noise=0.06, rng=0)
X3, y3 = blobs(60, noise=0.25, rng=0)


def trained(hidden: int, epochs: int = 400) -> MLP:
    net = MLP([2, hidden, 1], output="sigmoid", rng=0)
    for _ in train(net, X, y[:, None], SGD(2.0), epochs):
        pass
    return net


def three_units() -> tuple[np.ndarray, np.ndarray]:
    """One unit for each cloud, taught to tell it from the others."""
    runs = [perceptron.train(X3, np.where(y3 == c, 1, -1)) for c in range(3)]
    return np.column_stack([run.w for run in runs]), np.array([run.b for run in runs])


def squares() -> object:
    line = certify(X ** 2, 2 * y - 1)
    return plots.feature_space(X, y, np.square, line.w, line.b, ("x₁²", "x₂²"))


EXAMPLES = {
    "feature_space": squares,
    "hidden_weights": plots.hidden_weights,
    "learned_features": lambda: plots.learned_features(X, y, trained(3)),
    "loss_bands": lambda: plots.loss_bands({"one kind": np.geomspace(1, 0.1, 40).reshape(10, 4), "another": np.ones((10, 4)) / 2}),
    "network": lambda: plots.network([2, 4, 3], activation="relu", output="softmax"),
    "votes_and_scores": lambda: plots.votes_and_scores(X3, y3, *three_units()),
    "weight_matrix": lambda: plots.weight_matrix([[1.0, -2.0], [0.5, 0.0]], [0.25, -1.0], entry=(1, 2)),
}
