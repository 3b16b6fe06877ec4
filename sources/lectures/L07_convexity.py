# %% [markdown]
# # L07 Convexity and landscapes
#
# L06 settled what a network minimises, and from L03 on we have simply walked downhill. **When does such a walk end at the lowest point, how
# fast does it get there, and what is left of the promise for a network?**
#
# About an hour to read and run everything, the core sections 35 minutes. Optional parts say so under their heading.

# %%
import numpy as np

from course_lib.datasets import SURFACES, bowl, income9, rings
from course_lib.nn import MLP, SGD, train
from course_lib.nn.activations import relu, sigmoid
from course_lib.nn.descent import gradient_descent
from course_lib.notebook import plots
from course_lib.notebook.checks import check
from course_lib.notebook.predict import predict
from course_lib.notebook.widgets import explore
from course_lib.topics import logistic
from course_lib.topics.convexity import (
    Violation, find_violation, flatten, is_violation, permute_hidden, violation_margin,
)
from course_lib.topics.landscapes import hessian_eigenvalues, line_slice

# %% [markdown] tags=["core"]
# ## Two questions from before
#
# > *Core, 2 minutes.*
#
# From L05: into how many regions can one layer of 4 ReLU units cut the plane at most?

# %%
check("L07-recall-regions", None)

# %% [markdown]
# From L06: a sigmoid output says $p = 0.8$, and the label is 1. What is the slope of the logistic loss of this sample in its score $z$?

# %%
check("L07-recall-slope", None)

# %% [markdown] tags=["core", "D0-14"]
# ## 1 The inequality
#
# > *Core, 4 minutes.*
#
# Take two points on the graph of $f$ and draw the straight line between them, a **chord**. If every chord stays on or above the graph, $f$ is
# **convex**: for all $x_1$, $x_2$ and all $\lambda$ from 0 to 1,
#
# $$f(\lambda x_1 + (1 - \lambda)\, x_2) \ \le\ \lambda f(x_1) + (1 - \lambda) f(x_2) .$$
#
# On the left the graph, on the right the chord, above the same place. Here $x$ may be a number or a list of parameters.

# %% [markdown]
# Look for chords that dip below the graph (hatched). Which of the five functions have any?

# %% tags=["D0-14"]
explore(plots.chord)

# %% tags=["D0-14"]
plots.chord()

# %% [markdown] tags=["D0-14", "erratum-2"]
# The wells and the wave have them. The square, the absolute value and the line have none: *on or* above counts, and for the line the two agree
# everywhere. ("Always above", say the slides; that is **strict** convexity, with $<$ between different points.)

# %% [markdown] tags=["erratum-1"]
# **Test a claim.** The slides that this course grew from write the inequality like this:
#
# $$\lambda f(x_1) + (1 - \lambda) f(x_2) \ \le\ \lambda x_1 + (1 - \lambda) x_2 .$$
#
# Try both on a square, which should pass, and on a dome, which should not, with 10,000 random triples each.

# %% tags=["D0-14", "erratum-1"]
rng = np.random.default_rng(0)
(x1, x2), lam = rng.uniform(-3, 3, size=(2, 10_000)), rng.random(10_000)
for name, f in {"square": lambda x: x ** 2, "dome": lambda x: x - 1 - x ** 2}.items():
    graph, chord = f(lam * x1 + (1 - lam) * x2), lam * f(x1) + (1 - lam) * f(x2)
    printed, ours = chord <= lam * x1 + (1 - lam) * x2, graph <= chord + 1e-12
    print(f"{name + ':':8}as printed {printed.mean():6.1%} of the triples, as above {ours.mean():6.1%}")

# %% [markdown] tags=["erratum-1"]
# The printed one refuses the square and admits the dome. **Why:** with $\lambda = 1$ it says $f(x_1) \le x_1$, and if that holds for every $x$, so does all the
# rest. It speaks of the height of the graph and not of its shape. **Repaired:** there is an $f$ on *both* sides, and the chord is the larger.
#
# **Checkpoint.** $f$ is convex, $f(0) = 1$ and $f(4) = 5$. How large can $f(1)$ be at most?

# %%
check("L07-chord", None)

