"""What the mechanical mistakes are, on functions small enough to list them all."""
import pytest

from .mutation import mutants


@pytest.mark.parametrize("line, others", [
    ("return x + 1", ["return x - 1", "return x", "return 1", "return x + 2", "return x + 0"]),
    ("return x @ W.T", ["return x * W.T", "return x", "return W.T", "return W.T @ x", "return x @ W"]),
    ("return -x if x < 0 else x", ["return -x if x <= 0 else x", "return -x if x > 0 else x", "return -x", "return x",
                                   "return x if x < 0 else x", "return -x if x < 1 else x", "return -x if x < -1 else x"]),
    ("return x.max(axis=1, keepdims=True)", ["return x.min(axis=1, keepdims=True)", "return x.max(keepdims=True)", "return x.max(axis=1)",
                                             "return x.max(axis=2, keepdims=True)", "return x.max(axis=0, keepdims=True)",
                                             "return x.max(axis=1, keepdims=False)"]),
    ("return x[1:]", ["return x[:]", "return x[2:]", "return x[0:]"]),
    ("x += 2", ["x -= 2", "x += 3", "x += 1"]),
    ("for i in range(x):", ["for i in range(x - 1):", "for i in range(1, x):"]),
])
def test_mutants_of_a_line(line, others):
    body = line + "\n        pass" if line.endswith(":") else line
    found = mutants("f", f'def f(x, W):\n    """A text."""\n    {body}\n    raise NotImplementedError("next step: think")\n')
    assert sorted(mutant.change for mutant in found) == sorted(f"{line}  =>  {other}" for other in [*others, "nothing"])
    for mutant in found:
        compile(mutant.source, "mutant", "exec")


def test_mistakes_inside_a_block_are_found_too():
    found = mutants("f", "def f(x):\n    if x:\n        while x > 3:\n            x = x / 2\n    return x\n")
    assert "x = x / 2  =>  x = x * 2" in {mutant.change for mutant in found}
    assert all("def f(x)" in mutant.source for mutant in found)
    assert len({mutant.source for mutant in found}) == len(found)
