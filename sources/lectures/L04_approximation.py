# %% [markdown]
# # L04 Universal approximation, honestly
#
# A famous theorem says that one hidden layer is enough. **Enough for what, exactly, and what does the theorem not say?**
#
# About an hour to read and run everything, the core sections 35 minutes. Optional parts say so under their heading.

# %%
import numpy as np

from course_lib.nn.activations import sigmoid
from course_lib.nn.optimizers import Adam
from course_lib.nn.stacked import StackedMLP
from course_lib.nn.training import train
from course_lib.notebook import plots
from course_lib.notebook.checks import check
from course_lib.notebook.predict import predict
from course_lib.notebook.widgets import explore
from course_lib.topics.approximation import bump_net, hinge_net, sup_error
from course_lib.topics.cosines import cosine_net, cosines_to_hinges
from course_lib.topics.rivals import haar_wavelets, polynomial, step_tree, taylor_polynomial

# %% [markdown] tags=["core"]
# ## Two questions from before
#
# > *Core, 2 minutes.*
#
# From L02: a network has 4 inputs, hidden layers of 5 and 2 units, 3 outputs, and no activations. It equals one layer. What is the
# largest rank that the matrix of this layer can have?

# %%
check("L04-recall-collapse", None)

# %% [markdown]
# From L03: one input, one hidden layer of 10 units, one output. How many weights and biases are that?

# %%
check("L04-recall-count", None)

# %% [markdown] tags=["core", "D0-11", "D1-22"]
# ## 1 What the theorem says
#
# > *Core, 4 minutes; its last part is optional.*
#
# One hidden layer of $K$ units with activation $g$, and a linear output:
#
# $$N(x) = c + \sum_{k=1}^{K} v_k\, g(w_k \cdot x + b_k) .$$
#
# How near is it to a target $f$ on a set $S$? We take the worst place: the **sup error** is the largest $|f(x) - N(x)|$ over all $x$ in
# $S$.

# %% [markdown] tags=["D0-11", "D1-22"]
# **Theorem** (Cybenko 1989, Hornik and others 1989, Leshno and others 1993). *Let $f$ be continuous on a **compact** set $S$, one that is
# bounded and contains its edge; let $g$ be continuous and not a polynomial. Then for every $\varepsilon > 0$ there are a width $K$,
# weights and biases with sup error below $\varepsilon$. If $g$ is a polynomial, this fails for some $f$ on every $S$ with infinitely many
# points.*
#
# It is an **existence** theorem: it names no $K$ and no weights.

# %% [markdown] tags=["D0-11"]
# Four conditions, easily dropped: $f$ continuous, $S$ compact, an $\varepsilon$ above 0, $g$ no polynomial. Section 4 breaks the first
# two. The third: a finite ReLU network is made of finitely many straight pieces, so none *is* a sine; $\varepsilon = 0$ would take
# infinitely many units. The fourth we break now.
#
# **Predict:** with $g(z) = z^2$ and 1,000 units, can a network come within 0.1 of $|x|$ on $[-1, 1]$?

# %%
predict("L04-squares", None, choices=("yes", "no"))

# %% [markdown]
# Each column of the matrix below is one unit, seen at 401 places. Then comes the error of one parabola, $x^2 + \frac18$, at five places.

# %% tags=["D0-11"]
w, b = np.random.default_rng(0).normal(size=(2, 1000))
x = np.linspace(-1, 1, 401)
print("1,000 units, rank", np.linalg.matrix_rank((x[:, None] * w + b) ** 2))
five = np.array([-1, -0.5, 0, 0.5, 1])
print("|x| - (x² + 1/8):", np.abs(five) - (five ** 2 + 1 / 8))

# %% [markdown]
# **No.** Each unit is $w^2 x^2 + 2wb\,x + b^2$, so any number of them makes parabolas only: three numbers, whatever the width. And no
# parabola is nearer than $\frac18$. A nearer one, minus ours, would have the signs −, +, −, +, − at the five places, so four roots, and a
# parabola has two.

# %% [markdown]
# In the same way $g(z) = z^5$ with one input: what rank does the matrix of 1,000 units have?

# %%
check("L04-rank", None)

