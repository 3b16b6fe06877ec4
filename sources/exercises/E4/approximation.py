# %% [markdown]
# # E4 Forward passes and approximation
#
# You will run networks of any depth, find the layer that does not fit, and read the weights of another book. Then you write networks down,
# weight by weight, without any training: a bump, a curve through given points, a zigzag with a thousand pieces. Lectures L03, L04 and L05
# are what you need. Plan three hours, and open a hint when you have been stuck for five minutes: nobody counts them.
#
# **Working.** Put your code where it says `# YOUR CODE HERE`. The line `raise NotImplementedError(...)` below it is only a signpost and may
# stay; if it still stops you when your code is written, a `return` is missing. Put an import or a helper of your own into an answer cell or
# a new cell: changes to the set-up cell do not reach the grader. Write each function yourself, with NumPy: the lectures import theirs from
# `course_lib`, which is not there where answers are graded. You may copy lines from it.
#
# **Grading.** 20 points. Below each answer stands a visible check, 1 point each, that tells you what it expected. The other 13 points come from
# hidden checks: you see only the property each one looks at, as a comment, and in your copy such a cell always passes. What counts is what
# your functions return and, where the contract says so, that they leave their arguments as they were. Style and warnings cost nothing, and speed costs nothing as long as a cell ends within five seconds.
#
# **Before you hand in**, choose *Kernel > Restart Kernel and Run All Cells*, or press *Validate*. Running stops at the first check that fails:
# that is the place to go on. To skip a question, go on with Shift+Enter below it.

# %% [markdown]
# ### The words used here
#
# Rows are samples: a batch `X` of $N$ samples with $n$ inputs each has shape `(N, n)`. A **layer** with $n$ inputs and $m$ units is a pair
# `(W, b)`: `W` has shape `(n, m)`, one row for each number that comes in, one column for each unit; `b` has shape `(m,)`. A **network** is the
# list of its layers,
#
# $$\texttt{layers} = [(W_1, \mathbf{b}_1), (W_2, \mathbf{b}_2), \dots, (W_L, \mathbf{b}_L)].$$
#
# All layers but the last are **hidden**: an activation is applied to what they compute. The last keeps its pre-activations; they are the
# network's output. So a list of one pair is a network without a hidden layer.
#
# The set-up cell gives you three activations, also by name in `ACTIVATIONS`, and a function for question 6.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np


def relu(z):
    return np.maximum(z, 0)


def sigmoid(z):
    e = np.exp(-np.abs(z))              # never above 1, so nothing overflows
    return np.where(z >= 0, 1, e) / (1 + e)


ACTIVATIONS = {"relu": relu, "sigmoid": sigmoid, "tanh": np.tanh}


def polynomial(c, x):
    """c[0] + c[1] x + c[2] x**2 + ... at each place of the array x."""
    return sum(c_k * x**k for k, c_k in enumerate(c))


# %% [markdown]
# ## 1 The forward pass (4 points)
#
# In the lecture all hidden layers had the same activation. Here each brings its own, so that you have to keep the order.
#
# **Contract.** `forward(X, layers, names)` takes a batch `X` of shape `(N, n)`, a network `layers` of any depth, and the list `names` of the
# activations of its hidden layers, in order, such as `["relu", "tanh"]`: one name fewer than there are layers, so `[]` if none is hidden. It
# returns the outputs, shape `(N, outputs)`. The last layer has no activation. `X` may hold whole numbers. `X`, `layers`, `names` and all arrays in
# them stay as they were.
#
# **Example.** Two inputs, three hidden units with ReLU, two outputs:
#
# $$W_1 = \begin{pmatrix} 1 & -1 & 2 \\ 0 & 1 & 1 \end{pmatrix}, \quad \mathbf{b}_1 = (0, 1, -3), \qquad
# W_2 = \begin{pmatrix} 1 & 0 \\ 2 & -1 \\ -4 & 1 \end{pmatrix}, \quad \mathbf{b}_2 = (0.5, 0).$$
#
# The sample $(1, 2)$ gives $(1, 2, 1)$ before and after ReLU, then $(1.5, -1)$. The sample $(-1, 0)$ gives $(-1, 2, -5)$, after ReLU
# $(0, 2, 0)$, then $(4.5, -2)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# Call what arrives at a layer `A`; at the first layer that is `X`. Each layer makes a new `A` of it, and afterwards the old one is not needed.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `(N, n) @ (n, m)` gives `(N, m)`; adding `b` of shape `(m,)` reaches every row. `layers[:-1]` are the hidden layers, as a new list, and
# `layers[-1]` is the last. `zip(layers[:-1], names)` pairs each hidden layer with its name.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# A = X
# for (W, b), name in zip(layers[:-1], names):
#     A = ACTIVATIONS[name](...)
# W, b = layers[-1]
# return ...
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "forward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def forward(X, layers, names):
    """Return the outputs, shape (N, outputs), of a network for the rows of X, shape (N, inputs).

    layers: [(W, b), ...]; names: the activations of the hidden layers. All stay unchanged.
    """
    ### BEGIN SOLUTION
    A = X
    for (W, b), name in zip(layers[:-1], names):
        A = ACTIVATIONS[name](A @ W + b)
    W, b = layers[-1]
    return A @ W + b
    ### END SOLUTION
    raise NotImplementedError("next step: send X through the hidden layers, one after the other")


# %% nbgrader={"grade": true, "grade_id": "forward-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the network of the example
X = np.array([[1.0, 2.0], [-1.0, 0.0]])
layers = [(np.array([[1.0, -1.0, 2.0], [0.0, 1.0, 1.0]]), np.array([0.0, 1.0, -3.0])),
          (np.array([[1.0, 0.0], [2.0, -1.0], [-4.0, 1.0]]), np.array([0.5, 0.0]))]
Z = np.asarray(forward(X, layers, ["relu"]))
assert Z.shape == (2, 2), (
    "Two samples and two outputs: forward(X, layers, ['relu']) should have shape "
    "(2, 2). Three columns are the hidden units: the last layer is missing.")
assert not np.all(Z >= 0), (
    "Some outputs of forward(X, layers, ['relu']) are negative: the last layer has no activation.")
assert np.allclose(Z[1], [4.5, -2], rtol=0, atol=1e-9), (
    "The second sample should give (4.5, -2). Its hidden pre-activations "
    "are (-1, 2, -5): first the product, then all of b (one number for "
    "each column), then ReLU. Compare A after each layer.")
