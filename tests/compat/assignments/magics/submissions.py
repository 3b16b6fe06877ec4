# %% [markdown]
# # all_kinds
# Right, with magics and commands of all kinds.

# %% fibonacci
# %%time
def fibonacci(n):
    phi = [0, 1]
    while len(phi) <= n:
        phi.append(phi[-1] + phi[-2])
    return phi[n]

# %% after fibonacci
# %timeit -n1 -r1 fibonacci(20)
# !echo done
# %matplotlib inline
# fibonacci?

# %% files
# ls = !ls
texts = ls.grep(".txt$")
# !echo $texts

# %% lines
from pathlib import Path
lines = len(Path("limerick.txt").read_text().splitlines())
print("{} lines".format(lines))

# %% square
# %%timeit -n1 -r1
def inside_is_forgotten(x):
    return x * x

# %% after square
# %precision 3
square = lambda x: x ** 2
square(1 / 3)

# %% [markdown]
# # timed_definition
# `%%timeit` runs the cell in a scope of its own, so nothing is defined.
#
# Loses: square-quietly, square-said

# %% square
# %%timeit -n1 -r1
def square(x):
    return x * x

# %% [markdown]
# # line_magic
# Right: `%time` before a statement.

# %% fibonacci
from functools import lru_cache

@lru_cache(None)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

# %time warm = [fibonacci(n) for n in range(301)]

# %% captured
# %%capture captured
print(fibonacci(10))

# %% [markdown]
# # own_module
# Right: a module of the student's own, written and imported by cells.

# %% after set-up
# %%writefile my_functions.py
def square(x):
    return x * x

def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a

# %% fibonacci
import my_functions
from my_functions import fibonacci

# %% square
square = my_functions.square

# %% [markdown]
# # bad_magic
# A magic that does not exist stops the cell there.
#
# Loses: lines-count, square-quietly, square-said

# %% lines
# %no_such_magic
lines = 5

# %% square
# %%no_such_magic
def square(x):
    return x * x

# %% [markdown]
# # failing_command
# A shell command fails, which is no error of Python's.
#
# Loses: files-texts

# %% files
# listing = !ls *.doc
texts = list(listing)

# %% lines
# !false
# !cat no_such_file
lines = 5

# %% [markdown]
# # off_by_one
# Loses: fibonacci-values, fibonacci-timed, captured-output, timed-name

# %% fibonacci
def fibonacci(n):
    a, b = 1, 1
    for _ in range(n):
        a, b = b, a + b
    return a
