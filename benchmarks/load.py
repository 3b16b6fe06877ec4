"""What a long run needs: thousands of submissions of E1, graded by `course grade`, with its memory and its pace as time goes by.

    python -m benchmarks.load [--submissions N] [--picture FILE]

The submissions are the 60 honest ones of `benchmarks.grading` again and again. Memory is the proportional set size (what processes share
is counted once), of the process that shares out and records, and of all processes together, looked at every few seconds. The curve is flat
if memory in the last quarter of the run is at most a tenth more than in the second: in the first it warms up.
"""
from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import subprocess
import tempfile
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import nbformat
import psutil
from matplotlib.figure import Figure
from rich.console import Console

from course_lib.grading.demo import NOTEBOOK, SET

from .grading import course, make_course
from .judging import ROOT, honest

INTERVAL, MEGABYTE, GROWTH = 3, 1e6, 1.1


@dataclass(frozen=True)
class Sample:
    """One look: seconds since the start, megabytes of the main process and of all, and how many submissions are recorded."""
    seconds: float
    main: float
    all: float
    recorded: int


def main() -> None:
    parser = argparse.ArgumentParser("python -m benchmarks.load", description=__doc__.partition("\n")[0])
    parser.add_argument("--submissions", metavar="N", type=int, default=10_000)
    parser.add_argument("--picture", metavar="FILE", type=Path, default=Path("reports/load.png"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = make_course(Path(folder) / "course", (ROOT / "nbgrader_config.py").read_text(encoding="utf-8"))
        hand_in(root, options.submissions)
        samples = watched(root)
    options.picture.parent.mkdir(exist_ok=True)
    figure(samples).savefig(options.picture, dpi=120)
    grown = growth(samples)
    Console().print(f"{samples[-1].recorded} of {options.submissions} submissions recorded in {samples[-1].seconds:.0f} s. Memory of the "
                    f"last quarter beside the second: main process {grown['main']:.3f}, all {grown['all']:.3f} (bar {GROWTH}). "
                    f"Drawn in {options.picture}.", highlight=False)
    if samples[-1].recorded < options.submissions or max(grown.values()) > GROWTH:
        raise SystemExit(1)


def hand_in(root: Path, count: int) -> None:
    submissions = honest(*(nbformat.read(ROOT / step / SET / NOTEBOOK, as_version=4) for step in ("solutions", "exercises")))
    contents = [nbformat.writes(submission) for submission in submissions]
    for number in range(count):
        path = root / "submitted" / f"student-{number:05}" / SET / NOTEBOOK
        path.parent.mkdir(parents=True)
        path.write_text(contents[number % len(contents)], encoding="utf-8")


def watched(root: Path) -> list[Sample]:
    """The samples of one run."""
    start, samples = time.perf_counter(), []
    process = subprocess.Popen(list(map(str, course())), cwd=root, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    while process.poll() is None:
        with suppress(psutil.Error):
            samples.append(Sample(time.perf_counter() - start, *memory(psutil.Process(process.pid)), recorded(root)))
        with suppress(subprocess.TimeoutExpired):
            process.wait(INTERVAL)
    if process.returncode:
        raise SystemExit(f"course grade ended with {process.returncode}")
    return [*samples, Sample(time.perf_counter() - start, samples[-1].main, samples[-1].all, recorded(root))]


def memory(process: psutil.Process) -> tuple[float, float]:
    """Megabytes of a process, and with all its descendants."""
    own, others = process.memory_full_info().pss, 0
    for child in process.children(recursive=True):
        with suppress(psutil.Error):            # it has ended meanwhile
            others += child.memory_full_info().pss
    return own / MEGABYTE, (own + others) / MEGABYTE


def recorded(root: Path) -> int:
    with closing(sqlite3.connect(f"file:{root / 'gradebook.db'}?mode=ro", uri=True, timeout=60)) as database:
        return database.execute("SELECT count(*) FROM submitted_assignment").fetchone()[0]


def growth(samples: list[Sample]) -> dict[str, float]:
    """Median memory of the last quarter of a run, in units of that of its second."""
    quarter = len(samples) // 4
    return {what: statistics.median(getattr(sample, what) for sample in samples[3 * quarter:])
            / statistics.median(getattr(sample, what) for sample in samples[quarter:2 * quarter]) for what in ("main", "all")}


def figure(samples: list[Sample]) -> Figure:
    """Memory above, submissions a second below."""
    minutes = [sample.seconds / 60 for sample in samples]
    picture = Figure(figsize=(8, 5.5), layout="constrained")
    above, below = picture.subplots(2, 1, sharex=True)
    for what, label, colour in (("all", "all processes", "#0072B2"), ("main", "the process that records", "#D55E00")):
        megabytes = [getattr(sample, what) for sample in samples]
        above.plot(minutes, megabytes, color=colour)
        lowest = min(megabytes[len(samples) // 4:3 * len(samples) // 4])        # below all of the curve that is near the words
        above.annotate(label, (minutes[len(samples) // 2], lowest), xytext=(0, -14), textcoords="offset points", color=colour, ha="center")
    above.set(ylabel="memory (MB)", ylim=(0, None), title=f"{samples[-1].recorded:,} submissions of {SET} on {os.cpu_count()} cores")
    span = max(len(samples) // 40, 1)
    pace = [(after.recorded - before.recorded) / (after.seconds - before.seconds)
            for before, after in zip(samples, samples[span:], strict=False)]
    below.plot(minutes[span:], pace, color="#0072B2")
    below.set(xlabel="minutes", ylabel="submissions a second", ylim=(0, None))
    for axes in (above, below):
        axes.spines[["top", "right"]].set_visible(False)
    return picture


if __name__ == "__main__":
    main()
