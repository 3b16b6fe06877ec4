# %% [markdown]
# # Three functions of NumPy
# Every function takes arrays and returns an array.

# %% locked set-up
import numpy as np
from numpy.testing import assert_allclose, assert_array_equal

# %% answer softmax
def softmax(z):
    """Rows that are positive and sum to 1, however large z is."""
    ### BEGIN SOLUTION
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
    ### END SOLUTION

# %% free try-softmax
softmax(np.array([1.0, 2.0, 3.0]))

# %% test softmax-values 2
"""The values of a single row and of several"""
assert_allclose(softmax(np.array([0.0, np.log(3.0)])), [0.25, 0.75], rtol=1e-12)
assert_allclose(softmax(np.zeros((2, 4))), np.full((2, 4), 0.25))
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(0)
z = rng.normal(size=(5, 3))
assert_allclose(softmax(z).sum(axis=1), 1)
assert_allclose(softmax(z), np.exp(z) / np.exp(z).sum(axis=1, keepdims=True))
### END HIDDEN TESTS

# %% test softmax-large 1
"""Large values do not overflow"""
assert_allclose(softmax(np.array([1000.0, 1000.0])), [0.5, 0.5])

# %% answer standardise
def standardise(X):
    """The columns of X with mean 0 and standard deviation 1; X itself is not changed."""
    ### BEGIN SOLUTION
    return (X - X.mean(axis=0)) / X.std(axis=0)
    ### END SOLUTION

# %% test standardise-columns 1
X = np.array([[1.0, 10.0], [2.0, 30.0], [3.0, 20.0]])
result = standardise(X)
assert isinstance(result, np.ndarray), "return an array"
assert result.shape == X.shape
assert_allclose(result.mean(axis=0), [0, 0], atol=1e-12)
assert_allclose(result.std(axis=0), [1, 1])

# %% test standardise-unchanged 1
before = X.copy()
standardise(X)
assert_array_equal(X, before, err_msg="X was changed")

# %% answer count_classes
def count_classes(labels, classes=None):
    """How often each class 0..classes-1 occurs, as integers; one more than the largest label if classes is not given."""
    ### BEGIN SOLUTION
    return np.bincount(labels, minlength=0 if classes is None else classes)
    ### END SOLUTION

# %% test count-values 1
assert_array_equal(count_classes(np.array([0, 2, 2, 1, 2])), [1, 1, 3])
assert_array_equal(count_classes(np.array([0, 0]), classes=3), [2, 0, 0])

# %% test count-type 1
counts = count_classes(np.array([1, 1, 1]))
assert counts.dtype.kind in "iu", f"counts are integers, not {counts.dtype}"
assert counts[1] == 3 and counts.sum() == 3
