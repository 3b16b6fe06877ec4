"""The process inside bubblewrap that imports once what the players need, forks a player whenever one is asked for, and keeps them all.

    nursery                hears requests, keeps the players (keeper.py)
    └─ first process       of a pid namespace (child.py); reaps what is orphaned; when it ends, the kernel kills all the rest
       └─ player           runs `serve(line)`, the student's code in it

A request is the name of the function to serve with, and two descriptors: the player's end of the line and the keeper's of the report.
"""
from __future__ import annotations

import gc
import importlib
import json
import os
import platform
import select
import socket
import time
from collections.abc import Container, Sequence

from . import seccomp
from .bubblewrap import NOBODY
from .child import complain, lead
from .confinement import furnish
from .keeper import Keeper, Processes
from .kernel import NEW_PIDS, NEW_USER, check, fork_into, libc
from .limits import Limits

INTERVAL = 0.05             # seconds between two looks at what the players use


class Nursery:
    """Serves requests until the caller hangs up."""

    def __init__(self, control: socket.socket, limits: Limits, without: Container[str]):
        self.control, self.limits, self.without = control, limits, without
        self.keepers: dict[int, Keeper] = {}                  # by each descriptor that they watch
        self.poll = select.poll()
        self.poll.register(control, select.POLLIN)

    def run(self) -> None:
        due = 0.0
        while True:
            events = dict(self.poll.poll(INTERVAL * 1000 if self.keepers else None))
            for descriptor in events.keys() & self.keepers.keys():
                if descriptor in self.keepers:                # still: it may have been forgotten meanwhile
                    self.heed(descriptor)
            if self.control.fileno() in events:               # last, for a new player may get descriptors of an old one
                serve, descriptors, _, _ = socket.recv_fds(self.control, 4096, 2)
                if not serve:
                    return self.close()
                self.start(serve.decode(), *(socket.socket(fileno=descriptor) for descriptor in descriptors))
            if self.keepers and time.monotonic() > due:
                processes = Processes()
                for keeper in set(self.keepers.values()):
                    keeper.look(processes)
                due = time.monotonic() + INTERVAL

    def start(self, serve: str, line: socket.socket, report: socket.socket) -> None:
        """Fork a player, the second process of a new pid namespace, and keep it."""
        try:
            first = fork_into(NEW_USER if "pids" in self.without else NEW_USER | NEW_PIDS)
        except OSError as error:
            with line, report:
                complain(report, error)
            return
        if first == 0:
            lead(serve, line, report, self.limits, self.without)
        keeper = Keeper(first, line, report, self.limits, self.without)
        for descriptor, events in keeper.watched().items():
            self.keepers[descriptor] = keeper
            self.poll.register(descriptor, events)

    def heed(self, descriptor: int) -> None:
        """Do what an event asks for, and forget a player of which nothing is left."""
        keeper = self.keepers[descriptor]
        if descriptor == keeper.line.fileno():
            keeper.end("closed")
            self.forget(descriptor)
        elif descriptor == keeper.report.fileno():
            if not keeper.answer():
                keeper.end("closed")
                self.forget(descriptor)
        else:
            self.forget(*keeper.watched())
            keeper.bury()

    def close(self) -> None:
        """End all players before the caller learns that the nursery has ended."""
        keepers = set(self.keepers.values())
        for keeper in keepers:
            keeper.end("closed")
        for keeper in keepers:
            keeper.bury()

    def forget(self, *descriptors: int) -> None:
        for descriptor in self.keepers.keys() & set(descriptors):
            self.poll.unregister(descriptor)
            del self.keepers[descriptor]


def become_nobody() -> None:
    """Root's own user id would pass the limit on processes, and own root's files."""
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    check(libc.prctl(4, 1, 0, 0, 0))                          # PR_SET_DUMPABLE: or /proc/self would still belong to root


def preload(names: Sequence[str]) -> dict[str, str]:
    """Import what every player needs; what could not be imported, and why."""
    failed = {}
    for name in names:
        try:
            importlib.import_module(name)
        except Exception as error:
            failed[name] = f"{type(error).__name__}: {error}"[:500]
    return failed


def main(descriptor: int) -> None:
    """Be the nursery that its caller speaks to through this descriptor: first the setting, then the requests."""
    control = socket.socket(fileno=descriptor)
    setting = json.loads(control.recv(1 << 16))
    if os.geteuid() == 0:
        become_nobody()
    furnish()
    importlib.import_module(setting["serve"].partition(":")[0])
    control.send(json.dumps(preload(setting["imports"])).encode())
    seccomp.program(platform.machine())                       # once for all players
    gc.collect()
    gc.freeze()
    gc.disable()                                              # a collection would copy every page that a fork shares
    Nursery(control, Limits(**setting["limits"]), frozenset(setting["without"])).run()
