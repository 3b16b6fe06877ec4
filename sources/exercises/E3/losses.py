# %% [markdown]
# # E3 Losses, softmax and divergence
#
# You will write the losses that networks minimise, with the slopes that show descent the way, and make them hold where the plain formulas
# break. You will also measure how far a misprint is off, and show that a famous divergence is no distance. Lectures L00 to L06 are all you
# need, from L06 also what is optional in sections 3, 4 and 10. Plan three hours, and open a hint when you have been stuck for five minutes:
# nobody counts them.
#
# **Working.** Put your code where it says `# YOUR CODE HERE`. The line `raise NotImplementedError(...)` below it is only a signpost and may
# stay; if it still stops you when your code is written, a `return` is missing. Put an import or a helper of your own into an answer cell or
# a new cell: changes to the set-up cell do not reach the grader. Write each function yourself, with NumPy: the lectures import theirs from
# `course_lib`, which is not there where answers are graded. You may copy lines from it.
#
# **Grading.** 20 points. Below each answer stands a visible check, 1 point each, that tells you what it expected. The other 12 points come
# from hidden checks: you see only the property each one looks at, as a comment, and in your copy such a cell always passes. What counts is
# the values that your functions return. Style and warnings cost nothing, and speed costs nothing as long as a cell ends within five
# seconds.
#
# **Before you hand in**, choose *Kernel > Restart Kernel and Run All Cells*, or press *Validate*. Running stops at the first check that
# fails: that is the place to go on. To skip a question, go on with Shift+Enter below it.

# %% [markdown]
# ### The words used here
#
# Rows are samples. $N$ samples with $D$ inputs are a matrix `X` of shape `(N, D)`; their scores for $C$ classes are a matrix `Z` of shape
# `(N, C)`. Classes are the whole numbers $0, \dots, C-1$, and a class becomes a row of $C$ numbers by its **one-hot** code. The rows of a
# table of **probabilities** are at least 0 and add up to 1. $\log$ is the natural logarithm, so losses are in nats. A loss is a **mean**
# over the samples, and a sum over the outputs.
#
# Three rules hold in all eight questions. Your function leaves the arrays that it is given as they were. They may hold whole numbers
# (integer arrays) or decimals: into an integer array you can write neither a fraction nor infinity. And where a question is silent about
# accuracy, nine correct digits are plenty.
#
# The set-up cell has the lecture's `central_difference`, to check a slope of your own: once question 1 and its check have run,
# `central_difference(lambda v: squared_loss(X, y, v, 1, 0.5)[0], w)` should agree to eight digits with the `grad_w` of
# `squared_loss(X, y, w, 1, 0.5)`.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np


def central_difference(f, x, h=1e-5):
    """Measure the slope of f in each entry of the array x: (f(x + h) - f(x - h)) / 2h."""
    slopes = np.zeros(np.shape(x))
    for i in np.ndindex(slopes.shape):
        step = np.zeros(slopes.shape)
        step[i] = h
        slopes[i] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes

# %% [markdown]
# ## 1 Squared error, with its slope (3 points)
#
# A straight model $f(\mathbf{x}) = \mathbf{w}\cdot\mathbf{x} + b$, the mean squared error, and the regulariser that wants small weights
# (L06, sections 2 and 9):
#
# $$L = \frac1N \sum_{n=1}^{N} \big(f(\mathbf{x}_n) - y_n\big)^2 + \frac{\lambda}{2} \sum_i w_i^2 .$$
#
# The first term can also be written $\frac1N\,|X\mathbf{w} + b - \mathbf{y}|^2$: one by one or as a length, it is the same number. The bias
# is spared: it has no place in the second term.
#
# **Contract.** `squared_loss(X, y, w, b, lam)` takes `X` of shape `(N, D)`, targets `y` of shape `(N,)`, weights `w` of shape `(D,)`, and
# the numbers `b` and `lam` $= \lambda \ge 0$. It returns `(loss, grad_w, grad_b)`: the number $L$, its slope in each weight, shape `(D,)`,
# and its slope in $b$, a number. `X`, `y` and `w` stay as they were, and may hold whole numbers.
#
# **Example.** $X$ has the rows $(1, 2)$, $(3, 0)$, $(2, 1)$; $\mathbf{y} = (1, 2, 5)$, $\mathbf{w} = (1, -1)$, $b = 1$. So $f$ is $0, 4, 2$
# and $f - y$ is $-1, 2, -3$. With $\lambda = 0$ the loss is $\frac{14}3$, `grad_w` is $(-\frac23, -\frac{10}3)$ and `grad_b` is $-\frac43$.
# With $\lambda = \frac12$ the loss is $\frac{14}3 + \frac12$ and `grad_w` is $(-\frac16, -\frac{23}6)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# Name the $N$ errors $e_n = f(\mathbf{x}_n) - y_n$ first; everything is made of them. Then ask how $e_n$ changes when you nudge $w_i$, and
# when you nudge $b$.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `e` has shape `(N,)`. The slope in $w_i$ needs $\sum_n e_n x_{ni}$ for every $i$: `(D, N) @ (N,)` gives `(D,)`. The slope in $b$ is one
# number, and the regulariser adds to `loss` and `grad_w` only.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# e = ...                                    # shape (N,)
# loss = ... + lam / 2 * ...
# grad_w = ... * X.T @ e + ...               # shape (D,)
# grad_b = ...                               # a number
# return loss, grad_w, grad_b
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "squared_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def squared_loss(X, y, w, b, lam):
    """Return (loss, grad_w, grad_b) of the mean squared error of X @ w + b plus lam / 2 * |w|^2.

    X: (N, D); y: (N,); w, grad_w: (D,); b, lam, loss, grad_b: numbers.
    """
    ### BEGIN SOLUTION
    e = X @ w + b - y
    loss = np.mean(e**2) + lam / 2 * np.sum(w**2)
    return loss, 2 / len(y) * X.T @ e + lam * w, 2 * np.mean(e)
    ### END SOLUTION
    raise NotImplementedError("next step: compute the N errors f(x_n) - y_n")


# %% nbgrader={"grade": true, "grade_id": "squared_loss-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# shapes, the loss, and the signs of the slopes, without a regulariser
X, y, w = np.array([[1.0, 2], [3, 0], [2, 1]]), np.array([1.0, 2, 5]), np.array([1.0, -1])
parts = squared_loss(X, y, w, 1, 0)
assert (np.array_equal(X, [[1, 2], [3, 0], [2, 1]]) and np.array_equal(y, [1, 2, 5])
        and np.array_equal(w, [1, -1])), (
    "squared_loss changed X, y or w. Work on new arrays: X -= ... writes into your caller's array.")
assert isinstance(parts, (tuple, list)) and len(parts) == 3, (
    "squared_loss returns three parts: return loss, grad_w, grad_b.")
loss, grad_w, grad_b = parts
assert np.shape(loss) == () and np.shape(grad_b) == (), (
    "loss and grad_b are single numbers. Look at squared_loss(X, y, w, 1, 0): an array means that you "
    "did not sum over the samples.")
assert np.shape(grad_w) == (2,), (
    "There is one slope for each weight, so grad_w has the shape of w, (2,). With errors of shape (3,) "
    "the product X.T @ errors does that.")
assert np.isclose(loss, 14 / 3, rtol=1e-9, atol=0), (
    "squared_loss(X, y, w, 1, 0)[0] should be 14/3: the errors are -1, 2, -3, their squares add up to "
    "14, and there are 3 samples. 14 is the sum, and 7/3 has a half in front. If it is larger still, "
    "were shapes (3,) and (3, 1) mixed?")
