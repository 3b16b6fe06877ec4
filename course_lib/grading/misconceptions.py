"""A set's catalogue: the wrong answers that students really write, each with the sentence that helps, and right ones.

A catalogue is a Python file, `sources/misconceptions/E1.py`. Each answer is what a student would leave in one answer cell, under the name
that the question asks for, so names repeat and every answer stands alone (it may use what the notebook's set-up cell imports):

    @wrong("E1-STRICT", breaks="threshold_unit-at_zero", says="At v = 0 the unit fires: use >= 0, not > 0.")
    def threshold_unit(X, w, b):
        return np.where(X @ w + b > 0, 1, -1)

    @right("loops")
    def threshold_unit(X, w, b):
        return np.array([1 if sum(p * q for p, q in zip(x, w)) + b >= 0 else -1 for x in X])

    PROBES = {"threshold_unit": [(X, w, b), ...]}

PROBES holds, for each question, the arguments on which a student's function is compared with the misconceptions (see `replay`).
"""
from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path


def wrong(code: str, *, breaks: str, says: str):
    """Mark a misconception: its code, the grade_id of the test cell whose property it breaks, the sentence a student should read."""
    return lambda answer: answer


def right(style: str):
    """Mark another right answer, by what makes it different."""
    return lambda answer: answer


@dataclass(frozen=True)
class Answer:
    """What a student might leave in the answer cell of `question`."""
    question: str
    source: str
    name: str               # a misconception's code, or the style of a right answer
    breaks: str = ""        # grade_id of the test cell that a wrong answer must fail; "" for a right answer
    says: str = ""

    @property
    def is_wrong(self) -> bool:
        return bool(self.breaks)


@dataclass(frozen=True)
class Catalogue:
    answers: tuple[Answer, ...]
    probes: dict[str, list[tuple]]

    @property
    def wrong(self) -> list[Answer]:
        return [answer for answer in self.answers if answer.is_wrong]

    @property
    def right(self) -> list[Answer]:
        return [answer for answer in self.answers if not answer.is_wrong]


def load(path: Path) -> Catalogue:
    """Read a catalogue: the answers as text, the probes as values."""
    return loads(path.read_text(encoding="utf-8"))


def loads(text: str) -> Catalogue:
    """As `load`, from a catalogue's text."""
    lines = text.split("\n")
    answers = [read(node, decorator, lines)
               for node in ast.parse(text).body
               for decorator in getattr(node, "decorator_list", [])
               if isinstance(decorator, ast.Call) and decorator.func.id in ("wrong", "right")]
    names = {"__name__": "catalogue"}
    exec(compile(text, "catalogue", "exec"), names)
    return Catalogue(tuple(answers), names["PROBES"])


def read(node: ast.FunctionDef | ast.ClassDef, decorator: ast.Call, lines: list[str]) -> Answer:
    keywords = {keyword.arg: ast.literal_eval(keyword.value) for keyword in decorator.keywords}
    source = "\n".join(lines[node.lineno - 1:node.end_lineno]) + "\n"
    return Answer(node.name, source, ast.literal_eval(decorator.args[0]), **keywords)
