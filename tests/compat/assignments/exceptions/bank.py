# %% [markdown]
# # Errors on purpose

# %% locked set-up
from numpy.testing import assert_raises, assert_raises_regex
import numpy as np

class Frozen(Exception):
    """The account must not be used."""

# %% answer Overdrawn
class Overdrawn(ValueError):
    """Carries the missing amount as `missing`."""
    ### BEGIN SOLUTION
    def __init__(self, missing):
        super().__init__(f"{missing} are missing")
        self.missing = missing
    ### END SOLUTION

# %% answer withdraw
def withdraw(balance, amount, frozen=False):
    """The new balance; TypeError for an amount that is no number, ValueError for a negative one, Frozen, Overdrawn."""
    ### BEGIN SOLUTION
    if frozen:
        raise Frozen("ask the bank")
    if not isinstance(amount, (int, float)):
        raise TypeError(f"an amount is a number, not a {type(amount).__name__}")
    if amount < 0:
        raise ValueError("an amount is not negative")
    if amount > balance:
        raise Overdrawn(amount - balance)
    return balance - amount
    ### END SOLUTION

# %% test withdraw-builtin 2
assert withdraw(10, 3) == 7 and withdraw(10, 10) == 0
assert_raises(TypeError, withdraw, 10, "3")
assert_raises(ValueError, withdraw, 10, -3)
with assert_raises(TypeError):
    withdraw(10)

# %% test withdraw-message 1
assert_raises_regex(ValueError, "negative", withdraw, 10, -1)
try:
    withdraw(10, [])
except TypeError as error:
    assert "list" in str(error)

# %% test withdraw-overdrawn 2
"""An exception that the student has defined"""
assert_raises(Overdrawn, withdraw, 1, 2)
assert issubclass(Overdrawn, ValueError)
try:
    withdraw(10, 25)
except Overdrawn as error:
    assert error.missing == 15
    assert "15" in str(error) and isinstance(error, ValueError)
try:
    raise Overdrawn(3)
except ValueError as error:
    assert error.missing == 3

# %% test withdraw-frozen 1
"""An exception that the set-up has defined"""
assert_raises(Frozen, withdraw, 10, 1, frozen=True)
try:
    withdraw(0, 1, frozen=True)
except ValueError:
    raise AssertionError("a frozen account is no matter of values")
except Frozen as error:
    assert str(error) == "ask the bank"

# %% answer first_index
def first_index(items, wanted):
    """Where `wanted` stands first; LookupError, caused by the original error, if nowhere."""
    ### BEGIN SOLUTION
    try:
        return items.index(wanted)
    except ValueError as error:
        raise LookupError(wanted) from error
    ### END SOLUTION

# %% test index-found 1
assert first_index("abcb", "b") == 1 and first_index([5, 6], 6) == 1

# %% test index-lost 1
with assert_raises(LookupError) as caught:
    first_index([1, 2], 3)
assert caught.exception.args == (3,)
assert isinstance(caught.exception.__cause__, ValueError)

# %% answer solve
def solve(A, b):
    """The solution of Ax = b, or None where A is singular."""
    ### BEGIN SOLUTION
    try:
        return np.linalg.solve(A, b)
    except np.linalg.LinAlgError:
        return None
    ### END SOLUTION

# %% test solve-singular 1
assert solve(np.zeros((2, 2)), np.ones(2)) is None
np.testing.assert_allclose(solve(2 * np.eye(2), np.ones(2)), 0.5)

# %% test solve-shapes 1
"""Errors of other kinds come out"""
assert_raises(np.linalg.LinAlgError, np.linalg.inv, np.zeros((2, 2)))
assert_raises(ValueError, solve, np.eye(2), np.ones(3))
