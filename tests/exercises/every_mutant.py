"""Every mechanical mistake in a reference solution loses a point, or changes nothing (see `equivalent`).

    python -m tests.exercises.every_mutant [E2 …]

prints how many there are, and which ones lose nothing.
"""
from __future__ import annotations

import sys

from . import submissions
from .equivalent import EQUIVALENT
from .exercise_sets import SETS, ExerciseSet, each_question
from .mutation import Mutant, mutants

ENOUGH = 0.95
SECONDS = 2
EXPLAINED = {name: {change for changes in reasons.values() for change in changes} for name, reasons in EQUIVALENT.items()}


def survives(exercise: ExerciseSet, mutant: Mutant) -> bool:
    names = {}
    set_up = [cell.source for cell in exercise.cells if cell.grade_id == "setup"]
    tests = [cell.source for cell in exercise.tests if cell.question == mutant.question]
    return all(submissions.runs(source, names, SECONDS) for source in [*set_up, mutant.source, *tests])


def said(mutant: Mutant) -> str:
    return f"{mutant.question}: {mutant.change}"


@each_question
def test_what_survives_changes_nothing(exercise, question):
    survive = {said(mutant) for mutant in mutants(question, exercise.reference[question]) if survives(exercise, mutant)}
    known = {change for change in EXPLAINED.get(exercise.name, ()) if change.startswith(f"{question}: ")}
    assert survive - known == set(), "not killed"
    assert known - survive == set(), "explained, but killed"


def test_nearly_all_mutants_are_killed():
    """All but the explained ones are, as the test of each question says."""
    found = [(exercise.name, said(mutant)) for exercise in SETS for question, source in exercise.reference.items()
             for mutant in mutants(question, source)]
    explained = {(name, change) for name, changes in EXPLAINED.items() for change in changes}
    assert explained <= set(found), "explained, but there is no such mutant"
    assert sum(mutant in explained for mutant in found) <= (1 - ENOUGH) * len(found)


if __name__ == "__main__":
    for exercise in SETS:
        if exercise.name in sys.argv[1:] or not sys.argv[1:]:
            found = [mutant for question, source in exercise.reference.items() for mutant in mutants(question, source)]
            survivors = [mutant for mutant in found if survives(exercise, mutant)]
            print(f"{exercise.name}: {len(found)} mutants, {len(survivors)} survive")
            for mutant in survivors:
                print(f'    "{said(mutant)}",')
