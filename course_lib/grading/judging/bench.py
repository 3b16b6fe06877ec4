"""Judges in reserve: a warm, trusted interpreter that forks one for each submission, so that no test leaves a trace for the next.

What does not depend on a submission is done before it comes: the next judge has been forked, and tests that were seen before are read.
"""
from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import Self

from course_lib.grading.sandbox.limits import ENVIRONMENT

from .protocol import Closed, Garbled, Late, TooMuch, Wire

BOOT = """import json, sys
descriptor, imports, *sys.path[:] = sys.argv[1:]
from course_lib.grading.judging.bench import main
main(int(descriptor), json.loads(imports))"""
GRACE = 10      # seconds beyond a submission's own, for the tests to end by themselves


class JudgeLost(Exception):
    """A judge ended without a judgement: the tests themselves ended or blocked its interpreter."""


class Bench:
    """A context manager; `judge(case, new_player)` has one submission judged by a judge that has `imports` loaded."""

    def __init__(self, imports: Sequence[str] = ()):
        self.imports, self._read, self._leaving = tuple(imports), set(), []

    def __enter__(self) -> Self:
        self._control, theirs = socket.socketpair()
        with theirs:
            words = [sys.executable, "-c", BOOT, str(theirs.fileno()), json.dumps(self.imports), *sys.path]
            self._process = subprocess.Popen(words, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, env=os.environ | ENVIRONMENT,
                                             start_new_session=True)        # Ctrl-C would end a judge, and with it somebody's points
        return self

    def __exit__(self, *exception) -> None:
        self._dismiss()
        self._control.shutdown(socket.SHUT_RDWR)        # forks of this process may hold it too
        self._control.close()
        self._process.wait()

    def judge(self, case: dict, new_player: Callable[[], socket.socket]) -> dict:
        """The judgement of a case (see `court.hear`), whose players come from new_player. Raises JudgeLost."""
        near, far = socket.socketpair()
        unread = {source for _, source, _ in case["steps"] if source} - self._read
        with far:
            socket.send_fds(self._control, [b"!"], [far.fileno()])
        wire, players = Wire(near, time.monotonic() + case["seconds"]["in_all"] + GRACE), []
        pid = None
        try:
            wire.send(sorted(unread))
            pid, _ = wire.receive()
            self._read |= unread
            wire.send(case)
            while True:
                message, _ = wire.receive()
                if message == "player":
                    players.append(new_player())
                    socket.send_fds(near, [b"!"], [players[-1].fileno()])
                elif message == "end":
                    wire.send(players.pop().end())
                else:
                    return message
        except (Closed, Late, Garbled):
            raise JudgeLost("The tests ended the judge's own interpreter, or never came to an end.") from None
        except TooMuch as error:
            raise JudgeLost(f"The submission is too large to be judged: {error}.") from None
        finally:
            near.close()
            if pid is not None:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            self._dismiss()
            for player in players:
                player.hang_up()
            self._leaving = players

    def _dismiss(self) -> None:
        """See to it that nothing is left of the players of the case before."""
        for player in self._leaving:
            player.close()
        self._leaving = []


class Player(socket.socket):
    """A player's line as a judge has it: its process is ended, and its end explained, by whoever started it."""

    def __init__(self, wire: Wire):
        wire.send("player")
        _, (descriptor, *_), _, _ = socket.recv_fds(wire.sock, 1, 1)
        super().__init__(fileno=descriptor)
        self._wire = wire

    def end(self) -> str:
        """End the player, and say how it ended, as `Line.end` does."""
        self.close()
        self._wire.send("end")
        return self._wire.receive()[0]


def main(descriptor: int, imports: Sequence[str]) -> None:
    """Be the interpreter from which judges are forked."""
    from . import court, warm  # IPython and NumPy are loaded once

    for name in imports:
        with contextlib.suppress(Exception):        # the cell that imports it will say what is wrong
            importlib.import_module(name)

    control = socket.socket(fileno=descriptor)
    gc.collect()
    gc.freeze()                                     # a collection would copy every page that a fork shares
    reserve = Reserve(control, warm.wake, court.hear)
    while True:
        _, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not descriptors:
            return
        with socket.socket(fileno=descriptors[0]) as sock, contextlib.suppress(Closed):
            if unread := Wire(sock).receive()[0]:
                court.read(unread)
                reserve.renew()
            reserve.send(sock)
        reserve.renew()


class Reserve:
    """A judge that has been forked and waits for a case."""

    def __init__(self, control: socket.socket, wake: Callable[[], None], hear: Callable[[Wire], None]):
        self.control, self.wake, self.hear, self._near = control, wake, hear, None
        self.renew()

    def renew(self) -> None:
        """Fork the next one; one that has got no case goes."""
        if self._near:
            self._near.close()
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        self._near, far = socket.socketpair()
        if os.fork() == 0:
            try:
                self.control.close()
                self._near.close()
                self.wake()
                _, descriptors, _, _ = socket.recv_fds(far, 1, 1)
                with contextlib.suppress(Closed):
                    for descriptor in descriptors:
                        self.hear(Wire(socket.socket(fileno=descriptor)))
            finally:
                os._exit(0)
        far.close()

    def send(self, sock: socket.socket) -> None:
        """Give it its case."""
        socket.send_fds(self._near, [b"!"], [sock.fileno()])