assert np.allclose(Z[0], [1.5, -1], rtol=0, atol=1e-9), (
    "The first sample should give (1.5, -1), in a batch of two just as alone: b is added to "
    "each row anew, and z += ... on an array of the caller changes it for all that follow.")

# %% nbgrader={"grade": true, "grade_id": "forward-any_depth", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# any depth, any widths, and each hidden layer with its own activation
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(401)
for sizes, names in [([3, 4, 2, 5], ["tanh", "relu"]), ([2, 6, 3, 4, 1], ["relu", "sigmoid", "tanh"]), ([4, 4, 4, 4], ["sigmoid", "tanh"]),
                     ([5, 2, 3, 4, 6, 3], ["sigmoid", "relu", "relu", "tanh"]), ([3, 2, 2], ["tanh"])]:
    X = rng.standard_normal((4, sizes[0]))
    layers = [(rng.standard_normal(sizes[i:i + 2]), rng.standard_normal(sizes[i + 1])) for i in range(len(sizes) - 1)]
    A = X
    for i in range(len(layers)):
        A = np.einsum("ni,ij->nj", A, layers[i][0]) + layers[i][1]
        if i < len(names):
            A = ACTIVATIONS[names[i]](A)
    Z = np.asarray(forward(X, layers, names))
    assert Z.shape == (4, sizes[-1]), "The output should have one row for each sample and one column for each unit of the last layer, at any depth."
    assert np.allclose(Z, A, rtol=1e-9, atol=1e-10), (
        "The outputs of some deeper network are wrong. Does layer i use names[i], does every layer get all of its b, and is only the last one without an "
        "activation? Try names that differ.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "forward-smallest", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# no hidden layer, a single sample, a single unit
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(402)
for N, sizes, names in [(3, [4, 2], []), (1, [3, 2], []), (5, [2, 1], []), (1, [1, 1], []), (1, [2, 3, 2], ["tanh"]), (4, [2, 1, 3], ["tanh"]),
                        (3, [1, 1, 1], ["sigmoid"]), (1, [1, 4, 1], ["relu"])]:
    X = rng.standard_normal((N, sizes[0]))
    layers = [(rng.standard_normal(sizes[i:i + 2]), rng.standard_normal(sizes[i + 1])) for i in range(len(sizes) - 1)]
    A = X
    if names:
        A = ACTIVATIONS[names[0]](A @ layers[0][0] + layers[0][1])
    A = A @ layers[-1][0] + layers[-1][1]
    Z = np.asarray(forward(X, layers, names))
    assert Z.shape == (N, sizes[-1]), "The output has shape (N, outputs) for every N and every number of outputs, also where one of them is 1."
    assert np.allclose(Z, A, rtol=1e-9, atol=1e-10), (
        "A very small network gives wrong numbers: check one without a hidden layer (it has no activation at all), and layers of one unit.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "forward-unchanged", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# X, layers and names stay as they were; X may hold whole numbers
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(403)
X = rng.integers(-3, 4, (5, 3))
layers = [(rng.standard_normal((n, m)), rng.standard_normal(m)) for n, m in ((3, 3), (3, 3), (3, 2))]
names, X_before, before = ["tanh", "tanh"], X.copy(), [(W.copy(), b.copy()) for W, b in layers]
A = np.tanh(np.tanh(X @ layers[0][0] + layers[0][1]) @ layers[1][0] + layers[1][1]) @ layers[2][0] + layers[2][1]
Z = forward(X, layers, names)
assert len(layers) == 3 and names == ["tanh", "tanh"], (
    "After the call a list of the caller has other entries. Lists are handed over, not copied: pop, append and the like change the caller's.")
assert np.array_equal(X, X_before) and all(np.array_equal(layers[i][k], before[i][k]) for i in range(3) for k in (0, 1)), (
    "After the call an array of the caller has other numbers: +=, out= and [...] = write into it.")
assert np.allclose(Z, A, rtol=1e-9, atol=1e-10), "For an X of whole numbers the outputs are wrong: what comes after it are fractions and must not be cut."
### END HIDDEN TESTS

# %% [markdown]
# ## 2 Which layer does not fit? (3 points)
#
# Layers are links of a chain: what one puts out the next must take in. NumPy finds some mistakes and lets others pass, for a bias of shape `(1,)`
# is happily added to three units. So write the inspector yourself.
#
# **Contract.** `shape_report(n, layers)` takes the number of inputs $n$ and a network, whose shapes may be wrong. Layer $\ell$, counted from
# 1, *fits* if its `W` has as many rows as numbers come in ($n$ for the first layer, the columns of the previous `W` for all others), and its `b` has
# exactly the shape `(m,)`, where $m$ is the number of columns of its `W`. The function returns a pair of numbers `(parameters, misfit)`:
#
# - `parameters`: how many numbers all `W` and `b` hold, whether they fit or not;
# - `misfit`: the number of the first layer that does not fit, or 0 if all do.
#
# Each `W` has two axes; `b` may have one or more.
#
# **Example.** With $n = 2$ and the shapes `(2, 3)`, `(3,)`, then `(3, 1)`, `(1,)` the report is `(13, 0)`. If the first bias has shape `(1,)`, it
# is `(11, 1)`. If the last layer has the shapes `(2, 1)`, `(1,)`, it is `(12, 2)`.
#
# <details><summary>Hint 1: the idea</summary>
#
# Walk along the chain, and keep in mind how many numbers come in at the place where you are. Go on counting after a misfit.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `W.shape` is the tuple `(rows, columns)`. A shape with one entry is written `(m,)`, and `b.shape == (m,)` compares all of it. `W.size` is the
# number of entries of an array of any shape.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# parameters, misfit, incoming = 0, 0, n
# for number, (W, b) in enumerate(layers, start=1):
#     parameters += ...
#     fits = ...
#     if not fits and ...:
#         misfit = number
#     incoming = ...
# return parameters, misfit
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "shape_report", "locked": false, "schema_version": 3, "solution": true, "task": false}
def shape_report(n, layers):
    """Return (parameters, misfit) for a network with n inputs: how many numbers its W and b hold, and
    the number of the first layer that does not fit, counted from 1, or 0 if all fit.
    """
    ### BEGIN SOLUTION
    parameters, misfit, incoming = 0, 0, n
    for number, (W, b) in enumerate(layers, start=1):
        parameters += W.size + b.size
        fits = W.shape[0] == incoming and b.shape == (W.shape[1],)
        if not fits and misfit == 0:
            misfit = number
        incoming = W.shape[1]
    return parameters, misfit
    ### END SOLUTION
    raise NotImplementedError("next step: walk through the layers and count the entries of W and b")


# %% nbgrader={"grade": true, "grade_id": "shape_report-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# two of the three networks of the example
good = [(np.ones((2, 3)), np.ones(3)), (np.ones((3, 1)), np.ones(1))]
report = shape_report(2, good)
assert np.shape(report) == (2,), (
    "shape_report returns a pair: return parameters, misfit. Look at shape_report(2, good).")
assert report[0] == 13, (
    "shape_report(2, good)[0] should be 13: 2*3 weights "
    "and 3 biases, then 3*1 weights and 1 bias.")
assert report[1] is not None and report[1] == 0, (
    "shape_report(2, good)[1] should be the number 0: W has a row for each number "
    "that comes in, a column and an entry of b for each unit. All layers of good fit.")
wrong_end = [good[0], (np.ones((2, 1)), np.ones(1))]
assert tuple(shape_report(2, wrong_end)) == (12, 2), (
    "shape_report(2, wrong_end) should be (12, 2): the second layer "
    "has 2 rows, but 3 numbers come in. Layers are counted from 1.")

# %% nbgrader={"grade": true, "grade_id": "shape_report-parameters", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the number of parameters, of any network, whether its layers fit or not
### BEGIN HIDDEN TESTS
for n, shapes, count in [(64, [((64, 128), (128,)), ((128, 10), (10,))], 9610), (3, [((3, 3), (3,))], 12), (1, [((1, 1), (1,))] * 5, 10),
                         (2, [((2, 4), (1,)), ((4, 3), (3,))], 24), (2, [((2, 4), (4, 1)), ((4, 3), (3, 3))], 33),
                         (7, [((2, 4), (4,)), ((5, 2), (2,)), ((2, 2), (2,))], 30)]:
    assert shape_report(n, [(np.ones(W), np.ones(b)) for W, b in shapes])[0] == count, (
        "parameters should be the number of entries of all W and all b as they are, also behind a layer that does not fit.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "shape_report-misfit", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the first layer that does not fit, whatever is wrong with it
### BEGIN HIDDEN TESTS
chain = [((5, 4), (4,)), ((4, 3), (3,)), ((3, 3), (3,)), ((3, 2), (2,))]
for place, layer, misfit in [(0, ((5, 4), (4,)), 0), (0, ((4, 4), (4,)), 1), (0, ((5, 5), (5,)), 2), (1, ((3, 3), (3,)), 2), (2, ((3, 4), (4,)), 4),
                             (3, ((4, 2), (2,)), 4), (1, ((3, 4), (3,)), 2)]:
    layers = [(np.ones(W), np.ones(b)) for W, b in [*chain[:place], layer, *chain[place + 1:]]]
    assert shape_report(5, layers)[1] == misfit, (
        "misfit should be the first layer whose W does not take in what comes. The first layer is compared with n; each other with the columns of "
        "the W before it, and if those two disagree it is the later layer that does not fit.")
for place in (0, 1, 2, 3):
    W, (m,) = chain[place]
    for b in ((1,), (m + 1,), (1, m), (m, 1), (W[0] + 7,)):
        layers = [(np.ones(W), np.ones(b)) for W, b in [*chain[:place], (W, b), *chain[place + 1:]]]
        assert shape_report(5, layers)[1] == place + 1, (
            "A bias of another shape than (m,) does not fit, though NumPy may stretch it: compare whole shapes.")
layers = [(np.ones(W), np.ones(b)) for W, b in [((5, 4), (4,)), ((3, 3), (3,)), ((2, 3), (1,)), ((3, 2), (2,))]]
assert shape_report(5, layers)[1] == 2, "Where several layers do not fit, misfit is the number of the first."
assert shape_report(5, [(np.ones((5, 1)), np.ones(1))])[1] == 0, "A single layer that fits should give 0."
### END HIDDEN TESTS

# %% [markdown]
# ## 3 Weights from another book (2 points)
#
# Many books take a sample as a *column*, and put a constant 1 on top of everything that enters a layer, so that the bias becomes an ordinary
# weight. A layer is then one matrix $V$, with one row for each unit:
#
# $$\mathbf{z} = V \begin{pmatrix} 1 \\ \mathbf{a} \end{pmatrix}, \qquad\text{that is}\qquad z_j = v_{j0} \cdot 1 + v_{j1}\, a_1 + \dots + v_{jn}\, a_n .$$
#
# **Contract.** `from_columns(matrices)` takes the list of the book's matrices, first layer first, each of shape `(m, n + 1)` for a layer of $n$
# inputs and $m$ units, with the biases in column 0. It returns the same network as a list of pairs `(W, b)` in our notation, with shapes
# `(n, m)` and `(m,)`. The matrices stay as they were.
#
# **Example.** Two inputs and one unit: $V = (5 \;\; 1 \;\; 2)$, shape `(1, 3)`, says $z = 5 + a_1 + 2 a_2$. In our notation `W` is the column
# `[[1], [2]]` and `b` is `[5]`.
#
# <details><summary>Hint 1: the idea</summary>
#
# Each matrix is taken apart by itself: one column is the bias, the others hold the weights. Where does the book write the weights of one unit, and
# where do we?
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `V[:, 0]` is a column of `V`, of shape `(m,)`, and `V[:, 1:]` is all the rest, of shape `(m, n)`. `M.T` exchanges rows and columns.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# layers = []
# for V in matrices:
#     layers.append((..., ...))
# return layers
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "from_columns", "locked": false, "schema_version": 3, "solution": true, "task": false}
def from_columns(matrices):
    """Return [(W, b), ...], shapes (n, m) and (m,), for matrices V of shape (m, n + 1).

    z = V (1, a) as columns: column 0 of V holds the biases. The matrices stay unchanged.
    """
    ### BEGIN SOLUTION
    return [(V[:, 1:].T, V[:, 0]) for V in matrices]
    ### END SOLUTION
    raise NotImplementedError("next step: take each matrix apart into weights and biases")


# %% nbgrader={"grade": true, "grade_id": "from_columns-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# two layers: 2 inputs, 3 units, 2 outputs
matrices = [np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]),
            np.array([[10.0, 11.0, 12.0, 13.0], [20.0, 21.0, 22.0, 23.0]])]
