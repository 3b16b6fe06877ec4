"""The defences, by name, and how a test leaves one out: a wall of the sandbox by its own name, any other by changing one function.

A test asserts that each of them is all that stands between some attack and its loot, so none can go unnoticed.
"""
from __future__ import annotations

import json
import pickle
import re
from collections.abc import Iterable
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import nbformat
import numpy as np
from nbformat.v4 import new_output

from course_lib.grading.judging.reading import READERS

WALLS = ("files", "environment", "network", "pids", "session", "proc", "scratch", "descriptors", "system calls", "capabilities",
         "process count", "address space", "memory", "open files", "cpu")        # of course_lib.grading.sandbox
JUDGES_MEMORY = 400 << 20


@dataclass(frozen=True)
class Defence:
    """What stands at `target`, and what stands there `instead` when it is left out."""

    says: str
    target: str
    instead: Any

    def left_out(self):
        """A context in which this process does without it."""
        return patch(f"course_lib.grading.{self.target}", self.instead, create=True)


def forgetful(self, source: str) -> list:
    """Shell.run, believing what IPython shows."""
    from course_lib.grading.judging.shell import Outputs, Stream
    self.outputs, self.source = Outputs(), source
    with redirect_stdout(Stream("stdout", self.outputs.text)), redirect_stderr(Stream("stderr", self.outputs.text)):
        self.run_cell(source, store_history=False)
    return self.outputs


def talkative(host, name: str, base: type[BaseException]) -> type[BaseException]:
    """holdings.own_error, with all that a student's class has."""
    return type(name, (base,), {"__getattr__": lambda error, name: host.ask("getattr", error, name), "__init__": lambda *_, **__: None})


def all_notebooks(converter, folder: str) -> list[str]:
    """nbgrader_doors.expected, expecting whatever was handed in."""
    return sorted(map(str, Path(folder).glob("*.ipynb")))


class Lost(Exception):
    """No exception is one of these."""


def anywhere(self, tree, place, start, shape, strides):
    """Decoder._view, of arrays of anything."""
    whole = self._known[place]
    return self._made(np.ndarray(tuple(shape), whole.dtype, whole.reshape(-1, order="A"), start, tuple(strides)))