# %% [markdown] tags=["core", "D0-14"]
# ## 2 Certificates of non-convexity
#
# > *Core, 3 minutes.*
#
# Two points and a $\lambda$ that break the inequality *prove* that a function is not convex, however they were found: a certificate, as in L01.
# `find_violation` guesses at random. Its third customer is a square with a tiny dent at $x = 1$.

# %% tags=["D0-14"]
dented = lambda x: x ** 2 / 9 + 0.01 * np.exp(-((x - 1) / 0.002) ** 2)
wells = lambda x: (x ** 2 - 4) ** 2 / 10 + x / 4
wave = lambda x: 1.5 + x / 3 + np.sin(2 * x) / 1.5
found = {name: (f, (-3.0, 3.0), find_violation(f, (-3.0, 3.0), budget=1000, rng=1))
         for name, f in (("two wells", wells), ("wave", wave), ("dented square", dented))}
by_hand = Violation(0.995, 1.005, 0.5, violation_margin(dented, 0.995, 1.005, 0.5))
plots.certificates(found | {"the same, magnified": (dented, (0.988, 1.012), by_hand)})

# %% [markdown]
# A thousand guesses missed the dent. So a violation proves non-convexity, and *no* violation proves nothing. That a function *is* convex takes an
# argument, and three are enough for this lecture:
#
# - a function of one number is convex if its slope never falls, so if $f'' \ge 0$;
# - sums of convex functions are convex, and so are positive multiples;
# - convex of affine is convex: with $g$, also $w \mapsto g(w \cdot x + b)$.

# %% [markdown] tags=["D0-14", "D3-05"]
# **Why.** The second and third: write the inequality down and add, or insert. The first: between $x_1$ and a middle point the graph climbs with
# some slope of $f$, from there to $x_2$ with a later and so no smaller one; a path that climbs more and more steeply lies below its chord.
#
# So two losses are convex in $w$: squared error of $x \cdot w$, and the logistic loss of $x \cdot w$, whose
# $\ln(1 + e^{\pm z})$ has $f'' = \sigma(z)\,\sigma(-z) > 0$.

# %% [markdown]
# **Checkpoint.** Prove that $x^3$ is not convex: give `(x1, x2, lam)`.

# %%
check("L07-certificate", None)

# %% [markdown] tags=["core", "D0-13", "D0-14"]
# ## 3 Slope zero in convex land
#
# > *Core, 3 minutes.*
#
# **Theorem.** *Let $f$ be convex and differentiable. Then $f(y) \ge f(x) + \nabla f(x) \cdot (y - x)$ for all $x, y$. So where $\nabla f(x) = 0$, $x$ is a
# global minimum.*
#
# **Proof.** The chord from $x$ towards $y$ says $f(x + \lambda (y - x)) - f(x) \le \lambda\,(f(y) - f(x))$. Divide by $\lambda$ and let it shrink
# to 0: the left side becomes $\nabla f(x) \cdot (y - x)$.

# %% [markdown] tags=["D0-13"]
# That is why linear regression is done in one go. The mean squared error of $Xw$ is convex; set its gradient $\frac{2}{N} X^\top (X w - y)$ to zero
# and solve the **normal equations** $X^\top X\, w = X^\top y$. The slides remember that this "only had one point" of slope zero.
#
# **Predict:** the second column of $X$ is twice the first, say a length in metres and in half-metres. How many minimisers?

# %%
predict("L07-twice", None, choices=("none", "one", "infinitely many"))

# %% tags=["D0-13", "erratum-13"]
rng = np.random.default_rng(0)
a, b = rng.normal(size=(2, 20))
y = a + 0.3 * rng.normal(size=20)
problems = {"two different columns": (np.column_stack([a, b + 0.4 * a]), y),
            "the second is twice the first": (np.column_stack([a, 2 * a]), y)}
plots.valleys(problems, [(-1.5, -1.5), (-1, 2.6), (2.6, 2.2), (1.2, -1.7), (0.8, 2.6)])

# %% [markdown] tags=["erratum-13"]
# **Infinitely many.** $w$ and $w + t\,(2, -1)$ give the same outputs for every $t$: a level valley, and each walk ends where it meets the floor. One
# point only is a matter of **full column rank**: no column is a combination of the others. Convexity promises that every minimum is as good as
# every other, and not that there is only one.

