# %% [markdown]
# # L06 What are we minimising? Losses
#
# Training makes the loss small; that is all we have said about it. But what we want is right answers. **Why not count the wrong answers
# and make that number small, and what is minimised in its place?**
#
# About an hour to read and run everything, the core sections 35 minutes. Optional parts say so under their heading.

# %%
import numpy as np

from course_lib.datasets import income9, moons, two_predictors
from course_lib.nn import MLP, SGD, train
from course_lib.nn.activations import sigmoid, softplus
from course_lib.nn.distributions import (
    cross_entropy, entropy, kl_divergence, log_sum_exp, one_hot, softmax, sparsemax,
)
from course_lib.nn.gradients import central_difference, complex_step
from course_lib.nn.losses import (
    half_squared_error, mean_squared_error, sigmoid_cross_entropy, softmax_cross_entropy,
    sparsemax_loss,
)
from course_lib.notebook import plots
from course_lib.notebook.checks import check
from course_lib.notebook.predict import predict
from course_lib.notebook.widgets import explore
from course_lib.topics.logistic import negative_log_likelihood
from course_lib.topics.perceptron import lift

# %% [markdown] tags=["core"]
# ## Two questions from before
#
# > *Core, 2 minutes.*
#
# From L03: $\theta = (2, -1)$, the gradient is $(4, 0)$, `lr` is 0.1. What is $\theta$ after one step?

# %%
check("L06-recall-step", None)

# %% [markdown]
# From L04: a network of $K$ hinges follows a smooth curve. With twice as many hinges, by which number is the bound on its largest error
# divided?

# %%
check("L06-recall-hinges", None)

# %% [markdown] tags=["core", "D0-26"]
# ## 1 Accuracy has no slope
#
# > *Core, 4 minutes.*
#
# A loss should be small when all is well, so take the share of wrong answers, the **error rate**. Descent needs its slope. Here are fifty
# points of two classes and one unit, which says class 1 where $w \cdot x + b \ge 0$.
#
# **Predict:** draw weights and bias at random, 10,000 times, and nudge the first weight by ±0.0001. How often does the error rate change?

# %%
predict("L06-flat", None, choices=("about 10 times", "about 1000 times", "nearly always"))

# %% tags=["D0-26", "erratum-12"]
X, y = moons(50, noise=0.2, rng=0)
rows, Y = lift(X), y[:, None]               # (x, 1): the bias is the last weight

def error_rate(W):                          # one column of W for each draw
    return ((rows @ W >= 0) != Y).mean(axis=0)

W, h = np.random.default_rng(0).normal(size=(3, 10_000)), 1e-4
nudge = np.array([[h], [0], [0]])
slopes = (error_rate(W + nudge) - error_rate(W - nudge)) / (2 * h)
print("changed:", (slopes != 0).sum(), "of", slopes.size, "  slopes found:", np.unique(slopes.round()))

# %% [markdown]
# **About 10 times.** Now let the first weight run through its range while the others are held, and set beside it the logistic loss,
# which section 3 explains.

# %% tags=["D0-26"]
w1 = np.linspace(-6, 4, 4001)
line = np.array([w1, np.full(4001, -3.0), np.full(4001, 0.5)])
losses = softplus((1 - 2 * Y) * (rows @ line)).mean(axis=0)
plots.staircase(w1, error_rate(line), losses, here=-3, flat=(slopes == 0).mean())

# %% [markdown] tags=["D0-26", "erratum-12"]
# **Why.** Along a straight line of weights each score of a unit is a straight function, so it changes its sign at most once. $N$ points make at
# most $N$ jumps, and between them nothing happens: slope 0, and descent does not move. *At* a jump there is no slope at all.
# (The slides that this course grew from say the gradient is non-zero there; but the ±100 above only tell of our $h$.)

# %% [markdown] tags=["D1-32"]
# So a loss has two duties: to be small where the answers are right, and to have a slope that shows the way. It is a stand-in, and the
# picture is honest about it: the two curves are lowest at different places.

