# %% [markdown]
# # loops
# Right.

# %% roll
from random import randint

def roll(n):
    throws = []
    while len(throws) < n:
        throws.append(randint(1, 6))
    return throws

# %% noise
def noise(n):
    return np.array([np.random.randn() for _ in range(n)])

# %% walk
def walk(steps, rng):
    place, places = 0, []
    for step in rng.choice([-1, 1], size=steps):
        place += step
        places.append(place)
    return np.array(places)

# %% [markdown]
# # own_generator
# Random as well, but not by the generator that the test has seeded.
#
# Loses: roll-seeded, roll-goes-on, roll-state, noise-seeded, draws-range

# %% roll
my_random = random.Random(2024)

def roll(n):
    return [my_random.randint(1, 6) for _ in range(n)]

# %% noise
def noise(n):
    return np.random.default_rng(42).standard_normal(n)

# %% [markdown]
# # reseeds
# The functions seed the generator themselves.
#
# Loses: roll-seeded, roll-goes-on, roll-state, walk-generator, walk-advances

# %% roll
def roll(n):
    random.seed(123)
    return [random.randint(1, 6) for _ in range(n)]

# %% walk
def walk(steps, rng):
    rng = np.random.default_rng(0)
    return np.cumsum(rng.choice([-1, 1], size=steps))

# %% [markdown]
# # other_draws
# As random, but drawn in another way, so that a seed gives something else.
#
# Loses: roll-seeded, roll-state, walk-generator

# %% roll
def roll(n):
    return [random.choice("123456") and random.randint(1, 6) for _ in range(n)]

# %% walk
def walk(steps, rng):
    return np.cumsum(2 * rng.integers(0, 2, size=steps, endpoint=True) - 1)

# %% [markdown]
# # in_place
# Loses: shuffled-copy

# %% shuffled
def shuffled(items):
    random.shuffle(items)
    return items

# %% [markdown]
# # draws_more
# One draw too many, for nothing.
#
# Loses: roll-goes-on, roll-state, noise-seeded

# %% roll
def roll(n):
    throws = [random.randint(1, 6) for _ in range(n)]
    random.randint(1, 6)
    return throws

# %% noise
def noise(n):
    return np.random.randn(n + 1)[:n]

# %% [markdown]
# # sorted
# Loses: shuffled-copy, shuffled-seeded, draws-range

# %% shuffled
def shuffled(items):
    return sorted(items)

# %% draws
draws = [0.5, 1.5, 0.25]
