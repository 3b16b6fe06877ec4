# %% [markdown]
# # What a program says

# %% locked set-up
import io
import sys
from contextlib import redirect_stdout, redirect_stderr
from unittest.mock import patch

# %% answer hello
def hello(name, times=1):
    """Print `Hello, NAME` so many times, a line each; return nothing."""
    ### BEGIN SOLUTION
    for _ in range(times):
        print(f"Hello, {name}")
    ### END SOLUTION

# %% test hello-printed 1
said = io.StringIO()
with redirect_stdout(said):
    result = hello("Ada", times=2)
assert said.getvalue() == "Hello, Ada\nHello, Ada\n"
assert result is None, "print, do not return"

# %% test hello-lines 1
with io.StringIO() as said, redirect_stdout(said):
    print("before")
    hello("Bo")
    print("after")
    lines = said.getvalue().splitlines()
assert lines == ["before", "Hello, Bo", "after"]

# %% answer triangle
def triangle(n, file=None):
    """Print a triangle of n lines of stars, to a file if one is given."""
    ### BEGIN SOLUTION
    for i in range(1, n + 1):
        print("*" * i, file=file)
    ### END SOLUTION

# %% test triangle-stdout 1
with patch("sys.stdout", new_callable=io.StringIO) as said:
    triangle(3)
assert said.getvalue().split() == ["*", "**", "***"]

# %% test triangle-file 1
paper = io.StringIO()
triangle(2, file=paper)
assert paper.getvalue() == "*\n**\n"

# %% answer complain
def complain(text):
    """Print the text to stderr."""
    ### BEGIN SOLUTION
    print(text, file=sys.stderr)
    ### END SOLUTION

# %% test complain-stderr 1
said = io.StringIO()
with redirect_stderr(said):
    complain("oh dear")
assert said.getvalue() == "oh dear\n"

# %% answer area
def area(width, height):
    """width times height"""
    ### BEGIN SOLUTION
    return width * height
    ### END SOLUTION

# %% test area-values 1
assert area(2, 3) == 6 and area(0, 5) == 0

# %% answer ask_age
def ask_age():
    """Ask until a number is typed; return it as an int."""
    ### BEGIN SOLUTION
    while True:
        text = input("How old are you? ")
        if text.isdigit():
            return int(text)
    ### END SOLUTION

# %% test ask-once 1
with patch("builtins.input", return_value="36"):
    assert ask_age() == 36

# %% test ask-again 1
with patch("builtins.input", side_effect=["old", "", "41"]) as typed:
    assert ask_age() == 41
assert typed.call_count == 3
