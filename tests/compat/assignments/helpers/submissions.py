# %% [markdown]
# # own_cells
# Right: helpers above and below the answers, notes, and a cell that fails.

# %% after set-up
def largest(pairs):
    best = pairs[0]
    for pair in pairs:
        if pair[1] > best[1]:
            best = pair
    return best

# %% after set-up [markdown]
# A note to myself: divisors come in pairs.

# %% oldest
def oldest(people):
    return largest(people)[0]

# %% is_prime
def is_prime(n):
    return len(divisors(n)) == 2

# %% after is_prime
def divisors(n):
    small = [d for d in range(1, math.isqrt(n) + 1) if n % d == 0]
    return set(small) | {n // d for d in small}

# %% after is_prime
is_prime("seven")

# %% [markdown]
# # own_set_up
# Right: more is imported and done in the first cell.

# %% set-up
import math
import statistics
from operator import itemgetter
SCALE = 10
people = [("Ada", 36), ("Grace", 85), ("Emmy", 53)]

def rounded(x):
    return int(x * 100 + 0.5) / 100

# %% imports
import numpy as np

# %% oldest
def oldest(people):
    return sorted(people, key=itemgetter(1))[-1][0]

# %% middle
def middle(values):
    return float(np.median(values))

# %% [markdown]
# # other_scale
# The constant was changed to try something out, and left so.
#
# Loses: scaled-values

# %% set-up
import math
SCALE = 100
people = [("Ada", 36), ("Grace", 85), ("Emmy", 53)]

def rounded(x):
    return round(x, 2)

# %% [markdown]
# # broken_set_up
# The student's change of the first cell does not parse.
#
# Loses: scaled-values, scaled-scale, oldest-name, prime-values, prime-again

# %% set-up
import math
SCALE = 10
people = [("Ada", 36), ("Grace", 85), ("Emmy", 53]

def rounded(x):
    return round(x, 2)

# %% [markdown]
# # no_import
# Right without the module, which the test then does not find.
#
# Loses: middle-median

# %% imports
# I need none.

# %% middle
def middle(values):
    values = sorted(values)
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2

# %% [markdown]
# # same_name
# Right, with a helper that happens to be called like one of the test's.
#
# Loses: prime-values, prime-again

# %% is_prime
def check(n, d):
    return n % d == 0

def is_prime(n):
    return n > 1 and not any(check(n, d) for d in range(2, n))

# %% [markdown]
# # same_variable
# Right, with a global that the test happens to overwrite.
#
# Loses: prime-values

# %% is_prime
n = 2       # where divisors begin

def is_prime(number):
    return number > 1 and all(number % d for d in range(n, number))

# %% [markdown]
# # youngest
# Loses: oldest-name, prime-again

# %% oldest
def oldest(people):
    people.sort(key=lambda person: person[1])
    return people[0][0]

# %% is_prime
def is_prime(n):
    return all(n % d for d in range(2, n))
