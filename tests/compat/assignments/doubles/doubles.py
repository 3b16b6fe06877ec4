# %% [markdown]
# # Tests that put other things in a name's place

# %% locked set-up
import math
from unittest.mock import Mock, patch

def throw():
    """A die."""
    import random
    return random.randint(1, 6)

RATE = 0.2

# %% answer area
def area(radius):
    ### BEGIN SOLUTION
    return math.pi * radius ** 2
    ### END SOLUTION

# %% answer volume
def volume(radius, height):
    """Of a cylinder, by area."""
    ### BEGIN SOLUTION
    return area(radius) * height
    ### END SOLUTION

# %% test volume-values 1
assert math.isclose(volume(1, 2), 2 * math.pi) and volume(0, 5) == 0

# %% test volume-deleted 1
"""Without area there is no volume"""
kept = area
del area
try:
    volume(1, 1)
except NameError:
    pass
else:
    raise AssertionError("volume does not call area")
finally:
    area = kept
assert math.isclose(volume(1, 1), math.pi)

# %% test volume-replaced 1
"""With another area there is another volume"""
original = area
area = lambda radius: 10
assert volume(3, 4) == 40
area = original

# %% test volume-mock 1
original, area = area, Mock(return_value=2.0)
try:
    assert volume(7, 3) == 6.0
    area.assert_called_once_with(7)
finally:
    area = original

# %% test volume-globals 1
with patch.dict(globals(), area=lambda radius: -1):
    assert volume(5, 1) == -1
assert "volume" in globals() and callable(globals()["volume"])

# %% answer two_throws
def two_throws():
    """The sum of two throws, by throw()."""
    ### BEGIN SOLUTION
    return throw() + throw()
    ### END SOLUTION

# %% test throws-range 1
assert all(2 <= two_throws() <= 12 for _ in range(50))

# %% test throws-double 1
"""With a die that always shows four"""
real = throw
throw = lambda: 4
try:
    assert two_throws() == 8
finally:
    throw = real

# %% answer tax
def tax(amount):
    """RATE times the amount."""
    ### BEGIN SOLUTION
    return RATE * amount
    ### END SOLUTION

# %% test tax-rate 1
assert tax(100) == 20
RATE = 0.5
assert tax(100) == 50, "the rate is RATE, whatever that is"
RATE = 0.2

# %% answer total
total = None
def add(amount):
    """Add to the global `total`, which is 0 at first."""
    ### BEGIN SOLUTION
    global total
    total += amount
    ### END SOLUTION

### BEGIN SOLUTION
total = 0
### END SOLUTION

# %% test total-global 1
add(3)
assert total == 3
total = 10
add(5)
assert total == 15

# %% test total-undefined 1
"""Names that students must not define"""
assert "summe" not in globals()
try:
    no_such_name
except NameError:
    pass

# %% test mode 1
"""nbgrader tells a notebook how it is run"""
import os
assert os.environ.get("NBGRADER_EXECUTION") in ("autograde", "validate")
