# %% [markdown]
# # L02 Why nonlinearity: the collapse
#
# L01 ended with a second layer that could do what no single unit can. **What is it about a second layer that helps: the weights, or what
# stands between the layers?**
#
# About three quarters of an hour to read and run everything, the core sections half an hour. Optional parts say so under their heading.

# %%
import numpy as np

from course_lib.datasets import digits
from course_lib.nn.activations import ACTIVATIONS, derivative, relu, sigmoid, softplus
from course_lib.nn.gradients import central_difference
from course_lib.notebook import plots
from course_lib.notebook.checks import check
from course_lib.notebook.predict import predict
from course_lib.notebook.widgets import explore
from course_lib.topics.collapse import (
    collapse, find_affine_witness, rank_and_bound, two_factor_gradient, two_factor_loss,
)

# %% [markdown] tags=["core"]
# ## Two questions from before
#
# > *Core, 2 minutes.*
#
# From memory, without scrolling back. How many of the 16 functions of two inputs can no single unit compute?

# %%
check("L02-recall-sixteen", None)

# %% [markdown]
# The perceptron rule stands at $w = (1, 0)$, $b = 0$ and meets $x = (1, 2)$ with label −1. What is `(w1, w2, b)` afterwards?

# %%
check("L02-recall-update", None)

# %% [markdown] tags=["core", "D0-03", "D2-03"]
# ## 1 Three perceptrons, written out
#
# > *Core, 5 minutes; the converse at its end is optional.*
#
# Take four inputs, two units on top of them, and a third unit that sees only those two. Now remove all thresholds, so that every unit hands
# on its pre-activation:
#
# $$z_1 = x \cdot w^{(1)} + b_1, \qquad z_2 = x \cdot w^{(2)} + b_2, \qquad z = z_1 w_9 + z_2 w_{10} + b_3 .$$
#
# **Predict:** these units have 10 weights and 3 biases. How many numbers does it take to say what the network computes?

# %%
predict("L02-numbers", None, choices=(5, 10, 13))

# %% [markdown]
# Put $z_1$ and $z_2$ into $z$, and sort by what belongs to $x$:
#
# $$z = w_9\,(x \cdot w^{(1)} + b_1) + w_{10}\,(x \cdot w^{(2)} + b_2) + b_3
#     = x \cdot \underbrace{(w_9 w^{(1)} + w_{10} w^{(2)})}_{w} + \underbrace{w_9 b_1 + w_{10} b_2 + b_3}_{b} .$$
#
# **5**: one vector of four weights, one bias. Three units have become one.

# %% tags=["D0-03"]
plots.one_from_three()

# %% [markdown] tags=["D2-03"]
# With matrices the same two lines hold for layers of any width:
#
# $$(X W_1 + b_1)\,W_2 + b_2 \;=\; X\,(W_1 W_2) + (b_1 W_2 + b_2) .$$
#
# Mind the bias: $b_1$ goes through the second layer too. `collapse(layers)` does this sum. We test it where nothing is rounded, on whole
# numbers.

# %% tags=["D0-03", "D2-03"]
W1, b1 = np.array([[1, 0], [0, 1], [3, 1], [1, 2]]), np.array([4, 5])
W2, b2 = np.array([[2], [-1]]), np.array([6])
W, b = collapse([(W1, b1), (W2, b2)])
X = np.random.default_rng(0).integers(-9, 10, size=(1000, 4))
print("w =", W.ravel(), "  b =", b)
print("rows that differ:", ((X @ W1 + b1) @ W2 + b2 != X @ W + b).sum(), "of", len(X))

# %% [markdown] tags=["D0-04"]
# What is left, $x \cdot w + b$, is called **affine**: linear plus a bias. (Many texts, and the slides that this course grew from, say
# "linear" for both. So do we for layers: a **linear layer** is one without an activation.)
# Affine functions run straight, so at the middle between two points $p$ and $q$ they take the mean of the two values:
#
# $$f\!\left(\tfrac{p + q}{2}\right) = \tfrac{1}{2}\,(p \cdot w + b) + \tfrac{1}{2}\,(q \cdot w + b) = \tfrac{1}{2}\,(f(p) + f(q)) .$$

