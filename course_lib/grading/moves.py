"""Who went from what to what: the scores of a class from before a regrade beside those after it."""
from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .counting import number
from .gradebook import Score

Scores = Iterable[tuple[str, str, str, Score]]      # see Gradebook.scores


@dataclass(frozen=True)
class Move:
    """One student's score before and now, None if there was none, and by how much each cell moved."""
    student: str
    old: float | None
    new: float
    cells: dict[tuple[str, str], float]     # by notebook and name

    @property
    def difference(self) -> float:
        return 0 if self.old is None else round(self.new - self.old, 9)     # 0.1 + 0.2 is 0.3 here


def moves(old: Scores, new: Scores) -> list[Move]:
    """Every student who has a score now, in order."""
    before, now = by_student(old), by_student(new)
    return [Move(student, sum(before[student].values()) if student in before else None, sum(cells.values()),
                 differences(before.get(student, {}), cells)) for student, cells in sorted(now.items())]


def by_student(scores: Scores) -> dict[str, dict[tuple[str, str], float]]:
    found: dict[str, dict[tuple[str, str], float]] = {}
    for student, notebook, cell, score in scores:
        found.setdefault(student, {})[notebook, cell] = score.score
    return found


def differences(old: dict, new: dict) -> dict:
    """By how much each cell moved, if it did; one that is not there counts as 0."""
    moved = {cell: new.get(cell, 0) - old.get(cell, 0) for cell in sorted({*old, *new})}
    return {cell: difference for cell, difference in moved.items() if difference}


def write(path: Path, everyone: list[Move]) -> None:
    """All students with the score before and now, as CSV."""
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["student", "old", "new"])
        rows.writerows([move.student, "" if move.old is None else number(move.old), number(move.new)] for move in everyone)
