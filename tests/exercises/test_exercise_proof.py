"""The proof on every exercise set: each wrong answer loses points, each right one gets all, the stub gets none."""
from collections import Counter
from itertools import combinations

import pytest

from course_lib.grading.plain import alike

from .exercise_sets import SETS, code_cells, each_hidden, each_question, each_right, each_set, each_wrong, release
from .matrix import questions, write
from .submissions import behaviour, lost_by, lost_cells

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")     # warnings cost students nothing


@each_set
def test_the_reference_gets_every_point_each_time(exercise):
    assert lost_cells(exercise, {}) == set()
    assert lost_cells(exercise, {}) == set()


@each_set
def test_the_stub_gets_no_point(exercise):
    stubs = {cell.grade_id: cell.source for cell in code_cells(release(exercise.notebook)) if cell.is_answer}
    assert stubs.keys() == exercise.reference.keys()
    assert lost_cells(exercise, stubs) == {cell.grade_id for cell in exercise.tests}


@each_wrong
def test_a_wrong_answer_loses_the_cell_it_breaks(exercise, answer):
    assert answer.breaks in lost_by(exercise, answer)


@each_right
def test_a_right_answer_gets_every_point(exercise, answer):
    assert lost_by(exercise, answer) == set()


@each_hidden
def test_a_hidden_cell_catches_what_no_other_cell_does(exercise, cell):
    catches = [lost_by(exercise, answer) for answer in exercise.wrong(cell.question) if cell.grade_id in lost_by(exercise, answer)]
    assert catches, "no wrong answer fails this cell"
    assert {cell.grade_id} in catches or "contract" in cell.tags, "other cells catch all that this one catches"


@each_question
def test_a_question_is_tested_without_the_other_answers(exercise, question):
    removed = {other: "" for other in exercise.reference if other != question}
    lost = lost_cells(exercise, removed)
    assert not [cell.grade_id for cell in exercise.tests if cell.question == question and cell.grade_id in lost]


@each_question
def test_a_question_has_wrong_answers_and_three_right_ones(exercise, question):
    assert exercise.wrong(question)
    assert len({answer.source for answer in exercise.right(question)}) >= 3


@each_set
def test_the_catalogue_fits_the_set(exercise):
    codes = Counter(answer.name for answer in exercise.catalogue.wrong)
    assert len(codes) >= 18
    assert set(codes.values()) == {1}
    assert all(code.startswith(f"{exercise.name}-") for code in codes)
    assert {answer.question for answer in exercise.catalogue.answers} == exercise.catalogue.probes.keys() == exercise.reference.keys()
    assert all(answer.says.endswith(".") for answer in exercise.catalogue.wrong)


@each_question
def test_probes_tell_every_wrong_answer_from_every_other_answer(exercise, question):
    wrong = {answer.name: behaviour(exercise, question, answer.source) for answer in exercise.wrong(question)}
    right = {answer.name: behaviour(exercise, question, answer.source) for answer in exercise.right(question)}
    right["reference"] = behaviour(exercise, question, exercise.reference[question])
    assert not [(style, code) for style, one in right.items() for code, other in wrong.items() if alike(one, other)]
    assert not [pair for pair in combinations(wrong, 2) if alike(wrong[pair[0]], wrong[pair[1]])]


@each_set
def test_the_page_shows_what_every_wrong_answer_breaks(exercise):
    rows = [row for question in questions(exercise) for row in question.rows]
    assert {row.answer.name for row in rows} == {answer.name for answer in exercise.catalogue.wrong}
    assert all(row.marks.count("breaks") == 1 for row in rows)


def test_the_page_says_what_students_read():
    page = write()
    assert page.count('<th scope="row"><code>') == sum(len(exercise.catalogue.wrong) for exercise in SETS)
    assert "E1-UNIT-STRICT" in page and "Your unit stays silent when z is exactly 0." in page
