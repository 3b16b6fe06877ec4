"""One side of a conversation between the judge and a player: ask the other side to do something, and answer what it asks meanwhile.

Arguments go as copies. What the answering side did to them in place is told with the result and done to the originals, and a result that
is one of the arguments arrives as that argument: a call over the wire looks like a call.
"""
from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .protocol import Garbled, Wire
from .values import CONTAINERS, Decoder, Encoder, Foreign, bit_generator

DEEPEST = 50        # questions inside questions


class Peer:
    """Both ends of a wire: `ask` the other side, and `answer(operation, *arguments, **options)` what it asks.

    refer(value) and resolve(tree) stand for what is not plain, raised(error) and error(what) for exceptions, of which only those of the
    kinds `catch` cross. `aside()`, plain JSON, is told with every message, and `heard(aside)` gets what the other side tells so.
    """

    def __init__(self, wire: Wire, answer: Callable, refer: Callable, resolve: Callable, raised: Callable, error: Callable,
                 catch: type[BaseException] = Exception, aside: Callable = lambda: None, heard: Callable = lambda told: None):
        self.wire, self.answer, self.refer, self.resolve, self.raised, self.error = wire, answer, refer, resolve, raised, error
        self.catch, self.aside, self.heard, self._depth = catch, aside, heard, 0

    def ask(self, operation: str, *arguments, **options):
        """The other side's answer. Raises what it raised, Closed, Garbled or Late; Foreign: an argument that cannot cross."""
        encoder = Encoder(self.refer)
        self._send(["ask", operation, encoder.tree((arguments, options))], encoder.buffers)
        while True:
            message, buffers = self._receive()
            match message:
                case ["ask", *question]:
                    self._answer(question, buffers)
                case ["done" | "raised" as how, tree, list(changes)]:
                    decoder = Decoder(buffers, self.resolve, encoder.objects)
                    said = decoder.value(tree)
                    for place, new in [(_place(place, encoder.objects), decoder.value(new)) for place, new in changes]:
                        change(encoder.objects[place], new)
                    if how == "raised":
                        raise self.error(said)
                    return said
                case _:
                    raise Garbled("neither a question nor an answer")

    def serve(self) -> None:
        """Answer questions until the other side hangs up (Closed)."""
        while True:
            match self._receive():
                case ["ask", *question], buffers:
                    self._answer(question, buffers)
                case _:
                    raise Garbled("an answer to no question")

    def _answer(self, question: list, buffers: list[bytes]) -> None:
        decoder = Decoder(buffers, self.resolve)
        match question:
            case [str(operation), tree] if self._depth < DEEPEST:
                match decoder.value(tree):
                    case [tuple(arguments), dict(options)] if all(type(name) is str for name in options):
                        return self._do(operation, arguments, options, decoder.objects)
        raise Garbled("a question that cannot be read, or too many inside each other")

    def _do(self, operation: str, arguments: tuple, options: dict, objects: list) -> None:
        before = [look(value) for value in objects]
        self._depth += 1
        try:
            how, said = "done", self.answer(operation, *arguments, **options)
            reply = self._reply(how, said, objects, before)
        except self.catch as error:
            reply = self._reply("raised", self.raised(error), objects, before)
        finally:
            self._depth -= 1
        try:
            self._send(*reply)
        except ValueError as error:
            self._send(*self._reply("raised", self.raised(Foreign(f"the answer is {error}")), (), ()))

    def _reply(self, how: str, said, objects, before) -> tuple[list, list[bytes]]:
        encoder = Encoder(self.refer, objects)
        tree = encoder.tree(said)
        changes = [[place, encoder.anew(value)] for place, (value, (old, _)) in enumerate(zip(objects, before, strict=True))
                   if look(value)[0] != old]
        return [how, tree, changes], encoder.buffers

    def _send(self, message: list, buffers: list[bytes]) -> None:
        self.wire.send([message, self.aside()], buffers)

    def _receive(self) -> tuple[object, list[bytes]]:
        match self.wire.receive():
            case [message, aside], buffers:
                self.heard(aside)
                return message, buffers
        raise Garbled("a message without its aside")


def look(value) -> tuple:
    """What changes when something is done to a mutable value itself, and not when only its items change; and what keeps that valid."""
    if type(value) in CONTAINERS:
        items = [part for pair in value.items() for part in pair] if type(value) is dict else list(value)
        return list(map(id, items)), items
    return (value.shape, value.tobytes()) if type(value) is np.ndarray else repr(bit_generator(value).state), None


def change(old, new) -> None:
    """Make a mutable value what `new` is, in place. Garbled: it is of another kind; Foreign: an array whose shape was changed in place."""
    if type(old) is not type(new):
        raise Garbled(f"a {type(old).__name__} is said to have become a {type(new).__name__}")
    if type(old) is np.ndarray:
        if old.shape != new.shape or old.dtype != new.dtype:
            raise Foreign("an array whose shape or type was changed in place")
        old[...] = new
    elif type(old) is list:
        old[:] = new
    elif type(old) in (dict, set):
        old.clear()
        old.update(new)
    else:
        bit_generator(old).state = bit_generator(new).state


def _place(place, objects: list) -> int:
    if type(place) is int and 0 <= place < len(objects):
        return place
    raise Garbled("a change to nothing that was sent")
