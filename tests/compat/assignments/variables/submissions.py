# %% [markdown]
# # by_hand
# Right: numbers that were computed elsewhere.

# %% number
seconds = 86_400.0
third = 0.33333333333

# %% averages
mean_height = np.float64(1.69)
tall = ["Carl", "Blaise"]

# %% inverse
inverse = np.array([[0.6, -0.2],
                    [-0.2, 0.4]])
solution = np.array([1.0, 1.0])

# %% shopping
stock["pears"] = 5
stock["plums"] = 1

# %% order
names[:] = sorted(names, key=lambda name: len(name))
matrix[0, :] = -matrix[0, :]

# %% again
seconds += 1

# %% choices
true_ones = set()
true_ones.add("a")
true_ones |= {"d"}
reasons = dict(b="not always", c="not always")

# %% [markdown]
# # rebinds
# Right: new objects where the old ones could have been changed.

# %% shopping
stock = {**stock, "pears": 5, "plums": 1}

# %% order
names = sorted(names, key=len)
matrix = matrix * np.array([[-1.0], [1.0]])

# %% [markdown]
# # wrong_numbers
# Loses: number-seconds, number-third, averages-tall, again-seconds

# %% number
seconds = 24 * 60
third = 1 // 3

# %% averages
mean_height = np.mean(heights)
tall = [height for height in heights if height > mean_height]

# %% [markdown]
# # left_out
# Half of it was not answered.
#
# Loses: averages-tall, inverse-values, inverse-solution, order-names, order-matrix

# %% averages
mean_height = sum(heights) / 4

# %% inverse
# I did not find the time

# %% order
...

# %% [markdown]
# # not_in_place
# The methods return what was asked for, and nothing was done with it.
#
# Loses: order-names, order-matrix, shopping-stock

# %% shopping
dict(stock, pears=5, plums=1)

# %% order
sorted(names, key=len)
-matrix[0]

# %% [markdown]
# # text
# The letters as a text, the number as a text.
#
# Loses: number-seconds, again-seconds, choices-set, choices-reasons

# %% number
seconds = "86400"
third = 1 / 3

# %% choices
true_ones = "ad"
reasons = {"b": "no", "c": "no"}

# %% [markdown]
# # crash
# An answer stops half-way: what came before stays.
#
# Loses: averages-tall, inverse-solution

# %% averages
mean_height = sum(heights) / len(heights)
tall = [name for name in names if name.height > mean_height]

# %% inverse
inverse = np.linalg.inv(matrix)
solution = inverse @ np.array([3.0, 4.0, 5.0])
