"""Before a class is graded: the reference solution must get full marks, and what was released none. A broken set-up stops here."""
from __future__ import annotations

import copy
import re
from collections.abc import Callable
from weakref import WeakKeyDictionary

from nbformat import NotebookNode
from nbgrader.utils import determine_grade, is_solution

from course_lib.problem import Problem

from .intake import key
from .original import Original, is_test

OFF = "If that is meant to be so, set c.RunSubmission.canary = False in nbgrader_config.py."
_SUNG: WeakKeyDictionary[Original, set[str]] = WeakKeyDictionary()


class CanaryDied(Problem):
    """The tests of an assignment do not give the reference solution full marks, or give points to an empty one."""


def sing(original: Original, tests: dict[str, str], judge: Callable[[NotebookNode], None]) -> None:
    """Judge the reference and the released notebook with these tests, by grade_id, once; raises CanaryDied."""
    if str(tests) in _SUNG.setdefault(original, set()):
        return
    lost = [f"{name} ({why})" for name, score, points, why in graded(reference(original), tests, judge) if score < points]
    won = [name for name, score, _, _ in graded(original.released, tests, judge) if score > 0]
    if lost:
        raise CanaryDied(f"Nobody was graded: the reference solution itself loses points in {', '.join(lost)}. {OFF}")
    if won:
        raise CanaryDied(f"Nobody was graded: the released notebook, with nothing filled in, gets points in {', '.join(won)}. {OFF}")
    _SUNG[original].add(str(tests))


def reference(original: Original) -> NotebookNode:
    """The released notebook with the reference solution filled in."""
    answers = {key(cell): re.sub(r" *### (BEGIN|END) SOLUTION\n?", "", cell.source) for cell in original.source.cells if is_solution(cell)}
    notebook = copy.deepcopy(original.released)
    for cell in notebook.cells:
        cell.source = answers.get(key(cell), cell.source)
    return notebook


def graded(notebook: NotebookNode, tests: dict[str, str], judge: Callable[[NotebookNode], None]):
    """Each test with its score, its points, and why it failed."""
    notebook = copy.deepcopy(notebook)
    for cell in filter(is_test, notebook.cells):
        cell.source = tests[key(cell)]
    judge(notebook)
    for cell in filter(is_test, notebook.cells):
        score, points = determine_grade(cell)
        yield key(cell), score, points, cell.metadata.get("course", {}).get("message", "")
