"""What students hand in by mistake or in despair, with the grade that each should get; every door must give it.

A row is what is handed in, the scores of T1's four tests (double-visible, double-rows, total-visible, total-unchanged), and words from the
reason or the note that the student reads.
"""
from __future__ import annotations

import copy

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

TESTS = {"double-visible": 1, "double-rows": 2, "total-visible": 1, "total-unchanged": 1}
FULL, NOTHING, FIRST_HALF = (1, 2, 1, 1), (0, 0, 0, 0), (1, 2, 0, 0)
QUICK = "c.RunSubmission.seconds_per_cell = 2\nc.RunSubmission.megabytes = 300\n"      # added to the course's configuration


def rows(tiny) -> dict[str, tuple]:
    """Each row by the name of its student."""
    def tests_changed(change) -> NotebookNode:
        notebook = copy.deepcopy(tiny.notebook())
        for cell in [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]:
            change(notebook, cell)
        return notebook

    def total(*lines: str) -> NotebookNode:
        return tiny.notebook(total="\n".join(["import os", *lines, "def total(x):", "    return sum(x)", ""]))

    return {
        "cut-short": ("{", NOTHING, "not a notebook that can be read"),
        "empty": ("", NOTHING, "not a notebook that can be read"),
        "wrong-name": (("T1 (1).ipynb", tiny.notebook()), NOTHING, "rename it to T1.ipynb"),
        "another-notebook": (new_notebook(cells=[new_code_cell("1 + 1")]), NOTHING, "not the one of this assignment"),
        "missing": (("essay.txt", "Dear teacher"), NOTHING, "no file named T1.ipynb was handed in"),
        "tests-deleted": (tests_changed(lambda notebook, cell: notebook.cells.remove(cell)), FULL, "put back"),
        "tests-twice": (tests_changed(lambda notebook, cell: notebook.cells.append(again(cell))), FULL, "more than once"),
        "tests-edited": (tests_changed(lambda notebook, cell: cell.update(source="assert False")), FULL, "different from the current ones"),
        "tests-retyped": (tests_changed(lambda notebook, cell: cell.update(cell_type="markdown")), FULL, "of another type"),
        "tests-renamed": (tests_changed(lambda notebook, cell: cell.metadata.nbgrader.update(grade_id="mine")), FULL, "put back"),
        "points-changed": (tests_changed(lambda notebook, cell: cell.metadata.nbgrader.update(points=100)), FULL, ""),
        "loops": (total("while True: pass"), FIRST_HALF, "is there a loop that never ends?"),
        "loops-inside": (tiny.notebook(total="def total(x):\n    while True: pass\n"), FIRST_HALF, "is there a loop that never ends?"),
        "exits": (total("os._exit(0)"), FIRST_HALF, "ended the interpreter"),
        "kills": (total("os.kill(os.getpid(), 9)"), FIRST_HALF, "ended the interpreter"),
        "fills-memory": (total("full = []", "while True: full.append(b'x' * (1 << 24))"), FIRST_HALF, "more memory than it may"),
        "forks": (total("while True: os.fork()"), FIRST_HALF, ""),
        "prints-100-MB": (total("for _ in range(100): print('x' * 1_000_000)"), FULL, ""),
        "warns": (total("import sys, warnings", "warnings.warn('careful')", "print('oh', file=sys.stderr)"), FULL, ""),
        "patches-numpy": (tiny.notebook(double="np.array_equal = lambda *arrays: True\ndef double(x):\n    return x\n"), (0, 0, 1, 1), ""),
        "right": (tiny.notebook(), FULL, ""),
    }


def again(cell: NotebookNode) -> NotebookNode:
    return new_code_cell(cell.source, metadata=cell.metadata)


def hand_in(tiny) -> dict[str, tuple]:
    """Have everyone hand in; the rows."""
    with (tiny.root / "nbgrader_config.py").open("a") as config:
        config.write(QUICK)
    found = rows(tiny)
    for student, (content, *_) in found.items():
        name, content = content if isinstance(content, tuple) else ("T1.ipynb", content)
        tiny.hand_in(student, content, name)
    return found


def check(course, expected: dict[str, tuple]) -> None:
    """The gradebook and the graded notebooks say what the table says."""
    submissions = {submission.student: submission for submission in course.results("T1").submissions}
    assert submissions.keys() == expected.keys()
    scores = {student: tuple(cell.score for cell in submission.cells) for student, submission in submissions.items()}
    assert scores == {student: row[1] for student, row in expected.items()}
    for student, (_, _, says) in expected.items():
        submission = submissions[student]
        assert says in " ".join([submission.refused, *submission.notes, *(cell.message for cell in submission.cells)]), student
