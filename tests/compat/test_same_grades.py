"""Judge and player give every honest submission of the corpus the grades that stock nbgrader gives it, but for the differences we intend.

Notebooks are released and graded in memory here; `pytest tests/compat/through_the_doors.py` does the same through a gradebook.
"""
import copy
import json
import shutil

import nbformat
import pytest
from nbgrader.preprocessors import ClearHiddenTests, ClearSolutions
from nbgrader.utils import determine_grade

from course_lib.grading import grade, intake
from course_lib.grading.courtroom import Courtroom, Setting, data_files
from course_lib.grading.intake import key
from course_lib.grading.original import Original, is_test

from . import corpus
from .differences import intended
from .record import STOCK_GRADES

pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs bubblewrap: apt-get install bubblewrap")
STOCK = json.loads(STOCK_GRADES.read_text())["assignments"]
IN_A_GRADEBOOK = {"quickstart_autotest"}        # nbgrader writes these tests when it releases them


@pytest.mark.parametrize("assignment", [name for name in corpus.names() if name not in IN_A_GRADEBOOK])
def test_same_grades(assignment, tmp_path):
    for path in corpus.data_files(assignment):
        shutil.copy(path, tmp_path)
    originals = {name: Original(source, release(source)) for name, source in corpus.source(assignment).items()}
    expected = intended(assignment, STOCK[assignment]["grades"])
    modules = {module for original in originals.values() for module in original.modules}
    differing = []
    with Courtroom(Setting(tuple(sorted(modules)), data_files(tmp_path))) as room:
        for submission in corpus.submissions(assignment):
            handed_in = corpus.hand_in(submission, {name: original.released for name, original in originals.items()},
                                       {name: original.source for name, original in originals.items()})
            for name, notebook in handed_in.items():
                for cell, score, why in graded(notebook, originals[name], room):
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