layers = from_columns(matrices)
assert isinstance(layers, (tuple, list)) and [len(layer) for layer in layers] == [2, 2], (
    "Two matrices give two pairs: from_columns(matrices) should be [(W1, b1), (W2, b2)].")
assert [np.shape(layers[0][0]), np.shape(layers[1][0])] == [(2, 3), (3, 2)], (
    "The W of from_columns(matrices) should have the shapes (2, 3) and (3, 2): one row for "
    "each input, one column for each unit, without the biases. W comes first in the pair.")
assert [np.shape(layers[0][1]), np.shape(layers[1][1])] == [(3,), (2,)], (
    "The b of from_columns(matrices) should have the shapes (3,) and (2,).")
assert np.array_equal(layers[0][1], [1, 4, 7]), (
    "The biases stand in column 0, the weights of the "
    "constant 1: the first b should be (1, 4, 7).")
assert np.array_equal(layers[0][0], [[2, 5, 8], [3, 6, 9]]), (
    "The weights of the first unit are 2 and 3, in row 0 of the book's matrix. "
    "In our W they are column 0, so W should be [[2, 5, 8], [3, 6, 9]].")

# %% nbgrader={"grade": true, "grade_id": "from_columns-same_network", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# any depth and any widths: the outputs are those of the book
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(404)
for sizes in ([3, 2], [4, 1], [1, 1, 1], [2, 5, 4, 3], [3, 3, 3, 3], [1, 6, 2, 4, 1]):
    matrices = [rng.standard_normal((sizes[i + 1], sizes[i] + 1)) for i in range(len(sizes) - 1)]
    before = [V.copy() for V in matrices]
    layers = from_columns(matrices)
    assert all(np.array_equal(matrices[i], before[i]) for i in range(len(before))), "The book's matrices have other numbers after the call."
    assert [(np.shape(W), np.shape(b)) for W, b in layers] == [((sizes[i], sizes[i + 1]), (sizes[i + 1],)) for i in range(len(before))], (
        "Each layer should have the shapes (n, m) and (m,), at any depth, and also where n or m is 1.")
    columns = rng.standard_normal((sizes[0], 3))
    A = columns.T
    for i in range(len(before)):
        columns = np.tanh(before[i] @ np.vstack([np.ones(3), columns]))
        A = np.tanh(A @ layers[i][0] + layers[i][1])
    assert np.allclose(A, columns.T, rtol=0, atol=1e-10), "For the same samples the network in our notation gives other outputs than the book's."
