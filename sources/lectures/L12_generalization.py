# %% [markdown]
# # L12 Generalisation and limits
#
# For eleven lectures we made losses small on samples that we have. **Why should a network that is right on what it has seen be right on what comes
# tomorrow, and when is it not?**
#
# About an hour to read and run everything, the core sections 35 minutes. Near the end networks read what you draw.

# %%
import numpy as np

from course_lib.datasets import digits, split
from course_lib.nn import Adam, StackedMLP
from course_lib.nn.activations import relu
from course_lib.nn.descent import gradient_descent
from course_lib.notebook import plots
from course_lib.notebook.canvas.digit import DigitCanvas
from course_lib.notebook.checks import check
from course_lib.notebook.live import live
from course_lib.notebook.predict import predict
from course_lib.notebook.widgets import explore
from course_lib.topics import perceptron, ward
from course_lib.topics.generalization import minimum_norm, sweep, unseen_scores
from course_lib.topics.intervals import median_interval, share_interval
from course_lib.topics.rivals import cubic_spline, linear_spline
from course_lib.topics.threshold_logic import all_functions, corners, small_weights

# %% [markdown] tags=["core"]
# ## Two questions from before
#
# > *Core, 2 minutes.*
#
# From L10: a batch of 16 samples instead of one, drawn with replacement. By which factor does the mean *squared* distance from the full gradient
# fall?

# %%
check("L12-recall-batch", None)

# %% [markdown]
# From L11: Adam starts with $m = 0$ and $\beta_1 = 0.9$, and its first gradient is 2. What is $m$ after this step, and what is it after bias
# correction? Answer as `(m, corrected)`.

# %%
check("L12-recall-adam", None)

# %% [markdown] tags=["core", "D1-25"]
# ## 1 Train and test
#
# > *Core, 6 minutes; peeking is optional.*
#
# L02's 1797 handwritten digits of 8 × 8 pixels: we put 797 aside and never train on them. They are the **test set**, and stand for tomorrow. The
# other 1000 are the **training set**.
#
# One network is an anecdote, so `learn` trains 32, each on samples of its own drawn from the 1000, with batches of 32 at most. All of it you know:
# ReLU and He's start (L09), softmax and cross-entropy (L06), Adam (L11).

# %%
X, y, X_test, y_test = split(*digits(), test=797, rng=0)

def learn(samples, width=32, answers=y, steps=200):
    rng = np.random.default_rng(samples)
    nets = StackedMLP(32, [64, width, 10], activation="relu", init="he", rng=rng)
    own = rng.permuted(np.tile(np.arange(1000), (32, 1)), axis=1)[:, :samples]
    optimizer, targets = Adam(0.01), np.eye(10)[answers]
    for _ in range(steps):
        rows = np.take_along_axis(own, rng.integers(samples, size=(32, min(32, samples))), axis=1)
        optimizer.step(nets.theta, nets.loss_and_grad(X[rows], targets[rows])[1])
    return nets, own

def right(nets, X, answers):
    return (nets.predict(X).argmax(axis=-1) == answers).mean(axis=-1)

# %% [markdown]
# **Predict:** the networks see 30 digits, three of each kind on average, until they have all of them right. How many of the *test* digits do they get
# right?

# %%
predict("L12-thirty", None, choices=("about 10 %", "about 40 %", "about 70 %", "about 95 %"))

# %%
learned = []

def with_more_samples():
    for samples in (10, 30, 100, 300, 1000):
        nets, own = learn(samples)
        learned.append(nets)
        yield samples, right(nets, X[own], y[own]), right(nets, X_test, y_test)

live(with_more_samples(), 5,
     lambda seen: plots.accuracy_curves(*zip(*seen, strict=True), "samples to learn from"))

# %% [markdown]
# **About 70 %.** The training score is near 100 % everywhere and tells nothing. The difference between the two lines is the **generalisation gap**,
# and here it shrinks with more samples.

# %% [markdown]
# **Break it.** Give the 1000 digits each other's answers, at random, and train on 100. Nothing is left to learn. Do the networks notice?

