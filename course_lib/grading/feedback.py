"""What a student reads after grading: the result by question, what failed in words, and nothing that a hidden test knows.

A hidden test is shown as the property that it checks. And from the first hidden test on nothing is shown of what a student's code says,
for it has seen what it was asked: it may print that later, raise it in a visible test, name a class after it. What remains are sentences of
ours and those of the test's author, and of an author's sentence with values in it the words without the values.
"""
from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_markdown_cell, new_output
from nbgrader.utils import is_solution

from . import grade, leaks, sanitise

OURS = re.compile(
    r"This is not written yet\.|The value that this test gives is no score\.|The notebook had already used its [\d.e+]+ seconds\.|"
    r"The tests ended the judge's own interpreter, or never came to an end\.|"
    r"This cell (took more than [\d.e+]+ seconds; is there a loop that never ends\?|used more (memory|computing time) than it may\.|"
    r"ended the interpreter\.)")
STOPPED = "Your code stopped with an error"
NAMELESS = "a hidden test"


def explain(notebook: NotebookNode) -> None:
    """Turn a graded notebook, scores in its metadata, into a feedback page: the result on top, each failed test in words."""
    refused = notebook.metadata.get("course", {}).get("refused", "")
    hush(notebook, refused)
    for _, cell in grade.tests(notebook):
        says = words(cell)
        if says:
            cell.outputs.append(new_output("display_data", {"text/markdown": says}))
    if not refused:
        notebook.cells.insert(0, new_markdown_cell(summary(notebook), id="your-result"))


def hush(notebook: NotebookNode, refused: str) -> None:
    """Take out of a graded notebook what its student may not learn."""
    notebook.metadata = from_dict({"language_info": {"name": "python"}})
    tests = {id(cell): number for number, (_, cell) in enumerate(grade.tests(notebook))}
    asked = False                  # whether a hidden test has run by then
    for cell in notebook.cells:
        hidden = id(cell) in tests and "BEGIN HIDDEN TESTS" in cell.source
        asked = asked or hidden
        if asked and cell.cell_type == "code":
            silence(cell, hidden, refused)
        if not is_solution(cell):
            cell.source = leaks.public(cell.source)
        bare(cell)
        if hidden:
            rename(cell, tests[id(cell)])


def silence(cell: NotebookNode, hidden: bool, refused: str) -> None:
    """Leave of what a cell says only what nobody's code can choose."""
    cell.outputs = []
    said = cell.metadata.get("course", {}).get("message", "")
    if said:
        cell.metadata["course"]["message"] = said if said == refused or OURS.fullmatch(said) else authors(said, cell.source, hidden)


def authors(said: str, source: str, hidden: bool) -> str:
    """What the author of a test says about this failure."""
    for node in messages(source):
        if isinstance(node, ast.Constant) and node.value == said:
            return said
        if isinstance(node, ast.JoinedStr) and not hidden and isinstance(node.values[0], ast.Constant) and said.startswith(
                node.values[0].value):
            return "".join(part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
    return f"{STOPPED}." if said.startswith(STOPPED) else ""


def messages(source: str) -> Iterator[ast.expr]:
    """The expressions in a test that are messages: of an assert statement, of a raised exception, of an argument with such a name."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:             # a cell with magics
        return
    for node in nodes:
        if isinstance(node, ast.Assert):
            yield from [node.msg] if node.msg else []
        elif isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            yield from node.exc.args
        elif isinstance(node, ast.keyword) and node.arg in ("msg", "message", "err_msg"):
            yield node.value


def bare(cell: NotebookNode) -> None:
    """Drop all metadata but nbgrader's and the words for the student."""
    cell.metadata = from_dict({name: cell.metadata[name] for name in ("nbgrader", "course") if name in cell.metadata})


def rename(cell: NotebookNode, number: int) -> None:
    """Call a hidden test by its property."""
    says = grade.property_of(cell) or NAMELESS
    cell.source, cell.id = f"# {says}", f"hidden-test-{number}"
    cell.metadata.nbgrader["grade_id"] = html.escape(says)


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
    """What stands under a failed test cell; its own error may stand there already."""
    parts = ["" if grade.error(cell) else message(cell), misconception(cell)]
    return "\n\n".join(filter(None, parts))


def message(cell: NotebookNode) -> str:
    """The message as Markdown that shows every character as it is: a visible test passes on what a student's code said."""
    said = " ".join(sanitise.markdown(sanitise.plain(cell.metadata.get("course", {}).get("message", ""))).split())
    return re.sub(r"([\\`*_\[\]<>#$~|&!])", r"\\\1", said)


def misconception(cell: NotebookNode) -> str:
    return cell.metadata.get("course", {}).get("misconception", {}).get("says", "")
