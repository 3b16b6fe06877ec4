"""What a student reads after grading: the result by question, what failed in words, and no hidden test."""
from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_output

from . import grade


def explain(notebook: NotebookNode) -> None:
    """Turn a graded notebook, scores in its metadata, into a feedback page: the result on top, each failed test in words."""
    result = summary(notebook)
    for _, cell in grade.tests(notebook):
        says = words(cell)
        if grade.is_hidden(cell):
            cell.source = f"# {grade.property_of(cell)}"
            cell.outputs = []
        if says:
            cell.outputs.append(new_output("display_data", {"text/markdown": says}))
    if "refused" not in notebook.metadata.get("course", {}):
        notebook.cells.insert(0, new_markdown_cell(result, id="your-result"))


def summary(notebook: NotebookNode) -> str:
    """The result by question in Markdown: a line for each test that lost points, and each misconception's sentence once."""
    lines = ["### Your result", ""]
    for question, pairs in groupby(grade.tests(notebook), key=itemgetter(0)):
        cells = [cell for _, cell in pairs]
        won, points = (sum(cell.metadata.nbgrader[what] for cell in cells) for what in ("score", "points"))
        lines.append(f"- {'✓' if won >= points else '✗'} **{question}**: {won:g} of {points:g}")
        for cell in cells:
            if cell.metadata.nbgrader["score"] < cell.metadata.nbgrader["points"]:
                lines.append(f"    - {grade.property_of(cell) or cell.metadata.nbgrader['grade_id']}. {message(cell)}")
        lines += [f"    - **What may have happened:** {says}" for says in dict.fromkeys(map(misconception, cells)) if says]
    return "\n".join(lines)


def words(cell: NotebookNode) -> str:
    """What stands under a failed test cell; under a visible one its own error stands already."""
    parts = [message(cell) if grade.is_hidden(cell) else "", misconception(cell)]
    return "\n\n".join(filter(None, parts))


def message(cell: NotebookNode) -> str:
    """The message as Markdown that shows every character as it is: a visible test passes on what a student's code said."""
    said = " ".join(cell.metadata.get("course", {}).get("message", "").split())
    return re.sub(r"([\\`*_\[\]<>#$~|&])", r"\\\1", said)


def misconception(cell: NotebookNode) -> str:
    return cell.metadata.get("course", {}).get("misconception", {}).get("says", "")