assert np.all(np.asarray(grad_w) < 0), (
    "Both slopes in w should be negative here: a larger w brings the third answer, which is 3 too low, "
    "nearer to its target. Each slope is made of (f - y) times an input, in this order of f and y.")
assert grad_b < 0, (
    "The slope in b should be negative here: the errors -1, 2, -3 add up to -2, so the answers are too "
    "low on average, and a larger b is better.")

# %% nbgrader={"grade": true, "grade_id": "squared_loss-any_table", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# loss and slopes for any table, without a regulariser
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(301)
for N, D in [(1, 1), (1, 4), (5, 2), (4, 4), (9, 3)]:
    X, y, w, b = rng.standard_normal((N, D)), 3 * rng.standard_normal(N), rng.standard_normal(D), rng.standard_normal()
    for whole in (False, True):
        if whole:
            X, y, w, b = np.round(4 * X).astype(int), np.round(4 * y).astype(int), np.round(4 * w).astype(int), int(np.round(4 * b))
        loss, grad_w, grad_b = squared_loss(X, y, w, b, 0)
        slope_w = central_difference(lambda v, X=X, y=y, b=b: np.mean((X @ v + b - y) ** 2), w.astype(float), h=1e-3)
        slope_b = central_difference(lambda c, X=X, y=y, w=w: np.mean((X @ w + c - y) ** 2), np.array(float(b)), h=1e-3)
        assert np.isclose(loss, np.mean((X @ w + b - y) ** 2), rtol=1e-9, atol=1e-12), (
            "The loss is the mean of the squared errors for every number of samples and inputs, for whole numbers and for fractions.")
        assert np.shape(grad_w) == (D,) and np.shape(grad_b) == (), "grad_w has the shape of w, and grad_b is a number, for every table."
        assert np.allclose(grad_w, slope_w, rtol=1e-7, atol=1e-7), (
            "grad_w is not the slope of the loss. Nudge a weight and look, with the central_difference of the set-up: does a factor differ, and does "
            "it depend on the number of samples? Are the slopes of whole-number weights fractions?")
        assert np.isclose(grad_b, slope_b, rtol=1e-7, atol=1e-7), (
            "grad_b is not the slope of the loss in b. Measure it with central_difference: does a factor differ, and does it depend on the number of "
            "samples?")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "squared_loss-regulariser", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# what lam adds to the loss and to each slope
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(302)
for N, D in [(1, 1), (6, 3), (3, 5), (4, 4)]:
    X, y, w, b = rng.standard_normal((N, D)), rng.standard_normal(N), rng.standard_normal(D), 2 + rng.random()
    without = squared_loss(X, y, w, b, 0)
    for lam in (0.3, 2, 10.0):
        loss, grad_w, grad_b = squared_loss(X, y, w, b, lam)
        assert np.isclose(loss - without[0], lam / 2 * w @ w, rtol=1e-9, atol=1e-9), (
            "lam should add lam / 2 times the sum of the squared weights to the loss: not of the bias, and once, not once for each sample.")
        assert np.allclose(np.subtract(grad_w, without[1]), lam * w, rtol=1e-9, atol=1e-9), (
            "lam should add to grad_w the slope of what it adds to the loss. What is the slope of half a square?")
        assert np.isclose(grad_b, without[2], rtol=1e-9, atol=1e-9), "lam should not touch the slope in b: the bias is spared."
### END HIDDEN TESTS

# %% [markdown]
# ## 2 A misprint, measured (2 points)
#
# The slides that this course grew from print, for one sample with the model's answer $f$ and the target $y$ (L06, section 2),
#
# $$(y - f)^2 = y^2 - 2f + f^2, \qquad \nabla\,(y - f)^2 = 2\,\nabla f + 2\,\nabla f \cdot f .$$
#
# Both are wrong, and one sample proves it. You will find samples at which they are wrong by exactly as much as somebody orders.
#
# **Contract.** `counterexamples(f, slope, gap)` takes three numbers: the answer $f \ne 0$, its slope $\nabla f \ne 0$ in the only weight
# there is, and `gap`, which may have either sign or be 0. It returns two targets `(y_square, y_slope)`. At $y =$ `y_square` the printed
# *square* minus the true square is exactly `gap`; at $y =$ `y_slope` the printed *slope* minus the true slope is exactly `gap`.
#
# **Example.** The lecture's sample is $f = 3.5$, $\nabla f = 1.5$, $y = 3$. The square is $0.25$ and printed as $14.25$; the slope is $1.5$
# and printed as $13.5$. So `y_square` is 3 for a gap of 14, and `y_slope` is 3 for a gap of 12.
#
# <details><summary>Hint 1: the idea</summary>
#
# Write down printed minus true, once for the square and once for the slope. Most terms cancel, and what is left is an equation for $y$.
#
# </details>
#
# <details><summary>Hint 2: the formulas</summary>
#
# The true square is $y^2 - 2yf + f^2$. The true slope is $2\,(f - y)\,\nabla f$. Both differences are straight functions of $y$, so each
# equation has one solution. Why do $f$ and $\nabla f$ have to differ from 0?
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# y_square = ... + gap / (2 * ...)
# y_slope = ... + gap / (2 * ...)
# return y_square, y_slope
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "counterexamples", "locked": false, "schema_version": 3, "solution": true, "task": false}
def counterexamples(f, slope, gap):
    """Return (y_square, y_slope), targets where the printed square, or slope, exceeds the true by gap.

    f: the model's answer, not 0; slope: its slope in the weight, not 0; gap: any number.
    """
    ### BEGIN SOLUTION
    return 1 + gap / (2 * f), -1 + gap / (2 * slope)
    ### END SOLUTION
    raise NotImplementedError("next step: write down printed square minus true square, and solve for y")


# %% nbgrader={"grade": true, "grade_id": "counterexamples-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# one small sample: f = 2, slope 2, and a gap of 4
parts = counterexamples(2, 2, 4)
assert isinstance(parts, (tuple, list)) and [np.shape(part) for part in parts] == [(), ()], (
    "counterexamples returns two numbers: return y_square, y_slope. Look at counterexamples(2, 2, 4).")
y_square, y_slope = parts
printed, true = y_square**2 - 2 * 2 + 2**2, (y_square - 2) ** 2
assert np.isclose(printed - true, 4, rtol=0, atol=1e-9), (
    "With y_square = counterexamples(2, 2, 4)[0] the printed square y**2 - 2*f + f**2 minus the true "
    "square (y - f)**2 should be 4. In a new cell print both. If the difference is -4, printed and "
    "true changed places, or the two numbers that you return did.")
printed, true = 2 * 2 + 2 * 2 * 2, 2 * (2 - y_slope) * 2
assert np.isclose(printed - true, 4, rtol=0, atol=1e-9), (
    "With y_slope = counterexamples(2, 2, 4)[1] the printed slope 2*slope + 2*slope*f minus the true "
    "slope 2*(f - y)*slope should be 4. In a new cell print both. If the difference is not 4, look at "
    "the sign of y, and at the order of the two numbers that you return.")

