# %% [markdown]
# # Cells of one's own
# Add what cells you like. You may change the first one, too.

# %% free set-up
import math
SCALE = 10
people = [("Ada", 36), ("Grace", 85), ("Emmy", 53)]

def rounded(x):
    return round(x, 2)

# %% answer imports
# Import the modules that you need.
### BEGIN SOLUTION
import statistics
### END SOLUTION

# %% answer scaled
def scaled(x):
    """x times SCALE, rounded to two digits by `rounded`."""
    ### BEGIN SOLUTION
    return rounded(SCALE * x)
    ### END SOLUTION

# %% test scaled-values 1
assert scaled(0.12345) == 1.23
assert scaled(math.pi) == 31.42

# %% test scaled-scale 1
"""Whatever SCALE is"""
assert scaled(2) == 2 * SCALE

# %% answer oldest
def oldest(people):
    """The name of the oldest."""
    ### BEGIN SOLUTION
    return max(people, key=lambda person: person[1])[0]
    ### END SOLUTION

# %% test oldest-name 1
assert oldest(people) == "Grace"
assert oldest([("Zoe", 1)]) == "Zoe"

# %% answer middle
def middle(values):
    """The median."""
    ### BEGIN SOLUTION
    return statistics.median(values)
    ### END SOLUTION

# %% test middle-median 1
"""With a module that the student should have imported"""
assert middle([3, 1, 2]) == statistics.median([3, 1, 2]) == 2

# %% answer is_prime
def is_prime(n):
    ### BEGIN SOLUTION
    return n > 1 and all(n % d for d in range(2, math.isqrt(n) + 1))
    ### END SOLUTION

# %% test prime-values 2
def check(function, argument, expected):
    got = function(argument)
    assert got == expected, f"for {argument} your function gives {got}"

for n in range(2, 30):
    check(is_prime, n, n in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29))

# %% test prime-again 1
"""The helper of the cell above is used once more"""
check(is_prime, 1, False)
check(is_prime, 7919, True)
