"""The player's side: run a student's cells, and do with what they made whatever the judge asks.

Nothing here is a defence. It runs in one interpreter with the student's code, which can change all of it; the judge believes none of it.
"""
from __future__ import annotations

import builtins
import inspect
import json
import operator
import sys
import traceback
import types
import warnings
from collections.abc import Callable
from contextlib import suppress

from .mirror import Mirror
from .peer import Peer
from .protocol import Closed, Wire
from .shell import Stream
from .warm import SHELL

PLAIN = (str, bytes, int, float, bool, type(None))
BUILTINS = ("getattr", "setattr", "delattr", "len", "iter", "next", "reversed", "bool", "str", "repr", "int", "float", "complex", "round",
            "isinstance", "issubclass")
OPERATIONS = {name: getattr(operator, name) for name in dir(operator) if not name.startswith("__")}
OPERATIONS |= {name: getattr(builtins, name) for name in BUILTINS}
OPERATIONS |= {"enter": lambda it: it.__enter__(), "exit": lambda it, *error: it.__exit__(*error)}


class Player:
    """One student's interpreter, and the objects of it that the judge holds."""

    def __init__(self, wire: Wire):
        module = types.ModuleType("__main__")
        sys.modules["__main__"] = module        # dataclasses and pickle look there
        self.names = module.__dict__
        self.shell = SHELL.enter(self.names)
        self.held, self.numbers, self.mirror = [], {}, Mirror()
        sys.stdout, sys.stderr = (Stream(name, lambda *said: self.mirror.printed.append(said)) for name in ("stdout", "stderr"))
        warnings.showwarning = lambda message, category, *where: self.mirror.warned.append((category.__name__, str(message)))
        self.peer = Peer(wire, self.answer, self.refer, self.resolve, self.raised, back, BaseException, self.mirror.tell, self.mirror.hear)

    def answer(self, operation: str, *arguments, **options):
        if operation == "run":
            return json.loads(json.dumps(self.shell.run(*arguments), default=str))
        if operation == "get":
            return self.names[arguments[0]]
        if operation == "has":
            return arguments[0] in self.names
        if operation == "set":
            self.names.__setitem__(*arguments)
        elif operation == "delete":
            self.names.__delitem__(*arguments)
        elif operation == "call":
            function, *arguments = arguments
            with warnings.catch_warnings():
                warnings.simplefilter("always")     # the judge's own filter decides
                return function(*arguments, **options)
        elif operation == "signature":
            return [(p.name, int(p.kind), p.default is not p.empty, p.default if p.default is not p.empty else None)
                    for p in inspect.signature(*arguments).parameters.values()]
        else:
            return OPERATIONS[operation](*arguments)

    def refer(self, value) -> list:
        """Keep an object here and tell the judge its number, its kind, its name, and of an exception class what it descends from."""
        number = self.numbers.setdefault(id(value), len(self.held))
        if number == len(self.held):
            self.held.append(value)
        if isinstance(value, type):
            return ["held", number, "class", value.__name__, ancestry(value) if issubclass(value, BaseException) else []]
        return ["held", number, "function" if callable(value) else "object", type(value).__name__, []]

    def resolve(self, tree: list):
        match tree:
            case ["held", int(number)]:
                return self.held[number]
            case ["callback", int(number), str(name)]:
                def callback(*arguments, **options):
                    return self.peer.ask("call", number, *arguments, **options)
                callback.__name__ = callback.__qualname__ = name
                return callback
        raise ValueError(f"nothing is called {tree!r}")

    def raised(self, error: BaseException) -> tuple:
        return raised(error, self.names, lambda kind: self.refer(kind)[1])


def raised(error: BaseException, names: dict | None, number: Callable = lambda kind: None) -> tuple:
    """An exception in plain words: the classes that it is of, its own one's number, its arguments, and where in `names` it came from."""
    kind, trace = type(error), error.__traceback__
    while trace and trace.tb_frame.f_globals is not names:
        trace = trace.tb_next
    where = "".join(traceback.format_exception(kind, error, trace)) if trace else ""
    own = number(kind) if kind.__module__ == "__main__" else None
    return ancestry(kind), own, tuple(part if type(part) in PLAIN else str(part) for part in error.args), where


def ancestry(kind: type) -> list[str]:
    """The classes that an exception class descends from, nearest first."""
    return [f"{base.__module__}.{base.__qualname__}".removeprefix("builtins.") for base in kind.__mro__ if base is not object]


def back(what) -> BaseException:
    """What the judge's side of a callback raised."""
    (name, *_), _, arguments, _ = what
    return getattr(builtins, name, Exception)(*arguments)


def serve(sock) -> None:
    """Play until the judge hangs up."""
    with suppress(Closed):
        Player(Wire(sock)).peer.serve()