# %% [markdown] tags=["optional", "D1-22"]
# ### Why everything but a polynomial works
#
# > *Optional, 2 minutes.*
#
# Let $g$ be smooth with $g''(b) \ne 0$. Three units make a parabola, as exactly as one likes:
#
# $$\frac{g(b + hx) - 2 g(b) + g(b - hx)}{h^2\, g''(b)} \ \longrightarrow\ x^2 \qquad (h \to 0) .$$

# %% tags=["D1-22"]
b, x = 0.5, np.linspace(-1, 1, 401)
curvature = -2 * np.tanh(b) * (1 - np.tanh(b) ** 2)        # tanh''(b)
for h in (1, 0.1, 0.01):
    three = (np.tanh(b + h * x) - 2 * np.tanh(b) + np.tanh(b - h * x)) / (h ** 2 * curvature)
    print(f"h = {h}: largest error {np.abs(three - x ** 2).max():.1g}")

# %% [markdown]
# Differences of higher order make $x^3, x^4, \dots$: for each power $m$ there is a $b$ with $g^{(m)}(b) \ne 0$, or else $g$ would be a
# polynomial. Powers add up to polynomials, and Weierstrass showed in 1885 that polynomials come as near as one likes to every continuous
# function on a compact interval. Leshno and others smooth a $g$ that is only continuous first.

# %% [markdown] tags=["core", "D1-22"]
# ## 2 Bumps from sigmoids
#
# > *Core, 4 minutes.*
#
# An existence theorem is best believed when one can build the thing. A steep sigmoid is nearly a step. A step up minus a later step up is a
# **bump**. Bumps side by side, as high as the target in their middles, make a staircase. One more beyond each end keeps its last stairs from
# sinking.

# %% tags=["D1-22"]
def bumps(f, K, left, right):
    h = (right - left) / K
    edges = left + h * np.arange(-1, K + 2)              # one more bump beyond each end
    return bump_net(edges, f(edges[:-1] + h / 2), steepness=20 / h)

period = 0, 2 * np.pi
plots.bump_sum(np.sin, bumps(np.sin, 12, *period), period)

# %% [markdown]
# **Predict:** with twice as many bumps, each half as wide, the sup error becomes

# %%
predict("L04-bumps", None, choices=("the same", "about half", "about a quarter"))

# %% tags=["D1-22"]
found = {K: sup_error(np.sin, bumps(np.sin, K, *period), period) for K in (10, 20, 40, 80)}
for K, error in found.items():
    print(f"{K} bumps of width {2 * np.pi / K:.3f}: sup error {error:.3f}")

# %% [markdown]
# **About half**, like the width of a bump.
#
# **Why it works for every continuous $f$.** Let $\omega(h)$ be the largest change of $f$ over a distance $h$. On a compact interval it goes
# to 0 with $h$: that is Heine's theorem. (Beyond the ends we go on with the end values.) Look at any $x$ and at the edge nearest to it.

# %% [markdown]
# The nearest edge's sigmoid mixes two neighbouring heights, values of $f$ at places within $h$ of $x$: off by at most
# $\omega(h)$. All other edges are at least $h/2$ away, where a sigmoid of steepness $s$ is within $\sigma(-sh/2)$ of its step:
#
# $$|f(x) - N(x)| \ \le\ \omega(h) + \sigma(-sh/2) \sum_k |v_k| .$$
#
# Choose $h$ to make the first term small, then $s$ for the second. For the sine $\omega(h) \le h$, and all four errors above keep to it.

# %% [markdown] tags=["core", "D1-22", "D0-11"]
# ## 3 Hinges: interpolation as a network
#
# > *Core, 7 minutes.*
#
# A ReLU unit with weight 1 and bias $-t$ is a **hinge**: 0 up to its **knot** $t$, with slope 1 from there on. To run through given
# points in straight pieces, start at the height of the first and add, at each knot, a hinge times the *change of slope*. The weights are
# read off; nothing is trained.

# %% tags=["D1-22"]
def hinges(f, K, left, right):
    knots = np.linspace(left, right, K + 1)
    return hinge_net(knots, f(knots))

plots.hinge_sum(np.sin, hinges(np.sin, 8, *period), period)

# %% [markdown]
# **Predict:** 8 hinges miss the sine by 0.0704. With 16 the miss becomes

# %%
predict("L04-hinges", None, choices=("about half", "about a quarter", "about an eighth"))

