"""A notebook as the instructor wrote it, and what judging needs to know of it: whose names are whose, and what each cell is for."""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from nbformat import NotebookNode

from .intake import is_answer, is_grade, key, keys
from .judging.names import bound, imported, imports, reads

RANDOM = re.compile(r"random(?!\.(default_rng|Generator|SeedSequence)\b)")           # what has a global state
FILES = re.compile(r"(?m)(^|=)\s*[!%]|\b(open|Path|os|shutil|glob|(load|save|read|write|to_|from|imread|imsave)\w*)\s*[.(]")


@lru_cache
def has(pattern: re.Pattern, text: str) -> bool:
    """Whether something of this form is in a text; a class has the same text again and again."""
    return pattern.search(text) is not None


@dataclass(frozen=True, eq=False)
class Original:
    """One notebook of an assignment: `source`, with its solutions, and `released`, as the students got it."""

    source: NotebookNode
    released: NotebookNode

    @cached_property
    def theirs(self) -> set[str]:
        """The names that the reference solution binds or changes, and no cell imports: they belong to the player."""
        modules = {name for cell in self.source.cells if cell.cell_type == "code" for name in imported(cell.source)}
        return {name for source in self._solutions.values() for name in bound(source)} - modules

    @cached_property
    def shared(self) -> set[str]:
        """The instructor's names that students' code may read: what set-up binds, and of what tests bind what the reference reads."""
        read = {name for source in self._solutions.values() for name in reads(source)}
        tested = {name for cell in self.source.cells if is_test(cell) for name in bound(cell.source)}
        return ({name for source in self._others.values() for name in bound(source)} | tested & read) - self.theirs

    @cached_property
    def modules(self) -> list[str]:
        """The modules that its cells import, for judges and players to have them loaded."""
        sources = [cell.source for cell in self.source.cells if cell.cell_type == "code"]
        found = re.findall(r"^\s*(?:import|from)\s+([\w.]+)", "\n".join(map(imports, sources)), re.MULTILINE)
        return sorted({*found, *(["matplotlib_inline.backend_inline"] if "%matplotlib" in "".join(sources) else [])})

    def case(self, notebook: NotebookNode) -> dict:
        """A rebuilt submission with its tests in place, as a judge hears it (see `judging.court`)."""
        tests = "\n".join(cell.source for cell in notebook.cells if is_test(cell))
        texts = "\n".join(cell.source for cell in self.source.cells if cell.cell_type == "code") + tests
        return {"theirs": sorted(self.theirs), "shared": sorted(self.shared), "steps": [self._step(*pair) for pair in questions(notebook)],
                "randomness": has(RANDOM, texts), "files": has(FILES, texts),
                "pyplot": "matplotlib.pyplot" in self.modules}

    def set_up(self) -> list[list]:
        """The steps of a case before any answer: the instructor's own cells."""
        return [[text, text, None] for text in self._others.values()]

    def _step(self, question: str, cell: NotebookNode) -> list:
        if is_test(cell):
            return [None, cell.source, question]
        name = key(cell)
        if name in self._solutions:
            return [cell.source, imports(self._solutions[name]) or None, None]
        return [cell.source, self._others.get(name), None]

    @cached_property
    def _solutions(self) -> dict[str, str]:
        return {key(cell): cell.source for cell in self.source.cells if cell.cell_type == "code" and is_answer(cell)}

    @cached_property
    def _others(self) -> dict[str, str]:
        """The code cells that are neither answers nor tests, set-up most of all, as the instructor wrote them."""
        return {name: cell.source for name, cell in zip(keys(self.released), self.released.cells, strict=True)
                if cell.cell_type == "code" and not is_answer(cell) and not is_grade(cell)}


def questions(notebook: NotebookNode):
    """Each code cell with the question it belongs to: the answer cell at or before it."""
    question = ""
    for cell in notebook.cells:
        if is_answer(cell):
            question = key(cell)
        if cell.cell_type == "code":
            yield question, cell


def is_test(cell: NotebookNode) -> bool:
    return cell.cell_type == "code" and is_grade(cell) and not is_answer(cell)
