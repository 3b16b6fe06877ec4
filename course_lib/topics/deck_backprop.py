"""Backpropagation five times over: each deck's formulas in its own letters, for one sample and the deck's own form of weights.

Vectors are columns, here arrays (n,); activations are named, one for each layer. What the five have in common is one gradient.
"""
from __future__ import annotations

from typing import NamedTuple

import numpy as np

from course_lib.nn.activations import ACTIVATIONS, Activation
from course_lib.nn.checks import check_finite, choose
from course_lib.nn.distributions import softmax
from course_lib.topics.notations import SUMMED, from_deck, to_deck


class Backprop(NamedTuple):
    """The gradient of one sample in the form of the deck's weights, and the deck's deltas, one (units,) for each layer, if it has any."""

    gradient: list | tuple
    deltas: list


def backprop_d0(layers, x, y, phi) -> Backprop:
    """The chain rule: each layer multiplies what is passed to it by its own derivatives and passes the result backwards (D0-25)."""
    inputs, df_dz = [], []
    for (W, b), f in zip(layers, phi, strict=True):
        inputs.append(x)
        x = f.value(W @ x + b)
        df_dz.append(np.diag(f.slope(x)))
    passed, gradient = 2 * (x - y), []                      # dL/df, L = (y - f)^2
    for (W, _), x, local in zip(layers[::-1], inputs[::-1], df_dz[::-1], strict=True):
        dL_dz = passed @ local
        gradient.insert(0, (np.outer(dL_dz, x), dL_dz))
        passed = dL_dz @ W
    return Backprop(gradient, [])


def backprop_d1(layers, x, y, g) -> Backprop:
    """The pseudocode of D1-43, from the output gradient -(1_y - f(x)), with the guard that it lacks (erratum 19)."""
    h = [x]
    for (W, b), activation in zip(layers, g, strict=True):
        h.append(activation.value(W @ h[-1] + b))
    grad_z, gradient, deltas = -(y - h[-1]), [], []
    for ell in range(len(layers), 0, -1):
        gradient.insert(0, (np.outer(grad_z, h[ell - 1]), grad_z))
        deltas.insert(0, grad_z)
        if ell > 1:                                         # there is no z^(0)
            grad_h = layers[ell - 1][0].T @ grad_z
            grad_z = grad_h * g[ell - 2].slope(h[ell - 1])
    return Backprop(gradient, deltas)


def backprop_d2(weights, x, y, g) -> Backprop:
    """dL/df · dDense2/dActivation1 · dActivation1/dDense1 · dDense1/dW with every tensor written out (D2-10)."""
    W, w = weights
    activation1 = g[0].value(W @ x)
    dL_df = -2 * (y[0] - w @ activation1)                   # a number
    dDense2 = w                                             # (d',)
    dActivation1 = np.diag(g[0].slope(activation1))         # (d', d')
    dDense1 = np.einsum("ij,k->ijk", np.eye(len(W)), x)     # (d', d', d)
    return Backprop((dL_df * np.einsum("i,ij,jkl->kl", dDense2, dActivation1, dDense1), dL_df * activation1), [])


def backprop_d3(w, x, y, theta) -> Backprop:
    """delta_i = theta'(s_i) sum_j w_ij delta_j from the last layer down, and de/dw_ij = x_i delta_j, x_0 = 1 (D3-13 to D3-16)."""
    xs = [x]
    for w_l, activation in zip(w, theta, strict=True):
        xs.append(activation.value(np.append(1, xs[-1]) @ w_l))
    delta = [2 * (xs[-1] - y) * theta[-1].slope(xs[-1])]    # for tanh 2 (x - y) (1 - x^2)
    for l in range(len(w) - 1, 0, -1):                      # noqa: E741, the slide's letter
        delta.insert(0, theta[l - 1].slope(xs[l]) * (w[l][1:] @ delta[0]))
    return Backprop([np.outer(np.append(1, x_l), d) for x_l, d in zip(xs[:-1], delta, strict=True)], delta)


