"""Where a student's code runs: a fresh process for each player, with nothing to read, nobody to reach, and limits on all that it uses.

    with Sandbox(imports=("numpy", "IPython")) as sandbox:
        sandbox.probe()
        with sandbox.player() as line:      # a socket; the player listens at its other end
            ...                             # leaving the block ends the player and all that it started

One *nursery* inside bubblewrap imports once what players need and forks them (nursery.py); each gets walls of its own (confinement.py)
and is watched (keeper.py).
"""
from __future__ import annotations

import contextlib
import json
import os
import platform
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Collection, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Self

from course_lib.problem import Problem

from . import bubblewrap, probe, seccomp
from .limits import ORDINARY, Limits
from .lines import Line
from .unprotected import Unprotected

__all__ = ["Limits", "Line", "NoSandbox", "Sandbox", "Unprotected"]

PLAYER = "course_lib.grading.judging.player:serve"
INSTALL = "install it: `sudo apt install bubblewrap` (Debian, Ubuntu) or `sudo dnf install bubblewrap` (Fedora)"
NAMESPACES = ("this system seems to forbid user namespaces. Allow them: `sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0` "
              "(Ubuntu 24.04 and later), `sudo sysctl kernel.unprivileged_userns_clone=1` (older Debian); a container must be started "
              "with `--privileged`, or `--cap-add SYS_ADMIN --security-opt seccomp=unconfined --security-opt apparmor=unconfined`")


class NoSandbox(Problem):
    """There is no working sandbox; the message says why, and what to do."""


class Sandbox:
    """A nursery behind walls, from which players come.

    `imports` are loaded once for all players (`failed` says which could not be, and why). `files` is a folder whose content every player
    finds, read-only, in its working directory: students' code can read all of it, so a notebook there is a ValueError. `serve` names the
    function that a player runs with its end of the line. Entering raises NoSandbox; so does `player` once the nursery has gone.
    Enter it in a thread that lives as long: the sandbox dies with that thread.
    """

    def __init__(self, imports: Sequence[str] = ("numpy",), limits: Limits = ORDINARY, files: Path | None = None, serve: str = PLAYER,
                 _without: Collection[str] = ()):
        if files and not files.is_dir():
            raise ValueError(f"files is a folder with the data of an assignment; {files} is none")
        notebook = next(files.rglob("*.ipynb"), None) if files else None
        if notebook:
            raise ValueError(f"what lies in files can be read by students' code, so no notebook may; {notebook} does")
        self.imports, self.limits, self.files, self.serve, self._without = tuple(imports), limits, files, serve, tuple(_without)
        self.failed: dict[str, str] = {}

    def __enter__(self) -> Self:
        bwrap = shutil.which("bwrap")
        if sys.platform != "linux" or platform.machine() not in seccomp.MACHINES:
            raise NoSandbox(f"it works on Linux alone, on {' or '.join(seccomp.MACHINES)}; this is {sys.platform} on {platform.machine()}")
        if not bwrap:
            raise NoSandbox(f"bubblewrap is missing; {INSTALL}")
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._complaints = tempfile.TemporaryFile()
        self._copy = tempfile.mkdtemp(prefix="sandbox-") if self.files and os.geteuid() == 0 else None
        data = bubblewrap.for_nobody(self.files, self._copy) if self._copy else self.files
        with theirs:
            self._process = subprocess.Popen(
                bubblewrap.command(bwrap, theirs.fileno(), data, self._without), pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self._complaints,
                env=None if "environment" in self._without else bubblewrap.ENVIRONMENT, start_new_session=True)     # deaf to Ctrl-C
        try:
            self.failed = self._set_up()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exception) -> None:
        """End the nursery, all players first."""
        with contextlib.suppress(OSError):
            self._control.settimeout(10)
            self._control.shutdown(socket.SHUT_WR)          # forks of this process may hold it too
            self._control.recv(1)
        self._control.close()
        self._process.kill()                                # and with it, by --die-with-parent, what is left
        self._process.wait()
        self._complaints.close()
        if self._copy:
            shutil.rmtree(self._copy)

    def player(self) -> Line:
        """The line to a fresh player, which shares nothing with any other."""
        return self._player(self.serve)

    def probe(self) -> None:
        """Start a player and try the walls from inside; raises NoSandbox when one does not stand, or when what should work does not."""
        name = f"\0course-{os.getpid()}"
        with (tempfile.NamedTemporaryFile() as secret, socket.create_server(("127.0.0.1", 0)) as server,
              socket.socket(socket.AF_UNIX) as hidden):
            hidden.bind(name)
            hidden.listen()
            program = probe.QUESTIONS.format(port=server.getsockname()[1], name=name, secret=secret.name, lazy=probe.LAZY)
            with self._player("course_lib.grading.sandbox.probe:answer") as line:
                try:
                    found = probe.ask(line, program)
                except ConnectionError:
                    raise NoSandbox(explain(f"a player cannot start: {line.verdict()}")) from None
        if found:
            raise NoSandbox(f"a program inside was let loose on the walls: {found if isinstance(found, str) else '; '.join(found)}")

    def _set_up(self) -> dict[str, str]:
        """Tell the nursery what it needs to know; what it could not import."""
        self._control.settimeout(120)
        setting = {"imports": self.imports, "serve": self.serve, "limits": asdict(self.limits), "without": self._without}
        with contextlib.suppress(OSError):
            self._control.send(json.dumps(setting).encode())
            answer = self._control.recv(1 << 16)
            if answer:
                return json.loads(answer)
        self._process.kill()
        self._process.wait()
        self._complaints.seek(0)
        said = self._complaints.read().decode(errors="replace").strip()
        raise NoSandbox(explain(said.rpartition("\n")[2] or "it does not answer"))

    def _player(self, serve: str) -> Line:
        near, far = socket.socketpair()
        report, keepers = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with far, keepers:
            try:
                socket.send_fds(self._control, [serve.encode()], [far.fileno(), keepers.fileno()])
            except OSError:
                near.close()
                report.close()
                raise NoSandbox("it has ended; enter a new one") from None
        return Line(near, report)


def explain(complaint: str) -> str:
    """What was said when the walls could not be built, and what to do where that is known."""
    forbidden = any(word in complaint for word in ("namespace", "uid map", "Operation not permitted"))
    return f"bubblewrap is here but does not work ({complaint}){': ' + NAMESPACES if forbidden else ''}"