# %% [markdown] tags=["core", "D3-01", "D3-02", "D3-04"]
# ## 2 Squared error
#
# > *Core, 2 minutes; how others normalise is optional.*
#
# First the easier task. In **regression** the answer is a number: find $f$ with $f(x_n) \approx y_n$ on the samples, and for new $x$ too. The
# **mean squared error** is
#
# $$\mathrm{MSE} = \frac1N \sum_{n=1}^{N} (f(x_n) - y_n)^2 \;=\; \frac1N\, |Xw - y|^2 \quad \text{when } f(x) = x \cdot w .$$
#
# Nine people, their age and income (thousands a year), and the guess "twice the age":

# %% tags=["D3-01", "D3-02", "D3-04"]
people = income9()
ages, w = lift(people.age[:, None]), np.array([2.0, 0.0])
errors = ages @ w - people.income
print("errors:", errors.astype(int), "  MSE one by one:", round(sum(e ** 2 for e in errors) / 9, 2),
      "  as a length:", round(np.linalg.norm(errors) ** 2 / 9, 2))

# %% [markdown] tags=["D0-22", "erratum-3", "erratum-4"]
# Squares are smooth, and one error of 20 costs as much as four of 10. If only a single number $c$ may be said to everyone, the best is the
# mean: the slope $\frac2N \sum_n (c - y_n)$ is 0 just there.
#
# **Test a claim.** The slides print $y^2 - 2f + f^2$ for the square $(y - f)^2$, and $2\,\nabla f + 2\,\nabla f \cdot f$ for its gradient in
# the parameters. One sample decides: $f = 1.5\,w + 0.5$ at $w = 2$, so $f = 3.5$ and $\nabla f = 1.5$, and $y = 3$.

# %% tags=["D0-22", "erratum-3", "erratum-4"]
f, slope, y_one = 3.5, 1.5, 3
measured = central_difference(lambda w: (y_one - (1.5 * w[0] + 0.5)) ** 2, np.array([2.0])).round(6)
print("square:", (y_one - f) ** 2, "  as printed:", y_one ** 2 - 2 * f + f ** 2)
print("slope: ", *measured, "  as printed:", 2 * slope + 2 * slope * f,
      "  repaired:", 2 * (f - y_one) * slope)
table_slope = central_difference(lambda w: np.mean((ages @ w - people.income) ** 2), w).round(4)
print("nine people:", table_slope, "  repaired:", (2 / 9 * errors @ ages).round(4))

# %% [markdown] tags=["D0-22", "erratum-4"]
# **Repaired:** a $y$ and a sign were lost. Nudge $f$ by $\varepsilon$: $(f + \varepsilon - y)^2 = (f - y)^2 + 2\,(f - y)\,\varepsilon + \varepsilon^2$,
# so
#
# $$\nabla\, \mathrm{MSE} = \frac2N \sum_{n=1}^{N} (f(x_n) - y_n)\, \nabla f(x_n) .$$

# %% [markdown] tags=["optional", "D1-33"]
# ### One error, three numbers
#
# > *Optional, 2 minutes.*
#
# With several outputs there are three habits. Ours is to sum over the outputs and take the mean over the samples. Many put ½ in front, so that
# the slope of one sample is $f_c - y_c$ without a 2. Others take the mean over the outputs too. Two samples, three outputs, errors of 1:

# %% tags=["D1-33"]
F, T = np.ones((2, 3)), np.zeros((2, 3))
print("with the half:", half_squared_error(F, T)[0], "  ours:", mean_squared_error(F, T)[0],
      "  mean over all:", np.mean((F - T) ** 2))

# %% [markdown]
# A factor moves no minimum, but it multiplies the gradient, and so the step.
#
# A book trains a network of 10 outputs with the mean over samples *and* outputs, at `lr` 0.5. Which `lr` makes the same steps with our MSE?

# %%
check("L06-same-step", None)

# %% [markdown] tags=["core", "D3-04", "D3-05", "D1-08", "D1-17"]
# ## 3 Logistic loss, from the income table
#
# > *Core, 4 minutes; large scores are optional.*
#
# The same table has another target: is the income high (1) or low (0)? The answer is now a class: **classification**. One unit gives a score
# $z = w \cdot \text{age} + b$, and the sigmoid of L03 makes a probability of it, $p = \sigma(z)$. This single sigmoid unit is
# called **logistic regression**.

