# %% [markdown]
# # E5 Convexity certificates
#
# Is this land convex? Nobody can look at all of its chords, but one bad chord settles it. You will build the judge of such proofs, a searcher that finds
# them in lands that it cannot see, and the proof by symmetry that the loss of a network is not convex. Then you find out what convexity does
# *not* promise. Lecture L07 is all you need. Plan three hours, and open a hint when you have been stuck for five minutes: nobody counts them.
#
# **Working.** Put your code where it says `# YOUR CODE HERE`. The line `raise NotImplementedError(...)` below it is only a signpost and may
# stay; if it still stops you when your code is written, a `return` is missing. Put an import or a helper of your own into an answer cell or
# a new cell: changes to the set-up cell do not reach the grader. Write each function yourself, with NumPy: the lectures import theirs from
# `course_lib`, which is not there where answers are graded. You may copy lines from it.
#
# **Grading.** 20 points. Below each answer stands a visible check, 1 point each, that tells you what it expected. The other 14 points come from
# hidden checks: you see only the property each one looks at, as a comment, and in your copy such a cell always passes. What counts is the
# values that your functions return. Style and warnings cost nothing, and speed costs nothing as long as a cell ends within five seconds.
#
# **Before you hand in**, choose *Kernel > Restart Kernel and Run All Cells*, or press *Validate*. Running stops at the first check that fails:
# that is the place to go on. To skip a question, go on with Shift+Enter below it.

# %% [markdown]
# ### The words used here
#
# A **land** is a function $f$ that gives a **height** to every point $x$, a vector of shape `(d,)`. Many points are the rows of a matrix of
# shape `(M, d)`. A **triple** is two points $x_1$, $x_2$ and a number $\lambda$ from 0 to 1. Its **middle** is $\lambda x_1 + (1 - \lambda)\, x_2$, with
# $\lambda$ on $x_1$ as in the lecture, and its **margin** tells how far the graph lies *above* the chord there:
#
# $$m \;=\; f(\lambda x_1 + (1 - \lambda)\, x_2) \;-\; \big(\lambda f(x_1) + (1 - \lambda) f(x_2)\big).$$
#
# On a convex land no margin is positive. But computers round, and on a plane, where all margins are 0, many come out a tiny bit above. So here a
# triple is a **violation**, a proof that $f$ is not convex, only if
#
# $$m \;>\; 10^{-6}\,(1 + h), \qquad h \text{ the largest of the three absolute heights } |f(x_1)|,\ |f(x_2)|,\ |f(\text{middle})|.$$

# %% [markdown]
# **What is given.** The next cell holds a few lands to try things on, by name, and three functions:
#
# - `heights(f, X)` gives the heights of the land `f` at the rows of `X`, shape `(M, d)`, as an array of shape `(M,)`. `f` is one of the names in
#   `LANDS`, or any function of rows. A single point `x` goes in as `x[None]`, a matrix with one row.
# - `network(W1, b1, W2, b2, X)` is a network with one hidden layer: $\tanh(X W_1 + b_1)\, W_2 + b_2$.
# - `loss(W1, b1, W2, b2, X, Y)` is its squared error, summed over the outputs and averaged over the samples.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np

LANDS = {
    "square": lambda X: (X ** 2).sum(axis=1),
    "plane": lambda X: 1000 * X.sum(axis=1) + 70_000,
    "dome": lambda X: 3 - (X ** 2).sum(axis=1),
    "saddle": lambda X: X[:, 0] * X[:, 1],
    "two wells": lambda X: ((X ** 2 - 4) ** 2 / 10 + X / 4).sum(axis=1),
    "ripples": lambda X: 0.01 * np.sin(2 * X).sum(axis=1),
}


def heights(f, X):
    """The heights of f, a name in LANDS or a function of rows, at the rows of X: shape (M,)."""
    X = np.asarray(X, dtype=float)
    if X.ndim != 2:
        raise ValueError(f"heights wants points as rows, X of shape (M, d); got shape {X.shape}")
    return LANDS[f](X) if isinstance(f, str) else f(X)


def network(W1, b1, W2, b2, X):
    """The outputs, shape (N, C), of a network with one hidden layer of tanh units."""
    return np.tanh(X @ W1 + b1) @ W2 + b2


def loss(W1, b1, W2, b2, X, Y):
    """The network's squared error, summed over outputs and averaged over samples: a number."""
    return ((network(W1, b1, W2, b2, X) - Y) ** 2).sum(axis=1).mean()


# %% [markdown]
# ## 1 Judge the proofs (3 points)
#
# Somebody hands you triples and swears that they prove something. They may be honest, careless or crooked, so you look closely. You see
# no land, only the three heights and the $\lambda$ of each triple, and you judge many triples at once.
#
# **Contract.** `is_violation(f1, f2, f_mid, lam)` takes four arrays of shape `(M,)`: for each triple the heights $f(x_1)$, $f(x_2)$ and
# $f(\text{middle})$, and $\lambda$. It returns an array of shape `(M,)` of `True` and `False`: `True` where $0 \le \lambda \le 1$ and
# $m > 10^{-6}(1 + h)$, with the $h$ of that very triple. Wherever one of the four numbers is NaN or infinite the answer is `False`.
#
# **Example.** On the square, $x_1 = 0$, $x_2 = 2$, $\lambda = \frac14$ has its middle at $1.5$. The heights are 0, 4 and 2.25, the chord is at
# $\frac14 \cdot 0 + \frac34 \cdot 4 = 3$, and the margin is $-0.75$: no violation. On the dome $3 - x^2$ the heights are 3, $-1$ and 0.75, the chord is at
# 0, the margin is 0.75 and the limit $10^{-6}(1 + 3)$: a violation.
#
# <details><summary>Hint 1: the idea</summary>
#
# Compute all margins, then all limits, then compare. `True` has to be earned: write down what must hold, for a comparison with NaN is always
# `False`, and its opposite is not.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# Everything has shape `(M,)`. `np.abs([f1, f2, f_mid])` has shape `(3, M)`; the largest of each column is `.max(axis=0)`. Two arrays of truth
# values are joined by `&`, each comparison in its own brackets.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# margin = f_mid - (...)
# largest = np.abs([f1, f2, f_mid]).max(axis=...)
# return (lam >= 0) & (...) & (...)
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "is_violation", "locked": false, "schema_version": 3, "solution": true, "task": false}
def is_violation(f1, f2, f_mid, lam):
    """Return for each of M triples whether it is a violation: True or False, shape (M,).

    f1, f2, f_mid, lam: shape (M,), the heights at x1, x2 and the middle, and lambda.
    """
    ### BEGIN SOLUTION
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    largest = np.abs([f1, f2, f_mid]).max(axis=0)
    return (lam >= 0) & (lam <= 1) & (margin > 1e-6 * (1 + largest))
    ### END SOLUTION
    raise NotImplementedError("next step: compute the margin of every triple")


