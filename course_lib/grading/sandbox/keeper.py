"""Keeping players: watch each from outside its pid namespace, end it at its limits or when its caller hangs up, and say why it ended.

What a keeper says goes over a socket that the player never holds: JSON `[CPU seconds so far, verdict]`. The verdict is null while the
player runs, then "closed" (the caller hung up), "memory" or "cpu" (the limit that was passed), "exit N" (the player ended by itself;
N > 128: signal N - 128 killed it), or "broken: ..." (the walls could not be built).
"""
from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
from collections.abc import Container

from .limits import Limits

TICKS = os.sysconf("SC_CLK_TCK")


class Keeper:
    """Keeps one player, whose namespace's first process is `first`."""

    def __init__(self, first: int, line: socket.socket, report: socket.socket, limits: Limits, without: Container[str]):
        self.first, self.line, self.report, self.limits, self.without = first, line, report, limits, without
        self.ended = os.pidfd_open(first)
        self.seconds, self.verdict = 0.0, None

    def watched(self) -> dict[int, int]:
        """The descriptors to poll, and for what: of the line nothing but a hang-up."""
        return {self.line.fileno(): 0, self.report.fileno(): select.POLLIN, self.ended: select.POLLIN}

    def answer(self) -> bool:
        """Say how much time was used, if that was asked; False when the caller has gone."""
        if not self.report.recv(16):
            return False
        self.look(Processes())
        self.say(None)
        return True

    def look(self, processes: Processes) -> None:
        """Compare what the player uses with its limits."""
        seconds, memory = processes.usage(self.first)
        self.seconds = max(self.seconds, seconds)
        if memory > self.limits.memory and "memory" not in self.without:
            self.end("memory")
        elif self.seconds > self.limits.cpu and "cpu" not in self.without:
            self.end("cpu")

    def end(self, verdict: str) -> None:
        """Kill the first process, and with it, by the kernel, the whole namespace."""
        self.verdict = self.verdict or verdict
        os.kill(self.first, signal.SIGKILL)

    def bury(self) -> None:
        """Nothing of the player is left: say why, and hang up."""
        code = os.waitstatus_to_exitcode(os.waitpid(self.first, 0)[1])
        self.say(self.verdict or f"exit {code if code >= 0 else 128 - code}")
        for descriptor in (self.report, self.line):
            descriptor.close()
        os.close(self.ended)

    def say(self, verdict: str | None) -> None:
        with contextlib.suppress(OSError):
            self.report.send(json.dumps([self.seconds, verdict]).encode(), socket.MSG_DONTWAIT)


class Processes:
    """All processes that can be seen, at one moment."""

    def __init__(self):
        self.children: dict[int, list[int]] = {}
        self.ticks: dict[int, int] = {}
        for name in filter(str.isdigit, os.listdir("/proc")):
            with contextlib.suppress(OSError), open(f"/proc/{name}/stat", "rb") as file:
                fields = file.read().rpartition(b")")[2].split()
                self.ticks[int(name)] = sum(map(int, fields[11:15]))        # its own and its dead children's, in user and system mode
                self.children.setdefault(int(fields[1]), []).append(int(name))

    def usage(self, first: int) -> tuple[float, int]:
        """CPU seconds and bytes of memory of a process and all its descendants, among them what a namespace's first process adopted."""
        family = [first]
        for process in family:
            family += self.children.get(process, [])
        return sum(self.ticks.get(process, 0) for process in family) / TICKS, sum(map(memory, family))


def memory(process: int) -> int:
    """Bytes that a process holds in memory or swap, without the files that it only maps; its first thread may have ended before others."""
    held = memory_of_thread(f"/proc/{process}")
    if held is None:
        with contextlib.suppress(OSError):
            threads = [memory_of_thread(f"/proc/{process}/task/{thread}") for thread in os.listdir(f"/proc/{process}/task")]
            held = max(filter(None, threads), default=0)
    return held or 0


def memory_of_thread(folder: str) -> int | None:
    with contextlib.suppress(OSError), open(f"{folder}/status") as file:
        sizes = [int(line.split()[1]) << 10 for line in file if line.startswith(("RssAnon", "RssShmem", "VmSwap"))]
        return sum(sizes) if sizes else None
    return None
