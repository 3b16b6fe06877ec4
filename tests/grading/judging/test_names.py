"""Whose a name is, read from the cells of the reference solution."""
import pytest

from course_lib.grading.judging.names import bound, imported, imports

CELLS = {
    "names.sort()": {"names"},
    "stock['pears'] += 5\nstock.update(plums=1)": {"stock"},
    "matrix[0] *= -1": {"matrix"},
    "table['a'][1].append(2)": {"table"},
    "thing.part.size = 3; del other.part": {"thing", "other"},
    "(a[0], b.c), *d[1:] = 1, 2": {"a", "b", "d"},
    "for w in words:\n    counts[w] += 1\nif x: y.pop()": {"w", "counts", "y"},
    "for table['k'] in (1, 2): pass": {"table"},
    "import numpy as np\nnp.random.seed(1)\nnp.random.x = 3": set(),
    "import numpy as np\nnp = 3": {"np"},
    "print(x)\nx == 1\nlen.x = 1\nf(y)": set(),
    "print = 3": {"print"},
    "def f():\n    x.append(1)\n    y = 2": {"f"},
    "class A:\n    x = 1\n    def f(self):\n        global z": {"A", "z"},
    "[x for x in y]\n(lambda q: q)(1)": set(),
    "%%time\nx = 1\nnames.sort()": {"x", "names"},
    "%time y = 2": {"y"},
    "%%capture --no-stderr said\nx = 1": {"said", "x"},
    "texts = !ls": {"texts"},
    "%%timeit\nx = 1": set(),
    "def f(:": set(),
    "with open('f') as g: pass\nmatch 1:\n    case {'a': b, **c}: pass\ntry: pass\nexcept E as e: pass": {"g", "b", "c", "e"},
}


@pytest.mark.parametrize("source", CELLS)
def test_what_a_cell_binds_or_changes(source):
    assert bound(source) == CELLS[source]


def test_what_a_cell_imports():
    source = ("from __future__ import annotations\nimport a.b, c as d\nx = 1\nif x:\n    from e import f\n    x = 2\nelse:\n    y = 3\n"
              "try:\n    import g\nexcept ImportError:\n    g = None\n%matplotlib inline\ndef h():\n    import i\n")
    assert imports(source) == "import a.b, c as d\nif x:\n    from e import f\ntry:\n    import g\nexcept ImportError:\n    pass"
    assert imported(source) == {"annotations", "a", "d", "f", "g"}
    assert imports("x = 1") == imports("if a:\n    b = 1") == imports("def f(:") == ""
