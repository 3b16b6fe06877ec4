"""Derivatives without backpropagation, to check it by: central differences, and the complex step that needs no small step.

`loss` and `gradient` are functions of theta alone, such as lambda theta: net.loss(X, Y, theta).
"""
from __future__ import annotations

import numpy as np

COMPLEX_STEP = 1e-20        # as small as you like: nothing is subtracted, so nothing is rounded away


def central_difference(loss, theta, h: float = 1e-5) -> np.ndarray:
    """(loss(theta + h e_i) - loss(theta - h e_i)) / 2h for every i; wrong by h^2 and by rounding / h (L08).

    theta (parameters,); 2 losses for each parameter (D3-13).

    >>> central_difference(lambda theta: theta[0] ** 3, np.array([2.0])).round(6).tolist()
    [12.0]
    """
    steps = h * np.eye(len(theta))
    return np.array([loss(theta + step) - loss(theta - step) for step in steps]) / (2 * h)


def complex_step(loss, theta) -> np.ndarray:
    """Im loss(theta + i s e_k) / s for every k: the gradient to the last digits, for any loss that takes complex theta.

    Works where the loss is made of analytic pieces: no absolute value, no conjugation, no cast to real on the way.
    Source: Squire and Trapp (1998), https://doi.org/10.1137/S003614459631241X.

    >>> complex_step(lambda theta: theta[0] ** 3, np.array([2.0])).tolist()
    [12.0]
    """
    return np.array([slope_along(loss, theta, direction) for direction in np.eye(len(theta))])


def slope_along(loss, theta, direction) -> float:
    """The directional derivative, gradient @ direction, by one complex step."""
    return np.imag(loss(theta + 1j * COMPLEX_STEP * direction)) / COMPLEX_STEP


def hessian_vector_product(gradient, theta, vector) -> np.ndarray:
    """The Hessian times a vector, without the Hessian: one complex step of the gradient in that direction.

    >>> hessian_vector_product(lambda theta: theta ** 3, np.array([2.0, 1.0]), np.array([1.0, 1.0])).tolist()
    [12.0, 3.0]
    """
    return np.imag(gradient(theta + 1j * COMPLEX_STEP * np.asarray(vector))) / COMPLEX_STEP


def hessian(gradient, theta) -> np.ndarray:
    """The matrix of second derivatives, (parameters, parameters), from a gradient that takes complex theta."""
    return np.array([hessian_vector_product(gradient, theta, direction) for direction in np.eye(len(theta))])


def relative_error(gradient, reference) -> float:
    """|g - r| / max(|g|, |r|) in the Euclidean norm; 0 where both are 0."""
    scale = max(np.linalg.norm(gradient), np.linalg.norm(reference))
    return float(np.linalg.norm(np.subtract(gradient, reference)) / scale) if scale else 0.0
