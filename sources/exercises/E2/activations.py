# %% [markdown]
# # E2 Collapse and activations
#
# You will fold a whole stack of linear layers into one, prove with two points that a bent network cannot be folded, test a claim about
# training, and build the bends themselves, right down to probabilities of $10^{-18}$. Lecture L02 is all you need. Plan two hours, and open a
# hint when you have been stuck for five minutes: nobody counts them.
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
# Samples are the rows of a matrix `X` of shape `(N, D)`. A **linear layer** with weights `W` of shape `(inputs, outputs)` and bias `b` of shape
# `(outputs,)` turns it into the **pre-activations** `Z = X @ W + b`. An **activation** $f$ works on each number of `Z` by itself; its
# **slope** at $z$ is $f'(z)$. Layers one after another are a **stack**: the outputs of one are the inputs of the next.
#
# Two rules hold in all eight questions. The arrays and lists that a function is given **stay as they were**: make new ones and never write into
# them. And the arrays **may hold whole numbers or fractions**. NumPy cuts off what you write behind the point into an array of whole numbers, one
# more reason to make new ones.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np

BENDS = {"none": lambda Z: Z, "tanh": np.tanh, "relu": lambda Z: np.maximum(Z, 0)}


def run(network, X):
    """Return the outputs, shape (N, C), of a network for the rows of X, shape (N, D).

    network is a list of layers (W, b, bend), where bend is "none", "tanh" or "relu".
    """
    for W, b, bend in network:
        X = BENDS[bend](X @ W + b)
    return X

# %% [markdown]
# ## 1 Fold the stack (3 points)
#
# Without activations any number of linear layers computes what one linear layer computes. Find that one.
#
# **Contract.** `collapse(weights, biases)` takes two lists of equal length, at least 1: the weights $W_1, \dots, W_L$ and the biases
# $b_1, \dots, b_L$ of a stack, first layer first. It returns a pair `(W, b)` of shapes `(inputs of the first, outputs of the last)` and
# `(outputs of the last,)`, such that `X @ W + b` gives what the stack gives, for every `X`.
#
# **Example.** Two layers with one unit each: $5\,(2x + 3) + 4 = 10x + 19$. The weights are multiplied; the $3$ has become a $15$ before
# the $4$ joins it.
#
# <details><summary>Hint 1: the idea</summary>
#
# Fold the second layer into the first, then the third into the result, and so on. What happens to a row $xW + b$ when it goes through one more
# layer?
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# So far `W` has shape `(D, K)` and `b` shape `(K,)`. The next layer has `V` of shape `(K, M)` and `c` of shape `(M,)`. Afterwards they must
# have shapes `(D, M)` and `(M,)`: both meet `V`, from the left, since rows go through layers from left to right.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# W, b = weights[0], biases[0]
# for V, c in zip(weights[1:], biases[1:]):
#     W, b = ..., ...
# return W, b
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "collapse", "locked": false, "schema_version": 3, "solution": true, "task": false}
def collapse(weights, biases):
    """Return (W, b) of the one linear layer that computes what the stack computes.

    weights: list of arrays (K_0, K_1), (K_1, K_2), ...; biases: list of arrays (K_1,), (K_2,), ...
    """
    ### BEGIN SOLUTION
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W, b = W @ V, b @ V + c
    return W, b
    ### END SOLUTION
    raise NotImplementedError("next step: fold two layers into one, then loop over the others")


# %% nbgrader={"grade": true, "grade_id": "collapse-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# two layers, by hand, in whole numbers
W1, b1 = np.array([[1, 0], [0, 1], [3, 1], [1, 2]]), np.array([4, 5])
W2, b2 = np.array([[2], [-1]]), np.array([6])
weights, biases = [W1, W2], [b1, b2]
answer = collapse(weights, biases)
assert isinstance(answer, (tuple, list)) and len(answer) == 2, (
    "collapse returns a pair: return W, b. Look at collapse([W1, W2], [b1, b2]).")
W, b = answer
assert np.shape(W) == (4, 1), (
    "From four inputs to one output: W should have shape (4, 1). (1, 4) is its transpose; here W has "
    "shape (inputs, outputs).")
assert np.shape(b) == (1,), (
    "There is one output, so b should have shape (1,). Is it still the bias of the first layer, or a "
    "sum with it? That bias has two numbers and goes through W2 before it meets the one of the second.")
assert np.allclose(W, [[2], [-1], [5], [0]], rtol=0, atol=1e-9), (
    "For W1 = [[1, 0], [0, 1], [3, 1], [1, 2]] and W2 = [[2], [-1]] the collapsed W should be "
    "[[2], [-1], [5], [0]]: the third input reaches the output as 3*2 + 1*(-1) = 5. Weights only: no "
    "bias belongs in W.")
assert np.allclose(b, [9], rtol=0, atol=1e-9), (
    "For b1 = [4, 5], b2 = [6] and W2 = [[2], [-1]] the collapsed b should be [9]: the 4 and the 5 go "
    "through the second layer too, 4*2 + 5*(-1) = 3, and then 6 is added.")
assert len(weights) == 2 and len(biases) == 2, (
    "After collapse(weights, biases) the caller's lists are changed. pop and reverse do that: loop "
    "over the lists instead.")
assert np.array_equal(W1[0], [1, 0]) and np.array_equal(b1, [4, 5]) and np.array_equal(b2, [6]), (
    "collapse changed the caller's arrays: c += ... writes into them. Make new ones: b = b @ V + c.")

# %% nbgrader={"grade": true, "grade_id": "collapse-weights", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# W, for any number of layers of any widths
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(201)
for depth in (1, 2, 3, 4, 5, 6):
    for widths in (rng.integers(1, 6, depth + 1), np.full(depth + 1, 3)):
        weights = [rng.integers(-3, 4, widths[i:i + 2]) / 2 for i in range(depth)]
        biases = [rng.integers(-3, 4, n) / 2 for n in widths[1:]]
        product = np.eye(widths[0])
        for V in weights:
            product = product @ V
        W, b = collapse(weights, biases)
        assert np.shape(W) == product.shape, "W should have one row for each input of the first layer, and one column for each output of the last."
        assert np.allclose(W, product, rtol=1e-12, atol=1e-12), (
            "W is not that of the stack. All layers take part, from a single one up to six, in the order in which the rows of X meet them; for square "
            "matrices a wrong order gives no error, only wrong numbers. Does it also run for a stack of a single layer?")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "collapse-bias", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# b, for any number of layers of any widths
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(202)
for depth in (1, 2, 3, 4, 5, 6):
    for widths in (rng.integers(1, 6, depth + 1), np.full(depth + 1, 3)):
        weights = [rng.integers(-3, 4, widths[i:i + 2]) / 2 for i in range(depth)]
        biases = [rng.integers(-3, 4, n) / 2 for n in widths[1:]]
        at_zero = np.zeros(widths[0])
        for V, c in zip(weights, biases, strict=True):
            at_zero = at_zero @ V + c
        W, b = collapse(weights, biases)
        assert np.shape(b) == at_zero.shape, "b should have one number for each output of the last layer."
        assert np.allclose(b, at_zero, rtol=1e-12, atol=1e-12), (
            "b is not that of the stack. Each bias goes through all the layers above its own, not only through the next one. What does the stack "
            "answer when x is 0?")
