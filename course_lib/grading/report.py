"""The report on a graded class: one self-contained HTML page for the teacher who meets that class tomorrow.

Ids, messages and reasons come from submissions, so nothing reaches the page but through `printable` and Jinja's escaping.
"""
from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from jinja2 import Environment, PackageLoader, StrictUndefined

from . import counting
from .counting import Question, Student, Test
from .results import ClassResults, Submission


@dataclass(frozen=True)
class Bin:
    low: float
    high: float
    count: int


@dataclass(frozen=True)
class Mark:
    """What a student won in one question: "1.5", "waits" for a human, or "–" where there is nothing graded."""
    text: str
    full: bool


def render(results: ClassResults) -> str:
    """The page as text: it makes no request, runs no script and is the same for the same results."""
    students = counting.students(results)
    graded = [student for student in students if student.graded]
    full = counting.full_marks(results)
    several = len({submission.notebook for submission in results.submissions}) > 1
    questions = counting.questions(results)
    return environment().get_template("report.html.j2").render(
        assignment=results.assignment, students=students, graded=graded, full=full, several=several, questions=questions,
        scores=[student.score for student in graded], most_missed=most_missed(questions),
        misconceptions=counting.misconceptions(results), refusals=sum(bool(s.refused) for s in results.submissions),
        unsafe=sum(s.unsafe for s in results.submissions),
        waiting=sum(len(student.waiting) for student in students),
        refused=counting.by_frequency((s.refused, label(s, several)) for s in results.submissions if s.refused),
        noted=counting.by_frequency((note, label(s, several)) for s in results.submissions for note in s.notes),
    )


def environment() -> Environment:
    found = Environment(loader=PackageLoader("course_lib.grading"), autoescape=True, undefined=StrictUndefined,
                        trim_blocks=True, lstrip_blocks=True,
                        finalize=lambda value: counting.printable(value) if type(value) is str else value)
    found.filters.update(number=counting.number)
    found.globals.update(histogram=histogram, nice_step=nice_step, quartiles=counting.quartiles, percent=percent, mark=mark)
    return found


def label(submission: Submission, several: bool) -> str:
    """The student, and which notebook where there are several."""
    return f"{submission.student} ({submission.notebook})" if several else submission.student


def most_missed(questions: list[Question]) -> tuple[Question, Test] | None:
    """The test that the smallest share of the class passes, if any was missed."""
    missed = [(question, test) for question in questions for test in question.tests if test.passed < len(test.judged)]
    return min(missed, key=lambda pair: pair[1].passed / len(pair[1].judged), default=None)


def mark(student: Student, question: Question) -> Mark:
    cells = [cell for submission in student.submissions if submission.notebook == question.notebook and not submission.refused
             for cell in submission.cells if cell.question == question.name]
    judged = [cell.score for cell in cells if cell.score is not None]
    if not cells:
        return Mark("–", False)
    if not judged:
        return Mark("waits", False)
    waits = " + waits" if len(judged) < len(cells) else ""
    return Mark(counting.number(sum(judged)) + waits, sum(judged) >= question.points)


def percent(part: float, whole: float) -> str:
    """A share in whole percent; only all is 100 % and only nothing is 0 %.

    >>> [percent(part, 300).split() for part in (0, 1, 299, 300)]
    [['0', '%'], ['1', '%'], ['99', '%'], ['100', '%']]
    """
    rounded = round(100 * part / whole)
    return f"{min(max(rounded, 1), 99) if 0 < part < whole else rounded}\N{NO-BREAK SPACE}%"


def histogram(scores: list[float], full: float) -> list[Bin]:
    """At most twelve bins from 0 to full marks (or a better score, if there is one), each without its upper end but the last.

    >>> [bin.count for bin in histogram([0, 1.9, 2, 5], 5)]
    [1, 0, 0, 1, 1, 0, 0, 0, 0, 1]
    """
    top = max(full, *scores)
    step = nice_step(top, 12)
    edges = [step * k for k in range(math.ceil(top / step - 1e-9))] + [top]
    counts = [0] * (len(edges) - 1)
    for score in scores:
        counts[min(max(math.floor(score / step + 1e-9), 0), len(counts) - 1)] += 1
    return [Bin(low, high, count) for (low, high), count in zip(pairwise(edges), counts, strict=True)]


def nice_step(top: float, parts: int) -> float:
    """The smallest of 1, 2, 5 times a power of ten that cuts `top` into at most `parts` parts.

    >>> nice_step(20, 12), nice_step(300, 5)
    (2.0, 100.0)
    """
    decade = 10.0 ** math.floor(math.log10(top / parts))
    return next(factor * decade for factor in (1, 2, 5, 10) if top <= parts * factor * decade * (1 + 1e-9))