# %% [markdown]
# **Checkpoint.** The second column is twice the first, and $w = (1, 0)$ is a minimiser. Which $w_2$ makes $(0, w_2)$ one?

# %%
check("L07-valley", None)

# %% [markdown] tags=["core", "D0-17"]
# ## 4 Down a bowl
#
# > *Core, 2 minutes; a bowl to play with is optional.*
#
# With many parameters nobody solves equations; one walks, $x \leftarrow x - \mathrm{lr}\,\nabla f(x)$. How long may a step be? Ask the simplest bowl,
# $f(x) = \frac12 \sum_i \lambda_i x_i^2$ with **curvatures** $\lambda_i > 0$. (No chords here. Any quadratic with one minimum looks like this in suitable axes; its
# $\lambda_i$ are the eigenvalues of its **Hessian**, the matrix of second derivatives.)
#
# **Predict:** curvatures 1 and 10. Up to which lr does the walk end at 0?

# %%
predict("L07-step", None, choices=(0.1, 0.2, 1, 2))

# %% tags=["D0-17"]
plots.bowl_paths((1, 10), lrs=(0.02, 0.1, 0.19, 0.21), start=(-2, 1))

# %% [markdown] tags=["D0-17"]
# **0.2**, and not at it. The slope in coordinate $i$ is $\lambda_i x_i$, so each step multiplies $x_i$ by $1 - \mathrm{lr}\,\lambda_i$. After $k$ steps
#
# $$x_i^{(k)} = (1 - \mathrm{lr}\,\lambda_i)^k\, x_i^{(0)}, \qquad\text{which tends to 0 exactly if } 0 < \mathrm{lr} < 2 / \lambda_i .$$
#
# All coordinates shrink if $\mathrm{lr} < 2/L$, with $L$ the *largest* curvature. The steep direction limits the step; the flat one suffers, for at that
# step it creeps.

# %% [markdown] tags=["optional", "D0-17"]
# ### A bowl to play with
#
# > *Optional, 3 minutes.*
#
# Start anywhere, choose the steepness of the second coordinate and the step. Which lr reaches the bottom soonest for steepness 10? And why does no
# lr do it well for steepness 20?

# %% tags=["D0-17"]
explore(plots.bowl_walk)

# %% tags=["D0-17"]
plots.bowl_walk()

# %% [markdown]
# The slower of the two coordinates decides, so the best lr makes both equally slow: $1 - \mathrm{lr}\,\mu = -(1 - \mathrm{lr}\,L)$ with $\mu$ the smallest
# curvature, so $\mathrm{lr} = 2/(L + \mu)$ and a factor of $(L - \mu)/(L + \mu)$ for each step. What counts is $L/\mu$, the **condition number**. L11 finds
# a way around it.
#
# Curvatures 1 and 10, lr 0.1: by which factor does a step multiply the *flat* coordinate?

# %%
check("L07-creep", None)

# %% [markdown] tags=["core", "D0-20", "D4-02"]
# ## 5 When to stop
#
# > *Core, 2 minutes.*
#
# The slides offer three rules: after $N$ steps; when $\Delta\theta < \varepsilon$ (its length, for $\Delta\theta$ is a vector); when
# $\lVert \nabla E \rVert = 0$. The last is never to be waited for on a computer; one asks for a *small* gradient. `gradient_descent` knows all three. On the bowl
# of curvatures 1 and 10, from (10, 1):

# %% tags=["D0-20", "D4-02", "erratum-11"]
surface = bowl([1, 10])
rules = (0.1, {"small_change": 1e-3}), (0.0001, {"small_change": 1e-3}), (0.1, {"small_gradient": 1e-3})
for lr, rule in rules:
    run = gradient_descent(surface.gradient, [10, 1], lr, max_steps=10_000, **rule)
    print(f"lr {lr:<6} stopped by a small {run.stopped_by:8} after {len(run.path) - 1:3} steps,",
          f"{np.linalg.norm(run.theta):.3f} from the minimum")

# %% [markdown] tags=["erratum-11"]
# The second run stopped far from its goal: with a small lr *every* step is small. A small change says little about the gradient, and even a
# small gradient may lie on a plateau far from any minimum (section 8). Where curvatures are at least $\mu > 0$ it does say something:
# $|x - x^*| \le |\nabla f(x)| / \mu$.

