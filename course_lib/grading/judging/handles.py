"""What stands in the judge for an object of the player's."""
from __future__ import annotations

import inspect
import types

FORWARDED = {"__name__", "__qualname__", "__annotations__", "__defaults__", "__kwdefaults__", "__code__", "__wrapped__", "__mro__",
             "__bases__", "__func__", "__self__"}
UNARY = ("neg", "pos", "abs", "invert", "len", "iter", "next", "reversed", "str", "int", "float", "complex", "index", "round", "format",
         "copy")
BINARY = ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and_", "or_", "xor", "divmod")
ITEMS = ("getitem", "setitem", "delitem", "enter")
JUDGEMENTS = ("eq", "ne", "lt", "le", "gt", "ge", "bool")
LOOKS = {"plain function": types.FunctionType, "generator": types.GeneratorType, "code": types.CodeType, "method": types.MethodType,
         "class": type, "module": types.ModuleType}
ONE_OF_A_KIND = {*LOOKS} - {"generator"}        # each is equal to itself alone


class Trouble(BaseException):
    """What must end a test cell, whatever the test itself catches; the text says why."""


class NotComparable(Trouble):
    """A test compares objects of a student's own making, or asks for their truth: students would judge themselves."""


class CannotCross(Trouble):
    """The test gives a student's code what cannot be given to another process, or asks for what cannot come out of one."""


class Handle:
    # Attributes, items and arithmetic happen in the player, by `host.ask(operation, ...)`; `host.lenient` lets objects compare.
    # No docstring of its own: a test that looks for one looks for the student's.

    __doc__ = property(lambda self: self._host.ask("getattr", self, "__doc__"))
    __class__ = property(lambda self: self._look or type(self))     # what isinstance goes by
    __array_ufunc__ = None      # array * handle is the handle's affair, not NumPy's

    def __init__(self, host, number: int, sort: str, look: type | None, own_hash: int | None = None):
        vars(self).update(_host=host, _number=number, _sort=sort, _look=look, _hash=own_hash)

    def __repr__(self) -> str:
        return self._host.ask("repr", self)

    def _repr_pretty_(self, printer, cycle) -> None:
        printer.text(f"<{self!r}>")         # whatever the student's repr is, it is no number: it would be read as a score

    def __getattr__(self, name: str):
        if name == "__signature__" and self._sort != "object":
            return signature(self)
        hidden = name.startswith(("_repr_", "_ipython_")) or (name.startswith("__") and name.endswith("__") and name not in FORWARDED)
        if hidden or (name in ("__mro__", "__bases__") and self._sort != "class"):
            raise AttributeError(name)
        return self._host.ask("getattr", self, name)

    def __contains__(self, value) -> bool:
        """Asked item by item, and judged here; a student's own __contains__ counts only where objects may compare."""
        if self._host.lenient:
            return self._host.ask("contains", self, value)
        try:
            items = iter(self)
        except TypeError:
            raise NotComparable("This test asks what is in an object of the student's; it may not say.") from None
        return any(item is value or item == value for item in items)

    def __setattr__(self, name: str, value) -> None:
        self._host.ask("setattr", self, name, value)

    def __delattr__(self, name: str) -> None:
        self._host.ask("delattr", self, name)

    def __deepcopy__(self, memo) -> Handle:
        return self._host.ask("deepcopy", self)

    def __exit__(self, kind, error, trace) -> bool:
        """What a test asserts inside `with`, no student's object takes back."""
        return bool(self._host.ask("exit", self, error) is True and not isinstance(error, AssertionError))

    def __instancecheck__(self, value) -> bool:
        return isinstance(value, Handle) and self._host.ask("isinstance", value, self) is True

    def __subclasscheck__(self, value) -> bool:
        return isinstance(value, Handle) and self._host.ask("issubclass", value, self) is True

    def __hash__(self) -> int:
        return hash(self._number if self._hash is None or not self._host.lenient else self._hash)


class CallableHandle(Handle):
    __doc__ = Handle.__doc__

    def __call__(self, /, *arguments, **options):
        return self._host.ask("call", self, *arguments, **options)

    def __mro_entries__(self, bases):
        raise CannotCross("This test makes a class below a student's, which cannot be: the student's class is in another process.")


MOST_KINDS = 1_000
KINDS: dict[tuple[type, str], type] = {}        # so that a type has the name that a test may look for


def handle(host, number: int, sort: str, name: str, look: type | None, own_hash: int | None) -> Handle:
    """A handle on an object of the player's, of a type of this name; for isinstance it is a `look`."""
    base = Handle if sort in ("object", "generator", "code", "module") else CallableHandle
    kind = KINDS.get((base, name))
    if kind is None:
        kind = base if len(KINDS) > MOST_KINDS else KINDS.setdefault((base, name), type(name, (base,), {"__doc__": base.__doc__}))
    return kind(host, number, sort, LOOKS.get(sort, look), own_hash)


def signature(function: Handle) -> inspect.Signature:
    """The parameters of a function of the player's."""
    empty = inspect.Parameter.empty
    return inspect.Signature([inspect.Parameter(name, inspect._ParameterKind(kind), default=default if has_default else empty)
                              for name, kind, has_default, default in function._host.ask("signature", function)])


def _forward(operation: str, swapped: bool = False):
    def method(self, *arguments):
        return self._host.ask(operation, *((*arguments, self) if swapped else (self, *arguments)))
    return method


def _compute(operation: str, swapped: bool = False):
    act = _forward(operation, swapped)

    def method(self, other, *more):
        found = act(self, other, *more)
        if not (self._host.lenient or isinstance(found, Handle) or isinstance(other, Handle) or found is NotImplemented):
            raise NotComparable("This test computes with an object of the student's and a value of its own, and gets a plain value: "
                                "the student would say how far they are apart.")
        return found
    return method


def _compare(operation: str):
    def method(self, *arguments):
        if self._sort in ONE_OF_A_KIND:
            return {"eq": self is arguments[0], "ne": self is not arguments[0]}.get(operation, NotImplemented) if arguments else True
        if not self._host.lenient:
            raise NotComparable("This test asks an object of the student's whether it is equal, larger or true; it may not say.")
        return self._host.ask(operation, self, *arguments)
    return method


for _name in (*UNARY, *ITEMS):
    setattr(Handle, f"__{_name}__", _forward(_name))
for _name in BINARY:
    for _prefix, _swapped in (("", False), ("r", True)):
        setattr(Handle, f"__{_prefix}{_name.strip('_')}__", _compute(_name, _swapped))
    if _name != "divmod":
        setattr(Handle, f"__i{_name.strip('_')}__", _compute(f"i{_name.strip('_')}"))
for _name in JUDGEMENTS:
    setattr(Handle, f"__{_name}__", _compare(_name))
