# %% [markdown]
# # L10 Descent, lines and noise
#
# L09 made the gradient cheap, but one gradient still asks every sample. **May we ask only a few of them and walk all the same: what does the
# noise cost, what does it buy, and where does such a walk end?**
#
# About an hour to read and run everything, the core sections 35 minutes. Optional parts say so under their heading.

# %%
import numpy as np
from itertools import combinations

from course_lib.datasets import SURFACES, bowl, double_well, rings
from course_lib.nn import MLP, SGD, StackedMLP, batches, train
from course_lib.nn.activations import sigmoid, softplus
from course_lib.nn.descent import backtracking, exact_line_search, exact_on_quadratic, gradient_descent
from course_lib.nn.schedules import robbins_monro
from course_lib.notebook import plots
from course_lib.notebook.checks import check
from course_lib.notebook.live import live
from course_lib.notebook.predict import predict
from course_lib.notebook.widgets import explore
from course_lib.topics.intervals import median_interval, share_interval
from course_lib.topics.noise import batch_variance, mean_square_on_bowl, stochastic_descent

# %% [markdown] tags=["core"]
# ## Two questions from before
#
# > *Core, 2 minutes.*
#
# From L08: $f = x y + x$. What is its gradient at $(x, y) = (2, 3)$?

# %%
check("L10-recall-two-paths", None)

# %% [markdown]
# From L09: for a batch of two samples delta is $(0.1, -0.2)$ in the first row and $(0.3, 0.4)$ in the second. What is the gradient of the two
# biases?

# %%
check("L10-recall-biases", None)

# %% [markdown] tags=["core", "D4-03"]
# ## 1 The best step along a line
#
# > *Core, 4 minutes.*
#
# Before the noise, one question that L07 left: why fix lr at all? The slides choose it anew at every step so that the loss becomes as small as it
# can along the line, $\alpha = \operatorname{argmin}_{\alpha > 0} E(w + \alpha d)$ with $d = -\nabla E(w)$: **exact line search**.
#
# **Predict:** on the bowl with curvatures 1 and 10, from (10, 1), against the best *fixed* lr, $2/(L + \mu) = 2/11$, how does it do?

# %%
predict("L10-line", None, choices=("far better", "exactly as well", "worse"))

# %% tags=["D4-03"]
surface = bowl([1, 10])
rules = {"exact line search": exact_on_quadratic(surface.gradient), "best fixed lr": 2 / 11,
         "backtracking": backtracking(surface.value)}
plots.zigzag(surface, {name: gradient_descent(surface.gradient, [10, 1], lr, max_steps=30).path
                       for name, lr in rules.items()})

# %% [markdown] tags=["D4-03"]
# **Exactly as well**: here each best step is 2/11 itself. (Backtracking: see below.) At the best point of a line the slope *along the line* is zero, so the next gradient stands at right angles to it:
#
# $$0 = \tfrac{d}{d\alpha} E(w + \alpha d) = \nabla E(w + \alpha d) \cdot d .$$
#
# Each step undoes part of the last one. This start is the worst there is: it keeps $\left(\frac{L - \mu}{L + \mu}\right)^2 = 0.669$ of the height at every
# step, and no start keeps more. (On a quadratic with Hessian $H$, $\alpha = g \cdot g \,/\, g \cdot H g$.)

# %% [markdown] tags=["D4-03", "erratum-27"]
# **Break it.** Does the best step exist? On the four points of L07, from $w = 0$:

# %% tags=["D4-03", "erratum-27"]
E, w = SURFACES["four points"], np.zeros(2)
g = E.gradient(w)
print("E at alpha 1, 10, 100:", *(f"{E.value(w - alpha * g):.2g}" for alpha in (1, 10, 100)))
alpha = exact_line_search(E.value)(w, g)
print(f"exact line search: alpha {alpha:.0f}, E there {E.value(w - alpha * g):.2g};",
      f"backtracking: {backtracking(E.value)(w, g):g}")

# %% [markdown] tags=["erratum-27"]
# E falls along this line for ever, so *argmin* names nothing; the search ended only where float64 rounds E to 0. **Backtracking** asks for less: try lr = 1,
# ½, ¼, … and take the first that lowers $E$ by at least $10^{-4}\, \mathrm{lr}\, |g|^2$ (Armijo's condition). Where $E$ is L-smooth, the descent lemma
# says that some lr passes. From that worst start it even came lower: its steps vary and do not lock into the zigzag.
#
# But every trial asks all samples. From here on we spend less on a step.

