"""The judge: runs the instructor's tests, and has the student's cells run by a player that it does not trust."""
from __future__ import annotations

import builtins
import inspect
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import namedtuple
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import IOBase
from types import BuiltinFunctionType, MethodDescriptorType

from IPython.core.error import StdinNotImplementedError
from nbformat.v4 import new_output

from course_lib.grading.behaviour import observe

from .errors import described, known, made
from .folder import Folder
from .handles import CannotCross, Handle, Trouble, handle
from .kinds import Classes
from .mirror import Mirror
from .names import Names, touched
from .peer import Peer
from .protocol import Closed, Garbled, Late, Wire
from .shell import WHERE, Outputs
from .values import Encoder, Foreign
from .warm import SHELL

LENIENT = "# the student's objects may compare"
MOST_HELD = 100_000
LONGEST_WORDS = 10_000
STUDENTS = "student"            # the module of classes that stand for the student's
MISSING = object()
CALLBACKS_RAISE = (Exception, SystemExit, KeyboardInterrupt, GeneratorExit)
FILE = {"read", "readline", "readlines", "write", "writelines", "seek", "tell", "truncate", "flush", "getvalue", "close", "readable",
        "writable"}
TOO_SLOW = "This cell took more than {:g} seconds; is there a loop that never ends?"


ENDS = {"memory": "This cell used more memory than it may.", "cpu": "This cell used more computing time than it may."}


class TooSlow(Trouble):
    """A cell took longer than it may."""


class Stopped(Trouble):
    """The student's interpreter has ended."""


class NotRun(Trouble):
    """There was no time left for this cell."""


@dataclass(frozen=True)
class Seconds:
    """How long a cell may take, and a submission in all."""

    a_cell: float = 5.0
    in_all: float = 60.0


