"""How a gradient travels down a deep network: one matrix V for each layer it crosses, and the product of them all.

Ours, with delta = dL/dZ as a row: delta_l = delta_{l+1} V_{l+1}, V_{l+1} = W_{l+1}^T Diag(f'(z_l)), so delta_l = delta_L V_L ... V_{l+1}.
Deck D4, with delta = de/da as a column: delta^l = V^{l+1} ... V^L delta^L, V^{l+1} = W_{l+1} Diag(f'(z_{l+1})) in our W (inputs, outputs).
Layers are [(W, b), ...]; the last layer's z is the output here, and goes through the activation too in the functions that quote the deck.
"""
from __future__ import annotations

import numpy as np

from course_lib.nn.activations import ACTIVATIONS, derivative
from course_lib.nn.checks import check_finite, check_not_negative, check_whole, choose
from course_lib.nn.initialisation import gain


def pre_activations(layers, activation: str, X) -> list[np.ndarray]:
    """[Z_1, ..., Z_L], Z_l = A_{l-1} @ W_l + b_l, for one sample (inputs,), rows (samples, inputs), or stacks of networks (D1-21).

    ValueError: no activation of that name, X that does not fit the first layer or is not finite.

    >>> layers = [(np.array([[1.0, -1.0]]), np.zeros(2)), (np.array([[1.0], [1.0]]), np.zeros(1))]
    >>> [z.tolist() for z in pre_activations(layers, "relu", [3.0])]      # relu(x) + relu(-x) = |x|
    [[3.0, -3.0], [3.0]]
    """
    value, A = choose("activation", activation, ACTIVATIONS).value, np.asarray(X)
    inputs = np.shape(layers[0][0])[-2]
    if A.shape[-1:] != (inputs,):
        raise ValueError(f"X should have shape (..., {inputs}), one sample a row; got {A.shape}")
    check_finite(X=A)
    Z = []
    for W, b in layers:
        Z.append(A @ W + b)
        A = value(Z[-1])
    return Z


def deltas(layers, activation: str, X, delta) -> list[np.ndarray]:
    """[delta_1, ..., delta_L] by recursion from delta = dL/dZ_L: delta_l = (delta_{l+1} @ W_{l+1}^T) * f'(Z_l) (D1-39, D1-40, D3-15).

    ValueError: as `pre_activations`, and a delta of another shape than Z_L.
    """
    Z = pre_activations(layers, activation, X)
    found = [_as_output(delta, Z[-1])]
    for (W, _), z in zip(layers[:0:-1], Z[-2::-1], strict=True):
        found.append(found[-1] @ W.mT * derivative(activation, z))
    return found[::-1]


def v_matrices(layers, activation: str, X) -> list[np.ndarray]:
    """[V_2, ..., V_L], V_l = W_l^T Diag(f'(z_{l-1})): delta_{l-1} = delta_l @ V_l (D4-10 in our notation).

    V_l has shape (..., outputs, inputs) of layer l, one for each sample in X (..., inputs). ValueError: as `pre_activations`.
    """
    Z = pre_activations(layers, activation, X)
    return [W.mT * derivative(activation, z)[..., None, :] for (W, _), z in zip(layers[1:], Z[:-1], strict=True)]


def spectral_bounds(V) -> np.ndarray:
    """What ||delta_l|| / ||delta_L|| cannot exceed, l = 1 .. L: the product of the spectral norms of V_{l+1} ... V_L (D4-14).

    V as `v_matrices` gives it; returns (..., L). The last entry is 1, an empty product. ValueError: V is empty.
    """
    if not len(V):
        raise ValueError("V is empty: a network of one layer has no V matrix; expected [V_2, ..., V_L]")
    norms = np.stack([np.linalg.norm(v, ord=2, axis=(-2, -1)) for v in V], axis=-1)
    products = np.cumprod(norms[..., ::-1], axis=-1)[..., ::-1]
    return np.concatenate([products, np.ones_like(products[..., :1])], axis=-1)


def deck_v_matrices(layers, activation: str, X) -> list[np.ndarray]:
    """[V^1, ..., V^L] of the deck, V^l = W_l Diag(f'(z_l)), (..., inputs, outputs): de/da^{l-1} = V^l de/da^l (D4-09, D4-10; erratum 29).

    ValueError: as `pre_activations`.
    """
    Z = pre_activations(layers, activation, X)
    return [W * derivative(activation, z)[..., None, :] for (W, _), z in zip(layers, Z, strict=True)]


