"""nbgrader's gradebook, read and written in bulk: its own tables, a few statements for a hundred submissions.

nbgrader's API takes one score at a time, each with a commit of its own, some 30 ms a submission. What `record` leaves behind is what that
API leaves, row for row: manual scores, extra credit, comments and flags are people's, and stay.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from nbgrader import api
from sqlalchemy import Connection, and_, bindparam, case, cast, func, insert, inspect, or_, select, update
from sqlalchemy.exc import DBAPIError

from .database import engine, explained, is_clash

ASSIGNMENT, NOTEBOOK, CELL, GRADE_CELL, TASK_CELL, SOURCE_CELL, STUDENT, SUBMISSION, SUBMITTED, GRADE, COMMENT = (
    model.__table__ for model in (api.Assignment, api.Notebook, api.BaseCell, api.GradeCell, api.TaskCell, api.SourceCell, api.Student,
                                  api.SubmittedAssignment, api.SubmittedNotebook, api.Grade, api.Comment))
GRADED, COMMENTED = ("GradeCell", "TaskCell"), ("SolutionCell", "TaskCell")     # the kinds of cell that have a grade, a comment

MARKED = func.coalesce(GRADE.c.manual_score, GRADE.c.auto_score)
SCORE = case((MARKED.is_not(None), MARKED + func.coalesce(GRADE.c.extra_credit, 0)), else_=0)      # as nbgrader computes it

Penalty = Callable[[str, float, float], float | None]       # student, score and seconds late to what is taken off


@dataclass(frozen=True)
class SourceCell:
    """A cell as the instructor wrote it."""
    source: str
    checksum: str | None
    points: float | None


@dataclass(frozen=True)
class Score:
    """What a student has in one cell."""
    score: float
    points: float
    waits: bool             # for a person


@dataclass(frozen=True)
class Entry:
    """What is to be recorded of one student: scores and comments by (notebook, cell); without scores only lateness is looked at again."""
    student: str
    timestamp: datetime | None
    scores: dict[tuple[str, str], float | None] | None = None
    comments: dict[tuple[str, str], str | None] | None = None


class Gradebook:
    """The gradebook at a database URL; whatever needs the database raises NoGradebook when that cannot be used."""

    def __init__(self, url: str):
        self.engine = engine(url)

    def reach(self) -> None:
        """See that the database is there. Raises NoGradebook."""
        with explained(self.engine), self.engine.connect():
            pass

    def _rows(self, statement) -> Sequence:
        with explained(self.engine), self.engine.connect() as connection:
            return connection.execute(statement).all()

    @property
    def is_there(self) -> bool:
        """Whether there is a gradebook at all; to look for a table would make an empty file."""
        url = self.engine.url
        if url.get_backend_name() == "sqlite" and not Path(url.database).exists():
            return False
        with explained(self.engine):
            return inspect(self.engine).has_table(ASSIGNMENT.name)

    def notebooks(self, assignment: str) -> list[str]:
        """The notebooks of an assignment; none if it is not there."""
        if not self.is_there:
            return []
        return [name for name, in self._rows(select(NOTEBOOK.c.name).join(ASSIGNMENT).where(ASSIGNMENT.c.name == assignment)
                                             .order_by(NOTEBOOK.c.name))]

    def source_cells(self, assignment: str, notebook: str) -> dict[str, SourceCell]:
        points = func.coalesce(GRADE_CELL.c.max_score, TASK_CELL.c.max_score)
        rows = self._rows(
            select(SOURCE_CELL.c.name, SOURCE_CELL.c.source, SOURCE_CELL.c.checksum, func.max(points))
            .join(NOTEBOOK, SOURCE_CELL.c.notebook_id == NOTEBOOK.c.id).join(ASSIGNMENT)
            .outerjoin(CELL, and_(CELL.c.notebook_id == NOTEBOOK.c.id, CELL.c.name == SOURCE_CELL.c.name))
            .outerjoin(GRADE_CELL, GRADE_CELL.c.id == CELL.c.id).outerjoin(TASK_CELL, TASK_CELL.c.id == CELL.c.id)
            .where(ASSIGNMENT.c.name == assignment, NOTEBOOK.c.name == notebook)
            .group_by(SOURCE_CELL.c.id).order_by(SOURCE_CELL.c.name))
        return {name: SourceCell(source, checksum, points) for name, source, checksum, points in rows}

    def recorded(self, assignment: str) -> dict[str, datetime | None]:
        """Whose submissions it holds, and when each came."""
        columns = SUBMISSION.c.student_id, SUBMISSION.c.timestamp
        return dict(self._rows(select(*columns).join(ASSIGNMENT).where(ASSIGNMENT.c.name == assignment)))

    def scores(self, assignment: str) -> list[tuple[str, str, str, Score]]:
        """Every grade of an assignment, with its student, notebook and cell."""
        points = func.coalesce(GRADE_CELL.c.max_score, TASK_CELL.c.max_score, 0)
        waits = and_(GRADE.c.needs_manual_grade, GRADE.c.manual_score.is_(None), GRADE.c.auto_score.is_(None))
        rows = self._rows(
            select(SUBMISSION.c.student_id, NOTEBOOK.c.name, CELL.c.name, SCORE, points, waits)
            .select_from(SUBMISSION).join(ASSIGNMENT).join(SUBMITTED, SUBMITTED.c.assignment_id == SUBMISSION.c.id)
            .join(NOTEBOOK, SUBMITTED.c.notebook_id == NOTEBOOK.c.id).join(GRADE, GRADE.c.notebook_id == SUBMITTED.c.id)
            .join(CELL, GRADE.c.cell_id == CELL.c.id).outerjoin(GRADE_CELL, GRADE_CELL.c.id == CELL.c.id)
            .outerjoin(TASK_CELL, TASK_CELL.c.id == CELL.c.id)
            .where(ASSIGNMENT.c.name == assignment))
        return [(student, notebook, cell, Score(*more)) for student, notebook, cell, *more in rows]

    def record(self, assignment: str, entries: Iterable[Entry], penalty: Penalty | None = None) -> None:
        """Write all of these, or none of them."""
        entries = {entry.student: entry for entry in entries}
        with explained(self.engine):
            for attempt in range(3):
                try:
                    with self.engine.begin() as connection:
                        Writing(connection, assignment, entries).write(penalty)
                    return
                except DBAPIError as error:
                    if attempt == 2 or not is_clash(error):
                        raise


class Writing:
    """One transaction. From its first change on SQLite lets nobody else write; other databases lock the row of the assignment.

    Rows are asked for by cell and notebook, as nbgrader's tables are indexed: by one of them alone the whole table is read.
    """

    def __init__(self, connection: Connection, assignment: str, entries: dict[str, Entry]):
        self.connection, self.entries = connection, entries
        (self.assignment, self.due), = self.rows(select(ASSIGNMENT.c.id, ASSIGNMENT.c.duedate).where(ASSIGNMENT.c.name == assignment)
                                                 .with_for_update())
        self.cells = self.rows(select(CELL.c.id, CELL.c.name, CELL.c.type, NOTEBOOK.c.id, NOTEBOOK.c.name)
                               .join(NOTEBOOK, CELL.c.notebook_id == NOTEBOOK.c.id).where(NOTEBOOK.c.assignment_id == self.assignment))

    def write(self, penalty: Penalty | None) -> None:
        self.add_students()
        self.add_submissions()
        self.add_notebooks()
        self.mark()
        self.penalise(penalty)

    def rows(self, statement) -> Sequence:
        return self.connection.execute(statement).all()

    def insert(self, table, rows: list[dict]) -> None:
        if rows:
            self.connection.execute(insert(table), rows)

    def update(self, statement, rows: list[dict]) -> None:
        if rows:
            self.connection.execute(statement, rows)

    def add_students(self) -> None:
        known = {student for student, in self.rows(select(STUDENT.c.id).where(STUDENT.c.id.in_(self.entries)))}
        self.insert(STUDENT, [{"id": student} for student in self.entries if student not in known])

    def add_submissions(self) -> None:
        """Find or make each student's submission, and note when it came."""
        mine = and_(SUBMISSION.c.assignment_id == self.assignment, SUBMISSION.c.student_id.in_(self.entries))
        found = dict(self.rows(select(SUBMISSION.c.student_id, SUBMISSION.c.id).where(mine)))
        new = {student: new_id() for student in self.entries if student not in found}
        self.insert(SUBMISSION, [{"id": number, "assignment_id": self.assignment, "student_id": student}
                                 for student, number in new.items()])
        self.update(update(SUBMISSION).where(SUBMISSION.c.id == bindparam("this")).values(timestamp=bindparam("came")),
                    [{"this": number, "came": self.entries[student].timestamp} for student, number in (found | new).items()
                     if self.entries[student].timestamp])
        self.students = {number: student for student, number in (found | new).items()}

    def add_notebooks(self) -> None:
        """Give each submission its notebooks, and each of those its grades and comments, one for every cell that has one."""
        columns = SUBMITTED.c.assignment_id, SUBMITTED.c.notebook_id, SUBMITTED.c.id
        rows = self.rows(select(*columns).where(SUBMITTED.c.notebook_id.in_({cell[3] for cell in self.cells}),
                                                SUBMITTED.c.assignment_id.in_(self.students)))
        found = {(submission, notebook): number for submission, notebook, number in rows}
        new = {(submission, notebook): new_id() for submission in self.students for notebook in {cell[3] for cell in self.cells}
               if (submission, notebook) not in found}
        self.insert(SUBMITTED, [{"id": number, "assignment_id": submission, "notebook_id": notebook, "flagged": False}
                                for (submission, notebook), number in new.items()])
        self.known = set(found.values())
        self.notebooks = {number: self.students[submission] for (submission, _), number in (found | new).items()}
        of = {}
        for (_, notebook), number in new.items():
            of.setdefault(notebook, []).append(number)
        for table, kinds, value in ((GRADE, GRADED, self.grade), (COMMENT, COMMENTED, self.comment)):
            self.insert(table, [{"id": new_id(), "notebook_id": number, "cell_id": cell, **value(number, (within, name))}
                                for cell, name, kind, notebook, within in self.cells if kind in kinds for number in of.get(notebook, [])])

    def grade(self, notebook: str, cell: tuple[str, str]) -> dict:
        score = (self.entries[self.notebooks[notebook]].scores or {}).get(cell)
        return {"auto_score": score, "needs_manual_grade": score is None}

    def comment(self, notebook: str, cell: tuple[str, str]) -> dict:
        return {"auto_comment": (self.entries[self.notebooks[notebook]].comments or {}).get(cell)}

    def mark(self) -> None:
        """Write the scores and comments of those that were there before. What a person has graded is marked to be looked at again."""
        names = {cell: (notebook, name) for cell, name, _, _, notebook in self.cells}

        def found(table, what: str) -> list[dict]:
            rows = self.rows(select(table.c.id, table.c.cell_id, table.c.notebook_id)
                             .where(table.c.cell_id.in_(names), table.c.notebook_id.in_(self.known)))
            entries = ((number, names[cell], getattr(self.entries[self.notebooks[notebook]], what)) for number, cell, notebook in rows)
            return [{"this": number, "value": values[name]} for number, name, values in entries if values and name in values]

        value = cast(bindparam("value"), GRADE.c.auto_score.type)       # PostgreSQL asks of what type None is
        self.update(update(GRADE).where(GRADE.c.id == bindparam("this"))
                    .values(auto_score=value, needs_manual_grade=or_(GRADE.c.manual_score.is_not(None), value.is_(None))),
                    found(GRADE, "scores"))
        self.update(update(COMMENT).where(COMMENT.c.id == bindparam("this")).values(auto_comment=bindparam("value")),
                    found(COMMENT, "comments"))

    def penalise(self, penalty: Penalty | None) -> None:
        """Set what is taken off a late notebook, which is never more than its score."""
        columns = (SUBMITTED.c.id, SUBMITTED.c.late_submission_penalty, SUBMISSION.c.student_id, SUBMISSION.c.timestamp,
                   SUBMISSION.c.extension)
        rows = self.rows(
            select(*columns, func.sum(SCORE))
            .join(SUBMISSION, SUBMITTED.c.assignment_id == SUBMISSION.c.id)
            .outerjoin(GRADE, and_(GRADE.c.cell_id.in_({cell[0] for cell in self.cells}), GRADE.c.notebook_id == SUBMITTED.c.id))
            .where(SUBMITTED.c.id.in_(self.notebooks)).group_by(*columns))
        changed = []
        for number, before, student, came, extension, total in rows:
            late = self.seconds_late(came, extension)
            off = penalty(student, total or 0.0, late) if penalty and late > 0 else None
            off = None if off is None else min(max(off, 0), total or 0.0)
            if off != before:
                changed.append({"this": number, "off": off})
        self.update(update(SUBMITTED).where(SUBMITTED.c.id == bindparam("this")).values(late_submission_penalty=bindparam("off")), changed)

    def seconds_late(self, came: datetime | None, extension: timedelta | None) -> float:
        if came is None or self.due is None:
            return 0
        return (came - self.due - (extension or timedelta(0))).total_seconds()


def new_id() -> str:
    return uuid4().hex
