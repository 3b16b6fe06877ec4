"""Exhausting time, memory, processes, files, or whoever reads what is printed."""
# ruff: noqa: E401, E701, E702, F821, F841, I001, UP   (cells are written as eve writes them)
from .attack import attack
from .preludes import WIRE

SHORT = (0.3, 6, 0.5)


@attack("computes for longer than a cell may", only="deadline of a cell", wins="boast", seconds=SHORT)
def slow_cell():
    import time
    began = time.process_time()
    while time.process_time() - began < 0.8: pass
    print("GOTCHA")
    def root(x): pass


@attack("sleeps for longer than a cell may", only="deadline of a cell", wins="boast", seconds=SHORT)
def sleeping_cell():
    import time
    time.sleep(0.8)
    print("GOTCHA")
    def root(x): pass


@attack("stays just below the limit, in many cells", only="deadline of all", wins="boast", seconds=(3, 0.8, 9))
def many_slow_cells():
    import time
    def double(x): pass
    time.sleep(0.5)
    # %%
    time.sleep(0.5)
    # %%
    print("GOTCHA")


@attack("has others compute for it", only="cpu", wins="boast", seconds=(8, 20, 0.5))
def computing_children():
    import os, time
    for _ in range(2):
        if os.fork() == 0:
            while time.process_time() < 0.7: pass
            os._exit(0)
    os.wait(), os.wait()
    print("GOTCHA")
    def double(x): pass


@attack("reserves more memory than there is", only="address space", wins="boast")
def huge_array():
    import numpy as np
    np.empty(1 << 31, np.uint8)
    print("GOTCHA")
    def double(x): pass


@attack("takes more memory than all of it together may, in three processes", only="memory", wins="boast", seconds=(10, 25, 0.5))
def memory_of_many():
    import os, signal
    ready, tell = os.pipe()
    for _ in range(3):
        if os.fork() == 0:
            block = bytearray(b"x") * (80 << 20)
            os.write(tell, b"x")
            signal.pause()
    for _ in range(3): os.read(ready, 1)
    import time; time.sleep(0.3)
    print("GOTCHA")
    def double(x): pass


@attack("takes memory that belongs to no process", only="system calls", wins="boast")
def memory_of_nobody():
    import os
    os.memfd_create("x")
    print("GOTCHA")
    def double(x): pass


@attack("takes memory that is shared before anybody holds it", only="system calls", wins="boast")
def memory_shared():
    import mmap
    mmap.mmap(-1, 1 << 20)
    print("GOTCHA")
    def double(x): pass


@attack("forks until it cannot", only="process count", besides=("memory",), wins="boast")
def forks():
    import os, signal
    for _ in range(20):
        if os.fork() == 0: signal.pause()
    print("GOTCHA")
    def double(x): pass


@attack("opens files until it cannot", only="open files", wins="boast")
def open_files():
    import os
    for _ in range(60): os.dup(1)
    print("GOTCHA")
    def double(x): pass


@attack("fills the disk, file by file", only="scratch", wins="boast")
def full_disk():
    for number in range(4):
        with open(f"full-{number}", "wb") as file: file.write(bytes(4 << 20))
    print("GOTCHA")
    def double(x): pass


@attack("shows 12 MB", only="message bounds", besides=("outputs in all",), wins="judge")
def endless_output():
    from IPython.display import display
    import course_lib.grading.judging.protocol
    course_lib.grading.judging.protocol.LONGEST_HEADER = get_ipython().outputs.room = 1 << 40
    for _ in range(60): display({"text/plain": "x" * 200_000}, raw=True)
    def double(x): pass


@attack("shows 6 MB in each of two cells, which are too much together", only="outputs in all", wins="judge")
def outputs_in_all():
    from IPython.display import display
    get_ipython().outputs.room = 1 << 40
    for _ in range(30): display({"text/plain": "x" * 200_000}, raw=True)
    def double(x): pass
    # %%
    for _ in range(30): display({"text/plain": "x" * 200_000}, raw=True)


@attack("returns a range that sum() goes through, deaf to all signals", only="deadline of a judgement",
        wins="time", seconds=(0.3, 0.5, 0.5), allowed=("judge",))
def endless_sum():
    def double(x): return range(150_000_000)


@attack("returns a range that a test makes an array of", only="the judge's memory", wins="memory", seconds=(3, 4, 0.5))
def endless_array():
    class Counter:
        total = range(25_000_000)
        def add(self, number): pass
        def __enter__(self): return self
        def __exit__(self, *error): pass


@attack("sends one buffer and two hundred arrays made of it", only="the judge's memory", wins="memory", before=WIRE, seconds=(3, 4, 0.5))
def amplified_arrays():
    def double(x):
        array = ["array", "|u1", [4 << 20], "C", True, 0]
        say(["list", *[array] * 200], buffers=[bytes(4 << 20)])
