# %% [markdown]
# # Containers of all kinds
# Any container that holds the right things will do.

# %% locked set-up
import numpy as np
import collections
words = "the cat and the dog and the bird".split()

# %% answer count_words
def count_words(words):
    """How often each word occurs, as a dictionary."""
    ### BEGIN SOLUTION
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts
    ### END SOLUTION

# %% test count-dictionary 1
assert count_words(words) == {"the": 3, "cat": 1, "and": 2, "dog": 1, "bird": 1}

# %% test count-lookup 1
counts = count_words(words)
assert isinstance(counts, dict) and len(counts) == 5
assert counts["the"] == 3 and "fish" not in counts and sorted(counts)[0] == "and"
assert max(counts, key=counts.get) == "the" and sum(counts.values()) == 8

# %% answer extremes
def extremes(numbers):
    """The smallest and the largest, as a pair."""
    ### BEGIN SOLUTION
    return min(numbers), max(numbers)
    ### END SOLUTION

# %% test extremes-pair 1
assert extremes([3, 1, 2]) == (1, 3)
low, high = extremes([5])
assert low == high == 5

# %% answer by_length
def by_length(words):
    """The words in order of length, those of one length in alphabetical order, each once."""
    ### BEGIN SOLUTION
    return sorted(set(words), key=lambda word: (len(word), word))
    ### END SOLUTION

# %% test length-order 1
assert list(by_length(words)) == ["and", "cat", "dog", "the", "bird"]

# %% answer sort_by
def sort_by(items, key, reverse=False):
    """A sorted list, by a function of the caller's."""
    ### BEGIN SOLUTION
    return sorted(items, key=key, reverse=reverse)
    ### END SOLUTION

# %% test sort-keys 1
assert sort_by(["bb", "a", "ccc"], key=len) == ["a", "bb", "ccc"]
assert sort_by([3, -4, 1], key=abs, reverse=True) == [-4, 3, 1]
assert sort_by([(1, "b"), (2, "a"), (0, "b")], key=lambda pair: pair[1]) == [(2, "a"), (1, "b"), (0, "b")], "equal ones keep their order"

# %% answer length
def length(word):
    """A key to sort by: longest first."""
    ### BEGIN SOLUTION
    return -len(word)
    ### END SOLUTION

# %% test length-as-key 1
assert sorted(["a", "ccc", "bb"], key=length) == ["ccc", "bb", "a"]
assert min(["a", "ccc"], key=length) == "ccc"

# %% answer statistics
def statistics(X):
    """A dictionary of arrays: `mean` and `std` of each column, `shape` as a tuple."""
    ### BEGIN SOLUTION
    return {"mean": X.mean(axis=0), "std": X.std(axis=0), "shape": X.shape}
    ### END SOLUTION

# %% test statistics-arrays 1
found = statistics(np.array([[1.0, 2.0], [3.0, 6.0]]))
assert set(found) == {"mean", "std", "shape"}
np.testing.assert_allclose(found["mean"], [2, 4])
np.testing.assert_allclose(found["std"], [1, 2])
assert found["shape"] == (2, 2)

# %% answer neighbours
def neighbours(edges):
    """For each node the set of its neighbours."""
    ### BEGIN SOLUTION
    graph = collections.defaultdict(set)
    for a, b in edges:
        graph[a].add(b)
        graph[b].add(a)
    return dict(graph)
    ### END SOLUTION

# %% test neighbours-sets 1
graph = neighbours([(1, 2), (2, 3)])
assert graph == {1: {2}, 2: {1, 3}, 3: {2}}

# %% answer unique_letters
def unique_letters(text):
    """The letters that occur, as a set."""
    ### BEGIN SOLUTION
    return {letter for letter in text.lower() if letter.isalpha()}
    ### END SOLUTION

# %% test letters-set 1
assert unique_letters("Anna, Hannah") == {"a", "n", "h"}
assert unique_letters("") == set()

# %% answer last_items
def last_items(items, n):
    """The last n items."""
    ### BEGIN SOLUTION
    return list(items)[-n:]
    ### END SOLUTION

# %% test last-items 1
assert list(last_items(range(10), 3)) == [7, 8, 9]
assert len(last_items("abc", 2)) == 2 and last_items("abc", 2)[0] == "b"

# %% answer half
def half(a, b):
    """a / b, exactly or as a float."""
    ### BEGIN SOLUTION
    return a / b
    ### END SOLUTION

# %% test half-number 1
assert half(1, 2) == 0.5 and 0 < half(1, 4) < 1 and half(3, 4) + 1 == 1.75
assert float(half(1, 8)) == 0.125
