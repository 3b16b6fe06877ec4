# %% [markdown]
# # short
# Right, in few words.

# %% Overdrawn
class Overdrawn(ValueError):
    @property
    def missing(self):
        return self.args[0]

# %% withdraw
def withdraw(balance, amount, frozen=False):
    if frozen: raise Frozen("ask the bank")
    try:
        amount + 0.0
    except TypeError:
        raise TypeError(f"{type(amount)} is no number") from None
    if not amount >= 0: raise ValueError("negative amounts cannot be withdrawn")
    if balance - amount < 0: raise Overdrawn(amount - balance)
    return balance - amount

# %% first_index
def first_index(items, wanted):
    try:
        return list(items).index(wanted)
    except Exception as error:
        raise KeyError(wanted) from error

# %% solve
def solve(A, b):
    if np.linalg.matrix_rank(A) < len(A):
        return None
    return np.linalg.solve(A, b)

# %% [markdown]
# # hierarchy
# Right: a family of the student's own, below the one that was asked for.

# %% Overdrawn
class BankError(ValueError):
    pass

class Overdrawn(BankError):
    def __init__(self, missing, currency="EUR"):
        BankError.__init__(self, "%d %s" % (missing, currency))
        self.missing = missing

class Negative(BankError): pass

# %% withdraw
def withdraw(balance, amount, frozen=False):
    assert_usable(frozen)
    if type(amount) not in (int, float):
        raise TypeError(type(amount).__name__)
    if amount < 0:
        raise Negative("negative: %r" % amount)
    if amount > balance:
        raise Overdrawn(amount - balance)
    return balance - amount

# %% after withdraw
def assert_usable(frozen):
    if frozen:
        raise Frozen("ask the bank")

# %% [markdown]
# # no_checks
# Loses: withdraw-builtin, withdraw-message, withdraw-overdrawn, withdraw-frozen

# %% withdraw
def withdraw(balance, amount, frozen=False):
    return balance - amount

# %% [markdown]
# # one_for_all
# Everything is a plain Exception.
#
# Loses: withdraw-builtin, withdraw-message, withdraw-overdrawn, withdraw-frozen, index-lost

# %% withdraw
def withdraw(balance, amount, frozen=False):
    if frozen or not isinstance(amount, int) or amount < 0 or amount > balance:
        raise Exception("not possible")
    return balance - amount

# %% first_index
def first_index(items, wanted):
    if wanted not in items:
        raise Exception(wanted)
    return items.index(wanted)

# %% [markdown]
# # no_amount
# The exception does not say how much is missing.
#
# Loses: withdraw-overdrawn

# %% Overdrawn
class Overdrawn(ValueError):
    pass

# %% [markdown]
# # own_frozen
# The student defines the set-up's exception once more, below ValueError.
#
# Loses: withdraw-frozen

# %% after Overdrawn
class Frozen(ValueError):
    pass

# %% [markdown]
# # prints
# Messages are printed where they should be raised.
#
# Loses: withdraw-builtin, withdraw-message, withdraw-overdrawn, withdraw-frozen, index-lost

# %% withdraw
def withdraw(balance, amount, frozen=False):
    if frozen:
        print("Frozen")
    elif not isinstance(amount, int):
        print("TypeError")
    elif amount < 0 or amount > balance:
        print("ValueError")
    else:
        return balance - amount

# %% first_index
def first_index(items, wanted):
    try:
        return items.index(wanted)
    except ValueError:
        print("not found")

# %% [markdown]
# # swallows
# Loses: index-lost, solve-shapes

# %% first_index
def first_index(items, wanted):
    if wanted in items:
        return items.index(wanted)
    raise LookupError(wanted)

# %% solve
def solve(A, b):
    try:
        return np.linalg.solve(A, b)
    except Exception:
        return None

# %% [markdown]
# # exits
# The program is ended where an error should be raised.
#
# Loses: withdraw-builtin, withdraw-message

# %% withdraw
import sys

def withdraw(balance, amount, frozen=False):
    if frozen:
        raise Frozen("ask the bank")
    if not isinstance(amount, (int, float)) or amount < 0:
        sys.exit("this is no amount")
    if amount > balance:
        raise Overdrawn(amount - balance)
    return balance - amount
