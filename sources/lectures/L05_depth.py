# %% [markdown]
# # L05 Depth, pieces, playgrounds
#
# On a compact set one hidden layer can come as near as you like to any continuous function: that was L04. **Why then does anyone stack
# layers, and what does a picture of one training run prove?**
#
# About an hour to read and run everything, the core sections 35 minutes. The notebook itself runs in about ten seconds.

# %%
import numpy as np

from course_lib.notebook import plots
from course_lib.notebook.canvas.playground import Playground
from course_lib.notebook.canvas.training_run import TrainingRun
from course_lib.notebook.checks import check
from course_lib.notebook.live import live
from course_lib.notebook.predict import predict
from course_lib.notebook.widgets import explore
from course_lib.topics.approximation import hinge_net, tent_net
from course_lib.topics.intervals import median_interval, share_interval
from course_lib.topics.piecewise import folding_net, random_net
from course_lib.topics.playground import Runs, network
from course_lib.topics.playground_results import GRID, fair, film, slide
from course_lib.topics.region_bounds import (
    montufar_as_printed, montufar_bound, region_cap, zaslavsky_count,
)
from course_lib.topics.regions import kinks, regions

# %% [markdown] tags=["core"]
# ## Two questions from before
#
# > *Core, 2 minutes.*
#
# From L03: how many parameters, weights and biases together, has a network with 2 inputs, hidden layers of 4 and 2 units, and 1 output?
# (We meet this one again in section 5.)

# %%
check("L05-recall-parameters", None)

# %% [markdown]
# From L04: a ReLU network with $K$ hinges runs through $K + 1$ points of a smooth curve. With ten times as many hinges, by which factor does
# the largest error shrink, once $K$ is large?

# %%
check("L05-recall-hinges", None)

# %% [markdown] tags=["core", "D1-23"]
# ## 1 Count linear pieces
#
# > *Core, 5 minutes.*
#
# A ReLU network bends only where one of its units switches on or off; everywhere else it is straight. So a fair measure of how
# rich a function it can draw is the number of its straight **pieces**. A place where two pieces meet is a **kink**.
#
# One hidden layer of $n$ units, one input: unit $j$ switches at the single place $-b_j / w_j$. That makes at most $n$ kinks and
# $n + 1$ pieces.

# %% [markdown]
# A second layer looks at the first one's answers. On each of the $n_1 + 1$ pieces these are straight, so each of its $n_2$ units switches at
# most once *there*. Pieces multiply:
#
# $$\text{pieces} \ \le\ (n_1 + 1)(n_2 + 1) \cdots (n_L + 1) .$$
#
# For three layers of 8 units that **cap** is $9^3 = 729$. **Predict:** how many pieces has such a network when its weights are random?

# %%
predict("L05-random-pieces", None, choices=("about 20", "about 200", "about 700"))

# %% tags=["D1-23"]
sizes = {"8 units": [1, 8, 1], "8 + 8 units": [1, 8, 8, 1], "8 + 8 + 8 units": [1, 8, 8, 8, 1]}
plots.pieces_on_a_line({name: random_net(size, rng=5) for name, size in sizes.items()})

# %% [markdown]
# One network of each kind is an anecdote. Here are 200 of the largest kind, each with its pieces between −3 and 3 counted exactly.

# %%
counts = [len(kinks(random_net([1, 8, 8, 8, 1], rng=[0, k]), -3, 3)) + 1 for k in range(200)]
middle, low, high = median_interval(counts)
print(f"median {middle:.0f} pieces (95 % interval {low:.0f} to {high:.0f}); most {max(counts)}")

# %% [markdown]
# **About 20**, fewer than the 24 units. (A 95 % interval, as in L04: in 95 of 100 such experiments, or more, it contains the true
# median.) The
# cap counts what weights *could* do, and random weights do not try. Section 3 writes down some that do. First the plane, where pieces can
# be seen.
#
# A network with one input and hidden layers of 3 and 4 units: how many pieces at most?

# %%
check("L05-cap", None)

# %% [markdown] tags=["core", "D0-16"]
# ## 2 One layer in the plane
#
# > *Core, 7 minutes; the algebra at its end is optional.*
#
# With two inputs each unit of the first layer switches along a line, and $n$ lines cut the plane into **regions**. Inside a region the
# **pattern**, which units are on and which are off, stays the same, and the network is affine there: one formula for each region.
#
# **Predict:** into how many regions do 10 lines cut the plane at most?

