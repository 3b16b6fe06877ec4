"""The judge: runs the instructor's tests, and has the student's cells run by a player that it does not trust."""
from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from course_lib.grading.behaviour import observe

from . import core
from .alarm import alarm
from .folder import Folder
from .handles import CannotCross, Handle, Trouble
from .holdings import CANNOT_CROSS, Holdings, settle
from .kinds import Classes
from .mirror import Mirror
from .names import Names
from .outputs import Outputs, checked, new_output
from .peer import Peer
from .protocol import Closed, Garbled, Late, TooMuch, Wire
from .shared import Shared
from .values import Foreign
from .warm import SHELL

LENIENT = "# the student's objects may compare"
MOST_MEMORY = 3 << 30           # bytes beyond those of a judge that has just begun
CALLBACKS_RAISE = (Exception, SystemExit, KeyboardInterrupt, GeneratorExit)
NO_TIME = "The notebook had already used its {:g} seconds."
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
                 shared: set[str] = frozenset(), files: bool = False, pyplot: bool = False, handed_in: dict[str, bytes] | None = None):
        self.new_player, self.seconds, self.randomness = new_player, seconds, randomness
        self.peer, self.played, self.trouble, self.lenient = None, [], None, False
        self._ring_after, self._rings = lambda seconds: None, 0.0
        self.ends, self.handed_in = time.monotonic() + seconds.in_all, handed_in or {}
        self.folder, self.pyplot = own_folder() if files else None, pyplot
        self.names = Names(theirs, self, ["matplotlib.pyplot"] if pyplot else [], __name__="__main__")
        self.shell, self.classes, self.core = SHELL.enter(self.names), Classes(shared), core.stay()
        bound_memory()
        settle()
        self.shared, self.known = Shared(self.names, shared), {}        # known: what names of the player's stand for

    def close(self) -> None:
        """Nothing more is asked; the files go."""
        if self.peer:
            self.wire.sock.close()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def play(self, source: str) -> Outputs:
        """Have the player run a cell of the submission."""
        outputs = self._cell(lambda: self._played(source))
        if self.peer:
            self.played.append(source)
        return outputs

    def test(self, source: str, set_up: bool = False) -> Outputs:
        """Run a cell of the instructor's; one of set-up the player has run too, and what others make of shared names it is told."""
        self.lenient = LENIENT in source
        self.shared.watch("" if set_up else source)
        outputs = self._cell(lambda: self._tested(source))
        self.shared.watch("")
        if set_up:
            self.classes.learn(self.names)
            self.shared.learn()
        return outputs

    def _played(self, source: str) -> list:
        try:
            return checked(self.ask("run", source))
        except Trouble:
            raise
        except BaseException:           # raised as the answer to a cell, or no outputs
            self._lose(Stopped)
        raise self.trouble

    def _tested(self, source: str) -> Outputs:
        if self.peer is None and (self.folder or self.shared.told):
            self._start()                   # the data come with the player
        outputs = self.shell.run(source)
        if self.peer and (self.pyplot or any(changed := self._changed())):
            self.ask("close_figures") if self.pyplot else self.ask("after", *changed, "nothing")
        return outputs

    def ask(self, operation: str, /, *arguments, **options):
        """Have the player do something; Trouble: it cannot, or took too long."""
        if self.peer is None:
            if self.trouble:
                raise self.trouble
            self._start()
        changed = self._changed()
        try:
            return self._ask("after", *changed, operation, *arguments, **options) if any(changed) else \
                self._ask(operation, *arguments, **options)
        except Foreign as error:
            self.trouble = CannotCross(CANNOT_CROSS.format(error))
        raise self.trouble

    def get(self, name: str):
        """What a name of the player's stands for; if that is an object of the player's, it is not asked twice while it does."""
        if name in self.known and not dict.__contains__(self.names, name):
            return self.known[name]
        value = self.ask("get", name)
        if isinstance(value, Handle):
            self.known[name] = value
        return value

    def _changed(self) -> tuple:
        """The shared names that a test has changed and that go with the next question; told at once of those that may not cross."""
        for name, value in self.names.strayed().items():        # as a function of a test does with its `global` names
            self.ask("set", name, value)
        *changed, rest = self.shared.changed()
        for name, value in rest.items():
            trouble = self.trouble
            try:
                self._ask("set", name, value)
            except Foreign:
                self.trouble = trouble          # it is the test's own
        return changed

    def _heard(self, aside) -> None:
        """What a player says beside its answer, among it which of its names stand for something else now."""
        if isinstance(aside, dict) and (rebound := aside.pop("rebound", None)) is not None:
            if type(rebound) is not list:
                raise Garbled("names that are no names")
            self.known = {name: value for name, value in self.known.items() if name not in rebound}
        self.mirror.hear(aside)

    def _ask(self, operation: str, /, *arguments, **options):
        try:
            return self.peer.ask(operation, *arguments, **options)
        except TooMuch:
            raise Foreign("more than goes into one message") from None
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
            if time.monotonic() > self.ends:
                self.trouble = NotRun(NO_TIME.format(self.seconds.in_all))
                raise self.trouble
            self.mirror = mirror = Mirror(self.randomness, self.folder and Folder(self.folder, trusting=False))
            self.wire, holdings = Wire(self.new_player()), Holdings(self, self.classes, self.pyplot)
            self.peer = Peer(self.wire, holdings.answer, holdings, CALLBACKS_RAISE, mirror.tell, self._heard)
            beginning = "share", sorted(self.shared.names), self.folder is not None, self.handed_in, self.core
            for place, question in enumerate([beginning, *(("run", source) for source in self.played)]):
                self._clock()
                try:
                    self.peer.ask(*question)
                except Trouble:
                    raise
                except BaseException:       # what it raises as the answer to a cell, too
                    self._lose(None)
                    del self.played[place - 1:place]
                    break
        self._clock()

    def _lose(self, trouble: Trouble | type[Stopped] | None) -> None:
        """Do without this player; of `Stopped` the player's end says the reason."""
        self._ring_after(0)             # in the midst of this it would end the player twice
        end = self.wire.sock.end() if self.peer else ""
        self.peer, self.known = None, {}
        if (left := self._rings - time.monotonic()) > 0:
            self._ring_after(left)
        self.trouble = Stopped(ENDS.get(end, "This cell ended the interpreter.")) if trouble is Stopped else trouble

    def _clock(self) -> None:
        """The time of a cell begins; a test that computes beyond it is interrupted."""
        left = max(0.001, min(self.seconds.a_cell, self.ends - time.monotonic()))
        if self.peer:
            self.wire.deadline = time.monotonic() + left
        self._rings = time.monotonic() + left + 0.2
        self._ring_after(left + 0.2)

    def _ring(self, *_) -> None:
        self._lose(TooSlow(TOO_SLOW.format(self.seconds.a_cell)))
        raise self.trouble

    def _cell(self, act: Callable[[], list]) -> Outputs:
        """The outputs of a cell; whatever goes wrong with it stands in them."""
        outputs, self.trouble = Outputs(), None
        if self.peer:
            self.peer.anew()
        try:
            with alarm(self._ring) as self._ring_after:
                if time.monotonic() > self.ends:
                    raise NotRun(NO_TIME.format(self.seconds.in_all))
                self._clock()
                outputs += act()
        except Trouble as trouble:
            self.trouble = trouble
        self._rings = 0.0
        if self.trouble and not any(output["output_type"] == "error" for output in outputs):
            name, says = type(self.trouble).__name__, str(self.trouble)
            outputs.append(new_output("error", ename=name, evalue=says, traceback=[f"{name}: {says}"]))
        return outputs


def own_folder() -> str:
    """A working folder that is nobody else's; Python looks for no modules in it, for students' files come there."""
    folder = os.path.realpath(tempfile.mkdtemp(prefix="judge-"))
    os.chdir(folder)
    sys.path[:] = filter(os.path.isabs, sys.path)
    return folder


def bound_memory() -> None:
    """Nothing that a student gives a test to compute with fills the machine."""
    with suppress(ImportError, OSError, ValueError):
        import resource
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MOST_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
