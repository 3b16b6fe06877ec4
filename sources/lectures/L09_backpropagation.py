# %% [markdown]
# # L09 Backpropagation in matrices
#
# Training needs the slope of the loss in every parameter, at every step. **How do a few matrix products find all of them at once, what does
# that cost, and when does it fail?**
#
# About an hour to read and run everything, the core sections 35 minutes. Optional parts say so under their heading.

# %%
import numpy as np

from course_lib.datasets import blobs, spirals
from course_lib.nn import MLP, SGD, StackedMLP, train
from course_lib.nn.distributions import softmax
from course_lib.nn.gradients import central_difference, complex_step, relative_error
from course_lib.nn.initialisation import constant
from course_lib.notebook import plots
from course_lib.notebook.checks import check
from course_lib.notebook.live import live
from course_lib.notebook.predict import predict
from course_lib.notebook.widgets import explore
from course_lib.topics.deck_backprop import deck_backprop
from course_lib.topics.intervals import median_interval, share_interval
from course_lib.topics.notations import DECKS, from_deck, gradient_scale, to_deck
from course_lib.topics.propagation import (
    dead_shares, deck_gradient_norms, deltas, norms_by_depth, spectral_bounds, v_matrices,
)
from course_lib.topics.threshold_logic import corners

# %% [markdown] tags=["core"]
# ## Two questions from before
#
# > *Core, 2 minutes.*
#
# From L07: exchange two hidden units, and the network computes the same. In $W_1$ two columns change places, in $b_1$ two numbers. And in
# $W_2$: two `"rows"` or two `"columns"`?

# %%
check("L09-recall-exchange", None)

# %% [markdown]
# From L08: $z = w x + b$ with $w = 2$, $x = 3$. The sweep arrives at $z$ with the gradient 4. What does it hand to $w$, to $x$ and to $b$?

# %%
check("L09-recall-unit", None)

# %% [markdown] tags=["core", "D3-11", "D3-13", "D0-27"]
# ## 1 Delta in three notations
#
# > *Core, 4 minutes.*
#
# Descent asks for $\partial L / \partial W_{ij}$ for every weight of every layer. "How do we actually calculate the gradient of a
# network?", the slides ask. Each slope could be measured alone, but there is a shortcut. **Predict:** a layer has 64 inputs and 128
# units, so 8192 weights. For one sample, and with all activations known, how many slopes must be found before all 8192 are plain
# multiplications?

# %%
predict("L09-shortcut", None, choices=(64, 128, 192, 8192))

# %% [markdown] tags=["D3-13", "D3-11"]
# **128**, one for each unit. The weight $W_{ij}$ touches the loss only through the pre-activation $z_j = \sum_i a_i W_{ij} + b_j$ of its
# unit. So by the chain rule
#
# $$\frac{\partial L}{\partial W_{ij}} = \frac{\partial L}{\partial z_j} \cdot \frac{\partial z_j}{\partial W_{ij}} = a_i\, \delta_j, \qquad
# \delta_j = \frac{\partial L}{\partial z_j} .$$
#
# **Delta**, $\delta_j$, says how the loss reacts when unit $j$'s pre-activation is nudged. Everything else is bookkeeping.

# %% [markdown] tags=["D3-14", "D4-15"]
# At the output delta is known at once. One tanh unit with the error $e = (a - y)^2$ is a chain as in L08; here are its numbers for
# $z = 0.5$ and $y = 1$.

# %% tags=["D3-14", "D4-15"]
plots.delta_places(z=0.5, y=1)

# %% [markdown] tags=["D3-14", "D4-15", "D4-09"]
# Here is a trap for readers of several books: some put delta *before* the activation, some *behind* it. (D0 to D4 are the five slide
# decks that this course grew from.)
#
# $$\begin{aligned}
# \text{here and D3:} \quad & \delta = \partial L / \partial z, & \text{at the output} \quad & 2\,(a - y)\,(1 - a^2) \\
# \text{D1:} \quad & \nabla_z L, \text{ the same without a letter} \\
# \text{D4:} \quad & \delta = \partial e / \partial a, & \text{at the output} \quad & 2\,(a - y)
# \end{aligned}$$
#
# They differ by the factor $f'(z)$. In this course delta is always $\partial L / \partial Z$; for softmax with cross-entropy it starts as
# $p - y$ (L06).

# %% [markdown]
# **Checkpoint.** A tanh output unit says $a = 0.5$, the target is $y = 1$, and $e = (a - y)^2$. What is our delta?

# %%
check("L09-output-delta", None)

