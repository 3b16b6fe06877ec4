"""Plain values as JSON and buffers, there and back: what crosses between the judge and a player. Never pickle.

None, bool, float, str and short int stand for themselves; all else is a list that begins with its tag. Exact types only: a subclass of
list is no list. Lists, dicts, sets, arrays and random generators are numbered as they come, so that one that comes twice, or contains
itself, arrives as one. What is not plain goes to `refer`, and comes back through `resolve`.
"""
from __future__ import annotations

import builtins
import math
from collections.abc import Callable, Iterable

import numpy as np

from .protocol import Garbled

DEEPEST = 100
KINDS = "biufcSUmM"             # of array elements: booleans, numbers, bytes, text, times
SHORT = 1 << 62
RANDOM = (np.random.Generator, np.random.RandomState)
GENERATORS = {kind.__name__: kind for kind in (np.random.PCG64, np.random.PCG64DXSM, np.random.MT19937, np.random.Philox, np.random.SFC64)}


def _named() -> dict[str, object]:
    """What both sides have and call by name: builtin types and exceptions, NumPy's scalar types and ufuncs, the functions of math."""
    types = {name: value for name, value in vars(builtins).items() if isinstance(value, type) and name not in ("type", "object", "super")}
    scalars = {f"numpy.{kind.__name__}": kind for kind in np.sctypeDict.values() if kind is not np.object_}
    ufuncs = {f"numpy.{name}": value for name, value in vars(np).items() if isinstance(value, np.ufunc)}
    functions = {f"math.{name}": value for name, value in vars(math).items() if callable(value) and not name.startswith("_")}
    return types | scalars | ufuncs | functions


NAMED = _named()
NAMES = {id(value): name for name, value in NAMED.items()}


class Foreign(TypeError):
    """A value that cannot cross between the judge and a player."""


class Encoder:
    """Values become trees, the bytes of arrays `buffers`, and what is mutable stands in `objects` in the order in which it came."""

    def __init__(self, refer: Callable, known: Iterable = ()):
        self.refer, self.buffers, self.objects = refer, [], list(known)
        self._places = {id(value): place for place, value in enumerate(self.objects)}
        self._depth = 0

    def tree(self, value):
        """What stands for a value; `refer(value)` gives what stands for one that is not plain."""
        kind = type(value)
        if value is None or kind in (bool, float, str):
            return value
        if kind is int:
            return value if -SHORT < value < SHORT else ["int", hex(value)]
        if id(value) in self._places:
            return ["again", self._places[id(value)]]
        if kind in CONTAINERS or kind in RANDOM or (kind is np.ndarray and value.dtype.kind in KINDS):
            self._places[id(value)] = len(self.objects)
            self.objects.append(value)
            return self.contents(value)
        return self._constant(value, kind)

    def contents(self, value):
        """What stands for a mutable value, whether or not it came before; for a tuple too."""
        kind = type(value)
        if kind in CONTAINERS or kind in (tuple, frozenset):
            items = [part for pair in value.items() for part in pair] if kind is dict else value
            self._depth += 1
            if self._depth > DEEPEST:
                raise Foreign(f"a value nested more than {DEEPEST} deep")
            found = [kind.__name__, *map(self.tree, items)]
            self._depth -= 1
            return found
        if kind is np.ndarray:
            order = "F" if value.flags.f_contiguous and not value.flags.c_contiguous else "C"
            return ["array", value.dtype.str, list(value.shape), order, value.flags.writeable, self._buffer(value.tobytes(order))]
        return ["random", kind.__name__, *self._state(value)]

    def _constant(self, value, kind: type):
        if kind in (tuple, frozenset):
            return self.contents(value)
        if id(value) in NAMES:
            return ["named", NAMES[id(value)]]
        if isinstance(value, np.generic) and value.dtype.kind in KINDS:
            return ["scalar", value.dtype.str, self._buffer(value.tobytes())]
        if isinstance(value, np.dtype) and value.kind in KINDS:
            return ["dtype", value.str]
        if kind is complex:
            return ["complex", value.real, value.imag]
        if kind is bytes:
            return ["bytes", self._buffer(value)]
        if kind in (slice, range):
            return [kind.__name__, *map(self.tree, (value.start, value.stop, value.step))]
        if value is Ellipsis or value is NotImplemented:
            return ["Ellipsis" if value is Ellipsis else "NotImplemented"]
        return self.refer(value)

    def anew(self, value):
        """What stands for the present contents of a mutable value that came before."""
        self.objects.append(value)
        return self.contents(value)

    def _state(self, generator):
        bits = bit_generator(generator)
        if type(bits).__name__ not in GENERATORS:
            raise Foreign(f"a random generator of the kind {type(bits).__name__}")
        return type(bits).__name__, self.tree(bits.state)

    def _buffer(self, content: bytes) -> int:
        self.buffers.append(content)
        return len(self.buffers) - 1


