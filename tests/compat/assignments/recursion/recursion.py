# %% [markdown]
# # Functions that call themselves

# %% locked set-up
import sys
sys.setrecursionlimit(1200)

# %% answer factorial
def factorial(n):
    ### BEGIN SOLUTION
    return 1 if n == 0 else n * factorial(n - 1)
    ### END SOLUTION

# %% test factorial-values 1
assert [factorial(n) for n in range(5)] == [1, 1, 2, 6, 24]
assert factorial(25) == 15511210043330985984000000

# %% test factorial-deep 1
"""The limit that was set holds for the student's function too"""
assert factorial(1100) % 1000 == 0

# %% test factorial-recursive 1
"""It calls itself: below the limit it cannot end"""
try:
    factorial(100_000)
except RecursionError:
    pass
else:
    raise AssertionError("write a function that calls itself, without a loop")

# %% test factorial-self 1
"""And it does so by its own name"""
original = factorial
calls = []
def factorial(n):
    calls.append(n)
    return original(n)
assert factorial(3) == 6
factorial = original
assert calls == [3, 2, 1, 0]

# %% answer hanoi
def hanoi(n, source="A", spare="B", target="C"):
    """The list of moves (from, to) for a tower of n discs."""
    ### BEGIN SOLUTION
    if n == 0:
        return []
    return hanoi(n - 1, source, target, spare) + [(source, target)] + hanoi(n - 1, spare, source, target)
    ### END SOLUTION

# %% test hanoi-moves 1
assert hanoi(1) == [("A", "C")] and hanoi(2) == [("A", "B"), ("A", "C"), ("B", "C")]
assert len(hanoi(8)) == 255

# %% answer collatz
def collatz(n):
    """The number of steps from n to 1."""
    ### BEGIN SOLUTION
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
    ### END SOLUTION

# %% test collatz-steps 1
assert collatz(1) == 0 and collatz(6) == 8 and collatz(27) == 111

# %% answer flatten
def flatten(tree):
    """The leaves of nested lists, in order."""
    ### BEGIN SOLUTION
    return [leaf for branch in tree for leaf in (flatten(branch) if isinstance(branch, list) else [branch])]
    ### END SOLUTION

# %% test flatten-leaves 1
assert flatten([1, [2, [3, []], "four"], [[5]]]) == [1, 2, 3, "four", 5]

# %% test flatten-deep 1
deep = [0]
for _ in range(60):
    deep = [deep]
assert flatten(deep) == [0]
