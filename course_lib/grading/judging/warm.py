"""The shell that every judge and every player works in: made, and made to run, fail and draw, before they are forked."""
from __future__ import annotations

from .shell import Shell

SHELL = Shell()
for source in ("1 + 1", "print('')", "1 / 0", "%time 1", "import numpy.testing, numpy.random"):
    SHELL.run(source)


def wake() -> None:
    """Run a cell in a fork that waits: the memory that a cell touches is copied now, and not while somebody waits."""
    SHELL.run("def f(x): return x\nf(1)")
