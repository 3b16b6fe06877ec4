"""A PostgreSQL server of the tests' own, on loopback, gone when they end."""
from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from itertools import count
from pathlib import Path

from sqlalchemy import URL, NullPool, create_engine

USER, PASSWORD = "grader", "between us"
DEBIAN = "/usr/lib/postgresql/*/bin"        # not on anybody's PATH
INITDB = shutil.which("initdb", path=os.pathsep.join([os.environ.get("PATH", ""), *sorted(glob(DEBIAN), reverse=True)]))


class Server:
    """Databases by name, and their URLs with the password."""

    def __init__(self, port: int):
        self.port, self._numbers = port, count()

    def url(self, database: str, password: str = PASSWORD) -> str:
        return URL.create("postgresql", USER, password, "127.0.0.1", self.port, database).render_as_string(hide_password=False)

    def create(self, template: str = "template1") -> str:
        """The URL of a new database, a copy of another one to which nobody is connected."""
        name = f"grades{next(self._numbers)}"
        ask(self.url("postgres"), f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)


def ask(url: str, statement: str) -> list:
    """What a database answers; there is no transaction, so that it can make databases too."""
    with create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool).connect() as connection:
        answer = connection.exec_driver_sql(statement)
        return list(answer) if answer.returns_rows else []


@contextmanager
def server() -> Iterator[Server]:
    as_nobody_special = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}      # it refuses root
    with tempfile.TemporaryDirectory(prefix="postgresql-") as name:
        folder, port = Path(name), free_port()
        (folder / "password").write_text(PASSWORD)
        if as_nobody_special:
            for path in (folder, folder / "password"):
                shutil.chown(path, "postgres", "postgres")

        def call(program: str, *words) -> None:
            done = subprocess.run([Path(INITDB).with_name(program), "--pgdata", folder / "data", *words], cwd=folder, capture_output=True,
                                  stdin=subprocess.DEVNULL, text=True, **as_nobody_special)
            assert done.returncode == 0, done.stdout + done.stderr

        call("initdb", "--username", USER, "--pwfile", folder / "password", "--auth", "scram-sha-256", "--encoding", "UTF8", "--no-locale")
        call("pg_ctl", "start", "--wait", "--log", folder / "log",
             "--options", f"-F -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''")
        try:
            yield Server(port)
        finally:
            call("pg_ctl", "stop", "--mode", "immediate")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]