# %% tags=["D1-25"]
mixed_up = np.random.default_rng(1).permutation(y)
nets, own = learn(100, answers=mixed_up, steps=400)
shares = {"training": right(nets, X[own], mixed_up[own]), "test": right(nets, X_test, y_test)}
for name, values in shares.items():
    print("{:8} {:.0%}  (95 % interval {:.0%} to {:.0%})".format(name, *median_interval(values)))

# %% [markdown] tags=["D1-25"]
# They learn the nonsense by heart. So *the same* networks that generalise on real answers can fit nonsense: neither "it fits" nor "it has few
# parameters" explains why they are right tomorrow. When training goes on improving and new samples get worse, one speaks of **overfitting**.

# %% [markdown]
# **What a test promises.** Let a network be chosen *without* the test samples, and let these be $m$ *independent* draws from the law, the
# distribution, that tomorrow's samples follow. If it errs with chance $p$ there, the share $\hat p$ of test errors has mean $p$ and variance
# $p(1-p)/m \le 1/(4m)$, so by Chebyshev's inequality (chance at most variance$/\varepsilon^2$)
#
# $$P\big(|\hat p - p| \ge \varepsilon\big) \ \le\ \frac{1}{4 m \varepsilon^2} .$$

# %% [markdown]
# Two conditions are easily lost. *Same law*: our digits come from 13 people, and who wrote which is not recorded, so a random split has the same
# hands on both sides. The promise is about new digits by known hands, not about yours. *Without the test samples*: whoever tries ten settings and
# keeps the best on the test has trained on it. Choose on a third part, the **validation set**.

# %% [markdown]
# **Checkpoint.** How many test samples does Chebyshev ask for, so that $\hat p$ is within 0.05 of $p$ with 95 % chance?

# %%
check("L12-chebyshev", None)

# %% [markdown] tags=["optional"]
# ### Peeking
#
# > *Optional, 2 minutes.*
#
# How much can peeking pretend? Take 1000 "classifiers" that toss coins, keep the best of them on 100 test samples, and ask it about 100 new ones. Do
# this 200 times.

# %%
rng = np.random.default_rng(2)
best = rng.binomial(100, 0.5, size=(200, 1000)).max(axis=1)
again = rng.binomial(100, 0.5, size=200)
print(f"on the test that chose it {np.median(best):.0f} %, on new samples {np.median(again):.0f} %")
print(f"promised for 1000 at once: 50 ± {100 * (np.log(2 * 1000 / 0.05) / 200) ** 0.5:.0f} %")

# %% [markdown]
# **Why.** Hoeffding's bound for one classifier is $P(|\hat p - p| \ge \varepsilon) \le 2 e^{-2 m \varepsilon^2}$. That *any* of $M$, fixed before
# the test, is off by $\varepsilon$ has at most $M$ times that chance; set it to 0.05 and solve for $\varepsilon = \sqrt{\ln(2M/0.05) / 2m}$. A
# thousand tries cost little more than a hundred (23 points against 20), but they do cost.

# %% [markdown] tags=["core", "D2-16"]
# ## 2 More parameters than samples
#
# > *Core, 8 minutes; the peak is optional.*
#
# Classical advice: with more parameters than samples a model fits the noise. Networks ignore it. **Predict:** 200 digits, and ever wider networks,
# up to 24 parameters for each sample. What does the test score do?

# %%
predict("L12-wider", None, choices=("rises all the way", "rises, then falls", "falls"))

# %% tags=["D2-16"]
def with_more_units():
    for width in (2, 4, 8, 16, 64):
        nets, own = learn(200, width)
        yield nets.theta.shape[1], right(nets, X[own], y[own]), right(nets, X_test, y_test)

live(with_more_units(), 5, lambda seen: plots.accuracy_curves(*zip(*seen, strict=True), "parameters"))

# %% [markdown] tags=["D2-16"]
# **It rises**, and stays up where the training score can rise no further. Is the classical advice wrong? Not quite: it speaks of a place that this
# picture does not show.

# %% [markdown] tags=["D2-17"]
# To see it, simplify. One hidden layer of ReLU units with random weights, never trained: their outputs are
# the **features**, a matrix $F$. Only the output weights $w$ are fitted, a linear regression. The truth is linear, 40 samples carry some noise. With
# more features than samples many $w$ fit exactly; take the shortest.
#
# **Predict:** with how many features is the error on *new* inputs largest?

