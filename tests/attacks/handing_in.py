"""Attacks on nbgrader and on what stands between it and us: what else lies in a folder that is handed in, and how it is called."""
from __future__ import annotations

import json
import os
import socket

from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from .attack import attack
from .files import write


@attack("links to the gradebook, to have it copied into her own feedback", only="links are removed", wins="secret")
def link_to_the_gradebook(folder, notebook):
    write(folder, notebook)
    (folder / "data.csv").symlink_to("../../../secrets/token.txt")


@attack("links to the folder of all submissions", only="links are removed", wins="secret")
def link_in_a_folder(folder, notebook):
    write(folder, notebook)
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a/b/data.csv").symlink_to(folder.parents[2] / "secrets/token.txt")


@attack("hands in a pipe among her files, which nobody can copy", only="links are removed", wins="crash")
def pipe_beside(folder, notebook):
    write(folder, notebook)
    os.mkfifo(folder / "data.csv")


@attack("hands in a socket among her files", only="links are removed", wins="crash")
def socket_beside(folder, notebook):
    write(folder, notebook)
    here = os.getcwd()
    os.chdir(folder)        # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("data.csv")
    os.chdir(here)


@attack("hands in files with names that are odd, long, or more than one line", only="names are texts", wins="crash")
def odd_names(folder, notebook):
    write(folder, notebook)
    for name in ("a\nb.csv", "<script>alert(1).csv", "-rf", "x" * 250, "..csv", "'; drop table grade; --",
                 os.fsdecode(b"\xff.csv"), os.fsdecode(b"\n\xff.csv")):
        (folder / name).write_text("1,2")


@attack("hands in a hundred small files, one of them forty folders deep, and one that no message holds", only="bounded files beside",
        wins="judge")
def many_files(folder, notebook):
    write(folder, notebook)
    (folder / "large.csv").write_bytes(bytes(8_000_000))
    for number in range(100):
        (folder / f"{number}.csv").write_text("1")
    deep = folder.joinpath(*["deep"] * 40)
    deep.mkdir(parents=True)
    (deep / "data.csv").write_text("1")


@attack("hands in a folder that is called like the notebook", only="refused with a reason", wins="crash")
def folder_as_notebook(folder, notebook):
    (folder / "V1.ipynb").mkdir()
    (folder / "V1.ipynb/V1.ipynb").write_text(json.dumps(notebook))


@attack("hands in notebooks that the assignment does not have, and not the one that it has", only="expected notebooks", wins="crash")
def other_notebooks(folder, notebook):
    for name in ("V2", "solutions", "gradebook"):
        (folder / f"{name}.ipynb").write_text(json.dumps(notebook))


@attack("says nonsense in the file that says when she handed in", only="timestamps are read", wins="crash")
def odd_timestamp(folder, notebook):
    write(folder, notebook)
    (folder / "timestamp.txt").write_bytes(b"the day after tomorrow \0 \xff")


@attack("waits with a script for whoever reads her text", only="sanitised", wins="boast")
def script_in_a_text(folder, notebook):
    notebook.cells.append(new_markdown_cell("<script>GOTCHA</script> <img src=x onerror=GOTCHA> [a](javascript:GOTCHA)"))
    write(folder, notebook)


@attack("waits with a script for whoever looks at her output", only="outputs sanitised", wins="boast")
def script_in_an_output(folder, notebook):
    notebook.cells[1:1] = [new_code_cell("from IPython.display import HTML, Javascript\n"
                                         "display(HTML('<img src=x onerror=GOTCHA>'), Javascript('GOTCHA'))",
                                         outputs=[new_output("display_data", {"text/html": "<script>GOTCHA</script>"})])]
    write(folder, notebook)
