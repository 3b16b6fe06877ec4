"""Set up the course beside this file, once, and open it.

    python start.py                open the lectures in JupyterLab
    python start.py --setup        set up only
    python start.py --setup test   set up with what the tests need
    python start.py --setup peers  set up with what the proofs and benchmarks compare the library with

Plain old Python on purpose: too old an interpreter must be able to read this file, and to say so.
"""
from __future__ import print_function

import hashlib
import json
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
BIN = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin")
PYTHON = os.path.join(BIN, "python.exe" if os.name == "nt" else "python")
LOG = os.path.join(VENV, "setup.log")
READY = os.path.join(VENV, "ready.json")
OLDEST = (3, 11)


def main(arguments):
    check_python()
    extra = arguments[1] if len(arguments) > 1 else ""
    if not up_to_date(extra):
        set_up(extra)
    if not arguments:
        open_lab()


def stop(*sentences):
    sys.exit("\n" + "\n".join(sentences) + "\n")


def check_python():
    if sys.version_info < OLDEST:
        stop("This course needs Python %d.%d or newer; %s is %d.%d." % (OLDEST + (sys.executable,) + sys.version_info[:2]),
             "Install a newer one (python.org, or your system's packages), then name it: "
             "make lab PYTHON=python3.12, or python3.12 start.py.")


# What is installed is remembered with everything it depends on, the folder included: a moved environment is broken.

def fingerprint():
    parts = [HERE, "%d.%d" % sys.version_info[:2]]
    for name in ("pyproject.toml", "constraints.txt", "start.py"):
        with open(os.path.join(HERE, name)) as file:
            parts.append(file.read())
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()


def installed():
    """The extras that .venv holds, or None if it is missing or was made for something else."""
    try:
        with open(READY) as file:
            found = json.load(file)
    except (IOError, ValueError):
        return None
    return found["extras"] if found["fingerprint"] == fingerprint() else None


def up_to_date(extra):
    return extra in (installed() or [])


def set_up(extra):
    print("Setting up the course in .venv (once; about a minute).")
    extras = installed()
    if extras is None:
        extras = []
        make_environment()
    install(extra)
    silence_news()
    run([PYTHON, "-m", "compileall", "-q", os.path.join(HERE, "course_lib")])      # Python may have been told not to, and then never does
    with open(READY, "w") as file:
        json.dump({"fingerprint": fingerprint(), "extras": sorted({"", extra}.union(extras))}, file)


def make_environment():
    shutil.rmtree(VENV, ignore_errors=True)
    python = getattr(sys, "_base_executable", sys.executable)       # not the one of .venv itself, where that is activated
    made = subprocess.run([python, "-m", "venv", VENV], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        stop("This Python cannot make a virtual environment (%s)." % python,
             "On Debian or Ubuntu: sudo apt install python3-venv. Elsewhere: install Python from python.org. Then run this again.")


def install(extra):
    here = HERE + ("[%s]" % extra if extra else "")
    constraints = os.path.join(HERE, "constraints.txt")
    have_uv = run([PYTHON, "-m", "pip", "install", "--quiet", "--retries", "1", "-c", constraints, "uv"])
    installer = [PYTHON, "-m"] + (["uv", "pip", "install", "--compile-bytecode", "--python", PYTHON] if have_uv else ["pip", "install"])
    if not run(installer + ["--quiet", "-c", constraints, "-e", here]):
        stop("The packages could not be installed. Is there a network, and room on the disk?",
             "What the installer said is in %s. Run the same command again when it is mended: it goes on from here." % LOG)


def run(command):
    environment = dict(os.environ)
    if "PIP_FIND_LINKS" in environment:         # where this machine keeps wheels of its own; uv has another name for it
        environment.setdefault("UV_FIND_LINKS", environment["PIP_FIND_LINKS"])
    with open(LOG, "a") as log:
        return subprocess.call(command, stdout=log, stderr=log, cwd=HERE, env=environment) == 0


def silence_news():
    """No pop-up in front of the first lecture, and no request to the outside."""
    settings = os.path.join(VENV, "share", "jupyter", "lab", "settings")
    if not os.path.isdir(settings):
        os.makedirs(settings)
    with open(os.path.join(settings, "overrides.json"), "w") as file:
        json.dump({"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}, file)


def open_lab():
    command = [PYTHON, "-m", "jupyterlab", "--LabApp.default_url=/lab/tree/lectures/L00_start_here.ipynb"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    environment = dict(os.environ, PATH=BIN + os.pathsep + os.environ.get("PATH", ""))
    try:
        sys.exit(subprocess.call(command, cwd=HERE, env=environment))
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main(sys.argv[1:])
