# %% [markdown]
# # filters
# Right, with warnings that are switched off, and with another class of them.

# %% mean
class Nothing(UserWarning):
    pass

def mean(values):
    if not list(values):
        warnings.warn(Nothing("there is nothing to average"))
        return 0.0
    return float(np.mean(values))

# %% safe_divide
def safe_divide(a, b):
    with np.errstate(all="ignore"):
        quotient = np.array(a) / np.array(b)
    return np.where(np.array(b) == 0, 0.0, quotient)

# %% [markdown]
# # warns_on_the_way
# Right values, with NumPy's warnings before them.
#
# Loses: divide-errstate, divide-warnings

# %% safe_divide
def safe_divide(a, b):
    a, b = np.array(a), np.array(b)
    return np.where(b == 0, 0, a / b)

# %% [markdown]
# # always_warns
# Loses: mean-quiet

# %% mean
def mean(values):
    warnings.warn("the mean of something or nothing")
    return sum(values) / len(values) if values else 0.0

# %% [markdown]
# # never_warns
# Loses: mean-warns, old-assert-warns

# %% mean
def mean(values):
    return sum(values) / len(values) if len(values) else 0.0

# %% old_mean
def old_mean(values):
    print("use mean")
    return mean(values)

# %% [markdown]
# # raises
# Loses: mean-warns, mean-shown, old-assert-warns

# %% mean
def mean(values):
    if len(values) == 0:
        raise UserWarning("nothing")
    return sum(values) / len(values)

# %% old_mean
def old_mean(values):
    warnings.warn("use mean", FutureWarning)
    return mean(values)

# %% [markdown]
# # overflow
# Loses: log-values

# %% log_sum_exp
def log_sum_exp(z):
    return np.log(np.sum(np.exp(z)))

# %% [markdown]
# # fallback
# Right by a second attempt, after a warning.

# %% log_sum_exp
def log_sum_exp(z):
    result = np.log(np.exp(z).sum())
    if np.isinf(result):
        result = z.max() + np.log(np.exp(z - z.max()).sum())
    return result