# %% [markdown] tags=["D3-05"]
# How good is it? Ask how probable it makes what really happened: $p$ where the income is high, $1 - p$ where it is low, and the
# product over all people is the **likelihood**. Products of many small numbers are clumsy; the logarithm makes a sum of them, and a minus
# makes it a loss, the **negative log-likelihood** or **logistic loss**:
#
# $$L = -\sum_n \big( y_n \log p_n + (1 - y_n) \log (1 - p_n) \big) .$$

# %% [markdown]
# For each person one of the two terms is 0. The other is their cost, in **nats**, the unit of the natural logarithm: how surprised the model
# is. **Predict:** take $z = 0.15 \cdot \text{age} - 5$. The incomes of those aged 20 and 28 are low, of those aged 30 and 60 high. Which of
# the four costs most?

# %%
predict("L06-surprise", None, choices=(20, 28, 30, 60))

# %% tags=["D3-04", "D3-05", "D1-08"]
p = sigmoid(0.15 * people.age - 5)
likelihood = np.prod(np.where(people.high == 1, p, 1 - p))
print("likelihood:", likelihood.round(4), "  -log of it:", -np.log(likelihood).round(2))
plots.surprises(people.age, people.high, w=0.15, b=-5)

# %% [markdown] tags=["D3-05", "D4-20", "erratum-25", "erratum-33"]
# The person of **30**: the model leans to low. No formula gives the best $w$ and $b$ (if they exist: section 9); they are searched for, by descent or by Newton's method.
#
# Labels are 0 and 1 here. With ±1, a sigmoid and squared error, as on some slides, each −1 costs more than 1 for ever. And a label and its
# prediction need not be of one kind: $y$ is 0 or 1, $p$ lies between.

# %% [markdown]
# **Checkpoint.** A model that knows nothing says $p = \tfrac12$ for everybody. What is its loss on the nine people?

# %%
check("L06-coin", None)

# %% [markdown] tags=["optional", "D1-08", "D3-05"]
# ### When the score is large
#
# > *Optional, 1 minute.*
#
# **Break it.** Let someone have $z = 40$ and a low income. The cost is just over 40. What does the computer say?

# %% tags=["D1-08", "D3-05"]
with np.errstate(divide="ignore"):
    print("-log(1 - p):", -np.log(1 - sigmoid(40.0)), "  softplus(z):", softplus(40.0))
print("all nine, with softplus:", negative_log_likelihood([0.15, -5], ages, people.high).round(2))

# %% [markdown]
# In float64 $\sigma(40)$ *is* 1. So losses are computed from the score: $-\log(1 - \sigma(z)) = \log(1 + e^z)$, the softplus of L02, and
# $-\log \sigma(z)$ is softplus of $-z$.

# %% [markdown] tags=["core", "D4-21"]
# ## 4 One-hot, simplex, softmax
#
# > *Core, 7 minutes; temperature and sparsemax are optional.*
#
# Pictures of cats (1), dogs (2), chicks (3) and anything else (0). **Predict:** what should the output layer be?

# %%
predict("L06-output", None, choices=("one sigmoid, cut in four", "four sigmoids", "something else"))

# %% [markdown] tags=["D4-21", "D4-22", "D3-18"]
# **Something else.** One sigmoid puts the classes in a row: the way from "other" to chick leads past cat and dog. Four sigmoids do not add up to
# 1; they are right when *several* answers may be true at once.
#
# Begin with the labels. A class becomes a row with a single 1, its **one-hot** code. Here are eight pictures, the class in the first column:

# %% tags=["D3-18", "D4-22"]
labels = [3, 1, 2, 0, 3, 2, 0, 1]
np.column_stack([labels, one_hot(labels, classes=4)]).astype(int)

# %% [markdown] tags=["D4-22", "D1-20", "D4-23", "D0-09"]
# Each code is a probability distribution that is certain. All distributions on $C$
# classes, $p_c \ge 0$ with sum 1, are the **simplex**; one-hot codes are its corners. **Softmax** takes scores into it:
#
# $$p_c = \frac{e^{z_c}}{\sum_k e^{z_k}} .$$
#
# Exponentials are positive, and divided by their sum they add up to 1. That is the whole proof.

# %% tags=["D3-19", "D1-20"]
z = np.array([5.0, 2.0, -1.0, 3.0])
plots.score_bars({"scores z": z, "softmax(z)": softmax(z)}, ("other", "cat", "dog", "chick"))

