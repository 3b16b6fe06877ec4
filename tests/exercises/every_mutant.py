"""Every mechanical mistake in a reference solution loses a point, or changes nothing (see `equivalent`).

    python -m tests.exercises.every_mutant [E2 …]

prints how many there are, and which ones lose nothing.
"""
from __future__ import annotations

import sys
from functools import cache

import pytest

from . import submissions
from .equivalent import EQUIVALENT
from .exercise_sets import SETS, ExerciseSet, each_set
from .mutation import Mutant, mutants

pytestmark = pytest.mark.xdist_group("mutants")      # so that they are tried once
ENOUGH = 0.95
SECONDS = 2


@cache
def survivors(exercise: ExerciseSet) -> tuple[int, list[Mutant]]:
    """How many mutants a set's reference solutions have, and those that no test cell fails."""
    found = [mutant for question, source in exercise.reference.items() for mutant in mutants(question, source)]
    return len(found), [mutant for mutant in found if survives(exercise, mutant)]


def survives(exercise: ExerciseSet, mutant: Mutant) -> bool:
    names = {}
    set_up = [cell.source for cell in exercise.cells if cell.grade_id == "setup"]
    tests = [cell.source for cell in exercise.tests if cell.question == mutant.question]
    return all(submissions.runs(source, names, SECONDS) for source in [*set_up, mutant.source, *tests])


@each_set
def test_what_survives_changes_nothing(exercise):
    _, found = survivors(exercise)
    survive = {f"{mutant.question}: {mutant.change}" for mutant in found}
    known = {change for changes in EQUIVALENT.get(exercise.name, {}).values() for change in changes}
    assert survive - known == set(), "not killed"
    assert known - survive == set(), "explained, but killed"


def test_nearly_all_mutants_are_killed():
    counts, found = zip(*map(survivors, SETS), strict=True)
    assert 1 - sum(map(len, found)) / sum(counts) >= ENOUGH


if __name__ == "__main__":
    for exercise in SETS:
        if exercise.name in sys.argv[1:] or not sys.argv[1:]:
            count, found = survivors(exercise)
            print(f"{exercise.name}: {count} mutants, {len(found)} survive")
            for mutant in found:
                print(f'    "{mutant.question}: {mutant.change}",')
