"""One training, done by course_lib, by PyTorch, by scikit-learn, and by nothing but the NumPy calls that it needs (the floor).

A trainer takes a workload and returns run(), which trains from the starting weights and returns the final (W, b) of every layer. What a
user would prepare beforehand is not timed: the data in the library's own arrays, the batches' row numbers.
"""
from __future__ import annotations

import os
import sys
import time

import numpy as np

from benchmarks.floor import straight_line
from benchmarks.workloads import WORKLOADS, Workload
from course_lib.nn import MLP, SGD, Adam, HeavyBall, StackedMLP, train


def course_lib(work: Workload):
    def run():
        weights = iter(work.weights)
        net = MLP(work.sizes, work.activation, work.output, init=lambda *_: next(weights), dtype=work.X.dtype)
        optimizer = {"adam": Adam, "momentum": HeavyBall, "sgd": SGD}[work.optimizer](work.lr)
        for _ in train(net, work.X, work.Y, optimizer, work.epochs, work.batch_size, rng=work.seed):
            pass
        return net.layers
    return run


def torch(work: Workload, **implementation):
    """PyTorch, eager, with the implementation of its optimizer that is the fastest here unless one is given."""
    import torch
    torch.set_num_threads(1)
    X, Y = torch.from_numpy(work.X), torch.from_numpy(work.Y.argmax(1) if work.output == "softmax" else work.Y)
    epochs = [[torch.from_numpy(rows.copy()) for rows in epoch] for epoch in work.epochs_of_batches()]
    activation = {"tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}[work.activation]
    loss_of = torch.nn.CrossEntropyLoss() if work.output == "softmax" else lambda Z, Y: ((Z - Y) ** 2).sum() / (2 * len(Z))

    def network():
        modules = []
        for W in work.weights:
            layer = torch.nn.Linear(*W.shape, dtype=X.dtype)
            layer.weight.data[:] = torch.from_numpy(W.T.copy())
            layer.bias.data[:] = 0
            modules += [layer, activation()]
        return torch.nn.Sequential(*modules[:-1])

    def optimizer_of(net, **implementation):
        if work.optimizer == "adam":
            return torch.optim.Adam(net.parameters(), work.lr, **implementation)
        return torch.optim.SGD(net.parameters(), work.lr, momentum=0.9 if work.optimizer == "momentum" else 0, **implementation)

    def run(implementation=implementation, epochs=epochs):
        net = network()
        optimizer = optimizer_of(net, **implementation)
        for epoch in epochs:
            for rows in epoch:
                x, y = (X, Y) if work.batch_size is None else (X[rows], Y[rows])
                optimizer.zero_grad()
                loss_of(net(x), y).backward()
                optimizer.step()
        return [(layer.weight.detach().numpy().T, layer.bias.detach().numpy()) for layer in net[::2]]

    def seconds(implementation):
        start = time.process_time()
        run(implementation, [epochs[0][:100]] * 3)
        return time.process_time() - start

    if not implementation:
        implementation.update(min([{}, {"foreach": True}, {"fused": True}] * 3, key=seconds))
    return run


def sklearn(work: Workload):
    """scikit-learn's MLP, one partial_fit an epoch, so that the batches are everyone's."""
    from sklearn.neural_network import MLPClassifier, MLPRegressor
    kind = MLPClassifier if work.output == "softmax" else MLPRegressor
    y = work.Y.argmax(1) if work.output == "softmax" else work.Y.ravel()
    orders = [np.concatenate(epoch) for epoch in work.epochs_of_batches()]
    classes = {"classes": np.arange(work.sizes[-1])} if work.output == "softmax" else {}

    def run():
        net = kind(hidden_layer_sizes=work.sizes[1:-1], activation=work.activation, solver="adam" if work.optimizer == "adam" else "sgd",
                   alpha=0, batch_size=1, learning_rate_init=work.lr, shuffle=False, nesterovs_momentum=False,
                   momentum=0.9 if work.optimizer == "momentum" else 0)
        net.partial_fit(work.X[:1], y[:1], **classes)           # makes the arrays
        del net._optimizer
        net.batch_size = work.batch_size or len(y)
        for place, value in zip(net.coefs_ + net.intercepts_, work.weights + [0] * len(work.weights), strict=True):
            place[:] = value
        for order in orders:
            net.partial_fit(work.X[order], y[order])
        return list(zip(net.coefs_, net.intercepts_, strict=True))
    return run


def jax(work: Workload):
    """JAX, one compiled step; for softmax and Adam."""
    os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
    import jax
    jax.config.update("jax_enable_x64", True)
    np_ = jax.numpy
    activation = {"tanh": np_.tanh, "relu": jax.nn.relu}[work.activation]

    def loss(layers, x, y):
        for W, b in layers[:-1]:
            x = activation(x @ W + b)
        W, b = layers[-1]
        return -(y * jax.nn.log_softmax(x @ W + b)).sum() / len(x)

    @jax.jit
    def step(layers, m, v, t, x, y):
        grads = jax.grad(loss)(layers, x, y)
        m = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, m, grads)
        v = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, v, grads)
        move = lambda p, m, v: p - work.lr * m / (1 - 0.9 ** t) / (np_.sqrt(v / (1 - 0.999 ** t)) + 1e-8)      # noqa: E731
        return jax.tree.map(move, layers, m, v), m, v

    def run():
        layers = [(np_.asarray(W), np_.zeros(W.shape[1])) for W in work.weights]
        m = v = jax.tree.map(np_.zeros_like, layers)
        t = 0
        for epoch in work.epochs_of_batches():
            for rows in epoch:
                t += 1
                layers, m, v = step(layers, m, v, t, work.X[rows], work.Y[rows])
        return jax.tree.map(np.asarray, layers)
    return run


def floor(work: Workload):
    """The matrix products of each layer and the ufuncs around them, in a straight line, for networks of three layers."""
    epochs = work.epochs_of_batches()
    return lambda: straight_line(work, epochs)


TRAINERS = {"course_lib": course_lib, "torch": torch, "sklearn": sklearn, "jax": jax, "floor": floor}


def stack_of_64():
    """64 networks on W1's spiral for five epochs, at once."""
    work = WORKLOADS["W1"]()
    nets = StackedMLP(64, work.sizes, activation=work.activation, rng=0)
    list(train(nets, work.X, work.Y, Adam(work.lr), 5, work.batch_size, rng=0))


def loop_of_64():
    """The same networks, one after the other."""
    work = WORKLOADS["W1"]()
    for seed in range(64):
        net = MLP(work.sizes, activation=work.activation, rng=seed)
        list(train(net, work.X, work.Y, Adam(work.lr), 5, work.batch_size, rng=seed))


if __name__ == "__main__":          # python -m benchmarks.trainers torch W1: a process that trains once, for the cold figures
    TRAINERS[sys.argv[1]](WORKLOADS[sys.argv[2]]())()
