"""Judge and player take turns, so they share a core: to wake a process on another one takes longer than most of their answers."""
from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def stay() -> int | None:
    """Keep this process on the core that it runs on, and say which; None where a system does not say, or does not do that."""
    with suppress(OSError, AttributeError):
        core = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[36])
        join(core)
        return core


def join(core: int | None) -> None:
    """Go to a core and stay there."""
    if core is not None:
        with suppress(OSError):
            os.sched_setaffinity(0, [core])
