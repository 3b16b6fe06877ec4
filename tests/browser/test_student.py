"""The first look: the lecture is there, nothing stands in front of it, and saving keeps both sides of a pair."""
import shutil

import pytest

from .conftest import PATIENCE, ROOT, open_notebook, serve

LECTURE = "lectures/L00_start_here.ipynb"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "jupytext.toml", home)
    for room in ("lectures", "sources"):
        shutil.copytree(ROOT / room, home / room)
    return home


@pytest.fixture(scope="module")
def page(browser, home):
    with serve(home) as address:
        yield open_notebook(browser, address(f"lab/tree/{LECTURE}"))


def test_the_lecture_opens_and_no_news_pops_up(page):
    assert page.get_by_role("heading", name="L00 Start here").is_visible()
    assert page.locator(".jp-toast, .Toastify__toast").count() == 0
    assert page.locator(".jp-Dialog").count() == 0


def test_saving_in_jupyterlab_changes_the_script_in_that_one_line(page, home):
    script = home / "sources" / LECTURE.replace("ipynb", "py").split("/", 1)[0] / "L00_start_here.py"
    before = script.read_text().splitlines()
    page.locator(".jp-CodeCell .cm-content").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("  # typed in JupyterLab")
    with page.expect_response(lambda reply: reply.request.method == "PUT" and LECTURE in reply.url, timeout=PATIENCE):
        page.keyboard.press("Control+s")
    after = script.read_text().splitlines()
    assert [line for line in after if line not in before] == ["check_environment()  # typed in JupyterLab"]
    assert len(after) == len(before)
