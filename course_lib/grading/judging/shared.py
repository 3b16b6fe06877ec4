"""The names that both sides know: the player is told which of them a test has changed."""
from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

import numpy as np

from .kinds import KINDS, Classes
from .names import Names, touched
from .values import Encoder

MISSING = object()
UNCHANGING = (int, float, str, bool, type(None))


class Shared:
    """The shared `names` of the judge's `namespace`, as the player knows them."""

    def __init__(self, namespace: Names, names: Set[str]):
        self.namespace, self.names, self.first, self.told = namespace, names, {}, {}

    def learn(self) -> None:
        """Set-up has run on both sides: these values come first."""
        self.first = {name: dict.get(self.namespace, name) for name in self.names & self.namespace.keys()} | self.first

    def watch(self, source: str) -> None:
        """This test may change some of them."""
        self.told = {name: look(self.namespace, name) for name in self.names & changeable(source)}

    def changed(self) -> tuple[tuple, tuple, tuple, dict]:
        """What the player has not been told yet: names and their new plain values, names that are gone, names that stand again for what
        they did first, and what may not cross."""
        plain, gone, again, rest = {}, [], [], {}
        for name, (value, seen, _) in self.told.items():
            now, looks, crosses = found = look(self.namespace, name)
            if now is value and looks == seen:
                continue
            self.told[name] = found
            if now is MISSING:
                gone.append(name)
            elif now is self.first.get(name, MISSING) and callable(now):
                again.append(name)
            else:
                (plain if crosses else rest)[name] = now
        return tuple(plain.items()), tuple(gone), tuple(again), rest


@lru_cache(1_000)
def changeable(source: str) -> Set[str]:
    """The words of a cell that are names which it may change."""
    return touched(source) & set(re.findall(r"\w+", source))


def look(namespace: dict, name: str) -> tuple:
    """A value of the judge's, what tells whether it has been changed, and whether it crosses for sure."""
    value = dict.get(namespace, name, MISSING)
    if type(value) in UNCHANGING:
        return value, None, True
    if type(value) is np.ndarray and value.dtype.kind in KINDS:
        return value, (value.shape, value.dtype, value.tobytes()), True
    strangers = Strangers()
    encoder = Encoder(strangers)
    return value, (encoder.tree(value), encoder.buffers), not strangers.met


class Strangers:
    """What is not plain changes in ways that nobody sees."""

    classes, met = Classes(), False

    def refer(self, value, encoder) -> list:
        self.met = True
        return ["object", id(value)]
