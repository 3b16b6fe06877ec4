"""The floor: what NumPy alone takes for a training, with no function, no class, no check and no list between the calls.

Everything that the arithmetic asks for is here, once: matrix products, ufuncs, the gathering of a batch, the loss of every step. What
course_lib takes beyond this time is the price of being a library.
"""
from __future__ import annotations

import numpy as np


def straight_line(work, epochs):
    """Train a network of three layers; returns its (W, b)."""
    X, Y, lr, softmax, whole = work.X, work.Y, work.lr, work.output == "softmax", work.batch_size is None
    tanh, adam, momentum = work.activation == "tanh", work.optimizer == "adam", work.optimizer == "momentum"
    shapes = [W.shape for W in work.weights]
    theta = np.concatenate([np.append(W.ravel(), np.zeros(W.shape[1], W.dtype)) for W in work.weights])
    (W1, b1), (W2, b2), (W3, b3) = views(theta, shapes)
    grad = np.empty_like(theta)
    (dW1, db1), (dW2, db2), (dW3, db3) = views(grad, shapes)
    m, v, temp = np.zeros_like(theta), np.zeros_like(theta), np.empty_like(theta)
    dot, add, multiply, exp, ones_of, t, losses = np.dot, np.add, np.multiply, np.exp, {}, 0, 0.0
    for epoch in epochs:
        for rows in epoch:
            x, y = (X, Y) if whole else (X.take(rows, 0), Y.take(rows, 0))
            n = len(rows)
            ones = ones_of[n] if n in ones_of else ones_of.setdefault(n, np.ones(n, X.dtype))
            A1 = dot(x, W1)
            A1 += b1
            np.tanh(A1, A1) if tanh else np.maximum(A1, 0, A1)
            A2 = dot(A1, W2)
            A2 += b2
            np.tanh(A2, A2) if tanh else np.maximum(A2, 0, A2)
            Z = dot(A2, W3)
            Z += b3
            if softmax:
                Z -= np.maximum.reduce(Z, 1, keepdims=True)
                correct = dot(y.ravel(), Z.ravel())
                exp(Z, Z)
                mass = add.reduce(Z, 1, keepdims=True)
                losses += (add.reduce(np.log(mass), None) - correct) / n
                Z /= mass
                Z -= y
            else:
                Z -= y
                losses += dot(Z.ravel(), Z.ravel()) / (2 * n)
            Z /= n
            dot(A2.T, Z, out=dW3)
            dot(ones, Z, out=db3)
            delta = dot(Z, W3.T)
            delta *= 1 - A2 * A2 if tanh else A2 > 0
            dot(A1.T, delta, out=dW2)
            dot(ones, delta, out=db2)
            delta = dot(delta, W2.T)
            delta *= 1 - A1 * A1 if tanh else A1 > 0
            dot(x.T, delta, out=dW1)
            dot(ones, delta, out=db1)
            if adam:
                t += 1
                m *= 0.9
                m += multiply(0.1, grad, temp)
                v *= 0.999
                multiply(grad, grad, temp)
                temp *= 0.001
                v += temp
                np.sqrt(v, temp)
                root = (1 - 0.999 ** t) ** 0.5
                temp += 1e-8 * root
                np.divide(m, temp, temp)
                temp *= lr * root / (1 - 0.9 ** t)
                theta -= temp
            elif momentum:
                m *= 0.9
                m += grad
                theta -= multiply(lr, m, temp)
            else:
                theta -= multiply(lr, grad, temp)
    return [(W1, b1), (W2, b2), (W3, b3)]


def views(theta, shapes):
    """The three (W, b) on a flat vector."""
    start = 0
    for inputs, outputs in shapes:
        middle, end = start + inputs * outputs, start + (inputs + 1) * outputs
        yield theta[start:middle].reshape(inputs, outputs), theta[middle:end]
        start = end
