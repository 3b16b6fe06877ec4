"""Training: epochs of mini-batches, one optimizer step for each.

    for loss in train(net, X, Y, Adam(0.01), epochs=20, batch_size=32, rng=0):
        ...     # once an epoch: draw, print, stop early
"""
from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from course_lib.nn.checks import check_finite, check_whole


def batches(samples: int, batch_size: int, rng, replace: bool = False, stack: tuple[int, ...] = ()) -> Iterator[np.ndarray]:
    """One epoch of mini-batches, each an array of row numbers (D2-12).

    Without replacement the rows are shuffled and cut into pieces, so that each occurs once; the last piece may be shorter. With
    replacement as many rows are drawn, each afresh. A stack (networks,) gets orders of its own, arrays (networks, batch).

    >>> [rows.tolist() for rows in batches(5, 2, rng=0)]
    [[2, 4], [3, 0], [1]]
    """
    rng = np.random.default_rng(rng)
    if replace:
        order = rng.integers(samples, size=(*stack, samples))
    elif not stack:
        order = rng.permutation(samples)
    else:
        order = rng.permuted(np.broadcast_to(np.arange(samples), (*stack, samples)), axis=-1)
    for start in range(0, samples, batch_size):
        yield order[..., start:start + batch_size]


def train(net, X, Y, optimizer, epochs: int, batch_size: int | None = None, rng=None, replace: bool = False) -> Iterator:
    """Train a network in place; a generator that yields each epoch's mean loss, as it was met on the way.

    X (samples, inputs), Y (samples, outputs). batch_size None takes all samples in every step. Nothing happens until the generator is
    asked, and leaving it early leaves the network as trained so far. A stack of networks yields one loss each; each has its own batches.

    ValueError: shapes that do not fit, data that is not finite, no epoch or no batch. FloatingPointError: training diverged, that is,
    the loss is no longer a finite number; of a stack, those that diverged yield inf and the others go on.
    """
    X, Y = np.asarray(X, net.theta.dtype), np.asarray(Y, net.theta.dtype)
    check_finite(X=X, Y=Y)
    if len(X) != len(Y):
        raise ValueError(f"X and Y should have one row for each sample; got {len(X)} and {len(Y)} rows")
    net.loss(X[:1], Y[:1])                  # other misfits are found here too, and not in the first epoch
    check_whole(1, epochs=epochs, batch_size=len(X) if batch_size is None else batch_size)
    return _epochs(net, X, Y, optimizer, epochs, batch_size, np.random.default_rng(rng), replace)


def _epochs(net, X, Y, optimizer, epochs, batch_size, rng, replace):
    for epoch in range(1, epochs + 1):
        with np.errstate(over="ignore", invalid="ignore"):          # what overflows is reported below, once
            if batch_size is None:
                loss, grad = net.loss_and_grad(X, Y)
                optimizer.step(net.theta, grad)
            else:
                loss = _epoch(net, X, Y, optimizer, batches(len(X), batch_size, rng, replace, net.stack))
        if net.stack:
            loss = np.where(np.isfinite(loss), loss, np.inf)
        elif not math.isfinite(loss) or (epoch == epochs and not np.isfinite(net.theta).all()):
            raise FloatingPointError(f"training diverged in epoch {epoch}: the loss or a parameter is no longer a finite number. "
                                     "Smaller steps usually help (lr), or inputs of size about 1")
        yield loss


def _epoch(net, X, Y, optimizer, batches):
    """One step for each batch; the mean loss of the samples met."""
    total = 0.0
    for rows in batches:
        loss, grad = net.loss_and_grad(X.take(rows, 0), Y.take(rows, 0))
        optimizer.step(net.theta, grad)
        total += loss * rows.shape[-1]
    return total / len(X)
