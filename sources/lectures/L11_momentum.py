# %% [markdown]
# # L11 Momentum to Adam
#
# A narrow bowl makes descent zigzag and creep, and no lr cures both. **What does an optimizer gain by remembering the gradients it has seen,
# and is there one to use for everything?**
#
# About an hour to read and run everything, the core sections 35 minutes. Optional parts say so under their heading.

# %%
import numpy as np

from course_lib.datasets import SURFACES, Surface, spirals
from course_lib.nn import EMA, MLP, SGD, Adam, HeavyBall, Nesterov, RMSprop, StackedMLP, train
from course_lib.nn.schedules import robbins_monro
from course_lib.notebook import plots
from course_lib.notebook.checks import check
from course_lib.notebook.live import live
from course_lib.notebook.predict import predict
from course_lib.notebook.widgets import explore
from course_lib.topics.convexity import flatten
from course_lib.topics.intervals import median_interval, share_interval
from course_lib.topics.landscapes import filter_normalise, plane_slice, random_direction
from course_lib.topics.momentum import best_momentum, spectral_radius, step_matrix

# %% [markdown] tags=["core"]
# ## Two questions from before
#
# > *Core, 2 minutes.*
#
# From L09: all weights and biases are 0, hidden units tanh, output linear. Which one is moved by the first step: `"W1"`, `"b1"`, `"W2"` or `"b2"`?

# %%
check("L11-recall-zero", None)

# %% [markdown]
# From L10: SGD with a fixed lr stays in a ball of squared radius $\mathrm{lr}\,\sigma^2/\mu$. You double lr and take batches four times as large. By which
# factor does the squared radius change?

# %%
check("L11-recall-ball", None)

# %% [markdown] tags=["core", "D2-13"]
# ## 1 A ball with inertia
#
# > *Core, 4 minutes.*
#
# Plain descent forgets. At every step it takes the slope where it stands, and on a narrow bowl that slope points mostly across. A ball that rolls would keep
# its speed: pushes to the left and right cancel, the steady push along the valley adds up. The slides that this course grew from write such **momentum** as a moving average,
#
# $$m \leftarrow \beta\, m + (1 - \beta)\, g, \qquad \theta \leftarrow \theta - \mathrm{lr}\; m .$$

# %% [markdown] tags=["D2-13"]
# Written out, $m = (1 - \beta)\,(g_k + \beta g_{k-1} + \beta^2 g_{k-2} + \dots)$: an average that forgets, over about $1/(1 - \beta)$ steps. Others write a sum, the
# **heavy ball**:
#
# $$v \leftarrow \beta\, v + g, \qquad \theta \leftarrow \theta - \mathrm{lr}\; v .$$
#
# **Predict:** β = 0.9, and the average (`EMA`) walks with lr = 0.1. With which lr does the heavy ball walk the same path?

# %%
predict("L11-same-path", None, choices=(0.01, 0.09, 0.1, 1.0))

# %% tags=["D2-13"]
def walk(gradient, start, optimizer, steps):
    theta = np.array(start, dtype=float)
    path = [theta.copy()]
    with np.errstate(over="ignore", invalid="ignore"):           # a walk may climb out
        for _ in range(steps):
            optimizer.step(theta, gradient(theta))
            path.append(theta.copy())
    return np.array(path)

narrow = SURFACES["badly scaled bowl"]                           # curvatures 1 and 100
start = np.array([-1.8, 0.9])
kinds = {"plain, lr 0.018": SGD(0.018), "average, lr 0.1": EMA(0.1),
         "heavy ball, lr 0.01": HeavyBall(0.01)}
walks = {name: walk(narrow.gradient, start, optimizer, 60) for name, optimizer in kinds.items()}
plots.land_gallery({"curvatures 1 and 100": (narrow, walks)})

# %% [markdown] tags=["D2-13"]
# **0.01.** Both memories start at 0, and if $m = (1 - \beta)\,v$ before a step, then also after it. So the two are one method, with
# $\mathrm{lr}_{\text{ball}} = (1 - \beta)\,\mathrm{lr}_{\text{EMA}}$. Mind this when you copy an lr from a paper: most libraries mean the ball, the slides the average.
#
# **Checkpoint.** EMA with lr = 0.5 and β = 0.98. Which lr has the heavy ball that walks the same path?

# %%
check("L11-ball", None)