# %% tags=["D1-22", "D0-11"]
widths = np.array([4, 8, 16, 32, 64, 128])
error = {name: [sup_error(np.sin, build(np.sin, K, *period), period) for K in widths]
         for name, build in (("bumps", bumps), ("hinges", hinges))}
print("hinges:", *(f"{e:.4f}" for e in error["hinges"]))
print("bound: ", *(f"{h ** 2 / 8:.4f}" for h in 2 * np.pi / widths))
plots.errors_against_width(widths, error)

# %% [markdown]
# **About a quarter.** Where bumps gain a factor of 2, hinges gain 4. The second row is a promise:
#
# **Theorem.** *Let $f$ be twice continuously differentiable on $[a, b]$, and let the hinges have equal gaps $h = (b - a)/K$. Then the sup
# error is at most $\frac{h^2}{8} \max |f''|$.*

# %% [markdown]
# **Proof.** At the knots the error is 0. Take $x$ between two of them, $s < x < t$, and choose the number $c$ so that
# $e(z) = f(z) - N(z) - c\,(z - s)(z - t)$ is 0 at $z = x$ too. So $e$ has three zeros; by Rolle $e'$ has two between them and $e''$ one, at
# some $\xi$. There $f''(\xi) = 2c$, because $N$ is straight:
#
# $$|f(x) - N(x)| = \tfrac12 |f''(\xi)|\,(x - s)(t - x) \ \le\ \tfrac12 \max|f''| \cdot \tfrac{h^2}{4} .$$

# %% [markdown]
# ### Checkpoint
#
# What is the smallest $K$ for which the theorem *promises* a sup error of at most 0.001 for the sine on $[0, 2\pi]$?

# %%
check("L04-width", None)

# %% [markdown]
# A tent runs through $(0, 0)$, $(\frac12, 1)$ and $(1, 0)$. Give the output weights `(v1, v2)` of its hinges at 0 and $\frac12$.

# %%
check("L04-tent", None)

# %% [markdown]
# **Now you.** Move the width and watch the meter on the right: the dots are all widths from 1 to 64, the disc is yours. Which target
# gains most from more units? Which gains nothing at all?

# %% tags=["D0-11"]
explore(plots.width_meter)

# %% tags=["D0-11"]
plots.width_meter()

# %% [markdown]
# The square root is continuous, so the theorem holds for it, but its slope at 0 is infinite, and with equal gaps the error falls like
# $1/\sqrt{K}$ only; that of the sine, which gains most, like $1/K^2$.
# "Some width is enough" can be a very large width. And for the jump no width is, as section 4 explains.

# %% [markdown] tags=["core", "D1-22"]
# ## 3b Many dimensions
#
# > *Core, 3 minutes; the proof and a better rate are optional.*
#
# With $D$ inputs, bumps side by side are awkward. Waves are not. A sum of cosines, $c + \sum_j a_j \cos(w_j \cdot x + \varphi_j)$, comes
# as near as one likes to any continuous $f$ on a compact set in $\mathbb{R}^D$. And each cosine depends on *one* number,
# $t = w_j \cdot x + \varphi_j$, which on a compact set stays in an interval. There hinges do the job.

# %% [markdown]
# Here is a target with two inputs. 48 waves are fitted to it; then each wave is replaced by hinges in its own direction. What comes
# out is a ReLU network with one hidden layer.

# %% tags=["D1-22"]
def boomerang(X):
    return np.exp(-(X ** 2).sum(axis=1)) * np.sin(3 * X[:, 0] + 2 * X[:, 1] ** 2)

low, high = np.array([-1.2, -1.2]), np.array([1.2, 1.2])
X = np.random.default_rng(0).uniform(low, high, size=(1500, 2))
frequencies = np.array([(i, j) for i in range(4) for j in range(-3, 4) if (i, j) > (0, 0)]).T * np.pi / 2
waves = cosine_net(X, boomerang(X), frequencies)
relu_nets = {f"{K} hinges for each": cosines_to_hinges(waves, low, high, K) for K in (6, 24)}
plots.function_images(boomerang, {"48 cosines": waves, **relu_nets}, reach=1.2)

# %% [markdown] tags=["D1-22"]
# **How wide?** That is the catch. For a smooth $f$, straight pieces on a grid of $n$ knots along each axis err like $1/n^2$, but there are
# $K = n^D$ knots: the error falls like $K^{-2/D}$.
#
# **Predict:** constants aside, one input takes 10 knots for an error of $\frac1{100}$. How many do 8 inputs take?

