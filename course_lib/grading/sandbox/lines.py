"""The caller's end of a conversation with a player in the sandbox."""
from __future__ import annotations

import contextlib
import json
import socket


class Line(socket.socket):
    """A socket whose other end a player holds; closing it ends that player and all that it ever started, before `close` returns.

    The player's side hangs up only when nothing of the player is left, so after an end of file `verdict` answers at once.
    """

    def __init__(self, near: socket.socket, report: socket.socket):
        super().__init__(fileno=near.detach())
        self._report, self._seconds, self._verdict = report, 0.0, ""

    def spent(self) -> float:
        """CPU seconds that the player and its processes have used so far, as its keeper counts them."""
        with contextlib.suppress(OSError):
            self._report.send(b"?")
        self._listen()
        return self._seconds

    def verdict(self) -> str:
        """How the player ended, as its keeper says: "memory", "cpu", "exit 3", "exit 137" (128 + a signal), "closed" by us, "broken: why".

        Waits for the end; "lost" when the whole sandbox has ended.
        """
        while not self._verdict:
            self._listen()
        return self._verdict

    def end(self) -> str:
        """End the player, and say how it ended."""
        self.close()
        return self.verdict()

    def hang_up(self) -> None:
        """Let the player end; `close` waits until it has."""
        if self.fileno() != -1:
            with contextlib.suppress(OSError):
                self.shutdown(socket.SHUT_RDWR)       # others may have inherited the descriptor
            super().close()

    def close(self) -> None:
        self.hang_up()
        if self._report.fileno() != -1:
            self._report.settimeout(10)
            with contextlib.suppress(TimeoutError):
                self.verdict()
            self._report.close()

    def _listen(self) -> None:
        if not self._verdict:
            message = b""
            with contextlib.suppress(ConnectionError):
                message = self._report.recv(4096)
            self._seconds, verdict = json.loads(message) if message else (self._seconds, "lost")
            self._verdict = verdict or ""
