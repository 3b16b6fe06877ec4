"""Reading what is secret: hidden tests and what they ask, the instructor's files, the gradebook, other submissions."""
# ruff: noqa: E401, E701, F821, I001, SIM105, UP   (cells are written as eve writes them)
from .attack import attack
from .preludes import WIRE


@attack("prints what a hidden test asked, in a later cell of its own", only="silence", wins="secret")
def later_print():
    seen = []
    def double(x): seen.append(x)
    # %%
    print(seen)


@attack("prints what a hidden test asks", only="silence", wins="secret")
def print_now():
    def double(x):
        print(x)


@attack("raises what a hidden test asks as the message of an assertion, which may stand in the test", only="silence", wins="secret")
def raised_as_a_message():
    def shout(text): raise AssertionError(text)


@attack("raises an exception that is named after what a hidden test asks", only="silence", wins="secret")
def exception_named_after():
    def shout(text): raise type(text, (Exception,), {})


@attack("remembers what a hidden test asked, and raises it in a visible one", only="silence", wins="secret")
def raised_in_a_visible_test():
    seen = []
    def double(x):
        seen.append(x)
    # %% shout
    def shout(text): raise ValueError(seen)


@attack("prints the source of the hidden test that calls it", only="two processes", besides=("silence",), wins="secret")
def source_in_the_frame():
    import linecache, sys
    def double(x):
        print(linecache.getlines(sys._getframe(1).f_code.co_filename))
        return list(x)


@attack("looks through all objects of its interpreter for the hidden tests", only="two processes", besides=("silence",), wins="secret")
def source_in_memory():
    import gc
    def double(x): return x
    # %% root
    print([thing for thing in gc.get_objects() if type(thing) in (list, tuple, dict) and "numbat-" in repr(thing)][:1])


@attack("prints the environment, where tokens of the instructor's lie", only="environment", wins="secret")
def environment():
    import os
    print(dict(os.environ))
    def double(x): pass


@attack("prints the source of the assignment", only="files", wins="secret")
def source_on_disk():
    import pathlib, course_lib
    print((pathlib.Path(course_lib.__path__[0]).parent / "tests/attacks/victim.py").read_text())
    def double(x): pass


@attack("has the judge read the source for it: a SyntaxError names a file, and whoever shows the error shows the line",
        only="one line of a SyntaxError", wins="secret")
def line_of_a_file():
    def double(x): raise SyntaxError("", ("/ROOT/solutions/V1/V1.ipynb", LINE, 1, ""))


@attack("reads the names of the test that is running out of the judge", only="only what was lent", before=WIRE, wins="boast")
def asks_the_judge():
    wire.send([["ask", "call", ["tuple", ["tuple", "np"], ["dict"]], [], [], False], {}])
    if wire.receive()[0][0][0] == "done": print("GOTCHA")
    def double(x): pass


@attack("reads the command lines and environments of all processes", only="proc", wins="boast")
def other_processes():
    import pathlib
    for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        print("GOTCHA", path.read_bytes())
    def double(x): pass


@attack("reads what is open besides its line", only="descriptors", wins="boast")
def open_descriptors():
    import os
    found = []
    for descriptor in range(64):
        try: found.append(os.fstat(descriptor))
        except OSError: pass
    if len(found) > 4: print("GOTCHA")
    def double(x): pass


@attack("reads the memory of its parent", only="system calls", wins="boast")
def memory_of_the_parent():
    import ctypes, os
    libc = ctypes.CDLL(None)
    block = ctypes.create_string_buffer(8)
    here = (ctypes.c_void_p * 2)(ctypes.addressof(block), 8)
    there = (ctypes.c_void_p * 2)(id(None), 8)
    if libc.process_vm_readv(os.getppid(), here, 1, there, 1, 0) == 8: print("GOTCHA")
    def double(x): pass