### END HIDDEN TESTS

# %% [markdown]
# ## 2 Two points that prove a bend (2 points)
#
# A network is affine exactly if it equals one linear layer. Looking at its weights rarely tells; looking at three of its values may. The set-up cell
# defines `run(network, X)`, which computes the outputs of a network for the rows of `X`.
#
# For two points $p, q$ with midpoint $m = (p + q)/2$ let the **gap** be the largest entry of $\left|f(m) - \tfrac12 (f(p) + f(q))\right|$, and
# the **size** the largest entry of $|f(p)|$, $|f(q)|$ and $|f(m)|$. The two points are a **witness** if
#
# $$\text{gap} > 10^{-6} \cdot \text{size}.$$
#
# An affine $f$ has gap 0, but in float64 it may come out as $10^{-16}$ times the size. Hence the factor.
#
# **Contract.** `affine_witness(network, low, high)` takes a network with $D$ inputs and any number of outputs, and the arrays `low` and `high`
# of shape `(D,)`, the corners of a box. It returns a witness `(p, q)`: two points of shape `(D,)` in the box, so that
# `low <= p`, `p <= high`, and the same for `q`. If the network is affine in the whole box it returns `None`. In the checks there is nothing
# between: either the network is affine in the box, or among 1000 random pairs of points of the box you can count on dozens of witnesses.
#
# **Example.** `[(np.array([[1]]), np.array([0]), "relu")]` is $f(x) = \max(x, 0)$. In the box from $-2$ to $4$ the points $-2$ and $4$ have
# midpoint $1$: $f(1) = 1$, but the mean of $f(-2) = 0$ and $f(4) = 4$ is $2$. The gap is 1, the size 4: a witness. In the box from 1 to 4
# there is none.

# %% [markdown]
# <details><summary>Hint 1: the idea</summary>
#
# Try many random pairs, and hand back one whose gap is wide enough for *its own* size. Say `None` only when all have been tried.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `rng = np.random.default_rng(0)` and `P = rng.uniform(low, high, (1000, len(low)))` give 1000 points in the box as rows of `P`; `Q` likewise.
# `run(network, P)` has shape `(1000, C)`. The gap of a pair is the maximum over its row: `.max(axis=1)`.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# P, Q = ..., ...
# at_p, at_q, at_m = run(network, P), run(network, Q), run(network, ...)
# gap = np.abs(...).max(axis=1)
# size = np.abs([at_p, at_q, at_m]).max(axis=(0, 2))
# for i in range(1000):
#     if ...:
#         return P[i], Q[i]
# return None
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "affine_witness", "locked": false, "schema_version": 3, "solution": true, "task": false}
def affine_witness(network, low, high):
    """Return two points (p, q) of the box with gap > 1e-6 size; None if the network is affine there.

    p, q: shape (D,); network: list of layers (W, b, bend), see run; low, high: shape (D,).
    """
    ### BEGIN SOLUTION
    P, Q = np.random.default_rng(0).uniform(low, high, (2, 1000, len(low)))
    at_p, at_q, at_m = run(network, P), run(network, Q), run(network, (P + Q) / 2)
    gap = np.abs(at_m - (at_p + at_q) / 2).max(axis=1)
    size = np.abs([at_p, at_q, at_m]).max(axis=(0, 2))
    above = gap - 1e-6 * size
    i = np.argmax(above)
    return (P[i], Q[i]) if above[i] > 0 else None
    ### END SOLUTION
    raise NotImplementedError("next step: draw many pairs of points, and compute the gap of each")


# %% nbgrader={"grade": true, "grade_id": "affine_witness-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# a ReLU with its corner in the box, and a network that is affine there
relu = [(np.array([[1]]), np.array([-2]), "relu")]          # f(x) = max(x - 2, 0)
answer = affine_witness(relu, np.array([0]), np.array([4]))
assert answer is not None, (
    "relu = [(np.array([[1]]), np.array([-2]), 'relu')] has a corner at 2, so "
    "affine_witness(relu, np.array([0]), np.array([4])) should find a witness, not None. Do many of "
    "your pairs lie on both sides of 2?")
assert isinstance(answer, (tuple, list)) and [np.shape(point) for point in answer] == [(1,), (1,)], (
    "A witness is a pair of points p, q, each of shape (1,) for one input. Look at "
    "affine_witness(relu, np.array([0]), np.array([4])). Midpoint and gap need not be returned.")
points = np.array(answer)
assert np.all(points >= 0) and np.all(points <= 4), (
    "affine_witness(relu, np.array([0]), np.array([4])) should stay in its box, here from 0 to 4.")
at_p, at_q, at_m = run(relu, np.array([points[0], points[1], points.mean(axis=0)]))[:, 0]
assert abs(at_m - (at_p + at_q) / 2) > 1e-6 * max(at_p, at_q, at_m), (
    "For your p and q the value at the midpoint is the mean of the two values: that proves nothing. "
    "Is the midpoint (p + q) / 2, and is its value compared with half the sum?")
straight = [(np.array([[1, 2], [0, 1]]), np.array([3, 1]), "none")]
assert affine_witness(straight, np.array([-1, -1]), np.array([1, 1])) is None, (
    "straight = [(np.array([[1, 2], [0, 1]]), np.array([3, 1]), 'none')] is affine: "
    "affine_witness(straight, np.array([-1, -1]), np.array([1, 1])) should be None. An affine "
    "function need not be 0 at 0, so f(p + q) need not be f(p) + f(q); and in float64 its gap is only "
    "nearly 0.")

# %% nbgrader={"grade": true, "grade_id": "affine_witness-bent_or_not", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# a true witness for every network that bends in its box, and None for every other one
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(203)
one, two = np.ones((1, 1)), np.array([[1.0, -1.0]])
def layer(m, n, bend):
    return rng.standard_normal((m, n)), rng.standard_normal(n), bend
bent = [
    ([layer(3, 8, "tanh"), layer(8, 2, "none")], np.full(3, -3.0), np.full(3, 3.0)),
    ([layer(4, 12, "relu"), layer(12, 6, "tanh"), layer(6, 1, "none")], np.full(4, -2), np.full(4, 2)),
    ([(one, np.zeros(1), "tanh")], np.array([-2.0]), np.array([2.0])),
    ([(one, np.array([-11.0]), "relu")], np.array([10.0]), np.array([12.0])),
    ([(one, np.array([-0.95]), "relu")], np.array([0.0]), np.array([1.0])),
    ([(np.array([[-1.0]]), np.array([0.05]), "relu"), (one, one[0], "none")], np.array([0.0]), np.array([1.0])),
    ([(two, np.zeros(2), "relu"), (np.array([[1.0, 2.0], [-1.0, 3.0]]), np.zeros(2), "none")], np.array([-1.0]), np.array([2.0])),
    ([layer(2, 5, "tanh"), (1e-9 * rng.standard_normal((5, 1)), np.zeros(1), "none")], np.array([-3.0, -2.0]), np.array([3.0, 2.0])),
    ([layer(2, 5, "tanh"), (1e9 * rng.standard_normal((5, 1)), np.zeros(1), "none")], np.array([-3.0, -2.0]), np.array([3.0, 2.0])),
]
for network, low, high in bent:
    answer = affine_witness(network, low, high)
    assert answer is not None, (
        "A network that bends in its box got None. Look at all outputs, at many random pairs (for tanh a pair p, -p shows nothing), draw the points "
        "in the box that you are given, and measure the gap against the size: some networks give very small numbers.")
    points = np.array(answer, dtype=float)
    assert points.shape == (2, len(low)), "A witness is a pair of points, each of shape (D,)."
    assert np.all(points >= low) and np.all(points <= high), "Both points should lie in the box."
    values = run(network, np.array([points[0], points[1], points[0] / 2 + points[1] / 2]))
    assert np.abs(values[2] - (values[0] + values[1]) / 2).max() > 0.9e-6 * np.abs(values).max(), "The gap of a returned pair is not wide enough for its own size."
