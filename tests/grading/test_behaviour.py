"""Observing a function: its result, its exception, its arguments afterwards."""

import numpy as np

from course_lib.grading.behaviour import observe
from course_lib.grading.plain import encode


def test_results_and_arguments_are_seen():
    def halve(x):
        x /= 2
        return x.sum()
    probe = np.array([2.0, 4.0])
    assert observe(halve, [(probe,)]) == [{"returned": 3.0, "arguments": encode((np.array([1.0, 2.0]),))}]
    assert probe.tolist() == [2.0, 4.0], "each function must get a probe of its own"


def test_an_exception_is_seen_by_its_type():
    assert observe(lambda x: x[0], [(3,)]) == [{"raised": "TypeError", "arguments": {"tuple": [3]}}]


def test_prints_and_warnings_do_not_disturb(capsys, recwarn):
    observe(lambda: print("look at me", np.float64(1) / 0), [()])
    assert capsys.readouterr().out == "" and not recwarn
