"""A class graded on a Dask cluster: the same grades, whoever is killed; the same walls; and a sentence for what can be wrong with one.

`make proof` runs this, for a cluster takes its time.
"""
import os
import shutil
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import dask
import pytest
from typer.testing import CliRunner

from course_lib.cli import app
from course_lib.grading import assignment as assignments
from course_lib.grading.assignment import machinery
from course_lib.grading.cluster import Client, side_by_side
from course_lib.grading.cluster import act as on_a_worker
from course_lib.grading.course import Course
from course_lib.grading.rules import RunSubmission
from course_lib.grading.sandbox import NoSandbox
from course_lib.grading.whole_class import WholeClass
from course_lib.grading.workers import Killed
from course_lib.problem import Problem

from .dask_processes import ROOT, scheduler, worker

REACHES_OUT = """def total(x):
    import os, socket
    if os.path.exists({file!r}):
        return "read"
    try:
        socket.create_connection({address!r}, timeout=1)
    except OSError:
        return sum(x)
    return "connected"
"""


@pytest.fixture(scope="module")
def machines(tmp_path_factory) -> str:
    """The address of a scheduler with two workers, which come again when they are killed."""
    folder = tmp_path_factory.mktemp("cluster")
    with scheduler(folder) as address, worker(address, folder, "--nworkers", "2"):
        yield address


@pytest.fixture
def cluster(machines) -> str:
    """The address, when both workers are there."""
    with Client(machines, set_as_default=False) as client:
        client.wait_for_workers(2)
    return machines


@pytest.fixture(scope="module")
def alone(tmp_path_factory) -> str:
    """The address of a scheduler without workers."""
    with scheduler(tmp_path_factory.mktemp("alone")) as address:
        yield address


def grade(tiny, address: str, **more) -> list:
    return list(Course(tiny.root, **more).grade("T1", tiny.course.students("T1"), cluster=address))


def test_a_worker_that_is_killed_half_way_changes_no_score(tiny, cluster):
    for number in range(5):
        tiny.hand_in(f"right-{number}", tiny.notebook())
        tiny.hand_in(f"wrong-{number}", tiny.notebook(total="def total(x):\n    return 1 + sum(x)\n"))
    tiny.hand_in("corrupt", "{")
    here = Course(shutil.copytree(tiny.root, tiny.root.with_name("graded here")))
    assert not [outcome.problem for outcome in here.grade("T1", here.students("T1")) if outcome.problem]

    def kill_one(work, items):
        for number, pair in enumerate(filter(None, side_by_side(work, items, cluster))):
            if number == 2:
                with Client(cluster, set_as_default=False) as client:
                    os.kill(min(client.run(os.getpid).values()), signal.SIGKILL)
            yield pair

    course = tiny.course
    material = assignments.read(course.directory, "T1", RunSubmission(config=course.config), course.gradebook)
    outcomes = list(WholeClass(course.directory, material, course.gradebook).grade(course.students("T1"), kill_one))
    assert sorted(outcome.student for outcome in outcomes) == here.students("T1")
    assert not [outcome.problem for outcome in outcomes if outcome.problem]
    assert sorted(course.gradebook.scores("T1"), key=str) == sorted(here.gradebook.scores("T1"), key=str)


def test_a_submission_reaches_nothing_unless_there_is_no_sandbox(tiny, cluster):
    host, port = cluster.removeprefix("tcp://").split(":")
    tiny.hand_in("eve", tiny.notebook(total=REACHES_OUT.format(file=str(tiny.root / "nbgrader_config.py"), address=(host, int(port)))))
    assert [outcome.problem for outcome in grade(tiny, cluster)] == [""]
    mine, = tiny.course.results("T1").submissions
    assert mine.score == 5 and not mine.unsafe
    assert [outcome.problem for outcome in grade(tiny, cluster, unsafe=True)] == [""]
    mine, = tiny.course.results("T1").submissions
    assert mine.score < 5 and mine.unsafe


def act(item: int) -> int:
    if item == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return item * item


def test_what_kills_its_worker_costs_only_itself(cluster):
    results = dict(filter(None, side_by_side(act, range(12), cluster)))
    assert isinstance(results.pop(5), Killed)
    assert results == {item: item * item for item in range(12) if item != 5}


def test_a_worker_of_several_threads_grades_one_at_a_time():
    here = Barrier(2)

    def work(item: int) -> str:
        with suppress(BrokenBarrierError):
            here.wait(0.2)
            return "together"
        return "alone"

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(lambda item: on_a_worker(work, item, machinery()), range(2))) == ["alone", "alone"]


def at_the_gate(gate: Path, item: int) -> None:
    while item and not gate.exists():
        time.sleep(0.02)


def test_to_stop_early_cancels_what_waits(cluster, tmp_path):
    taken = []

    def items():
        for item in range(1000):
            taken.append(item)
            yield item

    results = side_by_side(partial(at_the_gate, tmp_path / "gate"), items(), cluster)
    next(results)
    results.close()
    assert len(taken) < 20
    (tmp_path / "gate").touch()
    with Client(cluster, set_as_default=False) as client:
        while client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)):
            time.sleep(0.02)


def test_where_nobody_can_grade_it_is_said_why(tiny, alone, tmp_path):
    tiny.hand_in("ann", tiny.notebook())
    with pytest.raises(Problem, match=r"There is no worker at tcp://127.0.0.1:\d+. Start one for each core"):
        grade(tiny, alone)
    changed = shutil.copytree(ROOT / "course_lib", tmp_path / "changed/course_lib", ignore=shutil.ignore_patterns("__pycache__"))
    (changed / "grading/rules.py").open("a").write("# changed\n")
    with (worker(alone, tmp_path, "--no-nanny", PYTHONPATH=str(tmp_path / "changed")),
          pytest.raises(Problem, match=r"The worker tcp://.* would not grade as this machine does.*There: Python 3.*Here: Python 3")):
        grade(tiny, alone)
    with (worker(alone, tmp_path, "--no-nanny", PATH="/nowhere"),
          pytest.raises(NoSandbox, match=rf"On the worker {os.uname().nodename}: bubblewrap is missing")):
        grade(tiny, alone)
    assert not tiny.course.gradebook.recorded("T1")


@pytest.mark.parametrize("address", ["127.0.0.1:1", "fax://127.0.0.1:1"])
def test_a_scheduler_that_is_not_there_is_a_sentence(tiny, address):
    tiny.hand_in("ann", tiny.notebook())
    with dask.config.set({"distributed.comm.timeouts.connect": "1s"}):
        done = CliRunner().invoke(app, ["--root", str(tiny.root), "grade", "T1", "--dask", address])
    assert isinstance(done.exception, Problem) and f"No Dask scheduler answers at {address}" in str(done.exception)


def test_without_dask_it_is_said_how_to_get_it(tiny, monkeypatch):
    tiny.hand_in("ann", tiny.notebook())
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "course_lib.grading.cluster")
    with pytest.raises(Problem, match=r"pip install 'foundations-of-neural-networks\[dask\]'"):
        grade(tiny, "127.0.0.1:1")
