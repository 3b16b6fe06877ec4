"""What is around a call: names, classes, files and figures that both sides have."""
import shutil
from pathlib import Path

import pytest

from course_lib.grading.judging.folder import LARGEST, Folder
from course_lib.grading.judging.protocol import Garbled

needs_bubblewrap = pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs bubblewrap: apt-get install bubblewrap")

SET_UP = '''
from abc import ABC
from enum import Enum
from collections import namedtuple
from dataclasses import dataclass
RATE, CONFIG, DECK, gone = 2, {"x": 1}, [1, 2, 3], 5
class Frozen(Exception):
    pass
@dataclass
class Point:
    x: int
    y: list
    def far(self): return self.x + len(self.y)
class Shape(ABC):
    def area(self): return 0
class Colour(Enum):
    RED = 1
Span = namedtuple("Span", "low high")
def throw(): return 1
'''
ANSWER = '''
def rate(): return RATE
def config(): return CONFIG["x"], len(DECK)
def thrown(): return throw()
def has_gone(): return "gone" not in globals()
def freeze(): raise Frozen("ask", 3)
def move(point):
    point.x += 1
    point.y.append(0)
    return point
def make(x): return Point(x, [])
class Circle(Shape):
    def area(self): return 3
class Hot(Frozen): pass
def burn(): raise Hot("!")
def colour(): return Colour.RED
def span(): return Span(1, 2)
def kind(value): return type(value) in (Point, Span, Colour)
'''
NAMES = {"rate", "config", "thrown", "has_gone", "freeze", "move", "make", "Circle", "Hot", "burn", "colour", "span", "kind"}
SHARED = {"RATE", "CONFIG", "DECK", "gone", "Frozen", "Point", "Shape", "Colour", "Span", "throw"}
PASSES = {
    "rebound": "RATE = 3\nassert rate() == 3\nRATE = 4\nassert rate() == 4\nRATE = 2",
    "as it was before": "assert rate() == 2 and thrown() == 1",
    "changed in place": "CONFIG['x'] = 7\nassert config() == (7, 3)\nCONFIG['x'] = 1\n"
                        "DECK.append(4)\nassert config() == (1, 4)\nDECK.pop()",
    "changed by a function": "import heapq\nheapq.heappush(DECK, 9)\nassert config()[1] == 4\nDECK.remove(9)",
    "changed for the next cell": "RATE = 5",
    "changed in the cell before": "assert rate() == 5\nRATE = 2",
    "a function": "real = throw\nthrow = lambda: 4\nassert thrown() == 4\nthrow = real\nassert thrown() == 1",
    "global": "def set_rate():\n    global RATE\n    RATE = 9\nset_rate()\nassert rate() == 9\nRATE = 2",
    "deleted": "kept = gone\ndel gone\nassert has_gone()\ngone = kept\nassert not has_gone()",
    "exceptions": "try:\n    freeze()\nexcept Frozen as e:\n    assert e.args == ('ask', 3) and type(e) is Frozen",
    "exceptions below": "try:\n    burn()\nexcept Frozen as e:\n    assert type(e) is Hot",
    "objects": "p = Point(1, [2])\nassert move(p) is p and p == Point(2, [2, 0])\nassert make(3) == Point(3, [])",
    "objects with methods": "assert make(4).far() == 4 and kind(make(1)) and kind(Point(1, []))",
    "bases": "assert isinstance(Circle(), Shape) and not isinstance(Circle(), Point) and Circle.__mro__[1] is Shape",
    "classes below": "assert issubclass(Circle, Shape) and issubclass(Circle, (int, Shape)) and not issubclass(Circle, Point)\n"
                     "assert issubclass(Circle, Circle) and issubclass(Hot, Frozen) and issubclass(bool, int)",
    "members": "assert colour() is Colour.RED and kind(Colour.RED)",
    "records": "assert span() == Span(1, 2) and type(span()) is Span and kind(Span(3, 4))",
}


