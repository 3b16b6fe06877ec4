# %% [markdown]
# # E7 Optimisers
#
# Every training run is a walk downhill. You will build the walk, its stop rule, its best step along a line, its mini-batches, and the three
# ideas that made it fast: momentum, a step size for every parameter, and Adam, which is both. At the end you catch a famous step size out: it is too short.
# Lectures L10 and L11 are all you need, with the stop rules of L07. Plan three hours, and open a hint when you have been stuck for five
# minutes: nobody counts them.
#
# **Working.** Put your code where it says `# YOUR CODE HERE`. The line `raise NotImplementedError(...)` below it is only a signpost and may
# stay; if it still stops you when your code is written, a `return` is missing. Put an import or a helper of your own into an answer cell or
# a new cell: changes to the set-up cell do not reach the grader. Write each function yourself, with NumPy: the lectures import theirs from
# `course_lib`, which is not there where answers are graded. You may copy lines from it.
#
# **Grading.** 20 points. Below each answer stands a visible check, 1 point each, that tells you what it expected. The other 12 points come from
# hidden checks: you see only the property each one looks at, as a comment, and in your copy such a cell always passes. What counts is the
# values that your functions return. Style and warnings cost nothing, and speed costs nothing as long as a cell ends within five seconds.
#
# **Before you hand in**, choose *Kernel > Restart Kernel and Run All Cells*, or press *Validate*. Running stops at the first check that fails:
# that is the place to go on. To skip a question, go on with Shift+Enter below it.

# %% [markdown]
# ### The words used here
#
# $\theta$ is what is learnt, a vector of shape `(d,)`; $g$ is the gradient of the loss at $\theta$, of the same shape, and `lr` the step size. Plain
# gradient descent is $\theta \leftarrow \theta - \mathrm{lr}\, g$. An optimiser that remembers something keeps it in a **memory**. In this set the
# memory is not hidden in an object: a function is given the old memory and returns the new one. So every walk can be stopped, looked at, and replayed.
#
# Three rules hold in all eight questions. Your function leaves the arrays and lists that it is given as they were. Arrays may hold whole numbers
# or fractions. And nine correct digits are plenty.
#
# The next cell holds the gradients of a few lands, by name, and `gradient_at(f, theta)`: the gradient of the land `f` at `theta`, shape `(d,)`. `f` is one of
# the names in `SLOPES`, or any function that takes `theta` and returns the gradient there.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np

SLOPES = {
    "round bowl": lambda x: 1.0 * x,                              # |x|^2 / 2
    "narrow bowl": lambda x: x * np.geomspace(1, 10, len(x)),     # curvatures from 1 to 10
    "hills": lambda x: np.cos(x),                                 # sin x_1 + sin x_2 + ...
    "slide": lambda x: np.arange(1.0, len(x) + 1),                # x_1 + 2 x_2 + ...: down for ever
}


def gradient_at(f, theta):
    """The gradient of f, a name in SLOPES or a function, at theta: shape (d,)."""
    theta = np.array(theta, dtype=float)
    if theta.ndim != 1:
        raise ValueError(f"gradient_at wants a point of shape (d,); got shape {theta.shape}")
    return SLOPES[f](theta) if isinstance(f, str) else f(theta)


# %% [markdown]
# ## 1 Descend, and stop (2 points)
#
# A walk needs an end. Two rules together make one that always works: stop after a number of steps, or earlier, as soon as a step
# changes next to nothing (L07, section 5). The second rule judges a step that *was made*: first move, then ask how far that was.
#
# **Contract.** `descend(f, theta, lr, max_steps, tol)` starts at `theta`, shape `(d,)`, and makes steps of gradient descent on the land `f`, at
# most `max_steps` $\ge 1$. It stops right after a step whose **length**, the Euclidean length of the change of $\theta$, is at most `tol` $\ge 0$. It returns
# `(path, settled)`: the points it came through, the start and the very last one included, shape `(steps + 1, d)`; and `True` if the last step's
# length was at most `tol`, else `False`.
#
# **Example.** On the round bowl the gradient at $x$ is $x$, so with `lr` $= \frac12$ each step halves $x$. From 8 the path is 8, 4, 2, 1, …, and its steps
# have the lengths 4, 2, 1, …. So `descend("round bowl", np.array([8.0]), 0.5, 10, 1.5)` returns the path `[[8], [4], [2], [1]]` and `True`; with
# `max_steps` 2 it returns `[[8], [4], [2]]` and `False`.
#
# <details><summary>Hint 1: the idea</summary>
#
# One loop. In it: a new point, then a question about the last two points. What is returned when the question is answered with yes, and what when
# the loop has run out?
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# Collect the points in a list; `np.array(path)` makes a matrix of it, one point per row. `gradient_at(f, path[-1])` is the gradient at the last
# point. `path[-1] - path[-2]` is the last change, a vector; `np.linalg.norm` is its length.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# path = [theta]
# for _ in range(...):
#     path.append(...)
#     if ...:
#         return np.array(path), True
# return np.array(path), ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "descend", "locked": false, "schema_version": 3, "solution": true, "task": false}
def descend(f, theta, lr, max_steps, tol):
    """Return (path, settled): the points of the walk on f, shape (steps + 1, d), and a bool.

    theta: shape (d,), the start. Stops after max_steps steps, or after one of length at most tol.
    """
    ### BEGIN SOLUTION
    path = [theta]
    for _ in range(max_steps):
        path.append(path[-1] - lr * gradient_at(f, path[-1]))
        if np.linalg.norm(path[-1] - path[-2]) <= tol:
            return np.array(path), True
    return np.array(path), False
    ### END SOLUTION
    raise NotImplementedError("next step: make one step from the last point of the path")


# %% nbgrader={"grade": true, "grade_id": "descend-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# three steps on the narrow bowl
theta = np.array([8.0, 1.0])
pair = descend("narrow bowl", theta, 0.25, 3, 0.0)
assert np.array_equal(theta, [8, 1]), (
    "descend changed the caller's theta: theta -= ... writes into it. Make a new point instead, "
    "theta = theta - ...")
assert isinstance(pair, (tuple, list)) and len(pair) == 2, (
    "descend returns a pair: return path, settled. Look at "
    "descend('narrow bowl', np.array([8.0, 1.0]), 0.25, 3, 0.0).")
path, settled = np.asarray(pair[0]), pair[1]
assert path.shape == (4, 2), (
    "Three steps give a path of four points, one per row: shape (4, 2), the start included. Look "
    "at descend('narrow bowl', np.array([8.0, 1.0]), 0.25, 3, 0.0)[0].shape.")
assert np.allclose(path[0], [8, 1], rtol=1e-9, atol=0), (
    "The first row of the path is the start. If it is the end, your list holds the same array four "
    "times: append a copy, or a new array.")
assert path[1, 0] < 8, (
    "The first coordinate should go down from 8: a step goes against the gradient.")
assert np.allclose(path, [[8, 1], [6, -1.5], [4.5, 2.25], [3.375, -3.375]], rtol=1e-9, atol=0), (
    "The path from (8, 1) should be (6, -1.5), (4.5, 2.25), (3.375, -3.375): at (8, 1) the "
    "gradient is (8, 10), and the step is lr times the gradient, here 0.25 * (8, 10).")
assert isinstance(settled, (bool, np.bool_)) and not settled, (
    "The three steps were long, so the second part of "
    "descend('narrow bowl', np.array([8.0, 1.0]), 0.25, 3, 0.0) should be False.")