# %%
predict("L12-peak", None, choices=("20 features", "40 features", "400 features"))

# %% [markdown]
# Medians, for a few runs outweigh all others in a mean. **Ridge** is L06's regulariser, $\frac{\lambda}{2} |w|^2$, here with $\lambda = 0.01$.

# %% tags=["D2-17"]
features = [5, 10, 15, 20, 30, 36, 40, 44, 50, 80, 160, 400]
sweeps = {name: sweep(features, samples=40, noise=0.3, lam=lam, runs=100, rng=0)
          for name, lam in (("no ridge", 0.0), ("ridge", 0.01))}
plots.double_descent(sweeps, 40)

# %% [markdown] tags=["D2-17"]
# **40**, as many as samples. To its left is the classical valley, and from there to the peak the advice is right. Then the error *falls again*,
# here even below that valley: **double descent**. And ridge takes the peak away: what a regulariser does for new samples, a question left open in
# L06, is seen here.

# %% [markdown]
# What happens between the samples can be *seen* with one input. Twelve noisy points on a sine, 40 draws of the hidden units for each number of
# features (tanh, for 12 random hinges seldom reach 12 points).

# %% tags=["D2-17"]
rng, places = np.random.default_rng(0), np.linspace(-1, 1, 201)
x = np.linspace(-1, 1, 12)
noisy = np.sin(3 * x) + 0.3 * rng.standard_normal(12)

def shortest_fit(features):
    W, b = 5 * rng.standard_normal(features), rng.uniform(-5, 5, features)
    return np.tanh(np.outer(places, W) + b) @ minimum_norm(np.tanh(np.outer(x, W) + b), noisy)

fits = {features: np.array([shortest_fit(features) for _ in range(40)]) for features in (5, 12, 1000)}
plots.shortest_fits(x, noisy, lambda x: np.sin(3 * x), fits)

# %% [markdown]
# With 5 features the curves are stiff. With 12 just *one* $w$ passes through all points, whatever it costs. With 1000 there is a choice, and the
# shortest $w$ makes no detours.
#
# **Your turn.** Move through the peak. Then: what is left of it without noise? And with ridge, at every noise? The bands are computed from 400
# stored runs.

# %% tags=["D2-17"]
explore(plots.features_and_noise)

# %% tags=["D2-17"]
plots.features_and_noise()

# %% [markdown]
# Without noise a smaller peak is left: random ReLU features cannot express the linear truth exactly, and what they miss
# acts like noise. Ridge levels it at every noise. But at noise 1 the error stays above the valley: more is not always better. (The peak's height
# hangs on the draws; trust its interval.)
#
# **Checkpoint.** The same experiment with 100 samples: at how many features do you expect the peak?

# %%
check("L12-peak-place", None)

# %% [markdown] tags=["optional"]
# ### Where the peak comes from, and why it falls
#
# > *Optional, 3 minutes.*
#
# **Theorem.** *If an exact fit exists, adding features to $F$ never makes the shortest one longer.* **Proof.** The old fit, with zeros for the new
# features, still fits; the shortest is no longer than that.

# %%
F = relu(rng.standard_normal((40, 10)) @ rng.standard_normal((10, 800)))
answers = rng.standard_normal(40)
lengths = [np.linalg.norm(minimum_norm(F[:, :P], answers)) for P in range(40, 801, 20)]
print("lengths with 40, 60, 80 and 800 features:", *(f"{lengths[i]:.3g}" for i in (0, 1, 2, -1)))
print("never longer:", (np.diff(lengths) <= 1e-9).all())

# %% [markdown]
# Shorter is calmer; whether it is also nearer to the truth, the truth decides. And the peak? Noise $e$ in the answers moves the fit by $F^+ e$,
# where $F^+$ is the matrix of the shortest fit. If $F$ has singular values $s_i > 0$, and the noise in each answer is independent with mean 0 and
# variance $\sigma^2$, then $|F^+ e|^2$ has mean $\sigma^2 \sum_i 1/s_i^2$. One small singular value suffices for a disaster, and square random
# matrices mostly have one.

