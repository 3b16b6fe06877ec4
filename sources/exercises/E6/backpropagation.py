# %% [markdown]
# # E6 Backpropagation
#
# You will send slopes backwards: by hand through a small formula, by a program through any graph of numbers, and by matrices through layers
# and whole networks, among them some that the lectures do not have. At the end you will know which weights can never learn, and what a skip
# changes. Lectures L00 to L09 are all you need. Plan four hours, and open a hint when you have been stuck for five minutes: nobody counts
# them.
#
# **Working.** Put your code where it says `# YOUR CODE HERE`. The line `raise NotImplementedError(...)` below it is only a signpost and may
# stay; if it still stops you when your code is written, a `return` is missing. Put an import or a helper of your own into an answer cell or
# a new cell: changes to the set-up cell do not reach the grader. Write each function yourself, with NumPy: the lectures import theirs from
# `course_lib`, which is not there where answers are graded. You may copy lines from it.
#
# **Grading.** 20 points. Below each answer stands a visible check, 1 point each, that tells you what it expected. The other 13 points come
# from hidden checks: you see only the property each one looks at, as a comment, and in your copy such a cell always passes. What counts is
# the values that your functions return. Style and warnings cost nothing, and speed costs nothing as long as a cell ends within five
# seconds.
#
# **Before you hand in**, choose *Kernel > Restart Kernel and Run All Cells*, or press *Validate*. Running stops at the first check that
# fails: that is the place to go on. To skip a question, go on with Shift+Enter below it.

# %% [markdown]
# ### The words used here
#
# The **slope** of $L$ in a number $x$ is the partial derivative $\partial L/\partial x$: how fast $L$ grows when $x$ alone is nudged. The
# slopes in all entries of an array form an array of the same shape; `dW` is short for the slopes in `W`. Samples are rows, $Z = A W + b$,
# and $\delta = \partial L/\partial Z$, as in L09. Only question 3 puts samples in columns, and says so.
#
# Three rules hold in all seven questions. Your function leaves the arrays that it is given as they were. These arrays may hold whole numbers
# or decimals; a copy of an array of whole numbers, or `np.zeros_like` of one, cannot hold a slope of 0.75. And slopes are right up to
# rounding, about eleven digits: sweep, do not nudge.
#
# Nudging is for *checking*. The set-up cell has the lecture's `central_difference`: once question 1 is answered,
# `central_difference(lambda v: by_hand(*v)[0], np.array([1.0, 1, 3]))` should be close to the last three numbers that `by_hand(1, 1, 3)`
# returns. It also has `random_layers`, for networks to try things on: `random_layers([3, 4, 1], np.random.default_rng(0))` is a list of two
# layers, `[(W1, b1), (W2, b2)]`. To check the slopes in one matrix, write the `loss` of the question as a function of the layers, and nudge:
# `central_difference(lambda W: loss([(W, b1), (W2, b2)]), W1)`.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from itertools import pairwise

import numpy as np


def central_difference(f, x, h=1e-5):
    """Measure the slope of f in each entry of the array x: (f(x + h) - f(x - h)) / 2h."""
    slopes = np.zeros(np.shape(x))
    for i in np.ndindex(slopes.shape):
        step = np.zeros(slopes.shape)
        step[i] = h
        slopes[i] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes


def random_layers(sizes, rng):
    """Make layers [(W, b), ...] of these widths, from inputs to outputs, of random numbers."""
    return [(rng.standard_normal((n, m)), rng.standard_normal(m)) for n, m in pairwise(sizes)]

# %% [markdown]
# ## 1 By hand, once (2 points)
#
# The graph of L08, section 4, goes on for two more steps:
#
# $$q = x + y, \qquad p = q\,z, \qquad u = p^2, \qquad f = u\,q .$$
#
# Note that $q$ is used twice. Go back from $f$ to $x$, $y$ and $z$, one station at a time.
#
# **Contract.** `by_hand(x, y, z)` takes three numbers. It returns seven, in this order: $f$, and the slopes of $f$ in $u$, $p$, $q$, $x$,
# $y$ and $z$. The slope in a station counts all ways from it to $f$.
#
# **Example.** For $x = 1$, $y = 1$, $z = 3$ the stations are $q = 2$, $p = 6$, $u = 36$, $f = 72$, and `by_hand(1, 1, 3)` is
# $(72, 2, 24, 108, 108, 108, 48)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# Along one way slopes multiply, and where ways meet they add. Begin at $f$, and never skip a station.
#
# </details>
#
# <details><summary>Hint 2: the arrows</summary>
#
# Arrows lead from $u$ to $f$, from $p$ to $u$, from $q$ and from $z$ to $p$, from $x$ and from $y$ to $q$. Which one is missing in this
# list? From $q$ there are two.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# q = x + y
# ...                                        # forward: p, u, f
# df_du = ...
# df_dp = df_du * ...
# df_dq = ... + ...                          # two ways
# ...
# return f, df_du, df_dp, df_dq, ..., ..., ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "by_hand", "locked": false, "schema_version": 3, "solution": true, "task": false}
def by_hand(x, y, z):
    """Return f and its slopes in u, p, q, x, y, z, where q = x + y, p = q z, u = p^2, f = u q."""
    ### BEGIN SOLUTION
    q = x + y
    p = q * z
    u = p**2
    df_du = q
    df_dp = df_du * 2 * p
    df_dq = u + df_dp * z
    return u * q, df_du, df_dp, df_dq, df_dq, df_dq, df_dp * q
    ### END SOLUTION
    raise NotImplementedError("next step: go forward, and compute q, p, u and f")


# %% nbgrader={"grade": true, "grade_id": "by_hand-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# seven numbers: forward, and the first two stations back
answer = by_hand(-2, 5, -4)
assert np.shape(answer) == (7,), (
    "by_hand returns seven numbers: f and six slopes. Look at by_hand(-2, 5, -4).")
assert answer[0] == 432, (
    "by_hand(-2, 5, -4)[0] is f: q = 3, p = -12, u = 144, and f = 144 * 3 = 432.")
assert answer[1] == 3, (
    "f = u * q, so f grows q times as fast as u: the second of the seven numbers is 3 here.")
assert answer[2] == -72, (
    "The third number, the slope in p, is 3 * 2p = -72. The slope 2p of p^2 is taken at p = -12, and "
    "it is multiplied by what arrives from u. (-24 is the slope of u, not yet of f.)")
assert np.all(np.asarray(answer)[3:6] > 0), (
    "The slopes in q, x and y are positive here. Run by_hand(-2, 5, -4) and by_hand(-2, 5.01, -4): f "
    "grows with y.")

# %% nbgrader={"grade": true, "grade_id": "by_hand-all_ways", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# every slope at any numbers: all ways from a station are counted
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(601)
for x, y, z in [*rng.uniform(0.5, 3, (6, 3)) * rng.choice([-1, 1], (6, 3)), (2, 3, 0), (-1, 4, 2)]:
    answer = np.asarray(by_hand(x, y, z))
    q, p = x + y, (x + y) * z
    assert np.allclose(answer[:3], [q**3 * z**2, q, 2 * p * q], rtol=1e-11, atol=1e-11), (
        "f, or its slope in u or p, is off at other numbers than those of the visible check.")
    assert np.isclose(answer[3], 3 * q**2 * z**2, rtol=1e-11, atol=1e-11), (
        "The slope in q is off. q reaches f by more than one way: multiply along each, and add the ways.")
    assert np.allclose(answer[4:6], 3 * q**2 * z**2, rtol=1e-11, atol=1e-11), (
        "The slope in x or y is off. A sum hands what arrives at it to both, unchanged: all that arrives.")
    assert np.isclose(answer[6], 2 * q**3 * z, rtol=1e-11, atol=1e-11), (
        "The slope in z is off. A product hands to each factor what arrives times the other factor. What arrives at p?")
