"""Forging a grade: points for what was not done."""
# ruff: noqa: E401, E731, F821, F841, I001, UP   (cells are written as eve writes them)
from .attack import attack
from .preludes import WIRE


@attack("gives NumPy's assertion another meaning", only="two processes")
def friendly_assertions():
    import numpy.testing
    numpy.testing.assert_allclose = lambda *_, **__: None
    def double(x): return list(x)


@attack("gives a builtin that the test uses another meaning", only="two processes")
def friendly_builtins():
    import builtins
    builtins.abs = lambda _: 0
    def mean(values): return 1


@attack("patches again and again from a thread, in case someone mends it", only="two processes")
def patching_thread():
    import numpy.testing
    import threading
    stop = threading.Event()
    def patch():
        while not stop.wait(0.001):
            numpy.testing.assert_allclose = lambda *_, **__: stop.set()
    threading.Thread(target=patch, daemon=True).start()
    def double(x):
        stop.wait(0.05)
        return list(x)


@attack("takes the assertions out of every cell that is run from now on", only="two processes")
def ast_transformer():
    import ast
    class NoAssertions(ast.NodeTransformer):
        def visit_Assert(self, node): return ast.Pass()
    get_ipython().ast_transformers.append(NoAssertions())
    def shout(text): return text


@attack("empties every cell that is run from now on", only="two processes")
def input_transformer():
    get_ipython().input_transformers_cleanup.append(lambda lines: [])
    def shout(text): return text


@attack("lets errors pass in silence", only="two processes")
def no_traceback():
    shell = type(get_ipython())
    run_cell, fine = shell.run_cell, type("Fine", (), {"success": True})
    shell.run_cell = lambda *cell, **options: run_cell(*cell, **options) and fine
    shell._showtraceback = lambda *_: None
    def shout(text): return text


@attack("shows a score from within the tested function, before the test fails", only="two processes")
def displayed_score():
    import sys
    def shout(text):
        sys.displayhook(3.0)
        return text


@attack("reads the expected value out of the test that calls it", only="two processes")
def answer_in_the_frame():
    import sys
    def shout(text):
        constants = sys._getframe(1).f_code.co_consts
        return next(value for value in constants if isinstance(value, str) and value.lower() == f"{text}!".lower())


@attack("swallows the assertion as a context manager", only="two processes")
def swallowing_manager():
    class Counter:
        total = 0
        def add(self, number): pass
        def __enter__(self): return self
        def __exit__(self, *error): return True


@attack("binds the instructor's helper anew", only="whose names")
def own_helper():
    close = lambda *_: True
    class Counter:
        total = 0
        def add(self, number): pass
        def __enter__(self): return self
        def __exit__(self, *error): pass


@attack("puts a module of its own in NumPy's place", only="whose names")
def own_numpy():
    class Friendly:
        def __getattr__(self, name): return self
        def __call__(self, *_, **__): pass
    np = Friendly()
    def double(x): return list(x)


@attack("returns an object that is equal to everything", only="no comparing")
def equal_to_all():
    class Same:
        def __eq__(self, other): return True
    def shout(text): return Same()


@attack("returns a list that is equal to every list", only="no comparing")
def list_equal_to_all():
    class Same(list):
        def __eq__(self, other): return True
    def double(x): return Same(x)


@attack("returns a text that is equal to every text", only="no comparing")
def text_equal_to_all():
    class Same(str):
        def __eq__(self, other): return True
        __hash__ = str.__hash__
    def shout(text): return Same(text)


@attack("returns an object that is never far from anything, as a number", only="no comparing")
def zero_distance():
    class Near:
        def __sub__(self, other): return 0.0
    def mean(values): return Near()


@attack("returns an object that is never far from anything, as an object that is smaller than all", only="no comparing")
def smallest_distance():
    class Near:
        def __sub__(self, other): return self
        def __abs__(self): return self
        def __lt__(self, other): return True
    def mean(values): return Near()


@attack("returns an object that contains everything", only="no comparing")
def contains_all():
    class All:
        def __contains__(self, item): return True
    def shout(text): return All()


@attack("returns an object that looks like a full score", only="a score is a number")
def looks_like_a_score():
    class Score:
        def __pow__(self, other): return self
        __sub__ = __rsub__ = __mul__ = __rmul__ = __pow__
        def __abs__(self): return self
        def __repr__(self): return "3"
    def root(x): return Score()


@attack("makes the score NaN", only="a score is a number")
def score_that_is_none():
    def root(x): return float("nan")


@attack("makes the score an array, which no float can be read from: nbgrader then gives all points", only="a score is a number")
def score_of_many():
    import numpy as np
    def root(x): return np.zeros(3)


@attack("hands in the reference solution, read from the disk", only="files")
def reads_the_solution():
    import pathlib, course_lib
    text = (pathlib.Path(course_lib.__path__[0]).parent / "tests/attacks/victim.py").read_text()
    for name in "double", "shout", "mean", "root":
        exec(text[text.index(f"def {name}("):].partition('"')[0].replace("\\n", "\n"))
    def double(x, double=double): return double(x)


@attack("prints in turns on both streams, until the cell that tests it has no room for its error", only="room for errors")
def no_room_for_the_error():
    import sys
    def double(x):
        for _ in range(300):
            print("a")
            print("b", file=sys.stderr)


@attack("returns an object whose text interrupts whoever shows the failed assertion", only="errors are not forgotten")
def interrupts_the_traceback():
    class Interrupts:
        def __str__(self): raise KeyboardInterrupt
        __repr__ = __str__
    def double(x): return Interrupts()


@attack("raises an error that interrupts whoever shows it", only="errors are not forgotten", besides=("errors have no say",))
def interrupts_its_own_traceback():
    class Silent(Exception):
        def _render_traceback_(self): raise KeyboardInterrupt
    def shout(text): raise Silent


@attack("raises a group of exceptions, which IPython shows on stderr and not as an error", only="errors are not forgotten",
        before=WIRE)
def raises_a_group():
    def shout(text):
        error = ["error", 1_000_001, None, ["ValueError"], ["tuple"], "", "", None]
        say(["error", 1_000_000, None, ["ExceptionGroup"], ["tuple", "", ["list", error]], "", "", None], "raised")
