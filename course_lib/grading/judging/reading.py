"""What crosses between the judge and a player, read again; the other half of `values`."""
from __future__ import annotations

import math
from collections import Counter, OrderedDict, defaultdict, deque
from types import SimpleNamespace

import numpy as np
from IPython.utils.text import SList

from .kinds import CONSTANTS, GENERATORS, MAPPINGS, NAMED, RANDOM, SEQUENCES, bit_generator, dtype_of, is_plain
from .protocol import Garbled
from .values import LONGEST_INT, Foreign


class Decoder:
    """Trees become values again. Garbled: a tree that no `Encoder` makes; it may come from anyone."""

    def __init__(self, buffers: list[bytes], links, twins=()):
        self.buffers, self.links, self.new, self.twins = buffers, links, [], twins
        self._known, self._first = dict(twins), getattr(twins, "next", 0)

    def value(self, tree):
        return self._guarded(self._value, tree)

    def _value(self, tree):
        if type(tree) is list:
            return READERS.get(tree[0], Decoder._referred)(self, tree, *tree[1:])
        if type(tree) is dict:
            raise Garbled("a value is a JSON object")
        return tree

    def change(self, place, tree) -> None:
        """Make a twin what a tree says, in place."""
        self._guarded(self._change, place, tree)

    def _change(self, place, tree) -> None:
        old, (tag, *parts) = self._known[place], tree
        kind = type(old)
        if tag == "objects" and kind is np.ndarray:
            old.flat = self._objects(tree, *parts, made=False).flat
            return
        if tag != ("array" if kind is np.ndarray else "random" if kind in RANDOM else
                   kind.__name__ if kind in MAPPINGS + SEQUENCES else "instance"):
            raise Garbled(f"a {kind.__name__} is said to have become a {tag}")
        if kind is np.ndarray:
            new = self._elements(*parts)
            if old.shape != new.shape or old.dtype != new.dtype:
                raise Foreign("an array whose shape or type was changed in place")
            old[...] = new
        elif kind in RANDOM:
            bit_generator(old).state = self._value(parts[-1])
        else:
            self._fill(old, parts[tag in ("deque", "defaultdict", "instance"):])

    @staticmethod
    def _guarded(act, *arguments):
        try:
            return act(*arguments)
        except (Garbled, Foreign):
            raise
        except Exception as error:
            raise Garbled(f"a value that cannot be read ({type(error).__name__})") from None

    def _fill(self, found, items):
        """Give a container these items and no others, one by one: keys with one hash take long, and a deadline may pass."""
        items = list(map(self._value, items))
        kind, pairs = type(found), zip(items[::2], items[1::2], strict=True)
        if kind in SEQUENCES:
            found.clear()
            (found.extend if kind is not set else lambda items: [found.add(item) for item in items])(items)
        elif kind in MAPPINGS:
            found.clear()
            for key, item in pairs:
                found[key] = item
        else:
            state = dict(pairs)
            if not is_plain(type(found), state):
                raise Garbled("an object whose attributes are in the way of its methods")
            vars(found).clear()
            vars(found).update(state)
        return found

    def _made(self, found, items=None):
        self.new.append(found)
        self._known[self._first + len(self.new) - 1] = found
        return found if items is None else self._fill(found, items)

    def _list(self, tree, *items):
        return self._made([], items)

    def _SList(self, tree, *items):
        return self._made(SList(), items)

    def _set(self, tree, *items):
        return self._made(set(), items)

    def _deque(self, tree, longest, *items):
        return self._made(deque(maxlen=longest), items)

    def _dict(self, tree, *items):
        return self._made({}, items)

    def _OrderedDict(self, tree, *items):
        return self._made(OrderedDict(), items)

    def _Counter(self, tree, *items):
        return self._made(Counter(), items)

    def _defaultdict(self, tree, factory, *items):
        return self._made(defaultdict(self._value(factory)), items)

    def _instance(self, tree, name, *items):
        kind = self.links.classes[name]
        return self._made(kind() if kind is SimpleNamespace else object.__new__(kind), items)

    def _member(self, tree, kind, name):
        return self.links.classes[kind][name]

    def _record(self, tree, kind, *items):
        kind = self._value(kind)
        if not (isinstance(kind, type) and issubclass(kind, tuple)):
            raise Garbled("a named tuple of no class")
        return kind._make(map(self._value, items))

    def _class(self, tree, name):
        return self.links.classes[name]

    def _array(self, tree, *parts):
        return self._made(self._elements(*parts))

    def _view(self, tree, place, start, shape, strides):
        whole = self._known[place]
        if math.prod(shape) > whole.size or not whole.flags.forc or whole.dtype.hasobject:      # or its bytes would be read as pointers
            raise Garbled("a view of more than there is, or of objects")
        memory = whole.reshape(-1, order="A")
        return self._made(np.ndarray(tuple(shape), whole.dtype, memory, start, tuple(strides)))

    def _elements(self, dtype, shape, order, writeable, buffer) -> np.ndarray:
        if min(shape, default=0) < 0:
            raise Garbled("an array of a negative size")
        found = np.frombuffer(self.buffers[buffer], dtype_of(dtype)).reshape(shape, order={"C": "C", "F": "F"}[order]).copy(order)
        found.flags.writeable = bool(writeable)
        return found

    def _objects(self, tree, shape, *items, made=True):
        if math.prod(shape) != len(items):
            raise Garbled("an array of objects that has too few or too many")
        found = np.empty(shape, object)
        if made:
            self._made(found)
        for place, item in enumerate(items):
            found.flat[place] = self._value(item)
        return found

    def _random(self, tree, kind, bits, state):
        generator = GENERATORS[bits]()
        found = self._made({"Generator": np.random.Generator, "RandomState": np.random.RandomState}[kind](generator))
        generator.state = self._value(state)
        return found

    def _again(self, tree, place):
        return self._known[place]

    def _int(self, tree, digits):
        if len(digits) > LONGEST_INT + 3:
            raise Garbled("an integer that is too long")
        return int(digits, 16)

    def _tuple(self, tree, *items):
        return tuple(map(self._value, items))

    def _frozenset(self, tree, *items):
        return frozenset(map(self._value, items))

    def _keys(self, tree, *items):
        return dict.fromkeys(map(self._value, items)).keys()

    def _values(self, tree, *items):
        return dict(enumerate(map(self._value, items))).values()

    def _items(self, tree, *items):
        return self._fill({}, items).items()

    def _constant(self, tree, name, *parts):
        return MAKERS[name](*map(self._value, parts))

    def _named(self, tree, name):
        return NAMED[name]

    def _scalar(self, tree, dtype, buffer):
        return np.frombuffer(self.buffers[buffer], dtype_of(dtype))[0]

    def _dtype(self, tree, name):
        return dtype_of(name)

    def _bytes(self, tree, buffer):
        return self.buffers[buffer]

    def _Ellipsis(self, tree):
        return Ellipsis

    def _NotImplemented(self, tree):
        return NotImplemented

    def _referred(self, tree, *parts):
        return self.links.resolve(tree, self)


MAKERS = {name: make for name, _, make in CONSTANTS.values()}
READERS = {name[1:]: read for name, read in vars(Decoder).items() if name.startswith("_") and not name.startswith("__")
           and name not in ("_referred", "_guarded", "_change", "_fill", "_made", "_elements", "_value")}
