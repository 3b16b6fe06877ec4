# %% [markdown]
# # L03 From features to MLPs
#
# Some problems become easy once somebody has the right idea of what to look at. **Can a network find for itself what to look at, and what
# exactly does it compute when it does?**
#
# About an hour to read and run everything, the core sections 35 minutes. Optional parts say so under their heading.

# %%
import numpy as np
from itertools import pairwise

from course_lib.datasets import blobs, rings
from course_lib.nn import MLP, SGD, StackedMLP, train
from course_lib.nn.activations import sigmoid
from course_lib.nn.distributions import softmax
from course_lib.notebook import plots
from course_lib.notebook.checks import check
from course_lib.notebook.predict import predict
from course_lib.notebook.widgets import explore
from course_lib.topics import perceptron
from course_lib.topics.notations import to_deck
from course_lib.topics.separability import certify

# %% [markdown] tags=["core"]
# ## Two questions from before
#
# > *Core, 2 minutes.*
#
# From L01: the points (1, 0) and (−1, 0) are of one class, the point (0, ½) is of the other. Which fourth point, of that other
# class, completes the certificate of L01, four points that prove that no line separates the classes?

# %%
check("L03-recall-crossing", None)

# %% [markdown]
# From L02: $h = 2x + 1$ and then $3h - 1$, with no activation between them. Which single unit `(w, b)` is that?

# %%
check("L03-recall-collapse", None)

# %% [markdown] tags=["core", "D2-01"]
# ## 1 Hand-made features on rings
#
# > *Core, 4 minutes.*
#
# Two rings of points, one inside the other: class 0 at a distance of about ½ from the centre, class 1 at about 1. (From here on classes are
# numbered from 0.) Your four points of a moment ago lie on these rings, so no line separates them.

# %% [markdown]
# But nobody says that the unit has to look at $x_1$ and $x_2$. A **feature** is any number computed from the input that the unit is given
# in its place. `certify` decides, with a proof either way, whether one unit can separate points; here for the inputs themselves, and for
# their squares. It speaks of labels ±1, hence `2 * y - 1`.

# %% tags=["D2-01"]
X, y = rings(200, noise=0.06, rng=0)
on_inputs, on_squares = certify(X, 2 * y - 1), certify(X ** 2, 2 * y - 1)
print("inputs separable:", on_inputs.separable, "  squares separable:", on_squares.separable)

# %% tags=["D2-01"]
plots.feature_space(X, y, np.square, on_squares.w, on_squares.b, names=("x₁²", "x₂²"))

# %% [markdown]
# **Why.** A ring of radius $r$ is $x_1^2 + x_2^2 = r^2$: in the plane of the squares that *is* a straight line. The unit is the same as
# in L01; only what it sees has changed.
#
# **Break it.** Move the rings half a unit to the right. The picture is just as easy for your eyes. Are the squares still enough?

# %% tags=["D2-01"]
moved = X + np.array([0.5, 0])
print("squares:       ", certify(moved ** 2, 2 * y - 1).separable)
print("squares and x1:", certify(np.column_stack([moved ** 2, moved[:, 0]]), 2 * y - 1).separable)

# %% [markdown]
# They are not, until $x_1$ joins them: $(x_1 - \tfrac12)^2 + x_2^2 = r^2$ contains $x_1$. Whoever makes features by hand must know where
# the rings are and that there are rings. For the picture of a cat it is far from clear what to write down.

# %% [markdown] tags=["core", "D2-02", "D2-04", "D1-15", "D1-18"]
# ## 2 Learn the features
#
# > *Core, 6 minutes; the proof at its end is optional.*
#
# So let the features have adjustable numbers in them, like everything else. The simplest adjustable feature is one we know: a unit,
# $h = g(a \cdot x + b)$ with a nonlinear activation $g$. Several of them side by side, and a unit on top that looks only at them:
#
# $$z = w_1\, g(a_1 \cdot x + b_1) + \dots + w_K\, g(a_K \cdot x + b_K) + c .$$