affine = [
    ([layer(3, 7, "none"), layer(7, 5, "none"), layer(5, 2, "none")], np.full(3, -5.0), np.full(3, 5.0)),
    ([layer(2, 6, "none"), (1e9 * rng.standard_normal((6, 1)), np.ones(1), "none")], np.full(2, -5.0), np.full(2, 5.0)),
    ([(one / 3, np.array([0.1]), "relu"), layer(1, 3, "none")], np.array([0.0]), np.array([7.0])),
    ([(two / 3, np.zeros(2), "relu"), (np.array([[0.7], [-0.7]]), np.array([0.3]), "none")], np.array([-3.0]), np.array([2.0])),
    ([(np.zeros((2, 3)), np.zeros(3), "tanh")], np.full(2, -1.0), np.full(2, 1.0)),
]
for network, low, high in affine:
    assert affine_witness(network, low, high) is None, (
        "A network that is affine in its box got a witness. In float64 its gap is not exactly 0: compare with 1e-6 times the size. What happens "
        "outside the box does not count.")
### END HIDDEN TESTS

# %% [markdown]
# ## 3 Test a claim: "just a Linear Regression" (2 points)
#
# The slides that this course grew from say that without activations a network "is just a Linear Regression". Question 1 supports it: the
# functions are the same. L02 found it too strong: two layers are *trained* on a loss of another form. Here you prove that for any number of
# inputs and outputs.
#
# Let `X @ M` be the right answers, leave out the biases, and let the loss say how far the weights are from `M`, summed over all entries: for
# one layer and for two
#
# $$\ell(W) = \sum (W - M)^2, \qquad \ell(W_1, W_2) = \sum (W_1 W_2 - M)^2 .$$
#
# The best possible loss is 0 for both, and a place where it is reached is a **best minimum**. One layer has a single best minimum here, $W = M$. A
# linear regression on few samples may have many, but if its best loss is 0, the midpoint of two of them is always one too: if `X @ W` and
# `X @ V` are both right, so is `X @ (W + V) / 2`. So one counterexample is enough:
# **two best minima of two layers with a bad midpoint**.
#
# **Contract.** `two_minima(M)` takes `M` of shape `(D, C)`, not all 0. It returns two pairs `((W1, W2), (V1, V2))`, where `W1` and `V1` have
# shape `(D, C)` and `W2` and `V2` have shape `(C, C)`, such that $\ell(W_1, W_2) = \ell(V_1, V_2) = 0$ up to rounding (every entry of the
# product is off by at most $10^{-9}$ times the largest $|M|$), but the midpoint
# $\left(\tfrac12(W_1 + V_1), \tfrac12(W_2 + V_2)\right)$ has a loss of at least a quarter of $\sum M^2$. Any such pairs are right.
#
# **Example.** For the $1 \times 1$ matrix $M = (1)$ this is the picture of L02, section 4: $w_1 w_2 = 1$ has two branches. The pairs
# $(4, \frac14)$ and $(\frac14, 4)$ are best minima; in the midpoint $(\frac{17}{8}, \frac{17}{8})$ the loss is
# $\left(\frac{289}{64} - 1\right)^2 \approx 12.4$.
#
# <details><summary>Hint 1: the idea</summary>
#
# The first pair can be as simple as you like. Which change to both layers leaves their product as it is? The saddle of L02 lies half way
# between the two branches.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `(D, C) @ (C, C)` gives `(D, C)`. `np.eye(C)` is the matrix of shape `(C, C)` that changes nothing: `M @ np.eye(C)` is `M`. Here `C` is
# `M.shape[1]`.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# W1, W2 = M, ...
# V1, V2 = ..., ...              # other factors, the same product
# return (W1, W2), (V1, V2)
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "two_minima", "locked": false, "schema_version": 3, "solution": true, "task": false}
def two_minima(M):
    """Return ((W1, W2), (V1, V2)) with W1 @ W2 = V1 @ V2 = M and a midpoint of high loss.

    M: shape (D, C), not all 0; W1, V1: shape (D, C); W2, V2: shape (C, C).
    """
    ### BEGIN SOLUTION
    eye = np.eye(M.shape[1])
    return (M, eye), (-M, -eye)
    ### END SOLUTION
    raise NotImplementedError("next step: find one pair of factors of M, then another one far from it")


# %% nbgrader={"grade": true, "grade_id": "two_minima-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# one matrix of shape (2, 2)
M = np.array([[1, 2], [3, 4]])
answer = two_minima(M)
assert isinstance(answer, (tuple, list)) and [len(pair) for pair in answer] == [2, 2], (
    "two_minima returns two pairs: return (W1, W2), (V1, V2). "
    "Look at two_minima(np.array([[1, 2], [3, 4]])).")
assert [np.shape(part) for pair in answer for part in pair] == [(2, 2)] * 4, (
    "For M of shape (2, 2) all four matrices have shape (2, 2); a single number is no layer.")
(W1, W2), (V1, V2) = (tuple(np.array(part, dtype=float) for part in pair) for pair in answer)
assert np.allclose(W1 @ W2, M, rtol=0, atol=4e-9), (
    "W1 @ W2 should be M (matrix product: rows of X go through W1 first).")
assert np.allclose(V1 @ V2, M, rtol=0, atol=4e-9), (
    "V1 @ V2 should be M as well, or the second pair is no best minimum. Two minus signs cancel, one "
    "does not; a factor 2 in one layer needs 1/2 in the other.")
middle = (W1 + V1) / 2 @ ((W2 + V2) / 2)
assert np.sum((middle - M) ** 2) >= np.sum(M ** 2) / 4, (
    "The midpoint of your two pairs is too good. In a new cell compute "
    "(W1 + V1) / 2 @ ((W2 + V2) / 2): it should be far from M, so the pairs must lie far apart.")
assert np.array_equal(M, [[1, 2], [3, 4]]), "two_minima changed M: make new arrays, such as -M."

# %% nbgrader={"grade": true, "grade_id": "two_minima-any_matrix", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# matrices of any shape and size
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(204)
for D, C, scale in [(1, 1, 1.0), (3, 2, 1.0), (2, 4, 1.0), (1, 5, 1.0), (5, 1, 1.0), (4, 4, 1.0), (3, 3, 1e-3), (2, 3, 1e3), (6, 2, 1e6)]:
    rows, shift = rng.standard_normal((D, C)), np.eye(D, C)
    for M in (scale * rows, scale * shift, scale * (rows > 0) + scale * shift, np.ones((D, C), dtype=int)):
        (W1, W2), (V1, V2) = (tuple(np.array(part, dtype=float) for part in pair) for pair in two_minima(M.copy()))
        assert (W1.shape, W2.shape, V1.shape, V2.shape) == ((D, C), (C, C), (D, C), (C, C)), "The first layer of each pair has the shape of M, the second is square: (C, C)."
        for product in (W1 @ W2, V1 @ V2):
            assert np.allclose(product, M, rtol=0, atol=1e-9 * np.abs(M).max()), "Both products should be M, for any M: tall, wide, of low rank, with large or small entries."
        middle = (W1 + V1) / 2 @ ((W2 + V2) / 2)
        assert np.sum((middle - M) ** 2) >= np.sum(M.astype(float) ** 2) / 4 * (1 - 1e-9), (
            "For some M the midpoint is too good. Is the way between your two pairs as long for the identity, for small entries and for large ones?")