# %% [markdown] tags=["core", "D1-28", "D4-04"]
# ## 2 Ask one sample
#
# > *Core, 5 minutes.*
#
# The loss is a mean over samples. Push the regulariser into each term, and so is the gradient:
#
# $$\mathcal{L}(\theta) = \frac1N \sum_{i=1}^N \underbrace{\big(\lambda\, \Omega(\theta) + L_i(\theta)\big)}_{\mathcal{L}_i(\theta)},
# \qquad \nabla \mathcal{L} = \frac1N \sum_{i=1}^N \nabla \mathcal{L}_i .$$
#
# For a network, by two ways:

# %% tags=["D1-28", "D4-04"]
rings_X, rings_y = rings(200, noise=0.06, rng=0)
rings_Y = rings_y[:, None]
net = MLP([2, 8, 1], activation="tanh", output="sigmoid", lam=0.1, rng=0)
one_by_one = [net.loss_and_grad(rings_X[i:i + 1], rings_Y[i:i + 1])[1].copy() for i in range(200)]
print("mean of 200 gradients = the gradient:",
      np.allclose(np.mean(one_by_one, axis=0), net.loss_and_grad(rings_X, rings_Y)[1]))

# %% [markdown] tags=["D1-29", "D4-05"]
# So a gradient costs $N$ times what a sample's costs. **Stochastic gradient descent**, SGD for short, takes one sample $j$, *drawn uniformly
# at random*, and pretends that it speaks for all:
#
# $$\theta \leftarrow \theta - \mathrm{lr}\, \nabla \mathcal{L}_j(\theta) .$$
#
# How wrong is that? Two parameters can be drawn: one sigmoid unit with weight $w$ and bias $b$, logistic loss, a small regulariser (here on $b$ too), and 50
# samples whose classes overlap.

# %% tags=["D1-29"]
rng, lam = np.random.default_rng(1), 0.02
x = rng.normal(size=50)
y = (x + rng.logistic(size=50) > 0).astype(int)
X, everyone = np.column_stack([x, np.ones(50)]), np.arange(50)

def sample_gradients(theta, rows):
    error = sigmoid((X[rows] * theta).sum(axis=-1)) - y[rows]
    return error[..., None] * X[rows] + lam * theta

def full_gradient(theta):
    return sample_gradients(theta, everyone).mean(axis=0)

start = np.array([-2.0, 2.0])
best = gradient_descent(full_gradient, start, 1.0, 5000, small_gradient=1e-10).theta

# %% [markdown]
# **Predict:** at the minimum the full gradient is 0. And the gradients of single samples?

# %%
predict("L10-at-rest", None, choices=("all 0", "nearly 0", "far from 0"))

# %% tags=["D1-29"]
G = sample_gradients(start, everyone)
plots.gradient_cloud({"at the start": G, "at the minimum": sample_gradients(best, everyone)})

# %% [markdown] tags=["D1-29"]
# **Far from 0**: at rest the samples still pull, only their pulls cancel. At the start most of them agree, and whoever asks one has a fair idea
# where to go.

# %% [markdown] tags=["D1-29"]
# One draw is noisy, but it is **unbiased**: its mean over all possible draws is the full gradient. With 50 draws this can be
# enumerated. **Break it:** draw the first 25 samples twice as often as the others.

# %% tags=["D1-29"]
def bias(chances, weights=1.0):
    return np.linalg.norm((chances * weights) @ G - G.mean(axis=0))

uniform = np.full(50, 1 / 50)
favoured = np.where(everyone < 25, 2, 1) / 75
print(f"uniform {bias(uniform):.3f}   favouring {bias(favoured):.3f}",
      f"  favouring, gradient divided by 50 p {bias(favoured, 1 / (50 * favoured)):.3f}")

# %% [markdown] tags=["D1-29"]
# "Unbiased" on the slides rests on the word *uniformly*. Other chances $p_j$ walk down another loss, unless each gradient is divided by $N p_j$.
#
# **Checkpoint.** Three samples have the slopes 3, 0 and −6, and are drawn with chances ½, ¼ and ¼. How much does the mean draw exceed the
# full slope?

# %%
check("L10-bias", None)

# %% [markdown] tags=["core", "D1-30", "D2-12"]
# ## 3 Ask a few: mini-batches
#
# > *Core, 4 minutes; shuffling is optional.*
#
# Between one sample and all lies the **mini-batch**: the mean gradient of $B$ samples. Each of them is a uniform draw, so it is unbiased too.
#
# How noisy? Let $\sigma^2$ be the mean squared distance of a sample's gradient from the full one. **Predict:** a batch of 25 instead of 1, drawn *with*
# replacement (a sample may come twice). By which factor does the mean squared distance fall?

# %%
predict("L10-batch", None, choices=(5, 25, 625))

