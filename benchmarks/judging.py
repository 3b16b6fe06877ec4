"""What judging costs: 60 honest submissions of E1, judged, beside the time that their cells take by themselves.

    python -m benchmarks.judging [--rounds R] [--stock]

*Judged* is one hearing in a courtroom: a judge, a player in the sandbox, and all that they say to each other. *The cells alone* are the
same cells and tests, one after the other, in one forked, warm interpreter with the same IPython shell. The *overhead* is the
difference. The two are measured in turn, R times for each submission. On a shared machine a measurement counts as calm when it stands
between two short loops of additions which both took at most 1.3 times as long as the quickest such loop of the run. The CPU time is that
of all processes, also of those that start and end between two hearings. `--stock` has stock nbgrader grade the same submissions between
ours, and compares each grade.
"""
from __future__ import annotations

import argparse
import copy
import gc
import os
import pickle
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.utils import determine_grade
from rich.console import Console
from rich.table import Table

from course_lib.grading import demo, grade, intake, misconceptions
from course_lib.grading.courtroom import Courtroom, Setting
from course_lib.grading.intake import key
from course_lib.grading.judging import court  # noqa: F401 - the cells alone find loaded what a judge finds
from course_lib.grading.judging.warm import SHELL
from course_lib.grading.original import Original, is_test
from course_lib.grading.sandbox.keeper import Processes

ROOT, STUDENTS, LIMIT = Path(__file__).parents[1], 60, 25       # ms of overhead
ENDLESS = "E1-TRAIN-ENDLESS"
CALM, ADDITIONS = 1.3, 60_000                                   # times the quickest loop; in a loop


@dataclass
class Measured:
    """One submission, once: milliseconds, of the loops around it too."""
    alone: float
    judged: float
    stock: float | None
    around: float

    @property
    def overhead(self) -> float:
        return self.judged - self.alone


def main() -> None:
    options, console = parser().parse_args(), Console()
    source, released = (nbformat.read(ROOT / folder / demo.SET / demo.NOTEBOOK, as_version=4) for folder in ("solutions", "exercises"))
    original, submissions = Original(source, released), honest(source, released)
    rebuilt = [with_tests(submission, original) for submission in submissions]
    cases = [original.case(notebook) | {"seconds": {"a_cell": 5, "in_all": 60}, "probes": {}, "handed_in": {}} for notebook in rebuilt]
    with ExitStack() as stack:
        room = stack.enter_context(Courtroom(Setting(tuple(original.modules))))
        stock = Stock(Path(stack.enter_context(tempfile.TemporaryDirectory())), source, submissions) if options.stock else None
        room.hear(cases[0])
        gc.collect()
        gc.freeze()                     # as where judges and players are forked
        measured, cpu = [], [0.0, -spent(room)]
        for place, case in enumerate(cases * options.rounds):
            measured.append(measure(room, case, cpu, stock and place < STUDENTS and (lambda place=place: stock.grade(place))))
        cpu[1] += spent(room)
        console.print(table(measured, cpu))
        if stock:
            console.print(compared(rebuilt, original, room, stock))


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m benchmarks.judging", description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", metavar="R", type=int, default=3, help="measurements of each submission; 3 by default")
    parser.add_argument("--stock", action="store_true", help="grade with stock nbgrader too: some minutes")
    return parser


