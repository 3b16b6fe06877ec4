"""A submission is rebuilt from the released notebook, whatever was handed in."""
import copy
import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course_lib.grading.intake import Refused, read, rebuild, take


def cell(source, grade_id=None, kind="code", **role):
    new = (new_code_cell if kind == "code" else new_markdown_cell)(source)
    if grade_id:
        roles = {"grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3, "grade_id": grade_id}
        new.metadata["nbgrader"] = roles | role
    return new


@pytest.fixture
def released():
    return new_notebook(cells=[
        cell("# Title", kind="markdown"),
        cell("import numpy as np", "setup", locked=True),
        cell("def f(): raise NotImplementedError", "f", solution=True),
        cell("assert f() == 1", "f-visible", grade=True, locked=True, points=1),
        cell("your words", "essay", kind="markdown", solution=True, grade=True, points=2),
        cell("data = [1, 2]"),
    ])


@pytest.fixture
def submitted(released):
    notebook = copy.deepcopy(released)
    notebook.cells[2].source = "def f(): return 1"
    return notebook


def sources(notebook):
    return [cell.source for cell in notebook.cells]


def test_an_honest_submission_comes_back_as_it_was(released, submitted):
    notebook, notes = rebuild(submitted, released)
    assert sources(notebook) == sources(submitted)
    assert notes == []


def test_text_answers_and_open_cells_are_the_students(released, submitted):
    submitted.cells[4].source = "because"
    submitted.cells[5].source = "data = [3]"
    notebook, notes = rebuild(submitted, released)
    assert sources(notebook)[4:] == ["because", "data = [3]"]
    assert notes == []


@pytest.mark.parametrize("place, name", [(1, "setup"), (3, "f-visible")])
def test_locked_cells_are_put_back(released, submitted, place, name):
    submitted.cells[place].source = "pass"
    notebook, notes = rebuild(submitted, released)
    assert sources(notebook)[place] == released.cells[place].source
    assert len(notes) == 1 and notes[0].startswith("This cell was different from the current") and notes[0].endswith(f": {name}.")


def test_points_cannot_be_changed(released, submitted):
    submitted.cells[3].metadata.nbgrader["points"] = 100
    notebook, _ = rebuild(submitted, released)
    assert notebook.cells[3].metadata.nbgrader["points"] == 1


def test_missing_cells_are_put_back(released, submitted):
    del submitted.cells[3]
    notebook, notes = rebuild(submitted, released)
    assert sources(notebook)[3] == "assert f() == 1"
    assert notes == ["This cell was missing (an older release?); put back: f-visible."]


def test_one_note_tells_of_many_cells(released, submitted):
    del submitted.cells[3:5]
    assert rebuild(submitted, released)[1] == ["2 cells were missing (an older release?); put back: f-visible, essay."]


def test_a_retyped_answer_counts(released, submitted):
    submitted.cells[2] = cell("def f(): return 1", "f", kind="markdown", solution=True)
    notebook, notes = rebuild(submitted, released)
    assert (notebook.cells[2].cell_type, notebook.cells[2].source) == ("code", "def f(): return 1")
    assert notes == ["This cell was of another type (text instead of code, say); turned back: f."]


def test_of_two_answers_the_last_counts_and_the_first_still_runs(released, submitted):
    second = copy.deepcopy(submitted.cells[2])
    second.source = "def f(): return 2"
    submitted.cells.insert(3, second)
    notebook, notes = rebuild(submitted, released)
    answers = [cell.source for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("solution") and cell.cell_type == "code"]
    assert answers == ["def f(): return 2"]
    assert sources(notebook).index("def f(): return 1") < sources(notebook).index("def f(): return 2")
    assert len(notes) == 1 and "of two answers the last counts" in notes[0]


def test_a_duplicated_test_is_graded_once(released, submitted):
    submitted.cells.insert(3, copy.deepcopy(submitted.cells[3]))
    notebook, _ = rebuild(submitted, released)
    assert sum(bool(cell.metadata.get("nbgrader", {}).get("grade")) and cell.cell_type == "code" for cell in notebook.cells) == 1


def test_added_cells_keep_their_place(released, submitted):
    submitted.cells.insert(0, new_code_cell("first = 1"))
    submitted.cells.insert(3, new_code_cell("helper = 2"))
    submitted.cells.insert(4, new_markdown_cell("my reasoning"))
    notebook, notes = rebuild(submitted, released)
    assert sources(notebook) == sources(submitted)
    assert notes == []
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)
    nbformat.validate(notebook)


