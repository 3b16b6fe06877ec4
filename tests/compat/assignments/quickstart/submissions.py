# %% [markdown]
# # loops
# Right, in the style of a beginner, with something in the header's cell too.

# %% problem1/squares
def squares(n):
    if n <= 0:
        raise ValueError("n is too small: " + str(n))
    result = []
    i = 1
    while i <= n:
        result.append(i * i)
        i += 1
    return result

# %% problem1/sum_of_squares
def sum_of_squares(n):
    total = 0
    for square in squares(n):
        total = total + square
    return total

# %% problem1/sum_of_squares_application
for n in range(1, 4):
    print(n, "layers of oranges:", sum_of_squares(n))

# %% [markdown]
# # own_helper
# Right: the work is done by a function in a cell of the student's own.

# %% after problem1/jupyter
def check_positive(n):
    if n < 1:
        raise ValueError("not positive")

# %% problem1/squares
def squares(n):
    check_positive(n)
    return list(map(lambda i: i**2, range(1, n + 1)))

# %% after problem1/squares
squares(3)

# %% [markdown]
# # no_reuse
# The sum is right, but does not call `squares`; it raises what it wants.
#
# Loses: sum_of_squares_uses_squares

# %% problem1/sum_of_squares
def sum_of_squares(n):
    return n * (n + 1) * (2 * n + 1) // 6

# %% [markdown]
# # off_by_one
# Loses: correct_squares, correct_sum_of_squares

# %% problem1/squares
def squares(n):
    if n < 1:
        raise ValueError
    return [i ** 2 for i in range(1, n)]

# %% [markdown]
# # no_error
# Loses: squares_invalid_input

# %% problem1/squares
def squares(n):
    return [i ** 2 for i in range(1, n + 1)]

# %% [markdown]
# # wrong_error
# Loses: squares_invalid_input

# %% problem1/squares
def squares(n):
    assert n >= 1
    return [i ** 2 for i in range(1, n + 1)]

# %% [markdown]
# # tuple
# A tuple is not the list that was asked for.
#
# Loses: correct_squares

# %% problem1/squares
def squares(n):
    if n < 1:
        raise ValueError("n must be 1 or more")
    return tuple(i ** 2 for i in range(1, n + 1))

# %% [markdown]
# # syntax
# Nothing is defined by a cell that does not parse.
#
# Loses: correct_squares, squares_invalid_input, correct_sum_of_squares, sum_of_squares_uses_squares

# %% problem1/squares
def squares(n)
    return [i ** 2 for i in range(1, n + 1)]

# %% [markdown]
# # half
# Only the first notebook was handed in, and its essay was not written.
#
# Loses: sum_of_squares_equation, sum_of_squares_application, part-a, part-b

# %% problem1/sum_of_squares_equation [markdown]
# YOUR ANSWER HERE

# %% problem1/sum_of_squares_application
# YOUR CODE HERE
raise NotImplementedError()

# %% delete problem2.ipynb

# %% [markdown]
# # deleted_test
# A test cell was deleted by accident.

# %% delete problem1/correct_squares
