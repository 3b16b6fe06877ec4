# %% [markdown]
# # E1 Threshold logic and the perceptron
#
# You will build a threshold unit, wire three of them into a network, and let one learn its own weights. At the end you will *prove*, with four
# numbers that anyone can check, that some problems are out of its reach. Lecture L01 is all you need. Plan two hours, and open a hint when
# you have been stuck for five minutes: nobody counts them.
#
# **Working.** Put your code where it says `# YOUR CODE HERE`. The line `raise NotImplementedError(...)` below it is only a signpost and may
# stay; if it still stops you when your code is written, a `return` is missing. Put an import or a helper of your own into an answer cell or
# a new cell: changes to the set-up cell do not reach the grader. Write each function yourself, with NumPy: the lectures import theirs from
# `course_lib`, which is not there where answers are graded. You may copy lines from it.
#
# **Grading.** 20 points. Below each answer stands a visible check, 1 point each, that tells you what it expected. The other 13 points come from
# hidden checks: you see only the property each one looks at, as a comment, and in your copy such a cell always passes. What counts is the
# values that your functions return. Style and warnings cost nothing, and speed costs nothing as long as a cell ends within five seconds.
#
# **Before you hand in**, choose *Kernel > Restart Kernel and Run All Cells*, or press *Validate*. Running stops at the first check that fails:
# that is the place to go on. To skip a question, go on with Shift+Enter below it.

# %% [markdown]
# ### The words used here
#
# The two truth values are the numbers $+1$ (true) and $-1$ (false). An input with $n$ values is a vector $\mathbf{x}$ of shape `(n,)`; many
# inputs are the rows of a matrix `X` of shape `(N, n)`. A **threshold unit**, the lecture's neuron, has weights $\mathbf{w}$ and a bias $b$, which
# may be whole numbers or fractions. It computes the **pre-activation** $z = \mathbf{w}\cdot\mathbf{x} + b$ and answers
#
# $$+1 \;\text{ if } z \ge 0, \qquad -1 \;\text{ otherwise.}$$
#
# Exactly at zero it answers $+1$: it *fires*. This rule holds in all seven questions.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from itertools import product

import numpy as np

# %% [markdown]
# ## 1 One threshold unit (2 points)
#
# In 1943 McCulloch and Pitts boiled a nerve cell down to a sum and a question. In today's form: does the weighted sum of the inputs, plus the
# bias, reach zero? Everything else in this set is made of this one function.
#
# **Contract.** `threshold_unit(x, w, b)` takes one input `x` and the weights `w`, both of shape `(n,)`, and the bias `b`, a number. It returns
# the number `1` if $\mathbf{w}\cdot\mathbf{x} + b \ge 0$ and `-1` otherwise.
#
# **Example.** For $\mathbf{x} = (1, -1, 1)$, $\mathbf{w} = (2, 4, -1)$, $b = -2$ we get $z = 2 - 4 - 1 - 2 = -5$, so the unit answers $-1$.
#
# <details><summary>Hint 1: the idea</summary>
#
# First one number, $z$. Then one question about it, with two possible answers.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# For two vectors of shape `(n,)`, `w @ x` multiplies entry by entry and adds up: a single number. The bias is added once, after that.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# z = ...                        # one number
# return 1 if ... else -1
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "threshold_unit", "locked": false, "schema_version": 3, "solution": true, "task": false}
def threshold_unit(x, w, b):
    """Return 1 if w·x + b >= 0, else -1. x, w: shape (n,); b: a number."""
    ### BEGIN SOLUTION
    return 1 if w @ x + b >= 0 else -1
    ### END SOLUTION
    raise NotImplementedError("next step: compute z = w·x + b, one number")


# %% nbgrader={"grade": true, "grade_id": "threshold_unit-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# one input, one answer: 1 or -1
x, w = np.array([3, 1, 1]), np.array([1, 1, 1])
assert np.ndim(threshold_unit(x, w, -3)) == 0, (
    "One input should give one number. Run threshold_unit(x, w, -3): an array means that the "
    "products were not summed (try w @ x).")
assert threshold_unit(x, w, -3) == 1, (
    "threshold_unit(x, w, -3) should be 1, because z = 3 + 1 + 1 - 3 = 2 is at least 0. The bias is "
    "added once, after the sum, and the answer is 1 or -1, not z itself.")
assert threshold_unit(x, w, -7) == -1, (
    "threshold_unit(x, w, -7) should be -1, because z = 3 + 1 + 1 - 7 = -2 is below 0. The bias is "
    "added, not subtracted, and false is -1, not 0 and not False.")

# %% nbgrader={"grade": true, "grade_id": "threshold_unit-at_zero", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# at exactly zero the unit fires
### BEGIN HIDDEN TESTS
for n in (1, 2, 5):
    x, w = np.arange(1, n + 1), np.array([(-2) ** i for i in range(n)])
    assert threshold_unit(x, w, -int(w @ x)) == 1, "When z is exactly 0 the unit answers +1. Look at the comparison in the contract once more."
    assert threshold_unit(x, w, -int(w @ x) - 0.25) == -1, "Just below zero the unit still answers -1, for fractions too."
### END HIDDEN TESTS

