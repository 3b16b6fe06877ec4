# %% [markdown]
# # Midterm, part 2

# %% locked set-up
import math
data = [3, 4]

# %% answer mean
def mean(x):
    """This time the geometric one."""
    ### BEGIN SOLUTION
    return math.prod(x) ** (1 / len(x))
    ### END SOLUTION

# %% test mean-values 2
assert math.isclose(mean(data), math.sqrt(12))
assert math.isclose(mean([2, 2, 2]), 2)
### BEGIN HIDDEN TESTS
assert mean([5]) == 5
assert mean([0, 7]) == 0
### END HIDDEN TESTS

# %% manual essay 3 [markdown]
# It is the mean of the logarithms, taken back.

# %% test types 1
assert isinstance(mean([1, 2]), float)
