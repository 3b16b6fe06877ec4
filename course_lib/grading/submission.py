"""What a student handed in, read from the disk once: everything after this works on bytes, wherever it runs."""
from __future__ import annotations

import hashlib
from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from . import intake
from .assignment import Assignment


@dataclass(frozen=True)
class Submission:
    """One student's files: notebooks by name, or why one could not be read; what lies beside them; and notes on what was left out."""
    student: str
    notebooks: dict[str, bytes | intake.Refused]
    beside: dict[str, bytes]
    notes: tuple[str, ...] = ()
    timestamp: datetime | None = None

    def key(self, assignment: Assignment) -> str:
        """Two submissions with one key to one assignment get the same grades."""
        everything = repr((assignment.key, [(name, str(content)) for name, content in self.notebooks.items()], self.beside, self.notes))
        return hashlib.sha256(everything.encode("utf-8", "replace")).hexdigest()


def read(student: str, folder: Path, notebooks: list[str], known: Container[str]) -> Submission:
    """What lies in a student's folder: these notebooks, whether or not they are there, and other files but for those `known`."""
    beside, notes = intake.beside(folder, known)
    return Submission(student, {name: intake.content(folder / f"{name}.ipynb") for name in notebooks}, beside, tuple(notes),
                      intake.time(folder / "timestamp.txt"))
