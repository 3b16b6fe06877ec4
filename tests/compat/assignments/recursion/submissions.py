# %% [markdown]
# # other_style
# Right.

# %% factorial
def factorial(n):
    if n <= 1:
        if n == 1:
            return factorial(0)
        return 1
    smaller = factorial(n - 1)
    return smaller * n

# %% hanoi
def hanoi(n, source="A", spare="B", target="C"):
    moves = []
    def move(n, source, spare, target):
        if n > 0:
            move(n - 1, source, target, spare)
            moves.append((source, target))
            move(n - 1, spare, source, target)
    move(n, source, spare, target)
    return moves

# %% collatz
def collatz(n):
    if n == 1:
        return 0
    return 1 + collatz(3 * n + 1 if n % 2 else n / 2)

# %% flatten
def flatten(tree):
    if not isinstance(tree, list):
        return [tree]
    return sum(map(flatten, tree), [])

# %% [markdown]
# # library
# Right, by a function of the library where recursion was asked for.
#
# Loses: factorial-recursive, factorial-self

# %% factorial
from math import factorial

# %% [markdown]
# # no_base
# Loses: factorial-values, factorial-deep, factorial-self

# %% factorial
def factorial(n):
    return n * factorial(n - 1)

# %% [markdown]
# # endless
# One test never ends; those after it are run all the same.
#
# Loses: collatz-steps

# %% collatz
def collatz(n):
    steps = 0
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        steps += 1
    return steps

# %% [markdown]
# # endless_cell
# The student's own trial never ends; what was defined before stays, what comes after is run.

# %% after collatz
n = 27
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n - 1

# %% [markdown]
# # own_limit
# Right: the student raises the limit.

# %% factorial
sys.setrecursionlimit(2000)

def factorial(n):
    return n * factorial(n - 1) if n else 1

# %% [markdown]
# # wrong_pegs
# Loses: hanoi-moves, flatten-leaves

# %% hanoi
def hanoi(n, source="A", spare="B", target="C"):
    if n == 0:
        return []
    return hanoi(n - 1, source, spare, target) + [(source, target)] + hanoi(n - 1, source, spare, target)

# %% flatten
def flatten(tree):
    leaves = []
    for branch in tree:
        if type(branch) == list:
            leaves += flatten(branch)
        elif type(branch) == int:
            leaves.append(branch)
    return leaves

# %% [markdown]
# # lists_of_lists
# Loses: hanoi-moves, flatten-leaves, flatten-deep

# %% hanoi
def hanoi(n, source="A", spare="B", target="C"):
    if n == 0:
        return []
    return hanoi(n - 1, source, target, spare) + [[source, target]] + hanoi(n - 1, spare, source, target)

# %% flatten
def flatten(tree):
    return [leaf for branch in tree for leaf in (branch if isinstance(branch, list) else [branch])]