### END HIDDEN TESTS

# %% [markdown]
# ## 4 A bump, as exact as you like (2 points)
#
# From here on networks are written down. They have one input, one output and one hidden layer, so they are two pairs,
# `[(W1, b1), (W2, b2)]`, and with $H$ hidden units the shapes are `(1, H)`, `(H,)`, `(H, 1)` and `(1,)`. Your `forward` of question 1 shows what
# they do: `forward(x[:, None], layers, ["sigmoid"])`.
#
# L04, section 2: a steep sigmoid up, minus a later one, is a bump. How steep must it be? Near the two edges no steepness helps, so a *margin* on both
# sides of each edge is left out.
#
# **Contract.** `bump_net(left, right, height, margin, error)` takes numbers. It returns a network `[(W1, b1), (W2, b2)]` with **sigmoid** hidden
# units whose output is
#
# - within `error` of `height` for all $x$ from `left + margin` to `right - margin`,
# - within `error` of 0 for all $x$ up to `left - margin` and from `right + margin` on.
#
# Here `0 < 2 * margin < right - left` and `0 < error < |height|`; `height` may be negative, and all numbers may be tiny or large. Any network that
# does this is right.
#
# **Example.** In `bump_net(2, 6, 1, 0.5, 0.1)` take two units of steepness 10, $\sigma(10\,(x - 2))$ and $\sigma(10\,(x - 6))$: at $x = 2.5$, a margin inside, the first sigmoid is
# $\sigma(10 \cdot 0.5) = 0.9933$ and the second less than $10^{-15}$, so the output is within 0.1 of 1.
#
# <details><summary>Hint 1: the idea</summary>
#
# Two units: one sigmoid rises at `left`, one at `right`, with the same steepness $s$, and the output is `height` times their difference. Only $s$ is
# left to choose. Each of the two may be a little off: share the `error` between them.
#
# </details>
#
# <details><summary>Hint 2: the numbers</summary>
#
# A unit $\sigma(s\,(x - e))$ has the weight $s$ and the bias $-s\,e$. At a distance of `margin` or more from its edge $e$ it is within
# $\sigma(-s \cdot \text{margin})$ of its step, and $\sigma(-t) < e^{-t}$. Two units, each multiplied by `height`: it is enough that
# $2\,|\text{height}|\, e^{-s \cdot \text{margin}} \le \text{error}$. Solve for $s$ with `np.log`.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# s = ...
# W1 = np.array([[..., ...]])              # shape (1, 2)
# b1 = np.array([..., ...])
# W2 = np.array([[...], [...]])            # shape (2, 1)
# b2 = np.array([0.0])
# return [(W1, b1), (W2, b2)]
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "bump_net", "locked": false, "schema_version": 3, "solution": true, "task": false}
def bump_net(left, right, height, margin, error):
    """Return [(W1, b1), (W2, b2)] with sigmoid hidden units: a bump between left and right.

    Within error of height inside and of 0 outside, but for a margin on both sides of each edge.
    """
    ### BEGIN SOLUTION
    s = np.log(2 * abs(height) / error) / margin
    W1, b1 = np.array([[s, s]]), np.array([-s * left, -s * right])
    W2, b2 = np.array([[height], [-height]]), np.array([0.0])
    return [(W1, b1), (W2, b2)]
    ### END SOLUTION
    raise NotImplementedError("next step: choose the steepness of the two sigmoids")


# %% nbgrader={"grade": true, "grade_id": "bump_net-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the bump of the example, and one of height 2
layers = bump_net(2, 6, 1, 0.5, 0.1)
assert isinstance(layers, (tuple, list)) and [len(layer) for layer in layers] == [2, 2], (
    "bump_net returns two layers: return [(W1, b1), (W2, b2)].")
(W1, b1), (W2, b2) = layers
H = np.size(b1)
assert [np.shape(p) for p in (W1, b1, W2, b2)] == [(1, H), (H,), (H, 1), (1,)], (
    "With H hidden units W1, b1, W2, b2 should have the shapes "
    "(1, H), (H,), (H, 1), (1,). Look at bump_net(2, 6, 1, 0.5, 0.1).")
