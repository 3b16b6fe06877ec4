"""A multilayer perceptron: Z = X @ W + b, A = f(Z), layer after layer, and its gradient by backpropagation.

All parameters live in one flat vector theta; every weight matrix and bias is a view onto it, and gradients have the same layout. So an
optimizer, a line search and a loss landscape are vector arithmetic on theta.
"""
from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from course_lib.nn import checks, losses
from course_lib.nn.activations import ACTIVATIONS, linear, sigmoid, tanh
from course_lib.nn.distributions import softmax, sparsemax
from course_lib.nn.initialisation import INITIALISATIONS


class Output(NamedTuple):
    """What the last pre-activations become: predictions, and in training a loss with its slope."""

    prediction: Callable
    loss: Callable


OUTPUTS = {
    "softmax":   Output(softmax, losses.softmax_cross_entropy),         # one class of several
    "sigmoid":   Output(sigmoid, losses.sigmoid_cross_entropy),         # yes or no, for each output
    "linear":    Output(linear, losses.half_squared_error),             # regression
    "tanh":      Output(tanh, losses.tanh_squared_error),               # the playground, labels ±1
    "sparsemax": Output(sparsemax, losses.sparsemax_loss),
    "hinge":     Output(linear, losses.hinge),
}


@lru_cache
def row_of_ones(samples: int, dtype) -> np.ndarray:
    """ones @ delta adds up the samples: as a matrix product twice as fast as a sum. Kept, for every step needs it again."""
    return np.ones(samples, dtype)


class MLP:
    """A fully connected network.

    sizes: the widths from inputs to outputs, [64, 128, 10]. activation: of the hidden layers, by name (`activations.ACTIVATIONS`).
    output: prediction and loss, by name (`OUTPUTS`). init: weights by name (`initialisation.INITIALISATIONS`) or any function
    (inputs, outputs, rng). lam: the weight of the regulariser 1/2 sum of W^2, never on biases (D1-27).

    theta (parameters,) holds all parameters and layers = [(W, b), ...] are views onto it, W (inputs, outputs), b (outputs,).
    `loss`, `loss_and_grad` and `forward` use theta, or another vector that is given in its place.

    ValueError: an unknown name, sizes that make no network, data or theta of the wrong shape, data that is not finite.

    >>> net = MLP([2, 3, 1], activation="tanh", output="linear", rng=0)
    >>> len(net.theta), [W.shape for W, b in net.layers]
    (13, [(2, 3), (3, 1)])
    """

    stack = ()                          # the leading axes of theta: none here, (networks,) in `StackedMLP`
    product = staticmethod(np.dot)      # faster than @ on small matrices

    def __init__(self, sizes, activation="tanh", output="softmax", init="xavier", rng=None, lam=0.0, dtype=np.float64):
        self.sizes = checks.check_sizes(sizes)
        self.activation = checks.choose("activation", activation, ACTIVATIONS)
        self.output = checks.choose("output", output, OUTPUTS)
        self.lam = lam
        self.places = [*self._places()]
        self.theta = np.zeros((*self.stack, sum((inputs + 1) * outputs for inputs, outputs in pairwise(self.sizes))), dtype)
        self.layers = self.views(self.theta)
        self.start(init if callable(init) else checks.choose("initialisation", init, INITIALISATIONS), np.random.default_rng(rng))

    def _places(self):
        """Where in theta each layer is: the place and the shape of W, the place of b."""
        start = 0
        for inputs, outputs in pairwise(self.sizes):
            middle, end = start + inputs * outputs, start + (inputs + 1) * outputs
            yield np.s_[..., start:middle], (*self.stack, inputs, outputs), np.s_[..., middle:end]
            start = end

    def start(self, init: Callable, rng) -> None:
        """Draw new weights; biases become 0."""
        for W, b in self.layers:
            for network in np.ndindex(self.stack):
                W[network] = init(*W.shape[-2:], rng)
            b[:] = 0

    def views(self, theta) -> list[tuple[np.ndarray, np.ndarray]]:
        """A vector like theta seen as [(W, b), ...], without copying."""
        if theta.shape != self.theta.shape:
            raise ValueError(f"theta should have shape {self.theta.shape}, all parameters of {list(self.sizes)}; got {theta.shape}")
        return [(theta[weights].reshape(shape), theta[biases]) for weights, shape, biases in self.places]

    def predict(self, X) -> np.ndarray:
        """The network's answers, (samples, outputs): probabilities, or numbers where the output is linear."""
        checks.check_finite(X=X)
        return self.output.prediction(self.forward(X)[-1])

    def forward(self, X, theta=None) -> list[np.ndarray]:
        """[X, A1, A2, ..., Z]: what each layer receives, and last the pre-activations of the output (D1-21)."""
        A = [checks.as_inputs(X, self.sizes[0], self.theta.dtype)]
        for W, b in self.layers if theta is None else self.views(theta):
            if len(A) > 1:
                self.activation.value(A[-1], out=A[-1])
            Z = self.product(A[-1], W)
            Z += b[..., None, :]
            A.append(Z)
        return A

    def backward(self, A, delta, theta=None) -> np.ndarray:
        """The gradient in theta, from what `forward` returned and delta = dL/dZ of the last layer (D1-39 to D1-43)."""
        layers = self.layers if theta is None else self.views(theta)
        grad = np.empty_like(self.theta if theta is None else theta)
        gradients, ones = self.views(grad), row_of_ones(delta.shape[-2], delta.dtype)
        for i in range(len(layers) - 1, -1, -1):
            (W, _), (dW, db) = layers[i], gradients[i]
            self.product(A[i].mT, delta, out=dW)
            self.product(ones, delta, out=db)           # the sum over the samples
            if i > 0:                                   # X itself came out of no activation (erratum 19)
                delta = self.product(delta, W.mT)
                delta *= self.activation.slope(A[i])
            if self.lam:
                dW += self.lam * W
        return grad

    def loss(self, X, Y, theta=None):
        """The mean loss of the samples, plus lam times the regulariser."""
        return self._compare(X, Y, self.forward(X, theta)[-1], theta)[0]

    def loss_and_grad(self, X, Y, theta=None):
        """The loss and its gradient in theta, a new vector, by backpropagation."""
        A = self.forward(X, theta)
        loss, delta = self._compare(X, Y, A[-1], theta)
        return loss, self.backward(A, delta, theta)

    def _compare(self, X, Y, Z, theta):
        """The loss, and delta = dL/dZ."""
        loss, delta = self.output.loss(Z, checks.as_targets(Y, Z.shape, self.theta.dtype))
        if self.lam:
            loss += self.lam / 2 * sum(losses.total(W, W) for W, b in (self.layers if theta is None else self.views(theta)))
        checks.check_loss(loss, X, Y)
        return loss, delta
