"""`course grade` gives every honest submission of the corpus the grades that stock nbgrader gives it, but for the differences we intend.

It releases and hands in with stock nbgrader, so it takes minutes and is run by its name, `pytest tests/compat/through_the_doors.py`.
"""
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from course_lib.grading.course import Course

from . import corpus
from .course import Grades, grades, make_course
from .differences import intended
from .record import STOCK_GRADES

STOCK = json.loads(STOCK_GRADES.read_text())["assignments"]

@pytest.fixture
def grade() -> Callable[[Path, str], Grades]:
    """Our grader: what its gradebook says after it has graded everyone in a stock course directory."""
    def graded(folder: Path, assignment: str) -> Grades:
        with (folder / "nbgrader_config.py").open("a") as config:
            config.write("c.RunSubmission.canary = False\n")      # some of these tests lose or give points on purpose
        course = Course(folder)
        outcomes = course.grade(assignment, course.students(assignment))
        assert [outcome for outcome in outcomes if outcome.problem] == []
        return grades(folder, assignment)
    return graded


@pytest.mark.parametrize("assignment", corpus.names())
def test_same_grades(assignment, tmp_path, grade):
    ours = grade(make_course(tmp_path / "course", assignment), assignment)
    expected = intended(assignment, STOCK[assignment]["grades"])
    assert ours.keys() == expected.keys()
    differing = [f"{student}: {name} is {ours[student][notebook][name]}, not {wanted}" for student, notebooks in expected.items()
                 for notebook, cells in notebooks.items() for name, wanted in cells.items() if ours[student][notebook][name] != wanted]
    assert not differing, "\n".join([assignment, *differing])
