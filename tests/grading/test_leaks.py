"""Nothing secret gets into a released notebook unseen."""
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from course_lib.grading.leaks import leaks, public

ANSWER = "def f(x):\n    ### BEGIN SOLUTION\n    return 2 * x + 1\n    ### END SOLUTION\n"
TEST = "# a line\nassert f(1) == 3\n### BEGIN HIDDEN TESTS\nassert f(10) == 21\n### END HIDDEN TESTS\n"
SOURCE = new_notebook(cells=[new_code_cell(ANSWER), new_code_cell(TEST)])
CLEAN = [new_code_cell("def f(x):\n    # YOUR CODE HERE\n"), new_code_cell("# a line\nassert f(1) == 3")]


def released(*more):
    return new_notebook(cells=CLEAN + list(more))


def test_a_clean_release_has_none():
    assert leaks(SOURCE, released()) == []


@pytest.mark.parametrize("cell", [
    new_code_cell("    return 2 * x + 1"),
    new_code_cell("assert f(10) == 21"),
    new_markdown_cell("assert f(10) == 21"),
    new_code_cell("### BEGIN HIDDEN TESTS"),
    new_code_cell("f(10)", outputs=[new_output("stream", text="assert f(10) == 21\n")]),
    new_code_cell("f(10)", outputs=[new_output("error", traceback=["----> 4 \x1b[1massert f(10) == 21\x1b[0m"])]),
    new_code_cell("f(10)", metadata={"was": ["", {"source": "x = 1; assert f(10) == 21"}]}),
    new_markdown_cell("Points: === BEGIN MARK SCHEME ==="),
    new_code_cell("x = 1       # END SOLUTION"),
])
def test_a_secret_anywhere_is_found(cell):
    assert len(leaks(SOURCE, released(cell))) == 1


def test_what_is_public_elsewhere_is_no_secret():
    source = new_notebook(cells=[*SOURCE.cells, new_markdown_cell("assert f(10) == 21")])
    assert leaks(source, released(new_markdown_cell("assert f(10) == 21"))) == []


def test_a_public_line_may_hold_a_secret_one():
    source = new_notebook(cells=[*SOURCE.cells, new_code_cell("print('assert f(10) == 21')")])
    assert leaks(source, released(new_code_cell("print('assert f(10) == 21')"))) == []


@pytest.mark.parametrize("begin, end", [
    ("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"), ("# BEGIN HIDDEN TESTS", "#END HIDDEN TESTS"),
    ("x = 1 # BEGIN SOLUTION", "END SOLUTION"),
    ("=== BEGIN MARK SCHEME ===", "=== END MARK SCHEME ===")])
def test_regions_are_where_nbgrader_sees_them(begin, end):
    assert public(f"one\n{begin}\nassert secret(1)\n{end}\ntwo") == "one\ntwo"
    source = new_notebook(cells=[new_code_cell(f"{begin}\nassert secret(1)\n{end}")])
    assert leaks(source, new_notebook(cells=[new_code_cell("assert secret(1)")])) == ["assert secret(1)"]


def test_a_region_without_an_end_is_secret_to_the_end():
    assert public("one\n### BEGIN HIDDEN TESTS\nassert secret(1)") == "one"
