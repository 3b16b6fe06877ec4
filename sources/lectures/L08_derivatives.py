# %% [markdown]
# # L08 Derivatives on a graph
#
# A network has hundreds of numbers, or millions, and one loss. **How does the loss change when any one of them is nudged, and can one sweep
# through the computation answer for all of them?**
#
# About an hour to read and run everything, the core sections 35 minutes. Optional parts say so under their heading.

# %%
import numpy as np

from course_lib.datasets import rings
from course_lib.nn.gradients import central_difference, relative_error
from course_lib.nn.mlp import MLP
from course_lib.nn.optimizers import SGD
from course_lib.nn.stacked import StackedMLP
from course_lib.nn.training import train
from course_lib.notebook import plots
from course_lib.notebook.checks import check
from course_lib.notebook.predict import predict
from course_lib.notebook.widgets import explore
from course_lib.topics.scalar import Value

# %% [markdown] tags=["core"]
# ## Two questions from before
#
# > *Core, 2 minutes.*
#
# From L06: softmax gives the probabilities (0.7, 0.2, 0.1), and the right class is the first. What is the gradient of the cross-entropy in
# the three scores?

# %%
check("L08-recall-scores", None)

# %% [markdown]
# From L07: $f$ is convex with $f(0) = 1$ and $f(2) = 3$. What is the largest value that $f(1)$ can have?

# %%
check("L08-recall-chord", None)

# %% [markdown] tags=["core", "D0-18", "D0-19"]
# ## 1 Partials, gradient, uphill
#
# > *Core, 5 minutes; one more example is optional.*
#
# A **partial derivative** $\partial f / \partial w$ says how fast $f$ changes when $w$ alone is nudged: treat everything else as a constant.
# The smallest network is $f = w x + b$:
#
# $$\frac{\partial f}{\partial w} = x, \qquad \frac{\partial f}{\partial b} = 1 .$$
#
# The **gradient** $\nabla f$ is the list of all partials in the parameters.

# %% [markdown] tags=["D0-18", "erratum-5"]
# There is a $\partial f / \partial x = w$ as well, and a slide lists it too; but $x$ is data, nothing that learning may change, so it is not
# in the gradient $\nabla_\theta f$. Four points and half the mean squared error make a loss of two parameters. Its partials by hand,
# and as measured by nudging:

# %% tags=["D0-18", "D0-19"]
xs, ys = np.array([-1, 0, 1, 2]), np.array([0.5, 0, 1.5, 1])

def loss(theta):
    return sum((theta[0] * x + theta[1] - y) ** 2 for x, y in zip(xs, ys, strict=True)) / 8

def gradient(theta):
    errors = [theta[0] * x + theta[1] - y for x, y in zip(xs, ys, strict=True)]
    return np.array([sum(e * x for e, x in zip(errors, xs, strict=True)), sum(errors)]) / 4

here = np.array([0.0, 2.5])
print("by hand", gradient(here), "  measured", central_difference(loss, here).round(6))

# %% [markdown]
# **Predict:** where does such a pair of numbers point, drawn as an arrow in the plane of $w$ and $b$?

# %%
predict("L08-uphill", None,
        choices=("along the level line", "across it, uphill", "away from the lowest point"))

# %% tags=["D0-19"]
plots.gradient_rose(loss, gradient, here)

# %% [markdown] tags=["D0-19"]
# **Across it, uphill.** Turn the arrow at the dot around and follow the dashed line: it misses the lowest point. The gradient knows the slope
# *here*, and the way to the bottom bends. On the right each direction has its own slope; together they make two circles.

# %% [markdown] tags=["D0-19"]
# Why? $L$ is **differentiable** at $\theta$ if it looks flat up close: $L(\theta + v) = L(\theta) + \nabla L \cdot v + |v|\,\rho(v)$, where
# $\rho(v) \to 0$ as $v \to 0$.
#
# **Theorem.** *Let $L$ be differentiable at $\theta$ and $|u| = 1$. Then the slope in the direction $u$ is $\nabla L \cdot u$. If
# $\nabla L \ne 0$, it is largest along the gradient, where it is $|\nabla L|$, and 0 at right angles to it.*
#
# **Proof.** Put $v = h u$, subtract $L(\theta)$, divide by $h$, let $h \to 0$. The rest is
# $\nabla L \cdot u = |\nabla L| \cos \alpha$, with $\alpha$ the angle between the two.

