"""A student's own notebook on a student's own machine: the tests in it, run as the grader will run them."""
from __future__ import annotations

import ast
from pathlib import Path

from rich import box
from rich.table import Table
from rich.text import Text

from course_lib.problem import Problem

from . import grade, intake
from .counting import printable
from .original import Original
from .results import TestCell
from .sandbox import Unprotected


def check(path: Path) -> list[TestCell]:
    """The outcome of each visible test of the notebook at `path`. It runs the code in it without a sandbox: it is the student's own."""
    try:
        notebook = intake.read(path)
    except intake.Refused as reason:
        raise Problem(str(reason)) from None
    original = Original(notebook, notebook)
    with Unprotected(imports=original.modules, files=path.parent) as players:
        first = [players.player()]
        from .judging.court import judged  # takes as long to load as the first player takes to start
        grade.run(notebook, original, lambda case: judged(case, lambda: first.pop() if first else players.player()))
    return [outcome(question, cell) for question, cell in grade.tests(notebook) if is_visible(cell.source)]


def is_visible(source: str) -> bool:
    """Whether a released test has anything to run: of a hidden one only its property is there."""
    try:
        return bool(ast.parse(source).body)
    except SyntaxError:         # the student's doing; it shows when it is run
        return True


def outcome(question: str, cell) -> TestCell:
    points = cell.metadata.nbgrader["points"]
    result = next((output.data["text/plain"] for output in cell.outputs if output.output_type == "execute_result"), points)
    score = 0 if grade.error(cell) else float(result)           # `settle` has made a number of it
    message = cell.metadata.get("course", {}).get("message", "")
    return TestCell(cell.metadata.nbgrader["grade_id"], question, grade.property_of(cell), False, points, score, message)


def table(notebook: str, cells: list[TestCell]) -> Table:
    """A line for each test: the question, whether it passed, what it checks, and why it failed."""
    passed = sum(cell.score >= cell.points for cell in cells)
    says = f"{passed} of {len(cells)} visible tests pass. Hidden tests check more properties when you hand in."
    lines = Table(title=Text(printable(notebook), "bold"), title_justify="left",
                  caption=Text(says), caption_style="", caption_justify="left", box=box.SIMPLE_HEAD)
    lines.add_column("Question", overflow="fold")
    lines.add_column("", width=1)
    lines.add_column("What is checked", ratio=1, overflow="fold")
    before = ""
    for cell in cells:
        right = cell.score >= cell.points
        what = Text(printable(cell.property or cell.grade_id))
        if cell.message:
            what.append(f"\n{printable(cell.message)}", "italic")
        lines.add_row("" if cell.question == before else printable(cell.question), Text("✓" if right else "✗", "bold"), what)
        before = cell.question
    return lines
