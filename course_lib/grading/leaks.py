"""Find what must not reach students: lines of a solution or of a hidden test in what is about to be released."""
from __future__ import annotations

from nbformat import NotebookNode

MARKS = ("### BEGIN SOLUTION", "### END SOLUTION", "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS", "=== BEGIN MARK SCHEME ===")
SHORTEST = 8        # a shorter line, such as `else:`, says nothing by itself


def leaks(source: NotebookNode, released: NotebookNode) -> list[str]:
    """Every secret line of the source notebook that stands in the released one, and every mark that should have been removed."""
    shown = {line.strip() for cell in released.cells for text in texts(cell) for line in text.splitlines()}
    public, secret = split(source)
    return sorted(line for line in shown if line in secret - public or any(mark in line for mark in MARKS))


def texts(part):
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
        inside = False
        for line in map(str.strip, cell.source.splitlines()):
            if "### BEGIN" in line or "=== BEGIN" in line:
                inside = True
            elif "### END" in line or "=== END" in line:
                inside = False
            elif len(line) >= SHORTEST:
                (secret if inside else public).add(line)
    return public, secret
