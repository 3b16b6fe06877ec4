"""Students' objects and players that want points: none gets any, and the judge goes on."""
import shutil

import pytest

pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs bubblewrap: apt-get install bubblewrap")

TEST = "assert f(2) == 4"
CHEATS = {
    "says that it is equal": ("class A:\n    def __eq__(self, o): return True\ndef f(x): return A()", TEST),
    "says that it is near": ("class A:\n    def __sub__(self, o): return 0.0\n    __rsub__ = __sub__\ndef f(x): return A()",
                          "assert abs(f(2) - 4) < 1e-9"),
    "is near from the other side": ("class A:\n    def __rsub__(self, o): return 0.0\ndef f(x): return A()", "assert abs(4 - f(2)) < 1e-9"),
    "swallows": ("class A:\n    def __enter__(self): return 3\n    def __exit__(self, *e): return True\ndef f(x): return A()",
                 "with f(2) as found:\n    assert found == 4"),
    "crowds out the error": (
        "import sys\ndef f(x):\n    for i in range(600):\n        print('a', file=(sys.stdout, sys.stderr)[i % 2])", TEST),
    "hides a method": ("def f(x):\n    p = Point()\n    p.right = lambda y: True\n    return p",
                       "assert f(2).right(4) is True and type(f(2)) is Point"),
    "is a subclass of int": ("class A(int):\n    def __eq__(self, o): return True\n    __hash__ = None\ndef f(x): return A()", TEST),
    "is an array subclass": ("import numpy as np\nclass A(np.ndarray):\n    def __eq__(self, o): return True\n"
                             "def f(x): return np.zeros(1).view(A)", "assert (f(2) == 4).all()"),
    "is a set-up class's child": ("class A(Point):\n    def __eq__(self, o): return True\ndef f(x): return A()", "assert f(2) == Point()"),
} | {
    f"raises {kind}": (f"def f(x): raise {kind}", TEST) for kind in (
        "SystemExit", "SystemExit(0)", "KeyboardInterrupt", "GeneratorExit", "StopIteration", "StopAsyncIteration", "BaseException",
        "__import__('bdb').BdbQuit", "__import__('asyncio').CancelledError", "__import__('unittest').SkipTest('x')",
        "SyntaxError('x', ('/etc/passwd', 1, -5, None, 'x', []))", "SyntaxError(*[[]] * 9)", "UnicodeDecodeError('a', b'', 0, 1, 'x')",
        "type('E', (BaseException,), {'_render_traceback_': lambda self: [], '__str__': lambda s: 1 / 0})",
        "type('E', (Exception,), {'__getattr__': lambda self, name: (lambda *a: None)})",
        "BaseExceptionGroup('x', [KeyboardInterrupt()])",
        "type('\\x1b[2J\\n2', (Exception,), {})", "Exception('x' * 3_000_000)", "RecursionError", "MemoryError",
        "OSError(2, 'x', 'y', None, 'z')", "ImportError('x', name=3)")
} | {
    "never ends": ("def f(x):\n    while True: yield 1", "assert list(f(2)) == [4]"),
    "never ends, in numbers": ("def f(x): return range(10 ** 12)", "assert list(f(2)) == [4]"),
    "is as long as you like": ("class A:\n    def __len__(self): return 2 ** 62\n"
                               "    def __getitem__(self, i): return 4\ndef f(x): return A()",
                               "assert list(f(2)) == [4]"),
    "fills the memory": ("def f(x):\n    while True: yield bytes(60_000_000)", "assert list(f(2)) == [4]"),
    "collides": ("def f(x): return {i * (2 ** 61 - 1) for i in range(1_000)} | {4}", TEST),
    "is a very large number": ("def f(x): return 10 ** 3_000_000", TEST),
    "is nested": ("def f(x):\n    y = []\n    for _ in range(9_000): y = [y]\n    return y", TEST),
    "contains itself": ("def f(x):\n    y = []\n    y.append(y)\n    return y", "assert f(2) == f(2)"),
    "is a large decimal": ("from decimal import Decimal\ndef f(x): return Decimal('1e999999')", "assert int(f(2)) == 4"),
}
SET_UP = "class Point:\n    def right(self, y): return False"


def errors(outputs) -> list[str]:
    return [output["ename"] for output in outputs if output["output_type"] == "error"]


@pytest.mark.parametrize("name", CHEATS)
def test_no_answer_passes_that_is_wrong_and_the_next_test_runs(heard, name):
    answer, test = CHEATS[name]
    *_, cheated, after = heard([("set up", SET_UP), ("play", answer + "\ndef g(x): return x"), ("test", test),
                                ("test", "assert g(3) == 3")], {"f", "g"}, shared={"Point"}, seconds=(2, 30))
    assert errors(cheated) != [] and errors(after) == []