x = np.array([[-3.0], [1.5], [2.5], [4.0], [5.5], [6.5], [11.0]])
z = (sigmoid(x @ W1 + b1) @ W2 + b2)[:, 0]
assert np.all(np.abs(z[[2, 3, 4]] - 1) <= 0.1 + 1e-9), (
    "The output of bump_net(2, 6, 1, 0.5, 0.1) at x = 2.5, 4 and 5.5 "
    "should be within 0.1 of 1. Print sigmoid(x @ W1 + b1): each "
    "column is a unit. Does it rise at 2 and at 6, where s*x + b = 0?")
assert np.all(np.abs(z[[0, 1, 5, 6]]) <= 0.1 + 1e-9), (
    "The output of bump_net(2, 6, 1, 0.5, 0.1) at x = -3, 1.5, 6.5 and 11 should be "
    "within 0.1 of 0. Right of 6 both sigmoids are about 1: the second is subtracted.")
(W1, b1), (W2, b2) = bump_net(2, 6, 2, 0.5, 0.1)
assert abs((sigmoid(np.array([[4.0]]) @ W1 + b1) @ W2 + b2)[0, 0] - 2) <= 0.1 + 1e-9, (
    "The output of bump_net(2, 6, 2, 0.5, 0.1) at x = 4 "
    "should be within 0.1 of the height, which is 2.")

# %% nbgrader={"grade": true, "grade_id": "bump_net-any_bump", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# any edges, heights, margins and errors
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(405)
for width, share, height, accuracy in [(2, 0.4999, 1, 0.05), (1e-3, 0.1, 5, 0.01), (50, 0.02, -3, 1e-4), (1, 0.499, -0.5, 0.2), (8, 1e-3, 1e3, 1e-3),
                                       (300, 0.3, 2e-3, 0.05), (3, 0.4999, 1e3, 1e-3), (0.4, 0.05, 1, 1e-6), (1e-5, 0.25, -40, 0.3)]:
    left = width * rng.uniform(-2, 2)
    right, margin, error = left + width, share * width, accuracy * abs(height)
    (W1, b1), (W2, b2) = ([np.asarray(p) for p in layer] for layer in bump_net(left, right, height, margin, error))
    inside = np.linspace(left + margin, right - margin, 101)[:, None]
    outside = np.concatenate([left - margin - width * np.linspace(0, 9, 50) ** 3, right + margin + width * np.linspace(0, 9, 50) ** 3])[:, None]
    assert np.all(np.abs(sigmoid(inside @ W1 + b1) @ W2 + b2 - height) <= error * (1 + 1e-6)), (
        "For some bump the output inside is farther than error from the height. The steepness depends on margin, on error and on the size of height; "
        "both sigmoids are a little off, and in a narrow bump both at once.")
    assert np.all(np.abs(sigmoid(outside @ W1 + b1) @ W2 + b2) <= error * (1 + 1e-6)), (
        "For some bump the output outside is farther than error from 0. The steepness depends on margin, on error and on the size of height.")
### END HIDDEN TESTS

# %% [markdown]
# ## 5 Through all points (4 points)
#
# L04, section 3: a **hinge** $\operatorname{relu}(x - t)$ is 0 up to its knot $t$ and rises with slope 1 from there on. Start at the height of the first
# point and add, at each knot, a hinge times the *change of slope*. The lecture's network runs on with its last slope beyond the last point, out of
# sight. Yours shall come to rest there.
#
# **Contract.** `hinge_net(x, y)` takes `x` and `y` of shape `(K + 1,)`, $K \ge 1$, with `x` increasing; the gaps may differ, and both may hold whole
# numbers. It returns a network `[(W1, b1), (W2, b2)]` with **ReLU** hidden units whose output
#
# - is `y[k]` at `x[k]` for every $k$ and straight between neighbouring points,
# - stays at `y[0]` for all $x$ left of `x[0]` and at `y[K]` for all $x$ right of `x[K]`.
#
# Any network that does this is right, up to rounding. `x` and `y` stay as they were.
#
# **Example.** Through $(0, 1)$, $(1, 3)$, $(3, 2)$, $(4, 4)$ the slopes are $0$ (left of the first point), $2$, $-\frac12$, $2$ and $0$ (right of the last), so
# the output is $1 + 2 \operatorname{relu}(x) - \frac52 \operatorname{relu}(x - 1) + \frac52 \operatorname{relu}(x - 3) - 2 \operatorname{relu}(x - 4)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# One hinge at each point, the last one included. Each hinge adds a *change*: the slope right of its knot minus the slope left of it. What are the slopes
# left of the first point and right of the last?
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# `np.diff(y)` has one entry fewer than `y`: the $K$ rises. Divided by the $K$ gaps they are slopes. Now put a 0 before and a 0 after the
# *slopes* (a second `np.diff` does it, with its arguments `prepend` and `append`): their differences are the $K + 1$ changes. A row of ones is `np.ones((1, len(x)))`, and `v[:, None]` makes a column
# of shape `(K + 1, 1)`.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# slopes = ... / ...                       # K of them
# changes = ...                            # K + 1 of them
# W1, b1 = ..., ...
# W2, b2 = changes[:, None], ...
# return [(W1, b1), (W2, b2)]
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "hinge_net", "locked": false, "schema_version": 3, "solution": true, "task": false}
def hinge_net(x, y):
    """Return [(W1, b1), (W2, b2)] with ReLU hidden units, through all points (x[k], y[k]).

    x, y: shape (K + 1,), x increasing. Straight between the points, constant beyond both ends.
    """
    ### BEGIN SOLUTION
    slopes = np.diff(y) / np.diff(x)
    changes = np.diff(slopes, prepend=0.0, append=0.0)
    return [(np.ones((1, len(x))), -x), (changes[:, None], y[:1])]
    ### END SOLUTION
    raise NotImplementedError("next step: compute the slopes between neighbouring points")


# %% nbgrader={"grade": true, "grade_id": "hinge_net-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the four points of the example
x, y = np.array([0.0, 1.0, 3.0, 4.0]), np.array([1.0, 3.0, 2.0, 4.0])
layers = hinge_net(x, y)
assert np.array_equal(x, [0, 1, 3, 4]) and np.array_equal(y, [1, 3, 2, 4]), (
    "hinge_net changed x or y: y -= ... writes into the array of your caller.")
assert isinstance(layers, (tuple, list)) and [len(layer) for layer in layers] == [2, 2], (
    "hinge_net returns two layers: return [(W1, b1), (W2, b2)].")
