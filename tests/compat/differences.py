"""Where stock nbgrader surprises a teacher, and where our grades differ from its grades on purpose.

Each entry: assignment, students, test cell, and (for a difference) our score.
"""
from __future__ import annotations

import copy

# Stock nbgrader takes points that a submission should keep, or leaves it points that it should lose.
ODDITIES: dict[str, list[tuple[str, str, str]]] = {
    "any text on stderr fails a test": [
        ("numpy_functions", "warns", "softmax-large"),
        ("printing", "logs_to_stderr", "area-values"),
        ("warn", "reference filters warns_on_the_way always_warns overflow fallback", "mean-shown"),
        ("warn", "warns_on_the_way", "divide-values"),
        ("warn", "always_warns", "mean-values"),
        ("warn", "fallback", "log-values"),
        ("regression", "diverges", "train-callback"),
    ],
    "since NumPy 2.4 np.testing.assert_warns says on stderr that it is deprecated: a test with it fails for everyone": [
        ("warn", "reference filters warns_on_the_way always_warns overflow fallback", "old-assert-warns"),
    ],
    "a score that does not parse as a number gives all points; since NumPy 2, np.float64(0.5) is shown so, and does not": [
        ("partial_credit", "short_words always", "numpy-score"),
        ("partial_credit", "text quoted boolean numpy_half", "student-score"),
    ],
    "a negative score and NaN give all points": [
        ("partial_credit", "negative nan", "student-score"),
    ],
}

DIFFERENCES: dict[str, list[tuple[str, str, str, float]]] = {
    "stderr costs nothing: a warning is no wrong answer": [
        ("numpy_functions", "warns", "softmax-large", 1),
        ("printing", "logs_to_stderr", "area-values", 1),
        ("warn", "reference filters warns_on_the_way always_warns overflow fallback", "mean-shown", 1),
        ("warn", "reference filters warns_on_the_way always_warns overflow fallback", "old-assert-warns", 1),
        ("warn", "warns_on_the_way", "divide-values", 1),
        ("warn", "always_warns", "mean-values", 1),
        ("warn", "fallback", "log-values", 1),
        ("regression", "diverges", "train-callback", 1),
    ],
    "a number of NumPy's is a number": [
        ("partial_credit", "short_words always", "numpy-score", 4 / 3),
        ("partial_credit", "numpy_half", "student-score", 0.5),
    ],
    "a score that is no number from 0 on is an error, and not full marks": [
        ("partial_credit", "text quoted boolean negative nan", "student-score", 0),
    ],
    "a score above the maximum is the maximum; stock nbgrader stops there, and grades nothing of that submission from there on": [
        ("partial_credit", "too_much infinite", "student-score", 2),
        ("partial_credit", "too_much infinite", "shown-not-scored", 1),
        ("partial_credit", "too_much infinite", "printed-not-scored", 1),
    ],
    "a cell that a student has deleted is put back: a test is run, an answer that is not there is no response": [
        ("quickstart", "deleted_test", "correct_squares", 1),
        ("midterm", "lost_test", "types", 1),
        ("midterm", "lost_test", "part2/essay", 0),
        ("partial_credit", "nothing", "shown-not-scored", 0),
        ("partial_credit", "nothing", "printed-not-scored", 0),
    ],
    "a test's own names never reach a student's code, nor the other way: no clash": [
        ("helpers", "same_name", "prime-values", 2),
        ("helpers", "same_name", "prime-again", 1),
        ("helpers", "same_variable", "prime-values", 2),
        ("doubles", "local_total", "total-undefined", 1),
    ],
    "tests see the set-up as the teacher wrote it, whatever the student made of it": [
        ("helpers", "other_scale", "scaled-scale", 0),
        ("helpers", "broken_set_up", "oldest-name", 1),
    ],
    "what a reference solution imports is the test's own import": [
        ("helpers", "no_import", "middle-median", 1),
    ],
    "a test cannot make a class below a student's: that class is in another process": [
        ("shapes", "reference dataclasses numpy_inside no_area no_equality plain_lists", "square-subclass", 0),
    ],
    "the student's objects do not judge themselves: comparing two of them is an error of the test cell that does not allow it": [
        ("shapes", "reference dataclasses numpy_inside no_base no_area unchecked plain_lists", "money-compared", 0),
    ],
}


def intended(assignment: str, stock: dict) -> dict:
    """The grades that we should give, where stock nbgrader gives these."""
    ours = copy.deepcopy(stock)
    for entries in DIFFERENCES.values():
        for name, students, cell, score in entries:
            if name == assignment:
                for student in students.split():
                    row = find(ours[student], cell)
                    row[:] = [score, row[1], False]
    return ours


def find(notebooks: dict, cell: str) -> list:
    """The grade of a cell, by its name or, where several notebooks have one of that name, by `NOTEBOOK/name`."""
    row, = (row for notebook, cells in notebooks.items() for name, row in cells.items() if cell in (name, f"{notebook}/{name}"))
    return row