# %% tags=["D1-30"]
sizes, draws = [1, 2, 5, 10, 25, 50], 4000
rng = np.random.default_rng(2)
orders = rng.permuted(np.tile(everyone, (draws, 1)), axis=1)          # each row a shuffled deck of 50
rows = {"with replacement": lambda B: rng.integers(50, size=(draws, B)),
        "without": lambda B: orders[:, :B]}
measured = {name: [((G[draw(B)].mean(axis=1) - G.mean(axis=0)) ** 2).sum(axis=1).mean() for B in sizes]
            for name, draw in rows.items()}
theory = {name: [batch_variance(G, B, replace=name != "without") for B in sizes] for name in rows}
plots.batch_noise(sizes, measured, theory)

# %% [markdown] tags=["D1-30"]
# **25.** Errors of independent draws have mean product 0, so in the square of their sum only the $B$ squares remain, and dividing by $B^2$ leaves
# $\sigma^2 / B$. So the *distance* falls only with $\sqrt{B}$: four times the work for half the noise. Without replacement the draws avoid each other,
#
# $$\frac{\sigma^2}{B} \cdot \frac{N - B}{N - 1},$$
#
# and all 50 at once have no noise at all.

# %% [markdown]
# **Checkpoint.** $N = 101$ and $\sigma^2 = 10$. What is the variance of a batch of 51, drawn without replacement? (Three decimals.)

# %%
check("L10-variance", None)

# %% [markdown] tags=["optional", "D2-12"]
# ### All pairs, and shuffling
#
# > *Optional, 3 minutes.*
#
# All $\binom{50}{2}$ batches of two, enumerated:

# %% tags=["D1-30"]
pairs = np.array(list(combinations(range(50), 2)))
print(len(pairs), "pairs, unbiased:", np.allclose(G[pairs].mean(axis=(0, 1)), G.mean(axis=0)))

# %% [markdown] tags=["D2-12"]
# In practice one shuffles the set and cuts it into chunks, epoch after epoch. `batches` does that:

# %% tags=["D2-12"]
for rows in batches(23, 5, rng=0):
    print(rows)

# %% [markdown] tags=["D2-12"]
# Each batch by itself is a uniform draw without replacement, so unbiased. But *given what has been seen in this epoch* it is not: the last batch is
# certain before it is drawn. How far is the mean of what can still come from the full gradient?

# %% tags=["D2-12"]
for seen in (0, 10, 25, 40, 45):
    rest = G[orders[:, seen:]].mean(axis=1)
    away = np.sqrt(((rest - G.mean(axis=0)) ** 2).sum(axis=1).mean())
    theory = batch_variance(G, 50 - seen, replace=False) ** 0.5
    print(f"after {seen:2} of 50 samples: {away:.3f}   theory {theory:.3f}")

# %% [markdown]
# So within an epoch shuffled batches are *conditionally biased*, and theorems about independent draws do not apply word for word. It does little harm:
# at a fixed $\theta$ the errors of an epoch cancel, and on smooth, strongly convex sums shuffling is proved to be faster in the long run (Gürbüzbalaban and others 2021).
#
# 50,000 samples, batches of 64, shuffled and cut: how many steps has an epoch?

# %%
check("L10-epoch", None)

# %% [markdown] tags=["core", "D2-12", "erratum-23", "D4-07"]
# ## 4 Sum or mean
#
# > *Core, 3 minutes; a trap at its end is optional.*
#
# Some slides *sum* over the batch, others take the *mean*. With means of 50 samples lr = 0.5 works. What if the code sums?

# %% tags=["D2-12", "erratum-23"]
def total(w):
    return 50 * full_gradient(w)

walks = {"mean, lr 0.5": gradient_descent(full_gradient, start, 0.5, 60).path,
         "sum, lr 0.5": gradient_descent(total, start, 0.5, 60).path,
         "sum, lr 0.5 / 50": gradient_descent(total, start, 0.5 / 50, 60).path}
for name, path in walks.items():
    print(f"{name:17} ends {np.linalg.norm(path[-1] - best):.2f} from the minimum")
print("first and last are one walk:", np.allclose(walks["mean, lr 0.5"], walks["sum, lr 0.5 / 50"]))

# %% [markdown] tags=["erratum-23"]
# It goes wild: a step of 0.5 on the sum is a step of 25 on the mean, far above $2/L$. The conversion is $\mathrm{lr}_{\text{sum}} = \mathrm{lr}_{\text{mean}} / B$.
# We take means, so lr keeps its meaning when $B$ changes. (In the last, shorter batch of an epoch the mean gives each sample more weight, the sum
# does not.)

