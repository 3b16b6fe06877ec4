"""The player's side: run a student's cells, and do with what they made whatever the judge asks.

Nothing here is a defence. It runs in one interpreter with the student's code, which can change all of it; the judge believes none of it.
"""
from __future__ import annotations

import builtins
import copy
import importlib
import inspect
import io
import json
import operator
import os
import sys
import types
import warnings
from contextlib import suppress
from pathlib import Path

from IPython.core.error import StdinNotImplementedError

from . import core, own_work
from .errors import SET_UP, ancestry, described, known, made
from .folder import Folder
from .kinds import Classes
from .mirror import Mirror
from .peer import Peer
from .protocol import Closed, Wire
from .shell import Stream
from .warm import SHELL, wake

BUILTINS = ("getattr", "setattr", "delattr", "len", "iter", "next", "reversed", "bool", "str", "repr", "int", "float", "complex", "round",
            "isinstance", "issubclass", "format", "hash", "dir", "divmod")
OPERATIONS = {name: getattr(operator, name) for name in dir(operator) if not name.startswith("__")}
OPERATIONS |= {name: getattr(builtins, name) for name in BUILTINS}
OPERATIONS |= {"enter": lambda it: it.__enter__(), "copy": copy.copy,
               "exit": lambda it, error: bool(it.__exit__(error and type(error), error, None)),
               "deepcopy": copy.deepcopy, "source": lambda it: inspect.findsource(it)}


class Player:
    """One student's interpreter, and the objects of it that the judge holds."""

    def __init__(self, wire: Wire):
        module = types.ModuleType("__main__")
        sys.modules["__main__"] = module        # dataclasses and pickle look there
        self.names = module.__dict__
        self.shell = SHELL.enter(self.names)
        self.held, self.numbers, self.mirror, self.classes = [], {}, Mirror(randomness=None), Classes()
        self.first, self.given, self.lent_numbers, self.own_errors = {}, {}, {}, {}
        sys.stdout, sys.stderr = (Stream(name, lambda *said: self.mirror.printed.append(said)) for name in ("stdout", "stderr"))
        warnings.showwarning = lambda message, category, *where: self.mirror.warned.append((category.__name__, str(message)))
        builtins.input, self.running = self.input, False
        self.told = {}      # the judge's names for objects here, as it was told
        self.peer = Peer(wire, self.answer, self, BaseException, self.aside, self.mirror.hear)

    def answer(self, operation: str, /, *arguments, **options):
        act = getattr(self, f"do_{operation}", None) or OPERATIONS[operation]
        return act(*arguments, **options)

    def do_share(self, names: list[str], files: bool, handed_in: dict[str, bytes], same_core: int | None) -> None:
        """Both sides know these names, and with `files` have the same files; some the student handed in beside the notebook."""
        core.join(same_core)
        self.classes = Classes(names)
        for name, content in handed_in.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_bytes(content)
        self.mirror.folder = Folder(os.getcwd(), trusting=True) if files else None

    def do_run(self, source: str) -> list[dict]:
        self.running = True
        outputs = json.loads(json.dumps(self.shell.run(source), default=str))
        self.running = False
        self.classes.learn(self.names)
        for name in self.classes.names & self.names.keys():
            self.first.setdefault(name, self.names[name])
        return outputs

    def input(self, prompt: str = "") -> str:
        """Nobody types into a cell; in a test, the test may."""
        if self.running:
            raise StdinNotImplementedError("raw_input was called, but this frontend does not support input requests.")
        return self.peer.ask("input", None, str(prompt))

    def aside(self) -> dict:
        """What the judge should know besides; so of a name that stands for something else than it was told."""
        rebound = [name for name, value in self.told.items() if name not in self.names or self.names[name] is not value]
        for name in rebound:
            del self.told[name]
        return self.mirror.tell() | ({"rebound": rebound} if rebound else {})

    def do_after(self, values: tuple, gone: tuple, again: tuple, operation: str, /, *arguments, **options):
        """Do something after a test has given names new values, deleted some, or given them again the values that they had first."""
        self.names.update(values)
        for name in gone:
            self.names.pop(name, None)
        self.names.update({name: self.first[name] for name in again if name in self.first})
        return self.answer(operation, *arguments, **options)

    def do_get(self, name: str):
        self.told[name] = self.names[name]
        return self.told[name]

    def do_has(self, name: str) -> bool:
        return name in self.names

    def do_set(self, name: str, value) -> None:
        self.names[name] = value

    def do_delete(self, name: str) -> None:
        del self.names[name]

    def do_call(self, function, /, *arguments, **options):
        with warnings.catch_warnings():
            warnings.simplefilter("always")     # the judge's own filter decides
            return function(*arguments, **options)

    def do_module(self, name: str):
        return importlib.import_module(name)

    def do_nothing(self) -> None:
        pass

    def do_close_figures(self) -> None:
        """A cell ends, and with it its figures, as in a notebook."""
        if pyplot := sys.modules.get("matplotlib.pyplot"):
            pyplot.close("all")

    def do_signature(self, function) -> list[tuple]:
        return [(p.name, int(p.kind), p.default is not p.empty, p.default if p.default is not p.empty else None)
                for p in inspect.signature(function).parameters.values()]

    def hold(self, value) -> int:
        """The number of an object that the judge knows by its number."""
        number = self.numbers.setdefault(id(value), len(self.held))
        if number == len(self.held):
            self.held.append(value)
        return number

    def refer(self, value, encoder) -> list:
        """Keep an object here and tell the judge its number, its kind, its name, and what it descends from."""
        if id(value) in self.lent_numbers:
            return ["lent", self.lent_numbers[id(value)]]
        kind = type(value)
        if isinstance(value, BaseException):
            own = encoder.tree(kind) if kind.__module__ == "__main__" and not self.classes.name(kind) else None
            return ["error", self.hold(value), own, *described(value, encoder, self.names)]
        if isinstance(value, tuple) and kind.__bases__ == (tuple,) and hasattr(kind, "_fields") and is_bare(kind):
            return ["record", encoder.tree(kind), *map(encoder.tree, value)]
        if isinstance(value, type):
            if issubclass(value, BaseException):
                return ["held", self.hold(value), "error", value.__name__, ancestry(value, self.classes), None]
            if value.__bases__ == (tuple,) and hasattr(value, "_fields") and is_bare(value):
                return ["held", self.hold(value), "record", value.__name__, list(value._fields), None]
            return ["held", self.hold(value), "class", value.__name__, [], None]
        sort = next((name for name, sorts in SORTS.items() if isinstance(value, sorts)), "function" if callable(value) else "object")
        common = [name for base in kind.__mro__ if (name := self.classes.name(base) or library_name(base))]
        return ["held", self.hold(value), sort, kind.__name__, common, own_hash(value)]

    def resolve(self, tree: list, decoder):
        match tree:
            case ["held", int(number)]:
                return self.held[number]
            case ["builtin", str(name)]:
                return operator.attrgetter(name)(builtins)
            case ["error" | "lent" as what, *description] if (number := description[what == "lent"]) not in self.given:
                self.given[number] = self.lent_error(decoder, *description) if what == "error" else self.lent(*description)
                self.lent_numbers[id(self.given[number])] = number
        return self.given[number]

    def lent(self, kind: str, number: int, name: str = "", doc: str | None = None):
        """Something of the judge's that this side may use."""
        if kind != "function":
            return {"iterator": LentIterator, "file": LentFile}[kind](self.peer, number)

        def lent(*arguments, **options):
            return self.peer.ask("call", number, *arguments, **options)
        lent.__name__, lent.__qualname__, lent.__doc__ = name, name, doc
        return lent

    def lent_error(self, decoder, number: int, names: list[str], arguments, text: str, where: str, cause) -> BaseException:
        """An exception of the judge's, as one of the nearest class that is here."""
        kind, name = known(names, self.classes), names[0].removeprefix(SET_UP).rpartition(".")[2]
        own = None if kind.__name__ == name else self.own_errors.setdefault(name, type(name, (kind,), {"__module__": "__main__"}))
        error = made(kind, own, decoder.value(arguments))
        error.__cause__ = decoder.value(cause)
        return error


