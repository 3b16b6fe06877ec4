"""A judge and a player in two processes, and between them what tests take for granted."""
import shutil

import pytest

from course_lib.grading.judging.bench import Bench, JudgeLost
from course_lib.grading.judging.names import bound, imported
from course_lib.grading.sandbox import Sandbox

pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs bubblewrap: apt-get install bubblewrap")

ANSWER = '''
import collections, random, warnings
import numpy as np
class MyError(ValueError):
    def __init__(self, word, n): self.n = n
    def __str__(self): return f"bad {self.n}"
class Value:
    def __init__(self, data): self.data, self.grad = data, 0
    def __mul__(self, other): return Value(self.data * (other.data if isinstance(other, Value) else other))
    __rmul__ = __mul__
    def __eq__(self, other): return True
    def __repr__(self): return f"Value({self.data})"
x = [1, 2]
def f(a, b=2, *, c=3):
    "What f does."
    return a + b * c
def g(n):
    if n < 0: raise MyError("negative", n)
    return np.arange(n)
class Box:
    def __init__(self, items): self.items = items
    def add(self, item): self.items.append(item)
Pair = collections.namedtuple("Pair", "low high")
gaps = np.array([1.0, None], object)
def pair(a, b): return Pair(a, b)
def second(pair): return pair.high
def counted(text): return collections.Counter(text)
def unchanged(x): return x
def caused():
    try: 1 / 0
    except ZeroDivisionError as e: raise KeyError("k") from e
def write(file, text):
    print(text, end="", file=file)
    return file
def firsts(items, n): return [next(items) for _ in range(n)]
def name_of(f): return f.__name__, f.__doc__
def ask(): return input() + input("more?")
def gen(n):
    for i in range(n): yield i
def squares(n): return [i * i for i in range(n)]
def total(n): return sum(squares(n))
def scale(k): return lambda v: v * k
def loop():
    while True: pass
def noisy():
    print("hello")
    warnings.warn("careful")
def inplace(items, table, array):
    items.append(3); table["k"] = items; array[0] = 9
    return array
def draw(): return np.random.rand(), random.random()
def twice(h): return h(h(3))
def leave(): import os; os._exit(3)
def singular(): return np.linalg.inv(np.zeros((2, 2)))
def divide(): return np.float64(1) / 0
'''
NAMES = sorted(bound(ANSWER) - imported(ANSWER))
PASSES = {
    "calls": """
assert f(1) == 7 and f(1, b=1, c=1) == 2
""",
    "documentation": """
assert f.__doc__ == 'What f does.' and f.__name__ == 'f'
""",
    "signature": """
import inspect
assert str(inspect.signature(f)) == '(a, b=2, *, c=3)'
""",
    "own exceptions": """
try:
    g(-1)
except MyError as e:
    assert e.args == ('negative', -1)
else:
    assert False
assert issubclass(MyError, ValueError)
""",
    "assert_raises": """
from numpy.testing import assert_raises
assert_raises(ValueError, g, -2)
assert_raises(TypeError, f, 1, 2, 3)
""",
    "NumPy's exceptions": """
import numpy as np
try:
    singular()
except np.linalg.LinAlgError:
    pass
""",
    "arrays": """
import numpy as np
np.testing.assert_array_equal(g(3), [0, 1, 2])
assert isinstance(g(3), np.ndarray) and g(3).dtype == int
""",
    "objects": """
v = Value(3) * Value(4)
assert v.data == 12 and repr(v) == 'Value(12)' and isinstance(v, Value)
w = 2 * v
w.grad = 5
assert (w.data, w.grad) == (24, 5)
""",
    "lenient": """
# the student's objects may compare
assert Value(3) == Value(4)
""",
    "variables": """
x.append(5)
assert x == [1, 2, 5]
x = [7]
assert x == [7] and 'x' in globals() and 'y' not in globals()
""",
    "generators": """
assert list(gen(3)) == [0, 1, 2]
it = gen(5)
assert next(it) == 0 and next(it) == 1
""",
    "deleting and rebinding": """
kept = squares
del squares
try:
    total(3)
    assert False
except NameError:
    pass
finally:
    squares = kept
assert total(3) == 5
squares = lambda n: [1] * n
assert total(3) == 3
""",
    "closures and callbacks": """
assert scale(3)(5) == 15 and twice(lambda k: k * 2) == 12
""",
    "exceptions in callbacks": """
def bad(k):
    raise KeyError('mine')
try:
    twice(bad)
except KeyError as e:
    assert e.args == ('mine',)
""",
    "prints and warnings": """
import io, contextlib, warnings
with contextlib.redirect_stdout(io.StringIO()) as said, warnings.catch_warnings(record=True) as warned:
    warnings.simplefilter('always')
    noisy()
assert said.getvalue() == 'hello\\n' and [str(w.message) for w in warned] == ['careful']
""",
    "changes in place": """
import numpy as np
items, table, array = [1], {}, np.zeros(3)
assert inplace(items, table, array) is array
assert items == [1, 3] and table['k'] is items and array[0] == 9
inplace(items, table, array[1:])
assert array[1] == 9
""",
    "random state": """
import random
import numpy as np
np.random.seed(3); random.seed(4)
found = draw()
np.random.seed(3); random.seed(4)
assert found == (np.random.rand(), random.random())
""",
    "error mode": """
import numpy as np
with np.errstate(all='raise'):
    try:
        divide()
        assert False
    except FloatingPointError:
        pass
""",
    "named tuples and the like": """
assert pair(1, 2) == (1, 2) and pair(1, 2).low == 1 and type(pair(1, 2)).__name__ == "Pair" and second(pair(1, 2)) == 2
from collections import Counter
assert counted("aab") == {"a": 2, "b": 1} and isinstance(counted(""), Counter)
assert unchanged({1: 2}.keys()) == {1} and gaps.tolist() == [1.0, None]
""",
    "lists that objects keep": """
items = [1, 2]
box = Box(items)
items.append(3)
assert box.items == [1, 2, 3] and box.items is items
box.add(4)
assert items == [1, 2, 3, 4]
box.items.append(5)
assert items[-1] == 5 and len(box.items) == 5
rows = [[1], [2]]
box = Box(rows)
rows[0].append(7)
assert box.items[0] == [1, 7] and box.items[0] is rows[0]
""",
    "attributes and making of own exceptions": """
try:
    g(-1)
except MyError as e:
    assert e.n == -1 and str(e) == "bad -1" and not hasattr(e, "missing")
try:
    raise MyError("made", 3)
except ValueError as e:
    assert e.n == 3 and e.args == ("made", 3)
""",
    "causes": """
try:
    caused()
except KeyError as e:
    assert type(e.__cause__) is ZeroDivisionError
""",
    "exceptions come back as themselves": """
class Odd(Exception): pass
mine = Odd(7)
def bad(k): raise mine
try:
    twice(bad)
except Odd as e:
    assert e is mine
assert unchanged(mine) is mine
""",
    "what is lent": """
import io
paper = io.StringIO()
write(paper, "hello")
assert paper.getvalue() == "hello" and write(paper, "") is paper
assert firsts(iter([5, 6, 7]), 2) == [5, 6]
def mine(): "doc"
assert unchanged(mine) is mine and name_of(mine) == ("mine", "doc")
assert unchanged(str.upper)("a") == "A" and unchanged(len)("ab") == 2
""",
    "input": """
import io, sys
from unittest.mock import patch
with patch("builtins.input", side_effect=["a", "b"]) as typed:
    assert ask() == "ab" and typed.call_args.args == ("more?",)
with patch("sys.stdin", io.StringIO("c\\nd\\n")):
    assert ask() == "cd"
""",
    "source and code": """
import inspect
assert inspect.isfunction(f) and "a + b * c" in inspect.getsource(f) and f.__code__.co_varnames == ("a", "b", "c")
assert inspect.isgeneratorfunction(gen) and not inspect.isgeneratorfunction(f) and inspect.isclass(Box)
""",
    "names of their types": """
assert type(Value(3)).__name__ == "Value" and type(Value(3)) is type(Value(4)) and callable(f) and not callable(Value(3))
import copy
v = Value(3)
w = copy.deepcopy(v)
w.data = 4
assert v.data == 3 and f"{v}" == "Value(3)"
""",
    "functions are equal to themselves": """
assert f == f and f != g and f and Value == Value
import numpy as np
assert np.vectorize(f)([1, 2]).tolist() == [7, 8]
""",
    "globals of a test's functions": """
def replace():
    global squares
    squares = lambda n: [2] * n
kept, before = squares, total(3)
replace()
assert total(3) == 6
squares = kept
from unittest.mock import patch
with patch.dict(globals(), squares=lambda n: [9]):
    assert total(3) == 9
assert total(3) == before
""",
    "helpers in tests": """
def check(n):
    return f(n) == n + 6
assert all(check(n) for n in range(3))
""",
}
FAILS = {
    "NotComparable": """
assert Value(3) == Value(4)
""",
    "AssertionError": """
assert f(1) == 3, 'should be 7'
""",
    "StdinNotImplementedError": """
ask()
""",
    "IndexError": """
def use(k): [][0]
twice(use)
""",
    "NameError": """
missing
""",
    "TooSlow": """
try:
    loop()
except:
    pass
""",
    "Stopped": """
try:
    leave()
except Exception:
    pass
""",
    "CannotCross": """
try:
    f(object())
except Exception:
    pass
""",
}


