# %% [markdown]
# # E8 Capstone: train, diagnose, test
#
# The last set. You write a training from nothing, backpropagation included, that works on spirals it has never seen. Then you change sides:
# you judge other people's gradients, and you say what is wrong with sick runs. At the end your own network reads a digit that you draw. It
# takes all lectures, L00 to L12. Plan five hours, and open a hint when you have been stuck for five minutes: nobody counts them.
#
# **Working.** Put your code where it says `# YOUR CODE HERE`. The line `raise NotImplementedError(...)` below it is only a signpost and may
# stay; if it still stops you when your code is written, a `return` is missing. Put an import or a helper of your own into an answer cell or
# a new cell: changes to the set-up cell do not reach the grader. Write each function yourself, with NumPy: the lectures import theirs from
# `course_lib`, which is not there where answers are graded. You may copy lines from it.
#
# **Grading.** 20 points. Below each of the three answers stands a visible check, 1 point each, that tells you what it expected. Another 15
# points come from hidden checks: you see only the property each one looks at, as a comment, and in your copy such a cell always passes. The
# last 2 points are for a short text, which a person reads. What counts is the values that your functions return. Style and warnings cost
# nothing, and speed costs nothing as long as a cell ends within five seconds.
#
# **Before you hand in**, choose *Kernel > Restart Kernel and Run All Cells*, or press *Validate*. Running stops at the first check that
# fails: that is the place to go on. To skip a question, go on with Shift+Enter below it.

# %% [markdown]
# ### The words used here
#
# Points are the rows of `X`, shape `(N, D)`; their classes $0, \dots, C-1$ are `y`, shape `(N,)`. A network is a list `layers` of pairs
# `(W, b)`, with `W` of shape `(inputs, outputs)` and `b` of shape `(outputs,)`. All layers but the last are followed by $\tanh$; the last
# gives the **scores**. The loss is the mean cross-entropy of the scores' softmax, plus an $L_2$ regulariser on the weights, never on the
# biases:
#
# $$L \;=\; -\frac1N \sum_n \log p_{n, y_n} \;+\; \frac\lambda2 \sum_{\text{layers}} \sum_{ij} W_{ij}^2 .$$
#
# **What is given.** `spiral(n, arms, turns, angle, rng)` makes `n` points on a spiral and the arm of each; `start(sizes, rng)` makes the
# layers of a network before training, for example of sizes `[2, 16, 16, 2]`; `scores` and `loss` are
# the formulas above. `CANDIDATES`, `ask` and `RUNS` belong to questions 2 and 3, which explain them.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from itertools import pairwise

import numpy as np


def spiral(n, arms, turns, angle, rng):
    """n points on a spiral of radius 2: X of shape (n, 2), and the arm of each, 0 to arms - 1."""
    arm = np.arange(n) % arms
    t = rng.uniform(0.1, 1, n)
    a = 2 * np.pi * (turns * t + arm / arms) + angle
    X = 2 * t[:, None] * np.column_stack([np.cos(a), np.sin(a)])
    return X + 0.05 * rng.standard_normal((n, 2)), arm


def start(sizes, rng):
    """The layers (W, b) before training: random weights, biases 0."""
    return [(rng.standard_normal((i, o)) / np.sqrt(i), np.zeros(o)) for i, o in pairwise(sizes)]


def scores(layers, X):
    """The network's scores, shape (N, C)."""
    for W, b in layers[:-1]:
        X = np.tanh(X @ W + b)
    W, b = layers[-1]
    return X @ W + b


def loss(layers, X, y, lam=0.0):
    """Mean cross-entropy plus lam / 2 times the sum of all squared weights."""
    S = scores(layers, X)
    S = S - S.max(axis=1, keepdims=True)
    right = S[np.arange(len(y)), y]
    penalty = lam / 2 * sum((W ** 2).sum() for W, _ in layers)
    return np.mean(np.log(np.exp(S).sum(axis=1)) - right) + penalty


def nudges(layers, X, y, lam, h=1e-5):
    """A right gradient: one central difference for each parameter."""
    layers = [(np.array(W, float), np.array(b, float)) for W, b in layers]
    gradient = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for parameters, slopes in zip(layers, gradient):
        for p, slope in zip(parameters, slopes):
            for place in np.ndindex(p.shape):
                value = p[place]
                p[place] = value + h
                above = loss(layers, X, y, lam)
                p[place] = value - h
                slope[place] = (above - loss(layers, X, y, lam)) / (2 * h)
                p[place] = value
    return gradient


CANDIDATES = {
    "nudges": nudges,
    "finer nudges": lambda layers, X, y, lam: nudges(layers, X, y, lam, 3e-6),
    "twice": lambda *given: [(2 * dW, 2 * db) for dW, db in nudges(*given)],
    "no biases": lambda *given: [(dW, 0 * db) for dW, db in nudges(*given)],
}


def ask(candidate, layers, X, y, lam):
    """The gradient that a candidate gives: a list of (dW, db).

    candidate: a name in CANDIDATES, a function, or the text of a function named gradient.
    """
    if isinstance(candidate, str) and candidate not in CANDIDATES:
        names = {"np": np, "nudges": nudges}
        exec(candidate, names)
        CANDIDATES[candidate] = names["gradient"]
    gradient = CANDIDATES[candidate] if isinstance(candidate, str) else candidate
    return [(np.array(dW), np.array(db)) for dW, db in gradient(layers, X, y, lam)]


