"""One side of a conversation between the judge and a player: ask the other side to do something, and answer what it asks meanwhile.

Values go as copies, but mutable ones stay *twins*: with each message both sides tell what has become of those that they still use, so that
what is done to one is done to the other. A call over the wire looks like a call, and a list that a student's object keeps is the test's.
"""
from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import numpy as np

from .kinds import MAPPINGS, RANDOM, SEQUENCES, bit_generator
from .protocol import Garbled, Wire
from .reading import Decoder
from .values import Encoder, Foreign, flat

DEEPEST = 50        # questions inside questions
MOST_TWINS = 200_000


class Peer:
    """Both ends of a wire: `ask` the other side, and `answer(operation, *arguments, **options)` what it asks.

    `links` stand for what is not plain (see `values`); of the exceptions of an answer those of the kinds `catch` cross. `aside()`, plain
    JSON, is told with every message, and `heard(aside)` gets what the other side tells so.
    """

    def __init__(self, wire: Wire, answer: Callable, links, catch: type[BaseException] | tuple = Exception, aside: Callable = lambda: None,
                 heard: Callable = lambda told: None):
        self.wire, self.answer, self.links, self.catch, self.aside, self.heard = wire, answer, links, catch, aside, heard
        self.twins, self._depth, self._anew = Twins(), 0, False

    def anew(self) -> None:
        """From now on what has crossed before is strange."""
        self.twins, self._anew = Twins(), True

    def ask(self, operation: str, /, *arguments, **options):
        """The other side's answer. Raises what it raised, Closed, Garbled or Late; Foreign: an argument that cannot cross."""
        self._say("ask", operation, (arguments, options) if options else (arguments,))
        while True:
            how, operation, said, aside = self._hear()
            if how == "ask":
                self._answer(operation, said, aside)
                continue
            self.heard(aside)
            if how == "done":
                return said
            if isinstance(said, BaseException):
                raise said
            raise Garbled("what was raised is no exception")

    def serve(self) -> None:
        """Answer questions until the other side hangs up (Closed)."""
        while True:
            how, operation, said, aside = self._hear()
            if how != "ask":
                raise Garbled("an answer to no question")
            self._answer(operation, said, aside)

    def _answer(self, operation: str, said, aside) -> None:
        match said:
            case [tuple(arguments)] if self._depth < DEEPEST:
                options = {}
            case [tuple(arguments), dict(options)] if self._depth < DEEPEST and all(type(name) is str for name in options):
                pass
            case _:
                raise Garbled("a question that cannot be read, or too many inside each other")
        self._depth += 1
        try:
            self.heard(aside)
            answer = "done", self.answer(operation, *arguments, **options)
        except self.catch as error:
            answer = "raised", error
        finally:
            self._depth -= 1
        how, said = answer
        try:
            self._say(how, "", said)
        except (Foreign, ValueError) as error:
            self._say("raised", "", TypeError(f"the answer is {error}"))

    def _say(self, how: str, operation: str, value) -> None:
        idle = self.twins.idle()            # before the encoder knows them too
        encoder = Encoder(self.links, self.twins)
        changes = [[place, encoder.contents(self.twins.values[place])] for place in self.twins.changed()]
        self.wire.send([[how, operation, encoder.tree(value), changes, idle, self._anew], self.aside()], encoder.buffers)
        self._anew = False
        self.twins.update(encoder.new, changes, idle)

    def _hear(self) -> tuple[str, str, object, object]:
        match self.wire.receive():
            case [[("ask" | "done" | "raised") as how, str(operation), tree, list(changes), list(idle), bool(anew)], aside], buffers:
                pass
            case _:
                raise Garbled("neither a question nor an answer")
        if anew:
            self.twins = Twins()
        decoder = Decoder(buffers, self.links, self.twins)
        for change in changes:
            decoder.change(*_pair(change))
        value = decoder.value(tree)
        self.twins.update(decoder.new, changes, [place for place in idle if type(place) is int])
        return how, operation, value, aside


class Twins:
    """The mutable values that both sides have, by the numbers that they have on both sides."""

    def __init__(self):
        self.values, self._seen, self.next = {}, {}, 0

    def __iter__(self) -> Iterator[tuple[int, object]]:
        return iter(self.values.items())

    def changed(self) -> list[int]:
        """Which of them are not what they were when last told of."""
        return [place for place, value in self.values.items() if look(value)[0] != self._seen[place][0]]

    def idle(self) -> list[int]:
        """Which of them nobody on this side knows any more but this table."""
        return [place for place in self.values if sys.getrefcount(self.values[place]) <= 2]

    def update(self, new: list, changes: list, idle: list[int]) -> None:
        """These have come, were told of, and are forgotten."""
        for place in idle:
            self.values.pop(place, None)
            self._seen.pop(place, None)
        for value in new:
            self.values[self.next], self._seen[self.next] = value, look(value)
            self.next += 1
        for place, _ in changes:
            if place in self.values:
                self._seen[place] = look(self.values[place])
        if len(self.values) > MOST_TWINS:
            raise Garbled("too many objects to be kept the same on both sides")


def look(value) -> tuple:
    """What changes when something is done to a mutable value itself, and not when only its items change; and what keeps that valid."""
    kind = type(value)
    if kind is np.ndarray:
        return (list(map(id, value.flat)), list(value.flat)) if value.dtype.hasobject else ((value.shape, value.tobytes()), None)
    if kind in RANDOM:
        return repr(bit_generator(value).state), None
    items = list(value) if kind in SEQUENCES else flat(value if kind in MAPPINGS else vars(value))
    return list(map(id, items)), items


def _pair(change) -> tuple[int, list]:
    match change:
        case [int(place), [_, *_] as tree]:
            return place, tree
    raise Garbled("a change that cannot be read")
