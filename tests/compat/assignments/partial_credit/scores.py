# %% [markdown]
# # Points for a part of the work
# The last expression of a test cell is its score.

# %% locked set-up
import numpy as np
words = ["level", "noon", "python", "racecar", "stats", "table"]

# %% answer is_palindrome
def is_palindrome(word):
    ### BEGIN SOLUTION
    return word == word[::-1]
    ### END SOLUTION

# %% test float-score 3
"""Half a point for each word"""
score = sum(0.5 for word in words if is_palindrome(word) == (word in ("level", "noon", "racecar", "stats")))
score

# %% test int-score 6
sum(is_palindrome(word) == (word == word[::-1]) for word in words)

# %% test score-after-print 2
print("Now two more words.")
points = 0.0
for word in ("ab", "aa"):
    if is_palindrome(word) == (word == "aa"):
        points += 1
points

# %% test numpy-score 2
"""The score is a number of NumPy's, which shows its type since NumPy 2"""
np.mean([is_palindrome(word) == (word == word[::-1]) for word in words]) * 2

# %% test numpy-item 2
float(np.mean([is_palindrome(word) == (word == word[::-1]) for word in words]) * 2)

# %% answer my_points
def my_points():
    """How many points did you earn, of 2?"""
    ### BEGIN SOLUTION
    return 2.0
    ### END SOLUTION

# %% test student-score 2
"""Whatever the student says, which is a strange way to grade"""
my_points()

# %% test shown-not-scored 1
"""A semicolon hides the value"""
assert my_points() is not None
my_points();

# %% test printed-not-scored 1
assert my_points() is not None
print(0.5)