# %% [markdown]
# **Checkpoint.** $f = x^2/2$, lr 0.001; stop as soon as the *next* step would be at most 0.001. How far from the minimum may the walk stop?

# %%
check("L07-stop", None)

# %% [markdown] tags=["core"]
# ## 6 How fast
#
# > *Core, 3 minutes; the proofs are optional.*
#
# Not every function is a bowl, but bounds on curvature carry the bowl's promises over. Call $f$ **L-smooth** if its gradient changes at most
# $L$ times as much as its argument: $|\nabla f(x) - \nabla f(y)| \le L\,|x - y|$ for all $x, y$.
#
# **Descent lemma.** *If $f$ is L-smooth, a step against $g = \nabla f(x)$ satisfies*
#
# $$f(x - \mathrm{lr}\, g) \ \le\ f(x) - \mathrm{lr}\left(1 - \tfrac12\,\mathrm{lr}\,L\right) |g|^2 .$$

# %% [markdown] tags=["erratum-22"]
# So with $\mathrm{lr} < 2/L$ no step goes up, on every L-smooth land, convex or not. **Theorem.** *Let $f$ be L-smooth and $\mathrm{lr} = 1/L$.*
#
# - *If $f \ge f_{\min}$, then the smallest of the first $k$ gradients has $|g|^2 \le 2L\,(f(x_0) - f_{\min})/k$.*
# - *If $f$ is convex and has a minimiser $x^*$, then $f(x_k) - f(x^*) \le L\,|x_0 - x^*|^2 / 2k$.*
# - *If moreover $f$ is* ***strongly convex***, *that is, $f(x) - \frac{\mu}{2}|x|^2$ is convex with $\mu > 0$, then
#   $|x_k - x^*|^2 \le (1 - \mu/L)^k\, |x_0 - x^*|^2$.*

# %% [markdown]
# The second promise and the third, against runs; the gap is the error $f(x_k) - f(x^*)$. All functions here have $L = 1$ (the fourth power $x^4/12$ only on $[-1, 1]$, which its walk
# never leaves), and all walks start at distance 1.

# %%
def walk(gradient, start, steps):
    return gradient_descent(gradient, start, lr=1.0, max_steps=steps).path

x = walk(lambda x: np.clip(x, -0.02, 0.02), [1.0], 500)[1:, 0]       # |x| / 50, its corner rounded off
rounded = np.where(np.abs(x) < 0.02, x ** 2 / 2, 0.02 * np.abs(x) - 0.0002)
fourth = walk(lambda x: x ** 3 / 3, [1.0], 500)[1:, 0] ** 4 / 12
narrow = bowl([1, 0.002])
gaps = {"smoothed |x|": rounded, "fourth power": fourth,
        "narrow bowl": narrow.value(walk(narrow.gradient, [0.6, 0.8], 500)[1:])}
distances = {k: (walk(bowl([1, 1 / k]).gradient, [0.8, 0.6], 60) ** 2).sum(axis=1) for k in (2, 10, 50)}
plots.descent_rates(gaps, distances)

# %% [markdown] tags=["D2-02", "erratum-22"]
# Both hold. With mere convexity the error falls like $1/k$ at worst; with strong convexity every step gains the same *factor*, a straight line on this
# paper. ("No convergence guarantees", say some slides of non-convex problems; the first promise is a modest one.)
#
# **Checkpoint.** $f$ is convex, $L = 4$ and $|x_0 - x^*| = 3$. After how many steps does the theorem promise an error of at most 0.01?

# %%
check("L07-steps", None)

# %% [markdown] tags=["optional"]
# ### The proofs
#
# > *Optional, 3 minutes.*
#
# **Descent lemma.** Go from $x$ to $x + v$ in a straight line and add up the slopes on the way:
#
# $$f(x + v) - f(x) - \nabla f(x) \cdot v = \int_0^1 \big(\nabla f(x + t v) - \nabla f(x)\big) \cdot v \, dt
# \ \le\ \int_0^1 L\, t\, |v|^2\, dt = \tfrac{L}{2} |v|^2 .$$
#
# With $v = -\mathrm{lr}\, g$ this is the lemma.

