# %% [markdown]
# # A1 What the slides say, checked
#
# This course grew from five decks of lecture slides, and they are good ones: nearly everything in them stood up to checking. Slides are
# written in a hurry, and a few minus signs were lost. **What exactly is printed, what holds, and how can one know?** An appendix to look
# things up in; nobody need read it from end to end.

# %%
import numpy as np

from course_lib.notebook import plots
from course_lib.notebook.errata_table import clean_table, errata_table
from course_lib.topics.errata import evidence
from course_lib.topics.errata.deck4 import shrinking_steps

# %% [markdown] tags=["reference"]
# ## 1 How to read the tables
#
# Our thanks go to those who made the slides:
#
# | deck | by whom |
# |---|---|
# | D0 | Eric Ewing, Deep Learning, Day 5: MLPs and Optimization (2025) |
# | D1 | André Martins, Francisco Melo, Mário Figueiredo, Deep Learning Course, Lecture 5: Neural Networks I (2021) |
# | D2 | Artem Maevskiy and Abdalaziz Al-Maeni, Higher School of Economics, Machine Learning and Data Mining: Neural Networks (2023) |
# | D3 | Yijun Zhao, Fordham University, CISC6000 Deep Learning: Neural Networks |
# | D4 | P. Balamurugan, Deep Learning, Theory and Practice, IE 643, Lecture 9 (2022) |

# %% [markdown]
# Each row of the tables quotes a few printed words, says what holds, and ends with evidence, whose numbers are computed as this page runs.
# Beside the deck stands the lecture where the matter is taught; cells there carry the row's number as a tag, such as `erratum-3`.

# %% [markdown]
# A dagger, †, marks what may be no slip of the slides at all: we read them as text that a program took out of the files, and programs lose
# signs. Any row can be asked for its evidence alone, by its number. Row 3 squares a difference:

# %%
evidence(3)

# %% [markdown] tags=["reference"]
# ## 2 Wrong as printed
#
# The inequality of row 1 has lost an $f$, and its sides stand the other way round. So the print does not compare the graph with the chord but the
# chord with the straight line $y = x$, and that says nothing about the shape of $f$:

# %% tags=["erratum-1"]
plots.printed_inequality({"the square": np.square, "the dome": lambda x: x - 1 - x ** 2}, -2.0, 1.5)

# %% [markdown]
# Nine rows where the words or the formula, taken as they stand, are false. Each is a slip that a small test finds: one number put in,
# one central difference, one look at the shapes.

# %% tags=["erratum-1", "erratum-3", "erratum-4", "erratum-12", "erratum-16", "erratum-19", "erratum-24", "erratum-25", "erratum-29"]
errata_table("wrong as printed")

# %% [markdown] tags=["reference"]
# ## 3 True with one more hypothesis
#
# These say a little more than holds: a condition is missing, or "each" stands where "at least one" is the theorem. First deck D0.

# %% tags=["erratum-2", "erratum-6", "erratum-7", "erratum-8", "erratum-10", "erratum-13", "erratum-14"]
errata_table("too strong", last=14)

# %% [markdown]
# Then the other decks.

# %% tags=["erratum-17", "erratum-21", "erratum-22", "erratum-27", "erratum-28", "erratum-30"]
errata_table("too strong", first=17)

# %% [markdown]
# Row 30 deserves a picture. Take a gentle bowl, $f = x^2/10$, without any noise, and the "typical choice" $\gamma = 1/(k+1)$. The steps
# shrink before the walk has arrived. Here, steps two and a half times as long keep the promise, and nothing in the formula warns of the difference:

# %% tags=["erratum-30"]
plots.promised_and_walked({"1/(k+1)": shrinking_steps(1.0), "2.5/(k+1)": shrinking_steps(2.5)})

# %% [markdown]
# **Why.** Here $x_{k+1} = \left(1 - \tfrac{c}{5(k+1)}\right) x_k$, and the product of such factors falls like $k^{-c/5}$, so $f$ falls like
# $k^{-2c/5}$: with $c = 1$ a power of $-0.4$, with $c = \tfrac52 = 1/(2\mu)$ a power of $-1$. To divide $f$ by 10 at $c = 1$, one needs
# $10^{2.5}$, some 316 times as many steps.

