"""Every catalogued answer of every set before a judge: what it loses is what the proof says, and what replay finds is the answer itself."""
from itertools import zip_longest

from .exercise_sets import ExerciseSet, each_set
from .in_court import court
from .submissions import lost_by


def submissions(exercise: ExerciseSet) -> list[dict]:
    """All answers of the catalogue, as many at a time as there are questions, for no question needs another one."""
    columns = [exercise.wrong(question) + exercise.right(question) for question in exercise.reference]
    return [{answer.question: answer for answer in row if answer} for row in zip_longest(*columns)]


@each_set
def test_every_answer_loses_in_court_what_the_proof_says(exercise):
    with court(exercise) as graded:
        for answers in submissions(exercise):
            predicted = set().union(*(lost_by(exercise, answer) for answer in answers.values()))
            codes = {answer.question: answer.name for answer in answers.values() if answer.is_wrong}
            assert graded({question: answer.source for question, answer in answers.items()}) == (predicted, codes)