# %% [markdown]
# **First promise.** With $\mathrm{lr} = 1/L$ each step gains at least $|g|^2 / 2L$, and all steps together cannot gain more than $f(x_0) - f_{\min}$. The
# smallest of $k$ numbers is at most their mean.

# %% [markdown]
# **Second and third promise.** Write $d_k = |x_k - x^*|^2$. Expanding the square of $x_{k+1} - x^* = x_k - x^* - g/L$ gives
# $\frac{L}{2}(d_k - d_{k+1}) = g \cdot (x_k - x^*) - |g|^2 / 2L$. The theorem of section 3, applied to $f - \frac{\mu}{2}|x|^2$, gives
# $f(x_k) - f(x^*) \le g \cdot (x_k - x^*) - \frac{\mu}{2} d_k$, with $\mu = 0$ for merely convex $f$. With the lemma:
#
# $$f(x_{k+1}) - f(x^*) \ \le\ f(x_k) - \frac{|g|^2}{2L} - f(x^*) \ \le\ \tfrac{L}{2} (d_k - d_{k+1}) - \tfrac{\mu}{2}\, d_k .$$

# %% [markdown]
# For $\mu > 0$: the left side is at least 0, so $d_{k+1} \le (1 - \mu/L)\, d_k$. For $\mu = 0$: add up over $k$ steps; the $d$'s cancel in between and
# leave at most $\frac{L}{2} d_0$. On the left the last error is the smallest, for every step goes down, so $k$ times it is at most the sum.
#
# The chain of inequalities, at every step of a walk on $\ln(1 + e^x) + x^2/20 - x/3$:

# %%
L, mu = 0.25 + 0.1, 0.1                                 # the curvature lies between mu and L
f = lambda x: np.log1p(np.exp(x)) + x ** 2 / 20 - x / 3
slope = lambda x: sigmoid(x) + x / 10 - 1 / 3
x = gradient_descent(slope, [9.0], 1 / L, max_steps=200).path[:, 0]
best, d = x[-1], (x - x[-1]) ** 2
print("lemma: ", (f(x[1:]) <= f(x[:-1]) - slope(x[:-1]) ** 2 / (2 * L) + 1e-15).all())
print("chain: ", (f(x[1:]) - f(best) <= L / 2 * (d[:-1] - d[1:]) - mu / 2 * d[:-1] + 1e-15).all())
print("factor:", (d[1:] <= (1 - mu / L) * d[:-1] + 1e-15).all())

# %% [markdown] tags=["core", "D3-05", "erratum-24"]
# ## 7 Convex, and no minimum
#
# > *Core, 4 minutes; Newton's method at its end is optional.*
#
# **Test a claim.** Of logistic regression the slides say: its loss "is convex, so there is one global minimum". Take their own table from L06: nine
# people, high or low income, and of each only the age (standardised: mean 0, standard deviation 1) and a bias.
#
# **Predict:** after 100 steps of descent the weights have length 5.2. And after 10,000?

# %%
predict("L07-length", None, choices=("the same", "about twice", "more than five times"))

# %% tags=["D3-05", "erratum-24"]
people = income9()
age = (people.age - people.age.mean()) / people.age.std()
X, y = np.column_stack([age, np.ones(9)]), people.high
path = gradient_descent(lambda w: (sigmoid(X @ w) - y) @ X / 9, [0, 0], lr=1.0, max_steps=10_000).path
steps = np.unique(np.geomspace(1, 10_000, 60).astype(int))
losses = [logistic.negative_log_likelihood(path[k], X, y) for k in steps]
plots.endless_fit(people.age, y, {k: path[k] for k in (100, 1000, 10_000)}, steps, losses)

# %% [markdown] tags=["D3-05", "erratum-24"]
# **More than five times**, with no end in sight: everybody up to 28 earns little, everybody from 30 on earns much. **Why:** let $u \cdot x > 0$ for all of
# class 1 and $u \cdot x < 0$ for all of class 0. Then from *every* $w$, walking on along $u$ makes every term smaller, so no $w$ is a minimiser. Along $u$
# the loss tends to 0 and never is 0. Such a $u$ is a certificate:

