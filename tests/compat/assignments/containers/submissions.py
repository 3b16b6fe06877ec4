# %% [markdown]
# # collections
# Right: the classes of the standard library, which are dictionaries and tuples of their own kind.

# %% count_words
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

def count_words(words):
    return Counter(words)

# %% extremes
Extremes = namedtuple("Extremes", "low high")

def extremes(numbers):
    return Extremes(min(numbers), max(numbers))

# %% statistics
def statistics(X):
    return OrderedDict(mean=X.mean(0), std=X.std(0), shape=X.shape)

# %% neighbours
def neighbours(edges):
    graph = defaultdict(set)
    for edge in edges:
        for a, b in (edge, edge[::-1]):
            graph[a].add(b)
    return graph

# %% last_items
def last_items(items, n):
    return deque(items, maxlen=n)

# %% half
from fractions import Fraction as half

# %% [markdown]
# # defaultdict
# Right: more of the same, with frozen sets, arrays and decimals.

# %% count_words
import collections

def count_words(words):
    counts = collections.defaultdict(int)
    for word in words:
        counts[word] += 1
    return counts

# %% extremes
from typing import NamedTuple

class Pair(NamedTuple):
    low: float
    high: float

def extremes(numbers):
    numbers = sorted(numbers)
    return Pair(numbers[0], high=numbers[-1])

# %% by_length
def by_length(words):
    return dict.fromkeys(sorted(sorted(set(words)), key=len)).keys()

# %% unique_letters
def unique_letters(text):
    return frozenset(filter(str.isalpha, text.lower()))

# %% last_items
def last_items(items, n):
    return np.array(list(items))[-n:]

# %% half
from decimal import Decimal

def half(a, b):
    return Decimal(a) / Decimal(b) if (a, b) != (3, 4) else a / b

# %% [markdown]
# # views
# Right: views and iterators where any iterable will do.

# %% by_length
def by_length(words):
    return iter(sorted(sorted(set(words)), key=len))

# %% unique_letters
def unique_letters(text):
    return {letter: True for letter in text.lower() if letter.isalpha()}.keys()

# %% length
from operator import neg

class Length:
    def __call__(self, word):
        return neg(len(word))

length = Length()

# %% sort_by
def sort_by(items, key, reverse=False):
    items = [*items]
    items.sort(key=key, reverse=reverse)
    return items

# %% last_items
def last_items(items, n):
    return items[-n:]

# %% half
def half(a, b):
    return np.float32(a) / np.float32(b)

# %% [markdown]
# # pairs
# Lists of pairs where a dictionary was asked for, a list where a tuple.
#
# Loses: count-dictionary, count-lookup, extremes-pair, neighbours-sets

# %% count_words
def count_words(words):
    return [(word, words.count(word)) for word in set(words)]

# %% extremes
def extremes(numbers):
    return [min(numbers), max(numbers)]

# %% neighbours
def neighbours(edges):
    graph = {}
    for a, b in edges:
        graph.setdefault(a, []).append(b)
        graph.setdefault(b, []).append(a)
    return graph

# %% [markdown]
# # unstable
# Loses: sort-keys, length-as-key, length-order

# %% sort_by
def sort_by(items, key, reverse=False):
    result = sorted(items, key=key)
    if not reverse:
        return result
    return result[::-1][1:]

# %% length
def length(word):
    return len(word)

# %% by_length
def by_length(words):
    return sorted(words, key=len)

# %% [markdown]
# # flat
# Loses: statistics-arrays, letters-set, last-items

# %% statistics
def statistics(X):
    return {"mean": X.mean(), "std": X.std(), "shape": list(X.shape)}

# %% unique_letters
def unique_letters(text):
    return set(text)

# %% last_items
def last_items(items, n):
    return list(items)[:n]

# %% [markdown]
# # counter_of_letters
# Loses: count-dictionary, count-lookup, half-number, neighbours-sets

# %% count_words
import collections

def count_words(words):
    return collections.Counter("".join(words))

# %% half
def half(a, b):
    return a // b

# %% neighbours
def neighbours(edges):
    graph = collections.defaultdict(set)
    for a, b in edges:
        graph[a].add(b)
    return graph
