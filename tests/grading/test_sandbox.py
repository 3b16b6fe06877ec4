"""The sandbox holds, and each of its walls is needed: the same attempt succeeds where the one defence that stops it is left out.

These tests need bubblewrap, and are skipped without it.
"""
import errno
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from course_lib.grading.sandbox import NoSandbox, Sandbox, Unprotected, bubblewrap, probe, seccomp
from course_lib.grading.sandbox.limits import Limits
from course_lib.grading.sandbox.probe import ask

pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs bubblewrap: apt-get install bubblewrap")

ANSWER = "course_lib.grading.sandbox.probe:answer"
SMALL = Limits(memory=96 << 20, processes=8, open_files=32, written=8 << 20, cpu=20)
BRIEF = replace(SMALL, cpu=0.3)
SECRET = "COURSE_TEST_TOKEN"


def opened(*without: str, **options) -> Sandbox:
    return Sandbox(**{"imports": (), "limits": SMALL, "serve": ANSWER, "_without": without} | options)


@pytest.fixture(scope="module")
def sandbox():
    os.environ[SECRET] = "secret"
    with opened() as sandbox:
        yield sandbox
    del os.environ[SECRET]


@contextmanager
def listening(family: int, address):
    """A server outside, and its address."""
    with socket.socket(family) as server:
        server.bind(address)
        server.listen()
        yield server.getsockname()


def attempt(sandbox: Sandbox, program: str):
    """What a fresh player answers; how it ended, if it does not."""
    with sandbox.player() as line:
        try:
            answer = ask(line, program)
            line.spent()                                    # its keeper has looked, if only now
            ask(line, "")
            return answer
        except ConnectionError:
            return line.verdict()


def family_of(sandbox: Sandbox) -> dict[int, str]:
    """Name of every process that descends from a sandbox's first one."""
    parents, names = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            name, _, rest = (folder / "stat").read_text().partition("(")[2].rpartition(")")
            parents[int(folder.name)], names[int(folder.name)] = int(rest.split()[1]), name
    family = [sandbox._process.pid]
    for process in family:
        family += [child for child, parent in parents.items() if parent == process]
    return {process: names[process] for process in family}


GRAB = """
import mmap, os
def grab(megabytes): return bytearray(b"x") * (megabytes << 20)
"""
KEEP = "\ntime.sleep(1)"        # what is held for less than a look of the keeper's harms nobody
LIBC = "import ctypes, errno\nlibc = ctypes.CDLL(None, use_errno=True)\n"