### END HIDDEN TESTS

# %% [markdown]
# ## 4 Five activations (3 points)
#
# So a bend must stand between the layers. Here are five, three of them with a parameter $c > 0$ that L02 kept fixed:
#
# | name | value | $c$ |
# |:--|:--|:--|
# | `"tanh"` | $\tanh z$ | is not used |
# | `"relu"` | $z$ if $z > 0$, else $0$ | is not used |
# | `"leaky_relu"` | $z$ if $z > 0$, else $c\,z$ | slope on the left; it may be greater than 1 |
# | `"elu"` | $z$ if $z > 0$, else $c\,(e^z - 1)$ | minus the limit on the left |
# | `"softplus"` | $\frac1c \ln(1 + e^{c z})$ | sharpness: the larger $c$ is, the nearer it comes to ReLU |
#
# **Contract.** `activation(name, z, c)` takes one of the five names, an array `z` of any shape, and a number `c > 0`. It returns an array of
# the shape of `z` with the activation of each entry, right to $10^{-12}$ (relative, if the value is larger than 1), for all $z$ from $-1000$
# to $1000$. Softplus is right for all $c z$ from $-1000$ to $1000$, and from $c z = -700$ on its *relative* error is at most $10^{-12}$,
# however small the value is.
#
# **Example.** `activation("leaky_relu", np.array([-2, 0, 3]), 0.5)` is $(-1, 0, 3)$; `activation("elu", ..., 1)` of the same `z` is
# $(-0.8647, 0, 3)$; `activation("softplus", ..., 1)` is $(0.1269, 0.6931, 3.0486)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# One `if name == ...` for each activation. Where a formula has two cases, compute both for all entries and let `np.where` choose, or bring the
# entries of the other side to 0 first.
#
# </details>
#
# <details><summary>Hint 2: the tools</summary>
#
# `np.where(z > 0, on_the_right, on_the_left)` chooses entry by entry and returns a new array. `np.logaddexp(s, t)` is
# $\ln(e^s + e^t)$, computed without overflow and with all digits; and $1 = e^0$. Multiplying an infinite number by 0 gives `nan`.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# if name == "tanh":
#     return ...
# if name == "relu":
#     return ...
# if name == "leaky_relu":
#     return np.where(z > 0, ..., ...)
# if name == "elu":
#     return np.where(z > 0, ..., ...)
# if name == "softplus":
#     return np.logaddexp(..., ...) / ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "activation", "locked": false, "schema_version": 3, "solution": true, "task": false}
def activation(name, z, c):
    """Return the activation of that name of each entry of z, in the shape of z; c > 0 is its parameter.

    "tanh", "relu", "leaky_relu" (slope c on the left), "elu" (limit -c), "softplus" (sharpness c).
    """
    ### BEGIN SOLUTION
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, c * z)
    if name == "elu":
        return np.where(z > 0, z, c * np.expm1(np.minimum(z, 0)))
    if name == "softplus":
        return np.logaddexp(0, c * z) / c
    ### END SOLUTION
    raise NotImplementedError("next step: one case for each of the five names")


# %% nbgrader={"grade": true, "grade_id": "activation-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# five activations of six numbers, which are whole
z = np.array([[-2, 0, 3], [1, -1, 2]])
for name in ("tanh", "relu", "leaky_relu", "elu", "softplus"):
    a = activation(name, z, 1)
    assert isinstance(a, np.ndarray) and a.shape == (2, 3), (
        "activation(name, z, 1) should return an array of the shape of z, here (2, 3), for each of the "
        "five names: no list, and no single number.")
    assert np.array_equal(z, [[-2, 0, 3], [1, -1, 2]]), (
        "activation changed z. z[z < 0] = ... and z *= ... write into the array of your caller: "
        "use np.where, which makes a new one.")
expected = [-0.9640275800758169, 0, 0.9950547536867305]
assert np.allclose(activation("tanh", z, 1)[0], expected, rtol=0, atol=1e-12), (
    "activation('tanh', z, 1) should be np.tanh of each entry.")
assert np.array_equal(activation("relu", z, 1), [[0, 0, 3], [1, 0, 2]]), (
    "activation('relu', z, 1) should keep what is positive, and make the rest 0.")
assert np.array_equal(activation("leaky_relu", z, 0.5), [[-1, 0, 3], [1, -0.5, 2]]), (
    "activation('leaky_relu', z, 0.5) should multiply the negative entries by 0.5, no others. The "
    "slope is c, not always 0.1 or 0.01; and z may be whole while -0.5 is not.")
expected = [-0.8646647167633873, 0, 3]
assert np.allclose(activation("elu", z, 1)[0], expected, rtol=0, atol=1e-12), (
    "activation('elu', np.array([-2, 0, 3]), 1) should be e^-2 - 1 = -0.8647, then 0, then 3 itself.")
expected = [0.12692801104297263, np.log(2), 3.048587351573742]
assert np.allclose(activation("softplus", z, 1)[0], expected, rtol=0, atol=1e-12), (
    "activation('softplus', np.array([-2, 0, 3]), 1) should be 0.1269, ln 2 = 0.6931, 3.0486.")

