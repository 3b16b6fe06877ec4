"""A wire believes nothing that it has not checked."""
import json
import socket
import struct
import time
from threading import Thread

import pytest

from course_lib.grading.judging.protocol import LONGEST_BUFFERS, LONGEST_HEADER, MOST_BUFFERS, Closed, Garbled, Late, Wire


@pytest.fixture
def ends():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Wire(ours, deadline=time.monotonic() + 20), theirs


def say(sock: socket.socket, header: bytes, rest: bytes = b"") -> None:
    sock.sendall(struct.pack("<I", len(header)) + header + rest)


def test_messages_and_buffers_come_through(ends):
    wire, theirs = ends
    large = bytes(range(256)) * 20_000
    Thread(target=Wire(theirs).send, args=(["a", {"b": float("inf")}], [b"", large])).start()
    assert wire.receive() == (["a", {"b": float("inf")}], [b"", large])


@pytest.mark.parametrize("header", [
    b"", b"{", b"\xff\xfe", b"1", b"[1]", b"[1, 2]", b"[1, [-1]]", b"[1, [0.5]]", b"[1, [true]]", b"[1, [], 2]", b"[" * 100_000,
    b"[1" + b"0" * 10_000 + b", []]",
    json.dumps([1, [LONGEST_BUFFERS + 1]]).encode(), json.dumps([1, [LONGEST_BUFFERS, 1]]).encode(),
    json.dumps([1, [0] * (MOST_BUFFERS + 1)]).encode(),
], ids=lambda header: repr(header[:20]))
def test_what_is_no_message_is_refused(ends, header):
    wire, theirs = ends
    say(theirs, header)
    with pytest.raises(Garbled):
        wire.receive()


def test_a_lie_about_the_length_is_refused_before_anything_is_read(ends):
    wire, theirs = ends
    theirs.sendall(struct.pack("<I", LONGEST_HEADER + 1))
    with pytest.raises(Garbled, match="header of 8,388,609 bytes"):
        wire.receive()


@pytest.mark.parametrize("said", [b"", b"\x01", struct.pack("<I", 9) + b"[1", struct.pack("<I", 8) + b"[1, [5]]abc"])
def test_whoever_hangs_up_has_said_nothing(ends, said):
    wire, theirs = ends
    theirs.sendall(said)
    theirs.close()
    with pytest.raises(Closed):
        wire.receive()


def test_a_deadline_that_is_near_holds_too(ends):
    wire, _ = ends
    wire.deadline = time.monotonic() + 0.01
    with pytest.raises(Late):
        wire.receive()


@pytest.mark.parametrize("said", [b"", b"\x01\x00", struct.pack("<I", 9) + b"[1"])
def test_silence_ends_at_the_deadline(ends, said):
    wire, theirs = ends
    theirs.sendall(said)
    wire.deadline = time.monotonic() + 0.05
    with pytest.raises(Late):
        wire.receive()


def test_who_does_not_listen_cannot_hold_the_speaker(ends):
    wire, _ = ends
    wire.deadline = time.monotonic() + 0.05
    with pytest.raises(Late):
        wire.send(1, [bytes(50 << 20)])


def test_what_is_too_long_is_not_sent(ends):
    wire, _ = ends
    with pytest.raises(ValueError, match="too much for one message"):
        wire.send("x" * LONGEST_HEADER)
