"""What the judge holds of the player's, and what the player may use of the judge's."""
from __future__ import annotations

import builtins
import inspect
import sys
from collections import namedtuple
from collections.abc import Iterator
from io import IOBase
from types import BuiltinFunctionType, MethodDescriptorType

from IPython.core.error import StdinNotImplementedError

from .errors import described, known, made
from .handles import CannotCross, Handle, handle
from .kinds import Classes
from .protocol import Garbled
from .shell import WHERE
from .values import Encoder, Foreign

CANNOT_CROSS = "This test gives the student's code {}, which cannot cross to another process."
MOST_HELD = 100_000
LONGEST_WORDS = 10_000
STUDENTS = "student"            # the module of classes that stand for the student's
FILE = {"read", "readline", "readlines", "write", "writelines", "seek", "tell", "truncate", "flush", "getvalue", "close", "readable",
        "writable"}


class Holdings:
    """The judge's links to one player (see `values`): `host` asks it, `classes` both have, Matplotlib's too with `pyplot`."""

    def __init__(self, host, classes: Classes, pyplot: bool):
        self.host, self.classes, self.pyplot = host, classes, pyplot
        self.held, self.errors, self.numbers, self.lent, self.lent_numbers = {}, {}, {}, {}, {}

    def answer(self, operation: str, number: int | None, /, *arguments, **options):
        """What a player may ask for: only to use what a test gave it."""
        if operation == "input":
            return typed(*arguments)
        given = self.lent[number]
        if operation == "call" and callable(given):
            return given(*arguments, **options)
        if operation == "next" and isinstance(given, Iterator):
            return next(given)
        if operation in FILE and isinstance(given, IOBase):
            return getattr(given, operation)(*arguments)
        raise Garbled("a player asks for what it was not given")

    def lend(self, value) -> int:
        """The number of an object of the judge's that the player may use, or give back."""
        number = self.lent_numbers.setdefault(id(value), len(self.lent))
        self.lent[number] = value
        return number

    def refer(self, value, encoder: Encoder) -> list:
        kind = type(value)
        if (number := self.numbers.get(id(value))) is not None:
            return ["held", number]
        if isinstance(value, Handle):
            raise self._refused("an object of an interpreter that has ended")
        if id(kind) in self.numbers:
            return ["record", encoder.tree(kind), *map(encoder.tree, value)]
        if isinstance(value, BaseException):
            return ["error", self.lend(value), *described(value, encoder)]
        if (name := builtin(value)):
            return ["builtin", name]
        if isinstance(value, IOBase):
            return ["lent", "file", self.lend(value)]
        if callable(value):
            return ["lent", "function", self.lend(value), str(getattr(value, "__name__", "callback")), getattr(value, "__doc__", None)]
        if isinstance(value, Iterator):
            return ["lent", "iterator", self.lend(value)]
        raise self._refused(f"an object of type {kind.__name__}" if kind.__module__ != STUDENTS else "such an object")

    def _refused(self, what: str) -> Foreign:
        self.host.trouble = CannotCross(CANNOT_CROSS.format(what))
        return Foreign(what)

    def resolve(self, tree: list, decoder):
        match tree:
            case ["held", int(number), str(sort), str(name), list(more), None | int() as own_hash]:
                if number not in self.held:
                    self.held[number] = self._stand_in(number, sort, name[:100], more, own_hash)
                return self.held[number]
            case ["lent", int(number)]:
                return self.lent[number]
            case ["error", int(number), own, list(names), arguments, str(text), str(where), cause] if len(self.errors) < MOST_HELD:
                if number in self.errors:
                    return self.errors[number]
                error = made(known(names, self.classes), None if own is None else decoder.value(own), tuple(decoder.value(arguments)))
                error.__cause__ = decoder.value(cause)
                if own is not None:
                    vars(error)["_text"] = text[:LONGEST_WORDS]
                if where:
                    vars(error)[WHERE] = f"In the student's code:\n{where[-LONGEST_WORDS:]}"
                self.errors[number] = error
                self.numbers[id(error)] = number
                return error
        raise Garbled("an object that is none of the student's")

    def _look(self, name: str) -> type | None:
        """A class of set-up, or of Matplotlib's, that isinstance takes an object of the player's for."""
        module, _, last = name.rpartition(".")
        kind = getattr(sys.modules.get(module), last, None) if self.pyplot and module.startswith("matplotlib.") else self.classes.get(name)
        return kind if isinstance(kind, type) else None

    def _stand_in(self, number: int, sort: str, name: str, more: list, own_hash: int | None):
        """What stands here for an object of the player's: a handle, and for classes of exceptions and named tuples one of our own."""
        if sort == "error":
            found = own_error(self.host, name, known(more, self.classes))
        elif sort == "record":
            found = namedtuple(name, more, module=STUDENTS)
        else:
            found = handle(self.host, number, sort, name, next(filter(None, map(self._look, more)), None), own_hash)
        self.numbers[id(found)] = number
        if len(self.numbers) > MOST_HELD:
            raise Garbled("too many objects to hold")
        return found


def builtin(value) -> str | None:
    """What a function or method of Python's own is called."""
    if isinstance(value, BuiltinFunctionType) and getattr(builtins, value.__name__, None) is value:
        return value.__name__
    if isinstance(value, MethodDescriptorType) and getattr(builtins, value.__objclass__.__name__, None) is value.__objclass__:
        return f"{value.__objclass__.__name__}.{value.__name__}"
    return None


def nobody_types(prompt: str = "") -> str:
    """What `input` is where no test has put something in its place."""
    raise StdinNotImplementedError("raw_input was called, but this frontend does not support input requests.")


INPUT, STDIN, FINDSOURCE, ISSUBCLASS = builtins.input, sys.stdin, inspect.findsource, builtins.issubclass


def typed(prompt: str = "") -> str:
    """What is typed when a student's function asks: what a test has put in the place of `input` or of standard input says it."""
    return INPUT(prompt) if builtins.input is nobody_types and sys.stdin is not STDIN else builtins.input(prompt)


def findsource(found) -> tuple[list[str], int]:
    """The lines that define something, for inspect.getsource; of a student's from the player."""
    return found._host.ask("source", found) if isinstance(found, Handle) else FINDSOURCE(found)


def descends(kind, kinds) -> bool:
    """issubclass, also for a class of the student's that descends from one that both sides have."""
    if isinstance(kinds, tuple):
        return any(descends(kind, each) for each in kinds)
    if ISSUBCLASS(type(kind), Handle) and kind._sort == "class" and not isinstance(kinds, Handle):
        return any(ISSUBCLASS(base, kinds) for base in kind.__mro__ if not isinstance(base, Handle))
    return ISSUBCLASS(kind, kinds)


def settle() -> None:
    """What Python itself does not know of handles, in this process that judges and does nothing else."""
    builtins.input, builtins.issubclass, inspect.findsource = nobody_types, descends, findsource


def own_error(host, name: str, base: type[BaseException]) -> type[BaseException]:
    """A class of exceptions of the student's, as one that a test can catch; its instances are made in the player."""
    def attribute(error, name: str):
        if name.startswith(("__", "_render_", "_repr_", "_ipython_")):
            raise AttributeError(name)
        return host.ask("getattr", error, name)

    return type(name, (base,), {"__module__": STUDENTS, "__getattr__": attribute, "__init__": lambda *_, **__: None,
                                "__new__": lambda kind, *arguments, **options: host.ask("call", kind, *arguments, **options),
                                "__str__": lambda error: vars(error).get("_text", "")})