# %% [markdown] tags=["D1-15", "D1-18"]
# This is a network with one **hidden layer** of $K$ **hidden units**: hidden, because nobody tells them what to compute. Their outputs
# $(h_1, \dots, h_K)$ are a new description of $x$, a **representation**, and the space it lives in is **hidden space**. The unit on top
# is still a straight cut, but there. (Without $g$ all of it would collapse: L02.) Statistics has such unseen quantities too, latent
# variables; but those come with probabilities.

# %% [markdown] tags=["D1-13"]
# **Be the learner.** Four noisy clouds, labelled as XOR. Two hidden units $\tanh(2\,(n \cdot x - \text{shift}))$. The line of each
# lies `shift` from the centre in the direction `angle`, where $n$, of length 1, points; the unit's name stands on its positive side.
# Turn them until *one* cut is enough on the right.

# %% tags=["D1-13", "D1-15"]
explore(plots.hidden_weights)

# %% tags=["D1-13", "D1-15"]
plots.hidden_weights()

# %% [markdown]
# As it stands, the units copy the coordinates, and hidden space is the old plane with its corners pulled tight: nothing is gained. Which
# `(angle1, shift1, angle2, shift2)` did you find?

# %%
check("L03-xor", None)

# %% [markdown] tags=["D1-13", "D1-15"]
# One of many answers: two parallel lines with one class between them, the XOR network of L01 with soft thresholds. The plane is folded:
# both clouds between the lines arrive at nearly the same place.

# %% tags=["D1-13", "D1-15"]
plots.hidden_weights(angle1=135, shift1=0.7, angle2=135, shift2=-0.7)

# %% [markdown]
# Now the rings, with `tanh` units and one unit on top. **Predict:** how many hidden units does it take?

# %%
predict("L03-rings", None, choices=(1, 2, 3, 4, 8))

# %% [markdown]
# Here is a network with three. Its 13 numbers, those of the hidden units and of the unit on top, were found together, by a machine that
# stands in one line, `train`; section 7 opens it.

# %% tags=["D1-18", "D2-01", "D2-02"]
net = MLP([2, 3, 1], activation="tanh", output="sigmoid", rng=0)
losses = list(train(net, X, y[:, None], SGD(1.0), epochs=1000))
plots.learned_features(X, y, net)

# %% [markdown] tags=["D1-18"]
# **Three.** Nobody mentioned circles. The network has laid three lines around the inner ring, a rounded triangle, and in hidden space
# the two rings lie on two sides of a flat cut, as they did in our squares. Another description, the same service. Two hidden
# units never close a ring, however they are trained: a theorem, proved in the optional part below.

# %% [markdown] tags=["optional", "D1-15"]
# ### Two hidden units never close a ring
#
# > *Optional, 4 minutes.*
#
# **Theorem.** *Let $g$ be non-decreasing and $z = w_1\, g(a_1 \cdot x + b_1) + w_2\, g(a_2 \cdot x + b_2) + c$ with
# $x$ in the plane. Then from every point $p$ there starts a ray along which $z$ never rises.*
#
# So where class 0 is said ($z < 0$) at all, it is said out to infinity in some direction. (Johnson 2019 shows the like for any depth.)

# %% [markdown]
# **Proof.** Choose a direction $d \ne 0$ with $w_1\, a_1 \cdot d \le 0$ and $w_2\, a_2 \cdot d \le 0$. There is one: if $a_1, a_2$ point
# in different directions, solve $a_k \cdot d = -\operatorname{sgn} w_k$, two equations for two unknowns; if they lie on one line, take
# $d$ at right angles to it. Along $p + t\,d$ neither term can rise, for $g$ never falls.