# %% [markdown] tags=["D1-19", "D1-20"]
# Read $p_c$ as the network's estimate of $P(y = c \mid x)$. The largest score has the largest probability, so argmax of either is the
# answer, as in L03; each *lead* of 1 multiplies by $e$. With two scores $(0, z)$ the second probability is $\sigma(z)$: the sigmoid is
# softmax for two.
#
# What happens to the probabilities when 1000 is added to all four scores?

# %% tags=["D1-20"]
with np.errstate(over="ignore", invalid="ignore"):
    naive = np.exp(z + 1000) / np.exp(z + 1000).sum()
print("as written:   ", naive)
print("largest first:", softmax(z + 1000).round(3))

# %% [markdown] tags=["D1-20", "D4-24", "D4-23"]
# **Nothing**: $e^{z + c} = e^c e^z$, and $e^c$ cancels. But $e^{1000}$ is too large for a float. Stable code uses the freedom and takes the largest score
# out first, so that no exponent is above 0. Small ones may still vanish: on paper softmax is never 0, in float64 it is, some
# 746 below the largest.
#
# **Checkpoint.** Find three scores whose softmax is $(\tfrac12, \tfrac14, \tfrac14)$.

# %%
check("L06-scores", None)

# %% [markdown] tags=["D4-23", "erratum-28"]
# **Test a claim.** Some slides apply softmax to the output *activations*, "given arbitrary activations $a_1, \dots, a_C$ from an output layer", and up to there
# theirs is a sigmoid. **Predict:** with ten classes, as sure as it can be, what probability does such a network reach?

# %%
predict("L06-sure", None, choices=(0.23, 0.73, 0.99, 1.0))

# %% tags=["erratum-28"]
for C in (2, 3, 10):
    winner = np.eye(C)[0]                   # one output at its top, the others at their bottom
    print(f"{C:2} classes: after sigmoid {softmax(winner)[0]:.3f},",
          f"after tanh {softmax(2 * winner - 1)[0]:.3f},",
          f"from scores (50, 0, ...) {softmax(50 * winner)[0]:.3f}")

# %% [markdown] tags=["erratum-28"]
# **0.23.** A sigmoid lies between 0 and 1, so $e^a$ lies between 1 and $e$, and no probability can exceed $e / (e + C - 1)$. Such a network
# can be right, but never sure, and its loss never small. **Repaired:** softmax belongs on the scores $z$, which have no bounds.

# %% [markdown] tags=["optional", "D1-20", "D3-19"]
# ### Temperature, and sparsemax
#
# > *Optional, 4 minutes.*
#
# Divide the scores by a **temperature** $T$ before softmax. The point then walks through the simplex, from a corner ($T$ small: only the
# winner counts) to the middle ($T$ large: all alike). **Sparsemax** is another way into the simplex: take the point of it that is
# *nearest* to $z$. Move the scores of three classes, the third is 0:

# %% tags=["D1-20", "D3-19"]
explore(plots.simplex)

# %% tags=["D1-20", "D3-19"]
plots.simplex()

# %% [markdown] tags=["D3-19"]
# Softmax stays inside; sparsemax can reach the edge and run along it, with exact zeros. For the slide's scores, and for a quarter of them:

# %% tags=["D3-19"]
print("z:    softmax", softmax(z).round(3), "  sparsemax", sparsemax(z))
print("z / 4: softmax", softmax(z / 4).round(3), "  sparsemax", sparsemax(z / 4))

# %% [markdown]
# With two scores $(s, 0)$, what is the smallest $s \ge 0$ at which sparsemax is sure, $(1, 0)$?

# %%
check("L06-sparse", None)

# %% [markdown] tags=["core", "D3-20", "D1-34", "D4-16"]
# ## 5 Cross-entropy
#
# > *Core, 3 minutes.*
#
# Truth and prediction are now points of one simplex. The **cross-entropy** compares them:
#
# $$H(p, q) = -\sum_c p_c \log q_c .$$
#
# For a one-hot truth one term is left: minus the log of the probability that the true class got. So it is the logistic loss again, for
# any number of classes. A dog, said to be one with 95 %, 90 %, 50 %, 5 % and 0.1 %:

# %% tags=["D3-20"]
for q in (0.95, 0.9, 0.5, 0.05, 0.001):
    print(f"q = {q:5}: cross-entropy {cross_entropy([1, 0], [q, 1 - q]):.4f}")