### END HIDDEN TESTS

# %% [markdown]
# ## 2 Any graph of numbers (4 points)
#
# L08, section 5, sweeps backwards through a graph of Python objects. Yours gets the graph as a plain list of steps. The numbers are counted
# from 0: first come the inputs, and every step makes the next number.
#
# | step | makes |
# |:--|:--|
# | `("add", i, j)` | number `i` plus number `j` |
# | `("mul", i, j)` | number `i` times number `j` |
# | `("tanh", i)` | the tanh of number `i` |
#
# **Contract.** `program_slopes(program, inputs)` takes a list of such steps, from 1 to 2000 of them, and the inputs, a list of one number or
# more. Steps use only numbers that stand before them, as often as they like: `i` and `j` may be the same. It returns `(value, slopes)`: the
# last number, and a list or array with one entry for each number, inputs and steps alike, in their order: the slope of the last number in
# it. So the last entry is 1, and where a number has no influence on the last one the entry is 0.

# %% [markdown]
# **Example.** $(x + y)\,z$ at $x = -2$, $y = 5$, $z = -4$. Number 3 is $x + y$, number 4 is the product:
#
# `program_slopes([("add", 0, 1), ("mul", 3, 2)], [-2, 5, -4])` is $-12$ with the slopes $(-4, -4, 3, -4, 1)$.
#
# And `program_slopes([("mul", 0, 0)], [5])` is $25$ with the slopes $(10, 1)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# Two sweeps. Forward, compute the numbers and keep them all. Backward, from the last step to the first: each hands its own slope, times a
# local slope, to each number that it used.
#
# </details>
#
# <details><summary>Hint 2: the lists</summary>
#
# `numbers = list(inputs)` is a new list (`numbers = inputs` would be your caller's) and grows by one for each step, so step `k` made the
# number `len(inputs) + k`. `slopes` begins as zeros, one for each number, with a 1 at the end. Loops are enough; a function that calls
# itself has trouble with a thousand steps. The local slope of tanh is L02's $1 - a^2$.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# numbers = list(inputs)
# for step in program:
#     if step[0] == "add":
#         numbers.append(numbers[step[1]] + numbers[step[2]])
#     ...
# slopes = np.zeros(len(numbers))
# slopes[-1] = 1
# for k in reversed(range(len(program))):
#     arrived = slopes[len(inputs) + k]
#     ...                                    # hand it on
# return numbers[-1], slopes
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "program_slopes", "locked": false, "schema_version": 3, "solution": true, "task": false}
def program_slopes(program, inputs):
    """Return (value, slopes): the last number, and its slope in each number, inputs first.

    program: a list of ("add", i, j), ("mul", i, j) and ("tanh", i); inputs: a list of numbers.
    """
    ### BEGIN SOLUTION
    numbers, arrows = list(inputs), []
    for step in program:
        a, b = numbers[step[1]], numbers[step[-1]]
        if step[0] == "add":
            number, local = a + b, [1, 1]
        elif step[0] == "mul":
            number, local = a * b, [b, a]
        else:
            number, local = np.tanh(a), [1 - np.tanh(a) ** 2]
        arrows += [(len(numbers), used, local[k]) for k, used in enumerate(step[1:])]
        numbers.append(number)
    slopes = np.zeros(len(numbers))
    slopes[-1] = 1
    for made, used, slope in arrows[::-1]:
        slopes[used] += slope * slopes[made]
    return numbers[-1], slopes
    ### END SOLUTION
    raise NotImplementedError("next step: go forward, and append one number for each step")


# %% nbgrader={"grade": true, "grade_id": "program_slopes-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the sum and the product of the lecture
program, inputs = [("add", 0, 1), ("mul", 3, 2)], [-2, 5, -4]
parts = program_slopes(program, inputs)
assert program == [("add", 0, 1), ("mul", 3, 2)] and inputs == [-2, 5, -4], (
    "program_slopes changed its arguments. Begin with a new list: numbers = list(inputs).")
assert isinstance(parts, (tuple, list)) and len(parts) == 2, (
    "program_slopes returns two parts: return value, slopes.")
value, slopes = parts
assert np.shape(value) == () and value == -12, (
    "program_slopes([('add', 0, 1), ('mul', 3, 2)], [-2, 5, -4])[0] should be -12: number 3 is "
    "-2 + 5 = 3, number 4 is number 3 times number 2, and the last number is the value.")
assert np.shape(slopes) == (5,), (
    "There is one slope for each number: three inputs and two steps make five.")
assert slopes[4] == 1, (
    "The slope of the last number in itself is 1: that is where the backward sweep begins.")
assert slopes[2] == 3 and slopes[3] == -4, (
    "A product hands to each factor what arrives times the OTHER factor: 3 to number 2, which is z, "
    "and -4 to number 3, which is x + y.")
assert slopes[0] == -4 and slopes[1] == -4, (
    "A sum hands on what arrives to both its numbers: -4. (1 is its local slope alone. 0 means that "
    "the sum handed on before anything had arrived: go from the last step to the first.)")
value, slopes = program_slopes([("tanh", 0)], [0])
assert np.isclose(value, 0) and np.allclose(slopes, [1, 1]), (
    "program_slopes([('tanh', 0)], [0]) should be 0 with the slopes (1, 1).")

# %% nbgrader={"grade": true, "grade_id": "program_slopes-used_once", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# any kinds of steps, where every number is used once
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(602)
for count in (1, 2, 3, 5, 8, 12):
    for _ in range(4):
        inputs, program, loose = list(rng.uniform(0.2, 1.5, count) * rng.choice([-1, 1], count)), [], list(range(count))
        numbers, rules = list(inputs), []
        while len(loose) > 1 or not program:
            kind = rng.choice(["add", "mul", "tanh"]) if len(loose) > 1 else "tanh"
            used = [int(loose.pop(rng.integers(len(loose)))) for _ in range(1 if kind == "tanh" else 2)]
            if kind == "tanh":
                numbers.append(np.tanh(numbers[used[0]]))
                rules.append([np.cosh(numbers[used[0]]) ** -2])
            else:
                a, b = (numbers[i] for i in used)
                numbers.append(a + b if kind == "add" else a * b)
                rules.append([1, 1] if kind == "add" else [b, a])
            program.append((str(kind), *used))
            loose.append(len(numbers) - 1)
        truth = np.zeros(len(numbers))
        truth[-1] = 1
        for k in range(len(program) - 1, -1, -1):
            for i, rule in zip(program[k][1:], rules[k], strict=True):
                truth[i] = rule * truth[count + k]
        value, slopes = program_slopes(program, inputs)
        assert np.isclose(value, numbers[-1], rtol=1e-11, atol=1e-13), (
            "The value is wrong for some program. Every step makes one new number, and the last number is the value.")
        assert np.shape(slopes) == (len(numbers),), "There is one slope for each input and one for each step, also where there is one input only."
        assert np.allclose(slopes, truth, rtol=0, atol=1e-12 * (1 + np.abs(truth).max())), (
            "Some slope is wrong though every number is used only once. Take the three kinds of steps one by one, then tanh of a product: every "
            "local slope is multiplied by what arrived. Where is the slope of tanh taken?")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "program_slopes-shared", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# numbers that are used several times, and numbers that are not used at all