ATTACKS = {     # name: (what is tried, what comes of it, the defences without which it succeeds, what it then answers)
    "files": (f"answer = len(open({str(Path(__file__))!r}).read()) > 0", "FileNotFoundError", ["files"], True),
    "environment": (f"import os; answer = {SECRET!r} in os.environ", False, ["environment"], True),
    "proc": ("import os; answer = len(os.listdir('/proc')) > 0", False, ["proc"], True),
    "netlink": ("import socket; answer = socket.socket(16, socket.SOCK_RAW).close()", "OSError: [Errno 97]", ["system calls"], None),
    "raw sockets": ("import socket; answer = socket.socket(2, socket.SOCK_RAW, 1).close()", "PermissionError", ["capabilities"], None),
    "nested namespaces": (LIBC + "answer = libc.unshare(0x10000000)", -1, ["system calls"], 0),
    "cloned namespaces": (LIBC + f"answer = libc.syscall({seccomp.number(seccomp.CLONE)}, 0x10000011, 0, 0, 0, 0)\n"
                          "if answer == 0: libc._exit(0)\nanswer = answer > 0", False, ["system calls"], True),
    "mounts": (LIBC + "answer = libc.mount(b'none', b'/tmp', b'tmpfs', 0, None)", -1, ["system calls", "capabilities"], 0),
    "tracing": (LIBC + "answer = libc.ptrace(0, 0, 0, 0)", -1, ["system calls"], 0),
    "open files": ("import os; answer = len([os.dup(0) for _ in range(60)])", "OSError: [Errno 24]", ["open files"], 60),
    "big file": ("f = open('big', 'wb'); answer = sum(f.write(bytes(1 << 20)) for _ in range(12)) >> 20",
                 "OSError: [Errno 27]", ["file size", "scratch"], 12),
    "many files": ("answer = sum(open(f'{i}', 'wb').write(bytes(4 << 20)) for i in range(4)) >> 20",
                   "OSError: [Errno 28]", ["scratch"], 16),
    "threads and forks": ("import os, signal\nanswer = 0\nfor _ in range(20):\n    if os.fork() == 0: signal.pause()\n    answer += 1",
                          "BlockingIOError", ["process count", "memory"], 20),
    "memory at once": (GRAB + "answer = len(grab(150)) >> 20", "MemoryError", ["address space", "memory"], 150),
    "memory of many": (GRAB + "import signal, time\nready, tell = os.pipe()\nfor _ in range(3):\n    if os.fork() == 0:\n"
                       "        block = grab(40); os.write(tell, b'x'); signal.pause()\n"
                       "answer = len(b''.join(os.read(ready, 1) for _ in range(3)))" + KEEP, "memory", ["memory"], 3),
    "memory behind a dead thread": (GRAB + LIBC + "import threading, time\nready, tell = os.pipe()\nfor _ in range(3):\n"
                                    "    if os.fork() == 0:\n"
                                    "        def hold(): block = grab(40); os.write(tell, b'x'); time.sleep(60)\n"
                                    "        threading.Thread(target=hold).start(); libc.pthread_exit(None)\n"
                                    "answer = len(b''.join(os.read(ready, 1) for _ in range(3)))" + KEEP, "memory", ["memory"], 3),
    "hidden memory": (GRAB + "answer = len(mmap.mmap(-1, 1 << 20))", "PermissionError", ["system calls"], 1 << 20),
    "memory in no file": ("import os; os.close(os.memfd_create('x')); answer = 'made'", "PermissionError", ["system calls"], "made"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_fails_and_would_win_without_its_defence(sandbox, name):
    program, lost, without, won = ATTACKS[name]
    assert str(attempt(sandbox, program)).startswith(str(lost))
    with opened(*without) as open_to_it:
        assert attempt(open_to_it, program) == won


BURN = "while time.process_time() < 0.5: pass\n"


@pytest.mark.parametrize("program", [
    "import time\n" + BURN,
    "import os, time\nfor _ in range(2):\n    if os.fork() == 0:\n        " + BURN + "        os._exit(0)\nfor _ in range(2): os.wait()",
])
def test_time_is_bounded(program):
    for without, outcome in ((), "cpu"), (("cpu",), "done"):
        with opened(*without, limits=BRIEF) as walls:
            assert attempt(walls, program + "\nanswer = 'done'") == outcome


@pytest.mark.parametrize("family, address", [(socket.AF_INET, ("127.0.0.1", 0)), (socket.AF_UNIX, f"\0course-test-{os.getpid()}")],
                         ids=["network", "abstract"])
def test_nobody_outside_can_be_reached(sandbox, family, address):
    with listening(family, address) as server:
        call = f"import socket\nwith socket.socket({int(family)}) as s: answer = s.connect({server!r}) or 'connected'"
        assert str(attempt(sandbox, call)).startswith(("OSError", "ConnectionRefusedError"))
        with opened("network") as open_to_it:
            assert attempt(open_to_it, call) == "connected"


KILL_ALL = """
import os
for process in range(1, 100):
    if process != os.getpid():
        try: os.kill(process, 9)
        except OSError: pass
"""


@pytest.mark.parametrize("program, defence",
                         [("import os; os.kill(-1, 9)", "pids"), (KILL_ALL, "pids"), ("import os; os.kill(0, 9)", "session")])
def test_signals_reach_no_other_player(sandbox, program, defence):
    def survives(walls: Sandbox) -> bool:
        with walls.player() as victim, walls.player() as attacker:
            for line in (victim, attacker):
                ask(line, "")
            with suppress(ConnectionError):
                ask(attacker, program)
                ask(attacker, "")
            try:
                return ask(victim, "answer = 'alive'") == "alive"
            except ConnectionError:
                return False

    assert survives(sandbox)
    with opened(defence) as open_to_it:
        assert not survives(open_to_it)


def test_signals_do_not_reach_the_keeper():
    with opened(limits=BRIEF) as sandbox, sandbox.player() as line:
        ask(line, KILL_ALL)
        with pytest.raises(ConnectionError):
            ask(line, "while True: pass")
        assert line.verdict() == "cpu"


OUTLIVE = """
import ctypes, os, signal
ready, tell = os.pipe()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        ctypes.CDLL(None).prctl(15, b"outlives", 0, 0, 0)
        for kind in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}: signal.signal(kind, signal.SIG_IGN)
        os.write(tell, b"x")
        while True: signal.pause()
    os._exit(0)
os.wait()
answer = os.read(ready, 1).decode()
"""


def test_a_daemon_dies_with_its_line(sandbox):
    with opened("pids") as open_to_it:
        for walls, left in (sandbox, 0), (open_to_it, 1):
            with walls.player() as line:
                assert ask(line, OUTLIVE) == "x"
                assert "outlives" in family_of(walls).values()
            assert list(family_of(walls).values()).count("outlives") == left


def test_closing_ends_a_player_that_does_not_listen(sandbox):
    before = family_of(sandbox).keys()
    line = sandbox.player()
    line.sendall(b'"while True: pass"\n')
    line.close()
    assert family_of(sandbox).keys() == before
    assert line.verdict() == "closed"


def test_nothing_written_is_there_for_the_next(sandbox):
    places = "import os, tempfile; places = ['.', tempfile.gettempdir(), '/dev/shm', os.environ['HOME']]\n"
    write = places + "for place in places: open(place + '/note', 'w').close()"
    read = places + "answer = sum(os.path.exists(place + '/note') for place in places)"
    assert ask_both(sandbox, write, read) == 0
    with opened("scratch") as open_to_it:
        assert ask_both(open_to_it, write, read) == 4


def ask_both(walls: Sandbox, first: str, second: str):
    with walls.player() as one, walls.player() as other:
        assert ask(one, first) is None
        return ask(other, second)


def test_only_the_line_is_open(sandbox):
    count = "import os\nanswer = 0\nfor d in range(256):\n    try: os.fstat(d); answer += 1\n    except OSError: pass"
    assert attempt(sandbox, count) == 4
    with opened("descriptors") as open_to_it:
        counts = [attempt(open_to_it, count) for _ in range(20)]
    assert counts[0] > 4
    assert len(set(counts)) == 1                            # and the nursery does not gather them


def test_nothing_but_scratch_can_be_written(sandbox):
    places = ["/", "/dev", "/sandbox", "/sandbox/data", "/usr/bin", "/proc", sys.prefix, str(Path(probe.__file__).parent)]
    tries = f"answer = []\nfor place in {places!r}:\n    try: open(place + '/x', 'w'); answer.append(place)\n    except OSError: pass"
    assert attempt(sandbox, tries) == []


def test_a_single_process_is_bounded_too(sandbox):
    read = "import resource as r; answer = [r.getrlimit(k) for k in (r.RLIMIT_CPU, r.RLIMIT_CORE, r.RLIMIT_FSIZE)]"
    assert attempt(sandbox, read) == [[25, 25], [1, 1], [8 << 20, 8 << 20]]
    with sandbox.player() as line:
        ask(line, "")
        scores = [Path(f"/proc/{process}/oom_score_adj").read_text().strip() for process in family_of(sandbox)]
    assert scores[-2:] == ["1000", "1000"]                  # the kernel ends these first when memory runs out
    assert "1000" not in scores[:-2]


def test_the_host_is_not_named(sandbox):
    assert attempt(sandbox, "import os; answer = os.uname().nodename") == "sandbox"
    listing = attempt(sandbox, "import os; answer = [os.listdir(place) for place in ('/etc', '.', '/sandbox/data')]")
    assert set(listing[0]) <= {"alternatives", "ld.so.cache", "localtime"}
    assert listing[1:] == [[], []]


def test_nobody_becomes_root(sandbox):
    program = LIBC + "import os\ntry: os.setuid(0)\nexcept OSError: pass\nanswer = [os.getuid(), os.geteuid(), libc.prctl(39, 0, 0, 0, 0)]"
    assert attempt(sandbox, program) == [65534, 65534, 1]


def test_ordinary_programs_run(sandbox):
    assert attempt(sandbox, "import subprocess; answer = subprocess.getoutput('echo hello | cat')") == "hello"
    assert attempt(sandbox, "import multiprocessing as m\nwith m.Pool(2) as pool: answer = pool.map(abs, [-1, -2])") == [1, 2]
    assert attempt(sandbox, "import os; answer = len(os.openpty())") == 2
    assert attempt(sandbox, "import threading as t\nanswer = []\nt = t.Thread(target=answer.append, args=[1]); t.start(); t.join()") == [1]


def test_verdicts(sandbox):
    assert attempt(sandbox, "import os; os._exit(3)") == "exit 3"
    assert attempt(sandbox, "import os; os.kill(os.getpid(), 9)") == "exit 137"
    with sandbox.player() as line:
        ask(line, "import time\nwhile time.process_time() < 0.1: pass")
        assert 0.05 < line.spent() < 5


def test_players_draw_different_numbers():
    with opened(imports=("numpy.random", "no_such_module")) as sandbox:
        assert "ModuleNotFoundError" in sandbox.failed.pop("no_such_module")
        assert not sandbox.failed
        draw = "import numpy, random; answer = [numpy.random.random(), random.random()]"
        first, second = attempt(sandbox, draw), attempt(sandbox, draw)
    assert first[0] != second[0]
    assert first[1] != second[1]


def test_data_files_are_in_the_working_directory(tmp_path):
    (tmp_path / "data.csv").write_text("1,2")
    (tmp_path / "helper.py").write_text("x = 5")
    with opened(files=tmp_path) as sandbox:
        assert attempt(sandbox, "import os; answer = [open('data.csv').read(), sorted(os.listdir('.'))]") == \
            ["1,2", ["data.csv", "helper.py"]]
        assert attempt(sandbox, "import helper; answer = helper.x") == 5
        assert str(attempt(sandbox, "open('data.csv', 'w')")).startswith(("OSError: [Errno 30]", "PermissionError"))
    (tmp_path / "E1.ipynb").touch()
    with pytest.raises(ValueError, match="no notebook may"):
        Sandbox(files=tmp_path)
    with pytest.raises(ValueError, match="is none"):
        Sandbox(files=tmp_path / "data.csv")


def test_a_hundred_players_leave_nothing_behind(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def left() -> tuple:
        return set(family_of(sandbox)), os.listdir("/proc/self/fd"), os.listdir(tmp_path)

    with opened() as sandbox:
        before = left()
        for _ in range(100):
            with sandbox.player() as line:
                assert ask(line, "open('x', 'w'); answer = 1") == 1
        assert left() == before
    assert not os.listdir(tmp_path)


def test_a_fork_of_the_caller_gets_its_own_players(sandbox):
    process = os.fork()
    if process == 0:
        os._exit(0 if attempt(sandbox, "answer = 7") == 7 else 1)
    assert os.waitpid(process, 0)[1] == 0
    assert attempt(sandbox, "answer = 8") == 8


def test_players_end_with_their_sandbox():
    with opened() as sandbox:
        line = sandbox.player()
        ask(line, OUTLIVE)
    assert line.recv(1) == b""                              # so nobody holds the other end any more, the daemon neither
    assert line.verdict() == "closed"
    line.close()
    with pytest.raises(NoSandbox, match="has ended"):
        sandbox.player()


def test_players_end_when_the_nursery_is_killed():
    with opened() as sandbox, sandbox.player() as line:
        ask(line, OUTLIVE)
        sandbox._process.kill()
        assert line.recv(1) == b""
        assert line.verdict() == "lost"


def test_the_probe_finds_a_missing_wall(monkeypatch):
    for defence, found in ("network", "reaches the network"), ("pids", "sees other processes"), ("files", "sees files outside"):
        with opened(defence, limits=Limits()) as broken, pytest.raises(NoSandbox, match=found):
            broken.probe()
    with opened(limits=Limits()) as sandbox:
        sandbox.probe()
        monkeypatch.setattr(probe, "LAZY", ["no_such_module"])
        with pytest.raises(NoSandbox, match="cannot import no_such_module"):
            sandbox.probe()


def test_without_bubblewrap_it_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoSandbox, match="apt install bubblewrap"), opened():
        pass
    (tmp_path / "bwrap").write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2; exit 1\n")
    (tmp_path / "bwrap").chmod(0o755)
    with pytest.raises(NoSandbox, match=r"No permissions to create new namespace.*sysctl"), opened():
        pass


def verdict_of(program: bytes, architecture: int, number: int, *arguments: int) -> int:
    """What the kernel would make of a system call, by the rules of classic BPF."""
    data = struct.pack("IIQ6Q", number, architecture, 0, *arguments, *[0] * (6 - len(arguments)))
    place, value = 0, 0
    while True:
        code, true, false, operand = struct.unpack_from("HBBI", program, 8 * place)
        place += 1
        if code == seccomp.LOAD:
            value = struct.unpack_from("I", data, operand)[0]
        elif code == seccomp.AND:
            value &= operand
        elif code == seccomp.RETURN:
            return operand
        else:
            holds = {seccomp.EQUAL: value == operand, seccomp.AT_LEAST: value >= operand, seccomp.ANY_BIT: value & operand != 0}[code]
            place += true if holds else false


@pytest.mark.parametrize("machine, read", [("x86_64", 0), ("aarch64", 63)])
def test_the_filter_on_both_machines(machine, read):
    def says(call: int | tuple, *arguments: int) -> int | str:
        number = call if isinstance(call, int) else call[column]
        action = verdict_of(seccomp.program(machine), seccomp.MACHINES[machine], number, *arguments)
        return "allowed" if action == seccomp.ALLOW else action - seccomp.REFUSE

    column = list(seccomp.MACHINES).index(machine)
    assert says(read) == "allowed"
    assert {says(call) for call in seccomp.REFUSED.values() if call[column] is not None} == {errno.EPERM}
    assert says(seccomp.CLONE3) == errno.ENOSYS
    assert [says(seccomp.CLONE, flags) for flags in (17, 0x3D0F00, 0x10000011, 0x20000011)] == ["allowed", "allowed", 1, 1]
    assert [says(call, family) for call in (seccomp.SOCKET, seccomp.SOCKETPAIR) for family in (1, 2, 10, 16, 17, 38, 40)] \
        == 2 * (["allowed"] * 3 + [errno.EAFNOSUPPORT] * 4)
    assert [says(seccomp.MMAP, 0, 4096, 3, flags) for flags in (0x22, 0x01, 0x21, 0x23)] == ["allowed", "allowed", 1, 1]
    assert verdict_of(seccomp.program(machine), 0x40000003, read) == seccomp.KILL
    if machine == "x86_64":
        assert says(0x40000000 + read) == errno.ENOSYS


def test_the_filter_knows_two_machines():
    with pytest.raises(ValueError, match="'riscv64' are not known"):
        seccomp.program("riscv64")


@pytest.mark.parametrize("limits", [{"memory": 0}, {"cpu": float("nan")}, {"processes": -1}])
def test_limits_are_positive(limits):
    with pytest.raises(ValueError, match="positive number"):
        Limits(**limits)


def test_unprotected_players_are_plain_processes(tmp_path):
    (tmp_path / "data.csv").write_text("1,2")
    with Unprotected(files=tmp_path, limits=SMALL, serve=ANSWER) as players:
        with players.player() as line:
            data, folder, process = ask(line, "import os; answer = [open('data.csv').read(), os.getcwd(), os.getpid()]")
            assert data == "1,2"
        assert not Path(folder).exists()
        assert not Path(f"/proc/{process}").exists()
        with players.player() as line:
            with pytest.raises(ConnectionError):
                ask(line, "import os; os._exit(3)")
            assert (line.verdict(), line.spent()) == ("exit 3", None)


def test_all_this_holds_for_an_ordinary_user_too():
    """As root, all tests again as nobody, in a view where no private folder hides the interpreter or these files."""
    if os.geteuid() == 0:
        seen = [*bubblewrap.interpreter(), Path(__file__).parents[2]]
        above = sorted({folder for place in seen for folder in place.parents})
        private = [folder for folder in above if not folder.stat().st_mode & 1]
        view = [word for folder in private[:1] for word in ("--perms", "0755", "--tmpfs", folder)]
        view += [word for folder in above if private and folder.is_relative_to(private[0]) for word in ("--perms", "0755", "--dir", folder)]
        view += [word for place in seen for word in ("--ro-bind", place, place)]
        become = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        test = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--override-ini", "addopts=", __file__]
        run = subprocess.run([shutil.which("bwrap"), "--dev-bind", "/", "/", *view, *become, *test], capture_output=True, text=True,
                             env=os.environ | {"HOME": "/tmp"})
        assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]