# %% [markdown]
# A ray from an inner point, rightly called 0, must cross the outer ring, and there class 1 is wrongly called 0. With three units three
# demands on $d$ may exclude each other: that is the triangle. Now in numbers: 1000 random networks with two units, a random point and its
# ray for each.

# %%
rng, rises = np.random.default_rng(0), []
for _ in range(1000):
    A, b, w, p = rng.normal(size=(2, 2)), rng.normal(size=2), rng.normal(size=2), rng.normal(size=2)
    d = np.linalg.solve(A.T, -np.sign(w))
    ray = p + np.linspace(0, 9, 50)[:, None] * d
    rises.append(np.diff(np.tanh(ray @ A + b) @ w).max())
print(sum(rise > 1e-12 for rise in rises), "of 1000 rays on which z rises anywhere")

# %% [markdown]
# In space, with *three* inputs and a sphere in place of the ring: how many hidden units are needed at least?

# %%
check("L03-sphere", None)

# %% [markdown] tags=["core", "D3-09", "D0-10"]
# ## 3 Shapes: every matrix has a contract
#
# > *Core, 4 minutes; two parts at its end are optional.*
#
# Layers can be stacked: the hidden units of one are the inputs of the next. The result is a **multilayer perceptron**, MLP for short. It is
# **feed-forward**, for nothing flows back, and **fully connected**, for every unit hears all units of the layer before. This is how you will see one
# drawn:

# %% tags=["D0-10", "D3-09"]
plots.network([2, 4, 3, 3])

# %% [markdown] tags=["D0-10"]
# Something is missing. A circle stands for a whole unit, and its activation is not drawn; take the drawing at its word and the network
# collapses. This is what is meant:

# %% tags=["D0-10", "D1-21"]
plots.network([2, 4, 3, 3], activation="tanh", output="softmax")

# %% [markdown] tags=["D3-09"]
# Three layers with weights, so depth 3; others count only its two hidden layers. The last layer has no activation of its own: its
# pre-activations are the **scores** $Z$, and what is made of them is the matter of section 5.

# %% [markdown] tags=["D0-23", "D1-16"]
# **The contract.** A layer with $n$ inputs and $m$ units keeps its weights in a matrix $W$ with $n$ rows and $m$ columns: one row for each
# number that comes in, one column for each unit. Here is the first layer of the network that closed the ring:

# %% tags=["D0-23"]
(W1, b1), (W2, b2) = net.layers
plots.weight_matrix(W1, b1, entry=(2, 3))

# %% [markdown] tags=["D0-23", "D1-21"]
# So the shapes of a network are links of a chain, and what one layer puts out the next must take in:
#
# $$\underbrace{X}_{N \times n}\;\;\underbrace{W_1}_{n \times m} + \underbrace{b_1}_{m} \;=\; \underbrace{Z_1}_{N \times m}, \qquad\quad
# \underbrace{A_1}_{N \times m}\;\;\underbrace{W_2}_{m \times k} + \underbrace{b_2}_{k} \;=\; \underbrace{Z_2}_{N \times k} .$$

# %% [markdown]
# ### Checkpoint
#
# A network has 64 inputs, one hidden layer of 128 units and 10 outputs. Give the rows of $W_2$, its columns, and the length of $b_2$.

# %%
check("L03-shapes", None)

# %% [markdown] tags=["optional", "D0-23"]
# ### The mistake that shapes do not catch
#
# > *Optional, 3 minutes.*
#
# **Predict:** you write `X @ W.T` by mistake, in a layer with 2 inputs and 3 units, then in one with 3 inputs and 3 units. What happens?

# %%
predict("L03-transposed", None, choices=("both are refused", "only the first is refused", "both run"))

# %%
H, square = np.tanh(X @ W1 + b1), np.random.default_rng(1).normal(size=(3, 3))
for A, W in ((X, W1), (H, square)):
    try:
        print("runs:   ", A.shape, "@", W.T.shape, "  right numbers:", np.allclose(A @ W.T, A @ W))
    except ValueError:
        print("refused:", A.shape, "@", W.T.shape)

