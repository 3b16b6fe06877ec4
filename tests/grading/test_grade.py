"""Running a notebook: what a failed test says, to whom, and which misconception is found."""
import nbformat
import pytest

from course_lib.building import convert
from course_lib.grading import grade
from course_lib.grading.courtroom import Courtroom, Setting
from course_lib.grading.judging.own_work import BORROWED
from course_lib.grading.misconceptions import load
from course_lib.grading.original import Original
from course_lib.grading.replay import Replay

from ..conftest import TINY

CATALOGUE = load(TINY / "misconceptions.py")
FIRST = CATALOGUE.wrong[0]


ORIGINAL = Original(convert(TINY / "T1.py"), convert(TINY / "T1.py"))


@pytest.fixture(scope="module")
def hear():
    with Courtroom(Setting(("numpy",))) as room:
        yield room.hear


@pytest.fixture(scope="module")
def replay(hear):
    return Replay(CATALOGUE, ORIGINAL, hear)


def tiny(**answers: str) -> nbformat.NotebookNode:
    notebook = convert(TINY / "T1.py")
    for cell in notebook.cells:
        cell.source = answers.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
    return notebook


@pytest.fixture
def failures(hear):
    """What is left in the metadata of each failed test cell."""
    def found(notebook, replay=None, **limits):
        grade.run(notebook, ORIGINAL, hear, replay, **limits)
        return {cell.metadata.nbgrader.grade_id: cell.metadata.course for _, cell in grade.tests(notebook) if grade.error(cell)}
    return found


def test_the_reference_passes(replay, failures):
    assert failures(tiny(), replay) == {}


@pytest.mark.parametrize("answer", CATALOGUE.wrong, ids=lambda answer: answer.name)
def test_each_misconception_fails_where_it_should_and_is_found(replay, answer, failures):
    found = failures(tiny(**{answer.question: answer.source}), replay)
    assert answer.breaks in found
    assert all(data["misconception"] == {"code": answer.name, "says": answer.says} for data in found.values())


@pytest.mark.parametrize("answer", CATALOGUE.right, ids=lambda answer: answer.name)
def test_right_answers_pass(replay, answer, failures):
    assert failures(tiny(**{answer.question: answer.source}), replay) == {}


def test_a_warning_does_not_stop_the_search(replay, failures):
    warns = FIRST.source.replace("    result =", "    import warnings; warnings.warn('careful')\n    result =")
    assert failures(tiny(double=warns), replay)["double-rows"]["misconception"]["code"] == "T1-FIRST"


def test_an_unknown_mistake_gets_the_message_alone(replay, failures):
    found = failures(tiny(double="def double(x):\n    return 3 * np.asarray(x)\n"), replay)
    assert found["double-rows"] == {"message": "an entry is not twice what it was"}


@pytest.mark.parametrize("body, says", [
    ("raise NotImplementedError('next step')", "This is not written yet."),
    ("raise MemoryError", "This cell used more memory than it may."),
    ("return x.nothing", "Your code stopped with an error: AttributeError."),
    ("raise type('secret_input', (Exception,), {})(x)", "Your code stopped with an error of its own."),
    ("raise type('TooSlow', (Exception,), {})(x)", "Your code stopped with an error of its own."),
])
def test_a_reason_is_in_plain_words(body, says, failures):
    assert failures(tiny(double=f"def double(x):\n    {body}\n"))["double-rows"] == {"message": says}


def test_a_missing_name_is_explained_by_the_error_of_its_own_cell(failures):
    found = failures(tiny(double="1 / 0\ndef double(x):\n    return 2 * x\n", total="def totl(x):\n    return sum(x)\n"))
    assert found["double-rows"] == {"message": "Your code stopped with an error: ZeroDivisionError."}
    assert found["total-visible"] == {"message": "Your code stopped with an error: NameError."}


def test_a_visible_test_says_all(replay, failures):
    assert failures(tiny(total="def total(x):\n    return 0\n"))["total-visible"] == {"message": "total([1, 2]) should be 3"}


def test_an_endless_cell_ends_and_the_next_question_is_graded(failures):
    found = failures(tiny(double="while True:\n    pass\n"), seconds_per_cell=1)
    assert set(found) == {"double-visible", "double-rows"}


def test_an_endless_function_is_said_to_be_one(failures):
    found = failures(tiny(double="def double(x):\n    while True:\n        pass\n"), seconds_per_cell=1)
    assert "more than 1 seconds" in found["double-rows"]["message"]
    assert "total-visible" not in found


def test_a_notebook_that_takes_too_long_is_stopped(failures):
    found = failures(tiny(double="while True:\n    pass\n"), seconds_per_cell=1, seconds_in_all=0)
    assert "already used its 0 seconds" in found["total-visible"]["message"]


def test_an_answer_that_ends_the_interpreter_costs_no_more_than_what_follows(failures):
    found = failures(tiny(total="import os\nos._exit(0)\n"))
    assert set(found) == {"total-visible", "total-unchanged"}


@pytest.mark.parametrize("answer", ["from course_lib.nn.losses import mse as total",
                                    "def total(x):\n    import course_lib.nn as nn\n    return 6"])
def test_who_borrows_from_the_library_is_told_so(answer, failures):
    assert {found["message"] for name, found in failures(tiny(total=answer)).items() if name.startswith("total")} == {BORROWED}


def test_what_the_instructor_imports_is_there():
    with Courtroom(Setting(("course_lib.nn",))) as room:
        notebook = tiny(total="import course_lib.nn\ndef total(x):\n    return sum(x)")
        grade.run(notebook, ORIGINAL, room.hear)
    assert not [cell for _, cell in grade.tests(notebook) if grade.error(cell)]


def test_a_refused_notebook_is_not_run_and_earns_nothing():
    notebook = tiny()
    notebook.metadata["course"] = {"refused": "it is empty"}
    grade.run(notebook, ORIGINAL, None)
    assert all(grade.error(cell).evalue == "it is empty" for _, cell in grade.tests(notebook))


def test_properties_are_first_comment_lines():
    assert [grade.property_of(cell) for _, cell in grade.tests(tiny())] == [
        "twice one is two", "every entry is doubled", "one and two are three", "the argument is not changed"]


def test_a_text_is_graded_by_hand():
    text, code = ({"grade_id": name, "grade": True, "solution": True, "points": 2, "schema_version": 3, "locked": False} for name in "ab")
    notebook = tiny()
    notebook.cells += [nbformat.v4.new_markdown_cell("# My claim", metadata={"nbgrader": text}),
                       nbformat.v4.new_code_cell("2 + 2", metadata={"nbgrader": code})]
    assert [(question, grade.property_of(cell)) for question, cell in grade.by_hand(notebook)] == [
        ("a", "graded by hand"), ("b", "graded by hand")]
