"""A run that is killed again and again ends as one that nobody disturbed: `make proof` runs this, for it grades a class twice."""
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import nbformat

from .test_whole_class import EDITED, hand_in, rows

STUDENTS, KILLS = 120, 20
KINDS = ({}, {"total": EDITED}, {"double": "def double(x):\n    return x / 0\n"}, {"total": "def total(x):\n    import os; os._exit(1)\n"})


def test_a_run_killed_twenty_times_ends_as_an_undisturbed_one(tiny):
    for number in range(STUDENTS):
        hand_in(tiny, f"s{number:03}", **KINDS[number % len(KINDS)])
    run(tiny).wait()
    by_hand(tiny)
    for number in range(STUDENTS):          # all hand in again, and each has another answer now
        nbformat.write(tiny.notebook(**KINDS[(number + 1) % len(KINDS)]), tiny.root / f"submitted/s{number:03}/T1/T1.ipynb")
    undisturbed = type(tiny)(Path(shutil.copytree(tiny.root, tiny.root.with_name("undisturbed"))))
    old = notebooks(tiny)
    began = time.monotonic()
    run(undisturbed).wait()
    whole = time.monotonic() - began

    moments, progress = random.Random(7), []
    for kill in range(KILLS):
        process = run(tiny)
        try:
            process.wait(moments.uniform(0, whole / 2))
        except subprocess.TimeoutExpired:
            (os.kill if kill % 2 else os.killpg)(process.pid, signal.SIGKILL)       # it alone, or with all its workers
            process.wait()
        progress.append(sum(content != old[path] for path, content in notebooks(tiny).items()))
    assert progress == sorted(progress) and progress[-1] > 0, "what was graded is not graded anew"
    assert run(tiny).wait() == 0
    assert rows(tiny) == rows(undisturbed)
    assert notebooks(tiny) == notebooks(undisturbed)


def run(tiny) -> subprocess.Popen:
    command = [sys.executable, "-c", "from course_lib.cli import main; main()", "--root", tiny.root, "grade", "T1", "--jobs", "2"]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def by_hand(tiny) -> None:
    """What a teacher has entered: scores, extra credit, comments, flags, an extension."""
    with closing(tiny.course.api.gradebook) as gradebook:
        for number in range(0, STUDENTS, 7):
            student = f"s{number:03}"
            gradebook.find_grade("total-visible", "T1", "T1", student).manual_score = 0.5
            gradebook.find_grade("double-visible", "T1", "T1", student).extra_credit = 1
            gradebook.find_comment("total", "T1", "T1", student).manual_comment = f"Dear {student}."
            gradebook.find_submission_notebook("T1", "T1", student).flagged = True
            gradebook.db.commit()
            gradebook.grant_extension("T1", student, days=number)


def notebooks(tiny) -> dict[str, bytes]:
    """All that lies in `autograded/`, but for what a killed run was about to write."""
    folder = tiny.root / "autograded"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.ipynb"))}