# %% [markdown]
# **Only the first.** A square matrix hides the mistake, and the network is silently another one. Whoever tests code for networks should
# therefore choose widths that all differ.

# %% [markdown] tags=["optional", "D0-23", "D1-16", "D1-21", "D3-10", "D4-19"]
# ### The same layer in other books
#
# > *Optional, 2 minutes.*
#
# Many books take a sample as a *column* and write $z = W x + b$; their $W$ is our $W^\top$, with one row for each unit, and $w_{ji}$
# leads from input $i$ to unit $j$. Others append a 1 to $x$, as L01 did, and keep the biases as row 0 of $w_{ij}$.

# %% tags=["D1-21", "D3-10"]
print("here:              ", [W.shape for W, b in net.layers])
print("samples as columns:", [W.shape for W, b in to_deck("D1", net.layers)])
print("biases in row 0:   ", [w.shape for w in to_deck("D3", net.layers)])

# %% [markdown] tags=["core", "D1-16", "D1-21", "D4-19"]
# ## 4 Forward pass for a batch
#
# > *Core, 4 minutes; any depth at its end is optional.*
#
# To compute the outputs of a network is called its **forward pass**. Rows are samples, so a whole **batch** goes through at once. For one
# hidden layer it takes four lines, and you should be able to write them in your sleep:

# %% tags=["D1-16", "D1-17"]
Z1 = X @ W1 + b1             # (200, 2) @ (2, 3) + (3,): 200 rows of three pre-activations
A1 = np.tanh(Z1)             # the hidden units' outputs
Z2 = A1 @ W2 + b2            # (200, 3) @ (3, 1) + (1,): 200 scores
P = sigmoid(Z2)              # the output
print("the same as net.predict(X):", np.allclose(P, net.predict(X), rtol=0, atol=1e-14))

# %% [markdown]
# `net.forward(X)` keeps what happens on the way, `[X, A1, Z2]`; training will need all of it.
#
# **Why rows.** Row $i$ of $X W$ is $x_i W$: no sample sees another. So shuffled samples give the same outputs, shuffled, and a batch of
# one gives the same as a batch of thousands. (Up to rounding: the order of a sum may change with the size of the batch.)

# %% tags=["D1-16"]
order = np.random.default_rng(0).permutation(len(X))
print("shuffled alike:", np.allclose(net.predict(X[order]), net.predict(X)[order]))
print("one by one:    ", np.allclose([net.predict(x[None])[0] for x in X], net.predict(X)))

# %% [markdown]
# ### Checkpoint
#
# By hand: $x = (1, 2)$, the rows of $W_1$ are $(1, -1)$ and $(0, 1)$, $b_1 = (0, -2)$, the activation is ReLU, $W_2$ is the column $(2, 3)$
# and $b_2 = -1$. What is the score?

# %%
check("L03-forward", None)

# %% [markdown] tags=["optional", "D1-21", "D4-19"]
# ### Any depth
#
# > *Optional, 2 minutes.*
#
# With $A_0 = X$ every hidden layer does the same, and only the last keeps its pre-activations:
#
# $$A_\ell = g(A_{\ell - 1} W_\ell + b_\ell), \qquad Z = A_{L-1} W_L + b_L .$$
#
# Some slides apply the activation to the output too. That belongs to the output and to its task: next section.

# %% tags=["D1-21", "D4-19"]
def forward(X, layers):
    *hidden, (W, b) = layers
    for W_hidden, b_hidden in hidden:
        X = np.tanh(X @ W_hidden + b_hidden)
    return X @ W + b

deep = MLP([2, 5, 4, 3, 2], activation="tanh", rng=0)
Z = deep.forward(X)[-1]
print("the same as the library:", np.allclose(forward(X, deep.layers), Z, rtol=0, atol=1e-14))

