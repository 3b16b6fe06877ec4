"""The two canvases in a real JupyterLab: they play, draw and answer."""
import re

import pytest

from .conftest import open_notebook, run_all, serve, violations, write_notebook

CELLS = ["from course_lib.notebook.canvas.playground import Playground\nPlayground(data='rings')",
         "import numpy as np\nfrom course_lib.notebook.canvas.digit import DigitCanvas\n"
         "DigitCanvas(lambda X: np.eye(10)[X[:, :4].any(axis=1) + 3 * X[:, 4:8].any(axis=1)])"]


@pytest.fixture(scope="module")
def page(browser, tmp_path_factory):
    home = tmp_path_factory.mktemp("canvas")
    write_notebook(CELLS, home / "canvas.ipynb")
    with serve(home) as address:
        page = open_notebook(browser, address("lab/tree/canvas.ipynb"))
        run_all(page)
        page.locator(".course-canvas canvas").nth(1).wait_for()
        yield page


def test_the_playground_plays_pauses_steps_and_starts_anew(page, expect):
    canvas = page.locator("[data-epochs]")
    words = canvas.get_by_role("status")
    expect(words).to_contain_text("rings, x₁ x₂, 2 × 8 tanh, Adam: after 0 epochs")
    page.get_by_role("button", name="Play").click()
    expect(canvas).to_have_attribute("data-epochs", re.compile(r"^\d{2,}$"))
    page.get_by_role("button", name="Pause").click()
    expect(words).to_contain_text(re.compile(r"after \d{2,} epochs"))
    page.get_by_role("button", name="Step").click()
    page.wait_for_function("document.querySelector('[data-epochs]').dataset.epochs % 4 === 1")      # frames of 4, none lost or told twice
    page.locator("select[name=layers]").select_option("1")
    expect(words).to_contain_text("rings, x₁ x₂, 1 × 8 tanh, Adam: after 0 epochs")
    page.get_by_label("x₁²").check()
    expect(words).to_contain_text("rings, x₁ x₂ x₁²")
    page.get_by_role("button", name="Step").click()
    expect(words).to_contain_text("after 1 epochs")
    assert canvas.locator("canvas").get_attribute("aria-label") == words.inner_text()


def test_every_stroke_gets_an_answer(page, expect):
    sheet = page.locator(".course-canvas").nth(1)
    words, canvas = sheet.get_by_role("status"), sheet.locator("canvas")
    expect(words).to_contain_text("Draw a digit")
    box = canvas.bounding_box()
    scale = box["width"] / 720

    def stroke(*points):
        (x, y), *others = [(box["x"] + x * scale, box["y"] + y * scale) for x, y in points]
        page.mouse.move(x, y)
        page.mouse.down()
        for x, y in others:
            page.mouse.move(x, y, steps=4)
        page.mouse.up()
    stroke((60, 60), (60, 220))
    expect(words).to_contain_text("reads 4 with probability 1.00")      # a bar alone fills the middle columns, left and right
    stroke((60, 220), (200, 220))
    expect(words).to_contain_text("reads 1 with probability 1.00")      # an L has its ink on top at the left
    sheet.get_by_role("button", name="Undo").click()
    expect(words).to_contain_text("reads 4")
    sheet.get_by_role("button", name="Clear").click()
    expect(words).to_contain_text("Draw a digit")
    stroke((130, 130))
    expect(words).to_contain_text("reads 4")        # a click leaves a dot, which fills all blocks


def test_the_canvases_are_accessible(page):
    assert violations(page, ".course-canvas") == []
