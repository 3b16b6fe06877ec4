"""Build the notebooks: percent script → executed, normalised `.ipynb`. The same script always gives the same bytes."""
from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from course_lib.problem import Problem

# Where the notebook of each script goes; jupytext.toml pairs the same folders for JupyterLab.
ROOMS = {"sources/lectures": "lectures", "sources/exercises": "solutions"}
KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
SECONDS_PER_CELL = 120


class BuildError(Problem):
    """A notebook that could not be built; the one built before it is untouched."""


def pairs(root: Path) -> list[tuple[Path, Path]]:
    """Every (script, notebook) of the project, in order."""
    return [
        (script, (root / built / script.relative_to(root / written)).with_suffix(".ipynb"))
        for written, built in ROOMS.items()
        for script in sorted((root / written).rglob("*.py"))
    ]


def build_all(chosen: list[tuple[Path, Path]], announce=lambda path: None) -> None:
    """Build these pairs, two at a time, and announce each notebook as it is written."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        for path in pool.map(lambda pair: build(*pair), chosen):
            announce(path)


def build(script: Path, target: Path) -> Path:
    """Write the notebook of one script, or raise BuildError and leave the old notebook in place."""
    notebook = convert(script)
    target.parent.mkdir(parents=True, exist_ok=True)
    execute(notebook, target)
    normalise(notebook)
    unfinished = target.with_suffix(".building")
    nbformat.write(notebook, unfinished)
    os.replace(unfinished, target)
    return target


def convert(script: Path) -> nbformat.NotebookNode:
    """The script as a notebook without outputs, its cells named by grade_id or, without one, by their place."""
    notebook = jupytext.read(script, fmt="py:percent")
    for place, cell in enumerate(notebook.cells):
        cell.id = cell.metadata.get("nbgrader", {}).get("grade_id") or f"cell-{place:03d}"
        cell.metadata.pop("lines_to_next_cell", None)
        if script.parent.name == "lectures" and (kind := slide_type(cell)):
            cell.metadata.slideshow = {"slide_type": kind}
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": {"name": "python"}})
    return notebook


def slide_type(cell: nbformat.NotebookNode) -> str | None:
    """Where a new slide begins when a notebook is shown as slides: at its headings, and below them at each picture."""
    if cell.cell_type == "markdown":
        return "slide" if cell.source.startswith(("# ", "## ")) else "subslide" if cell.source.startswith("### ") else None
    return "subslide" if cell.source.startswith(("plots.", "explore(")) else None


def execute(notebook: nbformat.NotebookNode, target: Path) -> None:
    client = NotebookClient(notebook, timeout=SECONDS_PER_CELL, record_timing=False, store_widget_state=False, coalesce_streams=True,
                            extra_arguments=["--IPKernelApp.log_level=ERROR"],      # it warns of TCP on every start
                            resources={"metadata": {"path": str(target.parent)}})
    try:
        client.execute()
    except CellExecutionError as error:
        raise BuildError(f"{target.name}: a cell failed.\n\n{error}") from None
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.get("name") == "stderr":
                raise BuildError(f"{target.name}: a cell wrote to stderr.\n\n{cell.source}\n\n{output.text}")


def normalise(notebook: nbformat.NotebookNode) -> None:
    """Drop what differs from run to run: widget views and their state, and what the kernel says of itself."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)
    notebook.metadata.pop("widgets", None)
    notebook.metadata.language_info = {"name": "python"}
