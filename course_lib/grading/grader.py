"""Grade one submission: a pure function of the assignment and of what was handed in, for any process on any machine.

It needs no database and no file; a sandbox is opened once in each thread that grades.
"""
from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from time import perf_counter

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import nbjson
from nbgrader.utils import compute_checksum, determine_grade
from traitlets import import_item

from course_lib.problem import Problem

from . import canary, grade, intake, misconceptions, sanitise
from .assignment import Assignment, Sheet
from .courtroom import Setting, courtroom
from .intake import is_answer, is_grade, key
from .original import Original
from .replay import Replay
from .sandbox import Limits
from .submission import Submission


@dataclass(frozen=True)
class Graded:
    """What became of one submission. `problem` is empty if it was graded; else nothing is to be recorded."""
    student: str
    key: str = ""                   # see Submission.key
    notebooks: dict[str, str] = field(default_factory=dict)                             # name to content
    scores: dict[tuple[str, str], float | None] = field(default_factory=dict)           # by notebook and cell; None waits for a person
    comments: dict[tuple[str, str], str | None] = field(default_factory=dict)
    refused: tuple[str, ...] = ()   # why notebooks could not be graded
    notes: tuple[str, ...] = ()     # what was put back or left out
    seconds: float = 0
    problem: str = ""


def graded(assignment: Assignment, submission: Submission) -> Graded:
    """The grade of a submission. Whatever is wrong with one, this returns; it raises NoSandbox, for then nobody can be graded."""
    start = perf_counter()
    try:
        return grader(assignment).graded(submission, start)
    except Problem:
        raise
    except Exception:
        return Graded(submission.student, seconds=perf_counter() - start, problem=traceback.format_exc().strip().splitlines()[-1])


def ready(assignment: Assignment) -> None:
    """See that submissions can be graded, before any is: raises NoSandbox and CanaryDied."""
    grader(assignment).sing()


@lru_cache(maxsize=2)
def grader(assignment: Assignment) -> Grader:
    return Grader(assignment)


class Grader:
    """An assignment, read once for all submissions that this process grades."""

    def __init__(self, assignment: Assignment):
        self.assignment, rules = assignment, assignment.rules
        self.originals = {name: Original(nbformat.reads(sheet.source, 4), nbformat.reads(sheet.released, 4))
                          for name, sheet in assignment.sheets.items()}
        modules = {module for original in self.originals.values() for module in original.modules}
        self.setting = Setting(tuple(sorted(modules)), assignment.files, Limits(memory=rules.megabytes << 20, cpu=rules.seconds_in_all),
                               rules.unsafe)
        self.replays: dict[str, Replay | None] = {}

    def hear(self, case: dict) -> dict:
        return courtroom(self.setting).hear(case)

    @cached_property
    def catalogue(self) -> misconceptions.Catalogue | None:
        return misconceptions.loads(self.assignment.catalogue) if self.assignment.catalogue else None

    def replay(self, name: str) -> Replay | None:
        if name not in self.replays:
            self.replays[name] = Replay(self.catalogue, self.originals[name], self.hear) if self.catalogue else None
        return self.replays[name]

    def judge(self, name: str, notebook: NotebookNode, **more) -> None:
        rules = self.assignment.rules
        grade.run(notebook, self.originals[name], self.hear, seconds_per_cell=rules.seconds_per_cell, seconds_in_all=rules.seconds_in_all,
                  **more)

    def sing(self) -> None:
        courtroom(self.setting)
        if self.assignment.rules.canary:
            for name, sheet in self.assignment.sheets.items():
                canary.sing(self.originals[name], tests(sheet), lambda notebook, name=name: self.judge(name, notebook))

    def graded(self, submission: Submission, start: float) -> Graded:
        number, names = submission.key(self.assignment), list(self.assignment.sheets)
        notebooks = {name: self.notebook(name, submission) for name in names}
        found = [notebook.metadata.course for notebook in notebooks.values()]
        for each in found:
            each["key"] = number
        return Graded(submission.student, number, {name: nbjson.writes(notebook) + "\n" for name, notebook in notebooks.items()},
                      {(name, key(cell)): score for name in names for cell, score in scores(notebooks[name], submission.notebooks[name])},
                      {(name, key(cell)): comment(cell) for name in names for cell in notebooks[name].cells if takes_comment(cell)},
                      tuple(each["refused"] for each in found if "refused" in each),
                      tuple(note for each in found for note in each["notes"]),
                      perf_counter() - start)

    def notebook(self, name: str, submission: Submission) -> NotebookNode:
        """One notebook of a submission, judged, and made harmless for whoever looks at it."""
        released = self.originals[name].released
        notebook = intake.taken(submission.notebooks[name], f"{name}.ipynb", released)
        sanitise.text(notebook, released)
        overwrite(notebook, self.assignment.sheets[name])
        self.mark(name, notebook, submission.beside, submission.notes)
        names = {"student": submission.student, "assignment": self.assignment.name, "notebook": name}
        for extra in self.assignment.extras:
            notebook, _ = import_item(extra)(config=self.assignment.config)(notebook, {"nbgrader": names})
        return notebook

    def mark(self, name: str, notebook: NotebookNode, beside: dict[str, bytes], notes: Sequence[str]) -> None:
        """Judge a rebuilt notebook, with the files beside it and notes on them, and make what it leaves harmless."""
        self.judge(name, notebook, replay=self.replay(name), handed_in=beside)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                sanitise.outputs(cell)
        found = notebook.metadata.setdefault("course", {})
        found |= {"notes": [*found.get("notes", []), *notes], "unsafe": self.assignment.rules.unsafe and "refused" not in found}


def overwrite(notebook: NotebookNode, sheet: Sheet) -> None:
    """Put the gradebook's tests, points and checksums in place of the released ones."""
    for cell in notebook.cells:
        known = sheet.cells.get(key(cell)) if "nbgrader" in cell.metadata else None
        if known:
            cell.metadata.nbgrader["checksum"] = known.checksum
            if known.points is not None:
                cell.metadata.nbgrader["points"] = known.points
            if not is_answer(cell):
                cell.source = known.source


def tests(sheet: Sheet) -> dict[str, str]:
    return {name: cell.source for name, cell in sheet.cells.items()}


def scores(notebook: NotebookNode, handed_in: bytes | intake.Refused) -> Iterator[tuple[NotebookNode, float | None]]:
    """What nbgrader's rules make of each graded cell; a task in a notebook that was not handed in has no points to wait for."""
    for cell in notebook.cells:
        if is_grade(cell):
            yield cell, determine_grade(cell)[0]
        elif cell.metadata.get("nbgrader", {}).get("task") and isinstance(handed_in, intake.Refused):
            yield cell, 0


def takes_comment(cell: NotebookNode) -> bool:
    nbgrader = cell.metadata.get("nbgrader", {})
    return nbgrader.get("solution", False) or nbgrader.get("task", False)


def comment(cell: NotebookNode) -> str | None:
    """What nbgrader remarks by itself: that an answer is still the one that was released."""
    untouched = cell.metadata.nbgrader.get("checksum") == compute_checksum(cell) and not cell.metadata.nbgrader.get("task", False)
    return "No response." if untouched else None