# %% [markdown] tags=["core", "D0-01", "D0-02", "D1-19"]
# ## 5 Many outputs; why drop the threshold; argmax
#
# > *Core, 5 minutes; softmax and a theorem at its end are optional.*
#
# For three classes take three units that share their inputs, one for each class: "is it mine?" In L01 each of them would answer yes
# or no. The answer of the group is then the place of the largest answer, which NumPy calls `argmax`, counted from 0.
#
# **Predict:** units 1 and 2 both say yes. What is `np.argmax([-1, 1, 1])`?

# %%
predict("L03-tie", None, choices=(0, 1, 2))

# %% tags=["D0-02"]
print("two say yes:", np.argmax([-1, 1, 1]), "  nobody does:", np.argmax([-1, -1, -1]))

# %% [markdown] tags=["D0-02"]
# **1**, the first of the largest, and 0 if nobody claims the point: the answer depends on how the classes happen to be numbered. How much
# of the plane does this concern? Three units, each taught by the perceptron rule to tell one cloud from the two others:

# %% tags=["D0-01", "D0-02", "D1-19"]
X3, y3 = blobs(120, noise=0.25, rng=0)
runs = [perceptron.train(X3, np.where(y3 == c, 1, -1)) for c in range(3)]
W, b = np.column_stack([run.w for run in runs]), np.array([run.b for run in runs])
plots.votes_and_scores(X3, y3, W, b)

# %% [markdown] tags=["D0-02", "D1-19"]
# **So the threshold goes.** A score also says *how much*, and the largest score wins. Two scores are equal only on a line,
# $(w_c - w_k) \cdot x + b_c - b_k = 0$ (unless both units are the same), so almost every point has its class. The threshold has a second
# fault: its slope is 0 wherever it has one, so it tells nobody which way to improve. That will matter in section 7.

# %% [markdown] tags=["D1-17", "D0-09", "D1-19"]
# What is made of the scores depends on the question; the hidden layers do not care.
#
# | the question | outputs | made of the scores | the answer |
# |---|---|---|---|
# | a number? | 1 | nothing: $z$ itself | $z$ |
# | yes or no? | 1 | sigmoid: the probability of yes | yes if $z \ge 0$ |
# | which one of $C$ classes? | $C$ | softmax: $C$ probabilities | argmax of $Z$ |
#
# Which *loss* goes with which is the matter of L06.

# %% [markdown]
# ### Checkpoint
#
# Two samples have the scores (2, −1, 3) and (−5, −2, −9). Which classes are predicted? Two numbers.

# %%
check("L03-argmax", None)

# %% [markdown] tags=["optional", "D1-20", "D0-09", "D1-19"]
# ### Scores into probabilities
#
# > *Optional, 3 minutes; L06 comes back to it.*
#
# **Softmax** makes positive numbers of all scores and divides by their sum: $p_c = e^{z_c} / \sum_k e^{z_k}$. So each row adds up to 1,
# which sigmoids of the same scores do not. The winner stays: $e^z$ grows with $z$, and all are divided by the same number.

# %% tags=["D1-20", "D0-09"]
Z = X3 @ W + b
print("three rows, softmax adds up to:", softmax(Z[:3]).sum(axis=1).round(4))
print("three rows, sigmoid adds up to:", sigmoid(Z[:3]).sum(axis=1).round(4))
print("same winners:", np.array_equal(softmax(Z).argmax(axis=1), Z.argmax(axis=1)))

# %% [markdown] tags=["optional", "D1-19"]
# ### Each class gets a convex region
#
# > *Optional, 2 minutes.*
#
# **Theorem.** *If the scores are $x \cdot w_c + b_c$, then with two points of a class the whole segment between them belongs to it* (a
# point with tied largest scores belongs to each of them). **Proof.** That $c$ beats $k$ is one half-plane, and the region of $c$ is where
# $c$ beats all others: an intersection of half-planes, each of which holds the segment if it holds its ends.

