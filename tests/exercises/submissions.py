"""Run a set with other answers in the place of the reference's, in this process: one namespace for a submission, an alarm for each cell."""
from __future__ import annotations

import signal
import warnings
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

from course_lib.grading.behaviour import Behaviour, observe
from course_lib.grading.misconceptions import Answer

from .exercise_sets import ExerciseSet

SECONDS_PER_CELL = 5


def lost_cells(exercise: ExerciseSet, answers: dict[str, str]) -> set[str]:
    """The grade_ids of the test cells that fail when these answers stand in the place of the reference's."""
    names, lost = {}, set()
    for cell in exercise.cells:
        if not runs(answers.get(cell.grade_id, cell.source), names) and cell.is_test:
            lost.add(cell.grade_id)
    return lost


@cache
def lost_by(exercise: ExerciseSet, answer: Answer) -> frozenset[str]:
    """The test cells that a catalogued answer fails: some of its own question's, for no other ones need it."""
    alone = replace(exercise, cells=tuple(cell for cell in exercise.cells if cell.question in ("setup", answer.question)))
    return frozenset(lost_cells(alone, {answer.question: answer.source}))


def runs(source: str, names: dict, seconds: float = SECONDS_PER_CELL) -> bool:
    try:
        with alarm(seconds), warnings.catch_warnings(action="ignore"):      # values are graded, warnings never
            exec(source, names)
    except (Exception, OutOfTime):
        return False
    return True


class OutOfTime(BaseException):
    """No Exception, so that an answer cannot catch it by accident."""


@contextmanager
def alarm(seconds: float):
    """Of computing time, so that a busy machine changes nothing."""
    def ring(number, frame):
        raise OutOfTime
    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def behaviour(exercise: ExerciseSet, question: str, source: str) -> Behaviour:
    """What an answer does on its question's probes, as the grader's replay sees it."""
    names = {}
    exec(next(cell.source for cell in exercise.cells if cell.grade_id == "setup"), names)
    exec(source, names)
    with alarm(SECONDS_PER_CELL):
        return observe(names[question], exercise.catalogue.probes[question])
