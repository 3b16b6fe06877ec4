"""A gradebook on PostgreSQL: it holds what nbgrader would have written, several write at once, the server goes away, and what is wrong
is said in a sentence without the password. `make proof` runs this, for a server takes its time.
"""
import os
import pickle
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest
from typer.testing import CliRunner

from course_lib.cli import app
from course_lib.grading import assignment as assignments
from course_lib.grading.course import Course
from course_lib.grading.database import NoGradebook
from course_lib.grading.gradebook import Entry, Gradebook, Writing
from course_lib.grading.nbgrader_plugin import extras
from course_lib.grading.rules import RunSubmission

from . import test_whole_class as whole_class
from .conftest import on_postgresql
from .postgresql import PASSWORD, ask
from .test_whole_class import late  # noqa: F401 - a fixture

COURSE = Path(sys.executable).with_name("course")
WAITING = "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
GIVES_WAY = """
CREATE SEQUENCE attempts;
CREATE FUNCTION give_way() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF nextval('attempts') <= {times} THEN RAISE EXCEPTION 'somebody else was first' USING ERRCODE = '{code}'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER give_way BEFORE INSERT ON student FOR EACH ROW EXECUTE FUNCTION give_way();
"""


def url(tiny) -> str:
    return tiny.course.directory.db_url


def score(tiny, student: str) -> float:
    return next(submission.score for submission in tiny.course.results("T1").submissions if submission.student == student)


def course(root, *words: str) -> tuple[int, str]:
    done = subprocess.run([COURSE, "--root", root, *words], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          env=os.environ | {"COLUMNS": "400"})
    said = done.stdout + done.stderr
    assert PASSWORD not in said and "Traceback" not in said, said
    return done.returncode, " ".join(said.split())


def entry(student: str, points: float) -> Entry:
    return Entry(student, None, {("T1", "total-visible"): points}, {})


def who_waits(tiny) -> list[int]:
    while not (found := ask(url(tiny), WAITING)):
        time.sleep(0.02)
    return [pid for pid, in found]


@on_postgresql
def test_the_gradebook_holds_what_nbgrader_would_have_written(late):  # noqa: F811
    whole_class.test_the_gradebook_holds_what_nbgrader_would_have_written(late)


@on_postgresql
def test_what_was_graded_is_left_alone_until_something_changes(tiny):
    whole_class.test_what_was_graded_is_left_alone_until_something_changes(tiny)


@on_postgresql
def test_it_is_graded_again_when_the_gradebook_has_lost_it(tiny):
    whole_class.test_it_is_graded_again_when_the_gradebook_has_lost_it(tiny)


def write(connection, *entries: Entry) -> None:
    Writing(connection, "T1", {entry.student: entry for entry in entries}).write(None)


@on_postgresql
def test_two_who_record_the_same_students_wait_for_each_other(tiny):
    ask(url(tiny), f"ALTER DATABASE {tiny.course.gradebook.engine.url.database} SET deadlock_timeout = '1h'")
    with ThreadPoolExecutor() as pool:
        with tiny.course.gradebook.engine.begin() as somebody_else:
            somebody_else.exec_driver_sql("SET deadlock_timeout = '10ms'")      # so that a deadlock would be theirs
            write(somebody_else, entry("ann", 0))
            recording = pool.submit(tiny.course.gradebook.record, "T1", [entry("ben", 1), entry("ann", 1)])
            who_waits(tiny)
            write(somebody_else, entry("ben", 0))
        recording.result()
    assert score(tiny, "ann") == score(tiny, "ben") == 1


@on_postgresql
@pytest.mark.parametrize("code", ["23505", "40001", "40P01"])       # a row twice, no serial order, a deadlock
def test_who_has_to_give_way_tries_again(tiny, code):
    ask(url(tiny), GIVES_WAY.format(times=2, code=code))
    tiny.course.gradebook.record("T1", [entry("ann", 1)])
    assert score(tiny, "ann") == 1


@on_postgresql
def test_who_has_to_give_way_again_and_again_says_so(tiny):
    ask(url(tiny), GIVES_WAY.format(times=3, code="40P01"))
    with pytest.raises(NoGradebook, match="somebody else was first"):
        tiny.course.gradebook.record("T1", [entry("ann", 1)])


