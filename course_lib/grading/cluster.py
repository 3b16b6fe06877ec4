"""Grade on a Dask cluster: what `workers.side_by_side` does with processes of this machine, done by the workers of a scheduler.

A worker that is lost costs time alone, for Dask gives what it had to another one. Of an item that is lost with every worker it is not known
whether it is to blame: it is tried once more with nothing else under way.
"""
from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from itertools import islice
from socket import gethostname
from threading import Lock
from time import sleep

from course_lib.problem import Problem

from . import nbgrader_alone
from .assignment import machinery
from .sandbox import NoSandbox
from .workers import AHEAD, PAUSE, Killed

try:
    from distributed import Client, Future, KilledWorker, wait
    from distributed.comm import CommClosedError
except ImportError:
    raise Problem("To grade on a Dask cluster a package is missing: pip install 'foundations-of-neural-networks[dask]'") from None

PATIENCE = 30       # seconds that work waits for a worker when there is none any more
ALONE = Lock()      # of the threads of a worker one grades at a time: before Python 3.13 `ast.parse` is not safe in several


def side_by_side(work: Callable, items: Iterable, address: str) -> Iterator[tuple | None]:
    """Each item with its result, in the order in which they are done; the result is Killed if every worker that had it was killed. None:
    a pause.

    To stop early cancels what is under way. Raises Problem if nobody can work there, or not as this machine does.
    """
    with connected(address) as client:
        check(client)
        items, running, suspects = iter(items), {}, []
        work = client.submit(as_it_is, work, pure=False)        # goes to each worker once, and is brought back when one of them is lost
        while True:
            for item in islice(items, max(0, AHEAD * max(1, workers(client)) - len(running))):
                running[begin(client, work, item)] = item
            if not running:
                break
            done = first_done(client, running)
            if not done:
                yield None
            for future in done:
                item = running.pop(future)
                if isinstance(future.exception(), KilledWorker):
                    suspects.append(item)
                else:
                    yield item, future.result()
        for item in suspects:
            yield item, alone(client, work, item)


def begin(client: Client, work: Future, item) -> Future:
    return client.submit(act, work, item, machinery(), pure=False)


def alone(client: Client, work: Future, item) -> object:
    future = begin(client, work, item)
    while not first_done(client, [future]):
        pass
    return Killed() if isinstance(future.exception(), KilledWorker) else future.result()


def as_it_is(work: Callable) -> Callable:
    return work


def act(work: Callable, item, ours: str) -> object:
    """What a worker does, also one that has come in the meantime. Raises Problem, which names its machine."""
    if machinery() != ours:
        raise Problem(other(gethostname(), machinery(), ours))
    try:
        with ALONE:
            return work(item)
    except NoSandbox as reason:
        raise NoSandbox(f"On the worker {gethostname()}: {reason}") from None


def first_done(client: Client, running: Iterable[Future]) -> Iterable[Future]:
    """Wait a while until some of these are done. Raises Problem if for long nobody has been there to do them."""
    try:
        return wait(list(running), timeout=PAUSE, return_when="FIRST_COMPLETED").done
    except TimeoutError:
        if not workers(client):
            sleep(PATIENCE)         # another one may be about to start
            require_workers(client)
        return ()


def workers(client: Client) -> int:
    return len(client.nthreads())


def require_workers(client: Client) -> None:
    if not workers(client):
        address = client.scheduler.address
        raise Problem(f"There is no worker at {address}. Start one for each core of a machine: "
                      f"dask worker {address} --nworkers -1 --nthreads 1")


def check(client: Client) -> None:
    """Raises Problem unless there are workers, and all of them grade as this machine does."""
    require_workers(client)
    client.run(nbgrader_alone.alone, on_error="ignore")         # they are ready sooner
    for worker, theirs in client.run(machinery, on_error="return").items():
        if theirs != machinery():
            raise Problem(other(worker, theirs, machinery()))


def other(worker: str, theirs: str | Exception, ours: str) -> str:
    return f"The worker {worker} would not grade as this machine does: install the same there. There: {theirs}. Here: {ours}."


@contextmanager
def connected(address: str) -> Iterator[Client]:
    """Raises Problem if there is no scheduler, or if it goes away."""
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)          # it talks of each worker that is lost
    try:
        client = Client(address)
    except (OSError, ValueError) as reason:
        raise Problem(f"No Dask scheduler answers at {address}: {reason}") from None
    with client:
        try:
            yield client
        except (CancelledError, CommClosedError):
            raise Problem(f"The Dask scheduler at {address} has gone.") from None
