"""The class on the terminal."""
from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from course_lib.grading.summary import table

from .factories import CELLS, MEAN, STRICT, a_class, crowd, lost, refused, submission


def shown(results, width: int = 80, **options) -> str:
    console = Console(file=StringIO(), width=width, **options)
    console.print(table(results))
    return console.file.getvalue()


def line(results, student: str, width: int = 100) -> str:
    return next(text for text in shown(results, width).splitlines() if student in text)


@pytest.mark.parametrize("width", [60, 80, 100, 140])
@pytest.mark.parametrize("size", [0, 1, 30])
def test_no_line_is_wider_than_the_terminal(size, width):
    assert max(map(len, shown(crowd(size), width).splitlines())) <= width


def test_every_student_has_a_line_in_order():
    found = [text.split()[0] for text in shown(crowd(300)).splitlines() if text.strip().startswith("student")]
    assert found == [f"student{number:03d}" for number in range(300)]


def test_a_line_says_score_and_misconceptions_once_each():
    cells = (CELLS[0], lost(CELLS[1], misconception=STRICT), lost(CELLS[2], 2.5, misconception=MEAN), CELLS[3])
    text = line(a_class(submission("ann", cells), submission("ann", cells, notebook="two")), "ann")
    assert text.split()[:2] == ["ann", "15"]
    assert text.count("E1-STRICT") == text.count("E1-MEAN") == 1
    assert text.count("━") == 7 and text.count("┄") == 3


@pytest.mark.parametrize(("score", "filled"), [(0, 0), (0.9, 0), (1, 1), (9.9, 9), (10, 10), (12, 10), (-1, 0)])
def test_the_bar_is_full_only_for_full_marks(score, filled):
    text = line(a_class(submission("ann", score=score)), "ann")
    assert (text.count("━"), text.count("┄")) == (filled, 10 - filled)


def test_a_low_score_is_marked_in_words():
    assert "below half" in line(a_class(submission("ann", score=4.5)), "ann")
    assert "below half" not in line(a_class(submission("ann", score=5)), "ann")


def test_points_that_wait_do_not_make_a_score_low():
    waits = (*CELLS[:3], lost(CELLS[3], None, ""))
    assert "below half" not in line(a_class(submission("ann", waits, score=3)), "ann")
    assert "1 cell to grade by hand" in line(a_class(submission("ann", waits)), "ann")


def test_a_refused_notebook_has_its_reason_and_no_score():
    text = line(a_class(refused("ann", "the file is empty")), "ann")
    assert "perceptron not graded: the file is empty" in text
    assert text.split()[1] == "–" and "━" not in text and "┄" not in text


def test_the_footer_counts_the_class():
    results = a_class(submission("ann", score=3), submission("bo", score=8), refused("cy"))
    assert shown(results).splitlines()[-1].strip() == "3 students, median 5.5 of 10, 1 notebook not graded"


def test_an_empty_class_and_one_of_refusals_have_a_footer():
    assert "Nobody has handed in yet." in shown(a_class())
    assert "1 student, no scores, 1 notebook not graded" in shown(a_class(refused("ann")))


def test_notes_are_counted():
    assert "2 notes" in line(a_class(submission("ann", notes=("one", "two"))), "ann")


def test_nothing_a_student_wrote_commands_the_terminal():
    results = a_class(submission("[red]ann[/nope]\x1b[2J"), refused("bo\r\x07\n", "\x1b]0;title\x07 [link=x]why"))
    text = shown(results, 140)
    assert "[red]ann[/nope]" in text and "[link=x]why" in text
    assert not set("\x1b\x07\r") & set(text)


def test_without_colour_the_words_are_the_same():
    coloured = shown(crowd(30), force_terminal=True, color_system="truecolor")
    assert "\x1b[" in coloured
    for word in ("below half", "not graded", "to grade by hand"):
        assert word in coloured and word in shown(crowd(30), no_color=True)