# %% nbgrader={"grade": true, "grade_id": "descend-stop_rules", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# where a walk stops, and what it says about its last step
### BEGIN HIDDEN TESTS
def walk(slope, theta, lr, max_steps, tol):
    points = [np.array(theta, dtype=float)]
    while len(points) <= max_steps and (len(points) < 2 or np.sqrt(np.sum((points[-1] - points[-2]) ** 2)) > tol):
        points.append(points[-1] - lr * slope(points[-1]))
    return np.array(points), bool(np.sqrt(np.sum((points[-1] - points[-2]) ** 2)) <= tol)


lands = [("round bowl", [8.0], 0.5, 20, 1.0), ("round bowl", [-8.0], 0.5, 20, 1.0), ("round bowl", [8.0], 0.5, 3, 1.0), ("round bowl", [8], 0.5, 2, 1.0),
         ("round bowl", [0.0, 0.0], 0.5, 5, 0.0), ("round bowl", [64.0, 48.0], 0.5, 20, 2.25), ("round bowl", [6, 8], 0.125, 40, 0.5),
         ("narrow bowl", [10.0, 1.0, -2.0], 0.15, 30, 1e-2), ("narrow bowl", [3.0, 1.0], 0.0625, 40, 0.1), ("hills", [1.0, -0.5], 0.3, 25, 0.02),
         ("slide", [1.0, 2.0], 0.5, 7, 1.2), ("slide", [1.0, 2.0], 0.5, 7, 1.1), ("slide", [-900.0, 2.0], 0.5, 5, 1.0), ("hills", [7.0], 0.1, 12, 0.0),
         (lambda x: x ** 3, [1.0, -1.0], 0.25, 20, 0.03), (lambda x: x - 40, [10.0, 40.0], 0.5, 9, 2.0)]
for f, theta, lr, max_steps, tol in lands:
    path, settled = descend(f, np.array(theta), lr, max_steps, tol)
    expected, small = walk(SLOPES.get(f, f) if isinstance(f, str) else f, theta, lr, max_steps, tol)
    assert np.shape(path) == expected.shape, (
        "A walk has a wrong number of points. A step is judged after it was made and belongs to the path; it is judged by the Euclidean length of the change of "
        "theta, and at most tol means <=. Replay by hand a walk whose steps halve, in one coordinate and in two.")
    assert np.allclose(path, expected, rtol=1e-9, atol=1e-9), "A walk leads to wrong points. Every step takes the gradient at the point where it starts."
    assert isinstance(settled, (bool, np.bool_)) and settled == small, (
        "settled says whether the last step's length was at most tol, whatever else ended the walk. Look at a walk whose last allowed step is the first short one.")
### END HIDDEN TESTS

# %% [markdown]
# ## 2 The best step along a line (3 points)
#
# You stand at $x$, and somebody proposes a direction $d$. How far should you go? On the quadratic $f(x) = \frac12\, x \cdot A x - b \cdot x$ this has an exact
# answer. It is the lecture's line search (L10, section 1), with two changes. The direction may be *any*, not only $-\nabla f$. And the land
# may bend down, so that there is no best step: then *argmin* names nothing, and an honest function says so.
#
# **Contract.** `best_step(A, b, x, d)` takes a symmetric matrix `A` of shape `(n, n)`, and `b`, `x` and `d` of shape `(n,)`. Where
# $f(x + \alpha d)$ has a least value over all $\alpha \ge 0$, it returns the smallest $\alpha$ that reaches it, a number. Where there is none, since $f(x + \alpha d)$ falls
# below every bound as $\alpha$ grows, it returns `np.inf`. (Where it matters whether something is exactly 0, the checks use whole numbers, which do not round.)
#
# **Example.** $A$ has the curvatures 1 and 10 on its diagonal, $b = 0$, $x = (10, 1)$. The gradient is $(10, 10)$. Along $d = (-10, -10)$ the best $\alpha$
# is $\frac{200}{1100} = \frac2{11}$; along $(-1, -1)$ it is ten times that; along $(1, 1)$, uphill, it is 0. With $A = 0$ and $b = (1, 2)$ the land is
# a plane, and along $d = b$ it falls for ever: `np.inf`.
#
# <details><summary>Hint 1: the idea</summary>
#
# Along the line $f$ is a parabola in $\alpha$: a constant, plus slope times $\alpha$, plus half the curvature times $\alpha^2$. Find its slope at 0 and its
# curvature. Then draw all the parabolas you can think of and mark the lowest point on the right of 0.
#
# </details>
#
# <details><summary>Hint 2: the formulas</summary>
#
# The gradient is $g = A x - b$. The slope at $\alpha = 0$ is $d \cdot g$ and the curvature is $d \cdot A d$, two numbers. A positive, a zero and a negative
# curvature are three cases; in two of them the sign of the slope decides.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# slope, curvature = ..., ...
# if ...:                          # nothing to gain, however far
#     return 0.0
# if ...:                          # falls for ever
#     return np.inf
# return ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "best_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def best_step(A, b, x, d):
    """Return the smallest alpha >= 0 where f(x + alpha d) is least, or np.inf if it falls for ever.

    f(x) = x·Ax / 2 - b·x. A: shape (n, n), symmetric; b, x, d: shape (n,).
    """
    ### BEGIN SOLUTION
    slope, curvature = np.sum(d * (A @ x - b)), np.sum(d * (A @ d))
    if slope >= 0 and curvature >= 0:
        return 0.0
    if curvature <= 0:
        return np.inf
    return -slope / curvature
    ### END SOLUTION
    raise NotImplementedError("next step: compute the slope d·(Ax - b) and the curvature d·Ad")


# %% nbgrader={"grade": true, "grade_id": "best_step-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the bowl of the example
A, b, x = np.array([[1.0, 0], [0, 10]]), np.array([0.0, 0]), np.array([10.0, 1])
d = np.array([-10.0, -10])
alpha = best_step(A, b, x, d)
assert (np.array_equal(A, [[1, 0], [0, 10]]) and np.array_equal(b, [0, 0])
        and np.array_equal(x, [10, 1]) and np.array_equal(d, [-10, -10])), (
    "best_step changed A, b, x or d. Work on new arrays.")
assert np.ndim(alpha) == 0, (
    "The best step is one number. Look at best_step(A, b, x, d): an array means that a product was "
    "not summed, d * v instead of d @ v.")
assert alpha > 0, (
    "best_step(A, b, x, np.array([-10.0, -10])) should be positive: this direction goes downhill. "
    "The slope there is d·(Ax - b) = -200, and the minus sign of the formula makes alpha positive.")
assert np.isclose(alpha, 2 / 11, rtol=1e-9, atol=0), (
    "best_step(A, b, x, np.array([-10.0, -10])) should be 2/11, which is 0.181818: the slope is "
    "-200, and the curvature d·Ad is 1100. (0.0331 is the square of that, 5.5 is upside down.)")
assert best_step(A, b, x, np.array([1.0, 1])) == 0, (
    "Along (1, 1) the land rises from the start, so best_step(A, b, x, np.array([1.0, 1])) should "
    "be 0. (A negative number: alpha is never negative, so keep 0 instead. 2/11 again: your "
    "formula does not see whether d goes up or down. The slope is d·(Ax - b).)")