# %% [markdown] tags=["D0-04", "D2-04"]
# So two points and their midpoint are enough to *prove* that a function is not affine. Call them a **witness**. **Break the collapse:** put a
# tanh between our two layers and look for a witness among 1000 random pairs.

# %% tags=["D0-04", "D2-04"]
plain = lambda X: (X @ W1 + b1) @ W2 + b2
bent = lambda X: np.tanh(X @ W1 + b1) @ W2 + b2
witness = find_affine_witness(bent, inputs=4, rng=0)
print("without tanh:", find_affine_witness(plain, inputs=4, rng=0))
print(f"with tanh: the middle is off by {witness.gap:.2f}")

# %% [markdown]
# No weights and no bias of a single linear layer can ever repair that gap: one pair of points rules out all of them at once.
#
# **Checkpoint.** A function has $f(0) = 1$, $f(2) = 5$, $f(4) = 8$. How far is it, at the midpoint, from what an affine function would do?

# %%
check("L02-midpoint", None)

# %% [markdown] tags=["optional", "D0-04"]
# ### The converse
#
# > *Optional, 1 minute.*
#
# **Theorem.** *A continuous $f$ that takes the mean value at the middle of every pair of points is affine.*
#
# **Proof.** Let $g(x) = f(x) - f(0)$. With $q = 0$ the hypothesis says $g(p/2) = g(p)/2$. So
# $g(p + q) = 2\,g\big(\tfrac{p+q}{2}\big) = g(p) + g(q)$: $g$ is additive. Then $g(r x) = r\,g(x)$ for every fraction $r$, and by
# continuity for every real number. An additive $g$ with that property is linear.

# %% [markdown]
# Continuity is needed, at least in theory: without it the axiom of choice yields additive functions that are not linear. No computer will
# ever meet one. Which of the eight activations of this course (section 5 draws them) does the test find straight?

# %% tags=["D0-04", "D0-05"]
[name for name, f in ACTIVATIONS.items() if find_affine_witness(f.value, inputs=1, rng=0) is None]

# %% [markdown] tags=["core", "D0-04"]
# ## 2 Any depth is one matrix
#
# > *Core, 6 minutes.*
#
# Two layers make one, so three make two, so any number makes one. Here is a network with random weights, two inputs, 12 units in each
# hidden layer and one output; the map shows its output over the square from −3 to 3, the curve its heights along the dashed line, beside
# the straight chord between its ends.
#
# **Predict:** eight layers without activations: what does the surface look like?

# %%
predict("L02-surface", None, choices=("a plane", "a few folds", "wild"))

# %% [markdown]
# Pull `depth` from 1 to 8 and try other random weights with `draw`. Then put an activation between the layers, tanh
# or relu, which is $\max(z, 0)$, and pull `depth` again.

# %% tags=["D0-03", "D0-04"]
explore(plots.deep_surface)

# %% tags=["D0-03", "D0-04"]
plots.deep_surface()

# %% [markdown]
# **A plane**, at every depth and for every draw: the bands are straight, parallel and equally wide. And here is the same draw, its weights
# doubled, with a tanh between the layers:

# %% tags=["D0-04", "D0-05"]
plots.deep_surface(depth=8, activation="tanh")

# %% [markdown]
# With tanh the bands bend, with ReLU they have corners. How many bends and corners depth can buy is the subject of L05.

# %% [markdown] tags=["D1-07"]
# **Theorem.** *Linear layers, one after another, compute $X W + b$ with $W = W_1 W_2 \cdots W_L$. The **rank** of $W$, the number of
# dimensions that its outputs fill, is at most the narrowest width on the way, inputs and outputs included.*
#
# **Proof.** Section 1 turns the first two layers into one; repeat. As for the rank: behind a layer with $k$ units there are $k$ numbers, so
# at most $k$ dimensions, and a linear layer maps $k$ dimensions into at most $k$.

# %% [markdown]
# So depth without activations can only *lose*. We let 200 random chains of 2 to 8 layers, 1 to 9 units wide, try to break the bound.

# %% tags=["D1-07"]
from itertools import pairwise