class Judge:
    """One submission before its judge.

    new_player() gives a socket with a fresh player at its other end, whose `end()` ends that player and says how it ended.
    """

    def __init__(self, theirs: set[str], new_player: Callable, seconds: Seconds = Seconds(), randomness: bool = False,
                 shared: set[str] = frozenset(), files: bool = False, pyplot: bool = False):
        self.new_player, self.seconds, self.randomness, self.shared = new_player, seconds, randomness, shared
        self.peer, self.played, self.trouble, self.lenient = None, [], None, False
        self.ends = time.monotonic() + seconds.in_all
        self.folder, self.pyplot = own_folder() if files else None, pyplot
        self.names = Names(theirs, self, ["matplotlib.pyplot"] if pyplot else [], __name__="__main__")
        self.shell, self.classes = SHELL.enter(self.names), Classes(shared)
        builtins.input, inspect.findsource = nobody_types, findsource
        self.first, self.told = {}, {}      # of the shared names: what they were first, and what the player knows

    def close(self) -> None:
        """Nothing more is asked; the files go."""
        if self.peer:
            self.wire.sock.close()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def play(self, source: str) -> Outputs:
        """Have the player run a cell of the submission."""
        outputs = self._cell(lambda: checked(self.ask("run", source)))
        if self.peer:
            self.played.append(source)
        return outputs

    def test(self, source: str, set_up: bool = False) -> Outputs:
        """Run a cell of the instructor's; one of set-up the player has run too, and what others make of shared names it is told."""
        self.lenient = LENIENT in source
        self.told = {} if set_up else {name: look(self.names, name) for name in touched(source) & self.shared}
        outputs = self._cell(lambda: self._tested(source))
        self.told = {}
        if set_up:
            self.classes.learn(self.names)
            self.first = {name: dict.get(self.names, name) for name in self.shared & self.names.keys()} | self.first
        return outputs

    def _tested(self, source: str) -> Outputs:
        if self.peer is None and self.folder:
            self._start()                   # the data come with the player
        outputs = self.shell.run(source)
        if self.peer and self.pyplot:
            self.ask("close_figures")
        if self.peer or any(name in self.names for name in self.told):
            self.tell()
        return outputs

    def ask(self, operation: str, *arguments, **options):
        """Have the player do something; Trouble: it cannot, or took too long."""
        if self.peer is None:
            if self.trouble:
                raise self.trouble
            self._start()
        self.tell()
        try:
            return self.peer.ask(operation, *arguments, **options)
        except Foreign as error:
            self.trouble = CannotCross(f"This test gives the student's code {error}, which cannot cross to another process.")
        except Late:
            self._lose(TooSlow(TOO_SLOW.format(self.seconds.a_cell)))
        except (Closed, Garbled):
            self._lose(Stopped)
        except Trouble as trouble:
            self._lose(trouble)
        raise self.trouble

    def tell(self) -> None:
        """Tell the player of shared names that a test has changed, and of names of its own that a function of a test has."""
        for name, value in self.names.strayed().items():
            self.ask("set", name, value)
        for name, (value, seen) in self.told.items():
            now = look(self.names, name)
            if now[0] is value and now[1] == seen:
                continue
            self.told = self.told | {name: now}
            with suppress(Foreign, KeyError):
                if now[0] is MISSING:
                    self.peer.ask("delete", name)
                elif now[0] is self.first.get(name, MISSING) and callable(now[0]):
                    self.peer.ask("restore", name)
                else:
                    self.peer.ask("set", name, now[0])

    def observe(self, question: str, probes: list[tuple]) -> list | None:
        """How a function of the student's behaves on these probes; None if it could not be observed (missing, endless, not a function)."""
        found = []

        def look() -> tuple:
            with suppress(KeyError):
                found.extend(observe(self.shell.user_ns[question], probes))
            return ()
        self._cell(look)
        return found if found and not self.trouble else None

    def _start(self) -> None:
        """A fresh player, in which the cells so far run again, but for one that ends it once more."""
        while self.peer is None:
            mirror = Mirror(self.randomness, self.folder and Folder(self.folder, trusting=False))
            self.held, self.errors, self.numbers, self.lent, self.wire = {}, {}, {}, {}, Wire(self.new_player())
            self.peer = Peer(self.wire, self._answer, self, CALLBACKS_RAISE, mirror.tell, mirror.hear)
            beginning = "share", sorted(self.shared), self.folder is not None
            for place, question in enumerate([beginning, *(("run", source) for source in self.played)]):
                self._clock()
                try:
                    self.peer.ask(*question)
                except (Closed, Garbled, Late):
                    self._lose(None)
                    del self.played[place - 1:place]
                    break
        self._clock()

    def _lose(self, trouble: Trouble | type[Stopped] | None) -> None:
        """Do without this player; of `Stopped` the player's end says the reason."""
        end = self.wire.sock.end() if self.peer else ""
        self.peer = None
        self.trouble = Stopped(ENDS.get(end, "This cell ended the interpreter.")) if trouble is Stopped else trouble

    def _clock(self) -> None:
        """The time of a cell begins; a test that computes beyond it is interrupted."""
        left = max(0.001, min(self.seconds.a_cell, self.ends - time.monotonic()))
        if self.peer:
            self.wire.deadline = time.monotonic() + left
        signal.setitimer(signal.ITIMER_REAL, left + 0.2)

    def _ring(self, *_) -> None:
        self._lose(TooSlow(TOO_SLOW.format(self.seconds.a_cell)))
        raise self.trouble

    def _cell(self, act: Callable[[], list]) -> Outputs:
        """The outputs of a cell; whatever goes wrong with it stands in them."""
        outputs, self.trouble = Outputs(), None
        if self.peer:
            self.peer.anew()
        before = signal.signal(signal.SIGALRM, self._ring)
        try:
            if time.monotonic() > self.ends:
                raise NotRun(f"The notebook had already used its {self.seconds.in_all:g} seconds.")
            self._clock()
            outputs += act()
        except Trouble as trouble:
            self.trouble = trouble
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
        if self.trouble and not any(output.output_type == "error" for output in outputs):
            name, says = type(self.trouble).__name__, str(self.trouble)
            outputs.append(new_output("error", ename=name, evalue=says, traceback=[f"{name}: {says}"]))
        return outputs

    def _answer(self, operation: str, number: int | None, *arguments, **options):
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
        number = next((number for number, given in self.lent.items() if given is value), len(self.lent))
        self.lent[number] = value
        return number

    def refer(self, value, encoder: Encoder) -> list:
        kind = type(value)
        if (number := self.numbers.get(id(value))) is not None:
            return ["held", number]
        if isinstance(value, Handle):
            self.trouble = Stopped("The interpreter that held this object has ended.")
            raise Foreign("an object of an interpreter that has ended")
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
        raise Foreign(f"an object of type {kind.__name__}" if kind.__module__ != STUDENTS else "such an object")

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
            found = own_error(self, name, known(more, self.classes))
        elif sort == "record":
            found = namedtuple(name, more, module=STUDENTS)
        else:
            found = handle(self, number, sort, name, next(filter(None, map(self._look, more)), None), own_hash)
        self.numbers[id(found)] = number
        if len(self.numbers) > MOST_HELD:
            raise Garbled("too many objects to hold")
        return found