# %%
predict("L04-knots", None, choices=("80", "10,000", "100,000,000"))

# %% tags=["D1-22"]
for D in (1, 2, 4, 8):
    print(f"D = {D}: about {100 ** (D / 2):,.0f} knots")

# %% [markdown]
# **A hundred million**: ten along each axis, $10^D$ in all. That is the price of a grid, and of this kind
# is the caveat on the slides: "exponentially many hidden units".

# %% [markdown] tags=["optional", "D1-22"]
# ### Why cosines are enough
#
# > *Optional, 2 minutes.*
#
# **Theorem** (Stone–Weierstrass). *Let $A$ be a set of continuous real functions on a compact set $S$ such that sums, multiples and
# products of members are members, the constants are members, and for any two points of $S$ some member has different values there. Then
# $A$ comes as near as one likes to every continuous function on $S$.*

# %% [markdown]
# Sums of cosines are such a set. The one step that is not obvious is the product:
#
# $$\cos\alpha \cos\beta = \tfrac12 \cos(\alpha + \beta) + \tfrac12 \cos(\alpha - \beta) ,$$
#
# and with $\alpha = w \cdot x + \varphi$, $\beta = u \cdot x + \psi$ both terms are cosines of the same form. $\cos(0 \cdot x)$ is the
# constant 1. And for
# $x \ne y$ take $w$ along $x - y$, of such a length that $w \cdot x$ and $w \cdot y$ differ by 1: $\cos(w \cdot z - w \cdot y)$ is 1 at
# $z = y$ and $\cos 1$ at $z = x$.

# %% tags=["D1-22"]
w, u, phi, psi = np.array([2.0, -1]), np.array([0.5, 3]), 0.7, -0.2
product = np.cos(X @ w + phi) * np.cos(X @ u + psi)
pair = np.cos(X @ (w + u) + phi + psi) / 2 + np.cos(X @ (w - u) + phi - psi) / 2
print("the product is a sum of two cosines:", np.allclose(product, pair, atol=1e-12))

# %% [markdown] tags=["D1-22"]
# So ReLU networks with one hidden layer approximate in every dimension. First choose cosines within $\varepsilon/2$, then hinges so fine
# that their errors, times the sizes of the $a_j$, add up to at most $\varepsilon/2$.

# %% [markdown] tags=["optional", "D1-22"]
# ### Boxes, and a kinder rate
#
# > *Optional, 2 minutes.*
#
# Why not boxes? With *two* hidden layers they are easy: four steps for four sides, and a unit on top that fires above $3\frac12$.

# %% tags=["D1-22"]
sides = np.column_stack([X[:, 0] > -0.5, X[:, 0] < 0.5, X[:, 1] > -0.5, X[:, 1] < 0.5])
inside = (np.abs(X) < 0.5).all(axis=1)
print("a second layer knows the box:", np.array_equal(sides.sum(axis=1) > 3.5, inside))
print("the first layer's sums in and outside:", np.unique(sides.sum(axis=1)[inside]),
      np.unique(sides.sum(axis=1)[~inside]))

# %% [markdown]
# With one hidden layer the steps' tails run across the whole plane: outside the box they still add up to 2 or 3. Cybenko's proof goes
# round this. He assumes some continuous function out of reach, gets from it a measure that gives 0 to every $\sigma(w \cdot x + b)$, lets
# the sigmoids get steep until all half-spaces have measure 0, and finds that the measure itself must be 0: a contradiction.

# %% [markdown] tags=["D1-22"]
# **Barron's rate** (1993). *Let $f(x) = \int e^{i w \cdot x} \hat f(w)\,dw$ with finite $C = \int |w|\,|\hat f(w)|\,dw$. Then on a ball
# of radius $r$ around 0 some network of $K$ sigmoids has mean squared error at most $(2rC)^2/K$.* So the root mean square error falls
# like $K^{-1/2}$ in *every* dimension, while the grid's $K^{-2/D}$ is slower from $D = 5$ on. Two cautions: a mean is not a sup, and $C$
# may itself grow quickly with $D$.