# %% nbgrader={"grade": true, "grade_id": "activation-any_c", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# leaky ReLU, ELU and softplus for any c
### BEGIN HIDDEN TESTS
z = np.random.default_rng(205).uniform(-6, 6, 60)
z = np.append(z, 0.0)
for c in (0.01, 0.3, 1, 2, 5.0):
    left = np.where(z > 0, 0, z)
    assert np.allclose(activation("leaky_relu", z.copy(), c), np.where(z > 0, z, c * z), rtol=1e-12, atol=1e-12), (
        "Leaky ReLU has the slope c on the left for every c > 0. The checkpoint of L02, section 5, shows where a shorter formula fails.")
    assert np.allclose(activation("elu", z.copy(), c), np.where(z > 0, z, c * (np.exp(left) - 1)), rtol=1e-12, atol=1e-12), (
        "ELU is z on the right and c (e^z - 1) on the left, for every c > 0: the factor belongs to the bracket, not to the exponent and not to the "
        "right side.")
    assert np.allclose(activation("softplus", z.copy(), c), np.log(1 + np.exp(c * z)) / c, rtol=1e-12, atol=1e-12), (
        "Softplus has its c twice: in the exponent, and as 1/c before the logarithm.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "activation-far_out", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# far out to the left and to the right
### BEGIN HIDDEN TESTS
t = np.array([-700.0, -350.0, -100.0, -50.0, -36.0, -20.0, -5.0])
assert np.allclose(activation("softplus", np.array([-50.0, -20.0]), 1), [1.9287498479639178e-22, 2.061153620314381e-09], rtol=1e-12, atol=0), (
    "Far to the left softplus is tiny, but not 0: the sum 1 + e^(cz) loses the digits that matter. See Hint 2.")
for c in (0.25, 1, 4.0, 1e-6, 1e6):
    exact = np.exp(t) * (1 - np.exp(t) / 2 + np.exp(2 * t) / 3 - np.exp(3 * t) / 4 + np.exp(4 * t) / 5 - np.exp(5 * t) / 6) / c
    assert np.allclose(activation("softplus", t / c, c), exact, rtol=1e-12, atol=0), (
        "Far to the left softplus is tiny, but not 0, and it should be right to 12 digits.")
    assert np.allclose(activation("softplus", -t[:-1] / c, c), -t[:-1] / c + exact[:-1], rtol=1e-12, atol=0), (
        "Far to the right softplus is close to z. It should never be infinite or nan, nor cut off.")
z = np.array([-1000.0, -100.0, 100.0, 1000.0])
for c in (0.5, 1, 2.0):
    assert np.allclose(activation("softplus", z / c, c), np.maximum(z, 0) / c, rtol=1e-12, atol=1e-12), "Softplus should be finite for all c z from -1000 to 1000."
    assert np.allclose(activation("elu", z.copy(), c), [-c, -c, 100, 1000], rtol=1e-12, atol=1e-12), (
        "ELU should be z far to the right, and -c far to the left. If it is nan or infinite at 1000, then e^z has overflowed where it is not needed.")
assert np.allclose(activation("leaky_relu", z.copy(), 0.5), [-500, -50, 100, 1000], rtol=1e-12, atol=0), "Leaky ReLU never saturates: nothing may be cut off."
assert np.array_equal(activation("relu", z.copy(), 1), [0, 0, 100, 1000]), "ReLU never saturates on the right: nothing may be cut off."
assert np.allclose(activation("tanh", z.copy(), 1), [-1, -1, 1, 1], rtol=0, atol=1e-12), "Far out tanh is -1 or 1, never nan."
### END HIDDEN TESTS

# %% [markdown]
# ## 5 And their slopes (4 points)
#
# Training walks along slopes, so it needs them exactly. At a corner there is no slope, only one from the left and one from the right. In this
# set **the slope at $z = 0$ is the one from the left**, for all five.
#
# **Contract.** `derivative(name, z, c)` takes the same as `activation`: `z` holds the **pre-activations**, not the activations. It returns an
# array of the shape of `z` with the slope of each entry, right to $10^{-12}$ (relative, if the value is larger than 1), for all $z$ from
# $-1000$ to $1000$, with softplus for all $c z$ from $-1000$ to $1000$. At $z = 0$ it is the slope from the left.
#
# **Example.** `derivative("leaky_relu", np.array([-2, 1]), 0.5)` is $(0.5, 1)$; `derivative("elu", ..., 1)` of the same `z` is
# $(0.1353, 1)$; `derivative("tanh", ..., 1)` is $(0.0707, 0.4200)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# Write down each slope on paper, left and right of 0, with $c$ in its place. L02, section 5, has the slopes of tanh, ReLU and
# softplus, some in terms of $a = f(z)$: then compute $a$ first. Those of leaky ReLU and ELU on the left you find by differentiating the table above. Softplus with sharpness $c$ is $\frac1c\,g(c z)$, where $g$ is the lecture's softplus: the same curve,
# drawn $c$ times smaller in *both* directions. What does that do to its slopes?
#
# </details>
#
# <details><summary>Hint 2: the corner and the far ends</summary>
#
# At $z = 0$ both cases of a formula are at hand, so choose the left one: is 0 on the side of `z > 0`? For softplus the sigmoid comes back, of
# $c z$. At 1000 compute it by an exponential of a negative number, or by one that may overflow harmlessly: $1/\infty = 0$, but
# $\infty/\infty$ is `nan`.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# if name == "tanh":
#     return ...
# if name == "relu":
#     return np.where(..., 1.0, ...)
# if name == "leaky_relu":
#     return np.where(..., 1.0, ...)
# if name == "elu":
#     return np.where(..., 1.0, ...)
# if name == "softplus":
#     return ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "derivative", "locked": false, "schema_version": 3, "solution": true, "task": false}
def derivative(name, z, c):
    """Return the slope of that activation at each entry of z, in the shape of z.

    At 0 it is the slope from the left. z: pre-activations; names and c > 0 as in activation.
    """
    ### BEGIN SOLUTION
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, c)
    if name == "elu":
        return np.where(z > 0, 1.0, c * np.exp(np.minimum(z, 0)))
    if name == "softplus":
        return (1 + np.tanh(c * z / 2)) / 2
    ### END SOLUTION
    raise NotImplementedError("next step: one slope for each of the five names")


# %% nbgrader={"grade": true, "grade_id": "derivative-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# slopes away from the corner, for whole numbers
z = np.array([[-2, 1, 3], [2, -1, -3]])
for name in ("tanh", "relu", "leaky_relu", "elu", "softplus"):
    slope = derivative(name, z, 1)
    assert isinstance(slope, np.ndarray) and slope.shape == (2, 3), (
        "derivative(name, z, 1) should return an array of the shape of z, here (2, 3), for each of the "
        "five names: no list, and no single number.")
    assert np.array_equal(z, [[-2, 1, 3], [2, -1, -3]]), (
        "derivative changed z. z[z > 0] = 1 writes into the array of your caller: use np.where.")
expected = [0.07065082485316, 0.41997434161403, 0.00986603716544]
assert np.allclose(derivative("tanh", z, 1)[0], expected, rtol=0, atol=1e-12), (
    "derivative('tanh', np.array([-2, 1, 3]), 1) should be 0.0707, 0.4200, 0.0099. It is 1 - a^2 with "
    "a = tanh(z): z is the pre-activation, so 1 - z^2 is something else. If your numbers agree with "
    "these, they are right to fewer than 12 digits: two nearby values are too rough.")
assert np.array_equal(derivative("relu", z, 1), [[0, 1, 1], [1, 0, 0]]), (
    "derivative('relu', z, 1) should be 1 where z is positive, and 0 where it is negative.")
assert np.array_equal(derivative("leaky_relu", z, 0.5), [[0.5, 1, 1], [1, 0.5, 0.5]]), (
    "derivative('leaky_relu', z, 0.5) should be 1 where z is positive and 0.5 where it is negative. If "
    "you see 0 there: an array of whole numbers, such as np.ones_like(z), cuts 0.5 off.")
expected = [0.1353352832366127, 1, 1]
assert np.allclose(derivative("elu", z, 1)[0], expected, rtol=0, atol=1e-12), (
    "derivative('elu', np.array([-2, 1, 3]), 1) should be e^-2 = 0.1353 on the left, and 1 on the "
    "right. In terms of a it is a + 1, but z is not a.")
expected = [0.11920292202211755, 0.7310585786300049, 0.9525741268224334]
assert np.allclose(derivative("softplus", z, 1)[0], expected, rtol=0, atol=1e-12), (
    "derivative('softplus', np.array([-2, 1, 3]), 1) should be the sigmoid of z: 0.1192, 0.7311, "
    "0.9526.")

