"""Where eve's submission is graded for real, between two honest neighbours, and searched for what it has won."""
from __future__ import annotations

import copy
import hashlib
import json
import os
import re
import socket
import threading
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Self
from unittest.mock import patch

import nbformat
from nbgrader.utils import determine_grade

from course_lib.grading import feedback, grade, intake, sanitise
from course_lib.grading.demo import fill_in
from course_lib.grading.intake import key
from course_lib.grading.judging import bench
from course_lib.grading.original import is_test
from course_lib.grading.sandbox import Limits, Sandbox
from course_lib.grading.sandbox.limits import ENVIRONMENT

from .attack import Attack
from .defences import IN_JUDGE, JUDGES_MEMORY, WALLS, left_out
from .victim import HONEST, ORIGINAL, POINTS, RELEASED, SECRETS, SOURCE

LIMITS = Limits(memory=192 << 20, processes=12, open_files=40, written=8 << 20, cpu=1)
SLACK, MOST_GROWTH = 1.5, 400_000
TESTS = {key(cell): cell.source for cell in SOURCE.cells if is_test(cell)}
WHERE = next(number for number, line in enumerate(nbformat.writes(SOURCE).split("\n"), start=1) if SECRETS["the source folder"] in line)


@dataclass
class Outcome:
    """What became of eve's submission; `loot`: what she has won, with the evidence."""

    graded: nbformat.NotebookNode | None = None
    loot: dict[str, object] = field(default_factory=dict)


class Arena:
    """A course folder with all its secrets, and the courtrooms in which it is graded, each with other defences left out."""

    def __init__(self, root: Path):
        self.root, self._open = root, ExitStack()
        self.folder = root / "submitted/eve/V1"
        for path, content in {
            "solutions/V1/V1.ipynb": nbformat.writes(SOURCE), "exercises/V1/V1.ipynb": nbformat.writes(RELEASED),
            "gradebook.db": SECRETS["the gradebook"], "submitted/zoe/V1/V1.ipynb": nbformat.writes(HONEST),
            "submitted/alice/V1/V1.ipynb": nbformat.writes(HONEST),
        }.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content)

    def __enter__(self) -> Self:
        self._open.enter_context(patch.dict(os.environ, ENVIRONMENT | {"TOKEN": SECRETS["the grader's environment"]}))
        self.port = self._open.enter_context(socket.create_server(("127.0.0.1", 0))).getsockname()[1]
        name = self._open.enter_context(socket.socket(socket.AF_UNIX))
        name.bind(f"\0tests-attacks-{self.port}")
        name.listen()
        before = os.getcwd()
        os.chdir(self.root)
        self._open.callback(os.chdir, before)
        self.sandbox, self.bench = cache(self.new_sandbox), cache(self.new_bench)
        return self

    def __exit__(self, *exception) -> None:
        self._open.close()

    def new_sandbox(self, *walls: str) -> Sandbox:
        return self._open.enter_context(Sandbox(("numpy",), LIMITS, _without=walls))

    def new_bench(self, *defences: str) -> bench.Bench:
        boot = f"sys.path[:0] = sys.argv[3:]; from tests.attacks.defences import boot; boot({defences!r})\nfrom course_lib"
        with patch.object(bench, "BOOT", bench.BOOT.replace("from course_lib", boot)):
            return self._open.enter_context(bench.Bench(("numpy",)))

    def run(self, attack: Attack, without: tuple[str, ...] = ()) -> Outcome:
        """Have eve graded, and say what she has won, also of zoe, who comes next (without a defence only if that is the aim)."""
        walls = [name for name in without if name in WALLS]
        sandbox = self.new_sandbox(*walls) if attack.spoils and walls else self.sandbox(*walls)
        judges = self.bench(*(name for name in without if name in IN_JUDGE))

        def hear(case: dict) -> dict:
            return judges.judge(case, sandbox.player)

        self.hand_in(attack)
        outcome, crowd, before, peak = Outcome(), family(os.getpid()), self.files(), getrusage(RUSAGE_SELF).ru_maxrss
        with patch.object(bench, "GRACE", attack.seconds[2]), left_out(without), Watch(judges._process.pid) as watch:
            began = time.monotonic()
            try:
                outcome.graded = graded(self.folder / "V1.ipynb", hear, attack.seconds[:2])
                outcome.loot = won(outcome.graded)
            except Exception as error:
                outcome.loot["crash"] = repr(error)
            took = time.monotonic() - began
            judges._dismiss()           # her players end while the next submission is judged
        growth = getrusage(RUSAGE_SELF).ru_maxrss - peak
        outcome.loot |= {"time": took if took > sum(attack.seconds[1:]) + SLACK else 0, "files": sorted(self.files() ^ before),
                         "memory": watch.peak > 1.5 * JUDGES_MEMORY or growth > MOST_GROWTH, "processes": left(crowd, judges._process.pid),
                         "neighbours": wronged(self.root / "submitted/zoe/V1/V1.ipynb", hear)
                         if not without or attack.wins == "neighbours" else None}
        outcome.loot = {kind: evidence for kind, evidence in outcome.loot.items() if evidence and kind not in attack.allowed}
        return outcome

    def files(self) -> set[tuple[str, str]]:
        """What lies in the course's folder, file by file, but for what eve has handed in."""
        return {(str(path), hashlib.sha1(path.read_bytes()).hexdigest()) for path in self.root.rglob("*")
                if path.is_file() and not path.is_relative_to(self.folder)}

    def hand_in(self, attack: Attack) -> None:
        """Put what eve hands in where it belongs."""
        if self.folder.is_symlink():
            self.folder.unlink()
        for path in self.folder.iterdir() if self.folder.exists() else ():
            path.rmdir() if path.is_dir() else path.unlink()
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.root / "gotcha").unlink(missing_ok=True)
        if cells := attack.cells():
            words = {"PORT": self.port, "LINE": WHERE, "ROOT": str(self.root).lstrip("/")}
            (self.folder / "V1.ipynb").write_text(json.dumps(filled_in(cells, words)))
        else:
            attack.function(self.folder, copy.deepcopy(RELEASED))