# %% [markdown] tags=["D1-34"]
# To be right is cheap; to be sure *and* wrong is dear, without limit. With softmax before it, the logarithm undoes the exponential:
#
# $$-\log p_y = -\log \frac{e^{z_y}}{\sum_k e^{z_k}} = \log \sum_k e^{z_k} - z_y ,$$
#
# and `log_sum_exp` takes the largest score out first. Three ways to write it:

# %% tags=["D1-34"]
truth = one_hot([3], classes=4)                     # it was a chick
print("-sum p log q:      ", cross_entropy(truth[0], softmax(z)).round(6))
print("-log q_y:          ", -np.log(softmax(z)[3]).round(6))
print("log_sum_exp - z_y: ", (log_sum_exp(z) - z[3]).round(6))
print("library:           ", softmax_cross_entropy(z[None], truth)[0].round(6))

# %% [markdown]
# **Checkpoint.** Ten classes, and the network gives each 1/10. What is its cross-entropy? (A number to remember: training
# starts near it.)

# %%
check("L06-uniform", None)

# %% [markdown] tags=["core", "D3-21"]
# ## 6 Two networks, three scores
#
# > *Core, 5 minutes; honesty is optional.*
#
# Three pictures: dog, cat, dog. NN1 gives the truth 0.9, 0.9 and 0.4; NN2 gives it 0.6, 0.7 and 0.1. **Predict:** which score cannot
# tell them apart?

# %%
predict("L06-scores-agree", None, choices=("error rate", "MSE", "cross-entropy"))

# %% tags=["D3-21"]
table = two_predictors()
for name, P in (("NN1", table.nn1), ("NN2", table.nn2)):
    wrong = (P.argmax(axis=1) != table.truth.argmax(axis=1)).mean()
    print(f"{name}: error rate {wrong:.2f}, MSE {mean_squared_error(P, table.truth)[0]:.2f},",
          f"cross-entropy {cross_entropy(table.truth, P).mean():.2f}")

# %% [markdown] tags=["D3-21"]
# **The error rate.** Each network has one picture wrong, but NN2 is barely right twice and badly wrong once; the two losses see it. Do
# *they* always agree? Move what each network gives to the truth in row 3, and look for a place where one loss prefers NN1 and the other NN2.

# %% tags=["D3-21"]
explore(plots.three_scores)

# %% tags=["D3-21"]
plots.three_scores()

# %% [markdown]
# Leave NN2 at 0.1. Which probability for NN1 makes MSE prefer NN1 and cross-entropy NN2?

# %%
check("L06-disagree", None)

# %% [markdown] tags=["D1-32"]
# So a loss is a choice: cross-entropy punishes one sure mistake without limit, MSE by at most 2. And it is cross-entropy that guards what
# we wanted.
#
# **Theorem.** *For one-hot truths the error rate of argmax is at most the mean cross-entropy divided by $\log 2$,* even if ties count as
# errors. **Proof.** If the true class is not the single winner, another has at least its probability, so $p_y \le \tfrac12$: the sample costs
# at least $\log 2$. Others cost at least 0. (For a tie of two the bound is sharp.)

# %%
rng = np.random.default_rng(0)
scores, classes = rng.normal(size=(1000, 20, 3)), rng.integers(3, size=20)
wrong = (scores.argmax(axis=-1) != classes).mean(axis=1)
bound = softmax_cross_entropy(scores, one_hot(classes, 3))[0] / np.log(2)
print("error rates above the bound:", (wrong > bound).sum(), "of 1000;",
      f"the highest is {(wrong / bound).max():.0%} of it")

# %% [markdown] tags=["optional"]
# ### Which score is honest?
#
# > *Optional, 1 minute.*
#
# Seven of ten such pictures show a dog. Which $q$ should a network say for dog? Average each score over what may happen, and see
# where it is lowest:

# %%
q = np.linspace(0.01, 0.99, 99)
mse = 0.7 * 2 * (1 - q) ** 2 + 0.3 * 2 * q ** 2
ce = -0.7 * np.log(q) - 0.3 * np.log(1 - q)
wrong = np.where(q > 0.5, 0.3, 0.7)
print("lowest MSE at", q[mse.argmin()].round(2), "  lowest cross-entropy at", q[ce.argmin()].round(2))
print("lowest error rate from", q[wrong == 0.3].min().round(2), "to", q[wrong == 0.3].max().round(2))

