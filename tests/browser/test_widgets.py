"""A real slider in a real JupyterLab: the picture and its words must follow the hand."""
import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Thread

import nbformat
import pytest

from course_lib.building import KERNEL
from course_lib.notebook import plots

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
PATIENCE = 60_000     # milliseconds for JupyterLab and its kernel to come up on a busy machine
VIEWS = [name for name in plots.__all__ if hasattr(getattr(plots, name), "controls")]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium")


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The address of a JupyterLab in a folder of its own: copies of the lectures, and a notebook with one widget for each view."""
    home = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "lectures", home / "lectures")
    cells = [f"explore(plots.{view})" for view in VIEWS]
    cells[0] = "from course_lib.notebook import plots\nfrom course_lib.notebook.widgets import explore\n" + cells[0]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata.kernelspec = KERNEL
    nbformat.write(notebook, home / "widgets.ipynb")

    token = secrets.token_hex(16)
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--port=0", f"--IdentityProvider.token={token}"]
    folders = {f"JUPYTER_{what}_DIR": str(home / what) for what in ("CONFIG", "RUNTIME", "DATA")}
    folders |= {f"JUPYTERLAB_{what}_DIR": str(home / what) for what in ("SETTINGS", "WORKSPACES")}
    server = subprocess.Popen(command, cwd=home, env=os.environ | folders, stderr=subprocess.PIPE, text=True)
    try:
        address = next(line.split()[-1] for line in server.stderr if "http://127.0.0.1:" in line)
        Thread(target=server.stderr.read, daemon=True).start()     # a full pipe would stop the server
        yield address.split("?")[0] + f"/tree/{{}}?token={token}"
    finally:
        server.terminate()
        server.communicate(timeout=30)


@pytest.fixture(scope="module")
def browser():
    driver = pytest.importorskip("playwright.sync_api", reason="needs the package playwright: python start.py --setup test")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def expect(browser):
    from playwright.sync_api import expect
    expect.set_options(timeout=PATIENCE)
    return expect


def open_notebook(browser, lab, name):
    page = browser.new_page(viewport={"width": 1300, "height": 2400})     # tall: JupyterLab draws only the cells in sight
    page.set_default_timeout(PATIENCE)
    page.goto(lab.format(name))
    page.locator("#jp-main-statusbar", has_text="| Idle").wait_for()
    return page


@pytest.fixture(scope="module")
def widgets(browser, lab):
    page = open_notebook(browser, lab, "widgets.ipynb")
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator(':text-is("Run All Cells")').click()
    page.locator(".widget-image").nth(len(VIEWS) - 1).wait_for()
    return page


@pytest.mark.parametrize("view", VIEWS)
def test_picture_and_words_follow_the_slider(widgets, expect, view):
    cell = widgets.locator(".jp-CodeCell").nth(VIEWS.index(view))
    image, words, slider = cell.locator("img.widget-image"), cell.get_by_role("status"), cell.locator(".noUi-handle").first
    before, told, value = image.get_attribute("src"), words.inner_text(), slider.get_attribute("aria-valuenow")
    assert image.get_attribute("title") == told
    slider.press("ArrowLeft")
    expect(slider).not_to_have_attribute("aria-valuenow", value)
    expect(words).not_to_have_text(told)
    expect(image).not_to_have_attribute("src", before)
    expect(image).to_have_attribute("title", words.inner_text())
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300


def test_stored_pictures_show_before_anything_is_run(browser, lab):
    """JupyterLab shows a notebook of unknown origin without trusting it; the pictures must pass its cleaning with their words."""
    page = open_notebook(browser, lab, "lectures/L00_start_here.ipynb")
    image = page.locator("figure img").first
    image.wait_for()
    assert image.evaluate("image => image.complete && image.naturalWidth") > 300
    assert len(image.get_attribute("alt").split()) >= 8