@pytest.fixture(scope="module")
def judged():
    """judged(steps) -> the judgement of a case with the answer above before them; each step is (the player's source, the judge's)."""
    with Bench() as bench, Sandbox() as sandbox:
        def judge(*steps, seconds=(2, 30)):
            case = {"theirs": NAMES, "steps": [(ANSWER, None, ""), *((*step, "f") for step in steps)], "probes": {"f": [{"tuple": [2]}]},
                    "seconds": dict(zip(("a_cell", "in_all"), seconds, strict=True)),
                    "randomness": True, "shared": [], "files": False, "pyplot": False, "handed_in": {}}
            return bench.judge(case, sandbox.player)
        yield judge


def errors(outputs) -> list[str]:
    return [output["ename"] for output in outputs if output["output_type"] == "error"]


@pytest.fixture(scope="module")
def passed(judged):
    return dict(zip(PASSES, judged(*((None, test) for test in PASSES.values()))["outputs"][1:], strict=True))


@pytest.mark.parametrize("name", PASSES)
def test_a_test_works_as_in_one_kernel(passed, name):
    assert errors(passed[name]) == [], passed[name]


@pytest.mark.parametrize("name", FAILS)
def test_a_test_fails_for_its_reason_whatever_it_catches_and_the_next_one_runs(judged, name):
    outputs = judged((None, FAILS[name]), (None, "assert f(1) == 7"))["outputs"]
    assert [errors(found) for found in outputs[1:]] == [[name], []]


