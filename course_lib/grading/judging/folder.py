"""The small files of a working folder, kept the same on both sides: a test can read what a student wrote, and the other way round."""
from __future__ import annotations

import base64
import os
import re
import sys
from contextlib import suppress
from pathlib import Path

from .protocol import Garbled

LARGEST = 1 << 20               # bytes of one file
MOST_BYTES = 10 << 20           # of all that come from the other side together
MESSAGE = 4 << 20               # of all that go with one message
MOST_FILES = 1_000
PLAIN = re.compile(r"[^\x00-\x1f/\\:.~][^\x00-\x1f/\\:]{0,99}")
RUNS = {".py", ".pyc", ".pth", ".so", ".sh", ".pkl", ".pickle", ".joblib", ".dill", ".pt", ".ipynb"}     # where it is read, or can be
TOO_LARGE = "A file of {:,} bytes does not go from a student's code to a test or back; up to {:,} do.\n"


class Folder:
    """`news()` are the files and folders that have changed here, as plain JSON; `take(news)` makes it so here.

    A judge trusts nothing: links are neither followed nor made, and what would be run where it is read is left out.
    """

    def __init__(self, root: str, trusting: bool):
        self.root, self.trusting, self._seen, self._taken = root, trusting, {}, 0

    def news(self) -> dict:
        found, told, left = dict(self._files()), {}, MESSAGE
        for path in self._seen.keys() - found.keys():
            told[path] = None
        for path, stamp in found.items():
            if self._seen.get(path) == stamp:
                continue
            size = stamp[0]
            if size > LARGEST or size > left:
                sys.stderr.write(TOO_LARGE.format(size, LARGEST))
            elif path.endswith("/"):
                told[path] = ""
            else:
                with suppress(OSError), open(os.path.join(self.root, path), "rb") as file:
                    told[path] = base64.b64encode(file.read(LARGEST)).decode()
                    left -= size
        self._seen = found
        return told

    def take(self, news: dict) -> None:
        for path, content in sorted(news.items()):
            parts = path.rstrip("/").split("/")
            if len(parts) > 8 or not all(map(PLAIN.fullmatch, parts)):
                raise Garbled("a file whose name is not plain")
            if not self.trusting and (Path(path).suffix.lower() in RUNS or path == "matplotlibrc"):
                continue
            target = Path(self.root, *parts)
            if not self.trusting and any(place.is_symlink() for place in (target, *target.parents)):
                raise Garbled("a file that would be written through a link")
            with suppress(OSError):
                self._put(target, path, content)
        self._seen = {path: stamp for path, stamp in self._seen.items() if path not in news} | \
            {path: stamp for path, stamp in self._files() if path in news}

    def _put(self, target: Path, path: str, content: str | None) -> None:
        if content is None:
            target.rmdir() if path.endswith("/") else target.unlink()
        elif path.endswith("/"):
            target.mkdir(parents=True, exist_ok=True)
        else:
            data = base64.b64decode(content, validate=True)
            self._taken += len(data)
            if self._taken > MOST_BYTES and not self.trusting:
                raise Garbled("more in files than goes to a test")
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.is_file() or target.read_bytes() != data:
                target.write_bytes(data)

    def _files(self):
        """Each file and folder with what tells that it has changed; the judge's are no links."""
        count = 0
        for folder, folders, files in os.walk(self.root):
            folders[:] = [name for name in folders if PLAIN.fullmatch(name) and name != "__pycache__"]
            for name in (*folders, *files):
                path = os.path.join(folder, name)
                if (count := count + 1) > MOST_FILES or not PLAIN.fullmatch(name) or (not self.trusting and os.path.islink(path)):
                    continue
                with suppress(OSError):
                    stat = os.stat(path)
                    short = os.path.relpath(path, self.root).replace(os.sep, "/")
                    if os.path.isdir(path):
                        yield short + "/", (0, 0, 0)
                    elif os.path.isfile(path):
                        yield short, (stat.st_size, stat.st_mtime_ns, stat.st_ino)
