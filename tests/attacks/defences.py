"""The defences, by name, and how each one is left out: a wall of the sandbox by its own name, anything else by changing one function.

Most of them stand in the judge's process or in the grader's. `weaken(name)` is called in the process where the defence stands, once and
for good; the judge's process is one of its own for each weakening (see arena.py), the grader's is a fork.
"""
from __future__ import annotations

import pickle
from collections.abc import Callable

WALLS = {       # of the sandbox; see course_lib.grading.sandbox
    "files": "a player sees no file of the machine's but programs",
    "environment": "a player's environment is empty",
    "network": "a player has a network of its own",
    "pids": "a player sees and reaches no process but its own",
    "session": "a signal to a player's group reaches no other",
    "proc": "/proc is covered",
    "scratch": "what a player writes is gone with it, and bounded",
    "descriptors": "nothing is open in a player but its line",
    "system calls": "calls that lead out, or to memory that nobody counts, are refused",
    "capabilities": "root in a namespace of one's own is root of nothing",
    "address space": "one process gets so much memory",
    "memory": "all processes together get so much memory",
    "open files": "one process opens so many files",
    "cpu": "all processes together get so much computing time",
}
IN_JUDGE: dict[str, Callable[[], None]] = {}
IN_GRADER: dict[str, Callable[[], None]] = {}


def weakening(where: dict[str, Callable], name: str):
    def declare(function: Callable[[], None]) -> Callable[[], None]:
        where[name] = function
        return function
    return declare


def weaken(name: str) -> None:
    (IN_JUDGE.get(name) or IN_GRADER[name])()


@weakening(IN_JUDGE, "two processes")
def tests_run_beside_the_answers():
    """As under stock nbgrader, in one interpreter."""
    from course_lib.grading.judging import judge
    judge.Judge.test = lambda self, source: self._cell(lambda: judge.checked(self.ask("run", source)))


@weakening(IN_JUDGE, "whose names")
def every_name_is_the_students():
    """Who binds a name last has it."""
    from course_lib.grading.judging.names import Names
    ours = Names.__getitem__
    Names.__getitem__ = lambda self, name: self.host.ask("get", name) if self.host.ask("has", name) else ours(self, name)


@weakening(IN_JUDGE, "no comparing")
def objects_compare():
    """A student's object says itself whether it is equal."""
    from course_lib.grading.judging.judge import Judge
    Judge.lenient = property(lambda self: True, lambda self, value: None)


@weakening(IN_JUDGE, "no pickle")
def values_are_pickled():
    """As multiprocessing and Jupyter's own tools do it."""
    from course_lib.grading.judging import values
    values.Decoder._pickle = lambda self, tree, buffer: pickle.loads(self.buffers[buffer])
    values.TAGS.add("pickle")


@weakening(IN_JUDGE, "message bounds")
def messages_of_any_length():
    from course_lib.grading.judging import protocol
    protocol.LONGEST_HEADER = protocol.LONGEST_BUFFERS = 1 << 62


@weakening(IN_JUDGE, "deadline of a cell")
def cells_without_deadline():
    from course_lib.grading.judging.judge import Judge
    Judge._clock = lambda self: None


@weakening(IN_JUDGE, "deadline of all")
def notebooks_without_deadline():
    from course_lib.grading.judging.judge import Judge
    Judge.ends = property(lambda self: float("inf"), lambda self, value: None)


@weakening(IN_JUDGE, "outputs are checked")
def outputs_are_believed():
    from course_lib.grading.judging import judge
    judge.checked = lambda outputs: outputs


@weakening(IN_GRADER, "tests are the source's")
def tests_are_what_was_handed_in():
    from course_lib.grading import intake
    intake.is_fixed = lambda cell: False


@weakening(IN_GRADER, "rebuilt from the released")
def notebooks_are_graded_as_they_are():
    from course_lib.grading import intake
    intake.rebuild = lambda submitted, released: (submitted, [])


@weakening(IN_GRADER, "no links")
def links_are_followed():
    from pathlib import Path
    Path.is_symlink = lambda self: False


@weakening(IN_GRADER, "a score is a number")
def scores_as_they_come():
    from course_lib.grading import grade
    grade.settle = lambda cell: None


@weakening(IN_GRADER, "bounded files")
def files_of_any_size():
    from course_lib.grading import intake
    intake.LARGEST_FILE = 1 << 62


@weakening(IN_GRADER, "hidden tests keep silent")
def hidden_tests_are_explained_as_visible_ones():
    from course_lib.grading import grade
    grade.is_hidden = lambda cell: False


DEFENCES = [*WALLS, *IN_JUDGE, *IN_GRADER]
