"""The form of an exercise notebook: points, cells, messages, and what is left of it when it is released."""
import ast

import pytest
from nbgrader.preprocessors import ClearSolutions

from .exercise_sets import BEGIN_HIDDEN, STUB, each_hidden, each_question, each_set, each_test, release


def function_of(exercise, question) -> ast.FunctionDef:
    answer, = ast.parse(exercise.reference[question]).body
    return answer


@each_set
def test_twenty_points_most_of_them_hidden(exercise):
    assert sum(cell.points for cell in exercise.tests) + sum(cell.metadata.nbgrader.points for cell in exercise.by_hand) == 20
    assert 0.60 <= sum(cell.points for cell in exercise.hidden) / 20 <= 0.75
    assert {cell.points for cell in exercise.hidden} <= {1, 2}


@each_question
def test_an_answer_cell_is_one_function_that_says_what_to_do_next(exercise, question):
    function = function_of(exercise, question)
    assert function.name == question
    assert ast.get_docstring(function)
    last = ast.unparse(function.body[-1])
    assert last.startswith("raise NotImplementedError('next step: ")


@each_question
def test_a_question_gives_three_hints_then_answer_visible_check_hidden_checks(exercise, question):
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id", "") for cell in exercise.notebook.cells]
    place = ids.index(question)
    checks = [cell for cell in exercise.tests if cell.question == question]
    assert ids[place:place + 1 + len(checks)] == [question] + [cell.grade_id for cell in checks]
    assert [cell.is_hidden for cell in checks] == [False] + [True] * (len(checks) - 1)
    assert checks[0].grade_id == question + "-visible"
    assert exercise.notebook.cells[place - 1].source.count("<details><summary>Hint ") == 3


@each_test
def test_a_test_cell_names_its_property(exercise, cell):
    assert cell.source.startswith("# ")


@each_hidden
def test_a_hidden_cell_hides_all_but_its_property(exercise, cell):
    lines = cell.source.splitlines()
    assert (lines[1], lines[-1]) == (BEGIN_HIDDEN, "### END HIDDEN TESTS")


@each_test
def test_a_check_speaks_in_literal_sentences_and_never_prints(exercise, cell):
    nodes = list(ast.walk(ast.parse(cell.source)))
    asserts = [node for node in nodes if isinstance(node, ast.Assert)]
    assert asserts
    assert all(isinstance(node.msg, ast.Constant) and node.msg.value.endswith((".", "?", ".)")) for node in asserts)
    assert "print" not in {node.id for node in nodes if isinstance(node, ast.Name)}


@each_test
def test_a_check_leaves_the_answers_alone(exercise, cell):
    bound = {node.id for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    assert not bound & {*exercise.reference, "np"}


@each_set
def test_cells_carry_nbgraders_metadata(exercise):
    for cell in exercise.notebook.cells:
        graded = cell.metadata.get("nbgrader")
        assert cell.cell_type == "markdown" or graded
        if graded:
            assert graded["schema_version"] == 3
            assert graded["locked"] is not graded["solution"]
            assert graded["grade"] is ("points" in graded)
            assert cell.id == graded["grade_id"]


@each_set
def test_a_text_graded_by_hand_is_an_answer_with_points_and_leaves_no_scheme_behind(exercise):
    released = {cell.id: cell.source for cell in release(exercise.notebook).cells}
    for cell in exercise.by_hand:
        assert cell.metadata.nbgrader.grade and cell.metadata.nbgrader.solution and cell.metadata.nbgrader.points in {1, 2}
        assert "**Marking.**" in cell.source
        assert released[cell.id] == ClearSolutions().text_stub


@each_set
def test_nothing_hidden_is_released(exercise):
    released = {cell.id: cell.source.splitlines() for cell in release(exercise.notebook).cells}
    for cell in exercise.hidden:
        assert released[cell.grade_id] == cell.source.splitlines()[:1]
    for question, source in exercise.reference.items():
        lines = source.splitlines()
        begin, end = (lines.index(f"    ### {mark} SOLUTION") for mark in ("BEGIN", "END"))
        assert released[question] == [*lines[:begin], f"    {STUB}", *lines[end + 1:]]


@each_set
def test_students_read_code_without_scrolling(exercise):
    lines = [line for cell in release(exercise.notebook).cells if cell.cell_type == "code" for line in cell.source.splitlines()]
    assert not [line for line in lines if len(line) > 104]


@each_question
def test_a_released_answer_cell_raises_its_next_step(exercise, question):
    names = {}
    exec("import numpy as np", names)
    exec(next(cell.source for cell in release(exercise.notebook).cells if cell.id == question), names)
    parameters = len(function_of(exercise, question).args.args)
    with pytest.raises(NotImplementedError, match="next step: "):
        names[question](*[None] * parameters)
