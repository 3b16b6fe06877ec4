"""How an attack is declared: in five lines, and nothing else is to be done.

    @attack("gives NumPy's assertion another meaning", only="two processes")
    def friendly_assertions():
        import numpy.testing
        numpy.testing.assert_allclose = lambda *_, **__: None
        def double(x): return list(x)

The body is what eve hands in as her answer to the question that it defines, `double` here (`at` names another one); a line `# %%` in it
begins a cell that she adds. A function with parameters is called instead, with the folder in which eve hands in and the released notebook,
and writes the files there that are handed in.

`wins` says what comes of it when nothing stands in the way (see LOOT), and `only` names the defence (see defences.py) without which that
comes to be: every attack is run with all defences, and must win nothing at all, and without this one, and must win. An attack that still
wins something today has `open`, which says what is to be mended.
"""
from __future__ import annotations

import ast
import importlib
import inspect
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

LOOT = {
    "points": "eve earned a point; she has solved nothing",
    "secret": "something secret stands in what eve reads",
    "boast": "eve's own cell says GOTCHA: it reached what it should not",
    "neighbours": "a neighbour did not get full marks",
    "files": "a file outside has changed, or is new",
    "processes": "a process of hers is still there",
    "bulk": "her graded notebook is larger than 10 MB",
    "memory": "the judge or the grader used more than 1 GB",
    "judge": "she has ended the judge's process",
    "crash": "grading her ended in an error of the grader's",
}
GROUPS = ("forging", "reading", "touching", "exhausting", "escaping", "confusing", "files")


@dataclass(frozen=True)
class Attack:
    """One thing that eve tries. `seconds`: what a cell of hers may take, and all of them; `course`: graded through nbgrader's gradebook."""

    name: str
    tries: str
    only: str
    hand_in: Callable
    wins: str = "points"
    seconds: tuple[float, float] = (3, 12)
    course: bool = False
    allowed: tuple[str, ...] = ()
    open: str = ""
    cells: list[tuple[str | None, str]] = field(default_factory=list)

    @property
    def group(self) -> str:
        return self.hand_in.__module__.rpartition(".")[2]


ATTACKS: list[Attack] = []


def attack(tries: str, *, only: str, at: str = "", **options):
    """Declare an attack; the function's name is the attack's."""
    def declare(function: Callable) -> Callable:
        cells = [] if inspect.signature(function).parameters else cells_of(function, at)
        ATTACKS.append(Attack(function.__name__, tries, only, function, cells=cells, **options))
        return function
    return declare


def cells_of(function: Callable, at: str) -> list[tuple[str | None, str]]:
    """The cells in a function's body: the answer to a question, and those that are added after it."""
    lines = inspect.getsource(function).splitlines()
    first = ast.parse(textwrap.dedent("\n".join(lines))).body[0].body[0].lineno - 1
    body = textwrap.dedent("\n".join(lines[first:]))
    answer, *added = (part.strip("\n") for part in body.split("# %%\n"))
    return [(at or question(answer), answer), *((None, text) for text in added)]


def question(source: str) -> str:
    """The question that an answer is for: that of the function or class that it defines first."""
    names = [node.name for node in ast.parse(source).body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    return next(name for name in names if name in ("double", "shout", "mean", "Counter", "root"))


def load() -> list[Attack]:
    """All attacks, group by group."""
    for group in GROUPS:
        if Path(__file__).with_name(f"{group}.py").exists():
            importlib.import_module(f"{__package__}.{group}")
    return ATTACKS
