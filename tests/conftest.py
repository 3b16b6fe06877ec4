"""A course with one tiny set, released, for the tests of grading; and one browser for all that look at pages."""
import shutil
from pathlib import Path

import nbformat
import pytest

import course_lib.notebook  # noqa: F401 - one thread of linear algebra for each of the workers
from course_lib.building import build
from course_lib.grading.course import Course
from course_lib.grading.demo import answers_of, fill_in

ROOT = Path(__file__).parents[1]
TINY = ROOT / "tests/grading/tiny_course"
CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
PATIENCE = 60_000     # milliseconds for JupyterLab and its kernel to come up on a busy machine


class TinyCourse:
    """A released course, and what a student may hand in."""

    def __init__(self, root: Path):
        self.root = root
        self.course = Course(root)
        self.released = nbformat.read(root / "exercises/T1/T1.ipynb", as_version=4)
        self.reference = answers_of(nbformat.read(root / "solutions/T1/T1.ipynb", as_version=4))

    def notebook(self, **answers: str) -> nbformat.NotebookNode:
        """The reference solution, but for these answers."""
        return fill_in(self.released, self.reference | answers)

    def hand_in(self, student: str, content: nbformat.NotebookNode | str, name: str = "T1.ipynb") -> None:
        path = self.root / "submitted" / student / "T1" / name
        path.parent.mkdir(parents=True)
        path.write_text(content if isinstance(content, str) else nbformat.writes(content), encoding="utf-8")

    def grade(self):
        """Grade all that was handed in; the results by student."""
        outcomes = list(self.course.grade("T1", self.course.students("T1")))
        assert [outcome.problem for outcome in outcomes] == [""] * len(outcomes)
        return {submission.student: submission for submission in self.course.results("T1").submissions}


@pytest.fixture(scope="session")
def released_course(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("tiny")
    (root / "sources/misconceptions").mkdir(parents=True)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    shutil.copy(TINY / "misconceptions.py", root / "sources/misconceptions/T1.py")
    build(TINY / "T1.py", root / "solutions/T1/T1.ipynb")
    Course(root).release("T1")
    return root


@pytest.fixture
def tiny(released_course, tmp_path) -> TinyCourse:
    """A course of one tiny set, in a folder with a space in its name."""
    shutil.copytree(released_course, tmp_path / "a course")
    return TinyCourse(tmp_path / "a course")


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    driver = pytest.importorskip("playwright.sync_api", reason="needs the package playwright: python start.py --setup test")
    driver.expect.set_options(timeout=PATIENCE)
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def expect(browser):
    from playwright.sync_api import expect
    return expect
