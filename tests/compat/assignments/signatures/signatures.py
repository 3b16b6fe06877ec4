# %% [markdown]
# # How a function presents itself

# %% locked set-up
import doctest
import inspect

# %% [markdown]
# Write `power(base, exponent=2, *, modulus=None)`: base to the exponent, modulo `modulus` if one is given.

# %% answer power
### BEGIN SOLUTION
def power(base, exponent=2, *, modulus=None):
    """base to the exponent, modulo `modulus` if one is given.

    >>> power(3)
    9
    >>> power(2, 10, modulus=1000)
    24
    """
    return pow(base, exponent) if modulus is None else pow(base, exponent, modulus)
### END SOLUTION

# %% test power-keywords 1
assert power(3) == 9 and power(2, 5) == 32 and power(exponent=3, base=2) == 8
assert power(**{"base": 7, "modulus": 5}) == 4 and power(*[2, 3]) == 8

# %% test power-keyword-only 1
try:
    power(2, 10, 1000)
except TypeError:
    pass
else:
    raise AssertionError("modulus is to be given by name only")

# %% test power-signature 1
signature = inspect.signature(power)
assert list(signature.parameters) == ["base", "exponent", "modulus"]
assert signature.parameters["exponent"].default == 2
assert signature.parameters["modulus"].kind is inspect.Parameter.KEYWORD_ONLY

# %% test power-name 1
assert power.__name__ == "power", f"the function is called {power.__name__}"
assert inspect.isfunction(power)

# %% test power-doc 1
assert power.__doc__ and len(power.__doc__.strip()) > 10, "say what the function does"

# %% test power-doctest 1
"""The examples of the docstring are right"""
examples = doctest.DocTestParser().get_doctest(power.__doc__ or "", {"power": power}, "power", None, 0)
assert len(examples.examples) >= 2, "give two examples"
outcome = doctest.DocTestRunner(verbose=False).run(examples)
assert outcome.failed == 0, f"{outcome.failed} of your examples fail"

# %% answer annotated
# Write `area(width, height=1.0)` with annotations: all three are floats.
### BEGIN SOLUTION
def area(width: float, height: float = 1.0) -> float:
    return width * height
### END SOLUTION

# %% test area-annotations 1
assert area.__annotations__ == {"width": float, "height": float, "return": float}
assert area.__defaults__ == (1.0,)

# %% answer total
# Write `total`: the sum of all numbers, given by place or by any name, and of `start`.
### BEGIN SOLUTION
def total(*numbers, start=0, **named):
    return start + sum(numbers) + sum(named.values())
### END SOLUTION

# %% test total-values 1
assert total() == 0 and total(1, 2, 3) == 6 and total(1, start=10) == 11 and total(1, a=2, b=3) == 6
assert total(*range(101)) == 5050

# %% test total-loopless 1
"""With sum, not with a loop"""
code = inspect.getsource(total)
assert "for" not in code.split() and "sum(" in code, "use sum instead of a loop"

# %% test total-code 1
assert "numbers" in total.__code__.co_varnames
assert not inspect.isgeneratorfunction(total) and callable(total)

# %% answer safe_sqrt
def safe_sqrt(x):
    """The square root of a number that is not negative; TypeError for what is no number, bool included, ValueError below 0."""
    ### BEGIN SOLUTION
    if isinstance(x, bool) or not isinstance(x, (int, float)):
        raise TypeError(f"{x!r} is no number")
    if x < 0:
        raise ValueError(f"{x} is negative")
    return x ** 0.5
    ### END SOLUTION

# %% test sqrt-values 1
assert safe_sqrt(9) == 3 and safe_sqrt(0.25) == 0.5 and safe_sqrt(0) == 0

# %% test sqrt-bad 2
for bad, kind in [("9", TypeError), (None, TypeError), ([4], TypeError), (True, TypeError), (-1, ValueError), (-0.5, ValueError)]:
    try:
        result = safe_sqrt(bad)
    except kind:
        continue
    except Exception as error:
        raise AssertionError(f"safe_sqrt({bad!r}) raised {type(error).__name__}, not {kind.__name__}")
    raise AssertionError(f"safe_sqrt({bad!r}) gave {result!r}")
