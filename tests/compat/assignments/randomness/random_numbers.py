# %% [markdown]
# # Seeds

# %% locked set-up
import random
import numpy as np
np.random.seed(7)

# %% answer roll
def roll(n):
    """n throws of a die, as a list, by the module `random`: one call of randint(1, 6) for each."""
    ### BEGIN SOLUTION
    return [random.randint(1, 6) for _ in range(n)]
    ### END SOLUTION

# %% test roll-seeded 1
random.seed(0)
expected = [random.randint(1, 6) for _ in range(5)]
random.seed(0)
assert roll(5) == expected

# %% test roll-goes-on 1
random.seed(1)
first, second = roll(3), roll(3)
random.seed(1)
assert roll(6) == first + second

# %% test roll-state 1
"""After three throws the generator stands where three draws leave it"""
random.seed(2)
roll(3)
after = random.random()
random.seed(2)
for _ in range(3):
    random.randint(1, 6)
assert random.random() == after

# %% answer noise
def noise(n):
    """n standard normal numbers by np.random.randn."""
    ### BEGIN SOLUTION
    return np.random.randn(n)
    ### END SOLUTION

# %% test noise-seeded 1
np.random.seed(42)
np.testing.assert_allclose(noise(2), [0.4967141530112327, -0.13826430117118466])
np.testing.assert_allclose(np.random.randn(), 0.6476885381006925)

# %% answer walk
def walk(steps, rng):
    """Where a walk is after each of its steps of ±1, drawn by rng.choice([-1, 1], size=steps)."""
    ### BEGIN SOLUTION
    return np.cumsum(rng.choice([-1, 1], size=steps))
    ### END SOLUTION

# %% test walk-generator 1
expected = np.cumsum(np.random.default_rng(3).choice([-1, 1], size=10))
np.testing.assert_array_equal(walk(10, np.random.default_rng(3)), expected)

# %% test walk-advances 1
"""The generator that was given is used, and used up"""
rng = np.random.default_rng(4)
one, other = walk(20, rng), walk(20, rng)
assert not np.array_equal(one, other)
fresh = np.random.default_rng(4)
fresh.choice([-1, 1], size=40)
assert rng.random() == fresh.random()

# %% answer draws
# Draw three numbers with np.random.rand(3) and keep them as `draws`.
### BEGIN SOLUTION
draws = np.random.rand(3)
### END SOLUTION

# %% test draws-range 1
assert draws.shape == (3,) and ((0 <= draws) & (draws < 1)).all()
np.random.seed(42); np.random.randn(3)
np.testing.assert_array_equal(draws, np.random.rand(3))

# %% answer shuffled
def shuffled(items):
    """A shuffled copy, by random.shuffle."""
    ### BEGIN SOLUTION
    items = list(items)
    random.shuffle(items)
    return items
    ### END SOLUTION

# %% test shuffled-copy 1
deck = list(range(20))
random.seed(5)
mixed = shuffled(deck)
assert deck == list(range(20)) and sorted(mixed) == deck and mixed != deck

# %% test shuffled-seeded 1
random.seed(5)
assert shuffled(deck) == mixed
random.seed(5)
random.shuffle(deck)
assert deck == mixed
