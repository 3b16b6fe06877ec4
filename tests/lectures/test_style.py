"""Rules of form for every lecture and appendix: what keeps the notebooks short, readable and usable by everyone."""
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
LECTURES = sorted((ROOT / "lectures").glob("[AL]*.ipynb"))
WORDS_A_MINUTE, MINUTES_A_CODE_CELL = 180, 0.75
KINDS = {"core", "optional", "reference"}

pytestmark = pytest.mark.parametrize("lecture", [pytest.param(path, id=path.stem) for path in LECTURES])


@dataclass
class Section:
    """A level-two section, or a part of one that a tagged sub-heading sets apart."""

    kind: str
    cells: list

    @property
    def words(self) -> int:
        return sum(words(cell) for cell in self.cells if cell.cell_type == "markdown")

    @property
    def minutes(self) -> float:
        worked = sum(cell.cell_type == "code" and not cell.source.startswith("import numpy") for cell in self.cells)  # imports are not read
        return self.words / WORDS_A_MINUTE + MINUTES_A_CODE_CELL * worked


def read(lecture):
    return nbformat.read(lecture, as_version=4).cells


def code_cells(lecture):
    return [cell for cell in read(lecture) if cell.cell_type == "code"]


def words(cell) -> int:
    """Words to read: a formula counts as one, tables and link addresses not at all."""
    text = re.sub(r"\$\$.*?\$\$|\$.*?\$", " formula ", cell.source, flags=re.DOTALL)
    text = re.sub(r"^\|.*$|https?://\S+", "", text, flags=re.MULTILINE)
    return len(re.findall(r"[\w’'-]*\w", text))


def heading(cell) -> tuple[int, str] | None:
    found = cell.cell_type == "markdown" and re.match(r"(#+) (.+)", cell.source)
    return (len(found[1]), found[2]) if found else None


def tags(cell) -> set[str]:
    return set(cell.metadata.get("tags", ()))


def sections(lecture) -> list[Section]:
    """The lecture cut at its level-two headings and wherever a sub-heading changes between core and optional."""
    found = [Section("core", [])]
    for cell in read(lecture):
        kind = tags(cell) & KINDS if heading(cell) else set()
        if kind:
            found.append(Section(kind.pop(), []))
        found[-1].cells.append(cell)
    return found


def test_code_cells_are_short(lecture):
    lengths = [len(cell.source.splitlines()) for cell in code_cells(lecture)]
    assert max(lengths) <= 25
    assert median(lengths) <= 8
    assert max(len(line) for cell in code_cells(lecture) for line in cell.source.splitlines()) <= 105, "wider than a page"


def test_prose_stands_between_code(lecture):
    pattern = "".join(cell.cell_type[0] for cell in read(lecture))
    assert "ccc" not in pattern, "three code cells in a row"


def test_prose_comes_in_small_portions(lecture):
    told = [section for section in sections(lecture) if section.kind != "reference"]
    prose = [words(cell) for section in told for cell in section.cells if cell.cell_type == "markdown"]
    assert max(prose) <= 90
    assert 30 <= median(prose) <= 70
    assert all(section.words <= 600 for section in sections(lecture))


def test_headings_come_in_order(lecture):
    levels = [found[0] for cell in read(lecture) if (found := heading(cell))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), "a level is skipped"


def test_every_section_says_whether_it_is_core(lecture):
    for cell in read(lecture):
        level, title = heading(cell) or (0, "")
        kind = tags(cell) & KINDS
        if level == 2:
            assert len(kind) == 1, f"“{title}” needs exactly one of the tags core, optional, reference"
        for word in kind - {"reference"} if level >= 2 else ():
            assert re.search(rf"^> \*{word.capitalize()}, \d+ minute", cell.source, re.MULTILINE), f"“{title}” needs a margin note"


def test_margin_notes_tell_the_time(lecture):
    """The minutes announced are those of the words and cells, within a third or two minutes."""
    for section in sections(lecture):
        note = re.search(r"^> \*\w+, (\d+) minute", section.cells[0].source, flags=re.MULTILINE)
        if note:
            assert abs(int(note[1]) - section.minutes) <= max(2, section.minutes / 3), (section.cells[0].source[:40], section.minutes)


def test_the_core_takes_at_most_35_minutes(lecture):
    assert sum(section.minutes for section in sections(lecture) if section.kind == "core") <= 35


def test_it_was_run_from_top_to_bottom(lecture):
    assert [cell.execution_count for cell in code_cells(lecture)] == list(range(1, len(code_cells(lecture)) + 1))


def test_outputs_are_quiet(lecture):
    for cell in code_cells(lecture):
        for output in cell.outputs:
            assert output.output_type != "error" and output.get("name") != "stderr", cell.source
            text = str(output.get("text") or output.get("data", {}).get("text/plain", ""))
            assert " at 0x" not in text and str(ROOT) not in text, cell.source


def test_every_image_has_its_words(lecture):
    for cell in code_cells(lecture):
        for output in cell.outputs:
            data = output.get("data", {})
            assert not [kind for kind in data if kind.startswith("image/")], "JupyterLab drops its alternative text: return a Picture"
            for image in re.findall(r"<img[^>]*>", data.get("text/html", "")):
                alt = re.search(r'alt="([^"]+)"', image)
                assert alt and len(alt[1].split()) >= 8
    assert not any(re.search(r"!\[\]|<img(?![^>]*alt=)", cell.source) for cell in read(lecture) if cell.cell_type == "markdown")


def test_links_to_files_hold(lecture):
    for cell in read(lecture):
        if cell.cell_type == "markdown":
            for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", cell.source):
                assert target.startswith("https://") or (lecture.parent / target).exists(), target


def test_no_lecture_plots_by_hand(lecture):
    for cell in code_cells(lecture):
        assert not re.search(r"matplotlib|pyplot|\.savefig|\.scatter\(", cell.source), cell.source


def test_after_the_widget_the_same_picture_stands_still(lecture):
    sources = [cell.source for cell in code_cells(lecture)]
    for place, source in enumerate(sources):
        for view in re.findall(r"explore\(([\w.]+)\)", source):
            assert sources[place + 1].startswith(f"{view}("), f"explore({view}) without {view}() in the next code cell"


def test_checkpoints_come_often(lecture):
    """No more than 14 cells from one question to the next, predictions included, and at least three checks; an appendix asks nothing."""
    asked = [place for place, cell in enumerate(read(lecture)) if re.match(r"(check|predict)\(", cell.source)]
    assert sum("check(" in cell.source for cell in code_cells(lecture)) >= (0 if lecture.stem.startswith("A") else 3)
    assert all(after - before <= 14 for before, after in pairwise(asked))
