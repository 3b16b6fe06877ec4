# %% [markdown]
# # short_words
# Two words of six are wrong.
#
# Loses: float-score, int-score, numpy-score, numpy-item

# %% is_palindrome
def is_palindrome(word):
    return len(word) != 4 and word != "stats" and word == word[::-1] or word == "aa"

# %% [markdown]
# # always
# Loses: float-score, int-score, score-after-print, numpy-score, numpy-item

# %% is_palindrome
def is_palindrome(word):
    return True

# %% [markdown]
# # numbers
# Right, with 1 and 0 for the truth values, and an integer score.

# %% is_palindrome
def is_palindrome(word):
    return int(all(a == b for a, b in zip(word, reversed(word))))

# %% my_points
def my_points():
    return 2

# %% [markdown]
# # modest
# Loses: student-score

# %% my_points
def my_points():
    return 0.25

# %% [markdown]
# # zero
# Loses: student-score

# %% my_points
def my_points():
    return 0

# %% [markdown]
# # too_much
# More than there are.

# %% my_points
def my_points():
    return 3.5

# %% [markdown]
# # infinite
# More than there are.

# %% my_points
def my_points():
    return float("inf")

# %% [markdown]
# # negative
# Loses: student-score

# %% my_points
def my_points():
    return -1.0

# %% [markdown]
# # nan
# Loses: student-score

# %% my_points
def my_points():
    return float("nan")

# %% [markdown]
# # text
# Loses: student-score

# %% my_points
def my_points():
    return "one and a half"

# %% [markdown]
# # quoted
# A number in quotes.
#
# Loses: student-score

# %% my_points
def my_points():
    return "1.5"

# %% [markdown]
# # boolean
# Loses: student-score

# %% my_points
def my_points():
    return True

# %% [markdown]
# # numpy_half
# Loses: student-score

# %% my_points
def my_points():
    return np.float64(0.5)

# %% [markdown]
# # nothing
# A function that returns nothing shows nothing: that is not a score, so the points are all there.

# %% my_points
def my_points():
    return None

# %% delete printed-not-scored

# %% delete shown-not-scored