class Decoder:
    """Trees become values again. Garbled: a tree that no `Encoder` makes; it may come from anyone."""

    def __init__(self, buffers: list[bytes], resolve: Callable, known: Iterable = ()):
        self.buffers, self.resolve, self.objects = buffers, resolve, list(known)

    def value(self, tree):
        if not isinstance(tree, list):
            if isinstance(tree, dict):
                raise Garbled("a value is a JSON object")
            return tree
        try:
            tag, *parts = tree
            return getattr(self, f"_{tag}" if tag in TAGS else "_referred")(tree, *parts)
        except Garbled:
            raise
        except (TypeError, ValueError, IndexError, KeyError, OverflowError, AttributeError, RecursionError, MemoryError) as error:
            raise Garbled(f"a value that cannot be read ({type(error).__name__})") from None

    def _list(self, tree, *items):
        self.objects.append(found := [])
        found.extend(map(self.value, items))
        return found

    def _dict(self, tree, *items):
        self.objects.append(found := {})
        parts = list(map(self.value, items))
        found.update(zip(parts[::2], parts[1::2], strict=True))
        return found

    def _set(self, tree, *items):
        self.objects.append(found := set())
        found.update(map(self.value, items))
        return found

    def _array(self, tree, dtype, shape, order, writeable, buffer):
        if min(shape, default=0) < 0:
            raise Garbled("an array of a negative size")
        found = np.frombuffer(self.buffers[buffer], _dtype(dtype)).reshape(shape, order={"C": "C", "F": "F"}[order]).copy(order)
        found.flags.writeable = bool(writeable)
        self.objects.append(found)
        return found

    def _random(self, tree, kind, bits, state):
        generator = GENERATORS[bits]()
        found = {"Generator": np.random.Generator, "RandomState": np.random.RandomState}[kind](generator)
        self.objects.append(found)
        generator.state = self.value(state)
        return found

    def _again(self, tree, place):
        return self.objects[place]

    def _int(self, tree, digits):
        return int(digits, 16)

    def _tuple(self, tree, *items):
        return tuple(map(self.value, items))

    def _frozenset(self, tree, *items):
        return frozenset(map(self.value, items))

    def _named(self, tree, name):
        return NAMED[name]

    def _scalar(self, tree, dtype, buffer):
        return np.frombuffer(self.buffers[buffer], _dtype(dtype))[0]

    def _dtype(self, tree, name):
        return _dtype(name)

    def _complex(self, tree, real, imaginary):
        return complex(real, imaginary)

    def _bytes(self, tree, buffer):
        return self.buffers[buffer]

    def _slice(self, tree, *parts):
        return slice(*map(self.value, parts))

    def _range(self, tree, *parts):
        return range(*map(self.value, parts))

    def _Ellipsis(self, tree):
        return Ellipsis

    def _NotImplemented(self, tree):
        return NotImplemented

    def _referred(self, tree, *parts):
        return self.resolve(tree)


CONTAINERS = (list, dict, set)
TAGS = {name[1:] for name in vars(Decoder) if name.startswith("_") and not name.startswith("__")} - {"referred"}


def bit_generator(generator):
    """The source of bits of a Generator or a RandomState."""
    return generator._bit_generator if isinstance(generator, np.random.RandomState) else generator.bit_generator


def _dtype(name) -> np.dtype:
    found = np.dtype(name) if isinstance(name, str) and len(name) < 24 else None
    if found is None or found.kind not in KINDS:
        raise Garbled("an array of a type that does not cross")
    return found
