# %% [markdown]
# # L00 Start here
#
# **Is everything in place, and how does this course work?** Ten minutes will answer both, and leave you with the first fact about neurons.
#
# A notebook is a page with cells that run. Click on the first grey cell and press Shift+Enter; go on with Shift+Enter from cell to cell.

# %%
import numpy as np

from course_lib.notebook import plots
from course_lib.notebook.checks import check
from course_lib.notebook.environment import check_environment
from course_lib.notebook.predict import predict

check_environment()

# %% [markdown]
# If the line above says that everything is in place, it is. Otherwise it says what to do.

# %% [markdown] tags=["core"]
# ## 1 How a section works
#
# > *Core, 4 minutes. Every section says under its heading whether it is core or optional.*
#
# Most sections go the same way: **predict, run, read, why, break it**. Here is a tiny one, for real. A neuron (also called a unit) with one
# input $x$ forms $z = w x + b$ and *fires* when $z \ge 0$. With $w = 2$ and $b = -1$ it begins to fire at $x = 0.5$.

# %% [markdown]
# **Predict.** Double both $w$ and $b$. Where does the neuron begin to fire now? Put one of the choices in place of `None` and run the
# cell. Guess before you calculate: a guess that is written down makes the answer stick.

# %%
predict("L00-double", None, choices=("earlier", "at the same place", "later"))

# %% [markdown]
# **Run.** One line of code draws both neurons.

# %%
plots.switch([(2, -1), (4, -2)])

# %% [markdown]
# **Read.** Under every picture stands one sentence with its numbers, which is also what a screen reader says. Here: **at the same place**;
# the line is steeper, but it crosses zero where it did.
#
# **Why.** $2\,(w x + b) \ge 0$ exactly when $w x + b \ge 0$: a positive factor does not change a sign.

# %% [markdown]
# **Break it.** Change one thing until the fact no longer holds. Here we double only $w$. Change the numbers yourself and run the cell
# again; nothing can be damaged, and Ctrl+Z brings the old numbers back.

# %%
plots.switch([(2, -1), (4, -1)])

# %% [markdown]
# **Checkpoint.** Now and then a few quick questions are answered in code. They give no points, and a wrong answer earns a hint. Where does
# a neuron with $w = 5$ and $b = -10$ begin to fire?

# %%
check("L00-switch", None)

# %% [markdown] tags=["core", "D2-05", "D3-09"]
# ## 2 Our notation
#
# > *Core, 3 minutes.*
#
# Books and slides write the same thing in many ways; this course has one, and it is that of the code. **Rows are samples.** A *layer* is
# several neurons side by side. It turns a batch `X` into `Z = X @ W + b`; the sign `@` multiplies matrices.

# %%
X = np.ones((5, 3))        # 5 samples with 3 inputs each
W = np.ones((3, 2))        # from 3 inputs to 2 outputs
b = np.zeros(2)            # one bias for each output
Z = X @ W + b
Z.shape

# %% [markdown]
# | written | means |
# |---|---|
# | `X`, shape (samples, inputs) | a batch, one sample in each row |
# | `W`, shape (inputs, outputs), and `b` | weights and biases of a layer |
# | `Z = X @ W + b` | pre-activations |
# | `A = f(Z)` | what the layer hands on |
# | classes 0 … C−1 | labels; only L01 and E1 use ±1 |
#
# Three more names wait until their lectures need them: `theta`, all weights and biases in one vector (L03); `delta`, the derivative of the
# loss with respect to `Z`, always (L09); `lr`, the step of an optimizer (L10).

# %% [markdown] tags=["D2-05", "D3-09"]
# Two words clash from book to book. **Activation** may mean the function $f$ or the output $f(z)$; here it is the function, and `A` are
# *outputs*. **Layers** stand one behind the other; all but the last are *hidden*. They are counted with or without the inputs: a "2-layer
# network" and a "network with one hidden layer" are the same thing, for our count, the **depth**, is that of the layers with weights.

