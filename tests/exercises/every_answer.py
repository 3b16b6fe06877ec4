"""Every catalogued answer of every set before a judge: what it loses is what the proof says, and what replay finds is the answer itself."""
from .exercise_sets import each_set
from .in_court import court
from .submissions import lost_by


@each_set
def test_every_answer_loses_in_court_what_the_proof_says(exercise):
    with court(exercise) as graded:
        for answer in exercise.catalogue.answers:
            code = {answer.question: answer.name} if answer.is_wrong else {}
            assert graded({answer.question: answer.source}) == (lost_by(exercise, answer), code), answer.name