# %% [markdown]
# **Why.** With 7 of 10 replaced by $p$, the slopes in $q$ are $4\,(q - p)$ and $(q - p) / (q\,(1 - q))$: both are 0 at $q = p$ only, negative before and positive
# after. Such scores are called **proper**: they reward whoever says what they believe. The error rate does not care.

# %% [markdown] tags=["core", "D1-34"]
# ## 7 The gradient is p − y
#
# > *Core, 4 minutes.*
#
# Descent starts with the slope of the loss in the scores. With $y$ one-hot and $L = \log \sum_k e^{z_k} - \sum_k y_k z_k$:
#
# $$\frac{\partial L}{\partial z_c} = \frac{e^{z_c}}{\sum_k e^{z_k}} - y_c = p_c - y_c .$$
#
# What the network says minus what is true. The sigmoid with the logistic loss gives the same, and so does a plain score with half the squared
# error, $z - y$.

# %% [markdown]
# We check it by a **complex step**: for a formula built of smooth pieces, the imaginary part of $L(z + ih)$ is $h$ times the slope, without
# any subtraction, so $h$ may be $10^{-20}$.

# %% tags=["D1-34", "D1-33"]
for name, loss, P in (("softmax, cross-entropy", softmax_cross_entropy, softmax(z)),
                      ("sigmoid, logistic     ", sigmoid_cross_entropy, sigmoid(z)),
                      ("linear, half squared  ", half_squared_error, z)):
    measured = complex_step(lambda scores, loss=loss: loss(scores[None], truth)[0], z)
    agrees = np.abs(measured - (P - truth[0])).max() < 1e-12
    print(name, measured.round(4), "  p - y to 12 decimals:", agrees)

# %% [markdown]
# The chick's score should rise, the others fall. For softmax the four slopes add up to 0, and none exceeds 1 in size.
#
# **Predict:** now pair the sigmoid with *squared* error, $\tfrac12 (p - y)^2$. One sample with $y = 1$ has $z = -10$, so it is sure and wrong.
# How does the slope compare with that of the logistic loss?

# %%
predict("L06-sure-and-wrong", None, choices=("much larger", "about the same", "much smaller"))

# %%
for z_one in (-10.0, -2.0, 2.0):
    p = sigmoid(z_one)
    print(f"z = {z_one:5}: logistic {p - 1:9.6f}   squared {(p - 1) * p * (1 - p):9.6f}")

# %% [markdown]
# **Much smaller.** Squared error has the slope $(p - y)\,p\,(1 - p)$: the sigmoid is flat there, and the network learns least where it is most
# wrong. In the three pairs above that factor cancels.
#
# **Checkpoint.** The probabilities are $(0.2, 0.7, 0.1)$ and the true class is 0. What is the gradient in the three scores?

# %%
check("L06-gradient", None)

# %% [markdown] tags=["optional", "D1-35", "D1-32"]
# ## 8 The loss zoo
#
# > *Optional, 4 minutes.*
#
# Two scores, the true class is the first, and $s = z_2 - z_1$ is how far the *wrong* one leads. Cross-entropy is $\log(1 + e^s)$, the logistic
# loss. The **hinge** is $\max(0, 1 + s)$: it wants a lead of 1 and then is content. The **sparsemax loss** goes with sparsemax, and is
# content too.
#
# **Predict:** which of them is exactly 0 when the true score leads by 2?

# %%
predict("L06-content", None, choices=("all three", "hinge and sparsemax", "only the hinge"))

# %% tags=["D1-35"]
plots.margin_losses()

# %% [markdown] tags=["D1-35"]
# **Hinge and sparsemax.** Cross-entropy is never content: it goes on pulling at samples that are right. At $s = 0$ it is the $\log 2$ of section 6.
#
# **Why ¼?** Between $-1$ and $1$ sparsemax of $(0, s)$ gives the wrong class $(1 + s)/2$. The loss has this slope, and is 0 at $-1$, so it is
# $(1 + s)^2 / 4$; beyond 1 it is $s$.

