"""Checkpoints: quick questions answered in code. No points; a hint where it went wrong, the reason where it went right."""
from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from numbers import Real
from typing import NamedTuple

import numpy as np

from course_lib.notebook.message import Message


class Question(NamedTuple):
    """What a right answer is, why it is right, and a hint that does not give it away; a wrong example shows the form of an answer."""

    example: object
    right: Callable[[object], bool]
    why: str
    hint: str


def check(question: str, answer=None) -> Message:
    """Say whether an answer is right; `question` is its id, such as "L01-at-zero", and None or ... stand for no answer yet.

    The questions of lecture L01 stand in course_lib/notebook/questions/L01.py. Whatever the answer is, nothing is raised.
    """
    asked = import_module(f"course_lib.notebook.questions.{question.split('-')[0]}").QUESTIONS[question]
    if answer is None or answer is ...:
        return Message("**Your turn.** Replace `None` by your answer and run the cell again.")
    if not _holds(has_form_of(asked.example), answer):
        return Message(f"**Almost: the form.** Please give {_form(asked.example)}.")
    return Message(f"**Right.** {asked.why}" if _holds(asked.right, answer) else f"**Not yet.** {asked.hint}")


def equals(expected) -> Callable[[object], bool]:
    """Right when the answer is this number or these numbers (to 1e-6)."""
    return lambda answer: np.allclose(np.asarray(answer, dtype=float), expected, rtol=0, atol=1e-6)


def says(*texts: str) -> Callable[[object], bool]:
    """Right when the answer is one of these texts, in any case."""
    return lambda answer: answer.strip().lower() in texts


def has_form_of(example) -> Callable[[object], bool]:
    """Right when the answer is a text as the example is, or as many numbers in the same arrangement; True and "2" are not numbers."""
    if isinstance(example, str):
        return lambda answer: isinstance(answer, str)

    def right(answer) -> bool:
        values = np.asarray(answer, dtype=object)
        return values.shape == np.shape(example) and all(isinstance(v, Real) and not isinstance(v, bool) for v in values.flat)
    return right


def _form(example) -> str:
    count = "a text" if isinstance(example, str) else ("", "one number", "two numbers", "three numbers", "four numbers")[np.size(example)]
    return f"{count}, such as `{example!r}`"


def _holds(right: Callable[[object], bool], answer) -> bool:
    try:
        return bool(right(answer))
    except Exception:       # an answer of any type at all: what cannot be judged is not right
        return False