# %% [markdown] tags=["D4-08", "D4-05", "D4-07"]
# Now side by side: all samples, a mini-batch of 5, one. One lr, and the *same cost*, 500 gradients of samples. A picture of one
# walk each is an anecdote, so first, for 200 walks, the median distance from the minimum after 10, 40 and 100 % of the cost, with its interval.

# %% tags=["D4-08", "D4-05", "D4-07"]
loss = lambda at: (softplus(at @ X.T) - (at @ X.T) * y).mean(axis=-1) + lam / 2 * (at ** 2).sum(axis=-1)
kinds = {"all 50": (50, 10), "batches of 5": (5, 100), "one sample": (1, 500)}
starts = np.tile(start, (200, 1))
paths = {name: stochastic_descent(sample_gradients, 50, starts, 0.5, steps, B, rng=0)
         for name, (B, steps) in kinds.items()}
paths["all 50"][:] = gradient_descent(full_gradient, start, 0.5, 10).path[:, None]    # no draw, no noise
typical = {}
for name, path in paths.items():
    away = np.linalg.norm(path - best, axis=-1)
    typical[name] = path[:, np.argsort(away[-1])[100]]     # the walk that ends in the middle of the 200
    middles = [median_interval(away[round(share * (len(path) - 1))]) for share in (0.1, 0.4, 1)]
    print(f"{name:13}", "   ".join("{:.2f} ({:.2f} to {:.2f})".format(*middle) for middle in middles))
plots.three_walks(loss, [[-3, 3], [-2.5, 3.5]], typical, best,
                  {name: B * steps for name, (B, steps) in kinds.items()})

# %% [markdown]
# After a tenth of the cost single samples have come as near as they ever come, after four tenths the batches, and the exact walk is still on its way.
# But then they stop improving, the single samples farther out. Why?
#
# **Checkpoint.** Your code sums over batches of 20, and lr = 0.01 works. Which lr makes the same steps with means?

# %%
check("L10-convert", None)

# %% [markdown] tags=["optional", "D3-06", "erratum-26"]
# ### All at once
#
# > *Optional, 2 minutes.*
#
# One slide writes the update coordinate by coordinate, $\omega_j \leftarrow \omega_j - \eta\, \frac1N \sum_i x^i_j\, (P(y^i = 1) - y^i)$, with $x_0 = 1$ for the bias. (Mind the
# letters: $i$ counts samples and $j$ coordinates, also where the slide draws "a sample $X_j$".) Taken as code line by line it has a trap:

# %% tags=["D3-06"]
def slope(j, w):
    return X[:, j] @ (sigmoid(X @ w) - y) / 50

together = start - 2.0 * np.array([slope(0, start), slope(1, start)])
in_turn = start.copy()
for j in (0, 1):
    in_turn[j] -= 2.0 * slope(j, in_turn)          # the second slope already sees the first change
print("together", together.round(3), "  in turn", in_turn.round(3))

# %% [markdown] tags=["D3-06"]
# Updated in turn, the second slope is taken at a place that is neither here nor there. That is another method (coordinate descent). It goes down
# too, which is why nobody notices. Compute the whole gradient first, then step.

# %% [markdown] tags=["core", "D4-05"]
# ## 5 The noise ball
#
# > *Core, 4 minutes.*
#
# The simplest problem of all has the same trouble: 50 numbers $a_i$ and $L_i(x) = \frac12 (x - a_i)^2$. The minimum is their mean, the curvature
# is 1, and the noise of one sample, $\bar a - a_i$, is the same at every $x$. An SGD step goes a share lr of the way to a random $a_i$.
#
# **Predict:** with lr = 0.1, where is the walk after a long time?

# %%
predict("L10-ball", None, choices=("at the mean", "near it, restless for ever", "it climbs out"))

# %% tags=["D4-05", "D4-06"]
a = np.random.default_rng(3).normal(size=50)
variance, k = a.var(), np.arange(201)
pull = lambda theta, rows: theta - a[rows][..., None]
far = np.full((400, 1), a.mean() + 3)
lrs = {f"lr {lr}": lr for lr in (0.5, 0.1, 0.02)} | {"1/(k + 1)": robbins_monro()}
walks = {name: stochastic_descent(pull, 50, far, lr, 200, rng=4)[..., 0] for name, lr in lrs.items()}
promises = {f"lr {lr}": (1 - lr) ** k * 9 + lr * variance for lr in (0.5, 0.1, 0.02)}
plots.noise_ball({name: ((path - a.mean()) ** 2).mean(axis=1) for name, path in walks.items()}, promises)