SHOWS = ["__repr__ = lambda self: '2'", "__repr__ = lambda self: '2\\n'", "_repr_mimebundle_ = lambda self, **k: {'text/plain': '2'}",
         "_repr_pretty_ = lambda self, p, c: p.text('2')", "_ipython_display_ = lambda self: None", "__str__ = lambda self: '2'",
         "__getattr__ = lambda self, name: lambda *a, **k: '2'", "__class__ = int", "__float__ = lambda self: 2.0"]


@pytest.mark.parametrize("body", SHOWS)
def test_no_object_shows_itself_as_a_score(heard, body):
    _, outputs = heard([("play", f"class A:\n    {body}\ndef f(): return A()"), ("test", "f()")], {"f"})
    for output in outputs:
        with pytest.raises(ValueError):
            float(output.get("data", {}).get("text/plain", "none"))


@pytest.mark.parametrize("test", ["assert f(3)", "f(3) == 3", "f(3) - 2", "g(f(3))", "class B(A): pass", "class B(type(f(3))): pass",
                                  "f(object())", "f(3).x"])
def test_no_word_of_a_students_stands_in_a_trouble(heard, test):
    answer = ("def f(x):\n    A = type('hidden3', (), {'__sub__': lambda self, o: 3, '__init__': lambda self: None})\n    return A()\n"
              "class A: pass\ndef g(x): import os; os._exit(3)")
    _, outputs = heard([("play", answer), ("test", test)], {"f", "g", "A"})
    for output in outputs:
        if output["ename"] in ("NotComparable", "CannotCross", "Stopped", "TooSlow"):
            assert "hidden" not in output["evalue"] and "3" not in output["evalue"]


LIES = {
    "no message": "1",
    "another form": "[1, 2, 3]",
    "an answer that is a question": "[['ask', 'call', [0], [], [], False], {}]",
    "a question for what was not given": "[['ask', 'call', ['tuple', ['tuple', 7], ['dict']], [], [], False], {}]",
    "a question for more": "[['ask', '__class__', ['tuple', ['tuple', 0], ['dict']], [], [], False], {}]",
    "a method of a file": "[['ask', 'read', ['tuple', ['tuple', 0], ['dict']], [], [], False], {}]",
    "raises a number": "[['raised', '', 3, [], [], False], {}]",
    "changes what is not there": "[['done', '', 4, [[99, ['list']]], [], False], {}]",
    "changes into another kind": "[['done', '', 4, [[0, ['dict']]], [], False], {}]",
    "changes nonsense": "[['done', '', 4, [3], [], False], {}]",
    "forgets nonsense": "[['done', '', ['again', 0], [], [0, 'x', None], False], {}]",
    "a named tuple of code": "[['done', '', ['record', ['held', 1, 'record', 'A', ['x=__import__(1)'], None], 4], [], [], False], {}]",
    "an own class of an odd name": "[['done', '', ['held', 1, 'error', 'a\\x00b', ['ValueError'], None], [], [], False], {}]",
    "a class of the judge's": "[['raised', '', ['error', 1, None, ['course_lib.grading.judging.handles.NotComparable'], "
                              "['tuple'], '', '', None], "
                              "[], [], False], {}]",
    "an exception of no class": "[['done', '', ['error', 1, 3, [], 3, 3, 3, 3], [], [], False], {}]",
    "an instance of anything": "[['done', '', ['instance', 'int', 'x', 1], [], [], False], {}]",
    "something of the judge's": "[['done', '', ['lent', 5], [], [], False], {}]",
    "a file outside": "[['done', '', 4, [], [], False], {'files': {'../x': ''}}]",
    "files of another form": "[['done', '', 4, [], [], False], {'files': [1]}]",
    "an aside of another form": "[['done', '', 4, [], [], False], {'printed': 3}]",
    "an aside of code": "[['done', '', 4, [], [], False], {'printed': [['__class__', 'x']]}]",
    "a random state": "[['done', '', 4, [], [], False], {'random': [[1], {}]}]",
    "an error mode": "[['done', '', 4, [], [], False], {'errors': {'divide': 'eval'}}]",
}


@pytest.mark.parametrize("name", LIES)
def test_a_player_that_lies_wins_nothing_and_a_new_one_comes(heard, name):
    lie = (f"def f(x):\n    import gc\n    wire = next(o for o in gc.get_objects() if type(o).__name__ == 'Wire')\n"
           f"    wire.send({LIES[name]})\n    import time\n    time.sleep(9)")
    *_, cheated, after = heard([("play", lie + "\ndef g(x): return x"), ("test", "assert f([2]) == 5"), ("test", "assert g(3) == 3")],
                               {"f", "g"}, seconds=(2, 30), files=True)
    assert errors(cheated) != [] and errors(after) in ([], ["TooSlow"])      # it is still asleep if it lied well
