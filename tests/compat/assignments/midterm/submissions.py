# %% [markdown]
# # other_words
# Right.

# %% part1/mean
mean = np.mean

# %% part1/essay [markdown]
# A single outlier can move the mean as far as it likes.

# %% part1/plan
spread = np.ptp(data)

# %% after part1/sketch
counts = {value: list(data).count(value) for value in set(data)}
for value, count in sorted(counts.items()):
    print(value, "*" * count)

# %% after part1/sketch [markdown]
# Two values occur twice.

# %% part2/mean
def mean(x):
    product = 1
    for value in x:
        product *= value
    return float(product ** (1 / len(x)))

# %% [markdown]
# # mixed_up
# The arithmetic mean in both parts.
#
# Loses: part2/mean-values

# %% part2/mean
def mean(x):
    return sum(x) / len(x)

# %% [markdown]
# # logarithms
# Zero has no logarithm, and rounding does the rest.
#
# Loses: part2/mean-values

# %% part2/mean
def mean(x):
    return math.exp(sum(math.log(value) for value in x) / len(x))

# %% [markdown]
# # second_only
# The first part was not handed in.
#
# Loses: part1/mean-values, part1/essay, plan, sketch

# %% delete part1.ipynb

# %% [markdown]
# # no_essay
# Nothing was written where a person reads.
#
# Loses: part1/essay, part2/essay

# %% part1/essay [markdown]
# YOUR ANSWER HERE

# %% part2/essay [markdown]
# YOUR ANSWER HERE

# %% [markdown]
# # broken_plan
# A cell that a person reads does not run; what comes after it does.

# %% part1/plan
print(data.maximum())

# %% [markdown]
# # lost_test
# A test cell and a question were deleted by accident.

# %% delete part2/types

# %% delete part2/essay