# %%
predict("L05-ten-lines", None, choices=(20, 56, 100, 1024))

# %% [markdown]
# We add the ten lines one at a time and count the polygons. The window is so wide that all crossings lie inside.

# %% tags=["D0-16"]
(W, b), (V, c) = random_net([2, 10, 1], rng=0)
window = (-1000, 1000, -1000, 1000)
counts = [len(regions([(W[:, :n], b[:n]), (V[:n], c)], window)) for n in range(1, 11)]
plots.one_layer_counts(counts)

# %% [markdown]
# **Why 56.** The $n$-th line meets each of the $n - 1$ before it at most once, so they cut it into at most $n$ parts, and each part splits
# one region in two:
#
# $$R(n) \ \le\ R(n - 1) + n, \quad R(0) = 1 \quad\Longrightarrow\quad R(n) \ \le\ 1 + n + \frac{n (n - 1)}{2} ,$$
#
# with equality when no two lines are parallel and no three meet in a point.

# %% [markdown] tags=["D0-16", "erratum-14"]
# **Test a claim.** The slides that this course grew from say that to write out the gradient of a ReLU network one "may need $2^n$ piecewise
# functions". There are $2^n$ patterns of $n$ units, but do they all occur?

# %% tags=["erratum-14"]
for n in (2, 10, 20):
    print(f"{n:2} units, 2 inputs: {2 ** n:9,} patterns, at most {zaslavsky_count(n, 2):3} regions")

# %% [markdown] tags=["erratum-14"]
# **Repaired:** $2^n$ is a cap. Over all weights every pattern does occur somewhere. But for *one* network of one layer, as $x$ moves through
# the plane, at most $1 + n + n(n-1)/2$ of them do; with $D$ inputs at most $\sum_{j=0}^{D} \binom{n}{j}$ (Zaslavsky 1975), and that is
# $2^n$ only for $n \le D$. For a fixed $D$ it grows like a power of $n$, not exponentially.

# %% [markdown] tags=["D1-23"]
# **And a second layer?** Its units switch along lines too, but these lines bend wherever they cross a line of the first layer. Below, the
# strongest strokes are the first layer's. Try one layer, then two, then three; look for the places where a thinner line bends.

# %% tags=["D1-23"]
explore(plots.random_regions)

# %% tags=["D1-23"]
plots.random_regions()

# %% [markdown] tags=["optional"]
# ### Any number of inputs
#
# > *Optional, 2 minutes.*
#
# In $D$ dimensions the units are hyperplanes. The others cut the newest one as $n - 1$ hyperplanes cut a space of $D - 1$ dimensions, and
# again each part splits one region: $R(n, D) = R(n - 1, D) + R(n - 1, D - 1)$ in general position. Pascal's rule for binomials then gives
# Zaslavsky's sum. The recursion, checked:

# %%
all(zaslavsky_count(n, D) == zaslavsky_count(n - 1, D) + zaslavsky_count(n - 1, D - 1)
    for n in range(1, 30) for D in range(1, 10))

# %% [markdown]
# Three inputs and one layer of 5 units: how many regions at most?

# %%
check("L05-three-inputs", None)

# %% [markdown] tags=["core", "D1-23", "D2-08"]
# ## 3 The tent map
#
# > *Core, 7 minutes.*
#
# Now weights that try. Two ReLU units make the tent that you met in L04. It folds the interval from 0 to 1 in the middle:
#
# $$T(x) = 2\operatorname{relu}(x) - 4\operatorname{relu}(x - \tfrac12) .$$
#
# Feed its answer into a second tent, and so on: $d$ hidden layers (the *depth* in this lecture), $2d$ units. **Predict:** how many pieces with 5 layers, 10 units in all?

# %%
predict("L05-tent", None, choices=(6, 11, 32, 1024))

# %% tags=["D1-23", "D2-08"]
plots.tents()

# %% [markdown]
# **Why it doubles.** $T$ maps the left half of the interval onto all of it, and the right half too, mirrored. So whatever the next
# layers draw, they draw twice. Depth reuses; a single layer has to make every kink afresh. Nothing here was trained.
#
# But might one wide layer come *near* the graph with fewer kinks? It cannot:

