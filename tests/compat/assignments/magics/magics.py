# %% [markdown]
# # What only a notebook can do

# %% free set-up
# %matplotlib inline
import numpy as np

# %% answer fibonacci
def fibonacci(n):
    ### BEGIN SOLUTION
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a
    ### END SOLUTION

# %% test fibonacci-values 1
assert [fibonacci(n) for n in range(8)] == [0, 1, 1, 2, 3, 5, 8, 13]

# %% test fibonacci-timed 1
# %%time
assert fibonacci(100) == 354224848179261915075
checked = True

# %% test timed-name 1
"""What a timed cell binds stays bound"""
assert checked

# %% answer files
# Put the names of the files in this folder that end in .txt into `texts`, with a shell command.
### BEGIN SOLUTION
# listing = !ls *.txt
texts = list(listing)
### END SOLUTION

# %% test files-texts 1
assert texts == ["limerick.txt"]

# %% answer lines
### BEGIN SOLUTION
# count = !wc -l < limerick.txt
lines = int(count[0])
### END SOLUTION

# %% test lines-count 1
# expected = !cat limerick.txt
assert lines == len(expected) == 5

# %% answer captured
# Run `fibonacci(10)` in a cell whose output goes to `captured`.
### BEGIN SOLUTION
from IPython.utils.capture import capture_output
with capture_output() as captured:
    print(fibonacci(10))
### END SOLUTION

# %% test captured-output 1
assert captured.stdout.strip() == "55"

# %% answer square
def square(x):
    ### BEGIN SOLUTION
    return x * x
    ### END SOLUTION

# %% test square-quietly 1
# %%capture said
print(square(3))
assert square(3) == 9

# %% test square-said 1
assert said.stdout == "9\n"