def backprop_d4(W, x, y, phi) -> Backprop:
    """delta^l = V^(l+1) ... V^L delta^L, V = W^T Diag(phi'), and the gradient Diag(phi') delta a^T (D4-09 to D4-11, D4-15)."""
    a = [x]
    for W_l, activation in zip(W, phi, strict=True):
        a.append(activation.value(W_l @ a[-1]))
    diag = [np.diag(activation.slope(a_l)) for activation, a_l in zip(phi, a[1:], strict=True)]
    V = [W_l.T @ diag_l for W_l, diag_l in zip(W, diag, strict=True)]
    delta = [2 * (a[-1] - y)]                               # de/da^L
    for V_above in V[:0:-1]:
        delta.insert(0, V_above @ delta[0])
    return Backprop([diag_l @ np.outer(d, a_l) for diag_l, d, a_l in zip(diag, delta, a[:-1], strict=True)], delta)


BACKPROPS = {"D0": backprop_d0, "D1": backprop_d1, "D2": backprop_d2, "D3": backprop_d3, "D4": backprop_d4}
LINEAR = {"linear": ACTIVATIONS["linear"]}
OUTPUTS = {"D1": LINEAR | {"softmax": Activation(softmax, slope=None)}, "D2": LINEAR}       # the others: any activation


def deck_backprop(deck: str, weights, x, y, activations) -> Backprop:
    """One sample x (inputs,) with target y (outputs,), by the formulas of a deck and in its form of weights, see `to_deck` (L09).

    activations: one name for each layer, the last for the output. The error is the deck's squared error (`NOTATIONS`), in D1 with a
    linear output; D1 also takes "softmax" with the cross-entropy, D2 only a linear output.
    ValueError: an unknown deck or activation, shapes that do not fit, numbers that are not finite.

    >>> w = [[[0.0], [1.0]]]                                # row 0 belongs to x_0 = 1; theta = tanh
    >>> deck_backprop("D3", w, [0.5], [1.0], ["tanh"]).gradient[0].round(6).tolist()
    [[-0.846033], [-0.423017]]
    """
    backprop, layers = choose("deck", deck, BACKPROPS), from_deck(deck, weights)
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    fits = layers[0][0].shape[:1], layers[-1][1].shape, len(layers)
    if (x.shape, y.shape, len(activations)) != fits:
        raise ValueError(f"these weights need x of shape {fits[0]}, y of shape {fits[1]} and a list of {fits[2]} activations; "
                         f"got {x.shape}, {y.shape} and {activations!r}")
    check_finite(x=x, y=y)
    phi = [choose("activation", name, ACTIVATIONS) for name in activations[:-1]]
    phi.append(choose(f"output in {deck}", activations[-1], OUTPUTS.get(deck, ACTIVATIONS)))
    return backprop(to_deck(deck, layers), x, y, phi)


def deck_batch_gradient(deck: str, weights, X, Y, activations) -> list[tuple[np.ndarray, np.ndarray]]:
    """The deck's gradient of a batch, a sum in D2 and D4 and a mean in the others (D1-30, D2-12, D4-07; L09).

    X (samples, inputs), Y (samples, outputs); in our layout [(dW, db), ...] and `gradient_scale` times as long as ours.
    ValueError: as in `deck_backprop`.
    """
    if len(X) != len(Y) or not len(X):
        raise ValueError(f"X and Y should have one row for each sample, and at least one; got {len(X)} and {len(Y)}")
    samples = [from_deck(deck, deck_backprop(deck, weights, x, y, activations).gradient) for x, y in zip(X, Y, strict=True)]
    combine = np.sum if deck in SUMMED else np.mean
    return [(combine([W for W, _ in layer], axis=0), combine([b for _, b in layer], axis=0)) for layer in zip(*samples, strict=True)]