# %% tags=["D3-05", "erratum-24"]
u = logistic.separating_vector(X, y)
print("u·x for high:", (X[y == 1] @ u).round(2), "  for low:", (X[y == 0] @ u).round(2))

# %% [markdown] tags=["erratum-24"]
# **Repaired:** convex means that *if* there is a minimum, it is global. Whether there is one is another question (here: do the classes overlap?), and whether
# it is the only one a third (section 3). The $1/k$ promise is silent here: it has no $x^*$ to speak of. The weights grow
# like the logarithm of the steps (Soudry and others 2018), but only in the very long run: not yet in the picture.

# %% [markdown]
# **Checkpoint.** A tenth person joins, with a *low* income. Give an age in years for which the loss has a minimum.

# %%
check("L07-tenth", None)

# %% [markdown] tags=["optional", "D3-05"]
# ### Newton runs away faster
#
# > *Optional, 3 minutes.*
#
# Besides descent the slides name Newton's method and Matlab's *glmfit*, which is Newton's method in other words. It knows the Hessian $H$, fits a
# quadratic to the loss where it stands, and jumps to the lowest point of that: $w \leftarrow w - H^{-1} \nabla E$. Near a minimum the number of right digits
# then doubles with each step.
#
# **Predict:** and on the income table, how does the length of $w$ go on in the end?

# %%
predict("L07-newton", None, choices=("it settles", "it grows by equal steps", "it doubles each step"))

# %% tags=["D3-05"]
fit = logistic.newton(X, y)
lengths = np.linalg.norm(fit.path, axis=1)
print("steps:", len(fit.path) - 1, "  length of w every fifth step:", lengths[::5].round(1))
print("last loss below 1e-9:", logistic.negative_log_likelihood(fit.w, X, y) < 1e-9)
print("newton reports:", fit.outcome)

# %% [markdown]
# **It grows by equal steps**, and each divides the loss by about $e$. After 29 steps nothing more can be gained, and any program must stop. One
# that does not look for a separator calls this success, with weights that tell only when it lost patience. `newton` here looks.

# %% [markdown]
# **The usual repair** is the regulariser of L06. With $\frac{\mu}{2}|w|^2$ added (here on the bias too) the loss is strongly convex, and such a function
# has exactly one minimiser. Its curvature is at most $\frac94 + \mu$, so that sets lr.

# %% tags=["D3-05"]
for mu in (1.0, 0.1, 0.01):
    regularised = lambda w, mu=mu: (sigmoid(X @ w) - y) @ X + mu * w
    run = gradient_descent(regularised, [0, 0], 1 / (9 / 4 + mu), 20_000, small_gradient=1e-6)
    print(f"mu {mu}: gradient below 1e-6 after {len(run.path) - 1} steps,",
          f"length of w {np.linalg.norm(run.theta):.2f}")

# %% [markdown] tags=["core", "D4-01"]
# ## 8 Four points and a sigmoid
#
# > *Core, 3 minutes.*
#
# Now land that is not convex. One sigmoid unit with two weights, no bias, and squared error on four points:
#
# $$E(w) = \sum_{i=1}^{4} \big(y_i - \sigma(w \cdot x_i)\big)^2 .$$
#
# (The points on the slides are not given; ours are (0, 1), (1, 0), (1, 1) with label 1 and (−1, −1) with label 0.) A twice differentiable
# function is convex exactly if no eigenvalue of its Hessian is negative anywhere. **Predict:** how does $E$ curve at $(-3, -3)$, where all four are wrong?

# %%
predict("L07-curvature", None, choices=("up both ways", "up one way, down the other", "down both ways"))

# %% tags=["D4-01"]
E = SURFACES["four points"]
walks = [gradient_descent(E.gradient, start, lr=1.0, max_steps=300).path
         for start in ((-3, -3), (4, -5), (-5, 3))]
plots.curvature_map(E, {(0, 0): (40, 10), (-3, -3): (0, -20)}, walks)

# %% [markdown] tags=["D4-01"]
# **Down both ways.** One unit, four points, and all kinds of curvature; yet all three walks find their way up to the right and on, without end. The
# dome is no accident. $E$ lies between 0 and 4 everywhere, and **a convex function that is bounded above is constant**: if $f(b) > f(a)$, the
# inequality, read beyond $b$, makes $f$ climb at least as steeply for ever.