# %% nbgrader={"grade": true, "grade_id": "best_step-bowls", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# bowls anywhere, and any direction
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(701)
for n in (1, 2, 3, 3, 5, 8):
    root = rng.standard_normal((n, n))
    A, b, x = root @ root.T + np.eye(n), 3 * rng.standard_normal(n), rng.standard_normal(n)
    g = A @ x - b
    for d in (-g, -0.01 * g, -g / np.linalg.norm(g), g, *rng.standard_normal((4, n)), -np.sign(g) * rng.random(n)):
        alpha = best_step(A.copy(), b.copy(), x.copy(), d.copy())
        assert np.shape(alpha) == () and 0 <= alpha < np.inf, "On a bowl the best step is a finite number, at least 0, for every direction."
        after = d @ (A @ (x + alpha * d) - b)
        scale = np.abs(d) @ (np.abs(A) @ np.abs(x) + np.abs(b)) + alpha * (d @ A @ d)
        if d @ g >= 0:
            assert alpha == 0, "Where the land rises in the direction d, or is level, the best step is 0."
        else:
            assert abs(after) <= 1e-9 * scale, (
                "At the best point of a line the slope along the line is 0; here it is not. The direction may be any vector, of any length: alpha counts in units "
                "of d. And the gradient has two terms.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "best_step-no_best", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# lands without a lowest point: saddles, domes, planes and valleys
### BEGIN HIDDEN TESTS
saddle, valley = np.array([[2, 0], [0, -3]]), np.array([[1, -1], [-1, 1]])
lines = [(saddle, [0, 0], [1, 1], [0, 1], np.inf), (saddle, [0, 0], [1, 1], [0, -1], np.inf), (saddle, [0, -3], [1, 1], [0, 1], np.inf),
         (saddle, [0, 0], [4, 1], [-2, 0], 2.0), (saddle, [0, 0], [4, 1], [2, 0], 0.0), (saddle, [0, 0], [0, 0], [1, 1], np.inf),
         (valley, [0, 0], [1, 3], [2, 2], 0.0), (valley, [1, 0], [0, 0], [2, 2], np.inf), (valley, [1, 0], [0, 0], [-2, -2], 0.0),
         (valley, [1, 0], [1, 3], [-1, 1], 0.0), (valley, [1, 0], [1, 3], [1, -1], 1.25),
         (0 * valley, [1, 2], [5, 5], [1, 2], np.inf), (0 * valley, [1, 2], [5, 5], [-1, -2], 0.0), (0 * valley, [1, 2], [5, 5], [2, -1], 0.0),
         (saddle, [1, 2], [5, 5], [0, 0], 0.0), (-valley, [0, 0], [7, 3], [1, -1], np.inf), (-valley, [0, 0], [7, 3], [-1, 1], np.inf)]
for A, b, x, d, expected in lines:
    for scale in (1, 3, 0.5):
        alpha = best_step(A * scale, np.array(b) * scale, np.array(x), np.array(d))
        assert np.shape(alpha) == () and not np.isnan(alpha), "The answer is always a number, never nan, also where a curvature is 0 or d is the zero vector."
        assert (alpha == np.inf) == (expected == np.inf), (
            "np.inf belongs where f falls below every bound along d as alpha grows, and only there. What does a line do in the long run that bends down, even if it "
            "begins with a rise? And one that does not bend at all?")
        assert (alpha > 0) == (expected > 0) and alpha >= 0, (
            "On a saddle, a valley or a plane some lines do have a best step. It is 0 where nothing is to be gained, and of several that are equally good the smallest counts.")
### END HIDDEN TESTS

# %% [markdown]
# ## 3 Mini-batches (3 points)
#
# Shuffle the samples, cut them into pieces, and begin again with a fresh shuffle: that is an epoch of mini-batches (L10, section 3, its optional part; what
# you need is said here). Nothing here is hard, and nothing in a training program goes wrong as quietly.
#
# **Contract.** `minibatches(X, y, size, epochs, seed)` takes `X` of shape `(N, D)`, `y` of shape `(N,)` and three whole numbers, `size` and `epochs` at
# least 1. It returns a list of `epochs` epochs. An epoch is a list of pairs `(X_batch, y_batch)`, rows of `X` with the targets that belong to them. In
# each epoch every sample occurs exactly once, in an order that is random and drawn anew for each epoch: any order of all samples may come. Each batch
# has `size` samples, except that the last one may have fewer, but at least one. All randomness comes from **one** `np.random.default_rng(seed)`; a
# generator for each epoch `e`, seeded with the pair `(seed, e)`, is as good. The same seed gives the same batches, and another seed draws every epoch anew.
#
# **Example.** Five samples in batches of two make epochs of three batches, with 2, 2 and 1 samples.
#
# <details><summary>Hint 1: the idea</summary>
#
# Do not shuffle the samples. Shuffle their row *numbers* $0, \dots, N - 1$, cut those into pieces, and use each piece twice: for `X` and for `y`.
#
# </details>
#
# <details><summary>Hint 2: the tools</summary>
#
# `rng.permutation(N)` is a new array of the numbers $0, \dots, N-1$ in random order. `order[4:6]` has two entries, or fewer if `order` ends
# before. `range(0, N, size)` counts in steps of `size`. `X[rows]` are the rows with these numbers.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# rng = ...
# result = []
# for _ in range(epochs):
#     order = ...
#     epoch = []
#     for start in range(...):
#         rows = order[...]
#         epoch.append((..., ...))
#     result.append(epoch)
# return result
# ```
#
# Which of these lines must stand inside the loop over epochs, and which must not?
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "minibatches", "locked": false, "schema_version": 3, "solution": true, "task": false}
def minibatches(X, y, size, epochs, seed):
    """Return a list of epochs, each a list of pairs (X_batch, y_batch).

    X: shape (N, D); y: shape (N,). Every sample once an epoch, in a fresh random order each time.
    """
    ### BEGIN SOLUTION
    rng = np.random.default_rng(seed)
    result = []
    for _ in range(epochs):
        order = rng.permutation(len(y))
        pieces = [order[start:start + size] for start in range(0, len(y), size)]
        result.append([(X[rows], y[rows]) for rows in pieces])
    return result
    ### END SOLUTION
    raise NotImplementedError("next step: draw a random order of the N row numbers")


# %% nbgrader={"grade": true, "grade_id": "minibatches-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# five samples, batches of two, three epochs: how many batches, of which shapes
X, y = np.array([[0, 5], [1, 6], [2, 7], [3, 8], [4, 9]]), np.array([0, 10, 20, 30, 40])
result = minibatches(X, y, 2, 3, 0)
assert np.array_equal(X[:, 0], [0, 1, 2, 3, 4]) and np.array_equal(y, [0, 10, 20, 30, 40]), (
    "minibatches changed X or y: rng.shuffle(X) shuffles the caller's array. Shuffle row numbers.")
assert isinstance(result, (list, tuple)) and len(result) == 3, (
    "Three epochs are a list of length 3, and each epoch is a list of batches. Look at "
    "len(minibatches(X, y, 2, 3, 0)).")
for epoch in result:
    assert len(epoch) == 3, (
        "Five samples in batches of two make 3 batches an epoch, the last one with a single "
        "sample. Look at len(minibatches(X, y, 2, 3, 0)[0]): do you drop the last one?")
    assert all(isinstance(batch, (list, tuple)) and len(batch) == 2 for batch in epoch), (
        "Each batch is a pair (X_batch, y_batch). Look at minibatches(X, y, 2, 3, 0)[0][0].")
    assert [np.shape(batch[0]) for batch in epoch] == [(2, 2), (2, 2), (1, 2)], (
        "The X-parts of an epoch should have the shapes (2, 2), (2, 2) and (1, 2): rows are "
        "samples.")
    assert [np.shape(batch[1]) for batch in epoch] == [(2,), (2,), (1,)], (
        "The y-parts of an epoch should have the shapes (2,), (2,) and (1,).")

