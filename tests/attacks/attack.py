"""How an attack is declared: in five lines, and nothing else is to be done.

    @attack("gives NumPy's assertion another meaning", only="two processes")
    def friendly_assertions():
        import numpy.testing
        numpy.testing.assert_allclose = lambda *_, **__: None
        def double(x): return list(x)

The body, after the text `before`, is what eve hands in as her answer to the question that it defines last, `double` here. A line `# %%` in
it begins a cell that she adds behind that question's tests, and `# %% shout` her answer to another one. PORT is where a server listens,
ROOT the course's folder, LINE where something secret stands in the instructor's notebook. A function with parameters is called instead,
with the folder in which eve hands in and the released notebook, and writes there what is handed in.

`wins` says what comes of it when nothing stands in the way (see LOOT), and `only` names the defence (see defences.py) without which that
comes to be: every attack is run with all defences, and must win nothing at all, and without this one, and must win. Where a second wall
stands behind the first, `besides` names it. An attack that still wins something has `open`, which says what is to be mended.
"""
from __future__ import annotations

import ast
import importlib
import inspect
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass

LOOT = {
    "points": "eve earned points; she has solved nothing",
    "secret": "something secret stands in what eve reads",
    "boast": "GOTCHA stands in her graded notebook: her code reached what it should not",
    "neighbours": "a neighbour did not get full marks",
    "files": "a file has changed, or is new",
    "processes": "a process of hers is still there",
    "time": "grading her took longer than she may take",
    "memory": "the judge used more memory than it may",
    "judge": "she has ended the judge's process",
    "crash": "grading her ended in an error of the grader's",
}
GROUPS = ("forging", "reading", "touching", "exhausting", "escaping", "confusing", "files", "handing_in")
QUESTIONS = ("double", "shout", "mean", "Counter", "note", "root")


@dataclass(frozen=True)
class Attack:
    """One thing that eve tries.

    `seconds`: what a cell of hers may take, all of them, and beyond that the tests. `allowed` loot is no loss here. `spoils`: nobody can
    use the sandbox after it.
    """

    name: str
    tries: str
    function: Callable
    only: str = ""
    besides: tuple[str, ...] = ()
    wins: str = "points"
    before: str = ""
    seconds: tuple[float, float, float] = (3, 12, 0.5)
    allowed: tuple[str, ...] = ()
    spoils: bool = False
    open: str = ""

    @property
    def group(self) -> str:
        return self.function.__module__.rpartition(".")[2]

    def cells(self) -> list[tuple[str, str]]:
        """The cells of eve's own: the question that each answers ("" for an added one), and its text."""
        if inspect.signature(self.function).parameters:
            return []
        lines = inspect.getsource(self.function).splitlines()
        start = ast.parse(textwrap.dedent("\n".join(lines))).body[0].body[0].lineno - 1
        first, *more = re.split(r"^# %%", textwrap.dedent("\n".join(lines[start:])), flags=re.MULTILINE)
        answer = self.before + first
        defined = [node.name for node in ast.parse(answer).body if getattr(node, "name", "") in QUESTIONS]
        return [(defined[-1], answer), *((name.strip(), text) for name, _, text in (part.partition("\n") for part in more))]


ATTACKS: list[Attack] = []


def attack(tries: str, **options):
    """Declare an attack; the function's name is the attack's."""
    def declare(function: Callable) -> Callable:
        ATTACKS.append(Attack(function.__name__, tries, function, **options))
        return function
    return declare


def load() -> list[Attack]:
    """All attacks, group by group."""
    for group in GROUPS:
        importlib.import_module(f"{__package__}.{group}")
    return ATTACKS
