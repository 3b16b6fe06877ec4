"""A player without walls: for a student's own code on a student's own machine, and for an instructor who accepts the risk."""
from __future__ import annotations

import contextlib
import importlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from .limits import ENVIRONMENT, ORDINARY, Limits

BOOT = """import json, sys
sys.path[:] = ["", *json.loads(sys.argv[1])]
from course_lib.grading.sandbox.unprotected import main
main(*json.loads(sys.argv[2]))"""


class Unprotected:
    """Players as plain processes: the same interface as Sandbox, on every system, without walls, keeper or bounds on what they reach.

    Each is a new interpreter with `imports` loaded, in a temporary working directory with links to the content of `files`. Where the
    system can, each process is bounded in CPU time and file size; `limits` says how far.
    """

    def __init__(self, imports: Sequence[str] = (), limits: Limits = ORDINARY, files: Path | None = None,
                 serve: str = "course_lib.grading.judging.player:serve"):
        self.imports, self.limits, self.files, self.serve = tuple(imports), limits, files, serve

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception) -> None:
        pass

    def player(self) -> UnprotectedLine:
        """The line to a fresh player."""
        folder = tempfile.mkdtemp(prefix="player-")
        link(self.files, Path(folder))
        near, far = socket.socketpair()
        given = {"pass_fds": [far.fileno()], "start_new_session": True} if os.name == "posix" else {}
        setting = json.dumps([self.serve, self.imports, self.limits.cpu, self.limits.written])
        words = [sys.executable, "-c", BOOT, json.dumps(sys.path), setting]
        with far:
            process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder,
                                       env=os.environ | ENVIRONMENT, **given)
            with process.stdin as pipe:
                pipe.write(far.share(process.pid) if os.name == "nt" else str(far.fileno()).encode())
        return UnprotectedLine(near, process, folder)


class UnprotectedLine(socket.socket):
    """A socket whose other end a player holds; closing it ends the player and removes its folder."""

    def __init__(self, near: socket.socket, process: subprocess.Popen, folder: str):
        super().__init__(fileno=near.detach())
        self._process, self._folder = process, folder

    def spent(self) -> None:
        """Nobody counts the CPU time: bound the wall time instead."""

    def verdict(self) -> str:
        """How the player ended: "exit 3", "exit 137" (128 + a signal)."""
        code = self._process.wait()
        return f"exit {code if code >= 0 else 128 - code}"

    def end(self) -> str:
        """End the player, and say how it ended."""
        self.close()
        return self.verdict()

    def hang_up(self) -> None:
        """Let the player end; `close` waits until it has."""
        super().close()
        with contextlib.suppress(OSError):
            os.killpg(self._process.pid, signal.SIGKILL) if os.name == "posix" else self._process.kill()

    def close(self) -> None:
        self.hang_up()
        self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


def link(files: Path | None, folder: Path) -> None:
    """Put links to the content of one folder into another; copies where links are a privilege."""
    for entry in Path(files).resolve().iterdir() if files else ():
        try:
            (folder / entry.name).symlink_to(entry)
        except OSError:
            (shutil.copytree if entry.is_dir() else shutil.copy)(entry, folder / entry.name)


def main(serve: str, imports: Sequence[str], seconds: float, size: int) -> None:
    """Be the player: what its socket is comes through standard input."""
    handle = sys.stdin.buffer.read()
    line = socket.fromshare(handle) if os.name == "nt" else socket.socket(fileno=int(handle))
    if os.name == "posix":
        import resource
        for kind, bound in ((resource.RLIMIT_CPU, int(seconds) + 1), (resource.RLIMIT_FSIZE, size), (resource.RLIMIT_CORE, 0)):
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (bound if hard == resource.RLIM_INFINITY else min(bound, hard), hard))
    for name in imports:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    module, _, function = serve.partition(":")
    getattr(importlib.import_module(module), function)(line)
