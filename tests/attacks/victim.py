"""The assignment that is attacked: six questions with visible and hidden tests, worth 14 points, and what is secret about it."""
from __future__ import annotations

import copy
import re

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course_lib.grading.demo import answers_of, fill_in
from course_lib.grading.original import Original

POINTS = 14
SECRETS = {     # where it lies: the text that nobody but the instructor may read
    "a hidden input": "81.3125",
    "a hidden text": "quokka-4711",
    "the source of a hidden test": "numbat-2093",
    "the source folder": "bilby-6650",
    "the gradebook": "dugong-1178",
    "another submission": "wombat-3284",
    "the grader's environment": "potoroo-9465",
}


def answer(name: str, solution: str) -> NotebookNode:
    text = f"{solution.partition(chr(10))[0]}\n    ### BEGIN SOLUTION\n{solution.partition(chr(10))[2]}\n    ### END SOLUTION"
    return new_code_cell(text, id=name, metadata={"nbgrader": role(name, solution=True)})


def test(name: str, points: int, source: str) -> NotebookNode:
    return new_code_cell(source.strip(), id=name, metadata={"nbgrader": role(name, grade=True, locked=True, points=points)})


test.__test__ = False


def role(name: str, **roles) -> dict:
    return {"grade_id": name, "grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3} | roles


def hidden(text: str) -> str:
    comment, _, rest = text.strip().partition("\n")
    return f"{comment}\n### BEGIN HIDDEN TESTS\n{rest}\n### END HIDDEN TESTS"


SOURCE = new_notebook(cells=[
    new_markdown_cell("# Six questions", id="title"),
    new_code_cell("import numpy as np\ndef close(a, b):\n    return bool(np.all(np.abs(np.asarray(a) - b) < 1e-9))", id="setup",
                  metadata={"nbgrader": role("setup", locked=True)}),
    answer("double", "def double(x):\n    return [2 * entry for entry in x]  # bilby-6650"),
    test("double-visible", 1, "assert double([1, 2]) == [2, 4], 'double([1, 2]) should be [2, 4]'"),
    test("double-sum", 1, "assert sum(double([3, 4])) == 14, 'the sum is not doubled'"),
    test("double-hidden", 2, hidden("""
# every entry is doubled
found = double([81.3125, -3])       # numbat-2093
assert isinstance(found, list), found
np.testing.assert_allclose(found, [162.625, -6])
""")),
    answer("shout", "def shout(text):\n    return text.upper() + '!'"),
    test("shout-visible", 1, "assert shout('a') == 'A!', f'shout(a) gave {shout(\"a\")}'"),
    test("shout-mark", 1, "assert '!' in shout('b'), 'there is no ! in what shout gave'"),
    test("shout-hidden", 2, hidden("""
# all of a text is shouted
assert shout('quokka-4711') == 'QUOKKA-4711!', 'it is not loud enough'
""")),
    answer("mean", "def mean(values):\n    return sum(values) / len(values)"),
    test("mean-hidden", 1, hidden("# the mean of two numbers\nassert abs(mean([2, 5]) - 3.5) < 1e-9")),
    answer("Counter", "class Counter:\n    total = 0\n    def add(self, number): self.total += number\n"
                      "    def __enter__(self): return self\n    def __exit__(self, *error): self.total = 0"),
    test("Counter-hidden", 1, hidden("""
# it counts
with Counter() as counter:
    counter.add(3)
    assert close(counter.total, 3)
""")),
    answer("note", "def note():\n    open('note.txt', 'w').write('done')"),
    test("note-visible", 1, "note()\nassert open('note.txt').read() == 'done', 'note.txt should say done'"),
    answer("root", "def root(x):\n    return x ** 0.5"),
    test("root-score", 3, hidden("# the nearer, the better\n3 * (1 - abs(root(4.0) ** 2 - 4))")),
])


def released() -> NotebookNode:
    """What students get."""
    notebook = copy.deepcopy(SOURCE)
    for cell in notebook.cells:
        cell.source = re.sub(r"### BEGIN SOLUTION.*### END SOLUTION", "raise NotImplementedError", cell.source, flags=re.DOTALL)
        cell.source = re.sub(r"\n### BEGIN HIDDEN TESTS.*### END HIDDEN TESTS", "", cell.source, flags=re.DOTALL)
    return notebook


RELEASED = released()
ORIGINAL = Original(SOURCE, RELEASED)
HONEST = fill_in(RELEASED, answers_of(SOURCE) | {
    "mean": "def mean(values):\n    from statistics import fmean  # wombat-3284\n    return fmean(values)"})