# %% [markdown]
# **Checkpoint.** At some point the gradient is $(3, -4)$. Give a direction `(a, b)`, not $(0, 0)$, in which the slope is 0.

# %%
check("L08-level", None)

# %% [markdown] tags=["optional", "D0-18"]
# ### One more partial
#
# > *Optional, 1 minute.*
#
# For $f = w^2 x + b\,x$: what are $\partial f/\partial w$ and $\partial f/\partial b$ at $w = 3$, $x = 2$, $b = 1$?

# %%
check("L08-partials", None)

# %% [markdown] tags=["core", "D0-24", "D0-25", "D1-36"]
# ## 2 The chain rule along one path
#
# > *Core, 3 minutes.*
#
# A network is functions of functions. Take $F = (2x^2 + 1)^2$ in two steps: $u = 2x^2 + 1$, then $F = u^2$. A small nudge of $x$ moves $u$ by
# $4x$ times as much, and that moves $F$ by $2u$ times as much again. Slopes along a path **multiply**:
#
# $$\frac{dF}{dx} = \frac{dF}{du} \cdot \frac{du}{dx} = 2u \cdot 4x = 16x^3 + 8x .$$

# %% tags=["D0-24", "D0-25"]
x = 3
u = 2 * x ** 2 + 1
plots.relay({"x": x, "u = 2x² + 1": u, "F = u²": u ** 2}, {"4x": 4 * x, "2u": 2 * u})

# %% [markdown] tags=["D0-25"]
# Two sweeps: values forward, slopes backward. No station needs to know the whole formula. It takes the number handed to it, multiplies by its
# own slope, and passes the result on: that is all a layer will do in L09.

# %% [markdown] tags=["D1-36"]
# **Theorem.** *If $g$ is differentiable at $x$ and $f$ at $g(x)$, then $(f \circ g)'(x) = f'(g(x))\,g'(x)$.*
#
# **Proof.** Let $u = g(x)$ and $k = g(x + h) - u$. Differentiable means $f(u + k) - f(u) = (f'(u) + \rho(k))\,k$ with $\rho(k) \to 0$ as
# $k \to 0$. Divide by $h$: as $h \to 0$, $k/h \to g'(x)$, and $k \to 0$.
#
# Note *where* $f'$ is taken: at $u = 19$, not at $x = 3$. Hence the forward sweep comes first.

# %% [markdown]
# **Checkpoint.** What is the derivative of $(3x + 1)^3$ at $x = 1$?

# %%
check("L08-chain", None)

# %% [markdown] tags=["core", "D1-37", "D1-38"]
# ## 3 Two paths add
#
# > *Core, 4 minutes; its last part is optional.*
#
# In a network a weight reaches the loss by many paths. The smallest case: $r = u\,v$ with $u = t^2$ and $v = 3t + 1$. At $t = 2$ we have
# $u = 4$, $v = 7$, $r = 28$.
#
# **Predict:** nudge $t$ a very little. By how many times the nudge does $r$ grow?

# %%
predict("L08-two-paths", None, choices=(12, 28, 40, 336))

# %% [markdown]
# Read $r$ as the area of a rectangle with sides $v$ and $u$. Move `t`, then make `nudge` small, and watch the three new pieces of area.

# %% tags=["D1-37"]
explore(plots.two_paths)

# %% tags=["D1-37"]
plots.two_paths()

# %% [markdown] tags=["D1-37"]
# **40.** One strip grows because $u$ does, at the rate $2t \cdot v = 28$, the other because $v$ does, at the rate $3 \cdot u = 12$; the
# corner, where *both* are small, vanishes with the nudge. Along a path slopes multiply, and paths **add**:
#
# $$\frac{dr}{dt} = v \cdot 2t + u \cdot 3 = 9t^2 + 2t .$$

# %% [markdown] tags=["D1-38"]
# **Theorem.** *Let $q_1, \dots, q_m$ be differentiable at $t$, and $r$ differentiable at the point $q = (q_1, \dots, q_m)$. Then*
#
# $$\frac{dr}{dt} = \sum_{i=1}^{m} \frac{\partial r}{\partial q_i}\,\frac{d q_i}{dt} .$$
#
# **Proof.** Nudging $t$ by $h$ moves $q$ by some $k$, and $r$ by $\nabla r \cdot k + |k|\,\rho(k)$. Divide by $h$: each $k_i / h$ goes to
# $dq_i/dt$, so $|k|/|h|$ stays bounded while $\rho(k) \to 0$.

