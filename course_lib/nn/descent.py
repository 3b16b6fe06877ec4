"""Gradient descent on a function of theta: how far to go, and when to stop.

How far is a number, or a rule (theta, gradient there) -> step size: `fixed`, `exact_on_quadratic`, `exact_line_search` and
`backtracking` make rules.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from course_lib.nn.checks import check_number, check_whole

GOLDEN = (5 ** 0.5 - 1) / 2


class Descent(NamedTuple):
    """The way from start to end, (steps + 1, parameters), and what ended it: "gradient", "change" or "steps"."""

    path: np.ndarray
    stopped_by: str

    @property
    def theta(self) -> np.ndarray:
        """The last point."""
        return self.path[-1]


def gradient_descent(gradient: Callable, theta, lr, max_steps: int, small_gradient: float = 0.0, small_change: float = 0.0) -> Descent:
    """theta - lr gradient(theta), again and again (D0-20, D3-03, D4-02).

    theta (parameters,) is where to start. Descent ends where |gradient| <= small_gradient ("gradient", D4-02), after a step with
    |change of theta| <= small_change ("change", D0-20), or after max_steps ("steps"). A small change does not say that the gradient
    is small (erratum 11).

    ValueError: lr is neither a rule nor a number above 0. FloatingPointError: theta ran away to infinity.

    >>> gradient_descent(lambda x: 2 * x, [1.0], lr=0.25, max_steps=2).path.tolist()      # x^2
    [[1.0], [0.5], [0.25]]
    """
    rule = lr if callable(lr) else fixed(lr)
    path = [np.array(theta, dtype=float)]
    check_whole(1, max_steps=max_steps)
    with np.errstate(over="ignore", invalid="ignore"):              # what overflows is reported below, once
        while len(path) <= max_steps:
            g = gradient(path[-1])
            if np.linalg.norm(g) <= small_gradient:
                return Descent(np.array(path), "gradient")
            path.append(path[-1] - rule(path[-1], g) * g)
            if not np.isfinite(path[-1]).all():
                raise FloatingPointError(f"descent diverged: theta is no longer finite after {len(path) - 1} steps. Try a smaller lr")
            if np.linalg.norm(path[-1] - path[-2]) <= small_change:
                return Descent(np.array(path), "change")
    return Descent(np.array(path), "steps")


def fixed(lr: float) -> Callable:
    """The same step size everywhere."""
    check_number("lr", lr, above=0)
    return lambda theta, g: lr


def exact_on_quadratic(hessian_times: Callable) -> Callable:
    """The best step on a quadratic, g·g / g·Hg (D4-03); hessian_times(v) is Hv. Successive directions are then orthogonal.

    >>> bowl = np.array([1.0, 10.0])
    >>> rule = exact_on_quadratic(lambda v: bowl * v)
    >>> gradient_descent(lambda theta: bowl * theta, [10.0, 1.0], rule, max_steps=1).theta.round(4).tolist()
    [8.1818, -0.8182]
    """
    return lambda theta, g: (g @ g) / (g @ hessian_times(g))


def exact_line_search(loss: Callable, tolerance: float = 1e-8) -> Callable:
    """The step t > 0 that minimises loss(theta - t g): a bracket by doubling, then golden section (D4-03).

    Finds a local minimiser along the line; a loss that underflows to 0 has one there. ValueError where it still falls after a hundred
    doublings: argmin need not exist (erratum 27).
    Source: Kiefer (1953), https://doi.org/10.1090/S0002-9939-1953-0055639-3.
    """
    def rule(theta, g):
        def along(t):
            return loss(theta - t * g)
        return _golden_section(along, _beyond_minimum(along), tolerance)
    return rule


def backtracking(loss: Callable, first: float = 1.0, enough: float = 1e-4) -> Callable:
    """The first of first, first / 2, first / 4, ... that lowers the loss by at least enough * step * |g|^2.

    ValueError after 40 halvings: then -g points nowhere down, as with a wrong gradient.
    Source: Armijo (1966), https://doi.org/10.2140/pjm.1966.16.1.

    >>> rule = backtracking(lambda x: x @ x)
    >>> rule(np.array([1.0]), np.array([2.0]))
    0.5
    """
    def rule(theta, g):
        here, slope = loss(theta), g @ g
        for halvings in range(40):
            step = first / 2 ** halvings
            if loss(theta - step * g) <= here - enough * step * slope:
                return step
        raise ValueError("no step along -gradient lowers the loss; is the gradient right?")
    return rule


def _beyond_minimum(along: Callable) -> float:
    """A step from which on the loss rises: 1, 2, 4, ... or 1, 1/2, 1/4, ..."""
    t = 1.0
    while along(t) >= along(t / 2) and t > 1e-300:
        t /= 2
    for _ in range(100):
        if along(2 * t) >= along(t):
            return 2 * t
        t *= 2
    raise ValueError("the loss keeps falling along this line: there is no best step (erratum 27)")


def _golden_section(along: Callable, right: float, tolerance: float) -> float:
    """The minimiser of a function with one valley on [0, right]."""
    left, width = 0.0, right
    inner, outer = right - GOLDEN * right, GOLDEN * right
    at_inner, at_outer = along(inner), along(outer)
    while width > tolerance * right:
        if at_inner < at_outer:
            outer, at_outer = inner, at_inner
            width *= GOLDEN
            inner = left + (1 - GOLDEN) * width
            at_inner = along(inner)
        else:
            left, inner, at_inner = inner, outer, at_outer
            width *= GOLDEN
            outer = left + GOLDEN * width
            at_outer = along(outer)
    return left + width / 2