# %% [markdown]
# **Theorem** (Telgarsky 2016, its simplest case). *Let $g$ be continuous on $[0, 1]$ with at most $p$ straight pieces. Then at no fewer than
# $(2^d - p)/2$ of the points $i / 2^d$, $i = 0, \dots, 2^d$, it misses the tent $T_d$ of depth $d$ by $\tfrac12$ or more.*

# %% [markdown]
# **Proof,** by counting crossings. At these points $T_d$ is 0, 1, 0, 1, … Call $g$ *high* where $g \ge \tfrac12$ and *low* elsewhere. On one
# straight piece it changes from one to the other at most once, so at most $p$ times in all. Of the $2^d$ pairs of neighbouring points, at
# least $2^d - p$ therefore see no change; but $T_d$ changes, so one of the two is on the wrong side. A point belongs to at most two
# pairs. On the wrong side means $\tfrac12$ or more away.

# %% [markdown]
# **Seen in numbers.** For depth 6 we give a single layer some hinges. It copies as many teeth of the tent as it can, and goes straight from
# there on. How many points does it get wrong, and how many must it?

# %% tags=["D1-23", "D2-08"]
points = np.arange(65) / 64
tent = tent_net(6)(points)
for n in (8, 16, 32, 64):
    g = hinge_net(np.append(points[:n], 1), np.append(tent[:n], 0))     # n hinges, n pieces
    wrong = (np.abs(g(points) - tent) >= 0.5).sum()
    print(f"{n:2} units: {wrong:2} of 65 points wrong, at least {(64 - n) // 2:2} must be")

# %% [markdown]
# In all four rows the layer meets the bound, so for these $p$ no better one can be proved. Six layers of two need 12 units and make no error. For depth $d$, one layer
# of $n$ units has $p \le n + 1$, so as long as $n < 2^d - 1$ it is somewhere wrong by ½ or more.
#
# **Hypotheses count:** one input, ReLU, and a function made for the purpose. The theorem does not say that the function *you* need is
# of this kind.

# %% [markdown]
# ### Checkpoint
#
# The tent of depth 10 has 20 units. How many units must a single hidden layer have at least, to be nowhere wrong by ½ or more?

# %%
check("L05-one-layer", None)

# %% [markdown]
# Two hidden layers of $n$ units each make at most $(n + 1)^2$ pieces. What is the smallest $n$ for which the theorem does not forbid them to
# follow the tent of depth 10?

# %%
check("L05-two-layers", None)

# %% [markdown] tags=["core", "D1-23"]
# ## 4 Montúfar's theorem, corrected
#
# > *Core, 6 minutes; random networks at its end are optional.*
#
# Folding works in the plane too: fold the square along both middles, and everything drawn later appears four times. Here four units
# draw lines, after no fold, one, and two; each fold is a layer of four units, one tent for each coordinate.

# %% tags=["D1-23"]
plots.region_maps({"no fold": folding_net(0), "one fold": folding_net(1), "two folds": folding_net(2)})

# %% [markdown] tags=["D1-23"]
# Three layers of 4 make 176 regions; 12 units in a single layer can make 79. That is the idea of a theorem of
# 2014, which the slides quote like this, for $D$ inputs and $L$ layers of $K$ units: the number of linear regions is
# $O\left(\binom{K}{D}^{D(L-1)} K^D\right)$, "therefore, for fixed $K$, deeper networks are exponentially more expressive".

# %% [markdown] tags=["erratum-16"]
# **Test a claim.** The smallest case that is not trivial: 2 inputs and two layers of 4 units. Compare what is printed with what no network can
# exceed: the number of patterns, and the cap, a product of Zaslavsky's numbers, one for each layer.

# %% tags=["erratum-16"]
D, K, L = 2, 4, 2
print("as printed:", montufar_as_printed(D, K, L))
print("patterns:", 2 ** (K * L), "  cap:", region_cap(D, [K] * L))
print("theorem: some network has at least", montufar_bound(D, [K] * L))

