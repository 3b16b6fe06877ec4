"""What a process does to itself, step by step, before a student's code runs: then it reaches nothing and gets no more than its limits.

Every step has a name, so that a test can leave one out and see the attack win that it stops. The process must be the first of a new pid
namespace, in a user namespace of its own (where it may mount), and have but one thread.
"""
from __future__ import annotations

import contextlib
import os
import resource
import struct
from collections.abc import Container

from . import kernel, seccomp
from .bubblewrap import DATA, SCRATCH
from .limits import Limits


def confine(limits: Limits, without: Container[str] = ()) -> None:
    """Take every step but those named; raises OSError with the name of the step that failed."""
    for name, take in STEPS.items():
        if name not in without:
            try:
                take(limits)
            except OSError as error:
                raise OSError(error.errno, f"{name}: {error.strerror}") from None


def own_session(limits: Limits) -> None:
    """Leave the process group: a signal to the own group would reach its members outside the pid namespace as well."""
    os.setsid()


def own_mounts(limits: Limits) -> None:
    kernel.unshare(kernel.NEW_MOUNTS | kernel.NEW_IPC | kernel.NEW_UTS | kernel.NEW_CGROUP)
    kernel.mount("none", "/", None, kernel.RECURSIVE | kernel.PRIVATE)


def own_network(limits: Limits) -> None:
    kernel.unshare(kernel.NEW_NETWORK)


def own_scratch(limits: Limits) -> None:
    kernel.mount("scratch", SCRATCH, "tmpfs", kernel.NO_SETUID | kernel.NO_DEVICES, f"size={limits.written},nr_inodes=20000,mode=1777")
    furnish()


def own_terminals(limits: Limits) -> None:
    kernel.mount("terminals", "/dev/pts", "devpts", kernel.NO_SETUID | kernel.NO_PROGRAMS, "newinstance,ptmxmode=0666,mode=620")


def cover_proc(limits: Limits) -> None:
    kernel.mount("nothing", "/proc", "tmpfs", kernel.READ_ONLY | kernel.NO_SETUID | kernel.NO_DEVICES, "size=4k,mode=555")


def limit_memory(limits: Limits) -> None:
    """Bound the address space, so that asking for too much is a MemoryError; what the warm interpreter maps comes on top."""
    pages = int(kernel.read("/proc/self/statm").split()[0])
    kernel.bound(resource.RLIMIT_AS, pages * resource.getpagesize() + limits.memory)


def limit_processes(limits: Limits) -> None:
    kernel.bound(resource.RLIMIT_NPROC, limits.processes + 1)        # the namespace's first process counts as well


def limit_open_files(limits: Limits) -> None:
    kernel.bound(resource.RLIMIT_NOFILE, limits.open_files)


def limit_file_size(limits: Limits) -> None:
    kernel.bound(resource.RLIMIT_FSIZE, limits.written)


def limit_time(limits: Limits) -> None:
    """A second guard behind the keeper, for one process alone."""
    kernel.bound(resource.RLIMIT_CPU, int(limits.cpu) + 5)


def no_core(limits: Limits) -> None:
    """Not 0: with a bound of 1 byte the kernel does not call a program that handles cores either, core(5)."""
    kernel.bound(resource.RLIMIT_CORE, 1)


def die_first(limits: Limits) -> None:
    """When the machine runs out of memory, the kernel should end the player before anything else."""
    kernel.write("/proc/self/oom_score_adj", "1000")


def drop_capabilities(limits: Limits) -> None:
    kernel.check(kernel.libc.capset(struct.pack("II", 0x20080522, 0), bytes(24)))        # version 3, this process; no capability in any set


def filter_calls(limits: Limits) -> None:
    """Bubblewrap has set no_new_privs, without which the kernel would take no filter."""
    seccomp.install()


STEPS = {
    "session": own_session, "mounts": own_mounts, "network": own_network, "scratch": own_scratch, "terminals": own_terminals,
    "address space": limit_memory, "oom": die_first, "proc": cover_proc, "process count": limit_processes, "open files": limit_open_files,
    "file size": limit_file_size, "processor time": limit_time, "core": no_core, "capabilities": drop_capabilities,
    "system calls": filter_calls,
}


def furnish() -> None:
    """Make the folders of the scratch space and put links to the data files into the working directory."""
    for name in ("work", "home", "tmp", "shm"):
        with contextlib.suppress(FileExistsError):
            os.mkdir(f"{SCRATCH}/{name}")
    for name in os.listdir(DATA):
        with contextlib.suppress(FileExistsError):
            os.symlink(f"{DATA}/{name}", f"{SCRATCH}/work/{name}")
    os.chdir(f"{SCRATCH}/work")
