"""How long the interactive views take for a redraw: milliseconds of CPU time, medians in calm windows.

    python -m benchmarks.redraw [VIEW ...] [--seconds S]

The sliders of one view after the other are moved at random, S seconds each. On a shared machine one and the same redraw takes twice as
long when somebody else is at work, so a redraw counts only in a calm window: it stands between two short loops of additions, and both
of them took at most 1.3 times as long as the quickest such loop of the whole run. What noise is left only adds, so a median below the
limit is good news for certain, and one above it, from few redraws, a reason to measure that view again.
"""
from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from functools import partial

import numpy as np
from rich.console import Console
from rich.table import Table

from course_lib.notebook import plots
from course_lib.notebook.controls import Choice
from course_lib.notebook.widgets import explore

LIMIT, CALM, ENOUGH, ADDITIONS = 50, 1.3, 10, 60_000       # ms of a redraw; times the quickest loop; redraws; in a loop
VIEWS = [name for name in plots.__all__ if hasattr(getattr(plots, name), "controls")]


def main() -> None:
    options, console = parser().parse_args(), Console()
    measured = {name: redraws(getattr(plots, name), options.seconds) for name in options.views or VIEWS}
    quickest = min(loop for found in measured.values() for loop, _ in found)
    times = {name: [redraw for loop, redraw in found if loop <= CALM * quickest] for name, found in measured.items()}
    medians = {name: statistics.median(found) for name, found in times.items() if len(found) >= ENOUGH}

    table = Table(title="Redraws in calm windows", title_justify="left")
    for column, side in (("view", "left"), ("median ms", "right"), ("redraws", "right")):
        table.add_column(column, justify=side)
    for name, found in times.items():
        table.add_row(name, f"{medians[name]:.1f}" if name in medians else "too busy", f"{len(found)} of {len(measured[name])}")
    console.print(table)
    console.print(f"Above {LIMIT} ms: {', '.join(name for name, median in medians.items() if median > LIMIT) or 'none'}.")
    console.print(f"Quickest loop: {quickest:.2f} ms. Where other runs have a much quicker one, this one had no calm.")


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m benchmarks.redraw", description=__doc__.partition("\n")[0])
    parser.add_argument("views", nargs="*", metavar="VIEW", help=f"{', '.join(VIEWS)}; all of them by default")
    parser.add_argument("--seconds", metavar="S", type=float, default=20, help="for each view; 20 by default, more on a busy machine")
    return parser


def redraws(view, seconds: float) -> list[tuple[float, float]]:
    """For each redraw the slower one of the loops around it, and the redraw, in milliseconds."""
    explorer, rng, found, end = explore(view), np.random.default_rng(0), [], time.monotonic() + seconds
    while time.monotonic() < end:
        name = rng.choice(list(explorer.controls))
        control, value = explorer.controls[name], rng.choice(values(view.controls[name])).item()
        if value != control.value:
            before, redraw, after = (milliseconds(run) for run in (additions, partial(setattr, control, "value", value), additions))
            found.append((max(before, after), redraw))
    return found


def values(control) -> np.ndarray:
    """All that a reader can choose."""
    return np.array(control) if isinstance(control, Choice) else np.arange(control.low, control.high + control.step / 2, control.step)


def milliseconds(run: Callable) -> float:
    start = time.process_time()
    run()
    return 1000 * (time.process_time() - start)


def additions() -> None:
    total = 0
    for number in range(ADDITIONS):
        total += number


if __name__ == "__main__":
    main()