(W1, b1), (W2, b2) = layers
H = np.size(b1)
assert [np.shape(p) for p in (W1, b1, W2, b2)] == [(1, H), (H,), (H, 1), (1,)], (
    "With H hidden units W1, b1, W2, b2 should have the shapes "
    "(1, H), (H,), (H, 1), (1,). Look at hinge_net(x, y).")
z = (relu(x[:, None] @ W1 + b1) @ W2 + b2)[:, 0]
assert abs(z[0] - 1) <= 1e-9, (
    "At x = 0 no hinge is open yet, so b2 alone gives the height of the first "
    "point, 1. A hinge opens where x + b = 0: its bias is minus the knot.")
assert abs(z[1] - 3) <= 1e-9, (
    "At x = 1 the output should be 3: from the first point "
    "on the slope is 2, the rise divided by the gap.")
assert np.allclose(z[2:], [2, 4], rtol=0, atol=1e-9), (
    "At x = 3 and x = 4 the output should be 2 and 4. All hinges left of x "
    "are open, and their slopes add up: each adds the CHANGE, the new "
    "slope minus the one just before (at x = 1 that is -0.5 - 2).")

# %% nbgrader={"grade": true, "grade_id": "hinge_net-any_gaps", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# exactly through every point, whatever the gaps, the heights and their number
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(406)
for K, scale in [(1, 1.0), (2, 1.0), (5, 30.0), (20, 1e-3), (60, 1.0)]:
    x = scale * (rng.uniform(-3, 3) + np.cumsum(rng.uniform(0.1, 2, K + 1)))
    y = 10 * rng.standard_normal(K + 1)
    (W1, b1), (W2, b2) = ([np.asarray(p) for p in layer] for layer in hinge_net(x, y))
    between = (x[1:] + x[:-1]) / 2
    assert np.allclose((relu(x[:, None] @ W1 + b1) @ W2 + b2)[:, 0], y, rtol=0, atol=1e-8), (
        "The output misses some of the points. Each slope is divided by its own gap, the gaps differ, and each hinge adds the new slope minus the one before.")
    assert np.allclose((relu(between[:, None] @ W1 + b1) @ W2 + b2)[:, 0], (y[1:] + y[:-1]) / 2, rtol=0, atol=1e-8), (
        "Half way between two neighbouring points the output is not half way between their heights.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "hinge_net-between", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# straight between the points: h²/8 max|f''| for a smooth curve; points of whole numbers too
### BEGIN HIDDEN TESTS
for K in (2, 3, 7, 24):
    for f, curvature in [(lambda x: np.exp(x / 2) - 1, np.e / 4), (lambda x: x * x / 2 - x**3 / 6, 1.0), (lambda x: np.sin(2 * x), 4.0)]:
        knots, places = np.linspace(0, 2, K + 1), np.linspace(0, 2, 1001)
        (W1, b1), (W2, b2) = ([np.asarray(p) for p in layer] for layer in hinge_net(knots, f(knots)))
        error = np.abs((relu(places[:, None] @ W1 + b1) @ W2 + b2)[:, 0] - f(places)).max()
        assert error <= (2 / K) ** 2 / 8 * curvature + 1e-9, (
            "Between the points of a smooth curve the output is farther off than the theorem of L04, section 3, allows. It should be straight there.")
for x, y in [([0, 2, 4, 6], [0, 1, 1, 4]), ([-1, 1, 3], [0, 3, 2])]:
    x, y = np.array(x), np.array(y)
    (W1, b1), (W2, b2) = ([np.asarray(p) for p in layer] for layer in hinge_net(x, y))
    places = np.linspace(x[0], x[-1], 101)
    assert np.allclose((relu(places[:, None] @ W1 + b1) @ W2 + b2)[:, 0], np.interp(places, x, y), rtol=0, atol=1e-9), (
        "For points with whole numbers the output is wrong between them. Slopes are fractions: an array of whole numbers cuts them.")
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "hinge_net-beyond", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# constant beyond both ends
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(407)
for K in (2, 3, 9):
    x, y = np.cumsum(rng.uniform(0.3, 1, K + 1)) - 2, rng.uniform(1, 5, K + 1)
    (W1, b1), (W2, b2) = ([np.asarray(p) for p in layer] for layer in hinge_net(x, y))
    z = [(relu(places[:, None] @ W1 + b1) @ W2 + b2)[:, 0] for places in (x[0] - np.linspace(0, 50, 40), x[-1] + np.linspace(0, 50, 40))]
    assert np.allclose(z[0], y[0], rtol=0, atol=1e-8), "Left of the first point the output should stay at the height of the first point."
    assert np.allclose(z[1], y[-1], rtol=0, atol=1e-8), "Right of the last point the output should stay at the height of the last: what slope must be taken away there?"
### END HIDDEN TESTS

# %% [markdown]
# ## 6 How many pieces are enough? (2 points)
#
# The theorem of L04 *promises* an error. How many pieces does a given target really need? The **sup error** of a network $N$ for a target $f$ on
# an interval is the largest $|f(x) - N(x)|$ there. The targets here are polynomials, and `polynomial(c, x)` of the set-up cell computes
# $f(x) = c_0 + c_1 x + c_2 x^2 + \dots$
#
# **Contract.** `smallest_width(c, left, right, eps)` takes the coefficients `c`, shape `(n,)`, the ends of the interval and a number `eps > 0`. Let $K$ be
# a number of equal segments, $K \ge 1$: the knots are $K + 1$ equally spaced places from `left` to `right`, both included, and $N$ runs straight between the
# points $(t, f(t))$, $t$ a knot, as in question 5. (Up to `right` it takes $K$ hinges, hence the name.) The function returns the smallest $K$ for which the sup error is less than `eps`.
#
# One more than the smallest $K$ is accepted too, if there the sup error is less than `eps` as well. You can look at a grid only, not at every $x$: in the checks
# $K$ stays below 30, no sup error comes so near to `eps` that it matters, and a grid of 1,000 places is fine enough. If a cell runs on and on,
# choose *Kernel > Interrupt Kernel*: then no $K$ was good enough for your loop.
#
# **Example.** $f(x) = x^2$ on $[-1, 1]$: one segment has the sup error 1 (at $x = 0$), two have $\frac14$ (at $\pm\frac12$), three $\frac19$. So
# `smallest_width(np.array([0, 0, 1]), -1, 1, 0.2)` is 3 (and 4 would be accepted).
#
# <details><summary>Hint 1: the idea</summary>
#
# Try $K = 1, 2, 3, \dots$ and return the first that is good enough. Its sup error is the largest miss over *many* places of the interval, most of them
# between the knots.
#
# </details>
#
# <details><summary>Hint 2: the tools</summary>
#
# From `left` to `right` the network is nothing but straight pieces, and `np.interp(x, knots, heights)` gives the same values, so no
# network needs to be built. `np.linspace(left, right, M)` makes `M` places, both ends included, and
# `polynomial(c, x)` takes all of them at once.
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# x = np.linspace(left, right, ...)
# for K in range(1, 100):                  # ends, even if something is wrong
#     knots = np.linspace(left, right, ...)
#     error = ...
#     if ...:
#         return K
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "smallest_width", "locked": false, "schema_version": 3, "solution": true, "task": false}
def smallest_width(c, left, right, eps):
    """Return the smallest K, a whole number, for which K equal straight segments between points of
    polynomial(c, x) on the interval from left to right have a sup error less than eps.
    """
    ### BEGIN SOLUTION
    x = np.linspace(left, right, 10_007)
    f, K = polynomial(c, x), 1
    while True:
        knots = np.linspace(left, right, K + 1)
        if np.abs(np.interp(x, knots, polynomial(c, knots)) - f).max() < eps:
            return K
        K += 1
    ### END SOLUTION
    raise NotImplementedError("next step: compute the sup error of a single segment")


