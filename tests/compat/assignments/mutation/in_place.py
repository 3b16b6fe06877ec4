# %% [markdown]
# # What a function does to its arguments

# %% locked set-up
import copy
import numpy as np

# %% answer remove_negative
def remove_negative(numbers):
    """Remove the negative numbers from the list, in place; return nothing."""
    ### BEGIN SOLUTION
    numbers[:] = [number for number in numbers if number >= 0]
    ### END SOLUTION

# %% test list-changed 1
numbers = [3, -1, 0, -2, -5, 4]
same = numbers
assert remove_negative(numbers) is None
assert numbers == [3, 0, 4] and same is numbers

# %% answer count_into
def count_into(counts, words):
    """Add the number of each word to the dictionary `counts`, and return it."""
    ### BEGIN SOLUTION
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts
    ### END SOLUTION

# %% test dict-changed 1
counts = {"a": 1}
result = count_into(counts, ["a", "b", "a"])
assert counts == {"a": 3, "b": 1}
assert result is counts, "return the dictionary that was given, not another one"

# %% answer normalise
def normalise(a):
    """Divide the array by its sum, in place."""
    ### BEGIN SOLUTION
    a /= a.sum()
    ### END SOLUTION

# %% test array-changed 1
a = np.array([1.0, 3.0])
normalise(a)
np.testing.assert_allclose(a, [0.25, 0.75])

# %% test array-views 1
"""A view writes through to the array it looks at"""
table = np.arange(6.0).reshape(2, 3) + 1
normalise(table[1])
np.testing.assert_allclose(table, [[1, 2, 3], [4 / 15, 5 / 15, 6 / 15]])
normalise(table[:, ::2])
np.testing.assert_allclose(table[0, 1], 2)
np.testing.assert_allclose(table[:, ::2].sum(), 1)

# %% test array-fortran 1
square = np.asfortranarray([[1.0, 1.0], [2.0, 4.0]])
normalise(square.T)
np.testing.assert_allclose(square, [[0.125, 0.125], [0.25, 0.5]])
assert square.flags.f_contiguous

# %% answer swap_rows
def swap_rows(matrix, i, j):
    """Swap two rows of a list of lists, in place: the rows themselves stay the same objects."""
    ### BEGIN SOLUTION
    matrix[i], matrix[j] = matrix[j], matrix[i]
    ### END SOLUTION

# %% test nested-swap 1
rows = [[1, 2], [3, 4], [5, 6]]
first, last = rows[0], rows[2]
swap_rows(rows, 0, 2)
assert rows == [[5, 6], [3, 4], [1, 2]]
assert rows[0] is last and rows[2] is first

# %% answer zero_diagonal
def zero_diagonal(matrix):
    """A copy with zeros on the diagonal; the argument stays as it was."""
    ### BEGIN SOLUTION
    result = copy.deepcopy(matrix)
    for i in range(len(result)):
        result[i][i] = 0
    return result
    ### END SOLUTION

# %% test nested-copied 1
matrix = [[1, 2], [3, 4]]
result = zero_diagonal(matrix)
assert result == [[0, 2], [3, 0]]
assert matrix == [[1, 2], [3, 4]], "the argument was changed"
result[0][1] = 99
assert matrix[0][1] == 2, "the result shares a row with the argument"

# %% answer make_grid
def make_grid(rows, columns):
    """A list of lists of zeros, each row a list of its own."""
    ### BEGIN SOLUTION
    return [[0] * columns for _ in range(rows)]
    ### END SOLUTION

# %% test grid-rows 1
grid = make_grid(2, 3)
assert grid == [[0, 0, 0], [0, 0, 0]]
grid[0][0] = 1
assert grid[1][0] == 0, "the rows are one and the same list"

# %% answer append_to
def append_to(item, items=None):
    """The list with the item appended; a new list if none is given."""
    ### BEGIN SOLUTION
    items = [] if items is None else items
    items.append(item)
    return items
    ### END SOLUTION

# %% test default-new 1
assert append_to(1) == [1]
assert append_to(2) == [2], "the default list is used again"

# %% test default-given 1
mine = [0]
assert append_to(1, mine) is mine and mine == [0, 1]

# %% answer set_values
def set_values(values, places, value):
    """Set the array's values at these places, in place; the array may be of any type."""
    ### BEGIN SOLUTION
    values[places] = value
    ### END SOLUTION

# %% test set-types 1
flags = np.zeros(3, bool)
set_values(flags, [0, 2], True)
assert flags.tolist() == [True, False, True]
counts = np.zeros((2, 2), np.int8)
set_values(counts, (slice(None), 1), 7)
assert counts.tolist() == [[0, 7], [0, 7]] and counts.dtype == np.int8

# %% test set-error-midway 1
"""What was changed before an error stays changed"""
counts = {}
try:
    count_into(counts, ["a", ["no key"], "b"])
except TypeError:
    pass
assert counts == {"a": 1}

# %% answer Inventory
class Inventory:
    """Holds its own list of items: neither the caller's list nor the one that `items()` gives."""
    ### BEGIN SOLUTION
    def __init__(self, items):
        self._items = list(items)

    def add(self, item):
        self._items.append(item)

    def items(self):
        return list(self._items)
    ### END SOLUTION

# %% test inventory-given 1
items = ["rope"]
inventory = Inventory(items)
inventory.add("lamp")
assert items == ["rope"], "add changed the caller's list"
items.append("map")
assert inventory.items() == ["rope", "lamp"], "the caller's list is still inside"

# %% test inventory-taken 1
inventory = Inventory(["rope"])
inventory.items().append("dragon")
assert inventory.items() == ["rope"], "the list inside was given away"
