"""Notebooks are built from scripts: the same bytes each time, and never half."""
import pytest

from course_lib.building import ROOMS, BuildError, build, convert, pairs

SCRIPT = '''# %% [markdown]
# # A title
# %% tags=["core"]
import ipywidgets
ipywidgets.IntSlider()
# %%
print(1 + 1)
# %% nbgrader={"grade": false, "grade_id": "answer", "locked": false, "schema_version": 3, "solution": true, "task": false}
x = 3
'''


@pytest.fixture
def script(tmp_path):
    path = tmp_path / "sources" / "L.py"
    path.parent.mkdir()
    path.write_text(SCRIPT)
    return path


def test_two_builds_are_byte_identical(script, tmp_path):
    one, other = build(script, tmp_path / "one" / "L.ipynb"), build(script, tmp_path / "other" / "L.ipynb")
    assert one.read_bytes() == other.read_bytes()
    assert b"model_id" not in one.read_bytes() and b'"id": "answer"' in one.read_bytes()


@pytest.mark.parametrize("cell, says", [("1 / 0", "ZeroDivisionError"), ("import sys; print('oh', file=sys.stderr)", "stderr"),
                                        ("import warnings; warnings.warn('careful')", "careful")])
def test_a_bad_cell_stops_the_build_and_leaves_the_old_notebook(script, tmp_path, cell, says):
    target = build(script, tmp_path / "L.ipynb")
    before = target.read_bytes()
    script.write_text(SCRIPT + "# %%\n" + cell + "\n")
    with pytest.raises(BuildError, match=says) as error:
        build(script, target)
    assert "L.ipynb" in str(error.value) and cell in str(error.value)
    assert target.read_bytes() == before
    assert not list(tmp_path.glob("*.building"))


def test_every_script_of_a_room_has_its_notebook(tmp_path):
    for name in ("sources/lectures/L01.py", "sources/exercises/E1/x.py", "sources/misconceptions/E1.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [str(target.relative_to(tmp_path)) for _, target in pairs(tmp_path)] == ["lectures/L01.ipynb", "solutions/E1/x.ipynb"]
    assert set(ROOMS.values()) == {"lectures", "solutions"}


def test_a_lecture_can_be_shown_as_slides(tmp_path):
    script = tmp_path / "lectures" / "L.py"
    script.parent.mkdir()
    script.write_text("# %% [markdown]\n# # Title\n# %% [markdown]\n# text\n# %% [markdown]\n# ## Section\n# %%\nplots.gate()\n# %%\n1\n")
    kinds = [cell.metadata.get("slideshow", {}).get("slide_type") for cell in convert(script).cells]
    assert kinds == ["slide", None, "slide", "subslide", None]
