# %% [markdown]
# # A small analysis
# `growth.csv` holds days and heights. Each step uses what came before it.

# %% locked set-up
# %matplotlib inline
import numpy as np
import matplotlib.pyplot as plt
from scipy.optimize import minimize
from scipy.integrate import quad

# %% answer load
# Read the file into `day` and `height`.
### BEGIN SOLUTION
day, height = np.loadtxt("growth.csv", delimiter=",", skiprows=1).T
### END SOLUTION

# %% test load-values 1
assert day.shape == height.shape == (10,) and day[-1] == 9 and height[0] == 1.1

# %% free look
plt.plot(day, height, "o")
plt.show()

# %% answer fit
def fit(x, y):
    """Slope and intercept of the least squares line."""
    ### BEGIN SOLUTION
    slope = np.sum((x - x.mean()) * (y - y.mean())) / np.sum((x - x.mean()) ** 2)
    return slope, y.mean() - slope * x.mean()
    ### END SOLUTION

# %% test fit-line 2
slope, intercept = fit(np.array([0.0, 1.0, 2.0]), np.array([1.0, 3.0, 5.0]))
np.testing.assert_allclose([slope, intercept], [2, 1])
np.testing.assert_allclose(fit(day, height), np.polyfit(day, height, 1))

# %% answer loss
def loss(parameters, x, y):
    """The mean squared error of a line with these (slope, intercept)."""
    ### BEGIN SOLUTION
    slope, intercept = parameters
    return np.mean((slope * x + intercept - y) ** 2)
    ### END SOLUTION

# %% test loss-minimum 2
"""A function of the library calls the student's"""
assert np.isclose(loss((0, 0), np.ones(3), np.full(3, 2.0)), 4)
found = minimize(loss, x0=np.zeros(2), args=(day, height))
np.testing.assert_allclose(found.x, fit(day, height), atol=1e-4)

# %% answer density
def density(x):
    """The standard normal density."""
    ### BEGIN SOLUTION
    return np.exp(-x ** 2 / 2) / np.sqrt(2 * np.pi)
    ### END SOLUTION

# %% test density-integral 1
area, _ = quad(density, -8, 8)
assert abs(area - 1) < 1e-8

# %% test density-vectorised 1
np.testing.assert_allclose(np.vectorize(density)([0.0, 1.0]), [0.3989423, 0.2419707], rtol=1e-6)
np.testing.assert_allclose(density(np.zeros((2, 2))), 0.3989423, rtol=1e-6)

# %% answer residuals
# Compute the `residuals` of your line, and the day with the largest one in size, `worst`.
### BEGIN SOLUTION
a, b = fit(day, height)
residuals = height - (a * day + b)
worst = day[np.argmax(np.abs(residuals))]
### END SOLUTION

# %% test residuals-sum 1
np.testing.assert_allclose(residuals.sum(), 0, atol=1e-9)

# %% test residuals-worst 1
assert worst == 6

# %% answer train
def train(x, y, lr=0.02, epochs=2000, callback=None):
    """Gradient descent on the loss; `callback(epoch, parameters)` every 500 epochs; returns (parameters, list of losses)."""
    ### BEGIN SOLUTION
    parameters, history = np.zeros(2), []
    for epoch in range(epochs):
        error = parameters[0] * x + parameters[1] - y
        parameters = parameters - lr * np.array([2 * np.mean(error * x), 2 * np.mean(error)])
        history.append(loss(parameters, x, y))
        if callback and epoch % 500 == 0:
            callback(epoch, parameters)
    return parameters, history
    ### END SOLUTION

# %% test train-converges 1
parameters, history = train(day, height)
np.testing.assert_allclose(parameters, np.polyfit(day, height, 1), atol=1e-3)
assert len(history) == 2000 and history[-1] < history[0]

# %% test train-callback 1
calls = []
train(day, height, callback=lambda epoch, parameters: calls.append((epoch, parameters.copy())))
assert [epoch for epoch, _ in calls] == [0, 500, 1000, 1500]
assert not np.array_equal(calls[0][1], calls[-1][1])
