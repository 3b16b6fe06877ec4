"""A class at once: what nbgrader would have written, what was done before, and what a killed process costs."""
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial

import nbformat
import pytest

from course_lib.grading.courtroom import Courtroom, Setting
from course_lib.grading.nbgrader_doors import ExpectingAutograde
from course_lib.grading.workers import Killed, side_by_side

DUE = datetime(2026, 3, 1, 12)
EDITED = "def total(x):\n    return 1 + sum(x)\n"


def by_nbgrader(tiny) -> None:
    outcomes = [tiny.course.convert(ExpectingAutograde, "T1", student) for student in tiny.course.students("T1")]
    assert not [outcome.problem for outcome in outcomes if outcome.problem]


def by_us(tiny) -> None:
    outcomes = list(tiny.course.grade("T1", tiny.course.students("T1")))
    assert not [outcome.problem for outcome in outcomes if outcome.problem]


def rows(tiny) -> dict[tuple, tuple]:
    """All that the gradebook holds of a class, by what people call it."""
    with closing(tiny.course.api.gradebook) as gradebook:
        found = {}
        for submission in gradebook.find_assignment("T1").submissions:
            found[submission.student_id] = (submission.timestamp, submission.extension, submission.total_seconds_late, submission.score)
            for notebook in submission.notebooks:
                found[submission.student_id, notebook.name] = (
                    notebook.flagged, notebook.late_submission_penalty, notebook.needs_manual_grade)
                found |= {(submission.student_id, notebook.name, grade.name): (
                    grade.auto_score, grade.manual_score, grade.extra_credit, grade.needs_manual_grade) for grade in notebook.grades}
                found |= {(submission.student_id, notebook.name, comment.name, "comment"): (comment.auto_comment, comment.manual_comment)
                          for comment in notebook.comments}
        return found


def hand_in(tiny, student: str, when: datetime | None = None, **answers: str) -> None:
    tiny.hand_in(student, tiny.notebook(**answers))
    if when:
        (tiny.root / "submitted" / student / "T1/timestamp.txt").write_text(f"{when} UTC")