# %% [markdown] tags=["core", "D2-13"]
# ## 2 The stability map
#
# > *Core, 7 minutes; a proof and a warning at its end are optional.*
#
# **Test a claim.** The slides say that momentum "allows for larger range of learning rates". **Predict:** on $\frac{\lambda}{2} x^2$ plain descent needs
# $\mathrm{lr} < 2/\lambda$ (L07). And EMA with β = 0.9?

# %%
predict("L11-limit", None, choices=("2/λ", "3.8/λ", "20/λ", "38/λ"))

# %% [markdown] tags=["D2-13"]
# One step takes $(x, m)$ to a new $(x, m)$, and it does so by a matrix:
#
# $$\begin{pmatrix} x \\ m \end{pmatrix} \leftarrow \begin{pmatrix} 1 - (1 - \beta)\,\mathrm{lr}\,\lambda & -\beta\,\mathrm{lr} \\
# (1 - \beta)\,\lambda & \beta \end{pmatrix} \begin{pmatrix} x \\ m \end{pmatrix} .$$
#
# In the long run a step multiplies lengths, on average, by the size of the largest eigenvalue; that factor must be below 1. The eigenvalues $r$, perhaps
# complex, are the roots of
#
# $$p(r) = r^2 - \big(1 + \beta - (1 - \beta)\,\mathrm{lr}\,\lambda\big)\, r + \beta .$$

# %% tags=["D2-13"]
def factor(lr, beta, curvature=1.0):
    return np.abs(np.linalg.eigvals(step_matrix(lr, curvature, beta))).max()

for beta in (0.0, 0.5, 0.9):
    limit = 2 * (1 + beta) / (1 - beta)
    below, above = factor(0.99 * limit, beta), factor(1.01 * limit, beta)
    print(f"beta {beta}: limit {limit:4.1f}/lambda; factor just below {below:.4f}, above {above:.4f}")

# %% [markdown] tags=["D2-13"]
# **38/λ.** The roots' product is β. Complex ones are conjugate, so both have size $\sqrt\beta < 1$. Of two real ones at most one leaves $(-1, 1)$, and then $p(1)$ or $p(-1)$
# is no longer positive. But $p(1) = (1 - \beta)\,\mathrm{lr}\,\lambda$ always is, and $p(-1) = 2\,(1 + \beta) - (1 - \beta)\,\mathrm{lr}\,\lambda$ exactly for
# $\mathrm{lr}\,\lambda < 2\,\frac{1 + \beta}{1 - \beta}$.
#
# **Repaired:** true, and mostly bookkeeping. EMA's lr is ten times the ball's; for the heavy ball the limit is 3.8/λ, not quite twice that of plain descent. The real gain is
# elsewhere.

# %% [markdown] tags=["D2-13"]
# Here is that factor for every lr·λ and β, told as the steps it takes to gain a digit: to come ten times as near. A bowl is a *bar* on this map: its left end stands for the flat direction, its right end for the steep one (here a hundred
# times as steep). `lr` shifts the bar, `beta` lifts it.
#
# **Your turn.** Bring both ends to land that is as dark as possible. Where must the bar be?

# %% tags=["D2-13"]
explore(plots.momentum_map)

# %% tags=["D2-13"]
plots.momentum_map()

# %% [markdown] tags=["D2-13"]
# Inside the dashed tongue the roots are complex and the factor is $\sqrt\beta$, *whatever the curvature*. Lower is better, but the bar must fit. Roots are complex for
#
# $$\frac{1 - \sqrt\beta}{1 + \sqrt\beta} \ <\ \mathrm{lr}\,\lambda \ <\ \frac{1 + \sqrt\beta}{1 - \sqrt\beta},$$
#
# symmetric about 1 on this logarithmic scale. So the lowest bar that fits is centred at 1 and touches on both sides: $\sqrt{\kappa} = \frac{1 + \sqrt\beta}{1 - \sqrt\beta}$
# for $\kappa = L/\mu$, the steepest curvature over the flattest.

# %% [markdown] tags=["D2-13"]
# **Theorem** (Polyak 1964). *Let a quadratic have curvatures from $\mu > 0$ to $L = \kappa \mu$. Of all lr of EMA and all $\beta$ in $[0, 1)$ the factor of the slowest
# direction is smallest for one pair only,*
#
# $$\mathrm{lr} = \frac{1}{\sqrt{\mu L}}, \qquad \beta = \left(\frac{\sqrt\kappa - 1}{\sqrt\kappa + 1}\right)^2, \qquad \text{where it is}\quad
# \sqrt\beta = \frac{\sqrt\kappa - 1}{\sqrt\kappa + 1} .$$
#
# Plain descent has $\frac{\kappa - 1}{\kappa + 1}$ at best (L07). Momentum puts $\sqrt\kappa$ in the place of $\kappa$: that is the gain.