# %%
for P in (10, 40, 160):
    smallest, factor = [], []
    for _ in range(100):
        F = relu(rng.standard_normal((40, 10)) @ rng.standard_normal((10, P)))
        s = np.linalg.svd(F, compute_uv=False)
        smallest.append(s[-1])
        factor.append((1 / s ** 2).sum())
    print(f"{P:3} features: smallest singular value {np.median(smallest):.2g},",
          f"noise variance times {np.median(factor):.3g}")

# %% [markdown]
# So with 40 features the variance of the noise reaches $w$ hundreds of times enlarged. Ridge puts $s_i / (s_i^2 + n \lambda)$ in the place of
# $1/s_i$, which stays bounded.

# %% [markdown] tags=["core", "D2-17"]
# ## 3 What is understood, and what is not
#
# > *Core, 3 minutes.*
#
# "Take the shortest", we said. Who says that to a network? In linear regression, descent itself does.
#
# **Theorem.** *Gradient descent on $\frac{1}{2n} |F w - y|^2$ from $w = 0$ with $0 < \mathrm{lr} < 2/L$, where $L$ is the largest eigenvalue of
# $F^\top F / n$, converges to the shortest minimiser.*

# %% [markdown]
# **Proof.** Every gradient $F^\top (F w - y)/n$ is a combination of the rows of $F$. So $w$ never leaves the space that they span. Within it the loss
# has positive curvature in every direction and one minimiser, and by L07 $\mathrm{lr} < 2/L$ leads
# there. Any other minimiser differs by a part $v$ with $F v = 0$, at
# right angles to all rows, so by Pythagoras it is longer.
#
# **Break it:** start elsewhere.

# %% tags=["D2-17"]
rng = np.random.default_rng(3)
F = relu(rng.standard_normal((40, 10)) @ rng.standard_normal((10, 400)))
answers = rng.standard_normal(40)
shortest, L = minimum_norm(F, answers), np.linalg.norm(F, 2) ** 2 / 40
for name, start in {"zero": np.zeros(400), "elsewhere": rng.standard_normal(400)}.items():
    w = gradient_descent(lambda w: F.T @ (F @ w - answers) / 40, start, 1 / L, 5000).theta
    print(f"from {name:9}: training error {np.mean((F @ w - answers) ** 2):.3f},",
          f"distance from the shortest fit {np.linalg.norm(w - shortest):.3f}")

# %% [markdown] tags=["D2-17"]
# Both fit exactly, but the second keeps what it brought along at right angles to the rows. This preference of an *algorithm* among equal losses is
# called **implicit regularisation**. For linear regression, where double descent happens too, it is understood (a review: Dar and others,
# 2109.02355).

# %% [markdown] tags=["D2-17"]
# For deep networks it is hardly the whole story. Trained with *all* samples in every step, and a regulariser in the place of the noise, they
# generalise about as well (Geiping and others, 2109.14119). Networks *drawn at random*, the likelier the better they fit and the smaller their
# weights, do well too (Izmailov and others, 2104.14421). "Not understood well", say the slides, and they are right. Only so much: counting
# parameters is not the answer.

# %% [markdown]
# **Checkpoint.** One sample, two features: $F = (1, 1)$, $y = 2$. Descent starts at $w = (3, 0)$. Where does it end?

# %%
check("L12-end", None)

# %% [markdown] tags=["core", "D2-19"]
# ## 4 Universal is not omnipotent
#
# > *Core, 5 minutes; its end is optional.*
#
# Food for thought, say the slides: networks approximate everything, so can they solve *every* learning problem? Take the smallest world of all,
# functions of three bits. A learner sees five rows of the truth table and must guess the other three.
#
# Four learners: the majority of the answers seen; the nearest row; the opposite of *that*; L01's perceptron.

# %% tags=["D2-19"]
def majority(X, y, new):
    return np.full(len(new), 1 if y.sum() >= 0 else -1)

def nearest(X, y, new):
    return y[((new[:, None] - X) ** 2).sum(axis=-1).argmin(axis=1)]      # the first of several

def contrary(X, y, new):
    return -nearest(X, y, new)

def one_unit(X, y, new):
    run = perceptron.train(X, y, max_epochs=20)
    return perceptron.unit(new, run.w, run.b)

# %% [markdown]
# **Predict:** averaged over all 256 functions, who is right most often on the three unseen rows?

# %%
predict("L12-lunch", None, choices=("nearest", "one unit", "contrary", "all alike"))

