# %% [markdown]
# # L01 Neurons and thresholds
#
# One artificial neuron adds up what it hears and answers yes or no. **What can one neuron decide, what can it never decide, and how
# could anyone prove a "never"?**
#
# About an hour to read and run everything, the core sections 35 minutes, and longer if you play. Optional parts say so under their heading.

# %%
import numpy as np

from course_lib.datasets import separable_cloud
from course_lib.nn.activations import threshold
from course_lib.notebook import plots
from course_lib.notebook.checks import check
from course_lib.notebook.predict import predict
from course_lib.notebook.widgets import explore
from course_lib.topics.perceptron import lift, margin, mistake_bound, radius, train, unit
from course_lib.topics.threshold_logic import (
    all_functions, corners, cover_count, crossing, gate_name, monomials, parity, small_weights,
)

# %% [markdown] tags=["core"]
# ## Two questions from before
#
# > *Core, 2 minutes.*
#
# Every lecture from here on opens with two short questions about earlier ones. Answering from memory, without scrolling back, is what makes
# it last. First: `X` has shape (50, 3), `W` has shape (3, 5). What is the shape of `X @ W`, as `(rows, columns)`?

# %%
check("L01-recall-shape", None)

# %% [markdown]
# Second: in this course, what is one row of `X`? Answer `"a sample"`, `"a feature"` or `"a class"`.

# %%
check("L01-recall-row", None)

# %% [markdown] tags=["core", "D1-02", "D3-08", "D1-05"]
# ## 1 From biology to a sum
#
# > *Core, 3 minutes.*
#
# A nerve cell gathers signals on its **dendrites**. Each arrives through a **synapse**, which makes it count more or less. The cell
# body, the **soma**, adds them up; if the sum is high enough, a **spike** travels down the **axon** to other cells. The artificial
# neuron keeps just that.

# %% tags=["D1-02"]
plots.neuron()

# %% [markdown]
# **What is left out** is most of biology: spikes have times, and here there is no time; a dendrite computes on its own; synapses are
# chemistry and change while they work; real cells feed back on each other. A drawing that keeps one idea of a thing is a model, not a
# likeness: aeroplanes took the wing from birds and left the feathers.

# %% [markdown] tags=["D1-05"]
# Two names for two steps. The **pre-activation** $z = w \cdot x + b$ is the weighted sum of the inputs plus a **bias**. The
# **activation** is the function that turns $z$ into the answer. Ours is the hard threshold, `threshold(z)` in code, and we settle its one
# open point now: **at exactly zero the neuron fires**. Such a neuron is also called a threshold **unit**, or unit for short.
#
# $$y = +1 \ \text{ if } \ w \cdot x + b \ge 0, \qquad y = -1 \ \text{ otherwise.}$$

# %%
x = np.array([1, -1, 1])
w, b = np.array([2.0, 0.5, -1.0]), -0.5
z = w @ x + b
print("pre-activation", z, "  answer", threshold(z))

# %% [markdown] tags=["core", "D1-03", "D1-04"]
# ## 2 Threshold logic
#
# > *Core, 5 minutes.*
#
# In 1943 Warren McCulloch and Walter Pitts saw that such a neuron can do logic. Read +1 as *true* and −1 as *false*, and take
# "$x_2$ and also ($x_1$ or not $x_3$)". One neuron is said to compute it, with $w = (2, 4, -1)$ and $b = -2$.
#
# **Predict:** on how many of the 8 rows of its truth table does it fire?

# %%
predict("L01-truth-table", None, choices=(2, 3, 4, 5))

# %% [markdown] tags=["D1-04"]
# Here is the whole table: three columns of inputs, the pre-activation, the answer. The rows count upwards, as in a book of logic.

# %% tags=["D1-04"]
X3 = corners(3)
w, b = np.array([2, 4, -1]), -2
z = X3 @ w + b
np.column_stack([X3, z, threshold(z)])

# %% [markdown]
# Three rows end in +1. A table can show *that* the neuron agrees with the formula: we let the computer compare all eight rows, with
# `unit(X, w, b)`, the answers of the neuron to all rows of `X`. Then we ask *why*.

