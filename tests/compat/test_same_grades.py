"""Judge and player give every honest submission of the corpus the grades that stock nbgrader gives it, but for the differences we intend.

Notebooks are released and graded in memory here; `pytest tests/compat/through_the_doors.py` does the same through a gradebook.
"""
import copy
import json
import shutil
from functools import cache

import nbformat
import pytest
from nbgrader.preprocessors import ClearHiddenTests, ClearSolutions
from nbgrader.utils import determine_grade

from course_lib.grading import grade, intake
from course_lib.grading.courtroom import Courtroom, Setting, courtroom
from course_lib.grading.intake import key
from course_lib.grading.original import Original, is_test

from . import corpus
from .differences import intended
from .record import STOCK_GRADES

pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs bubblewrap: apt-get install bubblewrap")
STOCK = json.loads(STOCK_GRADES.read_text())["assignments"]
IN_A_GRADEBOOK = {"quickstart_autotest"}        # nbgrader writes these tests when it releases them
NAMES = sorted(set(corpus.names()) - IN_A_GRADEBOOK, key=lambda name: (bool(corpus.data_files(name)), name))


@cache
def originals(assignment: str) -> dict[str, Original]:
    return {name: Original(source, release(source)) for name, source in corpus.source(assignment).items()}


@cache
def setting(assignment: str) -> Setting:
    """Assignments without data share a courtroom, in which all that any of them imports is loaded."""
    modules = {module for name in NAMES for original in originals(name).values() for module in original.modules}
    return Setting(tuple(sorted(modules)), tuple((path.name, path.read_bytes()) for path in corpus.data_files(assignment)))


@pytest.mark.parametrize("assignment", NAMES)
def test_same_grades(assignment):
    expected = intended(assignment, STOCK[assignment]["grades"])
    room = courtroom(setting(assignment))
    differing = []
    for submission in corpus.submissions(assignment):
        handed_in = corpus.hand_in(submission, {name: original.released for name, original in originals(assignment).items()},
                                   {name: original.source for name, original in originals(assignment).items()})
        for name, notebook in handed_in.items():
            for cell, score, why in graded(notebook, originals(assignment)[name], room):
                wanted = expected[submission.student][name][cell][0]
                if score != pytest.approx(wanted, abs=1e-9):
                    differing.append(f"{submission.student}: {cell} is {score:g}, not {wanted:g}: {why}")
    assert not differing, "\n".join([assignment, *differing])


def release(source: nbformat.NotebookNode) -> nbformat.NotebookNode:
    notebook = copy.deepcopy(source)
    for preprocessor in (ClearSolutions(), ClearHiddenTests()):
        notebook, _ = preprocessor.preprocess(notebook, {"language": "python"})
    return notebook


def graded(notebook: nbformat.NotebookNode, original: Original, room: Courtroom):
    """Each test of a submission with its score and its error."""
    rebuilt, _ = intake.rebuild(notebook, original.released)
    tests = {key(cell): cell.source for cell in original.source.cells}
    for cell in filter(is_test, rebuilt.cells):
        cell.source = tests[key(cell)]
    grade.run(rebuilt, original, room.hear, seconds_per_cell=10, seconds_in_all=300)
    for cell in filter(is_test, rebuilt.cells):
        error = grade.error(cell)
        yield key(cell), determine_grade(cell)[0], error and f"{error.ename}: {error.evalue}"[:300]
