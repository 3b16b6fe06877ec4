"""A run that is killed again and again ends as one that nobody disturbed: `make proof` runs this, for it takes a minute and more."""
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
        hand_in(tiny, student(number))
    began = time.monotonic()
    assert run(tiny).wait() == 0
    whole = time.monotonic() - began
    by_hand(tiny)
    undisturbed = type(tiny)(Path(shutil.copytree(tiny.root, tiny.root.with_name("undisturbed"))))

    moments, graded = random.Random(7), []
    for kill in range(KILLS):
        for number in range(kill % 2, STUDENTS, 2):     # half of them have another answer now
            again = tiny.notebook(**KINDS[(number + kill) // 2 % len(KINDS)])
            nbformat.write(again, tiny.root / "submitted" / student(number) / "T1/T1.ipynb")
        before, process = notebooks(tiny), run(tiny)
        try:
            process.wait(moments.uniform(0, whole))
        except subprocess.TimeoutExpired:
            (os.kill if kill % 3 else os.killpg)(process.pid, signal.SIGKILL)       # it alone, or with all its workers
            process.wait()
        graded.append(sum(content != before[path] for path, content in notebooks(tiny).items()))
    assert any(0 < count < STUDENTS // 2 for count in graded), f"no run was killed in its midst: {graded}"

    shutil.copytree(tiny.root / "submitted", undisturbed.root / "submitted", dirs_exist_ok=True)
    assert run(tiny).wait() == run(undisturbed).wait() == 0
    assert rows(tiny) == rows(undisturbed)
    assert notebooks(tiny) == notebooks(undisturbed)


def student(number: int) -> str:
    return f"s{number:03}"


def run(tiny) -> subprocess.Popen:
    command = [sys.executable, "-c", "from course_lib.cli import main; main()", "--root", tiny.root, "grade", "T1", "--jobs", "2"]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def by_hand(tiny) -> None:
    """What a teacher has entered: scores, extra credit, comments, flags, an extension."""
    with closing(tiny.course.api.gradebook) as gradebook:
        for number in range(0, STUDENTS, 7):
            mine = student(number)
            gradebook.find_grade("total-visible", "T1", "T1", mine).manual_score = 0.5
            gradebook.find_grade("double-visible", "T1", "T1", mine).extra_credit = 1
            gradebook.find_comment("total", "T1", "T1", mine).manual_comment = f"Dear {mine}."
            gradebook.find_submission_notebook("T1", "T1", mine).flagged = True
            gradebook.db.commit()
            gradebook.grant_extension("T1", mine, days=number)


def notebooks(tiny) -> dict[str, bytes]:
    """All that lies in `autograded/`, but for what a killed run was about to write."""
    folder = tiny.root / "autograded"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.ipynb"))}