# %%
rng = np.random.default_rng(0)
P1, P2, t = rng.uniform(-2, 2, (5000, 2)), rng.uniform(-2, 2, (5000, 2)), rng.random((5000, 1))
first, last, between = [(P @ W + b).argmax(axis=1) for P in (P1, P2, t * P1 + (1 - t) * P2)]
alike = first == last
print((between != first)[alike].sum(), "of", alike.sum(), "segments leave the region of their ends")

# %% [markdown]
# In an MLP this holds in the *last hidden space*. Seen from the inputs a region may have any number of bends and pieces.

# %% [markdown] tags=["core", "D1-26", "D0-10"]
# ## 6 Counting parameters
#
# > *Core, 3 minutes.*
#
# Everything that can be adjusted, all weights and all biases, is one long list of numbers, $\theta$, in code `theta`. The drawing says
# how long: each line is a weight, each unit outside the input column has a bias, and activations have nothing to adjust.
#
# **Predict:** how many parameters has the network 2–16–16–3?

# %%
predict("L03-parameters", None, choices=(37, 336, 371, 768))

# %% tags=["D1-26"]
for sizes in ([2, 16, 16, 3], [2, 32, 32, 3]):
    counted = sum((inputs + 1) * outputs for inputs, outputs in pairwise(sizes))
    print(sizes, "counted", counted, "  in theta", MLP(sizes).theta.size)

# %% [markdown] tags=["D1-26"]
# **371**, and the library keeps as many. Twice as wide is 3.4 times as many: between two hidden layers the weights grow with the *square*
# of the width. `net.layers` are windows onto `net.theta`: change a number in one and it has changed in the other. So a network is one
# function $f(x; \theta)$, and to learn is to choose $\theta$ from samples.
#
# **Checkpoint.** The network that reads digits later on is 64–128–10. How many parameters has it?

# %%
check("L03-count", None)

# %% [markdown] tags=["core", "D2-02"]
# ## 7 Descent on one page
#
# > *Core, 6 minutes; its last part is optional.*
#
# How is $\theta$ found? First, one number that says how wrong the network is on all samples: the **loss**, here never below 0 (L06 says which).
# Second, for every parameter, how fast the loss changes when that parameter is nudged: the **gradient**, a list as long as $\theta$.
# `loss_and_grad` gives both. How, L08 and L09 tell; that it is right, we can check by nudging.

# %%
net, Y = MLP([2, 3, 1], activation="tanh", output="sigmoid", rng=0), y[:, None]
loss, grad = net.loss_and_grad(X, Y)
up, down = [[net.loss(X, Y, net.theta + nudge) for nudge in h * np.eye(13)] for h in (1e-5, -1e-5)]
measured = np.subtract(up, down) / 2e-5
print("13 slopes as measured, to nine decimals:", np.allclose(measured, grad, rtol=0, atol=1e-9))

# %% [markdown] tags=["D2-02"]
# Third, a step *against* the gradient, for that way the loss falls; its length is set by the **learning rate** `lr`. Again and again:
#
# $$\theta \leftarrow \theta - \mathrm{lr} \cdot \nabla L(\theta) .$$
#
# That is all. Here is the loop, and behind it the library's `train`, which does the same. A round through all samples is an **epoch**;
# `train` gives the loss of each epoch and goes on when it is asked for the next.

# %% tags=["D2-02"]
losses = []
for _ in range(600):
    loss, grad = net.loss_and_grad(X, Y)
    net.theta -= 1.0 * grad
    losses.append(loss)
again = MLP([2, 3, 1], activation="tanh", output="sigmoid", rng=0)
print(f"loss {losses[0]:.2f} -> {losses[-1]:.2f}, the same as train:",
      np.allclose(losses, list(train(again, X, Y, SGD(lr=1.0), epochs=600))))

