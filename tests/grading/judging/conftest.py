"""A judge in a process of its own, and players in one sandbox for all tests of a module."""
import json
import os
import signal
import traceback
from collections.abc import Callable
from contextlib import closing

import pytest

from course_lib.grading.sandbox import Sandbox


@pytest.fixture(scope="module")
def heard(tmp_path_factory):
    """heard(steps, theirs, ...) -> the outputs of each cell. A step is ("play" | "test" | "set up", source)."""
    data = tmp_path_factory.mktemp("data")
    data.chmod(0o755)
    (data / "planets.csv").write_text("name\nEarth\n")
    with Sandbox(imports=("numpy",), files=data) as sandbox:
        def hear(steps: list, theirs: set[str] = frozenset(), seconds=(3, 30), **options) -> list:
            return _forked(lambda: _judged(sandbox, steps, theirs, seconds, options))
        yield hear


def _judged(sandbox: Sandbox, steps: list, theirs: set[str], seconds: tuple, options: dict) -> list:
    from course_lib.grading.judging.judge import Judge, Seconds

    def player():
        line = sandbox.player()
        line.end = lambda: (line.close(), line.verdict())[1]
        return line
    found = []
    with closing(Judge(theirs, player, Seconds(*seconds), **options)) as judge:
        for kind, source in steps:
            outputs = judge.play(source) if kind != "test" else []
            found.append(outputs + (judge.test(source, set_up=kind == "set up") if kind != "play" else []))
    return found


def _forked(act: Callable):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(60)
        with os.fdopen(writing, "w") as pipe:
            try:
                json.dump(act(), pipe, default=str)
            except BaseException:
                json.dump(traceback.format_exc(), pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    found = json.loads(said)
    assert isinstance(found, list), found
    return found
