"""The instructor's cycle on a small class, through nbgrader's gradebook."""
import copy
import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from course_lib.grading import courtroom, report
from course_lib.grading.canary import CanaryDied
from course_lib.grading.course import Course, CourseError
from course_lib.grading.misconceptions import load
from course_lib.grading.sandbox import NoSandbox

from ..conftest import TINY

FIRST = next(answer for answer in load(TINY / "misconceptions.py").wrong if answer.name == "T1-FIRST")


@pytest.fixture
def graded(tiny):
    """A class in which all sorts of things were handed in."""
    twice = tiny.notebook()
    twice.cells.insert(3, copy.deepcopy(twice.cells[3]))
    twice.cells[3].id = "pasted"
    tiny.hand_in("corrupt", "{")
    tiny.hand_in("duplicated", twice)
    tiny.hand_in("empty-folder", "a letter to the teacher", "essay.txt")
    tiny.hand_in("first", tiny.notebook(double=FIRST.source))
    tiny.hand_in("good", tiny.notebook())
    tiny.hand_in("renamed", tiny.notebook(), "T1 (1).ipynb")
    tiny.hand_in("stub", tiny.released)
    tiny.hand_in("warns", tiny.notebook(total="def total(x):\n    import warnings; warnings.warn('careful')\n    return sum(x)\n"))
    tiny.submissions = tiny.grade()
    return tiny


def test_the_cycle(graded):
    scores = {student: submission.score for student, submission in graded.submissions.items()}
    assert scores == {"corrupt": 0, "duplicated": 5, "empty-folder": 0, "first": 3, "good": 5, "renamed": 0, "stub": 0, "warns": 5}
    assert [student for student, submission in graded.submissions.items() if submission.refused] == ["corrupt", "empty-folder", "renamed"]
    assert "more than once" in graded.submissions["duplicated"].notes[0]
    assert [found.code for found in graded.submissions["first"].misconceptions] == ["T1-FIRST"]
    assert not any(submission.misconceptions for student, submission in graded.submissions.items() if student != "first")

    # feedback: the sentence is there, the hidden test is not
    outcomes = list(graded.course.feedback("T1", graded.course.graded("T1")))
    assert len(outcomes) == 8 and not any(outcome.problem for outcome in outcomes)
    pages = {student: (graded.root / "feedback" / student / "T1" / "T1.html").read_text() for student in scores}
    assert FIRST.says in pages["first"] and "an entry is not twice what it was" in pages["first"]
    assert "rename it to T1.ipynb" in pages["renamed"]
    for page in pages.values():
        assert "every entry is doubled" in page
        assert "secret_input" not in page and "7.25" not in page and "BEGIN HIDDEN" not in page

    # export: nbgrader's own CSV
    graded.course.export(graded.root / "grades.csv")
    rows = list(csv.DictReader((graded.root / "grades.csv").open()))
    assert {row["student_id"]: float(row["score"]) for row in rows} == scores

    # grading again: the same grades, and what a teacher gave by hand stays
    with graded.course.api.gradebook as gradebook:
        gradebook.find_grade("total-visible", "T1", "T1", "stub").manual_score = 1
        gradebook.db.commit()
    again = {student: submission.score for student, submission in graded.grade().items()}
    assert again == scores | {"stub": 1}


def test_release_shows_nothing_hidden(tiny):
    text = nbformat.writes(tiny.released)
    assert "secret_input" not in text and "BEGIN" not in text and "2 * np.asarray(x)" not in text
    assert "YOUR CODE HERE" in text and "next step: multiply" in text and "# every entry is doubled" in text


def test_a_release_that_would_leak_is_stopped_and_taken_back(tiny):
    path = tiny.root / "solutions/T1/T1.ipynb"
    notebook = nbformat.read(path, 4)
    notebook.cells[0].source += "\n\n### BEGIN SOLUTION without an end"
    nbformat.write(notebook, path)
    with pytest.raises(CourseError, match=r"was not released|could not make"):
        tiny.course.release("T1")
    assert not (tiny.root / "exercises/T1/T1.ipynb").exists()


def test_what_is_not_there_is_said(tiny, tmp_path):
    with pytest.raises(CourseError, match=r"no assignment T9\. There is T1"):
        tiny.course.release("T9")
    with pytest.raises(CourseError, match="not in the gradebook yet"):
        tiny.course.results("T9")
    with pytest.raises(CourseError, match=r"no nbgrader_config\.py"):
        Course(tmp_path)


def test_a_mistyped_student_does_not_come_to_be(tiny):
    tiny.hand_in("good", tiny.notebook())
    with pytest.raises(CourseError, match=r"goood has not handed in T1\."):
        list(tiny.course.grade("T1", ["good", "goood"]))
    with pytest.raises(CourseError, match=r"good has not been graded in T1\."):
        list(tiny.course.feedback("T1", ["good"]))
    assert tiny.course.results("T1").submissions == ()


