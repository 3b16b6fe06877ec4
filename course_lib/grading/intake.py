"""Take a submission in, whatever it is: rebuild it from the released notebook, so that nothing later can stumble on it.

Answers are taken by grade_id, cells that the student added are kept in their place, everything else comes from the released notebook.
A file that holds no answers is refused: it becomes the released notebook with the reason on top, and earns 0.
"""
from __future__ import annotations

import copy
import html
import json
from collections.abc import Container
from datetime import datetime
from pathlib import Path

import nbformat
from nbformat.v4 import new_markdown_cell

from .judging.folder import PLAIN

MOST_FILES = 500                # that a submission brings beside its notebooks
MOST_BESIDE = 4_000_000         # bytes of all of them
LARGEST_FILE = 20_000_000       # bytes; a notebook without outputs has some 50,000
LONGEST_CODE = 200_000          # characters, in all its cells; the judge is told of it in one message
MOST_CELLS = 2_000              # every cell costs some milliseconds on its way to the gradebook


class Refused(Exception):
    """There is nothing to grade in this file; the message says why, to its author."""


def take(path: Path, released: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The submission at `path` as a notebook that can be graded, with what was found in `metadata.course`."""
    return taken(content(path), path.name, released)


def taken(submitted: bytes | Refused, name: str, released: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """As `take`, from the content of a file of this name."""
    try:
        notebook, notes = rebuild(opened(submitted, name), released)
        found = {"notes": notes}
    except Refused as reason:
        notebook = copy.deepcopy(released)
        found = {"notes": [], "refused": str(reason)}
        notes = [f"This submission could not be graded: {reason}"]
    notebook.metadata["course"] = nbformat.from_dict(found)
    if notes:
        listed = "\n".join(f"- {html.escape(note, quote=False)}" for note in notes)
        notebook.cells.insert(0, new_markdown_cell(f"**A note from the grader**\n\n{listed}", id="note-from-the-grader"))
    return notebook


def clear_links(folder: Path) -> None:
    """Remove what is neither a file nor a folder, for it holds nothing of the student's and leads elsewhere, and a timestamp that is none.

    nbgrader copies a submission's files before anybody has read its notebook: it would follow a link out of it, and stop at a time that
    it cannot read.
    """
    for entry in list(folder.rglob("*")):
        if entry.is_symlink() or not (entry.is_file() or entry.is_dir()):
            entry.unlink()
    if (stamp := folder / "timestamp.txt").is_file() and not is_time(stamp):
        stamp.unlink()


def is_time(path: Path) -> bool:
    """Whether nbgrader can read this file as the time when a submission came."""
    return time(path) is not None


def time(path: Path) -> datetime | None:
    """When a submission came, as its timestamp.txt says; None if nobody can read that."""
    from nbgrader.utils import parse_utc  # loads all of nbgrader, which a student's own check never needs

    try:
        return parse_utc(path.read_text(encoding="utf-8").strip()) if is_regular(path) and path.stat().st_size < 100 else None
    except Exception:       # of many kinds: see dateutil
        return None


def beside(folder: Path, known: Container[str] = ()) -> tuple[dict[str, bytes], list[str]]:
    """The files that a submission brings beside its notebooks, by name, but for those `known`; and a note on what is too large."""
    found, large, many, odd, room = {}, [], [], [], MOST_BESIDE
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and path.suffix != ".ipynb"):
        name, size = path.relative_to(folder).as_posix(), path.stat().st_size
        if name in known or name == "timestamp.txt":
            continue
        if not is_plain(name):
            odd.append(written(name))
        elif len(found) == MOST_FILES or size > room:
            (large if size > room else many).append(written(name))
        else:
            found[name] = path.read_bytes()
            room -= size
    return found, [*note(large, f"left out, for together the files beside a notebook may have {MOST_BESIDE // 1_000_000} MB", "file"),
                   *note(odd[:10], "left out, for its name or its place is an odd one", "file"),
                   *note(many[:10], f"left out, for {MOST_FILES} files are the most that may lie beside a notebook", "file")]


def is_plain(name: str) -> bool:
    """Whether a player takes a file of this name; it would not begin with another (see `judging.folder`)."""
    parts = name.split("/")
    return len(parts) <= 8 and all(map(PLAIN.fullmatch, parts))


def read(path: Path) -> nbformat.NotebookNode:
    """Parse a notebook file, or refuse it with what is wrong in plain words."""
    return opened(content(path), path.name)


def content(path: Path) -> bytes | Refused:
    """What is in a notebook file, or why it is not even read."""
    if not is_regular(path):
        others = sorted(written(other.name) for other in path.parent.glob("*.ipynb"))
        instead = f" There is {', '.join(others)}: rename it to {path.name} and hand in again." if others else ""
        return Refused(f"no file named {path.name} was handed in.{instead}")
    if path.stat().st_size > LARGEST_FILE:
        return Refused(f"{path.name} is larger than {LARGEST_FILE // 1_000_000} MB. Clear its outputs, save it and hand in again.")
    try:
        return path.read_bytes()
    except OSError as error:
        return Refused(f"{path.name} could not be read ({error.strerror}).")


def opened(submitted: bytes | Refused, name: str) -> nbformat.NotebookNode:
    """The notebook in the content of a file of this name; raises Refused."""
    if isinstance(submitted, Refused):
        raise submitted
    try:
        return parse(submitted.decode("utf-8-sig"))
    except Refused:
        raise
    except Exception:       # whatever is wrong with it, it is this file's problem alone
        raise Refused(f"{name} is not a notebook that can be read (is it empty, cut short or another kind of file?).") from None


def is_regular(path: Path) -> bool:
    """Whether this is a file, and not reached through a link, be it the file, the assignment's folder or the student's."""
    return path.is_file() and not any(place.is_symlink() for place in (path, *path.parents[:2]))


def written(name: str) -> str:
    """The name of a file in characters that a file can hold; on Linux any bytes make a name."""
    return name.encode("utf-8", "replace").decode()


def parse(text: str) -> nbformat.NotebookNode:
    """A notebook without outputs; what nbformat would take minutes to validate is refused or left out before it sees it."""
    content = json.loads(text)
    cells = [cell for sheet in (content, *content.get("worksheets", [])) for cell in sheet.get("cells", [])]
    if len(cells) > MOST_CELLS:
        raise Refused(f"it has {len(cells):,} cells, and {MOST_CELLS:,} are the most that can be graded.")
    for cell in cells:
        if isinstance(cell, dict) and "outputs" in cell:
            cell["outputs"] = []
    notebook = nbformat.reads(json.dumps(content), as_version=4)
    if (length := sum(len(cell.source) for cell in notebook.cells if cell.cell_type == "code")) > LONGEST_CODE:
        raise Refused(f"it has {length:,} characters of code, and {LONGEST_CODE:,} are the most that can be graded.")
    return notebook


def rebuild(submitted: nbformat.NotebookNode, released: nbformat.NotebookNode) -> tuple[nbformat.NotebookNode, list[str]]:
    """The released notebook with this submission's answers and added code cells, and notes on what had to be put back."""
    expected = dict(zip(keys(released), released.cells, strict=True))
    cells = [cell for cell in submitted.get("cells", []) if well_formed(cell) and not (key(cell) not in expected and is_old_test(cell))]
    if not any(key(cell) in expected for cell in cells if "nbgrader" in cell.metadata):
        raise Refused("this notebook is not the one of this assignment: none of its question cells is there.")

    names = recognise(cells, expected)
    handed_in = dict(zip(names, cells, strict=True))            # of two cells with one name the last counts, as in the student's kernel
    added: dict[str, list[nbformat.NotebookNode]] = {}          # name of the cell before them → cells
    before = ""
    for name, cell in zip(names, cells, strict=True):
        if name in expected and handed_in[name] is cell:
            before = name
        else:
            added.setdefault(before, []).append(cell)

    notebook = nbformat.from_dict({**released, "cells": []})
    notebook.nbformat_minor = max(notebook.nbformat_minor, 5)   # in which cells have ids
    notebook.cells = [plain_copy(cell) for cell in added.get("", [])]
    for name, cell in expected.items():
        mine = nbformat.from_dict(cell)
        mine.setdefault("id", name)
        if not is_fixed(cell) and name in handed_in:
            mine.source = handed_in[name].source
            mine.pop("attachments", None)
            mine.update(attached(handed_in[name]))
        notebook.cells += [mine, *map(plain_copy, added.get(name, []))]
    for place, cell in enumerate(notebook.cells):
        cell.setdefault("id", f"added-{place}")
    return notebook, list(differences(names, handed_in, expected))


def recognise(cells: list[nbformat.NotebookNode], expected: dict[str, nbformat.NotebookNode]) -> list[str]:
    """The name of the released cell that each of these is; one that has lost its name in another Jupyter is known by its text; or ""."""
    named = {key(cell) for cell in cells}
    unclaimed: dict[tuple[str, str], list[str]] = {}
    for name, cell in reversed(expected.items()):
        if name not in named and "nbgrader" not in cell.metadata:
            unclaimed.setdefault((cell.cell_type, cell.source), []).append(name)

    def name_of(cell: nbformat.NotebookNode) -> str:
        same_text = unclaimed.get((cell.cell_type, cell.source))
        return key(cell) if key(cell) in expected else same_text.pop() if same_text else ""
    return [name_of(cell) for cell in cells]


def differences(names, handed_in, expected):
    """What was put back, in words, for the student and the instructor."""
    graded = {name: cell for name, cell in expected.items() if "nbgrader" in cell.metadata}
    missing = [name for name in graded if name not in handed_in]
    repeated = [name for name in graded if names.count(name) > 1]
    retyped = [name for name in graded if name in handed_in and handed_in[name].cell_type != graded[name].cell_type]
    changed = [name for name in graded if name in handed_in and is_fixed(graded[name])
               and handed_in[name].source.strip() != graded[name].source.strip() and not is_untouched(handed_in[name])]
    yield from note(missing, "missing (an older release?); put back")
    yield from note(repeated, "there more than once; of two answers the last counts, tests are used once, as they were released")
    yield from note(retyped, "of another type (text instead of code, say); turned back")
    yield from note(changed, "different from the current ones (an older release?); the current ones were used, and this costs nothing")


def note(names: list[str], what: str, thing: str = "cell"):
    if names:
        yield f"{f'This {thing} was' if len(names) == 1 else f'{len(names)} {thing}s were'} {what}: {', '.join(names)}."


def key(cell: nbformat.NotebookNode) -> str:
    """What a cell is called in both notebooks: its grade_id, else its id."""
    nbgrader = cell.metadata.get("nbgrader")
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return str(grade_id or cell.get("id", ""))


def keys(released: nbformat.NotebookNode) -> list[str]:
    """The names of a released notebook's cells; one without a name, as in old notebooks, is called after its place."""
    return [key(cell) or f"released-{place}" for place, cell in enumerate(released.cells)]


def is_answer(cell: nbformat.NotebookNode) -> bool:
    return cell.metadata.get("nbgrader", {}).get("solution", False)


def is_grade(cell: nbformat.NotebookNode) -> bool:
    """Whether a cell is worth points."""
    return cell.metadata.get("nbgrader", {}).get("grade", False)


def is_fixed(cell: nbformat.NotebookNode) -> bool:
    """Whether the student's version of a released cell does not count: text, tests and locked cells."""
    nbgrader = cell.metadata.get("nbgrader", {})
    return not is_answer(cell) and (cell.cell_type != "code" or nbgrader.get("grade", False) or nbgrader.get("locked", False))


def is_untouched(cell: nbformat.NotebookNode) -> bool:
    """Whether a cell is as some release of the assignment has it, be it an older one."""
    from nbgrader.utils import compute_checksum  # loads all of nbgrader, which a student's own check never needs

    try:
        return compute_checksum(cell) == cell.metadata.nbgrader["checksum"]
    except Exception:       # whatever a student's metadata may be
        return False


def is_old_test(cell: nbformat.NotebookNode) -> bool:
    """Whether a cell that is not in this release is a test of another one."""
    nbgrader = cell.metadata.get("nbgrader")
    return isinstance(nbgrader, dict) and nbgrader.get("grade") is True and not nbgrader.get("solution") and is_untouched(cell)


def plain_copy(cell: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """A cell that the student added (or a second copy of one of ours): its text, and nothing that could pass for a cell of ours."""
    copied = nbformat.from_dict({"cell_type": cell.cell_type, "metadata": {}, "source": cell.source, **attached(cell)})
    if cell.cell_type == "code":
        copied.update(outputs=[], execution_count=None)
    return copied


def attached(cell: nbformat.NotebookNode) -> dict:
    """The pictures of a text cell."""
    return {"attachments": cell.attachments} if cell.cell_type == "markdown" and isinstance(cell.get("attachments"), dict) else {}


def well_formed(cell) -> bool:
    return (isinstance(cell, dict) and cell.get("cell_type") in ("code", "markdown", "raw")
            and isinstance(cell.get("source"), str) and isinstance(cell.get("metadata"), dict))