# %% [markdown]
# **Checkpoint.** $r = u + v^2$ with $u = t^3$ and $v = 2t$. What is $dr/dt$ at $t = 1$?

# %%
check("L08-paths", None)

# %% [markdown] tags=["optional", "D1-38"]
# ### When partials are not enough
#
# > *Optional, 2 minutes.*
#
# The theorem asks that $r$ be differentiable, not only that its partials exist. **Break it:** $r = u^2 v / (u^2 + v^2)$, and $r = 0$ at the
# origin. On both axes $r$ is 0, so both partials at the origin are 0, and the formula says $dr/dt = 0$. Go through the origin with
# $u = v = t$:

# %% tags=["D1-38"]
def r(u, v):
    return u ** 2 * v / (u ** 2 + v ** 2)

for t in (0.1, 0.001, -0.001):
    print(f"t = {t:6.3f}: r / t = {r(t, t) / t:.3f}",
          f"  r is 0 on both axes: {r(t, 0) == r(0, t) == 0}")

# %% [markdown]
# The slope is ½, not 0: this surface looks the same at every magnification and never flat. If all partials are *continuous* around the point, $r$ is
# differentiable there; sums, products, exp and tanh are. ReLU at its corner is not, and section 7 meets the consequences.

# %% [markdown] tags=["core", "D3-12"]
# ## 4 (x + y) z by hand
#
# > *Core, 3 minutes.*
#
# A **computation graph** has one node for each number and arrows from what it is made of. For $f = (x + y)\,z$ at $x = -2$, $y = 5$, $z = -4$:
# forward, $q = x + y = 3$ and $f = q z = -12$. Then backward, starting from $\partial f/\partial f = 1$:
#
# $$\begin{aligned}
# \frac{\partial f}{\partial q} &= z = -4, & \frac{\partial f}{\partial z} &= q = 3, \\
# \frac{\partial f}{\partial x} &= \frac{\partial f}{\partial q} \cdot 1 = -4, & \frac{\partial f}{\partial y} &= \frac{\partial f}{\partial q} \cdot 1 = -4 .
# \end{aligned}$$

# %% [markdown]
# Move `step` from 0 to 4: two operations forward, the same two backward. The ring marks the node at work.

# %% tags=["D3-12"]
explore(plots.graph_stepper)

# %% tags=["D3-12"]
plots.graph_stepper()

# %% [markdown] tags=["D3-12"]
# The reading of a gradient is always the same: nudge $x$ up by 0.1 and $f$ falls by 0.4. And each operation has its habit: a sum hands its
# gradient on unchanged, to both; a product hands each factor the gradient times the *other* factor.

# %% [markdown]
# **Checkpoint.** The same graph at $x = 2$, $y = -1$, $z = 5$. What is the gradient, as `(x, y, z)`?

# %%
check("L08-graph", None)

# %% [markdown] tags=["core", "D1-38", "D1-44"]
# ## 5 A scalar engine in a hundred lines
#
# > *Core, 6 minutes; its last part is optional.*
#
# Every number can do this book-keeping itself. It remembers its **parents**, the numbers it was made from, and one local slope for each:

# %% tags=["D3-12"]
class Number:
    def __init__(self, data, parents=(), slopes=()):
        self.data, self.parents, self.slopes, self.grad = data, parents, slopes, 0

    def __add__(self, other):
        return Number(self.data + other.data, (self, other), (1, 1))

    def __mul__(self, other):
        return Number(self.data * other.data, (self, other), (other.data, self.data))

# %% [markdown]
# Python calls `__add__` for `+` and `__mul__` for `*`, so ordinary formulas now build graphs. The backward sweep goes through the nodes from
# last to first:

# %% tags=["D1-38", "D3-12"]
def backward(nodes):
    nodes[-1].grad = 1
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            parent.grad += slope * node.grad

x, y, z = Number(-2), Number(5), Number(-4)
q = x + y
f = q * z
backward([x, y, z, q, f])
print("f =", f.data, "  gradient", x.grad, y.grad, z.grad)

