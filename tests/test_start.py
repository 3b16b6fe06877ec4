"""start.py says in one sentence what is wrong, and does nothing twice."""
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import start

ROOT = Path(__file__).parents[1]


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A copy of what set-up reads, in a folder with a space in its name."""
    here = tmp_path / "a folder"
    here.mkdir()
    for name in ("start.py", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, here)
    for name, place in {"HERE": "", "VENV": ".venv", "READY": ".venv/ready.json", "LOG": ".venv/setup.log"}.items():
        monkeypatch.setattr(start, name, str(here / place))
    return here


def test_too_old_a_python_is_told_so(monkeypatch):
    monkeypatch.setattr(start, "OLDEST", (99, 1))
    with pytest.raises(SystemExit, match=r"needs Python 99\.1 or newer.*\n.*PYTHON=python3"):
        start.main([])


def test_the_script_can_be_read_by_old_pythons():
    """A check of the version helps only if the file that makes it can be parsed."""
    import ast
    ast.parse((ROOT / "start.py").read_text(), feature_version=(3, 4))


def test_a_python_without_venv_is_told_so(elsewhere, monkeypatch):
    monkeypatch.setattr(start.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1))
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        start.main(["--setup"])
    assert not (elsewhere / ".venv").exists()


def test_an_activated_environment_can_replace_itself(elsewhere, monkeypatch):
    """Where .venv is activated, python3 is the one inside it, which set-up is about to delete."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", ".venv"], cwd=elsewhere, check=True)
    make = "import start; start.VENV, start.LOG = r'{0}', r'{0}/log'; start.make_environment()".format(elsewhere / ".venv")
    done = subprocess.run([elsewhere / ".venv/bin/python", "-c", make], cwd=elsewhere, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert subprocess.run([elsewhere / ".venv/bin/python", "-c", "import pip"]).returncode == 0


def test_without_a_network_it_says_so_and_leaves_nothing_that_looks_ready(elsewhere):
    nowhere = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "http://127.0.0.1:9/", "UV_INDEX_URL": "http://127.0.0.1:9/",
               "PIP_FIND_LINKS": "", "UV_OFFLINE": "1", "PIP_NO_CACHE_DIR": "1"}
    done = subprocess.run([sys.executable, "start.py", "--setup"], cwd=elsewhere, env=os.environ | nowhere, capture_output=True, text=True)
    assert done.returncode == 1
    assert "Is there a network" in done.stderr and "Traceback" not in done.stderr
    assert not (elsewhere / ".venv" / "ready.json").exists()


def test_what_is_ready_is_not_made_again(elsewhere, monkeypatch):
    steps = []
    monkeypatch.setattr(start, "make_environment", lambda: (steps.append("environment"), (elsewhere / ".venv").mkdir(exist_ok=True)))
    monkeypatch.setattr(start, "install", steps.append)
    start.main(["--setup"])
    start.main(["--setup"])
    assert steps == ["environment", ""]
    start.main(["--setup", "test"])
    start.main(["--setup", "test"])
    start.main(["--setup"])
    assert steps == ["environment", "", "test"]
    with open(elsewhere / "constraints.txt", "a") as file:
        file.write("new==1\n")
    start.main(["--setup"])
    assert steps == ["environment", "", "test", "environment", ""]


def test_the_news_pop_up_is_off(elsewhere, monkeypatch):
    monkeypatch.setattr(start, "make_environment", lambda: None)
    monkeypatch.setattr(start, "install", lambda extra: None)
    start.main(["--setup"])
    assert '"fetchNews": "false"' in (elsewhere / ".venv/share/jupyter/lab/settings/overrides.json").read_text()


@pytest.mark.parametrize("is_root", [True, False])
def test_the_lectures_are_opened_for_root_too(is_root, monkeypatch):
    monkeypatch.setattr(start.os, "geteuid", lambda: 0 if is_root else 1000)
    monkeypatch.setattr(start, "up_to_date", lambda extra: True)
    monkeypatch.setattr(start.subprocess, "call", lambda command, **_: commands.append(command) or 0)
    commands = []
    with pytest.raises(SystemExit):
        start.main([])
    assert ("--allow-root" in commands[0]) == is_root
    assert any("L00_start_here.ipynb" in word for word in commands[0])