# %% [markdown]
# **Near it, restless for ever.** The curves are means over 400 walks. A long step arrives quickly and stays far away; a short step comes nearer and takes its
# time. **Theorem.** *Let $f$ be L-smooth and $\mu$-strongly convex, each $g_k$ an unbiased gradient with mean squared error at most $\sigma^2$, whatever came
# before, and $\mathrm{lr} \le 1/L$. Then*
#
# $$\mathbb{E}\,|x_k - x^*|^2 \ \le\ (1 - \mathrm{lr}\,\mu)^k\, |x_0 - x^*|^2 + \frac{\mathrm{lr}\, \sigma^2}{\mu} .$$

# %% [markdown]
# **Proof.** Write $g = \nabla f(x) + e$. Given $x$, the error $e$ has mean 0, so the mixed term vanishes:
#
# $$\mathbb{E}\,|x - \mathrm{lr}\, g - x^*|^2 = |x - \mathrm{lr} \nabla f(x) - x^*|^2 + \mathrm{lr}^2\, \mathbb{E}|e|^2
# \ \le\ (1 - \mathrm{lr}\,\mu)\, |x - x^*|^2 + \mathrm{lr}^2 \sigma^2 .$$
#
# The factor is L07's (who is L-smooth is also smooth with $1/\mathrm{lr} \ge L$). Step after step the last term adds up to at most
# $\mathrm{lr}^2 \sigma^2 \,(1 + q + q^2 + \dots) = \mathrm{lr}\, \sigma^2 / \mu$, with $q = 1 - \mathrm{lr}\,\mu$.

# %% [markdown]
# The dotted lines are this promise. The radius of the ball goes with $\sqrt{\mathrm{lr}}$, and a batch of $B$ divides $\sigma^2$ by $B$. The fourth curve beats them all:
# its steps shrink.
#
# **Checkpoint.** $\mu = 0.5$, $\sigma^2 = 4$. Which lr promises $\mathbb{E}|x_k - x^*|^2 \le 0.02$ in the long run (forgetting the start)?

# %%
check("L10-radius", None)

# %% [markdown] tags=["core", "D4-06", "erratum-30"]
# ## 6 Shorter and shorter steps
#
# > *Core, 5 minutes.*
#
# How fast should $\gamma_k$, the lr of step $k$, shrink? The classic conditions: $\sum \gamma_k = \infty$, or the walk cannot reach a far minimum; $\sum \gamma_k^2 < \infty$,
# so that the noise dies out. The typical choice is $\gamma_k = 1/(k+1)$:

# %% tags=["D4-06"]
gamma = 1 / np.arange(1, 10 ** 6 + 1)
print(f"a million steps: sum {gamma.sum():.2f}, sum of squares {(gamma ** 2).sum():.6f}",
      f"(pi²/6 = {np.pi ** 2 / 6:.6f})")
draws = a[np.random.default_rng(5).integers(50, size=200)]
walk = 0.0
for k, number in enumerate(draws):
    walk -= (walk - number) / (k + 1)
print("on the 50 numbers, SGD = the mean of all draws so far:", np.isclose(walk, draws.mean()))

# %% [markdown] tags=["D4-06"]
# So that is where $1/(k+1)$ comes from: there SGD *is* the running mean, and its mean squared error is $\sigma^2 / k$.
#
# **Test a claim.** The slides say of such steps that for smooth functions "O(1/k) convergence possible", with $1/(k+1)$ as the typical choice. Take a
# function as smooth as can be, $f(x) = x^2/10$, start at 1, and leave out the noise. **Predict:** after a million steps, what is $x$ about?

# %%
predict("L10-trap", None, choices=(1e-6, 0.001, 0.05))

# %% tags=["D4-06", "erratum-30"]
x_k = np.cumprod(1 - gamma / 5)                    # the slope at x is x / 5
print("x after 10, 100, ... steps:", x_k[[9, 99, 999, 9999, 99_999, 999_999]].round(3))
curves = {"1/(k + 1),\nno noise": mean_square_on_bowl(0.2, 0.0, 1.0, robbins_monro(), 100_000)}
for name, lr in {"5/(k + 1)": robbins_monro(5), "1/√(k + 1)": robbins_monro(1, power=0.5),
                 "always 0.1": lambda k: 0.1}.items():
    curves[name] = mean_square_on_bowl(0.2, 0.1, 1.0, lr, 100_000)
plots.step_schedules(curves)

# %% [markdown] tags=["erratum-30", "D4-06"]
# **0.05**, without any noise. (The curves are exact means, the noisy ones with variance 0.1.) **Why:** with curvature $\mu$ and $\gamma_k = c/(k+1)$ the factors
# $1 - c\mu/(k+1)$ multiply to about $k^{-c\mu}$, here $k^{-1/5}$. The step is right for $\mu = 1$ and dies too soon for a flatter bowl.

