# %% [markdown]
# # Midterm, part 1
# Cells of both parts have the same names.

# %% locked set-up
import numpy as np
data = np.array([2.0, 4.0, 4.0, 5.0, 5.0, 7.0])

# %% answer mean
def mean(x):
    ### BEGIN SOLUTION
    return sum(x) / len(x)
    ### END SOLUTION

# %% test mean-values 1.5
assert mean(data) == 4.5
assert mean([1]) == 1

# %% manual essay 3 [markdown]
# The mean is drawn by outliers; the median is not.
#
# ### BEGIN MARK SCHEME
# One point for the word outlier.
# ### END MARK SCHEME

# %% manual plan 2
### BEGIN SOLUTION
spread = data.max() - data.min()
print("from", data.min(), "to", data.max(), "that is", spread)
### END SOLUTION

# %% test bonus 0
"""No points, only a hint"""
assert mean(data) > 0

# %% task sketch 5 [markdown]
# Draw the histogram of the data in cells of your own below this one, and say what you see.
