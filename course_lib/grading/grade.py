"""Grade one notebook: have it judged, and say of each failed test why.

Scores are read from the outputs afterwards, by nbgrader's own rules; `settle` makes of each test's outputs what those rules should see.
"""
from __future__ import annotations

import builtins
import re
from base64 import b64encode
from collections.abc import Callable

from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_output

from .intake import is_answer, is_grade, key
from .judging.bench import JudgeLost
from .judging.own_work import BORROWED
from .original import Original, is_test, questions
from .replay import Replay

HIDDEN = "BEGIN HIDDEN TESTS"
LIBRARY = re.compile(r"^\s*(?:import|from)\s+course_lib\b", re.MULTILINE)
NUMBER = re.compile(r"np\.(?:float|int|uint)\d+\((.+)\)")

Hear = Callable[[dict], dict]       # a case to its judgement: see judging.court


def run(notebook: NotebookNode, original: Original, hear: Hear, replay: Replay | None = None,
        seconds_per_cell: float = 5, seconds_in_all: float = 60, handed_in: dict[str, bytes] | None = None) -> None:
    """Judge a rebuilt submission: outputs in every code cell, and in each failed test's metadata why.

    `handed_in` are the files that the student brings beside the notebook, by name.
    """
    refused = notebook.metadata.get("course", {}).get("refused")
    if refused:
        for _, cell in tests(notebook):
            fail(cell, "NotGraded", refused)
        return
    case = original.case(notebook) | {"seconds": {"a_cell": seconds_per_cell, "in_all": seconds_in_all},
                                      "probes": replay.probes if replay else {},
                                      "handed_in": {name: b64encode(content).decode() for name, content in (handed_in or {}).items()}}
    try:
        judgement = hear(case)
    except JudgeLost as lost:
        for _, cell in tests(notebook):
            fail(cell, "JudgeLost", str(lost))
        return
    found = {question: replay.match(question, behaviour) for question, behaviour in judgement["observed"]}
    borrows = any(LIBRARY.search(theirs) for theirs, ours, _ in case["steps"] if ours is None)
    stopped = {}            # by question: the answer that ended with an error
    for (question, cell), outputs, trouble in zip(questions(notebook), judgement["outputs"], judgement["troubles"], strict=True):
        cell.outputs = [from_dict(output) for output in outputs]
        if is_test(cell):
            settle(cell)
            explain(cell, trouble, found.get(question), borrows, stopped.get(question, cell))
        elif error(cell):
            stopped[question] = cell


def settle(cell: NotebookNode) -> None:
    """Make a test's outputs say what it earned: a warning costs nothing, and a score lies between 0 and the cell's points."""
    for place, output in enumerate(cell.outputs):
        if output.get("name") == "stderr":
            output.name = "stdout"      # nbgrader would take all points for it
        if output.output_type == "execute_result":
            shown = output.data.get("text/plain", "")
            score = number(shown)
            if score is None:
                says = f"A test that ends with a value gives that as its score; {shown} is no number from 0 on."
                cell.outputs[place] = new_output("error", ename="NoScore", evalue=says, traceback=[f"NoScore: {says}"])
            else:
                output.data["text/plain"] = repr(min(score, float(cell.metadata.nbgrader["points"])))


def number(shown: str) -> float | None:
    """A score as a cell shows it; None if it is no number from 0 on."""
    numpys = NUMBER.fullmatch(shown)
    try:
        score = float(numpys[1] if numpys else shown)
    except ValueError:
        return None
    return score if score >= 0 else None


def explain(cell: NotebookNode, trouble: list[str] | None, answer, borrows: bool, stopped: NotebookNode) -> None:
    """Leave in a failed test's metadata why it failed, and the misconception; a name is missing if the answer itself has `stopped`."""
    if failure := error(cell):
        missing = borrows and failure.ename in ("ImportError", "NameError")
        reason = stopped if failure.ename == "NameError" else cell
        cell.metadata["course"] = {"message": trouble[1] if trouble else BORROWED if missing else message(reason)}
        if answer:
            cell.metadata["course"]["misconception"] = {"code": answer.name, "says": answer.says}


def fail(cell: NotebookNode, name: str, reason: str) -> None:
    """Leave a cell with this error as its only output."""
    cell.outputs = [new_output("error", ename=name, evalue=reason, traceback=[f"{name}: {reason}"])]
    cell.metadata["course"] = {"message": reason}


def tests(notebook: NotebookNode):
    """Each test cell with the question it belongs to."""
    return ((question, cell) for question, cell in questions(notebook) if is_test(cell))


def by_hand(notebook: NotebookNode):
    """Each answer that a person grades, with itself as its question."""
    return ((key(cell), cell) for cell in notebook.cells if is_answer(cell) and is_grade(cell))


def is_hidden(cell: NotebookNode) -> bool:
    return HIDDEN in cell.source


def property_of(cell: NotebookNode) -> str:
    """What a test cell checks, in words: its first line, if that is a comment; an answer is checked by a person."""
    if is_answer(cell):
        return "graded by hand"
    first = cell.source.lstrip().split("\n", 1)[0]
    return first.lstrip("# ").rstrip() if first.startswith("#") and HIDDEN not in first else ""


def error(cell: NotebookNode) -> NotebookNode | None:
    return next((output for output in cell.outputs if output.output_type == "error"), None)


def message(cell: NotebookNode) -> str:
    """Why a test failed, for the instructor; `feedback` decides how much of it a student may read."""
    failure = error(cell)
    if failure.ename == "AssertionError":
        return failure.evalue
    if failure.ename == "NoScore":
        return "The value that this test gives is no score."
    if failure.ename == "NotImplementedError":
        return "This is not written yet."
    if failure.ename == "MemoryError":          # raised where the sandbox did not end the player first
        return "This cell used more memory than it may."
    if isinstance(getattr(builtins, failure.ename, None), type):
        return f"Your code stopped with an error: {failure.ename}."
    return "Your code stopped with an error of its own."