def deck_gradient_norms(layers, activation: str, x, error) -> tuple[np.ndarray, np.ndarray]:
    """||dE/dW_l||_2 for one sample, l = 1 .. L, and the deck's bound on it (D4-11, D4-14; erratum 34).

    The gradient has rank one, so its norm is exactly ||f'(z_l) * delta^l|| ||a_{l-1}||. The deck bounds it by
    max |f'(z_l)| ||V^{l+1} ... V^L delta^L|| ||a_{l-1}||. x (inputs,); error = delta^L = de/da^L (outputs,).
    ValueError: as `pre_activations`, several samples, or an error of another shape than the output.
    """
    if np.ndim(x) != 1:
        raise ValueError(f"x should be one sample of shape (inputs,); got {np.shape(x)}")
    Z = pre_activations(layers, activation, x)
    received = [np.asarray(x), *(ACTIVATIONS[activation].value(z) for z in Z[:-1])]
    found = [_as_output(error, Z[-1])]
    for V in deck_v_matrices(layers, activation, x)[:0:-1]:
        found.append(V @ found[-1])
    slopes, size = [derivative(activation, z) for z in Z], np.linalg.norm
    exact = [size(slope * delta) * size(a) for slope, delta, a in zip(slopes, found[::-1], received, strict=True)]
    bound = [np.abs(slope).max() * size(delta) * size(a) for slope, delta, a in zip(slopes, found[::-1], received, strict=True)]
    return np.array(exact), np.array(bound)


def norms_by_depth(activation: str, factor: float, depth: int = 20, width: int = 64, networks: int = 100, *, rng) -> np.ndarray:
    """||delta_l|| / ||delta_L|| in random networks, (networks, depth): flat where gradients travel, a slope where they vanish or explode.

    Every network has `depth` layers, `width` wide, biases 0, normal weights of standard deviation factor / sqrt(width), one standard
    normal input, and a standard normal delta_L (D4-14). ValueError: an unknown activation, sizes below 1, a negative factor.

    >>> ratios = norms_by_depth("linear", 1.0, depth=3, width=5, networks=2, rng=0)
    >>> ratios.shape, ratios[:, -1].tolist()
    ((2, 3), [1.0, 1.0])
    """
    check_whole(1, depth=depth, width=width, networks=networks)
    check_not_negative(factor=factor)
    rng, init = np.random.default_rng(rng), gain(factor)
    ratios = np.empty((networks, depth))
    for network in ratios:
        layers = [(init(width, width, rng), 0.0) for _ in range(depth)]
        sizes = np.linalg.norm(deltas(layers, activation, rng.standard_normal(width), rng.standard_normal(width)), axis=-1)
        network[:] = sizes / sizes[-1]
    return ratios


def dead_shares(layers, activation: str, X) -> np.ndarray:
    """The share of units, for each hidden layer, whose slope is 0 at every sample: no gradient reaches their weights (D0-07).

    X (samples, inputs), or stacks of them for stacks of networks, W (..., inputs, outputs) and b (..., 1, outputs); returns
    (..., hidden layers). A leaky ReLU never dies; a tanh counts as dead where it is +1 or -1 in float64.
    ValueError: as `pre_activations`, or X that is no table.

    >>> layers = [(np.array([[1.0, 1.0]]), np.array([0.0, -9.0])), (np.ones((2, 1)), np.zeros(1))]
    >>> dead_shares(layers, "relu", [[-1.0], [1.0]]).tolist(), dead_shares(layers, "leaky_relu", [[-1.0], [1.0]]).tolist()
    ([0.5], [0.0])
    """
    if np.ndim(X) < 2:
        raise ValueError(f"X should have shape (samples, inputs), all samples a unit could live for; got {np.shape(X)}")
    hidden = pre_activations(layers, activation, X)[:-1]
    return np.stack([(derivative(activation, z) == 0).all(axis=-2).mean(axis=-1) for z in hidden], axis=-1)


def _as_output(delta, z) -> np.ndarray:
    delta = np.asarray(delta)
    if delta.shape != z.shape:
        raise ValueError(f"the error at the output should have its shape, {z.shape}; got {delta.shape}")
    return delta