@on_postgresql
def test_two_runs_at_once_lose_nothing(tiny):
    students = [f"student-{number}" for number in range(8)]
    for student in students:
        tiny.hand_in(student, tiny.notebook())
    halves = [[word for student in half for word in ("--student", student)] for half in (students[:4], students[4:])]
    with ThreadPoolExecutor() as pool:
        for status, said in pool.map(lambda half: course(tiny.root, "grade", "T1", "--jobs", "1", *half), halves):
            assert status == 0, said
    assert {mine.student: mine.score for mine in tiny.course.results("T1").submissions} == dict.fromkeys(students, 5)


@on_postgresql
def test_a_run_that_loses_its_database_says_so_and_the_next_one_goes_on(tiny):
    tiny.hand_in("ann", tiny.notebook())
    with ThreadPoolExecutor() as pool:
        with tiny.course.gradebook.engine.begin() as somebody_else:
            write(somebody_else, entry("ben", 1))
            grading = pool.submit(course, tiny.root, "grade", "T1", "--jobs", "1")
            for pid in who_waits(tiny):
                ask(url(tiny), f"SELECT pg_terminate_backend({pid})")
        status, said = grading.result()
    assert status == 1 and "terminating connection" in said and "***" in said
    assert not (tiny.root / "autograded/ann/T1/T1.ipynb").exists()
    assert course(tiny.root, "grade", "T1")[0] == 0
    assert score(tiny, "ann") == 5


def test_every_command_finds_the_gradebook_that_is_named(tiny, postgresql):
    (tiny.root / "gradebook.db").unlink()
    tiny.hand_in("ann", tiny.notebook())
    database = postgresql.create()
    for words in (("release", "T1"), ("grade", "T1"), ("feedback", "T1"), ("report", "T1"), ("export",)):
        done = CliRunner().invoke(app, ["--root", str(tiny.root), "--db", database, *words])
        assert done.exit_code == 0 and PASSWORD not in done.output, done.output
    assert ask(database, "SELECT student_id FROM submitted_assignment") == [("ann",)]
    assert "ann" in (tiny.root / "grades.csv").read_text() and "ann" in (tiny.root / "reports/T1.html").read_text()
    assert (tiny.root / "feedback/ann/T1/T1.html").exists()
    assert not (tiny.root / "gradebook.db").exists()


def test_what_is_wrong_with_a_database_is_a_sentence(tiny, postgresql):
    status, said = course(tiny.root, "--db", postgresql.url("postgres", password=f"not {PASSWORD}"), "export")
    assert status == 1 and said.startswith("Stopped. The gradebook postgresql://grader:***@") and "password authentication failed" in said
    url = postgresql.url("no_such")
    for wrong, says in ((url, 'database "no_such" does not exist'),
                        (url.replace(str(postgresql.port), "1"), "Connection refused"),
                        (url.replace(str(postgresql.port), "port"), "is not the URL of a database"),
                        (url.replace("postgresql", "postgrsql"), "is not the URL of a database")):
        for act in (lambda course: course.release("T1"), lambda course: list(course.grade("T1", [])),
                    lambda course: course.export(tiny.root / "grades.csv")):
            with pytest.raises(NoGradebook, match=says) as found:
                act(Course(tiny.root, database=wrong))
            assert PASSWORD not in str(found.value) and "\n" not in str(found.value)


def test_the_password_goes_to_nobody_who_grades(tiny, postgresql):
    with (tiny.root / "nbgrader_config.py").open("a") as config:
        config.write("c.LimitOutput.max_lines = 3\n")
    course = Course(tiny.root, database=postgresql.url("postgres"))
    material = assignments.read(course.directory, "T1", RunSubmission(config=course.config), tiny.course.gradebook, extras(course.config))
    assert material.config == {"LimitOutput": {"max_lines": 3}} and material.sheets
    assert PASSWORD.encode() not in pickle.dumps(material) and quote(PASSWORD).encode() not in pickle.dumps(material)


def test_without_a_driver_it_is_said_how_to_get_one(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(NoGradebook, match=r"pip install 'foundations-of-neural-networks\[postgres\]'"):
        Gradebook("postgresql://me@localhost/grades")