# %% [markdown] tags=["D4-01"]
# So squared error behind a sigmoid or softmax is *never* convex in the weights, unless it is constant. In numbers, one triple:

# %% tags=["D4-01"]
a, b = np.array([-6.0, -6.0]), np.array([0.0, 0.0])
print("certificate:", is_violation(E.value, a, b, 0.5),
      f"  the graph is {violation_margin(E.value, a, b, 0.5):.2f} above the chord")
print("curvatures at (-3, -3):", hessian_eigenvalues(E.gradient, [-3, -3]).round(3))

# %% [markdown] tags=["core", "D0-15", "D2-02"]
# ## 9 Exchange two units
#
# > *Core, 4 minutes; a theorem at its end is optional.*
#
# And without sigmoids at the output? The slides say of stacked models that this "likely makes the problem non-convex". A hidden layer has an order, and
# the order means nothing. `relu(x) + relu(-x)` is $|x|$; exchange the two hidden units and it is $|x|$ still, with other parameters:
# hidden weights $(1, -1)$ became $(-1, 1)$.
#
# **Predict:** halfway between the two lists of parameters, what does the network compute?

# %%
predict("L07-halfway", None, choices=("|x|", "|x| / 2", "0"))

# %% tags=["D0-15"]
x, net_of = np.array([-1.0, 1.0]), lambda w1, w2: lambda x: relu(w1 * x) + relu(w2 * x)
for name, w1, w2 in ("one order", 1, -1), ("the other", -1, 1), ("halfway", 0, 0):
    output = net_of(w1, w2)(x)
    print(f"{name:9}  outputs {output}  mean squared error {((output - np.abs(x)) ** 2).mean()}")

# %% [markdown] tags=["D0-15"]
# **0**: the hidden weights cancel. Two perfect networks, and a bad one in the middle: a certificate, made by symmetry alone. Now a
# trained one. Here is the network of L03 that learned the rings with three hidden units, and three twins of it, each with two
# units exchanged.

# %% tags=["D0-15", "D2-02"]
rings_X, rings_y = rings(200, noise=0.06, rng=0)
net = MLP([2, 3, 1], activation="tanh", output="sigmoid", rng=0)
list(train(net, rings_X, rings_y[:, None], SGD(1.0), epochs=1000))
loss, share = lambda theta: net.loss(rings_X, rings_y[:, None], theta), np.linspace(0, 1, 101)
orders = {(0, 1): [1, 0, 2], (0, 2): [2, 1, 0], (1, 2): [0, 2, 1]}
twins = {pair: flatten(permute_hidden(net.layers, 0, order)) for pair, order in orders.items()}
plots.twins(share, {pair: line_slice(loss, net.theta, twin - net.theta, share)
                    for pair, twin in twins.items()})

# %% [markdown] tags=["D0-15", "D2-02"]
# Two valleys of the same depth and a ridge between them: that this loss is not convex is no longer "likely" but proved. It does not say that
# descent fails. The twins are equally good, and whichever valley a walk finds is fine.
#
# **Checkpoint.** One hidden layer of 5 units, all different. How many lists of parameters compute the same, just by reordering them?

# %%
check("L07-orders", None)

# %% [markdown] tags=["optional", "D0-15"]
# ### A convex loss would need one hidden unit only
#
# > *Optional, 1 minute.*
#
# **Theorem.** *A network has one hidden layer of $K$ units. If some weights have a smaller loss than every network with a single hidden unit, then the
# loss is not convex in the weights.*

# %% [markdown]
# **Proof.** Turn the order of the units round by $0, 1, \dots, K - 1$ places: $K$ lists of parameters with the same loss. Were the loss convex, their
# mean would have no larger one (the inequality, applied again and again). But in the mean all hidden units are equal, so it computes what one
# unit with their outgoing weights added computes.
#
# In numbers: the mean of the three turned networks is a network with one unit, and it is bad at rings.

