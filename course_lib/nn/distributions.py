"""Probabilities: from scores to the simplex (softmax, sparsemax), and how unlike two distributions are (KL)."""
from __future__ import annotations

import numpy as np

from course_lib.nn.checks import check_distribution


def one_hot(labels, classes: int) -> np.ndarray:
    """Class labels 0 .. classes - 1, shape (samples,), as rows that put all mass on one class: (samples, classes) (D4-22).

    ValueError: a label that is no whole number, or out of range.

    >>> one_hot([3, 1], classes=4).tolist()      # chick, cat (D3-18)
    [[0.0, 0.0, 0.0, 1.0], [0.0, 1.0, 0.0, 0.0]]
    """
    labels = np.asarray(labels)
    wrong = labels[(labels != np.floor(labels)) | (labels < 0) | (labels >= classes)] if labels.dtype.kind in "iuf" else labels
    if labels.ndim != 1 or len(wrong):
        came = repr(wrong.flat[0].item()) if labels.ndim == 1 and wrong.size else f"an array of shape {labels.shape}"
        raise ValueError(f"labels should be a row of whole numbers from 0 to {classes - 1}; got {came}")
    return np.eye(classes)[labels.astype(int)]


def log_sum_exp(Z) -> np.ndarray:
    """log of the sum of exp(z) along the last axis, without overflow: the largest z is taken out first.

    >>> float(log_sum_exp([1000.0, 1000.0]))        # 1000 + log 2
    1000.69314718...
    """
    Z = np.asarray(Z)
    largest = Z.max(-1, keepdims=True)
    return np.log(np.exp(Z - largest).sum(-1)) + largest[..., 0]


def softmax(Z) -> np.ndarray:
    """exp(z_c) / sum of exp(z) along the last axis: positive, adding up to 1 (D1-20).

    In float64 an entry 746 below the largest is exactly 0 (erratum 20).

    >>> softmax([5.0, 2.0, -1.0, 3.0]).round(6).tolist()      # D3-19
    [0.842034, 0.041922, 0.002087, 0.113957]
    """
    Z = np.asarray(Z)
    P = np.exp(Z - Z.max(-1, keepdims=True))
    return P / P.sum(-1, keepdims=True)


def sparsemax(Z) -> np.ndarray:
    """The point of the simplex nearest to z, along the last axis: max(z - tau, 0), often with exact zeros (D1-35).

    Source: Martins and Astudillo (2016), https://arxiv.org/abs/1602.02068.

    >>> sparsemax([5.0, 2.0, -1.0, 3.0]).tolist(), sparsemax([1.25, 0.5, -0.25, 0.75]).tolist()      # D3-19
    ([1.0, 0.0, 0.0, 0.0], [0.75, 0.0, 0.0, 0.25])
    """
    return np.maximum(Z - sparsemax_level(Z), 0)


def sparsemax_level(Z) -> np.ndarray:
    """tau with sum of max(z - tau, 0) = 1 along the last axis, which is kept with length 1."""
    falling = -np.sort(-np.asarray(Z), axis=-1)
    excess = np.cumsum(falling, axis=-1) - 1                        # of the k largest, over a total of 1
    count = np.arange(1, falling.shape[-1] + 1)
    support = (count * falling > excess).sum(-1, keepdims=True)
    return np.take_along_axis(excess, support - 1, axis=-1) / support


def entropy(p):
    """-sum of p log p along the last axis, in nats, with 0 log 0 = 0 (D4-26).

    ValueError: p is no distribution.

    >>> float(entropy([0.5, 0.5]))      # log 2
    0.6931471805599...
    """
    return cross_entropy(p, p)


def cross_entropy(p, q):
    """-sum of p log q along the last axis, in nats; infinite where q = 0 < p (D3-20).

    ValueError: p or q is no distribution.

    >>> float(cross_entropy([1.0, 0.0], [0.95, 0.05]))
    0.05129329438755...
    """
    p, q = np.asarray(p, float), np.asarray(q, float)
    check_distribution(p=p, q=q)
    return -_times_log(p, q).sum(-1)


def kl_divergence(p, q):
    """sum of p log(p / q) along the last axis, in nats: >= 0, and 0 only for p = q; not symmetric (D4-24, D4-25).

    ValueError: p or q is no distribution.

    >>> p, q = [0.25, 0.75], [0.5, 0.5]
    >>> round(float(kl_divergence(p, q)), 4), round(float(kl_divergence(q, p)), 4)
    (0.1308, 0.1438)
    """
    p, q = np.asarray(p, float), np.asarray(q, float)
    check_distribution(p=p, q=q)
    return (_times_log(p, p) - _times_log(p, q)).sum(-1)


def entropy_gradient(p) -> np.ndarray:
    """The slope of the entropy in each p: -log p - 1; infinite at p = 0."""
    with np.errstate(divide="ignore"):
        return -np.log(np.asarray(p, float)) - 1


def kl_gradient(p, q) -> np.ndarray:
    """The slope of KL(p, q), and of the cross-entropy, in each q: -p / q; infinite where q = 0 < p."""
    p, q = np.asarray(p, float), np.asarray(q, float)
    with np.errstate(divide="ignore"):
        return -np.divide(p, q, out=np.zeros(np.broadcast_shapes(p.shape, q.shape)), where=p > 0)


def _times_log(p, q):
    """p log q, and 0 where p = 0."""
    with np.errstate(divide="ignore"):
        return np.multiply(p, np.log(np.where(p > 0, q, 1)))