# %% [markdown]
# ## 2 The whole truth table (2 points)
#
# With $n$ inputs there are only $2^n$ cases, so we can look at *everything* a unit does.
#
# **Contract.** `truth_table(w, b)` takes weights of shape `(n,)` and a bias. It returns an array of shape `(2**n, n + 2)`: one row for each
# input; the columns are $x_1, \dots, x_n$, then $z$, then the unit's answer $y$. The rows are in counting order: the first is all $-1$, and
# the last input changes fastest.
#
# **Example.** `truth_table(np.array([2, 4, -1]), -2)` is the table of L01, section 2, for "$x_2$ and also ($x_1$ or not $x_3$)":
#
# | $x_1$ | $x_2$ | $x_3$ | $z$ | $y$ |
# |--:|--:|--:|--:|--:|
# | -1 | -1 | -1 | -7 | -1 |
# | -1 | -1 | 1 | -9 | -1 |
# | -1 | 1 | -1 | 1 | 1 |
# | -1 | 1 | 1 | -1 | -1 |
# | 1 | -1 | -1 | -3 | -1 |
# | 1 | -1 | 1 | -5 | -1 |
# | 1 | 1 | -1 | 5 | 1 |
# | 1 | 1 | 1 | 3 | 1 |
#
# The set-up cell imports `product`: `list(product([0, 1], repeat=2))` is `[(0, 0), (0, 1), (1, 0), (1, 1)]`.
#
# <details><summary>Hint 1: the idea</summary>
#
# First the matrix `X` of all inputs, then a whole column of $z$ at once, then the column of answers. Put the three side by side.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `X` has shape `(2**n, n)`, so `X @ w + b` has shape `(2**n,)`: one $z$ for each row. `n` is `len(w)`. `np.column_stack` puts columns side by
# side; `np.where(condition, 1, -1)` chooses for each entry.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# X = np.array(list(product(..., repeat=...)))
# z = ...
# y = np.where(..., 1, -1)
# return np.column_stack([X, z, y])
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "truth_table", "locked": false, "schema_version": 3, "solution": true, "task": false}
def truth_table(w, b):
    """Return the unit's table, shape (2**n, n + 2), for w of shape (n,) and a number b.

    Columns x_1, ..., x_n, z, y; the first row is all -1, and the last input changes fastest.
    """
    ### BEGIN SOLUTION
    X = np.array(list(product([-1, 1], repeat=len(w))))
    z = X @ w + b
    return np.column_stack([X, z, np.where(z >= 0, 1, -1)])
    ### END SOLUTION
    raise NotImplementedError("next step: make the matrix X of all 2**n inputs, one per row")


# %% nbgrader={"grade": true, "grade_id": "truth_table-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the table of the example
table = np.asarray(truth_table(np.array([2, 4, -1]), -2))
assert table.shape == (8, 5), (
    "Three inputs give 8 rows and 5 columns: x1, x2, x3, z, y. "
    "Look at truth_table(np.array([2, 4, -1]), -2).shape.")
assert np.array_equal(np.unique(table[:, :3]), [-1, 1]), (
    "False is -1 and true is 1: the first three columns hold nothing else.")
assert np.array_equal(table[0, :3], [-1, -1, -1]), (
    "The first row is the input where everything is false: -1, -1, -1.")
assert np.array_equal(table[1, :3], [-1, -1, 1]), (
    "The last input changes fastest, so the second row is -1, -1, 1.")
assert np.array_equal(table[:, :3], list(product([-1, 1], repeat=3))), (
    "Rows are in counting order: from top to bottom x3 changes in every row, x2 in every second "
    "row, x1 once in the middle.")
assert np.array_equal(table[:, 3], [-7, -9, 1, -1, -3, -5, 5, 3]), (
    "The fourth column is z = 2*x1 + 4*x2 - x3 - 2, which is -7 in the first row.")
assert np.array_equal(table[:, 4], [-1, -1, 1, -1, -1, -1, 1, 1]), (
    "The last column is the answer y: 1 where z >= 0 and -1 elsewhere.")

# %% nbgrader={"grade": true, "grade_id": "truth_table-any_unit", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# any number of inputs, any weights
### BEGIN HIDDEN TESTS
for w, b in [([2, -1], 1), ([3], -3), ([1, -2, 0.5, 4], 0.25), ([1, 1, 1, 1, 1], 0.0), ([1, -1, 2, 1, -3, 5], 1)]:
    w = np.array(w)
    n = len(w)
    X = np.stack(np.meshgrid(*[[-1, 1]] * n, indexing="ij"), axis=-1).reshape(-1, n)
    table = np.asarray(truth_table(w, b))
    assert table.shape == (2**n, n + 2), "The table should have 2**n rows and n + 2 columns for every number n of inputs, not only for three."
    assert np.array_equal(table[:, :n], X), "The inputs should be in counting order for every number of inputs."
    assert np.allclose(table[:, n], X @ w + b, rtol=0, atol=1e-9), "The column z should be the weighted sum plus the bias, for fractions too."
    assert np.array_equal(table[:, n + 1], np.where(X @ w + b >= 0, 1, -1)), "y is +1 wherever z >= 0, also where z is exactly 0."
### END HIDDEN TESTS

