# %% [markdown]
# # Fine points of numbers

# %% locked set-up
import numpy as np
from numpy.testing import assert_array_equal

# %% answer sign
def sign(x):
    """-1, 0 or 1 as an int; the sign of zero is 0."""
    ### BEGIN SOLUTION
    return (x > 0) - (x < 0)
    ### END SOLUTION

# %% test sign-values 1
assert [sign(x) for x in (-2.5, 0, -0.0, 7)] == [-1, 0, 0, 1]
assert type(sign(3)) is int

# %% answer negated
def negated(x):
    """-x for a float: minus zero, too."""
    ### BEGIN SOLUTION
    return -x
    ### END SOLUTION

# %% test negated-zero 1
assert str(negated(0.0)) == "-0.0" and str(negated(-0.0)) == "0.0"
assert negated(float("inf")) == float("-inf") and np.isnan(negated(float("nan")))

# %% answer first_nan
def first_nan(x):
    """Where the first NaN is in an array, -1 if nowhere."""
    ### BEGIN SOLUTION
    places = np.flatnonzero(np.isnan(x))
    return int(places[0]) if len(places) else -1
    ### END SOLUTION

# %% test nan-place 1
assert first_nan(np.array([1.0, np.nan, np.nan])) == 1 and first_nan(np.array([np.inf, -np.inf])) == -1

# %% answer mean_of
def mean_of(x):
    """The mean of an array as a Python float."""
    ### BEGIN SOLUTION
    return float(np.mean(x))
    ### END SOLUTION

# %% test mean-type 1
result = mean_of(np.array([1, 2]))
assert result == 1.5 and isinstance(result, float)
assert type(result) is float, f"a {type(result).__name__} is not quite a float"

# %% answer doubled
def doubled(x):
    """Twice x, of the type of x: array, scalar or nested list in, the same out."""
    ### BEGIN SOLUTION
    return [doubled(entry) for entry in x] if isinstance(x, list) else x + x
    ### END SOLUTION

# %% test doubled-dtypes 1
for dtype in (np.int8, np.uint16, np.int64, np.float32, np.float64, np.complex128):
    result = doubled(np.array([1, 2], dtype))
    assert result.dtype == dtype, f"{np.dtype(dtype)} became {result.dtype}"
    assert_array_equal(result, [2, 4])

# %% test doubled-scalars 1
assert type(doubled(np.float32(1.5))) is np.float32 and type(doubled(3)) is int and doubled(2 + 1j) == 4 + 2j
assert doubled(np.array(2.0)).shape == () and doubled(2 ** 100) == 2 ** 101

# %% test doubled-empty 1
assert doubled(np.zeros((0, 3))).shape == (0, 3) and doubled([]) == [] and doubled([[1], [2.5]]) == [[2], [5.0]]

# %% answer transposed
def transposed(x):
    """A view of x with its axes turned; no copy."""
    ### BEGIN SOLUTION
    return x.T
    ### END SOLUTION

# %% test transposed-values 1
x = np.arange(6).reshape(2, 3)
assert_array_equal(transposed(x), [[0, 3], [1, 4], [2, 5]])
assert transposed(x).flags.f_contiguous and not transposed(x).flags.c_contiguous

# %% test transposed-view 1
x = np.zeros((2, 3))
y = transposed(x)
assert np.shares_memory(x, y), "that is a copy"
y[2, 1] = 5
assert x[1, 2] == 5

# %% answer any_large
def any_large(x, limit):
    """Whether any entry exceeds the limit, as True or False."""
    ### BEGIN SOLUTION
    return bool((np.asarray(x) > limit).any())
    ### END SOLUTION

# %% test large-bool 1
assert any_large(np.array([1, 9]), 5) is True and any_large([1, 2], 5) is False

# %% test large-mask 1
assert not any_large(np.array([]), 0) and any_large(np.array([[1], [7]]), 6)

# %% answer records
def records(names, ages):
    """A structured array with the fields name (up to ten letters) and age (32 bits)."""
    ### BEGIN SOLUTION
    return np.array(list(zip(names, ages)), dtype=[("name", "U10"), ("age", np.int32)])
    ### END SOLUTION

# %% test records-fields 1
people = records(["Ada", "Bo"], [36, 7])
assert people.dtype.names == ("name", "age") and people["age"].sum() == 43 and people[0]["name"] == "Ada"

# %% answer days
def days(start, number):
    """So many days from a date, as an array of datetime64."""
    ### BEGIN SOLUTION
    return np.datetime64(start) + np.arange(number)
    ### END SOLUTION

# %% test days-dates 1
assert days("2024-02-28", 3).astype(str).tolist() == ["2024-02-28", "2024-02-29", "2024-03-01"]
assert days("2024-01-01", 1).dtype == np.dtype("datetime64[D]")

# %% answer gaps
def gaps(values):
    """An array of objects: each number, or None where there is an empty text."""
    ### BEGIN SOLUTION
    return np.array([float(value) if value else None for value in values], dtype=object)
    ### END SOLUTION

# %% test gaps-objects 1
result = gaps(["1", "", "2.5"])
assert result.dtype == object and result.tolist() == [1.0, None, 2.5]