# %%
formula = (X3[:, 1] > 0) & ((X3[:, 0] > 0) | (X3[:, 2] < 0))
np.array_equal(unit(X3, w, b) > 0, formula)

# %% [markdown]
# **Why.** The weight 4 gives $x_2$ a veto: with $x_2 = -1$ the pre-activation is at most $-4 + 2 + 1 - 2 = -3$. With $x_2 = +1$ it is
# $2 + 2x_1 - x_3$, and this is negative only for $x_1 = -1$ and $x_3 = +1$, which is the one case the bracket forbids.
#
# **Break it.** Lower the bias from −2 to −3 and look at the pre-activations.

# %%
print("pre-activations", X3 @ w - 3)
print("rows on which the answer changes", (unit(X3, w, -3) != unit(X3, w, -2)).sum())

# %% [markdown]
# Nothing changes, but only just: one pre-activation is now exactly 0, and the row is saved by our convention. Someone who writes $z > 0$
# gets another function. At the end of section 7 this becomes a trap.

# %% [markdown] tags=["core", "D1-11"]
# ## 3 AND, OR, NAND by hand
#
# > *Core, 6 minutes.*
#
# With two inputs there is a picture. Unless $w = 0$, the points with $w \cdot x + b = 0$ form a line, and the neuron fires on it and on one
# side of it. To find weights by hand is to lay a line: AND must have the corner (1, 1) alone on its side, OR must have the corner (−1, −1) alone on the other.

# %% tags=["D1-11"]
plots.gate_lines({"AND": ((1, 1), -1), "OR": ((1, 1), 1), "NAND": ((-1, -1), 1)})

# %% [markdown]
# AND and OR share their weights, so their lines are parallel: the weights turn the line, the bias shifts it. NAND (not AND) is AND with
# every sign changed: the same line, the other side.
#
# **Your turn to lay lines.** Move the sliders until the neuron computes NOR (not OR), then "x1". Then give XOR one honest minute: it should fire
# on (−1, 1) and on (1, −1) and be silent on the other two.

# %% tags=["D1-04"]
explore(plots.gate)

# %% tags=["D1-04"]
plots.gate()

# %% [markdown]
# ### Checkpoint
#
# Three quick questions, answered in code, for no points. First: what does our neuron answer, +1 or −1, when its pre-activation is
# exactly 0?

# %%
check("L01-at-zero", None)

# %% [markdown]
# NOR fires only when both inputs are −1. Give weights and bias as `(w1, w2, b)`; there are many right answers.

# %%
check("L01-nor", None)

# %% [markdown]
# Multiply $w$ and $b$ of a neuron by 10. On how many of the 4 rows of its truth table can the answer change?

# %%
check("L01-scaling", None)

# %% [markdown] tags=["core", "D1-11"]
# ## 4 How many functions can one unit do?
#
# > *Core, 5 minutes; Cover's count at its end is optional.*
#
# A truth table with two inputs has four answers, each +1 or −1, so there are $2^4 = 16$ functions of two inputs. **Predict:** how many of
# them can a single neuron compute?

# %%
predict("L01-sixteen", None, choices=(8, 12, 14, 16))

# %% [markdown]
# We simply try: every whole-number weight from −2 to 2 and every bias from −3 to 3, and keep the first setting that gives each
# function. Settings with a pre-activation of exactly 0 are passed over, so the count does not hang on our rule for zero.

# %% tags=["D1-11"]
found = small_weights(2)
right = [(unit(corners(2), theta[:2], theta[2]) == y).all() for y, theta in found.items()]
missing = [gate_name(y) for y in all_functions(2) if tuple(y.tolist()) not in found]
print(len(found), "found,", sum(right), "of them right on every row; not found:", missing)

# %% [markdown]
# **14.** But "we tried and did not find it" proves nothing about the last two. For those we need a **certificate**: two corners $a, b$ where the function is +1 and two corners $c, d$ where it is −1 with $a + b = c + d$.

