# %% [markdown]
# # least_squares
# Right, by the library.

# %% load
import csv
with open("growth.csv") as file:
    rows = list(csv.reader(file))[1:]
day = np.array([float(row[0]) for row in rows])
height = np.array([float(row[1]) for row in rows])

# %% fit
def fit(x, y):
    A = np.column_stack([x, np.ones_like(x)])
    return np.linalg.lstsq(A, y, rcond=None)[0]

# %% loss
def loss(parameters, x, y):
    return float(((np.polyval(parameters, x) - y) ** 2).mean())

# %% density
from scipy.stats import norm
density = norm.pdf

# %% train
def train(x, y, lr=0.02, epochs=2000, callback=None):
    A = np.c_[x, np.ones(len(x))]
    p = np.zeros(2)
    losses = np.empty(epochs)
    for epoch in range(epochs):
        p -= lr * 2 / len(x) * A.T @ (A @ p - y)
        losses[epoch] = loss(p, x, y)
        if epoch in range(0, epochs, 500) and callback is not None:
            callback(epoch=epoch, parameters=p)
    return tuple(p), losses

# %% [markdown]
# # through_zero
# A line without an intercept.
#
# Loses: fit-line, loss-minimum, residuals-sum, residuals-worst

# %% fit
def fit(x, y):
    return (x @ y) / (x @ x), 0.0

# %% [markdown]
# # sum_of_squares
# The sum where the mean was asked for: it has the same minimum.
#
# Loses: loss-minimum

# %% loss
def loss(parameters, x, y):
    slope, intercept = parameters
    return sum((slope * xi + intercept - yi) ** 2 for xi, yi in zip(x, y))

# %% [markdown]
# # scalar_density
# Good for one number at a time.
#
# Loses: density-vectorised

# %% density
import math

def density(x):
    return math.exp(-x * x / 2) / math.sqrt(2 * math.pi)

# %% [markdown]
# # diverges
# The step is ten times too long; NumPy warns, and the numbers are gone; the callback is called all the same.
#
# Loses: train-converges

# %% train
def train(x, y, lr=0.02, epochs=2000, callback=None):
    parameters, history = np.zeros(2), []
    for epoch in range(epochs):
        error = parameters[0] * x + parameters[1] - y
        parameters = parameters - lr * np.array([2 * np.sum(error * x), 2 * np.sum(error)])
        history.append(loss(parameters, x, y))
        if callback and epoch % 500 == 0:
            callback(epoch, parameters)
    return parameters, history

# %% [markdown]
# # wrong_column
# The columns are swapped, and all that follows with them.
#
# Loses: load-values, residuals-worst

# %% load
height, day = np.loadtxt("growth.csv", delimiter=",", skiprows=1).T

# %% [markdown]
# # no_callback
# Loses: train-callback, residuals-worst

# %% train
def train(x, y, lr=0.02, epochs=2000, callback=None):
    w = b = 0.0
    history = []
    for _ in range(epochs):
        error = w * x + b - y
        w, b = w - lr * 2 * np.mean(error * x), b - lr * 2 * np.mean(error)
        history.append(np.mean((w * x + b - y) ** 2))
    return np.array([w, b]), history

# %% residuals
residuals = height - np.polyval(fit(day, height), day)
worst = np.argmax(residuals) - 1
