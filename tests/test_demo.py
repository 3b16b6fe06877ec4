"""`course demo` from start to end: the gradebook holds 30 submissions with the grades that the exercises' proof predicts."""
import csv
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from course_lib.grading.course import Course
from course_lib.grading.demo import members

from .exercises.exercise_sets import SETS
from .exercises.submissions import lost_cells

ROOT = Path(__file__).parents[1]
E1 = next(exercise for exercise in SETS if exercise.name == "E1")
NOT_GRADED = ("corrupt", "renamed")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The folder and the terminal of a demo, run as a user runs it."""
    folder = tmp_path_factory.mktemp("with a space") / "demo"
    command = [Path(sys.executable).with_name("course"), "--root", ROOT, "demo", "--folder", folder]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"COLUMNS": "100"}, cwd=folder.parent)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return folder, done.stdout


@pytest.fixture(scope="module")
def who():
    return {f"student-{number:02}": member for number, member in enumerate(members(E1.catalogue), start=1)}


def predicted(member) -> float:
    """The score by the proof's own runner, which shares nothing with the grader's kernels."""
    if member.kind in (*NOT_GRADED, "stub"):
        return 0
    lost = lost_cells(E1, member.answers)
    return sum(cell.points for cell in E1.tests if cell.grade_id not in lost)


def test_the_gradebook_holds_everyone_with_the_predicted_grade(demo, who):
    folder, _ = demo
    with closing(Course(folder).api.gradebook) as gradebook:
        scores = {submission.student_id: submission.score for submission in gradebook.find_assignment("E1").submissions}
    assert scores == {student: predicted(member) for student, member in who.items()}
    assert len(scores) == 30
    rows = list(csv.DictReader((folder / "grades.csv").open()))
    assert {row["student_id"]: float(row["score"]) for row in rows} == scores


def test_replay_finds_the_misconceptions_and_no_others(demo, who):
    names = {answer.source: answer.name for answer in E1.catalogue.wrong}
    for submission in Course(demo[0]).results("E1").submissions:
        answers = who[submission.student].answers.values()
        assert {found.code for found in submission.misconceptions} == {names[source] for source in answers if source in names}


def test_a_broken_file_has_its_reason_and_nobody_else_has(demo, who):
    for submission in Course(demo[0]).results("E1").submissions:
        assert bool(submission.refused) == (who[submission.student].kind in NOT_GRADED)
        assert bool(submission.notes) == (who[submission.student].kind == "duplicated")


def test_it_says_where_everything_lies(demo, who):
    folder, terminal = demo
    words = "".join(terminal.split())
    assert str(folder / "reports/E1.html").replace(" ", "") in words and (folder / "reports/E1.html").exists()
    assert all(student in terminal for student in who)
    assert len(list((folder / "feedback").rglob("*.html"))) == 30


def test_feedback_carries_the_sentence_and_no_hidden_test(demo):
    folder, _ = demo
    hidden = [line.strip() for cell in E1.hidden for line in cell.source.split("### BEGIN HIDDEN TESTS")[1].splitlines() if len(line) > 30]
    shown = {line.strip() for cell in E1.cells if not cell.is_hidden for line in cell.source.splitlines()}
    for submission in Course(folder).results("E1").submissions:
        page = (folder / "feedback" / submission.student / "E1/perceptron.html").read_text(encoding="utf-8")
        text = page.replace("&quot;", '"').replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        for found in submission.misconceptions:
            assert found.says.split("`")[0][:40] in text
        assert not [line for line in hidden if line in text and line not in shown]
