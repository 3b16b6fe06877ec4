"""Tell from inside whether the walls stand."""
from __future__ import annotations

import json
import socket

QUESTIONS = """
import errno, importlib, os, pathlib, socket
answer = []
for family, address in ((socket.AF_INET, ("127.0.0.1", {port})), (socket.AF_UNIX, {name!r})):
    try:
        socket.socket(family, socket.SOCK_STREAM).connect(address)
        answer.append("it reaches the network")
    except OSError:
        pass
try:
    os.kill(-1, 0)
    answer.append("it sees other processes")
except ProcessLookupError:
    pass
if pathlib.Path({secret!r}).exists() or pathlib.Path("/etc/passwd").exists():
    answer.append("it sees files outside")
try:
    with open("scratch", "w") as file:
        file.write("x")
except OSError as error:
    answer.append("it cannot write to its scratch folder (" + str(error) + ")")
for name in {lazy!r}:
    try:
        importlib.import_module(name)
    except Exception as error:
        answer.append("it cannot import " + name + " (" + str(error) + ")")
"""
LAZY = ("numpy.testing", "IPython.core.interactiveshell", "ctypes", "unittest")


def answer(line: socket.socket) -> None:
    """Run the programs that come down the line, one JSON text in each line, and send back what each leaves as `answer`, or its error."""
    with line.makefile("rw") as stream:
        for text in stream:
            names: dict = {}
            try:
                exec(json.loads(text), names)
                reply = names.get("answer")
            except BaseException as error:
                reply = f"{type(error).__name__}: {error}"
            stream.write(json.dumps(reply) + "\n")
            stream.flush()


def ask(line: socket.socket, program: str):
    """What a program leaves as `answer` on the other side; raises ConnectionError when the player is lost."""
    line.sendall(json.dumps(program).encode() + b"\n")
    with line.makefile("r") as stream:
        reply = stream.readline()
    if not reply:
        raise ConnectionError("the player hung up")
    return json.loads(reply)
