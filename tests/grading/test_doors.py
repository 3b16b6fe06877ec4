"""Whatever is handed in, `course grade` and `nbgrader autograde` give the same grades; tests/browser tries formgrader's button."""
import subprocess
import sys
from pathlib import Path

from course_lib.grading.course import Course

from . import bad_inputs


def test_course_grade(tiny):
    expected = bad_inputs.hand_in(tiny)
    course = Course(tiny.root)
    assert {outcome.problem for outcome in course.grade("T1", course.students("T1"))} == {""}
    bad_inputs.check(course, expected)


def test_nbgrader_autograde(tiny):
    expected = bad_inputs.hand_in(tiny)
    done = subprocess.run([Path(sys.executable).with_name("nbgrader"), "autograde", "T1"], cwd=tiny.root, capture_output=True, text=True)
    bad_inputs.check(tiny.course, expected)
    assert done.returncode == 0, done.stderr
