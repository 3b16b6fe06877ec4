"""Misconception replay: find out why a hidden test failed by running the student's function beside the misconceptions.

Each function is observed on the same probe inputs: what it returns or raises, and what it does to its arguments. A student whose function
behaves exactly as one misconception does gets that misconception's sentence; a behaviour that two of them share, or none, says nothing.
"""
from __future__ import annotations

import json
from collections.abc import Iterable

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from .behaviour import Behaviour
from .misconceptions import Answer, Catalogue
from .plain import alike, encode
from .players import Player


def ask(player: Player, question: str, probes: list[tuple], answer: str = "") -> Behaviour | None:
    """How a function behaves in this player's interpreter, or None if it could not be observed (missing, endless, not ours to read)."""
    call = f"report(globals(), {question!r}, {json.dumps(encode(probes))!r}, {answer!r})"
    cell = new_code_cell(f"from course_lib.grading.behaviour import report as _report; print(_{call})")
    player.run(cell)
    try:
        return json.loads("".join(output.text for output in cell.outputs if output.get("name") == "stdout"))     # beside a warning
    except ValueError:
        return None


class Replay:
    """The misconceptions of one set, observed once, ready to be compared with many students."""

    def __init__(self, catalogue: Catalogue, set_up: Iterable[str], player: Player):
        self.probes = catalogue.probes
        self.observed: list[tuple[Answer, Behaviour | None]] = []
        with player:
            for source in set_up:
                player.run(new_code_cell(source))
            for answer in catalogue.wrong:
                if answer.question in self.probes:
                    self.observed.append((answer, ask(player, answer.question, self.probes[answer.question], answer.source)))

    def explain(self, player: Player, question: str) -> Answer | None:
        """The one misconception that behaves as the function in this player's interpreter does; None if there is no such one."""
        if question not in self.probes:
            return None
        behaviour = ask(player, question, self.probes[question])
        if behaviour is None:
            return None
        matches = [answer for answer, seen in self.observed if answer.question == question and alike(behaviour, seen)]
        return matches[0] if len(matches) == 1 else None


def set_up_sources(notebook: NotebookNode) -> list[str]:
    """The locked set-up cells of a notebook: ours, whoever handed the notebook in."""
    roles = [cell.metadata.get("nbgrader", {}) for cell in notebook.cells]
    return [cell.source for cell, role in zip(notebook.cells, roles, strict=True)
            if cell.cell_type == "code" and role.get("locked") and not role.get("solution") and not role.get("grade")]
