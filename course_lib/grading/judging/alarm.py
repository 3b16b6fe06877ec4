"""An alarm that interrupts what this process computes. Windows has none: there a computation of the judge's own goes on."""
from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

HAS_ALARM = hasattr(signal, "setitimer")


@contextmanager
def alarm(ring: Callable) -> Iterator[Callable[[float], None]]:
    """Inside the block, `ring` is called so many seconds after they were last set."""
    if not HAS_ALARM:
        yield lambda seconds: None
        return
    before = signal.signal(signal.SIGALRM, ring)
    try:
        yield lambda seconds: signal.setitimer(signal.ITIMER_REAL, seconds)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