### BEGIN HIDDEN TESTS
for t in (2.0, -1.5, 0.5):
    program = [("mul", 0, 0), ("mul", 1, 0), ("add", 4, 2), ("mul", 3, 5)]
    value, slopes = program_slopes(program, [t, 3.0, 1.0])
    assert np.isclose(value, t * t * (3 * t + 1), rtol=1e-11), "The value is wrong where a number is used several times."
    assert np.isclose(slopes[0], 9 * t * t + 2 * t, rtol=1e-11), (
        "A number that is used several times has a wrong slope. It hears from every step that used it, also twice from the same step.")
    value, slopes = program_slopes([("add", 0, 1), ("mul", 2, 2), ("add", 3, 0), ("add", 4, 4)], [t, 3.0])
    assert np.allclose(slopes, [4 * (t + 3) + 2, 4 * (t + 3), 4 * (t + 3), 2, 2, 1], rtol=1e-11, atol=0), (
        "A slope is wrong where numbers are shared. All that arrives is added up, and a step hands on only when it has heard from all "
        "that used it: go from the last step to the first.")
    value, slopes = program_slopes([("mul", 0, 1), ("mul", 0, 0), ("add", 0, 2), ("mul", 2, 2)], [t, 2.0, 3.0])
    assert np.isclose(value, 9), "The value is the last number, also where other steps do not lead to it."
    assert np.allclose(slopes, [0, 0, 6, 0, 0, 0, 1], rtol=1e-11, atol=0), (
        "A number that does not reach the last one has the slope 0, even where other steps use it. Only the last number begins with a 1.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "program_slopes-long", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# long programs, with more ways through them than anyone can walk
### BEGIN HIDDEN TESTS
value, slopes = program_slopes([("add", k, 0) for k in range(1, 1901)], [0.5, 2.0])
assert np.isclose(value, 952, rtol=1e-11), "A program of 1900 steps gives a wrong value."
assert np.allclose(slopes, [1900] + [1] * 1901, rtol=1e-11, atol=0), (
    "A program of 1900 steps gives a wrong slope. What is used in every step hears from every step.")
value, slopes = program_slopes([("add", k, k) for k in range(45)], [1.5])
assert np.isclose(value, 1.5 * 2.0**45, rtol=1e-11), "A number that is doubled 45 times has a wrong value."
assert np.allclose(slopes, 2.0 ** np.arange(45, -1, -1), rtol=1e-11, atol=0), (
    "A number that is doubled again and again has a wrong slope. Do not follow each way by itself: use each arrow once.")
### END HIDDEN TESTS

# %% [markdown] tags=["D4-12"]
# ## 3 A slide's layer, and its homework (3 points)
#
# One of the slide decks that this course grew from, D4 in L09, puts samples in **columns**, writes $W a$ instead of $a W$, and keeps delta
# *behind* the activation. Its layers have no biases; the gradient of these is left as homework. Here is its layer, with the bias:
#
# $$Z = W A + b\,(1, 1, \dots, 1), \qquad H = \tanh Z, \qquad G = \partial e / \partial H .$$
#
# ($b$ is added to every column.) With $n$ inputs, $m$ units and $N$ samples, `A` has shape `(n, N)`, `W` `(m, n)`, `b` `(m,)`, and
# `H` and `G` have shape `(m, N)`.
#
# **Contract.** `deck_layer(W, A, H, G)` takes the weights, what the layer received, what it answered, and the slopes of the error $e$ in the
# answers. It returns `(dW, db, dA)`: the slopes of $e$ in `W`, in `b` and in `A`, of the same shapes as these. Nothing is divided by $N$:
# whether $e$ is a sum or a mean is already in `G`.
#
# **Example.** One sample, two inputs, one unit: `W` $= (2, -1)$, $a = (3, 1)$, $H = 0.5$ (with some bias), $G = 4$. Then `dW` is
# $(9, 3)$, `db` is $(3)$, and `dA` is the column $(6, -3)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# First go from behind the activation to before it: from $G$ to $\partial e/\partial Z$. Then write one number of the layer,
# $Z_{is} = \sum_j W_{ij} A_{js} + b_i$, and ask which of the $Z$ a nudge of $W_{ij}$, of $b_i$, of $A_{js}$ touches.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# $\partial e/\partial Z$ has the shape of $Z$, `(m, N)`. `dW` of shape `(m, n)` can only be `(m, N) @ (N, n)`, and `dA` of shape `(n, N)` only
# `(n, m) @ (m, N)`. The bias of a unit is used by all samples, and they stand side by side in one row.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# delta = G * ...                            # shape (m, N)
# dW = ... @ ...
# db = ...
# dA = ... @ ...
# return dW, db, dA
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "deck_layer", "locked": false, "schema_version": 3, "solution": true, "task": false}
def deck_layer(W, A, H, G):
    """Return (dW, db, dA) of H = tanh(W A + b), samples in columns, where G is the slope in H.

    W, dW: (m, n); A, dA: (n, N); H, G: (m, N); db: (m,).
    """
    ### BEGIN SOLUTION
    delta = G * (1 - H**2)
    return delta @ A.T, delta.sum(axis=1), W.T @ delta
    ### END SOLUTION
    raise NotImplementedError("next step: from G to the slopes in Z, shape (m, N)")


# %% nbgrader={"grade": true, "grade_id": "deck_layer-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# two inputs, two units, three samples, where every H is 0 (so tanh has slope 1 everywhere)
W, A = np.array([[1, 2], [3, 4]]), np.array([[1, 0, 2], [0, 1, -1]])
H, G = np.zeros((2, 3)), np.array([[1, 2, 3], [0, -1, 1]])
parts = deck_layer(W, A, H, G)
assert (np.array_equal(W, [[1, 2], [3, 4]]) and np.array_equal(A, [[1, 0, 2], [0, 1, -1]])
        and np.array_equal(G, [[1, 2, 3], [0, -1, 1]]) and not np.any(H)), (
    "deck_layer changed one of its arguments. Make new arrays: G *= ... writes into your caller's.")
assert isinstance(parts, (tuple, list)) and len(parts) == 3, (
    "deck_layer returns three parts: return dW, db, dA.")
assert np.shape(parts[0]) == (2, 2), "dW has the shape of W, which is (2, 2) in this check."
assert np.shape(parts[1]) == (2,), (
    "There is one slope for each unit's bias: db should have shape (2,). (3,) means that you summed "
    "over the units, which stand below each other; the samples stand side by side. (2, 1) is a column.")
assert np.shape(parts[2]) == (2, 3), (
    "dA has the shape of A, (2, 3): the samples stay in columns.")
assert np.allclose(parts[0], [[7, -1], [2, -2]]), (
    "dW should be [[7, -1], [2, -2]] here: rows are units, columns are inputs. The entry for unit 0 "
    "and input 0 is 1*1 + 2*0 + 3*2 = 7. [[7, 2], [-1, -2]] is the transpose.")
assert np.allclose(parts[1], [6, 0]), (
    "db should be [6, 0] here: unit 0 hears 1 + 2 + 3. (2 is the mean; nothing is divided by N.)")
assert np.allclose(parts[2], [[1, -1, 6], [2, 0, 10]]), (
    "dA should be [[1, -1, 6], [2, 0, 10]] here. The first sample's input 1 reaches unit 0 by the "
    "weight 2 and unit 1 by the weight 4: 1*2 + 0*4 = 2. Is W transposed?")

