# %% [markdown]
# # Warnings, and arithmetic that goes wrong

# %% locked set-up
import warnings
import numpy as np

# %% answer mean
def mean(values):
    """The mean; 0.0 for no values, with a UserWarning."""
    ### BEGIN SOLUTION
    if len(values) == 0:
        warnings.warn("the mean of nothing", UserWarning, stacklevel=2)
        return 0.0
    return sum(values) / len(values)
    ### END SOLUTION

# %% test mean-values 1
assert mean([1, 2, 6]) == 3

# %% test mean-warns 1
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    assert mean([]) == 0.0
assert len(caught) == 1 and issubclass(caught[0].category, UserWarning)
assert "nothing" in str(caught[0].message)

# %% test mean-quiet 1
"""There is nothing to warn of when there are values"""
with warnings.catch_warnings():
    warnings.simplefilter("error")
    assert mean([1.0, 2.0]) == 1.5

# %% test mean-shown 1
"""A warning that nobody catches is shown on stderr, where stock nbgrader takes it for a failure"""
assert mean([]) == 0.0

# %% answer old_mean
def old_mean(values):
    """Deprecated: warns so (DeprecationWarning) and calls mean."""
    ### BEGIN SOLUTION
    warnings.warn("use mean", DeprecationWarning, stacklevel=2)
    return mean(values)
    ### END SOLUTION

# %% test old-assert-warns 1
np.testing.assert_warns(DeprecationWarning, old_mean, [1])

# %% answer safe_divide
def safe_divide(a, b):
    """a / b for arrays; 0 where b is 0, and no warning on the way."""
    ### BEGIN SOLUTION
    a, b = np.asarray(a, float), np.asarray(b, float)
    return np.divide(a, b, out=np.zeros_like(a), where=b != 0)
    ### END SOLUTION

# %% test divide-values 1
np.testing.assert_array_equal(safe_divide([1.0, 2.0], [0.0, 4.0]), [0, 0.5])

# %% test divide-errstate 1
"""Division by zero is an error here, so it must not happen"""
with np.errstate(divide="raise", invalid="raise"):
    np.testing.assert_array_equal(safe_divide([1.0, 0.0], [0.0, 0.0]), [0, 0])

# %% test divide-warnings 1
with warnings.catch_warnings():
    warnings.simplefilter("error")
    safe_divide(np.ones(3), np.zeros(3))

# %% answer log_sum_exp
def log_sum_exp(z):
    """log(sum(exp(z))), for large z too."""
    ### BEGIN SOLUTION
    return np.max(z) + np.log(np.sum(np.exp(z - np.max(z))))
    ### END SOLUTION

# %% test log-values 1
np.testing.assert_allclose(log_sum_exp(np.array([0.0, 0.0])), np.log(2))
np.testing.assert_allclose(log_sum_exp(np.array([1000.0, 1000.0])), 1000 + np.log(2))
