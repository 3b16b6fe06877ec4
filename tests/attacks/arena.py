"""Where eve's submission is graded for real, between those of two honest neighbours, and searched for what it has won."""
from __future__ import annotations

import copy
import hashlib
import json
import os
import threading
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import nbformat
from nbgrader.utils import determine_grade

from course_lib.grading import feedback, grade, intake
from course_lib.grading.demo import fill_in
from course_lib.grading.intake import key
from course_lib.grading.judging import bench
from course_lib.grading.original import is_test
from course_lib.grading.sandbox import Limits, Sandbox

from .attack import Attack
from .defences import IN_JUDGE, WALLS
from .victim import HONEST, ORIGINAL, POINTS, RELEASED, SECRETS, SOURCE

LIMITS = Limits(memory=192 << 20, processes=12, open_files=40, written=8 << 20, cpu=3)
BOUND, BULK, MOST_MEMORY = 30, 10_000_000, 1 << 30
TESTS = {key(cell): cell.source for cell in SOURCE.cells if is_test(cell)}


class Room:
    """A courtroom with the one or other defence left out."""

    def __init__(self, without: str = ""):
        self.without, self._open = without, ExitStack()

    def __enter__(self) -> Self:
        walls = [self.without] if self.without in WALLS else []
        boot = bench.BOOT
        if self.without in IN_JUDGE:
            bench.BOOT = boot.replace("from course_lib", f"from tests.attacks.defences import weaken; weaken({self.without!r})\nfrom course_lib")
        try:
            self.sandbox = self._open.enter_context(Sandbox(("numpy",), LIMITS, _without=walls))
            self.bench = self._open.enter_context(bench.Bench(("numpy",)))
        finally:
            bench.BOOT = boot
        self.players = self.sandbox.player
        self.crowd = family(os.getpid())
        return self

    def __exit__(self, *exception) -> None:
        self._open.close()

    def hear(self, case: dict) -> dict:
        return self.bench.judge(case, self.players)


@dataclass
class Outcome:
    """What became of the three; `loot` has what eve has won, each with the evidence."""

    scores: dict[str, float] = field(default_factory=dict)
    graded: dict[str, nbformat.NotebookNode] = field(default_factory=dict)
    loot: dict[str, object] = field(default_factory=dict)


def lay_out(root: Path) -> None:
    """A course folder as an instructor has it, secrets and all."""
    for path, content in {
        "solutions/V1/V1.ipynb": nbformat.writes(SOURCE), "exercises/V1/V1.ipynb": nbformat.writes(RELEASED),
        "gradebook.db": SECRETS["the gradebook"], **{f"submitted/{who}/V1/V1.ipynb": nbformat.writes(HONEST) for who in ("alice", "zoe")},
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content)
    (root / "submitted/eve/V1").mkdir(parents=True)


def hand_in(attack: Attack, root: Path) -> None:
    folder, notebook = root / "submitted/eve/V1", copy.deepcopy(RELEASED)
    if not attack.cells:
        attack.hand_in(folder, notebook)
        return
    notebook = fill_in(notebook, {question: text for question, text in attack.cells if question})
    place = next(place for place, cell in enumerate(notebook.cells) if key(cell) == attack.cells[0][0])
    for _, text in reversed(attack.cells[1:]):
        notebook.cells.insert(place + 2, nbformat.v4.new_code_cell(text))
    (folder / "V1.ipynb").write_text(json.dumps(notebook))


def run(attack: Attack, room: Room, root: Path) -> Outcome:
    """Have alice, eve and zoe graded in this room, and say what eve has won."""
    before, outcome = files(root), Outcome()
    crowd, began = family(os.getpid()), time.monotonic()
    with Watch(room.bench._process.pid) as watch:
        for student in ("alice", "eve", "zoe"):
            seconds = attack.seconds if student == "eve" else (5, 30)
            try:
                outcome.graded[student] = notebook = graded(root / f"submitted/{student}/V1/V1.ipynb", room, seconds)
                outcome.scores[student] = sum(score(cell) for cell in filter(is_test, notebook.cells))
            except Exception as error:
                outcome.loot["crash" if student == "eve" else "neighbours"] = repr(error)
    outcome.loot["time"] = time.monotonic() - began if time.monotonic() - began > BOUND else None
    outcome.loot["memory"] = watch.peak if watch.peak > MOST_MEMORY else None
    outcome.loot["files"] = [str(path) for path, _ in files(root) ^ before]
    outcome.loot["processes"] = sorted((family(os.getpid()) - crowd))
    if any(outcome.scores.get(who) != POINTS for who in ("alice", "zoe")):
        outcome.loot["neighbours"] = outcome.scores
    if "eve" in outcome.graded:
        outcome.loot |= won(outcome.graded["eve"], outcome.scores["eve"])
    outcome.loot = {kind: evidence for kind, evidence in outcome.loot.items() if evidence and kind not in attack.allowed}
    return outcome


def graded(path: Path, room: Room, seconds: tuple[float, float]) -> nbformat.NotebookNode:
    """A submission, taken in, given its hidden tests back, judged."""
    notebook = intake.take(path, RELEASED)
    for cell in filter(is_test, notebook.cells):
        if cell.source == next((other.source for other in RELEASED.cells if key(other) == key(cell)), None):
            cell.source = TESTS[key(cell)]
    grade.run(notebook, ORIGINAL, room.hear, None, *seconds)
    return notebook


def score(cell: nbformat.NotebookNode) -> float:
    found, _ = determine_grade(cell)
    return cell.metadata.nbgrader["points"] if found is None else found


def won(notebook: nbformat.NotebookNode, points: float) -> dict[str, object]:
    """What eve has won, as far as her graded notebook and her feedback show it."""
    told = told_to_student(notebook)
    outputs = json.dumps([cell.outputs for cell in notebook.cells if cell.cell_type == "code" and not is_test(cell)])
    return {
        "points": points,
        "secret": [what for what, token in SECRETS.items() if token in told],
        "boast": "GOTCHA" in outputs,
        "bulk": len(json.dumps(notebook)) > BULK,
        "judge": any(output.get("ename") == "JudgeLost" for cell in notebook.cells for output in cell.get("outputs", [])),
    }


def told_to_student(notebook: nbformat.NotebookNode) -> str:
    """The feedback page, before it is HTML."""
    page = copy.deepcopy(notebook)
    for cell in filter(is_test, page.cells):
        cell.metadata.nbgrader["score"] = score(cell)
    feedback.explain(page)
    return json.dumps(page)


def files(root: Path) -> set[tuple[Path, str]]:
    """What lies in a folder, file by file."""
    return {(path, hashlib.sha1(path.read_bytes()).hexdigest()) for path in root.rglob("*") if path.is_file()}


def family(first: int) -> set[int]:
    """The processes that descend from one."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    found = [first]
    for process in found:
        found += [child for child, parent in parents.items() if parent == process]
    return set(found[1:])


class Watch(threading.Thread):
    """Looks at the memory of a process's descendants for as long as it is entered; `peak` is the most that one of them held, in bytes."""

    def __init__(self, first: int):
        super().__init__(daemon=True)
        self.first, self.peak, self._over = first, 0, threading.Event()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exception) -> None:
        self._over.set()
        self.join()

    def run(self) -> None:
        while not self._over.wait(0.05):
            for process in family(self.first):
                with suppress(OSError):
                    self.peak = max(self.peak, int(Path(f"/proc/{process}/statm").read_text().split()[1]) * 4096)