def own_folder() -> str:
    """A working folder that is nobody else's; Python looks for no modules in it, for students' files come there."""
    folder = os.path.realpath(tempfile.mkdtemp(prefix="judge-"))
    os.chdir(folder)
    sys.path[:] = filter(os.path.isabs, sys.path)
    return folder


def look(names: dict, name: str) -> tuple:
    """A value of the judge's, and what tells whether it has been changed."""
    value = dict.get(names, name, MISSING)
    encoder = Encoder(Strangers)
    return value, (encoder.tree(value), encoder.buffers)


class Strangers:
    """What is not plain changes in ways that nobody sees."""

    classes = Classes()

    @staticmethod
    def refer(value, encoder) -> list:
        return ["object", id(value)]


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


INPUT, STDIN, FINDSOURCE = builtins.input, sys.stdin, inspect.findsource


def typed(prompt: str = "") -> str:
    """What is typed when a student's function asks: what a test has put in the place of `input` or of standard input says it."""
    return INPUT(prompt) if builtins.input is nobody_types and sys.stdin is not STDIN else builtins.input(prompt)


def findsource(found) -> tuple[list[str], int]:
    """The lines that define something, for inspect.getsource; of a student's from the player."""
    return found._host.ask("source", found) if isinstance(found, Handle) else FINDSOURCE(found)


def own_error(host: Judge, name: str, base: type[BaseException]) -> type[BaseException]:
    """A class of exceptions of the student's, as one that a test can catch; its instances are made in the player."""
    def attribute(error, name: str):
        if name.startswith("__"):
            raise AttributeError(name)
        return host.ask("getattr", error, name)

    return type(name, (base,), {"__module__": STUDENTS, "__getattr__": attribute, "__init__": lambda *_, **__: None,
                                "__new__": lambda kind, *arguments, **options: host.ask("call", kind, *arguments, **options),
                                "__str__": lambda error: vars(error).get("_text", "")})


def checked(outputs) -> list:
    """The outputs that a player says a cell left, if they are of the form that notebooks have. Garbled: they are not."""
    try:
        return [new_output(output["output_type"], **FORMS[output["output_type"]](output)) for output in outputs]
    except (TypeError, KeyError, AttributeError, ValueError):
        raise Garbled("outputs that no notebook can hold") from None


def _mime(output: dict) -> dict:
    return {"data": {str(kind): data if isinstance(data, (str, dict, list)) else str(data) for kind, data in output["data"].items()},
            "metadata": dict(output.get("metadata") or {})}


FORMS = {
    "stream": lambda output: {"name": "stderr" if output["name"] == "stderr" else "stdout", "text": str(output["text"])},
    "error": lambda output: {"ename": str(output["ename"]), "evalue": str(output["evalue"]),
                             "traceback": [str(line) for line in output["traceback"]]},
    "display_data": _mime,
    "execute_result": _mime,
}