# %% nbgrader={"grade": true, "grade_id": "deck_layer-bias", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the homework: the slopes in the biases, for any layer and any batch
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(603)
for m, n, N, whole in [(1, 1, 1, False), (2, 3, 1, False), (3, 2, 7, False), (4, 4, 4, False), (1, 3, 5, False), (5, 1, 2, False), (2, 2, 4, True)]:
    W, A, b, G = (rng.standard_normal(shape) for shape in ((m, n), (n, N), (m, 1), (m, N)))
    if whole:
        W, A, G = (np.rint(2 * part).astype(int) for part in (W, A, G))
    H = np.tanh(W @ A + b)
    db = deck_layer(W, A, H, G)[1]
    assert np.shape(db) == (m,), "db has one entry for each unit, for every number of units and samples, also for one."
    expected = [sum(G[i, s] / np.cosh(np.arctanh(H[i, s])) ** 2 for s in range(N)) for i in range(m)]
    assert np.allclose(db, expected, rtol=1e-9, atol=1e-10), (
        "db is off. A nudge of one bias moves the z of its unit in every sample; add what they say. The slope of the activation stands "
        "between H and z, and it differs from sample to sample. (Arrays of whole numbers cut fractions off.)")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "deck_layer-weights_and_inputs", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the slopes in the weights and in the inputs, for any layer and any batch
### BEGIN HIDDEN TESTS
exact = lambda f, x: np.array([f(x + 1e-20j * e.reshape(x.shape)).imag / 1e-20 for e in np.eye(x.size)]).reshape(x.shape)
rng = np.random.default_rng(604)
for m, n, N in [(1, 1, 1), (2, 3, 1), (3, 2, 7), (4, 4, 4), (1, 3, 5), (5, 1, 2)]:
    W, A, b, G = (rng.standard_normal(shape) for shape in ((m, n), (n, N), (m, 1), (m, N)))
    Z = W @ A + b
    dW, _, dA = deck_layer(W, A, np.tanh(Z), G)
    assert np.shape(dW) == (m, n) and np.shape(dA) == (n, N), "dW and dA have the shapes of W and A for every number of inputs, units and samples."
    error_w = lambda V, A=A, b=b, G=G: np.sum(G * np.tanh(V @ A + b))
    error_a = lambda V, W=W, b=b, G=G: np.sum(G * np.tanh(W @ V + b))
    assert np.allclose(dW, exact(error_w, W), rtol=1e-12, atol=1e-12), (
        "dW is not the slope of the error in the weights. Check where the slope of tanh goes, and add over the samples without dividing.")
    assert np.allclose(dA, exact(error_a, A), rtol=1e-12, atol=1e-12), (
        "dA is not the slope of the error in what the layer received. Each input reaches the error through every unit, and through its tanh.")
W, A, G = np.array([[1, -2], [0, 1], [2, 1]]), np.array([[1, 0, -1, 1], [1, 2, 0, -1]]), rng.integers(1, 9, (3, 4))
H = np.tanh(W @ A + rng.standard_normal((3, 1)))
dW, _, dA = deck_layer(W, A, H, G)
delta = G / np.cosh(np.arctanh(H)) ** 2
assert np.allclose(dW, np.einsum("is,js->ij", delta, A), rtol=0, atol=1e-10) and np.allclose(dA, np.einsum("is,ij->js", delta, W), rtol=0, atol=1e-10), (
    "Where W, A and G hold whole numbers dW or dA is off. The slopes are fractions even so, and a copy, or np.zeros_like, of such an array cuts them off.")
### END HIDDEN TESTS

# %% [markdown]
# ## 4 A leak that learns (2 points)
#
# L09, section 9, gives ReLU a leak of 0.1, so that no unit dies. Why 0.1? Let descent decide: each of the $m$ units gets its own leak $s_j$,
# one more parameter to learn.
#
# $$A_{nj} = \begin{cases} Z_{nj} & \text{if } Z_{nj} > 0 \\ s_j\, Z_{nj} & \text{otherwise.} \end{cases}$$
#
# At $Z_{nj} = 0$ the formula has a corner. There the slope in $Z_{nj}$ is taken to be $s_j$, as if from the left.
#
# **Contract.** `learned_leak(Z, s, G)` takes pre-activations `Z` of shape `(N, m)`, the leaks `s` of shape `(m,)`, and `G`, the slopes of the
# loss in `A`, of shape `(N, m)`. It returns `(dZ, ds)`: the slopes of the loss in `Z`, shape `(N, m)`, and in `s`, shape `(m,)`. The mean
# over the batch is already inside `G`.
#
# **Example.** One sample, two units: $Z = (3, -2)$, $s = (0.5, 0.25)$, $G = (4, 8)$. Then `dZ` is $(4, 2)$ and `ds` is $(0, -16)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# For one entry: how much does $A_{nj}$ change when $Z_{nj}$ is nudged, and when $s_j$ is? Both depend on the side. Multiply by what arrives.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# The slopes of the activation have the shape of `Z`; `np.where(condition, ..., s)` takes each column's own leak. One $s_j$ is used by all
# samples, so what they say is added down the column.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# off = ...                                  # shape (N, m), true or false
# dZ = G * np.where(off, ..., ...)
# ds = np.sum(..., axis=...)
# return dZ, ds
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "learned_leak", "locked": false, "schema_version": 3, "solution": true, "task": false}
def learned_leak(Z, s, G):
    """Return (dZ, ds), where A is Z if Z > 0 and s * Z otherwise, and G is the slope in A.

    Z, G, dZ: (N, m); s, ds: (m,).
    """
    ### BEGIN SOLUTION
    off = Z <= 0
    return G * np.where(off, s, 1), np.sum(G * Z * off, axis=0)
    ### END SOLUTION
    raise NotImplementedError("next step: find out which entries of Z are off")


# %% nbgrader={"grade": true, "grade_id": "learned_leak-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# three samples, two units; then the same as whole numbers
Z, s = np.array([[3.0, -2], [-1, 1], [-4, -2]]), np.array([0.5, 0.25])
G = np.array([[4.0, 8], [2, 3], [1, -4]])
parts = learned_leak(Z, s, G)
assert (np.array_equal(Z, [[3, -2], [-1, 1], [-4, -2]]) and np.array_equal(s, [0.5, 0.25])
        and np.array_equal(G, [[4, 8], [2, 3], [1, -4]])), (
    "learned_leak changed one of its arguments. Make new arrays: G[...] = ... and *= write into "
    "your caller's.")
assert isinstance(parts, (tuple, list)) and len(parts) == 2, (
    "learned_leak returns two parts: return dZ, ds.")
assert np.shape(parts[0]) == (3, 2) and np.shape(parts[1]) == (2,), (
    "dZ has the shape of Z, (3, 2), and ds that of s, (2,): one slope for each unit. (3,) means a sum "
    "over the units, (3, 2) that nothing was summed, (1, 2) that keepdims is on.")
assert np.allclose(np.asarray(parts[0])[Z > 0], [4, 3]), (
    "Where Z > 0 the activation hands on what arrives unchanged: 4 and 3 in this check.")
assert np.all(np.sign(parts[0]) == np.sign(G)), (
    "The leaks are positive, so every entry of dZ has the sign of its G: learned_leak(Z, s, G)[0].")
assert np.sign(parts[1][0]) == -1, (
    "A larger leak makes negative answers more negative. G is positive where unit 0 is off, so the "
    "slope in its leak is negative.")
whole = learned_leak(Z.astype(int), s, G.astype(int))
assert np.allclose(whole[0], parts[0]) and np.allclose(whole[1], parts[1]), (
    "For Z and G as whole numbers the slopes should be the same as before. A copy of an array of "
    "whole numbers cannot hold the fraction 0.5: make a new array, with np.where for instance.")