# %% nbgrader={"grade": true, "grade_id": "is_violation-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the two triples of the example, and two more
f1, f2 = np.array([0.0, 3.0, 4.0, 0.0]), np.array([4.0, -1.0, 0.0, 8.0])
f_mid, lam = np.array([2.25, 0.75, 2.0, 2.5]), np.array([0.25, 0.25, 0.75, 0.75])
found = np.asarray(is_violation(f1, f2, f_mid, lam))
assert found.shape == (4,), (
    "Four triples should give four answers: is_violation(f1, f2, f_mid, lam) should have shape (4,).")
assert found.dtype == bool, (
    "The answers should be True or False. If you see numbers, you return margins; compare them with "
    "the limit.")
assert not found[0], (
    "The first triple, heights 0, 4, 2.25 and lam 0.25, has the margin 2.25 - 3 = -0.75: the graph is "
    "below the chord, as it may be on convex land. Is the inequality turned round?")
assert found[1], (
    "The second triple, heights 3, -1, 0.75 and lam 0.25, has the margin 0.75 - 0 = 0.75: "
    "the graph is above the chord, a violation.")
assert not found[2], (
    "The third triple, heights 4, 0, 2 and lam 0.75, has its chord at 0.75 * 4 + 0.25 * 0 = 3. "
    "The weight of f1 is lam, that of f2 is 1 - lam.")
assert found[3], (
    "The fourth triple, heights 0, 8, 2.5 and lam 0.75, has its chord at 0.75 * 0 + 0.25 * 8 = 2. "
    "The weight of f1 is lam, that of f2 is 1 - lam.")

# %% nbgrader={"grade": true, "grade_id": "is_violation-small_margins", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# margins near the limit: rounding is no proof, and a clear small margin is one, at any height
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(501)
M = 60
size = 10.0 ** rng.uniform(-3, 9, M)
f1, f2 = size * rng.uniform(-1, 1, (2, M))
f1[:20] = -size[:20]
f2[20:40] = size[20:40]
lam = rng.uniform(0.1, 0.9, M)
chord = lam * f1 + (1 - lam) * f2
for share in (1.5, 0.6, 0.0, -1.5):
    limit = 1e-6 * (1 + np.abs([f1, f2, chord]).max(axis=0))
    found = np.asarray(is_violation(f1, f2, chord + share * limit, lam))
    assert found.shape == (M,), "There should be one answer for each triple."
    assert share < 1 or np.all(found), (
        "A violation was refused: its margin was above 1e-6 (1 + h). The h belongs to each triple by itself, and low lands have small margins.")
    assert share > 1 or not np.any(found), (
        "A margin below the limit was taken for a proof. The limit is 1e-6 (1 + h), and h is the largest absolute height: deep down counts as high up.")
found = np.asarray(is_violation(np.full(4, 3e5), np.full(4, 3e5), np.full(4, 3e5 + 0.2), np.full(4, 0.5)))
assert not np.any(found), "A margin below the limit was taken for a proof: the limit grows with the height of the land."
found = np.asarray(is_violation(np.zeros(1), np.zeros(1), np.array([5e-7]), np.array([0.5])))
assert found.shape == (1,) and not found[0], "A margin below the limit was taken for a proof: also on low land the limit is at least 1e-6."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "is_violation-refused", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# numbers that prove nothing: a lambda outside 0 to 1, NaN, infinity
### BEGIN HIDDEN TESTS
lam = np.array([2.0, -1.0, 1.0001, -1e-4, 30.0, 0.5])
f1, f2 = np.array([1.0, 0.0, 0.0, 90.0, 1.0, 0.0]), np.array([0.0, 1.0, 90.0, 0.0, 0.0, 0.0])
f_mid = np.array([4.0, 4.0, 1.0, 1.0, 900.0, 1.0])
found = np.asarray(is_violation(f1, f2, f_mid, lam))
assert found.shape == (6,) and not np.any(found[:5]), (
    "A triple with a lambda outside 0 to 1 was accepted. Beyond its ends even a convex land lies above the line through two of its points.")
assert found[5], "One bad triple spoils only itself: the others are judged as usual."
good = np.array([0.0, 0.0, 1.0, 0.5])
for odd in (np.nan, np.inf, -np.inf):
    for place in range(4):
        rows = np.tile(good, (3, 1))
        rows[1, place] = odd
        with np.errstate(all="ignore"):
            found = np.asarray(is_violation(*rows.T.copy()))
        assert found.shape == (3,) and not found[1], (
            "A triple with NaN or infinity was accepted. Such numbers prove nothing; with NaN every comparison is False, so 'not at most' is not 'more'.")
        assert found[0] and found[2], "One NaN or infinity spoils only its own triple: the others are judged as usual."
### END HIDDEN TESTS

# %% [markdown]
# ## 2 Find a proof (6 points)
#
# Now you are the one who looks for proofs, in lands that you cannot see. All you can do is ask for heights, and each question costs. The lecture
# guessed at random, and that is enough here.
#
# **Contract.** `find_violation(f, low, high, budget, seed)` takes a land `f`; `low` and `high`, both of shape `(d,)`, the corners of a box; a whole number
# `budget`, at least 3; and a whole number `seed`. It returns a violation as `(x1, x2, lam)`, two arrays of shape `(d,)` and a number, or `None` if it
# found none.
#
# - Heights are asked for through `heights(f, X)` only. All rows of all your calls together are at most `budget`.
# - Every row of `X`, and so `x1` and `x2`, lies in the box: in each coordinate between `low` and `high`. The land ends there.
# - Random numbers come from `np.random.default_rng(seed)`, so that a search can be repeated.
#
# On a convex land the answer is `None`, and so it is on one so nearly flat that no margin passes its limit. On all other lands at least a fifth
# of all triples are violations (points and $\lambda$ uniform), and `budget` is at least 300, so the chance that 100 random triples all fail is at most
# $0.8^{100} \approx 2 \cdot 10^{-10}$. (Only on a dome, where almost every triple is a violation, `budget` may be smaller, down to 3.) Points for `None` are given only
# to a search that finds violations too.
#
# **Example.** `find_violation("two wells", np.array([-3.0]), np.array([3.0]), 300, 5)` may return `(array([-1.2]), array([1.5]), 0.6)`: the middle is
# $-0.12$, where the land is $1.56$ high, and the chord is at $0.49$ there. `find_violation("square", np.array([-3.0]), np.array([3.0]), 300, 5)`
# returns `None`.
#
# <details><summary>Hint 1: the idea</summary>
#
# What does the judge of one triple have to see? That many rows a triple costs. So `budget` buys a certain number of triples. Draw them all, ask for
# their heights, judge them as in question 1 (you may call your `is_violation` if it is right), and return the first that is a violation.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `rng.uniform(low, high, size=(n, d))` draws `n` rows, each coordinate between its own `low` and `high`; `d` is `len(low)`. `rng.random(n)` draws
# `n` numbers from 0 to 1. To multiply each row by its own $\lambda$, `lam` must be a column: `lam[:, None]` has shape `(n, 1)`.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# rng = np.random.default_rng(seed)
# n = ...                                            # how many triples the budget buys
# x1 = rng.uniform(low, high, size=(n, len(low)))
# x2 = ...
# lam = rng.random(n)
# f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, ...)
# found = ...                                        # one True or False for each triple
# for k in range(n):
#     if found[k]:
#         return ...
# return None
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "find_violation", "locked": false, "schema_version": 3, "solution": true, "task": false}
def find_violation(f, low, high, budget, seed):
    """Return a violation (x1, x2, lam) of the land f, shapes (d,), (d,), a number; or None.

    low, high: shape (d,), the corners of the box. At most budget rows are asked for.
    """
    ### BEGIN SOLUTION
    rng = np.random.default_rng(seed)
    n = budget // 3
    x1 = rng.uniform(low, high, size=(n, len(low)))
    x2 = rng.uniform(low, high, size=(n, len(low)))
    lam = rng.random(n)
    f1, f2, f_mid = heights(f, x1), heights(f, x2), heights(f, lam[:, None] * x1 + (1 - lam[:, None]) * x2)
    margin = f_mid - (lam * f1 + (1 - lam) * f2)
    above = margin - 1e-6 * (1 + np.abs([f1, f2, f_mid]).max(axis=0))
    k = np.argmax(above)
    return (x1[k], x2[k], lam[k]) if above[k] > 0 else None
    ### END SOLUTION
    raise NotImplementedError("next step: draw as many random triples as the budget buys")