def errors(outputs) -> list[str]:
    return [f"{output['ename']}: {output['evalue']}" for output in outputs if output["output_type"] == "error"]


@pytest.fixture(scope="module")
def passed(heard):
    steps = [("set up", SET_UP), ("play", ANSWER), *(("test", source) for source in PASSES.values())]
    outputs = heard(steps, NAMES, shared=SHARED)
    assert outputs[:2] == [[], []]
    return dict(zip(PASSES, outputs[2:], strict=True))


@needs_bubblewrap
@pytest.mark.parametrize("name", PASSES)
def test_what_set_up_made_is_one_thing_on_both_sides(passed, name):
    assert errors(passed[name]) == []


@needs_bubblewrap
def test_set_up_itself_is_not_told_but_left_as_the_student_has_it(heard):
    found = heard([("set up", "A = 1"), ("play", "A = 5\ndef f(): return A"), ("test", "assert f() == 5 and A == 1")], {"f"}, shared={"A"})
    assert errors(found[-1]) == []


@needs_bubblewrap
def test_a_class_that_a_student_makes_anew_is_the_students(heard):
    *_, outputs = heard([("set up", "class Frozen(Exception): pass"), ("play", "class Frozen(ValueError): pass\ndef f(): raise Frozen(1)"),
                         ("test", "try:\n    f()\nexcept Frozen:\n    pass")], {"f"}, shared={"Frozen"})
    assert errors(outputs) == ["Frozen: 1"]


@needs_bubblewrap
def test_files_are_the_same_on_both_sides(heard):
    outputs = heard([
        ("play", "from pathlib import Path\nimport os\nPath('out').mkdir()\nPath('out/a.txt').write_text('hello')\n"
                 "def read(name): return Path(name).read_text()\ndef remove(name): os.remove(name)"),
        ("test", "from pathlib import Path\nassert Path('out/a.txt').read_text() == 'hello'\n"
                 "assert Path('planets.csv').read_text() == read('planets.csv') == 'name\\nEarth\\n'\n"
                 "Path('b.txt').write_text('b')\nassert read('b.txt') == 'b'\nPath('b.txt').write_text('c')\nassert read('b.txt') == 'c'\n"
                 "remove('b.txt')\nassert not Path('b.txt').exists()\n"
                 "try:\n    read('none')\nexcept FileNotFoundError as e:\n    assert e.filename == 'none' and e.errno == 2"),
        ("play", "import os; os._exit(1)"),
        ("test", "assert Path('out/a.txt').read_text() == read('out/a.txt') == 'hello'"),
    ], {"read", "remove"}, files=True)
    assert [errors(found) for found in outputs] == [[], [], ["Stopped: This cell ended the interpreter."], []]


@needs_bubblewrap
def test_modules_that_a_student_writes_are_not_the_judges(heard):
    *_, outputs = heard([("play", "open('statistics.py', 'w').write('median = len')\nopen('mine.py', 'w').write('x = 1')\nf = 1"),
                         ("test", "import statistics, os\nassert f and os.listdir() == ['planets.csv']\n"
                                  "assert statistics.median([3]) == 3\nimport mine")],
                        {"f"}, files=True)
    assert errors(outputs) == ["ModuleNotFoundError: No module named 'mine'"]


@needs_bubblewrap
def test_a_file_that_is_too_large_is_spoken_of(heard):
    _, outputs = heard([("play", "def f(): open('big.txt', 'w').write('x' * 2_000_000)"),
                        ("test", "f()\nimport os\nassert 'big.txt' not in os.listdir()")],
                       {"f"}, files=True)
    assert errors(outputs) == [] and "2,000,000 bytes" in "".join(output.get("text", "") for output in outputs)


def news(path: str, content: str | None = "YQ==") -> dict:
    return {path: content}