# %% [markdown] tags=["core", "erratum-6"]
# ## 4 Break it
#
# > *Core, 5 minutes.*
#
# **Test a claim.** The slides that this course grew from say: "For any function, there exists a neural network" within any $\varepsilon$.
# Any?
#
# **Predict:** a network may be as wide as you like. How near can it come, in the worst place, to a jump from 0 to 1?

# %%
predict("L04-jump", None, choices=("as near as we like", "never below 1/2", "never below 1"))

# %% tags=["erratum-6"]
plots.breakers()

# %% [markdown] tags=["erratum-6"]
# **Never below ½.** Why, for networks of hinges, sigmoids or tanh, of any width:
#
# - *$1/x$.* The network is continuous on all of $[0, 1]$, so bounded. The target is not.
# - *The whole line.* Far out hinges add up to a straight line, sigmoids to a constant. Either misses the sine by 1 or more.
# - *The jump.* At 0 the network has one value. Just left of it the target is 0, just right of it 1: it misses one by
#   $\frac12$ or more.

# %% tags=["erratum-6"]
x = np.linspace(-1, 1, 20_001)
for steepness in (10, 100, 1000):
    miss = np.abs(sigmoid(steepness * x) - (x >= 0))
    print(f"steepness {steepness}: largest miss {miss.max():.1f}, mean miss {miss.mean():.4f}")

# %% [markdown] tags=["erratum-6"]
# So the largest miss stays at one half while the mean miss goes to 0: it matters how one measures. **The claim, repaired:** for any
# *continuous* function on a *compact* set, any $\varepsilon > 0$ and any continuous activation that is no polynomial, some network with
# one hidden layer is within $\varepsilon$ everywhere on that set. Nor is "deep/wide enough" quite right: deep ReLU networks no wider than their
# input are not universal (Hanin and Sellke 2017).

# %% [markdown] tags=["erratum-21"]
# **A second claim.** The slides also write the network as $\hat y = w^T g(W x)$ and call it a universal approximator. No biases. Then
# $N(0) = \sum_k v_k\, g(0) = 0$ for tanh and for ReLU. And with tanh $N$ is **odd**, $N(-x) = -N(x)$, so for an *even* target, with
# $f(-x) = f(x)$,
#
# $$2\,|f(x)| = |(f - N)(x) + (f - N)(-x)| \ \le\ 2 \cdot \text{sup error} .$$
#
# It cannot beat $N = 0$. We give 50 random tanh units the best output weights for the cosine, first with $x$ alone, then with $(x, 1)$.

# %% tags=["erratum-21"]
x = np.linspace(-np.pi, np.pi, 2001)
rows = {"x alone": x[:, None], "(x, 1) ": np.column_stack([x, np.ones_like(x)])}
for name, X1 in rows.items():
    H = np.tanh(X1 @ np.random.default_rng(0).normal(size=(X1.shape[1], 50)))
    v = np.linalg.lstsq(H, np.cos(x), rcond=1e-8)[0]
    print(f"{name}: at 0 {H[1000] @ v:.3f}, sup error {np.abs(H @ v - np.cos(x)).max():.3f}")

# %% [markdown] tags=["erratum-21"]
# **Repaired:** with biases, or with a 1 among the inputs, which is the same.
#
# For $f(x) = 1 + x^2$ on $[-1, 1]$, what is the smallest sup error that a tanh network without any biases can have?

# %%
check("L04-odd", None)

# %% [markdown] tags=["core", "D0-12"]
# ## 5 Other universal families
#
# > *Core, 3 minutes; two parts at its end are optional.*
#
# So that is why deep learning works, because networks can approximate anything? It cannot be the whole reason. Trees, splines,
# polynomials and wavelets are universal too. (A *spline* joins
# pieces of polynomials, a *step tree* makes stairs.) We give each the same number of parameters $K$ and let it see the whole target.
#
# **Predict:** who comes nearest to the smooth but sharp hill $1/(1 + 25x^2)$ with 64 parameters?

# %%
predict("L04-rivals", None, choices=("linear spline", "cubic spline", "polynomial", "Fourier series"))

# %% tags=["D0-12"]
plots.rival_errors({
    "smooth: eˣ on [−1, 1]": (np.exp, (-1, 1)),
    "smooth but sharp: 1/(1 + 25x²) on [−1, 1]": (lambda x: 1 / (1 + 25 * x ** 2), (-1, 1)),
    "a kink: |x − ¼| on [−1, 1]": (lambda x: np.abs(x - 0.25), (-1, 1)),
    "a jump: at ¼ on [0, 1]": (lambda x: np.where(x >= 0.25, 1.0, 0.0), (0, 1)),
}, budgets=[8, 16, 32, 64])

