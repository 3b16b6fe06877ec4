"""The result in words: by question, with each sentence once, and with nothing that a hidden test knows."""
import base64
import html
from functools import cache
from urllib.parse import quote

import nbformat
import pytest
from nbconvert import HTMLExporter
from nbformat import from_dict
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory

from course_lib.building import convert
from course_lib.grading import feedback, grade, leaks
from course_lib.grading.judging import judge

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


@cache
def exporter() -> HTMLExporter:
    """As nbgrader's converter sets it up, with its own template."""
    return HTMLExporter(config=GenerateFeedback(coursedir=CourseDirectory()).config)


def feedback_page(notebook: nbformat.NotebookNode) -> str:
    """The file that a student gets, of a notebook that has been explained."""
    return exporter().from_notebook_node(notebook, {"nbgrader": {"notebook": "T1", "score": 0, "max_score": 5, "late_penalty": 0}})[0]


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
    hidden = next(cell for cell in graded.cells if cell.source == "# every entry is doubled")
    assert "double-rows" not in nbformat.writes(graded) and "secret_input" not in nbformat.writes(graded)
    assert SENTENCE in hidden.outputs[0].data["text/markdown"]
    assert "Grade cell: <code>every entry is doubled</code>" in feedback_page(graded)


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


TOKEN = "7.25<&>"
FIRST, HIDDEN, LATER = 1, 2, 4      # places of test cells in the planted notebook


def planted() -> nbformat.NotebookNode:
    """A graded notebook with one answer, a visible test, a hidden one, a later answer and a visible test; nothing planted in it yet."""
    def role(grade_id, **more):
        return {"nbgrader": {"grade": False, "solution": False, "locked": True, "task": False, "schema_version": 3, "grade_id": grade_id,
                             "score": 0.0} | more}
    hidden = "# a property\n### BEGIN HIDDEN TESTS\nassert f(1) == 2, 'a sentence'\n### END HIDDEN TESTS"
    return new_notebook(cells=[
        new_code_cell("def f(x): ...", id="f", metadata=role("f", solution=True)),
        new_code_cell("# one\nassert f(0) == 1, 'not one'", id="v", metadata=role("v", grade=True, points=1)),
        new_code_cell(hidden, id="h", metadata=role("h", grade=True, points=1)),
        new_code_cell("def g(x): ...", id="g", metadata=role("g", solution=True)),
        new_code_cell("# two\nassert g(0) == 1, f'not {g(0)}'", id="w", metadata=role("w", grade=True, points=1)),
        new_markdown_cell("Your turn.", id="task", metadata=role("task", task=True, points=1)),
    ])


def told(secret: str) -> list:
    """Every way in which a cell can say something."""
    return [new_output("stream", text=secret), new_output("stream", name="stderr", text=secret),
            new_output("error", ename=secret, evalue=secret, traceback=[f"DESIRED: {secret}"]),
            new_output("display_data", data={"text/html": f"<b>{secret}</b>", "text/plain": secret}),
            new_output("display_data", data={"image/svg+xml": f"<svg>{secret}</svg>"}, metadata={"alt": secret}),
            new_output("display_data", data={"image/png": base64.b64encode(secret.encode()).decode()}),
            new_output("execute_result", data={"text/markdown": secret, "application/json": {"a": secret}})]


def says(place: int, message: str):
    def plant(notebook):
        notebook.cells[place].metadata["course"] = {"message": message}
    return plant


def leaves(place: int, outputs: list):
    def plant(notebook):
        notebook.cells[place].outputs = outputs
    return plant


def reads(place: int, *lines: str):
    def plant(notebook):
        notebook.cells[place].source += "\n" + "\n".join(lines)
    return plant


def holds(place: int | None, **metadata):
    def plant(notebook):
        (notebook if place is None else notebook.cells[place]).metadata.update(from_dict(metadata))
    return plant


STATE = {"application/vnd.jupyter.widget-state+json": {"state": {"a": TOKEN}}}
REGION = ("### BEGIN HIDDEN TESTS", f"x = '{TOKEN}'      # {TOKEN}", f"assert f('{TOKEN}') == '{TOKEN}', '{TOKEN}'", "### END HIDDEN TESTS")

# what is planted, and the part of feedback.py without which it is found
PLANTED = {
    "the source of a hidden test": (reads(HIDDEN, *REGION), "rename"),
    "a region of a visible test": (reads(FIRST, *REGION), "rename"),
    "a region with other marks": (reads(LATER, *(line.replace("###", "#") for line in REGION)), "rename"),
    "a mark scheme": (reads(5, "=== BEGIN MARK SCHEME ===", TOKEN, "=== END MARK SCHEME ==="), "public"),
    "an unfinished mark scheme": (reads(5, "=== BEGIN MARK SCHEME ===", TOKEN), "public"),
    "what a hidden test's cell says": (leaves(HIDDEN, told(TOKEN)), "silence"),
    "what a later answer's cell says": (leaves(3, told(TOKEN)), "silence"),
    "what a later visible test's cell says": (leaves(LATER, told(TOKEN)), "silence"),
    "a text in a hidden test's message": (says(HIDDEN, f"not {TOKEN}"), "authors"),
    "a student's text in a later message": (says(LATER, f"{TOKEN} it was"), "authors"),
    "an author's sentence with a value": (says(LATER, f"not {TOKEN}"), "authors"),
    "the type of an error": (says(HIDDEN, f"Your code stopped with an error: {TOKEN}."), "authors"),
    "one of our sentences with more in it": (says(HIDDEN, judge.TOO_SLOW.replace("{:g}", TOKEN)), "authors"),
    "a hidden cell's metadata": (holds(HIDDEN, tags=[TOKEN], name=TOKEN), "bare"),
    "another cell's metadata": (holds(LATER, tags=[TOKEN]), "bare"),
    "the state of widgets": (holds(None, widgets=STATE), "metadata"),
}


