"""The diagnosis ward: one small network for digits, trained with one thing wrong at a time, 32 networks a patient (D1-25)."""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from course_lib.datasets import digits, split
from course_lib.nn import SGD, StackedMLP, batches
from course_lib.nn.checks import check_whole
from course_lib.nn.initialisation import xavier, zeros

HIDDEN, BATCH, EPOCHS = 24, 20, 12
LOOKS, LOOKED_AT = 3, 100           # how often in an epoch the losses are taken, and on how many samples


class Conditions(NamedTuple):
    """How a network is trained; as it stands here, well."""

    samples: int = 300
    lr: float = 0.3
    init: object = xavier
    labels_right: bool = True
    shuffled: bool = True


FAULTS = {
    "nothing": Conditions(),
    "far too large a step": Conditions(lr=3.0),
    "far too small a step": Conditions(lr=0.003),
    "all weights 0 at the start": Conditions(init=zeros),
    "labels mixed up": Conditions(labels_right=False),
    "sorted by class, never shuffled": Conditions(shuffled=False),
    "too few samples": Conditions(samples=30),
}
PATIENTS = dict(zip("ABCDEF", ("labels mixed up", "far too small a step", "sorted by class, never shuffled", "too few samples",
                               "far too large a step", "all weights 0 at the start"), strict=True))


class Chart(NamedTuple):
    """Losses on 100 training samples, or all there are, and on 100 test digits, (looks, networks), after so many epochs (looks,)."""

    epochs: np.ndarray
    train: np.ndarray
    test: np.ndarray


def chart(fault: str, networks: int = 32, epochs: int = EPOCHS, rng=0) -> Chart:
    """Train networks 64-24-10 on digits with this fault, one of FAULTS, and take their losses three times an epoch (D1-25).

    ValueError: an unknown fault, no network, no epoch.

    >>> healthy, mixed_up = (chart(fault, networks=4, epochs=5) for fault in ("nothing", "labels mixed up"))
    >>> bool(healthy.test[-1].max() < 1 and mixed_up.test[-1].min() > np.log(10))
    True
    """
    if fault not in FAULTS:
        raise ValueError(f"the fault should be one of {', '.join(FAULTS)}; got {fault!r}")
    check_whole(1, networks=networks, epochs=epochs)
    rng, conditions = np.random.default_rng(rng), FAULTS[fault]
    X, y, X_test, y_test = split(*digits(), test=LOOKED_AT, rng=rng)
    X, y = X[:conditions.samples], y[:conditions.samples]
    if not conditions.labels_right:
        y = rng.permutation(y)
    Y, Y_test, order = np.eye(10)[y], np.eye(10)[y_test], np.arange(len(y)) if conditions.shuffled else np.argsort(y, kind="stable")
    nets, looks = StackedMLP(networks, [64, HIDDEN, 10], init=conditions.init, rng=rng), []
    for _ in _training(nets, X[order], Y[order], conditions, epochs, rng):
        looks.append((nets.loss(X[:LOOKED_AT], Y[:LOOKED_AT]), nets.loss(X_test, Y_test)))
    train, test = np.moveaxis(looks, 1, 0)
    return Chart(np.arange(len(looks)) / LOOKS, train, test)


def _training(nets, X, Y, conditions: Conditions, epochs: int, rng) -> Iterator[None]:
    """Train, and stop for a look before the first step and three times an epoch."""
    optimizer, samples = SGD(conditions.lr), len(X)
    batch = min(BATCH, samples // LOOKS)
    steps = -(-samples // batch)
    looks = {round(steps * part / LOOKS) for part in range(1, LOOKS + 1)}
    yield
    for _ in range(epochs):
        in_order = (np.arange(start, min(start + batch, samples)) for start in range(0, samples, batch))
        chosen = batches(samples, batch, rng, stack=nets.stack) if conditions.shuffled else in_order
        for step, rows in enumerate(chosen, 1):
            optimizer.step(nets.theta, nets.loss_and_grad(X[rows], Y[rows])[1])
            if step in looks:
                yield
