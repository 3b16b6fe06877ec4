"""A corrected set: what people entered stays, grades are those of the corrected set, and whatever goes wrong leaves all as it was."""
import csv
import os
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from rich.console import Console
from sqlalchemy import create_engine

from course_lib import cli
from course_lib.grading import backup, migration, moves, regrade, regrade_summary
from course_lib.grading.course import Course, CourseError
from course_lib.grading.gradebook import Score
from course_lib.grading.regrade import Regrade

from ..conftest import TinyCourse
from .test_whole_class import DUE, EDITED, by_us, hand_in, rows

TEST = {"grade": True, "locked": True, "solution": False, "task": False, "schema_version": 3}


def cell(notebook, name: str) -> nbformat.NotebookNode:
    return next(cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == name)


def a_test(name: str, source: str, points: float = 1, make=new_code_cell, **more) -> nbformat.NotebookNode:
    return make(source, id=name, metadata={"nbgrader": TEST | {"grade_id": name, "points": points} | more})


def correct(root: Path, *corrections) -> None:
    """Make these corrections in the source."""
    path = root / "solutions/T1/T1.ipynb"
    notebook = nbformat.read(path, 4)
    for correction in corrections:
        correction(notebook)
    nbformat.write(notebook, path)


def added(notebook) -> None:
    notebook.cells.append(a_test("total-empty", "# nothing adds up to 0\nassert total([]) == 0, 'total([]) should be 0'", 3))


def removed(notebook) -> None:
    notebook.cells.remove(cell(notebook, "total-unchanged"))


def renamed(notebook) -> None:
    cell(notebook, "double-rows").metadata.nbgrader.grade_id = "double-everywhere"


def lenient(notebook) -> None:
    """What most of the class had wrong is right."""
    cell(notebook, "total-visible").source = "# about three\nassert total([1, 2]) in (3, 4), 'total([1, 2]) should be about 3'"


def worth_more(notebook) -> None:
    cell(notebook, "double-visible").metadata.nbgrader.points = 2.5


def worth_less(notebook) -> None:
    cell(notebook, "total-visible").metadata.nbgrader.points = 0.5


def to_text(notebook) -> None:
    """A test becomes a question that a person grades, another a task."""
    place = notebook.cells.index(cell(notebook, "total-unchanged"))
    notebook.cells[place] = a_test("total-unchanged", "Why does it not change?", 2, new_markdown_cell, solution=True, locked=False)
    place = notebook.cells.index(cell(notebook, "double-rows"))
    notebook.cells[place] = a_test("double-rows", "Draw it.", 4, new_markdown_cell, task=True, grade=False)