# %% [markdown]
# ## 3 Weights for gates (3 points)
#
# Now the other way round: the table is given and you choose the weights. **OR** is $+1$ when at least one input is $+1$, **AND** when all are,
# and **NAND** is the opposite of AND. Each is one threshold unit, for any number of inputs.
#
# **Contract.** `gate(name, n)` takes `"OR"`, `"AND"` or `"NAND"` and the number of inputs $n \ge 2$. It returns a pair `(w, b)`: weights of
# shape `(n,)` and a number, such that the threshold unit gives the right answer on all $2^n$ inputs. Any weights that do this are right.
#
# **Example.** AND of two inputs: with $\mathbf{w} = (1, 1)$ the sum $x_1 + x_2$ is $-2$, $0$, $0$ or $2$, and only $2$ may fire. Any threshold
# between $0$ and $2$ will do. Half way is $1$; the unit fires when the sum minus $1$ is at least $0$, so $b = -1$: **the bias is minus the
# threshold**.
#
# <details><summary>Hint 1: the idea</summary>
#
# With weight 1 for every input the sum tells how many are true. Where must the threshold lie, for OR and for AND?
#
# </details>
#
# <details><summary>Hint 2: the numbers</summary>
#
# If $k$ of $n$ inputs are $+1$, the sum is $k - (n - k) = 2k - n$: it runs from $-n$ to $n$ in steps of 2. OR must separate $k = 0$ from
# $k = 1$, AND must separate $k = n - 1$ from $k = n$. For NAND: what happens to the answer when *all* of $\mathbf{w}$ and $b$ change sign?
# Stay away from $z = 0$: it fires before the change of sign and after it.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# w = np.ones(n)
# if name == "OR":
#     return w, ...
# if name == "AND":
#     return w, ...
# if name == "NAND":
#     return ..., ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "gate", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gate(name, n):
    """Return (w, b), shape (n,) and a number, of a unit for "OR", "AND" or "NAND" of n inputs ±1."""
    ### BEGIN SOLUTION
    w = np.ones(n)
    if name == "OR":
        return w, n - 1
    if name == "AND":
        return w, 1 - n
    if name == "NAND":
        return -w, n - 1
    ### END SOLUTION
    raise NotImplementedError("next step: choose w and b for this gate")


# %% nbgrader={"grade": true, "grade_id": "gate-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# (w, b) of the right shapes, and AND of two inputs
for name in ("OR", "AND", "NAND"):
    answer = gate(name, 4)
    assert isinstance(answer, (tuple, list)) and len(answer) == 2, (
        "gate returns a pair: return w, b. Look at gate('OR', 4), gate('AND', 4) and gate('NAND', 4).")
    assert np.shape(answer[0]) == (4,), (
        "Four inputs need four weights: the first part of gate(name, 4) should have shape (4,).")
    assert np.ndim(answer[1]) == 0, "The bias is a single number, not an array."
w, b = gate("AND", 2)
assert np.dot(w, [1, 1]) + b >= 0, (
    "AND of two true inputs is true: with w, b = gate('AND', 2), the value w @ np.array([1, 1]) + b "
    "should be at least 0.")
assert np.dot(w, [-1, -1]) + b < 0, (
    "AND of two false inputs is false: with w, b = gate('AND', 2), the value "
    "w @ np.array([-1, -1]) + b should be below 0.")
assert np.dot(w, [1, -1]) + b < 0 and np.dot(w, [-1, 1]) + b < 0, (
    "AND of one true and one false input is false: with w, b = gate('AND', 2), the values "
    "w @ np.array([1, -1]) + b and w @ np.array([-1, 1]) + b should be below 0. The bias is minus the "
    "threshold.")

