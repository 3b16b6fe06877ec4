# %% [markdown]
# # write
# Right: written piece by piece, with a joined text, and with a note in the cell itself.

# %% hello
def hello(name, times=1):
    sys.stdout.write(("Hello, " + name + "\n") * times)

hello("me")

# %% triangle
def triangle(n, file=None):
    print(*("*" * (i + 1) for i in range(n)), sep="\n", file=file or sys.stdout)

# %% ask_age
def ask_age():
    answer = input("Your age, please: ")
    try:
        return int(answer)
    except ValueError:
        return ask_age()

# %% [markdown]
# # returns
# Loses: hello-printed, hello-lines, triangle-stdout, triangle-file

# %% hello
def hello(name, times=1):
    return f"Hello, {name}\n" * times

# %% triangle
def triangle(n, file=None):
    return "\n".join("*" * i for i in range(1, n + 1))

# %% [markdown]
# # debug_prints
# Right values, with prints that were left in.
#
# Loses: hello-printed, hello-lines

# %% hello
def hello(name, times=1):
    print("times =", times)
    for _ in range(times):
        print("Hello,", name)

# %% area
def area(width, height):
    print("width", width, "height", height)
    return width * height

# %% [markdown]
# # logs_to_stderr
# Right, with a line on stderr that no test forbids.

# %% area
def area(width, height):
    print("computing the area", file=sys.stderr)
    return width * height

# %% [markdown]
# # logs_at_definition
# Right, with a line on stderr outside of any test.

# %% area
import logging
logging.getLogger("area").warning("this cell was run")

def area(width, height):
    return width * height

# %% [markdown]
# # wrong_stream
# Loses: complain-stderr, hello-printed

# %% complain
def complain(text):
    print(text)

# %% hello
def hello(name, times=1):
    print(f"Hello, {name}" * times)

# %% [markdown]
# # ignores_file
# Loses: triangle-file

# %% triangle
def triangle(n, file=None):
    for i in range(n):
        print("*" * (i + 1))

# %% [markdown]
# # asks_once
# Loses: ask-again

# %% ask_age
def ask_age():
    return int(input("age? "))

# %% [markdown]
# # text_age
# Loses: ask-once, ask-again

# %% ask_age
def ask_age():
    age = input()
    while not age.isdigit():
        age = input()
    return age