# %% nbgrader={"grade": true, "grade_id": "derivative-any_c", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# leaky ReLU, ELU and softplus for any c
### BEGIN HIDDEN TESTS
z = np.random.default_rng(206).uniform(-6, 6, 60)
for c in (0.01, 0.3, 1, 2, 5.0):
    left = np.where(z > 0, 0, z)
    assert np.allclose(derivative("leaky_relu", z.copy(), c), np.where(z > 0, 1, c), rtol=1e-12, atol=1e-12), "Leaky ReLU has the slope c on the left, for every c > 0."
    assert np.allclose(derivative("elu", z.copy(), c), np.where(z > 0, 1, c * np.exp(left)), rtol=1e-12, atol=1e-12), (
        "On the left the slope of c (e^z - 1) has the factor c. In terms of a = c (e^z - 1), it is what has to be added to a?")
    assert np.allclose(derivative("softplus", z.copy(), c), 1 / (1 + np.exp(-c * z)), rtol=1e-12, atol=1e-12), (
        "Softplus with sharpness c is the lecture's softplus, drawn c times smaller in both directions. That changes no slope, but the place where it is met.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "derivative-at_zero", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# at 0 the slope from the left
### BEGIN HIDDEN TESTS
zeros = np.zeros(3)
for c in (0.1, 0.5, 1, 3.0):
    assert np.allclose(derivative("relu", zeros.copy(), c), 0, rtol=0, atol=1e-12), "At z = 0 the slope of ReLU should be that from the left."
    assert np.allclose(derivative("leaky_relu", zeros.copy(), c), c, rtol=0, atol=1e-12), "At z = 0 the slope of leaky ReLU should be that from the left."
    assert np.allclose(derivative("elu", zeros.copy(), c), c, rtol=0, atol=1e-12), "At z = 0 the slope of ELU should be that from the left: what is it just below 0?"
assert np.allclose(derivative("tanh", zeros.copy(), 1), 1, rtol=0, atol=1e-12), "At z = 0 tanh has the slope 1."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "derivative-far_out", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# far out to the left and to the right
### BEGIN HIDDEN TESTS
z = np.array([-1000.0, -800.0, -40.0, 40.0, 800.0, 1000.0])
for c in (0.5, 1, 4.0):
    assert np.allclose(derivative("softplus", z[[0, 1, 4, 5]] / c, c), [0, 0, 1, 1], rtol=0, atol=1e-12), (
        "The slope of softplus should be 0 far to the left and 1 far to the right. A nan comes from infinity divided by infinity.")
    assert np.allclose(derivative("elu", z.copy(), c), [0, 0, 0, 1, 1, 1], rtol=0, atol=1e-12), (
        "The slope of ELU should be 0 far to the left and 1 far to the right. If it is nan or infinite, then e^z has overflowed where it is not needed.")
    assert np.allclose(derivative("leaky_relu", z.copy(), c), [c, c, c, 1, 1, 1], rtol=0, atol=1e-12), "Leaky ReLU has the same two slopes everywhere."
assert np.array_equal(derivative("relu", z.copy(), 1), [0, 0, 0, 1, 1, 1]), "ReLU has the same two slopes everywhere."
assert np.allclose(derivative("tanh", z.copy(), 1), 0, rtol=0, atol=1e-12), "Far out the slope of tanh is 0, never nan."
### END HIDDEN TESTS

# %% [markdown]
# ## 6 A bent network folds in patches (2 points)
#
# With ReLU between the layers the collapse is stopped, but not everywhere: where every unit stays on its side of 0, a ReLU only keeps some
# numbers and replaces the others by 0, and *that* is linear. A unit whose pre-activation is below 0 is called **silent**. So around almost every point $x$ the network is one linear layer; which one
# depends on $x$.
#
# The network has ReLU after each layer but the last:
#
# $$a_1 = \mathrm{relu}(x W_1 + b_1), \qquad a_2 = \mathrm{relu}(a_1 W_2 + b_2), \qquad \dots, \qquad y = a_{L-1} W_L + b_L.$$
#
# **Contract.** `collapse_at(x, weights, biases)` takes one point `x` of shape `(D,)` and the lists of a network with at least two layers, as
# in question 1. No pre-activation at `x` is 0. It returns `(W, b)` of shapes `(D, C)` and `(C,)`, such that near `x`, for every small step
# $d$, the network's answer at $x + d$ is exactly $(x + d)\,W + b$.
#
# **Example.** With $x = (1, 2)$,
# $W_1 = \begin{pmatrix} 1 & -1 & 2 \\ 1 & 1 & -2 \end{pmatrix}$, $b_1 = (0, 1, 1)$ and $W_2 = \begin{pmatrix} 1 \\ 2 \\ 4 \end{pmatrix}$,
# $b_2 = (-1)$ the hidden pre-activations are $(3, 2, -1)$. The third unit is silent around $x$, so the output is
# $1\,(x_1 + x_2) + 2\,(-x_1 + x_2 + 1) - 1 = -x_1 + 3 x_2 + 1$. At $x$ that is 6, as the network says.
#
# <details><summary>Hint 1: the idea</summary>
#
# Fold as in question 1. Before each further layer, cut off the units that are silent at $x$: what they would hand on is replaced by 0, for all
# points near $x$.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# As long as `W` and `b` are right so far, `x @ W + b` holds the pre-activations of the current layer, shape `(K,)`. Unit $j$ is column $j$ of
# `W` and entry $j$ of `b`. With `on` of shape `(K,)`, `W * on` multiplies column $j$ by `on[j]`.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# W, b = weights[0], biases[0]
# for V, c in zip(weights[1:], biases[1:]):
#     on = ...                       # True where a unit is not silent at x
#     W, b = ..., ...
# return W, b
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "collapse_at", "locked": false, "schema_version": 3, "solution": true, "task": false}
def collapse_at(x, weights, biases):
    """Return (W, b) of the one linear layer that equals the ReLU network around x, shape (D,).

    weights: list of arrays (D, K_1), (K_1, K_2), ...; biases: list of arrays (K_1,), (K_2,), ...
    """
    ### BEGIN SOLUTION
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        on = x @ W + b > 0
        W, b = (W * on) @ V, (b * on) @ V + c
    return W, b
    ### END SOLUTION
    raise NotImplementedError("next step: which units of the first layer are silent at x?")


# %% nbgrader={"grade": true, "grade_id": "collapse_at-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the network of the example, at two points
weights = [np.array([[1, -1, 2], [1, 1, -2]]), np.array([[1], [2], [4]])]
biases = [np.array([0, 1, 1]), np.array([-1])]
answer = collapse_at(np.array([1, 2]), weights, biases)
assert isinstance(answer, (tuple, list)) and len(answer) == 2, (
    "collapse_at returns a pair: return W, b. Look at collapse_at(np.array([1, 2]), weights, biases).")
W, b = answer
assert np.shape(W) == (2, 1) and np.shape(b) == (1,), (
    "The network has two inputs and one output: W should have shape (2, 1), b shape (1,).")
assert np.allclose(W, [[-1], [3]], rtol=0, atol=1e-9), (
    "collapse_at(np.array([1, 2]), weights, biases)[0] should be [[-1], [3]]. If you see [[7], [-5]], "
    "the silent unit still takes part; a unit is silent if its pre-activation is below 0, bias "
    "included. Units are columns of W1, not rows.")