# %% tags=["D2-13"]
for kappa in (10, 100, 1000, 10_000):
    lr, beta, rate = best_momentum(1, kappa)
    plain, momentum = -1 / np.log10([(kappa - 1) / (kappa + 1), rate])
    print(f"kappa {kappa:6}: steps for a digit: plain {plain:7.1f}, momentum {momentum:5.1f}",
          f"  (lr {lr:.3f}, beta {beta:.3f})")

# %% [markdown] tags=["D2-13"]
# **The price:** two numbers to choose, and both need μ and L, which nobody tells us. And "in the long run" hides a rough start: at both ends of the best bar
# the two roots meet, and a walk goes like $k\,q^k$, with $q$ the factor. Try lr 1 and β 0.67 above: the steep coordinate first swings out to more than three times its size.
#
# **Checkpoint.** Curvatures from 1 to 25. Which β is best?

# %%
check("L11-beta", None)

# %% [markdown] tags=["optional", "D2-13"]
# ### Why nothing is better
#
# > *Optional, 2 minutes.*
#
# **Proof.** If κ = 1, β = 0 and lr = 1/L make all eigenvalues 0. In general suppose that they have size at most $q$, $0 < q < 1$. Their product is β, so $\beta \le q^2$. Roots of $r^2 - s\,r + \beta$ lie in the disc of radius $q$
# exactly if moreover $|s| \le q + \beta/q$. With $s = 1 + \beta - \alpha\lambda$, $\alpha = (1 - \beta)\,\mathrm{lr}$:
#
# $$\alpha L \le (1 + q)\Big(1 + \frac{\beta}{q}\Big), \quad \alpha \mu \ge (1 - q)\Big(1 - \frac{\beta}{q}\Big)
# \quad\Longrightarrow\quad \kappa \le \frac{(1 + q)(1 + \beta/q)}{(1 - q)(1 - \beta/q)} \le \Big(\frac{1 + q}{1 - q}\Big)^2 .$$

# %% [markdown] tags=["D2-13"]
# The last step uses $\beta/q \le q$. Solve for $q$: it is at least $(\sqrt\kappa - 1)/(\sqrt\kappa + 1)$. Equality forces $\beta = q^2$ and $\alpha L = (1 + q)^2$, which is the lr above; and the tongue, ends
# included, shows that it is reached. Nearly half a million pairs, curvatures 0.1 and 10:

# %% tags=["D2-13"]
lrs, betas = np.geomspace(0.01, 100, 801), np.linspace(0, 0.99, 601)[:, None]
worst = np.maximum(spectral_radius(0.1 * lrs, betas), spectral_radius(10 * lrs, betas))
row, column = np.unravel_index(worst.argmin(), worst.shape)
print(f"search:  lr {lrs[column]:.3f}, beta {betas[row, 0]:.3f}, factor {worst.min():.4f}")
print("theorem: lr {:.3f}, beta {:.3f}, factor {:.4f}".format(*best_momentum(0.1, 10)))

# %% [markdown] tags=["optional", "D2-13"]
# ### Quadratics only, and Nesterov
#
# > *Optional, 3 minutes.*
#
# The theorem is about quadratics. **Break it:** a function of one number whose curvature is 1 between $x = 1$ and 2 and 25 elsewhere. It is L-smooth and μ-strongly convex,
# with κ = 25. The heavy ball takes its best numbers, lr $= (1 - \beta)/\sqrt{\mu L} = 1/9$ and β = 4/9. **Nesterov**'s momentum differs in one point: it takes the gradient where the ball is about to
# be. Here with its own textbook choice, lr = 1/L and $\beta = (\sqrt\kappa - 1)/(\sqrt\kappa + 1)$.

# %%
bent = lambda x: np.where(x < 1, 25 * x, np.where(x < 2, x + 24, 25 * x - 24))
for name, optimizer in {"plain": SGD(2 / 26), "heavy ball": HeavyBall(1 / 9, 4 / 9),
                        "Nesterov": Nesterov(1 / 25, 2 / 3)}.items():
    print(f"{name:10} steps 195 to 200:", walk(bent, [3.3], optimizer, 200)[-6:, 0].round(3) + 0)

# %% [markdown]
# The heavy ball goes round three places for ever (Lessard and others 2016). Nesterov's choice comes with a promise for *every* L-smooth, μ-strongly convex function: the
# gap to the minimum falls at least as fast as a constant times $(1 - 1/\sqrt\kappa)^k$. It looks ahead, feels the slope rise and brakes.