IN_JUDGE = {
    "two processes": Defence(
        "tests do not run in the interpreter of the answers", "judging.judge.Judge.test",
        lambda self, source, **_: self.play(source)),
    "whose names": Defence(
        "a name that no solution binds is the judge's", "judging.names.Names.__getitem__",
        lambda self, name: self.host.ask("get", name) if self.host.ask("has", name) else dict.__getitem__(self, name)),
    "no comparing": Defence(
        "a student's object does not say whether it is equal", "judging.judge.Judge.lenient",
        property(lambda self: True, lambda self, value: None)),
    "no pickle": Defence(
        "values are data", "judging.reading.Decoder._referred",
        lambda self, tree, *parts: pickle.loads(self.buffers[parts[0]]) if tree[0] == "pickle" else self.links.resolve(tree, self)),
    "message bounds": Defence(
        "no message is longer than 8 MB", "judging.protocol.LONGEST_HEADER", 1 << 62),
    "no message, no belief": Defence(
        "what is no message of the protocol is refused", "judging.protocol._parse", json.loads),
    "values are read with care": Defence(
        "what stands for no value is refused", "judging.reading.Decoder._guarded", staticmethod(lambda act, *arguments: act(*arguments))),
    "asides are checked": Defence(
        "so is what is told besides", "judging.mirror.Mirror.hear", lambda self, told: self._do(**told)),
    "errors are not forgotten": Defence(
        "a test that fails is lost, whatever becomes of its error on the way to where it is shown", "judging.shell.Shell.run", forgetful),
    "errors have no say": Defence(
        "how an error of a student's is shown is not the student's affair", "judging.holdings.own_error", talkative),
    "room for errors": Defence(
        "an error is shown however much is shown before it", "judging.outputs.Outputs.put",
        lambda self, kind, **content: self.append(new_output(kind, **content)) if len(self) < 500 else None),
    "files stay in their folder": Defence(
        "a player's file is written nowhere else by the judge", "judging.folder.PLAIN", re.compile(".*")),
    "outputs are checked": Defence(
        "outputs of a cell are such as a notebook can hold", "judging.judge.Judge._played", lambda self, source: self.ask("run", source)),
    "outputs in all": Defence(
        "and no more in all than one message can tell", "judging.court.ROOM", 1 << 62),
    "no pointers": Defence(
        "what looks into an array of objects is refused", "judging.reading.READERS", READERS | {"view": anywhere}),
    "one line of a SyntaxError": Defence(
        "an exception names no file that is shown", "judging.errors.SyntaxError", Lost),
    "only what was lent": Defence(
        "a player asks the judge for nothing but what a test gave it", "judging.holdings.Holdings.answer",
        lambda self, operation, name, *_: dict.get(self.host.names, name) is not None),
    "deadline of a cell": Defence(
        "a cell takes so long and no longer", "judging.judge.Judge._clock", lambda self: None),
    "deadline of all": Defence(
        "so does a notebook", "judging.judge.Judge.ends", property(lambda self: float("inf"), lambda self, value: None)),
    "the judge's memory": Defence(
        "what is small to send may be huge to look at", "judging.judge.bound_memory", lambda: None),
}
IN_GRADER = {
    "deadline of a judgement": Defence(
        "a judge that hears no signal is ended", "judging.bench.GRACE", 3600),
    "a score is a number": Defence(
        "of what else a test shows nbgrader would make full marks", "grade.settle", lambda cell: None),
    "silence": Defence(
        "after a hidden test nobody reads what a student's code says", "feedback.silence", lambda cell, hidden, refused: None),
    "tests are the source's": Defence(
        "what was handed in as a test does not count", "intake.is_fixed", lambda cell: False),
    "rebuilt from the released": Defence(
        "a submission is answers, and nothing else", "intake.rebuild", lambda submitted, released: (submitted, [])),
    "regular files alone": Defence(
        "a link or a pipe is no submission", "intake.is_regular", lambda path: path.exists()),
    "refused with a reason": Defence(
        "what cannot be read is one student's problem", "intake.opened",
        lambda submitted, name: nbformat.reads(submitted.decode(), as_version=4)),
    "bounded files": Defence(
        "a submission has so many bytes", "intake.LARGEST_FILE", 1 << 62),
    "bounded files beside": Defence(
        "and what lies beside it so many", "intake.MOST_BESIDE", 1 << 62),
    "bounded cells": Defence(
        "and so many cells", "intake.MOST_CELLS", 1 << 62),
    "bounded code": Defence(
        "and so much code", "intake.LONGEST_CODE", 1 << 62),
    "timestamps are read": Defence(
        "what nbgrader cannot read as a time is no time", "intake.is_time", lambda path: True),
    "links are removed": Defence(
        "nbgrader copies what is handed in, and would follow a link out of it", "intake.clear_links", lambda folder: None),
    "outputs sanitised": Defence(
        "and of what a student's code shows only what is harmless", "sanitise.outputs", lambda cell: None),
    "expected notebooks": Defence(
        "looked for is what the assignment has, not what was handed in", "nbgrader_doors.expected", all_notebooks),
    "names are texts": Defence(
        "the name of a file can be written into another one", "intake.written", str),
    "sanitised": Defence(
        "of what a student wrote only text is left", "sanitise.text", lambda notebook, released: None),
}
DEFENCES = (*WALLS, *IN_JUDGE, *IN_GRADER)


def left_out(names: Iterable[str]) -> ExitStack:
    """A context in which the grader's process does without these."""
    stack = ExitStack()
    for name in names:
        if name in IN_GRADER:
            stack.enter_context(IN_GRADER[name].left_out())
    return stack


def boot(names: Iterable[str]) -> None:
    """Begin a judge's process, with little memory, and without these; called before anything else is imported there."""
    from course_lib.grading.judging import court, judge  # noqa: F401 - what is to be changed must be there

    judge.MOST_MEMORY = JUDGES_MEMORY
    for name in names:
        if name in IN_JUDGE:
            IN_JUDGE[name].left_out().__enter__()