# %% [markdown]
# One run is an anecdote: it hangs on the random numbers at the start, `rng=0`. `StackedMLP` trains 32 networks at once, each from its own
# start. **Predict:** after 600 epochs, how many of 32 networks with *two* hidden units have all points right?

# %%
predict("L03-two-units", None, choices=("none", "a few", "most", "all"))

# %%
bands = {}
for hidden in (2, 3, 8):
    nets = StackedMLP(32, [2, hidden, 1], activation="tanh", output="sigmoid", rng=1)
    bands[f"{hidden} hidden units"] = np.array(list(train(nets, X, Y, SGD(1.0), epochs=600)))
    wrong = ((nets.predict(X) >= 0.5) != Y).sum(axis=(1, 2))
    print(f"{hidden} hidden units: {(wrong == 0).sum()} of 32 networks have all points right;",
          f"wrong at the median {np.median(wrong):.0f}, at worst {wrong.max()} of 200")
plots.loss_bands(bands)

# %% [markdown] tags=["D2-02"]
# **None**; for whole rings the theorem of section 2 forbids it, and patience will not help. With three units there is a solution, yet the
# band is wide on the way: from some starts the loss lies on a plateau for hundreds of epochs. That a solution exists does not promise
# that descent finds it; why nothing is promised is a question of L07. With eight units, more than necessary, it goes quicker.

# %% [markdown]
# ### Checkpoint
#
# $\theta = (1, 2)$, the gradient is $(0.5, -1)$, `lr` is 0.1. What is $\theta$ after the step?

# %%
check("L03-step", None)

# %% [markdown] tags=["optional"]
# ### How long a step?
#
# > *Optional, 2 minutes; L10 is about it.*
#
# **Why it falls.** For a *short* step $-\mathrm{lr}\, g$ the loss changes by slope times way, summed over all parameters:
# $L(\theta - \mathrm{lr}\, g) \approx L(\theta) - \mathrm{lr}\, |g|^2$. **Break it:** make the same first step longer and longer.

# %%
net = MLP([2, 3, 1], activation="tanh", output="sigmoid", rng=0)
loss, grad = net.loss_and_grad(X, Y)
for lr in (0.01, 1, 10, 100):
    fall = loss - net.loss(X, Y, net.theta - lr * grad)
    print(f"lr {lr:6.2f}: the loss falls by {fall / (lr * grad @ grad):5.2f} times the promise")

# %% [markdown]
# The promise is kept by the shortest step and nearly by the second; at 10 a third of it is left, and at 100 the loss *rises*. The
# gradient knows the slope here, not the land further on.

# %% [markdown] tags=["core"]
# ## What a network looks at
#
# > *Core, 1 minute.*
#
# Yes: hidden units are features with adjustable numbers, and a unit on top needs only one flat cut in the space that they make. For the
# rings, three lines do the service of two squares that somebody had to think of.

# %% [markdown]
# What it computes is a chain of matrices, `A @ W + b` and an activation; what is learned is one list of numbers, `theta`, by steps against
# a gradient.
#
# Two units were too few and three enough. How far does a single hidden layer go if it may be as wide as you like? That is L04.

# %% [markdown] tags=["reference"]
# ## Sources
#
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams (1986), Learning representations by back-propagating errors. https://doi.org/10.1038/323533a0
# - J. Johnson (2019), Deep, skinny neural networks are not universal approximators. https://doi.org/10.48550/arXiv.1810.00393
# - Q. Nguyen, M. C. Mukkamala, M. Hein (2018), Neural networks should be wide enough to learn disconnected decision regions.
#   https://doi.org/10.48550/arXiv.1803.00094
#
# From the lecture slides that this course grew from: features by hand and learned (D2-01, D2-02), why outputs lose their threshold
# (D0-02), drawings without activations (D0-10), the weight matrix (D0-23), hidden layers (D1-15 to D1-21), other notations (D3-10, D4-19).