# %% tags=["D2-19"]
cube, seen, unseen = corners(3), [0, 1, 2, 4, 7], [3, 5, 6]
everything, reachable = all_functions(3), small_weights(3)
of_one_unit = [tuple(f.tolist()) in reachable for f in everything]
learners = {"majority": majority, "nearest": nearest, "contrary": contrary, "one unit": one_unit}

def score(learner, f):
    return (learner(cube[seen], f[seen], cube[unseen]) == f[unseen]).sum()

scores = {name: np.array([score(learner, f) for f in everything]) for name, learner in learners.items()}
plots.lunch({"all 256 functions": scores,
             "the 104 of one unit": {name: counts[of_one_unit] for name, counts in scores.items()}}, 3)

# %% [markdown] tags=["D2-19"]
# **All alike**: on the left the bars are equal throughout.
#
# **Theorem** (no free lunch; Wolpert 1996). *Averaged over all functions, each counted once, every learner is right on exactly half of the unseen
# rows.* **Proof.** Fix what is seen; then the learner's answers are fixed. The functions that agree with it give the unseen rows every labelling
# once, and each single answer is right in half of these.

# %% [markdown] tags=["D2-19"]
# On the right the world is smaller, and the learner made for it wins. What nearest gains there, contrary loses. So the answer to the slides is
# **no**: no learner, network or not, is good at everything. To generalise is to *prefer*, and it pays when the preference suits the world. Ours
# does: neighbouring images mostly show the same digit.

# %% [markdown]
# **Checkpoint.** Over all functions of three bits, a learner sees six rows. How many of the two unseen rows does it get right on average?

# %%
check("L12-two-rows", None)

# %% [markdown] tags=["optional", "D0-12"]
# ### Four bits, and two tastes
#
# > *Optional, 3 minutes.*
#
# With four bits there are $2^{16}$ functions. Eight of the sixteen rows are seen, and the count is exact again:

# %% tags=["D2-19"]
counts = unseen_scores(one_unit, seen=range(8), inputs=4)
print(f"one unit, all {counts.size:,} functions: on average right on {counts.mean():g} of 8 unseen rows")

# %% [markdown] tags=["D0-12"]
# Numbers have tastes too. L04 met other universal families. Two of them go *exactly* through the same nine points, so their training error is 0.
# Between the points they disagree:

# %% tags=["D0-12"]
def zigzag(x):
    return 2 * np.abs((2 * x) % 2 - 1) - 1

fine = np.linspace(-1, 1, 2001)
for name, f in {"a sine": lambda x: np.sin(3 * x), "a zigzag": zigzag}.items():
    errors = [np.abs(fit(f, 9, (-1, 1))(fine) - f(fine)).max() for fit in (linear_spline, cubic_spline)]
    print("{:9} largest error: straight pieces {:.3f}, cubic pieces {:.3f}".format(name, *errors))

# %% [markdown] tags=["D0-12"]
# Being universal explains why all of them fit the training set, not which does well on new points; that is a matter of whose taste suits the truth.

# %% [markdown] tags=["core", "D1-25"]
# ## 5 The diagnosis ward
#
# > *Core, 4 minutes.*
#
# Six small networks for digits, each with *one* thing wrong: **labels mixed up**, **step too small**, **step too large**, **too few samples**,
# **sorted** by class and never shuffled, **all weights 0** at the start. Each chart holds 16 runs, the median with a band for 8 of 10. First a
# healthy one.

# %%
plots.ward({"healthy": ward.chart("nothing", networks=16)})

# %% tags=["D1-25"]
patients = ((letter, ward.chart(fault, networks=16)) for letter, fault in ward.PATIENTS.items())
live(patients, 6, lambda seen: plots.ward(dict(seen)))

# %% [markdown]
# Does training get better? Does the test follow? Where does it start, and is the way smooth? Give the letters, as one word, in this order: mixed
# up, too small, too large, too few, sorted, all 0.

# %%
check("L12-ward", None)