# %% tags=["D1-35"]
s = np.linspace(-3, 3, 601)
piecewise = np.where(s < -1, 0, np.where(s > 1, s, (1 + s) ** 2 / 4))
ours = [sparsemax_loss([[0, lead]], [[1, 0]])[0] for lead in s]
print("the same to 12 decimals:", np.abs(piecewise - ours).max() < 1e-12)

# %% [markdown]
# At $s = 3$ the true score is behind by 3. How much does the hinge cost there?

# %%
check("L06-hinge", None)

# %% [markdown] tags=["core", "D1-27"]
# ## 9 The regulariser
#
# > *Core, 2 minutes; why biases are spared is optional.*
#
# The mean loss over the samples is called the **empirical risk**. Often a second term is added, which knows nothing of the data:
#
# $$\lambda\,\Omega(\theta) + \frac1N \sum_{n=1}^{N} L(f(x_n; \theta), y_n), \qquad \Omega = \tfrac12 \sum W_{ij}^2 .$$
#
# This **regulariser** wants small weights; $\lambda \ge 0$ says how much. Training cannot choose $\lambda$, for 0 would always win: it is a
# **hyperparameter**, set by us. The slope of $\lambda\,\Omega$ in the weights is $\lambda W$.

# %% [markdown] tags=["D1-27"]
# In our table all up to 28 are low and all from 30 high. Then steeper is always cheaper: without $\lambda$ the weight grows without end, and there is no
# minimum (more in L07). Descent on standardised ages, lr 1:

# %% tags=["D1-27"]
age = (people.age[:, None] - people.age.mean()) / people.age.std()
for lam in (0, 0.001, 0.01, 0.1):
    net, seen = MLP([1, 1], output="sigmoid", lam=lam), []
    net.theta[:] = 0                        # a start without chance
    for epoch, _ in enumerate(train(net, age, people.high[:, None], SGD(1.0), epochs=5000), start=1):
        if epoch in (500, 1500, 5000):
            seen.append(f"{net.layers[0][0].item():7.3f}")
    print(f"lambda {lam:5}: weight after 500, 1500, 5000 epochs", *seen)

# %% [markdown]
# With $\lambda > 0$ the weight comes to rest, the sooner the larger $\lambda$ is. What the regulariser does for *new* samples is a question of L12.

# %% [markdown] tags=["optional", "D1-27"]
# ### Why biases are spared
#
# > *Optional, 2 minutes.*
#
# **Statement.** *Add 100 to all targets of a regression. If the bias is free, the best weights stay and all predictions rise by 100.* **Proof.** $(w, b + 100)$
# has on the new targets the errors that $(w, b)$ had on the old, and the same $\Omega$; so the best pairs correspond. If $\Omega$
# contains $b^2$, the second half fails.

# %% tags=["D1-27"]
def ridge(targets, penalty):                # the minimum, where the gradient is 0: a linear system
    A = lift(age)
    return np.linalg.solve(A.T @ A / 9 + np.diag(penalty), A.T @ targets / 9)

for name, penalty in (("bias free:     ", (0.1, 0)), ("bias penalised:", (0.1, 0.1))):
    before, after = (lift(age) @ ridge(people.income + shift, penalty) for shift in (0, 100))
    print(name, "predictions rise by", (after - before).round(2)[:3], "...")

# %% [markdown]
# A weight is 3, $\lambda$ is 0.1, and the data's own slope there is 0. By how much does one step at `lr` 0.5 change the weight?

# %%
check("L06-decay", None)

# %% [markdown] tags=["core", "D4-24", "D4-26"]
# ## 10 Kullback and Leibler
#
# > *Core, 2 minutes; that KL is no distance is optional.*
#
# A truth need not be one-hot: of 100 people, 75 call it a dog. Then even the best prediction pays. What it pays *too much* is the
# **Kullback–Leibler divergence**, and what nobody can avoid the **entropy** of $p$:
#
# $$\mathrm{KL}(p, q) = \sum_c p_c \log \frac{p_c}{q_c} = \underbrace{-\sum_c p_c \log q_c}_{\text{cross-entropy}} - \underbrace{\Big(-\sum_c p_c \log p_c\Big)}_{\text{entropy}} .$$