# %% [markdown] tags=["D1-38"]
# **Break it.** Someone writes `=` where we wrote `+=`. The graph above would not notice. Now $t$ feeds two nodes, a **fan-out**:
# $u = t \cdot t$ and $v = 3t + 1$ at $t = 2$, where the slope of $r = u v$ is 40.
#
# **Predict:** what does $t$ get?

# %%
predict("L08-forgets", None,
        choices=("40 all the same", "the share of one arrow", "the sum of two arrows"))

# %% tags=["D1-38"]
def nodes_of_r():
    t, three, one = Number(2), Number(3), Number(1)
    u, w = t * t, three * t
    v = w + one
    return [t, three, one, u, w, v, u * v]

def forgetful(nodes):
    nodes[-1].grad = 1
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            parent.grad = slope * node.grad      # the last to speak wins

for sweep in (backward, forgetful):
    nodes = nodes_of_r()
    sweep(nodes)
    print(f"{sweep.__name__:9} gives t the gradient {nodes[0].grad}")

# %% [markdown] tags=["D1-38"]
# **The share of one arrow**: 14, from one of the two factors of $t \cdot t$. Three arrows leave $t$, and they bring $12 + 14 + 14 = 40$. Two paths
# add: this is the whole meaning of `+=`. The library's `Value` is the same idea with more operations, in little more than a hundred lines,
# and it finds the order of the nodes itself.

# %% tags=["D1-37", "D1-38"]
t = Value(2, "t")
u, v = t ** 2, 3 * t + 1
r = u * v
t.label, u.label, v.label, r.label = "tuvr"
plots.graph(r)

# %% [markdown] tags=["D1-44"]
# Software such as PyTorch and JAX does this with whole arrays for numbers: it records the graph and sweeps it backward. This is the
# **reverse mode** of **automatic differentiation**. An operation on vectors has a matrix of slopes, its Jacobian $J$. The sweep never needs $J$ itself, only
# its product with the gradient that arrives, the **vector–Jacobian product** $g^\top J$. For `A @ W + b` L09 works it out.

# %% [markdown]
# **Checkpoint.** Someone writes `=` for `+=` again, and the graph is $x \cdot x$ at $x = 5$. Which gradient does $x$ get?

# %%
check("L08-square", None)

# %% [markdown] tags=["core", "D1-38"]
# ### Why the sweep is right, and cheap
#
# > *Core, 3 minutes.*
#
# **Theorem.** *Let parents stand before what is made from them, and let each operation be differentiable at its numbers. After the sweep
# every node's `grad` is the derivative of the last node in it.*

# %% [markdown] tags=["D1-38"]
# **Proof.** From the end: the last node has 1. Now take a node all of whose children (the nodes made from it) are right. A nudge of it
# reaches the result only through them, so section 3 says: multiply each arrow's slope by the child's `grad`, and add. That sum is what
# `+=` has collected, and it is complete, since all children came earlier in the sweep.

# %% [markdown]
# **Cheap:** the sweep uses each arrow once, for one multiplication and one addition, *however many inputs there are*. We count on sums of
# $n$ products $w_i x_i$:

# %%
for n in (10, 100, 1000):
    total = sum((Value(0.1) * Value(i) for i in range(n)), Value(0))
    made = [node for node in total.nodes() if node.parents]
    arrows = sum(len(node.parents) for node in made)
    print(f"{n:4} weights: {len(made)} operations forward, {arrows} arrows backward")

# %% [markdown]
# Two arrows for each operation at every size, and all partials are there. (Linnainmaa described the sweep in 1970; Baur and Strassen
# proved in 1983 how cheap it is for everything made of $+$, $-$, $\times$, $\div$.) The price is memory: values must be kept until the sweep
# comes back.

# %% [markdown] tags=["optional", "D1-38"]
# ### In the wrong order
#
# > *Optional, 2 minutes.*
#
# **Break the theorem's first hypothesis.** For $(x + y)\,z$ the sweep now visits $q$ before $f$, so $q$ hands on its gradient before it has
# received any:

# %% tags=["D1-38"]
x, y, z = Number(-2), Number(5), Number(-4)
q = x + y
f = q * z
f.grad = 1
for node in (q, f):
    for parent, slope in zip(node.parents, node.slopes, strict=True):
        parent.grad += slope * node.grad
print("gradient", x.grad, y.grad, z.grad, "  q has", q.grad)

