"""A Dask scheduler and workers as processes of their own, as `dask scheduler` and `dask worker` start them."""
from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from distributed import Client

from .postgresql import free_port

ROOT = Path(__file__).parents[2]


@contextmanager
def scheduler(folder: Path) -> Iterator[str]:
    """Its address. It does not give what has killed a worker to a second one."""
    port = free_port()
    with process("scheduler", "--port", port, folder=folder, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0"):
        yield f"tcp://127.0.0.1:{port}"


@contextmanager
def worker(address: str, folder: Path, *more, **environment: str) -> Iterator[None]:
    with Client(address, set_as_default=False) as client:
        known = len(client.nthreads())
        with process("worker", address, "--nthreads", "1", "--local-directory", folder, *more, folder=folder, **environment):
            client.wait_for_workers(known + 1)
            yield


@contextmanager
def process(kind: str, *words, folder: Path, **environment: str) -> Iterator[None]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--host", "127.0.0.1", "--no-dashboard", *map(str, words)]
    with (folder / f"{kind}.log").open("a") as log:
        running = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                   env=os.environ | {"PYTHONPATH": str(ROOT)} | environment)
    try:
        yield
    finally:
        running.terminate()
        running.wait()
