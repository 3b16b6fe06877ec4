"""Numbers that remember how they were made, and so can tell how they would change.

Every operation makes a node with its value, the nodes it was made from, and one local slope for each of them. Going backwards, a
node hands its gradient, times the local slope, to each of its parents: that is the chain rule, and all there is to backpropagation.
"""
from __future__ import annotations

import math
from collections.abc import Callable
from numbers import Real


class Value:
    """A real number in a graph: `data`, `grad`, an optional `label`, and how it was made: `operation`, `parents`, local `slopes`.

    After f.backward(), node.grad is the derivative of f in that node. A Value without parents is an input or a constant.
    ValueError: data that is no finite real number, or an operation that has no finite value or slope there.
    Source: deck items D0-24, D1-36, D1-37, D1-38, D3-12; Linnainmaa (1976), https://doi.org/10.1007/BF01931367.

    >>> x, y, z = Value(-2, "x"), Value(5, "y"), Value(-4, "z")      # D3-12
    >>> f = (x + y) * z
    >>> f.backward()
    >>> f.data, x.grad, y.grad, z.grad
    (-12.0, -4.0, -4.0, 3.0)

    Two paths add (D1-37): t^2 (3 t + 1) has the derivative 9 t^2 + 2 t. One path multiplies (D0-24): (2 x^2 + 1)^2 has 16 x^3 + 8 x.

    >>> t, x = Value(2, "t"), Value(3, "x")
    >>> (t ** 2 * (3 * t + 1)).backward()
    >>> t
    Value(2, label='t', grad=40)
    >>> ((2 * x ** 2 + 1) ** 2).backward()
    >>> x
    Value(3, label='x', grad=456)
    """

    __slots__ = ("data", "grad", "label", "operation", "parents", "slopes")
    __array_ufunc__ = None      # a NumPy number on the left then leaves the operation to the Value on the right

    def __init__(self, data: float, label: str = ""):
        if not isinstance(data, Real) or not math.isfinite(data):
            raise ValueError(f"a Value holds one finite real number; got {data!r}")
        self.data, self.grad, self.label = float(data), 0.0, label
        self.operation, self.parents, self.slopes = "", (), ()

    def __add__(self, other): return _node("+", lambda a, b: (a + b, 1.0, 1.0), self, other)
    def __sub__(self, other): return _node("-", lambda a, b: (a - b, 1.0, -1.0), self, other)
    def __mul__(self, other): return _node("*", lambda a, b: (a * b, b, a), self, other)
    def __truediv__(self, other): return _node("/", lambda a, b: (a / b, 1 / b, -a / b / b), self, other)
    def __radd__(self, other): return _as_value(other) + self
    def __rsub__(self, other): return _as_value(other) - self
    def __rmul__(self, other): return _as_value(other) * self
    def __rtruediv__(self, other): return _as_value(other) / self
    def __neg__(self): return _node("neg", lambda a: (-a, -1.0), self)
    def exp(self): return _node("exp", lambda a: (math.exp(a), math.exp(a)), self)
    def log(self): return _node("log", lambda a: (math.log(a), 1 / a), self)
    def tanh(self): return _node("tanh", lambda a: (math.tanh(a), 1 - math.tanh(a) ** 2), self)
    def sigmoid(self): return _node("sigmoid", lambda a: (_sigmoid(a), _sigmoid(a) * _sigmoid(-a)), self)
    def relu(self): return _node("relu", lambda a: (max(a, 0.0), float(a > 0)), self)       # its slope at 0 is taken to be 0

    def __pow__(self, exponent: float):
        if not isinstance(exponent, Real):
            raise ValueError(f"the exponent should be a plain number, such as x ** 2; got {exponent!r}")
        return _node(f"**{exponent:g}", lambda a: (math.pow(a, exponent), exponent and exponent * math.pow(a, exponent - 1)), self)

    def nodes(self) -> list[Value]:
        """All nodes that this one is made from, itself last: parents always stand before what is made from them."""
        ordered, seen, waiting = [], set(), [(self, False)]
        while waiting:
            node, parents_done = waiting.pop()
            if parents_done:
                ordered.append(node)
            elif node not in seen:
                seen.add(node)
                waiting.append((node, True))
                waiting += [(parent, False) for parent in reversed(node.parents)]
        return ordered

    def backward(self) -> None:
        """Set node.grad = d self / d node for every node of this graph.

        Old gradients are cleared first: calling it again changes nothing, and a second root overwrites what the first one left.
        """
        ordered = self.nodes()
        for node in ordered:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(ordered):
            for parent, slope in zip(node.parents, node.slopes, strict=True):
                parent.grad += slope * node.grad        # +=, for a node used twice hears from both (D1-38)

    def __repr__(self) -> str:
        label = f", label={self.label!r}" if self.label else ""
        return f"Value({self.data:.6g}{label}, grad={self.grad:.6g})"


def _node(operation: str, rule: Callable, *inputs) -> Value:
    """A new node from its inputs; the rule takes their numbers and gives the value and one local slope for each."""
    parents = tuple(map(_as_value, inputs))
    numbers = [parent.data for parent in parents]
    try:
        data, *slopes = rule(*numbers)
        node = Value(data)
        if not all(map(math.isfinite, slopes)):
            raise ValueError
    except (ArithmeticError, ValueError):
        raise ValueError(f"{operation} has no finite value and slope at {', '.join(f'{number:g}' for number in numbers)}") from None
    node.operation, node.parents, node.slopes = operation, parents, tuple(map(float, slopes))
    return node


def _as_value(number) -> Value:
    return number if isinstance(number, Value) else Value(number)


def _sigmoid(a: float) -> float:
    e = math.exp(-abs(a))
    return (1.0 if a > 0 else e) / (1 + e)
