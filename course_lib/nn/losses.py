"""Losses: how far a network's scores Z are from the targets Y, and the slope of that in Z.

Every loss takes Z and Y, (samples, outputs) with one sample a row, and returns the mean over the samples and its gradient in Z,
(samples, outputs). Z are pre-activations: what softmax or sigmoid make of them is part of the loss, for that is what keeps it
stable and makes the gradient so short: (P - Y) / samples in the three canonical cases. A stack (..., samples, outputs) gives a
stack of means.
"""
from __future__ import annotations

import numpy as np

from course_lib.nn.activations import ACTIVATIONS, sigmoid, softplus
from course_lib.nn.distributions import sparsemax_level


def half_squared_error(Z, Y):
    """1/2 |z - y|^2 (D1-33).

    >>> loss, gradient = half_squared_error([[3.0, 1.0]], [[1.0, 1.0]])
    >>> float(loss), gradient.tolist()
    (2.0, [[2.0, 0.0]])
    """
    delta = np.subtract(Z, Y)
    samples = delta.shape[-2]
    loss = total(delta, delta) / (2 * samples)
    delta /= samples
    return loss, delta


def mean_squared_error(Z, Y):
    """|z - y|^2, without the half: mean over samples, sum over outputs (D0-22, D3-02)."""
    loss, delta = half_squared_error(Z, Y)
    return 2 * loss, 2 * delta


def softmax_cross_entropy(Z, Y):
    """-log of the probability that softmax(z) gives to the true class; y is one-hot, or any distribution (D1-34).

    >>> loss, gradient = softmax_cross_entropy([[0.0, 1.0]], [[1.0, 0.0]])      # the logistic loss at s = 1 (D1-35)
    >>> float(loss), gradient.round(4).tolist()
    (1.3132616875182..., [[-0.7311, 0.7311]])
    """
    Z = Z - np.maximum.reduce(Z, -1, keepdims=True)
    P = np.exp(Z)
    mass = np.add.reduce(P, -1, keepdims=True)
    samples = P.shape[-2]
    loss = (np.add.reduce(np.log(mass), (-2, -1)) - total(Y, Z)) / samples
    P /= mass
    P -= Y
    P /= samples
    return loss, P


def sigmoid_cross_entropy(Z, Y):
    """The logistic loss, -y log sigmoid(z) - (1 - y) log(1 - sigmoid(z)), y in {0, 1}, summed over the outputs (D3-05).

    >>> float(sigmoid_cross_entropy([[1.0]], [[0.0]])[0])
    1.3132616875182...
    """
    Z = np.asarray(Z)
    samples = Z.shape[-2]
    loss = (np.add.reduce(softplus(Z), (-2, -1)) - total(Y, Z)) / samples
    return loss, (sigmoid(Z) - Y) / samples


def hinge(Z, Y):
    """max(0, 1 + the best wrong score - the true score), y one-hot; at the kink its slope is 0 (D1-35).

    Source: Crammer and Singer (2001), https://www.jmlr.org/papers/v2/crammer01a.html.

    >>> [float(hinge([[0.0, s]], [[1.0, 0.0]])[0]) for s in (-1, 0, 1)]
    [0.0, 1.0, 2.0]
    """
    Z, true = np.asarray(Z), np.asarray(Y) > 0
    samples = Z.shape[-2]
    rival = np.where(true, -np.inf, Z).argmax(-1)[..., None] == np.arange(Z.shape[-1])
    violation = 1 + ((Z * rival).sum(-1) - (Z * true).sum(-1))
    delta = np.where(violation[..., None] > 0, rival * 1.0 - true, 0.0)
    return np.maximum(violation, 0).sum(-1) / samples, delta / samples


def sparsemax_loss(Z, Y):
    """The loss whose gradient is sparsemax(z) - y: 0 as soon as the true score leads by 1 (D1-35).

    Source: Martins and Astudillo (2016), https://arxiv.org/abs/1602.02068.

    >>> [float(sparsemax_loss([[0.0, s]], [[1.0, 0.0]])[0]) for s in (-1, 0, 1)]
    [0.0, 0.25, 1.0]
    """
    Z = np.asarray(Z)
    samples = Z.shape[-2]
    level = sparsemax_level(Z)
    P = np.maximum(Z - level, 0)
    of_scores, of_targets = np.where(P > 0, Z * Z - level * level, 0).sum((-2, -1)), np.square(Y).sum((-2, -1))
    return ((of_scores + of_targets) / 2 - total(Y, Z)) / samples, (P - Y) / samples


def zero_one(Z, Y):
    """The share of samples whose true score is not the single largest; its slope is 0 wherever it has one (D0-26, erratum 12).

    >>> float(zero_one([[2.0, 1.0], [1.0, 1.0]], [[1.0, 0.0], [1.0, 0.0]])[0])      # a tie is an error
    0.5
    """
    Z, true = np.asarray(Z), np.asarray(Y) > 0
    wrong = np.where(true, -np.inf, Z).max(-1) >= np.where(true, Z, -np.inf).max(-1)
    return wrong.mean(-1), np.zeros_like(Z)


def tanh_squared_error(Z, Y):
    """1/2 |tanh(z) - y|^2, the playground's loss (D1-24)."""
    A = np.tanh(Z)
    loss, delta = half_squared_error(A, Y)
    return loss, delta * ACTIVATIONS["tanh"].slope(A)


def total(Y, Z):
    """The sum of y z over samples and outputs, one number for each network of a stack."""
    if Z.ndim == 2:
        return np.dot(np.asarray(Y).ravel(), Z.ravel())       # four times as fast at lecture sizes
    return np.einsum("...ij,...ij->...", Y, Z)
