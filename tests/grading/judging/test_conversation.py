"""What judge and player save each other is never missed: names asked once, values forgotten, tests read before they are run."""
import gc
import shutil
import socket
import threading
from contextlib import suppress

import numpy as np
import pytest

from course_lib.grading.judging import alarm, court
from course_lib.grading.judging.kinds import Classes
from course_lib.grading.judging.peer import Peer
from course_lib.grading.judging.protocol import Closed, Wire

from .conftest import _forked

needs_bubblewrap = pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs bubblewrap: apt-get install bubblewrap")

ANSWER = '''
def f(): return 1
def rebind():
    global f
    f = lambda: 2
def delete():
    global f
    del f
def once():
    global once
    once = lambda: "later"
    return "first"
def options(self, operation=0, function=0, number=0, name=0): return self, operation, function, number, name
'''
REBOUND = {
    "by a call": "assert f() == 1\nrebind()\nassert f() == 2",
    "by its own call": "assert once() == 'first' and once() == 'later'",
    "deleted by a call": "f()\ndelete()\ntry:\n    f()\nexcept NameError:\n    pass\nelse:\n    assert False, 'it is still there'",
    "by the test": "assert f() == 1\nf = lambda: 3\nassert f() == 3",
    "by a function of the test": "assert f() == 1\ndef fake():\n    global f\n    f = lambda: 4\nfake()\nassert f() == 4",
    "deleted by the test": "f()\ndel f\nassert 'f' not in globals()",
    "not at all": "assert f is f and f() + f() == 2",
}


def errors(outputs) -> list[str]:
    return [f"{output['ename']}: {output['evalue']}" for output in outputs if output["output_type"] == "error"]


@needs_bubblewrap
@pytest.mark.parametrize("how", REBOUND)
def test_a_name_stands_for_what_it_stands_for_now(heard, how):
    _, outputs = heard([("play", ANSWER), ("test", REBOUND[how])], {"f", "rebind", "delete", "once"})
    assert errors(outputs) == []


@needs_bubblewrap
def test_a_name_that_another_cell_of_the_students_rebinds(heard):
    *_, outputs = heard([("play", ANSWER), ("test", "assert f() == 1"), ("play", "def f(): return 5"), ("test", "assert f() == 5")], {"f"})
    assert errors(outputs) == []


@needs_bubblewrap
def test_arguments_may_have_the_names_of_ours(heard):
    test = "assert options(self=1, operation=2, function=3, number=4, name=5) == (1, 2, 3, 4, 5)"
    assert errors(heard([("play", ANSWER), ("test", test)], {"options"})[-1]) == []


@needs_bubblewrap
def test_without_an_alarm_a_student_is_still_stopped(heard, monkeypatch):
    monkeypatch.setattr(alarm, "HAS_ALARM", False)
    answer = "def f():\n    while True: pass\ndef g(): return 3"
    _, endless, after = heard([("play", answer), ("test", "f()"), ("test", "assert g() == 3")], {"f", "g"}, seconds=(1, 30))
    assert errors(endless)[0].startswith("TooSlow") and errors(after) == []


@needs_bubblewrap
def test_a_cell_gives_the_same_a_second_time(heard):
    cell = "%time x = [2, 3]\nfrom __future__ import annotations\nx.append(4)\nx"
    _, *found = heard([("play", "pass"), ("test", cell), ("test", cell), ("test", "x.append(5)\nx")])
    assert [outputs[-1]["data"]["text/plain"] for outputs in found] == ["[2, 3, 4]", "[2, 3, 4]", "[2, 3, 4, 5]"]


@needs_bubblewrap
def test_a_test_that_was_read_is_the_same_as_one_that_was_not(heard):
    future = "from __future__ import annotations\ndef g(x: nothing): pass"
    cells = ["def g(x: nothing): pass", future, "def g(x: nothing): pass", "x = [1]\nx",
             "y = !echo 4\nx + y", "1 / 0", "!echo 3", "def f(:"]
    steps = [("test", cell) for cell in cells]
    assert _forked(lambda: court.read(cells) or [court.SHELL.compile.flags]) == [court.SHELL.compile.flags]
    cold = heard(steps)
    court.read(cells)
    warm = heard(steps)
    assert cold == warm and [errors(outputs)[:1] for outputs in cold[:3]] == [["NameError: name 'nothing' is not defined"], [], []]


def test_reading_runs_nothing(tmp_path):
    made = tmp_path / "made"
    cells = [f"open('{made}', 'w')", f"!touch {made}", f"%time open('{made}', 'w')", "raise SystemExit", "def f(:"]
    assert _forked(lambda: [court.read(cells)]) == [None]
    assert list(tmp_path.iterdir()) == []


class _Plain:
    classes = Classes()


def test_what_nobody_knows_any_more_is_forgotten():
    near, far = socket.socketpair()
    held = []
    player = Peer(Wire(far), lambda operation, array: held.append(array) if operation == "keep" else array + 1, _Plain, Exception, dict,
                  lambda told: None)
    judge = Peer(Wire(near), None, _Plain, Exception, dict, lambda told: None)

    def serve():
        with suppress(Closed):
            player.serve()
    thread = threading.Thread(target=serve)
    thread.start()
    judge.ask("keep", kept := np.zeros(2))
    for number in range(50):
        judge.ask("call", np.full(3, number))
    kept[0] = 7                                     # the other side is still told
    judge.ask("call", np.zeros(1))
    found = held[0].tolist(), len(judge.twins.values), len(player.twins.values)
    near.close()
    thread.join()
    gc.collect()
    assert found[0] == [7, 0] and max(found[1:]) < 10
