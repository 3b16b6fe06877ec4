"""Find what must not reach students: lines of a solution, of a hidden test or of a mark scheme."""
from __future__ import annotations

from collections.abc import Iterator

from nbformat import NotebookNode

# nbgrader's own: it looks for them anywhere in a line
BEGIN = ("BEGIN SOLUTION", "BEGIN HIDDEN TESTS", "BEGIN MARK SCHEME")
END = ("END SOLUTION", "END HIDDEN TESTS", "END MARK SCHEME")
SHORTEST = 8        # a shorter line, such as `else:`, says nothing by itself


def leaks(source: NotebookNode, released: NotebookNode) -> list[str]:
    """Every line of the released notebook that shows a secret line of the source notebook, or a mark that should have been removed."""
    public, secret = split(source)
    shown = {line.strip() for cell in released.cells for text in texts(cell) for line in text.splitlines()}
    return sorted(line for line in shown - public if any(part in line for part in [*(secret - public), *BEGIN, *END]))


def texts(part) -> Iterator[str]:
    """Every piece of text in a cell, its outputs and metadata included."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from texts(inner)


def split(notebook: NotebookNode) -> tuple[set[str], set[str]]:
    """The lines that students may see, and those inside marked regions."""
    public, secret = set(), set()
    for cell in notebook.cells:
        for line, inside in lines(cell.source):
            if len(line.strip()) >= SHORTEST and not is_mark(line):
                (secret if inside else public).add(line.strip())
    return public, secret


def public(source: str) -> str:
    """A cell's text without its marked regions.

    >>> public("# a sum\\n### BEGIN HIDDEN TESTS\\nassert total([1]) == 1\\n### END HIDDEN TESTS")
    '# a sum'
    """
    return "\n".join(line for line, inside in lines(source) if not inside)


def lines(source: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it stands in a marked region; a mark does."""
    inside = False
    for line in source.splitlines():
        inside = inside or any(mark in line for mark in BEGIN)
        ends = any(mark in line for mark in END)
        yield line, inside or ends
        inside = inside and not ends


def is_mark(line: str) -> bool:
    return any(mark in line for mark in BEGIN + END)
