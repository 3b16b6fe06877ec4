"""Every set opens in JupyterLab, and its Validate button says what is to be done: `make proof` runs this, for it starts many kernels."""
import ast

import nbformat
import pytest

from course_lib.grading.demo import answers_of, fill_in

from ..exercises.exercise_sets import each_set, release
from .conftest import open_page, serve


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory):
    """`validated(notebook)`: what the Validate button says of it."""
    home = tmp_path_factory.mktemp("student")
    with serve(home) as address:
        page = open_page(browser, address("lab"))

        def validated(notebook: nbformat.NotebookNode) -> str:
            nbformat.write(notebook, home / "mine.ipynb")
            page.goto(address("lab/tree/mine.ipynb"))
            page.get_by_role("button", name="Validate").first.click()
            page.locator(".jp-Dialog-header", has_text="Validation Results").wait_for()
            says = page.locator(".jp-Dialog").inner_text()
            page.get_by_role("button", name="Ok", exact=True).click()
            return says
        yield validated


@each_set
def test_the_validate_button_says_what_is_to_be_done_next(lab, exercise):
    released, reference = release(exercise.notebook), answers_of(exercise.notebook)
    done = dict(list(reference.items())[:len(reference) // 2])
    says = lab(released)
    assert [question for question in exercise.reference if next_step(exercise, question) not in says] == []
    says = lab(fill_in(released, done))
    assert [question for question in exercise.reference if (next_step(exercise, question) in says) is (question in done)] == []
    assert "Success! Your notebook passes all the tests." in lab(fill_in(released, reference))


def next_step(exercise, question: str) -> str:
    """What the stub of a question says; an answer has it too, but never gets there."""
    return ast.parse(exercise.reference[question]).body[0].body[-1].exc.args[0].value