# %% [markdown]
# Done? What gives each away:
#
# | patient | fault | what gives it away | cure |
# |---|---|---|---|
# | A | labels mixed up | training improves, the test gets worse from the start, above guessing | look at ten samples with their labels |
# | B | step too small | both lines fall together, smooth and slow | ten times the step |
# | C | sorted, never shuffled | a saw, once an epoch: the last class seen wins, the others are forgotten | shuffle |
# | D | too few samples | training far below the test | more samples, a regulariser |
# | E | step too large | at once far above guessing, and there it stays | a tenth of the step |
# | F | all weights 0 | starts exactly at guessing, without a band, and stays: only the output biases learn (L09) | a random start |

# %% [markdown]
# In practice: first make the network fit ten samples. One that cannot mostly has a bug, a bad start or a bad step. Then take all samples, and watch
# the gap.

# %% [markdown] tags=["optional", "D1-44"]
# ## 6 Where next
#
# > *Optional, 2 minutes.*
#
# You can now read what comes after this course. **Automatic differentiation:** today's libraries record the graph of a whole program as it runs and
# walk back through it. It is L08's little engine with arrays in its nodes, and L09 is what it does on a network.

# %% [markdown] tags=["D1-44"]
# **Dropout:** silence a random half of the units in each training step, so that no unit can lean on one other. In linear regression that is on
# average a ridge (with a weight for each feature); in deep networks it often helps against overfitting, which is measured rather than proved.

# %% [markdown] tags=["D1-44"]
# **Convolutions:** one small set of weights slides over the whole image, so a stroke is the same stroke wherever it lies. That is a preference
# built in, and the next section shows what happens without it. **Attention:** the weights of a sum are themselves computed from the inputs, by
# L06's softmax.

# %% [markdown] tags=["D1-44"]
# **Tricks of the trade:** normalised layers, schedules for lr, more samples made by shifting and turning those one has, stopping when the validation
# loss turns. Each is a few lines on top of what you have built. Test them as we did: many seeds, an interval, a fair lr for both sides.

# %% [markdown] tags=["core"]
# ## A digit of your own
#
# > *Core, 7 minutes, and longer if you play.*
#
# Let section 1's 32 networks vote: an **ensemble** answers with the mean of their probabilities. Its loss is at most the mean of theirs, for $-\ln$
# is convex (L07).

# %%
nets = learned[-1]

def read(X):
    return nets.predict(X).mean(axis=0)

votes = read(X_test)
hits, losses = (votes.argmax(axis=1) == y_test), nets.loss(X_test, np.eye(10)[y_test])
low, high = share_interval(hits.sum(), 797)
print(f"{hits.sum()} of 797 test digits right, 95 % interval {low:.1%} to {high:.1%}")
surprise = -np.log(votes[np.arange(797), y_test])
print(f"loss {surprise.mean():.3f}, mean loss of the 32 {losses.mean():.3f}")

# %% [markdown]
# The six errors of which it was most certain:

# %%
wrong = np.flatnonzero(~hits)
worst = wrong[np.argsort(-votes[wrong].max(axis=1), kind="stable")][:6]
plots.digit_readings(X_test[worst], votes[worst], y_test[worst])

# %% [markdown]
# **Break it.** Move every test digit one pixel to the left or to the right, where the edge is almost always white. A reader would hardly
# notice. **Predict:** how many do the networks still get right?

# %%
predict("L12-shift", None, choices=("about 95 %", "about 75 %", "about 45 %"))

# %%
wide = np.pad(X_test.reshape(-1, 8, 8), ((0, 0), (0, 0), (1, 1)))          # a white column on both sides
for name, start in {"left": 2, "nowhere": 1, "right": 0}.items():
    moved = wide[:, :, start:start + 8]
    shares = right(nets, moved.reshape(-1, 64), y_test)
    print("{:8} {:4.0%}  (95 % interval {:.0%} to {:.0%}),".format(name, *median_interval(shares)),
          f"{moved.sum() / X_test.sum():.1%} of the ink left")

# %% [markdown]
# **About 45 %.** These samples follow another law, and the promise of section 1 is void. That the same stroke may stand elsewhere nobody told the
# networks, and no training digit showed it.

# %% [markdown]
# **Now your pen.** Your drawing is prepared as the data were, as far as that is described: scaled to fill 32 × 32 pixels, black and white, the ink
# counted in blocks of 4 × 4. But a mouse is no pen on paper, your hand is not one of the 13, and how the original scans were cleaned we can only
# guess. It is *almost* the same law. Find out what "almost" costs.