rng, ranks = np.random.default_rng(0), []
for _ in range(200):
    widths = rng.integers(1, 10, size=rng.integers(3, 10))
    layers = [(rng.normal(size=pair), rng.normal(size=pair[1])) for pair in pairwise(widths)]
    ranks.append(rank_and_bound(layers))
rank, bound = np.array(ranks).T
print("above the bound:", (rank > bound).sum(), "  equal to it:", (rank == bound).sum(), "of", len(rank))

# %% [markdown]
# Never above, and with random weights it is reached. A chain of linear layers has widths 6, 4, 2, 5, 6. What is the largest rank that its
# collapsed matrix can have?

# %%
check("L02-rank", None)

# %% [markdown] tags=["core", "D1-07"]
# ## 3 What a bottleneck still does
#
# > *Core, 3 minutes.*
#
# A narrow layer loses dimensions, and that can be the point: it must keep what matters most. Take 1797 handwritten digits of 64 pixels,
# squeeze each through a linear layer of $k$ units, and let a second layer paint 64 pixels again.
#
# **Predict:** with 16 units, how much of the digits' variation (their squared distances from the mean digit) gets through?

# %%
predict("L02-bottleneck", None, choices=("about a quarter", "about a half", "more than three quarters"))

# %% [markdown]
# Which weights are best is known. The **singular value decomposition** finds the directions in which the digits vary most, and for every
# $k$ the first $k$ of them give the smallest squared error that any two such layers can have (Eckart and Young). We only use it.

# %% tags=["D1-07"]
X, _ = digits()
mean = X.mean(axis=0)
directions = np.linalg.svd(X - mean, full_matrices=False)[2]

def through(k):
    V = directions[:k]
    W, b = collapse([(V.T, -mean @ V.T), (V, mean)])      # 64 pixels to k units, and back to 64
    return X @ W + b

plots.bottleneck(X, {k: through(k) for k in (16, 4, 1)})

# %% [markdown]
# **More than three quarters**, and one can read them. With one unit all 1797 outputs lie on a single line: rank 1. To map many numbers to
# few, a linear layer is a good tool; only *stacking* such layers buys no new function.

# %% [markdown]
# A bottleneck is also cheap. How many weights, without biases, lead from 1000 inputs through 10 linear units to 1000 outputs? (Directly it
# would be a million.)

# %%
check("L02-cheap", None)

# %% [markdown] tags=["core", "erratum-8"]
# ## 4 Same function, different training
#
# > *Core, 4 minutes; the last part is optional.*
#
# **Test a claim.** The slides that this course grew from sum up: without activations a network "is just a Linear Regression". As a *function*,
# yes: affine, with a cap on the rank. But networks are trained, and **training** means walking downhill on a **loss**, a number that says how
# bad the weights are.

# %% [markdown] tags=["erratum-8"]
# The smallest case: one weight $w$ that should become 1, with loss $(w - 1)^2$. Now factor it into two linear layers, $w = w_1 w_2$. The
# functions $w x$ that can be computed are the same. **Predict:** how many minima has $(w_1 w_2 - 1)^2$?

# %%
predict("L02-minima", None, choices=("one", "two", "infinitely many"))

# %% [markdown]
# From a few starts we walk downhill: small steps against the slopes, which for this loss are $2\,(w_1 w_2 - 1)\,(w_2, w_1)$. Two nearby
# values per slope tell whether that is right.

# %% tags=["erratum-8"]
here = np.array([0.6, -0.3])
print("formula ", two_factor_gradient(here).round(6))
print("measured", central_difference(two_factor_loss, here).round(6))

# %% tags=["erratum-8"]
def walk(w, step=0.02, steps=600):
    path = [np.array(w)]
    for _ in range(steps):
        path.append(path[-1] - step * two_factor_gradient(path[-1]))
    return np.array(path)

starts = [(1.9, 0.1), (-0.5, 1.9), (0.6, -0.3), (-2, 0.6),
          (1.7, -1.7), (-0.2, 0.05), (-1.1, -1.9), (2, 1.5)]
plots.two_factors([walk(start) for start in starts])

