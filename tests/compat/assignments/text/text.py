# %% [markdown]
# # Words and letters

# %% locked set-up
import re
import string

# %% answer is_pangram
def is_pangram(text):
    """Whether every letter from a to z occurs."""
    ### BEGIN SOLUTION
    return set(string.ascii_lowercase) <= set(text.lower())
    ### END SOLUTION

# %% test pangram-true 1
assert is_pangram("The quick brown fox jumps over the lazy dog") is True
assert is_pangram("Hello") is False

# %% answer caesar
def caesar(text, shift=3):
    """Every letter moved by shift places, round the alphabet; all else unchanged."""
    ### BEGIN SOLUTION
    moved = ""
    for letter in text:
        if letter.isascii() and letter.isalpha():
            first = ord("A" if letter.isupper() else "a")
            letter = chr(first + (ord(letter) - first + shift) % 26)
        moved += letter
    return moved
    ### END SOLUTION

# %% test caesar-values 1
assert caesar("abc xyz") == "def abc" and caesar("Zebra!", 1) == "Afcsb!"

# %% test caesar-back 1
"""What is moved there and back is what it was, in any script"""
for text in ("", "Hello, World", "naïve café", "日本 and \U0001F600", "tab\tand\nline\0", "quote'\"\\"):
    for shift in (0, 1, 13, 25, 26, -40):
        assert caesar(caesar(text, shift), -shift) == text, repr(text)

# %% answer parse
def parse(line):
    """`name=value` as a pair of stripped texts; ValueError for anything else, TypeError for what is no text."""
    ### BEGIN SOLUTION
    if not isinstance(line, str):
        raise TypeError(f"a text is needed, not {type(line).__name__}")
    name, sign, value = line.partition("=")
    if not sign or not name.strip():
        raise ValueError(f"{line!r} is not of the form name=value")
    return name.strip(), value.strip()
    ### END SOLUTION

# %% test parse-good 1
assert parse("a=1") == ("a", "1") and parse("  width =  3 = 4 ") == ("width", "3 = 4") and parse("empty=") == ("empty", "")

# %% test parse-bad 1
for bad in ("", "=1", "no sign"):
    try:
        parse(bad)
    except ValueError as error:
        assert not isinstance(error, UnicodeError)
    else:
        raise AssertionError(f"{bad!r} should be refused")
for bad in (None, 3, b"a=1", ["a=1"]):
    try:
        parse(bad)
    except TypeError:
        continue
    raise AssertionError(f"{bad!r} is no text")

# %% answer EMAIL
# Put a regular expression for simple addresses such as ada@example.org into EMAIL (a text).
### BEGIN SOLUTION
EMAIL = r"[\w.]+@[\w.]+\.[a-z]{2,}"
### END SOLUTION

# %% test email-matches 1
assert all(re.fullmatch(EMAIL, text) for text in ("ada@example.org", "a.b@c.de"))
assert not any(re.fullmatch(EMAIL, text) for text in ("ada", "@example.org", "ada@example", "a b@c.de"))

# %% answer find_numbers
def find_numbers(text):
    """All numbers in a text, as ints and floats."""
    ### BEGIN SOLUTION
    return [float(found) if "." in found else int(found) for found in re.findall(r"-?\d+(?:\.\d+)?", text)]
    ### END SOLUTION

# %% test numbers-found 1
assert find_numbers("3 apples, -2.5 degrees, 10.0 %") == [3, -2.5, 10.0]
assert [type(number) for number in find_numbers("1 1.0")] == [int, float]

# %% answer encode
def encode(text):
    """The text as bytes in UTF-8."""
    ### BEGIN SOLUTION
    return text.encode()
    ### END SOLUTION

# %% test encode-bytes 1
assert encode("é") == b"\xc3\xa9" and type(encode("a")) is bytes and encode("") == b""

# %% answer table
def table(rows, width=8):
    """Lines of right-aligned columns, joined by newlines."""
    ### BEGIN SOLUTION
    return "\n".join("".join(f"{entry:>{width}}" for entry in row) for row in rows)
    ### END SOLUTION

# %% test table-text 1
assert table([["a", 1], ["bb", 22]], width=4) == "   a   1\n  bb  22"
assert table([]) == ""
