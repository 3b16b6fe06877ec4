"""Graded classes made by hand."""
from __future__ import annotations

from dataclasses import replace

import numpy as np

from course_lib.grading.results import ClassResults, Misconception, Submission, TestCell

STRICT = Misconception("E1-STRICT", "At v = 0 the unit fires: use >= 0, not > 0.")
MEAN = Misconception("E1-MEAN", "Your bias gradient is averaged over the batch; the loss already is.")

CELLS = (   # one answer cell after another, 10 points in all
    TestCell("unit-visible", "threshold_unit", "the example of the lecture", False, 1, 1),
    TestCell("unit-zero", "threshold_unit", "it fires at zero", True, 2, 2),
    TestCell("train-rows", "perceptron_train", "rows are independent", True, 3, 3),
    TestCell("train-bound", "perceptron_train", "mistakes stay within (R/γ)²", True, 4, 4),
)


def lost(cell: TestCell, score: float | None = 0, message: str = "Look again.", misconception: Misconception | None = None) -> TestCell:
    return replace(cell, score=score, message=message, misconception=misconception)


def submission(student: str, cells: tuple[TestCell, ...] = CELLS, notebook: str = "perceptron", **changes) -> Submission:
    score = sum(cell.score or 0 for cell in cells)
    return replace(Submission(student, notebook, score, sum(cell.points for cell in cells), cells), **changes)


def refused(student: str, reason: str = "not JSON: the file is empty", notebook: str = "perceptron") -> Submission:
    return Submission(student, notebook, 0, 10, (), refused=reason)


def a_class(*submissions: Submission) -> ClassResults:
    return ClassResults("E1", submissions)


def crowd(size: int, rng: int = 0) -> ClassResults:
    """A mixed class: lost points, misconceptions, cells that wait, refusals and notes."""
    rng = np.random.default_rng(rng)
    found = []
    for number in range(size):
        student = f"student{number:03d}"
        cells = tuple(lost(cell, misconception=rng.choice([STRICT, MEAN, None])) if rng.random() < 0.35 else cell for cell in CELLS)
        if number % 7 == 3:
            cells = (*cells[:3], lost(cells[3], None, ""))
        notes = ("the test cell unit-zero was put back",) if number % 5 == 1 else ()
        found.append(refused(student) if number % 11 == 5 else submission(student, cells, notes=notes))
    return a_class(*found)
