# %% [markdown]
# # step_by_step
# Right.

# %% remove_negative
def remove_negative(numbers):
    i = 0
    while i < len(numbers):
        if numbers[i] < 0:
            del numbers[i]
        else:
            i += 1

# %% count_into
def count_into(counts, words):
    for word in words:
        counts.setdefault(word, 0)
        counts[word] += 1
    return counts

# %% normalise
def normalise(a):
    total = np.sum(a)
    a[...] = a / total

# %% swap_rows
def swap_rows(matrix, i, j):
    row = matrix[i]
    matrix[i] = matrix[j]
    matrix[j] = row

# %% zero_diagonal
def zero_diagonal(matrix):
    return [[0 if i == j else entry for j, entry in enumerate(row)] for i, row in enumerate(matrix)]

# %% Inventory
class Inventory:
    def __init__(self, items):
        self.held = tuple(items)

    def add(self, item):
        self.held += (item,)

    def items(self):
        return [*self.held]

# %% [markdown]
# # new_objects
# New objects where old ones should change.
#
# Loses: list-changed, dict-changed, array-changed, array-views, array-fortran, nested-swap, set-types, default-given, set-error-midway

# %% remove_negative
def remove_negative(numbers):
    numbers = [number for number in numbers if number >= 0]

# %% count_into
def count_into(counts, words):
    counts = dict(counts)
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts

# %% normalise
def normalise(a):
    a = a / a.sum()

# %% swap_rows
def swap_rows(matrix, i, j):
    matrix = list(matrix)
    matrix[i], matrix[j] = matrix[j], matrix[i]
    return matrix

# %% set_values
def set_values(values, places, value):
    values = values.copy()
    values[places] = value
    return values

# %% append_to
def append_to(item, items=()):
    return [*items, item]

# %% [markdown]
# # skips
# Removing while looping skips every other one.
#
# Loses: list-changed

# %% remove_negative
def remove_negative(numbers):
    for number in numbers:
        if number < 0:
            numbers.remove(number)

# %% [markdown]
# # shallow
# The outer list is a copy, its rows are not.
#
# Loses: nested-copied, grid-rows

# %% zero_diagonal
def zero_diagonal(matrix):
    result = matrix.copy()
    for i in range(len(result)):
        result[i][i] = 0
    return result

# %% make_grid
def make_grid(rows, columns):
    return [[0] * columns] * rows

# %% [markdown]
# # shares_a_row
# Only the rows that change are copied, which here are all; the copies swap contents.
#
# Loses: nested-swap

# %% swap_rows
def swap_rows(matrix, i, j):
    matrix[i][:], matrix[j][:] = matrix[j][:], matrix[i][:]

# %% [markdown]
# # mutable_default
# Loses: default-new

# %% append_to
def append_to(item, items=[]):
    items.append(item)
    return items

# %% [markdown]
# # keeps_the_list
# The caller's list is kept, and given away.
#
# Loses: inventory-given, inventory-taken

# %% Inventory
class Inventory:
    def __init__(self, items):
        self.held = items

    def add(self, item):
        self.held.append(item)

    def items(self):
        return self.held

# %% [markdown]
# # gives_away
# The list inside is given away, the caller's was copied.
#
# Loses: inventory-taken

# %% Inventory
class Inventory:
    def __init__(self, items):
        self.held = list(items)

    def add(self, item):
        self.held.append(item)

    def items(self):
        return self.held

# %% [markdown]
# # keeps_only
# The caller's list is kept, but a copy of it is given away.
#
# Loses: inventory-given

# %% Inventory
class Inventory:
    def __init__(self, items):
        self.held = items

    def add(self, item):
        self.held.append(item)

    def items(self):
        return self.held[:]