# %% [markdown] tags=["erratum-8"]
# **Infinitely many**: every point with $w_1 w_2 = 1$. And between the two branches lies a **saddle**, a level place from which one way leads
# down and another up: along $w_1 = w_2 = t$ the loss $(t^2 - 1)^2$ falls at first, along $w_1 = -w_2 = t$ the loss $(t^2 + 1)^2$ rises.
# At 0 both slopes are 0: who starts there stays for ever. With one weight no such place exists.

# %% [markdown] tags=["erratum-8"]
# **The claim, repaired:** without activations a network computes what linear regression computes, or less if a layer is narrow; but, as
# the smallest case shows, it has other slopes, many minima, saddles between them, and so it trains differently.
#
# **Checkpoint.** You start at $(2, -2)$ and walk downhill in very small steps. Near which `(w1, w2)` do you end?

# %%
check("L02-antidiagonal", None)

# %% [markdown] tags=["optional", "erratum-8"]
# ### Which minimum?
#
# > *Optional, 2 minutes.*
#
# One step subtracts $s\,(w_2, w_1)$ from $(w_1, w_2)$, with $s = 2 \cdot \text{step} \cdot (w_1 w_2 - 1)$. Add the two weights, and subtract
# them:
#
# $$w_1 + w_2 \ \to\ (1 - s)\,(w_1 + w_2), \qquad w_1 - w_2 \ \to\ (1 + s)\,(w_1 - w_2) .$$

# %% [markdown]
# **Theorem.** *While $|s| < 1$, neither $w_1 + w_2$ nor $w_1 - w_2$ changes its sign.* So a walk that ends on a branch ends on the upper one if
# $w_1 + w_2 > 0$ at its start, on the lower one if it is negative; with $w_1 + w_2 = 0$ it can reach neither, only the saddle. In numbers, for
# the eight walks:

# %% tags=["erratum-8"]
paths = np.array([walk(start) for start in starts])
sums, products = paths.sum(axis=2), paths.prod(axis=2)
print("|s| below 1:", (np.abs(2 * 0.02 * (products - 1)) < 1).all())
print("w1 + w2 keeps its sign:", (np.sign(sums) == np.sign(sums[:, :1])).all())

# %% [markdown]
# The walk from (1.7, −1.7) ends at the saddle only because its sum is *exactly* 0. The smallest push decides its fate:

# %%
print("pushed up:  ", walk((1.7, -1.7 + 1e-6), steps=1500)[-1].round(3))
print("pushed down:", walk((1.7, -1.7 - 1e-6), steps=1500)[-1].round(3))

# %% [markdown]
# Linear layers are a laboratory. From suitable starts their training can be followed exactly (Saxe and others), and with two of them and squared
# error, under mild conditions on the data, every level place is a best minimum or a saddle (Baldi and Hornik).

# %% [markdown] tags=["core", "D0-05", "D1-06", "D2-04"]
# ## 5 A gallery of activations
#
# > *Core, 5 minutes; its last part is optional.*
#
# So something must stand between the layers: a nonlinear function $g$ of one number, applied to each unit. A network with one hidden layer
# and one output is then
#
# $$\hat{y} = \sum_j w_j\, g\Big(\sum_i x_i W_{ij} + b_j\Big) + c .$$
#
# Every $g$ that is not affine stops the collapse: one hidden unit with weight 1 already computes $g$. What tells them apart is their slope, for
# walking downhill needs slopes.
#
# **Predict:** which of these has slope 0 wherever it has a slope?

# %%
predict("L02-flat", None, choices=("linear", "threshold", "sigmoid", "relu"))

# %% [markdown]
# Here are eight, each with its slope $f'(z)$ beneath it, all on the same scales.

# %% tags=["D0-05", "D0-06", "D0-07", "D0-08", "D1-06", "D1-41", "D2-06", "D3-17"]
plots.activation_gallery()

# %% [markdown] tags=["D0-06", "D0-07", "D1-10", "D3-17", "erratum-20"]
# - The **threshold** is the one: slope 0 on both sides, and none at its jump. Nothing to walk by.
# - **ReLU**, the rectified linear unit, is simple and never flattens on the right. It never decreases, though on the left it does not
#   increase either: slope 0 there, and at the corner, where there is none, we take 0.
# - **Leaky ReLU** keeps a slope of 0.1 on the left, so that no unit falls silent for good. The slides say that it "often has better
#   performance"; L09 measures it.