@pytest.fixture
def a_class(tiny):
    """A course that takes all points off for being late, in which some were, graded; a teacher has entered this and that."""
    with (tiny.root / "nbgrader_config.py").open("a") as config:
        config.write("c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    tiny = TinyCourse(tiny.root)
    fill(tiny)
    by_us(tiny)
    enter(tiny)
    return tiny


def fill(tiny, old: TinyCourse | None = None) -> None:
    old = old or tiny
    with closing(tiny.course.api.gradebook) as gradebook:
        gradebook.update_or_create_assignment("T1", duedate=DUE)
    for student, when, answers in (("early", DUE - timedelta(hours=1), {}), ("late", DUE + timedelta(minutes=1), {"total": EDITED}),
                                   ("excused", DUE + timedelta(minutes=1), {}), ("wrong", None, {"total": EDITED})):
        tiny.hand_in(student, old.notebook(**answers))
        if when:
            (tiny.root / "submitted" / student / "T1/timestamp.txt").write_text(f"{when} UTC")
    tiny.hand_in("stub", old.released)
    tiny.hand_in("corrupt", "{")


def enter(tiny) -> None:
    """What a teacher may have entered."""
    with closing(tiny.course.api.gradebook) as gradebook:
        gradebook.find_grade("double-visible", "T1", "T1", "stub").manual_score = 0.5
        gradebook.find_grade("total-visible", "T1", "T1", "early").extra_credit = 2
        gradebook.find_comment("total", "T1", "T1", "early").manual_comment = "Well done."
        gradebook.find_submission_notebook("T1", "T1", "wrong").flagged = True
        gradebook.db.commit()
        gradebook.grant_extension("T1", "excused", days=1)


def do(tiny) -> list[moves.Move]:
    again = Regrade(Course(tiny.root), "T1")
    again.correct()
    outcomes = list(again.grade())
    assert not [outcome.problem for outcome in outcomes if outcome.problem]
    return again.finish(sum(outcome.graded is not None for outcome in outcomes))


def scores(everyone: list[moves.Move]) -> dict[str, tuple]:
    return {move.student: (move.old, move.new) for move in everyone if move.difference}


def backups(tiny) -> list[Path]:
    return sorted(tiny.root.glob("gradebook.T1.*"))


def everything(tiny) -> dict:
    """The gradebook's content and every file of the release and of the graded notebooks."""
    with closing(sqlite3.connect(tiny.root / "gradebook.db")) as database:
        dump = "\n".join(database.iterdump())
    return {"gradebook": dump} | {path: path.read_bytes() for name in ("exercises", "autograded") for path in (tiny.root / name).rglob("*")
                                  if path.is_file()}


def other_notebooks(root: Path) -> None:
    """T1.ipynb is no more, T2.ipynb is new."""
    notebook = new_notebook(metadata=nbformat.read(root / "solutions/T1/T1.ipynb", 4).metadata)
    answer = {"grade": False, "locked": False, "solution": True, "task": False, "schema_version": 3, "grade_id": "one"}
    notebook.cells = [new_code_cell("### BEGIN SOLUTION\none = 1\n### END SOLUTION", metadata={"nbgrader": answer}),
                      a_test("one-is-one", "assert one == 1, 'one should be 1'")]
    nbformat.write(notebook, root / "solutions/T1/T2.ipynb")
    (root / "solutions/T1/T1.ipynb").unlink()


@pytest.mark.parametrize("corrections", [(added, removed, renamed, lenient, worth_more, worth_less), (to_text,)])
def test_it_leaves_what_the_corrected_set_would_have_given_from_the_start(a_class, released_course, tmp_path, corrections):
    shutil.copytree(released_course, tmp_path / "fresh")
    correct(tmp_path / "fresh", *corrections)
    shutil.copy(a_class.root / "nbgrader_config.py", tmp_path / "fresh")
    Course(tmp_path / "fresh").release("T1")
    fresh = TinyCourse(tmp_path / "fresh")
    fill(fresh, a_class)
    by_us(fresh)
    enter(fresh)
    shutil.rmtree(fresh.root / "autograded")
    by_us(fresh)

    correct(a_class.root, *corrections)
    do(a_class)
    assert rows(a_class) == rows(fresh)
    assert rows(a_class)["stub", "T1", "double-visible"][1] == 0.5 and rows(a_class)["excused"][1] == timedelta(days=1)
    with a_class.course.gradebook.engine.connect() as ours, fresh.course.gradebook.engine.connect() as theirs:
        assert migration.version(ours, "T1") == migration.version(theirs, "T1")
    assert (a_class.root / "exercises/T1/T1.ipynb").read_bytes() == (fresh.root / "exercises/T1/T1.ipynb").read_bytes()
    assert [path.name for path in (a_class.root / "exercises").iterdir()] == ["T1"]


def test_notebooks_come_and_go(a_class):
    other_notebooks(a_class.root)
    again = Regrade(Course(a_class.root), "T1")
    assert again.correct().lost == (("early", "T1", "total"), ("early", "T1", "total-visible"), ("stub", "T1", "double-visible"))
    assert len(list(again.grade())) == 6
    assert {key[1] for key in rows(a_class) if isinstance(key, tuple)} == {"T2"}
    assert rows(a_class)["early", "T2", "one-is-one"][:2] == (0, None)
    assert [path.name for path in (a_class.root / "exercises/T1").iterdir()] == ["T2.ipynb"]
    with closing(sqlite3.connect(a_class.root / "gradebook.db")) as database:
        for table, column, of in (("grade", "cell_id", "base_cell"), ("comment", "cell_id", "base_cell"),
                                  ("grade_cells", "id", "base_cell"), ("grade", "notebook_id", "submitted_notebook"),
                                  ("submitted_notebook", "notebook_id", "notebook")):
            assert database.execute(f"select count(*) from {table} where {column} not in (select id from {of})").fetchone() == (0,)


def test_it_says_who_went_from_what_to_what(a_class):
    correct(a_class.root, lenient, removed)
    everyone = do(a_class)
    assert scores(everyone) == {"early": (7, 6), "excused": (5, 4)}
    assert next(move.cells for move in everyone if move.student == "wrong") == {("T1", "total-unchanged"): -1, ("T1", "total-visible"): 1}


def test_nobody_is_accused_of_what_the_teacher_changed(a_class):
    hand_in(a_class, "meddler")
    notebook = a_class.notebook()
    cell(notebook, "total-visible").source = "assert True"
    nbformat.write(notebook, a_class.root / "submitted/meddler/T1/T1.ipynb")
    correct(a_class.root, lenient, renamed, lambda notebook: notebook.cells.remove(cell(notebook, "double-visible")))
    do(a_class)
    found = {path.parts[-3]: nbformat.read(path, 4) for path in (a_class.root / "autograded").rglob("*.ipynb")}
    notes = {student: notebook.metadata.course.notes for student, notebook in found.items()}
    assert notes["early"] == notes["wrong"] == ["This cell was missing (an older release?); put back: double-everywhere."]
    assert "different" in notes["meddler"][-1]
    assert not any("twice one is two" in cell.source for cell in found["early"].cells)          # the test that is no more


@pytest.mark.parametrize("correction, says", [
    (lambda notebook: cell(notebook, "total-visible").update(source="x = '### BEGIN SOLUTION'"), "was not released|could not make"),
    (lambda notebook: cell(notebook, "total-visible").update(source="assert total([1]) == 2"), "reference solution itself loses points"),
    (lambda notebook: cell(notebook, "total-visible").metadata.nbgrader.update(grade_id="double"), "could not make"),
])
def test_what_cannot_be_released_changes_nothing(a_class, correction, says):
    before = everything(a_class)
    correct(a_class.root, added, correction)
    with pytest.raises(CourseError, match=rf"(?s)({says}).*are as they were"):
        Regrade(Course(a_class.root), "T1").correct()
    assert everything(a_class) == before and not backups(a_class)


def test_what_fails_in_the_gradebook_changes_nothing(a_class, monkeypatch):
    before = everything(a_class)
    correct(a_class.root, added)

    def failing(*arguments):
        migration.Migration(*arguments).carry_out()
        raise OSError("the disk is full")
    monkeypatch.setattr(regrade.migration, "migrate", failing)
    with pytest.raises(CourseError, match=r"(?s)the disk is full.*are as they were"):
        Regrade(Course(a_class.root), "T1").correct()
    assert everything(a_class) == before and not backups(a_class)
    assert os.listdir(a_class.root / "exercises") == ["T1"]


@pytest.mark.parametrize("done", [0, 2])
def test_after_being_killed_it_goes_on_and_knows_the_old_scores(a_class, done):
    correct(a_class.root, lenient, added)
    killed = Regrade(Course(a_class.root), "T1")
    killed.correct()
    for _, _ in zip(range(done), killed.grade(), strict=False):
        pass
    by_us(a_class)
    as_graded = rows(a_class)
    correct(a_class.root, worth_more)
    assert scores(do(a_class)) == {"early": (7, 11.5), "excused": (5, 9.5), "late": (4, 6.5), "wrong": (4, 6.5)}
    assert len(backups(a_class)) == 2
    correct(a_class.root, lambda notebook: cell(notebook, "double-visible").metadata.nbgrader.update(points=1))
    assert scores(do(a_class)) == {"early": (11.5, 10), "excused": (9.5, 8), "late": (6.5, 5), "wrong": (6.5, 5)}
    assert rows(a_class) == as_graded


def test_without_a_change_nothing_is_done(a_class):
    by_us(a_class)          # an extension counts from the next run on
    before = everything(a_class)
    assert scores(do(a_class)) == {}
    assert everything(a_class) == before and not backups(a_class)


def test_the_way_back_leads_back(a_class):
    shutil.copytree(a_class.root / "solutions", a_class.root / "old solutions")
    shutil.rmtree(a_class.root / "autograded")
    by_us(a_class)
    before = rows(a_class)
    correct(a_class.root, lenient, added, removed)
    do(a_class)
    changed = rows(a_class)
    kept, = backups(a_class)
    shutil.copy(kept, a_class.root / "gradebook.db")
    do(a_class)
    assert rows(a_class) == changed             # from the backup, without the old solutions: the correction once more
    shutil.copy(kept, a_class.root / "gradebook.db")
    shutil.rmtree(a_class.root / "solutions")
    shutil.copytree(a_class.root / "old solutions", a_class.root / "solutions")
    do(a_class)
    assert rows(a_class) == before


def test_the_copy_of_a_gradebook_that_is_no_file_is_one(a_class, tmp_path):
    backup.copy(create_engine(f"sqlite:///{a_class.root / 'gradebook.db'}"), tmp_path / "copy.db")
    before = rows(a_class)
    a_class.course = Course(a_class.root, database=f"sqlite:///{tmp_path / 'copy.db'}")
    assert rows(a_class) == before
    with closing(sqlite3.connect(tmp_path / "copy.db")) as database:
        assert database.execute("select count(*) from alembic_version").fetchone() == (1,)


@pytest.fixture
def course(monkeypatch, capsys):
    """`course --root ROOT regrade …` in a terminal of 80 columns: its exit code and what it says."""
    def run(root: Path, *words: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["course", "--root", str(root), "regrade", *words])
        for name, stderr in (("console", False), ("errors", True)):
            monkeypatch.setattr(cli, name, Console(stderr=stderr, width=80))
        with pytest.raises(SystemExit) as end:
            cli.main()
        return end.value.code, "".join(capsys.readouterr())
    return run


def test_the_command(a_class, course):
    correct(a_class.root, lenient, added, removed, worth_less)
    with closing(a_class.course.api.gradebook) as gradebook:
        gradebook.find_grade("total-visible", "T1", "T1", "stub").manual_score = 1
        gradebook.find_grade("total-unchanged", "T1", "T1", "stub").manual_score = 0.5
        gradebook.find_grade("total-unchanged", "T1", "T1", "early").extra_credit = 1
        gradebook.db.commit()
    status, text = course(a_class.root, "T1", "--jobs", "1")
    assert status == 0, text
    for line in ("Cells added: total-empty", "Cells removed: total-unchanged", "Points changed: total-visible (1 → 0.5)",
                 "entered by hand for: early (total-unchanged), stub (total-unchanged)", "the score by hand of: stub (total-visible)",
                 "2 up, 3 down, 1 unchanged", "6 graded", f"The gradebook as it was: {backups(a_class)[0]}"):
        assert line in text
    table = text[text.index("T1, graded again"):text.index("2 up")].splitlines()
    assert max(map(len, table)) <= 80
    assert next(line.split()[1:4] for line in table if "excused" in line) == ["5", "6.5", "+1.5"]
    with (a_class.root / "reports/regrade-T1.csv").open() as file:
        assert list(csv.reader(file))[:3] == [["student", "old", "new"], ["corrupt", "0", "0"], ["early", "8", "8.5"]]
    shutil.rmtree(a_class.root / "submitted/stub")
    status, text = course(a_class.root, "T1")
    assert status == 1 and "stub failed and has no new grade: nothing from this student is in submitted/" in text
    assert "There was nothing to do" in text and len(backups(a_class)) == 1


def test_to_stop_it_by_hand_keeps_what_was_graded_and_the_next_run_goes_on(a_class, course, monkeypatch):
    correct(a_class.root, lenient)

    def stopped(again, *how):
        yield from again.course.grade("T1", ["late"])
        raise KeyboardInterrupt
    with monkeypatch.context() as patched:
        patched.setattr(Regrade, "grade", stopped)
        status, text = course(a_class.root, "T1")
    assert status == 130 and "`course regrade T1` goes on" in text and "1 graded, 5 not yet graded." in text
    assert f"The gradebook as it was: {backups(a_class)[0]}" in text
    status, text = course(a_class.root, "T1", "--jobs", "1")
    assert status == 0 and "5 graded, 1 unchanged." in text and "2 up, 0 down, 4 unchanged" in text and len(backups(a_class)) == 1


def test_what_cannot_be_regraded_is_said(tiny, course):
    assert course(tiny.root, "T9") == (1, "Stopped. There is no assignment T9. There is T1.\n")
    status, text = course(tiny.root, "T1")
    assert status == 0 and "Nobody has handed in T1 yet" in text and not backups(tiny)
    hand_in(tiny, "ann")
    correct(tiny.root, lambda notebook: cell(notebook, "total-visible").update(source="assert total([1]) == 2"))
    status, text = course(tiny.root, "T1")
    assert status == 1 and "reference solution itself loses points" in text and "are as they were" in text and "Traceback" not in text
    (tiny.root / "gradebook.db").unlink()
    status, text = course(tiny.root, "T1")
    assert status == 1 and "has not been released yet" in text


def test_of_many_the_first_are_shown():
    old = [(f"s{number:03}", "T1", "a", Score(0, 1, False)) for number in range(150)]
    new = [(*whose, Score(1, 1, False)) for *whose, _ in [*old, ("zoe", "T1", "a", None)]]
    everyone = moves.moves(old, new)
    table = regrade_summary.table("T1", everyone)
    assert table.row_count == 100
    assert str(table.caption) == "150 up, 0 down, 0 unchanged, 1 graded for the first time\nThe first 100; 50 more changed."
