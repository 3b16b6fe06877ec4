"""Where our grading hangs on nbgrader's own plug points (see nbgrader_config.py), so that every one of its doors leads here."""
from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Integer, Unicode

from . import feedback, grade, intake, misconceptions
from .players import KernelPlayer
from .replay import Replay, set_up_sources


class SubmissionExporter(NotebookExporter):
    """Reads what a student handed in, before anything of nbgrader's can fail on it (`Autograde.exporter_class`)."""

    def from_filename(self, filename, resources=None, **kwargs):
        course = self.parent.coursedir
        names = resources["nbgrader"]
        handed_in = course.format_path(course.submitted_directory, names["student"], names["assignment"])
        if Path(filename).parent != Path(handed_in):        # nbgrader's second pass: our own notebook, already rebuilt
            return super().from_filename(filename, resources=resources, **kwargs)
        released = Path(course.format_path(course.release_directory, ".", names["assignment"])) / Path(filename).name
        notebook = intake.take(Path(filename), nbformat.read(released, as_version=4))
        return self.from_notebook_node(notebook, resources=resources, **kwargs)


class RunSubmission(NbGraderPreprocessor):
    """Runs the rebuilt notebook and explains its failures (first of `Autograde.autograde_preprocessors`)."""

    seconds_per_cell = Integer(5, help="After this long a cell has failed.").tag(config=True)
    seconds_in_all = Integer(60, help="After this long the rest of the notebook is not run.").tag(config=True)
    catalogue = Unicode("", help="The misconceptions of a set: a path below the course's root, with {assignment_id}.").tag(config=True)

    def preprocess(self, nb, resources):
        player = KernelPlayer(resources["metadata"]["path"], self.seconds_per_cell, self.seconds_in_all)
        grade.run(nb, player, self.replay(nb, Path(self.catalogue.format(assignment_id=resources["nbgrader"]["assignment"]))))
        return nb, resources

    def replay(self, nb, catalogue: Path):
        if not catalogue.is_file():
            return None
        return observed(catalogue.resolve(), catalogue.stat().st_mtime_ns, tuple(set_up_sources(nb)))


@lru_cache(maxsize=8)
def observed(catalogue: Path, changed: int, set_up: tuple[str, ...]) -> Replay:
    """A set's misconceptions, observed once for a whole class."""
    return Replay(misconceptions.load(catalogue), set_up, KernelPlayer(seconds_in_all=300))


class ExplainTests(NbGraderPreprocessor):
    """Puts the result in words on top of a feedback page, hides hidden tests (`GenerateFeedback.preprocessors`, after GetGrades)."""

    def preprocess(self, nb, resources):
        feedback.explain(nb)
        return nb, resources


class Expecting:
    """Lets a converter of nbgrader's expect every notebook of the assignment, whether or not a file of that name is there.

    No pattern is matched, so students may be called anything that a folder may be called.
    """

    def init_notebooks(self):
        folder = self._format_source(self.coursedir.assignment_id, self.coursedir.student_id)
        release = self.coursedir.format_path(self.coursedir.release_directory, ".", self.coursedir.assignment_id)
        self.assignments = {folder: [os.path.join(folder, notebook.name) for notebook in sorted(Path(release).glob("*.ipynb"))]}


class ExpectingAutograde(Expecting, Autograde):
    pass


class ExpectingFeedback(Expecting, GenerateFeedback):
    pass