# %% [markdown] tags=["core", "D2-14"]
# ## 3 A step of its own for every parameter
#
# > *Core, 5 minutes; where to put ε is optional.*
#
# The other cure for narrow bowls: measure how large the gradients of *each* parameter usually are, and divide by it. **RMSprop** keeps a moving average of squares,
#
# $$v \leftarrow \beta\, v + (1 - \beta)\, g^2, \qquad \theta \leftarrow \theta - \mathrm{lr}\,\frac{g}{\sqrt{v + \varepsilon}} \qquad \text{(each parameter by itself)};$$
#
# ε, say $10^{-8}$, keeps the fraction finite.
#
# **Predict:** somebody multiplies the loss by 1000. What happens to the walk?

# %%
predict("L11-scale", None, choices=("nothing", "its steps are 1000 times as long", "it climbs out"))

# %% tags=["D2-14"]
for name, optimizer in {"plain": SGD, "RMSprop": RMSprop}.items():
    for c in (1, 1000):
        end = walk(lambda x, c=c: c * narrow.gradient(x), start, optimizer(0.01), 60)[-1]
        print(f"{name:7} on {c:4} times the loss: {np.abs(end).max():.3g} from the minimum")

# %% [markdown] tags=["D2-14"]
# **Nothing**, where plain descent climbs out: a factor in front cancels in $g/\sqrt{v}$, as long as ε stays negligible. One parameter's factor cancels as well, so a bowl
# along the axes is nearly round to RMSprop. "Gradients getting smaller ⇒ increase the learning rate", say the slides.
#
# That has a shadow. Near the minimum the gradients are small too:

# %% tags=["D2-14"]
end = walk(lambda x: x, [3.0], RMSprop(0.1), 400)[-4:, 0]
print("RMSprop, lr 0.1, on x²/2, steps 397 to 400:", end.round(3))

# %% [markdown] tags=["D2-14"]
# It swings for ever at half its lr. So lr is no longer a factor on the slope but a *length*: the distance that each parameter moves in a step, roughly. To
# come to rest, lr must shrink.
#
# **Checkpoint.** RMSprop with β = 0.99, $v = 0$ at the start and a gradient of 5 (ε is negligible). How long is the first step, in units of lr?

# %%
check("L11-first-rms", None)

# %% [markdown] tags=["optional", "D2-14"]
# ### Inside or outside the root
#
# > *Optional, 3 minutes.*
#
# The slides write $\sqrt{v + \varepsilon}$, PyTorch and Adam's authors $\sqrt{v} + \varepsilon$. Does it matter? The first step of RMSprop, β = 0.9 and $\varepsilon = 10^{-8}$,
# for gradients of every size:

# %% tags=["D2-14"]
sizes = np.geomspace(1e-11, 1, 221)
steps = {}
for name, inside in ("√v + ε", False), ("√(v + ε)", True):
    steps[name] = -walk(lambda x: sizes, 0 * sizes, RMSprop(1.0, eps_inside=inside), 1)[1]
plots.step_lengths(sizes, steps, "size of the gradient")

# %% tags=["D2-14"]
for name, step in steps.items():
    print(f"gradient 1e-6, {name:8}: a step of {np.interp(1e-6, sizes, step):.3f} lr")

# %% [markdown] tags=["D2-14"]
# Inside the root ε is compared with $g^2$, so gradients below $10^{-4}$ already count as small and get short steps; outside, those below $10^{-8}$. An ε copied from one
# form to the other means something else.
#
# With ε = $10^{-8}$ *outside*, and $\sqrt v$ equal to the gradient $10^{-8}$: how long is the step, in units of lr?

# %%
check("L11-eps", None)

# %% [markdown] tags=["core", "D2-15"]
# ## 4 Adam, assembled
#
# > *Core, 5 minutes.*
#
# **Adam** is momentum over RMSprop, says the slide, "a good first choice", and gives no formula. With $\beta_1 = 0.9$ for the average of $g$, $\beta_2 = 0.999$ for that of $g^2$ and
# one new idea, marked:

# %% tags=["D2-15"]
def adam(gradient, x, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, path = 0 * x, 0 * x, [x]
    for t in range(1, steps + 1):
        g = gradient(x)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        m_hat, v_hat = m / (1 - beta1 ** t), v / (1 - beta2 ** t)        # bias correction
        x = x - lr * m_hat / (np.sqrt(v_hat) + eps)
        path.append(x)
    return np.array(path)

ours, library = adam(narrow.gradient, start, 0.1, 100), walk(narrow.gradient, start, Adam(0.1), 100)
print("ours and the library's, 100 steps:", np.allclose(ours, library))

# %% [markdown] tags=["D2-15"]
# Why the correction? Both averages start at 0, where nothing was measured. If $g$ were constant, after $t$ steps
#
# $$m = (1 - \beta_1)(1 + \beta_1 + \dots + \beta_1^{t-1})\, g = (1 - \beta_1^t)\, g , \qquad v = (1 - \beta_2^t)\, g^2,$$
#
# so the divisions repair both exactly. **Predict:** leave them out. How long is the first step?

# %%
predict("L11-uncorrected", None, choices=("lr / 10", "lr", "about 3 lr", "about 30 lr"))

# %% tags=["D2-15"]
t = np.arange(1, 5001)
steps = {}
for name, corrected in ("corrected", True), ("without", False):
    path = walk(lambda x: np.ones(1), [0.0], Adam(1.0, bias_correction=corrected), 5000)
    steps[name] = -np.diff(path[:, 0])
plots.step_lengths(t, steps, "step number, gradient always 1")

# %% [markdown] tags=["D2-15"]
# **About 3 lr**: $0.1/\sqrt{0.001} = 3.16$. Then it gets worse, for $m$ warms up in 10 steps and $v$ takes 1000. Uncorrected, training starts with steps several times too long,
# just where nobody knows the land. Corrected, the very first step is lr, whatever the gradient (ε negligible).
#
# **Checkpoint.** Adam with lr = 0.01 and all usual settings stands at $x = 1$, and its first gradient is −250. Where is it after the step?

# %%
check("L11-adam-first", None)

# %% [markdown] tags=["core", "D2-13", "D2-14", "D2-15"]
# ## 5 Four lands
#
# > *Core, 4 minutes.*
#
# Bowls are easy. Here are four lands, the second a copy of the first turned by 45°. Each optimizer gets, on each land, that lr of 21 whose walk stays lowest over the last ten of 100 steps:
# one step alone may be luck. β and ε are the usual ones, and there is no noise.
#
# **Predict:** which walks does the turn change, so that they are no turned copies?

# %%
predict("L11-turn", None, choices=("plain and momentum", "RMSprop and Adam", "all", "none"))

# %% tags=["D2-13", "D2-14", "D2-15"]
R = np.array([[1, 1], [-1, 1]]) / 2 ** 0.5                    # rows times R: turned by 45 degrees
turned = Surface("turned", lambda x: narrow.value(x @ R.T), lambda x: narrow.gradient(x @ R.T) @ R,
                 narrow.minima, narrow.box)
lands = {"narrow bowl": (narrow, start), "turned by 45°": (turned, start @ R),
         "curved ravine": (SURFACES["Rosenbrock"], [-1.2, 1]),
         "small local minimum": (SURFACES["small local minimum"], [1.8, 1])}
optimizers = {"plain": SGD, "momentum": HeavyBall, "RMSprop": RMSprop, "Adam": Adam}

def best_walk(land, start, optimizer):
    lrs = 10 ** np.linspace(-4, 1, 21)[:, None]               # 21 walks at once, each with its lr
    paths = walk(land.gradient, np.tile(start, (21, 1)), optimizer(lambda k: lrs), 100)
    with np.errstate(over="ignore", invalid="ignore"):
        heights = land.value(paths[-10:]).max(axis=0)
    return paths[:, np.nan_to_num(heights, nan=np.inf).argmin()]

plots.land_gallery({name: (land, {kind: best_walk(land, at, optimizer)
                                  for kind, optimizer in optimizers.items()})
                    for name, (land, at) in lands.items()}, last=10)

# %% [markdown] tags=["D2-14", "D2-15"]
# **RMSprop and Adam.** Turn land and start, and the gradients turn. Plain descent and momentum only add gradients up, so their walks turn along.
# RMSprop and Adam divide *coordinate by coordinate*, and that knows where the axes are: a cure for parameters of different scale, not for
# narrow valleys as such. RMSprop, which went smoothly in (it will swing later, as in section 3), now creeps; Adam, with another lr, loses little. In the ravine momentum
# is lowest. Out of the small minimum all jump, if lr is large enough.

# %% [markdown] tags=["D2-13"]
# **Test a claim.** Momentum "helps getting out of small local minima", say the slides. 300 starts on the side of the small minimum, 300 on the good side, lr = 0.1 for all (the heavy ball's):

# %% tags=["D2-13"]
land, rng = SURFACES["small local minimum"], np.random.default_rng(0)
starts = np.column_stack([rng.uniform(0.4, 2, 300), rng.uniform(-2, 2, 300)])
for name, optimizer in optimizers.items():
    ends = [walk(land.gradient, side * starts, optimizer(0.1), 500)[-1, :, 0] for side in (1, -1)]
    left = [int((ends[0] < 0).sum()), int((ends[1] > 0).sum())]
    low, high = share_interval(left[0], 300)
    print(f"{name:8} leaves the small minimum {left[0]:3} of 300 times ({low:.0%} to {high:.0%}),",
          f"the good one {left[1]:2} of 300")

# %% [markdown] tags=["D2-13"]
# **Repaired:** momentum can run *through* a small minimum when it arrives with speed; and with the same speed it can run out of a good one. At this lr a walk that starts near the
# bottom of the small one stays, momentum or not. To say that such methods "mitigate this problem", non-convexity, is too much: what they mostly treat is scale and noise.
#
# **Checkpoint.** Whose walk turns with the land: `"momentum"`, `"RMSprop"` or `"Adam"`?

# %%
check("L11-turns", None)

# %% [markdown] tags=["core", "D2-12", "D2-15"]
# ## 6 A fair comparison
#
# > *Core, 5 minutes.*
#
# "Optimizer A beats B" is easily said: leave B at a bad lr. The rules here: each optimizer searches the *same* nine values of lr, with 8 networks each; then 32 *other* networks
# run with its best lr. Equal cost, 150 steps. β and ε stay as usual.
#
# Two tasks: three spirals, a small network, shuffled mini-batches of 30; and a linear unit with ten inputs, squared error, all samples.

# %% tags=["D2-12", "D2-15"]
X, y = spirals(150, classes=3, turns=0.75, noise=0.03, rng=0)
rng = np.random.default_rng(0)
turn = np.linalg.qr(rng.normal(size=(10, 10)))[0]
inputs = rng.normal(size=(150, 10)) * np.geomspace(1, 0.1, 10) @ turn     # scales, then turned
targets = inputs @ rng.normal(size=(10, 1))
tasks = {"spirals, a network": (X, np.eye(3)[y], [2, 12, 12, 3], "softmax", 30, 30),
         "ten inputs, a linear unit": (inputs, targets, [10, 1], "linear", 150, None)}

def final_losses(task, optimizer, networks, rng):
    X, Y, sizes, output, epochs, batch_size = tasks[task]
    nets = StackedMLP(networks, sizes, activation="tanh", output=output, rng=rng)
    list(train(nets, X, Y, optimizer, epochs, batch_size, rng=rng))
    return nets.loss(X, Y)

# %% [markdown] tags=["D2-12"]
# First the search, 72 networks at a time, each with its own lr.

# %% tags=["D2-12"]
lrs, found = 10 ** np.linspace(-3, 1, 9), {task: {} for task in tasks}

def losses_of(task, optimizer, lrs):
    each = np.repeat(lrs, 8)[:, None]                             # 8 networks for every lr
    return final_losses(task, optimizer(lambda k: each), 8 * len(lrs), rng=100).reshape(-1, 8)

def search():
    for task in tasks:
        for name, optimizer in optimizers.items():
            found[task][name] = losses_of(task, optimizer, lrs)
            yield name

live(search(), 8, lambda _: plots.tuning_curves(lrs, found))

# %% [markdown] tags=["D2-12"]
# The best lr differs by factors of up to 30. At a common lr the choice of lr decides: on the spirals momentum wins at 0.32, and plain descent at 1. Now the race, with fresh starts and fresh shuffles. **Predict:** who wins?

# %%
predict("L11-winner", None, choices=("Adam, both times", "momentum, both times", "each once"))

# %% tags=["D2-12", "D2-15"]
def best(lrs, losses):
    return lrs[np.nan_to_num(np.median(losses, axis=1), nan=np.inf).argmin()]

def race(task, name, lrs, losses):
    return final_losses(task, optimizers[name](best(lrs, losses)), 32, rng=1)

plots.tuned_race({task: {name: race(task, name, lrs, losses) for name, losses in kinds.items()}
                  for task, kinds in found.items()})

# %% [markdown] tags=["D2-12", "D2-15"]
# **Adam, both times**, and on both its interval lies apart from the others. RMSprop beats plain descent on the spirals and loses on the linear unit, where its steps do not
# shrink. But what do such intervals carry? They cover the luck of starts and shuffles, and nothing else. **Break it:** the second task again, with 33 values of lr between the same ends.

# %% tags=["D2-15"]
task, finer = "ten inputs, a linear unit", 10 ** np.linspace(-3, 1, 33)
for name in ("momentum", "Adam"):
    losses = losses_of(task, optimizers[name], finer)
    middle, low, high = median_interval(race(task, name, finer, losses))
    lr = best(finer, losses)
    print(f"{name:8} lr {lr:.2f}: median {middle:.1e}, interval {low:.1e} to {high:.1e}")

# %% [markdown] tags=["D2-12", "D2-15"]
# The order is reversed, and again the intervals lie apart: our nine values happened to suit Adam. So an honest sentence names all of it: task, steps, training loss, grid, β and ε as usual,
# 32 networks. On the spirals Adam's lead is wide. Nothing is said of other tasks, longer training or new data.
#
# **Checkpoint.** Nine lrs, three values of β, 8 networks for each pair. How many trainings does this search cost for one optimizer?

# %%
check("L11-cost", None)

# %% [markdown] tags=["core", "D2-15"]
# ## 7 No universal winner
#
# > *Core, 4 minutes.*
#
# There is even a convex problem on which Adam can do the worst possible. One number $x$ in $[-1, 1]$; the gradients, whatever $x$ is, are 3, −1, −1, 3, −1, −1, … On average
# the slope is $+\frac13$, so the best place is −1. Adam with $\beta_1 = 0$, $\beta_2 = 0.1$ and lr $0.1/\sqrt{k}$, from 0, put back into the interval whenever it leaves.
#
# **Predict:** where does it end?

# %%
predict("L11-reddi", None, choices=(-1, 0, 1))

# %% tags=["D2-15"]
kinds = {"Adam (0, 0.1)": Adam(robbins_monro(0.1, 0.5), 0, 0.1),
         "AMSGrad (0, 0.1)": Adam(robbins_monro(0.1, 0.5), 0, 0.1, amsgrad=True),
         "Adam (0.9, 0.999)": Adam(robbins_monro(0.1, 0.5))}
walks = {}
for name, optimizer in kinds.items():
    x, walks[name] = np.zeros(1), [0.0]
    for k in range(2000):
        optimizer.step(x, np.array([3.0 if k % 3 == 0 else -1.0]))
        np.clip(x, -1, 1, out=x)
        walks[name].append(x[0])
plots.interval_walks(walks, best=-1, worst=1)

# %% [markdown] tags=["D2-15"]
# **At +1**, the worst place (Reddi and others 2018). The rare large gradient is divided by the root of the $v$ that it has just raised, and $v$ is soon small again: a round makes about
# $-\frac{3}{\sqrt{8.2}} + \frac{1}{\sqrt{1.7}} + \frac{1}{\sqrt{1.1}} \approx +0.7$ steps of lr. **AMSGrad** divides by the *largest* $v$ so far and arrives. But so
# does Adam with its usual (0.9, 0.999), whose memory is long. Nor is that a guarantee: for all fixed β with $\beta_1 < \sqrt{\beta_2}$ *some* such sequence defeats Adam.

# %% [markdown]
# Check the arithmetic, in a round that repeats for ever:

# %% tags=["D2-15"]
v, moves = 1.0, []
for g in [3, -1, -1] * 20:
    v = 0.1 * v + 0.9 * g * g
    moves.append(-g / v ** 0.5)
print("moves of a round, in units of lr:", np.round(moves[-3:], 2), f" sum {sum(moves[-3:]):.2f}")

# %% [markdown] tags=["optional", "D2-11"]
# ## 8 Slices through a landscape
#
# > *Optional, 5 minutes.*
#
# What does the land of a network look like? The slides show a **slice**: from the trained θ two random directions $u$ and $v$, and the loss at $\theta + a u + b v$.
#
# Two networks, then, that compute *the same function*: one trained on the spirals, and a copy whose first layer is multiplied by 10 and the weights of its second
# divided by 10 (with ReLU nothing changes). **Predict:** do their slices look alike?

# %%
predict("L11-slices", None, choices=("alike", "one much narrower", "one much deeper"))

# %% tags=["D2-11"]
net = MLP([2, 16, 16, 3], activation="relu", output="softmax", init="he", rng=0)
list(train(net, X, np.eye(3)[y], Adam(0.03), 100, 30, rng=0))
layers = [(W.copy(), b.copy()) for W, b in net.layers]
layers[0], layers[1] = (10 * layers[0][0], 10 * layers[0][1]), (layers[1][0] / 10, layers[1][1])
u, v = (random_direction(net.theta, rng) for rng in (1, 2))
slices, a = {}, np.linspace(-1, 1, 31)
loss = lambda theta: net.loss(X, np.eye(3)[y], theta)
for name, kind in {"trained": net.layers, "same function, rescaled": layers}.items():
    p, q = filter_normalise(u, kind), filter_normalise(v, kind)
    slices[f"{name}\nrandom directions"] = plane_slice(loss, flatten(kind), u, v, a, a)
    slices[f"{name}\nfilter-normalised"] = plane_slice(loss, flatten(kind), p, q, a, a)
plots.landscape_slices(slices)

# %% [markdown] tags=["D2-11"]
# **One much narrower**: a unit of length is a small change to large weights and a huge one to small weights. How *sharp* a minimum looks is then a matter of units (Dinh and others 2017).
# **Filter normalisation** (Li and others 2018) gives each unit's part of a direction the length of that unit's own weights; then the two slices are the same, up to rounding.

# %% tags=["D2-11"]
original, rescaled = list(slices.values())[1::2]
print("largest relative difference below 1e-9:", np.allclose(original, rescaled, rtol=1e-9, atol=0))

# %% [markdown] tags=["D2-11"]
# Even so it is one plane through a space of 371 dimensions, and a bowl in a slice is no proof of a bowl: if only few directions curve down, two random ones hardly show it. "No convergence
# guarantees", says the slide beside its picture; what guarantees there are stand in L07 and L10.
#
# In what does filter normalisation measure a unit's part of a direction: its `"gradient"`, its `"weights"` or its `"bias"`?

# %%
check("L11-filter", None)

# %% [markdown] tags=["core", "D0-27", "D2-15", "D2-11"]
# ## What memory buys
#
# > *Core, 2 minutes.*
#
# **Momentum** averages gradients over $1/(1 - \beta)$ steps, and on a quadratic, well chosen, turns κ into $\sqrt\kappa$. **RMSprop** divides by each parameter's usual size and makes lr a length. **Adam**
# does both and corrects its start. Good advice: take Adam or momentum first, and *tune lr* before anything else; no optimizer is best for everything.

# %% [markdown] tags=["D0-27", "D2-11"]
# Descent "can get stuck in local minima. Can we do better?", asked the slides. A little: speed and noise leave small hollows, good ones too (L10). Mostly the "modifications to improve
# training" treat narrow valleys. One more does so: **batch normalisation** shifts and rescales each unit's pre-activations over the batch, so that later layers see inputs of one scale (Ioffe and Szegedy 2015).
#
# All this lowers the loss on samples that we have. L12 asks about those that we do not have.

# %% [markdown] tags=["reference"]
# ## Sources
#
# - B. T. Polyak (1964), Some methods of speeding up the convergence of iteration methods. https://doi.org/10.1016/0041-5553(64)90137-5
# - G. Goh (2017), Why momentum really works. https://doi.org/10.23915/distill.00006
# - L. Lessard, B. Recht, A. Packard (2016), Analysis and design of optimization algorithms via integral quadratic constraints.
#   https://doi.org/10.1137/15M1009597
# - Y. Nesterov (2018), *Lectures on Convex Optimization*, 2nd edition. https://doi.org/10.1007/978-3-319-91578-4
# - T. Tieleman, G. Hinton (2012), RMSprop, in lecture 6 of Neural Networks for Machine Learning.
#   https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf
# - D. P. Kingma, J. Ba (2014), Adam: a method for stochastic optimization. https://doi.org/10.48550/arXiv.1412.6980
# - S. J. Reddi, S. Kale, S. Kumar (2018), On the convergence of Adam and beyond. https://doi.org/10.48550/arXiv.1904.09237
# - H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein (2018), Visualizing the loss landscape of neural nets.
#   https://doi.org/10.48550/arXiv.1712.09913
# - L. Dinh, R. Pascanu, S. Bengio, Y. Bengio (2017), Sharp minima can generalize for deep nets. https://doi.org/10.48550/arXiv.1703.04933
# - S. Ioffe, C. Szegedy (2015), Batch normalization. https://doi.org/10.48550/arXiv.1502.03167
#
# From the lecture slides that this course grew from: the landscape (D2-11), mini-batches (D2-12), momentum, RMSprop and Adam (D2-13 to D2-15), local minima (D0-27).