# %% [markdown]
# $q$ gets its −4, too late for $x$ and $y$.
#
# **Checkpoint.** $y = x \cdot x \cdot x$ is built with `Number`. How many arrows leave the node $x$?

# %%
check("L08-arrows", None)

# %% [markdown] tags=["core", "D3-13"]
# ## 6 Numeric derivatives: truncation against rounding
#
# > *Core, 5 minutes; the complex step is optional.*
#
# Who checks the engine? Nudging needs nothing but values. The **forward difference** is $(f(x + h) - f(x))/h$, the **central difference**
# $(f(x + h) - f(x - h))/2h$. In truth both approach $f'(x)$ as $h \to 0$. On a computer?
#
# **Predict:** which $h$ is best for the central difference?

# %%
predict("L08-best-h", None, choices=("0.1", "about 1e-5", "about 1e-10", "the smallest, 1e-15"))

# %% tags=["D3-13"]
def F(x):
    return (2 * x ** 2 + 1) ** 2

h, x = 10.0 ** -np.arange(1, 15.01, 0.25), np.linspace(0.5, 2, 101)[:, None]
slopes = {"forward difference": (F(x + h) - F(x)) / h,
          "central difference": (F(x + h) - F(x - h)) / (2 * h),
          "complex step": F(x + 1j * h).imag / h}
exact = 16 * x ** 3 + 8 * x
plots.difference_errors(h, {name: np.abs(slope / exact - 1) for name, slope in slopes.items()})

# %% [markdown] tags=["D3-13"]
# **About 1e-5**, here a little below. To the right the error is **truncation**: the secant is not the tangent. It falls with $h$ for the forward, with
# $h^2$ for the central difference. To the left it is **rounding**: the two values agree in ever more digits, which cancel, and what is left
# is divided by a tiny $h$.

# %% [markdown] tags=["D3-13"]
# **Why there.** *If $|f'''| \le M$ from $x - h$ to $x + h$ and each computed value is off by at most $\delta$, the central difference is off by at most*
#
# $$\frac{h^2}{6} M + \frac{\delta}{h}, \qquad \text{least at } h = \sqrt[3]{3\delta / M} .$$
#
# (Taylor: the even terms cancel.) With $M$ and the values near 1, $\delta \approx 10^{-16}$ makes $h \approx 7 \cdot 10^{-6}$. The forward
# difference has $h M_2/2$ with $|f''| \le M_2$ in place of the first term, so its best $h$ is near $10^{-8}$.

# %% [markdown] tags=["D3-13"]
# Nudging has a second fault: one parameter at a time. **Predict:** a network 2–16–16–1 has 337 parameters. How many forward passes do central
# differences take for one gradient?

# %%
predict("L08-passes", None, choices=(2, 337, 674, 113569))

# %% tags=["D3-13"]
X, y = rings(50, rng=0)
Y = y[:, None]
net, asked = MLP([2, 16, 16, 1], activation="tanh", output="sigmoid", rng=0), []

def loss_of(theta):
    asked.append(theta)
    return net.loss(X, Y, theta)

measured = central_difference(loss_of, net.theta)
print(len(net.theta), "parameters,", len(asked), "forward passes")
print("relative error below 1e-8:", relative_error(net.loss_and_grad(X, Y)[1], measured) < 1e-8)

# %% [markdown] tags=["D3-13"]
# **674**, two for each parameter, and they agree with what the library's backward sweep gives. The sweep costs about two forward passes,
# whatever the number of parameters (L09 counts). So we nudge to *check* and sweep to *train*.
#
# **Checkpoint.** Where truncation rules, $h$ is made 10 times smaller. How many times smaller is the error of the central difference?

# %%
check("L08-truncation", None)

# %% [markdown] tags=["optional", "D3-13"]
# ### The complex step
#
# > *Optional, 3 minutes.*
#
# The green line knows no rounding. Nudge in the *imaginary* direction; for a function that is a power series around $x$,
#
# $$f(x + ih) = f(x) + i h f'(x) - \tfrac{h^2}{2} f''(x) - \dots, \qquad \frac{\operatorname{Im} f(x + ih)}{h} = f'(x) - \tfrac{h^2}{6} f'''(x) + \dots$$
#
# Nothing is subtracted, so nothing cancels, and $h = 10^{-20}$ makes the second term vanish. The losses of the library take
# complex parameters.