# %% [markdown] tags=["D4-24", "D4-26"]
# Here $0 \log 0 = 0$; a $q_c = 0$ where $p_c > 0$ makes it infinite.
#
# **Theorem** (Gibbs). *$\mathrm{KL}(p, q) \ge 0$, with equality only for $q = p$.* **Proof.** $\log t \le t - 1$, with equality only at $t = 1$. Put $t = q_c / p_c$ where
# $p_c > 0$:
#
# $$-\mathrm{KL}(p, q) = \sum_c p_c \log \frac{q_c}{p_c} \;\le\; \sum_c (q_c - p_c) \;\le\; 0 .$$

# %% tags=["D4-26", "D4-25"]
p, q = np.random.default_rng(0).dirichlet(np.ones(5), size=(2, 10_000))
kl = kl_divergence(p, q)
print("KL = cross-entropy - entropy:", np.allclose(kl, cross_entropy(p, q) - entropy(p)))
print("smallest of 10,000:", kl.min().round(3), "  and for q = p:", kl_divergence(p, p).max().round(3))

# %% [markdown] tags=["D4-26"]
# The entropy of the truth does not depend on the network. So to minimise cross-entropy *is* to minimise KL; for one-hot truths, where the entropy
# is 0, they are the same number.

# %% [markdown] tags=["optional", "D4-25", "erratum-32"]
# ### Not a distance
#
# > *Optional, 2 minutes.*
#
# A distance $d$ has $d(x, y) = 0$ exactly when $x = y$ (the identity of *indiscernibles*), is symmetric, and no detour is shorter than the direct
# way. KL has the first by Gibbs. For the others, counterexamples:

# %% tags=["D4-25"]
plots.divergences((0.25, 0.75), (0.5, 0.5), ((0.9, 0.1), (0.5, 0.5), (0.1, 0.9)))

# %% [markdown] tags=["D4-25"]
# **It matters** which way round: $\mathrm{KL}(p, q)$ shoots up where $q$ leaves out something that happens. And the detour is no accident:
# $\mathrm{KL}(p, r) - \mathrm{KL}(p, q) - \mathrm{KL}(q, r) = \sum_c (p_c - q_c)\,(\log q_c - \log r_c)$ is positive for *every* $q$ strictly
# between $p$ and $r$, when there are two classes.
#
# **Your own certificate.** From $(0.8, 0.2)$ to $(0.3, 0.7)$: give the first probability of a stop $q$ in between that makes the detour shorter.

# %%
check("L06-detour", None)

# %% [markdown] tags=["core", "D0-27", "D4-16"]
# ## What we minimise
#
# > *Core, 1 minute.*
#
# Not the error rate: it is a staircase and shows no way down. For numbers we minimise the squared error, for classes the cross-entropy of softmax and
# label: the surprise at what really happened. Divided by $\log 2$ it bounds the error rate from above, and it has the shortest of gradients, $p - y$.

# %% [markdown] tags=["D0-27", "D4-16"]
# And the aim was never a small loss on samples that are known, but right answers on new ones: a second stand-in, and L12 asks how far it can be
# trusted. First: is there one valley to walk down into, or many? That is L07.

# %% [markdown] tags=["reference"]
# ## Sources
#
# - J. S. Bridle (1990), Probabilistic interpretation of feedforward classification network outputs. https://doi.org/10.1007/978-3-642-76153-9_28 (softmax)
# - S. Kullback, R. A. Leibler (1951), On information and sufficiency. https://doi.org/10.1214/aoms/1177729694
# - C. E. Shannon (1948), A mathematical theory of communication. https://doi.org/10.1002/j.1538-7305.1948.tb01338.x
# - T. Gneiting, A. E. Raftery (2007), Strictly proper scoring rules. https://doi.org/10.1198/016214506000001437
# - K. Crammer, Y. Singer (2001), On the algorithmic implementation of multiclass kernel-based vector machines.
#   https://www.jmlr.org/papers/v2/crammer01a.html (the hinge for many classes)
# - A. F. T. Martins, R. F. Astudillo (2016), From softmax to sparsemax. https://doi.org/10.48550/arXiv.1602.02068
# - W. Squire, G. Trapp (1998), Using complex variables to estimate derivatives of real functions. https://doi.org/10.1137/S003614459631241X
#
# From the lecture slides: the income table (D3-04), the labels and scores of section 4 (D3-18, D3-19), NN1 and NN2 (D3-21), the four losses (D1-35),
# the numbers of section 10 (D4-25), the claims of sections 2 and 4 (D0-22, D4-23).
