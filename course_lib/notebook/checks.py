"""Checkpoints: quick questions answered in code. No points; a hint where it went wrong, the reason where it went right."""
from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

import numpy as np

from course_lib.notebook.message import Message


class Question(NamedTuple):
    """What a right answer is, why it is right, and a hint that does not give it away."""

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
    return Message(f"**Right.** {asked.why}" if _holds(asked.right, answer) else f"**Not yet.** {asked.hint}")


def equals(expected) -> Callable[[object], bool]:
    """Right when the answer is this number or these numbers (to 1e-6), or this text in any case."""
    if isinstance(expected, str):
        return lambda answer: isinstance(answer, str) and answer.strip().lower() == expected.lower()
    expected = np.asarray(expected, dtype=float)
    return lambda answer: np.shape(answer) == expected.shape and np.allclose(np.asarray(answer, dtype=float), expected, rtol=0, atol=1e-6)


def _holds(right: Callable[[object], bool], answer) -> bool:
    try:
        return bool(right(answer))
    except Exception:       # an answer of any type at all: what cannot be judged is not right
        return False