# %% [markdown]
# **Why four such corners settle it.** Suppose weights $w$ and a bias $\beta$ did compute the function. Add the two demands of each kind:
#
# $$w \cdot (a + b) + 2\beta \ \ge\ 0 \ >\ w \cdot (c + d) + 2\beta .$$
#
# But $a + b = c + d$, so a number would be greater than itself. No weights can exist, however cleverly chosen.

# %% tags=["D1-11"]
plots.sixteen()

# %% [markdown]
# Three inputs make 256 functions. The same two searches run through all of them. No function can fall to both, by the argument above. That
# each falls to one, weights or four corners, is no law but a finding; watch the last number.

# %% tags=["D1-11"]
found = small_weights(3)
possible = [tuple(y.tolist()) in found for y in all_functions(3)]
impossible = [crossing(X3, y) is not None for y in all_functions(3)]
print(sum(possible), "with weights,", sum(impossible), "with four corners,",
      sum(p != i for p, i in zip(possible, impossible, strict=True)), "of 256 settled")

# %% [markdown] tags=["optional"]
# ### Cover's count
#
# > *Optional, 2 minutes.*
#
# A *labelling* gives each point +1 or −1. In 1965 Thomas Cover counted the labellings that one unit can give to $N > D$ points in $D$
# dimensions, provided they are in **general position**: no $D + 1$ of them on one hyperplane (a line for $D = 2$, a plane for $D = 3$):
#
# $$2 \sum_{j=0}^{D} \binom{N-1}{j} .$$

# %%
print("4 points in 2 dimensions:", cover_count(4, 2))
print("8 points in 3 dimensions:", cover_count(8, 3))

# %% [markdown]
# The first is our 14: no three corners of a square lie on one line. The second is 128, yet we counted 104. The cube's corners are *not* in
# general position, and each coincidence costs labellings. How many sets of four corners share a plane?

# %%
from itertools import combinations

fours = list(combinations(range(8), 4))
flat = [rows for rows in fours if np.linalg.matrix_rank(lift(X3[list(rows)])) < 4]
print(len(flat), "of", len(fours), "fours lie in one plane: 6 faces and", len(flat) - 6, "diagonal cuts")

# %% [markdown]
# Five points in the plane, no three of them on a line: how many labellings can one unit give them?

# %%
check("L01-cover", None)

# %% [markdown] tags=["core", "D0-01"]
# ## 5 The perceptron rule
#
# > *Core, 5 minutes and a checkpoint; two of its parts are optional.*
#
# Laying lines by hand ends at three inputs. In 1958 Frank Rosenblatt let the neuron find its own: show it labelled points, and correct it
# when it is wrong or only just right. A point $x$ with label $y = \pm 1$ is a **mistake** when $y\,(w \cdot x + b) \le 0$. Note the $=$:
# here zero counts as a mistake for *both* labels, so that $w = 0$, $b = 0$ cannot pass. The answer to a mistake is
#
# $$w \leftarrow w + y\,x, \qquad b \leftarrow b + y .$$

# %% [markdown]
# We start at $w = 0$, $b = 0$, visit the points in their order, round after round, and stop after a round without mistakes. Take a cloud
# of 60 points in the plane that some line separates with a little room to spare; the rule is not told which line.
#
# **Predict:** how many corrections until no point is wrong?

# %%
predict("L01-corrections", None, choices=("about 10", "about 100", "about 1000", "it never ends"))

# %% [markdown]
# Here is the line after the first correction, the second, one on the way, and the last. The ring marks the point that asked for it.