assert np.allclose(b, [1], rtol=0, atol=1e-9), (
    "collapse_at(np.array([1, 2]), weights, biases)[1] should be [1]. If you see [5], the bias of the "
    "silent unit still takes part; if you see [6], that is the answer at x, not the bias.")
W, b = collapse_at(np.array([3, -1]), weights, biases)
assert np.allclose(W, [[9], [-7]], rtol=0, atol=1e-9) and np.allclose(b, [3], rtol=0, atol=1e-9), (
    "collapse_at(np.array([3, -1]), weights, biases) should be [[9], [-7]] and [3]. There the hidden "
    "pre-activations are 2, -3, 9, so another unit is silent.")
assert [part.tolist() for part in weights + biases] == [
    [[1, -1, 2], [1, 1, -2]], [[1], [2], [4]], [0, 1, 1], [-1]], (
    "After collapse_at(x, weights, biases) the caller's arrays are changed. W[:, j] = 0, W *= on and "
    "c += ... write into them: make new ones.")

# %% nbgrader={"grade": true, "grade_id": "collapse_at-any_depth", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# networks of two to five layers, at many points
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(207)
for widths in [(3, 5, 2), (2, 4, 4, 1), (4, 4, 4, 4), (3, 6, 5, 4, 2), (2, 5, 5, 5, 5, 3), (1, 6, 1)]:
    for _ in range(5):
        weights = [rng.standard_normal(widths[i:i + 2]) for i in range(len(widths) - 1)]
        biases = [rng.standard_normal(n) for n in widths[1:]]
        x = rng.standard_normal(widths[0])
        slope, a = np.eye(widths[0]), x
        for V, c in zip(weights[:-1], biases[:-1], strict=True):
            z = a @ V + c
            a, slope = np.where(z > 0, z, 0), np.where(z > 0, slope @ V, 0)
        slope, y = slope @ weights[-1], a @ weights[-1] + biases[-1]
        W, b = collapse_at(x, weights, biases)
        assert np.shape(W) == slope.shape and np.shape(b) == y.shape, "W should have shape (D, C) and b shape (C,), for any depth."
        assert np.allclose(x @ W + b, y, rtol=1e-9, atol=1e-9), (
            "At x itself x @ W + b should be the network's answer. There is no ReLU after the last layer; every hidden layer has silent units of its "
            "own; and what is silent is so with its bias.")
        assert np.allclose(W, slope, rtol=1e-9, atol=1e-9), (
            "x @ W + b is right at x, but not near it. Fold as in question 1, without the silent units of every hidden layer.")
### END HIDDEN TESTS

# %% [markdown]
# ## 7 Count what is rare (2 points)
#
# A molecule has two shapes, folded and open. Suppose that each is folded with probability $\sigma(z)$, where $z$ depends on the temperature,
# and open with probability $1 - \sigma(z)$. How many of $n$ molecules are folded, how many open, on average? In a mole there are
# $6 \cdot 10^{23}$, so even a probability of $10^{-18}$ leaves hundreds of thousands of them. L02, section 6, tells how to keep its digits.
#
# **Contract.** `two_states(z, n)` takes an array `z` of shape `(N,)` and a number `n > 0`. It returns an array of shape `(2, N)`: the first
# row is $n\,\sigma(z)$, the second $n\,(1 - \sigma(z))$. For $z$ from $-700$ to $700$ every entry has a relative error of at most $10^{-12}$;
# for $z$ from $-1000$ to $1000$ none is `nan`, the larger one of the two is still right, and the smaller one is at most $10^{-300}\,n$.
#
# **Example.** For $n = 6 \cdot 10^{23}$ and $z = 40$ there are $2.549 \cdot 10^6$ open molecules. `n * (1 - sigmoid)` says 0.
#
# <details><summary>Hint 1: the idea</summary>
#
# The two states play the same game with the sign of $z$ turned: $1 - \sigma(z) = \sigma(-z)$.
#
# </details>
#
# <details><summary>Hint 2: the far ends</summary>
#
# Of the two forms $1/(1 + e^{-z})$ and $e^z/(1 + e^z)$ one gives infinity divided by infinity at $z = 1000$. The other divides 1 by infinity
# at $z = -1000$, which is 0 (with a warning, and warnings cost nothing). Where does adding or subtracting 1 lose digits that you need?
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# folded = ...
# open_ = ...                    # not n - folded
# return np.array([folded, open_])
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "two_states", "locked": false, "schema_version": 3, "solution": true, "task": false}
def two_states(z, n):
    """Return n sigmoid(z) and n (1 - sigmoid(z)), shape (2, N), each to 12 digits; z: shape (N,)."""
    ### BEGIN SOLUTION
    return n * np.exp(-np.logaddexp(0, [-z, z]))
    ### END SOLUTION
    raise NotImplementedError("next step: compute the first row; then ask which z gives the second")


# %% nbgrader={"grade": true, "grade_id": "two_states-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# three values of z, for 100 molecules
z = np.array([0, 2, -1])
counts = two_states(z, 100)
assert np.shape(counts) == (2, 3), (
    "Three values of z give an array of shape (2, 3): a row for each state. "
    "Look at two_states(np.array([0, 2, -1]), 100).")
assert np.allclose(np.sum(counts, axis=0), 100, rtol=1e-12, atol=0), (
    "Each column of two_states(np.array([0, 2, -1]), 100) should add up to all 100 molecules.")
expected = [50, 88.07970779778824, 26.894142136999512]
assert np.allclose(counts[0], expected, rtol=1e-12, atol=0), (
    "The first row of two_states(np.array([0, 2, -1]), 100) should be 50, 88.08, 26.89: 100 times the "
    "sigmoid of z. Averages need not be whole. If the rows are exchanged, so is the sign of z.")
assert np.array_equal(z, [0, 2, -1]), "two_states changed z: make a new array."

# %% nbgrader={"grade": true, "grade_id": "two_states-far_out", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the rarer state has all its digits, and nothing is nan
### BEGIN HIDDEN TESTS
t = np.array([5.0, 20.0, 36.0, 40.0, 100.0, 350.0, 700.0])
rare = np.exp(-t) * (1 - np.exp(-t) + np.exp(-2 * t) - np.exp(-3 * t) + np.exp(-4 * t) - np.exp(-5 * t) + np.exp(-6 * t))
for n in (1, 1000, 6e23):
    right, left = np.asarray(two_states(t.copy(), n)), np.asarray(two_states(-t, n))
    assert right.shape == left.shape == (2, 7), "The result should have shape (2, N)."
    assert np.allclose(right[0], n - n * rare, rtol=1e-12, atol=0) and np.allclose(left[1], n - n * rare, rtol=1e-12, atol=0), (
        "The commoner of the two states should be right to 12 digits too, and never nan.")
    assert np.allclose(left[0], n * rare, rtol=1e-12, atol=0), "For negative z the first row is small, but not 0, and should be right to 12 digits."
    assert np.allclose(right[1], n * rare, rtol=1e-12, atol=0), (
        "For positive z the second row is small, but not 0, and should be right to 12 digits: never compute a small number by subtracting large ones.")
    ends = np.asarray(two_states(np.array([-1000.0, 1000.0]), n))
    assert np.allclose([ends[1, 0], ends[0, 1]], n, rtol=1e-12, atol=0), "At z = 1000 (almost) all are in the first state, at -1000 in the second. A nan comes from infinity divided by infinity."
    assert 0 <= ends[0, 0] <= 1e-300 * n and 0 <= ends[1, 1] <= 1e-300 * n, "At z = 1000 and -1000 the rarer state is as good as empty: nothing may be cut off or lifted."