def honest(source: nbformat.NotebookNode, released: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    """What 60 students hand in: right answers in many styles, and misconceptions but for the one that never ends."""
    catalogue = misconceptions.load(ROOT / "sources" / "misconceptions" / f"{demo.SET}.py")
    endless = {answer.source for answer in catalogue.wrong if answer.name == ENDLESS}
    classes = [member for seed in range(4) for member in demo.members(catalogue, seed)
               if member.kind in ("right", "wrong") and not endless & set(member.answers.values())]
    reference = demo.answers_of(source)
    return [demo.fill_in(released, reference | member.answers) for member in classes[:STUDENTS]]


def with_tests(submission: nbformat.NotebookNode, original: Original) -> nbformat.NotebookNode:
    """A submission rebuilt, with the hidden tests in it."""
    rebuilt, _ = intake.rebuild(copy.deepcopy(submission), original.released)
    tests = {key(cell): cell.source for cell in original.source.cells}
    for cell in filter(is_test, rebuilt.cells):
        cell.source = tests[key(cell)]
    return rebuilt


def measure(room: Courtroom, case: dict, cpu: list[float], stock: Callable | None) -> Measured:
    """Measure a submission once; to `cpu` come the CPU seconds of its cells alone, and those of this process while it was judged."""
    before = loop()
    alone, alone_cpu = apart(lambda: clocked(lambda: run_alone(case)))
    judged, judged_cpu = clocked(lambda: room.hear(case))
    cpu[0] += alone_cpu
    cpu[1] += judged_cpu
    around = max(before, loop())
    return Measured(1000 * alone, 1000 * judged, 1000 * clocked(stock)[0] if stock else None, around)


def loop() -> float:
    """Milliseconds of a short loop of additions."""
    start, total = time.perf_counter(), 0
    for number in range(ADDITIONS):
        total += number
    return 1000 * (time.perf_counter() - start)


def clocked(act: Callable) -> tuple[float, float]:
    """Seconds, and CPU seconds of this process."""
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - wall, time.process_time() - cpu


def spent(room: Courtroom) -> float:
    """CPU seconds of all judges and players so far, of those that have ended too."""
    processes = Processes()
    return sum(processes.usage(process.pid)[0] for process in (room._bench._process, room._players._process))


def run_alone(case: dict) -> None:
    """Run each cell of a case, as one kernel does."""
    shell = SHELL.enter({"__name__": "__main__"})
    for theirs, ours, _ in case["steps"]:
        shell.run(ours if theirs is None else theirs)


def apart(act: Callable):
    """What `act` gives in a fork of this process."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        try:
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(act(), pipe)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        found = pickle.load(pipe)
    os.wait()
    return found


class Stock:
    """A course directory in which stock nbgrader grades."""

    def __init__(self, folder: Path, source: nbformat.NotebookNode, submissions: list[nbformat.NotebookNode]):
        from nbgrader.apps import NbGraderAPI
        from traitlets.config import Config

        # nbgrader calls alembic by its bare name
        os.environ["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])
        self.folder = folder
        notebooks = {f"source/{demo.SET}": source} | {f"submitted/{student(place)}/{demo.SET}": notebook
                                                      for place, notebook in enumerate(submissions)}
        for path, notebook in notebooks.items():
            (folder / path).mkdir(parents=True)
            nbformat.write(notebook, folder / path / demo.NOTEBOOK)
        config = Config({"CourseDirectory": {"root": str(folder), "course_id": "stock"}, "NbGraderAPI": {"log_level": "ERROR"}})
        config.ClearSolutions.code_stub = {"python": "# YOUR CODE HERE"}
        self.api = NbGraderAPI(config=config)
        done = self.api.generate_assignment(demo.SET)
        if not done["success"]:
            raise RuntimeError(f"stock nbgrader does not release {demo.SET}:\n{done['log']}")

    def grade(self, place: int) -> None:
        done = self.api.autograde(demo.SET, student(place))
        if not done["success"]:
            raise RuntimeError(f"stock nbgrader does not grade {student(place)}:\n{done['log']}")

    def scores(self, place: int) -> dict[str, float]:
        notebook = self.api.gradebook.find_submission_notebook(Path(demo.NOTEBOOK).stem, demo.SET, student(place))
        return {cell.name: cell.auto_score for cell in notebook.grades}


def student(place: int) -> str:
    return f"student-{place:02}"


def compared(rebuilt: list[nbformat.NotebookNode], original: Original, room: Courtroom, stock: Stock) -> str:
    """Our grades and stock nbgrader's, cell by cell."""
    count, differing = 0, []
    for place, notebook in enumerate(rebuilt):
        grade.run(notebook, original, room.hear)
        theirs = stock.scores(place)
        for cell in filter(is_test, notebook.cells):
            count += 1
            if determine_grade(cell)[0] != theirs[key(cell)]:
                differing.append(f"{student(place)}: {key(cell)} is {determine_grade(cell)[0]:g}, not {theirs[key(cell)]:g}")
    return "\n".join([f"{count} grades of {len(rebuilt)} submissions beside stock nbgrader's: {len(differing)} differ.", *differing])


def table(measured: list[Measured], cpu: list[float]) -> Table:
    """Medians and 90 % quantiles, of calm moments and of all."""
    quickest = min(each.around for each in measured)
    calm = [each for each in measured if each.around <= CALM * quickest]
    lines = Table(title=f"Milliseconds a submission of {demo.SET}: median (90 % quantile)", title_justify="left",
                  caption=f"The bar is {LIMIT} ms of overhead. Quickest loop: {quickest:.2f} ms; where other runs have a much quicker one, "
                          "this one had no calm.", caption_justify="left")
    for column in ("", "cells alone", "judged", "overhead", "stock nbgrader"):
        lines.add_column(column, justify="right" if column else "left")
    for name, group in (f"calm: {len(calm)} of {len(measured)}", calm), (f"all {len(measured)}", measured):
        lines.add_row(name, *(quantiles([value for each in group if (value := getattr(each, what)) is not None])
                              for what in ("alone", "judged", "overhead", "stock")))
    alone, judged = (1000 * seconds / len(measured) for seconds in cpu)
    lines.add_row("CPU time, mean", f"{alone:.1f}", f"{judged:.1f}", f"{judged - alone:.1f}")
    return lines


def quantiles(values: list[float]) -> str:
    if len(values) < 2:
        return "-"
    return f"{statistics.median(values):.1f} ({statistics.quantiles(values, n=10)[-1]:.1f})"


if __name__ == "__main__":
    main()