# %% tags=["D0-01"]
X, y, w_true, b_true = separable_cloud(60, margin=0.06, rng=8)
run = train(X, y)
plots.perceptron_path(X, y, run, updates=(1, 2, run.mistakes // 2, run.mistakes))

# %% [markdown]
# **About 10** here, with the number of wrong points going up and down on the way. Nothing in the picture promises that the wandering
# always ends. A theorem does. It writes each point as $(x, 1)$, the point with a 1 appended, so that the bias is one more weight:
# $w \cdot x + b = (w, b) \cdot (x, 1)$. In code that is `lift(X)`.

# %% [markdown]
# **Theorem** (Novikoff 1962). *Let all $(x, 1)$ have length at most $R$, and let some vector $u$ of length 1 satisfy
# $y\,u \cdot (x, 1) \ge \gamma > 0$ for all points; this $\gamma$ is the **margin** of $u$. Then the rule, started at zero, makes at most
# $(R / \gamma)^2$ mistakes, whatever the order of the points.*

# %% [markdown]
# **Proof.** Follow $\theta = (w, b)$ from $\theta = 0$. Each mistake adds $y\,(x, 1)$, so $\theta \cdot u$ grows by at least $\gamma$, and after
# $k$ mistakes $\theta \cdot u \ge k \gamma$.
#
# The length grows slowly: with $\theta$ from *before* the update,
#
# $$|\theta + y\,(x, 1)|^2 = |\theta|^2 + 2\,y\,\theta \cdot (x, 1) + |(x, 1)|^2 \ \le\ |\theta|^2 + 0 + R^2,$$
#
# and the middle term is $\le 0$ because it *was* a mistake.

# %% [markdown]
# So $|\theta|^2 \le k R^2$ after $k$ mistakes. Since $\theta \cdot u \le |\theta|\,|u| = |\theta|$ (Cauchy–Schwarz), the two together say
#
# $$k \gamma \ \le\ \theta \cdot u \ \le\ |\theta| \ \le\ \sqrt{k}\, R \quad\Longrightarrow\quad k \le (R / \gamma)^2 .$$

# %% [markdown]
# Both inequalities, at every update of our run: `run.path` holds every $\theta$, and the separator that made the cloud has length 1 and is
# our $u$. ($10^{-9}$ is for rounding.)

# %%
u, k = np.append(w_true, b_true), np.arange(run.mistakes + 1)
gamma, R = margin(X, y, w_true, b_true), radius(X)
print("along u:", (run.path @ u >= k * gamma - 1e-9).all())
print("length: ", ((run.path ** 2).sum(axis=1) <= k * R ** 2 + 1e-9).all())
print(run.mistakes, "mistakes, at most", f"{(R / gamma) ** 2:.1f}", "allowed")

# %% [markdown] tags=["optional"]
# ### Four hundred clouds
#
# > *Optional, 3 minutes.*
#
# One run is an anecdote. Here are 400 clouds of 60 points in 2 to 10 dimensions, with margins drawn between 0.02 and 0.2, each measured
# against the bound of the separator that made it.

# %%
rng, mistakes, bounds = np.random.default_rng(0), [], []
for _ in range(400):
    cloud = separable_cloud(60, margin=rng.uniform(0.02, 0.2), rng=rng, inputs=rng.integers(2, 11))
    mistakes.append(train(*cloud[:2]).mistakes)
    bounds.append(mistake_bound(*cloud))

# %%
plots.mistakes_and_bounds(mistakes, bounds)

# %% [markdown]
# No cloud breaks the bound, and most stay far below: it holds for the *worst* order of the worst points. It also holds for every
# separator, so the one with the widest margin gives the sharpest promise.

# %% [markdown] tags=["core"]
# ### Checkpoint
#
# > *Core, 3 minutes.*
#
# All points $(x, 1)$ of a cloud have length at most 2, and some vector $u$ of length 1 has margin $\gamma = 0.1$. How many mistakes does the
# theorem allow?

# %%
check("L01-bound", None)

# %% [markdown]
# The rule starts at $w = (0, 0)$, $b = 0$ and first meets $x = (2, -1)$ with label $-1$. What is `(w1, w2, b)` after it?

# %%
check("L01-first-update", None)

# %% [markdown]
# The same points come in another order. Which can change: `"the bound"`, `"the mistakes"`, `"both"` or `"neither"`?

# %%
check("L01-order", None)

# %% [markdown] tags=["optional"]
# ### Is one correction enough?
#
# > *Optional, 2 minutes.*
#
# **Predict:** right after its correction, is a point always on its proper side?

# %%
predict("L01-after-update", None, choices=("always", "not always"))

# %% [markdown]
# Two points on a line settle it: $x = 3$ with label +1 and $x = 1$ with label −1. One row for each correction: the point, and its
# $y\,(w x + b)$ right after it.

# %%
X, y = np.array([[3], [1]]), np.array([1, -1])
run = train(X, y)
after = [y[i] * (lift(X)[i] @ theta) for i, theta in zip(run.visited, run.path[1:], strict=True)]
np.column_stack([X[run.visited], after]).astype(int)

# %% [markdown]
# **Not always.** A correction raises the point's own $y\,(w \cdot x + b)$ by $|x|^2 + 1$. The point $x = 1$ stands at −2 after its first
# correction and at 0 after others, which is still a mistake; and each time the other point is corrected, some of the gain is lost again.

# %% [markdown] tags=["core", "D1-11", "D1-12"]
# ## 6 The XOR affair
#
# > *Core, 5 minutes.*
#
# XOR is true when *exactly one* input is true. **Predict:** what does the perceptron rule do with its four points?

# %%
predict("L01-xor-rule", None, choices=("finds weights", "stops with a row wrong", "never stops"))

# %%
X = corners(2)
xor = np.array([-1, 1, 1, -1])
run = train(X, xor, max_epochs=1000)
print("separated:", run.separated, "  mistakes:", run.mistakes)
print("different weights visited:", len(np.unique(run.path, axis=0)))

# %% [markdown]
# **It never stops.** Each round visits the same four weight vectors and ends where it began, so the next round must do the same. That settles it
# for *all* weights: if any computed XOR, a slightly larger bias would give them a margin, and Novikoff's theorem would end the mistakes. The
# certificate of section 4 needs no run and no theorem, and for XOR it can be seen.

# %% tags=["D1-11"]
plots.crossing_segments(X, xor, crossing(X, xor))

# %% [markdown]
# **Prove one yourself.** XNOR is true when both inputs are the same. Give four rows of `X`, numbered from 0, as `(a, b, c, d)`: two where it
# is +1, then two where it is −1, that certify: no unit computes it.

# %%
check("L01-xnor", None)

# %% [markdown] tags=["D1-12"]
# **The affair.** In 1969 Marvin Minsky and Seymour Papert wrote a book on the limits of perceptrons. Many took from it that "neural
# networks cannot even do XOR", and that reading helped to bring on a winter of money and interest. Yet the fact was known, and so was
# the cure, a second layer. How to *train* two layers is the story of L08 and L09.

# %% [markdown]
# **Break it: give the neuron a better input.** With the product $x_1 x_2$ as a third input XOR is a matter of one sign.

# %% tags=["D1-11"]
richer = np.column_stack([X, X[:, 0] * X[:, 1]])
run = train(richer, xor)
print("separated:", run.separated, "  weights", run.w, "  bias", run.b)

# %% [markdown] tags=["optional", "D1-11"]
# ### The certificate in numbers
#
# > *Optional, 3 minutes; E1 comes back to it.*
#
# In numbers the four points are a **Farkas certificate**: factors $\lambda_i \ge 0$ with sum 1 such that
# $\sum_i \lambda_i\, y_i\, (x_i, 1) = 0$. Take the product with any $(w, b)$: the weighted sum of all $y_i (w \cdot x_i + b)$ is 0. A neuron
# that is right everywhere makes none of them negative, and those with $y_i = -1$ positive. The appended 1 says $\sum_i \lambda_i y_i = 0$, so
# half of the weight lies on those: the sum would be positive, not 0.

# %% tags=["D1-11"]
factors = np.full(4, 1 / 4)
print("weighted sum:", factors * xor @ lift(X))

# %% [markdown] tags=["core", "D1-13", "D0-01"]
# ## 7 Two layers
#
# > *Core, 3 minutes; two parts at its end are optional.*
#
# Who finds the better input? Other neurons can. Two **hidden units** look at $x$, a third looks only at their answers $h_1, h_2$. With
# $\operatorname{sgn} z$ for our threshold, so +1 at zero:
#
# $$h_1 = \operatorname{sgn}(1 - x_1 + x_2), \quad h_2 = \operatorname{sgn}(-1 - x_1 + x_2), \quad y = \operatorname{sgn}(1 - h_1 + h_2) .$$

# %% tags=["D1-13"]
W, b = np.array([[-1, -1], [1, 1]]), np.array([1, -1])     # one column for each hidden unit
w, c = np.array([-1, 1]), 1                                # the top unit; c is its bias
H = unit(X, W, b)
np.column_stack([X, H, unit(H, w, c), xor])

# %% [markdown]
# Columns: the inputs, the hidden answers, the output, and what XOR demands. All four rows agree. The hidden units have *moved* the points:

# %% tags=["D1-13"]
plots.hidden_space(X, H, xor, w, c)

# %% [markdown]
# **Why it works.** $h_1$ is silent only on (1, −1), $h_2$ fires only on (−1, 1). So both inputs that XOR calls false arrive at the same
# place, $(h_1, h_2) = (1, -1)$. Three places are left, not on one line, and one cut is enough.

# %% [markdown] tags=["optional", "D0-01"]
# ### One, several, stacked
#
# > *Optional, 1 minute.*
#
# One neuron cuts the plane once. Several neurons that share their inputs cut it into regions, which can stand for
# several classes. A neuron on top of them picks regions out: here it fires where all three do.

# %% tags=["D0-01"]
points = np.random.default_rng(3).uniform(-1.9, 1.9, size=(80, 2))
W3, b3 = np.array([[0, 1, -1], [1, -0.6, -0.6]]), np.array([0.8, 0.9, 0.9])
plots.stacking(points, W3, b3, np.array([1, 1, 1]), -2)

# %% [markdown] tags=["core"]
# ### Checkpoint
#
# > *Core, 1 minute.*
#
# Let $h_1$ compute OR and $h_2$ compute NAND. Give an output unit `(w1, w2, b)` on $(h_1, h_2)$ that makes XOR of them.

# %%
check("L01-or-nand", None)

# %% [markdown] tags=["optional", "D1-13"]
# ### The trap of 0 and 1
#
# > *Optional, 4 minutes.*
#
# **Predict:** keep all weights of the XOR network but write the inputs as 0 and 1. How many of the 8 hidden pre-activations are exactly 0?

# %%
predict("L01-zero-one", None, choices=(0, 1, 2, 4))

# %% tags=["D1-13"]
bits = (X + 1) // 2
print("hidden pre-activations", (bits @ W + b).tolist())
print("output", unit(unit(bits, W, b), w, c), "  wanted", xor)

# %% [markdown]
# **2**, and one row is wrong. Our convention is not to blame: let zero be silent instead and the *other* row fails. The weights were made
# for ±1. Put $x = 2\,\text{bit} - 1$ into them and the right hidden weights for bits come out: twice as large, with the biases adjusted. The
# top unit stays as it is.

# %% tags=["D1-13"]
silent_at_zero = np.where(bits @ W + b > 0, 1, -1)
print("zero is silent: ", unit(silent_at_zero, w, c))
print("weights for bits:", unit(unit(bits, 2 * W, b - W.sum(axis=0)), w, c))

# %% [markdown]
# With inputs 0 and 1 and the weights for ±1 one row came out wrong. Which one? Answer with its two bits, such as `(0, 0)`.

# %%
check("L01-wrong-row", None)

# %% [markdown] tags=["optional", "D1-12", "D1-14"]
# ## 8 What Minsky and Papert really say
#
# > *Optional, 4 minutes.*
#
# The hope of the time was **local** neurons: each looks at a few inputs only, one layer of them, a threshold on top. The book asks what
# these can decide together. Its favourite example is **parity**: is the number of −1s among the inputs even? XOR is parity of two, with
# the sign turned.

# %% [markdown]
# Parity is the product of *all* inputs. Shorter products, of distinct inputs, are the bricks of local functions: every function of $k$ inputs
# of ±1 is a weighted sum of products of at most $k$ of them, since $\prod_i (1 + s_i x_i)/2$ is 1 on the row $s$ and 0 on all others. How
# much does parity agree with the shorter products, over all rows of the table?

# %% tags=["D1-14"]
rows = corners(4)
products = monomials(rows)
correlations = [parity(rows) @ product / len(rows) for product in products.values()]
plots.parity_correlations([len(columns) for columns in products], correlations)

# %% [markdown]
# **Why zero.** Parity times a shorter product is again a product of at least one input, and over all rows it is +1 as often as −1.

# %% [markdown]
# **What follows.** Let every hidden unit $h$ miss some input $x_i$. Pair each row with the one where only $x_i$ is turned: $h$ is the same,
# parity changes sign, so $\sum_x \text{parity}(x)\, h(x) = 0$. Then also $\sum_x \text{parity}(x)\, z(x) = 0$ for the top unit's
# $z = \sum_j w_j h_j + c$. But a $z$ that decides parity makes every term $\ge 0$, and those with parity −1 positive. So *some* hidden
# unit must see all inputs.

# %% [markdown] tags=["D1-14", "erratum-17"]
# **Test a claim.** The lecture slides that this course grew from say: "each hidden unit needs to be connected to all inputs". The proof says *at least
# one*. A single counterexample decides: for XOR, take one unit that sees both inputs (AND) and two that see one input each.

# %% tags=["D1-14", "erratum-17"]
H = np.column_stack([unit(X, [1, 0], 0), unit(X, [0, 1], 0), unit(X, [1, 1], -1)])
print("output", unit(H, [1, 1, -2], -1), "  XOR", xor)

# %% [markdown]
# XOR comes out, though two of the three hidden units are local. "Each" says too much; "at least one" is the theorem, and it is about *one*
# hidden layer. With more layers local units suffice: XOR of two inputs, then XOR of that with the third, which is parity of three.
# Depth does what no number of local units in one layer can.

# %%
def xor_network(pair):
    return unit(unit(pair, [[-1, -1], [1, 1]], [1, -1]), [-1, 1], 1)

first = xor_network(X3[:, :2])
np.array_equal(xor_network(np.column_stack([first, X3[:, 2]])), parity(X3))

# %% [markdown] tags=["core"]
# ## What one neuron can decide
#
# > *Core, 1 minute.*
#
# One neuron decides what one straight cut decides: 14 of the 16 functions of two inputs, 104 of the 256 of three, and every finite cloud that
# a hyperplane separates, where the perceptron rule finds a cut after at most $(R/\gamma)^2$ mistakes.
#
# It never decides XOR. The proof of that "never" is four points and one line of algebra, and the way out is a second layer. What a
# second layer is worth without its thresholds is the question of L02.

# %% [markdown] tags=["reference"]
# ## Sources
#
# - W. S. McCulloch, W. Pitts (1943), A logical calculus of the ideas immanent in nervous activity. https://doi.org/10.1007/BF02478259
# - F. Rosenblatt (1958), The perceptron. https://doi.org/10.1037/h0042519
# - A. B. J. Novikoff (1962), On convergence proofs on perceptrons, *Symposium on the Mathematical Theory of Automata* 12, 615–622.
# - T. M. Cover (1965), Geometrical and statistical properties of systems of linear inequalities. https://doi.org/10.1109/PGEC.1965.264137
# - M. Minsky, S. Papert (1969), *Perceptrons*. https://doi.org/10.7551/mitpress/11301.001.0001
# - J. Farkas (1902), Theorie der einfachen Ungleichungen. https://doi.org/10.1515/crll.1902.124.1
# - M. London, M. Häusser (2005), Dendritic computation. https://doi.org/10.1146/annurev.neuro.28.061604.135703
#
# The truth table of section 2 and the XOR network of section 7 are those of the lecture slides (D1, table 3.6 and example 3.6).