# %% nbgrader={"grade": true, "grade_id": "minibatches-each_once", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# every sample once an epoch, with its own target, and no batch too many
### BEGIN HIDDEN TESTS
for N, size in [(7, 3), (6, 3), (12, 4), (5, 1), (4, 4), (3, 10), (1, 1), (23, 5), (64, 16)]:
    X, y = np.column_stack([np.arange(N) + 0.25, -np.arange(N)]), 100 + np.arange(N)
    for seed in (0, 5):
        for epoch in minibatches(X.copy(), y.copy(), size, 3, seed):
            assert [len(part) for _, part in epoch] == [size] * (N // size) + [N % size] * (N % size > 0), (
                "Each batch has size samples; the last one has the rest, and it is left out only when nothing is left. Try numbers that divide and numbers that do not.")
            rows = np.concatenate([np.asarray(part) for part, _ in epoch])
            targets = np.concatenate([np.asarray(part) for _, part in epoch])
            assert np.array_equal(np.sort(targets), y) and np.array_equal(np.sort(rows[:, 0]), X[:, 0]), (
                "In every epoch each sample occurs exactly once: none is drawn twice and none is forgotten.")
            assert np.array_equal(rows[:, 0] - 0.25, targets - 100) and np.array_equal(rows[:, 1], 100 - targets), (
                "A row of X came with another sample's target. Rows and targets must be moved by the same order.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "minibatches-fresh", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the order: random, fresh in each epoch, and repeatable
### BEGIN HIDDEN TESTS
# No right answer fails by chance: 20 neighbours again have a probability below 2**20 / 20! in each of 24 pairs of epochs, 1e-11 in all; the rest is rarer.
N = 124
X, y = np.arange(2 * N).reshape(N, 2), np.arange(N)
orders = {}
for seed in (0, 1, 2, 77):
    runs = [[[[int(target) for target in part] for _, part in epoch] for epoch in minibatches(X, y, 16, 4, seed)] for _ in range(2)]
    assert runs[0] == runs[1], "The same seed should give the same batches each time. All randomness comes from np.random.default_rng(seed)."
    orders[seed] = [[n for part in epoch for n in part] for epoch in runs[0]]
    for epoch, order in zip(runs[0], orders[seed], strict=True):
        assert order != list(range(N)) and order != list(range(N))[::-1], "In some epoch the samples came in the order of the table. Every epoch is shuffled."
        assert np.diff(order).tolist().count(1) < 60, "Samples that stand together in the table come together in the batches. Shuffle all samples, not the batches."
        assert any(part != sorted(part) for part in epoch), "Within the batches the samples are sorted. A random order leaves them as drawn."
    assert len({tuple(order) for order in orders[seed]}) > 1, (
        "All epochs of a run had the same order. The order is drawn anew for each epoch; where is the generator made? Or are your batches slices of one array "
        "that the next shuffle rewrites? Then copy them.")
    batches = [{frozenset(part) for part in epoch} for epoch in runs[0]]
    neighbours = [{frozenset(order[i:i + 2]) for i in range(len(order) - 1)} for order in orders[seed]]
    for later in range(4):
        for earlier in range(later):
            assert not batches[earlier] & batches[later], (
                "Your epochs are made of the same batches, or share one of them. Shuffle all samples in each epoch, then cut.")
            assert len(neighbours[earlier] & neighbours[later]) < 20, (
                "Samples that stand together in one epoch stand together again in another: it is the same row of samples, begun elsewhere or turned round. "
                "Shuffle all samples, in each epoch.")
    again = [[int(target) for _, part in epoch for target in part] for epoch in minibatches(X, y, 16, 2, seed + 1)]
    assert all(order not in orders[seed] for order in again), (
        "Two neighbouring seeds share an epoch. Is the seed used? And one generator serves all epochs: do not make new seeds by adding.")
firsts = {order[0] for orders_of_seed in orders.values() for order in orders_of_seed}
assert len(firsts) > 4 and len({str(order) for order in orders.values()}) == 4, "Another seed should give another order, and every sample may come first."
### END HIDDEN TESTS

# %% [markdown]
# ## 4 Stochastic gradient descent (2 points)
#
# Now walk on batches. The model is one linear unit, $f(\mathbf{x}) = \mathbf{w}\cdot\mathbf{x} + b$, and the loss of a batch is its mean squared error, without a half:
# $\frac1B \sum (f(\mathbf{x}_n) - y_n)^2$ over the $B$ samples in it. Where samples contradict each other a fixed step never comes to rest (L10,
# section 5), so steps become shorter:
#
# $$\mathrm{lr}_k = \frac{\mathrm{lr}}{1 + \mathrm{decay}\cdot k}, \qquad k = 0, 1, 2, \dots$$
#
# **Contract.** `sgd(X, y, w, b, batches, lr, decay)` takes `X` of shape `(N, D)`, `y` of shape `(N,)`, the start `w` of shape `(D,)` and `b`, a number,
# and a list `batches` of arrays of row numbers; batches may differ in length but have at least one row; a row that occurs twice in a batch counts
# twice. It makes one step for each batch, in their order, and counts the steps by $k$: batch $k$ is taken with $\mathrm{lr}_k$. Each step changes `w` and `b` together: both slopes are taken at the old `(w, b)`. It
# returns `(w, b)` after the last step, shape `(D,)` and a number.
#
# **Example.** $X$ has the rows $(1)$, $(2)$, $(3)$, $\mathbf{y} = (1, 3, 2)$, and $w = 0$, $b = 0$. The batch of rows 0 and 1 has the errors $f - y = -1, -3$, so
# the slope in $w$ is $\frac22 (-1 \cdot 1 - 3 \cdot 2) = -7$ and in $b$ it is $-4$. With `lr` 0.1 the step leads to $w = 0.7$, $b = 0.4$. The next batch, row 2 alone,
# has the error $0.5$ and the slopes 3 and 1; with `decay` 1 its lr is 0.05, and the walk ends at $w = 0.55$, $b = 0.35$.
#
# <details><summary>Hint 1: the idea</summary>
#
# Name the errors of the batch before you change anything. Both slopes are made of them.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `X[rows]` has shape `(B, D)` and the errors have shape `(B,)`. `(B,) @ (B, D)` gives `(D,)`, the sum over the samples; divide by $B$, which is
# `len(rows)`. `enumerate(batches)` counts along. A new name for the step size keeps `lr` as it was.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# for k, rows in enumerate(batches):
#     error = ...
#     step = ...
#     w = w - step * ...
#     b = b - step * ...
# return w, b
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "sgd", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sgd(X, y, w, b, batches, lr, decay):
    """Return (w, b), shape (D,) and a number, after one step of SGD for each batch of row numbers.

    X: (N, D); y: (N,); w: (D,); b: a number. Step k = 0, 1, ... has the size lr / (1 + decay * k).
    """
    ### BEGIN SOLUTION
    for k, rows in enumerate(batches):
        error = X[rows] @ w + b - y[rows]
        step = 2 * lr / (1 + decay * k)
        w = w - step * (error @ X[rows]) / len(rows)
        b = b - step * np.mean(error)
    return w, b
    ### END SOLUTION
    raise NotImplementedError("next step: compute the errors of the first batch")


# %% nbgrader={"grade": true, "grade_id": "sgd-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the first step of the example
X, y, w = np.array([[1.0], [2], [3]]), np.array([1.0, 3, 2]), np.array([0.0])
batches = [np.array([0, 1])]
pair = sgd(X, y, w, 0.0, batches, 0.1, 1.0)
assert (np.array_equal(X, [[1], [2], [3]]) and np.array_equal(y, [1, 3, 2])
        and np.array_equal(w, [0])), (
    "sgd changed X, y or w: w -= ... writes into the caller's array. Use w = w - ...")
assert isinstance(pair, (tuple, list)) and len(pair) == 2, "sgd returns a pair: return w, b."
assert np.shape(pair[0]) == (1,) and np.shape(pair[1]) == (), (
    "w keeps its shape, here (1,), and b is a number. Look at "
    "sgd(X, y, w, 0.0, [np.array([0, 1])], 0.1, 1.0).")
assert pair[0][0] > 0, (
    "After sgd(X, y, w, 0.0, [np.array([0, 1])], 0.1, 1.0) w should be positive: both answers were "
    "too low. A step goes against the slope, which is made of f - y.")
assert np.isclose(pair[0][0], 0.7, rtol=1e-9, atol=0), (
    "sgd(X, y, w, 0.0, [np.array([0, 1])], 0.1, 1.0)[0] should be 0.7: the slope is -7, and step 0 "
    "has the full lr. (1.4 is the sum instead of the mean; 0.35 has lost the 2 of the square, or "
    "has shortened step 0 already.)")
assert np.isclose(pair[1], 0.4, rtol=1e-9, atol=0), (
    "sgd(X, y, w, 0.0, [np.array([0, 1])], 0.1, 1.0)[1] should be 0.4: the slope in b is twice the "
    "mean of the errors -1 and -3 at the OLD w, 0. If w has moved before, the errors are others.")

# %% nbgrader={"grade": true, "grade_id": "sgd-many_steps", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# many steps, batches of all lengths, steps that become shorter
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(703)
for N, D, decay in [(1, 1, 0.0), (6, 2, 0.0), (5, 3, 0.5), (9, 4, 2.0), (4, 4, 1), (8, 2, 0.1)]:
    X, y = rng.standard_normal((N, D)), 2 * rng.standard_normal(N)
    if decay == 1:
        X, y = np.round(2 * X).astype(int), np.round(2 * y).astype(int)
    batches = [rng.integers(N, size=size) for size in (1, 2, 3, 3, 1, 5, 2)]
    copies = [rows.copy() for rows in batches]
    w, b = rng.integers(-2, 3, size=D), 1
    theta, table = np.append(w, b) * 1.0, np.column_stack([X, np.ones(N)])
    for k, rows in enumerate(copies):
        theta = theta - 0.05 / (1 + decay * k) * np.mean([2 * (table[n] @ theta - y[n]) * table[n] for n in rows], axis=0)
        if k in (0, 1, 6):
            found = sgd(X.copy(), y.copy(), w.copy(), b, batches[:k + 1], 0.05, decay)
            assert np.shape(found[0]) == (D,) and np.shape(found[1]) == (), "w keeps its shape and b is a number, after any number of steps."
            assert np.allclose(found[0], theta[:-1], rtol=1e-9, atol=1e-12) and np.isclose(found[1], theta[-1], rtol=1e-9, atol=1e-12), (
                "A walk ends at a wrong place. Check by hand two batches of different lengths, once with decay 0 and once with decay 1: each is a mean over its own "
                "samples, both slopes are taken at the old w and b, and step k has lr / (1 + decay k), made from the lr that was given.")
    assert all(np.array_equal(rows, copy) for rows, copy in zip(batches, copies, strict=True)), "The list of batches should be left as it was."
### END HIDDEN TESTS

# %% [markdown]
# ## 5 Momentum, parameter by parameter (3 points)
#
# A network has many arrays of parameters, each with its own shape, and each needs a memory of its own. Momentum remembers a moving average of the
# gradients (L11, section 1):
#
# $$m \leftarrow \beta\, m + (1 - \beta)\, g, \qquad \theta \leftarrow \theta - \mathrm{lr}\; m .$$
#
# **Contract.** `momentum_step(params, grads, memory, lr, beta)` makes one step. `params` and `grads` are lists of arrays, `grads[i]` of the same shape as
# `params[i]`; any shapes, also `()`. `memory` is what the step before returned as its memory, and `None` at the first step, when all averages are
# zero. It returns `(params, memory)`, two new lists of as many arrays: the new parameters, and the new averages $m$. Nothing that is handed in changes, and nothing is
# remembered except in `memory`: two networks may be trained in turn.
#
# **Example.** `params` is $[(1, 2),\; 5]$, with gradients $[(4, -2),\; 1]$, `lr` 0.5 and `beta` 0.75. The first averages are $[(1, -0.5),\; 0.25]$ and the new
# parameters $[(0.5, 2.25),\; 4.875]$. A second step with the same gradients has the averages $[(1.75, -0.875),\; 0.4375]$.
#
# <details><summary>Hint 1: the idea</summary>
#
# First all new averages, then all new parameters. What is the old average of each array when `memory` is `None`?
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `[... for i in range(len(params))]` makes a new list. `beta * m + (1 - beta) * g` makes a new array, while `m *= beta` would write into the
# old one. Zero times a gradient has the shape that you need.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# if memory is None:
#     memory = ...
# memory = [... for i in range(len(params))]
# params = [... for i in range(len(params))]
# return params, memory
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "momentum_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def momentum_step(params, grads, memory, lr, beta):
    """Return (params, memory) after one step of momentum: lists of arrays, shaped like params.

    params, grads: lists of arrays; memory: the list of averages, or None at the first step.
    """
    ### BEGIN SOLUTION
    if memory is None:
        memory = [0 * g for g in grads]
    memory = [beta * memory[i] + (1 - beta) * grads[i] for i in range(len(params))]
    return [params[i] - lr * memory[i] for i in range(len(params))], memory
    ### END SOLUTION
    raise NotImplementedError("next step: compute the new average of each gradient")


# %% nbgrader={"grade": true, "grade_id": "momentum_step-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the first step of the example
params, grads = [np.array([1.0, 2]), np.array(5.0)], [np.array([4.0, -2]), np.array(1.0)]
pair = momentum_step(params, grads, None, 0.5, 0.75)
assert (np.array_equal(params[0], [1, 2]) and params[1] == 5
        and np.array_equal(grads[0], [4, -2]) and grads[1] == 1), (
    "momentum_step changed params or grads. theta -= ... and params[i] = ... write into what your "
    "caller owns: make new arrays and new lists.")
assert isinstance(pair, (tuple, list)) and len(pair) == 2, (
    "momentum_step returns a pair: return params, memory.")
for part in pair:
    assert isinstance(part, (tuple, list)) and [np.shape(array) for array in part] == [(2,), ()], (
        "Both parts that momentum_step(params, grads, None, 0.5, 0.75) returns are lists of two "
        "arrays, with the shapes of params: (2,) and ().")
new, memory = pair
assert new[0][0] < 1 and new[0][1] > 2, (
    "With gradients (4, -2) the parameters (1, 2) should go down and up: a step goes against m.")
assert np.allclose(memory[0], [1, -0.5], rtol=1e-9, atol=0), (
    "The first averages of (4, -2) with beta = 0.75 should be (1, -0.5), a quarter of the "
    "gradient. (4, -2) is the heavy ball's sum, or an average that begins with g instead of 0; (3, "
    "-1.5) has beta and 1 - beta exchanged.")
assert np.allclose(new[0], [0.5, 2.25], rtol=1e-9, atol=0), (
    "momentum_step(params, grads, None, 0.5, 0.75)[0][0] should be (0.5, 2.25): (1, 2) minus 0.5 "
    "times (1, -0.5). The step is lr times the new average.")

# %% nbgrader={"grade": true, "grade_id": "momentum_step-walk", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# a walk: the average as it grows, and the heavy ball's path
### BEGIN HIDDEN TESTS
for curvature, beta, lr in [(1.0, 0.9, 0.1), (3.0, 0.5, 0.3), (1.0, 0.0, 0.25), (10.0, 0.98, 0.2)]:
    x, memory, ball, speed = [np.array([2.0])], None, 2.0, 0.0
    for _ in range(12):
        x, memory = momentum_step(x, [curvature * np.asarray(x[0])], memory, lr, beta)
        speed = beta * speed + curvature * ball
        ball = ball - lr * (1 - beta) * speed
        assert np.shape(x[0]) == (1,) and np.shape(memory[0]) == (1,), (
            "Arrays keep their shapes in a walk. Is anything remembered outside memory, from a network that was trained before?")
        assert np.isclose(x[0][0], ball, rtol=1e-9, atol=1e-12), (
            "On a bowl the average with lr walks the path of the heavy ball with (1 - beta) lr; yours leaves it. Replay two steps by hand: what is remembered of the first?")
        assert np.isclose(memory[0][0], (1 - beta) * speed, rtol=1e-9, atol=1e-12), (
            "The memory that is returned is the average m itself: for a constant gradient g it is (1 - beta^t) g after t steps.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "momentum_step-own_memory", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# every array, and every network, has a memory of its own, and nothing handed in changes
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(704)
networks = [[(3, 2), (2,), (2, 2), (2,), ()], [(4,), (4,)], [(3, 2), (2,), (2, 2), (2,), ()], [(1, 1)]]
started = []
for whole, shapes in enumerate(networks):
    params = [np.asarray(rng.integers(-3, 4, size=shape) * (1 if whole else 0.5)) for shape in shapes]
    grads = [np.asarray(rng.integers(-5, 6, size=shape)) for shape in shapes]
    before = [array.copy() for array in params + grads]
    new, averages = momentum_step(params, grads, None, 0.3, 0.8)
    assert len(params + grads) == len(before) and all(np.array_equal(one, other) for one, other in zip(params + grads, before, strict=True)), (
        "A step changed the params or the grads that it was given.")
    assert [np.shape(array) for array in averages] == shapes == [np.shape(array) for array in new], (
        "Each array keeps its shape, and each has its own average. Is anything remembered outside memory, from a network that was trained before?")
    assert all(np.allclose(one, 0.2 * g, rtol=1e-9, atol=1e-12) for one, g in zip(averages, grads, strict=True)), (
        "A first average is off. Each array has an average of its own, made of its own gradients only, and every network begins with averages of zero. Are whole "
        "numbers cut off?")
    assert all(np.allclose(one, theta - 0.06 * g, rtol=1e-9, atol=1e-12) for one, theta, g in zip(new, params, grads, strict=True)), (
        "A parameter is off after the first step. Each array moves by its own average; whole-number parameters become fractions.")
    started.append((params, grads, new, averages))
for params, grads, new, averages in started:
    kept = [np.array(array) for array in averages]
    in_turn = momentum_step(new, grads, averages, 0.3, 0.8)
    assert len(averages) == len(kept) and all(np.array_equal(one, other) for one, other in zip(averages, kept, strict=True)), (
        "A step changed the memory that it was given. Whoever keeps an old memory must be able to go on from there.")
    momentum_step(params, grads, None, 0.3, 0.8)
    alone = momentum_step(new, grads, kept, 0.3, 0.8)
    for one, other in zip(in_turn, alone, strict=True):
        assert len(one) == len(other) and all(np.allclose(a, b, rtol=1e-9, atol=1e-12) for a, b in zip(one, other, strict=True)), (
            "A network's second step depends on what other networks did in between. All that a step remembers stands in the memory that it is given.")
### END HIDDEN TESTS

# %% [markdown]
# ## 6 RMSprop (2 points)
#
# A step of its own for every parameter (L11, section 3): remember the usual size of each gradient, and divide by it. As on the slides, $\varepsilon$
# stands **inside** the root:
#
# $$v \leftarrow \beta\, v + (1 - \beta)\, g^2, \qquad \theta \leftarrow \theta - \mathrm{lr}\,\frac{g}{\sqrt{v + \varepsilon}} .$$
#
# **Contract.** `rmsprop_step(theta, g, v, lr, beta, eps)` takes $\theta$, its gradient and the old averages, all of shape `(d,)`, and three numbers. It
# returns `(theta, v)`, the new ones, both of shape `(d,)`. Every coordinate is treated by itself. Gradients may have any size from $10^{-9}$ to $10^9$, and `eps` is positive.
#
# **Example.** $\theta = (1, 1)$, $g = (3, -0.3)$, $v = (0, 0)$, `lr` 0.1, `beta` 0.75 and a tiny `eps`: the new $v$ is $(2.25, 0.0225)$, its root is
# $(1.5, 0.15)$, and the new $\theta$ is $(0.8, 1.2)$. Both coordinates move by the same length.
#
# <details><summary>Hint 1: the idea</summary>
#
# First the new average, then the step with the *new* average.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# NumPy squares, takes roots and divides entry by entry, so everything stays of shape `(d,)`. No sum and no length of a vector occurs.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# v = beta * ... + ... * ...
# theta = theta - lr * ... / np.sqrt(...)
# return theta, v
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "rmsprop_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def rmsprop_step(theta, g, v, lr, beta, eps):
    """Return (theta, v) after one step of RMSprop with eps inside the root; all of shape (d,)."""
    ### BEGIN SOLUTION
    v = beta * v + (1 - beta) * g**2
    return theta - lr * g / np.sqrt(v + eps), v
    ### END SOLUTION
    raise NotImplementedError("next step: compute the new average of the squares")


# %% nbgrader={"grade": true, "grade_id": "rmsprop_step-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# a first step with one coordinate
theta, g, v = np.array([1.0]), np.array([3.0]), np.array([0.0])
pair = rmsprop_step(theta, g, v, 0.1, 0.75, 1e-12)
assert np.array_equal(theta, [1]) and np.array_equal(g, [3]) and np.array_equal(v, [0]), (
    "rmsprop_step changed theta, g or v: v *= beta and theta -= ... write into the caller's "
    "arrays.")
assert isinstance(pair, (tuple, list)) and len(pair) == 2, (
    "rmsprop_step returns a pair: return theta, v.")
assert [np.shape(part) for part in pair] == [(1,), (1,)], (
    "theta and v keep their shape, here (1,). Look at rmsprop_step(theta, g, v, 0.1, 0.75, 1e-12).")
assert np.isclose(pair[1][0], 2.25, rtol=1e-9, atol=0), (
    "With g = (3), v = (0) and beta = 0.75 the new v should be 2.25, a quarter of 9. (0.75 has "
    "lost the square; 6.75 has beta and 1 - beta exchanged; 9 has lost 1 - beta.)")
assert pair[0][0] < 1, "The gradient is positive, so theta should become smaller than 1."
assert np.isclose(pair[0][0], 0.8, rtol=1e-9, atol=0), (
    "rmsprop_step(theta, g, v, 0.1, 0.75, 1e-12)[0] should be 0.8: the step is 0.1 * 3 / 1.5, with "
    "the root of the NEW v below. (0.8667 has lost the root.)")

# %% nbgrader={"grade": true, "grade_id": "rmsprop_step-sizes", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# several steps, every coordinate by itself, gradients of every size
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(705)
for beta, eps in [(0.9, 1e-8), (0.99, 1e-8), (0.5, 1e-3), (0.0, 1e-6)]:
    theta, v = np.zeros(6), np.zeros(6)
    for t in range(4):
        g = rng.choice([-1, 1], size=6) * rng.uniform(0.5, 2, size=6) * np.array([1e-9, 1e-6, 1e-4, 1e-2, 1.0, 1e9])
        at, old = rng.integers(-2, 3, size=6) if t == 1 else theta, v
        new, v = (np.asarray(part, dtype=float) for part in rmsprop_step(at.copy(), g.copy(), old.copy(), 0.1, beta, eps))
        assert new.shape == v.shape == (6,), "theta and v keep their shape: one average for each coordinate."
        square = beta * old + (1 - beta) * g * g
        assert np.allclose(v, square, rtol=1e-9, atol=0), (
            "The averages are off. v remembers the squares of each coordinate's own gradients, without eps; a tiny coordinate beside a huge one stays tiny.")
        assert np.allclose(new - at, -0.1 * g / (square + eps) ** 0.5, rtol=1e-7, atol=1e-14), (
            "The steps are off. Compare gradients of 1e-6 with gradients of 1: where does eps stand, and is it added before the root is taken? One coordinate's "
            "gradient says nothing about another's step.")
        theta = new
theta, v = rmsprop_step(np.array([1, 2]), np.array([2, -4]), np.array([1, 3]), 1, 0.5, 0.5)
assert np.allclose(v, [2.5, 9.5], rtol=1e-9, atol=0) and np.allclose(theta, [1 - 2 / 3**0.5, 2 + 4 / 10**0.5], rtol=1e-9, atol=0), (
    "A step with whole numbers is off. Their averages and their new places are fractions.")
### END HIDDEN TESTS

# %% [markdown]
# ## 7 Adam (3 points)
#
# Momentum over RMSprop, with a start that is put right (L11, section 4). With $t = 1, 2, \dots$ the number of the step:
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g, \quad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2, \quad
# \hat m = \frac{m}{1 - \beta_1^t}, \quad \hat v = \frac{v}{1 - \beta_2^t}, \quad \theta \leftarrow \theta - \mathrm{lr}\, \frac{\hat m}{\sqrt{\hat v} + \varepsilon} .$$
#
# As Adam's authors write it, $\varepsilon$ stands **outside** the root. It is not RMSprop's.
#
# **Contract.** `adam_step(theta, g, state, lr, beta1, beta2, eps)` makes one step. `theta` and `g` have shape `(d,)`. `state` is a tuple `(m, v, t)`: the two
# averages, uncorrected, of shape `(d,)`, and the number of steps *already made*. It returns `(theta, state)`, the new $\theta$ and the new tuple; `t` has grown by
# 1. Every coordinate is treated by itself. Gradients may have any size from $10^{-9}$ to $10^9$, and `eps` is positive.
#
# **Example.** $\theta = (1)$, $g = (2)$, `state` $= ((0), (0), 0)$, `lr` 0.1, $\beta_1 = 0.5$, $\beta_2 = 0.96$: the new $m$ is $(1)$ and the new $v$ is $(0.16)$, and
# corrected they are $\hat m = 2$ and $\hat v = 4$. So the step is $0.1 \cdot 2/2$ and $\theta$ becomes $(0.9)$. From there the gradient $-1$ leads to $m = 0$, $\theta$ stays, and $t = 2$.
#
# <details><summary>Hint 1: the idea</summary>
#
# Count first: the step that you are making is number `t + 1`. Then go through the five formulas in their order.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `m`, `v` and the corrected two have shape `(d,)`, and `t` is a whole number. The new state holds the averages as they are *before* the
# correction: corrected ones would be corrected again at the next step.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# m, v, t = state
# t = ...
# m = ...
# v = ...
# m_hat = ...
# v_hat = ...
# return theta - ..., (m, v, t)
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "adam_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def adam_step(theta, g, state, lr, beta1, beta2, eps):
    """Return (theta, state) after one step of Adam; theta, g: shape (d,).

    state: (m, v, t), two averages of shape (d,) and the number of steps already made.
    """
    ### BEGIN SOLUTION
    m, v, t = state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return theta - lr * m_hat / (np.sqrt(v_hat) + eps), (m, v, t)
    ### END SOLUTION
    raise NotImplementedError("next step: take m, v and t out of state, and count this step")


# %% nbgrader={"grade": true, "grade_id": "adam_step-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# a first step with one coordinate
theta, g, m, v = np.array([1.0]), np.array([2.0]), np.array([0.0]), np.array([0.0])
pair = adam_step(theta, g, (m, v, 0), 0.1, 0.5, 0.96, 1e-12)
assert (np.array_equal(theta, [1]) and np.array_equal(g, [2]) and np.array_equal(m, [0])
        and np.array_equal(v, [0])), (
    "adam_step changed theta, g, m or v: m *= ... and theta -= ... write into the caller's arrays.")
assert (isinstance(pair, (tuple, list)) and len(pair) == 2
        and isinstance(pair[1], (tuple, list)) and len(pair[1]) == 3), (
    "adam_step returns theta and the state: return theta, (m, v, t). Look at "
    "adam_step(theta, g, (m, v, 0), 0.1, 0.5, 0.96, 1e-12).")
assert [np.shape(part) for part in (pair[0], *pair[1])] == [(1,), (1,), (1,), ()], (
    "theta, m and v keep their shape, here (1,), and t is a number.")
assert pair[1][2] == 1, (
    "After the first step t should be 1: state holds the number of steps made, 0 at the start.")
assert np.isclose(pair[1][0][0], 1, rtol=1e-9, atol=0), (
    "The new m should be 1, half of the gradient 2: the state holds the average as it is before "
    "the correction.")
assert not pair[0][0] > 1, "The gradient is positive, so theta should become smaller than 1."
assert np.isclose(pair[0][0], 0.9, rtol=1e-9, atol=0), (
    "adam_step(theta, g, (m, v, 0), 0.1, 0.5, 0.96, 1e-12)[0] should be 0.9: corrected, the "
    "averages are 2 and 4, so the step is 0.1 * 2 / 2. (0.75 has no bias correction; 0.5 and 0.95 "
    "correct only one of the two; nan is 0 divided by 0, or a t that is counted too late.)")

# %% nbgrader={"grade": true, "grade_id": "adam_step-walk", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# several steps in a row: averages, count and correction
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(706)
for beta1, beta2 in [(0.9, 0.999), (0.5, 0.75), (0.0, 0.9), (0.9, 0.0), (0.8, 0.6)]:
    theta, state, gradients = np.array([1.0]), (np.zeros(1), np.zeros(1), 0), []
    for t in range(1, 6):
        g = np.array([float(rng.choice([-1, 1]) * rng.uniform(0.5, 3))])
        gradients.append(g[0])
        old = [np.array(part) for part in (theta, g, *state)]
        given = theta, g, *state
        new, state = adam_step(theta, g, state, 0.01, beta1, beta2, 1e-12)
        assert all(np.array_equal(one, other) for one, other in zip(old, given, strict=True)), "A later step changed the theta, g or state that it was given."
        ages = np.arange(t)[::-1]
        m, v = (1 - beta1) * beta1**ages @ gradients, (1 - beta2) * beta2**ages @ np.square(gradients)
        assert len(state) == 3 and state[2] == t, "t counts the steps that were made, one more after each."
        assert np.isclose(state[0][0], m, rtol=1e-9, atol=1e-12) and np.isclose(state[1][0], v, rtol=1e-9, atol=1e-12), (
            "An average in the state is off after several steps. Each has its own beta, v is made of squares, and both are kept uncorrected.")
        step = 0.01 * m / (1 - beta1**t) / (v / (1 - beta2**t)) ** 0.5
        assert np.isclose(new[0] - theta[0], -step, rtol=1e-7, atol=1e-13), (
            "A step is off. Replay the first three by hand: the first has t = 1, m and v are both corrected, each with its own beta, and the corrected ones make the step.")
        theta = np.asarray(new)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "adam_step-sizes", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# every coordinate by itself, gradients of every size, and what eps does
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(707)
sizes = np.array([1e-9, 1e-6, 1e-3, 1.0, 1e3, 1e9])
for eps in (1e-8, 1e-3):
    for beta1, beta2 in [(0.9, 0.999), (0.5, 0.75)]:
        theta, g = rng.integers(-2, 3, size=6), rng.choice([-1, 1], size=6) * rng.uniform(0.5, 2, size=6) * sizes
        new, state = adam_step(theta, g, (np.zeros(6), np.zeros(6), 0), 0.01, beta1, beta2, eps)
        assert np.shape(new) == np.shape(state[0]) == np.shape(state[1]) == (6,), "theta, m and v have one entry for each coordinate."
        assert np.allclose(new - theta, -0.01 * g / (np.abs(g) + eps), rtol=1e-7, atol=1e-13), (
            "With coordinates of very different size a first step is off. Does one coordinate's gradient touch another's step? Is a tiny gradient, 1e-6 say, answered by "
            "a step of about lr when eps is 1e-8: on which side of the root is eps, and is the root that of the corrected v? Are whole numbers cut off?")
for c in (1e-4, 1e6):
    walks = []
    for scale in (1, c):
        theta, state = np.array([3, -2]), (np.zeros(2, dtype=int), np.zeros(2, dtype=int), 0)
        for _ in range(5):
            theta, state = adam_step(theta, scale * np.array([1.0, 10]) * theta, state, 0.1, 0.9, 0.999, 1e-15)
        walks.append(theta)
    assert np.allclose(walks[0], walks[1], rtol=1e-7, atol=0), "A factor in front of the loss should cancel: with a negligible eps the walk stays the same."
### END HIDDEN TESTS

# %% [markdown]
# ## 8 A claim, tested (2 points)
#
# The slides that this course grew from say that for smooth functions "O(1/k) convergence" is possible, with $\gamma_k = 1/(k+1)$ as the typical step (L10, section 6). The sentence
# does not say *what* falls like $1/k$. Suppose somebody takes it as a promise about the point itself: on $f(x) = \frac{\mu}{2} x^2$, from $x_0 = 1$, without any noise, the walk
# with the steps $\gamma_0 = 1$, $\gamma_1 = \frac12$, $\gamma_2 = \frac13$, … has $|x_k| \le C/k$ for all $k \ge 1$. Refute the promise by naming a $k$ that breaks it, and then
# repair it.
#
# **Contract.** `refute(mu, C)` takes the curvature $0 < \mu < 1$ and the promised $C > 0$. It returns `(k, c)`. `k` is the first whole number $k \ge 1$ with $k\,|x_k| > C$
# (a promise that is met exactly is kept), where $x_k$ is the point after $k$ steps with $\gamma_k = 1/(k+1)$. And `c` is a number such that the steps $c/(k+1)$ do keep a promise: with them
# $k\,|x_k| \le 1$ for all $k \ge 1$. Any such `c` is right. (The first break that the checks ask for has $k \le 20{,}000$; for `c`, all $k$ means all.)
#
# **Example.** $f(x) = x^2/10$ has $\mu = \frac15$. The walk is $x_1 = 1 - \frac15 = 0.8$, $x_2 = 0.8\,(1 - \frac1{10}) = 0.72$, $x_3 = 0.672$, so $k\,|x_k|$ is 0.8, 1.44, 2.016. With $C = 1$
# the answer is $k = 2$, and with $C = 2$ it is $k = 3$.
#
# <details><summary>Hint 1: the idea</summary>
#
# For the first part, walk and look. For the second, ask what one step with $c/(k+1)$ multiplies $x$ by, and what the very first of these factors should
# be.
#
# </details>
#
# <details><summary>Hint 2: the formulas</summary>
#
# The slope at $x$ is $\mu x$, so the step from $x_{k-1}$ to $x_k$ has the size $\gamma_{k-1} = \frac1k$ and multiplies $x$ by $1 - \frac{\mu}{k}$. With $c$ in front the factor is
# $1 - \frac{c\mu}{k}$. L10's condition $c > \frac{1}{2\mu}$ is for the mean *squared* error, so it is not enough here, where $|x_k|$ itself shall fall like $1/k$.
# Which $c$ makes the very first factor 0?
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# x, k = 1.0, 0
# while ...:
#     k = k + 1
#     x = x * ...
# return k, ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "refute", "locked": false, "schema_version": 3, "solution": true, "task": false}
def refute(mu, C):
    """Return (k, c): the first k >= 1 with k |x_k| > C, and a c whose steps keep k |x_k| <= 1.

    x_k: the point after k steps of size 1/(k+1), or c/(k+1), on mu x²/2, from 1. 0 < mu < 1; C > 0.
    """
    ### BEGIN SOLUTION
    x, k = 1, 0
    while k * x <= C:
        k = k + 1
        x = x * (1 - mu / k)
    return k, 1 / mu
    ### END SOLUTION
    raise NotImplementedError("next step: write down by which factor step k multiplies x")


# %% nbgrader={"grade": true, "grade_id": "refute-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# x²/10, as in the lecture
pair = refute(0.2, 2.3)
assert isinstance(pair, (tuple, list)) and [np.shape(part) for part in pair] == [(), ()], (
    "refute returns two numbers: return k, c. Look at refute(0.2, 2.3).")
assert pair[0] == 4, (
    "refute(0.2, 2.3)[0] should be 4: the walk is 0.8, 0.72, 0.672, 0.6384, so k x_k is 0.8, 1.44, "
    "2.016, 2.5536, and the last is the first above 2.3. The first step has the size 1, the second "
    "1/2.")
x = np.cumprod(1 - pair[1] * 0.2 / np.arange(1, 101))
assert np.all(np.arange(1, 101) * np.abs(x) <= 1 + 1e-9), (
    "With c = refute(0.2, 2.3)[1] the walk with steps c/(k+1) breaks k |x_k| <= 1. In a new cell "
    "print np.cumprod(1 - c * 0.2 / np.arange(1, 101)), the first hundred points.")

# %% nbgrader={"grade": true, "grade_id": "refute-any_promise", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# any curvature, and any promise
### BEGIN HIDDEN TESTS
k = np.arange(1, 20_001)
for mu in (0.01, 0.2, 0.25, 0.5, 0.8, 0.95):
    reached = k * np.cumprod(1 - mu / k)
    for C in (0.03, 0.5, 1.5, 7.0, 60.0, 900.0):
        if reached[-1] > C:
            first, c = refute(mu, C)
            assert np.shape(first) == () and first == np.argmax(reached > C) + 1, (
                "k should be the first number with k |x_k| above C, not at it. Check k = 1, walks that need thousands of steps, and count: x_k is the point after k steps.")
            # At k = 1 it is |1 - c mu|, so 0 <= c mu <= 2. Below 1 it grows like k^(1 - c mu); from 1 to 2 each factor (k + 1 - c mu) / k is from 0 to 1.
            assert np.shape(c) == () and 1 - 1e-9 <= c * mu <= 2 + 1e-9, (
                "The repaired steps c/(k+1) break k |x_k| <= 1 for some curvature, be it only after billions of steps. c has to fit the curvature: a flat bowl needs "
                "long steps. What does the factor 1 - c mu / k do to k |x_k| when k is huge?")
### END HIDDEN TESTS

# %% [markdown]
# ## What you have now
#
# A walk that knows when to stop, batches that can be trusted, and the three optimisers that train nearly every network of today. None of them holds a secret:
# each is a few lines, a memory and a step. What they cannot do for you is choose lr, as the last question showed. The next lecture asks what a walk that went well is worth on samples
# that nobody has seen.
#
# **Sources.** H. Robbins and S. Monro, *A stochastic approximation method*, 1951, [doi:10.1214/aoms/1177729586](https://doi.org/10.1214/aoms/1177729586).
# B. T. Polyak, *Some methods of speeding up the convergence of iteration methods*, 1964,
# [doi:10.1016/0041-5553(64)90137-5](https://doi.org/10.1016/0041-5553(64)90137-5). A. Nemirovski and others, *Robust stochastic approximation*, 2009 (there the $x^2/10$),
# [doi:10.1137/070704277](https://doi.org/10.1137/070704277). D. P. Kingma and J. Ba, *Adam: a method for stochastic optimization*, 2014,
# [doi:10.48550/arXiv.1412.6980](https://doi.org/10.48550/arXiv.1412.6980). The formulas of questions 5 and 6 and the claim of question 8 are from the slides named in L10 and L11.
