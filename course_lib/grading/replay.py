"""Find the misconception behind a failed question: the known wrong answers are replayed beside the student's own.

A function's behaviour on the set's probe inputs is compared with that of each wrong answer of the same question. If exactly one of them
behaves as the student's does, the student reads that misconception's sentence; a behaviour that two of them share, or none, says nothing.
"""
from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from .behaviour import Behaviour
from .misconceptions import Answer, Catalogue
from .original import Original
from .plain import alike, encode


class Replay:
    """The misconceptions of one set, observed once, ready to be compared with many students."""

    def __init__(self, catalogue: Catalogue, original: Original, hear: Callable[[dict], dict]):
        self._catalogue, self._original, self._hear = catalogue, original, hear
        self.probes = {question: encode(arguments) for question, arguments in catalogue.probes.items()}

    @cached_property
    def observed(self) -> list[tuple[Answer, Behaviour | None]]:
        """How each misconception behaves; found out when the first submission fails."""
        wrong = [answer for answer in self._catalogue.wrong if answer.question in self.probes]
        case = {"theirs": sorted(self._original.theirs), "shared": sorted(self._original.shared), "seconds": {"a_cell": 5, "in_all": 300},
                "steps": self._original.set_up() + [[answer.source, None, answer.question] for answer in wrong],
                "probes": self.probes, "randomness": False, "files": False, "pyplot": False, "handed_in": {}}
        behaviours = [behaviour for _, behaviour in self._hear(case)["observed"]]
        return list(zip(wrong, behaviours, strict=True))

    def match(self, question: str, behaviour: Behaviour | None) -> Answer | None:
        """The one misconception of a question that behaves so; None if there is no such one."""
        if behaviour is None:
            return None
        matches = [answer for answer, seen in self.observed if answer.question == question and alike(behaviour, seen)]
        return matches[0] if len(matches) == 1 else None
