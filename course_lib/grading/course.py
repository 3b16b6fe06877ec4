"""A course on disk: release, grade, give feedback, read the results, export. Its folders and its gradebook are nbgrader's."""
from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import cached_property, partial
from glob import glob
from pathlib import Path

import nbformat
from nbformat.v4 import nbjson
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from course_lib.problem import Problem

from . import assignment as assignments
from . import grade, intake, nbgrader_alone
from .database import explained
from .gradebook import Gradebook, Penalty, Score
from .leaks import leaks
from .nbgrader_plugin import configure, extras
from .results import ClassResults, Misconception, Submission, TestCell
from .rules import RunSubmission
from .whole_class import Outcome, ShareOut, WholeClass
from .workers import side_by_side


class CourseError(Problem):
    """Something the instructor asked for cannot be done."""


class Course:
    """An nbgrader course directory; `unsafe`: students' code runs without a sandbox, and the grades are marked."""

    def __init__(self, root: Path, unsafe: bool = False, database: str = ""):
        self.root = root.resolve()
        if not (self.root / "nbgrader_config.py").is_file():
            raise CourseError(f"{self.root} is no course: there is no nbgrader_config.py. Name another folder with --root.")
        # nbgrader calls alembic by its bare name
        os.environ["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), os.environ.get("PATH", "")])
        self.config = Config(PyFileConfigLoader("nbgrader_config.py", path=str(self.root)).load_config())
        configure(self.config)       # a course written for stock nbgrader names none of our plug-ins
        self.config.RunSubmission.unsafe = unsafe
        self.config.CourseDirectory.root = str(self.root)
        self.config.NbGraderAPI.log_level = "CRITICAL"
        if database:
            self.config.CourseDirectory.db_url = database
        self.directory = CourseDirectory(config=self.config)
        self.gradebook = Gradebook(self.directory.db_url)

    @cached_property
    def api(self):
        """nbgrader's own, for what is done seldom: it takes a second to load."""
        nbgrader_alone.whole()
        from nbgrader.apps import NbGraderAPI
        return NbGraderAPI(coursedir=self.directory, config=self.config)

    def folder(self, name: str, assignment: str, student: str = ".") -> Path:
        """A folder of nbgrader's: `source`, `release`, `submitted`, `autograded` or `feedback`."""
        return Path(self.directory.format_path(getattr(self.directory, f"{name}_directory"), student, assignment))

    def assignments(self) -> list[str]:
        return sorted(Path(path).name for path in glob(str(self.folder("source", "*"))) if Path(path).is_dir())

    def students(self, assignment: str) -> list[str]:
        """Who handed something in."""
        step = self.directory.submitted_directory
        pattern = re.compile(self.directory.format_path(step, "(?P<student>.*)", re.escape(assignment), escape=True))
        found = (pattern.fullmatch(path) for path in glob(self.directory.format_path(step, "*", assignment)) if os.path.isdir(path))
        return sorted(match["student"] for match in found if match)

    def check(self, assignment: str) -> None:
        if assignment not in self.assignments():
            raise CourseError(f"There is no assignment {assignment}. There is {', '.join(self.assignments()) or 'none at all'}.")

    def release(self, assignment: str) -> Path:
        """Make the students' version of an assignment, or raise if anything hidden would get into it."""
        self.check(assignment)
        self.gradebook.reach()
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

    def grade(self, assignment: str, students: list[str], jobs: int = 1, cluster: str = "") -> Iterator[Outcome]:
        """Grade these students, `jobs` at a time or on a Dask cluster; whatever one of them handed in, the others are graded.

        What was recorded stays, whatever ends the run. A submission that was graded before, as it is and by the same tests, is left alone.
        """
        self.check(assignment)
        if not any(self.folder("release", assignment).glob("*.ipynb")) or not self.gradebook.notebooks(assignment):
            raise CourseError(f"{assignment} has not been released yet. First: course release {assignment}")
        self.require(students, self.students(assignment), f"handed in {assignment}")
        penalty, sharing = self.penalty(), share_out(jobs, cluster)
        return WholeClass(self.directory, self.material(assignment), self.gradebook, penalty).grade(students, sharing)

    def material(self, assignment: str) -> assignments.Assignment:
        """All that the grades of an assignment depend on."""
        return assignments.read(self.directory, assignment, RunSubmission(config=self.config), self.gradebook, extras(self.config))

    def penalty(self) -> Penalty | None:
        """What this course takes off for being late, by nbgrader's plug-in; None if it says nothing of that."""
        if not {"AssignLatePenalties", "LateSubmissionPlugin"} & set(self.config):
            return None
        from nbgrader.preprocessors import AssignLatePenalties
        assigning = AssignLatePenalties(config=self.config)
        assigning.init_plugin()
        return assigning.plugin_inst.late_submission_penalty

    def feedback(self, assignment: str, students: list[str]) -> Iterator[Outcome]:
        """Write one HTML page for each of these students."""
        from .nbgrader_doors import ExpectingFeedback
        self.require(students, self.graded(assignment), f"been graded in {assignment}")
        for student in students:
            yield self.convert(ExpectingFeedback, assignment, student)

    @staticmethod
    def require(students: list[str], known: list[str], what: str) -> None:
        """A mistyped name must not become a student with 0 points."""
        unknown = sorted(set(students) - set(known))
        if unknown:
            raise CourseError(f"{', '.join(unknown)} has not {what}.")

    def convert(self, converter, assignment: str, student: str) -> Outcome:
        from nbgrader.utils import capture_log, temp_attrs
        with temp_attrs(self.directory, assignment_id=assignment, student_id=student):
            done = capture_log(converter(coursedir=self.directory, parent=self.api, force=True))
        return Outcome(student, "" if done["success"] else done["error"].strip().splitlines()[-1])

    def graded(self, assignment: str) -> list[str]:
        """Whose submission has been graded, and nothing handed in since."""
        recorded = self.gradebook.recorded(assignment)
        came = {student: intake.time(self.folder("submitted", assignment, student) / "timestamp.txt")
                for student in self.students(assignment) if student in recorded}
        return [student for student, time in came.items()
                if time in (None, recorded[student]) and self.folder("autograded", assignment, student).is_dir()]

    def results(self, assignment: str) -> ClassResults:
        """What the gradebook and the graded notebooks say of a class."""
        if not self.gradebook.notebooks(assignment):
            raise CourseError(f"{assignment} is not in the gradebook yet. First: course release {assignment}")
        scores: dict[tuple[str, str], dict[str, Score]] = {}
        for student, notebook, cell, score in self.gradebook.scores(assignment):
            scores.setdefault((student, notebook), {})[cell] = score
        return ClassResults(assignment, tuple(self.read(assignment, *whose, found) for whose, found in sorted(scores.items())))

    def read(self, assignment: str, student: str, name: str, scores: dict[str, Score]) -> Submission:
        """One graded notebook: its scores, and the reasons from its file."""
        total, points = (sum(getattr(score, what) for score in scores.values()) for what in ("score", "points"))
        path = self.folder("autograded", assignment, student) / f"{name}.ipynb"
        if not path.exists():
            return Submission(student, name, total, points, (), "its graded notebook is not in autograded/; grade it again")
        notebook = nbjson.reads(path.read_text(encoding="utf-8"))
        found = notebook.metadata.get("course", {})
        graded = [*grade.tests(notebook), *grade.by_hand(notebook)]
        cells = tuple(test_cell(question, cell, scores[cell.metadata.nbgrader["grade_id"]]) for question, cell in graded)
        return Submission(student, name, total, points, cells, found.get("refused", ""), tuple(found.get("notes", [])),
                          found.get("unsafe", False))

    def export(self, target: Path) -> None:
        """Write all grades as CSV, with nbgrader's own exporter; a column more if any was obtained without a sandbox."""
        from nbgrader.plugins.export import CsvExportPlugin
        with explained(self.gradebook.engine), closing(self.api.gradebook) as gradebook:
            CsvExportPlugin(to=str(target)).export(gradebook)
            assignments = [assignment.name for assignment in gradebook.assignments]
        unsafe = {(name, mine.student) for name in assignments for mine in self.results(name).submissions if mine.unsafe}
        if unsafe:
            header, *rows = target.read_text(encoding="utf-8").splitlines()
            marks = ["yes" if (fields[0], fields[3]) in unsafe else "" for fields in (row.split(",") for row in rows)]
            marked = [f"{row},{mark}" for row, mark in zip(rows, marks, strict=True)]
            target.write_text("\n".join([f"{header},graded_without_a_sandbox", *marked, ""]), encoding="utf-8")


def share_out(jobs: int, cluster: str) -> ShareOut:
    """Who grades: processes of this machine, or the Dask cluster at an address."""
    if not cluster:
        return partial(side_by_side, jobs=jobs)
    from .cluster import side_by_side as on_cluster
    return partial(on_cluster, address=cluster)


def test_cell(question: str, cell: nbformat.NotebookNode, score: Score) -> TestCell:
    found = cell.metadata.get("course", {})
    misconception = found.get("misconception")
    return TestCell(cell.metadata.nbgrader["grade_id"], question, grade.property_of(cell), grade.is_hidden(cell), score.points,
                    None if score.waits else score.score, found.get("message", ""),
                    Misconception(**misconception) if misconception else None)