def test_an_added_cell_cannot_pass_for_one_of_ours(released, submitted):
    submitted.cells.append(cell("pass", "bonus", grade=True, locked=True, points=50))
    notebook, _ = rebuild(submitted, released)
    assert notebook.cells[-1].source == "pass"
    assert "nbgrader" not in notebook.cells[-1].metadata


@pytest.mark.parametrize("metadata", [{"nbgrader": []}, {"nbgrader": {"grade_id": ["f"]}}, {"nbgrader": "f"}])
def test_odd_metadata_is_only_an_added_cell(released, submitted, metadata):
    odd = new_code_cell("odd = 1")
    odd.metadata.update(metadata)
    submitted.cells.append(odd)
    notebook, _ = rebuild(submitted, released)
    assert sources(notebook)[-1] == "odd = 1"


def test_cells_that_are_no_cells_are_left_out(released, submitted):
    submitted.cells += [3, {"cell_type": "code"}, {"cell_type": "code", "source": ["a"], "metadata": {}}]
    notebook, _ = rebuild(submitted, released)
    assert sources(notebook) == [*sources(released)[:2], "def f(): return 1", *sources(released)[3:]]


def test_another_notebook_is_refused(released):
    with pytest.raises(Refused, match="not the one of this assignment"):
        rebuild(new_notebook(cells=[new_code_cell("1 + 1")]), released)


@pytest.mark.parametrize("content", [
    b"", b"{", b"[]", b"null", b'{"cells": 3}', b'{"nbformat": 4}', b"\xff\xfe\x00", b"PK\x03\x04", b"[" * 100_000])
def test_a_file_that_is_no_notebook_is_refused_with_a_reason(tmp_path, released, content):
    path = tmp_path / "E1.ipynb"
    path.write_bytes(content)
    notebook = take(path, released)
    assert "E1.ipynb" in notebook.metadata.course.refused or "this assignment" in notebook.metadata.course.refused
    assert sources(notebook)[1:] == sources(released)
    assert notebook.metadata.course.refused.split("(")[0].replace("<", "&lt;") in notebook.cells[0].source


def test_a_missing_file_names_what_is_there_instead(tmp_path, released):
    (tmp_path / "E1 (1).ipynb").write_text("{}")
    assert "There is E1 (1).ipynb: rename it to E1.ipynb" in take(tmp_path / "E1.ipynb", released).metadata.course.refused


def test_a_link_is_no_submission(tmp_path, released, submitted):
    nbformat.write(submitted, tmp_path / "elsewhere.ipynb")
    (tmp_path / "E1.ipynb").symlink_to(tmp_path / "elsewhere.ipynb")
    assert "no file named E1.ipynb" in take(tmp_path / "E1.ipynb", released).metadata.course.refused


def test_a_giant_file_is_refused(tmp_path, released, monkeypatch):
    monkeypatch.setattr("course_lib.grading.intake.LARGEST_FILE", 100)
    nbformat.write(released, tmp_path / "E1.ipynb")
    with pytest.raises(Refused, match="larger than"):
        read(tmp_path / "E1.ipynb")


def test_windows_line_ends_and_a_byte_order_mark_are_fine(tmp_path, submitted):
    text = nbformat.writes(submitted).replace("\n", "\r\n")
    (tmp_path / "E1.ipynb").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert sources(read(tmp_path / "E1.ipynb")) == sources(submitted)


def test_the_notes_on_top_are_text_not_markup(tmp_path, released):
    (tmp_path / "<img src=x onerror=alert(1)>.ipynb").write_text("{}")
    assert "<img" not in take(tmp_path / "E1.ipynb", released).cells[0].source


def test_what_a_student_says_of_himself_in_the_metadata_is_dropped(tmp_path, released, submitted):
    submitted.metadata["course"] = {"refused": "", "notes": ["full marks, please"]}
    (tmp_path / "E1.ipynb").write_text(json.dumps(submitted))
    assert take(tmp_path / "E1.ipynb", released).metadata.course == {"notes": []}