# %% nbgrader={"grade": true, "grade_id": "counterexamples-any_gap", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# any sample, and a gap of any size and sign
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(303)
for gap in (-7.25, -1, 0, 0.5, 3, 120.0):
    for f, slope in [(3.5, 1.5), (-2, 4), (5, -1), (-0.25, -3), *rng.uniform(0.2, 3, (4, 2)).tolist()]:
        y_square, y_slope = counterexamples(f, slope, gap)
        off = (y_square**2 - 2 * f + f**2) - (y_square - f) ** 2
        assert np.isclose(off, gap, rtol=1e-9, atol=1e-8 * (1 + y_square**2)), (
            "For some sample the printed square minus the true square is not gap. Try a negative f, a gap of 0, and a gap below 0.")
        off = (2 * slope + 2 * slope * f) - 2 * (f - y_slope) * slope
        assert np.isclose(off, gap, rtol=1e-9, atol=1e-8 * (1 + abs(y_slope))), (
            "For some sample the printed slope minus the true slope is not gap. Try a slope that differs from f, a negative one, and a gap below 0.")
### END HIDDEN TESTS

# %% [markdown]
# ## 3 Logistic loss for groups (3 points)
#
# Tables often come counted: not one line for each person, but one for each kind, with the number of people and how many of them have label
# 1. Each person costs what the lecture says (L06, section 3): $-\log p$ with label 1 and $-\log(1 - p)$ with label 0, where $p = \sigma(z)$
# and $z = \mathbf{w}\cdot\mathbf{x} + b$.
#
# **Contract.** `grouped_logistic(X, n, k, w, b)` takes `X` of shape `(G, D)`, one row for each group, and whole numbers `n` and `k` of
# shape `(G,)`: group $g$ has $n_g \ge 0$ people, of whom $k_g$ have label 1 and the others label 0. `w` has shape `(D,)` and `b` is a
# number. It returns `(loss, grad_w, grad_b)`: the **mean cost over all people**, a number, and its slopes in the weights, shape `(D,)`, and
# in the bias, a number. A group of nobody counts for nothing; at least one group has people. For all scores from $-1000$ to $1000$ loss
# and slopes have nine correct digits or are right to $10^{-9}$.
#
# **Example.** Four people have $x = 0$, one of them label 1; two have $x = 1$, both label 1. With $w = 2$, $b = -1$ the scores are $-1$ and
# $1$, and $p$ is $0.2689$ and $0.7311$. The four cost $2.2530$ together, the two $0.6265$: the loss is $2.8796 / 6 = 0.4799$. `grad_w` is
# $(-0.0896)$ and `grad_b` is $-0.0770$.
#
# <details><summary>Hint 1: the idea</summary>
#
# All people of a group have the same score. So write the cost of one person with label 1, and of one with label 0, and count. For the
# slopes: one person's slope in $z$ is $p - 1$ or $p - 0$; how large is the sum over a group?
#
# </details>
#
# <details><summary>Hint 2: shapes, and large scores</summary>
#
# `z`, `n` and `k` have shape `(G,)`, and so has the sum of the group's slopes in $z$; `(D, G) @ (G,)` brings it to the weights. Divide by
# the number of people. In float64 $\sigma(40)$ *is* 1, so compute costs from the score: $-\log(1 - \sigma(z))$ is softplus of $z$, and
# $-\log\sigma(z)$ softplus of $-z$. L02's softplus, $\log(1 + e^z)$, is `np.logaddexp(0, z)`, which does not overflow. For $\sigma$ itself
# L02's $1 / (1 + e^{-z})$ serves: far below 0 it warns, and is right.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# z = ...                                                  # shape (G,)
# people = ...                                             # a number
# loss = np.sum(k * np.logaddexp(0, ...) + (n - k) * np.logaddexp(0, ...)) / people
# delta = ... / people                                     # shape (G,): slope of the loss in each z
# return loss, ..., ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "grouped_logistic", "locked": false, "schema_version": 3, "solution": true, "task": false}
def grouped_logistic(X, n, k, w, b):
    """Return (loss, grad_w, grad_b): the logistic loss, a mean over all people, and its slopes.

    X: (G, D); n, k: (G,), people and those with label 1; w, grad_w: (D,); b, loss, grad_b: numbers.
    """
    ### BEGIN SOLUTION
    z, people = X @ w + b, np.sum(n)
    loss = np.sum(k * np.logaddexp(0, -z) + (n - k) * np.logaddexp(0, z)) / people
    p = np.exp(-np.logaddexp(0, -z))
    delta = (n * p - k) / people
    return loss, X.T @ delta, np.sum(delta)
    ### END SOLUTION
    raise NotImplementedError("next step: compute the score z of each group, shape (G,)")


# %% nbgrader={"grade": true, "grade_id": "grouped_logistic-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# groups of one person each: the shapes, the loss, and the signs of the slopes
X, w = np.array([[1.0, 0], [2, 1], [0, 3]]), np.array([1.0, -1])
n, k = np.array([1, 1, 1]), np.array([1, 0, 1])
parts = grouped_logistic(X, n, k, w, 0.5)
assert (np.array_equal(X, [[1, 0], [2, 1], [0, 3]]) and np.array_equal(w, [1, -1])
        and np.array_equal(n, [1, 1, 1]) and np.array_equal(k, [1, 0, 1])), (
    "grouped_logistic changed X, n, k or w. Work on new arrays: z = X @ w + b is fine, n -= k is not.")
assert isinstance(parts, (tuple, list)) and len(parts) == 3, (
    "grouped_logistic returns three parts: return loss, grad_w, grad_b.")
loss, grad_w, grad_b = parts
assert [np.shape(part) for part in parts] == [(), (2,), ()], (
    "loss and grad_b are numbers and grad_w has the shape of w, (2,). Look at "
    "grouped_logistic(X, n, k, w, 0.5).")
assert np.isclose(loss, 1.493905, rtol=0, atol=1e-6), (
    "grouped_logistic(X, n, k, w, 0.5)[0] should be 1.493905. The scores are 1.5, 1.5, -2.5, and the "
    "three people cost 0.2014, 1.7014 and 2.5789: label 1 costs -log p, label 0 costs -log(1 - p). "
    "(4.48 is the sum instead of the mean; 2.155 is in bits, log to the base 2.)")
assert grad_w[0] > 0 and grad_w[1] < 0, (
    "The first slope in w should be positive, the second negative: they are made of p - label times "
    "the inputs. If both signs are wrong, it is the other way round: label - p.")
assert grad_b < 0, (
    "The slope in b should be negative here: p adds up to 1.711, the labels to 2.")