# %% nbgrader={"grade": true, "grade_id": "find_violation-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# two wells have a violation, a square has none
low, high = np.array([-3.0]), np.array([3.0])
triple = find_violation("two wells", low, high, 300, 5)
assert triple is not None, (
    "Half of all triples violate the two wells, but find_violation('two wells', low, high, 300, 5) "
    "found none. Does it give up at the first triple that is none?")
assert isinstance(triple, (tuple, list)) and len(triple) == 3, (
    "A violation is returned as three parts: return x1, x2, lam.")
assert [np.shape(part) for part in triple] == [(1,), (1,), ()], (
    "In a box with one coordinate x1 and x2 should have shape (1,), and lam should be a number. "
    "Look at find_violation('two wells', low, high, 300, 5).")
x1, x2, lam = triple
assert 0 <= lam <= 1, "lam should be a number from 0 to 1."
assert np.all((low <= [x1, x2]) & ([x1, x2] <= high)), "x1 and x2 should lie between low and high."
chord = lam * heights("two wells", x1[None]) + (1 - lam) * heights("two wells", x2[None])
assert heights("two wells", (lam * x1 + (1 - lam) * x2)[None]) > chord + 1e-6, (
    "With x1, x2, lam = find_violation('two wells', low, high, 300, 5) the land is not above its chord "
    "at lam * x1 + (1 - lam) * x2. Which of the two points does lam belong to? And does each row "
    "meet its own lam? As a column, lam[:, None], it does; the middles should have the shape of x1.")
assert find_violation("square", np.array([-2.0, -2.0]), np.array([3.0, 3.0]), 300, 5) is None, (
    "A square is convex, so find_violation('square', np.array([-2.0, -2.0]), np.array([3.0, 3.0]), "
    "300, 5) should be None: no triple at all is better than one that proves nothing.")

# %% nbgrader={"grade": true, "grade_id": "find_violation-one_coordinate", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# lands over a line, high and low, over boxes anywhere
### BEGIN HIDDEN TESTS
lands = [(lambda X: (X[:, 0] ** 2 - 4) ** 2 / 10 + X[:, 0] / 4, -3, 3),
         (lambda X: 40 * np.sin(2 * X[:, 0]) + 4000, 2, 9),
         (lambda X: 0.004 * np.cos(X[:, 0] / 3), -40, 60),
         (lambda X: np.sqrt(X[:, 0]), 0, 100),
         (lambda X: 1.9e-6 * (np.sin(7 * X[:, 0]) > 0), -5, 5),
         (lambda X: 0.05 * np.cos(3 * X[:, 0]) + 1e6 * np.maximum(0, X[:, 0] - 4), -5, 5),
         (lambda X: np.minimum(np.abs(X[:, 0] + 6), np.abs(X[:, 0] - 1)), -9, 4)]
