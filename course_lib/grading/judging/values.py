"""Plain values as JSON and buffers, there and back: what crosses between the judge and a player. Never pickle.

None, bool, float, str and short int stand for themselves; all else is a list that begins with its tag. Exact types only: a subclass of
list is no list. What is mutable is numbered as it comes (`Twins`), so that what comes twice, or contains itself, arrives as one. What is
not plain is the affair of `links`: `refer(value, encoder)` gives what stands for it, `resolve(tree, decoder)` what that stands for here,
and `classes` are those that both sides have by name; their instances cross as what is in their `__dict__`.
"""
from __future__ import annotations

from collections import defaultdict, deque
from enum import Enum
from functools import cached_property

import numpy as np

from .kinds import CONSTANTS, GENERATORS, KINDS, MAPPINGS, NAMES, RANDOM, SEQUENCES, VIEWS, bit_generator, is_plain

DEEPEST = 100
SHORT = 1 << 62
LONGEST_INT = 1 << 17           # hexadecimal digits: what is longer takes long to compute with


class Foreign(TypeError):
    """A value that cannot cross between the judge and a player."""


class Encoder:
    """Values become trees, and the bytes of arrays `buffers`. `new` are the mutable ones that the other side has not seen yet."""

    def __init__(self, links, twins=()):
        self.links, self.buffers, self.new = links, [], []
        self._places = {id(value): place for place, value in twins}
        self._first, self._depth, self._twins = getattr(twins, "next", 0), 0, twins

    @cached_property
    def _owners(self) -> dict[int, tuple[int, np.ndarray]]:
        return {id(owner(twin)): (place, twin) for place, twin in self._twins if type(twin) is np.ndarray}

    def tree(self, value):
        """What stands for a value."""
        kind = type(value)
        if value is None or kind in (bool, float, str):
            return value
        if kind is int:
            return value if -SHORT < value < SHORT else self._int(value)
        if kind is tuple:
            return self._items(["tuple"], value)
        if id(value) in self._places:
            return ["again", self._places[id(value)]]
        if is_mutable(value, self.links.classes):
            self._places[id(value)] = place = self._first + len(self.new)
            self.new.append(value)
            if kind is np.ndarray:
                if not value.dtype.hasobject and (view := self._view(value)):
                    return view
                self._owners[id(owner(value))] = place, value
            return self.contents(value)
        return self._constant(value, kind)

    def _view(self, value: np.ndarray) -> list | None:
        """What stands for an array that looks into one that has crossed."""
        place, whole = self._owners.get(id(owner(value)), (None, None))
        if whole is None or value.dtype != whole.dtype or value.size > whole.size or not whole.flags.forc or not value.size:
            return None
        (low, high), (first, last) = (np.lib.array_utils.byte_bounds(array) for array in (whole, value))
        start = value.__array_interface__["data"][0] - low
        return ["view", place, start, list(value.shape), list(value.strides)] if low <= first and last <= high else None

    def contents(self, value) -> list:
        """What stands for a mutable value, whether or not it came before."""
        kind = type(value)
        if kind is np.ndarray and value.dtype.hasobject:
            return self._items(["objects", list(value.shape)], value.flat)
        if kind is np.ndarray:
            order = "F" if value.flags.f_contiguous and not value.flags.c_contiguous else "C"
            return ["array", value.dtype.str, list(value.shape), order, value.flags.writeable, self._buffer(value.tobytes(order))]
        if kind in RANDOM:
            bits = bit_generator(value)
            if type(bits).__name__ not in GENERATORS:
                raise Foreign(f"a random generator of the kind {type(bits).__name__}")
            return ["random", kind.__name__, type(bits).__name__, self.tree(bits.state)]
        if kind is deque:
            return self._items(["deque", value.maxlen], value)
        if kind is defaultdict:
            return self._items(["defaultdict", self.tree(value.default_factory)], flat(value))
        if kind in MAPPINGS:
            return self._items([kind.__name__], flat(value))
        if kind in SEQUENCES:
            return self._items([kind.__name__], value)
        return self._items(["instance", self.links.classes.name(kind)], flat(vars(value)))

    def _constant(self, value, kind: type):
        if kind is frozenset:
            return self._items(["frozenset"], value)
        if id(value) in NAMES:
            return ["named", NAMES[id(value)]]
        if isinstance(value, np.generic) and value.dtype.kind in KINDS:
            return ["scalar", value.dtype.str, self._buffer(value.tobytes())]
        if isinstance(value, np.dtype) and value.kind in KINDS:
            return ["dtype", value.str]
        if kind is bytes:
            return ["bytes", self._buffer(value)]
        if kind in VIEWS:
            return self._items([VIEWS[kind]], flat(dict(value)) if VIEWS[kind] == "items" else value)
        if kind in CONSTANTS:
            name, parts, _ = CONSTANTS[kind]
            return self._items(["constant", name], parts(value))
        if value is Ellipsis or value is NotImplemented:
            return ["Ellipsis" if value is Ellipsis else "NotImplemented"]
        if isinstance(value, type) and self.links.classes.name(value):
            return ["class", self.links.classes.name(value)]
        if isinstance(value, Enum) and self.links.classes.name(kind):
            return ["member", self.links.classes.name(kind), value.name]
        if isinstance(value, tuple) and self.links.classes.name(kind):
            return ["record", ["class", self.links.classes.name(kind)], *map(self.tree, value)]
        return self.links.refer(value, self)

    def _items(self, head: list, items) -> list:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Foreign(f"a value nested more than {DEEPEST} deep")
        found = [*head, *map(self.tree, items)]
        self._depth -= 1
        return found

    def _int(self, value: int) -> list:
        if value.bit_length() > 4 * LONGEST_INT:
            raise Foreign("an integer of more than half a million bits")
        return ["int", hex(value)]

    def _buffer(self, content: bytes) -> int:
        self.buffers.append(content)
        return len(self.buffers) - 1


def flat(mapping) -> list:
    return [part for pair in mapping.items() for part in pair]


def is_mutable(value, classes) -> bool:
    """Whether what is done to this value in place is to be seen on the other side too."""
    kind = type(value)
    return kind in SEQUENCES or kind in MAPPINGS or kind in RANDOM or (kind is np.ndarray and value.dtype.kind in KINDS + "O") \
        or (classes.name(kind) is not None and is_plain(kind, getattr(value, "__dict__", None)))


def owner(array: np.ndarray) -> np.ndarray:
    """The array that a view, or a view of a view, looks into."""
    while type(array.base) is np.ndarray:
        array = array.base
    return array
