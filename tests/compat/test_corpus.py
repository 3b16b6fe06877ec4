"""What stock nbgrader gave is what the teacher would give: full points but where a submission says that it loses some."""
import json

import pytest

from . import corpus
from .differences import DIFFERENCES, ODDITIES, find
from .record import STOCK_GRADES, fingerprint

STOCK = json.loads(STOCK_GRADES.read_text())["assignments"]


def lost(assignment: str, student: str) -> set[str]:
    """The cells in which stock nbgrader took points, `NOTEBOOK/cell` where several notebooks have one of that name."""
    graded = STOCK[assignment]["grades"][student]
    names = [name for cells in graded.values() for name in cells]
    return {name if names.count(name) == 1 else f"{notebook}/{name}" for notebook, cells in graded.items()
            for name, (score, points, _) in cells.items() if score is not None and score < points}


def test_the_record_is_of_this_corpus():
    changed = [name for name in corpus.names() if STOCK.get(name, {}).get("written") != fingerprint(name)]
    assert not changed, f"record once more: python -m tests.compat.record {' '.join(changed)}"
    assert sorted(STOCK) == corpus.names()


@pytest.mark.parametrize("assignment", corpus.names())
def test_points_are_lost_where_they_should_be(assignment):
    odd = {(student, cell) for entries in ODDITIES.values() for name, students, cell in entries if name == assignment
           for student in students.split()}
    surprising = {(submission.student, cell) for submission in corpus.submissions(assignment) if submission.student != "stub"
                  for cell in lost(assignment, submission.student) ^ set(submission.loses)}
    assert surprising == odd


@pytest.mark.parametrize("assignment", corpus.names())
def test_stubs_earn_nothing_to_speak_of(assignment):
    """Tests that nothing can fail are few."""
    rows = [row for cells in STOCK[assignment]["grades"]["stub"].values() for row in cells.values() if row[0] is not None]
    assert sum(score for score, _, _ in rows) <= 0.2 * sum(points for _, points, _ in rows)


def test_every_difference_is_one():
    for entries in DIFFERENCES.values():
        for assignment, students, cell, score in entries:
            for student in students.split():
                row = find(STOCK[assignment]["grades"][student], cell)
                assert row != [score, row[1], False], f"{assignment}, {student}: stock nbgrader gives {score} for {cell}, too"
