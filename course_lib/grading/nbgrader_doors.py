"""The classes that nbgrader calls: see `nbgrader_plugin`."""
from __future__ import annotations

import os
from glob import glob
from pathlib import Path

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader.converters import Autograde, BaseConverter, GenerateFeedback
from nbgrader.preprocessors import NbGraderPreprocessor

from . import assignment, feedback, intake, rules, sanitise
from .gradebook import Gradebook
from .grader import grader, ready


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


class RunSubmission(rules.RunSubmission, NbGraderPreprocessor):
    """Has the rebuilt notebook judged and explains its failures (in `Autograde.autograde_preprocessors`, in the place of Execute)."""

    def preprocess(self, nb, resources):
        names = resources["nbgrader"]
        course = self.parent.parent.coursedir
        material = assignment.read(course, names["assignment"], self, Gradebook(names["db_url"]))
        ready(material)
        handed_in, notes = intake.beside(Path(course.format_path(course.submitted_directory, names["student"], names["assignment"])),
                                         dict(material.files))
        grader(material).mark(names["notebook"], nb, handed_in, notes)
        return nb, resources


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
