"""The class on the terminal: a line for each student, the most that is worth knowing in 80 columns."""
from __future__ import annotations

from textwrap import shorten

from rich import box
from rich.table import Table
from rich.text import Text

from .counting import Student, full_marks, number, printable, quartiles, students
from .results import ClassResults

BAR = 10
LONGEST = 100           # students of whom each gets a line


def table(results: ClassResults) -> Table:
    """Student, score, a bar, and in words what to look at; below it the class in one line."""
    full = full_marks(results)
    everyone = students(results)
    title = printable(results.assignment) + (f", out of {number(full)}" if full else "")
    lines = Table(title=Text(title, "bold"), title_justify="left",
                  caption=Text(footer(everyone, full)), caption_style="", caption_justify="left", box=box.SIMPLE_HEAD)
    lines.add_column("Student", max_width=24, no_wrap=True, overflow="ellipsis")
    lines.add_column("Score", justify="right", no_wrap=True)
    lines.add_column("", width=BAR, no_wrap=True)
    lines.add_column("To look at", ratio=1, overflow="fold")
    for student in everyone:
        score = number(student.score) if student.graded else "–"
        lines.add_row(Text(printable(student.name)), score, bar(student, full), remarks(student, full))
    return lines


def bar(student: Student, full: float) -> Text:
    """The score in tenths of full marks, the last only with all of them; nothing for who was not graded."""
    if not student.graded or not full:
        return Text()
    filled = min(max(int(BAR * student.score / full + 1e-9), 0), BAR)
    return Text("━" * filled).append("┄" * (BAR - filled), "dim")


def remarks(student: Student, full: float) -> Text:
    """What could not be graded, a low score, what waits for a human, misconceptions by code, and how much was noted."""
    codes = dict.fromkeys(m.code for s in student.submissions for m in s.misconceptions)
    notes = sum(len(s.notes) for s in student.submissions)
    found = [Text(shorten(printable(f"{s.notebook} not graded: {s.refused}"), 70, placeholder="…"), "bold red")
             for s in student.submissions if s.refused]
    if student.graded and student.score < (full - sum(cell.points for cell in student.waiting)) / 2:
        found.append(Text("below half", "bold"))
    if student.waiting:
        found.append(Text(f"{counted(len(student.waiting), 'cell')} to grade by hand"))
    found += [Text(printable(code)) for code in codes]
    if notes:
        found.append(Text(counted(notes, "note"), "dim"))
    return Text(", ").join(found)


def footer(everyone: list[Student], full: float) -> str:
    """How many handed in, their median, how many notebooks were refused, and how many ran without a sandbox."""
    if not everyone:
        return "Nobody has handed in yet."
    scores = [student.score for student in everyone if student.graded]
    refused = sum(bool(s.refused) for student in everyone for s in student.submissions)
    median = f"median {number(quartiles(scores)[1])} of {number(full)}" if scores else "no scores"
    unsafe = sum(s.unsafe for student in everyone for s in student.submissions)
    marked = f", {unsafe} graded without a sandbox" if unsafe else ""
    return f"{counted(len(everyone), 'student')}, {median}, {counted(refused, 'notebook') if refused else 'none'} not graded{marked}"


def counted(count: int, thing: str) -> str:
    """
    >>> counted(1, "note"), counted(2, "note")
    ('1 note', '2 notes')
    """
    return f"{count} {thing}{'' if count == 1 else 's'}"
