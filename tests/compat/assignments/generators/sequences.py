# %% [markdown]
# # One at a time

# %% locked set-up
from itertools import islice, count
import types

# %% answer powers
def powers(base):
    """base**0, base**1, … without end."""
    ### BEGIN SOLUTION
    power = 1
    while True:
        yield power
        power *= base
    ### END SOLUTION

# %% test powers-first 1
generator = powers(2)
assert [next(generator) for _ in range(5)] == [1, 2, 4, 8, 16]
assert next(generator) == 32, "a generator goes on where it stopped"

# %% test powers-islice 1
assert list(islice(powers(3), 4)) == [1, 3, 9, 27]
assert list(zip(powers(10), "abc")) == [(1, "a"), (10, "b"), (100, "c")]

# %% test powers-type 1
assert isinstance(powers(2), types.GeneratorType)
one, other = powers(2), powers(2)
next(one), next(one)
assert next(other) == 1, "every generator starts anew"

# %% answer pairs
def pairs(items):
    """(first, second), (second, third), … for any iterable, taking no more than needed."""
    ### BEGIN SOLUTION
    iterator = iter(items)
    try:
        before = next(iterator)
    except StopIteration:
        return
    for item in iterator:
        yield before, item
        before = item
    ### END SOLUTION

# %% test pairs-values 1
assert list(pairs([1, 2, 3])) == [(1, 2), (2, 3)]
assert list(pairs("a")) == [] and list(pairs([])) == []
assert dict(pairs("abc")) == {"a": "b", "b": "c"}

# %% test pairs-lazy 1
assert next(pairs(count(5))) == (5, 6)
taken = []
def watched():
    for i in range(10):
        taken.append(i)
        yield i
first = next(pairs(watched()))
assert first == (0, 1) and len(taken) <= 2, f"{len(taken)} items were taken for one pair"

# %% answer Countdown
class Countdown:
    """Iterates from n down to 1, as often as one likes; knows its length."""
    ### BEGIN SOLUTION
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return iter(range(self.n, 0, -1))

    def __len__(self):
        return self.n
    ### END SOLUTION

# %% test countdown-twice 1
countdown = Countdown(3)
assert list(countdown) == [3, 2, 1] and list(countdown) == [3, 2, 1]
assert len(countdown) == 3 and sum(countdown) == 6 and max(countdown) == 3 and 2 in countdown

# %% test countdown-end 1
iterator = iter(Countdown(1))
assert next(iterator) == 1
try:
    next(iterator)
except StopIteration:
    pass
else:
    raise AssertionError("there should be nothing left")
assert next(iterator, "over") == "over"

# %% answer running_mean
def running_mean():
    """A generator to which numbers are sent; it yields the mean of all so far, None at first."""
    ### BEGIN SOLUTION
    total, number, mean = 0.0, 0, None
    while True:
        total += yield mean
        number += 1
        mean = total / number
    ### END SOLUTION

# %% test mean-send 1
mean = running_mean()
assert next(mean) is None
assert mean.send(4) == 4 and mean.send(8) == 6
mean.close()
assert list(mean) == []

# %% answer squares
def squares(values):
    """The squares, for use in a loop."""
    ### BEGIN SOLUTION
    return (value ** 2 for value in values)
    ### END SOLUTION

# %% test squares-loop 1
for value, square in zip([1, 2, 3], squares([1, 2, 3])):
    assert square == value ** 2
assert sorted(squares([3, -1])) == [1, 9] and set(squares(range(3))) == {0, 1, 4}