# %% [markdown] tags=["erratum-30"]
# **Repaired:** $O(1/k)$ takes *strong* convexity and $c > 1/(2\mu)$: on our bowl, with $c = 1/\mu = 5$, the error is $\sigma^2 / (\mu^2 k)$. But nobody tells us $\mu$.
# Steps like $1/\sqrt{k}$ need not know it and pay with a slower rate. For merely *convex* functions no method does better than $1/\sqrt{k}$ in the worst case, from noisy
# gradients alone (Agarwal and others 2012).

# %% [markdown]
# **Checkpoint.** $f = 0.05\,x^2$, $\gamma_k = c/(k+1)$, noise. Beyond which $c$ is the mean squared error $O(1/k)$?

# %%
check("L10-scale", None)

# %% [markdown] tags=["optional"]
# ### The rate on convex land
#
# > *Optional, 3 minutes.*
#
# **Theorem.** *Let $f$ be convex with a minimiser $x^*$, $|x_0 - x^*| \le R$, and each $g_k$ unbiased with $\mathbb{E}|g_k|^2 \le G^2$, whatever came before. Make $K$ steps of
# $\mathrm{lr} = R / (G \sqrt{K})$. Then the mean $\bar x$ of $x_0, \dots, x_{K-1}$ has $\mathbb{E} f(\bar x) - f(x^*) \le R\,G / \sqrt{K}$.*

# %% [markdown]
# **Proof.** With $d_k = \mathbb{E}|x_k - x^*|^2$, expanding the square gives
# $d_{k+1} \le d_k - 2\,\mathrm{lr}\, \mathbb{E}\,\nabla f(x_k) \cdot (x_k - x^*) + \mathrm{lr}^2 G^2$, and by L07 the product is at least $f(x_k) - f(x^*)$. Add up and
# divide by $2\,\mathrm{lr}\,K$; convexity puts the mean inside:
#
# $$\mathbb{E} f(\bar x) - f(x^*) \ \le\ \frac1K \sum_k \mathbb{E} f(x_k) - f(x^*) \ \le\ \frac{R^2}{2\, \mathrm{lr}\, K} + \frac{\mathrm{lr}\, G^2}{2} .$$

# %% [markdown]
# In numbers, on $f = |x|$ with noise of ±3 in its slope (so $G^2 = 10$), from $x_0 = 1$; means of 400 walks. (The kink does no harm: the proof
# uses only that $f$ lies above its tangents.)

# %%
noises = np.array([3.0, -3.0])
noisy_sign = lambda theta, rows: np.sign(theta) + noises[rows][..., None]
for K in (100, 400, 1600):
    path = stochastic_descent(noisy_sign, 2, np.ones((400, 1)), 1 / (10 * K) ** 0.5, K, rng=6)[:-1, :, 0]
    error = np.abs(path.mean(axis=0)).mean()
    print(f"K = {K:4}: error of the mean {error:.3f}, promised {(10 / K) ** 0.5:.3f}")

# %% [markdown]
# $R = 2$ and $G = 5$: for how many steps $K$ does the theorem promise an error of 0.1?

# %%
check("L10-convex-steps", None)

# %% [markdown] tags=["core", "D4-01", "D4-06", "D4-07", "erratum-22"]
# ## 7 And without convexity
#
# > *Core, 4 minutes; the proof is optional.*
#
# Slides say both that SGD has "no convergence guarantees" and that it "converges asymptotically". What is true:
#
# **Theorem.** *Let $f$ be L-smooth and bounded below, each $g_k$ unbiased with mean squared error at most $\sigma^2$, whatever came before, $\gamma_k \le 1/L$,
# $\sum \gamma_k = \infty$ and $\sum \gamma_k^2 < \infty$. Then $\liminf_{k \to \infty} |\nabla f(x_k)| = 0$ with probability 1.*

# %% [markdown] tags=["D4-07"]
# In words: again and again the walk comes to places as flat as you like. Saddles and bad minima are flat too, and nothing is said about *which* place, or
# when. (A deep network's loss is L-smooth only while its weights stay bounded.) Mini-batches change $\sigma^2$ and nothing else.
#
# **Your turn.** Walk on the four points. With `fourth` at 0 no sample contradicts the others; at 1 the point (−1, −1) does. With
# which does the walk calm down, and what does the batch size change?

# %% tags=["D4-01", "D4-07"]
explore(plots.noisy_walk)

# %% tags=["D4-01", "D4-07"]
plots.noisy_walk()

# %% [markdown] tags=["D4-01", "D4-07"]
# Where samples agree, their gradients vanish together and the noise dies by itself, even with a long fixed step. Where they contradict each other
# the walk never settles. That is one reason why networks with room for *all* their samples often train well with a fixed lr (Ma and others 2018).

