"""The judge: runs the instructor's tests, and has the student's cells run by a player that it does not trust."""
from __future__ import annotations

import builtins
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
from nbformat.v4 import new_output

from course_lib.grading.behaviour import observe

from .handles import Handle, Trouble
from .mirror import Mirror
from .names import Names
from .peer import Peer
from .player import raised
from .protocol import Closed, Garbled, Late, Wire
from .shell import Outputs
from .values import Foreign
from .warm import SHELL

LENIENT = "# the student's objects may compare"
KNOWN_ERRORS = {"numpy.linalg.LinAlgError": np.linalg.LinAlgError, "numpy.exceptions.AxisError": np.exceptions.AxisError}
MOST_HELD = 100_000
TOO_SLOW = "This cell took more than {:g} seconds; is there a loop that never ends?"


ENDS = {"memory": "This cell used more memory than it may.", "cpu": "This cell used more computing time than it may."}


class TooSlow(Trouble):
    """A cell took longer than it may."""


class Stopped(Trouble):
    """The student's interpreter has ended."""


class NotRun(Trouble):
    """There was no time left for this cell."""


class CannotCross(Trouble):
    """The test gives a student's code what cannot be given to another process."""


@dataclass(frozen=True)
class Seconds:
    """How long a cell may take, and a submission in all."""

    a_cell: float = 5.0
    in_all: float = 60.0


class Judge:
    """One submission before its judge.

    new_player() gives a socket with a fresh player at its other end, whose `end()` ends that player and says how it ended.
    """

    def __init__(self, theirs: set[str], new_player: Callable, seconds: Seconds = Seconds(), randomness: bool = False):
        self.new_player, self.seconds, self.randomness = new_player, seconds, randomness
        self.peer, self.played, self.trouble, self.lenient = None, [], None, False
        self.ends = time.monotonic() + seconds.in_all
        self.shell = SHELL.enter(Names(theirs, self, __name__="__main__"))

    def play(self, source: str) -> Outputs:
        """Have the player run a cell of the submission."""
        outputs = self._cell(lambda: checked(self.ask("run", source)))
        if self.peer:
            self.played.append(source)
        return outputs

    def test(self, source: str) -> Outputs:
        """Run a cell of the instructor's."""
        self.lenient = LENIENT in source
        return self._cell(lambda: self.shell.run(source))

    def ask(self, operation: str, *arguments, **options):
        """Have the player do something; Trouble: it cannot, or took too long."""
        if self.peer is None:
            self._start()
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
            mirror = Mirror(self.randomness)
            self.held, self.own_errors, self.callbacks, self.wire = {}, {}, [], Wire(self.new_player())
            self.peer = Peer(self.wire, self._answer, self._refer, self._resolve, lambda error: raised(error, None), self._error,
                             aside=mirror.tell, heard=mirror.hear)
            for place, source in enumerate(self.played):
                self._clock()
                try:
                    self.peer.ask("run", source)
                except (Closed, Garbled, Late):
                    self._lose(None)
                    del self.played[place]
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

    def _answer(self, operation: str, number: int, *arguments, **options):
        if operation != "call":
            raise Garbled("the judge only lets its callbacks be called")
        return self.callbacks[number](*arguments, **options)

    def _refer(self, value) -> list:
        if isinstance(value, Handle):
            if self.held.get(value._number) is not value:
                self.trouble = Stopped("The interpreter that held this object has ended.")
                raise Foreign("an object of an interpreter that has ended")
            return ["held", value._number]
        if value in self.own_errors.values():
            return ["held", next(number for number, kind in self.own_errors.items() if kind is value)]
        if callable(value):
            self.callbacks.append(value)
            return ["callback", len(self.callbacks) - 1, getattr(value, "__name__", "callback")]
        self.trouble = CannotCross(f"This test gives the student's code an object of type {type(value).__name__}, which cannot cross.")
        raise Foreign(f"an object of type {type(value).__name__}")

    def _resolve(self, tree: list):
        match tree:
            case ["held", int(number), str(kind), str(name), []] if len(self.held) < MOST_HELD:
                return self.held.setdefault(number, Handle(self, number, kind, name))
            case ["held", int(number), "class", str(name), list(ancestry)] if len(self.own_errors) < MOST_HELD:
                return self._own_error(number, name, ancestry)
        raise Garbled("an object that is none of the student's")

    def _own_error(self, number: int, name: str, ancestry: list) -> type:
        """A class of exceptions of the student's, as one of ours that a test can catch."""
        if number not in self.own_errors:
            self.own_errors[number] = type(name, (known(ancestry),), {"__module__": "__main__"})
        return self.own_errors[number]

    def _error(self, what) -> BaseException:
        match what:
            case [list(ancestry), None | int() as own, tuple(arguments), str(where)] if all(type(name) is str for name in ancestry):
                kind = known(ancestry) if own is None else self._own_error(own, ancestry[0].split(".")[-1], ancestry)
                try:
                    error = kind(*arguments)
                except TypeError:
                    error = Exception.__new__(kind)
                if where:
                    error.add_note(f"In the student's code:\n{where}")
                return error
        raise Garbled("an exception that cannot be read")


def known(ancestry: list[str]) -> type[BaseException]:
    """The nearest of these classes of exceptions that the judge has too."""
    for name in ancestry:
        kind = KNOWN_ERRORS.get(name) or getattr(builtins, name, None)
        if isinstance(kind, type) and issubclass(kind, BaseException):
            return kind
    return Exception


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
