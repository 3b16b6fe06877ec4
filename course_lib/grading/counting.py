"""What can be said of a graded class: who handed in, what passed, what was misunderstood. It counts; it decides nothing."""
from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from statistics import quantiles

from .results import ClassResults, Misconception, Submission, TestCell


@dataclass(frozen=True)
class Student:
    """One student with every notebook handed in."""
    name: str
    submissions: tuple[Submission, ...]

    @property
    def score(self) -> float:
        return sum(submission.score for submission in self.submissions)

    @property
    def graded(self) -> bool:
        """Whether any notebook could be graded."""
        return any(not submission.refused for submission in self.submissions)

    @property
    def waiting(self) -> list[TestCell]:
        """The cells that wait for a human."""
        return [cell for submission in self.submissions for cell in submission.cells if cell.score is None]


@dataclass(frozen=True)
class Test:
    """One test cell over the class."""
    __test__ = False        # the name is the field's; pytest would collect it

    answers: tuple[tuple[str, TestCell], ...]       # (student, cell), never empty

    @property
    def cell(self) -> TestCell:
        return self.answers[0][1]

    @property
    def judged(self) -> list[tuple[str, TestCell]]:
        return [(student, cell) for student, cell in self.answers if cell.score is not None]

    @property
    def missed(self) -> list[tuple[str, tuple[str, ...]]]:
        """Each message with the students who read it, most frequent first."""
        return by_frequency((cell.message, student) for student, cell in self.judged if not passes(cell))

    @property
    def passed(self) -> int:
        return sum(passes(cell) for _, cell in self.judged)


@dataclass(frozen=True)
class Question:
    """One answer cell with its tests over the class."""
    notebook: str
    name: str
    tests: tuple[Test, ...]

    @property
    def points(self) -> float:
        return sum(test.cell.points for test in self.tests)

    @property
    def won(self) -> float:
        return sum(cell.score for test in self.tests for _, cell in test.judged)

    @property
    def possible(self) -> float:
        """Points that the class could have won in the cells already judged."""
        return sum(cell.points for test in self.tests for _, cell in test.judged)


def passes(cell: TestCell) -> bool:
    """Whether a judged cell has all its points; a check without points passed when it said nothing."""
    return cell.score >= cell.points if cell.points else not cell.message


def students(results: ClassResults) -> list[Student]:
    """The class in the order of the results, each student once."""
    found: dict[str, list[Submission]] = {}
    for submission in results.submissions:
        found.setdefault(submission.student, []).append(submission)
    return [Student(name, tuple(submissions)) for name, submissions in found.items()]


def full_marks(results: ClassResults) -> float:
    """What a student can reach in all notebooks of the assignment."""
    best: dict[str, float] = {}
    for submission in results.submissions:
        best[submission.notebook] = max(best.get(submission.notebook, 0), submission.max_score)
    return sum(best.values())


def questions(results: ClassResults) -> list[Question]:
    """The questions, by notebook and in its order, over all submissions that could be graded."""
    found: dict[tuple[str, str], dict[str, list[tuple[str, TestCell]]]] = {}
    for submission in sorted(results.submissions, key=lambda submission: submission.notebook):
        for cell in () if submission.refused else submission.cells:
            tests = found.setdefault((submission.notebook, cell.question), {})
            tests.setdefault(cell.grade_id, []).append((submission.student, cell))
    return [Question(*key, tuple(Test(tuple(answers)) for answers in tests.values())) for key, tests in found.items()]


def misconceptions(results: ClassResults) -> list[tuple[Misconception, tuple[str, ...]]]:
    """Each misconception that replay found, with its students, most frequent first; its code says which it is."""
    named = {m.code: m for submission in results.submissions for m in submission.misconceptions}
    found = by_frequency((m.code, submission.student) for submission in results.submissions for m in submission.misconceptions)
    return [(named[code], holders) for code, holders in found]


def by_frequency(found: Iterable[tuple[Hashable, str]]) -> list[tuple]:
    """Each thing with the students it was found in, every student once, most frequent first.

    >>> by_frequency([("late", "ann"), ("lost", "ann"), ("lost", "bo"), ("lost", "bo")])
    [('lost', ('ann', 'bo')), ('late', ('ann',))]
    """
    groups: dict[Hashable, dict[str, None]] = {}
    for thing, student in found:
        groups.setdefault(thing, {})[student] = None
    return sorted(((thing, tuple(holders)) for thing, holders in groups.items()), key=lambda group: -len(group[1]))


def quartiles(scores: list[float]) -> tuple[float, float, float]:
    """Lower quartile, median and upper quartile of at least one score, interpolated linearly.

    >>> quartiles([4, 1, 3, 2])
    (1.75, 2.5, 3.25)
    """
    return tuple(quantiles(scores, n=4, method="inclusive")) if len(scores) > 1 else (scores[0],) * 3


def number(value: float) -> str:
    """Points as people write them: two decimals at most.

    >>> number(12.0), number(3.14159), number(0.5)
    ('12', '3.14', '0.5')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def printable(text: str) -> str:
    """The text on one line, harmless to a terminal and to a page: a sign that cannot be printed becomes \N{REPLACEMENT CHARACTER}.

    >>> printable("one\\ntwo")
    'one two'
    """
    return "".join(" " if sign.isspace() else sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
