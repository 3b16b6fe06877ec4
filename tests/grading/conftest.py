"""The tiny course, with its gradebook where a test asks for it to be."""
import shutil

import pytest

from course_lib.grading.course import Course

from ..conftest import TinyCourse
from . import postgresql as servers

on_postgresql = pytest.mark.parametrize("tiny", ["PostgreSQL"], indirect=True)


@pytest.fixture
def tiny(request, tiny) -> TinyCourse:
    """A course of one tiny set; see `on_postgresql`."""
    if getattr(request, "param", "SQLite") == "SQLite":
        return tiny
    url = request.getfixturevalue("postgresql").create(request.getfixturevalue("released_on_postgresql"))
    (tiny.root / "gradebook.db").unlink()
    with (tiny.root / "nbgrader_config.py").open("a") as config:
        config.write(f"c.CourseDirectory.db_url = {url!r}\n")
    return TinyCourse(tiny.root)


@pytest.fixture(scope="session")
def postgresql():
    if servers.INITDB is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    with servers.server() as server:
        yield server


@pytest.fixture(scope="session")
def released_on_postgresql(released_course, postgresql, tmp_path_factory) -> str:
    """The name of a database in which the tiny set is released."""
    servers.ask(postgresql.url("postgres"), "CREATE DATABASE released")
    root = tmp_path_factory.mktemp("postgresql") / "course"
    shutil.copytree(released_course, root)
    Course(root, database=postgresql.url("released")).release("T1")
    return "released"