# %% nbgrader={"grade": true, "grade_id": "learned_leak-both_slopes", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# both slopes at any numbers, also exactly in the corner, for leaks of any sign
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(605)
for N, m, whole in [(1, 1, False), (1, 4, False), (5, 1, False), (3, 3, False), (6, 2, False), (5, 3, True)]:
    Z, s, G = rng.integers(-3, 4, (N, m)), rng.uniform(-1, 2, m), rng.integers(-9, 10, (N, m))
    if not whole:
        Z, G = Z / 2, G / 3
    Z[0, 0] = 0
    dZ, ds = learned_leak(Z, s, G)
    dZ = np.asarray(dZ)
    assert dZ.shape == (N, m) and np.shape(ds) == (m,), "dZ and ds have the shapes of Z and s for every number of samples and units, also for one."
    for i, j in np.ndindex(N, m):
        assert np.isclose(dZ[i, j], G[i, j] * (1 if Z[i, j] > 0 else s[j]), rtol=1e-11, atol=1e-12), (
            "Some entry of dZ is off. It is what arrives, times 1 or times the unit's leak; look at the sign of Z and at the corner, "
            "where the contract says which.")
    expected = [sum(G[i, j] * Z[i, j] for i in range(N) if Z[i, j] < 0) for j in range(m)]
    assert np.allclose(ds, expected, rtol=1e-11, atol=1e-12), (
        "ds is off. A unit's leak is used by every sample in which the unit is off: add what they say, and divide by nothing. How does A "
        "change when s is nudged?")
### END HIDDEN TESTS

# %% [markdown]
# ## 5 A whole network, with unknown targets (5 points)
#
# Now all of it: any number of layers, a regulariser, and a complication from real tables. Some targets are missing, and nobody knows what
# should stand there; so they must not count.
#
# The hidden layers have the activation tanh or ReLU (whose slope at 0 is 0), the output is linear, and the loss is half the mean squared
# error **over the $K$ known targets**, plus the regulariser of L06, which spares the biases:
#
# $$L = \frac1K \sum_{(n, c) \text{ known}} \tfrac12\,(Z_{nc} - Y_{nc})^2 + \frac{\lambda}{2} \sum_{\text{layers}} \sum_{i,j} W_{ij}^2 .$$
#
# **Contract.** `masked_backprop(layers, X, Y, known, activation, lam)` takes `layers`, a list of one pair `(W, b)` or more, `W` of shape
# `(inputs, outputs)` and `b` of shape `(outputs,)`; samples `X` of shape `(N, D)`; targets `Y` and Booleans `known`, both of shape `(N, C)`,
# at least one of them true; `activation`, which is `"tanh"` or `"relu"`; and the number `lam` $= \lambda \ge 0$. It returns the gradient of
# $L$: a list of one pair `(dW, db)` for each layer, in the order of `layers`, of the same shapes. With all targets known $K$ is
# $N C$, not $N$. Where `known` is false, `Y` may hold any number, also `nan` or `inf`.

