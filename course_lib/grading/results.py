"""What a graded class looks like: scores from nbgrader's gradebook, reasons from the notebooks in `autograded/`."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Misconception:
    code: str
    says: str               # the sentence the student reads


@dataclass(frozen=True)
class TestCell:
    """One graded cell of one submission."""
    __test__ = False        # the name is the field's; pytest would collect it

    grade_id: str
    question: str           # grade_id of the answer cell it tests
    property: str           # what it checks, in words: the first comment line of the cell
    hidden: bool
    points: float
    score: float | None     # None: waits for a human
    message: str = ""       # why it failed, in the author's literal words; "" if it passed
    misconception: Misconception | None = None


@dataclass(frozen=True)
class Submission:
    """One student's graded notebook."""
    student: str
    notebook: str
    score: float
    max_score: float
    cells: tuple[TestCell, ...]
    refused: str = ""       # why nothing could be graded; "" if it was
    notes: tuple[str, ...] = ()     # what was put back, ran out of time, and so on
    unsafe: bool = False            # its code ran without a sandbox, with the instructor's rights

    @property
    def misconceptions(self) -> tuple[Misconception, ...]:
        """Each misconception found, once, in the order of the notebook."""
        return tuple(dict.fromkeys(cell.misconception for cell in self.cells if cell.misconception))


@dataclass(frozen=True)
class ClassResults:
    assignment: str
    submissions: tuple[Submission, ...]     # in order of student id