# %% [markdown] tags=["D0-12"]
# **The polynomial** wins on the hill, and nobody wins everywhere. The linear spline *is* our hinge network with its knots on a fixed
# grid; free to move them, a network does $|x - \frac14|$ with two hinges. So universality does not single networks out. It explains why
# they *can* fit training data, and it says nothing yet about new data.

# %% [markdown] tags=["optional", "D0-12", "erratum-7"]
# ### "Think Taylor", and trees without end
#
# > *Optional, 2 minutes.*
#
# The slides say of piecewise polynomials "think Taylor expansions". Better think of splines and of Weierstrass: a Taylor polynomial
# knows one point only. All derivatives of $e^{-1/x^2}$ at 0 are 0, so all its Taylor polynomials there are 0.

# %% tags=["erratum-7"]
def flat(x):
    return np.exp(-1 / np.maximum(x * x, 1e-300))

taylor, chebyshev = taylor_polynomial([0.0] * 33, 0.0), polynomial(flat, 33, (-1, 1))
print(f"Taylor, 33 terms: sup error {sup_error(flat, taylor, (-1, 1)):.4f}")
print(f"through 33 points: sup error {sup_error(flat, chebyshev, (-1, 1)):.1g}")

# %% [markdown] tags=["erratum-7"]
# They also say that trees of infinite depth "fit any function with 100% accuracy". On finitely many distinct points, yes, and so do 19
# hinges on 20 points. On an interval a finite tree is a staircase, and never exactly a sine.

# %% tags=["erratum-7"]
found = {K: sup_error(np.sin, step_tree(np.sin, K, period), period) for K in (15, 63, 255)}
for K, error in found.items():
    print(f"tree of {(K + 1) // 2} leaves: sup error {error:.3f}")

# %% [markdown] tags=["optional", "D0-12"]
# ### Wavelets
#
# > *Optional, 1 minute.*
#
# A **wavelet** is a short wave that is stretched and shifted. Haar's, from 1910, is the simplest, no piece of a sine but square: +1 on one
# half of an interval, −1 on the other, intervals of length 1, ½, ¼ and so on. Some of them jump at $\frac14$, so a few are exact for a
# jump there. None ever jumps at $\frac13$.

# %% tags=["D0-12"]
def haar_error(place, K):
    def jump(x):
        return np.where(x >= place, 1.0, 0.0)
    x = np.linspace(0, 1, 30_001)
    return np.abs(haar_wavelets(jump, K, (0, 1))(x) - jump(x)).mean()

found = {place: [f"{haar_error(place, K):.3f}" for K in (5, 9, 13)] for place in (1 / 4, 1 / 3)}
for place, errors in found.items():
    print(f"jump at {place:.2f}: mean error with 5, 9, 13 parameters", *errors)

# %% [markdown] tags=["core", "D2-07"]
# ## 6 Written down against trained
#
# > *Core, 3 minutes.*
#
# The theorem says that good weights exist. Does training find them? We take the sine again, on $[-\pi, \pi]$, and for each width train 32
# ReLU networks from different random starts, with `train` as in L03. The optimizer, the rule for the steps, is `Adam`; L11 opens it. Beside them
# stands the network of equal width with its hinges written down.
#
# **Predict:** who is nearer at width 32?

# %%
predict("L04-trained", None, choices=("most trained ones", "about half of them", "none of them"))

# %% tags=["D2-07"]
around, widths = (-np.pi, np.pi), (4, 8, 16, 32)
X, fine = np.linspace(*around, 65)[:, None], np.linspace(*around, 2001)[:, None]
built = [sup_error(np.sin, hinges(np.sin, K, *around), around) for K in widths]
trained = []
for K in widths:
    nets = StackedMLP(32, [1, K, 1], activation="relu", output="linear", init="he", rng=0)
    for _ in train(nets, X, np.sin(X), Adam(lr=0.1), epochs=500):
        pass
    trained.append(np.abs(nets.predict(fine) - np.sin(fine)).max(axis=(1, 2)))
plots.built_and_trained(widths, built, trained)

