"""A class of 200, 25 for each of eight sets: right variants, misconceptions and stubs, each with the grade that the proof predicts."""
import random

from .exercise_sets import ExerciseSet, code_cells, each_set, release
from .in_court import court
from .submissions import lost_by

RIGHT, MISTAKEN = 7, 17         # and one stub


def members(exercise: ExerciseSet) -> list[dict[str, object]]:
    """What each of a class leaves in its answer cells, by question: catalogued answers."""
    rng = random.Random(exercise.name)
    in_own_words = [{question: rng.choice(exercise.right(question)) for question in exercise.reference} for _ in range(RIGHT)]
    mistakes = rng.sample(exercise.catalogue.wrong, MISTAKEN)
    return in_own_words + [rng.choice(in_own_words) | {answer.question: answer for answer in (mistake, rng.choice(mistakes))}
                           for mistake in mistakes]


@each_set
def test_a_class_gets_the_grades_that_are_predicted(exercise):
    stub = {cell.grade_id: cell.source for cell in code_cells(release(exercise.notebook)) if cell.is_answer}
    with court(exercise) as graded:
        assert graded(stub) == ({cell.grade_id for cell in exercise.tests}, {})
        for answers in members(exercise):
            predicted = set().union(*(lost_by(exercise, answer) for answer in answers.values()))
            codes = {answer.question: answer.name for answer in answers.values() if answer.is_wrong}
            assert graded({question: answer.source for question, answer in answers.items()}) == (predicted, codes)
