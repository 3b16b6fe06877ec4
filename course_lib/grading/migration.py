"""Another version of an assignment in a gradebook: cells are added, removed and changed, and whatever people entered stays with what stays.

nbgrader itself refuses this as soon as somebody has handed in. The new version comes from a gradebook into which nbgrader has released it.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from nbgrader import api
from sqlalchemy import Connection, and_, delete, func, insert, or_, select, update

from .gradebook import (
    ASSIGNMENT,
    CELL,
    COMMENT,
    COMMENTED,
    GRADE,
    GRADE_CELL,
    GRADED,
    NOTEBOOK,
    SOURCE_CELL,
    SUBMISSION,
    SUBMITTED,
    TASK_CELL,
    new_id,
)

KINDS = {"GradeCell": GRADE_CELL, "TaskCell": TASK_CELL, "SolutionCell": api.SolutionCell.__table__}


@dataclass(frozen=True)
class Row:
    """What a gradebook holds of a notebook or of a cell; only the values say whether two are alike."""
    id: str = field(compare=False)
    values: dict


@dataclass(frozen=True)
class Version:
    """An assignment as a gradebook holds it; two that compare equal need no migration."""
    notebooks: dict[str, Row]
    cells: dict[tuple[str, str, str], Row]          # by notebook, name and kind
    sources: dict[tuple[str, str], Row]             # by notebook and name


@dataclass(frozen=True)
class Migrated:
    """What became of an assignment, and what people had entered that they should look at again, as (student, notebook, cell)."""
    old: Version
    new: Version
    lost: tuple[tuple[str, str, str], ...]      # with a cell that is gone
    above: tuple[tuple[str, str, str], ...]     # a score by hand, higher than the cell's new points


def version(connection: Connection, assignment: str) -> Version:
    """The assignment in this gradebook."""
    points, language = (func.coalesce(GRADE_CELL.c[what], TASK_CELL.c[what]) for what in ("max_score", "cell_type"))
    inside = ASSIGNMENT.c.name == assignment
    cells = connection.execute(
        select(NOTEBOOK.c.name, CELL.c.name, CELL.c.type, CELL.c.id, points, language).select_from(CELL)
        .join(NOTEBOOK, CELL.c.notebook_id == NOTEBOOK.c.id).join(ASSIGNMENT)
        .outerjoin(GRADE_CELL, GRADE_CELL.c.id == CELL.c.id).outerjoin(TASK_CELL, TASK_CELL.c.id == CELL.c.id).where(inside))
    sources = connection.execute(
        select(NOTEBOOK.c.name, SOURCE_CELL.c.name, SOURCE_CELL.c.id, SOURCE_CELL.c.cell_type, SOURCE_CELL.c.locked, SOURCE_CELL.c.source,
               SOURCE_CELL.c.checksum).join(NOTEBOOK, SOURCE_CELL.c.notebook_id == NOTEBOOK.c.id).join(ASSIGNMENT).where(inside))
    notebooks = connection.execute(select(NOTEBOOK.c.name, NOTEBOOK.c.id, NOTEBOOK.c.kernelspec).join(ASSIGNMENT).where(inside))
    return Version(
        {name: Row(number, {"kernelspec": kernel}) for name, number, kernel in notebooks},
        {(notebook, name, kind): Row(number, {"max_score": score, "cell_type": language} if kind in GRADED else {})
         for notebook, name, kind, number, score, language in cells},
        {(notebook, name): Row(number, dict(zip(("cell_type", "locked", "source", "checksum"), values, strict=True)))
         for notebook, name, number, *values in sources})


def migrate(connection: Connection, assignment: str, new: Version) -> Migrated:
    """Make this version of the assignment in a gradebook, in the transaction of this connection."""
    return Migration(connection, assignment, new).carry_out()


class Migration:
    """One transaction. From its first change on SQLite lets nobody else write; other databases lock the row of the assignment."""

    def __init__(self, connection: Connection, assignment: str, new: Version):
        self.connection, self.new = connection, new
        self.assignment = connection.scalar(select(ASSIGNMENT.c.id).where(ASSIGNMENT.c.name == assignment).with_for_update())
        self.old = version(connection, assignment)
        self.notebooks = {name: row.id for name, row in self.old.notebooks.items()}

    def carry_out(self) -> Migrated:
        removed = [row.id for key, row in self.old.cells.items() if key not in self.new.cells]
        lost = self.entered(GRADE, removed, or_(GRADE.c.manual_score.is_not(None), GRADE.c.extra_credit.is_not(None)))
        lost += self.entered(COMMENT, removed, COMMENT.c.manual_comment.is_not(None))
        self.remove(removed)
        self.add_notebooks()
        self.add_cells()
        self.change()
        kept = [row.id for key, row in self.old.cells.items() if key in self.new.cells and row != self.new.cells[key]]
        points = func.coalesce(GRADE_CELL.c.max_score, TASK_CELL.c.max_score)
        above = self.entered(GRADE, kept, GRADE.c.manual_score > points)
        return Migrated(self.old, self.new, tuple(sorted(set(lost))), tuple(above))

    def entered(self, table, cells: list[str], condition) -> list[tuple[str, str, str]]:
        """Whose rows of these cells meet a condition, as (student, notebook, cell)."""
        statement = (select(SUBMISSION.c.student_id, NOTEBOOK.c.name, CELL.c.name).select_from(table)
                     .join(SUBMITTED, table.c.notebook_id == SUBMITTED.c.id).join(SUBMISSION, SUBMITTED.c.assignment_id == SUBMISSION.c.id)
                     .join(CELL, table.c.cell_id == CELL.c.id).join(NOTEBOOK, CELL.c.notebook_id == NOTEBOOK.c.id)
                     .outerjoin(GRADE_CELL, GRADE_CELL.c.id == CELL.c.id).outerjoin(TASK_CELL, TASK_CELL.c.id == CELL.c.id)
                     .where(and_(CELL.c.id.in_(cells), condition)).order_by(SUBMISSION.c.student_id, CELL.c.name))
        return [tuple(row) for row in self.connection.execute(statement)]

    def remove(self, cells: list[str]) -> None:
        """Remove these cells with all that hangs on them, and the notebooks that are no more."""
        sources = [row.id for key, row in self.old.sources.items() if key not in self.new.sources]
        notebooks = [row.id for name, row in self.old.notebooks.items() if name not in self.new.notebooks]
        for column, ids in ((GRADE.c.cell_id, cells), (COMMENT.c.cell_id, cells), *((table.c.id, cells) for table in KINDS.values()),
                            (CELL.c.id, cells), (SOURCE_CELL.c.id, sources), (SUBMITTED.c.notebook_id, notebooks),
                            (NOTEBOOK.c.id, notebooks)):
            self.connection.execute(delete(column.table).where(column.in_(ids)))

    def add_notebooks(self) -> None:
        """Add the new notebooks, each to every submission."""
        for name in (name for name in self.new.notebooks if name not in self.old.notebooks):
            self.notebooks[name] = new_id()
            self.insert(NOTEBOOK, [{"id": self.notebooks[name], "name": name, "assignment_id": self.assignment,
                                    **self.new.notebooks[name].values}])
            submissions = self.connection.scalars(select(SUBMISSION.c.id).where(SUBMISSION.c.assignment_id == self.assignment))
            self.insert(SUBMITTED, ({"id": new_id(), "assignment_id": submission, "notebook_id": self.notebooks[name], "flagged": False}
                                    for submission in submissions))

    def add_cells(self) -> None:
        """Add the new cells, and for each a grade or a comment to every submission."""
        for notebook, name, kind in (key for key in self.new.cells if key not in self.old.cells):
            cell, values = new_id(), self.new.cells[notebook, name, kind].values
            self.insert(CELL, [{"id": cell, "name": name, "notebook_id": self.notebooks[notebook], "type": kind}])
            self.insert(KINDS[kind], [{"id": cell, **values}])
            submitted = self.connection.scalars(select(SUBMITTED.c.id).where(SUBMITTED.c.notebook_id == self.notebooks[notebook])).all()
            for table, kinds, more in ((GRADE, GRADED, {"needs_manual_grade": True}), (COMMENT, COMMENTED, {})):
                if kind in kinds:
                    self.insert(table, ({"id": new_id(), "notebook_id": number, "cell_id": cell, **more} for number in submitted))
        for notebook, name in (key for key in self.new.sources if key not in self.old.sources):
            self.insert(SOURCE_CELL, [{"id": new_id(), "name": name, "notebook_id": self.notebooks[notebook],
                                       **self.new.sources[notebook, name].values}])

    def insert(self, table, rows: Iterable[dict]) -> None:
        if rows := list(rows):
            self.connection.execute(insert(table), rows)

    def change(self) -> None:
        """Give what stays its new points, texts and languages."""
        for table_of, old, new in ((lambda name: NOTEBOOK, self.old.notebooks, self.new.notebooks),
                                   (lambda key: KINDS[key[2]], self.old.cells, self.new.cells),
                                   (lambda key: SOURCE_CELL, self.old.sources, self.new.sources)):
            for key in old.keys() & new.keys():
                if old[key] != new[key]:
                    self.connection.execute(update(table_of(key)).where(table_of(key).c.id == old[key].id).values(**new[key].values))