def test_after_a_cell_that_kills_the_others_have_run(judged):
    *_, killed, after = judged(("import os; f = lambda a: 9", None), ("os._exit(3)", None), (None, "assert f(1) == 9"))["outputs"]
    assert errors(killed) == ["Stopped"] and errors(after) == []


def test_time_in_all_is_bounded(judged):
    outputs = judged(*[(None, "while True: pass")] * 4, (None, "assert f(1) == 7"), seconds=(1, 3))["outputs"]
    assert [errors(found) for found in outputs[1:]] == [["TooSlow"], ["TooSlow"], ["TooSlow"], ["NotRun"], ["NotRun"]]


def test_a_test_that_ends_the_judge_is_told(judged):
    with pytest.raises(JudgeLost):
        judged((None, "import os; os._exit(0)"))


def test_cells_of_students_leave_what_a_kernel_would(judged):
    _, outputs = judged(("print('a')\n!echo $x\n%time f(1)\ndisplay(3)\n1 / 0", None))["outputs"]
    said = "".join(output["text"] for output in outputs if output["output_type"] == "stream")
    assert said.startswith("a\n[1, 2]\n") and "Wall time" in said
    assert [output["output_type"] for output in outputs][-2:] == ["display_data", "error"] and errors(outputs) == ["ZeroDivisionError"]


def test_a_function_whose_test_failed_is_observed(judged):
    assert judged((None, "assert f(1) == 0"))["observed"] == [["f", [{"returned": 8, "arguments": {"tuple": [2]}}]]]
    assert judged((None, "assert f(1) == 7"))["observed"] == []


def test_nothing_stays_for_the_next(judged):
    judged(("leaked = 1", None), (None, "import builtins, numpy; builtins.leaked = numpy.pi; numpy.pi = 3"))
    _, ours, theirs = judged((None, "import numpy\nassert numpy.pi > 3.1\nleaked"), ("leaked", None))["outputs"]
    assert errors(ours) == errors(theirs) == ["NameError"]
