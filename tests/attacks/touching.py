"""Touching another submission, or the next one."""
# ruff: noqa: E401, E701, I001, SIM105, SIM115, UP   (cells are written as eve writes them)
from .attack import attack


@attack("leaves a module in the working folder that the next one imports", only="scratch", wins="neighbours")
def module_for_the_next():
    open("statistics.py", "w").write("import os; os._exit(0)")
    def double(x): pass


@attack("kills every process that it can reach", only="pids", wins="neighbours", spoils=True)
def kill_all():
    import os
    def double(x): os.kill(-1, 9)


@attack("kills every process by its number", only="pids", wins="neighbours", spoils=True)
def kill_each():
    import os
    def double(x):
        for process in range(2, 1 << 16):
            if process != os.getpid():
                try: os.kill(process, 9)
                except OSError: pass


@attack("kills its process group", only="session", wins="neighbours", spoils=True)
def kill_group():
    import os
    def double(x): os.kill(0, 9)


@attack("leaves a daemon behind that ignores all signals", only="pids", wins="processes", spoils=True)
def daemon():
    import os, signal
    ready, tell = os.pipe()
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            for kind in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}: signal.signal(kind, signal.SIG_IGN)
            os.write(tell, b"x")
            while True: signal.pause()
        os._exit(0)
    os.read(ready, 1)
    def double(x): pass


@attack("leaves memory behind that has no owner", only="system calls", wins="boast")
def shared_memory():
    import ctypes
    if ctypes.CDLL(None).shmget(4711, 4096, 0o1666) >= 0: print("GOTCHA")
    def double(x): pass


@attack("leaves a file in every folder that all may write to", only="scratch", wins="neighbours")
def files_for_the_next():
    import os, tempfile
    for place in (".", tempfile.gettempdir(), "/dev/shm", os.environ.get("HOME", ".")):
        open(f"{place}/sitecustomize.py", "w").close()
    os.symlink("/dev/full", "statistics.py")
    def double(x): pass