# %% [markdown]
# A batch of 32 samples with 10 inputs passes through a layer with 4 outputs. What is the shape of `Z`?

# %%
check("L00-shape", None)

# %% [markdown]
# A network has two hidden layers. What is its depth, counted our way?

# %%
check("L00-depth", None)

# %% [markdown] tags=["core", "D1-01"]
# ## 3 The map
#
# > *Core, 2 minutes.*
#
# From one neuron to networks that learn: what a network *is*, what it *can* compute, what it is *asked* to do, how its derivatives are
# *found*, how it is *trained*, and whether it will be right *tomorrow*.

# %% tags=["D1-01"]
parts = {
    "what it is": {"L00": "Start here", "L01": "Neurons and thresholds",
                   "L02": "Why nonlinearity: the collapse", "L03": "From features to MLPs"},
    "what it can do": {"L04": "Universal approximation, honestly", "L05": "Depth, pieces, playgrounds"},
    "what is asked": {"L06": "What are we minimising?", "L07": "Convexity and landscapes"},
    "finding slopes": {"L08": "Derivatives on a graph", "L09": "Backpropagation in matrices"},
    "training": {"L10": "Descent, lines and noise", "L11": "Momentum to Adam"},
    "tomorrow": {"L12": "Generalisation and limits"},
}
exercises = {"L01": "E1", "L02": "E2", "L05": "E4", "L06": "E3",
             "L07": "E5", "L09": "E6", "L11": "E7", "L12": "E8"}
plots.course_map(parts, exercises)

# %% [markdown]
# A lecture takes about an hour with its optional sections, 35 minutes with the core alone, and longer if you play. At the end you draw a digit with the mouse, and a
# network that your own code has trained reads it.

# %% [markdown] tags=["core"]
# ## 4 How grading works
#
# > *Core, 1 minute.*
#
# Lectures are not graded. The exercise sets E1 to E8 are notebooks with 20 points each. You see some of the tests and can run them as often
# as you like; others are hidden and each checks one named property. After grading you read which property failed and, often, which
# misunderstanding explains it.

# %% [markdown]
# **What is recorded.** Predictions go into the file `.predictions.json` beside the notebook, on your computer, for you alone; delete it when
# you like. Checkpoints are recorded nowhere, and neither are the hints you fold out in an exercise. What you hand in is the exercise notebook, and nothing else is graded: not
# speed, not style, not warnings.

# %% [markdown]
# **So:** if the first grey cell said so, everything is in place; and a section is a guess, a run, a sentence, a reason and a little
# vandalism. The first real one waits in [L01 Neurons and thresholds](L01_thresholds.ipynb).

# %% [markdown] tags=["reference", "D1-45"]
# ## Sources
#
# The papers behind the course; each lecture lists its own.
#
# - W. S. McCulloch, W. Pitts (1943), A logical calculus of the ideas immanent in nervous activity. https://doi.org/10.1007/BF02478259
# - F. Rosenblatt (1958), The perceptron. https://doi.org/10.1037/h0042519
# - M. Minsky, S. Papert (1969), *Perceptrons*. https://doi.org/10.7551/mitpress/11301.001.0001
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams (1986), Learning representations by back-propagating errors. https://doi.org/10.1038/323533a0
# - G. Cybenko (1989), Approximation by superpositions of a sigmoidal function. https://doi.org/10.1007/BF02551274
# - K. Hornik, M. Stinchcombe, H. White (1989), Multilayer feedforward networks are universal approximators.
#   https://doi.org/10.1016/0893-6080(89)90020-8
# - X. Glorot, A. Bordes, Y. Bengio (2011), Deep sparse rectifier neural networks. https://proceedings.mlr.press/v15/glorot11a.html
# - G. Montúfar, R. Pascanu, K. Cho, Y. Bengio (2014), On the number of linear regions of deep neural networks.
#   https://doi.org/10.48550/arXiv.1402.1869
