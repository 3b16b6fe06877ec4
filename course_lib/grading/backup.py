"""Copies of a gradebook beside it, from before an assignment is regraded: SQLite files that nbgrader opens, whatever database it is itself.

Each is marked as unfinished, in the file, until the regrade that it was made for has come to its end.
"""
from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from glob import escape
from pathlib import Path

from nbgrader import api
from sqlalchemy import Column, Engine, MetaData, String, Table, create_engine, insert, select

from .gradebook import Gradebook

TABLES = *api.Base.metadata.sorted_tables, Table("alembic_version", MetaData(), Column("version_num", String(32), nullable=False))
MOMENT = "????-??-??T??-??-??.???"
MARK, UNFINISHED, FINISHED = "PRAGMA user_version", 1, 0


@dataclass(frozen=True)
class Backups:
    """The copies of a gradebook that were made for one assignment; of one that is no file they go to `folder`."""
    gradebook: Gradebook
    assignment: str
    folder: Path

    @property
    def original(self) -> Path | None:
        """The gradebook's own file, if it is one."""
        url = self.gradebook.engine.url
        return Path(url.database) if url.get_backend_name() == "sqlite" else None

    @property
    def beside(self) -> Path:
        return self.original or self.folder / "gradebook.db"

    def make(self) -> Path:
        """Copy the gradebook as it is now."""
        moment = datetime.now().isoformat(timespec="milliseconds").replace(":", "-")
        path = self.beside.with_name(f"{self.beside.stem}.{self.assignment}.{moment}.db")
        part = path.with_suffix(".part")
        if self.original:
            with closing(sqlite3.connect(self.original)) as old, closing(sqlite3.connect(part)) as new:
                old.backup(new)
        else:
            copy(self.gradebook.engine, part)
        mark(part, UNFINISHED)
        os.replace(part, path)
        return path

    def unfinished(self) -> list[Path]:
        """Those of regrades that were not brought to an end, the oldest first."""
        found = self.beside.parent.glob(f"{escape(self.beside.stem)}.{escape(self.assignment)}.{MOMENT}.db")
        return sorted(path for path in found if is_unfinished(path))

    def finish(self) -> None:
        for path in self.unfinished():
            mark(path, FINISHED)


def copy(source: Engine, path: Path) -> None:
    """Copy nbgrader's tables, as they are at one moment, into a new SQLite file."""
    target = create_engine(f"sqlite:///{path}")
    with source.connect().execution_options(isolation_level="SERIALIZABLE") as reading, target.begin() as writing:
        for table in TABLES:
            table.create(writing)
            for rows in reading.execute(select(table)).mappings().partitions(1000):
                writing.execute(insert(table), [dict(row) for row in rows])
    target.dispose()


def mark(path: Path, state: int) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"{MARK} = {state}")


def is_unfinished(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(MARK).fetchone() == (UNFINISHED,)
