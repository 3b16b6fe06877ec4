"""Messages between the judge and a player: a JSON header and raw buffers on a stream socket.

What the other side says is data: a length, a type and bytes, each checked before it is believed. A frame is the length of the header (4
bytes, little endian), the header `[message, [length of each buffer]]`, and the buffers.
"""
from __future__ import annotations

import json
import socket
import struct
import time
from collections.abc import Sequence

LONGEST_HEADER = 8 << 20
LONGEST_BUFFERS = 256 << 20         # together
MOST_BUFFERS = 10_000
AHEAD = 1 << 16                     # bytes that are taken at once, if they are there
PRECISION = 0.02                    # of a deadline, in seconds
JSON = json.JSONEncoder(separators=(",", ":")).encode


class Closed(Exception):
    """The other side has hung up."""


class Garbled(Exception):
    """The other side said something that is no message; the text says what."""


class Late(Exception):
    """The deadline passed before the message was through."""


class TooMuch(ValueError):
    """More than goes into one message."""


class Wire:
    """One end of a socket. `deadline`, a value of time.monotonic(), holds for all that is sent and received; None is for ever."""

    def __init__(self, sock: socket.socket, deadline: float | None = None):
        self.sock, self.deadline, self._ahead = sock, deadline, bytearray()

    def send(self, message, buffers: Sequence[bytes] = ()) -> None:
        """Send a message of plain JSON and its buffers. TooMuch: it is longer than the other side would take."""
        header = JSON([message, [len(buffer) for buffer in buffers]]).encode()
        if len(header) > LONGEST_HEADER or len(buffers) > MOST_BUFFERS or sum(map(len, buffers)) > LONGEST_BUFFERS:
            raise TooMuch(f"too much for one message: {len(header):,} bytes of text and {sum(map(len, buffers)):,} of arrays")
        self._patiently(self.sock.sendall, b"".join([struct.pack("<I", len(header)), header, *buffers]))

    def receive(self) -> tuple[object, list[bytes]]:
        """The next message and its buffers."""
        length, = struct.unpack("<I", self._exactly(4))
        if length > LONGEST_HEADER:
            raise Garbled(f"a header of {length:,} bytes was announced; {LONGEST_HEADER:,} are allowed")
        message, lengths = _parse(self._exactly(length))
        return message, [self._exactly(length) for length in lengths]

    def _exactly(self, count: int) -> bytes:
        while len(self._ahead) < count:
            chunk = self._patiently(self.sock.recv, min(max(count - len(self._ahead), AHEAD), 1 << 20))
            if not chunk:
                raise Closed("the other side hung up")
            self._ahead += chunk
        found = bytes(self._ahead[:count])
        del self._ahead[:count]
        return found

    def _patiently(self, act, argument):
        if self.deadline is not None:
            left = self.deadline - time.monotonic()
            if left <= 0:
                raise Late("time is up")
            patience = self.sock.gettimeout()
            if patience is None or abs(left - patience) > PRECISION:        # to set it takes as long as to send
                self.sock.settimeout(left)
        try:
            return act(argument)
        except TimeoutError:
            raise Late("time is up") from None
        except OSError as error:
            raise Closed(f"the other side hung up ({error.strerror})") from None


def _parse(header: bytes) -> tuple[object, list[int]]:
    try:
        content = json.loads(header.decode())
    except (ValueError, RecursionError):
        raise Garbled("a header is no JSON that can be read") from None
    match content:
        case [message, list(lengths)] if len(lengths) <= MOST_BUFFERS and all(type(length) is int and length >= 0 for length in lengths):
            if sum(lengths) <= LONGEST_BUFFERS:
                return message, lengths
    raise Garbled("a header is not [message, lengths of buffers], or announces more than is allowed")
