"""The folder of a graded submission, `autograded/STUDENT/SET/`: what nbgrader puts there, and each notebook whole or not at all."""
from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from . import intake


class Folder:
    """One student's: `lay_out` writes beside what is there, `show` puts it in its place."""

    def __init__(self, path: Path, shared: bool = False):
        self.path, self.shared = path, shared

    def key(self, notebooks: list[str]) -> str | None:
        """The key of the submission of which these are the graded notebooks (see `Submission.key`); None if that is not known."""
        found = {key_of(self.path / f"{name}.ipynb") for name in notebooks}
        return found.pop() if len(found) == 1 else None

    def lay_out(self, notebooks: dict[str, str], others: dict[str, Path]) -> None:
        """Write the notebooks under names that nobody reads yet, and copy the files beside them."""
        self.path.mkdir(parents=True, exist_ok=True)
        for old in sorted(self.path.rglob("*"), reverse=True):
            inside = old.relative_to(self.path).as_posix()
            if old.is_dir() and not old.is_symlink():
                if not any(name.startswith(f"{inside}/") for name in others):
                    old.rmdir()
            elif inside.removesuffix(".ipynb") not in notebooks:
                old.unlink()
        for name, source in others.items():
            target = self.path / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            self.protect(target)
        for name, content in notebooks.items():
            self.new(name).write_text(content, encoding="utf-8")
            self.protect(self.new(name))
        if self.shared:
            for folder in [self.path, *(path for path in self.path.rglob("*") if path.is_dir())]:
                folder.chmod(folder.stat().st_mode & 0o777 | 0o2770)

    def show(self, notebooks: dict[str, str]) -> None:
        for name in notebooks:
            os.replace(self.new(name), self.path / f"{name}.ipynb")

    def new(self, name: str) -> Path:
        return self.path / f".{name}.new"

    def protect(self, path: Path) -> None:
        path.chmod(0o664 if self.shared else 0o444)


def key_of(path: Path) -> str | None:
    try:
        return json.loads(path.read_text(encoding="utf-8"))["metadata"]["course"]["key"]
    except (OSError, ValueError, LookupError, TypeError):
        return None


def beside(folder: Path, ignore: list[str]) -> Iterator[tuple[str, Path]]:
    """The files in a folder that go with its notebooks: by path below it, neither links nor notebooks, nor what the course ignores."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink() and path.suffix != ".ipynb")
    for count, path in enumerate(found):
        inside = path.relative_to(folder)
        if count < intake.MOST_FILES and not any(fnmatch(part, pattern) for part in inside.parts for pattern in ignore):
            yield inside.as_posix(), path
