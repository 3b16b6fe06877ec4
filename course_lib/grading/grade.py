"""Grade one notebook: run it, and say of each failed test why.

Scores are read from the outputs afterwards, by nbgrader's own rules but for one: warnings cost nothing.
"""
from __future__ import annotations

import ast
import builtins

from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_solution

from .players import Player, fail
from .replay import Replay

HIDDEN = "### BEGIN HIDDEN TESTS"


def run(notebook: NotebookNode, player: Player, replay: Replay | None = None) -> None:
    """Run every code cell of a rebuilt submission; leave in each failed test cell's metadata what its author should read."""
    refused = notebook.metadata.get("course", {}).get("refused")
    if refused:
        for cell in filter(is_test, notebook.cells):
            fail(cell, "NotGraded", refused)
        return
    with player:
        for cell in notebook.cells:
            if cell.cell_type == "code":
                player.run(cell)
                forgive_warnings(cell)
        failed = [(question, cell) for question, cell in tests(notebook) if error(cell)]
        found = {question: replay.explain(player, question) for question, _ in failed} if replay else {}
    for question, cell in failed:
        cell.metadata["course"] = {"message": message(cell)}
        answer = found.get(question)
        if answer:
            cell.metadata["course"]["misconception"] = {"code": answer.name, "says": answer.says}


def forgive_warnings(cell: NotebookNode) -> None:
    """Show what went to stderr as ordinary output: nbgrader would take a test cell's points for a single warning."""
    for output in cell.outputs:
        if output.get("name") == "stderr":
            output.name = "stdout"


def tests(notebook: NotebookNode):
    """Each test cell with the question it belongs to: the answer cell before it."""
    question = ""
    for cell in notebook.cells:
        if is_solution(cell):
            question = cell.metadata.nbgrader["grade_id"]
        if is_test(cell):
            yield question, cell


def is_test(cell: NotebookNode) -> bool:
    return cell.cell_type == "code" and is_grade(cell) and not is_solution(cell)


def is_hidden(cell: NotebookNode) -> bool:
    return HIDDEN in cell.source


def property_of(cell: NotebookNode) -> str:
    """What a test cell checks, in words: its first line, if that is a comment."""
    first = cell.source.lstrip().split("\n", 1)[0]
    return first.lstrip("# ").rstrip() if first.startswith("#") and HIDDEN not in first else ""


def error(cell: NotebookNode) -> NotebookNode | None:
    return next((output for output in cell.outputs if output.output_type == "error"), None)


def message(cell: NotebookNode) -> str:
    """Why a test failed, in words that its author wrote: nothing that a student's code can say gets through a hidden test."""
    failure = error(cell)
    if failure.ename == "AssertionError":
        said = failure.evalue
        return said if not is_hidden(cell) or said in literals(cell.source) else ""
    if failure.ename in ("TooSlow", "NotRun", "Stopped"):
        return failure.evalue
    if failure.ename == "NotImplementedError":
        return "This is not written yet."
    if isinstance(getattr(builtins, failure.ename, None), type):
        return f"Your code stopped with an error: {failure.ename}."
    return "Your code stopped with an error of its own."


def literals(source: str) -> set[str]:
    """The texts that stand in a cell's source."""
    return {node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
