"""Where training starts: the weights of one layer, (inputs, outputs), drawn from a rng. Biases start at 0."""
from __future__ import annotations

import numpy as np


def zeros(inputs: int, outputs: int, rng) -> np.ndarray:
    """All weights 0: the deck's question D3-22."""
    return np.zeros((inputs, outputs))


def constant(value: float):
    """All weights alike: the units of a layer then stay copies of one another."""
    return lambda inputs, outputs, rng: np.full((inputs, outputs), float(value))


def gain(factor: float):
    """Normal weights with standard deviation factor / sqrt(inputs): signals keep their size at the right factor (D4-14).

    The right factor is 1 for linear units, sqrt(2) for ReLU, about 5/3 for tanh.
    """
    return lambda inputs, outputs, rng: rng.standard_normal((inputs, outputs)) * (factor / np.sqrt(inputs))


def xavier(inputs: int, outputs: int, rng) -> np.ndarray:
    """Normal weights with variance 2 / (inputs + outputs): a compromise between signals forwards and gradients backwards.

    Source: Glorot and Bengio (2010), Understanding the difficulty of training deep feedforward neural networks.
    """
    return rng.standard_normal((inputs, outputs)) * np.sqrt(2 / (inputs + outputs))


def he(inputs: int, outputs: int, rng) -> np.ndarray:
    """Normal weights with variance 2 / inputs, made for ReLU, which lets half of the signal through.

    Source: He, Zhang, Ren and Sun (2015), https://arxiv.org/abs/1502.01852.
    """
    return gain(np.sqrt(2))(inputs, outputs, rng)


INITIALISATIONS = {"zeros": zeros, "xavier": xavier, "he": he}
