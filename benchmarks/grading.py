"""How fast a class is graded: 60 honest submissions of E1, by stock nbgrader at its best and by `course grade`, on the same cores.

    python -m benchmarks.grading [--rounds R] [--json FILE]

Both are whole processes, from the command line to a written gradebook, each on a fresh copy of the course. Stock nbgrader is run as one,
two, three and four processes side by side, each with its share of the students, and its best counts; ours runs between them. All grades
are compared, cell by cell.
"""
from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook
from rich.console import Console
from rich.table import Table

from course_lib.grading.demo import NOTEBOOK, SET
from course_lib.grading.workers import cores

from .judging import ROOT, STUDENTS, honest

BIN = Path(sys.executable).parent
LETTERS = "abcdefghijkl"            # a student's name ends with one, so that a pattern picks an equal share of them
STOCK_CONFIG = ("c = get_config()\nc.CourseDirectory.source_directory = 'solutions'\nc.CourseDirectory.release_directory = 'exercises'\n"
                "c.ClearSolutions.code_stub = {'python': '# YOUR CODE HERE'}\n")


@dataclass(frozen=True)
class Run:
    """One class, graded: seconds, and CPU seconds of all its processes."""
    wall: float
    cpu: float
    grades: dict[tuple[str, str], float]


def main() -> None:
    options, console = parser().parse_args(), Console()
    with tempfile.TemporaryDirectory() as folder:
        ours = make_course(Path(folder) / "ours", (ROOT / "nbgrader_config.py").read_text(encoding="utf-8"))
        stock = make_course(Path(folder) / "stock", STOCK_CONFIG)
        submissions = honest(*(nbformat.read(ROOT / step / SET / NOTEBOOK, as_version=4) for step in ("solutions", "exercises")))
        for number, submission in enumerate(submissions):
            hand_in(ours, number, submission)
            hand_in(stock, number, submission)
        runs: dict[str, list[Run]] = {}
        for _ in range(options.rounds):
            for processes in (1, 2, 3, 4):
                runs.setdefault("course", []).append(graded(ours, [course()]))
                runs.setdefault(f"nbgrader × {processes}", []).append(graded(stock, shares(processes)))
    console.print(table(runs))
    best = min(statistics.median(run.wall for run in found) for name, found in runs.items() if name != "course")
    mine = statistics.median(run.wall for run in runs["course"])
    result = {"nbgrader": STUDENTS / best, "course": STUDENTS / mine, "ratio": best / mine}
    differing = [cell for found in runs.values() for run in found for cell in run.grades | runs["course"][0].grades
                 if run.grades.get(cell) != runs["course"][0].grades.get(cell)]
    console.print(f"{len(runs['course'][0].grades)} grades of each run compared, {len(differing)} differ. "
                  f"Ratio {result['ratio']:.1f} on {cores()} cores.", highlight=False)
    if options.json:
        options.json.write_text(json.dumps(result))
    if differing:
        raise SystemExit(1)


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m benchmarks.grading", description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", metavar="R", type=int, default=1, help="how often each is run; ours four times as often")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write submissions a second, and their ratio")
    return parser


def make_course(root: Path, config: str) -> Path:
    """A course with E1, released."""
    for folder in (f"solutions/{SET}", "sources/misconceptions"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "nbgrader_config.py").write_text(config, encoding="utf-8")
    run([[BIN / "nbgrader", "generate_assignment", SET, "--create"]], root)
    return root


def hand_in(root: Path, number: int, submission: nbformat.NotebookNode) -> None:
    path = root / "submitted" / f"s{number:02}-{LETTERS[number % len(LETTERS)]}" / SET / NOTEBOOK
    path.parent.mkdir(parents=True)
    nbformat.write(submission, path)


def course() -> list:
    return [BIN / "course", "grade", SET, "--jobs", str(cores())]


def shares(processes: int) -> list[list]:
    """Stock nbgrader's commands for so many processes."""
    return [[BIN / "nbgrader", "autograde", SET, f"--student=*-[{LETTERS[share::processes]}]"] for share in range(processes)]


def run(commands: list[list], root: Path) -> tuple[float, float]:
    """Seconds and CPU seconds of these commands, side by side."""
    before, start = used(), time.perf_counter()
    environment = os.environ | {"PATH": os.pathsep.join([str(BIN), os.environ["PATH"]])}
    started = [subprocess.Popen(list(map(str, command)), cwd=root, env=environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for command in commands]
    said = [process.communicate()[1] for process in started]
    wall = time.perf_counter() - start
    for process, words in zip(started, said, strict=True):
        if process.returncode:
            raise SystemExit(f"{process.args} ended with {process.returncode}:\n{words[-2000:]}")
    return wall, used() - before


def used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def graded(pristine: Path, commands: list[list]) -> Run:
    """Run these commands in a fresh copy of a course."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "course"
        shutil.copytree(pristine, root)
        wall, cpu = run(commands, root)
        return Run(wall, cpu, grades(root))


def grades(root: Path) -> dict[tuple[str, str], float]:
    with closing(Gradebook(f"sqlite:///{root / 'gradebook.db'}")) as gradebook:
        return {(submission.student_id, grade.name): grade.score for submission in gradebook.find_assignment(SET).submissions
                for notebook in submission.notebooks for grade in notebook.grades}


def table(runs: dict[str, list[Run]]) -> Table:
    found = Table(title=f"{STUDENTS} submissions of {SET}, medians", title_justify="left")
    for name in ("", "runs", "seconds", "a second", "CPU seconds"):
        found.add_column(name, justify="right" if name else "left")
    for name, several in sorted(runs.items()):
        wall, cpu = (statistics.median(getattr(one, what) for one in several) for what in ("wall", "cpu"))
        found.add_row(name, str(len(several)), f"{wall:.2f}", f"{STUDENTS / wall:.1f}", f"{cpu:.1f}")
    return found


if __name__ == "__main__":
    main()