# %% [markdown] tags=["core", "D0-25", "D1-39", "D1-40", "D1-42", "D3-15", "D4-09"]
# ## 2 Layer by layer, with shapes
#
# > *Core, 7 minutes.*
#
# Now a whole layer, a whole batch: $Z = A W + b$, with $A$ of shape $N \times n$ and $W$ of shape $n \times m$. Suppose its $\delta$, of
# the shape of $Z$, is known. Then
#
# $$dW = A^\top \delta, \qquad db = \text{column sums of } \delta, \qquad dA = \delta\, W^\top .$$
#
# ($dW$ is short for the matrix of all $\partial L/\partial W_{ij}$.) The shapes leave no choice:
# $n \times m$ can only be $(n \times N)(N \times m)$.

# %% [markdown] tags=["D1-42", "D1-39"]
# **Proof.** Write one number of the layer: $Z_{sj} = \sum_i A_{si} W_{ij} + b_j$ for sample $s$. Paths add (L08), so collect every $Z_{sj}$
# that the nudged number touches:
#
# $$\begin{aligned}
# W_{ij} &\text{ touches column } j: & \partial L / \partial W_{ij} &= \textstyle\sum_s A_{si}\, \delta_{sj} \\
# b_j &\text{ touches column } j: & \partial L / \partial b_j &= \textstyle\sum_s \delta_{sj} \\
# A_{si} &\text{ touches row } s: & \partial L / \partial A_{si} &= \textstyle\sum_j \delta_{sj}\, W_{ij}
# \end{aligned}$$

# %% [markdown] tags=["D1-42", "D4-11"]
# The first line in numbers. Each sample multiplies its inputs by its deltas, every one by every one: an **outer product**. The batch adds
# them up.

# %% tags=["D1-42", "D4-11"]
A = np.array([[1, 2, 0], [-1, 0.5, 3], [2, 1, -1]])
delta = np.array([[0.5, -1], [1, 0], [-0.5, 0.2]])
plots.outer_products(A, delta)

# %% [markdown] tags=["D4-11"]
# Each table has **rank one**: all its columns are multiples of one column. So the gradient of a batch of $N$ samples has at most rank $N$.
#
# **Checkpoint.** For this very `delta`: what is the gradient of the two biases? (The mean over the batch is already inside delta, as a
# factor $1/N$; so here it is a sum.)

# %%
check("L09-bias", None)

# %% [markdown] tags=["D1-40", "D3-15", "D4-09", "D0-25"]
# One step is missing: from $dA$ to the delta of the layer below. That layer computed $A = f(Z_{\text{below}})$, number by number, so each
# slope is multiplied by the slope of its own activation ($\odot$ multiplies entry by entry):
#
# $$\delta_{\text{below}} = (\delta\, W^\top) \odot f'(Z_{\text{below}}) .$$
#
# A layer finds its own gradients from what it was handed, and passes the rest back. That is the relay of L08 with matrices.

# %% [markdown]
# **Checkpoint.** A hidden tanh unit has the value 0.5. It feeds two units with the weights 3 and 1, and their deltas are 1 and −2. What
# is its own delta?

# %%
check("L09-hidden-delta", None)

# %% [markdown] tags=["D1-39", "D1-40", "D1-42"]
# **All of it by hand, once.** The network of a checkpoint in L03, with ReLU: $x = (1, 2)$ gave $z_1 = (1, -1)$, $a_1 = (1, 0)$ and the
# score 1. Let the target be 2 and $L = \tfrac12 (z - y)^2$. Then backward:
#
# $$\begin{aligned}
# \delta_2 &= z - y = -1, & dW_2 &= a_1^\top \delta_2 = \begin{pmatrix} -1 \\ 0 \end{pmatrix}, \\
# \delta_1 &= \delta_2 W_2^\top \odot f'(z_1) = -1 \cdot (2, 3) \odot (1, 0) = (-2, 0), &
# dW_1 &= x^\top \delta_1 = \begin{pmatrix} -2 & 0 \\ -4 & 0 \end{pmatrix} .
# \end{aligned}$$

# %% tags=["D1-39", "D1-40", "D1-42"]
tiny = MLP([2, 2, 1], activation="relu", output="linear")
tiny.theta[:] = [1, -1, 0, 1, 0, -2, 2, 3, -1]                   # W1, b1, W2, b2, row by row
x, target = np.array([[1.0, 2.0]]), np.array([[2.0]])
measured = central_difference(lambda theta: tiny.loss(x, target, theta), tiny.theta)
(dW1, db1), (dW2, db2) = tiny.views(measured.round(6) + 0)
print("dW1", dW1.tolist(), " db1", db1.tolist(), " dW2", dW2.tolist(), " db2", db2.tolist())

# %% [markdown] tags=["D1-40", "D1-42"]
# Nine slopes, as measured by nudging. The second unit is silent on this sample: slope 0, so nothing passes through it and none of its
# weights learns from this sample. A weight of 3 on its way out does not help.

# %% [markdown] tags=["D4-13", "D0-25"]
# The whole network, 2–4–3–3, with every matrix drawn in its shape. Follow the blue arrows on top to the
# right, then the orange-red ones at the bottom back to the left.