# %% [markdown]
# **Example.** The network of L09, section 2, with ReLU: $W_1 = \begin{pmatrix} 1 & -1 \\ 0 & 1 \end{pmatrix}$, $b_1 = (0, -2)$,
# $W_2 = \begin{pmatrix} 2 \\ 3 \end{pmatrix}$, $b_2 = (-1)$. With the sample $(1, 2)$, its target 2, and $\lambda = 0$ the gradient is
# the lecture's: $dW_1 = \begin{pmatrix} -2 & 0 \\ -4 & 0 \end{pmatrix}$, $db_1 = (-2, 0)$, $dW_2 = \begin{pmatrix} -1 \\ 0 \end{pmatrix}$,
# $db_2 = (-1)$. A second sample whose target is unknown changes nothing: $K$ is still 1. With $\lambda = 0.1$ the matrix $dW_2$ becomes
# $\begin{pmatrix} -0.8 \\ 0.3 \end{pmatrix}$.
#
# <details><summary>Hint 1: the idea</summary>
#
# L09, section 3, with three changes: the delta that the sweep begins with, the slope of the activation, and a term for each matrix. Which
# delta has an output whose target does not count?
#
# </details>
#
# <details><summary>Hint 2: shapes, and missing targets</summary>
#
# The first delta has shape `(N, C)`: 0 where the target is unknown, and divided by $K$ everywhere. `np.where(known, ..., 0)` chooses for
# each entry; multiplying by `known` does not help, for 0 times `nan` is `nan`. Both slopes can be had from the kept `A`: ask for `A[l] > 0`.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# A = [X]
# for W, b in layers[:-1]:
#     Z = ...
#     A.append(... if activation == "tanh" else ...)
# W, b = layers[-1]
# delta = np.where(known, ..., 0) / ...
# gradient = []
# for l in reversed(range(len(layers))):
#     W, b = layers[l]
#     gradient.insert(0, (..., ...))
#     if l > 0:
#         slope = ... if activation == "tanh" else ...
#         delta = ...
# return gradient
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "masked_backprop", "locked": false, "schema_version": 3, "solution": true, "task": false}
def masked_backprop(layers, X, Y, known, activation, lam):
    """Return the gradient [(dW, db), ...] of the half mean squared error over the known targets,
    plus lam / 2 times the sum of all squared weights; biases are spared.

    layers: [(W, b), ...]; X: (N, D); Y, known: (N, C); activation: "tanh" or "relu"; lam >= 0.
    """
    ### BEGIN SOLUTION
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0))
    delta = np.where(known, Z - Y, 0) / np.sum(known)
    gradient = []
    for l in reversed(range(len(layers))):
        W, _ = layers[l]
        gradient.append((A[l].T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A[l] ** 2 if activation == "tanh" else A[l] > 0)
    return gradient[::-1]
    ### END SOLUTION
    raise NotImplementedError("next step: go forward, and keep what each layer receives")


# %% nbgrader={"grade": true, "grade_id": "masked_backprop-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the shapes in a network 3-2-1, the network of the lecture, and one without hidden layers
W1, b1, W2, b2 = np.ones((3, 2)), np.zeros(2), np.ones((2, 1)), np.zeros(1)
X, Y, known = np.array([[1.0, 0, 2], [0, 1, 1]]), np.array([[1.0], [2]]), np.array([[True], [True]])
answer = masked_backprop([(W1, b1), (W2, b2)], X, Y, known, "tanh", 0)
assert (np.all(W1 == 1) and np.all(W2 == 1) and not np.any(b1) and not np.any(b2)
        and np.array_equal(X, [[1, 0, 2], [0, 1, 1]]) and np.array_equal(Y, [[1], [2]])), (
    "masked_backprop changed a weight, a bias, X or Y. It only computes the gradient: no step, and no "
    "-=, *= or [...] = on an array that it was given.")
assert isinstance(answer, (list, tuple)) and [len(pair) for pair in answer] == [2, 2], (
    "Two layers give a list of two pairs, [(dW1, db1), (dW2, db2)].")
assert [np.shape(dW) for dW, db in answer] == [(3, 2), (2, 1)], (
    "Every dW has the shape of its W: (3, 2), then (2, 1). A.T @ delta does that. Are the layers in "
    "their order, the first one first?")
assert [np.shape(db) for dW, db in answer] == [(2,), (1,)], (
    "Every db has the shape of its b: (2,), then (1,). Sum delta over the samples, axis 0, without "
    "keepdims.")
layers = [(np.array([[1, -1], [0, 1]]), np.array([0, -2])), (np.array([[2], [3]]), np.array([-1]))]
(dW1, db1), (dW2, db2) = masked_backprop(layers, np.array([[1, 2]]), np.array([[2]]),
                                         np.array([[True]]), "relu", 0)
assert np.allclose(dW2, [[-1], [0]]) and np.allclose(db2, [-1]), (
    "For the example dW2 should be [[-1], [0]] and db2 [-1]: delta at the output is Z - Y = 1 - 2, in "
    "this order, and there is no activation behind Z.")
assert np.allclose(dW1, [[-2, 0], [-4, 0]]) and np.allclose(db1, [-2, 0]), (
    "For the example dW1 should be [[-2, 0], [-4, 0]] and db1 [-2, 0]: (-1) * (2, 3) arrives at the "
    "hidden units, and the second one is off, so its slope is 0.")
(dW, db), = masked_backprop([(np.array([[1.0]]), np.zeros(1))], np.array([[2.0], [4.0]]),
                            np.zeros((2, 1)), np.array([[True], [True]]), "tanh", 0)
assert np.allclose(dW, [[10]]) and np.allclose(db, [3]), (
    "One layer, inputs 2 and 4, weight 1, targets 0: the errors are 2 and 4, so dW is "
    "(2*2 + 4*4) / 2 = 10 and db is (2 + 4) / 2 = 3. Divide by the number of known targets, once.")
(dW, db), = masked_backprop([(np.array([[1.0, 1]]), np.zeros(2))], np.array([[2.0], [4.0]]),
                            np.zeros((2, 2)), np.ones((2, 2), dtype=bool), "tanh", 0)
assert np.allclose(dW, [[5, 5]]) and np.allclose(db, [1.5, 1.5]), (
    "One layer, inputs 2 and 4, two outputs, all weights 1, all targets 0: every error is 2 or 4, "
    "and there are four targets, so each dW is (2*2 + 4*4) / 4 = 5 and each db is (2 + 4) / 4 = 1.5. "
    "K counts targets, not samples, and is one number for the whole table.")

# %% nbgrader={"grade": true, "grade_id": "masked_backprop-tanh", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# tanh: any number of layers, units and samples
### BEGIN HIDDEN TESTS
exact = lambda f, x: np.array([f(x + 1e-20j * e.reshape(x.shape)).imag / 1e-20 for e in np.eye(x.size)]).reshape(x.shape)
rng = np.random.default_rng(606)
for sizes, N in [([2, 1], 3), ([3, 4, 2], 5), ([3, 3, 3], 3), ([1, 1, 1], 1), ([2, 5, 4, 3], 6), ([4, 4, 4, 4], 4), ([3, 2, 3, 2, 1], 1)]:
    layers = random_layers(sizes, rng)
    X, Y = rng.standard_normal((N, sizes[0])), 2 * rng.standard_normal((N, sizes[-1]))
    answer = masked_backprop(layers, X, Y, np.ones(Y.shape, bool), "tanh", 0.0)
    again = masked_backprop(layers, np.vstack([X, X]), np.vstack([Y, Y]), np.ones((2 * N, sizes[-1]), bool), "tanh", 0.0)
    assert len(answer) == len(layers), "There is one pair (dW, db) for each layer, for every number of layers."
    for place in range(len(layers)):
        for part in (0, 1):
            def loss(value, layers=layers, place=place, part=part, X=X, Y=Y):
                H = X
                for l, pair in enumerate(layers):
                    W, b = pair if l != place else (value, pair[1]) if part == 0 else (pair[0], value)
                    H = (np.tanh if l < len(layers) - 1 else np.asarray)(H @ W + b)
                return np.sum((H - Y) ** 2) / Y.size / 2
            slopes = exact(loss, layers[place][part])
            assert np.shape(answer[place][part]) == slopes.shape, "Every dW and db has the shape of its W and b, for every network."
            assert np.allclose(answer[place][part], slopes, rtol=0, atol=1e-12 * (1 + np.abs(slopes).max())), (
                "Some gradient of a tanh network is wrong, or was measured instead of swept back. Compare yours with central_difference, matrix by matrix, beginning at the last layer: "
                "the first one that differs, counted from the end, shows where the sweep goes wrong. Try square and oblong matrices.")
            assert np.allclose(again[place][part], answer[place][part], rtol=1e-9, atol=1e-11), (
                "With every sample listed twice the loss is the same, and so the gradient should be. What is divided by what, and how often?")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "masked_backprop-relu", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# ReLU: units that are on, off, and exactly at 0; decimals and whole numbers
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(607)
for sizes, N in [([2, 3, 1], 4), ([3, 4, 2], 1), ([4, 4, 4], 5), ([2, 4, 3, 2], 6), ([3, 3, 3, 3, 3], 3)]:
    layers = [(np.round(2 * W), np.round(2 * b)) for W, b in random_layers(sizes, rng)]
    X, Y = rng.integers(-2, 3, (N, sizes[0])).astype(float), rng.integers(-9, 10, (N, sizes[-1])).astype(float)
    layers[0][1][0] = -X[0] @ layers[0][0][:, 0]
    answer = masked_backprop(layers, X, Y, np.ones(Y.shape, bool), "relu", 0.0)
    whole = masked_backprop([(W.astype(int), b.astype(int)) for W, b in layers], X.astype(int), Y.astype(int), np.ones(Y.shape, bool), "relu", 0.0)
    assert all(np.allclose(one, other, rtol=1e-9, atol=1e-9) for pairs in zip(answer, whole, strict=True) for one, other in zip(*pairs, strict=True)), (
        "Where weights, biases, X and Y hold whole numbers the gradient is another one than for the same numbers as decimals. Slopes are fractions even so, "
        "and a copy, or np.zeros_like, of an array of whole numbers cuts them off.")
    Z, H = [], [X]
    for W, b in layers:
        Z.append(H[-1] @ W + b)
        H.append(Z[-1] * (Z[-1] > 0))
    down = (Z[-1] - Y) / Y.size
    assert np.allclose(answer[-1][1], down.sum(axis=0), rtol=1e-9, atol=1e-9), (
        "The last db of a ReLU network is wrong already, or was measured. The output itself has no ReLU. By what are the errors divided? K is the number of "
        "known targets.")
    for l in range(len(layers) - 1, -1, -1):
        assert np.allclose(answer[l][0], np.einsum("ni,nj->ij", H[l], down), rtol=1e-9, atol=1e-9), (
            "Some dW of a ReLU network is wrong, or was measured. A unit that is off, or exactly at 0, hands nothing back; one that is on hands back all "
            "that arrives. The output itself has no ReLU.")
        assert np.allclose(answer[l][1], np.einsum("nj->j", down), rtol=1e-9, atol=1e-9), (
            "Some db of a ReLU network is wrong, or was measured. A unit that is off, or exactly at 0, hands nothing back, and hears nothing either.")
        if l > 0:
            down = np.einsum("nj,ij->ni", down, layers[l][0]) * np.heaviside(Z[l - 1], 0)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "masked_backprop-regulariser", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# what the regulariser adds, layer by layer
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(608)
for sizes, N, lam in [([2, 3, 1], 4, 0.5), ([3, 3], 3, 0.01), ([2, 2, 2, 2], 7, 1.0), ([4, 3, 2], 1, 3.0)]:
    layers = random_layers(sizes, rng)
    X, Y = rng.standard_normal((N, sizes[0])), rng.standard_normal((N, sizes[-1]))
    for activation in ("tanh", "relu"):
        without = masked_backprop(layers, X, Y, np.ones(Y.shape, bool), activation, 0.0)
        penalised = masked_backprop(layers, X, Y, np.ones(Y.shape, bool), activation, lam)
        for l in range(len(layers)):
            assert np.allclose(np.subtract(penalised[l][0], without[l][0]), lam * layers[l][0], rtol=0, atol=1e-11), (
                "The regulariser adds the wrong slope to some dW, or the gradient was measured. Take the slope of its formula in one weight: every layer has "
                "a share, and the number of samples does not enter.")
            assert np.allclose(penalised[l][1], without[l][1], rtol=0, atol=1e-11), (
                "With a regulariser some db changes, or was measured. Biases do not occur in it, and what is added to one dW must not travel on to other layers.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "masked_backprop-unknown", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# unknown targets, whatever stands there
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(609)
for D, C, N in [(2, 1, 4), (3, 3, 3), (1, 4, 5), (4, 2, 8)]:
    W, b = rng.standard_normal((D, C)), rng.standard_normal(C)
    X, Y, known = rng.standard_normal((N, D)), rng.standard_normal((N, C)), rng.random((N, C)) < 0.6
    known[0, 0], known[1, 0] = True, False
    error = known * (X @ W + b - Y)
    for filler in (0.0, 1e6, np.nan, np.inf):
        (dW, db), = masked_backprop([(W, b)], X, np.where(known, Y, filler), known, "relu", 0.0)
        assert np.all(np.isfinite(dW)) and np.all(np.isfinite(db)), (
            "An unknown target that is nan or inf makes the gradient nan or inf. Let it not enter at all: nan times 0 is nan, and so is inf times 0.")
        assert np.allclose(dW, X.T @ error / known.sum(), rtol=0, atol=1e-12), (
            "With unknown targets dW is wrong, or was measured. They count neither in the sum nor in the number by which it is divided.")
        assert np.allclose(db, error.sum(axis=0) / known.sum(), rtol=0, atol=1e-12), (
            "With unknown targets db is wrong, or was measured. They count neither in the sum nor in the number by which it is divided, which is one for all outputs.")
### END HIDDEN TESTS

# %% [markdown]
# ## 6 What never moves (2 points)
#
# What happens when a network starts at zero? A slide asks it, and L09, section 8, answers for one case. Here are all of them.
#
# A network has one hidden layer of several units, and half the mean squared error for its loss: $Z_1 = X W_1 + b_1$, $A_1 = f(Z_1)$,
# $Z_2 = A_1 W_2 + b_2$. Its four **parts** are called `"W1"`, `"b1"`, `"W2"` and `"b2"`. Some parts start at exactly 0; all numbers in the
# others, in $X$ and in the targets are random, none of them 0. Then it learns by gradient descent, step after step, with a small learning
# rate. A part **never moves** if its gradient is 0 in every step, in all of its entries.
#
# **Contract.** `never_moves(zero, activation)` takes a list of the names of those parts that start at 0, perhaps none, and `activation`: `"tanh"`,
# `"sigmoid"`, `"relu"` or `"leaky_relu"`. It returns a list of the names of the parts that never move, in any order.
#
# ReLU has slope 0 at 0, leaky ReLU slope 0.1. Unless all of $Z_1$ is 0, take it that some ReLU units are on and some
# are off.
#
# **Example.** `never_moves(["W1", "b1", "W2", "b2"], "tanh")` is the lecture's case: only the output bias learns. And
# `never_moves([], "tanh")` is `[]`.
#
# <details><summary>Hint 1: the idea</summary>
#
# The gradient of a part is a product. Which factor is 0, and does it stay 0 after the next step? A part that does not move in the first step
# may well move in the second.
#
# </details>
#
# <details><summary>Hint 2: the factors</summary>
#
# $dW_2 = A_1^\top \delta_2$, $\delta_1 = (\delta_2 W_2^\top) \odot f'(Z_1)$, $dW_1 = X^\top \delta_1$; `db1` and `db2` are column sums. So three
# questions: is $f(0) = 0$, is $W_2 = 0$, is $f'(0) = 0$? If you trust the computer more than your eyes, let it train small networks and look,
# several for each start: by bad luck all ReLUs of one network may be off.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# silent = ...                               # is every hidden unit 0 for every sample?
# no_way_back = ...                          # does delta_1 stay 0 as long as W2 does not move?
# if silent and no_way_back:
#     return [...]
# return ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "never_moves", "locked": false, "schema_version": 3, "solution": true, "task": false}
def never_moves(zero, activation):
    """Return the names of the parts, of "W1", "b1", "W2", "b2", whose gradient is 0 in every step.

    zero: names of the parts that start at 0; activation: "tanh", "sigmoid", "relu", "leaky_relu".
    """
    ### BEGIN SOLUTION
    silent = "W1" in zero and "b1" in zero and activation != "sigmoid"
    no_way_back = "W2" in zero or activation == "relu"
    return ["W1", "b1", "W2"] if silent and no_way_back else []
    ### END SOLUTION
    raise NotImplementedError("next step: when are all hidden units 0?")


# %% nbgrader={"grade": true, "grade_id": "never_moves-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the two cases of the example, and one that moves late
answer = never_moves(["W1", "b1", "W2", "b2"], "tanh")
assert isinstance(answer, (list, tuple)) and set(answer) <= {"W1", "b1", "W2", "b2"}, (
    "never_moves returns a list of names, such as ['W1', 'b1'], or an empty list.")
assert "b2" not in answer, (
    "The output bias always learns: its gradient is the sum of delta_2, and random targets are not "
    "met by chance. Is it the parts that DO move which you return?")
assert sorted(answer) == ["W1", "W2", "b1"], (
    "never_moves(['W1', 'b1', 'W2', 'b2'], 'tanh') should name W1, b1 and W2: the hidden units are 0, "
    "so dW2 = 0; W2 is 0, so delta_1 = 0; and after the step this is still so.")
assert sorted(never_moves([], "tanh")) == [], (
    "never_moves([], 'tanh') should be []: where nothing starts at 0 everything moves.")
assert sorted(never_moves(["W2"], "tanh")) == [], (
    "never_moves(['W2'], 'tanh') should be []: W2 moves in the first step, as the hidden units are not "
    "0, and in the second step W1 and b1 do.")

# %% nbgrader={"grade": true, "grade_id": "never_moves-every_start", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# every start, with every activation
### BEGIN HIDDEN TESTS
values = {"tanh": np.tanh, "sigmoid": lambda z: 1 / (1 + np.exp(-z)), "relu": lambda z: z * (z > 0), "leaky_relu": lambda z: z * np.where(z > 0, 1, 0.1)}
slopes = {"tanh": lambda z: 1 - np.tanh(z) ** 2, "sigmoid": lambda z: 1 / (2 + np.exp(z) + np.exp(-z)), "relu": lambda z: z > 0,
          "leaky_relu": lambda z: np.where(z > 0, 1, 0.1)}
names, shapes = ["W1", "b1", "W2", "b2"], [(3, 8), (8,), (8, 2), (2,)]
for activation in values:
    for case in range(16):
        rng = np.random.default_rng(610)
        zero = [name for k, name in enumerate(names) if case >> k & 1]
        start = {name: rng.uniform(0.2, 1, shape) * rng.choice([-1, 1], shape) * (name not in zero) for name, shape in zip(names, shapes, strict=True)}
        part, X, Y = dict(start), rng.standard_normal((6, 3)), rng.standard_normal((6, 2))
        for _ in range(5):
            Z = X @ part["W1"] + part["b1"]
            last = (values[activation](Z) @ part["W2"] + part["b2"] - Y) / Y.shape[0]
            first = last @ part["W2"].T * slopes[activation](Z)
            steps = {"W1": X.T @ first, "b1": first.sum(axis=0), "W2": values[activation](Z).T @ last, "b2": last.sum(axis=0)}
            part = {name: part[name] - 0.1 * steps[name] for name in names}
        stuck = [name for name in names if np.array_equal(part[name], start[name])]
        answer = never_moves(zero, activation)
        assert not set(stuck) - set(answer), (
            "For some start you leave out a part that never moves. Which starts make all hidden units 0? And what does the activation's slope at 0 do?")
        assert not set(answer) - set(stuck), (
            "For some start you name a part that does move, at once or after a few steps. One factor that is 0 stops a part only as long as it stays 0.")
        assert len(answer) == len(stuck), "Name every part once."
### END HIDDEN TESTS

# %% [markdown]
# ## 7 The way back, with and without skips (2 points)
#
# L09, section 6: the way back over a layer is one matrix, over many layers their product, and such products vanish or explode. Most deep
# networks of today have a remedy in them: each layer *adds* to what it receives, instead of replacing it. For one sample, a row
# $h_0 = x$, and layers $l = 1, \dots, L$:
#
# $$\text{plain:}\quad h_l = \tanh(h_{l-1} W_l + b_l), \qquad\qquad \text{with skips:}\quad h_l = h_{l-1} + \tanh(h_{l-1} W_l + b_l) .$$
#
# Follow the slopes in the $h_l$ themselves, $g_l = \partial L/\partial h_l$, again rows. (As a subscript $L$ is the number of the last layer;
# in $\partial L$ it is the loss.) Note that L09's $V$ carries delta, the slopes in the $z$; here it is those in the $h$ that travel. There is
# one matrix $P$ with $g_0 = g_L\, P$, whatever $g_L$ is.
#
# **Contract.** `way_back(layers, x, skip)` takes `layers`, a list of one pair `(W, b)` or more, `W` of shape `(inputs, outputs)`; one sample `x` of
# shape `(n,)`; and `skip`, which is `True` or `False`. With skips every `W` is square. It returns $P$, whose shape is (width of $h_L$, $n$).
#
# **Example.** One layer with one unit: $x = 0$, $W = (0.5)$, $b = 0$. There $\tanh' = 1$, so a plain layer has $P = (0.5)$, and one with a skip
# $P = (1.5)$. With `W` $= \begin{pmatrix} 2 & 0 & 1 \\ 0 & 3 & 0 \end{pmatrix}$, $b = 0$, $x = (0, 0)$ and no skip, $P$ is the transpose of `W`.
#
# <details><summary>Hint 1: the idea</summary>
#
# Go back over one layer: what is $g_{l-1}$, if $g_l$ is known? Write it as $g_l$ times a matrix. With a skip there are two ways from
# $h_{l-1}$ to $h_l$, and ways add.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# $g_{l-1} = (g_l \odot f'(z_l))\, W_l^\top = g_l\, \operatorname{Diag}(f'(z_l))\, W_l^\top$: the matrix has shape (outputs, inputs), and the
# slopes multiply its *rows*, `slope[:, None] * W.T`. A skip adds $g_l$ itself, which is $g_l$ times `np.eye(...)`. In the product the last
# layer's matrix stands on the left.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# h, P = x, np.eye(len(x))
# for W, b in layers:
#     a = np.tanh(...)
#     back = ...                             # over this layer, shape (outputs, inputs)
#     if skip:
#         ...
#     P = ... @ ...
#     h = ...
# return P
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "way_back", "locked": false, "schema_version": 3, "solution": true, "task": false}
def way_back(layers, x, skip):
    """Return the matrix P with dL/dx = dL/dh_L @ P, for h <- tanh(h W + b), plus h if skip.

    layers: [(W, b), ...]; x: (n,); skip: True or False; P: (width of h_L, n).
    """
    ### BEGIN SOLUTION
    h, P = x, np.eye(len(x))
    for W, b in layers:
        a = np.tanh(h @ W + b)
        back = (1 - a**2)[:, None] * W.T
        P = back @ P + P if skip else back @ P
        h = h + a if skip else a
    return P
    ### END SOLUTION
    raise NotImplementedError("next step: write the way back over one layer as a matrix")


# %% nbgrader={"grade": true, "grade_id": "way_back-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# one layer, where every slope of tanh is 1
W, b, x = np.array([[2.0, 0, 1], [0, 3, 0]]), np.array([-4.0, 3, -2]), np.array([2.0, -1])
P = way_back([(W, b)], x, False)
assert (np.array_equal(W, [[2, 0, 1], [0, 3, 0]]) and np.array_equal(b, [-4, 3, -2])
        and np.array_equal(x, [2, -1])), (
    "way_back changed a weight, a bias or x. h += ... writes into x when h is x: make a new array.")
assert np.shape(P) == (3, 2), (
    "Two inputs and three outputs: P takes the row g_1, shape (3,), to the row g_0, shape (2,), so it "
    "has shape (3, 2).")
assert np.allclose(P, [[2, 0], [0, 3], [1, 0]]), (
    "For W = [[2, 0, 1], [0, 3, 0]], b = (-4, 3, -2), x = (2, -1) and no skip P should be the "
    "transpose of W: x W + b is (0, 0, 0), where tanh has slope 1. Is there a factor 1 - x^2 in "
    "yours? It is for what the layer received, as in L09's V, which carries delta. Here the layer's "
    "own tanh comes first.")
P = way_back([(np.array([[0.5, 1], [0, 0.5]]), np.zeros(2))], np.zeros(2), True)
assert np.allclose(P, [[1.5, 0], [1, 1.5]]), (
    "way_back([(np.array([[0.5, 1], [0, 0.5]]), np.zeros(2))], np.zeros(2), True) should be "
    "[[1.5, 0], [1, 1.5]]: the transpose of W, plus 1 on the diagonal for the skip. Ones everywhere "
    "would join every unit with every other.")

# %% nbgrader={"grade": true, "grade_id": "way_back-deep", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# deep networks of all widths, plain and with skips
### BEGIN HIDDEN TESTS
exact = lambda f, x: np.array([f(x + 1e-20j * e.reshape(x.shape)).imag / 1e-20 for e in np.eye(x.size)]).reshape(x.shape)
rng = np.random.default_rng(611)
for sizes, skip in [([3, 4], False), ([2, 5, 3], False), ([3, 3, 3, 3], False), ([4, 1, 2, 3], False), ([1, 1], True), ([3, 3], True), ([2] * 4, True),
                    ([4] * 6, True)]:
    layers = [(0.7 * W, b) for W, b in random_layers(sizes, rng)]
    start = rng.standard_normal(sizes[0])
    x = start.copy()
    P = np.asarray(way_back(layers, x, skip))
    assert np.array_equal(x, start), "way_back changed x: h += ... writes into x when h is x. Make a new array."
    assert P.shape == (sizes[-1], sizes[0]), "P has one row for each output of the last layer, one column for each input, for every network."
    for unit in range(sizes[-1]):
        def output(x, layers=layers, skip=skip, unit=unit):
            h = x
            for W, b in layers:
                h = np.tanh(h @ W + b) + (h if skip else 0)
            return h[unit]
        slopes = exact(output, x)
        assert np.allclose(P[unit], slopes, rtol=0, atol=1e-12 * (1 + np.abs(P).max())), (
            "Some row of P is not the slope of that output in x, or was measured instead of multiplied. Row i is what arrives at x when g_L is 1 for unit i "
            "and 0 elsewhere; central_difference shows you which rows are off. Where do the slopes of tanh go, in which order are the matrices multiplied, "
            "and does the forward pass skip too?")
### END HIDDEN TESTS

# %% [markdown]
# ## What you have now
#
# The sweep in all its forms: number by number, layer by layer, and as one matrix; with a bias that a slide forgot, a leak that learns, targets that
# are missing. And you know which starts at zero never recover, and what a skip adds to the way back. Next comes what to *do* with a gradient: E7.
#
# **Sources.** D. E. Rumelhart, G. E. Hinton and R. J. Williams, *Learning representations by back-propagating errors*, 1986,
# [doi:10.1038/323533a0](https://doi.org/10.1038/323533a0). S. Linnainmaa, *Taylor expansion of the accumulated rounding error*, 1976,
# [doi:10.1007/BF01931367](https://doi.org/10.1007/BF01931367). The learned leak: K. He, X. Zhang, S. Ren and J. Sun, *Delving deep into
# rectifiers*, 2015, [doi:10.1109/ICCV.2015.123](https://doi.org/10.1109/ICCV.2015.123). Skips: the same authors, *Deep residual learning for
# image recognition*, 2016, [doi:10.1109/CVPR.2016.90](https://doi.org/10.1109/CVPR.2016.90).
