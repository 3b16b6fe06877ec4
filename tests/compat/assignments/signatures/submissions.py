# %% [markdown]
# # own_words
# Right.

# %% power
def power(base, exponent=2, *, modulus=None):
    """
    Raise a number to a power.

    >>> [power(n) for n in range(4)]
    [0, 1, 4, 9]
    >>> power(5, exponent=0)
    1
    >>> power("2")
    Traceback (most recent call last):
    ...
    TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'
    """
    result = base ** exponent
    if modulus:
        result %= modulus
    return result

# %% total
def total(*numbers, start=0, **named):
    return sum([*numbers, *named.values()], start)

# %% safe_sqrt
from math import sqrt
from numbers import Real

def safe_sqrt(x):
    if type(x) is bool or not isinstance(x, Real):
        raise TypeError
    return sqrt(x)

# %% [markdown]
# # positional
# All arguments may be given by place.
#
# Loses: power-keyword-only, power-signature

# %% power
def power(base, exponent=2, modulus=None):
    """A power, modulo a number if wanted.

    >>> power(2)
    4
    >>> power(2, 3, 5)
    3
    """
    return pow(base, exponent, modulus)

# %% [markdown]
# # lambda
# Loses: power-name, power-doc, power-doctest, power-signature, power-keyword-only, total-loopless

# %% power
power = lambda base, exponent=2, modulus=None: pow(base, exponent, modulus)

# %% total
def total(*numbers, start=0, **named):
    for number in list(numbers) + list(named.values()):
        start += number
    return start

# %% [markdown]
# # wrong_examples
# The function is right, its examples are not.
#
# Loses: power-doctest

# %% power
def power(base, exponent=2, *, modulus=None):
    """base ** exponent

    >>> power(3)
    6
    >>> power(3, 3)
    27
    """
    return pow(base, exponent, modulus)

# %% [markdown]
# # other_names
# Loses: power-keywords, power-signature, power-doctest, area-annotations, total-code

# %% power
def power(x, n=2, *, modulus=None):
    """x to the n, modulo `modulus`."""
    return pow(x, n, modulus)

# %% annotated
def area(width, height=1):
    return width * height

# %% total
def total(*args, start=0, **kwargs):
    return start + sum(args) + sum(kwargs.values())

# %% [markdown]
# # no_checks
# The errors come as they come.
#
# Loses: sqrt-bad, total-values

# %% safe_sqrt
def safe_sqrt(x):
    return x ** 0.5

# %% total
def total(*numbers, start=0):
    return start + sum(numbers)

# %% [markdown]
# # forgets_bool
# Loses: sqrt-bad

# %% safe_sqrt
def safe_sqrt(x):
    if not isinstance(x, (int, float)):
        raise TypeError("a number, please")
    if x < 0:
        raise ValueError("not below 0")
    return x ** 0.5

# %% [markdown]
# # wrapped
# A decorator that hides the signature, the name and the docstring.
#
# Loses: power-signature, power-name, power-doc, power-doctest

# %% power
def logged(function):
    def inner(*args, **kwargs):
        return function(*args, **kwargs)
    return inner

@logged
def power(base, exponent=2, *, modulus=None):
    """base to the exponent

    >>> power(2)
    4
    >>> power(3)
    9
    """
    return pow(base, exponent, modulus)