# %% tags=["D3-13"]
from course_lib.nn.gradients import complex_step

exact_slopes = complex_step(lambda theta: net.loss(X, Y, theta), net.theta)
error = relative_error(net.loss_and_grad(X, Y)[1], exact_slopes)
print("backward sweep and complex step agree to 13 digits:", error < 1e-13)

# %% [markdown]
# **Break it.** The code must be made of functions that continue into the complex plane. An absolute value does not: `abs` returns the length
# of a complex number, a real one, and the slope is lost.

# %%
for name, f in (("x * x", lambda x: x * x), ("abs(x) ** 2", lambda x: abs(x) ** 2)):
    print(f"{name:11} at 3: slope 6, the complex step says {np.imag(f(3 + 1e-20j)) / 1e-20:.0f}")

# %% [markdown] tags=["core", "D3-13"]
# ## 7 A protocol for checking gradients
#
# > *Core, 3 minutes; its last three parts are optional.*
#
# A network whose gradient is wrong may learn all the same (see the end of this section), so a falling loss proves nothing. Compare numbers,
# and *relatively*: $|g - m| / \max(|g|, |m|)$ for the gradient $g$ and the measured $m$. The notes of Stanford's CS231n give a list that has
# aged well; its heart:

# %% [markdown]
# 1. Central differences, float64, $h$ about $10^{-5}$.
# 2. Relative error below $10^{-7}$: be happy. Above $10^{-2}$: something is wrong. Between $10^{-4}$ and $10^{-2}$: worry, unless there are
#    kinks.
# 3. First without the regulariser, which may drown the data's part, then with it. No randomness during the check.
# 4. Few samples. Some parameters of *every* matrix and bias. And once more after a little training: a start can be special.

# %% [markdown]
# Four trials on our network: a right gradient; a slip, $1 - a$ for the slope $1 - a^2$ of $a = \tanh z$; a regulariser ($\lambda = 0.01$) in the
# loss that the gradient forgets; and a right one whose ReLUs have corners.

# %% tags=["D3-13"]
def trial(gradient_of, loss_of, h=1e-5):
    measured = central_difference(lambda theta: loss_of.loss(X, Y, theta), net.theta, h)
    return gradient_of.loss_and_grad(X, Y)[1], measured

slip, shrunk, bent = [MLP([2, 16, 16, 1], name, "sigmoid", rng=0, lam=lam)
                      for name, lam in (("tanh", 0), ("tanh", 0.01), ("relu", 0))]
slip.activation = slip.activation._replace(slope=lambda a: 1 - a)      # the slip
plots.gradient_checks(net, {"right": trial(net, net),
                            "slope 1 − a\ninstead of 1 − a²": trial(slip, net),
                            "regulariser\nforgotten": trial(net, shrunk),
                            "right, but ReLU\nand h = 0.001": trial(bent, bent, h=1e-3)})

# %% [markdown]
# Where the fault shows tells where to look: the slip spares the last layer, for no tanh stands behind it; the forgotten regulariser spares the
# biases, which it does not touch. The last panel accuses an innocent: an $h$ of 0.001 carries some ReLUs across their corner.

# %% [markdown]
# **Checkpoint.** What does the central difference with $h = 0.1$ measure for ReLU at exactly $x = 0$?

# %%
check("L08-kink", None)

# %% [markdown] tags=["optional", "erratum-36"]
# ### Kinks
#
# > *Optional, 3 minutes.*
#
# Left of its corner ReLU has slope 0, but a nudge may reach across. CS231n's example is the ReLU at "x=-1e6" with $h$ above $10^{-6}$; it must
# mean $-10^{-6}$, for from minus a million no such nudge reaches anything:

# %% tags=["erratum-36"]
for x in (-1e6, -1e-6):
    slopes = [(max(x + h, 0) - max(x - h, 0)) / (2 * h) for h in (1e-4, 1e-5, 1e-7)]
    print(f"x = {x:8.0e}: measured slopes {np.round(slopes, 3)}")

# %% [markdown]
# In a network every unit has a corner for every sample, so kinks are no rarity. Take 100 networks with right gradients, and accuse a network
# if the error along one random direction is above $10^{-4}$:

# %%
def error_along(net, h, rng):
    v = rng.normal(size=len(net.theta))
    measured = (net.loss(X, Y, net.theta + h * v) - net.loss(X, Y, net.theta - h * v)) / (2 * h)
    return relative_error([net.loss_and_grad(X, Y)[1] @ v], [measured])

for name in ("tanh", "relu"):
    nets = [MLP([2, 16, 16, 1], name, "sigmoid", rng=seed) for seed in range(100)]
    accused = [sum(error_along(net, h, np.random.default_rng(0)) > 1e-4 for net in nets)
               for h in (1e-4, 1e-5, 1e-6)]
    print(name, "accused, of 100, with h = 1e-4, 1e-5, 1e-6:", accused)

# %% [markdown]
# With ReLU a smaller $h$ crosses fewer corners, and fewer samples have fewer of them. An error that vanishes when $h$
# shrinks was a kink or truncation; one that stays the same at every $h$ is a fault.

# %% [markdown] tags=["optional", "D3-13"]
# ### Two passes instead of 674
#
# > *Optional, 2 minutes; run the last cell of "Kinks" first.*
#
# `error_along` needed only two forward passes. Its reason is section 1: the slope along $v$ is $\nabla L \cdot v$, a single number. Let a
# wrong gradient miss the true one by $e \ne 0$. It passes the test only if $e \cdot v = 0$, and for a random normal $v$ that has probability
# 0. So one direction finds every fault, large enough to see; it does not say *where*.

# %%
errors = [error_along(slip, 1e-5, np.random.default_rng(seed)) for seed in range(200)]
print("the slip, along 200 random directions: error above 1e-4 in", sum(e > 1e-4 for e in errors))

# %% [markdown] tags=["optional"]
# ### A wrong gradient learns too
#
# > *Optional, 3 minutes.*
#
# **Predict:** 32 networks are trained with the slip, $1 - a$ for the slope of tanh. What does their loss do?

# %%
predict("L08-slip", None, choices=("it falls", "it stays", "it rises"))

# %%
bands, starts = {}, []
for name, slope in (("right slopes", lambda a: 1 - a ** 2), ("slipped slopes", lambda a: 1 - a)):
    nets = StackedMLP(32, [2, 16, 16, 1], activation="tanh", output="sigmoid", rng=1)
    nets.activation = nets.activation._replace(slope=slope)
    starts.append(nets.loss_and_grad(X, Y)[1])
    bands[name] = np.array(list(train(nets, X, Y, SGD(lr=0.3), epochs=250)))
acute = ((starts[0] * starts[1]).sum(axis=1) > 0).sum()
print("at the start the two gradients make an acute angle in", acute, "of 32 networks")
plots.loss_bands(bands)

# %% [markdown]
# **It falls**, at first even a little faster, and then it sticks. A short step against an arrow that makes an acute angle with the true gradient still leads downhill
# (section 1). Whoever saw only the slip's curve would blame the step, the width or the seed. The check takes a second and names the matrix.

# %% [markdown] tags=["core"]
# ## One sweep for all
#
# > *Core, 1 minute.*
#
# Yes: one sweep answers for all. Each operation knows its own slopes; along a path they multiply, where paths meet they add, and each arrow
# is used once. Nudging answers too, slowly and with fewer digits: enough for a
# check.
#
# Number by number is the right way to understand it and a slow way to train. L09 does the same sweep with matrices.

# %% [markdown] tags=["reference"]
# ## Sources
#
# - S. Linnainmaa (1976), Taylor expansion of the accumulated rounding error. https://doi.org/10.1007/BF01931367
# - W. Baur, V. Strassen (1983), The complexity of partial derivatives. https://doi.org/10.1016/0304-3975(83)90110-X
# - W. Squire, G. Trapp (1998), Using complex variables to estimate derivatives of real functions. https://doi.org/10.1137/S003614459631241X
# - A. G. Baydin, B. A. Pearlmutter, A. A. Radul, J. M. Siskind (2018), Automatic differentiation in machine learning: a survey.
#   https://doi.org/10.48550/arXiv.1502.05767
# - Stanford CS231n, notes on gradient checks. https://cs231n.github.io/neural-networks-3/
#
# From the lecture slides that this course grew from: partials and gradient (D0-18, D0-19), the chain rule and $(2x^2+1)^2$ (D0-24, D0-25,
# D1-36), two paths (D1-37, D1-38), $(x + y) z$ (D3-12), partials one by one (D3-13).
