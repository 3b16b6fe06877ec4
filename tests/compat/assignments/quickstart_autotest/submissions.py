# %% [markdown]
# # loops
# Right.

# %% problem1/squares
def squares(n):
    if n < 1:
        raise ValueError("n is too small")
    result = []
    for i in range(n):
        result.append((i + 1) ** 2)
    return result

# %% [markdown]
# # numpy_integers
# Right values, but of NumPy's types where the tests ask for Python's.
#
# Loses: correct_sum_of_squares

# %% problem1/sum_of_squares
import numpy as np

def sum_of_squares(n):
    return np.sum(squares(n))

# %% [markdown]
# # no_error
# Loses: squares_invalid_input

# %% problem1/squares
def squares(n):
    return [i ** 2 for i in range(1, n + 1)]

# %% [markdown]
# # no_reuse
# Loses: sum_of_squares_uses_squares

# %% problem1/sum_of_squares
def sum_of_squares(n):
    return sum(i ** 2 for i in range(1, n + 1))

# %% [markdown]
# # other_dictionary
# The dictionary of part F has other values, in a question that is worth 0 points.

# %% problem1/cell-d3df8cd59fd0eb74
my_dictionary = dict(one=1, two=2, three=4)

# %% [markdown]
# # cubes
# Loses: correct_squares, correct_sum_of_squares

# %% problem1/squares
def squares(n):
    if n < 1:
        raise ValueError("n is too small")
    return [i ** 3 for i in range(1, n + 1)]