# %% tags=["D4-13", "D0-25"]
plots.two_passes([2, 4, 3, 3])

# %% [markdown] tags=["D4-13"]
# Errors flow back: hence **backpropagation**. Three things to take from the picture. A delta has the shape of its $Z$, a gradient the
# shape of its $W$. The values of the forward pass must be *kept* (dashed arrows). And the lower row ends at $\delta_1$.
#
# **Checkpoint.** With a batch of 50 samples, which shape has $\delta_1$?

# %%
check("L09-shape", None)

# %% [markdown] tags=["core", "D1-43", "D3-16"]
# ## 3 The full algorithm
#
# > *Core, 5 minutes; the notations at its end are optional.*
#
# Here it is, for tanh layers and a softmax output. Layers are counted from 0, as Python does, so `A[l]` is what layer `l` receives.

# %% tags=["D1-43", "D1-39", "D1-40", "D1-42"]
def backpropagate(layers, X, Y):
    A = [X]                                                  # forward, and keep every A
    for W, b in layers[:-1]:
        A.append(np.tanh(A[-1] @ W + b))
    W, b = layers[-1]
    delta = (softmax(A[-1] @ W + b) - Y) / len(X)            # p - y, of the mean loss
    gradient = []
    for l in range(len(layers) - 1, -1, -1):                 # backward
        gradient.insert(0, (A[l].T @ delta, delta.sum(axis=0)))
        if l > 0:                                            # X came out of no activation
            delta = (delta @ layers[l][0].T) * (1 - A[l] ** 2)
    return gradient

# %% [markdown] tags=["D1-43"]
# The slope $1 - a^2$ needs only the kept $A$, not $Z$ (L02). Believe nothing: three classes, 60 samples, and every partial derivative
# against the complex step of L08, which loses no digits, and against the library.

# %% tags=["D1-43"]
X, y = blobs(60, noise=0.3, rng=0)
Y = np.eye(3)[y]
net = MLP([2, 4, 3, 3], activation="tanh", output="softmax", rng=0)
ours = np.concatenate([part.ravel() for layer in backpropagate(net.layers, X, Y) for part in layer])
exact = complex_step(lambda theta: net.loss(X, Y, theta), net.theta)
print(len(ours), "slopes; relative error below 1e-12 against")
print("the complex step:", relative_error(ours, exact) < 1e-12)
print("the library:     ", relative_error(ours, net.loss_and_grad(X, Y)[1]) < 1e-12)

# %% [markdown] tags=["D1-43", "erratum-19"]
# **Test a claim.** The slides that this course grew from give the same algorithm, layers counted from 1, and loop "for ℓ from L + 1 to
# 1", with L hidden layers. Every round ends with $\nabla_{z^{(\ell-1)}} = \nabla_{h^{(\ell-1)}} \odot g'(z^{(\ell-1)})$, with no `if`. Run it as printed:

# %% tags=["D1-43", "erratum-19"]
Z, H = {}, {0: X}
for l, (W, b) in enumerate(net.layers, start=1):
    Z[l] = H[l - 1] @ W + b
    H[l] = np.tanh(Z[l])
grad_z = (softmax(Z[3]) - Y) / len(X)
try:
    for l in (3, 2, 1):
        dW, db = H[l - 1].T @ grad_z, grad_z.sum(axis=0)
        grad_h = grad_z @ net.layers[l - 1][0].T
        grad_z = grad_h * (1 - np.tanh(Z[l - 1]) ** 2)
except KeyError as missing:
    print(f"in round {l}: there is no z with the number {missing}")

# %% [markdown] tags=["D1-43", "erratum-19"]
# **Repaired:** pass on only while $\ell > 1$. By then all gradients are complete; the last step would nudge the data. A list would have
# hidden the slip: `Z[-1]` is its last entry, and if the shapes fit nobody complains. (The product $\delta_1 W_1^\top$ is a slope in $X$,
# useful to ask what the network looks at, and wasted here.)

# %% [markdown] tags=["D3-16"]
# **Checkpoint.** A network has 4 layers of weights. How many products with a $W^\top$ does its backward pass need?

# %%
check("L09-guard", None)

# %% [markdown] tags=["D3-16"]
# With this the training of L03 is no longer a black box: start **at random** (section 8 says why), then again and again forward, backward,
# $W \leftarrow W - \mathrm{lr}\; dW$. This is what `train` does:

# %% tags=["D3-16"]
layers = [(W.copy(), b.copy()) for W, b in net.layers]
for _ in range(100):
    for (W, b), (dW, db) in zip(layers, backpropagate(layers, X, Y), strict=True):
        W -= 0.5 * dW
        b -= 0.5 * db