# %% [markdown] tags=["erratum-16"]
# The slides promise more regions than there are patterns. An upper bound, which is what $O$ means, says nothing *for* depth; read as a lower
# bound it is false. **Repaired** (Montúfar and others 2014): with all widths $n_i \ge D$, *some* weights give at least
#
# $$\prod_{i=1}^{L-1} \left\lfloor \frac{n_i}{D} \right\rfloor^{D} \; \sum_{j=0}^{D} \binom{n_L}{j} \quad \text{regions}:$$
#
# a fraction $n_i / D$, rounded down, not a binomial.

# %% tags=["D1-23", "erratum-16"]
plots.depth_bounds(4)

# %% [markdown]
# **Break it.** Take layers of 3 units instead of 4. **Predict:** what does the theorem promise for five layers?

# %%
predict("L05-three-units", None, choices=("7 regions", "about 100", "about 1000"))

# %% tags=["erratum-16"]
[montufar_bound(2, [3] * layers) for layers in range(1, 6)]

# %% [markdown]
# **7, at every depth.** Rounded down, $3/2$ is 1, and 1 multiplies nothing. Depth counts in this bound only from $K \ge 2D$ on. So "for fixed
# $K$ exponentially more" needs two conditions: for *some* weights, and with $K$ at least *twice* the inputs. That a bound is silent does not
# mean that depth is useless there, only that this argument ends.

# %% [markdown]
# Three inputs, layers of 6 units: by which factor does each further layer multiply the theorem's number?

# %%
check("L05-factor", None)

# %% [markdown] tags=["optional"]
# ### Random networks do not fold
#
# > *Optional, 3 minutes.*
#
# Twelve units, in one layer, in two, in three: each network with random weights, 60 of each kind. **Predict:** which kind has the most
# regions in the window?

# %%
predict("L05-random-regions", None, choices=("one layer", "two layers", "three layers"))

# %%
kinds = {"12": [2, 12, 1], "6 + 6": [2, 6, 6, 1], "4 + 4 + 4": [2, 4, 4, 4, 1]}
counts = {name: [len(regions(random_net(size, rng=[1, k]), (-3, 3, -3, 3))) for k in range(60)]
          for name, size in kinds.items()}
plots.random_counts(counts)

# %% [markdown]
# **One layer**, and the intervals do not overlap. With these random weights and this window, depth *costs* regions. Hanin and Rolnick (2019)
# prove, for a wide class of random weights, a bound on the average that knows how many units there are and not how deep they stand. What
# depth *can* do and what it does by itself are two things. What it does after training must be measured.

# %% [markdown] tags=["core", "D1-24", "erratum-35"]
# ## 5 The playground, many runs at once
#
# > *Core, 6 minutes.*
#
# The slides show two runs of the TensorFlow Playground, a web page on which small networks learn. Both have hidden layers of 4 and 2 units
# and take a step of lr 0.03 after every 10 points. **Test loss** is the loss on points that were not trained on.
#
# | hidden units | iterations | training loss | test loss |
# |---|---|---|---|
# | tanh | 2,536 | 0.302 | 0.416 |
# | ReLU | 1,968 | 0.321 | 0.340 |
#
# The slides claim nothing, but the eye concludes that ReLU is better. Does it follow?

# %% [markdown] tags=["D1-24"]
# We rebuild it. From the Playground come the loss $\frac12(\text{out} - y)^2$, the tanh output, the random start; one **iteration** is a pass
# over 250 training points. The data set is not named on the slides; **ours is a spiral** like the Playground's, 500 points without noise, half to train and half to
# test. Three things are left to chance in each run: the start, the halves, the order.
#
# **Predict:** 32 runs of the tanh network. After 300 iterations, how far apart are the best and the worst training loss?

# %%
predict("L05-spread", None, choices=("less than 0.05", "about 0.1", "more than 0.3"))

# %% [markdown]
# `live(steps, total, draw)` runs the training to its end and lets you watch. All 32 networks learn at once, as one stack of matrices.

# %% tags=["D1-24"]
runs = Runs(32, (4, 2), "tanh", rng=1)
losses = (runs.losses()[0] for iteration in runs.fit(0.03, 300))
live(losses, 300, lambda seen: plots.training_runs(seen, slide("tanh")))

