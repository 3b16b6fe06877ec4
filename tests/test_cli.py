"""The command line as a newcomer meets it: what goes wrong is one sentence, and the exit code says so."""
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from course_lib import cli

COURSE = Path(sys.executable).with_name("course")


@pytest.fixture
def course(monkeypatch, capfd):
    """course(words, cwd=folder) -> the exit code of the command, and what it says."""
    monkeypatch.setenv("COLUMNS", "100")

    def run(*words, cwd):
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["course", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            cli.main()
        return end.value.code, " ".join("".join(capfd.readouterr()).split())
    return run


def test_help_names_every_command():
    done = subprocess.run([COURSE, "--help"], capture_output=True, text=True, env=os.environ | {"COLUMNS": "100"})
    assert done.returncode == 0
    for command in ("build", "check", "release", "grade", "regrade", "feedback", "report", "export", "demo"):
        assert f" {command} " in done.stdout


@pytest.mark.parametrize("words, says", [
    (("grade", "E1"), "is no course: there is no nbgrader_config.py"),
    (("report", "E1"), "is no course"),
    (("build",), "There is no such notebook. There is none at all."),
    (("demo",), "The demo grades this course's own E1"),
])
def test_outside_a_course(course, tmp_path, words, says):
    status, text = course(*words, cwd=tmp_path)
    assert status == 1 and says in text and "Traceback" not in text


def test_inside_a_course(course, tiny):
    assert course("grade", "T9", cwd=tiny.root) == (1, "Stopped. There is no assignment T9. There is T1.")
    status, text = course("grade", "T1", cwd=tiny.root)
    assert status == 0 and "Nobody has handed in T1 yet: submissions belong in submitted/STUDENT/T1/." in text
    tiny.hand_in("zoë [b]", tiny.notebook())
    tiny.hand_in("corrupt", "{")
    for words in (("grade", "T1"), ("feedback", "T1"), ("report", "T1"), ("export",)):
        status, text = course(*words, cwd=tiny.root)
        assert status == 0, text
        if words[0] == "grade":
            assert "zoë [b]" in text and "not graded" in text
    assert (tiny.root / "reports/T1.html").exists() and (tiny.root / "grades.csv").exists()
    assert len(list((tiny.root / "feedback").rglob("*.html"))) == 2


def test_the_demo_does_not_overwrite_a_folder_of_yours(course, tmp_path):
    (tmp_path / "demo").mkdir()
    root = Path(__file__).parents[1]
    status, text = course("--root", root, "demo", "--folder", tmp_path / "demo", cwd=tmp_path)
    assert status == 1 and "was not made by course demo" in text


def test_a_student_checks_an_own_notebook(course, tiny):
    released = tiny.root / "exercises/T1/T1.ipynb"
    status, text = course("check", "T1", cwd=tiny.root)
    assert status == 1 and "0 of 2 visible tests pass" in text and "This is not written yet." in text
    nbformat.write(tiny.notebook(total="def total(x):\n    return 0\n"), released)
    status, text = course("check", "T1", cwd=tiny.root)
    assert status == 1 and "1 of 2 visible tests pass" in text and "total([1, 2]) should be 3" in text and "doubled" not in text
    nbformat.write(tiny.notebook(), released)
    assert subprocess.run([COURSE, "check", "T1"], cwd=tiny.root, stdout=subprocess.DEVNULL).returncode == 0
    spoiled = tiny.notebook()
    test = next(cell for cell in spoiled.cells if "should be 3" in cell.source)
    test.source += "\nfor"
    nbformat.write(spoiled, released)
    status, text = course("check", "T1", cwd=tiny.root)
    assert status == 1 and "1 of 2 visible tests pass" in text and "Traceback" not in text
    released.write_text("{")
    status, text = course("check", "T1", cwd=tiny.root)
    assert status == 1 and "is not a notebook that can be read" in text
    status, text = course("check", "T9", cwd=tiny.root)
    assert status == 1 and "There is no notebook in" in text


def test_a_check_does_not_wait_for_nbgrader():
    """It takes longer to load than everything else that a student's check does."""
    check = "import sys, course_lib.grading.check, course_lib.grading.judging.court; sys.exit('nbgrader' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check]).returncode == 0