# %% [markdown] tags=["reference"]
# ## 4 Notation
#
# Hardly a claim is at stake here (one in row 20), but a reader who computes along would stumble. Row 23 is a convention and no slip: it only means that a
# learning rate cannot be carried from one deck to another.

# %% tags=["erratum-5", "erratum-9", "erratum-11", "erratum-15", "erratum-18", "erratum-20", "erratum-23", "erratum-26", "erratum-31", "erratum-32", "erratum-33"]
errata_table("notation")

# %% [markdown] tags=["reference"]
# ## 5 Three rows that are no errors
#
# A bound that is right and loose; two runs of a playground, which the slides show without claiming anything; and, for comfort, a lost minus in
# some of the most careful notes of the field.

# %% tags=["erratum-34", "erratum-35", "erratum-36"]
errata_table("beside")

# %% [markdown] tags=["reference"]
# ## 6 Clean on checking
#
# Eleven numbers and formulas that could have gone wrong as easily were computed again and are right:

# %%
clean_table()

# %% [markdown] tags=["reference"]
# ## 7 Four more words to weigh
#
# - *"Deep/wide enough"* (D2): for ReLU networks depth alone is not enough when no layer is wider than the input (L04).
# - *"Unbiased"* mini-batches (D1): if drawn uniformly, with or without replacement. Within one shuffled epoch, what is left over depends on what was drawn (L10).
# - *"SGD modifications"* that *"mitigate"* the lack of convexity (D2): mostly they help with conditioning and noise (L11).
# - Leaky ReLU, *"often has better performance"* (D0): a matter to be measured (L09).

# %% [markdown] tags=["reference"]
# ## 8 Questions that the slides leave open
#
# | deck | question | answer | lecture |
# |---|---|---|---|
# | D3 | What happens with W = 0? | With tanh or ReLU only the output bias learns; with sigmoid the hidden units move but stay twins. So weights start at random | L09 |
# | D4 | The gradients of the biases? | Those of the pre-activations: φ′ times the deck's δ; for a batch, added up over its rows | L09 |
# | D4 | Does softmax give every class more than 0? | In the real numbers yes, in float64 not always | L06 |
# | D4 | Does KL obey the triangle inequality? | No: a stop on the way can make it shorter | L06 |
# | D4 | One output neuron, or the same sigmoid, for many classes? | One neuron puts the classes in an order; several sigmoids do not add up to 1 | L06 |
# | D0 | Why not keep thresholds at the outputs? | Ties, and no slope to follow | L03 |
# | D0 | Which loss? How to get gradients? | Cross-entropy on scores; backpropagation | L06, L09 |
# | D0 | Is the size of the data set a worry? | Not with mini-batches | L10 |
# | D0 | Local minima: can we do better? | Partly: width, momentum, and modest promises | L07, L11 |
# | D2 | Universal, so every problem is solved? | No: that a network exists does not mean that descent finds it, nor that it does well on new data | L12 |

# %% [markdown] tags=["reference"]
# ## Sources
#
# The decks stand in section 1. For the rows above, beyond the sources of their lectures:
#
# - G. Montúfar, R. Pascanu, K. Cho, Y. Bengio (2014), On the number of linear regions of deep neural networks.
#   https://doi.org/10.48550/arXiv.1402.1869
# - A. Nemirovski, A. Juditsky, G. Lan, A. Shapiro (2009), Robust stochastic approximation approach to stochastic programming.
#   https://doi.org/10.1137/070704277
# - D. C. Cireșan, U. Meier, L. M. Gambardella, J. Schmidhuber (2010), Deep, big, simple neural nets for handwritten digit recognition.
#   https://doi.org/10.1162/NECO_a_00052
# - B. Hanin, M. Sellke (2017), Approximating continuous functions by ReLU nets of minimal width. https://doi.org/10.48550/arXiv.1710.11278
# - H. Robbins, S. Monro (1951), A stochastic approximation method. https://doi.org/10.1214/aoms/1177729586
# - Stanford CS231n, course notes, "Neural Networks Part 3". https://cs231n.github.io/neural-networks-3/
