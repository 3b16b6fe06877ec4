# %% [markdown]
# # Two functions
# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np
# %% nbgrader={"grade": false, "grade_id": "double", "locked": false, "schema_version": 3, "solution": true, "task": false}
def double(x):
    """Twice x, as a new array."""
    ### BEGIN SOLUTION
    return 2 * np.asarray(x)
    ### END SOLUTION
    raise NotImplementedError("next step: multiply")
# %% nbgrader={"grade": true, "grade_id": "double-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# twice one is two
assert double(np.array([1.0]))[0] == 2, "double([1]) should be [2]"
# %% nbgrader={"grade": true, "grade_id": "double-rows", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# every entry is doubled
### BEGIN HIDDEN TESTS
secret_input = np.array([3.0, 7.25, -1.0])
assert np.array_equal(double(secret_input), [6.0, 14.5, -2.0]), "an entry is not twice what it was"
### END HIDDEN TESTS
# %% [markdown]
# ## The second
# %% nbgrader={"grade": false, "grade_id": "total", "locked": false, "schema_version": 3, "solution": true, "task": false}
def total(x):
    """The sum of x; x is not changed."""
    ### BEGIN SOLUTION
    return sum(x)
    ### END SOLUTION
    raise NotImplementedError("next step: add up")
# %% nbgrader={"grade": true, "grade_id": "total-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# one and two are three
assert total([1, 2]) == 3, "total([1, 2]) should be 3"
# %% nbgrader={"grade": true, "grade_id": "total-unchanged", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the argument is not changed
### BEGIN HIDDEN TESTS
mine = [4, 5]
total(mine)
assert mine == [4, 5], "your function changed its argument"
### END HIDDEN TESTS
