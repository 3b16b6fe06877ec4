# %% [markdown]
# # Functions of functions

# %% locked set-up
import math

def apply_twice(f, x):
    return f(f(x))

# %% answer derivative
def derivative(f, h=1e-5):
    """A function that approximates the derivative of f by a central difference."""
    ### BEGIN SOLUTION
    return lambda x: (f(x + h) - f(x - h)) / (2 * h)
    ### END SOLUTION

# %% test derivative-closure 1
d = derivative(math.sin)
assert callable(d)
assert abs(d(0.0) - 1) < 1e-6
assert abs(derivative(lambda x: x ** 3)(2.0) - 12) < 1e-6
assert abs(derivative(derivative(math.exp, h=1e-3), h=1e-3)(0.0) - 1) < 1e-3

# %% test derivative-points 1
"""Every derivative takes exactly two values of the function, left and right of the point"""
points = []
def spy(x):
    points.append(x)
    return x * x
derivative(spy, h=0.5)(3.0)
assert sorted(points) == [2.5, 3.5], f"the function was asked at {points}"

# %% answer compose
def compose(*functions):
    """compose(f, g, h)(x) = f(g(h(x)))."""
    ### BEGIN SOLUTION
    def composed(x):
        for function in reversed(functions):
            x = function(x)
        return x
    return composed
    ### END SOLUTION

# %% test compose-order 1
assert compose(str, abs)(-3) == "3"
assert compose(len, str.split, str.upper)("a b c") == 3
assert compose()("nothing") == "nothing"

# %% test compose-mixed 1
"""The student's functions and the test's, one inside the other"""
increment = lambda x: x + 1
assert compose(increment, compose(increment, increment))(0) == 3
assert apply_twice(compose(increment, lambda x: 2 * x), 5) == 23
assert list(map(compose(increment), [1, 2, 3])) == [2, 3, 4]

# %% answer make_counter
def make_counter(start=0):
    """A function that returns start, start + 1, … at each call; each counter counts for itself."""
    ### BEGIN SOLUTION
    def counter():
        nonlocal start
        start += 1
        return start - 1
    return counter
    ### END SOLUTION

# %% test counter-state 1
one, other = make_counter(), make_counter(10)
assert [one(), one(), other(), one(), other()] == [0, 1, 10, 2, 11]

# %% answer count_calls
def count_calls(f):
    """A decorator: the function it makes has an attribute `calls`, and the name and docstring of f."""
    ### BEGIN SOLUTION
    import functools
    @functools.wraps(f)
    def counted(*args, **kwargs):
        counted.calls += 1
        return f(*args, **kwargs)
    counted.calls = 0
    return counted
    ### END SOLUTION

# %% test decorator-calls 1
@count_calls
def greet(name, *, greeting="Hello"):
    "Says hello."
    return f"{greeting}, {name}"

assert greet("Ada") == "Hello, Ada" and greet("Bo", greeting="Hi") == "Hi, Bo"
assert greet.calls == 2

# %% test decorator-name 1
assert greet.__name__ == "greet" and greet.__doc__ == "Says hello."

# %% answer apply_each
def apply_each(functions, values, on_error=None):
    """A dictionary: name of the function → list of its values; where one raises, what on_error(exception) returns."""
    ### BEGIN SOLUTION
    table = {}
    for name, function in functions.items():
        table[name] = []
        for value in values:
            try:
                table[name].append(function(value))
            except ArithmeticError as error:
                if on_error is None:
                    raise
                table[name].append(on_error(error))
    return table
    ### END SOLUTION

# %% test each-values 1
assert apply_each({"double": lambda x: 2 * x, "text": str}, [1, 2]) == {"double": [2, 4], "text": ["1", "2"]}

# %% test each-errors 1
"""Errors of the test's own functions go through the student's code and come back"""
inverse = {"inverse": lambda x: 1 / x}
assert apply_each(inverse, [0, 2], on_error=lambda error: type(error).__name__) == {"inverse": ["ZeroDivisionError", 0.5]}
try:
    apply_each(inverse, [0])
except ZeroDivisionError as error:
    assert "division by zero" in str(error)
else:
    raise AssertionError("without on_error the exception should come out")
class Odd(Exception):
    pass
def fails(x):
    raise Odd(x)
try:
    apply_each({"fails": fails}, [7], on_error=str)
except Odd as error:
    assert error.args == (7,)
else:
    raise AssertionError("only errors of arithmetic are caught")
