"""A whole class through each of the doors, `course grade` and nbgrader's own: copying files, reading timestamps, writing feedback."""
import copy
import shutil
from html.parser import HTMLParser
from pathlib import Path
from unittest.mock import patch

import nbformat
import pytest

from course_lib.grading.course import Course
from course_lib.grading.judging import bench
from course_lib.grading.nbgrader_doors import ExpectingAutograde

from .attack import load
from .defences import left_out
from .test_attacks import cases
from .victim import HONEST, POINTS, SECRETS, SOURCE

ATTACKS = [attack for attack in load() if attack.group == "handing_in"]
OURS = ("autograded", "feedback", "gradebook.db")
pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs bubblewrap: apt-get install bubblewrap")


class Class:
    """A course in which everyone who attacks has handed in, between two honest neighbours."""

    def __init__(self, root: Path):
        (root / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.source_directory = 'solutions'\n"
                                                 "c.CourseDirectory.release_directory = 'exercises'\n"
                                                 "c.RunSubmission.seconds_in_all = 5\n")
        for path, content in ("solutions/V1/V1.ipynb", nbformat.writes(SOURCE)), ("secrets/token.txt", SECRETS["the gradebook"]):
            (root / path).parent.mkdir(parents=True)
            (root / path).write_text(content)
        self.root, self.course = root, Course(root)
        self.course.release("V1")
        released = nbformat.read(root / "exercises/V1/V1.ipynb", as_version=4)
        for student in ("alice", *(attack.name for attack in ATTACKS), "zoe"):
            (root / "submitted" / student / "V1").mkdir(parents=True)
        for attack in ATTACKS:
            attack.function(root / "submitted" / attack.name / "V1", copy.deepcopy(released))
        for student in ("alice", "zoe"):
            nbformat.write(HONEST, root / "submitted" / student / "V1/V1.ipynb")

    def grade(self, students: list[str], by_nbgrader: bool = True) -> None:
        """Grade these, and write their feedback."""
        before = self.files()
        outcomes = ((self.course.convert(ExpectingAutograde, "V1", student) for student in students) if by_nbgrader
                    else self.course.grade("V1", students))
        self.problems = {outcome.student: outcome.problem for outcome in outcomes}
        self.problems |= {outcome.student: outcome.problem for outcome in
                          self.course.feedback("V1", [student for student in students if student in self.course.graded("V1")])
                          if outcome.problem}
        self.scores = {submission.student: submission.score for submission in self.course.results("V1").submissions}
        self.changed = self.files() ^ before

    def files(self) -> set:
        return {(path, path.stat().st_mtime_ns) for path in self.root.rglob("*")
                if path.is_file() and not path.is_symlink() and path.relative_to(self.root).parts[0] not in (*OURS, "submitted")}

    def loot(self, student: str) -> dict[str, object]:
        pages = [path.read_bytes() for path in (self.root / "feedback" / student).rglob("*") if path.is_file()]
        told = b"".join(pages).decode(errors="replace")
        kept = "".join(path.read_text() for path in (self.root / "autograded" / student).glob("V1/V1.ipynb"))
        page = Page()
        page.feed(told)
        found = {"points": self.scores.get(student), "crash": self.problems[student], "files": self.changed,
                 "judge": "JudgeLost" in kept,
                 "secret": [what for what, token in SECRETS.items() if token in told], "boast": page.alive}
        return {kind: evidence for kind, evidence in found.items() if evidence}


class Page(HTMLParser):
    """What is alive on a page and eve's."""

    def __init__(self):
        super().__init__()
        self.alive, self._script = [], False

    def handle_starttag(self, tag, attributes):
        self._script = tag == "script"
        hers = [(name, value) for name, value in attributes if "GOTCHA" in (value or "")]
        self.alive += [name for name, value in hers if name.startswith("on") or "javascript:" in value]

    def handle_data(self, text):
        if self._script and "GOTCHA" in text:
            self.alive.append("script")

    def handle_endtag(self, tag):
        self._script = False


@pytest.fixture(scope="module")
def a_class(tmp_path_factory):
    return Class(tmp_path_factory.mktemp("class"))


@pytest.fixture(scope="module", params=["nbgrader", "course"])
def door(request, tmp_path_factory):
    """The class, graded through one of the doors."""
    graded = Class(tmp_path_factory.mktemp("class"))
    graded.grade(graded.course.students("V1"), request.param == "nbgrader")
    return graded


def test_the_neighbours_have_full_marks(door):
    assert (door.scores["alice"], door.scores["zoe"]) == (POINTS, POINTS)


@pytest.mark.parametrize("attack", cases(ATTACKS))
def test_an_attack_wins_nothing(door, attack):
    assert door.loot(attack.name) == {}


@pytest.mark.parametrize("attack", cases(ATTACKS))
def test_it_wins_without_the_defence(a_class, attack):
    shutil.rmtree(a_class.root / "submitted" / attack.name)
    (a_class.root / "submitted" / attack.name / "V1").mkdir(parents=True)
    attack.function(a_class.root / "submitted" / attack.name / "V1", nbformat.read(a_class.root / "exercises/V1/V1.ipynb", as_version=4))
    with patch.object(bench, "GRACE", 0.5), left_out((attack.only, *attack.besides)):
        a_class.grade([attack.name])
    assert attack.wins in a_class.loot(attack.name)
