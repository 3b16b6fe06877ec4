"""Files and notebooks that are handed in, and are not what they seem to be."""
from __future__ import annotations

import json
import os
import threading

from nbformat.v4 import new_code_cell, new_markdown_cell

from .attack import attack
from .victim import HONEST, role


def write(folder, notebook) -> None:
    (folder / "V1.ipynb").write_text(json.dumps(notebook))


def tests(notebook):
    return [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]


@attack("rewrites the tests", only="tests are the source's")
def rewritten_tests(folder, notebook):
    for cell in tests(notebook):
        cell.source = "pass"
    write(folder, notebook)


@attack("puts a cell of its own making under the tests, for fifty points", only="rebuilt from the released", besides=("sanitised",))
def bonus(folder, notebook):
    notebook.cells.append(new_code_cell("pass", metadata={"nbgrader": role("bonus", grade=True, locked=True, points=50)}))
    write(folder, notebook)


@attack("makes a test a text, which a human has to grade", only="rebuilt from the released")
def tests_as_texts(folder, notebook):
    for cell in tests(notebook):
        cell.cell_type = "markdown"
        del cell["outputs"], cell["execution_count"]
    write(folder, notebook)


@attack("puts a second, empty copy under every test", only="rebuilt from the released")
def copies_of_tests(folder, notebook):
    notebook.cells = [copied for cell in notebook.cells for copied in
                      ([cell, cell | {"source": "pass"}] if cell in tests(notebook) else [cell])]
    write(folder, notebook)


@attack("puts a key where nbgrader's metadata should be", only="rebuilt from the released", besides=("sanitised",), wins="crash")
def metadata_that_is_none(folder, notebook):
    for cell in tests(notebook):
        cell.metadata["nbgrader"] = ["grade", "../../evil", {"points": "100"}]
    write(folder, notebook)


@attack("calls the cells by paths, tags and megabytes", only="rebuilt from the released", besides=("sanitised",))
def names_of_cells(folder, notebook):
    notebook.cells += [new_code_cell("pass") | {"id": name} for name in ("../../x", "<script>alert(1)</script>", "x" * 1_000_000, "")]
    notebook.cells.append(new_code_cell("pass", metadata={"nbgrader": role("y" * 11_000_000, grade=True, points=1)}))
    write(folder, notebook)


@attack("says of itself that it was graded already", only="rebuilt from the released", besides=("sanitised",), wins="boast")
def own_result(folder, notebook):
    notebook.metadata["course"] = {"refused": "", "notes": ["GOTCHA"]}
    for cell in notebook.cells:
        cell.metadata["course"] = {"message": "GOTCHA", "misconception": {"code": "GOTCHA", "says": "GOTCHA"}}
    write(folder, notebook)


@attack("asks for a kernel and a language of its own", only="rebuilt from the released", besides=("sanitised",), wins="boast")
def kernel(folder, notebook):
    notebook.metadata |= {"kernelspec": {"name": "../GOTCHA", "display_name": "GOTCHA", "language": "bash"},
                          "language_info": {"name": "GOTCHA", "file_extension": "/../../GOTCHA"}, "title": "GOTCHA"}
    write(folder, notebook)


@attack("links to a neighbour's notebook", only="regular files alone")
def link_to_a_neighbour(folder, notebook):
    (folder / "V1.ipynb").symlink_to("../../alice/V1/V1.ipynb")


@attack("links to the instructor's notebook", only="regular files alone")
def link_to_the_source(folder, notebook):
    (folder / "V1.ipynb").symlink_to(os.path.relpath(folder.parents[2] / "solutions/V1/V1.ipynb", folder))


@attack("hands in a folder that is a link to a neighbour's", only="regular files alone")
def folder_that_is_a_link(folder, notebook):
    folder.rmdir()
    folder.symlink_to("../alice/V1")


@attack("hands in a pipe, which says something else to everyone who reads it", only="regular files alone")
def pipe(folder, notebook):
    os.mkfifo(folder / "V1.ipynb")
    threading.Thread(target=write, args=(folder, HONEST), daemon=True).start()      # waits until someone reads


@attack("hands in a folder of the notebook's name", only="regular files alone", besides=("refused with a reason",), wins="crash")
def folder_of_that_name(folder, notebook):
    (folder / "V1.ipynb").mkdir()


@attack("hands in three hundred megabytes of nothing, which take no room on the disk", only="bounded files", wins="memory")
def huge_file(folder, notebook):
    with open(folder / "V1.ipynb", "wb") as file:
        file.truncate(300 << 20)


@attack("hands in twenty thousand cells", only="bounded cells", wins="time", seconds=(0.1, 0.1, 0.1))
def many_cells(folder, notebook):
    notebook.cells += [{"cell_type": "raw", "metadata": {}, "source": "", "id": f"a{number}"} for number in range(20_000)]
    write(folder, notebook)


@attack("hands in a text that is nested a hundred thousand deep", only="refused with a reason", wins="crash")
def deep_file(folder, notebook):
    (folder / "V1.ipynb").write_text('{"cells": ' + "[" * 100_000)


@attack("hands in binary junk", only="refused with a reason", wins="crash")
def binary_file(folder, notebook):
    (folder / "V1.ipynb").write_bytes(bytes(range(256)) * 100)


@attack("hands in a number of a million digits", only="refused with a reason", wins="crash")
def long_number(folder, notebook):
    (folder / "V1.ipynb").write_text('{"nbformat": ' + "9" * 1_000_000 + "}")


@attack("hands in cells that are none, and sources that are no texts", only="refused with a reason", wins="crash")
def odd_cells(folder, notebook):
    notebook.cells += [3, None, {"cell_type": "code", "source": 3, "metadata": []}]
    write(folder, notebook)


@attack("hands in twelve megabytes of code, which is more than a judge is told", only="bounded code", wins="judge")
def long_code(folder, notebook):
    notebook.cells.append(new_code_cell("'" + "x" * 12_000_000 + "'"))
    write(folder, notebook)


@attack("hands in halves of characters, which no file can hold", only="sanitised", wins="crash")
def halves_of_characters(folder, notebook):
    notebook.cells += [new_code_cell("print('\ud800')"), new_markdown_cell("\udfff")]
    write(folder, notebook)


@attack("gives its file a name that is no text", only="names are texts", wins="crash")
def name_that_is_no_text(folder, notebook):
    (folder / os.fsdecode(b"\xff.ipynb")).write_text("{}")
