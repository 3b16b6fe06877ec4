"""A course on disk, through nbgrader's API: release, grade, give feedback, read the results, export."""
from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.api import MissingEntry
from nbgrader.apps import NbGraderAPI
from nbgrader.plugins.export import CsvExportPlugin
from nbgrader.utils import capture_log, temp_attrs
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from course_lib.problem import Problem

from . import grade
from .leaks import leaks
from .nbgrader_plugin import Expecting, ExpectingAutograde, ExpectingFeedback, RunSubmission, configure
from .results import ClassResults, Misconception, Submission, TestCell


class CourseError(Problem):
    """Something the instructor asked for cannot be done."""


@dataclass(frozen=True)
class Outcome:
    """What became of one student's submission in one step; `problem` is empty if all went well."""
    student: str
    problem: str = ""


class Course:
    """An nbgrader course directory; `unsafe`: students' code runs without a sandbox, and the grades are marked."""

    def __init__(self, root: Path, unsafe: bool = False):
        self.root = root.resolve()
        if not (self.root / "nbgrader_config.py").is_file():
            raise CourseError(f"{self.root} is no course: there is no nbgrader_config.py. Name another folder with --root.")
        # nbgrader calls alembic by its bare name
        os.environ["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), os.environ.get("PATH", "")])
        config = Config(PyFileConfigLoader("nbgrader_config.py", path=str(self.root)).load_config())
        configure(config)       # a course written for stock nbgrader names none of our plug-ins
        config.RunSubmission.unsafe = unsafe
        config.CourseDirectory.root = str(self.root)
        config.NbGraderAPI.log_level = "CRITICAL"
        self.api = NbGraderAPI(config=config)
        self.directory = self.api.coursedir

    def folder(self, name: str, assignment: str, student: str = ".") -> Path:
        """A folder of nbgrader's: `source`, `release`, `submitted`, `autograded` or `feedback`."""
        return Path(self.directory.format_path(getattr(self.directory, f"{name}_directory"), student, assignment))

    def assignments(self) -> list[str]:
        return sorted(self.api.get_source_assignments())

    def students(self, assignment: str) -> list[str]:
        """Who handed something in."""
        return sorted(self.api.get_submitted_students(assignment))

    def check(self, assignment: str) -> None:
        if assignment not in self.assignments():
            raise CourseError(f"There is no assignment {assignment}. There is {', '.join(self.assignments()) or 'none at all'}.")

    def release(self, assignment: str) -> Path:
        """Make the students' version of an assignment, or raise if anything hidden would get into it."""
        self.check(assignment)
        done = self.api.generate_assignment(assignment)
        released = self.folder("release", assignment)
        if not done["success"]:
            raise CourseError(f"nbgrader could not make the students' version of {assignment}.\n{done.get('log', '')}{done['error']}")
        for notebook in sorted(released.glob("*.ipynb")):
            found = leaks(nbformat.read(self.folder("source", assignment) / notebook.name, 4), nbformat.read(notebook, 4))
            if found:
                notebook.unlink()
                raise CourseError(f"{notebook.name} was not released: it would show {len(found)} hidden lines, the first:\n{found[0]}")
        return released

    def grade(self, assignment: str, students: list[str]) -> Iterator[Outcome]:
        """Grade these students, one by one; whatever one of them handed in, the next one is graded."""
        self.check(assignment)
        if not any(self.folder("release", assignment).glob("*.ipynb")):
            raise CourseError(f"{assignment} has not been released yet. First: course release {assignment}")
        self.require(students, self.students(assignment), f"handed in {assignment}")
        self.prepare(assignment)
        for student in students:
            yield self.convert(ExpectingAutograde, assignment, student)

    def prepare(self, assignment: str) -> None:
        """See that submissions can be judged, before any is: raises NoSandbox and CanaryDied."""
        judges = RunSubmission(config=self.api.config)
        with closing(self.api.gradebook) as gradebook:
            for notebook in gradebook.find_assignment(assignment).notebooks:
                tests = {cell.name: cell.source for cell in notebook.source_cells}
                judges.judge(self.directory, assignment, notebook.name, tests)

    def feedback(self, assignment: str, students: list[str]) -> Iterator[Outcome]:
        """Write one HTML page for each of these students."""
        self.require(students, self.graded(assignment), f"been graded in {assignment}")
        for student in students:
            yield self.convert(ExpectingFeedback, assignment, student)

    @staticmethod
    def require(students: list[str], known: list[str], what: str) -> None:
        """A mistyped name must not become a student with 0 points."""
        unknown = sorted(set(students) - set(known))
        if unknown:
            raise CourseError(f"{', '.join(unknown)} has not {what}.")

    def convert(self, converter: type[Expecting], assignment: str, student: str) -> Outcome:
        with temp_attrs(self.directory, assignment_id=assignment, student_id=student):
            done = capture_log(converter(coursedir=self.directory, parent=self.api, force=True))
        return Outcome(student, "" if done["success"] else done["error"].strip().splitlines()[-1])

    def graded(self, assignment: str) -> list[str]:
        """Whose submission has been graded."""
        return sorted(self.api.get_autograded_students(assignment) & set(self.students(assignment)))

    def results(self, assignment: str) -> ClassResults:
        """What the gradebook and the graded notebooks say of a class."""
        with closing(self.api.gradebook) as gradebook:
            try:
                submissions = gradebook.find_assignment(assignment).submissions
            except MissingEntry:
                raise CourseError(f"{assignment} is not in the gradebook yet. First: course release {assignment}") from None
            notebooks = [(submission.student_id, notebook) for submission in submissions for notebook in submission.notebooks]
            found = [self.read(assignment, student, notebook) for student, notebook in sorted(notebooks, key=lambda pair: pair[0])]
        return ClassResults(assignment, tuple(found))

    def read(self, assignment: str, student: str, row) -> Submission:
        """One graded notebook: scores from its gradebook row, reasons from the file."""
        path = self.folder("autograded", assignment, student) / f"{row.name}.ipynb"
        if not path.exists():
            return Submission(student, row.name, row.score, row.max_score, (), "its graded notebook is not in autograded/; grade it again")
        notebook = nbformat.read(path, as_version=4)
        scores = {cell.name: cell for cell in row.grades}
        found = notebook.metadata.get("course", {})
        graded = [*grade.tests(notebook), *grade.by_hand(notebook)]
        cells = tuple(test_cell(question, cell, scores[cell.metadata.nbgrader["grade_id"]]) for question, cell in graded)
        return Submission(student, row.name, row.score, row.max_score, cells, found.get("refused", ""), tuple(found.get("notes", [])),
                          found.get("unsafe", False))

    def export(self, target: Path) -> None:
        """Write all grades as CSV, with nbgrader's own exporter; a column more if any was obtained without a sandbox."""
        with closing(self.api.gradebook) as gradebook:
            CsvExportPlugin(to=str(target)).export(gradebook)
            assignments = [assignment.name for assignment in gradebook.assignments]
        unsafe = {(name, submission.student) for name in assignments for submission in self.results(name).submissions if submission.unsafe}
        if unsafe:
            header, *rows = target.read_text(encoding="utf-8").splitlines()
            marks = ["yes" if (fields[0], fields[3]) in unsafe else "" for fields in (row.split(",") for row in rows)]
            marked = [f"{row},{mark}" for row, mark in zip(rows, marks, strict=True)]
            target.write_text("\n".join([f"{header},graded_without_a_sandbox", *marked, ""]), encoding="utf-8")


def test_cell(question: str, cell: nbformat.NotebookNode, row) -> TestCell:
    found = cell.metadata.get("course", {})
    misconception = found.get("misconception")
    return TestCell(cell.metadata.nbgrader["grade_id"], question, grade.property_of(cell), grade.is_hidden(cell), row.max_score,
                    None if row.needs_manual_grade and row.manual_score is None and row.auto_score is None else row.score,
                    found.get("message", ""), Misconception(**misconception) if misconception else None)