def filled_in(cells: list[tuple[str, str]], words: dict[str, object]) -> nbformat.NotebookNode:
    """The released notebook with eve's answers, and her own cells before the next question; `words` stand for what they mean here."""
    cells = [(name, re.sub("|".join(words), lambda found: str(words[found[0]]), text)) for name, text in cells]
    notebook = fill_in(RELEASED, {name: text for name, text in cells if name})
    own, place = [nbformat.v4.new_code_cell(text) for name, text in cells if not name], 1
    while own and not (place > 1 and key(notebook.cells[place - 1]).startswith(f"{cells[0][0]}-hidden")):
        place += 1
    notebook.cells[place:place] = own
    return notebook


def graded(path: Path, hear, seconds: tuple[float, float]) -> nbformat.NotebookNode:
    """What nbgrader would make of a submission with our plug-ins: taken in, given its hidden tests, judged, fit to be written to a file."""
    notebook = intake.take(path, RELEASED)
    sanitise.text(notebook, RELEASED)
    stubs = {key(cell): cell.source for cell in RELEASED.cells}
    for cell in notebook.cells:
        if is_test(cell) and cell.source == stubs.get(key(cell)):
            cell.source = TESTS[key(cell)]
    grade.run(notebook, ORIGINAL, hear, None, *seconds)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            sanitise.outputs(cell)
    nbformat.writes(notebook).encode()
    return notebook


def score(cell: nbformat.NotebookNode) -> float:
    """The points of a graded cell; what a human is to grade counts as won."""
    found, most = determine_grade(cell)
    return most if found is None else found


def tests(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]


def won(notebook: nbformat.NotebookNode) -> dict[str, object]:
    """What a graded notebook, and the feedback on it, show to have been won."""
    page = copy.deepcopy(notebook)
    for cell in filter(is_test, page.cells):
        cell.metadata.nbgrader["score"] = score(cell)
    feedback.explain(page)
    told = json.dumps(page, ensure_ascii=False)
    beside = json.dumps([notebook.metadata, [[cell.metadata, cell.get("outputs")] for cell in notebook.cells]])
    return {
        "points": sum(map(score, tests(notebook))),
        "secret": [what for what, token in SECRETS.items() if token in told],
        "boast": "GOTCHA" in beside,
        "judge": '"JudgeLost"' in beside,
    }


def wronged(path: Path, hear) -> object:
    """What an honest submission did not get."""
    try:
        found = {key(cell): score(cell) for cell in tests(graded(path, hear, (5, 30)))}
    except Exception as error:
        return repr(error)
    return found if sum(found.values()) != POINTS else None


def family(first: int) -> set[int]:
    """The processes that descend from one."""
    found = [first]
    for process in found:
        with suppress(OSError):      # it may end while we look
            for thread in os.listdir(f"/proc/{process}/task"):
                with suppress(OSError):
                    found += map(int, Path(f"/proc/{process}/task/{thread}/children").read_text().split())
    return set(filter(lives, found[1:]))


def lives(process: int) -> bool:
    """Whether a process has not ended yet; that an ended one has not been waited for does no harm."""
    with suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def left(crowd: set[int], bench: int) -> list[int]:
    """Which processes have come, and do not go, given a moment; one judge waits for the next submission."""
    for _ in range(100):
        waiting = family(bench)
        if not (more := family(os.getpid()) - crowd - (waiting if len(waiting) == 1 else set())):
            break
        time.sleep(0.01)
    return sorted(more)


class Watch(threading.Thread):
    """Looks at what a process's children hold in memory; `peak` is the most that one of them held, in bytes."""

    def __init__(self, first: int):
        super().__init__(daemon=True)
        self.children, self.peak, self._over = Path(f"/proc/{first}/task/{first}/children"), 0, threading.Event()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exception) -> None:
        self._over.set()
        self.join()

    def run(self) -> None:
        while not self._over.wait(0.02):
            for process in self.children.read_text().split():
                with suppress(OSError):
                    self.peak = max(self.peak, int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE"))
