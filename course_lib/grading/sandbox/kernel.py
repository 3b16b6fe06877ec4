"""What Python does not say to the Linux kernel by itself: namespaces, mounts, and a fork into new namespaces."""
from __future__ import annotations

import ctypes
import os
import resource
import signal

from . import seccomp

NEW_MOUNTS, NEW_CGROUP, NEW_UTS, NEW_IPC = 0x20000, 0x2000000, 0x4000000, 0x8000000
NEW_USER, NEW_PIDS, NEW_NETWORK = 0x10000000, 0x20000000, 0x40000000
READ_ONLY, NO_SETUID, NO_DEVICES, NO_PROGRAMS, RECURSIVE, PRIVATE = 1, 2, 4, 8, 0x4000, 1 << 18
libc = ctypes.CDLL(None, use_errno=True)


def fork_into(namespaces: int) -> int:
    """`os.fork`, but the child is the first process of new namespaces: one fork less than with unshare(2), which moves the next child only.

    Python's own preparations for a fork are made here; libc's are not, so the child should do little but fork again.
    """
    python = ctypes.PyDLL(None, use_errno=True)                # holds the interpreter's lock all the while
    python.PyOS_BeforeFork()
    process = python.syscall(seccomp.number(seccomp.CLONE), ctypes.c_ulong(namespaces | signal.SIGCHLD), 0, 0, 0, 0)
    error = ctypes.get_errno()
    python.PyOS_AfterFork_Parent() if process else python.PyOS_AfterFork_Child()
    if process < 0:
        raise OSError(error, f"new namespaces: {os.strerror(error)}")
    return process


def unshare(flags: int) -> None:
    check(libc.unshare(flags))


def mount(source: str, target: str, kind: str | None, flags: int, options: str = "") -> None:
    check(libc.mount(source.encode(), target.encode(), kind and kind.encode(), ctypes.c_ulong(flags), options.encode()))


def read(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:
        return file.read()


def write(path: str, text: str) -> None:
    with open(path, "wb", buffering=0) as file:
        file.write(text.encode())


def bound(kind: int, value: int) -> None:
    """Lower a limit, soft and hard."""
    hard = resource.getrlimit(kind)[1]
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (value, value))


def check(result: int) -> None:
    if result != 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