# %% nbgrader={"grade": true, "grade_id": "smallest_width-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the parabola of the example, another one, and a straight line
first = smallest_width(np.array([0, 0, 1]), -1, 1, 0.2)
assert first is not None and np.ndim(first) == 0, (
    "smallest_width returns one number, K. None means that no return was reached.")
assert smallest_width(np.array([0, 0, 1]), -1, 1, 0.2) >= 3, (
    "smallest_width(np.array([0, 0, 1]), -1, 1, 0.2) should be 3: with two "
    "segments the miss is 1/4 at x = 1/2. At the knots the miss is always "
    "0, so look at many places between them, and at the largest |f(x) - N(x)|: a miss counts on "
    "either side.")
assert smallest_width(np.array([0, 0, 1]), -1, 1, 0.2) <= 4, (
    "smallest_width(np.array([0, 0, 1]), -1, 1, 0.2) should be 3, or 4: three segments miss "
    "by 1/9 at most. K is the number of segments, and they lie between left and right.")
assert smallest_width(np.array([0, 0, 1]), 0, 10, 0.9) in (6, 7), (
    "smallest_width(np.array([0, 0, 1]), 0, 10, 0.9) should be 6, or 7: here "
    "K segments miss by 25/K**2. Do knots and places run from left to right?")
assert smallest_width(np.array([3, -2]), 0, 1, 0.001) in (1, 2), (
    "smallest_width(np.array([3, -2]), 0, 1, 0.001) should "
    "be 1, or 2: for a straight line one segment is enough.")

# %% nbgrader={"grade": true, "grade_id": "smallest_width-fresh_targets", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# fresh targets: good enough on a fresh grid, and no wider than needed
### BEGIN HIDDEN TESTS
def sup_error_of(c, left, right, K):
    knots, x = np.linspace(left, right, K + 1), np.linspace(left, right, 15_013)
    return np.abs(np.interp(x, knots, polynomial(c, knots)) - polynomial(c, x)).max()


for c, left, right, needed in [([0, -1, 0, 1], -1, 2, 7), ([2, 0, -3, 1, 1], -2, 1, 11), ([0, 0, 0, 0, 0, 1], 0, 3, 23), ([5, 1, -40], -3, -1, 4),
                               ([1e-3, 0, 2e-3, 3e-3], 0, 1, 3), ([0, 0, 0, 1], 0, 1, 1), ([0] * 16 + [1], 0, 1, 5)]:
    c = np.array(c)
    eps = np.sqrt(sup_error_of(c, left, right, needed) * (sup_error_of(c, left, right, needed - 1) if needed > 1 else 1))
    found = smallest_width(c.copy(), left, right, eps)
    assert found == int(found) and found >= 1, "K is a whole number of segments, 1 or more."
    assert sup_error_of(c, left, right, int(found)) < eps, (
        "For some target K segments are not enough: between the knots the miss reaches eps. Look at the largest miss of either sign, over many places of the "
        "whole interval.")
    assert found <= needed + 1, (
        "For some target fewer segments are enough. Try every K from 1 on, and judge each by its real sup error, not by a promise.")
### END HIDDEN TESTS

# %% [markdown]
# ## 7 A zigzag by folding (3 points)
#
# L05, section 3: two hinges make a tent, and a tent fed into a tent has twice as many pieces. Nothing is special about two. A **zigzag** with $m$ pieces
# goes straight from $(0, 0)$ up to $(\frac1m, 1)$, straight down to $(\frac2m, 0)$, up again, and so on to $x = 1$; for $m = 2$ it is the tent. It takes $m$ hinges,
# at $0, \frac1m, \dots, \frac{m-1}{m}$. Each of its pieces runs over the whole of $[0, 1]$, so a second zigzag, fed with the first, draws
# its $m$ pieces $m$ times.
#
# **Contract.** `zigzag_net(m, d)` takes the number of pieces for each layer, $m \ge 2$, and the number of hidden layers, $d \ge 1$. It returns a network
# `[(W1, b1), ...]` of $d + 1$ layers with **ReLU** hidden units, one input, one output and $m$ units in each hidden layer. For $x$ from 0 to 1 its output is
# the zigzag with $m^d$ pieces: 0 at every even multiple of $1/m^d$, 1 at every odd one, straight in between.
#
# **Example.** `zigzag_net(2, 2)` is the tent in the tent, $T(T(x))$ with $T(x) = 2 \operatorname{relu}(x) - 4 \operatorname{relu}(x - \frac12)$. It
# is 0, 1, 0, 1, 0 at $x = 0, \frac14, \frac12, \frac34, 1$. Look at it with your `forward` of question 1:
# `forward(np.array([[0], [0.25], [0.5], [0.75], [1]]), zigzag_net(2, 2), ["relu", "relu"])`.
#
# <details><summary>Hint 1: the idea</summary>
#
# First one layer, $d = 1$: the slopes are $m, -m, m, -m, \dots$, and each hinge is multiplied by the change of slope at its knot. Then depth: what
# a hidden layer hands to the next is not one number but its $m$ hinges, so their output weights have to be multiplied into the next layer.
#
# </details>
#
# <details><summary>Hint 2: the shapes</summary>
#
# Call `F`, shape `(1, m)`, the weights that bring one number to $m$ hinges, and `v`, shape `(m, 1)`, the output weights of one zigzag. With hinges `A`,
# shape `(N, m)`, the zigzag is `A @ v`, shape `(N, 1)`: first join, then bring to the next hinges. One matrix of shape `(m, m)` does both steps, as two
# layers without an activation between them collapse to one (L02). Which knots do the next hinges have?
#
# </details>
#
# <details><summary>Hint 3: a skeleton</summary>
#
# ```python
# F, b = np.ones((1, m)), ...              # hinges at 0, 1/m, ..., (m - 1)/m
# v = ...                                  # the changes of slope, as a column
# layers = [(F, b)]
# for _ in range(...):
#     layers.append((..., ...))
# layers.append((v, np.zeros(1)))
# return layers
# ```
#
# </details>

