"""An assignment of the corpus as a stock nbgrader course directory, and the grades in such a directory's gradebook."""
from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from . import corpus

STOCK = 'c = get_config()\nc.CourseDirectory.course_id = "compatibility"\n'

# {submission: {notebook: {grade_id: [auto_score or None, max_score, needs_manual_grade]}}}
Grades = dict[str, dict[str, dict[str, list]]]


def make_course(folder: Path, assignment: str) -> Path:
    """Write the course directory `folder`, in which `assignment` is released by stock nbgrader and everyone has handed in."""
    teachers = corpus.source(assignment)
    own = corpus.ASSIGNMENTS / assignment / "nbgrader_config.py"
    write(folder / "source" / assignment, teachers, corpus.data_files(assignment))
    (folder / "nbgrader_config.py").write_text(own.read_text() if own.is_file() else STOCK)
    if assignment in corpus.SHIPPED:
        shutil.copy(corpus.USER_GUIDE / "source/header.ipynb", folder / "source")
        shutil.copy(corpus.USER_GUIDE / "autotests.yml", folder)
    done = stock_nbgrader(folder).generate_assignment(assignment)
    if not done["success"]:
        raise RuntimeError(f"stock nbgrader did not release {assignment}:\n{done.get('log', '')}{done['error']}")
    released = {name: nbformat.read(folder / f"release/{assignment}/{name}.ipynb", as_version=4) for name in teachers}
    for submission in corpus.submissions(assignment):
        handed_in = corpus.hand_in(submission, released, teachers)
        write(folder / "submitted" / submission.student / assignment, handed_in, corpus.data_files(assignment))
    return folder


def write(folder: Path, notebooks: corpus.Notebooks, files: list[Path]) -> None:
    folder.mkdir(parents=True)
    for name, notebook in notebooks.items():
        nbformat.write(notebook, folder / f"{name}.ipynb")
    for path in files:
        shutil.copy(path, folder)


def stock_nbgrader(folder: Path) -> NbGraderAPI:
    """nbgrader with nothing but this course directory's own configuration."""
    # nbgrader calls alembic by its bare name
    os.environ["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), os.environ.get("PATH", "")])
    config = Config(PyFileConfigLoader("nbgrader_config.py", path=str(folder)).load_config())
    config.CourseDirectory.root = str(folder)
    config.NbGraderAPI.log_level = "ERROR"
    return NbGraderAPI(config=config)


def grades(folder: Path, assignment: str) -> Grades:
    """What the gradebook of a course says now."""
    with closing(Gradebook(f"sqlite:///{folder / 'gradebook.db'}")) as gradebook:
        return {submission.student_id: {
                    notebook.name: {grade.name: [grade.auto_score, grade.max_score, grade.needs_manual_grade]
                                    for grade in sorted(notebook.grades, key=lambda grade: grade.name)}
                    for notebook in sorted(submission.notebooks, key=lambda notebook: notebook.name)}
                for submission in sorted(gradebook.find_assignment(assignment).submissions, key=lambda row: row.student_id)}
