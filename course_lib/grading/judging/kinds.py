"""Which kinds of values are plain, and what both sides call by name."""
from __future__ import annotations

import builtins
import datetime
import math
import pathlib
import re
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from operator import attrgetter
from types import FunctionType, SimpleNamespace

import numpy as np
from IPython.utils.text import SList  # what `!command` gives

from .protocol import Garbled

KINDS = "biufcSUmM"             # of array elements: booleans, numbers, bytes, text, times
SEQUENCES = (list, set, deque, SList)
MAPPINGS = (dict, OrderedDict, Counter, defaultdict)
VIEWS = {type(view()): name for holder in ({}, OrderedDict()) for name, view in
         (("keys", holder.keys), ("values", holder.values), ("items", holder.items))}
RANDOM = (np.random.Generator, np.random.RandomState)
GENERATORS = {kind.__name__: kind for kind in (np.random.PCG64, np.random.PCG64DXSM, np.random.MT19937, np.random.Philox, np.random.SFC64)}
LARGEST_EXPONENT = 10_000
HEAP = 1 << 9                   # the flag of a class that was made by a `class` statement


def decimal(text: str) -> Decimal:
    """A Decimal of bounded size: int() of one, or its sum with 1, writes out all its digits."""
    found = Decimal(text)
    if found.is_finite() and abs(found.adjusted()) > LARGEST_EXPONENT:
        raise Garbled("a decimal number that is too large")
    return found


def pattern(text, flags: int) -> re.Pattern:
    return re.compile(text, flags & ~re.DEBUG)


# kind: its name, its parts, and what makes it of them
CONSTANTS = {kind: (kind.__name__, attrgetter(*fields.split()), kind) for kind, fields in {
    complex: "real imag", slice: "start stop step", range: "start stop step", Fraction: "numerator denominator",
    datetime.timedelta: "days seconds microseconds", datetime.date: "year month day",
    datetime.datetime: "year month day hour minute second microsecond tzinfo",
    datetime.time: "hour minute second microsecond tzinfo"}.items()}
CONSTANTS |= {datetime.timezone: ("timezone", lambda zone: (zone.utcoffset(None),), datetime.timezone),
              Decimal: ("Decimal", lambda number: (str(number),), decimal),
              type(pathlib.Path()): ("Path", lambda path: (str(path),), pathlib.Path),
              np.ma.MaskedArray: ("masked", lambda array: (np.asarray(array.data), np.ma.getmaskarray(array)),
                                  lambda data, mask: np.ma.array(data, mask=mask)),
              re.Pattern: ("Pattern", attrgetter("pattern", "flags"), pattern)}


def _named() -> dict[str, object]:
    """What both sides have and call by name: builtin types and exceptions, NumPy's scalar types and ufuncs, the functions of math."""
    types = {name: value for name, value in vars(builtins).items() if isinstance(value, type) and name not in ("type", "object", "super")}
    scalars = {f"numpy.{kind.__name__}": kind for kind in np.sctypeDict.values() if kind is not np.object_}
    ufuncs = {f"numpy.{name}": value for name, value in vars(np).items() if isinstance(value, np.ufunc)}
    functions = {f"math.{name}": value for name, value in vars(math).items() if callable(value) and not name.startswith("_")}
    containers = {kind.__name__: kind for kind in (*CONSTANTS, deque, *MAPPINGS) if kind.__module__ != "builtins"}
    return types | scalars | ufuncs | functions | containers


NAMED = _named()
NAMES = {id(value): name for name, value in NAMED.items()}


class Classes(dict):
    """The classes that both sides have by name: those that the cells of set-up made, as they made them first."""

    def __init__(self, names: Iterable[str] = ()):
        super().__init__({"types.SimpleNamespace": SimpleNamespace})
        self.names = frozenset(names)

    def learn(self, namespace: dict) -> None:
        """Look what there is by these names now; each stands for what it was first."""
        for name in self.names - self.keys():
            value = dict.get(namespace, name)
            if isinstance(value, type) and value.__module__ == "__main__":
                self[name] = value

    def name(self, kind: type) -> str | None:
        return next((name for name, value in self.items() if value is kind), None)


def is_plain(kind: type, state: dict | None) -> bool:
    """Whether an instance of a class is what its __dict__ says, and nothing there hides a method or a property of the class."""
    ours = kind is SimpleNamespace or all(base is object or base.__flags__ & HEAP for base in kind.__mro__)
    if state is None or not ours or issubclass(kind, Enum):
        return False
    own = [getattr(kind, name, None) for name in state if type(name) is str]
    return len(own) == len(state) and not any(isinstance(value, (FunctionType, property, classmethod, staticmethod)) for value in own)


def bit_generator(generator):
    """The source of bits of a Generator or a RandomState."""
    return generator._bit_generator if isinstance(generator, np.random.RandomState) else generator.bit_generator


def dtype_of(name) -> np.dtype:
    found = np.dtype(name) if isinstance(name, str) and len(name) < 24 else None
    if found is None or found.kind not in KINDS:
        raise Garbled("an array of a type that does not cross")
    return found