RUNS = {
    "healthy": {
        "classes": 3,
        "steps": np.array([0, 1, 2, 4, 8, 16, 32, 64, 128]),
        "train": np.array([1.175, 1.006, 0.8813, 0.7081, 0.5148, 0.3562, 0.2623, 0.2238, 0.2011]),
        "test": np.array([1.23, 1.068, 0.9495, 0.7858, 0.6044, 0.4617, 0.3912, 0.377, 0.3856]),
        "gradient": np.array([0.5726, 0.4961, 0.4445, 0.3794, 0.2772, 0.1778, 0.0858, 0.0408, 0.0305]),
        "weights": np.array([4.176, 4.17, 4.171, 4.188, 4.241, 4.339, 4.462, 4.579, 4.69]),
        "silent": np.array([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
    },
    "step too large": {
        "classes": 3,
        "steps": np.array([0, 1, 2, 4, 8, 16, 32, 64, 128]),
        "train": np.array([1.105, 2.294, 17.24, 61.98, 1.626, 0.3393, 0.4595, 0.4123, 0.3577]),
        "test": np.array([1.153, 2.17, 20.03, 44.79, 2.002, 0.7296, 0.9636, 0.9945, 1.225]),
        "gradient": np.array([0.5163, 1.981, 5.631, 8.084, 0.7988, 0.1169, 0.1263, 0.0467, 0.1196]),
        "weights": np.array([3.792, 4.772, 12.07, 34.21, 48.18, 48.0, 48.23, 48.57, 49.04]),
        "silent": np.array([0.0, 0.0, 0.0, 0.0, 0.0625, 0.0625, 0.0625, 0.0625, 0.0625]),
    },
    "step too small": {
        "classes": 3,
        "steps": np.array([0, 1, 2, 4, 8, 16, 32, 64, 128]),
        "train": np.array([1.285, 1.285, 1.285, 1.285, 1.284, 1.282, 1.278, 1.271, 1.256]),
        "test": np.array([1.249, 1.248, 1.248, 1.248, 1.247, 1.245, 1.242, 1.235, 1.221]),
        "gradient": np.array([0.6168, 0.6166, 0.6165, 0.6162, 0.6168, 0.6158, 0.6133, 0.6092, 0.6027]),
        "weights": np.array([4.375, 4.375, 4.375, 4.375, 4.375, 4.375, 4.374, 4.374, 4.373]),
        "silent": np.array([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
    },
    "all weights 0": {
        "classes": 3,
        "steps": np.array([0, 1, 2, 4, 8, 16, 32, 64, 128]),
        "train": np.array([1.099, 1.099, 1.099, 1.099, 1.099, 1.099, 1.099, 1.099, 1.099]),
        "test": np.array([1.099, 1.099, 1.099, 1.099, 1.099, 1.099, 1.099, 1.099, 1.099]),
        "gradient": np.array([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
        "weights": np.array([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
        "silent": np.array([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]),
    },
    "dead units": {
        "classes": 3,
        "steps": np.array([0, 1, 2, 4, 8, 16, 32, 64, 128]),
        "train": np.array([1.099, 1.099, 1.099, 1.099, 1.099, 1.099, 1.099, 1.099, 1.099]),
        "test": np.array([1.099, 1.099, 1.099, 1.099, 1.099, 1.099, 1.099, 1.099, 1.099]),
        "gradient": np.array([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
        "weights": np.array([3.701, 3.701, 3.701, 3.701, 3.701, 3.701, 3.701, 3.701, 3.701]),
        "silent": np.array([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]),
    },
    "labels mixed up": {
        "classes": 3,
        "steps": np.array([0, 1, 2, 4, 8, 16, 32, 64, 128]),
        "train": np.array([1.319, 1.23, 1.193, 1.159, 1.129, 1.098, 1.069, 1.04, 1.007]),
        "test": np.array([1.377, 1.267, 1.212, 1.15, 1.092, 1.045, 1.023, 1.029, 1.063]),
        "gradient": np.array([0.3831, 0.2616, 0.2032, 0.1446, 0.1068, 0.0825, 0.0591, 0.0498, 0.0374]),
        "weights": np.array([4.506, 4.489, 4.478, 4.464, 4.444, 4.42, 4.398, 4.397, 4.462]),
        "silent": np.array([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
    },
    "too few samples": {
        "classes": 3,
        "steps": np.array([0, 1, 2, 4, 8, 16, 32, 64, 128]),
        "train": np.array([1.321, 0.9602, 0.7779, 0.5868, 0.3966, 0.1528, 0.0461, 0.0151, 0.0054]),
        "test": np.array([1.159, 0.9405, 0.8393, 0.7468, 0.6627, 0.577, 0.5475, 0.545, 0.555]),
        "gradient": np.array([0.8463, 0.5993, 0.4929, 0.3694, 0.2892, 0.2102, 0.0782, 0.0296, 0.0122]),
        "weights": np.array([4.157, 4.144, 4.148, 4.171, 4.227, 4.341, 4.483, 4.611, 4.72]),
        "silent": np.array([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
    },
}

# %% [markdown]
# ## 1 Train (7 points)
#
# A learner is worth what it does on points that it has not seen. Here is the whole of it in one function: the forward pass,
# backpropagation, and an optimiser of your choice.
#
# **Contract.** `fit(X, y, layers, epochs, seed)` takes points `X` of shape `(N, 2)`, labels `y` of shape `(N,)`, the layers of a network
# before training, a whole number `epochs` and a whole number `seed`. It returns the trained layers: a list of pairs `(W, b)` of the same
# shapes. It passes through all points `epochs` times at most, in one batch or in several (of 16 points or more: smaller ones take longer than the five seconds); with `epochs` 0 the layers come back as they were
# given. If you use random numbers, take them from `np.random.default_rng(seed)`. `X`, `y` and the given layers stay unchanged, and the same
# call gives the same again. Which way you take from the given layers to good ones is your affair: any optimiser will do.
#
# **Goal.** The loss (with $\lambda = 0$) on 400 *new* points of the same spiral is at most **0.35**. Guessing costs 0.69 with two classes,
# 1.1 with three. The hidden spirals have 2 to 4 arms (of four, opposite ones may share a label), up to 1.6 turns, any angle, 151 to 200 points; `epochs` is 400 or more; the networks
# have two or three hidden layers of 8 to 20 units. One point for each spiral that you bring to the goal.
#
# **Example.** For the spiral of the visible check our own `fit`, full batch with momentum, comes from a loss of 0.76 to 0.002 on new
# points.
#
# <details><summary>Hint 1: the idea</summary>
#
# Four steps, again and again: forward, keeping the output of every layer; `delta` at the scores; backwards layer by layer; a step. Check
# the gradient against `nudges` before you train. Plain descent will do if its step fits; with a step of 0.2 the longest spiral was out of
# its reach on all of 24 seeds, while with momentum 0.9 the same step was enough on all of them.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# With `A[0] = X` and `A[l + 1] = tanh(A[l] @ W + b)`, layer `l` has `dW = A[l].T @ delta`, shape `(inputs, outputs)`, and `db`, the sum of
# `delta` over the samples. On the way to the layer below, `delta` of shape `(N, outputs)` becomes `(N, inputs)`. Each `(W, b)` needs its
# own velocities.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# parameters = [...]                         # copies of all W and b
# velocities = [...]                         # zeros of the same shapes
# for _ in range(epochs):
#     A = [X]                                # forward
#     ...
#     delta = (... - ...) / N                # shape (N, C)
#     for l in reversed(range(len(layers))):
#         dW, db = ..., ...
#         delta = ...                        # before W changes
#         ...                                # the step
# return ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "fit", "locked": false, "schema_version": 3, "solution": true, "task": false}
def fit(X, y, layers, epochs, seed):
    """Return trained layers [(W, b), ...], shapes as given, after at most epochs passes.

    X, y and the given layers stay unchanged.
    """
    ### BEGIN SOLUTION
    layers = [(W.copy(), b.copy()) for W, b in layers]
    velocities = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    for _ in range(epochs):
        A = [X]
        for W, b in layers[:-1]:
            A.append(np.tanh(A[-1] @ W + b))
        S = scores(layers, X)
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X)
        for (W, b), velocity, a in zip(layers[::-1], velocities[::-1], A[::-1]):
            gradient = a.T @ delta, delta.sum(axis=0)
            delta = delta @ W.T * (1 - a ** 2)
            for p, v, g in zip((W, b), velocity, gradient):
                v += g - 0.1 * v
                p -= 0.2 * v
    return layers
    ### END SOLUTION
    raise NotImplementedError("next step: one forward pass that keeps the output of each layer")

# %% nbgrader={"grade": true, "grade_id": "fit-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# a spiral of two arms, one turn
rng = np.random.default_rng(800)
X, y = spiral(160, 2, 1.0, 0.5, rng)
X_new, y_new = spiral(400, 2, 1.0, 0.5, rng)
layers = start([2, 16, 16, 2], rng)
trained = [(np.array(W), np.array(b)) for W, b in fit(X, y, layers, 400, 0)]
shapes = [(W.shape, b.shape) for W, b in trained]
assert shapes == [((2, 16), (16,)), ((16, 16), (16,)), ((16, 2), (2,))], (
    "fit(X, y, layers, 400, 0) should return three pairs (W, b) with the shapes of those given: W of "
    "shape (inputs, outputs), b of shape (outputs,).")
assert all(np.isfinite(W).all() and np.isfinite(b).all() for W, b in trained), (
    "There are NaN or infinite numbers in the trained layers: the steps are too large, or go uphill.")
assert loss(trained, X, y) <= 0.35, (
    "loss(fit(X, y, layers, 400, 0), X, y) should be at most 0.35, on the very points of the training. "
    "Near 0.7 nothing was learned: compare your gradient with nudges(layers, X, y, 0.0), pair by pair. "
    "Above 1 the steps go uphill or are too large, or X was shuffled without y.")
assert loss(trained, X_new, y_new) <= 0.35, (
    "The loss on the new points X_new, y_new should be at most 0.35.")

# %% nbgrader={"grade": true, "grade_id": "fit-start_kept", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# another angle; the given layers stay as they were, and with 0 epochs they come back
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(801)
X, y = spiral(160, 2, 1.0, 2.5, rng)
X_new, y_new = spiral(400, 2, 1.0, 2.5, rng)
layers = start([2, 16, 16, 2], rng)
kept, X_kept, y_kept = [(W.copy(), b.copy()) for W, b in layers], X.copy(), y.copy()
none = fit(X, y, layers, 0, 1)
assert all(np.array_equal(W, V) and np.array_equal(b, c) for (W, b), (V, c) in zip(none, kept, strict=True)), (
    "With 0 epochs the layers come back as they were given. Do you count with the argument epochs, and begin at the given layers?")
first = [(np.array(W), np.array(b)) for W, b in fit(X, y, layers, 400, 1)]
assert all(np.array_equal(W, V) and np.array_equal(b, c) for (W, b), (V, c) in zip(layers, kept, strict=True)), (
    "fit changed the layers that it was given. W -= ... writes into the caller's array: train copies.")
assert np.array_equal(X, X_kept) and np.array_equal(y, y_kept), "fit changed X or y. Shuffle a list of row numbers, not the points."
assert loss(first, X_new, y_new) <= 0.35, (
    "The loss on new points is above the goal. Check your gradient against nudges(layers, X, y, 0.0), and your forward pass against scores: no tanh on "
    "the last layer.")
second = fit(X, y, layers, 400, 1)
same = [np.allclose(p, q, rtol=0, atol=1e-9) for one, other in zip(first, second, strict=True) for p, q in zip(one, other, strict=True)]
assert all(same), (
    "The same call gave other layers the second time. Random numbers come from np.random.default_rng(seed); nothing is left from before.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "fit-three_arms", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# three arms, three classes
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(802)
angle = rng.uniform(0, 2 * np.pi)
X, y = spiral(160, 3, 0.7, angle, rng)
X_new, y_new = spiral(400, 3, 0.7, angle, rng)
layers = start([2, 16, 16, 3], rng)
trained = [(np.array(W), np.array(b)) for W, b in fit(X, y, layers, 400, 802)]
assert [(W.shape, b.shape) for W, b in trained] == [(W.shape, b.shape) for W, b in layers], (
    "The layers that come back should have the shapes of those given.")
assert loss(trained, X_new, y_new) <= 0.35, (
    "With three classes the loss on new points is above the goal. Is the number of classes taken from the layers?")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "fit-opposite_arms", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# four arms, of which opposite ones have the same label
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(803)
angle = rng.uniform(0, 2 * np.pi)
X, arm = spiral(160, 4, 0.5, angle, rng)
X_new, arm_new = spiral(400, 4, 0.5, angle, rng)
y, y_new = arm % 2, arm_new % 2
layers = start([2, 16, 16, 2], rng)
trained = [(np.array(W), np.array(b)) for W, b in fit(X, y, layers, 500, 803)]
assert [(W.shape, b.shape) for W, b in trained] == [(W.shape, b.shape) for W, b in layers], (
    "The layers that come back should have the shapes of those given.")
assert loss(trained, X_new, y_new) <= 0.35, (
    "Points on opposite sides have the same label here, and the loss on new points is above the goal. Compare the loss on the points of "
    "the training. If it is far lower, the training overfits: larger batches or smaller steps. If it is high as well, do the biases learn?")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "fit-three_hidden_layers", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# three hidden layers, of different widths
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(804)
angle = rng.uniform(0, 2 * np.pi)
X, y = spiral(160, 2, 1.0, angle, rng)
X_new, y_new = spiral(400, 2, 1.0, angle, rng)
layers = start([2, 16, 8, 12, 2], rng)
trained = [(np.array(W), np.array(b)) for W, b in fit(X, y, layers, 400, 804)]
assert [(W.shape, b.shape) for W, b in trained] == [(W.shape, b.shape) for W, b in layers], (
    "The layers that come back should have the shapes of those given.")
assert loss(trained, X_new, y_new) <= 0.35, (
    "With three hidden layers the loss on new points is above the goal. Does delta pass through every layer?")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "fit-uneven", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# a number of points that no batch divides
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(805)
angle = rng.uniform(0, 2 * np.pi)
X, y = spiral(151, 2, 1.0, angle, rng)
X_new, y_new = spiral(400, 2, 1.0, angle, rng)
layers = start([2, 16, 16, 2], rng)
trained = [(np.array(W), np.array(b)) for W, b in fit(X, y, layers, 400, 805)]
assert [(W.shape, b.shape) for W, b in trained] == [(W.shape, b.shape) for W, b in layers], (
    "The layers that come back should have the shapes of those given.")
assert loss(trained, X_new, y_new) <= 0.35, (
    "With 151 points the loss on new points is above the goal. The last batch may be smaller than the others.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "fit-long", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the longest spiral, and more epochs
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(806)
angle = rng.uniform(0, 2 * np.pi)
X, y = spiral(200, 2, 1.6, angle, rng)
X_new, y_new = spiral(400, 2, 1.6, angle, rng)
layers = start([2, 20, 20, 2], rng)
trained = [(np.array(W), np.array(b)) for W, b in fit(X, y, layers, 500, 806)]
assert [(W.shape, b.shape) for W, b in trained] == [(W.shape, b.shape) for W, b in layers], (
    "The layers that come back should have the shapes of those given.")
assert loss(trained, X_new, y_new) <= 0.35, (
    "On the longest spiral the loss on new points is above the goal. If it still falls at the end, take larger steps, momentum or Adam.")
### END HIDDEN TESTS

# %% [markdown]
# ## 2 Judge other people's gradients (7 points)
#
# Now somebody else wrote the gradient, and you write the test. A test can be wrong in two ways: it lets a wrong gradient pass, or it
# refuses a right one.
#
# **Contract.** `accepts(candidate)` returns `True` if the candidate is right and `False` if it is wrong. Candidates are called through
# `ask(candidate, layers, X, y, lam)` only, which returns a list of `(dW, db)`, one pair for each layer. A candidate is **right** if for
# *all* layers, points, labels and $\lambda \ge 0$ it gives the gradient of `loss(layers, X, y, lam)`, each entry within $10^{-6} (1 + g)$
# where $g$ is the largest absolute entry; leaves its arguments unchanged; and gives the same when it is asked again. (All sizes of networks
# count, no hidden layer at all or several, one sample or many, as long as the numbers in `layers` are at most 10 and those in `X` at most 10,
# or 1000 without hidden layer. `nudges` counts as right, though its last digits are rough where large `X` meets very small weights.) Wrong candidates are wrong by far, in *some* of these cases. No candidate raises an error. The answer is the
# same each time.
#
# **Example.** `accepts("nudges")` and `accepts("finer nudges")` are `True`; `accepts("twice")` and `accepts("no biases")` are `False`.
#
# The hidden checks hold three right candidates in three styles and ten wrong ones. Each cell has one of the right ones and one or two of
# the wrong: its point is yours when you accept the one and refuse the others. So whoever refuses all, or accepts all, gets nothing.
#
# <details><summary>Hint 1: the idea</summary>
#
# Think of all the mistakes that you made in E6. Which network, batch, $\lambda$ would show each of them? Use several small cases, and
# compare with `nudges`. Large `X` is for networks without hidden layers and with weights of ordinary size: their loss is nearly straight
# there, so differences stay exact. Print the largest score: it should be some thousands, or nothing is tested. Behind a $\tanh$ even a nudge
# of `h` is a big one, if `X` is large. `np.exp` overflows from 710 on, and only upwards, so take twenty samples or more. And a comparison with
# NaN is always `False`.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# Both gradients are lists of pairs of arrays. Laid end to end they are two vectors:
# `np.concatenate([p.ravel() for pair in gradient for p in pair])`. Compare the largest absolute difference with $10^{-6}(1 + g)$.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# rng = np.random.default_rng(0)
# for sizes, N, size, lam in [...]:              # several cases
#     layers = [(rng.standard_normal(...), rng.standard_normal(...)) for ...]
#     X, y = ..., ...
#     ...                                        # keep copies of what must not change
#     expected = ...
#     for _ in range(2):                         # ask twice
#         found = ...
#         if not ...:
#             return False
# return True
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "accepts", "locked": false, "schema_version": 3, "solution": true, "task": false}
def accepts(candidate):
    """Return True if ask(candidate, layers, X, y, lam) is right in all cases, else False."""
    ### BEGIN SOLUTION
    def flat(pairs):
        return np.concatenate([p.ravel() for pair in pairs for p in pair])

    rng, widths = np.random.default_rng(0), range(2, 6)
    for sizes, N, size in [(widths, 6, 1), (widths, 1, 1), (widths[2:], 6, 1000)]:
        layers = [(rng.standard_normal((i, o)), rng.standard_normal(o)) for i, o in pairwise(sizes)]
        X, y = rng.uniform(-size, size, (N, sizes[0])), rng.integers(sizes[-1], size=N)
        before, expected = flat([*layers, (X, y)]), flat(nudges(layers, X, y, 0.3))
        for _ in range(2):
            error = flat(ask(candidate, layers, X, y, 0.3)) - expected
            if not np.linalg.norm(error) <= 1e-5 * (1 + np.linalg.norm(expected)):
                return False
        if not np.array_equal(flat([*layers, (X, y)]), before):
            return False
    return True
    ### END SOLUTION
    raise NotImplementedError("next step: make one small case and compare the candidate with nudges")

# %% nbgrader={"grade": true, "grade_id": "accepts-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# two right ones, two wrong ones
assert accepts("nudges"), (
    'accepts("nudges") should be True: it is the gradient by central differences. If your limit is far '
    "below 1e-6 (1 + g), you measure rounding.")
assert accepts("finer nudges"), (
    'accepts("finer nudges") should be True: another h changes only the last digits. Is your limit '
    "1e-6 (1 + g), with g the largest entry? Is large X never behind a tanh?")
assert not accepts("twice"), (
    'accepts("twice") should be False: all its entries are twice too large. Compare sizes, too.')
assert not accepts("no biases"), (
    'accepts("no biases") should be False: its bias gradients are 0. Compare dW and db of every layer.')

# %% nbgrader={"grade": true, "grade_id": "accepts-mean", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the mean over the samples
### BEGIN HIDDEN TESTS
def matrices(layers, X, y, lam):
    A = [X]
    for W, b in layers[:-1]:
        A.append(np.tanh(A[-1] @ W + b))
    S = A[-1] @ layers[-1][0] + layers[-1][1]
    P = np.exp(S - S.max(axis=1, keepdims=True))
    delta, answer = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X), []
    for (W, _), a in zip(layers[::-1], A[::-1]):
        answer.insert(0, (a.T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - a ** 2)
    return answer


def summed(layers, X, y, lam):
    return [(len(X) * dW + lam * W, len(X) * db) for (dW, db), (W, _) in zip(matrices(layers, X, y, 0), layers)]


def biases_averaged_twice(layers, X, y, lam):
    return [(dW, db / len(X)) for dW, db in matrices(layers, X, y, lam)]


assert accepts(matrices), (
    "A right gradient was refused. It may be written in any style, and differ from yours by rounding.")
assert not accepts(summed), (
    "A gradient was accepted that is not that of the mean over the samples. Try several samples.")
assert not accepts(biases_averaged_twice), (
    "A gradient was accepted whose biases are averaged once too often. Try several samples, and compare db too.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "accepts-depth", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# all layers of a deep network
### BEGIN HIDDEN TESTS
def sample_by_sample(layers, X, y, lam, slope_once=False):
    answer = [(lam * W, 0 * b) for W, b in layers]
    for x, label in zip(X, y):
        a = [x]
        for W, b in layers[:-1]:
            a.append(np.tanh(a[-1] @ W + b))
        p = np.exp(scores(layers, x[None])[0] - scores(layers, x[None]).max())
        delta = p / p.sum() - np.eye(len(p))[label]
        for k in range(len(layers) - 1, -1, -1):
            dW, db = answer[k]
            answer[k] = dW + np.outer(a[k], delta) / len(X), db + delta / len(X)
            delta = layers[k][0] @ delta * (1 if slope_once and k < len(layers) - 1 else 1 - a[k] ** 2)
    return answer


assert accepts(sample_by_sample), (
    "A right gradient was refused. It may be written in any style, and differ from yours by rounding.")
assert not accepts(lambda *given: sample_by_sample(*given, slope_once=True)), (
    "A gradient was accepted that is right with one hidden layer only. Try deeper networks.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "accepts-regulariser", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the regulariser
### BEGIN HIDDEN TESTS
def complex_nudges(layers, X, y, lam):
    layers = [(W + 0j, b + 0j) for W, b in layers]
    answer = [(0 * W.real, 0 * b.real) for W, b in layers]
    for parameters, slopes in zip(layers, answer):
        for p, slope in zip(parameters, slopes):
            for place in np.ndindex(p.shape):
                p[place] += 1e-30j
                slope[place] = loss(layers, X, y, lam).imag / 1e-30
                p[place] = p[place].real
    return answer


def forgotten(layers, X, y, lam):
    return complex_nudges(layers, X, y, 0)


def on_biases_too(layers, X, y, lam):
    return [(dW, db + lam * b) for (dW, db), (_, b) in zip(complex_nudges(layers, X, y, lam), layers)]


assert accepts(complex_nudges), (
    "A right gradient was refused. It may be written in any style, and differ from yours by rounding.")
assert not accepts(forgotten), (
    "A gradient was accepted that forgets the regulariser. Try lam > 0.")
assert not accepts(on_biases_too), (
    "A gradient was accepted that penalises the biases. Try lam > 0 and biases that are not 0.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "accepts-asked_again", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# what is left behind after a question
### BEGIN HIDDEN TESTS
def matrices(layers, X, y, lam):
    A = [X]
    for W, b in layers[:-1]:
        A.append(np.tanh(A[-1] @ W + b))
    S = A[-1] @ layers[-1][0] + layers[-1][1]
    P = np.exp(S - S.max(axis=1, keepdims=True))
    delta, answer = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X), []
    for (W, _), a in zip(layers[::-1], A[::-1]):
        answer.insert(0, (a.T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - a ** 2)
    return answer


def adds_up(layers, X, y, lam):
    asked.append([X.tobytes(), layers[0][0].tobytes()])
    return [(asked.count(asked[-1]) * dW, asked.count(asked[-1]) * db) for dW, db in matrices(layers, X, y, lam)]


def tidies_up(layers, X, y, lam):
    b = layers[-1][1]
    b -= b.mean()
    return matrices(layers, X, y, lam)


asked = []
assert accepts(matrices), (
    "A right gradient was refused. It may be written in any style, and differ from yours by rounding.")
assert not accepts(adds_up), (
    "A gradient was accepted that adds up over its calls. Ask twice.")
assert not accepts(tidies_up), (
    "A gradient was accepted that changes the layers it is given. Compare them with copies made before.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "accepts-one_sample", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# a single sample
### BEGIN HIDDEN TESTS
def sample_by_sample(layers, X, y, lam):
    answer = [(lam * W, 0 * b) for W, b in layers]
    for x, label in zip(X, y):
        a = [x]
        for W, b in layers[:-1]:
            a.append(np.tanh(a[-1] @ W + b))
        p = np.exp(scores(layers, x[None])[0] - scores(layers, x[None]).max())
        delta = p / p.sum() - np.eye(len(p))[label]
        for k in range(len(layers) - 1, -1, -1):
            dW, db = answer[k]
            answer[k] = dW + np.outer(a[k], delta) / len(X), db + delta / len(X)
            delta = layers[k][0] @ delta * (1 - a[k] ** 2)
    return answer


def at_least_two(layers, X, y, lam):
    share = len(X) / max(2, len(X))
    return [(share * dW + lam * W, share * db) for (dW, db), (W, _) in zip(sample_by_sample(layers, X, y, 0), layers)]


assert accepts(sample_by_sample), (
    "A right gradient was refused. It may be written in any style, and differ from yours by rounding.")
assert not accepts(at_least_two), (
    "A gradient was accepted that is wrong for a single sample. Try N = 1.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "accepts-large", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# large numbers
### BEGIN HIDDEN TESTS
def matrices(layers, X, y, lam, careful=True):
    A = [X]
    for W, b in layers[:-1]:
        A.append(np.tanh(A[-1] @ W + b))
    S = A[-1] @ layers[-1][0] + layers[-1][1]
    P = np.exp(S - careful * S.max(axis=1, keepdims=True))
    delta, answer = (P / P.sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]) / len(X), []
    for (W, _), a in zip(layers[::-1], A[::-1]):
        answer.insert(0, (a.T @ delta + lam * W, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - a ** 2)
    return answer


def clipped(*given):
    return [(np.minimum(dW, 5), np.minimum(db, 5)) for dW, db in matrices(*given)]


def overflowing(*given):
    with np.errstate(all="ignore"):
        return matrices(*given, careful=False)


assert accepts(matrices), (
    "A right gradient was refused. It may be written in any style, and differ from yours by rounding.")
assert not accepts(clipped), (
    "A gradient was accepted that cuts off large entries. Try large X; and does a difference below 0 count?")
assert not accepts(overflowing), (
    "A gradient was accepted that gives NaN for large scores. Try large X, and mind that comparisons with NaN are False.")
### END HIDDEN TESTS

# %% [markdown]
# ## 3 The diagnosis ward (4 points)
#
# A small ReLU network was trained by gradient descent with one thing wrong, or with nothing. You see only its chart.
#
# **Contract.** `diagnose(record)` takes a dictionary and returns one of seven names:
#
# | name | what you may rely on |
# |---|---|
# | `"healthy"` | training loss at the end below $0.4 \ln C$, test loss at most 8 times the training loss |
# | `"step too large"` | at some look the training loss is more than 1.5 times that of the start; it may come down again |
# | `"step too small"` | at the end the gradient is still more than 0.7 times that of the start, and not 0 |
# | `"all weights 0"` | all weights are 0 at the start, and so they stay |
# | `"dead units"` | the weights are not 0, and no hidden unit fires for any training sample, from the start on |
# | `"labels mixed up"` | training loss at the end above $0.6 \ln C$, gradient at most half that of the start |
# | `"too few samples"` | training loss at the end below $0.1 \ln C$, test loss more than 15 times the training loss |
#
# In all runs but `"step too large"` the training loss is never more than 1.2 times that of the start, and in all but the two with a wrong
# step the gradient at the end is at most half that of the start. The table's order is not the order to ask in: asked
# in the right order, no run fits two rows. All numbers are finite.
#
# The record holds `"classes"`, the number $C$ of classes, 2 to 5, and arrays of shape `(T,)`, one entry for each look: `"steps"` (after how
# many steps), `"train"` and `"test"` (losses, means in nats), `"gradient"` (the length of the gradient of the first layer's weights),
# `"weights"` (the length of these weights themselves) and `"silent"` (the share of hidden units that fire for no training sample). $T$
# differs from record to record. Nothing is changed in the record.
#
# **Example.** `RUNS` holds one record of each name, with $C = 3$: `diagnose(RUNS["dead units"])` is `"dead units"`. Guessing costs
# $\ln 3 = 1.0986$ there.
#
# <details><summary>Hint 1: the idea</summary>
#
# Print `RUNS` and look at each, with the table beside it. Ask first the questions with only one possible cause. A run with too large a step
# may end low, and so look like another.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# The looks run from `record["train"][0]` to `record["train"][-1]`. `np.log(record["classes"])` is what guessing costs.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# train, gradient = record["train"], record["gradient"]
# if ...:
#     return "all weights 0"
# if ...:
#     return "dead units"
# ...
# return "healthy"
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "diagnose", "locked": false, "schema_version": 3, "solution": true, "task": false}
def diagnose(record):
    """Return the name of what is wrong with a recorded run, or "healthy"."""
    ### BEGIN SOLUTION
    train, gradient = record["train"], record["gradient"]
    if record["weights"][0] == 0:
        return "all weights 0"
    if record["silent"][0] == 1:
        return "dead units"
    if train.max() > 1.3 * train[0]:
        return "step too large"
    if gradient[-1] > 0.6 * gradient[0]:
        return "step too small"
    if train[-1] > 0.5 * np.log(record["classes"]):
        return "labels mixed up"
    return "too few samples" if record["test"][-1] > 12 * train[-1] else "healthy"
    ### END SOLUTION
    raise NotImplementedError("next step: find the records whose weights are 0 at the start")

# %% nbgrader={"grade": true, "grade_id": "diagnose-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the records in RUNS
assert diagnose(RUNS["healthy"]) == "healthy", (
    'diagnose(RUNS["healthy"]) should be "healthy": some fault is seen where there is none.')
assert diagnose(RUNS["dead units"]) == "dead units", (
    'diagnose(RUNS["dead units"]) should be "dead units": all units are silent, but '
    "the weights are not 0.")
assert diagnose(RUNS["all weights 0"]) == "all weights 0", (
    'diagnose(RUNS["all weights 0"]) should be "all weights 0". Its units are silent too: look at the '
    "weights first.")
assert diagnose(RUNS["step too small"]) == "step too small", (
    'diagnose(RUNS["step too small"]) should be "step too small": the gradient has hardly changed.')
assert diagnose(RUNS["too few samples"]) == "too few samples", (
    'diagnose(RUNS["too few samples"]) should be "too few samples": compare test and training loss at '
    "the end.")
assert diagnose(RUNS["labels mixed up"]) == "labels mixed up", (
    'diagnose(RUNS["labels mixed up"]) should be "labels mixed up": the training loss stays high, '
    "though the gradient has become small.")
assert diagnose(RUNS["step too large"]) == "step too large", (
    'diagnose(RUNS["step too large"]) should be "step too large": look at the largest training loss, '
    "not at the last, and before you call a run healthy.")

# %% nbgrader={"grade": true, "grade_id": "diagnose-steps", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the step: too large, too small, healthy
### BEGIN HIDDEN TESTS
def patient(C, doublings, seed, lr, size):
    rng = np.random.default_rng(seed)
    y, y_new = np.arange(240) % C, np.arange(240) % C
    X, X_new = (2.2 * np.eye(8)[labels] + rng.standard_normal((len(labels), 8)) for labels in (y, y_new))
    W1, W2 = size * 0.35 * rng.standard_normal((8, 16)), size * 0.25 * rng.standard_normal((16, C))
    b1, b2 = np.zeros(16), np.zeros(C)
    steps, looks = [0] + [2 ** k for k in range(doublings + 1)], []
    for step in range(steps[-1] + 1):
        A = np.maximum(X @ W1 + b1, 0)
        S = A @ W2 + b2
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(C)[y]) / len(y)
        back = delta @ W2.T * (A > 0)
        if step in steps:
            losses = [loss([(W2, b2)], A, y), loss([(W2, b2)], np.maximum(X_new @ W1 + b1, 0), y_new)]
            looks.append([*losses, np.linalg.norm(X.T @ back), np.linalg.norm(W1), np.mean(A.max(axis=0) <= 0)])
        W1, b1, W2, b2 = W1 - lr * X.T @ back, b1 - lr * back.sum(axis=0), W2 - lr * A.T @ delta, b2 - lr * delta.sum(axis=0)
    names = ("train", "test", "gradient", "weights", "silent")
    return {"classes": C, "steps": np.array(steps)} | dict(zip(names, np.array(looks).T))


runs = [("step too large", 5, 7, 6, 1), ("step too small", 2, 9, 0.0002, 1), ("healthy", 2, 8, 0.2, 1), ("step too large", 2, 8, 6, 1),
        ("step too small", 5, 8, 0.0002, 1), ("healthy", 5, 7, 0.2, 1), ("step too large", 3, 7, 6, 1), ("step too small", 3, 6, 0.0002, 1),
        ("step too small", 4, 7, 0.0002, 0.4)]
for seed, (fault, C, doublings, lr, size) in enumerate(runs, 8307):
    assert diagnose(patient(C, doublings, seed, lr, size)) == fault, (
        "A run was misjudged. Too large a step shows at its worst look; too small a step in a gradient that stays, whatever the losses.")
assert diagnose(patient(2, 7, 8336, 0.8, 1)) == "healthy", (
    "A run was misjudged. Too large a step makes the loss 1.5 times as large as at the start; a healthy run may rise a little, too.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "diagnose-data", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the data: labels, number of samples, healthy
### BEGIN HIDDEN TESTS
def patient(C, doublings, seed, n, mixed, far):
    rng = np.random.default_rng(seed)
    y, y_new = np.arange(n) % C, np.arange(240) % C
    X, X_new = (far * np.eye(8)[labels] + rng.standard_normal((len(labels), 8)) for labels in (y, y_new))
    if mixed:
        y = rng.permutation(y)
    W1, W2, b1, b2 = 0.35 * rng.standard_normal((8, 16)), 0.25 * rng.standard_normal((16, C)), np.zeros(16), np.zeros(C)
    steps, looks = [0] + [2 ** k for k in range(doublings + 1)], []
    for step in range(steps[-1] + 1):
        A = np.maximum(X @ W1 + b1, 0)
        S = A @ W2 + b2
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(C)[y]) / len(y)
        back = delta @ W2.T * (A > 0)
        if step in steps:
            losses = [loss([(W2, b2)], A, y), loss([(W2, b2)], np.maximum(X_new @ W1 + b1, 0), y_new)]
            looks.append([*losses, np.linalg.norm(X.T @ back), np.linalg.norm(W1), np.mean(A.max(axis=0) <= 0)])
        W1, b1, W2, b2 = W1 - 0.2 * X.T @ back, b1 - 0.2 * back.sum(axis=0), W2 - 0.2 * A.T @ delta, b2 - 0.2 * delta.sum(axis=0)
    names = ("train", "test", "gradient", "weights", "silent")
    return {"classes": C, "steps": np.array(steps)} | dict(zip(names, np.array(looks).T))


runs = [("labels mixed up", 2, 7, 240, 2.2), ("too few samples", 5, 7, 20, 2.2), ("healthy", 3, 8, 240, 2.2),
        ("labels mixed up", 5, 8, 240, 2.2), ("too few samples", 2, 8, 8, 2.2), ("healthy", 2, 7, 240, 2.2),
        ("labels mixed up", 4, 8, 240, 2.2), ("too few samples", 3, 7, 12, 2.2), ("healthy", 5, 5, 240, 2.2),
        ("healthy", 4, 7, 240, 3), ("labels mixed up", 3, 7, 120, 2.2)]
for seed, (fault, C, doublings, n, far) in enumerate(runs, 8400):
    assert diagnose(patient(C, doublings, seed, n, fault == "labels mixed up", far)) == fault, (
        "A run was misjudged. What guessing costs depends on the number of classes; test and training loss are compared at the end.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "diagnose-network", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the network: weights 0, dead units, healthy
### BEGIN HIDDEN TESTS
def patient(C, doublings, seed, size, shift):
    rng = np.random.default_rng(seed)
    y, y_new = np.arange(240) % C, np.arange(240) % C
    X, X_new = (2.2 * np.eye(8)[labels] + rng.standard_normal((len(labels), 8)) for labels in (y, y_new))
    W1, W2 = size * 0.35 * rng.standard_normal((8, 16)), size * 0.25 * rng.standard_normal((16, C))
    b1, b2 = np.zeros(16) - shift, np.zeros(C)
    steps, looks = [0] + [2 ** k for k in range(doublings + 1)], []
    for step in range(steps[-1] + 1):
        A = np.maximum(X @ W1 + b1, 0)
        S = A @ W2 + b2
        P = np.exp(S - S.max(axis=1, keepdims=True))
        delta = (P / P.sum(axis=1, keepdims=True) - np.eye(C)[y]) / len(y)
        back = delta @ W2.T * (A > 0)
        if step in steps:
            losses = [loss([(W2, b2)], A, y), loss([(W2, b2)], np.maximum(X_new @ W1 + b1, 0), y_new)]
            looks.append([*losses, np.linalg.norm(X.T @ back), np.linalg.norm(W1), np.mean(A.max(axis=0) <= 0)])
        W1, b1, W2, b2 = W1 - 0.2 * X.T @ back, b1 - 0.2 * back.sum(axis=0), W2 - 0.2 * A.T @ delta, b2 - 0.2 * delta.sum(axis=0)
    names = ("train", "test", "gradient", "weights", "silent")
    return {"classes": C, "steps": np.array(steps)} | dict(zip(names, np.array(looks).T))


runs = [("all weights 0", 2, 5), ("dead units", 5, 6), ("healthy", 4, 8), ("all weights 0", 5, 6), ("dead units", 2, 5), ("healthy", 5, 8),
        ("dead units", 4, 5)]
for seed, (fault, C, doublings) in enumerate(runs, 8500):
    assert diagnose(patient(C, doublings, seed, fault != "all weights 0", 40 * (fault == "dead units"))) == fault, (
        "A run was misjudged. Weights of 0 and dead units both stop everything; only the weights tell them apart, whatever C and T are.")
### END HIDDEN TESTS

# %% [markdown]
# ## 4 One claim, backed by seeds (2 points, read by a person)
#
# Make **one claim** about optimisers or steps on our spirals, such as "momentum reaches the goal more often than plain descent with the
# same step", and back it with runs of your own: the same starts for both sides, at least **eight seeds**. Write one paragraph of at most
# 150 words in the cell below. You get
#
# - 1 point for a claim that your numbers support: what was compared, on how many seeds, and the spread (all values, or median and range),
#   not only the best;
# - 1 point for its limit: what was held fixed, and one thing that could turn the result round.
#
# Nobody is graded on which optimiser wins.

# %% [markdown] nbgrader={"grade": true, "grade_id": "essay", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# **A good answer.** On the spiral of 1.6 turns (200 points, network 2-16-16-2, full batch, step 0.2, 400 epochs) momentum 0.9 reaches the
# goal and plain descent does not: on 12 seeds, same start and points for both, the loss on 400 new points has median 0.04 (0.01 to 0.18)
# with momentum and 0.60 (0.53 to 0.66) without; 12 against 0 reach 0.35. Held fixed: step, epochs, spiral. With momentum 0.9 the effective
# step is ten times as large, so a larger step for plain descent, or more epochs, may well turn this round.
#
# **Marking.** 1 point: a claim with both sides named, at least eight seeds, and the spread; the numbers support it. 1 point: what was held
# fixed (step, epochs, spiral), and something that could turn it round (tuning the other side's step, another spiral). No points for a claim
# from one seed. Wins and losses count alike.

# %% [markdown]
# ## What you have now
#
# A network, its gradient and its training, all your own; a test that others have to pass; an eye for sick runs. Now let it read. This goes
# into a **new** cell below, which is not graded. There `course_lib` is at hand, as in the lectures:
#
# ```python
# from course_lib.datasets import digits
# from course_lib.notebook.canvas.digit import DigitCanvas
#
# X, y = digits()
# reader = fit(X[:1000], y[:1000], start([64, 32, 10], np.random.default_rng(0)), 300, 0)
# print((scores(reader, X[1000:]).argmax(axis=1) == y[1000:]).mean())
#
#
# def read(X):
#     P = np.exp(scores(reader, X))
#     return P / P.sum(axis=1, keepdims=True)
#
#
# DigitCanvas(read)
# ```
#
# It prints the share of 797 digits, which it has not seen, that it reads as their writers meant them. Then draw one with the mouse, and
# break it: small, in a corner, a 7 with a bar. You may leave the cell in when you hand in: `course_lib` is not there where answers are
# graded, and the cell costs nothing.
#
# **Sources.** D. E. Rumelhart, G. E. Hinton and R. J. Williams, *Learning representations by back-propagating errors*, 1986,
# [doi:10.1038/323533a0](https://doi.org/10.1038/323533a0). D. P. Kingma and J. Ba, *Adam*, 2015,
# [doi:10.48550/arXiv.1412.6980](https://doi.org/10.48550/arXiv.1412.6980). The spirals, candidates and runs are ours; the digits are those
# of L12.
