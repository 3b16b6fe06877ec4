"""Optimizers: from a gradient to a step.

`optimizer.step(theta, grad)` changes theta in place and leaves grad as it is. What an optimizer remembers stands in its attributes: t,
the steps made, and arrays shaped like theta, which may be one network's vector or a stack of them. lr is a number or a schedule.
"""
from __future__ import annotations

import numpy as np

from course_lib.nn.checks import check_decay, check_number
from course_lib.nn.schedules import Schedule, as_schedule


class Optimizer:
    """What all optimizers share: the step size and the number of steps made.

    ValueError: lr or eps not above 0, a decay (beta) outside [0, 1).
    """

    def __init__(self, lr: float | Schedule):
        self.lr, self.t = as_schedule(lr), 0

    def step(self, theta, grad) -> None:
        """Change theta in place, given the gradient there."""
        if self.t == 0:
            self.start(theta)
        lr = self.lr(self.t)
        self.t += 1
        self.update(theta, grad, lr)

    def start(self, theta) -> None:
        """Make room for what is remembered."""


class SGD(Optimizer):
    """theta -= lr g: gradient descent, on the whole set or on the batch that g came from (D1-29)."""

    def update(self, theta, grad, lr):
        theta -= lr * grad


class HeavyBall(Optimizer):
    """Momentum as a sum: v = beta v + g, theta -= lr v.

    Source: Polyak (1964), https://doi.org/10.1016/0041-5553(64)90137-5.
    """

    def __init__(self, lr, beta: float = 0.9):
        super().__init__(lr)
        self.beta = check_decay("beta", beta)

    def start(self, theta):
        self.v = np.zeros_like(theta)

    def update(self, theta, grad, lr):
        self.v *= self.beta
        self.v += grad
        theta -= lr * self.v


class EMA(Optimizer):
    """Momentum as an exponential moving average: m = beta m + (1 - beta) g, theta -= lr m (D2-13).

    With (1 - beta) lr in the place of lr, the heavy ball walks the same path.
    """

    def __init__(self, lr, beta: float = 0.9):
        super().__init__(lr)
        self.beta = check_decay("beta", beta)

    def start(self, theta):
        self.m = np.zeros_like(theta)

    def update(self, theta, grad, lr):
        self.m *= self.beta
        self.m += (1 - self.beta) * grad
        theta -= lr * self.m


class Nesterov(Optimizer):
    """The heavy ball that looks ahead: v = beta v + g, theta -= lr (g + beta v).

    theta is the point looked ahead to, where g is taken; so gradients are asked for at theta as with all others.
    Source: Nesterov (1983); in this form Sutskever and others (2013), https://proceedings.mlr.press/v28/sutskever13.html.
    """

    def __init__(self, lr, beta: float = 0.9):
        super().__init__(lr)
        self.beta = check_decay("beta", beta)

    def start(self, theta):
        self.v = np.zeros_like(theta)

    def update(self, theta, grad, lr):
        self.v *= self.beta
        self.v += grad
        theta -= lr * (grad + self.beta * self.v)


class RMSprop(Optimizer):
    """v = beta v + (1 - beta) g^2, theta -= lr g / sqrt(v + eps): every parameter gets a step size of its own (D2-14).

    eps stands inside the root as in the deck, or outside it, sqrt(v) + eps, as in PyTorch: for gradients of 1e-6 a factor of 300.
    """

    def __init__(self, lr, beta: float = 0.9, eps: float = 1e-8, eps_inside: bool = True):
        super().__init__(lr)
        self.beta, self.eps, self.eps_inside = check_decay("beta", beta), check_number("eps", eps, above=0), eps_inside

    def start(self, theta):
        self.v = np.zeros_like(theta)

    def update(self, theta, grad, lr):
        self.v *= self.beta
        self.v += (1 - self.beta) * (grad * grad)
        scale = np.sqrt(self.v + self.eps) if self.eps_inside else np.sqrt(self.v) + self.eps
        theta -= lr * grad / scale


class Adam(Optimizer):
    """Momentum over RMSprop: theta -= lr m' / (sqrt(v') + eps), m and v moving averages of g and g^2 (D2-15).

    m' = m / (1 - beta1^t) and v' = v / (1 - beta2^t) make up for averages that started from 0; without bias correction m' = m, v' = v.
    With amsgrad the largest v so far takes the place of v, so that a step size never grows back.
    Source: Kingma and Ba (2014), https://arxiv.org/abs/1412.6980; Reddi, Kale and Kumar (2018), https://arxiv.org/abs/1904.09237.
    """

    def __init__(self, lr=1e-3, beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8, bias_correction=True, amsgrad=False):
        super().__init__(lr)
        self.beta1, self.beta2 = check_decay("beta1", beta1), check_decay("beta2", beta2)
        self.eps, self.bias_correction, self.amsgrad = check_number("eps", eps, above=0), bias_correction, amsgrad

    def start(self, theta):
        self.m, self.v = np.zeros_like(theta), np.zeros_like(theta)
        self.largest_v = np.zeros_like(theta) if self.amsgrad else self.v

    def update(self, theta, grad, lr):
        m, v = self.m, self.v
        m *= self.beta1
        m += (1 - self.beta1) * grad
        v *= self.beta2
        v += (1 - self.beta2) * (grad * grad)
        if self.amsgrad:
            np.maximum(self.largest_v, v, out=self.largest_v)
        m_scale, v_scale = (1 - self.beta1 ** self.t, 1 - self.beta2 ** self.t) if self.bias_correction else (1, 1)
        root = v_scale ** 0.5                       # lr m' / (sqrt(v') + eps), its numerator and denominator multiplied by this root
        step = np.sqrt(self.largest_v)
        step += self.eps * root
        np.divide(m, step, out=step)
        step *= lr * root / m_scale
        theta -= step
