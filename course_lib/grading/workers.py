"""Processes that grade side by side, and what holds when one of them is killed."""
from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.queues import SimpleQueue

PR_SET_PDEATHSIG = 1
AHEAD = 3           # items for each worker that are taken and wait: a class of any size needs the same memory
PAUSE = 1.0         # seconds without a result, of which whoever waits for results is told


class Killed(Exception):
    """The process that worked on this item was killed, twice."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def side_by_side(work: Callable, items: Iterable, jobs: int) -> Iterator[tuple | None]:
    """Each item with its result, in the order in which they are done; the result is Killed if its worker was killed, twice. None: a pause.

    When a worker is killed it is not known over which item: each that was under way gets a process of its own. One job is done in this
    process.
    """
    if jobs == 1:
        yield from ((item, work(item)) for item in items)
        return
    items, suspects = iter(items), []
    while True:
        for item in suspects:
            yield item, alone(work, item)
        suspects, running = [], {}
        with processes(jobs) as pool:
            try:
                while not suspects:
                    for item in islice(items, AHEAD * jobs - len(running)):
                        suspects.append(item)           # until it has been taken: the pool may break in this moment
                        future = pool.submit(work, item)
                        running[future] = suspects.pop()
                    if not running:
                        return
                    done = wait(running, PAUSE, FIRST_COMPLETED).done
                    if not done:
                        yield None
                    for future in done:
                        item = running.pop(future)
                        if isinstance(future.exception(), BrokenProcessPool):
                            suspects.append(item)
                        else:
                            yield item, future.result()
            except BrokenProcessPool:
                pass
            suspects += running.values()


def alone(work: Callable, item) -> object:
    with processes(1) as pool:
        try:
            return pool.submit(work, item).result()
        except BrokenProcessPool:
            return Killed()


@contextmanager
def processes(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Workers on this machine, which are killed when whoever shares out the work stops early."""
    kind = "fork" if sys.platform == "linux" else "spawn"       # a fork has loaded what this process has
    context = multiprocessing.get_context(kind)
    places = context.SimpleQueue()
    for place in range(jobs):
        places.put(place)
    pool = ProcessPoolExecutor(jobs, context, initializer=begin, initargs=(os.getpid(), places))
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in multiprocessing.active_children():
            child.kill()
        raise
    finally:
        pool.shutdown()


def begin(parent: int, places: SimpleQueue) -> None:
    """Leave Ctrl-C to the process that shares out the work, and end when it ends; keep to a core of one's own.

    What a worker starts stays on that core too: judges and players take turns, and two such pairs on one core leave another idle.
    """
    gc.freeze()         # a collection would copy every page that the fork shares
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
        mine = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, [mine[places.get() % len(mine)]])