# %% [markdown] tags=["D0-08", "D0-09", "D1-08", "D2-06"]
# - **Sigmoid**, written $\sigma$, rises everywhere and lies between 0 and 1, so at the *output* it can be read as a probability; one such unit alone is *logistic
#   regression* (L06).
# - **tanh** lies between −1 and 1, around 0, and is smooth. It costs an exponential.
# - **ELU** and **softplus** are ReLUs with a rounded corner. ELU often carries a factor: $\alpha\,(e^z - 1)$ on the left; ours is 1.

# %% [markdown] tags=["D1-41", "erratum-18"]
# The slopes are cheap once $a = f(z)$ is known, which L09 will use. (The slides print $\operatorname{sech}^2 x$; the argument is $z$.)
#
# $$\begin{aligned}
# \sigma'(z) &= e^{-z} / (1 + e^{-z})^2 = \sigma(z)\,(1 - \sigma(z)) && = a\,(1 - a) \\
# \tanh'(z) &= 1 - \tanh^2 z = \operatorname{sech}^2 z && = 1 - a^2 \\
# \operatorname{softplus}'(z) &= e^z / (1 + e^z) = \sigma(z) && = 1 - e^{-a}
# \end{aligned}$$
#
# The slope of ReLU is 1 where $a > 0$, else 0. All eight against two nearby values:

# %% tags=["D1-41"]
z = np.linspace(-4, 4, 400)      # 0 is not among them

def measured(f):
    return (f(z + 1e-6) - f(z - 1e-6)) / 2e-6

errors = [np.abs(measured(f.value) - derivative(name, z)).max() for name, f in ACTIVATIONS.items()]
print(len(errors), "slopes, all as measured:", max(errors) < 1e-8)

# %% [markdown] tags=["D0-10", "D1-06", "D0-09"]
# Drawings of networks usually leave activations out, though they are there. Three relatives look at several numbers at once and come
# later: **softmax** and **sparsemax** turn the outputs into probabilities that add up to 1 (L06), **max-pooling** keeps the largest of a group.
#
# **Checkpoint.** Some write leaky ReLU as $\max(z, c\,z)$. That is right only for $c \le 1$. With $c = 2$, what does it give at $z = -3$?

# %%
check("L02-steep-leak", None)

# %% [markdown] tags=["optional", "D1-10"]
# ### How many ReLUs are silent?
#
# > *Optional, 3 minutes.*
#
# A ReLU with $z \le 0$ answers 0. Such **sparse** answers are said to be a virtue, and closer to biology (Glorot and others). Take 32 networks of 8 layers with 64
# units, weights drawn from a normal distribution of mean 0, no biases, and 500 random inputs.
#
# **Predict:** how many answers are 0 in the first layer and in the eighth, on average?

# %%
predict("L02-silent", None, choices=("half, then more", "half, then half", "half, then fewer"))

# %% tags=["D1-10"]
rng = np.random.default_rng(0)
A, shares, cosines = rng.normal(size=(500, 64)), {}, {}
for layer in range(1, 9):
    W = rng.normal(size=(32, 64, 64)) * np.sqrt(2 / 64)      # all 32 networks at once
    A = relu(A @ W)
    shares[layer] = (A == 0).mean(axis=1).ravel()            # for each unit, over the inputs
    length = np.linalg.norm(A, axis=2)
    cosines[layer] = (A[:, 0] * A[:, 1]).sum(axis=1) / (length[:, 0] * length[:, 1])
plots.silent_units({layer: shares[layer] for layer in (1, 2, 4, 8)})

# %% [markdown]
# **Half, then half.** A unit's weights could as well have been drawn with all signs turned, and that turns $z$: so on every input each unit is
# silent with probability ½, unless the whole layer below is silent. But deeper down the histogram splits: the signals of two inputs point more and
# more the same way, so many units are on for almost all inputs or for almost none. The *average* hides that. Median and range over the networks:

# %% tags=["D1-10"]
def spread(values):
    return f"{np.median(values):.2f} ({values.min():.2f} to {values.max():.2f})"