losses = list(train(net, X, Y, SGD(lr=0.5), epochs=100))
print(f"loss {losses[0]:.2f} -> {losses[-1]:.2f}")
print("same weights:", np.allclose(layers[0][0], net.layers[0][0]))

# %% [markdown] tags=["optional", "D3-15", "D4-09", "D4-10"]
# ### Five notations, one gradient
#
# > *Optional, 2 minutes.*
#
# Each of the five decks writes all this in its own way. First, a layer and its delta:
#
# $$\begin{array}{lll}
# & \text{layer} & \text{delta} \\ \hline
# \text{here} & Z = A W + b & \partial L / \partial Z \\
# \text{D0} & z = x^\top w + b & \text{none} \\
# \text{D1} & z^{(\ell)} = W^{(\ell)} h^{(\ell-1)} + b^{(\ell)} & \nabla_{z^{(\ell)}} L \\
# \text{D2} & W x & \text{none} \\
# \text{D3} & s_j^{(l)} = \sum_i w_{ij}^{(l)} x_i^{(l-1)} & \delta_j^{(l)} = \partial e / \partial s_j^{(l)} \\
# \text{D4} & z^\ell = W^\ell a^{\ell-1} & \delta^\ell = \partial e / \partial a^\ell
# \end{array}$$

# %% [markdown] tags=["D3-15", "D4-09", "D4-11"]
# Then how it travels, and what it gives. (D0 and D2 multiply derivatives of layers.)
#
# $$\begin{array}{lll}
# & \text{one layer back} & \text{gradient of the weights} \\ \hline
# \text{here} & (\delta\, W^\top) \odot f'(Z_{\text{below}}) & A^\top \delta \\
# \text{D1} & (W^{(\ell)\top} \nabla_{z^{(\ell)}}) \odot g'(z^{(\ell-1)}) & \nabla_{z^{(\ell)}}\, h^{(\ell-1)\top} \\
# \text{D3} & \theta'(s_i) \sum_j w_{ij}\, \delta_j & x_i\, \delta_j \\
# \text{D4} & (W^{\ell})^\top \operatorname{Diag}(\phi')\, \delta^{\ell} & \operatorname{Diag}(\phi')\, \delta^\ell (a^{\ell-1})^\top
# \end{array}$$

# %% [markdown] tags=["D4-09", "D2-10", "D0-25"]
# Samples are columns in the decks; D2 and D4 have no biases; and most errors lack the ½ that our networks train with, so their gradients are twice as long. All that
# is translated in `course_lib.topics`. One network 3–4–1, one sample, each deck by its own formulas:

# %% tags=["D0-25", "D1-43", "D2-10", "D3-15", "D4-10"]
small = MLP([3, 4, 1], activation="tanh", output="linear", rng=1)
x, target = np.array([0.5, -1, 2]), np.array([1.0])
right = small.views(small.loss_and_grad(x[None], target[None])[1])
for deck in DECKS[1:]:
    found = deck_backprop(deck, to_deck(deck, small.layers), x, target, ["tanh", "linear"]).gradient
    ratios = [from_deck(deck, found)[l][0] / right[l][0] for l in (0, 1)]
    print(deck, "our dW times", gradient_scale(deck, 1), "in both layers:",
          np.allclose(np.concatenate(ratios, axis=None), gradient_scale(deck, 1), rtol=1e-12))

# %% [markdown] tags=["core", "D3-13"]
# ## 4 Why it is cheap
#
# > *Core, 4 minutes.*
#
# In L08 central differences took 674 forward passes for one gradient of a network with 337 parameters. **Predict:** how many forward
# passes is one *backward* pass worth?

# %%
predict("L09-backward-cost", None, choices=("about 1/2", "about 2", "about 17", "about 337"))

# %% [markdown]
# No clock, but a counter: the library does all its products through `net.product`, and we put ourselves in between. An $N \times n$ times
# $n \times m$ product takes $N n m$ multiplications, each with an addition.

# %% tags=["D3-13"]
def multiply_adds(sizes, samples=50):
    net, done = MLP(sizes, output="sigmoid", rng=0), []
    def product(A, B, out=None):
        done.append(A.size * B.shape[-1])
        return np.dot(A, B, out=out)
    net.product = product
    net.loss_and_grad(np.zeros((samples, sizes[0])), np.zeros((samples, sizes[-1])))
    layers = len(sizes) - 1
    return len(net.theta), sum(done[:layers]), sum(done[layers:])

P, forward, backward = multiply_adds([2, 16, 16, 1])
print(f"{P} parameters: forward {forward:,}, backward {backward:,}, ratio {backward / forward:.2f}")

# %% [markdown] tags=["D3-13"]
# **About 2**, and the algorithm shows why. Forward, a layer makes one product, $A W$. Backward it makes two of the same size,
# $A^\top \delta$ and $\delta W^\top$ (the first layer only one; the bias sums make up for it here). Nowhere does the number of parameters
# enter as a factor:

# %% tags=["D3-13"]
counts = np.array([multiply_adds([2, width, width, 1]) for width in (4, 8, 16, 32, 64, 128, 256)])
P, forward, backward = counts.T
plots.gradient_costs(P, (forward + backward) / forward, marked=337)

# %% [markdown] tags=["D3-13"]
# **Forward mode** is the chain rule the other way round: it carries along the slope in *one* parameter, so it takes $P$ passes, as the
# complex step does. It wins where there is one input and many results. A loss is many inputs and one result.
#
# The price is memory: every $A$ is kept until the backward pass has used it.

# %% [markdown]
# **Checkpoint.** The digit reader 64–128–10 has 9610 parameters. How many forward passes do central differences take for one gradient?

# %%
check("L09-passes", None)

# %% [markdown] tags=["optional", "D2-09", "D2-10"]
# ## 5 The tensor you never build
#
# > *Optional, 3 minutes.*
#
# One deck writes the chain rule for $L = \frac1N \sum_i (y_i - w^\top g(W x_i))^2$ with all its derivatives in full, for one sample:
#
# $$\frac{\partial L}{\partial W} = \underbrace{\frac{\partial L}{\partial \hat f}}_{\text{number}} \cdot
# \underbrace{\frac{\partial \text{Dense2}}{\partial \text{Activation1}}}_{d'} \cdot
# \underbrace{\frac{\partial \text{Activation1}}{\partial \text{Dense1}}}_{d' \times d'} \cdot
# \underbrace{\frac{\partial \text{Dense1}}{\partial W}}_{d' \times d' \times d} .$$
#
# "The actual algorithm", it says, does it efficiently. How much does that matter? Take $d = 64$ inputs and $d' = 128$ hidden units,
# samples as columns, as the deck does.

# %% tags=["D2-09", "D2-10"]
rng = np.random.default_rng(0)
W, w, x, y1 = rng.normal(size=(128, 64)) / 8, rng.normal(size=128), rng.normal(size=64), 1.0
g = np.tanh(W @ x)
chain = [-2 * (y1 - w @ g), w, np.diag(1 - g * g), np.einsum("ij,k->ijk", np.eye(128), x)]
for name, part in zip(("dL/df", "dDense2", "dActivation1", "dDense1"), chain, strict=True):
    print(f"{name:13}{np.size(part) * 8:10,} bytes, {np.mean(part == 0):.1%} of the numbers are 0")

# %% [markdown] tags=["D2-10"]
# Eight megabytes, for one sample and one layer, and nearly all of it zeros: the pre-activation of unit $i$ depends only on row $i$ of
# $W$. Carry out the product in letters, and the zeros fall away:
#
# $$\frac{\partial L}{\partial W_{ij}} = \underbrace{\frac{\partial L}{\partial \hat f}\; w_i\; g'(z_i)}_{\delta_i}\; x_j .$$

# %% tags=["D2-10"]
full = chain[0] * np.einsum("i,ij,jkl->kl", *chain[1:])
delta = chain[0] * w * (1 - g * g)
shortcut = np.outer(delta, x)
print("the same matrix:", np.allclose(full, shortcut, rtol=0, atol=1e-12))
print(f"needed for it: {8 * (delta.size + x.size):,} bytes; the result itself {8 * shortcut.size:,}")

# %% [markdown] tags=["D2-10", "D4-11"]
# Carried out from left to right, each step is a vector times a matrix, what L08 called a vector–Jacobian product, and the big factors
# need never be written down.
#
# **Checkpoint.** What is the largest rank that $dW$ of a $64 \times 128$ layer can have, computed from a batch of 5 samples?

# %%
check("L09-rank", None)

# %% [markdown] tags=["core", "D4-10", "D4-14"]
# ## 6 Products that vanish and explode
#
# > *Core, 4 minutes; the last part is optional.*
#
# For one sample the way back over layer $\ell$ is one matrix: $\delta_{\ell - 1} = \delta_\ell\, V_\ell$ with
# $V_\ell = W_\ell^\top \operatorname{Diag}(f'(z_{\ell-1}))$. Over many layers it is their product:
#
# $$\delta_\ell = \delta_L\, V_L\, V_{L-1} \cdots V_{\ell+1} .$$
#
# A product of many factors is rarely of moderate size. **Predict:** 20 layers, each of which halves delta. How much of it arrives at the
# first?

# %%
predict("L09-halved", None, choices=("a twentieth", "a thousandth", "two millionths"))

# %% [markdown] tags=["D4-14"]
# **Two millionths**: it crosses 19 layers, and $2^{-19} \approx 1.9 \cdot 10^{-6}$. Here are random networks, 20 layers, 64 units wide,
# no biases, weights normal with standard deviation gain$/\sqrt{64}$; 32 networks for each band, three gains for each activation.

