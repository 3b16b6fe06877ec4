"""The corpus as it is written: assignments/NAME/NOTEBOOK.py and assignments/NAME/submissions.py.

The header of a teacher's cell says what nbgrader makes of it, for students cannot change what is not theirs:

    # %% answer softmax             the students write it
    # %% test softmax-sums 2        2 points, given by its outcome
    # %% manual essay 3 [markdown]  3 points, given by a person
    # %% task drawing 4 [markdown]  4 points for what students put below it
    # %% locked set-up              theirs to read
    # %% free set-up                theirs to change: nbgrader knows nothing of it

A submission is the teacher's solution but for what stands below its heading:

    # %% [markdown]
    # # loops
    # Right, with loops.
    #
    # Loses: softmax-sums           only if it should lose points: where
    # %% softmax                    instead of this cell; `NOTEBOOK/softmax` where there are several notebooks
    # %% after softmax              a cell that the student added
    # %% delete softmax-sums        a cell that the student deleted; `delete NOTEBOOK.ipynb`: a notebook that is not handed in
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import jupytext
import nbformat
import nbgrader
from nbgrader.utils import is_solution

ASSIGNMENTS = Path(__file__).parent / "assignments"
SHIPPED = {"quickstart": "ps1", "quickstart_autotest": "ps1_autotest"}      # nbgrader's own, inside its package
USER_GUIDE = Path(nbgrader.__file__).parent / "docs/source/user_guide"
PLAIN = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False}
ROLES = {"answer": {"solution": True}, "test": {"grade": True, "locked": True}, "manual": {"grade": True, "solution": True},
         "task": {"task": True, "locked": True}, "locked": {"locked": True}}
KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}

Notebooks = dict[str, nbformat.NotebookNode]


@dataclass
class Submission:
    """One student's work: cells that differ from the teacher's solution, by title, and the test cells that it should lose points in."""
    student: str
    cells: list[nbformat.NotebookNode] = field(default_factory=list)
    loses: tuple[str, ...] = ()


def names() -> list[str]:
    return sorted(folder.name for folder in ASSIGNMENTS.iterdir() if (folder / "submissions.py").is_file())


def source(assignment: str) -> Notebooks:
    """The teacher's notebooks, by file name."""
    if assignment in SHIPPED:
        folder = USER_GUIDE / "source" / SHIPPED[assignment]
        return {path.stem: nbformat.read(path, as_version=4) for path in sorted(folder.glob("*.ipynb"))}
    scripts = sorted((ASSIGNMENTS / assignment).glob("*.py"))
    return {script.stem: convert(script) for script in scripts if script.stem not in ("submissions", "nbgrader_config")}


def data_files(assignment: str) -> list[Path]:
    """What lies beside the notebooks, for students to have."""
    folder = USER_GUIDE / "source" / SHIPPED[assignment] if assignment in SHIPPED else ASSIGNMENTS / assignment
    return sorted(path for path in folder.iterdir() if path.suffix not in (".py", ".ipynb"))


def convert(script: Path) -> nbformat.NotebookNode:
    """A teacher's script as the notebook that nbgrader reads."""
    notebook = jupytext.read(script, fmt="py:percent")
    for place, cell in enumerate(notebook.cells):
        kind, name, points = (*cell.metadata.get("title", "").split(), "", "", "")[:3]
        cell.id = name or f"cell-{place:03d}"
        cell.metadata = nbformat.from_dict({})
        if kind in ROLES:
            cell.metadata.nbgrader = {"grade_id": name, **PLAIN, **ROLES[kind], **({"points": float(points)} if points else {})}
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": {"name": "python"}})
    return notebook


def submissions(assignment: str) -> list[Submission]:
    """What was handed in: the teacher's own solution, the released notebooks as they were, and what is in submissions.py."""
    found = [Submission("reference"), Submission("stub")]
    for cell in jupytext.read(ASSIGNMENTS / assignment / "submissions.py", fmt="py:percent").cells:
        if cell.cell_type == "markdown" and cell.source.startswith("# "):
            loses = re.search(r"^Loses: (.*)", cell.source, re.MULTILINE | re.DOTALL)
            found.append(Submission(cell.source.split()[1], [], tuple(re.split(r"[,\s]+", loses[1].strip())) if loses else ()))
        else:
            found[-1].cells.append(cell)
    return found


def hand_in(submission: Submission, released: Notebooks, teachers: Notebooks) -> Notebooks:
    """The files of one submission: the released notebooks, filled in."""
    notebooks = {name: nbformat.from_dict(notebook) for name, notebook in released.items()}
    if submission.student == "stub":
        return notebooks
    for name, notebook in notebooks.items():
        answers = {title(cell): cell.source for cell in teachers[name].cells if is_solution(cell)}
        for cell in notebook.cells:
            cell.source = re.sub(r" *### (BEGIN|END) SOLUTION\n?", "", answers.get(title(cell), cell.source))
    for cell in submission.cells:
        change(notebooks, cell)
    return notebooks


def change(notebooks: Notebooks, cell: nbformat.NotebookNode) -> None:
    """Do to the notebooks what one cell of submissions.py says."""
    *word, target = cell.metadata["title"].split()
    if target.endswith(".ipynb"):
        del notebooks[target.removesuffix(".ipynb")]
        return
    places = [(notebook, place) for name, notebook in notebooks.items() for place, theirs in enumerate(notebook.cells)
              if target in (title(theirs), f"{name}/{title(theirs)}")]
    if len(places) != 1:
        raise ValueError(f"there are {len(places)} cells named {target}")
    (notebook, place), = places
    if word == ["delete"]:
        del notebook.cells[place]
    elif word == ["after"]:
        added = nbformat.v4.new_code_cell if cell.cell_type == "code" else nbformat.v4.new_markdown_cell
        while place + 1 < len(notebook.cells) and title(notebook.cells[place + 1]).startswith("added-"):
            place += 1
        notebook.cells.insert(place + 1, added(cell.source, id=f"added-{place}"))
    else:
        notebook.cells[place].source = cell.source


def title(cell: nbformat.NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id") or cell.get("id", "")