for layer in (1, 8):
    by_network = shares[layer].reshape(32, 64)
    print(f"layer {layer}: share of silence {spread(by_network.mean(axis=1))},",
          f"silent on every input {spread((by_network == 1).mean(axis=1))},")
    print(f"         cosine between two inputs {spread(cosines[layer])}")

# %% [markdown] tags=["core", "D0-08", "erratum-15"]
# ## 6 Saturation and float64
#
# > *Core, 4 minutes; its last part is optional.*
#
# tanh squashes: far out, different pre-activations give almost the same answer. This is called **saturation**. The slides warn that tanh
# of 100 is "very close" to tanh of 10000.
#
# **Predict:** in how many of their 16 digits do the two differ on a computer?

# %%
predict("L02-tanh-100", None, choices=(0, 1, 4))

# %% tags=["D0-08", "erratum-15"]
print("tanh(100) == tanh(10000):", np.tanh(100.0) == np.tanh(10000.0))
print("tanh(20) == 1:", np.tanh(20.0) == 1)
print("slope of tanh at 20:", derivative("tanh", 20.0))

# %% [markdown]
# **0**: an exact tie, and already at $z = 20$. In truth tanh never reaches 1. But float64, the computer's usual numbers, has only about 16
# digits: the next number below 1 is $1 - 2^{-53}$, and what is nearer to 1 than to that is rounded to 1.

# %% tags=["D0-08", "D1-08"]
plots.saturation()

# %% [markdown]
# Far out the distance shrinks by a factor of about $e$ for each unit of $z$, for tanh by $e^2$. So does the slope, and a unit that sits far out gives a
# walk downhill nothing to go by: at $z = 20$ the computed $1 - a^2$ is exactly 0. ReLU has no such trouble on the right. On the left it is worse: slope 0 at once.

# %% [markdown]
# **Checkpoint.** A sigmoid is steepest at $z = 0$. How large is its slope there?

# %%
check("L02-sigmoid-slope", None)

# %% [markdown] tags=["optional", "erratum-9"]
# ### Exactly 1
#
# > *Optional, 2 minutes.*
#
# Some of the slides say that a sigmoid maps to $[0, 1]$, others to $(0, 1)$. In mathematics it is $(0, 1)$: $e^{-z} > 0$, so
# $1 / (1 + e^{-z}) < 1$. In float64 the upper end belongs to it: the next number above 1 is $1 + 2^{-52}$, so the sum $1 + e^{-z}$ is
# rounded to 1 as soon as $e^{-z} \le 2^{-53}$, that is from $z = 53 \ln 2$ on.

# %% tags=["erratum-9"]
z = np.arange(36, 38, 0.0001)
print(f"53 ln 2 = {53 * np.log(2):.2f}   first computed 1 at z = {z[sigmoid(z) == 1][0]:.2f}")
print(f"sigmoid(40) = {sigmoid(40.0)}   its distance from 1 by subtraction: {1 - sigmoid(40.0)}")
print(f"the same distance as sigmoid(-40): {sigmoid(-40.0):.4g}")

# %% [markdown] tags=["D1-08"]
# Near 0 floating point is far finer than near 1. So a small distance from 1 is never computed by subtracting; since
# $1 - \sigma(z) = \sigma(-z)$, ask for $\sigma(-z)$. In the same spirit the formula $\ln(1 + e^z)$ overflows at $z = 1000$, though its value is 1000;
# `softplus` and `sigmoid` never take the exponential of a positive number.

# %% tags=["D2-06", "D1-08"]
z = np.array([-1000.0, 0.0, 1000.0])
print("softplus", softplus(z).round(4).tolist(), "  sigmoid", sigmoid(z).tolist())

# %% [markdown] tags=["core", "D1-09"]
# ## 7 Sigmoid and tanh are one curve
#
# > *Core, 1 minute; its last part is optional.*
#
# Multiply numerator and denominator of $\sigma(z) = 1/(1 + e^{-z})$ by $e^{z/2}$:
#
# $$\sigma(z) = \frac{e^{z/2}}{e^{z/2} + e^{-z/2}} = \frac{1}{2}\left(1 + \frac{e^{z/2} - e^{-z/2}}{e^{z/2} + e^{-z/2}}\right)
#   = \frac{1 + \tanh(z/2)}{2} .$$

