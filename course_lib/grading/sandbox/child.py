"""The two processes of one player: the first of its namespace, which is not the student's, and the player itself."""
from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import socket
import sys
from collections.abc import Container
from typing import NoReturn

from .bubblewrap import NOBODY
from .confinement import confine
from .kernel import write
from .limits import Limits

SAME = f"{NOBODY} {NOBODY} 1"               # one user and one group, within as without


def lead(serve: str, line: socket.socket, report: socket.socket, limits: Limits, without: Container[str]) -> NoReturn:
    """Be the first process of a new namespace: build the walls, start the player, reap."""
    try:
        for name, content in ("setgroups", "deny"), ("uid_map", SAME), ("gid_map", SAME):
            write(f"/proc/self/{name}", content)
        confine(limits, without)
        if "descriptors" not in without:
            keep_only(line.fileno())
        player = os.fork()
        if player == 0:
            play(serve, line)
        line.close()
        while True:
            process, status = os.wait()
            if process == player:
                code = os.waitstatus_to_exitcode(status)
                os._exit(code if code >= 0 else 128 - code)
    except OSError as error:
        complain(report, error)
    finally:
        os._exit(1)


def play(serve: str, line: socket.socket) -> NoReturn:
    """Be the player."""
    code = 1
    try:
        gc.enable()
        sys.path.insert(0, "")                                # as in a kernel: modules may lie beside the notebook
        if "numpy.random" in sys.modules:
            sys.modules["numpy.random"].seed()                # or all players would draw the same numbers
        module, _, function = serve.partition(":")
        getattr(importlib.import_module(module), function)(line)
        code = 0
    finally:
        os._exit(code)


def keep_only(descriptor: int) -> None:
    """Close every descriptor but this one and the standard three, which lead nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nowhere, standard)
    os.closerange(3, descriptor)
    os.closerange(descriptor + 1, 1 << 20)


def complain(report: socket.socket, error: OSError) -> None:
    """Tell the caller that the walls cannot be built."""
    with contextlib.suppress(OSError):
        report.send(json.dumps([0.0, f"broken: {error}"]).encode())
