"""Grade a set with other answers in the place of the reference's as the grader does: a judge, a player in the sandbox, replay."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import nbformat
from nbgrader.utils import determine_grade

from course_lib.grading import demo, grade, intake
from course_lib.grading.courtroom import Courtroom, Setting, data_files
from course_lib.grading.original import Original
from course_lib.grading.replay import Replay

from .exercise_sets import ROOT, ExerciseSet, release


@contextmanager
def court(exercise: ExerciseSet) -> Iterator[Callable]:
    """`graded(answers)`: the grade_ids of the test cells that fail, and by question the misconceptions that replay finds."""
    released = release(exercise.notebook)
    original, reference = Original(exercise.notebook, released), demo.answers_of(exercise.notebook)
    tests = {cell.grade_id: cell.source for cell in exercise.tests}
    with Courtroom(Setting(tuple(original.modules), data_files(ROOT / "exercises" / exercise.name))) as room:
        replay = Replay(exercise.catalogue, original, room.hear)

        def graded(answers: dict[str, str]) -> tuple[set[str], dict[str, str]]:
            notebook, _ = intake.rebuild(demo.fill_in(released, reference | answers), original.released)
            for _, cell in grade.tests(notebook):
                cell.source = tests[intake.key(cell)]
            grade.run(notebook, original, room.hear, replay, seconds_per_cell=10)       # on a busy machine
            return lost(notebook), found(notebook)
        yield graded


def lost(notebook: nbformat.NotebookNode) -> set[str]:
    return {intake.key(cell) for _, cell in grade.tests(notebook) if determine_grade(cell)[0] < cell.metadata.nbgrader.points}


def found(notebook: nbformat.NotebookNode) -> dict[str, str]:
    return {question: cell.metadata.course.misconception.code for question, cell in grade.tests(notebook)
            if "misconception" in cell.metadata.get("course", {})}
