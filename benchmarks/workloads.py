"""The six trainings that are timed: data, starting weights, and the batches of every epoch, the same for everyone.

    W1  a spiral, 2-16-16-3, Adam, batch 32          W4  a curve, 1-64-64-1, Adam, all data in each step
    W2  digits, 64-128-64-10, Adam, batch 64         W5  digits, 64-128-64-10, SGD, batch 1
    W3  784-256-128-10, momentum, batch 128, float32, 60,000 samples of noise in the shape of MNIST
    W6  784-1024-1024-10, momentum, batch 512, float32, 10,240 such samples
"""
from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from course_lib.datasets import digits, spirals
from course_lib.nn import batches
from course_lib.nn.distributions import one_hot
from course_lib.nn.initialisation import he, xavier


class Workload(NamedTuple):
    """A training, but for the library that does it. optimizer: "adam", "momentum" or "sgd"; batch_size None is all data."""

    sizes: tuple[int, ...]
    activation: str
    output: str
    optimizer: str
    lr: float
    batch_size: int | None
    epochs: int
    X: np.ndarray
    Y: np.ndarray
    weights: list[np.ndarray]
    seed: int = 1

    def epochs_of_batches(self) -> list[list[np.ndarray]]:
        """The row numbers of every batch of every epoch, just as `train` draws them from the seed."""
        rng, samples = np.random.default_rng(self.seed), len(self.X)
        return [list(batches(samples, self.batch_size or samples, rng)) for _ in range(self.epochs)]


def workload(sizes, activation, output, optimizer, lr, batch_size, epochs, X, Y, dtype=np.float64) -> Workload:
    rng = np.random.default_rng(0)
    init = he if activation == "relu" else xavier
    weights = [init(inputs, outputs, rng).astype(dtype) for inputs, outputs in pairwise(sizes)]
    return Workload(sizes, activation, output, optimizer, lr, batch_size, epochs, X.astype(dtype), Y.astype(dtype), weights)


def spiral():
    X, y = spirals(300, classes=3, noise=0.1, rng=0)
    return X, one_hot(y, 3)


def curve():
    x = np.linspace(-3, 3, 256)[:, None]
    return x, np.sin(2 * x) + 0.3 * x


def handwriting():
    X, y = digits()
    return X, one_hot(y, 10)


def images(samples):
    rng = np.random.default_rng(0)
    return rng.random((samples, 784), dtype=np.float32), one_hot(rng.integers(10, size=samples), 10)


WORKLOADS = {
    "W1": lambda: workload((2, 16, 16, 3), "tanh", "softmax", "adam", 0.01, 32, 100, *spiral()),
    "W2": lambda: workload((64, 128, 64, 10), "relu", "softmax", "adam", 0.001, 64, 20, *handwriting()),
    "W3": lambda: workload((784, 256, 128, 10), "relu", "softmax", "momentum", 0.01, 128, 1, *images(60_000), np.float32),
    "W4": lambda: workload((1, 64, 64, 1), "tanh", "linear", "adam", 0.01, None, 1000, *curve()),
    "W5": lambda: workload((64, 128, 64, 10), "relu", "softmax", "sgd", 0.01, 1, 2, *handwriting()),
    "W6": lambda: workload((784, 1024, 1024, 10), "relu", "softmax", "momentum", 0.01, 512, 1, *images(10_240), np.float32),
}
