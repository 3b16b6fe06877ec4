"""The appendix carries all 36 errata, and sends its reader to lectures that really treat them."""
from pathlib import Path

import nbformat
import pytest

from course_lib.notebook.errata_table import GROUPS

LECTURES = Path(__file__).parents[2] / "lectures"
BUILT = {path.name[:3]: path for path in LECTURES.glob("L*.ipynb")}
WHERE = {number: row.where for rows in GROUPS.values() for number, row in rows.items()}


def tags(notebook: Path) -> set[str]:
    return {tag for cell in nbformat.read(notebook, 4).cells for tag in cell.metadata.get("tags", ())}


def test_every_erratum_has_its_tag():
    assert {f"erratum-{number}" for number in range(1, 37)} <= tags(LECTURES / "A1_errata.ipynb")


@pytest.mark.parametrize("lecture", BUILT)
def test_the_appendix_sends_readers_to_where_the_matter_is_taught(lecture):
    sent = {f"erratum-{number}" for number, where in WHERE.items() if lecture in where}
    assert sent - tags(BUILT[lecture]) == set()
