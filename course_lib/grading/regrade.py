"""Grade a class again after its tests were corrected: the gradebook's cells, the release, and everybody who has handed in.

The new version is released into a folder and a gradebook of its own, and tried there. Only then is the old one replaced, all at once, and
whatever ends the run afterwards, the next one goes on and still knows the scores from before.
"""
from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from nbgrader import api
from sqlalchemy.exc import SQLAlchemyError

from course_lib.problem import Problem

from . import migration
from .backup import Backups
from .course import Course, CourseError
from .gradebook import Gradebook
from .grader import ready
from .migration import Migrated, Version
from .moves import Move, moves
from .whole_class import Outcome

NOT_THERE = "nothing from this student is in submitted/ any more"


class Regrade:
    """One assignment of a course, from its corrected source to who went from what to what."""

    def __init__(self, course: Course, assignment: str):
        course.check(assignment)
        if not course.gradebook.notebooks(assignment):
            raise CourseError(f"{assignment} has not been released yet. First: course release {assignment}")
        self.course, self.assignment = course, assignment
        self.handed_in = course.students(assignment)
        self.students = sorted({*self.handed_in, *course.gradebook.recorded(assignment)})
        self.release = course.folder("release", assignment)
        self.backups = Backups(course.gradebook, assignment, course.root)
        self.before: list[Path] = []        # copies of the gradebook as it was, the oldest first
        self.changed = False                # whether anything is new since the oldest of them, but for grades

    def correct(self) -> Migrated:
        """Put the new version in the place of the old one.

        Raises CourseError, with everything as it was, if that cannot be done: it would show something hidden, for one, or its own reference
        solution would lose points.
        """
        try:
            with TemporaryDirectory(prefix="regrade-", ignore_cleanup_errors=True) as folder:
                draft = self.draft(Path(folder))
                done = self.replace(draft.folder("release", self.assignment), self.version(draft.gradebook))
        except (Problem, OSError, SQLAlchemyError, sqlite3.Error) as error:
            where = f"the gradebook, {self.release.parent.name}/ and autograded/"
            raise CourseError(f"{error}\nNothing was changed: {where} are as they were.") from error
        if done.old != done.new:
            self.forget()
        return done

    def draft(self, folder: Path) -> Course:
        """A course of the same source in which this assignment is released and found to be gradable."""
        draft = Course(self.course.root, self.course.config.RunSubmission.unsafe, f"sqlite:///{folder / 'gradebook.db'}")
        draft.directory.release_directory = str(folder / "release")
        api.Base.metadata.create_all(draft.gradebook.engine)        # nbgrader would ask another process how new this gradebook is
        draft.release(self.assignment)
        ready(draft.material(self.assignment))
        return draft

    def version(self, gradebook: Gradebook) -> Version:
        with gradebook.engine.connect() as connection:
            return migration.version(connection, self.assignment)

    def replace(self, released: Path, new: Version) -> Migrated:
        """Change the gradebook and the release, both or neither, after a backup."""
        same, self.before = self.version(self.course.gradebook) == new, self.backups.unfinished()
        made = [] if same and self.before else [self.backups.make()]
        self.changed = not same or bool(self.before)
        try:
            with in_place(released, self.release), self.course.gradebook.engine.begin() as connection:
                done = migration.migrate(connection, self.assignment, new)
        except BaseException:
            for path in made:
                path.unlink()
            raise
        self.before += made
        return done

    def forget(self) -> None:
        """Have everybody graded, also who was graded by these tests once: the gradebook may be one from a backup."""
        for student in self.handed_in:
            for notebook in self.course.folder("autograded", self.assignment, student).glob("*.ipynb"):
                notebook.unlink()

    def grade(self, jobs: int = 1, cluster: str = "") -> Iterator[Outcome]:
        """Grade all that were handed in; those of whom nothing is left but their scores are problems."""
        yield from self.course.grade(self.assignment, self.handed_in, jobs, cluster)
        yield from (Outcome(student, NOT_THERE) for student in self.students if student not in self.handed_in)

    def finish(self, graded: int) -> list[Move]:
        """Who had what before the regrade, and has what now that so many were graded; if nothing changed at all, the copy goes."""
        before = Gradebook(f"sqlite:///{self.before[0]}").scores(self.assignment)
        self.backups.finish()
        if not self.changed and not graded:
            self.before.pop().unlink()
        return moves(before, self.course.gradebook.scores(self.assignment))


@contextmanager
def in_place(new: Path, place: Path) -> Iterator[None]:
    """Have a copy of the folder `new` in this place; if what is done meanwhile fails, what was there before comes back."""
    fresh, old = (place.with_name(f".{place.name}.{what}") for what in ("new", "old"))
    for path in (fresh, old):
        shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(new, fresh)
    if place.exists():
        os.replace(place, old)
    try:
        os.replace(fresh, place)
        yield
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        if old.exists():
            os.replace(old, place)
        raise
    shutil.rmtree(old, ignore_errors=True)
