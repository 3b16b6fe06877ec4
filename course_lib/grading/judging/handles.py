"""What stands in the judge for an object of the player's."""
from __future__ import annotations

import inspect

FORWARDED = {"__name__", "__qualname__", "__annotations__", "__defaults__", "__kwdefaults__"}
UNARY = ("neg", "pos", "abs", "invert", "len", "iter", "next", "reversed", "str", "int", "float", "complex", "index", "round")
BINARY = ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and_", "or_", "xor")
ITEMS = ("getitem", "setitem", "delitem", "contains", "enter", "exit")
JUDGEMENTS = ("eq", "ne", "lt", "le", "gt", "ge", "bool")


class Trouble(BaseException):
    """What must end a test cell, whatever the test itself catches; the text says why."""


class NotComparable(Trouble):
    """A test compares objects of a student's own making, or asks for their truth: students would judge themselves."""


class Handle:
    # Calls, attributes, items and arithmetic happen in the player, by `host.ask(operation, ...)`; `host.lenient` lets objects compare.
    # No docstring of its own: a test that looks for one looks for the student's.

    __doc__ = property(lambda self: self._host.ask("getattr", self, "__doc__"))
    __array_ufunc__ = None      # array * handle is the handle's affair, not NumPy's

    def __init__(self, host, number: int, kind: str, name: str):
        vars(self).update(_host=host, _number=number, _kind=kind, _name=name)

    def __repr__(self) -> str:
        return self._host.ask("repr", self)

    def __call__(self, *arguments, **options):
        return self._host.ask("call", self, *arguments, **options)

    def __getattr__(self, name: str):
        if name == "__signature__" and self._kind != "object":
            return signature(self)
        if name.startswith("__") and name.endswith("__") and name not in FORWARDED:
            raise AttributeError(name)
        return self._host.ask("getattr", self, name)

    def __setattr__(self, name: str, value) -> None:
        self._host.ask("setattr", self, name, value)

    def __delattr__(self, name: str) -> None:
        self._host.ask("delattr", self, name)

    def __instancecheck__(self, value) -> bool:
        return isinstance(value, Handle) and self._host.ask("isinstance", value, self) is True

    def __subclasscheck__(self, value) -> bool:
        return isinstance(value, Handle) and self._host.ask("issubclass", value, self) is True

    def __hash__(self) -> int:
        return self._number


def signature(function: Handle) -> inspect.Signature:
    """The parameters of a function of the player's."""
    empty = inspect.Parameter.empty
    return inspect.Signature([inspect.Parameter(name, inspect._ParameterKind(kind), default=default if has_default else empty)
                              for name, kind, has_default, default in function._host.ask("signature", function)])


def _forward(operation: str, swapped: bool = False):
    def method(self, *arguments):
        return self._host.ask(operation, *((*arguments, self) if swapped else (self, *arguments)))
    return method


def _compare(operation: str):
    def method(self, *arguments):
        if not self._host.lenient:
            raise NotComparable(f"This test asks a student's {self._name} whether it is equal, larger or true; it may not say.")
        return self._host.ask(operation, self, *arguments)
    return method


for _name in (*UNARY, *ITEMS):
    setattr(Handle, f"__{_name}__", _forward(_name))
for _name in BINARY:
    for _prefix, _swapped in (("", False), ("r", True)):
        setattr(Handle, f"__{_prefix}{_name.strip('_')}__", _forward(_name, _swapped))
    setattr(Handle, f"__i{_name.strip('_')}__", _forward(f"i{_name.strip('_')}"))
for _name in JUDGEMENTS:
    setattr(Handle, f"__{_name}__", _compare(_name))
