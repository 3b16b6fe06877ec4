"""A regrade on the terminal: what was corrected, and who went from what to what, in 80 columns."""
from __future__ import annotations

from pathlib import Path

from rich import box
from rich.table import Table
from rich.text import Text

from .counting import number, printable
from .migration import Migrated, Row
from .moves import Move
from .summary import LONGEST
from .tally import several

BACK = "put solutions/{0} back as it was, copy that file over {1}, and run course regrade {0}."


def corrections(done: Migrated) -> list[Text]:
    """Which cells came, went and changed, and what people had entered that should be looked at again."""
    old, new = ({(notebook, name) for notebook, name, _ in version.cells} for version in (done.old, done.new))
    points = {(notebook, name): f"{name} ({number(before)} \N{RIGHTWARDS ARROW} {number(now)})"
              for (notebook, name, kind), row in done.new.cells.items()
              if (before := worth(done.old.cells.get((notebook, name, kind)))) != (now := worth(row)) and (notebook, name) in old}
    changed = {key for key, row in done.new.sources.items() if key in done.old.sources and row != done.old.sources[key]} - points.keys()
    return [*several("Cells added", names(new - old)), *several("Cells removed", names(old - new)),
            *several("Points changed", [points[key] for key in sorted(points)]), *several("Cells changed", names(changed)),
            *several("Gone with their cells, but in the backup: what was entered by hand for", whose(done.lost)),
            *several("Above the cell's new points, to look at in formgrader: the score by hand of", whose(done.above))]


def worth(row: Row | None) -> float:
    return row.values.get("max_score", 0) if row else 0


def names(cells: set[tuple[str, str]]) -> list[str]:
    return [name for _, name in sorted(cells)]


def whose(entered: tuple[tuple[str, str, str], ...]) -> list[str]:
    return [f"{student} ({cell})" for student, _, cell in entered]


def table(assignment: str, everyone: list[Move]) -> Table:
    """A line for each student whose score changed, of many the first, and below it how many went where."""
    changed = [move for move in everyone if move.difference]
    several = len({notebook for move in changed for notebook, _ in move.cells}) > 1
    lines = Table(title=Text(f"{printable(assignment)}, graded again", "bold"), title_justify="left", caption=Text(footer(everyone)),
                  caption_style="", caption_justify="left", box=box.SIMPLE_HEAD, show_header=bool(changed))
    lines.add_column("Student", max_width=24, no_wrap=True, overflow="ellipsis")
    for name in ("Old", "New", "±"):
        lines.add_column(name, justify="right", no_wrap=True)
    lines.add_column("Cells", ratio=1, overflow="fold")
    for move in changed[:LONGEST]:
        cells = [printable(f"{signed(by)} {notebook}/{cell}" if several else f"{signed(by)} {cell}")
                 for (notebook, cell), by in move.cells.items()]
        lines.add_row(Text(printable(move.student)), number(move.old), number(move.new), Text(signed(move.difference), "bold"),
                      Text("\n".join(cells)))
    return lines


def footer(everyone: list[Move]) -> str:
    """How many scores there are, went up, went down, stayed, and are first ones."""
    up, down, first = (sum(map(which, everyone)) for which in (lambda move: move.difference > 0, lambda move: move.difference < 0,
                                                               lambda move: move.old is None))
    more = up + down - LONGEST
    counts = f"{up} up, {down} down, {len(everyone) - up - down - first} unchanged" + f", {first} graded for the first time" * (first > 0)
    return counts + (f"\nThe first {LONGEST}; {more} more changed." if more > 0 else "")


def signed(difference: float) -> str:
    """
    >>> signed(1.5), signed(-2.0)
    ('+1.5', '\N{MINUS SIGN}2')
    """
    return ("+" if difference > 0 else "\N{MINUS SIGN}") + number(abs(difference))


def backup(copies: list[Path], original: Path | None, assignment: str) -> list[Text]:
    """Where the gradebook from before a regrade is, and how to get back to it; `original` is the gradebook's file, if it is one."""
    if not copies:
        return [Text("There was nothing to do: no cell and no grade has changed.")]
    way = f"To go back: {BACK.format(assignment, original.name)}" if original else f"course --db sqlite:///{copies[0]} opens it."
    return [Text(f"The gradebook as it was: {copies[0]}"), Text(way)]
