# %% [markdown]
# # loops
# Right: plain Python inside, arrays outside.

# %% softmax
def softmax(z):
    z = np.atleast_2d(z)
    rows = []
    for row in z:
        e = [float(np.exp(entry - max(row))) for entry in row]
        rows.append([entry / sum(e) for entry in e])
    result = np.array(rows)
    return result[0] if len(rows) == 1 else result

# %% count_classes
def count_classes(labels, classes=None):
    if classes is None:
        classes = max(labels) + 1
    counts = [0] * int(classes)
    for label in labels:
        counts[label] += 1
    return np.array(counts)

# %% [markdown]
# # scipy
# Right: somebody else's functions.

# %% softmax
import scipy.special

def softmax(z):
    return scipy.special.softmax(z, axis=-1)

# %% count_classes
count_classes = lambda labels, classes=None: np.array([np.count_nonzero(labels == c) for c in range(classes or labels.max() + 1)])

# %% [markdown]
# # float32
# Right to seven digits, and asked for twelve.
#
# Loses: softmax-values

# %% softmax
def softmax(z):
    z = z.astype(np.float32)
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)

# %% [markdown]
# # overflow
# NumPy warns, and the result is NaN.
#
# Loses: softmax-large

# %% softmax
def softmax(z):
    return np.exp(z) / np.sum(np.exp(z), axis=-1, keepdims=True)

# %% [markdown]
# # warns
# Right, but NumPy warns of an overflow on the way.

# %% softmax
def softmax(z):
    with_overflow = np.exp(z) / np.sum(np.exp(z), axis=-1, keepdims=True)
    shifted = np.exp(z - np.max(z, axis=-1, keepdims=True))
    shifted /= shifted.sum(axis=-1, keepdims=True)
    return np.where(np.isfinite(with_overflow), with_overflow, shifted)

# %% [markdown]
# # in_place
# Loses: standardise-unchanged

# %% standardise
def standardise(X):
    X -= X.mean(axis=0)
    X /= X.std(axis=0)
    return X

# %% [markdown]
# # lists
# Lists where arrays were asked for.
#
# Loses: standardise-columns, count-type

# %% standardise
def standardise(X):
    return ((X - X.mean(axis=0)) / X.std(axis=0)).tolist()

# %% count_classes
def count_classes(labels, classes=None):
    return list(np.bincount(labels, minlength=classes or 0))

# %% [markdown]
# # wrong_axis
# Loses: softmax-values, standardise-columns, count-values

# %% softmax
def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()

# %% standardise
def standardise(X):
    return (X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, keepdims=True)

# %% count_classes
def count_classes(labels):
    return np.bincount(labels)

# %% [markdown]
# # floats
# Loses: count-type

# %% count_classes
def count_classes(labels, classes=None):
    counts = np.zeros(classes or labels.max() + 1)
    np.add.at(counts, labels, 1)
    return counts