def test_a_graded_notebook_that_is_gone_is_said_so(tiny):
    tiny.hand_in("good", tiny.notebook())
    tiny.grade()
    shutil.rmtree(tiny.root / "autograded")
    submission, = tiny.course.results("T1").submissions
    assert submission.score == 5 and "grade it again" in submission.refused


def test_nbgraders_own_commands_give_the_same_grades(tiny):
    tiny.hand_in("corrupt", "{")
    tiny.hand_in("first", tiny.notebook(double=FIRST.source))
    tiny.hand_in("good", tiny.notebook())
    nbgrader = Path(sys.executable).with_name("nbgrader")
    for command in ("autograde", "generate_feedback"):
        done = subprocess.run([nbgrader, command, "T1"], cwd=tiny.root, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    found = {submission.student: submission for submission in tiny.course.results("T1").submissions}
    assert {student: submission.score for student, submission in found.items()} == {"corrupt": 0, "first": 3, "good": 5}
    assert [misconception.code for misconception in found["first"].misconceptions] == ["T1-FIRST"]
    page = (tiny.root / "feedback/first/T1/T1.html").read_text()
    assert FIRST.says in page and "secret_input" not in page


def test_grades_without_a_sandbox_are_marked(tiny):
    tiny.hand_in("good", tiny.notebook())
    outcomes = list(Course(tiny.root, unsafe=True).grade("T1", ["good"]))
    assert [outcome.problem for outcome in outcomes] == [""]
    results = tiny.course.results("T1")
    assert results.submissions[0].unsafe and results.submissions[0].score == 5
    assert "1 notebook was graded without a sandbox" in report.render(results)
    tiny.course.export(tiny.root / "grades.csv")
    row, = csv.DictReader((tiny.root / "grades.csv").open())
    assert row["graded_without_a_sandbox"] == "yes" and row["student_id"] == "good"
    tiny.grade()
    assert not tiny.course.results("T1").submissions[0].unsafe
    tiny.course.export(tiny.root / "grades.csv")
    assert "sandbox" not in (tiny.root / "grades.csv").read_text()


def test_without_a_sandbox_grading_refuses(tiny, monkeypatch):
    courtroom.close()
    tiny.hand_in("good", tiny.notebook())
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(NoSandbox, match="apt install bubblewrap"):
        list(tiny.course.grade("T1", ["good"]))
    assert tiny.course.results("T1").submissions == ()


@pytest.mark.parametrize("cell, text, says", [
    ("double", "### BEGIN SOLUTION\ndef double(x):\n    return x\n### END SOLUTION", "reference solution itself loses points in double-"),
    ("total-visible", "assert True", "with nothing filled in, gets points in total-visible"),
])
def test_a_canary_that_dies_stops_the_class(tiny, cell, text, says):
    path = tiny.root / "solutions/T1/T1.ipynb"
    notebook = nbformat.read(path, 4)
    next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == cell).source = text
    nbformat.write(notebook, path)
    tiny.course.release("T1")
    tiny.hand_in("good", tiny.notebook())
    with pytest.raises(CanaryDied, match=says):
        list(tiny.course.grade("T1", ["good"]))
    assert tiny.course.results("T1").submissions == ()


def test_a_module_beside_the_notebook_is_found(tiny):
    for student, text in (("helped", "def twice(x):\n    return 2 * x\n"), ("large", "twice = len  #" + "-" * 5_000_000)):
        tiny.hand_in(student, tiny.notebook(double="from helper import twice\ndef double(x):\n    return twice(np.asarray(x))\n"))
        (tiny.root / f"submitted/{student}/T1/helper.py").write_text(text)
    graded = tiny.grade()
    assert {student: submission.score for student, submission in graded.items()} == {"helped": 5, "large": 2}
    assert graded["large"].notes == ("This file was left out, for together the files beside a notebook may have 4 MB: helper.py.",)


def test_a_link_in_a_submission_leads_nowhere(tiny):
    secret = tiny.root / "secret.txt"
    secret.write_text("the teacher's own")
    tiny.hand_in("curious", tiny.notebook())
    folder = tiny.root / "submitted/curious/T1"
    (folder / "data").mkdir()
    for place in (folder / "notes.txt", folder / "data/more.txt"):
        place.symlink_to(secret)
    (folder / "all").symlink_to(tiny.root)
    os.mkfifo(folder / "pipe")
    (folder / "mine.txt").write_text("the student's own")
    assert tiny.grade()["curious"].score == 5
    found = [path for path in (tiny.root / "autograded").rglob("*") if path.is_file()]
    assert sorted(path.name for path in found) == ["T1.ipynb", "mine.txt"]
    assert secret.read_text() == "the teacher's own"
