"""Forging a grade: points for what was not done."""
# ruff: noqa: F821, F841, E731, B010, B023
from .attack import attack


@attack("gives NumPy's assertion another meaning", only="two processes")
def friendly_assertions():
    import numpy.testing
    numpy.testing.assert_allclose = lambda *_, **__: None
    def double(x): return list(x)


@attack("prints in turns on both streams until the cell that tests it has no room for its error", only="two processes")
def no_room_for_the_error():
    import sys
    def double(x):
        for _ in range(300):
            print("a")
            print("b", file=sys.stderr)


@attack("x", only="two processes")
def silent():
    class Silent:
        def __str__(self): raise KeyboardInterrupt
        __repr__ = __str__
    def double(x): return Silent()


@attack("x", only="two processes")
def arithmetic():
    class Zero:
        def __sub__(self, other): return 0.0
    def mean(x): return Zero()


@attack("x", only="two processes", wins="secret")
def named_after():
    def double(x): return type(str(x), (), {})()


@attack("x", only="two processes", wins="secret")
def raised_literal():
    def shout(x): raise AssertionError(x)


@attack("x", only="two processes", wins="secret")
def later_print():
    seen = []
    def double(x): seen.append(x)
    # %%
    print(seen)


@attack("x", only="two processes", wins="secret")
def wire_syntax_error():
    import gc
    from course_lib.grading.judging import peer
    def reply(self, how, said, objects, before):
        return ["raised", ["tuple", ["list", "SyntaxError"], None, ["tuple", "x", ["tuple", "solutions/V1/V1.ipynb", 57, 1, ""]], ""], []], []
    def double(x):
        peer.Peer._reply = reply


@attack("x", only="two processes")
def repr_score():
    class Root:
        def __pow__(self, n): return self
        __sub__ = __rsub__ = __rmul__ = __mul__ = __pow__
        def __abs__(self): return self
        def __repr__(self): return "3"
    def root(x): return Root()