# %% nbgrader={"grade": false, "grade_id": "zigzag_net", "locked": false, "schema_version": 3, "solution": true, "task": false}
def zigzag_net(m, d):
    """Return the d + 1 layers [(W, b), ...] of a ReLU network, m units in each of d hidden layers.

    On [0, 1] its output is the zigzag with m**d straight pieces between 0 and 1, starting at 0.
    """
    ### BEGIN SOLUTION
    F, b = np.ones((1, m)), -np.arange(m) / m
    v = 2.0 * m * (-1.0) ** np.arange(m)[:, None]
    v[0] = m
    return [(F, b)] + [(v @ F, b)] * (d - 1) + [(v, np.zeros(1))]
    ### END SOLUTION
    raise NotImplementedError("next step: write down the zigzag with one hidden layer")


# %% nbgrader={"grade": true, "grade_id": "zigzag_net-visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# the tent, and the shapes of a deeper network
for m, d in ((2, 1), (3, 2)):
    layers = zigzag_net(m, d)
    assert isinstance(layers, (tuple, list)) and len(layers) == d + 1, (
        "d hidden layers and the output are d + 1 pairs: "
        "zigzag_net(2, 1) has 2, zigzag_net(3, 2) has 3.")
    assert [np.shape(W) for W, b in layers] == [(1, m), *[(m, m)] * (d - 1), (m, 1)], (
        "The W of zigzag_net(3, 2) should have the shapes (1, 3), (3, 3), (3, 1), those of "
        "zigzag_net(2, 1) (1, 2) and (2, 1): m units in each hidden layer, one input, one output.")
    assert [np.shape(b) for W, b in layers] == [*[(m,)] * d, (1,)], (
        "The b of zigzag_net(3, 2) should have the shapes (3,), (3,), (1,).")
(W1, b1), (W2, b2) = zigzag_net(2, 1)
z = (relu(np.array([[0.0], [0.5], [0.25], [0.75], [1.0]]) @ W1 + b1) @ W2 + b2)[:, 0]
assert np.allclose(z[:2], [0, 1], rtol=0, atol=1e-9), (
    "zigzag_net(2, 1) is the tent: 0 at x = 0 and 1 at x = 1/2, so "
    "its first slope is m = 2. The bias of a hinge is minus its knot.")
assert np.allclose(z[2:], [0.5, 0.5, 0], rtol=0, atol=1e-9), (
    "zigzag_net(2, 1) should be 1/2 at x = 1/4 and 3/4, and 0 at "
    "x = 1. At the knot 1/2 the slope changes from 2 to -2: by -4.")

# %% nbgrader={"grade": true, "grade_id": "zigzag_net-one_layer", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# one hidden layer: a zigzag with any number of pieces
### BEGIN HIDDEN TESTS
for m in (2, 3, 4, 5, 8, 13):
    (W1, b1), (W2, b2) = ([np.asarray(p) for p in layer] for layer in zigzag_net(m, 1))
    x = np.linspace(0, 1, 12 * m + 1)
    z = (relu(x[:, None] @ W1 + b1) @ W2 + b2)[:, 0]
    assert np.allclose(z[::12], np.arange(m + 1) % 2, rtol=0, atol=1e-9), (
        "With one hidden layer the output is not 0, 1, 0, 1, ... at the multiples of 1/m. The slope changes sign at every knot inside, to and fro.")
    assert np.allclose(z, np.interp(x, np.arange(m + 1) / m, np.arange(m + 1) % 2), rtol=0, atol=1e-9), "Between the multiples of 1/m the output is not straight."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "zigzag_net-pieces_multiply", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# several hidden layers: m**d pieces from m*d units
### BEGIN HIDDEN TESTS
for m, d in [(2, 2), (2, 3), (3, 2), (2, 7), (3, 4), (2, 10)]:
    layers = zigzag_net(m, d)
    assert [(np.shape(W), np.shape(b)) for W, b in layers] == [((1, m), (m,)), *[((m, m), (m,))] * (d - 1), ((m, 1), (1,))], (
        "There should be d hidden layers of m units each, for any m and d.")
    x = np.linspace(0, 1, 4 * m**d + 1)
    A = x[:, None]
    for W, b in layers[:-1]:
        A = relu(A @ W + b)
    z = (A @ layers[-1][0] + layers[-1][1])[:, 0]
    expected = np.abs((np.arange(4 * m**d + 1) + 4) % 8 - 4) / 4
    assert np.allclose(z, expected, rtol=0, atol=1e-7), (
        "With several hidden layers the output is not the zigzag with m**d pieces. What a layer receives are the hinges of the layer before; which weights make the "
        "zigzag of them, and which bring it to the next hinges? All hidden layers have the same knots.")
### END HIDDEN TESTS

# %% [markdown]
# ## What you have now
#
# A forward pass for any network, an inspector of shapes, a translator, and three kinds of network that nobody had to train. With 12 hidden units
# `zigzag_net(2, 6)` has 64 pieces and `zigzag_net(3, 4)` has 81; in a single hidden layer 12 units make at most 13 (L05, section 1). What is still
# missing is a way to find good weights when nobody can write them down. That begins with saying what "good" means: the losses of L06.
#
# **Sources.** G. Cybenko, *Approximation by superpositions of a sigmoidal function*, 1989,
# [doi:10.1007/BF02551274](https://doi.org/10.1007/BF02551274). M. Telgarsky, *Benefits of depth in neural networks*, 2016,
# [doi:10.48550/arXiv.1602.04485](https://doi.org/10.48550/arXiv.1602.04485). The notation of question 3 is close to that of the lecture slides D3, which
# write the bias as the weight $w_{0j}$ of a constant input $x_0 = 1$.
