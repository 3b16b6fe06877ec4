"""What is seen inside the sandbox: the command line of bubblewrap."""
from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Container
from pathlib import Path

import course_lib

from . import limits

PROGRAMS = ("/usr/bin", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec", "/usr/share/zoneinfo", "/bin", "/lib", "/lib32", "/lib64",
            "/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime")
SCRATCH, DATA = "/sandbox/scratch", "/sandbox/data"
NOBODY = 65534
DEVICES = "null", "full", "random", "urandom"        # no "zero": mapped, it is memory that no process is seen to hold
ENVIRONMENT = {
    "PATH": f"{sys.prefix}/bin:/usr/bin:/bin", "HOME": f"{SCRATCH}/home", "TMPDIR": f"{SCRATCH}/tmp", "USER": "player", "LANG": "C.UTF-8",
    "MALLOC_ARENA_MAX": "2", **limits.ENVIRONMENT,
}
BOOT = "import sys; sys.path[:] = sys.argv[2:]; from course_lib.grading.sandbox.nursery import main; main(int(sys.argv[1]))"


def command(bwrap: str, control: int, files: Path | None, without: Container[str] = ()) -> list[str]:
    """Start a nursery inside walls; `control` is the descriptor on which it hears its caller."""
    return [bwrap, "--die-with-parent", "--new-session", *namespaces(without), *view(files, without), "--chdir", "/", "--",
            sys.executable, "-c", BOOT, str(control), *python_path()]


def namespaces(without: Container[str]) -> list[str]:
    """Root needs no user namespace to build the rest, and becomes nobody in the nursery."""
    words = ["--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--hostname", "sandbox"]
    if "network" not in without:
        words += ["--unshare-net"]
    if os.geteuid() == 0:
        return [*words, "--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    return [*words, "--unshare-user", "--uid", str(NOBODY), "--gid", str(NOBODY)]


def view(files: Path | None, without: Container[str]) -> list[str]:
    """Read-only: programs and libraries, the interpreter, course_lib, the data; a few devices; a place for scratch."""
    seen = [*map(Path, PROGRAMS), *interpreter(), *map(Path, course_lib.__path__)]
    if "files" in without:
        seen += [Path("/etc"), Path(course_lib.__path__[0]).parent]
    above = sorted({parent for place in seen for parent in place.parents})              # bubblewrap would make them root's alone
    words = [word for folder in (*above, "/dev", "/dev/pts", "/sandbox") for word in ("--dir", str(folder))]
    words += [word for place in seen for word in ("--ro-bind-try", str(place), str(place))]
    words += [word for name in DEVICES for word in ("--dev-bind", f"/dev/{name}", f"/dev/{name}")]
    words += ["--symlink", "pts/ptmx", "/dev/ptmx", "--symlink", f"{SCRATCH}/shm", "/dev/shm"]
    if Path("/tmp") not in above:                                                       # something that is needed may lie there
        words += ["--symlink", f"{SCRATCH}/tmp", "/tmp"]
    words += ["--proc", "/proc", "--perms", "1777", "--tmpfs", SCRATCH]
    return [*words, *(["--ro-bind", str(files.resolve()), DATA] if files else ["--dir", DATA]), "--remount-ro", "/"]


def interpreter() -> list[Path]:
    """Where Python and its packages lie, by the names that Python knows and by the true ones."""
    known = {Path(place) for place in (sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix)}
    known |= {Path(place) for place in sys.path if Path(place).name in ("site-packages", "dist-packages")}
    return sorted((known | {place.resolve() for place in known}) - {Path("/usr")})


def python_path() -> list[str]:
    """The part of `sys.path` that is seen inside, and `course_lib`."""
    roots = [*interpreter(), *map(Path, PROGRAMS)]
    seen = [place for place in sys.path if any(Path(place).is_relative_to(root) for root in roots)]
    return [*seen, *(str(Path(place).parent) for place in course_lib.__path__)]


def for_nobody(files: Path, folder: str) -> Path:
    """A copy of root's data files that nobody can read, for as nobody the nursery runs."""
    copy = shutil.copytree(files, Path(folder, "data"), symlinks=True)
    for path in (copy, *copy.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)
    return copy
