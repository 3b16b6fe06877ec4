"""A real JupyterLab and a real browser."""
import os
import secrets
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import nbformat

from course_lib.building import KERNEL

from ..conftest import PATIENCE

ROOT = Path(__file__).parents[2]


@contextmanager
def serve(home: Path):
    """Run a JupyterLab in this folder; the value makes the address of a page of it from its path."""
    token = secrets.token_hex(16)
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--port=0", f"--IdentityProvider.token={token}"]
    places = {f"JUPYTER_{what}_DIR": str(home / ".jupyter" / what) for what in ("CONFIG", "RUNTIME", "DATA")}
    places |= {f"JUPYTERLAB_{what}_DIR": str(home / ".jupyter" / what) for what in ("SETTINGS", "WORKSPACES")}
    places["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])
    server = subprocess.Popen(command, cwd=home, env=os.environ | places, stderr=subprocess.PIPE, text=True)
    try:
        lab = next(line.split()[-1] for line in server.stderr if "http://127.0.0.1:" in line)
        Thread(target=server.stderr.read, daemon=True).start()     # a full pipe would stop the server
        yield lambda path: f"{lab.split('/lab')[0]}/{path}?token={token}"
    finally:
        server.terminate()
        server.communicate(timeout=30)


def open_page(browser, address: str):
    page = browser.new_page(viewport={"width": 1300, "height": 2400})     # tall: JupyterLab draws only the cells in sight
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    return page


def open_notebook(browser, address: str):
    page = open_page(browser, address)
    page.locator("#jp-main-statusbar", has_text="| Idle").wait_for()
    return page


def write_notebook(cells: list[str], path: Path) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata.kernelspec = KERNEL
    nbformat.write(notebook, path)


def run_all(page) -> None:
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator(':text-is("Run All Cells")').click()


def violations(page, ours: str) -> list[str]:
    """What axe-core finds wrong with the parts of a page that a CSS selector names: one line for each rule, with the elements.

    The handles of ipywidgets' sliders have no name of their own (the label stands beside them); that is not ours to mend.
    """
    from axe_playwright_python.sync_playwright import Axe
    found = Axe().run(page, context={"include": [[ours]], "exclude": [[".noUi-handle"]]}).response
    assert found["passes"], f"nothing was checked in {ours}"
    return [f"{rule['id']}: {[node['html'][:120] for node in rule['nodes']]}" for rule in found["violations"]]