# %% nbgrader={"grade": true, "grade_id": "gate-or", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# OR is right on every input
### BEGIN HIDDEN TESTS
for n in (2, 3, 6):
    X = 2 * (np.arange(2**n)[:, None] >> np.arange(n) & 1) - 1
    w, b = gate("OR", n)
    fires = X @ np.asarray(w) + b >= 0
    assert np.array_equal(fires, X.max(axis=1) == 1), (
        "OR fires when at least one input is +1, and only then. Check the input where all are -1 (z must be below 0, not 0) and those "
        "with a single +1 (z must be at least 0), for several n.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "gate-and_nand", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# AND and NAND are right on every input
### BEGIN HIDDEN TESTS
for n in (2, 3, 6):
    X = 2 * (np.arange(2**n)[:, None] >> np.arange(n) & 1) - 1
    w, b = gate("AND", n)
    assert np.array_equal(X @ np.asarray(w) + b >= 0, X.min(axis=1) == 1), (
        "AND fires when all inputs are +1, and only then. Check the input where all are +1 (z must be at least 0) and those with a single -1 "
        "(z must be below 0, not 0), for several n.")
    w, b = gate("NAND", n)
    assert np.array_equal(X @ np.asarray(w) + b >= 0, X.min(axis=1) == -1), (
        "NAND is silent when all inputs are +1, and only then. Check the input where all are +1 (z must be below 0, not 0) and those with a "
        "single -1 (z must be at least 0), for several n.")
### END HIDDEN TESTS

# %% [markdown]
# ## 4 A network for XOR (3 points)
#
# XOR is true when exactly one of two inputs is true. One unit cannot do it; two units whose answers feed a third one can. In a real
# circuit "false" and "true" are some voltages, say 0 and 5, and they are never met exactly. Your network should cope with any two such levels,
# and with inputs that are a little off.
#
# The network computes two hidden answers, then one output. Here $\operatorname{sgn}$ is our rule ($+1$ if $z \ge 0$, else $-1$) for each
# entry, and the rows of `X` are inputs:
#
# $$H = \operatorname{sgn}(X W + \mathbf{b}), \qquad \mathbf{y} = \operatorname{sgn}(H \mathbf{u} + c).$$
#
# **Contract.** `xor_net(low, high)` takes the two numbers `low < high` that stand for false and true *in the inputs*. It returns
# `(W, b, u, c)`: `W` of shape `(2, 2)`, whose column $j$ holds the weights of hidden unit $j$; `b` and `u` of shape `(2,)`; `c` a number. On the
# four inputs the output is $+1$ for true and $-1$ for false, also when each input is off by up to a tenth of `high - low`.
#
# **Example.** AND for inputs 0 and 5: with weights $(1, 1)$ the sum is 0, 5 or 10, and only 10 may fire. Half way between 5 and 10 means
# $b = -7.5$. With each input off by up to 0.5 the sum is off by up to 1: too little to reach the threshold.
#
# <details><summary>Hint 1: the idea</summary>
#
# "Exactly one" means "at least one, and not both". Those are gates from question 3.
#
# </details>
#
# <details><summary>Hint 2: the numbers</summary>
#
# With weights $(1, 1)$ the sum is `2*low`, `low + high` or `2*high`. OR needs a threshold half way between the first two, AND (and so NAND)
# half way between the last two. The hidden answers are $\pm 1$ whatever `low` and `high` are, so the output unit is an ordinary gate.
# Weights of one unit stand in one *column* of `W`.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# or_threshold = (3 * low + high) / 2           # half way between 2*low and low + high
# nand_threshold = ...
# W = np.array([[1, ...],
#               [1, ...]])
# b = np.array([-or_threshold, ...])
# return W, b, np.array([..., ...]), ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "xor_net", "locked": false, "schema_version": 3, "solution": true, "task": false}
def xor_net(low, high):
    """Return (W, b, u, c), shapes (2, 2), (2,), (2,) and a number, of a network for XOR.

    Its inputs are low or high, each off by at most a tenth of high - low; its answer is ±1.
    """
    ### BEGIN SOLUTION
    W = np.array([[1, -1],
                  [1, -1]])
    b = np.array([-(3 * low + high) / 2, (low + 3 * high) / 2])
    return W, b, np.array([1, 1]), -1
    ### END SOLUTION
    raise NotImplementedError("next step: choose two gates whose answers, joined by AND, give XOR")


# %% nbgrader={"grade": true, "grade_id": "xor_net-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the right shapes, and the four answers for inputs -1 and 1
parts = xor_net(-1, 1)
assert isinstance(parts, (tuple, list)) and len(parts) == 4, (
    "xor_net returns four parts: return W, b, u, c. Look at xor_net(-1, 1).")
assert [np.shape(part) for part in parts] == [(2, 2), (2,), (2,), ()], (
    "W should have shape (2, 2), b and u shape (2,), and c should be a number. "
    "Look at xor_net(-1, 1).")
W, b, u, c = parts
H = np.where(np.array([[-1, -1], [-1, 1], [1, -1], [1, 1]]) @ W + b >= 0, 1, -1)
y = np.where(H @ u + c >= 0, 1, -1)
assert np.array_equal(y, [-1, 1, 1, -1]), (
    "With W, b, u, c = xor_net(-1, 1) the answers on (-1, -1), (-1, 1), (1, -1), (1, 1) should be "
    "-1, 1, 1, -1. In a new cell print H and y: each column of H is one hidden unit. Do the columns "
    "show the gates you meant? (A unit's weights are a column of W, not a row.)")

# %% nbgrader={"grade": true, "grade_id": "xor_net-other_levels", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# any two levels for false and true
### BEGIN HIDDEN TESTS
for low, high in [(0, 1), (-4, 4), (2, 3), (-7, -1), (-0.5, 8)]:
    W, b, u, c = (np.asarray(part) for part in xor_net(low, high))
    H = np.where(np.array([[low, low], [low, high], [high, low], [high, high]]) @ W + b >= 0, 1, -1)
    y = np.where(H @ u + c >= 0, 1, -1)
    assert np.array_equal(y, [-1, 1, 1, -1]), (
        "For some levels an answer is wrong. Print H for several: close together, far apart, negative. If its columns are not those for (-1, 1), look "
        "at the hidden thresholds there; if they are the same everywhere, look at u and c.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "xor_net-noisy_inputs", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# inputs that are a little off change nothing
### BEGIN HIDDEN TESTS
signs = np.array([[-1, -1], [-1, 1], [1, -1], [1, 1]])
for low, high in [(-1, 1), (0, 5), (2, 3), (-7, -1)]:
    W, b, u, c = (np.asarray(part) for part in xor_net(low, high))
    answers = []
    for error in 0.0995 * (high - low) * np.vstack([[0, 0], signs]):
        H = np.where((np.where(signs > 0, high, low) + error) @ W + b >= 0, 1, -1)
        answers.append(np.where(H @ u + c >= 0, 1, -1))
    assert (low, high) != (-1, 1) or np.array_equal(answers[0], [-1, 1, 1, -1]), (
        "Already without errors an answer is wrong for inputs -1 and 1; mend that first.")
    assert np.array_equal(answers, [answers[0]] * 5), (
        "For some levels an answer changes when the inputs are a little off: a hidden threshold lies too close to one of the sums, measured "
        "against high - low. Put it half way between two of them.")
### END HIDDEN TESTS

# %% [markdown]
# ## 5 Let the unit learn (6 points)
#
# So far you chose the weights. Rosenblatt's perceptron finds them from labelled points: at each mistake it moves the line a little towards
# getting that point right. If some line separates the points, it stops after finitely many mistakes.
#
# **Contract.** `perceptron_train(X, y, max_epochs)` takes points `X` of shape `(N, D)` and labels `y` of shape `(N,)`, each $+1$ or $-1$.
#
# - Start at $\mathbf{w} = \mathbf{0}$, $b = 0$.
# - Visit the points in the order of the rows. A point $\mathbf{x}$ with label $y$ is a **mistake** if
#   $y\,(\mathbf{w}\cdot\mathbf{x} + b) \le 0$. At each mistake, before the next point is visited,
#   $\mathbf{w} \leftarrow \mathbf{w} + y\,\mathbf{x}$ and $b \leftarrow b + y$.
# - One pass over all points, the lecture's round, is an *epoch*. Stop after an epoch without mistakes, or after `max_epochs` epochs. `max_epochs` is
#   at least 1.
#
# In code give the single label a name other than `y`, or the array of labels is lost.
#
# It returns `(w, b, mistakes)`: shape `(D,)`, a number, and the number of mistakes in all epochs together. `X` and `y` stay as they were; they may
# hold whole numbers.
#
# A point exactly on the line is a mistake here, whatever its label: that is how the first step leaves $\mathbf{w} = \mathbf{0}$.

# %% [markdown]
# **Example.** Three points, $(0, 1)$ and $(1, 2)$ with label $+1$, $(3, 3)$ with label $-1$:
#
# | epoch | point | label $y$ | $z = \mathbf{w}\cdot\mathbf{x}+b$ | $yz \le 0$ | $\mathbf{w}$, $b$ afterwards |
# |--:|:--|--:|--:|:--|:--|
# | 1 | (0, 1) | 1 | 0 | mistake | (0, 1), 1 |
# | 1 | (1, 2) | 1 | 3 | | (0, 1), 1 |
# | 1 | (3, 3) | -1 | 4 | mistake | (-3, -2), 0 |
# | 2 | (0, 1) | 1 | -2 | mistake | (-3, -1), 1 |
# | 2 | (1, 2) | 1 | -4 | mistake | (-2, 1), 2 |
# | 2 | (3, 3) | -1 | -1 | | (-2, 1), 2 |
#
# Epoch 3 has no mistake, so training ends with $\mathbf{w} = (-2, 1)$, $b = 2$ and 4 mistakes.
#
# <details><summary>Hint 1: the idea</summary>
#
# Two loops: an outer one over epochs, an inner one over the points. Each point sees the weights as the point before left them. At the end of
# an epoch you need to know whether anything happened in it.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `w` has shape `(D,)`, like one row of `X`; `b` is a number and changes whenever `w` does. `zip(X, y)` gives one row and its label at a time. If
# the count of mistakes is the same before and after an epoch, the epoch was clean.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# w, b, mistakes = np.zeros(X.shape[1]), 0, 0
# for epoch in range(max_epochs):
#     before = mistakes
#     for x, label in zip(X, y):
#         if ...:
#             w = ...
#             b = ...
#             mistakes = ...
#     if mistakes == before:
#         break
# return w, b, mistakes
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "perceptron_train", "locked": false, "schema_version": 3, "solution": true, "task": false}
def perceptron_train(X, y, max_epochs):
    """Return (w, b, mistakes) of the perceptron rule. X: (N, D); y: (N,) of ±1; w: (D,).

    X and y stay unchanged.
    """
    ### BEGIN SOLUTION
    w, b, mistakes = np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = mistakes
        for x, label in zip(X, y, strict=True):
            if label * (w @ x + b) <= 0:
                w = w + label * x
                b = b + label
                mistakes += 1
        if mistakes == before:
            break
    return w, b, mistakes
    ### END SOLUTION
    raise NotImplementedError("next step: start at w = 0, b = 0 and visit the points one by one")


# %% nbgrader={"grade": true, "grade_id": "perceptron_train-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# three points that can be separated
X, y = np.array([[0, 1], [1, 2], [3, 3]]), np.array([1, 1, -1])
parts = perceptron_train(X, y, 10)
assert np.array_equal(X, [[0, 1], [1, 2], [3, 3]]) and np.array_equal(y, [1, 1, -1]), (
    "Training changed X or y. Work on new arrays: X *= ... or y[...] = ... writes into the arrays "
    "of whoever called you.")
assert isinstance(parts, (tuple, list)) and len(parts) == 3, (
    "perceptron_train returns three parts: return w, b, mistakes.")
assert [np.shape(part) for part in parts] == [(2,), (), ()], (
    "For points with two coordinates w should have shape (2,); b and mistakes should be numbers. "
    "Look at perceptron_train(X, y, 10).")
w, b, mistakes = parts
assert np.any(w), (
    "w is still zero: at w = 0, b = 0 the first point has y * z = 0, and that counts as a mistake.")
assert np.all(y * (X @ w + b) > 0), (
    "These three points can be separated, but y * (X @ w + b) is not positive for all of them. "
    "Run X @ w + b: its signs should be +, +, -. Compare your steps with the table in the example; "
    "check the sign of the update and that the label is in it.")
assert np.allclose(w, [-2, 1]) and np.isclose(b, 2), (
    "The table ends with w = (-2, 1), b = 2. Print w and b after each point and compare: both move "
    "at each mistake, by y * x and y, before the next point is visited.")
assert mistakes == 4, (
    "The table has 4 mistakes in all epochs together. Is your counter set back in each epoch, is every "
    "mistake counted once, and is y * z = 0 one too?")

# %% nbgrader={"grade": true, "grade_id": "perceptron_train-separates", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# separable points end up separated, whatever their number of coordinates and their order
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(101)
for D in (2, 3, 7):
    u = rng.standard_normal(D)
    u /= np.linalg.norm(u)
    X = rng.standard_normal((30, D))
    X = X[np.abs(X @ u - 1) > 0.15]
    y = np.where(X @ u > 1, 1, -1)
    for order in (np.arange(len(y)), np.argsort(y), rng.permutation(len(y))):
        w, b, _ = perceptron_train(X[order], y[order], 200)
        assert np.all(y * (X @ np.asarray(w) + b) > 0), (
            "On separable points, with plenty of epochs, some point stays on the wrong side. Do w and b both move at each mistake, and only then? "
            "Does training go on until an epoch is free of mistakes?")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "perceptron_train-mistake_bound", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the lecture's theorem (L01, section 5): at most (R / gamma)^2 mistakes in all, each counted once
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(102)
for D in (2, 4, 8):
    u = rng.standard_normal(D + 1)
    u /= np.linalg.norm(u)
    Z = np.column_stack([rng.standard_normal((30, D)), np.ones(30)])
    Z = Z[np.abs(Z @ u) > 0.1]
    y = np.where(Z @ u > 0, 1, -1)
    R, gamma = np.linalg.norm(Z, axis=1).max(), np.abs(Z @ u).min()
    w, b, mistakes = perceptron_train(Z[:, :D], y, 100)
    theta = np.append(w, b)
    assert mistakes >= 1, (
        "mistakes is 0, though the first point is one: at w = 0, b = 0 every y z is 0, and zero counts. All epochs count, not only the last.")
    assert mistakes <= (R / gamma) ** 2, (
        "That is more mistakes than the theorem allows. Do w and b change at every mistake, by y x and y, and at no other point? Is each counted once?")
    assert theta @ theta <= mistakes * R**2 + 1e-6, (
        "w is too long for so few mistakes. Count single mistakes, not epochs, over all epochs and not only the last, and add y x once for each.")
    assert theta @ u >= mistakes * gamma - 1e-6, (
        "w has moved too little for so many mistakes. Count a mistake exactly when w and b are updated, add the whole of y x, and keep w and b "
        "from one epoch to the next.")
    negative = (mistakes - b) / 2       # how many of the mistakes had the label -1
    assert np.isclose(negative, np.round(negative), rtol=0, atol=1e-6), (
        "w and b should move by y x and y, neither more nor less, once for each mistake that is counted.")
_, _, mistakes = perceptron_train(np.array([[0.1], [-0.1]]), np.array([1, -1]), 100)
assert mistakes == 2, "A point on its own side of the line is no mistake, however near to the line it lies, and no reason to change w and b."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "perceptron_train-flipped_labels", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# with all labels flipped, w and b flip their signs
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(103)
for D in (2, 5):
    X = rng.standard_normal((25, D))
    X = X[np.abs(X[:, 0] + 0.5) > 0.3]
    y = np.where(X[:, 0] > -0.5, 1, -1)
    w, b, _ = perceptron_train(X, y, 100)
    assert np.any(w), "w is still 0: at w = 0, b = 0 every y z is 0, which counts as a mistake, and each mistake adds y x to w."
    w_flipped, b_flipped, _ = perceptron_train(X, -y, 100)
    assert np.allclose(w_flipped, -np.asarray(w), rtol=0, atol=1e-9) and np.isclose(b_flipped, -b, rtol=0, atol=1e-9), (
        "With all labels flipped w and b should be the same numbers with other signs. Start at 0, and treat both labels alike: a point exactly on "
        "the line is a mistake for either, so ask for y (w·x + b) <= 0 rather than for the unit's answer.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "perceptron_train-listed_twice", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the list twice over (A, B, A, B) is like two epochs: separable points end with the same w and b
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(124)
for D in (2, 5):
    X = rng.standard_normal((30, D))
    X = X[np.abs(X[:, 1] - 0.5) > 0.2]
    y = np.where(X[:, 1] > 0.5, 1, -1)
    w, b, _ = perceptron_train(X, y, 100)
    assert np.any(w), "w is still 0: at w = 0, b = 0 every y z is 0, which counts as a mistake, and each mistake adds y x to w."
    w_twice, b_twice, _ = perceptron_train(np.concatenate([X, X]), np.concatenate([y, y]), 100)
    assert np.allclose(w, w_twice, rtol=0, atol=1e-9) and np.isclose(b, b_twice, rtol=0, atol=1e-9), (
        "Going twice through the list is the same as two epochs, so the final w and b should not change. Visit every point, in the order given; let "
        "each mistake change w and b at once; go on until an epoch is free of mistakes.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "perceptron_train-max_epochs", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# points that cannot be separated: it stops after max_epochs
### BEGIN HIDDEN TESTS
X, y = np.array([[1.0, 2.0], [1.0, 2.0]]), np.array([1, -1])
for max_epochs in (1, 2, 7):
    w, b, mistakes = perceptron_train(X, y, max_epochs)
    assert mistakes <= 2 * max_epochs, (
        "More mistakes than max_epochs passes over the points can hold: is there an epoch too many, or is a mistake counted twice?")
    assert mistakes >= 2 * max_epochs, (
        "Points that cannot be separated bring mistakes in every epoch, and fewer were counted. Start at 0, visit every point in each epoch, and train for "
        "all max_epochs epochs unless one is free of mistakes; y z = 0 is a mistake too; count those of all epochs.")
### END HIDDEN TESTS

# %% [markdown]
# ## 6 Answers for many points (2 points)
#
# A trained unit is there to be used on new points. One matrix product gives all their $z$ at once; a loop works too. The lecture's name for this
# function is `unit`; its `predict` takes your guesses and is something else.
#
# **Contract.** `predict(X, w, b)` takes points `X` of shape `(N, D)`, weights `w` of shape `(D,)` and a number `b`. It returns an array of shape
# `(N,)`: for each row of `X` the threshold unit's answer, $+1$ or $-1$, and $+1$ on the line itself. All numbers may be whole or fractions. `X` and
# `w` stay as they were.
#
# **Example.** For $\mathbf{w} = (3, -2)$, $b = 0$ and the points $(1, 1)$, $(0, 4)$ and $(2, 3)$ the values $z$ are $1$, $-8$ and $0$, so the
# answers are $1$, $-1$ and $1$.
#
# <details><summary>Hint 1: the idea</summary>
#
# The threshold unit once more, for a column of $z$.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `(N, D) @ (D,)` gives `(N,)`: each row of `X` meets `w`. Adding the number `b` reaches every entry.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# z = ...                        # shape (N,)
# return np.where(..., 1, -1)
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "predict", "locked": false, "schema_version": 3, "solution": true, "task": false}
def predict(X, w, b):
    """Return the answers ±1, shape (N,), of the unit (w, b) for the rows of X, shape (N, D).

    X and w stay unchanged.
    """
    ### BEGIN SOLUTION
    return np.where(X @ w + b >= 0, 1, -1)
    ### END SOLUTION
    raise NotImplementedError("next step: compute all N values z = X @ w + b at once")


# %% nbgrader={"grade": true, "grade_id": "predict-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# one answer for each row
X, w, b = np.array([[2.0, 1.0], [0.0, 4.0], [2.0, 2.0]]), np.array([3.0, -2.0]), -2.0
answers = predict(X, w, b)
assert np.shape(answers) == (3,), (
    "Three points should give an array of shape (3,), one answer for each row. "
    "Look at np.shape(predict(X, w, b)); (3, 1) is a column, which is something else.")
assert np.array_equal(X, [[2, 1], [0, 4], [2, 2]]) and np.array_equal(w, [3, -2]), (
    "predict changed X or w. Work on new arrays: X *= ... writes into the array of your caller.")
assert answers[0] == 1 and answers[1] == -1, (
    "The first point has z = 3*2 - 2*1 - 2 = 2, so its answer is 1; the second has "
    "z = 3*0 - 2*4 - 2 = -10, so its answer is -1 (not 0, and not z itself).")
assert answers[2] == 1, (
    "The third point has z = 3*2 - 2*2 - 2 = 0: it lies exactly on the line, where the answer is 1.")
assert predict(X, w, 12.0)[1] == 1, (
    "predict(X, w, 12.0)[1] should be 1, since z = -8 + 12 = 4: is the bias added to z?")

# %% nbgrader={"grade": true, "grade_id": "predict-whole_and_fraction", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# whole-number points, a fractional bias, and any number of points
### BEGIN HIDDEN TESTS
X, w = np.array([[1, 1, 0], [1, 2, -1], [-2, 3, 3], [4, 3, 0], [0, 0, 0]]), np.array([1, -1, 1])
for b, N in [(-0.5, 5), (0.5, 3), (0, 5), (0, 1), (-2.75, 5)]:
    answers = predict(X[:N], w, b)
    assert np.shape(answers) == (N,), "The answers should have shape (N,) for every N, also for a single point."
    assert np.array_equal(answers, np.where(X[:N] @ w + b >= 0, 1, -1)), (
        "Some answer differs from the unit's. Try an X of whole-number zeros: b = 0 should give 1 for each row, b = -0.5 should give -1.")
### END HIDDEN TESTS

# %% [markdown]
# ## 7 A proof in four numbers (2 points)
#
# Two points are labelled $+1$, two $-1$, and the segment between the first two crosses the segment between the other two, as in XOR. Then no
# threshold unit gets all four right. A *certificate* proves it, and whoever doubts can check it with a few additions.
#
# **Contract.** `crossing_certificate(P, Q)` takes `P` of shape `(2, 2)`, whose rows $\mathbf{p}_1, \mathbf{p}_2$ have label $+1$, and `Q`
# of shape `(2, 2)`, whose rows $\mathbf{q}_1, \mathbf{q}_2$ have label $-1$. The two segments are not parallel and cross in a point between
# their ends. It returns an array `lam` of shape `(4,)`, for $\mathbf{p}_1, \mathbf{p}_2, \mathbf{q}_1, \mathbf{q}_2$ in this order, with
#
# $$\lambda_i \ge 0, \qquad \sum_i \lambda_i = 1, \qquad \sum_i \lambda_i\, y_i\, (\mathbf{x}_i, 1) = (0, 0, 0),$$
#
# where $\mathbf{x}_i$ runs over the four points and $y_i$ over their labels; $(\mathbf{x}, 1)$ is the point with a 1 appended, and its third entry
# stands for the bias.
#
# **Why this is a proof.** Suppose some $\mathbf{w}, b$ got all four right. Then $y_i(\mathbf{w}\cdot\mathbf{x}_i + b)$ would be at least $0$ for
# both $\mathbf{p}$ and greater than $0$ for both $\mathbf{q}$ ($+1$ means $z \ge 0$, $-1$ means $z < 0$, strictly). Multiply each by its
# $\lambda_i$ and add: the sum is $(\mathbf{w}, b) \cdot (0, 0, 0) = 0$.
# But the last entry of $(0, 0, 0)$ says that the $\lambda$ of the $\mathbf{p}$ and those of the $\mathbf{q}$ have equal sums, $\frac12$ each. So some
# $\mathbf{q}$ has $\lambda > 0$, and the sum is greater than $0$. Both cannot be.

# %% [markdown]
# **Example.** $\mathbf{p}_1 = (0, 0)$, $\mathbf{p}_2 = (4, 0)$, $\mathbf{q}_1 = (0, -1)$, $\mathbf{q}_2 = (2, 1)$. The segments cross in
# $\mathbf{c} = (1, 0)$: a quarter of the way from $\mathbf{p}_1$ to $\mathbf{p}_2$, and half the way from $\mathbf{q}_1$ to $\mathbf{q}_2$. So
#
# $$\mathbf{c} = \tfrac34\,\mathbf{p}_1 + \tfrac14\,\mathbf{p}_2 = \tfrac12\,\mathbf{q}_1 + \tfrac12\,\mathbf{q}_2,$$
#
# and halving everything gives $\lambda = (\frac38, \frac18, \frac14, \frac14)$, which adds up to 1.
#
# <details><summary>Hint 1: the idea</summary>
#
# Walk along both segments to the crossing point: $\mathbf{p}_1 + s(\mathbf{p}_2 - \mathbf{p}_1) = \mathbf{q}_1 + t(\mathbf{q}_2 - \mathbf{q}_1)$.
# Find $s$ and $t$; the example shows what to do with them.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# Two coordinates make two equations for the two unknowns: $s(\mathbf{p}_2 - \mathbf{p}_1) - t(\mathbf{q}_2 - \mathbf{q}_1) = \mathbf{q}_1 - \mathbf{p}_1$.
# If the columns of `A`, shape `(2, 2)`, are the two vectors that $s$ and $t$ multiply, `np.linalg.solve(A, q1 - p1)` returns both.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# (p1, p2), (q1, q2) = P, Q
# A = np.column_stack([..., ...])
# s, t = np.linalg.solve(A, q1 - p1)
# return np.array([1 - s, ..., ..., ...]) / 2
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "crossing_certificate", "locked": false, "schema_version": 3, "solution": true, "task": false}
def crossing_certificate(P, Q):
    """Return lam >= 0, shape (4,), with sum 1 and sum_i lam_i y_i (x_i, 1) = 0.

    The x_i are the rows of P, shape (2, 2), labels +1, then the rows of Q, shape (2, 2), labels -1.
    """
    ### BEGIN SOLUTION
    (p1, p2), (q1, q2) = P, Q
    A = np.column_stack([p2 - p1, q1 - q2])
    s, t = np.linalg.solve(A, q1 - p1)
    return np.array([1 - s, s, 1 - t, t]) / 2
    ### END SOLUTION
    raise NotImplementedError("next step: find the point where the two segments cross")


# %% nbgrader={"grade": true, "grade_id": "crossing_certificate-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# a certificate for exclusive or itself, and the one of the example
P, Q = np.array([[-1, 1], [1, -1]]), np.array([[-1, -1], [1, 1]])   # XOR: true on P, false on Q
lam = np.asarray(crossing_certificate(P, Q))
assert lam.shape == (4,), (
    "There is one number for each point: crossing_certificate(P, Q) should have shape (4,).")
assert np.all(lam >= 0), (
    "No entry of lam may be negative. Is s or t outside 0..1? Then check the signs in A. Did you put a "
    "minus before the q? Leave it out: the labels carry it.")
assert np.isclose(lam.sum(), 1, rtol=0, atol=1e-9), (
    "The four numbers should add up to 1: half for the two p, half for the two q.")
total = (lam * [1, 1, -1, -1]) @ np.column_stack([np.vstack([P, Q]), np.ones(4)])
assert np.allclose(total, 0, rtol=0, atol=1e-9), (
    "The sum of lam_i * y_i * (x_i, 1) should be (0, 0, 0). In a new cell print total to see what is "
    "left over.")
lam = crossing_certificate(np.array([[0, 0], [4, 0]]), np.array([[0, -1], [2, 1]]))
assert np.allclose(lam, [3/8, 1/8, 1/4, 1/4], rtol=0, atol=1e-9), (
    "For the points of the example lam should be (3/8, 1/8, 1/4, 1/4). The nearer end gets the larger "
    "share; both p come first; the vectors that s and t multiply are the columns of A, not its rows.")

# %% nbgrader={"grade": true, "grade_id": "crossing_certificate-any_crossing", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# a valid certificate wherever the segments cross
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(105)
for angle in [*rng.uniform(0, 2 * np.pi, 6), 0, np.pi / 2]:
    scale, turn = 10 ** rng.uniform(-1, 2), rng.uniform(0.5, 2.5)
    centre = scale * rng.uniform(-1, 1, 2)
    along_p, along_q = (np.round([np.cos(a), np.sin(a)], 12) for a in (angle, angle + turn))
    P = centre + scale * np.outer([-rng.uniform(0.2, 2), rng.uniform(0.2, 2)], along_p)
    Q = centre + scale * np.outer([-rng.uniform(0.2, 2), rng.uniform(0.2, 2)], along_q)
    lam = np.asarray(crossing_certificate(P, Q))
    total = (lam * [1, 1, -1, -1]) @ np.column_stack([np.vstack([P, Q]), np.ones(4)])
    assert np.all(lam >= 0) and np.isclose(lam.sum(), 1, rtol=0, atol=1e-9), "The four numbers should be >= 0 and add up to 1 for every crossing, also of a vertical segment."
    assert np.abs(total).max() <= 1e-9 * max(1, np.abs(P).max(), np.abs(Q).max()), (
        "The weighted points do not cancel. The crossing point need not be in the middle of either segment; an end gets the more weight the nearer it "
        "is to the crossing; and nothing may be rounded.")
### END HIDDEN TESTS

# %% [markdown]
# ## What you have now
#
# A unit with its table, gates, a network that goes beyond one unit, a rule that learns, and a proof of what no rule can learn with one unit
# alone. The sets that follow replace the hard threshold by functions whose slope shows the way, so that a whole network can learn.
#
# **Sources.** W. S. McCulloch and W. Pitts, *A logical calculus of the ideas immanent in nervous activity*, 1943,
# [doi:10.1007/BF02478259](https://doi.org/10.1007/BF02478259). F. Rosenblatt, *The perceptron*, 1958,
# [doi:10.1037/h0042519](https://doi.org/10.1037/h0042519). The certificate of question 7 is a small case of Farkas' lemma, 1902,
# [doi:10.1515/crll.1902.124.1](https://doi.org/10.1515/crll.1902.124.1).
