"""Write down what stock nbgrader gives: `python -m tests.compat.record [NAME ...]` grades the corpus (or these of it) into stock.json."""
from __future__ import annotations

import hashlib
import json
import re
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from . import corpus
from .course import grades, make_course, stock_nbgrader

STOCK_GRADES = Path(__file__).with_name("stock.json")
PACKAGES = ("nbgrader", "nbconvert", "nbclient", "ipykernel", "ipython", "numpy", "matplotlib")


def record(assignment: str) -> dict:
    """Grade everyone's submission with stock nbgrader: the grades, and who could not be graded for which reason."""
    with tempfile.TemporaryDirectory() as folder:
        course = make_course(Path(folder).resolve() / "course", assignment)
        stopped = {}
        api = stock_nbgrader(course)
        for submission in corpus.submissions(assignment):
            done = api.autograde(assignment, submission.student)
            if not done["success"]:
                stopped[submission.student] = reason(done)
        return {"written": fingerprint(assignment), "grades": grades(course, assignment), "stopped": stopped}


def reason(done: dict) -> str:
    """The last line of what nbgrader logged that names an exception."""
    lines = [line.strip() for line in (done.get("log", "") + done["error"]).splitlines()]
    return next((line for line in reversed(lines) if "Error: " in line and "NbGraderException" not in line), lines[-1])


def fingerprint(assignment: str) -> str:
    """Changes when an assignment or its submissions do."""
    files = sorted(path for path in (corpus.ASSIGNMENTS / assignment).iterdir() if path.is_file())
    return hashlib.sha256(b"\0".join(path.name.encode() + b"\0" + path.read_bytes() for path in files)).hexdigest()[:16]


def main(chosen: list[str]) -> None:
    found = json.loads(STOCK_GRADES.read_text()) if STOCK_GRADES.is_file() else {"assignments": {}}
    for name in chosen or corpus.names():
        print(name, flush=True)
        found["assignments"][name] = record(name)
        found["assignments"] = {name: found["assignments"][name] for name in corpus.names() if name in found["assignments"]}
        found["versions"] = {package: version(package) for package in PACKAGES}
        STOCK_GRADES.write_text(readable(found))


def readable(found: dict) -> str:
    """JSON with one line for each graded cell."""
    return re.sub(r"\[\s+([^\[\]]*?)\s+\]", lambda row: "[" + re.sub(r",\s+", ", ", row[1]) + "]", json.dumps(found, indent=1)) + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
