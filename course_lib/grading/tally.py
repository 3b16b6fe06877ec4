"""What a run over a class has done so far: counted as it goes, and a class of any size needs hardly more memory than a small one."""
from __future__ import annotations

from rich.text import Text

from .counting import printable
from .whole_class import Outcome

MOST = 10               # names in a line of what happened to them
SLOW = 5                # seconds


class Tally:
    """How many of a class's students were graded and left alone, and who failed, was refused, was slow."""

    def __init__(self, students: int):
        self.students, self.graded, self.same = students, 0, 0
        self.failed, self.refused, self.noted, self.slow = [], [], [], []

    def add(self, outcome: Outcome) -> str:
        """Count one student more; the counts so far."""
        mine, student = outcome.graded, outcome.student
        if outcome.problem:
            self.failed.append(f"{student} failed and has no new grade: {outcome.problem}")
        elif mine is None:
            self.same += 1
        else:
            self.graded += 1
            self.refused += [f"{student} ({mine.refused[0]})"] if mine.refused else []
            self.noted += [student] if mine.notes else []
            self.slow += [(mine.seconds, student)] if mine.seconds > SLOW else []
        return self.counts()

    def counts(self) -> str:
        return ", ".join([f"{self.graded} graded", *([f"{self.same} unchanged"] if self.same else []),
                          *([f"{len(self.failed)} failed"] if self.failed else [])])

    def lines(self) -> list[Text]:
        """What a run did, for its end."""
        missing = self.students - self.graded - self.same - len(self.failed)
        slowest = [f"{student} ({seconds:.0f} s)" for seconds, student in sorted(self.slow, reverse=True)]
        return [Text(f"{self.counts()}{f', {missing} not yet graded' if missing else ''}.", "bold"),
                *(Text(printable(failure), "bold red") for failure in self.failed),
                *several("Not gradable, 0 points", self.refused), *several("Put back or left out in", self.noted),
                *several("Slow", slowest)]


def several(what: str, names: list[str]) -> list[Text]:
    """One line for these, if there are any; not all of many."""
    more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return [Text(printable(f"{what}: {', '.join(names[:MOST])}{more}"))] if names else []