# %% tags=["D4-14", "D4-10"]
gains = 1, 2 ** 0.5, 3
plots.gradient_flow({name: {gain: norms_by_depth(name, gain, networks=32, rng=0) for gain in gains}
                     for name in ("sigmoid", "tanh", "relu")})

# %% [markdown] tags=["D4-14", "D1-10"]
# Straight lines on this scale mean: every layer multiplies by about the same factor. Where delta **vanishes**, the first layers hardly
# learn; where it **explodes**, one step throws them far away. The slope of sigmoid is at most ¼, so delta shrinks even at gain 3 ($3 \cdot \frac14 < 1$). ReLU
# has slope 1 wherever it is on: "less prone to vanishing", as the slides say, but only with the right gain.

# %% [markdown]
# **Checkpoint.** Each layer multiplies delta by ½. After how many layers is it below a thousandth for the first time?

# %%
check("L09-halvings", None)

# %% [markdown] tags=["core", "D4-14"]
# ### Turn the gain
#
# > *Core, 2 minutes.*
#
# Look for the gain that keeps each activation inside the blue strip, where delta arrives within a factor of ten. Thin lines are single
# networks, 24 of them, 32 units wide.

# %% tags=["D4-14"]
explore(plots.gain_and_depth)

# %% tags=["D4-14"]
plots.gain_and_depth()

# %% [markdown] tags=["D4-14"]
# For *linear* it is 1, for ReLU 1.4 or a little more. For tanh a wide range does well enough, because it corrects itself: large weights
# saturate it, which makes its slopes small. For sigmoid nothing on the slider does.

# %% [markdown] tags=["optional", "D4-10", "D4-11", "D4-14", "erratum-29", "erratum-34"]
# ### The product, checked and bounded
#
# > *Optional, 2 minutes.*
#
# First that the product is the recursion. The deck (whose delta is $\partial e/\partial a$, so its $V^\ell$ is
# $(W^\ell)^\top \operatorname{Diag}(\phi'(z^\ell))$ in its own letters) begins the product once at $V^\ell$ instead of $V^{\ell+1}$, and
# once defines delta by $\partial e/\partial z$, which would count $\phi'$ twice. Both are slips; shapes or a gradient check find them.

# %% tags=["D4-10", "erratum-29"]
rng = np.random.default_rng(0)
deep = MLP([5, 7, 6, 4, 3], rng=0)
x, last = rng.normal(size=5), rng.normal(size=3)
V = v_matrices(deep.layers, "tanh", x)
recursion = deltas(deep.layers, "tanh", x, last)
print("shapes of the V:", [v.shape for v in V])
product = last @ V[2] @ V[1] @ V[0]
print("product and recursion agree:", np.allclose(product, recursion[0], rtol=0, atol=1e-14))

# %% [markdown] tags=["D4-14", "erratum-34"]
# **Bound.** The **spectral norm** $\|V\|_2$ is the most by which $V$ lengthens any vector; so
# $|\delta_\ell| \le \|V_L\|_2 \cdots \|V_{\ell+1}\|_2\, |\delta_L|$. True, and loose, because delta is not the worst vector of every
# layer. The deck bounds $\|dW\|_2$ in that manner too, yet it has rank one for one sample: its norm is *exactly* the length of our delta
# times that of the input.

# %% tags=["D4-14", "D4-11", "erratum-34"]
sizes = np.linalg.norm(recursion[0]) / np.linalg.norm(last)
print(f"first delta: {sizes:.3f} times as long as the last; bound {spectral_bounds(V)[0]:.3f}")
exact, bound = deck_gradient_norms(deep.layers, "tanh", x, last)
print("length of dW, layer by layer:", exact.round(3), "  the deck's bound:", bound.round(3))

# %% [markdown] tags=["core", "D4-14"]
# ## 7 Initialisation: gains
#
# > *Core, 3 minutes.*
#
# Which gain keeps signals alive is three lines of algebra. Let a unit have $n$ inputs $a_i$, independent weights, symmetric around 0, of
# variance $\sigma^2$, and no bias. Then
#
# $$\begin{aligned}
# \mathbb{E}\, z^2 &= \textstyle\sum_i \mathbb{E}\, W_i^2\; a_i^2 = n\, \sigma^2 \cdot \overline{a^2} && \text{(mixed terms have mean 0)} \\
# \text{linear:} \quad \overline{a^2} &= \overline{z^2} \text{ of the layer before} && \Rightarrow\ \sigma^2 = 1/n \\
# \text{ReLU:} \quad \overline{a^2} &= \tfrac12\, \overline{z^2}, \text{ on average} && \Rightarrow\ \sigma^2 = 2/n
# \end{aligned}$$