### END HIDDEN TESTS

# %% [markdown]
# ## 8 Sigmoid for tanh (2 points)
#
# L02, section 7, shows that sigmoid and tanh are one curve:
#
# $$\sigma(z) = \frac{1 + \tanh(z/2)}{2} .$$
#
# So a network that was trained with tanh can run on a machine that knows only the sigmoid. (The optional part of that section goes the other
# way.)
#
# **Contract.** `sigmoid_network(W1, b1, W2, b2)` takes the parameters of $f(X) = \tanh(X W_1 + b_1)\,W_2 + b_2$, of shapes `(D, K)`, `(K,)`,
# `(K, C)`, `(C,)`. It returns `(V1, c1, V2, c2)` of the same shapes, with
#
# $$\sigma(X V_1 + c_1)\,V_2 + c_2 = \tanh(X W_1 + b_1)\,W_2 + b_2 \qquad \text{for every } X.$$
#
# **Example.** One input, one hidden unit, one output, at $x = 0$: for $W_1 = (1)$, $b_1 = (0)$, $W_2 = (3)$, $b_2 = (5)$ the tanh network says
# $3 \tanh 0 + 5 = 5$. Since $\sigma(0) = \frac12$, your $V_2$ and $c_2$ must satisfy $\frac12 V_2 + c_2 = 5$.
#
# <details><summary>Hint 1: the idea</summary>
#
# Solve the identity for tanh: what is $\tanh(u)$ in terms of a sigmoid? Put that into $f$, and sort: what multiplies $\sigma$, what is
# constant?
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# The constant that each hidden unit leaves behind goes through $W_2$ as well. A row of $K$ equal numbers times $W_2$, shape `(K, C)`, is that
# number times the sums over the *hidden units*, shape `(C,)`.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# V1, c1 = ..., ...
# V2 = ...
# c2 = b2 - ...
# return V1, c1, V2, c2
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "sigmoid_network", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sigmoid_network(W1, b1, W2, b2):
    """Return (V1, c1, V2, c2) of the network with sigmoid that equals tanh(X @ W1 + b1) @ W2 + b2.

    Shapes (D, K), (K,), (K, C), (C,), the same for both.
    """
    ### BEGIN SOLUTION
    return 2 * W1, 2 * b1, 2 * W2, b2 - W2.sum(axis=0)
    ### END SOLUTION
    raise NotImplementedError("next step: write tanh(u) with a sigmoid")


# %% nbgrader={"grade": true, "grade_id": "sigmoid_network-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# two hidden units, at x = 0 and far out
W1, b1 = np.array([[1, 3]]), np.array([0, 0])
W2, b2 = np.array([[3, 0, 1], [2, 1, 1]]), np.array([5, 0, 1])
parts = sigmoid_network(W1, b1, W2, b2)
assert isinstance(parts, (tuple, list)) and len(parts) == 4, (
    "sigmoid_network returns four parts: return V1, c1, V2, c2.")
assert [np.shape(part) for part in parts] == [(1, 2), (2,), (2, 3), (3,)], (
    "V1, c1, V2, c2 have the shapes of W1, b1, W2, b2. For W1 of shape (1, 2) and W2 of shape (2, 3) "
    "these are (1, 2), (2,), (2, 3), (3,). If c2 fails, sum over the hidden units: the rows of W2.")
assert np.array_equal(W1, [[1, 3]]) and np.array_equal(W2, [[3, 0, 1], [2, 1, 1]]), (
    "sigmoid_network changed W1 or W2: W1 *= 2 writes into the array of your caller.")
assert np.array_equal(b1, [0, 0]) and np.array_equal(b2, [5, 0, 1]), (
    "sigmoid_network changed b1 or b2: b2 -= ... writes into the array of your caller.")
V1, c1, V2, c2 = (np.asarray(part) for part in parts)
at_zero, far_out = 1 / (1 + np.exp(-(np.array([[0.0], [50.0]]) @ V1 + c1))) @ V2 + c2
assert np.allclose(at_zero, [5, 0, 1], rtol=0, atol=1e-9), (
    "At x = 0 every tanh is 0, so both networks should answer b2 = (5, 0, 1). There every sigmoid of "
    "yours is 1/2 (if c1 is 0): c2 has to take away half of what V2 adds up to.")
assert np.allclose(far_out, [10, 1, 3], rtol=0, atol=1e-9), (
    "At x = 50 every tanh is 1, so both networks should answer (3 + 2 + 5, 0 + 1 + 0, 1 + 1 + 1). "
    "There every sigmoid is 1 (or 0, if you turned signs). From one end to the other tanh rises by 2, "
    "a sigmoid by 1.")

# %% nbgrader={"grade": true, "grade_id": "sigmoid_network-every_input", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the same answers for every X and all shapes
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(208)
for D, K, C in [(1, 1, 1), (2, 5, 3), (3, 3, 3), (4, 2, 1), (1, 6, 2), (5, 5, 5)]:
    W1, b1, W2, b2 = (rng.standard_normal(shape) for shape in ((D, K), (K,), (K, C), (C,)))
    X = rng.uniform(-3, 3, (40, D))
    V1, c1, V2, c2 = (np.asarray(part) for part in sigmoid_network(W1.copy(), b1.copy(), W2.copy(), b2.copy()))
    assert (V1.shape, c1.shape, V2.shape, c2.shape) == ((D, K), (K,), (K, C), (C,)), "V1, c1, V2, c2 should have the shapes of W1, b1, W2, b2."
    assert np.allclose(1 / (1 + np.exp(-(X @ V1 + c1))) @ V2 + c2, np.tanh(X @ W1 + b1) @ W2 + b2, rtol=1e-9, atol=1e-9), (
        "The two networks differ for some X. What enters a sigmoid must be another multiple of what enters the tanh, bias included; and the sums in c2 "
        "run over the hidden units.")
### END HIDDEN TESTS

# %% [markdown]
# ## What you have now
#
# The collapse in both directions: a stack without bends folds into one layer, a bent one does so only in patches, and two points prove that
# there is a bend. Besides, the five bends with exact slopes, which the networks of the coming sets are made of and trained with.
#
# **Sources.** X. Glorot, A. Bordes, Y. Bengio, *Deep sparse rectifier neural networks*, 2011, [PMLR
# 15](https://proceedings.mlr.press/v15/glorot11a.html). D.-A. Clevert, T. Unterthiner, S. Hochreiter, *Fast and accurate deep network learning
# by exponential linear units (ELUs)*, 2015, [doi:10.48550/arXiv.1511.07289](https://doi.org/10.48550/arXiv.1511.07289). D. Goldberg, *What
# every computer scientist should know about floating-point arithmetic*, 1991,
# [doi:10.1145/103162.103163](https://doi.org/10.1145/103162.103163). P. Baldi, K. Hornik, *Neural networks and principal component analysis:
# learning from examples without local minima*, 1989, [doi:10.1016/0893-6080(89)90014-2](https://doi.org/10.1016/0893-6080(89)90014-2).
