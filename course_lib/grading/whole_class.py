"""Grade a class: read what was handed in, share it out, record what comes back.

A batch is recorded in one transaction, and only then do its notebooks appear in `autograded/`. So whatever ends a run, a notebook that is
there has been recorded, and the next run grades what is missing.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from time import monotonic

from nbgrader.coursedir import CourseDirectory

from . import autograded, submission
from .assignment import Assignment
from .autograded import Folder
from .gradebook import Entry, Gradebook, Penalty
from .grader import Graded, graded, ready
from .submission import Submission
from .workers import Killed

BATCH, SOON = 100, 1.0          # so many submissions, or after so many seconds what there is, go into one transaction

ShareOut = Callable[[Callable, Iterable], Iterator[tuple | None]]       # work and items to items with results: see workers.side_by_side
KILLED = "the process that graded it was killed; did it need too much memory?"


@dataclass(frozen=True)
class Outcome:
    """What became of one student's submission; `problem` is empty if all went well."""
    student: str
    problem: str = ""
    graded: Graded | None = None        # None: it is as it was when it was graded before


def work(assignment: Assignment, handed_in: Submission | None) -> Graded | None:
    """What a worker does; None before all submissions asks whether they can be graded at all."""
    return graded(assignment, handed_in) if handed_in else ready(assignment)


@dataclass
class WholeClass:
    """The submissions of one assignment in a course."""
    course: CourseDirectory
    assignment: Assignment
    gradebook: Gradebook
    penalty: Penalty | None = None
    unchanged: list[Entry] = field(default_factory=list)

    def grade(self, students: list[str], share_out: ShareOut) -> Iterator[Outcome]:
        """Grade these students; each outcome comes when it is recorded, last those of whom nothing has changed."""
        waiting, last, can_be_graded = [], monotonic(), False
        try:
            for done in share_out(partial(work, self.assignment), chain([None], self.changed(students))):
                can_be_graded = can_be_graded or done == (None, None)
                waiting += [done] if done and done[0] else []
                if can_be_graded and waiting and (len(waiting) >= BATCH or monotonic() - last > SOON):
                    ready_ones, waiting, last = waiting, [], monotonic()
                    yield from self.record(ready_ones)
        finally:
            outcomes = list(self.record(waiting)) if can_be_graded else []
        yield from outcomes
        for batch in batches(self.unchanged):
            self.gradebook.record(self.assignment.name, batch, self.penalty)
            yield from (Outcome(mine.student) for mine in batch)

    def changed(self, students: list[str]) -> Iterator[Submission]:
        """What these students handed in, but for what was graded before as it is."""
        names, known = list(self.assignment.sheets), self.gradebook.recorded(self.assignment.name)
        for student in students:
            handed_in = submission.read(student, self.path(self.course.submitted_directory, student), names, dict(self.assignment.files))
            if student in known and self.folder(student).key(names) == handed_in.key(self.assignment):
                self.unchanged.append(Entry(student, handed_in.timestamp))
            else:
                yield handed_in

    def record(self, results: list[tuple[Submission, Graded | Killed]]) -> Iterator[Outcome]:
        """Write what was graded into the gradebook, and show it in `autograded/`."""
        written = []
        for handed_in, result in results:
            problem = KILLED if isinstance(result, Killed) else result.problem
            if not problem:
                try:
                    self.folder(handed_in.student).lay_out(result.notebooks, self.beside(handed_in.student))
                    written.append((handed_in, result))
                except OSError as error:
                    problem = f"its graded notebook could not be written: {error}"
            if problem:
                yield Outcome(handed_in.student, problem)
        entries = [Entry(mine.student, mine.timestamp, result.scores, result.comments) for mine, result in written]
        self.gradebook.record(self.assignment.name, entries, self.penalty)
        for mine, result in written:
            self.folder(mine.student).show(result.notebooks)
            yield Outcome(mine.student, "", result)

    def path(self, step: str, student: str) -> Path:
        return Path(self.course.format_path(step, student, self.assignment.name))

    def folder(self, student: str) -> Folder:
        return Folder(self.path(self.course.autograded_directory, student), self.course.groupshared)

    def beside(self, student: str) -> dict[str, Path]:
        """The files that go beside a graded notebook: the student's, and over them the course's own."""
        return {**dict(autograded.beside(self.path(self.course.submitted_directory, student), self.course.ignore)),
                **dict(autograded.beside(self.path(self.course.source_directory, "."), self.course.ignore))}


def batches(items: list) -> Iterator[list]:
    return (items[start:start + BATCH] for start in range(0, len(items), BATCH))