# %% [markdown] tags=["D2-07"]
# **None.** At width 4 the trained networks may move their hinges to where they are worth most, and about half of them win. At width 32 all lose:
# better weights exist, we have them in hand, and this training did not find them.

# %% [markdown] tags=["D2-07"]
# (A **95 % interval** is made so that in about 95 of 100 such experiments it holds the true value.)
#
# **What it shows, and no more:** one target, one recipe (500 steps; lr 0.1 did better than 0.03), one measure. Training minimises the
# *mean square* and not the sup, and twice the steps come nearer.

# %% [markdown] tags=["core", "D1-25", "D0-12", "D2-07", "D2-19"]
# ## 7 Existence, learning, generalising
#
# > *Core, 3 minutes.*
#
# Three questions that one word, "universal", mixes up. *Do good weights exist?* This lecture. *Do we find them?* Not always: section 6
# shows a gap; L07 to L11 are about it. *Are they good on new data?* Take 20 points of a sine with noise of variance 0.09,
# and a hinge network through all of them. Its training error is 0. For new points, 2,000 times:

# %% tags=["D1-25"]
rng, x = np.random.default_rng(1), np.linspace(*period, 20)
new_x = rng.uniform(*period, size=200)
errors = []
for _ in range(2000):
    net = hinge_net(x, np.sin(x) + rng.normal(scale=0.3, size=20))
    new_y = np.sin(new_x) + rng.normal(scale=0.3, size=200)
    errors.append(np.mean((net(new_x) - new_y) ** 2))
print(f"mean squared error on new points: {np.mean(errors):.3f}; the noise alone: 0.090")

# %% [markdown] tags=["D1-25"]
# **Why more.** At a fraction $u$ of a gap the net carries the noise $(1 - u)\,\epsilon_1 + u\,\epsilon_2$ of its two knots, with variance
# $((1 - u)^2 + u^2)\,\sigma^2$, on average over $u$ two thirds of $\sigma^2$. The new point's own noise adds $\sigma^2$: about
# $\frac53\sigma^2 = 0.15$. A network that fits everything fits the noise too.

# %% [markdown]
# A network has training error near 0 and fails on new points. Which of the three is missing: `"existence"`, `"learning"` or
# `"generalising"`?

# %%
check("L04-missing", None)

# %% [markdown]
# A network with 64 units fits a sine badly after training, though 8 hinges are known to do well. Which one now?

# %%
check("L04-stuck", None)

# %% [markdown] tags=["core", "D2-19"]
# ## What one hidden layer is enough for
#
# > *Core, 1 minute.*
#
# It is enough to come within any $\varepsilon > 0$ of a continuous function on a compact set, with biases and a continuous activation that is
# no polynomial. The theorem does not say how wide, nor how to find the weights, nor what happens on new data. Can networks solve *every*
# learning problem? No: L12 counts, on functions of three bits, why no learner does.
#
# One hidden layer may have to be enormous. What more layers buy is the question of L05.

# %% [markdown] tags=["reference"]
# ## Sources
#
# - G. Cybenko (1989), Approximation by superpositions of a sigmoidal function. https://doi.org/10.1007/BF02551274
# - K. Hornik, M. Stinchcombe, H. White (1989), Multilayer feedforward networks are universal approximators. https://doi.org/10.1016/0893-6080(89)90020-8
# - M. Leshno, V. Lin, A. Pinkus, S. Schocken (1993), Multilayer feedforward networks with a nonpolynomial activation function can approximate any function. https://doi.org/10.1016/S0893-6080(05)80131-5
# - A. R. Barron (1993), Universal approximation bounds for superpositions of a sigmoidal function. https://doi.org/10.1109/18.256500
# - B. Hanin, M. Sellke (2017), Approximating continuous functions by ReLU nets of minimal width. https://doi.org/10.48550/arXiv.1710.11278
# - M. H. Stone (1948), The generalized Weierstrass approximation theorem. https://doi.org/10.2307/3029750
# - A. Haar (1910), Zur Theorie der orthogonalen Funktionensysteme. https://doi.org/10.1007/BF01456326
# - L. N. Trefethen (2019), *Approximation Theory and Approximation Practice*. https://doi.org/10.1137/1.9781611975949
#
# The theorem, its caveats and the rival families are those of the lecture slides (D0, D1 and D2).
