"""The notations of the five lecture decks beside ours: what each calls what, and how weights, deltas and steps are converted."""
from __future__ import annotations

import numpy as np

from course_lib.nn.checks import check_whole, choose
from course_lib.topics.collapse import as_layers

DECKS = ("ours", "D0", "D1", "D2", "D3", "D4")
NOTATIONS = {       # one row for each idea, one entry for each of DECKS; formulas in LaTeX
    "layer": (r"$Z = A W + b$", r"$z = x^\top w + b$", r"$z^{(\ell)} = W^{(\ell)} h^{(\ell-1)} + b^{(\ell)}$", r"$W x$",
              r"$s_j^{(l)} = \sum_i w_{ij}^{(l)} x_i^{(l-1)}$", r"$z^\ell = W^\ell a^{\ell-1}$"),
    "a sample is": ("a row", "a column", "a column", "a column", "a column", "a column"),
    "shape of W": ("inputs × outputs", "outputs × inputs", "outputs × inputs", "outputs × inputs", "(1 + inputs) × outputs",
                   "outputs × inputs"),
    "bias": ("$b$", "$b$", r"$b^{(\ell)}$", "none", "$w_{0j}$, the weight of $x_0 = 1$", "none (a homework)"),
    "activation": ("$f$", "$f$", "$g$", "$g$", r"$\theta$", r"$\phi$"),
    "depth": ("weight layers", "not counted", "$L$ hidden layers; the output is number $L + 1$", "Dense1, Dense2",
              "weight layers: “2-layer” has one hidden layer", "$L$ weight layers"),
    "parameters": ("`theta`", r"$\theta$", r"$\theta$", r"$\theta$, made of $w$ and $W$", r"$\mathbf{w}$", "$w$"),
    "delta": (r"$\partial L / \partial Z$", "none: derivatives of layers are multiplied", r"$\nabla_{z^{(\ell)}} L$, no letter",
              "none: derivatives of layers are multiplied", r"$\delta_j^{(l)} = \partial e / \partial s_j^{(l)}$",
              r"$\delta^\ell = \partial e / \partial a^\ell$"),
    "step": ("`lr`", r"$\alpha$", r"$\eta$", r"$\eta$", r"$\eta$", r"$\alpha^k$ by line search, $\gamma_k$ in SGD"),
    "squared error": (r"$\frac12 |z - y|^2$", r"$(y - f_\theta(x))^2$", r"$\frac12 \|f - y\|^2$", r"$(y - w^\top g(W x))^2$",
                      r"$(x_1^{(L)} - y)^2$", r"$(y - \hat y)^2$"),
    "batch gradient": ("mean", "mean", "mean", "sum", "one sample, or the mean", "sum"),
}
HALVED = ("ours", "D1")                 # whose squared error has a factor 1/2, so that its slope is f - y and not 2 (f - y)
SUMMED = ("D2", "D4")                   # whose batch gradient is a sum (erratum 23)
WITHOUT_BIAS = ("D2", "D4")             # erratum 21


def to_deck(deck: str, layers):
    """Our layers [(W, b), ...] as the weights of a deck (D1-21, D2-03, D3-10, D4-19; E4, L09).

    D0 and D1: [(W, b), ...], W (outputs, inputs). D2: (W, w), W (hidden, inputs) and w (hidden,). D3: [w, ...], w (1 + inputs, outputs).
    D4: [W, ...], W (outputs, inputs).
    ValueError: an unknown deck; biases other than 0 for D2 or D4; for D2 anything but two layers and one output.

    >>> to_deck("D3", [([[1, 2], [3, 4]], [5, 6])])[0].tolist()
    [[5.0, 6.0], [1.0, 2.0], [3.0, 4.0]]
    """
    choose("deck", deck, dict.fromkeys(DECKS))
    layers = as_layers(layers)
    if deck in WITHOUT_BIAS and any(b.any() for _, b in layers):
        raise ValueError(f"{deck} writes no biases, so all b should be 0; got {[b.tolist() for _, b in layers]}")
    if deck == "D2":
        if len(layers) != 2 or layers[1][0].shape[1] != 1:
            raise ValueError(f"D2 writes w·g(W x), two layers and one output; got W of shapes {[W.shape for W, _ in layers]}")
        return layers[0][0].T, layers[1][0][:, 0]
    if deck == "D3":
        return [np.vstack([b, W]) for W, b in layers]
    if deck == "D4":
        return [W.T for W, _ in layers]
    return layers if deck == "ours" else [(W.T, b) for W, b in layers]


def from_deck(deck: str, weights) -> list[tuple[np.ndarray, np.ndarray]]:
    """The weights of a deck, or a gradient in their form, as our layers [(W, b), ...]; undoes `to_deck` (E4, L09).

    Where the deck has no biases (D2, D4), b is 0.
    ValueError: an unknown deck, or shapes that do not follow on each other.
    """
    choose("deck", deck, dict.fromkeys(DECKS))
    if deck == "D2":
        weights = np.asarray(weights[0]), np.atleast_2d(weights[1])
    if deck in WITHOUT_BIAS:
        return as_layers([(np.transpose(W), np.zeros(len(W))) for W in weights])
    if deck == "D3":
        return as_layers([(w[1:], w[0]) for w in weights])
    return as_layers(weights if deck == "ours" else [(np.transpose(W), b) for W, b in weights])


def delta_of_z(delta_of_a, slope) -> np.ndarray:
    """Our delta from D4's: dL/dz = dL/da * phi'(z), both (samples, units) (D1-40, D4-09; L09)."""
    return np.multiply(delta_of_a, slope)


def delta_of_a(delta_above, W_above) -> np.ndarray:
    """D4's delta of a layer from our delta of the layer above: dL/da = delta W^T (D1-39, D4-09; L09).

    Not by division: where phi'(z) = 0, as in a dead ReLU, dL/dz = 0 has forgotten dL/da.

    >>> delta_of_a([[1.0, -1.0]], [[2.0, 3.0], [0.0, 5.0]]).tolist()
    [[-1.0, -5.0]]
    """
    return np.asarray(delta_above) @ np.transpose(W_above)


def gradient_scale(deck: str, batch_size: int) -> int:
    """How many times longer a deck's batch gradient of its squared error is than ours (erratum 23; L10, E7).

    B times where it is a sum and not a mean, twice where the error has no 1/2.

    >>> [gradient_scale(deck, 32) for deck in DECKS]
    [1, 2, 1, 64, 2, 64]
    """
    choose("deck", deck, dict.fromkeys(DECKS))
    check_whole(1, batch_size=batch_size)
    return (1 if deck in HALVED else 2) * (batch_size if deck in SUMMED else 1)


def deck_step(deck: str, lr: float, batch_size: int) -> float:
    """The deck's step that moves the weights as far as our lr does: lr / `gradient_scale` (D2-12; L10, E7).

    >>> deck_step("D4", 0.64, batch_size=32)
    0.01
    """
    return lr / gradient_scale(deck, batch_size)
