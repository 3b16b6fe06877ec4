# %% [markdown]
# # Answers that are variables
# Put what is asked for into the variable that is named.

# %% free set-up
import numpy as np

heights = [1.62, 1.75, 1.81, 1.58]
names = ["Ada", "Blaise", "Carl", "Daniel"]
matrix = np.array([[2.0, 1.0], [1.0, 3.0]])
stock = {"apples": 3, "pears": 0}

# %% answer number
# Put the number of seconds of a day into `seconds`, and one third into `third`.
### BEGIN SOLUTION
seconds = 24 * 60 * 60
third = 1 / 3
### END SOLUTION

# %% test number-seconds 1
assert seconds == 86400, "a day has 24 hours of 60 minutes of 60 seconds"

# %% test number-third 1
assert abs(third - 0.3333333333) < 1e-9
assert isinstance(third, float)

# %% answer averages
mean_height = None
tall = None
### BEGIN SOLUTION
mean_height = sum(heights) / len(heights)
tall = [name for name, height in zip(names, heights) if height > mean_height]
### END SOLUTION

# %% test averages-mean 1
np.testing.assert_allclose(mean_height, np.mean(heights))

# %% test averages-tall 1
assert tall is not None, "tall was not set"
assert sorted(tall) == ["Blaise", "Carl"]

# %% answer inverse
### BEGIN SOLUTION
inverse = np.linalg.inv(matrix)
solution = inverse @ np.array([3.0, 4.0])
### END SOLUTION

# %% free look
print("the inverse:", inverse)
residual = matrix @ solution - np.array([3.0, 4.0])

# %% test inverse-values 1
np.testing.assert_allclose(inverse @ matrix, np.eye(2), atol=1e-12)

# %% test inverse-solution 1
assert solution.shape == (2,)
np.testing.assert_allclose(residual, 0, atol=1e-12)

# %% answer shopping
# Buy five pears, and one kilogram of plums: change the dictionary `stock`.
### BEGIN SOLUTION
stock["pears"] += 5
stock.update(plums=1)
### END SOLUTION

# %% test shopping-stock 2
assert stock["pears"] == 5
assert stock == {"apples": 3, "pears": 5, "plums": 1}

# %% answer order
# Sort `names` by length, in place, and turn the sign of the first row of `matrix`.
### BEGIN SOLUTION
names.sort(key=len)
matrix[0] *= -1
### END SOLUTION

# %% test order-names 1
assert names == ["Ada", "Carl", "Blaise", "Daniel"]

# %% test order-matrix 1
assert matrix[0].tolist() == [-2.0, -1.0] and matrix[1].tolist() == [1.0, 3.0]

# %% answer again
# Put the next larger number into `seconds`.
### BEGIN SOLUTION
seconds = seconds + 1
### END SOLUTION

# %% test again-seconds 1
assert seconds == 86401

# %% answer choices
# Which of a, b, c, d are true? Put the letters into the set `true_ones`, and a reason for each of the others into `reasons`.
### BEGIN SOLUTION
true_ones = {"a", "d"}
reasons = {"b": "a matrix may be singular", "c": "only for square ones"}
### END SOLUTION

# %% test choices-set 1
assert true_ones == {"a", "d"}

# %% test choices-reasons 1
assert set(reasons) == set("abcd") - true_ones and all(len(reason) > 5 for reason in reasons.values())
