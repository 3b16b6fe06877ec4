"""Every item of the five slide decks is taught somewhere, and every claim check that the course promises is made.

The items are those of the course's inventory: deck and number. A cell that teaches one carries it as a tag, such as "D1-07", and a cell
that tests an overstatement of the slides carries its number in the errata table, such as "erratum-8".
"""
import re
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
ITEMS = [f"D{deck}-{item:02d}" for deck, count in enumerate((27, 45, 19, 22, 26)) for item in range(1, count + 1)]
TAUGHT = {
    "L00": "D1-01 D1-45 D2-05 D3-09",
    "L01": "D0-01 D1-02 D1-03 D1-04 D1-05 D1-11 D1-12 D1-13 D1-14 D3-08",
    "L02": "D0-03 D0-04 D0-05 D0-06 D0-07 D0-08 D1-06 D1-07 D1-08 D1-09 D1-10 D1-41 D2-03 D2-04 D2-06 D3-17",
    "L03": "D0-01 D0-02 D0-09 D0-10 D0-23 D1-13 D1-15 D1-16 D1-17 D1-18 D1-19 D1-21 D1-26 D2-01 D2-02 D2-04 D3-09 D3-10 D4-19",
    "L04": "D0-11 D0-12 D1-22 D1-25 D2-07 D2-19",
    "L05": "D0-16 D1-23 D1-24 D2-08",
    "L06": "D0-09 D0-22 D0-26 D0-27 D1-08 D1-17 D1-19 D1-20 D1-27 D1-32 D1-33 D1-34 D1-35 D3-01 D3-02 D3-04 D3-05 D3-18 D3-19 D3-20 D3-21 "
           "D4-16 D4-20 D4-21 D4-22 D4-23 D4-24 D4-25 D4-26",
    "L07": "D0-13 D0-14 D0-15 D0-17 D0-20 D2-02 D3-05 D4-01 D4-02",
    "L08": "D0-18 D0-19 D0-24 D0-25 D1-36 D1-37 D1-38 D1-44 D3-12 D3-13",
    "L09": "D0-07 D0-25 D0-27 D1-10 D1-39 D1-40 D1-42 D1-43 D2-09 D2-10 D3-11 D3-13 D3-14 D3-15 D3-16 D3-22 D4-09 D4-10 D4-11 D4-13 D4-14 "
           "D4-15",
    "L10": "D0-21 D0-27 D1-25 D1-28 D1-29 D1-30 D1-31 D2-12 D3-03 D3-06 D3-07 D4-01 D4-03 D4-04 D4-05 D4-06 D4-07 D4-08 D4-17 D4-18",
    "L11": "D0-27 D2-11 D2-12 D2-13 D2-14 D2-15",
    "L12": "D0-12 D1-25 D1-44 D2-16 D2-17 D2-18 D2-19",
    "E6":  "D4-12",
}
CLAIM_CHECKS = {"L01": "17", "L02": "8", "L04": "6 21", "L05": "14 16", "L06": "4 28", "L07": "1 24", "L09": "19", "L10": "10 30"}
NOTEBOOKS = {path.parts[-2] if path.parts[-2].startswith("E") else path.name[:3]: path
             for folder in ("lectures", "solutions") for path in sorted((ROOT / folder).rglob("*.ipynb"))}


def tags(notebook: Path) -> set[str]:
    return {tag for cell in nbformat.read(notebook, 4).cells for tag in cell.metadata.get("tags", ())}


def test_the_plan_covers_the_inventory():
    assert len(ITEMS) == 139
    assert sorted({item for items in TAUGHT.values() for item in items.split()}) == ITEMS


@pytest.mark.parametrize("name", [name for name in TAUGHT if name in NOTEBOOKS])
def test_a_notebook_teaches_what_the_plan_gives_it(name):
    assert set(TAUGHT[name].split()) - tags(NOTEBOOKS[name]) == set()


@pytest.mark.parametrize("name", [name for name in CLAIM_CHECKS if name in NOTEBOOKS])
def test_a_lecture_makes_its_claim_checks(name):
    assert {f"erratum-{number}" for number in CLAIM_CHECKS[name].split()} - tags(NOTEBOOKS[name]) == set()


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_tags_name_items_that_exist(name):
    for tag in tags(NOTEBOOKS[name]):
        assert not re.match(r"D\d-", tag) or tag in ITEMS, tag
        assert not tag.startswith("erratum-") or 1 <= int(tag.removeprefix("erratum-")) <= 36, tag


def test_the_map_names_the_lectures_as_they_name_themselves():
    cells = nbformat.read(NOTEBOOKS["L00"], 4).cells
    names = dict(re.findall(r'"(L\d\d)": "([^"E]\D[^"]+)"', "".join(cell.source for cell in cells if cell.cell_type == "code")))
    assert len(names) == 13
    for lecture, name in names.items():
        if lecture in NOTEBOOKS:
            assert f"# {lecture} {name}" in nbformat.read(NOTEBOOKS[lecture], 4).cells[0].source
