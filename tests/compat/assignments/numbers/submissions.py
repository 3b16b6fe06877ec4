# %% [markdown]
# # library
# Right.

# %% sign
def sign(x):
    return int(np.sign(x))

# %% negated
negated = np.negative

# %% mean_of
def mean_of(x):
    return sum(x.tolist()) / x.size

# %% doubled
def doubled(x):
    if type(x) is list:
        return list(map(doubled, x))
    return x * np.array(2, x.dtype) if isinstance(x, np.ndarray) and x.ndim else x + x

# %% transposed
def transposed(x):
    return np.swapaxes(x, 0, 1)

# %% any_large
def any_large(x, limit):
    return any(entry > limit for entry in np.ravel(x).tolist())

# %% records
def records(names, ages):
    people = np.zeros(len(names), dtype="U10,i4")
    people.dtype.names = "name", "age"
    people["name"], people["age"] = names, ages
    return people

# %% [markdown]
# # numpy_scalars
# NumPy's numbers where Python's were asked for.
#
# Loses: sign-values, mean-type, large-bool

# %% sign
def sign(x):
    return np.sign(x)

# %% mean_of
def mean_of(x):
    return x.mean()

# %% any_large
def any_large(x, limit):
    return np.any(np.array(x) > limit)

# %% [markdown]
# # promotes
# Everything becomes a 64-bit float.
#
# Loses: doubled-dtypes, doubled-scalars, doubled-empty

# %% doubled
def doubled(x):
    return 2.0 * np.asarray(x)

# %% [markdown]
# # copies
# Loses: transposed-view, transposed-values

# %% transposed
def transposed(x):
    return np.array(x.T, order="C")

# %% [markdown]
# # copies_in_order
# A copy that only looks like the view.
#
# Loses: transposed-view

# %% transposed
def transposed(x):
    return x.T.copy(order="F")

# %% [markdown]
# # zero_minus
# There is no minus zero in 0 - x, and NaN is not found by ==.
#
# Loses: negated-zero, nan-place

# %% negated
def negated(x):
    return 0 - x

# %% first_nan
def first_nan(x):
    for place, value in enumerate(x):
        if value == np.nan:
            return place
    return -1

# %% [markdown]
# # lists
# Loses: records-fields, days-dates, gaps-objects, transposed-values, transposed-view

# %% records
def records(names, ages):
    return [{"name": name, "age": age} for name, age in zip(names, ages)]

# %% days
import datetime

def days(start, number):
    first = datetime.date.fromisoformat(start)
    return [first + datetime.timedelta(days=day) for day in range(number)]

# %% gaps
def gaps(values):
    return np.array([float(value or "nan") for value in values])

# %% transposed
def transposed(x):
    return [list(column) for column in zip(*x)]
