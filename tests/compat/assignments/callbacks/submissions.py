# %% [markdown]
# # objects
# Right: callable objects where others have closures.

# %% derivative
class Derivative:
    def __init__(self, f, h):
        self.f, self.h = f, h

    def __call__(self, x):
        left, right = self.f(x - self.h), self.f(x + self.h)
        return (right - left) / (2 * self.h)

def derivative(f, h=1e-5):
    return Derivative(f, h)

# %% make_counter
import itertools

def make_counter(start=0):
    return itertools.count(start).__next__

# %% count_calls
class count_calls:
    def __init__(self, f):
        self.f = f
        self.calls = 0
        self.__name__, self.__doc__ = f.__name__, f.__doc__

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.f(*args, **kwargs)

# %% [markdown]
# # functional
# Right: reduce, partial, and a generator's method.

# %% compose
def compose(*functions):
    return reduce(lambda f, g: lambda x: f(g(x)), functions, lambda x: x)

# %% derivative
from functools import partial, reduce

def difference(f, h, x):
    return (f(x + h) - f(x - h)) / 2 / h

def derivative(f, h=1e-5):
    return partial(difference, f, h)

# %% make_counter
def numbers(start):
    while True:
        yield start
        start += 1

def make_counter(start=0):
    generator = numbers(start)
    return lambda: next(generator)

# %% [markdown]
# # one_sided
# Loses: derivative-closure, derivative-points

# %% derivative
def derivative(f, h=1e-5):
    def d(x):
        return (f(x + h) - f(x)) / h
    return d

# %% [markdown]
# # a_number
# The derivative is no function, and three values are taken.
#
# Loses: derivative-closure, derivative-points

# %% derivative
def derivative(f, h=1e-5, x=0.0):
    return (f(x + h) - f(x - h)) / (2 * h)

# %% [markdown]
# # wrong_order
# Loses: compose-order, compose-mixed

# %% compose
def compose(*functions):
    def composed(x):
        for function in functions:
            x = function(x)
        return x
    return composed

# %% [markdown]
# # one_counter
# All counters share a global number; the decorator forgets the name.
#
# Loses: counter-state, decorator-name

# %% make_counter
number = 0

def make_counter(start=0):
    global number
    number = start
    def counter():
        global number
        number += 1
        return number - 1
    return counter

# %% count_calls
def count_calls(f):
    def counted(*args, **kwargs):
        counted.calls = counted.calls + 1
        return f(*args, **kwargs)
    counted.calls = 0
    return counted

# %% [markdown]
# # catches_all
# Loses: each-errors

# %% apply_each
def apply_each(functions, values, on_error=None):
    def safely(function, value):
        try:
            return function(value)
        except Exception as error:
            return on_error(error) if on_error else None
    return {name: [safely(function, value) for value in values] for name, function in functions.items()}

# %% [markdown]
# # positional_only
# Keywords are lost on the way through the decorator, and lists come back as tuples.
#
# Loses: decorator-calls, each-values, each-errors

# %% count_calls
def count_calls(f):
    from functools import wraps
    @wraps(f)
    def counted(*args):
        counted.calls += 1
        return f(*args)
    counted.calls = 0
    return counted

# %% apply_each
def apply_each(functions, values, on_error=None):
    return {name: tuple(map(function, values)) for name, function in functions.items()}
