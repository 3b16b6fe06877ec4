"""Gates in both codings, the income table as printed, four points of our own."""
import numpy as np
import pytest

from course_lib.datasets import EDUCATION_LEVELS, GATES, four_points, gate, income9, two_predictors
from course_lib.topics.threshold_logic import corners, gate_name

ANSWERS = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "XOR": [0, 1, 1, 0], "NAND": [1, 1, 1, 0], "NOR": [1, 0, 0, 0], "XNOR": [1, 0, 0, 1]}


@pytest.mark.parametrize("name", GATES)
def test_a_gate_says_the_same_in_both_codings(name):
    X, y = gate(name, false=0)
    assert X.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]] and y.tolist() == ANSWERS[name]
    signs, answers = gate(name)
    assert (signs == 2 * X - 1).all() and (answers == 2 * y - 1).all()
    assert (signs == corners(2)).all() and gate_name(answers) == name
    assert X.dtype.kind == y.dtype.kind == "i"


def test_a_gate_that_is_not_there():
    with pytest.raises(ValueError, match=r"no gate called 'IMPLIES'; choose one of AND, OR, XOR, NAND, NOR, XNOR"):
        gate("IMPLIES")
    with pytest.raises(ValueError, match="false should be -1 or 0; got 1"):
        gate("AND", false=1)


def test_the_income_table_row_by_row():
    """Deck item D3-04, as printed."""
    printed = """35 MS M Art 70 1 | 40 BS M Engineer 65 1 | 25 BS S Art 40 0 | 50 PhD D Engineer 100 1 | 30 MS S Science 80 1
                 | 28 BS S Art 50 0 | 45 PhD M Science 90 1 | 60 BS M Management 120 1 | 20 HS S Engineer 30 0"""
    table = income9()
    assert table._fields == ("age", "education", "marital_status", "major", "income", "high")
    assert [[str(entry) for entry in row] for row in zip(*table, strict=True)] == [row.split() for row in printed.split("|")]


def test_income_facts():
    table = income9()
    assert all(column.shape == (9,) for column in table)
    assert table.age.dtype.kind == table.income.dtype.kind == table.high.dtype.kind == "i"
    assert set(table.education) == set(EDUCATION_LEVELS) and table.high.sum() == 6
    assert ((table.age >= 30) == table.high).all() and ((table.age > 28) == table.high).all()        # erratum 24
    assert ((table.income > 50) == table.high).all()


def test_education_levels_are_in_order():
    assert EDUCATION_LEVELS == ("HS", "BS", "MS", "PhD")


def test_tables_are_fresh_each_time():
    for make in (income9, four_points, two_predictors, lambda: gate("XOR")):
        make()[0][:] = 0
        assert make()[0].any()


def test_four_points_are_separable_without_a_bias():
    X, y = four_points()
    assert X.shape == (4, 2) and y.tolist() == [1, 1, 1, 0]
    assert ((X @ np.ones(2) > 0) == y).all()


def test_two_predictors_have_the_scores_printed_on_the_slide():
    """Deck item D3-21: error rate .33 and .33, squared error .25 and .71, cross-entropy .38 and 1.06."""
    table = two_predictors()
    assert table.truth.tolist() == [[1, 0], [0, 1], [1, 0]]
    for P, printed in ((table.nn1, (0.33, 0.25, 0.38)), (table.nn2, (0.33, 0.71, 1.06))):
        assert P.shape == (3, 2) and P.sum(axis=1) == pytest.approx(np.ones(3))
        wrong = (P.argmax(axis=1) != table.truth.argmax(axis=1)).mean()
        squares, logs = ((P - table.truth) ** 2).sum(axis=1).mean(), -np.log((P * table.truth).sum(axis=1)).mean()
        assert (round(wrong, 2), round(squares, 2), round(logs, 2)) == printed
