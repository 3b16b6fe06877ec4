# %% [markdown]
# # other_words
# Right.

# %% area
from math import pi

def area(radius):
    return radius * radius * pi

# %% volume
def volume(radius, height):
    base = area(radius)
    return base * height

# %% two_throws
def two_throws():
    return sum(throw() for _ in range(2))

# %% total
total = 0

def add(amount):
    globals()["total"] += amount

# %% [markdown]
# # no_reuse
# Loses: volume-deleted, volume-replaced, volume-mock, volume-globals

# %% volume
def volume(radius, height):
    return math.pi * radius ** 2 * height

# %% [markdown]
# # own_name
# The area is kept under another name, so that what is put in its place is not seen.
#
# Loses: volume-deleted, volume-replaced, volume-mock, volume-globals

# %% volume
base_area = area

def volume(radius, height):
    return base_area(radius) * height

# %% [markdown]
# # once
# One throw, twice; a rate of one's own.
#
# Loses: tax-rate

# %% two_throws
def two_throws():
    return 2 * throw()

# %% tax
def tax(amount, rate=RATE):
    return rate * amount

# %% [markdown]
# # own_die
# Loses: throws-double

# %% two_throws
import random

def two_throws():
    return random.randint(1, 3) + random.randint(1, 3)

# %% [markdown]
# # called_twice
# Loses: volume-mock, volume-values

# %% volume
def volume(radius, height):
    if area(radius) == 0:
        return None
    return area(radius) * height

# %% [markdown]
# # local_total
# The global is not changed; a name was defined that should not be.
#
# Loses: total-global, total-undefined

# %% total
total = 0
summe = 0

def add(amount):
    total = globals()["total"] + amount
    return total
