"""The result in words: by question, with each sentence once, and with no hidden test."""
import nbformat
import pytest
from nbconvert import HTMLExporter
from nbformat.v4 import new_output

from course_lib.building import convert
from course_lib.grading import feedback, grade

from ..conftest import TINY

SENTENCE = "Only the first entry is doubled: do it for all of them."


@pytest.fixture
def graded():
    """The tiny set as GetGrades leaves it: both checks of `double` failed, one of them hidden."""
    notebook = convert(TINY / "T1.py")
    for question, cell in grade.tests(notebook):
        failed = question == "double"
        cell.metadata.nbgrader["score"] = 0.0 if failed else float(cell.metadata.nbgrader["points"])
        if failed:
            wanted = [f"{cell.metadata.nbgrader.grade_id} wanted 7.25"]
            cell.outputs = [new_output("error", ename="AssertionError", evalue="2*x is not x**2", traceback=wanted)]
            cell.metadata["course"] = {"message": "2*x is not x**2", "misconception": {"code": "T1-FIRST", "says": SENTENCE}}
    return notebook


def page(notebook: nbformat.NotebookNode) -> str:
    feedback.explain(notebook)
    return HTMLExporter().from_notebook_node(notebook)[0]


def test_the_result_comes_first_and_by_question(graded):
    assert feedback.summary(graded).splitlines()[2:] == [
        "- ✗ **double**: 0 of 3",
        r"    - twice one is two. 2\*x is not x\*\*2",
        r"    - every entry is doubled. 2\*x is not x\*\*2",
        f"    - **What may have happened:** {SENTENCE}",
        "- ✓ **total**: 2 of 2",
    ]
    feedback.explain(graded)
    assert graded.cells[0].source.startswith("### Your result")


def test_a_hidden_test_is_its_property_and_words(graded):
    feedback.explain(graded)
    hidden = next(cell for _, cell in grade.tests(graded) if cell.metadata.nbgrader.grade_id == "double-rows")
    assert hidden.source == "# every entry is doubled"
    assert "double-rows wanted 7.25" not in nbformat.writes(graded) and "secret_input" not in nbformat.writes(graded)
    assert SENTENCE in hidden.outputs[0].data["text/markdown"]


def test_a_visible_test_keeps_its_error(graded):
    feedback.explain(graded)
    visible = next(cell for _, cell in grade.tests(graded) if cell.metadata.nbgrader.grade_id == "double-visible")
    assert [output.output_type for output in visible.outputs] == ["error", "display_data"]


@pytest.mark.parametrize("said", [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "&lt;script&gt;"])
def test_what_a_students_code_said_stays_text(graded, said):
    for _, cell in grade.tests(graded):
        cell.metadata["course"] = {"message": said}
    html = page(graded)
    assert "<script>alert" not in html and "<img src=x" not in html and 'href="javascript:' not in html


def test_a_refused_submission_has_its_reason_alone(graded):
    graded.metadata["course"] = {"refused": "it is empty", "notes": []}
    feedback.explain(graded)
    assert "Your result" not in graded.cells[0].source