# %% tags=["D1-09", "D1-08"]
z = np.linspace(-40, 40, 100_001)
print("sigmoid from tanh:", np.abs(sigmoid(z) - (1 + np.tanh(z / 2)) / 2).max() < 1e-15)
print("symmetric:", np.abs(sigmoid(-z) - (1 - sigmoid(z))).max() < 1e-15)
print("never falls:", (np.diff(sigmoid(z)) >= 0).all())

# %% [markdown]
# So a sigmoid is a tanh, stretched by 2 in $z$, half as tall, and lifted. The symmetry $\sigma(-z) = 1 - \sigma(z)$ follows, because tanh
# only changes its sign.

# %% [markdown] tags=["optional", "D1-09"]
# ### Any sigmoid network as a tanh network
#
# > *Optional, 2 minutes.*
#
# Layer by layer: halve what enters each sigmoid unit, use tanh, and let the next layer undo the rest. From $\sigma(Z)\,W_2 + b_2$ with
# $\sigma(Z) = \tfrac{1}{2} + \tfrac{1}{2} \tanh(Z/2)$ we get new weights $W_1/2$, $b_1/2$, $W_2/2$, and a new bias. **Which bias?** It is $b_2$ plus
# half the sum of each column of $W_2$.

# %% tags=["D1-09"]
rng = np.random.default_rng(1)
W1, b1, W2, b2 = (rng.normal(size=shape) for shape in ((3, 5), 5, (5, 2), 2))
X = rng.normal(size=(200, 3))
by_sigmoid = sigmoid(X @ W1 + b1) @ W2 + b2
by_tanh = np.tanh(X @ (W1 / 2) + b1 / 2) @ (W2 / 2) + (b2 + W2.sum(axis=0) / 2)
print("same outputs:", np.abs(by_sigmoid - by_tanh).max() < 1e-13)

# %% [markdown]
# The same functions once more; and once more not the same training, for the slopes in the weights differ.
#
# A sigmoid network has one hidden unit, $W_2 = 4$ and $b_2 = 1$. Which output bias has the tanh network that computes the same?

# %%
check("L02-tanh-bias", None)

# %% [markdown] tags=["core"]
# ## What stands between
#
# > *Core, 1 minute.*
#
# It is not the weights. Linear layers, however many, are one affine map, of a rank that the narrowest of them caps; all that their
# factors change is how the map is trained. What helps is the bend between the layers, and three points prove that it is there.
#
# Which functions the bent layers can then reach is the question of L04. First L03 builds them properly: shapes, batches, several outputs.

# %% [markdown] tags=["reference"]
# ## Sources
#
# - C. Eckart, G. Young (1936), The approximation of one matrix by another of lower rank. https://doi.org/10.1007/BF02288367
# - K. Fukushima (1969), Visual feature extraction by a multilayered network of analog threshold elements, with a rectified linear unit.
#   https://doi.org/10.1109/TSSC.1969.300225
# - P. Baldi, K. Hornik (1989), Neural networks and principal component analysis: learning from examples without local minima.
#   https://doi.org/10.1016/0893-6080(89)90014-2
# - D. Goldberg (1991), What every computer scientist should know about floating-point arithmetic. https://doi.org/10.1145/103162.103163
# - X. Glorot, A. Bordes, Y. Bengio (2011), Deep sparse rectifier neural networks. https://proceedings.mlr.press/v15/glorot11a.html
# - A. M. Saxe, J. L. McClelland, S. Ganguli (2013), Exact solutions to the nonlinear dynamics of learning in deep linear neural networks.
#   https://doi.org/10.48550/arXiv.1312.6120
# - D.-A. Clevert, T. Unterthiner, S. Hochreiter (2015), Fast and accurate deep network learning by exponential linear units (ELUs).
#   https://doi.org/10.48550/arXiv.1511.07289
# - E. Alpaydin, C. Kaynak (1998), Optical recognition of handwritten digits. https://doi.org/10.24432/C50P49
#
# The three perceptrons of section 1 are those of the lecture slides (D0), and so are the activations of section 5 (D0, D1, D2, D3).
