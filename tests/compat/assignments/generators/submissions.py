# %% [markdown]
# # itertools
# Right, with the tools of the library.

# %% powers
def powers(base):
    yield from (base ** exponent for exponent in count())

# %% pairs
from itertools import pairwise as pairs

# %% Countdown
class Countdown:
    def __init__(self, n):
        self.numbers = list(range(1, n + 1))

    def __iter__(self):
        for number in reversed(self.numbers):
            yield number

    def __len__(self):
        return len(self.numbers)

# %% squares
def squares(values):
    return map(lambda value: value * value, values)

# %% [markdown]
# # lists
# Right where lists are enough.
#
# Loses: pairs-lazy

# %% pairs
def pairs(items):
    items = list(islice(items, 1000))
    return iter([(items[i], items[i + 1]) for i in range(len(items) - 1)])

# %% squares
def squares(values):
    return [v * v for v in values]

# %% [markdown]
# # own_iterator
# An iterator of the student's own, where a generator was asked for.
#
# Loses: powers-type

# %% powers
class powers:
    def __init__(self, base):
        self.base = base
        self.exponent = -1

    def __iter__(self):
        return self

    def __next__(self):
        self.exponent += 1
        return self.base ** self.exponent

# %% [markdown]
# # finite
# Ten powers have to be enough, and are for these tests.

# %% powers
def powers(base):
    for exponent in range(10):
        yield base ** exponent

# %% [markdown]
# # used_up
# An object that can be gone through once only.
#
# Loses: countdown-twice

# %% Countdown
class Countdown:
    def __init__(self, n):
        self.n = n
        self.left = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.left <= 0:
            raise StopIteration
        self.left -= 1
        return self.left + 1

    def __len__(self):
        return self.n

# %% [markdown]
# # off_by_one
# Loses: powers-first, powers-islice, powers-type, countdown-twice, countdown-end, mean-send

# %% powers
def powers(base):
    power = base
    while True:
        yield power
        power *= base

# %% Countdown
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return iter(range(self.n, -1, -1))

    def __len__(self):
        return self.n

# %% running_mean
def running_mean():
    total, number = 0, 0
    while True:
        number += 1
        total += yield total / number

# %% [markdown]
# # all_at_once
# One pair of all items, lists instead of pairs.
#
# Loses: pairs-values, pairs-lazy, squares-loop

# %% pairs
def pairs(items):
    items = list(islice(items, 3))
    for i in range(len(items) - 1):
        yield [items[i], items[i + 1]]

# %% squares
def squares(values):
    for value in values:
        return value ** 2
