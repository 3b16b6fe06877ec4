"""How fast course_lib trains, beside PyTorch eager, scikit-learn and the floor of bare NumPy calls.

    python -m benchmarks.library [W1 W2 ...] [--json FILE]

Everyone trains the same network on the same batches from the same weights, on one core, and in each round all of them in turn. Figures are
medians of CPU seconds: *warm*, after a round that is not counted; *cold*, from the start of a process to the trained network, imports
included; and 64 networks at once against a loop over them. A peer that is not installed is left out.
"""
from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec

from rich.console import Console
from rich.table import Table

from benchmarks.trainers import TRAINERS, loop_of_64, stack_of_64
from benchmarks.workloads import WORKLOADS

ROUNDS, COLD_ROUNDS = 7, 3
WARM = ("course_lib", "torch", "sklearn", "floor")
COLD = ("course_lib", "torch", "sklearn", "jax")


def main() -> None:
    options = parser().parse_args()
    console, figures = Console(), {}
    table = new_table("Warm", WARM, ROUNDS)
    for name in options.workloads or WORKLOADS:
        work = WORKLOADS[name]()
        figures[name] = medians({who: clocked(TRAINERS[who](work)) for who in WARM if present(who)}, ROUNDS)
        add_row(table, name, figures[name], WARM)
    console.print(table)

    table, figures["cold"] = new_table("Cold", COLD, COLD_ROUNDS), {}
    for name in ("W1", "W2"):
        figures["cold"][name] = medians({who: partial(cold_seconds, who, name) for who in COLD if present(who)}, COLD_ROUNDS)
        add_row(table, name, figures["cold"][name], COLD)
    console.print(table)

    figures["64 networks"] = medians({"stack": clocked(stack_of_64), "loop": clocked(loop_of_64)}, ROUNDS)
    console.print("64 networks of W1 at once take {stack:.3g} s, one after the other {loop:.3g} s.".format(**figures["64 networks"]))
    if options.json:
        with open(options.json, "w") as file:
            json.dump(figures, file, indent=1)


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m benchmarks.library", description=__doc__.partition("\n")[0])
    parser.add_argument("workloads", nargs="*", metavar="W", help=f"{', '.join(WORKLOADS)}; all of them by default")
    parser.add_argument("--json", metavar="FILE", help="write the figures there, in seconds")
    return parser


def present(who: str) -> bool:
    return who == "floor" or find_spec(who) is not None


def medians(seconds_of: dict[str, Callable[[], float]], count: int) -> dict[str, float]:
    """The median seconds of each, all of them in turn in every round, the first round not counted."""
    rounds = [{who: seconds() for who, seconds in seconds_of.items()} for _ in range(count + 1)]
    return {who: statistics.median(each[who] for each in rounds[1:]) for who in seconds_of}


def clocked(run: Callable) -> Callable[[], float]:
    def seconds():
        start = time.process_time()
        run()
        return time.process_time() - start
    return seconds


def cold_seconds(who: str, workload: str) -> float:
    """CPU seconds of a process that trains once, its imports and all."""
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.trainers", who, workload], stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"python -m benchmarks.trainers {who} {workload} failed; run it to see why")
    return usage.ru_utime + usage.ru_stime


def new_table(kind: str, columns, rounds: int) -> Table:
    table = Table(title=f"{kind}: CPU seconds, medians of {rounds}, and how many times ours", title_justify="left")
    for column in ("", *columns):
        table.add_column(column, justify="right")
    return table


def add_row(table: Table, name: str, seconds: dict[str, float], columns) -> None:
    table.add_row(name, *(f"{seconds[who]:.4f} ({seconds[who] / seconds['course_lib']:.2f})" if who in seconds else "-" for who in columns))


if __name__ == "__main__":
    main()
