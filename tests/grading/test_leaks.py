"""Nothing secret gets into a released notebook unseen."""
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from course_lib.grading.leaks import leaks

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
])
def test_a_secret_anywhere_is_found(cell):
    assert len(leaks(SOURCE, released(cell))) == 1


def test_what_is_public_elsewhere_is_no_secret():
    source = new_notebook(cells=[*SOURCE.cells, new_markdown_cell("assert f(10) == 21")])
    assert leaks(source, released(new_markdown_cell("assert f(10) == 21"))) == []