@pytest.mark.parametrize("path", ["../a", "/a", "a/../b", "a//b", "", ".", "a\\b", "a\nb", "~a", ".hidden", "a/.b", "C:a", "x" * 101,
                                  "a/" * 9 + "a", "a\0b"])
def test_names_that_are_not_plain_are_refused(tmp_path, path):
    (tmp_path / "in").mkdir()
    with pytest.raises(Garbled):
        Folder(str(tmp_path / "in"), trusting=False).take(news(path))
    assert list(tmp_path.rglob("*")) == [tmp_path / "in"]


@pytest.mark.parametrize("path", ["a.py", "a.PYC", "a.pkl", "a.pth", "matplotlibrc"])
def test_what_would_be_run_is_left_out(tmp_path, path):
    Folder(str(tmp_path), trusting=False).take(news(path))
    assert list(tmp_path.iterdir()) == []


def test_nothing_goes_through_links(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir(), outside.mkdir()
    (inside / "link").symlink_to(outside)
    (inside / "file").symlink_to(outside / "new")
    folder = Folder(str(inside), trusting=False)
    for path in ("link/a", "file"):
        with pytest.raises(Garbled):
            folder.take(news(path))
    assert list(outside.iterdir()) == [] and folder.news() == {}


@pytest.mark.parametrize("content", ["?", 3, ["YQ=="], {}])
def test_contents_that_are_none_are_refused(tmp_path, content):
    with pytest.raises((Garbled, TypeError, ValueError)):
        Folder(str(tmp_path), trusting=False).take(news("a", content))


def test_files_are_bounded_in_all(tmp_path):
    import base64
    folder, content = Folder(str(tmp_path), trusting=False), base64.b64encode(bytes(LARGEST)).decode()
    with pytest.raises(Garbled):
        for number in range(11):
            folder.take(news(str(number), content))
    assert len(list(Path(tmp_path).iterdir())) == 10


def test_news_are_told_once(tmp_path):
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    ours.mkdir(), theirs.mkdir()
    one, other = Folder(str(ours), trusting=True), Folder(str(theirs), trusting=False)
    (ours / "sub").mkdir()
    (ours / "sub/a.txt").write_text("a")
    other.take(one.news())
    assert (theirs / "sub/a.txt").read_text() == "a" and one.news() == other.news() == {}
    (theirs / "sub/a.txt").unlink()
    one.take(other.news())
    assert not (ours / "sub/a.txt").exists() and one.news() == other.news() == {}


@needs_bubblewrap
def test_figures_are_the_players(heard):
    outputs = heard([
        ("set up", "import numpy as np\nimport matplotlib.pyplot as plt\nfrom matplotlib.figure import Figure"),
        ("play", "import matplotlib.pyplot as plt\ndef draw(y):\n    plt.plot(y)\n    plt.title('T')\n    return plt.gca()\n"
                 "def label(axes): axes.set_xlabel('x')\nfig, ax = plt.subplots()\nax.scatter([1, 2], [3, 4])"),
        ("test", "assert plt.gcf().axes == []\nplt.figure()\naxes = draw([1, 4, 9])\nassert plt.gca() is axes\n"
                 "assert plt.gcf().axes[0].get_title() == 'T'\nnp.testing.assert_allclose(axes.lines[0].get_ydata(), [1, 4, 9])\n"
                 "label(axes)\nassert axes.get_xlabel() == 'x'\nassert isinstance(fig, Figure) and fig.axes == [ax]\n"
                 "np.testing.assert_allclose(ax.collections[0].get_offsets(), [[1, 3], [2, 4]])"),
        ("test", "assert plt.get_fignums() == []"),
    ], {"draw", "label", "fig", "ax"}, pyplot=True, seconds=(20, 60))
    assert [errors(found) for found in outputs] == [[]] * 4
    assert ["image/png" in output["data"] for output in outputs[1] if output["output_type"] == "display_data"] == [True]