# %% [markdown]
# **About 0.1.** Same network, lr and spiral: chance alone spreads the runs that far. So 256 runs of each kind were made beforehand, with
# exactly as many iterations as the slides' (`python -m benchmarks.playground` makes them again). Each dot is one run, and the stars are the two
# runs on the slides.

# %% tags=["D1-24", "erratum-35"]
plots.slides_among_runs({"tanh": slide("tanh"), "relu": slide("relu")})

# %% [markdown] tags=["erratum-35"]
# If our spiral is like theirs, the slides' tanh run is one of the weaker of its kind and their ReLU run one of the better. Take one run of each
# kind at a time, as the slides did. How often does such a pair put ReLU ahead?

# %% tags=["erratum-35"]
ahead = (slide("relu").test < slide("tanh").test).sum()
low, high = share_interval(ahead, 256)
print(f"ReLU has the lower test loss in {ahead} of 256 pairs: {low:.0%} to {high:.0%} (95 % interval)")

# %% [markdown]
# Most pairs put tanh ahead. The slides happen to show one of the others, which make about a quarter. A picture of one run proves that
# such a run exists, and says next to nothing about the next.

# %% [markdown] tags=["core", "D1-24"]
# ## 6 Is ReLU really better here?
#
# > *Core, 5 minutes.*
#
# A fair race gives both the same number of iterations, 2,000, and each the lr that suits it. We tried five values with 32 runs each and kept
# the one with the lowest median test loss. Those runs are then thrown away, because the winner of a search looks better than it is; 256
# fresh ones count.
#
# **Predict:** what can then be said of the median test losses?

# %%
predict("L05-fair-race", None, choices=("tanh is lower", "ReLU is lower", "the intervals overlap"))

# %% [markdown]
# First the search, the median test loss of 32 runs at each lr:

# %% tags=["D1-24"]
print(f"{'lr':8}", *(f"{lr:7.2f}" for lr in GRID))
for activation in ("tanh", "relu"):
    tried = fair((4, 2), activation)
    print(f"{activation:8}", *(f"{loss:7.3f}" for loss in tried.tuning), f"  best: {tried.lr:.2g}")

# %% [markdown]
# The best lr lies inside the grid for both, so the grid is wide enough. Now the race:

# %% tags=["D1-24"]
tanh, relu = fair((4, 2), "tanh"), fair((4, 2), "relu")
plots.losses_compared({"tanh 4-2": (tanh.train, tanh.test), "ReLU 4-2": (relu.train, relu.test)})

# %% [markdown]
# **What may be claimed:** with layers 4-2, on this spiral, with plain descent in batches of 10, 2,000 iterations and an lr from this grid, the median tanh run
# ends lower than the median ReLU run, in training and in test; the intervals are far apart. **What may not:** that tanh is better. Another
# network may turn the order round, as the next section shows.

# %% [markdown]
# ### Checkpoint
#
# An interval around a median is narrow here while the dots spread widely. With four times as many runs, by which factor would the *interval* shrink,
# about: 1 (not at all), 2, 4 or 16?

# %%
check("L05-more-runs", None)

# %% [markdown]
# And the *spread of the dots*, with four times as many runs: `"shrinks"`, `"stays"` or `"grows"`?

# %%
check("L05-spread-of-runs", None)

# %% [markdown] tags=["optional", "D1-24", "D2-08"]
# ## 7 Width against depth
#
# > *Optional, 5 minutes.*
#
# More layers "often" mean fewer neurons, say the slides, and they end with four layers of ReLU. A test: 8, 16 or 32 hidden units, all in one layer, in two, or in four. Each network
# gets its own lr from the same grid, then 256 fresh runs of 2,000 iterations. **Predict:** with 8 tanh units, which shape has the
# lowest median test loss?

# %%
predict("L05-shape", None, choices=("8", "4-4", "2-2-2-2"))

# %% tags=["D2-08", "D1-24"]
plots.width_and_depth()

# %% [markdown]
# **With 8 tanh units depth only hurts.** With 16 and with 32 units two layers beat one, for both activations, and beat four as well. ReLU gains
# most from depth: alone in one layer it is far behind tanh, in two layers of 8 or of 16 it is ahead. All this holds by intervals that
# do not overlap.

