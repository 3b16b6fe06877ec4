"""The database of a gradebook, reached by its URL; what is wrong with one is said in a sentence, and never its password."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, NullPool, create_engine
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError

from course_lib.problem import Problem

PATIENCE = 60                   # seconds to wait for another writer, such as formgrader
CLASHES = "40001", "40P01"      # SQLSTATE: of several writers at once one had to give way


class NoGradebook(Problem):
    """The gradebook's database cannot be used; the message says why, in its own words."""


def engine(url: str) -> Engine:
    """Connects anew each time: a connection that waits while a class is graded may be cut. Raises NoGradebook."""
    try:
        return create_engine(url, poolclass=NullPool, connect_args={"timeout": PATIENCE} if url.startswith("sqlite") else {})
    except ImportError as missing:
        raise NoGradebook(f"A package is missing that reaches the gradebook's database ({missing}). For PostgreSQL: "
                          "pip install 'foundations-of-neural-networks[postgres]'") from None
    except (ArgumentError, ValueError):         # which may quote a password
        raise NoGradebook("The gradebook that was named is not the URL of a database, such as postgresql://me@localhost/grades.") from None


@contextmanager
def explained(engine: Engine) -> Iterator[None]:
    """Let what goes wrong with this database be NoGradebook."""
    try:
        yield
    except DBAPIError as error:
        raise NoGradebook(f"The gradebook {engine.url.render_as_string(hide_password=True)} cannot be used: "
                          f"{' '.join(str(error.orig).split())}") from error


def is_clash(error: DBAPIError) -> bool:
    """Whether somebody else made or changed the same row in this moment."""
    return isinstance(error, IntegrityError) or getattr(error.orig, "sqlstate", None) in CLASHES
