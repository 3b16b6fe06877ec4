"""The exercise sets as the proof sees them: built notebook and catalogue, and the parametrisations over all of them."""
from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from nbgrader.preprocessors import ClearHiddenTests, ClearSolutions

from course_lib.grading.misconceptions import Answer, Catalogue, load

ROOT = Path(__file__).parents[2]
BEGIN_HIDDEN = "### BEGIN HIDDEN TESTS"
STUB = "# YOUR CODE HERE"


@dataclass(frozen=True)
class Cell:
    grade_id: str
    source: str
    points: int
    is_answer: bool
    tags: tuple[str, ...]

    @property
    def is_test(self) -> bool:
        return self.points > 0

    @property
    def is_hidden(self) -> bool:
        return BEGIN_HIDDEN in self.source

    @property
    def question(self) -> str:
        return self.grade_id.split("-")[0]


@dataclass(frozen=True, eq=False)
class ExerciseSet:
    name: str
    notebook: nbformat.NotebookNode
    cells: tuple[Cell, ...]         # its code cells
    catalogue: Catalogue

    @property
    def tests(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.is_test]

    @property
    def hidden(self) -> list[Cell]:
        return [cell for cell in self.tests if cell.is_hidden]

    @property
    def by_hand(self) -> list[nbformat.NotebookNode]:
        """Texts that a person grades: questions without a function."""
        return [cell for cell in self.notebook.cells if cell.cell_type == "markdown" and "nbgrader" in cell.metadata]

    @property
    def reference(self) -> dict[str, str]:
        return {cell.grade_id: cell.source for cell in self.cells if cell.is_answer}

    def wrong(self, question: str) -> list[Answer]:
        return [answer for answer in self.catalogue.wrong if answer.question == question]

    def right(self, question: str) -> list[Answer]:
        return [answer for answer in self.catalogue.right if answer.question == question]


def read_set(catalogue: Path) -> ExerciseSet:
    """The set that a catalogue sources/misconceptions/E1.py belongs to."""
    path, = (ROOT / "solutions" / catalogue.stem).glob("*.ipynb")
    notebook = nbformat.read(path, as_version=4)
    return ExerciseSet(catalogue.stem, notebook, code_cells(notebook), load(catalogue))


def code_cells(notebook: nbformat.NotebookNode) -> tuple[Cell, ...]:
    return tuple(map(code_cell, (cell for cell in notebook.cells if cell.cell_type == "code")))


def code_cell(cell: nbformat.NotebookNode) -> Cell:
    graded = cell.metadata.get("nbgrader", {})
    return Cell(graded.get("grade_id", ""), cell.source, graded.get("points", 0), graded.get("solution", False),
                tuple(cell.metadata.get("tags", ())))


def release(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook as nbgrader hands it to students."""
    notebook, resources = deepcopy(notebook), {}
    for preprocessor in (ClearSolutions(code_stub={"python": STUB}), ClearHiddenTests()):
        notebook, resources = preprocessor.preprocess(notebook, resources)
    return notebook


SETS = [read_set(path) for path in sorted((ROOT / "sources" / "misconceptions").glob("E*.py"))]


def each(name: str, members):
    """Parametrise over (set, member), each named after the set and the member."""
    return pytest.mark.parametrize(("exercise", name), [
        pytest.param(exercise, member, id=f"{exercise.name}:{label}") for exercise in SETS for label, member in members(exercise)])


each_set = pytest.mark.parametrize("exercise", SETS, ids=lambda exercise: exercise.name)
each_question = each("question", lambda exercise: [(question, question) for question in exercise.reference])
each_test = each("cell", lambda exercise: [(cell.grade_id, cell) for cell in exercise.tests])
each_hidden = each("cell", lambda exercise: [(cell.grade_id, cell) for cell in exercise.hidden])
each_wrong = each("answer", lambda exercise: [(answer.name, answer) for answer in exercise.catalogue.wrong])
each_right = each("answer", lambda exercise: [(f"{answer.question}-{answer.name}", answer) for answer in exercise.catalogue.right])
