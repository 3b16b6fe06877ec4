"""A real slider in a real JupyterLab: the picture and its words must follow the hand."""
import shutil

import pytest

from course_lib.notebook import plots

from .conftest import ROOT, open_notebook, run_all, serve, violations, write_notebook

VIEWS = [name for name in plots.__all__ if hasattr(getattr(plots, name), "controls")]


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory):
    """A JupyterLab in a folder of its own: copies of the lectures, and a notebook with one widget for each view."""
    home = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "lectures", home / "lectures")
    cells = [f"explore(plots.{view})" for view in VIEWS]
    cells[0] = "from course_lib.notebook import plots\nfrom course_lib.notebook.widgets import explore\n" + cells[0]
    write_notebook(cells, home / "widgets.ipynb")
    with serve(home) as address:
        yield address


@pytest.fixture(scope="module")
def widgets(browser, lab):
    page = open_notebook(browser, lab("lab/tree/widgets.ipynb"))
    run_all(page)
    page.locator(".widget-image").nth(len(VIEWS) - 1).wait_for()
    return page


@pytest.mark.parametrize("view", VIEWS)
def test_picture_and_words_follow_the_slider(widgets, expect, view):
    cell = widgets.locator(".jp-CodeCell").nth(VIEWS.index(view))
    image, words, slider = cell.locator("img.widget-image"), cell.get_by_role("status"), cell.locator(".noUi-handle").first
    before, told, value = image.get_attribute("src"), words.inner_text(), slider.get_attribute("aria-valuetext")
    assert image.get_attribute("title") == told
    slider.press("ArrowRight" if slider.get_attribute("aria-valuenow") == slider.get_attribute("aria-valuemin") else "ArrowLeft")
    expect(slider).not_to_have_attribute("aria-valuetext", value)
    expect(words).not_to_have_text(told)
    expect(image).not_to_have_attribute("src", before)
    expect(image).to_have_attribute("title", words.inner_text())
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300


def test_the_widgets_are_accessible(widgets):
    assert violations(widgets, ".jp-OutputArea-output") == []


def test_stored_pictures_show_before_anything_is_run(browser, lab):
    """JupyterLab shows a notebook of unknown origin without trusting it; the pictures must pass its cleaning with their words."""
    page = open_notebook(browser, lab("lab/tree/lectures/L00_start_here.ipynb"))
    image = page.locator("figure img").first
    image.wait_for()
    assert image.evaluate("image => image.complete && image.naturalWidth") > 300
    assert len(image.get_attribute("alt").split()) >= 8
    assert violations(page, "figure") == []