# %% [markdown] tags=["optional"]
# ### The proof
#
# > *Optional, 3 minutes.*
#
# Put $g = \nabla f(x_k) + e$ into the inequality behind L07's lemma, $f(x - \gamma g) \le f(x) - \gamma\, g \cdot \nabla f(x) + \frac{L}{2} \gamma^2 |g|^2$, and take the mean over $e$:
#
# $$\mathbb{E} f(x_{k+1}) \ \le\ \mathbb{E} f(x_k) - \gamma_k \big(1 - \tfrac{L}{2} \gamma_k\big)\, \mathbb{E} |\nabla f(x_k)|^2 + \tfrac{L}{2} \gamma_k^2 \sigma^2 .$$

# %% [markdown]
# With $\gamma_k \le 1/L$ the bracket is at least ½. Add up; the walk cannot fall below $f_{\min}$:
#
# $$\mathbb{E} \sum_k \gamma_k |\nabla f(x_k)|^2 \ \le\ 2\,\big(f(x_0) - f_{\min}\big) + L \sigma^2 \sum_k \gamma_k^2 \ <\ \infty .$$
#
# What is finite on average is finite with probability 1. Were $|\nabla f(x_k)| \ge \varepsilon > 0$ from some step on, the sum would exceed
# $\varepsilon^2 \sum \gamma_k = \infty$.

# %% [markdown]
# The inequality in numbers, on land with infinitely many minima and maxima: $f(x) = \sin x$ ($L = 1$), noise ±1, 400 walks of 2000 steps from $x = 1.4$.

# %%
noises = np.array([1.0, -1.0])
noisy_cos = lambda theta, rows: np.cos(theta) + noises[rows][..., None]
path = stochastic_descent(noisy_cos, 2, np.full((400, 1), 1.4), robbins_monro(), 2000, rng=7)[:-1, :, 0]
steps = 1 / np.arange(1, 2001)
print(f"mean of the sum {(steps @ np.cos(path) ** 2).mean():.2f},",
      f"allowed {2 * (np.sin(1.4) + 1) + (steps ** 2).sum():.2f}")

# %% [markdown] tags=["core", "D3-07"]
# ## 8 Does noise help?
#
# > *Core, 5 minutes.*
#
# "Randomization helps", says a slide, and means the escape from a bad hollow. Measure it: a double well whose left minimum is
# a little lower. The loss is the mean of two samples that tilt it to the left and to the right, so that a sample's slope is the true one ±1.
#
# **Predict:** 200 walks of 1000 steps start in the *worse* well, lr = 0.2. How many end in the better one?

# %%
predict("L10-wells", None, choices=("none", "about half", "most", "all"))

# %% tags=["D3-07"]
land, tilts = double_well(0.1), np.array([1.0, -1.0])
tilted = lambda theta, rows: land.gradient(theta) + tilts[rows][..., None]
better, worse = land.minima[:, 0]
ends = {}
for name, place in ("worse", worse), ("better", better):
    starts, rng = np.full((200, 1), place), np.random.default_rng(len(ends))
    ends[f"start in the {name} well"] = {
        f"lr {lr}": stochastic_descent(tilted, 2, starts, lr, 1000, rng=rng)[-1, :, 0]
        for lr in (0.02, 0.1, 0.2)}
plots.two_wells(land, ends)

# %% [markdown] tags=["D3-07"]
# **Most**, and at lr = 0.02 nobody. Plain descent would stay where it starts. But look on the right: the noise that carries walks out of the bad well
# carries them out of the good one as well. At lr = 0.2 both starts end much alike: the walk has *forgotten* where it came from and prefers the
# deeper well, no more. "Helps" repairs to: strong noise leaves shallow wells more often than deep ones.

# %% [markdown] tags=["D0-21", "erratum-10", "D4-18", "D3-03", "D4-17"]
# **Test a claim.** Gradient descent "does not converge to the global minimum", say the slides; it "pretty much always" gets stuck in local minima. Three
# lands: our convex unit, the double well, and 32 networks (loss never below 0).
#
# The networks learn the rings by the algorithm that L08 and L09 prepared: choose a loss, start at random; again and again draw a batch, forward pass, error,
# backpropagation, step. Here with all samples and with 20 at a time, lr = 1, as many epochs, so at the same cost.

# %% tags=["D0-21", "erratum-10", "D4-18"]
sizes = {"all 200": None, "20 at a time": 20}
nets = {name: StackedMLP(32, [2, 8, 1], activation="tanh", output="sigmoid", rng=1) for name in sizes}
runs = [train(nets[name], rings_X, rings_Y, SGD(1.0), 120, B, rng=2) for name, B in sizes.items()]
live(zip(*runs, strict=True), 120, lambda losses: plots.loss_bands(
    {name: np.array(losses)[:, i] for i, name in enumerate(nets)}))