# %% [markdown]
# **So the slides' "often" is right, with a condition:** the layers must stay wide enough. One limit is a theorem: ReLU layers that are only as wide
# as the input, here 2, cannot come near every continuous function, *however many* there are (Hanin and Sellke 2017).
#
# **Fine print.** As many units are not as many parameters, and the grid of lr is coarse: two ReLU shapes, 8 and 2-2-2-2, chose its lowest
# value, so a smaller lr might serve them better.

# %% [markdown] tags=["D1-24"]
# **Watch some of them learn.** Of three networks a lucky run (only a tenth of all end with a lower test loss), a typical one and an
# unlucky one were kept. Full marks are training points, hollow ones test points; the black line is where the output is 0.

# %% tags=["D1-24"]
explore(plots.playground_run)

# %% tags=["D1-24"]
plots.playground_run()

# %% [markdown]
# **Do trained networks use their pieces?** No network with two layers of 8 units has more than $37^2 = 1369$ regions. Here is the typical
# ReLU run among them, one run and so an anecdote, before and after.

# %%
kept = film((8, 8), "relu", 50)
start, trained = (network(kept.theta[step], (8, 8), "relu").layers for step in (0, -1))
plots.region_maps({"at the start": start, "trained": trained}, box=(-6, 6, -6, 6))

# %% [markdown]
# **Some of them.** In this window the run went from 83 regions to 182, far below the cap, which counts the whole plane.

# %% [markdown] tags=["optional", "D1-24"]
# ## 8 A playground of your own
#
# > *Optional, 3 minutes, and longer if you play.*
#
# Everything so far, in your hands: choose data, features, layers and an optimizer (L11 explains them), and press Play. A network of this
# course trains while you look. Each small map shows what one unit answers where; lines are weights, thick where they are large, dashed where they are
# negative. Hover over a unit to see its map large.

# %% tags=["D1-24"]
Playground()

# %% [markdown]
# The same run standing still. **Try:** the spiral with one hidden layer of 2 units; then with the features $x_1, x_2, \sin 3x_1, \sin 3x_2$; then 8 × 8 with ReLU. Change
# the seed before you believe anything.

# %% tags=["D1-24"]
plots.training_strip(TrainingRun())

# %% [markdown] tags=["core"]
# ## What depth buys
#
# > *Core, 1 minute.*
#
# Layers can multiply pieces where a single layer only adds them. For the tent of depth $d$ that is proved: $2d$ units against $2^d - 1$. It holds for
# functions made to be folded, with weights made to fold; random weights do not.
#
# And one picture of one run proves that such a run exists. A claim takes many runs, an interval, and an lr that is fair to both sides. On our
# spiral that turned round what two pictures had suggested.

# %% [markdown]
# All this time the loss, $\frac12(\text{out} - y)^2$, was simply given. What *should* a network minimise? That is L06.

# %% [markdown] tags=["reference"]
# ## Sources
#
# - M. Telgarsky (2016), Benefits of depth in neural networks. https://doi.org/10.48550/arXiv.1602.04485
# - G. Montúfar, R. Pascanu, K. Cho, Y. Bengio (2014), On the number of linear regions of deep neural networks.
#   https://doi.org/10.48550/arXiv.1402.1869
# - T. Zaslavsky (1975), Facing up to arrangements. https://doi.org/10.1090/memo/0154
# - B. Hanin, M. Sellke (2017), Approximating continuous functions by ReLU nets of minimal width. https://doi.org/10.48550/arXiv.1710.11278
# - M. Raghu and others (2017), On the expressive power of deep neural networks. https://doi.org/10.48550/arXiv.1606.05336 (the cap)
# - B. Hanin, D. Rolnick (2019), Deep ReLU networks have surprisingly few activation patterns. https://doi.org/10.48550/arXiv.1906.00904
# - D. Smilkov and others (2017), Direct-manipulation visualization of deep networks. https://doi.org/10.48550/arXiv.1708.03788 (the Playground)
# - C. J. Clopper, E. S. Pearson (1934), The use of confidence or fiducial limits illustrated in the case of the binomial.
#   https://doi.org/10.1093/biomet/26.4.404
#
# The claim of section 2 is deck item D0-16, the printed theorem D1-23, the two runs of the Playground D1-24, the sentence of section 7 D2-08. The
# spiral, its halves and all runs in sections 5 to 7 are ours.
