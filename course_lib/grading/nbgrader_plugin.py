"""Where our grading hangs on nbgrader's own plug points, so that every one of its doors leads here.

A course's nbgrader_config.py takes it in two lines: `from course_lib.grading.nbgrader_plugin import configure` and `configure(c)`.
"""
from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache, partial
from glob import glob
from pathlib import Path

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.converters import Autograde, BaseConverter, GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Integer, Unicode, default
from traitlets.config import Config

from . import canary, feedback, grade, intake, misconceptions, sanitise
from .courtroom import Setting, courtroom
from .intake import key
from .original import Original, is_test
from .replay import Replay
from .sandbox import Limits

PREPROCESSORS = ["nbgrader.preprocessors.Execute", "nbgrader.preprocessors.LimitOutput", "nbgrader.preprocessors.SaveAutoGrades",
                 "nbgrader.preprocessors.AssignLatePenalties", "nbgrader.preprocessors.CheckCellMetadata"]
FEEDBACK = ["nbgrader.preprocessors.GetGrades", f"{__name__}.ExplainTests", "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor"]


def configure(config: Config) -> None:
    """Set our exporter and preprocessors in a course's configuration; of those that it names itself only Execute is replaced."""
    autograde = config.Autograde
    chosen = autograde.autograde_preprocessors if "autograde_preprocessors" in autograde else PREPROCESSORS
    autograde.exporter_class = f"{__name__}.SubmissionExporter"
    autograde.autograde_preprocessors = [f"{__name__}.RunSubmission" if str(name).rstrip("'>").endswith(".Execute") else name
                                         for name in chosen]
    config.GenerateFeedback.setdefault("preprocessors", FEEDBACK)


class SubmissionExporter(NotebookExporter):
    """Reads what a student handed in, before anything of nbgrader's can fail on it (`Autograde.exporter_class`)."""

    def __init__(self, parent: Autograde, **kwargs):
        super().__init__(parent=parent, **kwargs)
        for folder in glob(parent._format_source(parent.coursedir.assignment_id, parent.coursedir.student_id)):
            intake.clear_links(Path(folder))
            parent.assignments[folder] = expected(parent, folder)

    def from_filename(self, filename, resources=None, **kwargs):
        course = self.parent.coursedir
        names = resources["nbgrader"]
        handed_in = course.format_path(course.submitted_directory, names["student"], names["assignment"])
        if Path(filename).parent != Path(handed_in):        # nbgrader's second pass: our own notebook, already rebuilt
            return super().from_filename(filename, resources=resources, **kwargs)
        folder = course.format_path(course.release_directory, ".", names["assignment"])
        released = nbformat.read(Path(folder, Path(filename).name), as_version=4)
        notebook = intake.take(Path(filename), released)
        sanitise.text(notebook, released)
        return self.from_notebook_node(notebook, resources=resources, **kwargs)


class RunSubmission(NbGraderPreprocessor):
    """Has the rebuilt notebook judged and explains its failures (in `Autograde.autograde_preprocessors`, in the place of Execute)."""

    seconds_per_cell = Integer(help="After this long a cell has failed; by default Execute's timeout.").tag(config=True)
    seconds_in_all = Integer(300, help="After this long the rest of the notebook is not run.").tag(config=True)
    megabytes = Integer(2048, help="How much memory a submission may use at a time.").tag(config=True)
    catalogue = Unicode("", help="The misconceptions of a set: a path below the course's root, with {assignment_id}.").tag(config=True)
    unsafe = Bool(False, help="Run students' code without a sandbox, with your own rights; such grades are marked.").tag(config=True)
    canary = Bool(True, help="First see that the reference solution gets full marks, and the released notebook none.").tag(config=True)

    @default("seconds_per_cell")
    def _timeout(self) -> int:
        given = {**self.config.ExecutePreprocessor, **self.config.Execute}.get("timeout", 30)
        return self.seconds_in_all if given is None or given < 0 else given

    def preprocess(self, nb, resources):
        names = resources["nbgrader"]
        course, found = self.parent.parent.coursedir, nb.metadata.setdefault("course", {})
        tests = {key(cell): cell.source for cell in nb.cells if is_test(cell)}
        judge = self.judge(course, names["assignment"], names["notebook"], tests)
        released = Path(course.format_path(course.release_directory, ".", names["assignment"]))
        handed_in, notes = intake.beside(Path(course.format_path(course.submitted_directory, names["student"], names["assignment"])),
                                         {path.relative_to(released).as_posix() for path in released.rglob("*")})
        judge(nb, handed_in=handed_in)
        for cell in nb.cells:
            if cell.cell_type == "code":
                sanitise.outputs(cell)
        found |= {"notes": [*found.get("notes", []), *notes], "unsafe": self.unsafe and "refused" not in found}
        return nb, resources

    def judge(self, course: CourseDirectory, assignment: str, notebook: str, tests: dict[str, str]) -> Callable[[NotebookNode], None]:
        """What judges a rebuilt submission with these tests. Raises NoSandbox and CanaryDied, before any submission is looked at."""
        source, released = (Path(course.format_path(folder, ".", assignment)) / f"{notebook}.ipynb"
                            for folder in (course.source_directory, course.release_directory))
        original = read(source, released, source.stat().st_mtime_ns, released.stat().st_mtime_ns)
        limits = Limits(memory=self.megabytes << 20, cpu=self.seconds_in_all)
        setting = Setting(tuple(original.modules), released.parent, limits, self.unsafe)
        judge = partial(grade.run, original=original, hear=courtroom(setting).hear,
                        seconds_per_cell=self.seconds_per_cell, seconds_in_all=self.seconds_in_all)
        if self.canary:
            canary.sing(original, tests, judge)
        catalogue = Path(course.root) / self.catalogue.format(assignment_id=assignment)
        return partial(judge, replay=observed(catalogue, catalogue.stat().st_mtime_ns, original, setting)) if catalogue.is_file() else judge


@lru_cache(maxsize=8)
def read(source: Path, released: Path, *changed: int) -> Original:
    """A notebook of the instructor's, read once for a whole class."""
    return Original(nbformat.read(source, as_version=4), nbformat.read(released, as_version=4))


@lru_cache(maxsize=8)
def observed(catalogue: Path, changed: int, original: Original, setting: Setting) -> Replay:
    """A set's misconceptions, observed once for a whole class."""
    return Replay(misconceptions.load(catalogue), original, courtroom(setting).hear)


class ExplainTests(NbGraderPreprocessor):
    """Puts the result in words on top of a feedback page, hides hidden tests (`GenerateFeedback.preprocessors`, after GetGrades)."""

    def preprocess(self, nb, resources):
        feedback.explain(nb)
        return nb, resources


def expected(converter: BaseConverter, folder: str) -> list[str]:
    """Every notebook of the assignment as one of this folder, whether or not it was handed in under that name."""
    course = converter.coursedir
    release = Path(course.format_path(course.release_directory, ".", course.assignment_id))
    return [os.path.join(folder, path.name) for path in sorted(release.glob(f"{course.notebook_id}.ipynb"))]


class Expecting:
    """Lets a converter of nbgrader's take exactly the folder of one student, who may be called anything that a folder may be called."""

    def init_notebooks(self):
        folder = self._format_source(self.coursedir.assignment_id, self.coursedir.student_id)
        self.assignments = {folder: expected(self, folder)}


class ExpectingAutograde(Expecting, Autograde):
    pass


class ExpectingFeedback(Expecting, GenerateFeedback):
    pass