# %% [markdown] tags=["D0-21", "erratum-10", "erratum-31"]
# (An epoch is a round through all samples; one slide counts single steps as epochs.) Now count, from random starts: who comes to the global minimum? For the networks, who comes within 0.1 of the least loss that there could be?

# %% tags=["D0-21", "erratum-10"]
rng = np.random.default_rng(9)
starts = rng.uniform(-4, 4, size=(200, 2))
ends = np.array([gradient_descent(full_gradient, at, 2.0, 500).theta for at in starts])
x = rng.uniform(-2, 2, size=(200, 1))
for _ in range(500):
    x -= 0.1 * land.gradient(x)
reached = {"convex unit": np.abs(ends - best).max(axis=1) < 1e-4,
           "double well": np.abs(x[:, 0] - better) < 1e-4}
for name, kind in nets.items():
    reached[f"networks, {name}"] = kind.loss(rings_X, rings_Y) < 0.1
for name, there in reached.items():
    low, high = share_interval(there.sum(), len(there))
    print(f"{name:23} {there.sum():3} of {len(there)}, interval {low:.0%} to {high:.0%}")

# %% [markdown] tags=["erratum-10", "D0-21"]
# **Repaired:** on convex land, with a small step, it *does* converge to the global minimum, if there is one; in two wells it is decided by where one starts; and networks with
# units to spare come close to loss 0. Nothing promises that, but "always stuck" is not what one sees. The walks with all samples are not stuck, only
# slow: they made 120 steps, the others 1200.

# %% [markdown]
# **Checkpoint.** In which case does plain descent with a small lr certainly reach the global minimum: `"a strongly convex function"`, `"a double well"` or `"a network"`?

# %%
check("L10-global", None)

# %% [markdown] tags=["core", "D0-27", "D1-31", "D1-25"]
# ## What noise costs and buys
#
# > *Core, 2 minutes.*
#
# "If each iteration is slow", the slides worried. It need not be. A batch of $B$ samples costs $B/N$ of a gradient and has $1/B$ of one sample's variance. Far from the goal
# samples agree, and many cheap steps win. Near it they cancel, and a fixed step stays in a ball of squared radius $\mathrm{lr}\,\sigma^2/\mu$.
# Steps that shrink go on, slowly.

# %% [markdown] tags=["D1-31", "D1-25", "D4-17"]
# So what was missing since L04, a way to *find* the weights, has three ingredients, a loss (L06), its gradient (L09) and a regulariser (L06),
# and a walk whose gradients need be right only on average. In land that is not convex it is promised flat places, and no more.
#
# On a narrow bowl it still zigzags and creeps. L11 gives it momentum.

# %% [markdown] tags=["reference"]
# ## Sources
#
# - H. Robbins, S. Monro (1951), A stochastic approximation method. https://doi.org/10.1214/aoms/1177729586
# - H. Akaike (1959), On a successive transformation of probability distribution (the zigzag). https://doi.org/10.1007/BF01831719
# - L. Armijo (1966), Minimization of functions having Lipschitz continuous first partial derivatives. https://doi.org/10.2140/pjm.1966.16.1
# - A. Nemirovski, A. Juditsky, G. Lan, A. Shapiro (2009), Robust stochastic approximation (there the $x^2/10$). https://doi.org/10.1137/070704277
# - A. Agarwal, P. L. Bartlett, P. Ravikumar, M. J. Wainwright (2012), Information-theoretic lower bounds on the oracle complexity of
#   stochastic convex optimization. https://doi.org/10.1109/TIT.2011.2182178
# - D. P. Bertsekas, J. N. Tsitsiklis (2000), Gradient convergence in gradient methods with errors. https://doi.org/10.1137/S1052623497331063
# - L. Bottou, F. E. Curtis, J. Nocedal (2018), Optimization methods for large-scale machine learning. https://doi.org/10.1137/16M1080173
# - S. Ma, R. Bassily, M. Belkin (2018), The power of interpolation. https://proceedings.mlr.press/v80/ma18a.html
# - M. Gürbüzbalaban, A. Ozdaglar, P. A. Parrilo (2021), Why random reshuffling beats stochastic gradient descent.
#   https://doi.org/10.1007/s10107-019-01440-w
#
# From the lecture slides that this course grew from: line search and the three crucial steps (D4-01 to D4-08, D4-17, D4-18), SGD and mini-batches (D1-28 to
# D1-31, D2-12, D3-03, D3-06, D3-07), local minima and slow iterations (D0-21, D0-27).
