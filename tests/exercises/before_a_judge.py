"""Every catalogued answer of every set, and a class of 200, before a judge: what they lose is what the proof says, and what replay finds
is the answer itself.
"""
import random
from itertools import zip_longest

from .exercise_sets import SETS, ExerciseSet, code_cells, each_set, release
from .in_court import court
from .submissions import lost_by

SIZES = {"E8": 11}              # whose networks train for seconds
RIGHT = 1 / 4                   # of a class; one has left everything as it was


def every_answer(exercise: ExerciseSet) -> list[dict]:
    """All answers of the catalogue, as many at a time as there are questions, for no question needs another one."""
    columns = [exercise.wrong(question) + exercise.right(question) for question in exercise.reference]
    return [{answer.question: answer for answer in row if answer} for row in zip_longest(*columns)]


def a_class(exercise: ExerciseSet) -> list[dict]:
    """What each of a class leaves in its answer cells, by question: right variants and misconceptions."""
    rng = random.Random(exercise.name)
    size = SIZES.get(exercise.name, 27) - 1
    in_own_words = [{question: rng.choice(exercise.right(question)) for question in exercise.reference} for _ in range(round(RIGHT * size))]
    mistakes = rng.sample(exercise.catalogue.wrong, size - len(in_own_words))
    return in_own_words + [rng.choice(in_own_words) | {answer.question: answer for answer in (mistake, rng.choice(mistakes))}
                           for mistake in mistakes]


def test_it_is_a_class_of_200():
    assert sum(1 + len(a_class(exercise)) for exercise in SETS) == 200


@each_set
def test_answers_get_the_grades_that_are_predicted(exercise):
    stub = {cell.grade_id: cell.source for cell in code_cells(release(exercise.notebook)) if cell.is_answer}
    with court(exercise) as graded:
        assert graded(stub) == ({cell.grade_id for cell in exercise.tests}, {})
        for answers in every_answer(exercise) + a_class(exercise):
            predicted = set().union(*(lost_by(exercise, answer) for answer in answers.values()))
            codes = {answer.question: answer.name for answer in answers.values() if answer.is_wrong}
            assert graded({question: answer.source for question, answer in answers.items()}) == (predicted, codes)