@pytest.fixture
def late(tiny):
    """A course that takes all points off for being late, in which some were."""
    with (tiny.root / "nbgrader_config.py").open("a") as config:
        config.write("c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    tiny = type(tiny)(tiny.root)
    with closing(tiny.course.api.gradebook) as gradebook:
        gradebook.update_or_create_assignment("T1", duedate=DUE)
    hand_in(tiny, "early", DUE - timedelta(hours=1))
    hand_in(tiny, "late", DUE + timedelta(minutes=1), total=EDITED)
    hand_in(tiny, "excused", DUE + timedelta(minutes=1))
    hand_in(tiny, "timeless")
    tiny.hand_in("stub", tiny.released)
    tiny.hand_in("corrupt", "{")
    return tiny


def by_hand(tiny) -> None:
    """What a teacher may have entered."""
    with closing(tiny.course.api.gradebook) as gradebook:
        gradebook.find_grade("total-visible", "T1", "T1", "stub").manual_score = 0.5
        gradebook.find_grade("total-visible", "T1", "T1", "late").manual_score = 1
        gradebook.find_grade("total-visible", "T1", "T1", "late").extra_credit = 2
        gradebook.find_comment("total", "T1", "T1", "early").manual_comment = "Well done."
        gradebook.find_submission_notebook("T1", "T1", "timeless").flagged = True
        gradebook.db.commit()
        gradebook.grant_extension("T1", "excused", days=1)


def test_the_gradebook_holds_what_nbgrader_would_have_written(late):
    by_us(late)
    ours = rows(late)
    assert ours["late"][2] == 60
    assert [ours[student, "T1"][1] for student in ("late", "early", "timeless")] == [4, None, None]
    by_nbgrader(late)
    assert rows(late) == ours
    by_hand(late)
    by_nbgrader(late)
    theirs = rows(late)
    assert theirs["late", "T1"][1] == 7 and theirs["excused", "T1"][1] is None
    hand_in_again = late.root / "submitted/late/T1/note.txt"
    hand_in_again.write_text("a file more, so that it is graded again")
    by_us(late)
    assert rows(late) == theirs


def test_what_was_graded_is_left_alone_until_something_changes(tiny):
    hand_in(tiny, "ann")
    hand_in(tiny, "ben")
    by_us(tiny)
    before = {path: path.stat().st_mtime_ns for path in (tiny.root / "autograded").rglob("*.ipynb")}
    with closing(tiny.course.api.gradebook) as gradebook:
        gradebook.find_grade("total-visible", "T1", "T1", "ann").manual_score = 0.5
        gradebook.find_grade("total-visible", "T1", "T1", "ann").needs_manual_grade = False
        gradebook.db.commit()
    as_entered = rows(tiny)
    assert [outcome.graded for outcome in tiny.course.grade("T1", ["ann", "ben"])] == [None, None]
    assert rows(tiny) == as_entered
    assert {path: path.stat().st_mtime_ns for path in (tiny.root / "autograded").rglob("*.ipynb")} == before

    nbformat.write(tiny.notebook(total=EDITED), tiny.root / "submitted/ben/T1/T1.ipynb")
    changed = {outcome.student for outcome in tiny.course.grade("T1", ["ann", "ben"]) if outcome.graded}
    assert changed == {"ben"}
    assert tiny.course.results("T1").submissions[1].score < 5


def test_it_is_graded_again_when_the_gradebook_has_lost_it(tiny):
    hand_in(tiny, "ann")
    by_us(tiny)
    with closing(tiny.course.api.gradebook) as gradebook:
        gradebook.remove_submission("T1", "ann")
    outcome, = tiny.course.grade("T1", ["ann"])
    assert outcome.graded and tiny.course.results("T1").submissions[0].score == 5


def test_many_at_a_time_get_the_same_grades(tiny):
    for number in range(7):
        hand_in(tiny, f"right-{number}")
        hand_in(tiny, f"wrong-{number}", total=EDITED)
    students = tiny.course.students("T1")
    outcomes = list(tiny.course.grade("T1", students, jobs=3))
    assert sorted(outcome.student for outcome in outcomes) == students and not any(outcome.problem for outcome in outcomes)
    scores = {submission.student: submission.score for submission in tiny.course.results("T1").submissions}
    assert scores == {student: 5 if student.startswith("right") else 4 for student in students}


def act(item: int) -> int:
    if item == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return item * item


def test_a_killed_worker_costs_only_the_item_that_kills_it():
    results = dict(filter(None, side_by_side(act, range(40), 3)))
    assert isinstance(results.pop(5), Killed)
    assert results == {item: item * item for item in range(40) if item != 5}



def test_an_item_is_not_lost_when_the_workers_die_while_it_is_shared_out():
    def items():
        yield 5
        while multiprocessing.active_children():
            time.sleep(0.01)
        yield from range(4)

    results = dict(filter(None, side_by_side(act, items(), 2)))
    assert isinstance(results.pop(5), Killed)
    assert results == {item: item * item for item in range(4)}


def test_only_as_many_items_are_taken_as_are_needed_soon():
    taken = []

    def items():
        for item in range(1000):
            taken.append(item)
            yield item

    results = side_by_side(partial(pow, 2), items(), 2)
    next(results)
    results.close()
    assert len(taken) < 20


ENDLESS = "def total(x):\n    while True:\n        pass\n"


def test_what_is_graded_is_recorded_while_others_take_long(tiny):
    for number in range(6):
        hand_in(tiny, f"right-{number}")
    hand_in(tiny, "zz-endless", total=ENDLESS)
    with (tiny.root / "nbgrader_config.py").open("a") as config:
        config.write("c.RunSubmission.seconds_per_cell = 60\n")
    process = run(tiny, "--jobs", "2")
    while len(list((tiny.root / "autograded").glob("right-*/T1/T1.ipynb"))) < 6:
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert not (tiny.root / "autograded/zz-endless/T1/T1.ipynb").exists()


def test_a_key_pressed_in_the_terminal_reaches_neither_judges_nor_players():
    with Courtroom(Setting(("numpy",))) as room:
        groups = {os.getpgid(process.pid) for process in (room._bench._process, room._players._process)}
    assert os.getpgid(0) not in groups


def run(tiny, *more: str) -> subprocess.Popen:
    command = [sys.executable, "-c", "from course_lib.cli import main; main()"]
    return subprocess.Popen([*command, "--root", str(tiny.root), "grade", "T1", *more], stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
                            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))       # a shell's background job ignores it


def test_to_stop_it_by_hand_keeps_what_was_graded_and_the_next_run_goes_on(tiny):
    with (tiny.root / "nbgrader_config.py").open("a") as config:
        config.write("c.RunSubmission.seconds_per_cell = 60\n")
    tiny = type(tiny)(tiny.root)
    for number in range(20):
        hand_in(tiny, f"right-{number:02}")
    hand_in(tiny, "zz-endless", total=ENDLESS)
    process = run(tiny, "--jobs", "2")
    while not any((tiny.root / "autograded").glob("*/T1/T1.ipynb")):
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)                   # as Ctrl-C does
    out, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "goes on" in errors and "Traceback" not in errors + out
    before = {path: path.stat().st_mtime_ns for path in (tiny.root / "autograded").rglob("*.ipynb")}
    assert before and not [path.read_text() for path in before if "zz-endless" in str(path)]
    nbformat.write(tiny.notebook(), tiny.root / "submitted/zz-endless/T1/T1.ipynb")
    by_us(tiny)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert len(tiny.course.results("T1").submissions) == 21


def test_what_else_a_course_does_to_its_notebooks_is_done(tiny):
    with (tiny.root / "nbgrader_config.py").open("a") as config:
        config.write("c.LimitOutput.max_lines = 3\n")
    tiny = type(tiny)(tiny.root)
    hand_in(tiny, "talks", double="def double(x):\n    return 2 * x\nprint(*range(50), sep='\\n')\n")
    by_us(tiny)
    text = (tiny.root / "autograded/talks/T1/T1.ipynb").read_text()
    assert "Output truncated" in text and '"49' not in text


def test_a_pipe_as_a_timestamp_holds_nobody_up(tiny):
    hand_in(tiny, "ann")
    os.mkfifo(tiny.root / "submitted/ann/T1/timestamp.txt")
    by_us(tiny)
    assert tiny.course.graded("T1") == ["ann"]