# %% tags=["D0-15"]
turned = [flatten(permute_hidden(net.layers, 0, np.roll(range(3), k))) for k in range(3)]
mean = np.mean(turned, axis=0)
one = np.array([mean[0], mean[3], mean[6], mean[9:12].sum(), mean[12]])       # w1, w2, b; outgoing, bias
narrow = MLP([2, 1, 1], activation="tanh", output="sigmoid")
print("same function:", np.allclose(net.forward(rings_X, mean)[-1], narrow.forward(rings_X, one)[-1]))
print("losses:", *(f"{loss(theta):.4f}" for theta in turned), f"  their mean network: {loss(mean):.4f}")

# %% [markdown] tags=["core", "D0-15"]
# ## 10 Saddles
#
# > *Core, 3 minutes.*
#
# From one valley to the other leads a pass. Along the ridge it is the lowest place, across it the highest: a **saddle**, gradient zero, curvatures of both
# signs. We met one in L02. Four walks come down towards the pass of a land with two minima; they start at $x = 0.1$, $-0.001$, $10^{-6}$ and 0.
#
# **Predict:** which of them get stuck?

# %%
predict("L07-saddle", None, choices=("none", "only the last", "the last two", "all"))

# %% tags=["D0-15"]
land = SURFACES["double well"]
starts = {"0.1": 0.1, "−0.001": -0.001, "10⁻⁶": 1e-6, "0": 0.0}
plots.saddle_passage(land, {label: gradient_descent(land.gradient, [x, 1.4], lr=0.2, max_steps=150).path
                            for label, x in starts.items()})

# %% [markdown] tags=["D0-15"]
# **Only the last**, which starts exactly on the ridge. Near the pass the curvature across is $-1$, so a step multiplies $x$ by $1 + \mathrm{lr} = 1.2$: a deviation
# grows, however small, and a thousandth of it costs only $\ln 1000 / \ln 1.2 \approx 38$ steps more. For smooth functions and small steps almost every start
# misses every such saddle (Lee and others 2016). What one sees is a plateau, and then a fall. Some plateaus in training are of this kind.

# %% [markdown]
# **Checkpoint.** On $f = x^2/2 - y^2/2$ with lr 0.1, by which factor does each step multiply $y$?

# %%
check("L07-escape", None)

# %% [markdown] tags=["core"]
# ## What can be promised
#
# > *Core, 1 minute.*
#
# **On convex land** a walk with $\mathrm{lr} = 1/L$ comes as low as the minimum, with an error of at most $L|x_0 - x^*|^2 / 2k$, if there is one; nothing
# promises that there is one, nor that it is the only one.

# %% [markdown]
# **For a network** the land is not convex, and two exchanged units prove it. What is left: small
# steps go down, and the gradient becomes small somewhere, if the land is smooth and bounded below.
#
# All of it needs gradients, and so far somebody has handed them to us. How they are computed is L08.

# %% [markdown] tags=["reference"]
# ## Sources
#
# - S. Boyd, L. Vandenberghe (2004), *Convex Optimization*. https://doi.org/10.1017/CBO9780511804441
# - Y. Nesterov (2018), *Lectures on Convex Optimization*, 2nd edition. https://doi.org/10.1007/978-3-319-91578-4
# - A. Albert, J. A. Anderson (1984), On the existence of maximum likelihood estimates in logistic regression models.
#   https://doi.org/10.1093/biomet/71.1.1
# - D. Soudry, E. Hoffer, M. S. Nacson, S. Gunasekar, N. Srebro (2018), The implicit bias of gradient descent on separable data.
#   https://doi.org/10.48550/arXiv.1710.10345
# - P. J. Green (1984), Iteratively reweighted least squares. https://doi.org/10.1111/j.2517-6161.1984.tb01288.x
# - R. Hecht-Nielsen (1990), On the algebraic structure of feedforward network weight spaces.
#   https://doi.org/10.1016/B978-0-444-88400-8.50019-4
# - J. D. Lee, M. Simchowitz, M. I. Jordan, B. Recht (2016), Gradient descent only converges to minimizers.
#   https://proceedings.mlr.press/v49/lee16.html
#
# From the lecture slides that this course grew from: convexity and the non-convex loss (D0-13 to D0-15), descent and its stop rules (D0-17, D0-20,
# D4-02), logistic regression (D3-05) with the income table (D3-04), the four points (D4-01, values ours), stacked models (D2-02).
