"""The slides' playground rebuilt (D1-24): small networks on a spiral, many runs at once, so that one run can be seen among its like.

The rules are the TensorFlow Playground's: two inputs, one tanh output against labels ±1, loss 1/2 (out - y)^2, weights uniform in
[-0.5, 0.5], biases 0.1, batches of 10, one iteration = one pass over the 250 training points. Ours is what the slides do not name: the
spiral, its split into halves, a fresh order of the points in every pass.
"""
from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np

from course_lib.datasets import spirals
from course_lib.nn.checks import check_whole
from course_lib.nn.mlp import MLP
from course_lib.nn.optimizers import SGD
from course_lib.nn.stacked import StackedMLP
from course_lib.nn.training import batches

POINTS, RADIUS, BATCH = 500, 5.0, 10


@cache
def spiral() -> tuple[np.ndarray, np.ndarray]:
    """The 500 points, X (500, 2) within radius 5, and their labels ±1, Y (500, 1): two arms of 1.75 turns, no noise (D1-24, ours)."""
    X, y = spirals(POINTS, classes=2, turns=1.75, rng=0)
    return RADIUS * X, 2.0 * y[:, None] - 1


class Runs:
    """So many independent runs of one network: each has its own start, its own half of the spiral to train on, its own order (D1-24).

    hidden: widths of the hidden layers, (4, 2). nets: the stack of networks; train, test (runs, 250): the rows of the spiral that each
    run trains on and is tested on. The same rng gives the same runs. Raises ValueError as `StackedMLP` does.
    """

    def __init__(self, runs: int, hidden, activation: str, rng, dtype=np.float64):
        check_whole(1, runs=runs)
        self.rng = np.random.default_rng(rng)
        self.nets = StackedMLP(runs, [2, *hidden, 1], activation=activation, output="tanh", init=_uniform, rng=self.rng, dtype=dtype)
        for _, b in self.nets.layers:
            b[:] = 0.1
        order = self.rng.permuted(np.tile(np.arange(POINTS), (runs, 1)), axis=1)
        self.train, self.test = order[:, :POINTS // 2], order[:, POINTS // 2:]
        self.X, self.Y = (array.astype(dtype) for array in spiral())

    def fit(self, lr, iterations: int) -> Iterator[int]:
        """Train on, and yield the number of each iteration after it; lr is a number, or one for each run, (runs, 1)."""
        optimizer = SGD(lr if np.ndim(lr) == 0 else lambda k: lr)
        with np.errstate(over="ignore", invalid="ignore"):          # a run may diverge; its loss says so
            for iteration in range(1, iterations + 1):
                for places in batches(POINTS // 2, BATCH, self.rng, stack=self.nets.stack):
                    rows = np.take_along_axis(self.train, places, axis=1)
                    optimizer.step(self.nets.theta, self.nets.loss_and_grad(self.X[rows], self.Y[rows])[1])
                yield iteration

    def losses(self) -> np.ndarray:
        """(2, runs): each run's loss on its training half and on its test half; inf where it diverged."""
        with np.errstate(over="ignore", invalid="ignore"):
            losses = np.array([self.nets.loss(self.X[rows], self.Y[rows]) for rows in (self.train, self.test)])
        return np.where(np.isfinite(losses), losses, np.inf)


def network(theta, hidden, activation: str) -> MLP:
    """The one network of the playground whose parameters are theta (D1-24). Raises ValueError for theta of another length."""
    net = MLP([2, *hidden, 1], activation=activation, output="tanh", init="zeros", dtype=theta.dtype)
    net.views(theta)        # refuses another length
    net.theta[:] = theta
    return net


def _uniform(inputs: int, outputs: int, rng) -> np.ndarray:
    return rng.uniform(-0.5, 0.5, size=(inputs, outputs))
