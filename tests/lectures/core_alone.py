"""Whoever reads the core only, and skips every optional section, sees exactly what the full lecture shows there."""
from copy import deepcopy

import nbformat
import pytest

from course_lib.building import execute

from .test_style import LECTURES, sections


def said(notebook) -> dict[str, list[str]]:
    """What each code cell printed or answered, without its pictures: {cell id: texts}."""
    return {cell.id: [output.get("text") or output.data.get("text/plain", "") for output in cell.outputs]
            for cell in notebook.cells if cell.cell_type == "code"}


@pytest.mark.parametrize("lecture", [pytest.param(path, id=path.stem) for path in LECTURES])
def test_the_core_runs_alone(lecture, tmp_path):
    stored = nbformat.read(lecture, as_version=4)
    parts = sections(lecture)
    stored.cells = [cell for part in parts if part.kind == "core" for cell in part.cells]
    alone = deepcopy(stored)
    execute(alone, tmp_path / lecture.name)
    assert said(alone) == said(stored)
