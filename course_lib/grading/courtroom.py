"""Where the submissions of one assignment are judged: a bench of judges and a sandbox of players, opened once for a whole class."""
from __future__ import annotations

import os
import tempfile
import threading
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Self

from .judging.bench import Bench
from .sandbox import Sandbox, Unprotected
from .sandbox.limits import ORDINARY, Limits

Files = tuple[tuple[str, bytes], ...]       # by path below the working directory


def data_files(folder: Path) -> Files:
    """What lies in an assignment's folder beside its notebooks."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in found
                 if path.suffix != ".ipynb" and ".ipynb_checkpoints" not in path.parts)


@dataclass(frozen=True)
class Setting:
    """What a courtroom is made for: `modules` are loaded beforehand, `files` are the data that students have."""

    modules: tuple[str, ...]
    files: Files = ()
    limits: Limits = ORDINARY
    unsafe: bool = False


class Courtroom:
    """A context manager whose `hear(case)` gives the judgement. Entering it raises NoSandbox, unless the setting is unsafe."""

    def __init__(self, setting: Setting):
        self.setting, self._open = setting, ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as opening:
            self._bench = opening.enter_context(Bench(self.setting.modules))        # gets ready while the sandbox does
            data = Path(opening.enter_context(tempfile.TemporaryDirectory(prefix="data-")))
            for name, content in self.setting.files:
                (data / name).parent.mkdir(parents=True, exist_ok=True)
                (data / name).write_bytes(content)
            kind = Unprotected if self.setting.unsafe else Sandbox
            self._players = opening.enter_context(kind(imports=self.setting.modules, limits=self.setting.limits, files=data))
            if not self.setting.unsafe:
                self._players.probe()
            self._next = None
            self._open = opening.pop_all()
        return self

    def __exit__(self, *exception) -> None:
        self._open.close()

    def hear(self, case: dict) -> dict:
        """The judgement of a case (see `judging.court`). Raises JudgeLost; NoSandbox if the sandbox has ended."""
        return self._bench.judge(case, self._player)

    def _player(self):
        """The line to a player that waits already; the one after it begins to start."""
        line = self._next or self._players.player()
        self._next = None if self.setting.unsafe else self._players.player()
        return line


class _Sitting(threading.local):
    """The courtroom that is open in this thread: a sandbox dies with the thread that has opened it."""

    room: Courtroom | None = None
    end: Finalize


_sitting = _Sitting()


def courtroom(setting: Setting) -> Courtroom:
    """The courtroom of this setting, which stays open until this thread asks for another one or the process ends."""
    room = _sitting.room
    if room is None or room.setting != setting:
        close()
        _sitting.room = Courtroom(setting).__enter__()
        _sitting.end = Finalize(None, _sitting.room.__exit__, exitpriority=1)       # also where atexit is not heard, in a worker
    return _sitting.room


def close() -> None:
    """Close the courtroom that is open in this thread."""
    room, _sitting.room = _sitting.room, None
    if room:
        _sitting.end()


def forget() -> None:
    """In a fork: what is open belongs to the process that has opened it."""
    _sitting.room = None


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=forget)
