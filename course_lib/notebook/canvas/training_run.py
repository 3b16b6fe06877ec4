"""A small network that learns a cloud of points in the plane, looked at from time to time: what the playground shows."""
from __future__ import annotations

from typing import NamedTuple

import numpy as np

from course_lib.datasets import CLOUDS, split
from course_lib.nn import MLP, SGD, Adam, HeavyBall, RMSprop, train

SAMPLES, BATCH, CELLS, REACH = 300, 10, 60, 1.3      # points, half of them for testing; the window shown, in cells from -REACH to REACH
FEATURES = {"x₁": lambda x: x[:, 0], "x₂": lambda x: x[:, 1], "x₁²": lambda x: x[:, 0] ** 2, "x₂²": lambda x: x[:, 1] ** 2,
            "x₁x₂": lambda x: x[:, 0] * x[:, 1], "sin 3x₁": lambda x: np.sin(3 * x[:, 0]), "sin 3x₂": lambda x: np.sin(3 * x[:, 1])}
OPTIMIZERS = {"SGD": SGD, "momentum": HeavyBall, "RMSprop": RMSprop, "Adam": Adam}
CHOICES = {
    "data": tuple(CLOUDS), "features": tuple(FEATURES), "layers": (1, 2, 3, 4), "width": (1, 2, 3, 4, 5, 6, 7, 8),
    "activation": ("tanh", "relu", "leaky_relu", "elu", "sigmoid", "linear"), "optimizer": tuple(OPTIMIZERS),
    "lr": (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0), "seed": tuple(range(10)),
}


class Frame(NamedTuple):
    """What there is to see at one moment.

    train_loss and test_loss: before the first epoch and after each. field (CELLS, CELLS): the answers, -1 .. 1, row 0 at the bottom. units:
    for the features and each hidden layer (width, CELLS / 2, CELLS / 2), its activations there, scaled to -1 .. 1. weights: [W, ...].
    stopped: why training cannot go on, or "".
    """

    train_loss: list[float]
    test_loss: list[float]
    field: np.ndarray
    units: list[np.ndarray]
    weights: list[np.ndarray]
    stopped: str


class TrainingRun:
    """A network with one tanh output, trained on labels ±1 by half the squared error, in batches of 10 (D1-24).

    Each parameter is one of `CHOICES`; of the features any subset. Features are scaled by their mean and deviation on the training points.
    ValueError: anything else.
    """

    def __init__(self, data="spirals", features=("x₁", "x₂"), layers=2, width=8, activation="tanh", optimizer="Adam", lr=0.01, seed=0):
        asked = {"data": data, "layers": layers, "width": width, "activation": activation, "optimizer": optimizer, "lr": lr, "seed": seed}
        for name, value in asked.items():
            if value not in CHOICES[name]:
                raise ValueError(f"{name} should be one of {', '.join(map(str, CHOICES[name]))}; got {value!r}")
        if not features or not set(features) <= set(FEATURES):
            raise ValueError(f"features should be some of {', '.join(FEATURES)}; got {features!r}")
        self.features = [name for name in FEATURES if name in features]
        X, y = points(data, np.random.default_rng([seed, 0]))
        self.points = split(X, y, test=SAMPLES // 2, rng=np.random.default_rng([seed, 1]))
        raw = self._raw(self.points.X_train)
        self._mean, self._deviation = raw.mean(axis=0), raw.std(axis=0)
        self.net = MLP([len(self.features), *[width] * layers, 1], activation, output="tanh", rng=np.random.default_rng([seed, 2]))
        self._train, self._test, self._grid = map(self._inputs, (self.points.X_train, self.points.X_test, GRID))
        y, order = self.points.y_train[:, None], np.random.default_rng([seed, 3])
        self._epochs = train(self.net, self._train, y, OPTIMIZERS[optimizer](lr), 10 ** 9, BATCH, rng=order)
        self.train_loss, self.test_loss, self.stopped = [], [], ""
        self._look()

    def advance(self, epochs: int = 1) -> None:
        """Train on, unless training has diverged."""
        for _ in range(0 if self.stopped else epochs):
            try:
                next(self._epochs)
            except FloatingPointError as error:
                self.stopped = f"{error}."
                return
            self._look()

    def frame(self) -> Frame:
        """The network as it is now, on the window's cells."""
        with np.errstate(over="ignore", invalid="ignore"):
            *units, z = self.net.forward(self._grid)
            units = [_square(A / (np.abs(A).max(axis=0) + 1e-12))[:, ::2, ::2] for A in units]
        return Frame(self.train_loss, self.test_loss, _square(np.tanh(z))[0], units, [W for W, _ in self.net.layers], self.stopped)

    def _look(self) -> None:
        self.train_loss.append(float(self.net.loss(self._train, self.points.y_train[:, None])))
        self.test_loss.append(float(self.net.loss(self._test, self.points.y_test[:, None])))

    def _raw(self, X) -> np.ndarray:
        return np.column_stack([FEATURES[name](X) for name in self.features])

    def _inputs(self, X) -> np.ndarray:
        return (self._raw(X) - self._mean) / self._deviation


def points(data: str, rng) -> tuple[np.ndarray, np.ndarray]:
    """A cloud of two classes: X (SAMPLES, 2), its bounding box centred on 0 and one wide to each side, and labels ±1."""
    options = {"spirals": {"classes": 2, "turns": 1.25, "noise": 0.02}, "blobs": {"classes": 2, "noise": 0.35}}
    X, y = CLOUDS[data](SAMPLES, **({"noise": 0.08} | options.get(data, {})), rng=rng)
    low, high = X.min(axis=0), X.max(axis=0)
    return (X - (low + high) / 2) / ((high - low).max() / 2), 2 * y - 1


def _square(A) -> np.ndarray:
    """One picture for each column of A (CELLS * CELLS, units)."""
    return A.T.reshape(-1, CELLS, CELLS)


_centres = (np.arange(CELLS) + 0.5) / CELLS * 2 * REACH - REACH
GRID = np.stack(np.meshgrid(_centres, _centres), axis=-1).reshape(-1, 2)
