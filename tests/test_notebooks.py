"""The notebooks in the repository are the ones that their scripts make."""
from pathlib import Path

import jupytext
import nbformat
import pytest
from jupytext.config import load_jupytext_configuration_file
from jupytext.paired_paths import paired_paths

from course_lib.building import convert, pairs
from course_lib.grading.course import Course
from course_lib.grading.leaks import leaks

ROOT = Path(__file__).parents[1]
PAIRS = pairs(ROOT)


def test_every_built_notebook_has_its_script():
    built = {path for room in ("lectures", "solutions") for path in (ROOT / room).rglob("*.ipynb") if "checkpoint" not in str(path)}
    assert built == {target for _, target in PAIRS}


@pytest.mark.parametrize("script, target", PAIRS, ids=lambda path: path.name)
def test_script_and_notebook_agree(script, target):
    wanted, found = convert(script), nbformat.read(target, as_version=4)
    assert [(cell.id, cell.cell_type, cell.source, cell.metadata) for cell in found.cells] == [
        (cell.id, cell.cell_type, cell.source, cell.metadata) for cell in wanted.cells], "run make notebooks"
    for cell in found.cells:
        assert cell.cell_type != "code" or cell.execution_count or not cell.source.strip(), "a cell was not executed"


@pytest.mark.parametrize("script, target", PAIRS, ids=lambda path: path.name)
def test_jupyterlab_pairs_the_same_files(script, target):
    config = load_jupytext_configuration_file(str(ROOT / "jupytext.toml"))
    notebook = jupytext.read(target, config=config)
    formats = config.default_formats(str(target))
    assert str(script) in [path for path, _ in paired_paths(str(target), "ipynb", jupytext.formats.long_form_multiple_formats(formats))]
    assert notebook.cells


def test_the_release_is_up_to_date(tmp_path):
    """exercises/ is what nbgrader makes of solutions/, and nothing hidden is in it."""
    for name in ("nbgrader_config.py", "solutions"):
        (tmp_path / name).symlink_to(ROOT / name)
    course = Course(tmp_path)
    released = sorted(path.relative_to(ROOT / "exercises") for path in (ROOT / "exercises").rglob("*.ipynb"))
    made = []
    for assignment in course.assignments():
        for path in sorted(course.release(assignment).glob("*.ipynb")):
            name = path.relative_to(tmp_path / "exercises")
            made.append(name)
            assert path.read_bytes() == (ROOT / "exercises" / name).read_bytes(), f"exercises/{name} is old: run make notebooks"
            assert leaks(nbformat.read(ROOT / "solutions" / name, 4), nbformat.read(ROOT / "exercises" / name, 4)) == []
    assert made == released


def test_nothing_but_notebooks_and_data_is_in_nbgraders_folders():
    """nbgrader copies every other file it finds there to students."""
    for room in ("solutions", "exercises"):
        assert {path.suffix for path in (ROOT / room).rglob("*") if path.is_file()} <= {".ipynb", ".csv", ".npz"}