# %% nbgrader={"grade": true, "grade_id": "grouped_logistic-people", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# everybody counts alike, in large groups, small ones and empty ones
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(304)
for G, D in [(1, 1), (4, 2), (3, 3), (7, 4)]:
    X, w, b = rng.standard_normal((G, D)), rng.standard_normal(D), rng.standard_normal()
    n = rng.integers(1, 9, size=G) * rng.choice([1, 7], size=G)
    k = rng.integers(0, n + 1)
    for empty in (False, True):
        if empty:
            X, n, k = np.vstack([X, np.ones(D)]), np.append(n, 0), np.append(k, 0)
        everyone = np.repeat(X, n, axis=0)
        labels = np.concatenate([np.arange(size) < ones for size, ones in zip(n, k, strict=True)])
        cost = lambda w, b, everyone=everyone, labels=labels: np.mean(np.logaddexp(0, np.where(labels, -1, 1) * (everyone @ w + b)))
        loss, grad_w, grad_b = grouped_logistic(X, n, k, w, b)
        assert np.isclose(loss, cost(w, b), rtol=1e-9, atol=0), (
            "The loss should be the same as with one row for each person: a mean over people, not over groups. An empty group changes nothing.")
        assert np.shape(grad_w) == (D,), "grad_w has the shape of w for every table."
        assert np.allclose(grad_w, central_difference(lambda v, b=b, cost=cost: cost(v, b), w), rtol=1e-6, atol=1e-8), (
            "grad_w is not the slope of the loss. A group's slope counts all its people, and the mean is over people, as in the loss. Measure it with "
            "central_difference, for groups of several sizes and an empty one.")
        assert np.isclose(grad_b, central_difference(lambda c, w=w, cost=cost: cost(w, c), np.array(b)), rtol=1e-6, atol=1e-8), (
            "grad_b is not the slope of the loss in b. Measure it with central_difference, for groups of several sizes and an empty one.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "grouped_logistic-sure", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# scores far from 0: no ceiling on the loss, and no infinity
### BEGIN HIDDEN TESTS
one, w = np.array([1]), np.array([1.0])
for z in (-1000.0, -740.0, -200.0, -38.0, -20.0, -3.0, 0.0, 3.0, 20.0, 38.0, 200.0, 740.0, 1000.0):
    for label in (0, 1):
        cost = np.logaddexp(0, z if label == 0 else -z)
        slope = np.exp(-np.logaddexp(0, -z)) - label
        for X, b in (np.array([[z]]), 0.0), (np.array([[z - 2]]), 2.0):
            loss, grad_w, grad_b = grouped_logistic(X, one, one * label, w, b)
            assert np.isclose(loss, cost, rtol=1e-9, atol=1e-9), (
                "For a single person with a score far from 0 the loss is off. Who is sure and right costs next to nothing; who is sure and wrong "
                "costs about |z|, and nothing limits it. Compute the cost from z: p has lost what you need.")
            assert np.allclose([grad_w[0], grad_b], [slope * X[0, 0], slope], rtol=0, atol=1e-9), (
                "For a single person with a score far from 0 a slope is off. Each stays a plain number, never nan: is your sigmoid stable on both sides? "
                "A measured slope has too few digits here: write down the formula.")
### END HIDDEN TESTS

# %% [markdown]
# ## 4 Softmax with a temperature for each row (3 points)
#
# Divided by a temperature $T$, scores become milder ($T > 1$) or sharper ($T < 1$) before softmax makes probabilities of them (L06, section
# 4). Here every row brings its own:
#
# $$p_{nc} = \frac{e^{z_{nc} / T_n}}{\sum_k e^{z_{nk} / T_n}} .$$
#
# **Contract.** `softmax(Z, T)` takes scores `Z` of shape `(N, C)` and temperatures `T` of shape `(N,)`, all from 0.1 to 100. It returns the
# probabilities, shape `(N, C)`. Scores lie between $-10^5$ and $10^5$ and may differ wildly from row to row. Every probability above
# $10^{-300}$ has nine correct digits, however small it is; smaller ones may be 0. `Z` and `T` stay as they were, and may hold whole
# numbers.
#
# **Example.** The row of scores $(5, 2, -1, 3)$ becomes $(0.842034, 0.041922, 0.002087, 0.113957)$ with $T = 1$, and
# $(0.609460, 0.135989, 0.030343, 0.224208)$ with $T = 2$.
#
# <details><summary>Hint 1: the idea</summary>
#
# What may be added to all scores of a row without changing its probabilities? Choose it so that no exponent is above 0, for each row by
# itself.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# A number for each row is a column of shape `(N, 1)` if it is to meet `(N, C)` row by row: `T[:, None]` makes a column, and `keepdims=True`
# keeps one. With shape `(N,)` NumPy lines the numbers up with the *columns*: an error at best, and when $N = C$ a wrong answer without one.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# S = Z / ...                                    # shape (N, C)
# E = np.exp(S - ...)                            # shape (N, C), no entry above 1
# return E / ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "softmax", "locked": false, "schema_version": 3, "solution": true, "task": false}
def softmax(Z, T):
    """Return the softmax of each row of Z, shape (N, C), divided by its temperature; T: (N,)."""
    ### BEGIN SOLUTION
    S = Z / T[:, None]
    E = np.exp(S - S.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
    ### END SOLUTION
    raise NotImplementedError("next step: divide each row of Z by its temperature")


# %% nbgrader={"grade": true, "grade_id": "softmax-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# two rows with the same scores, one shifted by 3000, at two temperatures
Z, T = np.array([[5.0, 2, -1, 3], [3005, 3002, 2999, 3003]]), np.array([1.0, 2.0])
P = np.asarray(softmax(Z, T))
assert np.array_equal(Z, [[5, 2, -1, 3], [3005, 3002, 2999, 3003]]) and np.array_equal(T, [1, 2]), (
    "softmax changed Z or T. Work on new arrays: Z -= ... writes into the array of your caller.")
assert P.shape == (2, 4), (
    "softmax(Z, T) should have the shape of Z, (2, 4). Look at softmax(Z, T).shape.")
assert np.allclose(P[0], [0.842034, 0.041922, 0.002087, 0.113957], rtol=0, atol=1e-6), (
    "The first row, (5, 2, -1, 3) with T = 1, should give (0.842034, 0.041922, 0.002087, 0.113957). "
    "Run softmax(Z, T)[0]. If it does not add up to 1, was the sum taken along the other axis? If "
    "it is nan, you took out the largest score of the whole table, or of each column: every "
    "exponential of this row is then 0. Each row needs its own largest.")
assert np.all(np.isfinite(P[1])), (
    "The second row holds nan or infinity: e to the power of 1500 is too large for a float. Take the "
    "row's largest score out first.")
assert np.allclose(P[1], [0.609460, 0.135989, 0.030343, 0.224208], rtol=0, atol=1e-6), (
    "The second row has the first one's scores plus 3000, with T = 2. The shift changes nothing, so it "
    "should give (0.609460, 0.135989, 0.030343, 0.224208). Scores are divided by T before the "
    "exponential; (0.842, 0.042, 0.002, 0.114) means that this row's temperature was not used.")

# %% nbgrader={"grade": true, "grade_id": "softmax-rows", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# each row by itself, in square tables too; classes and rows may be reordered
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(305)
for N, C in [(1, 5), (4, 4), (3, 6), (6, 2), (5, 1)]:
    Z = rng.standard_normal((N, C)) * 10.0 ** rng.integers(0, 3, size=(N, 1)) + rng.choice([-9e4, 0, 400, 9e4], size=(N, 1))
    T = rng.choice([0.5, 1, 3, 20], size=N)
    for scores, temperatures in (Z, T), (np.round(Z).astype(int), rng.integers(1, 9, size=N)):
        shifted = [row - row.max() for row in scores]
        expected = np.array([np.exp(row / t) / np.sum(np.exp(row / t)) for row, t in zip(shifted, temperatures, strict=True)])
        P = np.asarray(softmax(scores, temperatures))
        assert P.shape == (N, C), "The probabilities should have the shape of Z, for every table."
        assert np.allclose(P, expected, rtol=0, atol=1e-6), (
            "Some row is not the softmax of its own scores at its own temperature. Rows may be thousands apart, so each needs its own largest score; and "
            "in a square table a number for each row must still be a column. Whole numbers should work like fractions.")
        classes, rows = rng.permutation(C), rng.permutation(N)
        assert np.allclose(softmax(scores[rows][:, classes], temperatures[rows]), P[rows][:, classes], rtol=0, atol=1e-6), (
            "With classes and rows in another order, the same probabilities should come in that order: nothing may depend on which class or row is first.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "softmax-digits", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# probabilities down to 1e-300 keep their digits, and scores far apart break nothing
### BEGIN HIDDEN TESTS
for T in (0.5, 1.0, 4.0):
    for lead in (0.5, 20, 60, 300, 680, 2000, 9000):
        for scores in ([0, lead, lead - 3], [-lead, -lead, 0], [lead / 3, -lead * 2 / 3, 0, 1]):
            S = np.array(scores, dtype=float)
            E = np.exp(S - S.max())
            P = np.asarray(softmax(np.array([S * T, S * 0]), np.array([T, 1.0])))[0]
            assert np.all(np.isfinite(P)), (
                "A row whose scores lie far apart gives nan or infinity. The largest of the row has to be taken out: then every exponent is 0 or below.")
            assert np.allclose(P, E / E.sum(), rtol=1e-9, atol=1e-300), (
                "A small probability has lost its digits. Nothing should be added, cut off or rounded: the exponentials divided by their sum are good as "
                "they are.")
### END HIDDEN TESTS

# %% [markdown]
# ## 5 Cross-entropy when some classes are ruled out (3 points)
#
# A network scores all moves of a game, but only some are legal now. Softmax then runs over the **allowed** classes alone: the others have
# probability 0, whatever their scores are. The loss is the lecture's cross-entropy of label and softmax, written with the logarithm undone
# (L06, sections 5 and 7), where the sum and the softmax leave out what is not allowed:
#
# $$L = \frac1N \sum_{n=1}^{N} \Big( \log \sum_{k\ \text{allowed}} e^{z_{nk}} - z_{n y_n} \Big), \qquad
# \frac{\partial L}{\partial z_{nc}} = \frac{p_{nc} - [\,c = y_n\,]}{N} .$$
#
# The bracket $[\,c = y_n\,]$ is the one-hot code: 1 where $c$ is the label and 0 elsewhere.
#
# **Contract.** `masked_cross_entropy(Z, y, allowed)` takes scores `Z` of shape `(N, C)`, labels `y` of shape `(N,)`, whole numbers from 0
# to $C-1$, and `allowed` of shape `(N, C)`, `True` or `False`; the label is always allowed. It returns `(loss, grad)`: the number $L$, and
# its slope in each score, shape `(N, C)`, exactly 0 where a class is not allowed. Scores, allowed or not, lie between $-10^5$ and $10^5$;
# loss and slopes have nine correct digits or are right to $10^{-9}$. `Z`, `y` and `allowed` stay as they were, and `Z` may hold whole numbers.
#
# **Example.** Two positions, three moves. The scores $(1, 2, 3)$, all allowed, label 2: $p = (0.0900, 0.2447, 0.6652)$, cost $0.4076$. The
# scores $(2, 0, 9)$, the last not allowed, label 0: $p = (0.8808, 0.1192, 0)$, cost $0.1269$. So the loss is $0.2673$, and the second row
# of `grad` is $(-0.0596, 0.0596, 0)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# $e^{-\infty} = 0$: a score of minus infinity takes no part in a sum of exponentials, nor in a maximum. Make a *new* table in which the
# forbidden scores are that.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `np.where(allowed, Z, -np.inf)` is the new table `S`. From each row take out its largest *allowed* score, a column `(N, 1)`. The score of
# each label is `S[np.arange(N), y]`, shape `(N,)`, from the *shifted* table if the logarithm is of the shifted sum; `S[:, y]` is something
# else, of shape `(N, N)`. And `np.eye(C)[y]` holds the one-hot codes.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# N, C = Z.shape
# S = np.where(allowed, Z, -np.inf)
# S = S - ...                                    # largest allowed score of each row is now 0
# E = np.exp(S)                                  # 0 where not allowed
# mass = ...                                     # shape (N, 1)
# loss = np.mean(np.log(mass[:, 0]) - ...)
# return loss, (E / mass - ...) / N
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "masked_cross_entropy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def masked_cross_entropy(Z, y, allowed):
    """Return (loss, grad): mean cross-entropy of labels and softmax over the allowed, and its slope.

    Z, grad: (N, C); y: (N,), whole numbers; allowed: (N, C), True or False; loss: a number.
    """
    ### BEGIN SOLUTION
    N, C = Z.shape
    S = np.where(allowed, Z, -np.inf)
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    mass = E.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(mass[:, 0]) - S[np.arange(N), y])
    return loss, (E / mass - np.eye(C)[y]) / N
    ### END SOLUTION
    raise NotImplementedError("next step: make a new table with -np.inf where a class is not allowed")


# %% nbgrader={"grade": true, "grade_id": "masked_cross_entropy-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the two positions of the example: shapes, the loss, and the signs of the slopes
Z, y = np.array([[1.0, 2, 3], [2, 0, 9]]), np.array([2, 0])
allowed = np.array([[True, True, True], [True, True, False]])
parts = masked_cross_entropy(Z, y, allowed)
assert np.array_equal(Z, [[1, 2, 3], [2, 0, 9]]) and np.array_equal(y, [2, 0]) and allowed.sum() == 5, (
    "masked_cross_entropy changed Z, y or allowed. Z[~allowed] = ... writes into the table of your "
    "caller; np.where makes a new one.")
assert isinstance(parts, (tuple, list)) and len(parts) == 2, (
    "masked_cross_entropy returns two parts: return loss, grad.")
loss, grad = parts[0], np.asarray(parts[1])
assert np.shape(loss) == () and grad.shape == (2, 3), (
    "loss is one number, and grad has a slope for each score, shape (2, 3). Look at "
    "masked_cross_entropy(Z, y, allowed).")
alone = masked_cross_entropy(Z[:1], y[:1], allowed[:1])[0]
assert np.isclose(alone, 0.407606, rtol=0, atol=1e-6), (
    "For the first position alone, masked_cross_entropy(Z[:1], y[:1], allowed[:1])[0] should be "
    "0.407606: the label is class 2, the third column, and its probability is 0.6652. (2.41 belongs "
    "to class 0, 1.41 to class 1: is a label one off? 0.588 is in bits, log to the base 2. A negative "
    "loss, -2.59, means that the sum is of shifted scores and the label's score is not: take both from "
    "the same table.)")
assert np.isclose(loss, 0.267267, rtol=0, atol=1e-6), (
    "The loss of both positions should be 0.267267, the mean of 0.4076 and 0.1269. A large value "
    "means that the forbidden score 9 took part. A score of 0 is not nothing: e to the power of 0 is "
    "1. And Z[:, y] picks columns for all rows: Z[np.arange(N), y] picks one score from each.")
assert grad[0, 2] < 0 and grad[1, 0] < 0 and np.all(grad[[0, 0, 1], [0, 1, 1]] > 0), (
    "The slope is negative at the label, whose score should rise, and positive at the other allowed "
    "classes. In a new cell print grad: p - y, not y - p.")
assert np.allclose(grad.sum(axis=1), 0, rtol=0, atol=1e-9), (
    "The slopes of each row should add up to 0: adding the same to all scores changes no loss.")

# %% nbgrader={"grade": true, "grade_id": "masked_cross_entropy-any_scores", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# loss and slopes for any table, mild scores or wild ones
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(306)
for N, C, spread in [(1, 3, 1), (4, 4, 1), (5, 2, 3), (3, 7, 30), (4, 4, 1000), (6, 3, 40000)]:
    Z, y = spread * rng.uniform(-1, 1, (N, C)) + rng.choice([-0.5, 0, 0.5], size=(N, 1)) * spread, rng.integers(C, size=N)
    allowed = (rng.random((N, C)) < 0.7) | (np.arange(C) == y[:, None])
    rows = [Z[n, allowed[n]] for n in range(N)]
    Z = np.where(allowed, Z, np.array([row.min() for row in rows])[:, None])
    if spread == 30:
        Z, rows = np.rint(Z).astype(int), [np.rint(row) for row in rows]
    costs = [row.max() - Z[n, y[n]] + np.log(np.sum(np.exp(row - row.max()))) for n, row in enumerate(rows)]
    P = np.zeros((N, C))
    for n, row in enumerate(rows):
        P[n, allowed[n]] = np.exp(row - row.max()) / np.sum(np.exp(row - row.max()))
    loss, grad = masked_cross_entropy(Z, y, allowed)
    assert np.isclose(loss, np.mean(costs), rtol=1e-9, atol=1e-9), (
        "The loss is not right for some table. Who is sure and wrong costs as much as the label's score is behind, which may be thousands: "
        "nothing limits it. Each row needs its own largest score, and the mean is over the samples.")
    assert np.shape(grad) == (N, C), "grad has the shape of Z, for every table."
    assert np.allclose(grad, (P - (np.arange(C) == y[:, None])) / N, rtol=0, atol=1e-9), (
        "grad is not the slope of the loss. Nudge a score and look, with central_difference: does a factor differ that depends on the number of samples?")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "masked_cross_entropy-forbidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the scores of forbidden classes count for nothing, however large
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(307)
for N, C in [(1, 2), (4, 4), (3, 6), (5, 3)]:
    Z, y = 2 * rng.standard_normal((N, C)) + rng.choice([0, -5000], size=(N, 1)), rng.integers(C, size=N)
    allowed = (rng.random((N, C)) < 0.5) | (np.arange(C) == y[:, None])
    allowed[0] = np.arange(C) == y[0]
    loss, grad = masked_cross_entropy(np.where(allowed, Z, -6000.0), y, allowed)
    assert np.all(np.asarray(grad)[~allowed] == 0), "The slope in a forbidden score should be exactly 0: nudging it changes nothing."
    for score in (0.0, 5.0, 30.0, 1000.0, 1e5, -1e5):
        again, grad_again = masked_cross_entropy(np.where(allowed, Z, score), y, allowed)
        assert np.isclose(again, loss, rtol=1e-9, atol=1e-9), (
            "The loss changes with the score of a forbidden class, or breaks. It takes no part in the sum, nor in the search for the largest score.")
        assert np.allclose(grad_again, grad, rtol=0, atol=1e-9) and np.all(np.asarray(grad_again)[~allowed] == 0), (
            "A slope changes with the score of a forbidden class, or the slope of a forbidden class is not 0.")
### END HIDDEN TESTS

# %% [markdown]
# ## 6 Three scores for one table (2 points)
#
# How good is a table of predicted probabilities? The lecture (section 6) scores it in three ways, and they need not agree.
#
# **Contract.** `three_scores(P, y)` takes probabilities `P` of shape `(N, C)`, $C \ge 1$ (a single class is always right), and labels `y` of
# shape `(N,)`, whole numbers from 0 to $C-1$. It returns three numbers:
#
# - the **error rate**: the share of samples whose true class does not have the largest probability to itself, so that a tie at the top is an error;
# - the **mean squared error** of `P` and the one-hot codes: a sum over the classes, a mean over the samples;
# - the **cross-entropy** $-\log p_{n y_n}$ in nats, mean over the samples.
#
# Every $p_{n y_n}$ is above 0, though it may be as small as $10^{-300}$. `P` and `y` stay as they were.
#
# **Example.** Three pictures of class 0, 1 and 0. NN1 says $(0.9, 0.1)$, $(0.1, 0.9)$ and $(0.4, 0.6)$, and scores $0.3333$, $0.2533$ and
# $0.3757$. NN2 says $(0.6, 0.4)$, $(0.3, 0.7)$ and $(0.1, 0.9)$, and scores $0.3333$, $0.7067$ and $1.0567$: the slides' table.
#
# <details><summary>Hint 1: the idea</summary>
#
# Two helpers serve all three: the one-hot codes of the labels, and the probability that each true class got. For the error rate, ask in
# each row how many classes have at least the probability of the true one. The true class itself is always among them.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# The one-hot codes `np.eye(C)[y]` have shape `(N, C)`; `P[np.arange(N), y]` has shape `(N,)`. Compared with `(N, C)` it has to be a column:
# `[:, None]`.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# N, C = P.shape
# true = P[np.arange(N), y]                      # shape (N,)
# wrong = (P >= ...).sum(axis=1) > ...           # shape (N,): True where another class is at least as probable
# return wrong.mean(), ..., ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "three_scores", "locked": false, "schema_version": 3, "solution": true, "task": false}
def three_scores(P, y):
    """Return (error rate, mean squared error, cross-entropy) of P, (N, C), for labels y, (N,)."""
    ### BEGIN SOLUTION
    N, C = P.shape
    true = P[np.arange(N), y]
    wrong = (true[:, None] <= P).sum(axis=1) > 1
    return np.mean(wrong), np.sum((P - np.eye(C)[y]) ** 2) / N, -np.mean(np.log(true))
    ### END SOLUTION
    raise NotImplementedError("next step: pick the probability of each true class, shape (N,)")


# %% nbgrader={"grade": true, "grade_id": "three_scores-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the two networks of the lecture
P, y = np.array([[0.9, 0.1], [0.1, 0.9], [0.4, 0.6]]), np.array([0, 1, 0])
scores = three_scores(P, y)
assert np.array_equal(P, [[0.9, 0.1], [0.1, 0.9], [0.4, 0.6]]) and np.array_equal(y, [0, 1, 0]), (
    "three_scores changed P or y. Work on new arrays: P -= ... writes into the array of your caller.")
assert isinstance(scores, (tuple, list)) and [np.shape(score) for score in scores] == [(), (), ()], (
    "three_scores returns three numbers: the error rate, the mean squared error, the cross-entropy. "
    "Look at three_scores(P, y).")
assert np.isclose(scores[0], 1 / 3, rtol=0, atol=1e-9), (
    "NN1's error rate should be 1/3: one of three is wrong. (2/3 is the share of right ones. 1 is a "
    "count and not a share, or every row was called wrong: the true class always reaches its own "
    "probability, so one is no error.)")
assert np.isclose(scores[1], 0.76 / 3, rtol=0, atol=1e-9), (
    "NN1's mean squared error should be 0.2533. The first row alone has 0.1**2 + 0.1**2 = 0.02: a sum "
    "over the classes, one-hot code against probabilities. (0.1267 is a mean over the classes too.)")
assert np.isclose(scores[2], 0.375671, rtol=0, atol=1e-6), (
    "NN1's cross-entropy should be 0.3757, the mean of -log 0.9, -log 0.9 and -log 0.4. (1.127 is the "
    "sum, 0.542 is in bits, log to the base 2, and 1.705 picks the other class.)")

# %% nbgrader={"grade": true, "grade_id": "three_scores-ties_and_digits", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# ties at the top, tiny probabilities, any number of classes
### BEGIN HIDDEN TESTS
thirds, quarters, tiny = [0.375, 0.375, 0.25], [0.25, 0.25, 0.25, 0.25], [1.0, 1e-300, 1e-20]
for rows, labels in [([thirds] * 3, [0, 1, 2]), ([quarters], [0]), ([quarters], [3]), ([[0.5, 0.5], [0.75, 0.25]], [1, 0]), ([[1.0]], [0]),
                     ([[0.75, 0.125, 0.125]], [2]), ([[0.125, 0.125, 0.75]], [2]), ([[0.25, 0.5, 0.25], [0.25, 0.25, 0.5]], [0, 2]),
                     ([[0.375, 0.25, 0.25, 0.125], [0.125, 0.25, 0.375, 0.25]], [0, 2])]:
    P, y = np.array(rows), np.array(labels)
    error_rate = np.mean([np.sum(row >= row[label]) > 1 for row, label in zip(P, y, strict=True)])
    assert np.isclose(three_scores(P, y)[0], error_rate, rtol=0, atol=1e-9), (
        "An error rate differs, perhaps where classes have the same probability. If the true class shares the first place it is an error, whichever "
        "comes first; below the first place a tie does not matter, and the largest of many may be small.")
rng = np.random.default_rng(308)
for N, C in [(1, 2), (4, 4), (3, 6), (7, 3)]:
    P, y = rng.dirichlet(np.ones(C), size=N), rng.integers(C, size=N)
    _, squared, _ = three_scores(P, y)
    assert np.isclose(squared, np.mean([np.sum((row - (np.arange(C) == label)) ** 2) for row, label in zip(P, y, strict=True)]), rtol=1e-9, atol=0), (
        "The mean squared error differs for some table: sum over the classes, whatever their number, mean over the samples.")
for label in (0, 1, 2):
    P, y = np.array([tiny, tiny, [0.5, 0.25, 0.25]]), np.array([label, label, 0])
    assert np.isclose(three_scores(P, y)[2], -np.mean(np.log(P[np.arange(3), y])), rtol=1e-9, atol=0), (
        "The cross-entropy differs where the true class got very little. Nothing should be added to a probability, nor should it be cut off: the "
        "logarithm of a tiny number is an ordinary number.")
### END HIDDEN TESTS

# %% [markdown]
# ## 7 Kullback and Leibler, from scores (2 points)
#
# A truth need not be one-hot: of 100 people, 75 call it a dog. What a prediction pays too much is
# $\mathrm{KL}(p, q) = \sum_c p_c \log \frac{p_c}{q_c}$ (L06, section 10). In a network $q$ is the softmax of scores, and on paper it is
# never 0. In float64 it can be, and then the formula gives infinity where KL is an ordinary number.
#
# **Contract.** `kl_from_scores(P, Z)` takes probabilities `P` and scores `Z`, both of shape `(N, C)`. It returns an array of shape `(N,)`:
# for each row $\mathrm{KL}(p, q)$ in nats with $q = \mathrm{softmax}(z)$, as it is on paper. Entries of `P` may be 0, where $0 \log 0 = 0$.
# Scores lie between $-10^5$ and $10^5$. The numbers have nine correct digits or are right to $10^{-9}$. `P` and `Z` stay as they were, and
# may hold whole numbers.
#
# **Example.** $p = (0.25, 0.75)$ and $z = (0, 0)$, so $q = (0.5, 0.5)$: KL is $0.1308$. For $p = (1, 0)$ and $z = (0, 2000)$ it is $2000$.
#
# <details><summary>Hint 1: the idea</summary>
#
# KL needs $\log q_c$, never $q_c$ itself. For a softmax the logarithm undoes the exponential: what is $\log q_c$ in terms of $z_c$ and
# $\log \sum_k e^{z_k}$?
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# $\log q$ has shape `(N, C)`: take out each row's largest score, then subtract the row's $\log \sum$, a column. For $p \log p$ with zeros,
# `np.where(P > 0, P, 1)` gives the logarithm something harmless: $\log 1 = 0$. The sum runs along the classes, `axis=1`.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# S = Z - ...                            # largest score of each row is now 0
# log_q = ...
# log_p = np.log(np.where(P > 0, P, 1))
# return ...                             # shape (N,)
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "kl_from_scores", "locked": false, "schema_version": 3, "solution": true, "task": false}
def kl_from_scores(P, Z):
    """Return KL(p, softmax(z)) in nats, shape (N,), for the rows p of P and z of Z, both (N, C)."""
    ### BEGIN SOLUTION
    S = Z - Z.max(axis=1, keepdims=True)
    log_q = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    log_p = np.log(np.where(P > 0, P, 1))
    return np.sum(P * (log_p - log_q), axis=1)
    ### END SOLUTION
    raise NotImplementedError("next step: compute log q from the scores, without computing q")


# %% nbgrader={"grade": true, "grade_id": "kl_from_scores-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# one number for each row, and which way round
P, Z = np.array([[0.25, 0.75], [0.5, 0.5], [0.75, 0.25]]), np.log([[1.0, 1.0], [1.0, 3.0], [9.0, 3.0]])
before = P.copy(), Z.copy()
kl = np.asarray(kl_from_scores(P, Z))
assert np.array_equal(P, before[0]) and np.array_equal(Z, before[1]), (
    "kl_from_scores changed P or Z. Work on new arrays: Z -= ... writes into the array of your caller.")
assert kl.shape == (3,), (
    "There is one number for each row: kl_from_scores(P, Z).shape should be (3,). The sum runs along "
    "the classes, axis=1, and rows are not added up.")
assert not np.allclose(kl[:2], [0.14384104, 0.13081204], rtol=0, atol=1e-6), (
    "The first two numbers have changed places: that is KL(q, p). The truth p comes first, and it is p "
    "that weighs the logarithms.")
assert np.allclose(kl[:2], [0.13081204, 0.14384104], rtol=0, atol=1e-6), (
    "kl_from_scores(P, Z) should begin with 0.1308 and 0.1438: the softmax of Z is (0.5, 0.5) in the "
    "first row, (0.25, 0.75) in the second. (0.1887 is in bits; 0.693 is the cross-entropy, without "
    "taking off the entropy of p; a minus means q / p in place of p / q.)")
assert np.isclose(kl[2], 0, rtol=0, atol=1e-6), (
    "In the third row the softmax of the scores is p itself, so KL is 0.")

# %% nbgrader={"grade": true, "grade_id": "kl_from_scores-zeros_and_far_scores", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# entropy and cross-entropy, zeros in p, and scores far apart
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(309)
for N, C, spread in [(1, 2, 1), (5, 5, 3), (4, 3, 50), (3, 6, 3000), (6, 4, 1e5)]:
    Z = spread * rng.uniform(-1, 1, (N, C))
    P = rng.dirichlet(np.full(C, 0.3), size=N)
    P[0] = np.arange(C) == rng.integers(C)
    P[-1, :-1] = 1e-30 * P[-1, :-1]
    P[-1, -1] = 1 - P[-1, :-1].sum()
    shifted = Z - Z.max(axis=1, keepdims=True)
    cross = -np.sum(P * shifted, axis=1) + np.log(np.sum(np.exp(shifted), axis=1))
    entropy = np.array([-sum(p * np.log(p) for p in row if p > 0) for row in P])
    kl = np.asarray(kl_from_scores(P, Z))
    assert kl.shape == (N,), "There is one number for each row, for every table."
    assert np.all(np.isfinite(kl)), "A divergence is nan or infinity. A p of 0 adds nothing; and a q too small for a float has a logarithm all the same."
    assert np.all(kl >= -1e-9 * (1 + cross)), "A divergence is negative, which Gibbs forbids. Is q a softmax over all classes of the row?"
    assert np.allclose(kl, cross - entropy, rtol=1e-9, atol=1e-9 * (1 + entropy.max())), (
        "KL should be the cross-entropy minus the entropy of p, as on paper, also for scores far apart: nothing may be cut off or added, and q is "
        "the softmax over all classes, those with p = 0 included.")
certain = np.asarray(kl_from_scores(np.array([[1, 0], [0, 1], [0, 1]]), np.array([[0, 2000], [0, 2000], [800, 0]])))
assert np.allclose(certain, [2000, 0, 800], rtol=1e-9, atol=1e-9), "For a certain truth KL is the cross-entropy, for whole numbers as for fractions."
### END HIDDEN TESTS

# %% [markdown]
# ## 8 The detour is shorter (2 points)
#
# For a distance no detour is shorter than the direct way: $d(p, r) \le d(p, q) + d(q, r)$. KL breaks this (L06, section 10, *Not a
# distance*), and not just a little. Someone names the stop $q$; you choose a start and an end for which the way over $q$ is shorter by at
# least one nat. The identity
#
# $$\mathrm{KL}(p, r) - \mathrm{KL}(p, q) - \mathrm{KL}(q, r) = \sum_c (p_c - q_c)\,(\log q_c - \log r_c)$$
#
# of the lecture says what to look for. It holds for any number of classes.
#
# **Contract.** `detour(q)` takes probabilities `q` of shape `(C,)`, $C \ge 2$, each at least $0.001$. It returns a pair `(p, r)` of
# probabilities of shape `(C,)`: every entry greater than 0, each adding up to 1, and $\mathrm{KL}(p, r) \ge \mathrm{KL}(p, q) +
# \mathrm{KL}(q, r) + 1$. Any such pair is right. `q` stays as it was.
#
# **Example.** For $q = (0.5, 0.5)$ the lecture's $p = (0.9, 0.1)$ and $r = (0.1, 0.9)$ are not enough:
# $0.4 \log 5 - 0.4 \log \frac59 = 0.8789$. With $r = (0.01, 0.99)$ it is $0.4 \log 50 - 0.4 \log \frac{50}{99} = 1.8380$, and that will do.
#
# <details><summary>Hint 1: the idea</summary>
#
# Every term of the sum should be positive: where $p$ has more than $q$, let $r$ have less; where $p$ has less, let $r$ have more. And a
# logarithm can be made as large as you like: what happens to $\log q_c - \log r_c$ when $r_c$ is tiny?
#
# </details>
#
# <details><summary>Hint 2: the numbers</summary>
#
# Pick one class $k$. Let $p$ lie half way between $q$ and the corner of class $k$, so that $p_k - q_k = \frac{1 - q_k}2$. Let $r$ be $q$
# with the entry $k$ shrunk to almost nothing, divided by its new sum. Which $k$ keeps $1 - q_k$ away from 0 for every $q$? And by how much
# must you shrink?
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# k = ...                                        # a class with a small q
# p = (q + ...) / 2
# r = q * np.where(np.arange(len(q)) == k, ..., 1)
# return p, r / ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "detour", "locked": false, "schema_version": 3, "solution": true, "task": false}
def detour(q):
    """Return (p, r), probabilities of shape (C,), with KL(p, r) >= KL(p, q) + KL(q, r) + 1; q: (C,)."""
    ### BEGIN SOLUTION
    corner = np.eye(len(q))[np.argmin(q)]
    p = (q + corner) / 2
    r = q * (1 - (1 - 1e-9) * corner)
    return p, r / r.sum()
    ### END SOLUTION
    raise NotImplementedError("next step: choose a class of which p shall have more than q, and r less")


# %% nbgrader={"grade": true, "grade_id": "detour-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# two classes: probabilities, and a detour that is shorter by one nat
q = np.array([0.5, 0.5])
pair = detour(q)
assert np.array_equal(q, [0.5, 0.5]), (
    "detour changed q. Work on a copy: r = q is the same array under another name, "
    "r = q.copy() is a new one.")
assert isinstance(pair, (tuple, list)) and len(pair) == 2, "detour returns a pair: return p, r."
p, r = np.asarray(pair[0], dtype=float), np.asarray(pair[1], dtype=float)
assert p.shape == (2,) and r.shape == (2,), (
    "For two classes p and r have shape (2,). Look at detour(np.array([0.5, 0.5])).")
assert np.all(p > 0) and np.all(r > 0), (
    "Every entry of p and r should be greater than 0: with an r of 0 the direct way and the detour are "
    "both infinite, and nothing is shorter.")
assert np.isclose(p.sum(), 1, rtol=0, atol=1e-9) and np.isclose(r.sum(), 1, rtol=0, atol=1e-9), (
    "p and r are probabilities: each should add up to 1. Divide by the sum as the last step.")
gain = np.sum((p - q) * (np.log(q) - np.log(r)))
assert gain >= 1 - 1e-9, (
    "With p, r = detour(np.array([0.5, 0.5])) the sum of (p - q) * (log q - log r) should be at "
    "least 1. In a new cell print p, r and gain. If gain is positive but too small, make an entry of "
    "r tinier; if it is negative, p and r lie on the same side of q, or r and q are mixed up.")

# %% nbgrader={"grade": true, "grade_id": "detour-any_stop", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# any stop q, with any number of classes
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(310)
stops = [np.array([0.999, 0.001]), np.array([0.001, 0.999]), np.array([0.95, 0.03, 0.02]), np.array([0.02, 0.95, 0.03]), np.array([0.01, 0.02, 0.97]),
         *(np.ones(C) / C for C in (2, 3, 10)), *(0.001 + (1 - 0.001 * C) * rng.dirichlet(np.ones(C)) for C in (2, 2, 3, 4, 5, 8))]
for q in stops:
    p, r = (np.asarray(part, dtype=float) for part in detour(q.copy()))
    assert p.shape == q.shape and r.shape == q.shape and np.all(p > 0) and np.all(r > 0), (
        "For every q both p and r should have the shape of q, and entries greater than 0.")
    assert np.isclose(p.sum(), 1, rtol=0, atol=1e-9) and np.isclose(r.sum(), 1, rtol=0, atol=1e-9), "p and r should each add up to 1, for every q."
    assert np.sum(p * np.log(p / r)) >= np.sum(p * np.log(p / q)) + np.sum(q * np.log(q / r)) + 1 - 1e-9, (
        "For some q the detour saves less than one nat. Look at q with one very large entry, in any place, at q with many classes, and at even ones: "
        "how much can p gain in the class you chose, and is r there small enough?")
### END HIDDEN TESTS

# %% [markdown]
# ## What you have now
#
# Losses with their slopes, stable at any score: the tools of every training run to come, each of which begins with $p - y$. And an honest
# view of them: three scores need not agree, and KL is not a distance. The next lecture asks what landscape such a loss has.
#
# **Sources.** J. S. Bridle, *Probabilistic interpretation of feedforward classification network outputs*, 1990,
# [doi:10.1007/978-3-642-76153-9_28](https://doi.org/10.1007/978-3-642-76153-9_28). S. Kullback and R. A. Leibler, *On information and
# sufficiency*, 1951, [doi:10.1214/aoms/1177729694](https://doi.org/10.1214/aoms/1177729694). The claims of question 2 and the table of
# question 6 are from the slides named in L06.