# %%
DigitCanvas(read)

# %% [markdown]
# The same standing still: one stroke, also turned. (An anecdote; yours are the test.)

# %%
plots.pen_reading(read)

# %% [markdown]
# Try a 7 with and without a bar, a 9 with a curl, and something that is no digit at all: among its ten answers "I do not know" is none.
#
# **Checkpoint.** A network is right on 95 % of the test digits and fails on yours. Which condition of section 1 is lost: `"without the test
# samples"`, `"same law"` or `"enough samples"`?

# %%
check("L12-law", None)

# %% [markdown] tags=["core", "D2-18"]
# ## The course in five sentences
#
# > *Core, 2 minutes.*
#
# The slides end with five sentences. You have tested each.
#
# 1. *Networks are stacked linear models with nonlinearities in between.* Yes, and without these they collapse (L02).
# 2. *Early layers extract features with which the last, linear one solves the problem.* The rings showed it (L03).
# 3. *They approximate any function, if deep or wide enough.* Continuous ones on a compact set, and wide enough: depth alone fails when no layer is wider than the input (L04, L05).

# %% [markdown] tags=["D2-18"]
# 4. *The loss becomes highly non-convex, which makes optimising harder.* Yes, though "always stuck" is not what one sees (L07, L10).
# 5. *Variants of SGD mitigate this.* They mostly treat bad scaling and noise (L11); about hills between valleys they promise nothing.
#
# And **why should it be right tomorrow?** If tomorrow resembles today, and if the learner prefers, among all that fits, what suits this world.
# Neither is a theorem about networks. The second is tested on samples kept apart, the first only by tomorrow.

# %% [markdown] tags=["D2-18"]
# Which of the five sentences is too large by itself, whatever the training? Give its number.

# %%
check("L12-sentence", None)

# %% [markdown]
# That was the last lecture. In E8 everything comes together: you write the network, its gradient and its training, and it reads the digit that
# you draw.

# %% [markdown] tags=["reference"]
# ## Sources
#
# - E. Alpaydin, C. Kaynak (1998), Optical recognition of handwritten digits. https://doi.org/10.24432/C50P49 (the digits, CC BY 4.0)
# - W. Hoeffding (1963), Probability inequalities for sums of bounded random variables. https://doi.org/10.1080/01621459.1963.10500830
# - D. H. Wolpert (1996), The lack of a priori distinctions between learning algorithms. https://doi.org/10.1162/neco.1996.8.7.1341
# - C. Zhang, S. Bengio, M. Hardt, B. Recht, O. Vinyals (2017), Understanding deep learning requires rethinking generalization.
#   https://doi.org/10.48550/arXiv.1611.03530 (mixed-up labels)
# - M. Belkin, D. Hsu, S. Ma, S. Mandal (2019), Reconciling modern machine-learning practice and the classical bias–variance trade-off.
#   https://doi.org/10.1073/pnas.1903070116
# - T. Hastie, A. Montanari, S. Rosset, R. J. Tibshirani (2022), Surprises in high-dimensional ridgeless least squares interpolation.
#   https://doi.org/10.1214/21-AOS2133
# - Y. Dar, V. Muthukumar, R. G. Baraniuk (2021), A farewell to the bias-variance tradeoff? https://doi.org/10.48550/arXiv.2109.02355
# - J. Geiping, M. Goldblum, P. E. Pope, M. Moeller, T. Goldstein (2021), Stochastic training is not necessary for generalization.
#   https://doi.org/10.48550/arXiv.2109.14119
# - P. Izmailov, S. Vikram, M. D. Hoffman, A. G. Wilson (2021), What are Bayesian neural network posteriors really like?
#   https://doi.org/10.48550/arXiv.2104.14421
# - N. Srivastava and others (2014), Dropout. https://jmlr.org/papers/v15/srivastava14a.html
# - B. Hanin, M. Sellke (2017), Approximating continuous functions by ReLU nets of minimal width. https://doi.org/10.48550/arXiv.1710.11278
#
# From the lecture slides that this course grew from: other universal families (D0-12), "control overfitting" (D1-25), what comes next (D1-44), size
# and double descent (D2-16, D2-17), the summary and the last question (D2-18, D2-19). The digits' networks, the ward and all runs are ours.