for number, (land, low, high) in enumerate(lands):
    for seed in (number, 100 + number):
        triple = find_violation(land, np.array([low * 1.0]), np.array([high * 1.0]), 300, seed)
        assert triple is not None, (
            "A land was not cracked. Some are shallow and some are high; some boxes lie far from 0. Draw between low and high, use the whole budget, and let "
            "the limit be 1e-6 (1 + h).")
        x1, x2, lam = triple
        assert np.shape(x1) == np.shape(x2) == (1,) and np.shape(lam) == (), "x1 and x2 should have shape (1,), lam should be a number."
        assert 0 <= lam <= 1 and np.all((low <= np.array([x1, x2])) & (np.array([x1, x2]) <= high)), (
            "lam should lie between 0 and 1, and x1 and x2 between low and high.")
        f1, f2, f_mid = land(np.array([x1, x2, lam * np.asarray(x1) + (1 - lam) * np.asarray(x2)]))
        assert f_mid - (lam * f1 + (1 - lam) * f2) > 0.99e-6 * (1 + max(abs(f1), abs(f2), abs(f_mid))), (
            "A triple that was returned proves nothing: its margin is not above the limit. lam is the weight of x1 in the middle and of f1 in the chord.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "find_violation-many_coordinates", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# lands over several coordinates, each with its own low and high
### BEGIN HIDDEN TESTS
lands = [(lambda X: X[:, 0] * X[:, 1], [1, 10], [2, 30]),
         (lambda X: X[:, 0] / X[:, 1], [-3, 1], [3, 4]),
         (lambda X: X[:, 0] * X[:, 1] * X[:, 2] - 50, [0, 4, -7], [1, 9, -2]),
         (lambda X: np.median(X, axis=1), [0, 0, 0, 0, 0], [3, 3, 3, 3, 3]),
         (lambda X: (X[:, :3] * X[:, 3:]).sum(axis=1), [-1, -1, -1, -1, -1, -1], [1, 2, 3, 4, 5, 6])]
for number, (land, low, high) in enumerate(lands):
    low, high = np.array(low, dtype=float), np.array(high, dtype=float)
    for seed in (number, 100 + number):
        triple = find_violation(land, low.copy(), high.copy(), 300, seed)
        assert triple is not None, (
            "A land over several coordinates was not cracked. Draw every coordinate of x1 and of x2 by itself, between its own low and high.")
        x1, x2, lam = triple
        assert np.shape(x1) == np.shape(x2) == low.shape and np.shape(lam) == (), "x1 and x2 should have the shape of low; lam should be a number."
        assert 0 <= lam <= 1 and np.all((low <= np.array([x1, x2])) & (np.array([x1, x2]) <= high)), (
            "lam should lie between 0 and 1, and each coordinate of x1 and x2 between its own low and high.")
        f1, f2, f_mid = land(np.array([x1, x2, lam * np.asarray(x1) + (1 - lam) * np.asarray(x2)]))
        assert f_mid - (lam * f1 + (1 - lam) * f2) > 0.99e-6 * (1 + max(abs(f1), abs(f2), abs(f_mid))), (
            "A triple that was returned proves nothing: its margin is not above the limit. One lam moves all coordinates of a triple.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "find_violation-convex", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# None where there is no violation, low or high, from a search that finds one elsewhere
### BEGIN HIDDEN TESTS
bent = [(lambda X: 3 - (X ** 2).sum(axis=1), [-2, -2], [3, 3]), (lambda X: np.sin(2 * X[:, 0]), [2], [9]),
        (lambda X: X[:, 0] * X[:, 1], [-2, -2], [3, 3]), (lambda X: -np.abs(X).max(axis=1), [-4, -2, -1], [1, 2, 5])]
cracked = 0
for seed, (land, low, high) in enumerate(bent):
    triple = find_violation(land, np.array(low) * 1.0, np.array(high) * 1.0, 300, seed)
    if isinstance(triple, (tuple, list)) and len(triple) == 3 and np.shape(triple[0]) == np.shape(triple[1]) == np.shape(low) and 0 <= triple[2] <= 1:
        x1, x2, lam = np.asarray(triple[0]), np.asarray(triple[1]), triple[2]
        f1, f2, f_mid = land(np.array([x1, x2, lam * x1 + (1 - lam) * x2]))
        cracked += f_mid - (lam * f1 + (1 - lam) * f2) > 0.99e-6 * (1 + max(abs(f1), abs(f2), abs(f_mid)))
assert cracked >= 3, "Before None counts, at least three of four easy lands that are not convex must be cracked. Mend that first."
round_lands = [(lambda X: 1e6 - 1e3 * X[:, 0], [-5], [8]),
               (lambda X: 1e9 * X @ np.array([1.0, -0.7, 0.1]) + 1e10, [-100, -1, 0], [100, 1, 1]),
               (lambda X: np.full(len(X), 0.1), [0, 0], [1, 1]),
               (lambda X: 4e-7 * np.cos(5 * X[:, 0]), [0], [3]),
               (lambda X: 4e-6 * np.cos(5 * X[:, 0]) + 30 * X[:, 0], [-3], [3]),
               (lambda X: np.abs(X).max(axis=1) / 3, [-1, -2], [5, 2]),
               (lambda X: np.logaddexp(0, X @ np.array([2.0, -1.0])), [-3, -9], [9, 30]),
               (lambda X: np.exp(X[:, 0]) + (X[:, 0] + X[:, 1]) ** 2, [-9, 4], [1, 5])]
for seed, (land, low, high) in enumerate(round_lands):
    assert find_violation(land, np.array(low) * 1.0, np.array(high) * 1.0, 120, seed) is None, (
        "A land without a violation, convex or almost flat, was declared not convex. Is the limit 1e-6 (1 + h), with h the largest of the three absolute "
        "heights? Rounding grows with the height.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "find_violation-budget", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# never more rows than the budget, never outside the box
### BEGIN HIDDEN TESTS
rows = []


def bowl(X):
    rows.extend(np.array(X))
    return ((X - 5) ** 2).sum(axis=1)


for budget in (3, 4, 5, 12, 302):
    for low, high in [([4.0], [7.0]), ([-3.0, 40.0], [-2.0, 90.0])]:
        rows.clear()
        find_violation(bowl, np.array(low), np.array(high), budget, budget)
        assert rows, "No height was asked for through heights(f, X), so nothing can be known of the land."
        assert len(rows) <= budget, (
            "More heights were asked for than the budget allows. It counts rows of X, over all calls: each triple needs the heights of three points.")
        assert np.all((np.array(rows) >= np.array(low) - 1e-9) & (np.array(rows) <= np.array(high) + 1e-9)), (
            "A height was asked for outside the box. x1, x2 and the middle all lie between low and high, in each coordinate, if lam is between 0 and 1.")
for seed in range(8):
    assert find_violation(lambda X: 9 - (X ** 2).sum(axis=1), np.array([-3.0, -2.0]), np.array([4.0, 1.0]), 12, seed) is not None, (
        "On a dome almost every triple is a violation, and 12 heights are enough for four of them; none was found.")
### END HIDDEN TESTS

# %% [markdown]
# ## 3 A twin and the ridge between (4 points)
#
# The loss of a network lives in a land of many coordinates: its parameters. There nobody needs to search, for symmetry hands us the proof. Exchange
# hidden units, and the network computes what it did before, with *other* parameters. If the loss halfway between the two is larger, that is a
# violation with $\lambda = \frac12$: the loss is not convex.
#
# **Contract.** `twin(W1, b1, W2, b2, X, Y)` takes the parameters of a `network` with $D$ inputs, $H \ge 2$ hidden units and $C$ outputs (`W1` has
# shape `(D, H)`, `b1` `(H,)`, `W2` `(H, C)`, `b2` `(C,)`) and samples `X` of shape `(N, D)` with targets `Y` of shape `(N, C)`. It returns
# `(V1, c1, V2, c2)`, four arrays of the same shapes:
#
# - other parameters (some entry differs by more than $10^{-6}$) with the *same outputs for every input*, and
# - a worse halfway: with `H1 = (W1 + V1) / 2` and so on for all four, `loss(H1, ..., X, Y)` is larger than `loss(W1, ..., X, Y)` by more than
#   $10^{-6}\,(1 + \text{the loss})$.
#
# Not every exchange does: two units may be equal, and a network that is not at its best may even improve halfway. But you may rely on it
# that exchanging *some two* of the hidden units does. All arguments stay as they were.

# %% [markdown]
# **Example.** $D = C = 1$, $H = 2$: `W1 = [[2, -1]]`, `b1 = [0, 1]`, `W2 = [[1], [3]]`, `b2 = [5]` computes $\tanh(2x) + 3\tanh(1 - x) + 5$. Its twin
# is `V1 = [[-1, 2]]`, `c1 = [1, 0]`, `V2 = [[3], [1]]`, `c2 = [5]`: $3\tanh(1 - x) + \tanh(2x) + 5$. Halfway lies `[[0.5, 0.5]]`, `[0.5, 0.5]`,
# `[[2], [2]]`, `[5]`, which is $4 \tanh(0.5 + 0.5x) + 5$: another function.
#
# <details><summary>Hint 1: the idea</summary>
#
# Everything that belongs to a unit moves with it: what comes in, its bias, and what goes out. Try one exchange after the other and look at the loss
# halfway, until it is large enough.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# In `X @ W1 + b1` unit $j$ is a column of `W1` and an entry of `b1`; in `... @ W2` it is a row of `W2`. An array of whole numbers such as
# `order = [0, 3, 2, 1]` picks columns by `W1[:, order]` and rows by `W2[order]`, and makes new arrays. `b2` belongs to the outputs.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# here = loss(W1, b1, W2, b2, X, Y)
# H = len(b1)
# for i in range(H):
#     for j in range(i + 1, H):
#         order = list(range(H))
#         order[i], order[j] = j, i
#         other = ..., ..., ..., b2.copy()
#         halfway = ...
#         if ...:
#             return other
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "twin", "locked": false, "schema_version": 3, "solution": true, "task": false}
def twin(W1, b1, W2, b2, X, Y):
    """Return other parameters (V1, c1, V2, c2) of the same network, with a larger loss halfway.

    W1: (D, H); b1: (H,); W2: (H, C); b2: (C,); X: (N, D); Y: (N, C). All stay unchanged.
    """
    ### BEGIN SOLUTION
    twins = []
    for i in range(len(b1)):
        for j in range(i):
            order = list(range(len(b1)))
            order[i], order[j] = j, i
            twins.append((W1[:, order], b1[order], W2[order], b2))

    def halfway(other):
        return loss(*[(p + q) / 2 for p, q in zip(other, (W1, b1, W2, b2))], X, Y)

    return max(twins, key=halfway)
    ### END SOLUTION
    raise NotImplementedError("next step: exchange two hidden units, and look at the loss halfway")


# %% nbgrader={"grade": true, "grade_id": "twin-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the network of the example, where it has no error
given = np.array([[2.0, -1.0]]), np.array([0.0, 1.0]), np.array([[1.0], [3.0]]), np.array([5.0])
X = np.array([[-1.0], [0.0], [2.0]])
Y = network(*given, X)
other = twin(*given, X, Y)
assert [array.tolist() for array in given] == [[[2, -1]], [0, 1], [[1], [3]], [5]], (
    "twin changed W1, b1, W2 or b2 themselves. W1[:, [0, 1]] = ... writes into the array of your "
    "caller; V1 = W1[:, order] makes a new one.")
assert isinstance(other, (tuple, list)) and len(other) == 4, (
    "twin returns four parts: return V1, c1, V2, c2.")
assert [np.shape(part) for part in other] == [(1, 2), (2,), (2, 1), (1,)], (
    "The twin's parts have the shapes of W1, b1, W2 and b2: (1, 2), (2,), (2, 1), (1,) here.")
V1, c1, V2, c2 = (np.asarray(part) for part in other)
assert np.allclose(network(V1, c1, V2, c2, X), Y, rtol=0, atol=1e-9), (
    "The twin should compute what the given network does. Compare network(*other, X) with Y. A unit "
    "takes its column of W1, its entry of b1 and its row of W2 with it; b2 stays.")
halfway = [(p + q) / 2 for p, q in zip(given, (V1, c1, V2, c2), strict=True)]
assert loss(*halfway, X, Y) > 1e-6, (
    "Halfway the loss should be larger than 0, the loss of the given network. "
    "Did you return the given parameters again?")

# %% nbgrader={"grade": true, "grade_id": "twin-same_outputs", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the same outputs at inputs that were not among the samples, for networks of many shapes
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(503)
for D, H, C in [(3, 2, 4), (2, 5, 1), (4, 3, 2), (1, 4, 3), (3, 3, 3), (2, 2, 2)]:
    given = [rng.normal(0, 1.3, shape) for shape in ((D, H), (H,), (H, C), (C,))]
    before = [array.copy() for array in given]
    X = rng.standard_normal((12, D))
    Y = network(*before, X)
    other = [np.asarray(part) for part in twin(*given, X.copy(), Y.copy())]
    assert [part.shape for part in other] == [part.shape for part in before], "The twin's four arrays should have the shapes of W1, b1, W2 and b2."
    assert max(np.abs(p - q).max() for p, q in zip(other, before, strict=True)) > 1e-6, "The twin has the given parameters; it should have others."
    fresh = 2 * rng.standard_normal((40, D))
    assert np.allclose(network(*other, fresh), network(*before, fresh), rtol=0, atol=1e-9), (
        "The twin gives other outputs than the network. With a unit goes all that is its own: a column of W1, an entry of b1, a row of W2. Everything else "
        "stays, also where all shapes are equal and nothing else would be noticed.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "twin-equal_units", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# halfway is worse by more than the limit, although some units are equal, or almost
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(504)
for nudge in (0, 1e-5):
    for copies in ([0, 0, 1, 2], [0, 1, 1, 0], [0, 1, 2, 2], [0, 0, 0, 1], [0, 1, 0]):
        W1, b1, W2, b2 = (rng.normal(0, 1.5, shape) for shape in ((2, 3), (3,), (3, 1), (1,)))
        given = [W1[:, copies], b1[copies], W2[copies], b2]
        given[1] = given[1] + nudge * np.arange(len(copies))
        before = [array.copy() for array in given]
        X = rng.standard_normal((15, 2))
        Y = network(*before, X)
        other = [np.asarray(part) for part in twin(*given, X.copy(), Y.copy())]
        assert np.allclose(network(*other, X), Y, rtol=0, atol=1e-9), "The twin gives other outputs than the network. Mend that first."
        halfway = [(p + q) / 2 for p, q in zip(before, other, strict=True)]
        assert loss(*halfway, X, Y) > 0.99e-6, (
            "Halfway the loss is not larger by more than the limit. Where two units are equal, or almost, exchanging them changes nothing: take others. The "
            "limit is 1e-6 (1 + the loss).")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "twin-any_height", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# halfway is worse also for networks with errors, which a wrong choice would improve
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(505)


def worse(parameters, order, X, Y):
    W1, b1, W2, b2 = parameters
    return loss((W1 + W1[:, order]) / 2, (b1 + b1[order]) / 2, (W2 + W2[order]) / 2, b2, X, Y) - 1.1 * loss(*parameters, X, Y)


for D, H, C in [(2, 3, 1), (1, 4, 1), (3, 5, 1)]:
    swaps = [[j if k == i else i if k == j else k for k in range(H)] for i in range(H) for j in range(i)]
    ends = [1, 0, *range(2, H)], [*range(H)][::-1], [*range(1, H), 0], [H - 1, *range(H - 1)], [*range(H - 2), H - 1, H - 2]
    for order in ends:
        before, X, Y = None, None, None
        while before is None or max(worse(before, swap, X, Y) for swap in swaps) <= 0:
            before, X = [rng.normal(0, 1.5, shape) for shape in ((D, H), (H,), (H, C), (C,))], rng.standard_normal((20, D))
            W1, b1, W2, b2 = before
            Y = network((W1 + W1[:, order]) / 2, (b1 + b1[order]) / 2, (W2 + W2[order]) / 2, b2, X)
        given = [array.copy() for array in before]
        here = loss(*before, X, Y)
        answer = twin(*given, X.copy(), Y.copy())
        assert answer is not None, (
            "For some network twin returned None: it found no exchange that makes the loss halfway larger. Try every pair of units, not only neighbours, and "
            "take the mean of all four arrays.")
        other = [np.asarray(part) for part in answer]
        assert np.allclose(network(*other, X), network(*before, X), rtol=0, atol=1e-9), "The twin gives other outputs than the network. Mend that first."
        halfway = [(p + q) / 2 for p, q in zip(before, other, strict=True)]
        assert loss(*halfway, X, Y) > here + 0.99e-6 * (1 + here), (
            "Halfway the loss is not larger than at the given parameters. A network with errors may improve there, so try several exchanges, and compare the "
            "loss of the network halfway with that of the given one.")
### END HIDDEN TESTS

# %% [markdown]
# ## 4 What a record proves (3 points)
#
# A walk is safe with $\mathrm{lr} < 2/L$ and fast if some $\mu > 0$ bounds the curvature from below, so $L$ and $\mu$ are worth knowing. You have a
# record: points, and at each the height and the gradient. It cannot prove what $L$ and $\mu$ are, but it can *refute* a wrong claim.
#
# The proof of the descent lemma (L07, section 6) shows more than the lemma says: the first of these inequalities, for every L-smooth $f$ and
# all $x, y$. The second is the theorem of section 3, applied to the convex function $f - \frac{\mu}{2}|x|^2$:
#
# $$f(y) \;\le\; f(x) + \nabla f(x)\cdot(y - x) + \tfrac{L}{2}\,|y - x|^2, \qquad
# f(y) \;\ge\; f(x) + \nabla f(x)\cdot(y - x) + \tfrac{\mu}{2}\,|y - x|^2 .$$
#
# Solve both for the constant. Each pair of different points gives a number $q$ (and a second one with $x$ and $y$ exchanged), and no valid $L$ is smaller, no valid $\mu$ larger:
#
# $$\mu \;\le\; q(x, y) \;\le\; L, \qquad q(x, y) = 2\,\frac{f(y) - f(x) - \nabla f(x)\cdot(y - x)}{|y - x|^2}.$$
#
# If some $q$ is negative, then $f$ lies below one of its tangents: it is not convex at all.

# %% [markdown]
# **Contract.** `curvature_bounds(X, F, G)` takes points `X` of shape `(M, d)`, no two equal, $M \ge 2$; heights `F` of shape `(M,)`; and gradients
# `G` of shape `(M, d)`, one row for each point. It returns two numbers: the smallest and the largest $q(x, y)$, where $x$ and $y$ run over all
# pairs of different points, each pair both ways round.
#
# **Example.** $f = x^3$ at 0 and 1: heights 0 and 1, slopes 0 and 3. $q(0, 1) = 2\,(1 - 0 - 0 \cdot 1)/1 = 2$ and
# $q(1, 0) = 2\,(0 - 1 - 3 \cdot (-1))/1 = 4$. The answer is `(2, 4)`: whoever claims $L = 3$ on the stretch from 0 to 1 is refuted.
#
# <details><summary>Hint 1: the idea</summary>
#
# The gradient is that of the point where one starts, $x$. So $q(x, y)$ and $q(y, x)$ are two different numbers, and both count.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# Two loops over row numbers `i` and `j` are fine. `X[j] - X[i]` and `G[i]` have shape `(d,)`, and everything else is a number: a dot product
# above, a squared length below. Leave out `i == j`, which would be $0/0$.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# q = []
# for i in range(len(X)):
#     for j in range(len(X)):
#         if i != j:
#             v = X[j] - X[i]
#             q.append(...)
# return ..., ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "curvature_bounds", "locked": false, "schema_version": 3, "solution": true, "task": false}
def curvature_bounds(X, F, G):
    """Return the smallest and the largest q(x, y) of a record, two numbers.

    X: (M, d), points, no two equal; F: (M,), heights; G: (M, d), gradients.
    """
    ### BEGIN SOLUTION
    q = []
    for i in range(len(X)):
        for j in range(len(X)):
            if i != j:
                v = X[j] - X[i]
                q.append(2 * (F[j] - F[i] - G[i] @ v) / (v @ v))
    return min(q), max(q)
    ### END SOLUTION
    raise NotImplementedError("next step: compute q for one pair of points")


# %% nbgrader={"grade": true, "grade_id": "curvature_bounds-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the cube of the example, and two points of a bowl in the plane
answer = curvature_bounds(np.array([[0.0], [1.0]]), np.array([0.0, 1.0]), np.array([[0.0], [3.0]]))
assert answer is not None and len(answer) == 2 and [np.shape(part) for part in answer] == [(), ()], (
    "curvature_bounds returns two numbers, the smallest and the largest q: return smallest, largest. "
    "Look at curvature_bounds(np.array([[0.0], [1.0]]), np.array([0.0, 1.0]), "
    "np.array([[0.0], [3.0]])).")
assert np.allclose(answer, [2, 4], rtol=0, atol=1e-9), (
    "For the cube at 0 and 1 the answer is (2, 4). (1, 2) lacks the factor 2; (2, 2) or (4, 4) looks "
    "only one way; (-4, -2) takes the gradient at the wrong point; (4, 2) is the wrong way round.")
X = np.array([[1.0, 2.0], [4.0, 1.0]])        # the bowl x1^2 / 2 + 5 x2^2, gradient (x1, 10 x2)
answer = curvature_bounds(X, np.array([20.5, 13.0]), np.array([[1.0, 20.0], [4.0, 10.0]]))
assert np.allclose(answer, [1.9, 1.9], rtol=0, atol=1e-9), (
    "For the bowl at (1, 2) and (4, 1) both numbers are 1.9. There v = (3, -1), so q is "
    "2 * (13 - 20.5 - (1 * 3 - 20 * 1)) / (9 + 1); below stands the squared length of v. On the way "
    "back v = (-3, 1), the gradient is (4, 10), and q is "
    "2 * (20.5 - 13 - (4 * -3 + 10 * 1)) / (9 + 1).")

# %% nbgrader={"grade": true, "grade_id": "curvature_bounds-every_pair", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# many points in many coordinates
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(506)
for M, d in [(3, 2), (12, 1), (12, 3), (8, 8), (5, 20)]:
    X = rng.permutation(np.arange(-3 * M, 3 * M, 0.5))[:M, None] + np.round(rng.standard_normal((M, d)), 1) * [0.1] + np.arange(d) / 4
    curvature = 10.0 ** rng.uniform(-1, 1, d)
    for rows in (np.arange(M), np.argsort(X[:, 0])):
        points = X[rows]
        F = (curvature * points**2).sum(axis=1) / 2 + np.exp(points[:, 0] / (3 * M))
        G = curvature * points
        G[:, 0] += np.exp(points[:, 0] / (3 * M)) / (3 * M)
        V = points[None] - points[:, None]
        above, below = F[None] - F[:, None] - (G[:, None] * V).sum(axis=2), (V**2).sum(axis=2)
        q = 2 * above[~np.eye(M, dtype=bool)] / below[~np.eye(M, dtype=bool)]
        answer = curvature_bounds(points.copy(), F.copy(), G.copy())
        assert np.shape(answer) == (2,), "curvature_bounds should return two numbers."
        assert np.isclose(answer[0], q.min(), rtol=1e-7, atol=1e-7), (
            "The smallest q is not right for some record. All pairs of points count, not only neighbours, and each both ways round, with v turned round too; below stands |y - x|^2.")
        assert np.isclose(answer[1], q.max(), rtol=1e-7, atol=1e-7), (
            "The largest q is not right for some record. All pairs of points count, not only neighbours, and each both ways round, with v turned round too; below stands |y - x|^2.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "curvature_bounds-not_convex", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# lands that are not convex: q may be negative
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(507)
for sign in (1, -1):
    for _ in range(10):
        x, y = np.round(rng.uniform(0.5, 4, 2), 2) * [1, -1]
        for a, b in [(x, y), (y, x)]:
            answer = curvature_bounds(np.array([[a], [b]]), sign * np.array([a**3, b**3]), 3 * sign * np.array([[a**2], [b**2]]))
            q = sorted([2 * sign * (2 * a + b), 2 * sign * (2 * b + a)])
            assert np.shape(answer) == (2,), "curvature_bounds should return two numbers."
            assert np.allclose(answer, q, rtol=0, atol=1e-8), (
                "On a land that is not convex an answer is wrong. A negative q is a result like any other: it keeps its sign, and it is smaller than 0.")
### END HIDDEN TESTS

# %% [markdown]
# ## 5 Two best answers (2 points)
#
# Linear regression is convex, and at its minimum the gradient is zero. The slides remember that this "only had one point". You will
# show two.
#
# **Contract.** `two_minimisers(X, y, c)` takes `X` of shape `(N, d)`, $d \ge 2$, targets `y` of shape `(N,)` and `c` of shape `(d - 1,)`. The last
# column of `X` is a combination of the others, `X[:, -1] = X[:, :-1] @ c`, and without it `X[:, :-1]` has full column rank (L07, section 3), so
# its normal equations have exactly one solution. It returns two vectors of weights, each of shape `(d,)` and with the least possible mean squared error of $Xw$. Their distance is at least 1.
#
# **Example.** The first column is $(1, 2, 2)$, the second twice the first, so $c = (2)$; $y = (1, 2, 4)$. With the first column alone the best weight is
# $13/9$, from $9 w = 13$, the normal equation. So $(13/9, 0)$ is a minimiser. And since $2 \cdot \text{first} - 1 \cdot \text{second} = 0$, so is
# $(13/9 + 2, -1)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# One minimiser does not use the last column at all. From there you may walk in any direction that changes no output.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# With `A = X[:, :-1]` the normal equations `A.T @ A @ w = A.T @ y` have exactly one solution, `np.linalg.solve(A.T @ A, A.T @ y)`, of shape `(d - 1,)`.
# `np.append(w, 0)` makes it `(d,)`. The direction also has shape `(d,)`; `X @ direction` must be zero.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# A = X[:, :-1]
# first = np.append(np.linalg.solve(..., ...), 0)
# direction = np.append(..., ...)                   # X @ direction is zero
# return first, ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "two_minimisers", "locked": false, "schema_version": 3, "solution": true, "task": false}
def two_minimisers(X, y, c):
    """Return two minimisers of the mean squared error of X w, shape (d,) each, at least 1 apart.

    X: (N, d); y: (N,); c: (d - 1,), with X[:, -1] = X[:, :-1] @ c.
    """
    ### BEGIN SOLUTION
    A = X[:, :-1]
    first = np.append(np.linalg.solve(A.T @ A, A.T @ y), 0)
    return first, first + np.append(c, -1)
    ### END SOLUTION
    raise NotImplementedError("next step: find the minimiser that does not use the last column")


# %% nbgrader={"grade": true, "grade_id": "two_minimisers-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the two columns of the example
X, y, c = np.array([[1.0, 2.0], [2.0, 4.0], [2.0, 4.0]]), np.array([1.0, 2.0, 4.0]), np.array([2.0])
pair = two_minimisers(X, y, c)
assert np.shape(pair) == (2, 2), (
    "two_minimisers(X, y, c) returns two vectors, here of shape (2,) each: return first, second.")
v, w = (np.asarray(part) for part in pair)
assert np.linalg.norm(v - w) > 0.999, (
    "The two vectors should be different, at least 1 apart. Look at two_minimisers(X, y, c).")
assert np.allclose(X @ v, X @ w, rtol=0, atol=1e-8), (
    "With v, w = two_minimisers(X, y, c) the outputs X @ v and X @ w should be the same. A step of "
    "(2, -1) changes none of them here; (2, 1) does.")
assert np.allclose(X @ v, np.array([1, 2, 2]) * 13 / 9, rtol=0, atol=1e-8), (
    "Both vectors give the same outputs, but not the best ones. Those are 13/9 times the first column: "
    "at a minimiser X.T @ (X @ v - y) is zero.")

# %% nbgrader={"grade": true, "grade_id": "two_minimisers-any_combination", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# two minimisers for any number of columns
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(508)
for N, d in [(6, 2), (20, 3), (9, 5), (4, 5), (30, 8)]:
    A = np.linalg.qr(rng.standard_normal((N, d - 1)))[0] @ (2 * np.eye(d - 1) + np.triu(rng.uniform(-1, 1, (d - 1, d - 1))))
    c = np.round(rng.uniform(-3, 3, d - 1), 2)
    X, y = np.column_stack([A, A @ c]), 5 * rng.standard_normal(N)
    pair = np.asarray(two_minimisers(X.copy(), y.copy(), c.copy()))
    assert pair.shape == (2, d), "There should be two vectors, each with one weight for every column of X."
    assert np.linalg.norm(pair[0] - pair[1]) > 0.999, "The two minimisers should be at least 1 apart."
    for w in pair:
        assert np.abs(X.T @ (X @ w - y)).max() <= 1e-8 * (1 + np.abs(w).max()) * (1 + np.abs(X).max() ** 2), (
            "One of the two is no minimiser: the gradient there is not zero. All columns but the last are used by the first; c and a weight for the last "
            "column make the direction.")
### END HIDDEN TESTS

# %% [markdown]
# ## 6 Test a claim (2 points)
#
# Of logistic regression the slides say that its loss "is convex, so there is one global minimum". Take one number $x$ for each person and a bias: the loss
# is the sum of $\ln(1 + e^{-z})$ over the people of class 1 and of $\ln(1 + e^{z})$ over those of class 0, with $z = w_1 x + w_2$. It *is* convex. Has it a
# minimum? Decide, and whenever it has none, prove it: L07, section 7, says with what.
#
# **Contract.** `no_minimum(x, y)` takes numbers `x` of shape `(N,)` and labels `y` of shape `(N,)`, each 0 or 1. Both labels occur, and no number
# occurs with both. If the loss has no minimum, it returns the certificate $u$, an array of shape `(2,)` with
#
# $$u_1 x + u_2 > 0 \;\text{ for all of class 1}, \qquad u_1 x + u_2 < 0 \;\text{ for all of class 0}.$$
#
# Otherwise it returns `None`.
#
# **Example.** High incomes at 30, 35 and 60 years, low ones at 20 and 28: $u = (1, -29)$ gives $1, 6, 31$ and $-9, -1$. With one more low income at
# 50 there is no such $u$, and the loss has a minimum: `None`.
#
# <details><summary>Hint 1: the idea</summary>
#
# $u_1 x + u_2$ changes its sign at one place only. So when can the classes be told apart by it? There are two ways, for class 1 may lie on either side.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `x[y == 1]` are the numbers of class 1, and they have a smallest and a largest one. So have those of class 0. With a place `t` between the classes,
# $u = (1, -t)$ is positive above `t`.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# ones, zeros = x[y == 1], x[y == 0]
# if ...:                                # class 1 above class 0
#     return np.array([1, ...])
# if ...:                                # class 1 below class 0
#     return np.array([..., ...])
# return None
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "no_minimum", "locked": false, "schema_version": 3, "solution": true, "task": false}
def no_minimum(x, y):
    """Return u, shape (2,), which proves that the logistic loss has no minimum; None if it has one.

    x: (N,), numbers; y: (N,), labels 0 or 1.
    """
    ### BEGIN SOLUTION
    ones, zeros = x[y == 1], x[y == 0]
    if ones.min() > zeros.max():
        return np.array([1, -(ones.min() + zeros.max()) / 2])
    if ones.max() < zeros.min():
        return np.array([-1, (ones.max() + zeros.min()) / 2])
    return None
    ### END SOLUTION
    raise NotImplementedError("next step: ask whether all of class 1 lies above all of class 0")


# %% nbgrader={"grade": true, "grade_id": "no_minimum-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the ages of the lecture's income table, and a tenth person
age = np.array([35, 40, 25, 50, 30, 28, 45, 60, 20])
high = np.array([1, 1, 0, 1, 1, 0, 1, 1, 0])
u = no_minimum(age, high)
assert u is not None, (
    "Everybody up to 28 earns little and everybody from 30 on earns much, so no_minimum(age, high) "
    "should be a certificate: the loss has no minimum.")
assert np.shape(u) == (2,), "The certificate is one array with two numbers, u1 and u2."
assert np.all(u[0] * age[high == 1] + u[1] > 0), (
    "With u = no_minimum(age, high) the numbers u[0] * age + u[1] should be above 0 for class 1, "
    "strictly. At the place t itself it is 0, so t lies between the classes and on nobody.")
assert np.all(u[0] * age[high == 0] + u[1] < 0), (
    "With u = no_minimum(age, high) the numbers u[0] * age + u[1] should be below 0 for class 0, "
    "strictly. At the place t itself it is 0, so t lies between the classes and on nobody.")
assert no_minimum(np.append(age, 33), np.append(high, 0)) is None, (
    "If a tenth person of 33 years earns little, the classes overlap and the loss has a minimum: "
    "no_minimum(np.append(age, 33), np.append(high, 0)) should be None.")

# %% nbgrader={"grade": true, "grade_id": "no_minimum-either_side", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# any numbers, either class on the left, whole or overlapping
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(509)
for N in (2, 3, 9):
    for centre in (0, -100, 5, 0.01):
        x = centre + rng.permutation(np.arange(N)) * 0.01 - 0.005
        y = (x > np.sort(x)[(N - 1) // 2] + 0.005).astype(int)
        for labels in (y, 1 - y):
            u = no_minimum(x.copy(), labels.copy())
            assert u is not None and np.shape(u) == (2,), (
                "The classes do not overlap, so the loss has no minimum, and a certificate with two numbers exists. Either class may have the larger numbers.")
            z = u[0] * x + u[1]
            assert np.all(z[labels == 1] > 0) and np.all(z[labels == 0] < 0), (
                "A certificate is wrong: u1 x + u2 should be above 0 for all of class 1 and below 0 for all of class 0, strictly, wherever on the line they lie.")
        for place in range(N):
            mixed = y.copy()
            mixed[np.argsort(x)[place]] = 1 - mixed[np.argsort(x)[place]]
            changes = np.abs(np.diff(mixed[np.argsort(x)])).sum()
            assert changes < 2 or (no_minimum(x.copy(), mixed.copy()) is None and no_minimum(x.copy(), 1 - mixed) is None), (
                "The classes overlap, so the loss has a minimum and there is nothing to prove: None. One person on the wrong side is enough.")
### END HIDDEN TESTS

# %% [markdown]
# ## What you have now
#
# A judge that cannot be fooled, a searcher that respects its budget, and four short proofs: that the loss of a network is not convex, that a
# record refutes a claim about curvature, that a convex loss may have many minima, and that it may have none. All of them are certificates: easy to check,
# whoever found them. What remains is to get the gradients; that is the next set.
#
# **Sources.** S. Boyd and L. Vandenberghe, *Convex Optimization*, 2004, [doi:10.1017/CBO9780511804441](https://doi.org/10.1017/CBO9780511804441).
# Y. Nesterov, *Lectures on Convex Optimization*, 2018, [doi:10.1007/978-3-319-91578-4](https://doi.org/10.1007/978-3-319-91578-4).
# R. Hecht-Nielsen, *On the algebraic structure of feedforward network weight spaces*, 1990,
# [doi:10.1016/B978-0-444-88400-8.50019-4](https://doi.org/10.1016/B978-0-444-88400-8.50019-4). A. Albert and J. A. Anderson, *On the existence of
# maximum likelihood estimates in logistic regression models*, 1984, [doi:10.1093/biomet/71.1.1](https://doi.org/10.1093/biomet/71.1.1).
