"""The proof as a page: every misconception, the test cells that it fails, and the one whose property it breaks.

    python -m tests.exercises.matrix        writes reports/proof.html
"""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from course_lib.grading.misconceptions import Answer

from .exercise_sets import ROOT, SETS, Cell, ExerciseSet
from .submissions import lost_by

PAGE = ROOT / "reports" / "proof.html"


@dataclass(frozen=True)
class Row:
    """A misconception, and of each test cell of its question "breaks" (the property that it breaks), "fails" or ""."""
    answer: Answer
    marks: list[str]


@dataclass(frozen=True)
class Question:
    name: str
    cells: list[Cell]
    rows: list[Row]
    right: list[str]        # styles of right answers

    def only(self, place: int) -> int:
        """How many misconceptions fail this cell alone."""
        return sum(bool(row.marks[place]) and sum(map(bool, row.marks)) == 1 for row in self.rows)


def questions(exercise: ExerciseSet) -> list[Question]:
    return [question(exercise, name) for name in exercise.reference]


def question(exercise: ExerciseSet, name: str) -> Question:
    cells = [cell for cell in exercise.tests if cell.question == name]
    rows = [Row(answer, [mark(answer, cell, lost_by(exercise, answer)) for cell in cells]) for answer in exercise.wrong(name)]
    return Question(name, cells, rows, [answer.name for answer in exercise.right(name)])


def mark(answer: Answer, cell: Cell, lost: frozenset[str]) -> str:
    if cell.grade_id not in lost:
        return ""
    return "breaks" if cell.grade_id == answer.breaks else "fails"


def render(sets: list[ExerciseSet]) -> str:
    environment = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined,
                              trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("matrix.html.j2").render(sets=[(exercise, questions(exercise)) for exercise in sets])


def write() -> str:
    """Write the page of all sets, and return it."""
    page = render(SETS)
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page, encoding="utf-8")
    return page


if __name__ == "__main__":
    write()
    print(PAGE.relative_to(ROOT))