# %% [markdown] tags=["D4-14"]
# The bar is the mean over the units. ReLU halves it because $z$ and $-z$ are equally likely. So it is the number of *inputs*, the
# **fan-in**, that counts: more terms in the sum need smaller weights. $2/n$ is **He**'s choice, gain $\sqrt2$. Backward the same algebra
# runs over the *outputs* $m$; **Xavier** (Glorot) compromises with $2/(n + m)$. One layer, many times:

# %% tags=["D4-14"]
rng = np.random.default_rng(0)
a = rng.normal(size=100)
z = a @ (rng.normal(size=(500, 100, 100)) * np.sqrt(1 / 100))        # 500 layers with sigma^2 = 1/n
kept, after = (z ** 2).mean() / (a ** 2).mean(), (np.maximum(z, 0) ** 2).mean() / (z ** 2).mean()
print(f"linear keeps {kept:.2f} of the mean square, ReLU then {after:.2f} of that")

# %% [markdown]
# These are statements about the *start*, about averages, and about wide layers. For tanh no constant is exact; about 5/3 is customary.
#
# **Checkpoint.** A ReLU layer has 200 inputs. Which standard deviation does He's rule give its weights?

# %%
check("L09-he", None)

# %% [markdown] tags=["core", "D3-22"]
# ## 8 W = 0 and other symmetric starts
#
# > *Core, 5 minutes.*
#
# Random numbers seem a nuisance. Why not begin with $W = 0$ everywhere, as the perceptron of L01 did? A network 3–4–1, tanh, linear
# output, and all 8 rows of a truth table; the target is 1 for "$x_1$, or $x_2$ and $x_3$", which is 5 rows, and 0 for the others.
# **Predict:** with all weights and biases 0, what learns?

# %%
predict("L09-zero", None, choices=("nothing", "the output bias", "the last layer", "everything"))

# %% tags=["D3-22"]
X8 = corners(3).astype(float)
Y8 = ((X8[:, 0] > 0) | ((X8[:, 1] > 0) & (X8[:, 2] > 0)))[:, None].astype(float)
starts = {"all 0, tanh": ("tanh", "zeros"), "all 0, sigmoid": ("sigmoid", "zeros"),
          "all ½, tanh": ("tanh", constant(0.5)), "random, tanh": ("tanh", "xavier")}
paths = {}
for name, (activation, init) in starts.items():
    net8 = MLP([3, 4, 1], activation, "linear", init, rng=0)
    paths[name] = [net8.layers[0][0].copy()]
    for _ in train(net8, X8, Y8, SGD(lr=0.3), epochs=1000):
        paths[name].append(net8.layers[0][0].copy())
    if name == "all 0, tanh":
        print("zero start: output bias", net8.theta[-1].round(3), " rest", abs(net8.theta[:-1]).max())

# %% [markdown] tags=["D3-22"]
# **The output bias**, alone; it goes to 0.625, the mean of the targets. Read it off the algorithm: $A_1 = \tanh 0 = 0$, so
# $dW_2 = A_1^\top \delta_2 = 0$; and $W_2 = 0$, so $\delta_1 = 0$, and with it $dW_1$. After the step nothing of this has changed. ReLU
# does the same. Now the four starts:

# %% tags=["D3-22"]
plots.symmetric_starts({name: np.array(path) for name, path in paths.items()})

# %% [markdown] tags=["D3-22"]
# A sigmoid answers ½ to 0, so there $W_2$ moves, then $W_1$, but all four units move *as one*.
#
# **Theorem.** *If two hidden units of a layer have the same incoming weights, bias and outgoing weights, they still have so after every
# step of gradient descent.*

# %% [markdown] tags=["D3-22"]
# **Proof.** (With one hidden layer; deeper it is the same.) Equal columns of $W_1$ and equal biases give equal columns of $A_1$, hence
# equal rows of $dW_2 = A_1^\top \delta_2$. Equal rows of $W_2$ give equal columns of $\delta_2 W_2^\top$, hence of $\delta_1$, of $dW_1$
# and of $db_1$. Both units take the same step.

# %% [markdown] tags=["D3-22"]
# So a symmetric start makes four units worth one, for ever. Random numbers break the tie: two alike have probability 0. What that is
# worth, for 32 random starts with 4 hidden units and 32 with only one:

# %% tags=["D3-22"]
for hidden in (4, 1):
    nets = StackedMLP(32, [3, hidden, 1], activation="tanh", output="linear", rng=1)
    *_, losses = train(nets, X8, Y8, SGD(lr=0.3), epochs=1000)
    middle, low, high = median_interval(losses)
    print(f"{hidden} hidden: loss below 1e-6 in {(losses < 1e-6).sum()} of 32,",
          f"median {middle:.4f} (95 % interval {low:.4f} to {high:.4f})")