class LentIterator:
    """An iterator of the judge's, asked for one item at a time."""

    def __init__(self, peer: Peer, number: int):
        self._ask = lambda operation, *arguments: peer.ask(operation, number, *arguments)

    def __iter__(self):
        return self

    def __next__(self):
        return self._ask("next")


class LentFile(LentIterator, io.TextIOBase):
    """A file that a test has opened, or holds in memory."""

    def _forward(name: str):
        return lambda self, *arguments: self._ask(name, *arguments)

    read, readline, readlines, write, writelines, seek, tell, truncate, flush, getvalue, close = map(_forward, (
        "read", "readline", "readlines", "write", "writelines", "seek", "tell", "truncate", "flush", "getvalue", "close"))

    def readable(self) -> bool:
        return self._ask("readable")

    def writable(self) -> bool:
        return self._ask("writable")

    def __del__(self) -> None:
        """The judge closes what the judge has opened."""


SORTS = {"plain function": types.FunctionType, "generator": types.GeneratorType, "code": types.CodeType, "module": types.ModuleType,
         "method": types.MethodType}


def is_bare(kind: type) -> bool:
    """Whether a class of named tuples has no methods but those that all have."""
    usual = {"_make", "_replace", "_asdict"}
    return not [name for name, value in vars(kind).items() if not name.startswith("__") and name not in usual
                and isinstance(value, (types.FunctionType, property, classmethod, staticmethod))]


def library_name(kind: type) -> str:
    """What a class of Matplotlib's is called on both sides."""
    return f"{kind.__module__}.{kind.__qualname__}" if kind.__module__.startswith("matplotlib.") else ""


def own_hash(value) -> int | None:
    """The hash of an object that has one of its own making."""
    with suppress(Exception):
        return None if type(value).__hash__ in (None, object.__hash__) else hash(value)
    return None


def serve(sock) -> None:
    """Play until the judge hangs up."""
    own_work.insist()
    wake()
    with suppress(Closed):
        Player(Wire(sock)).peer.serve()