def forms(secret: str) -> set[str]:
    """A secret as it stands, as a page may write it, and as a student could disguise it."""
    plain = [secret, secret[::-1], quote(secret), quote(secret, safe=""), base64.b64encode(secret.encode()).decode().rstrip("="),
             repr(secret)[1:-1], secret.encode().hex()]
    return {form for text in plain for form in (text, html.escape(text), html.escape(html.escape(text)))}


def found(notebook) -> bool:
    seen = page(notebook) + feedback_page(notebook)
    return any(form in seen for form in forms(TOKEN))


@pytest.mark.parametrize("what", PLANTED)
def test_a_planted_secret_is_not_found(what):
    notebook = planted()
    PLANTED[what][0](notebook)
    assert not found(notebook)


@pytest.mark.parametrize("what", PLANTED)
def test_with_one_removal_off_it_is(what, monkeypatch):
    off = {"silence": (feedback, "silence", lambda *_: None), "authors": (feedback, "authors", lambda said, *_: said),
           "public": (leaks, "public", lambda source: source), "bare": (feedback, "bare", lambda cell: None)}
    plant, removal = PLANTED[what]
    if removal == "rename":
        monkeypatch.setattr(feedback, "rename", lambda *_: None)
        removal = "public"
    if removal == "metadata":
        monkeypatch.setattr(feedback, "hush", lambda notebook, refused: None)
    else:
        monkeypatch.setattr(*off[removal])
    notebook = planted()
    plant(notebook)
    assert found(notebook)


def test_the_name_of_a_hidden_test_is_not_shown():
    notebook = planted()
    notebook.cells[HIDDEN].id = notebook.cells[HIDDEN].metadata.nbgrader["grade_id"] = "knows-7.25"
    feedback.explain(notebook)
    assert "knows-7.25" not in feedback_page(notebook) and "a property" in feedback_page(notebook)


@pytest.mark.parametrize("place, said, shown", [
    (HIDDEN, "a sentence", "a sentence"),
    (HIDDEN, "# a property", ""),
    (HIDDEN, "not 3", ""),
    (HIDDEN, "2", ""),
    (HIDDEN, "Your code stopped with an error: KeyError.", "Your code stopped with an error."),
    (HIDDEN, "This is not written yet.", "This is not written yet."),
    (HIDDEN, judge.TOO_SLOW.format(5), judge.TOO_SLOW.format(5)),
    *((HIDDEN, end, end) for end in judge.ENDS.values()),
    (LATER, "not 3", "not …"),
    (LATER, "no, 3", ""),
    (FIRST, "anything", "anything"),
])
def test_of_a_message_only_an_authors_words_are_shown(place, said, shown):
    notebook = planted()
    says(place, said)(notebook)
    feedback.explain(notebook)
    assert notebook.cells[place + 1].metadata.course.message == shown


def test_a_text_inside_a_hidden_test_is_no_message_of_it():
    notebook = planted()
    test = "assert f('secret') == f('other', key='third'), 'a sentence'"
    notebook.cells[HIDDEN].source = f"### BEGIN HIDDEN TESTS\n{test}\n### END HIDDEN TESTS"
    for said in ("secret", "other", "third"):
        once = nbformat.from_dict(notebook)
        says(HIDDEN, said)(once)
        feedback.explain(once)
        assert once.cells[HIDDEN + 1].metadata.course.message == ""


def test_messages_of_a_cell_with_magics_are_none():
    assert list(feedback.messages("%%time\nassert f(1), 'a sentence'")) == []


def test_before_any_hidden_test_an_answer_keeps_its_outputs():
    notebook = planted()
    leaves(0, [new_output("stream", text="mine")])(notebook)
    feedback.explain(notebook)
    assert notebook.cells[1].outputs[0].text == "mine"


def test_formulas_in_a_message_cannot_reach_the_page(graded):
    for _, cell in grade.tests(graded):
        cell.metadata["course"] = {"message": "$\\href{javascript:hit=1}{x}$"}
    assert "\\href" not in page(graded)


REMEMBERS = '''seen = []
def double(x):
    seen.append(x)
    print(seen)
    if len(seen) > 1:
        raise type(f"Saw{x[1]}".replace(".", "_"), (Exception,), {})(str(seen))
    return 2 * np.asarray(x)
'''


@pytest.mark.parametrize("silent", [True, False])
def test_a_student_who_writes_down_what_hidden_tests_ask_learns_nothing(tiny, monkeypatch, silent):
    if not silent:
        monkeypatch.setattr(feedback, "silence", lambda *_: None)
    tiny.hand_in("curious", tiny.notebook(double=REMEMBERS, total="print(seen)\ndef total(x): raise AssertionError(str(seen))\n"))
    assert tiny.grade()["curious"].score == 1
    assert [outcome.problem for outcome in tiny.course.feedback("T1", ["curious"])] == [""]
    seen = [file.read_text().split("<body>")[-1] for file in (tiny.root / "feedback").rglob("*") if file.is_file()]
    assert any("7.25" in text or "7_25" in text for text in seen) is not silent