# %% [markdown]
# **Checkpoint.** Break half of it: $W_1 = 0$ and all biases 0, but $W_2$ random, tanh. Which weights have a gradient that is not 0 in the
# first step: `"W1"`, `"W2"`, `"both"` or `"neither"`?

# %%
check("L09-half-zero", None)

# %% [markdown] tags=["optional", "D0-07", "D1-10"]
# ## 9 Dead ReLUs
#
# > *Optional, 3 minutes.*
#
# A ReLU whose pre-activation is 0 or less on *every* sample has slope 0 on all of them: its column of delta is 0, so its weights get no
# gradient. As long as the layers before it stay as they are it cannot come back: it is **dead**. Leaky ReLU keeps slope 0.1, and the
# slides say that it "often has better performance". **Predict:** with a sensible learning rate, is it better?

# %%
predict("L09-leaky", None, choices=("better", "no different", "worse"))

# %% [markdown] tags=["D0-07"]
# Two spirals, networks 2–8–8–1, He's start, the same 32 starts for both kinds, and two learning rates.

# %% tags=["D0-07", "D1-10"]
S, t = spirals(100, classes=2, turns=0.75, rng=0)
stacks = {(name, lr): StackedMLP(32, [2, 8, 8, 1], activation=name, output="sigmoid", init="he", rng=1)
          for name in ("relu", "leaky_relu") for lr in (1, 3)}
S32 = np.broadcast_to(S, (32, *S.shape))

def looks(epochs=200, every=5):
    runs = [train(nets, S, t[:, None], SGD(lr), epochs) for (_, lr), nets in stacks.items()]
    for epoch, losses in enumerate(zip(*runs, strict=True), start=1):
        if epoch % every == 0:
            dead = [dead_shares([(W, b[:, None]) for W, b in nets.layers], name, S32).mean(axis=1)
                    for (name, _), nets in stacks.items()]
            yield dict(zip(stacks, zip(dead, losses, strict=True), strict=True))

live(looks(), 40, lambda seen: plots.dead_units(seen, every=5))

# %% [markdown] tags=["D0-07", "D1-10"]
# Both kinds began at the same 32 starts, so we may ask pair by pair: in how many does the leaky network end with the smaller loss? (The
# interval is for a share, as in L05.)

# %% tags=["D0-07"]
for lr in (1, 3):
    loss = {name: stacks[name, lr].loss(S, t[:, None]) for name in ("relu", "leaky_relu")}
    wins = int((loss["leaky_relu"] < loss["relu"]).sum())
    low, high = share_interval(wins, 32)
    print(f"lr {lr}: leaky is better in {wins} of 32 pairs, 95 % interval {low:.2f} to {high:.2f}")

# %% [markdown] tags=["D0-07", "D1-10"]
# **Worse**, if only by a little, at the smaller rate, where few units are dead: the interval lies below ½. At the larger one nearly half of
# the ReLUs die, and the leak pays. So "often better" repairs to: an insurance against steps that are too long. This is one data set and
# one shape; for yours, measure.

# %% [markdown] tags=["core", "D0-27", "D4-13"]
# ## All slopes at once
#
# > *Core, 1 minute.*
#
# One delta for each unit and sample. It starts as $p - y$, goes back by $(\delta W^\top) \odot f'$, and on its way leaves $A^\top \delta$
# and its column sums behind. That is all, and it costs about two forward passes, whatever the number of parameters. It fails where its
# factors multiply to nothing or to too much, and where a symmetric start leaves units alike.

# %% [markdown]
# Now that the gradient is cheap, how should one walk with it, and must it be exact? L10 makes it noisy on purpose.

# %% [markdown] tags=["reference"]
# ## Sources
#
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams (1986), Learning representations by back-propagating errors. https://doi.org/10.1038/323533a0
# - S. Linnainmaa (1976), Taylor expansion of the accumulated rounding error. https://doi.org/10.1007/BF01931367
# - A. Griewank, A. Walther (2008), *Evaluating derivatives*. https://doi.org/10.1137/1.9780898717761
# - Y. Bengio, P. Simard, P. Frasconi (1994), Learning long-term dependencies with gradient descent is difficult. https://doi.org/10.1109/72.279181
# - X. Glorot, Y. Bengio (2010), Understanding the difficulty of training deep feedforward neural networks.
#   https://proceedings.mlr.press/v9/glorot10a.html
# - X. Glorot, A. Bordes, Y. Bengio (2011), Deep sparse rectifier neural networks. https://proceedings.mlr.press/v15/glorot11a.html
# - K. He, X. Zhang, S. Ren, J. Sun (2015), Delving deep into rectifiers. https://doi.org/10.48550/arXiv.1502.01852
#
# From the lecture slides that this course grew from: the algorithm (D1-39 to D1-43, D3-11 to D3-16, D4-09 to D4-15), the full chain
# (D2-09, D2-10), the question $W = 0$ (D3-22), leaky ReLU (D0-07).
