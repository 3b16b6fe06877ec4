"""Who runs the student's cells. A player is a context manager with one method, `run(cell)`, which fills in the cell's outputs."""
from __future__ import annotations

import time
from typing import Protocol, Self

from jupyter_client.manager import AsyncKernelManager
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_notebook, new_output
from nbgrader.preprocessors import Execute


class Player(Protocol):
    """Runs the code cells of one submission, one after the other, in one interpreter of their own."""

    def __enter__(self) -> Self: ...
    def __exit__(self, *exception) -> None: ...
    def run(self, cell: NotebookNode) -> None:
        """Execute a code cell and put its outputs into it; whatever the cell does, this returns."""


class KernelPlayer:
    """A Jupyter kernel behind nbgrader's own executor, with a limit for each cell and one for the whole submission."""

    def __init__(self, folder: str = ".", seconds_per_cell: int = 5, seconds_in_all: int = 60):
        self.seconds_per_cell = seconds_per_cell
        self.seconds_in_all = seconds_in_all
        self.executor = Execute(timeout=seconds_per_cell, iopub_timeout=seconds_per_cell, shutdown_kernel="immediate", record_timing=False,
                                extra_arguments=["--IPKernelApp.log_level=ERROR", "--HistoryManager.hist_file=:memory:"],
                                kernel_manager_class=AsyncKernelManager)
        self.executor.resources = {"metadata": {"path": folder}}

    def __enter__(self) -> Self:
        self.executor.nb = new_notebook()
        self.kernel = self.executor.setup_kernel()
        self.kernel.__enter__()
        self.started = time.monotonic()
        self.lost = ""
        return self

    def __exit__(self, *exception) -> None:
        self.kernel.__exit__(*exception)

    def run(self, cell: NotebookNode) -> None:
        if self.lost:
            fail(cell, "NotRun", self.lost)
            return
        self.executor.nb.cells = [cell]
        try:
            self.executor.execute_cell(cell, 0)
        except (CellTimeoutError, DeadKernelError):
            self.lost = "An earlier cell ended the interpreter, so this one could not run."
            fail(cell, "Stopped", "This cell ended the interpreter.")
        if any(output.get("ename") == "CellTimeoutError" for output in cell.outputs):
            fail(cell, "TooSlow", f"This cell took more than {self.seconds_per_cell} seconds; is there a loop that never ends?")
        if time.monotonic() - self.started > self.seconds_in_all:
            self.lost = f"The notebook had already used its {self.seconds_in_all} seconds."


def fail(cell: NotebookNode, name: str, reason: str) -> None:
    """Leave a cell with this error as its only output."""
    cell.outputs = [new_output("error", ename=name, evalue=reason, traceback=[f"{name}: {reason}"])]
