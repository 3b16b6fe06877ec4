"""An assignment as grading needs it: read once, and carried as it is to whoever grades, on this machine or another."""
from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from nbgrader.coursedir import CourseDirectory
from traitlets import import_item
from traitlets.config import Config

from .courtroom import Files, data_files
from .gradebook import Gradebook, SourceCell
from .rules import RunSubmission


@dataclass(frozen=True)
class Sheet:
    """One notebook of an assignment: with its solutions, as the students got it, and its cells as the gradebook holds them, by name."""
    source: str
    released: str
    cells: dict[str, SourceCell]


@dataclass(frozen=True)
class Rules:
    """What a submission may use (see `rules.RunSubmission`)."""
    seconds_per_cell: float = 5
    seconds_in_all: float = 60
    megabytes: int = 2048
    unsafe: bool = False
    canary: bool = True


@dataclass(frozen=True)
class Assignment:
    """All that a grade depends on, but for the submission itself; two with one `key` give the same grades."""
    name: str
    sheets: dict[str, Sheet]
    files: Files                # what lies beside the notebooks, for students' code to read
    catalogue: str              # the set's misconceptions, as Python, or ""
    rules: Rules
    extras: tuple[str, ...] = ()                # preprocessors that the course names, and how it configures them
    config: Config = field(default_factory=Config)
    key: str = field(init=False)

    def __post_init__(self):
        everything = repr((self.name, self.sheets, self.files, self.catalogue, self.rules, self.extras, self.config, machinery()))
        object.__setattr__(self, "key", hashlib.sha256(everything.encode()).hexdigest())

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other) -> bool:
        return isinstance(other, Assignment) and self.key == other.key


def read(course: CourseDirectory, name: str, rules: RunSubmission, gradebook: Gradebook, extras: tuple[str, ...] = ()) -> Assignment:
    """The assignment of this name in a course; `extras` are preprocessors that go over each graded notebook, by name."""
    source, released = (Path(course.format_path(folder, ".", name)) for folder in (course.source_directory, course.release_directory))
    catalogue = Path(course.root) / rules.catalogue.format(assignment_id=name)
    sheets = {notebook: Sheet((source / f"{notebook}.ipynb").read_text(encoding="utf-8"),
                              (released / f"{notebook}.ipynb").read_text(encoding="utf-8"), gradebook.source_cells(name, notebook))
              for notebook in gradebook.notebooks(name) if (released / f"{notebook}.ipynb").is_file()}
    return Assignment(name, sheets, data_files(released), catalogue.read_text(encoding="utf-8") if catalogue.is_file() else "",
                      Rules(rules.seconds_per_cell, rules.seconds_in_all, rules.megabytes, rules.unsafe, rules.canary),
                      extras, concerning(extras, rules.config))


def concerning(extras: tuple[str, ...], config: Config) -> Config:
    """What a course configures of these preprocessors; the rest, such as the gradebook's password, is nobody's who grades."""
    names = {kind.__name__ for extra in extras for kind in import_item(extra).__mro__}
    return Config({name: config[name] for name in sorted(names & set(config))})


@cache
def machinery() -> str:
    """What grades: the interpreter, NumPy, and every line of this package."""
    lines = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        lines.update(path.read_bytes())
    return f"Python {sys.version}, NumPy {np.__version__}, course_lib.grading {lines.hexdigest()[:16]}"
