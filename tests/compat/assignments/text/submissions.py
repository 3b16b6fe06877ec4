# %% [markdown]
# # library
# Right.

# %% is_pangram
def is_pangram(text):
    return all(letter in text.casefold() for letter in "abcdefghijklmnopqrstuvwxyz")

# %% caesar
def caesar(text, shift=3):
    shift %= 26
    lower, upper = string.ascii_lowercase, string.ascii_uppercase
    return text.translate(str.maketrans(lower + upper, lower[shift:] + lower[:shift] + upper[shift:] + upper[:shift]))

# %% parse
def parse(line):
    try:
        match = re.match(r"\s*([^=]*[^=\s])\s*=\s*(.*?)\s*$", line)
    except TypeError:
        raise TypeError(type(line)) from None
    if match is None:
        raise ValueError(line)
    return match.groups()

# %% EMAIL
EMAIL = r"""(?x)        # verbose
    [a-z.]+             # who
    @
    ([a-z]+ \.)+ [a-z]+ # where
"""

# %% encode
def encode(text):
    return bytes(text, encoding="utf-8")

# %% table
def table(rows, width=8):
    lines = []
    for row in rows:
        lines.append("".join(str(entry).rjust(width) for entry in row))
    return "\n".join(lines)

# %% [markdown]
# # truthy
# Sets and numbers for truth values.
#
# Loses: pangram-true, numbers-found

# %% is_pangram
def is_pangram(text):
    return len(set(text.lower()) & set(string.ascii_lowercase)) // 26

# %% find_numbers
def find_numbers(text):
    return [float(found) for found in re.findall(r"-?\d+\.?\d*", text)]

# %% [markdown]
# # runs_over
# Letters run over the end of the alphabet.
#
# Loses: caesar-values, caesar-back

# %% caesar
def caesar(text, shift=3):
    return "".join(chr(ord(letter) + shift) if "a" <= letter <= "z" else letter for letter in text)

# %% [markdown]
# # accents
# Letters with accents are letters, too, but have no place in this alphabet.
#
# Loses: caesar-back

# %% caesar
def caesar(text, shift=3):
    moved = ""
    for letter in text:
        if letter.isalpha():
            first = ord("A") if letter.isupper() else ord("a")
            letter = chr(first + (ord(letter) - first + shift) % 26)
        moved += letter
    return moved

# %% [markdown]
# # split
# Loses: parse-good, parse-bad

# %% parse
def parse(line):
    name, value = line.split("=")
    return name.strip(), value.strip()

# %% [markdown]
# # compiled
# Right: a compiled expression is as good, and lists are wrong for pairs.
#
# Loses: parse-good

# %% EMAIL
EMAIL = re.compile(r"[a-z.]+@[a-z.]+\.[a-z]+")

# %% parse
def parse(line):
    if not isinstance(line, str):
        raise TypeError("no text")
    if "=" not in line or line.startswith("="):
        raise ValueError("no sign")
    return [part.strip() for part in line.split("=", 1)]

# %% [markdown]
# # text_for_bytes
# Loses: encode-bytes, table-text, email-matches

# %% encode
def encode(text):
    return str(text.encode())

# %% table
def table(rows, width=8):
    return "\n".join(" ".join(str(entry) for entry in row) for row in rows)

# %% EMAIL
EMAIL = ".*@.*"
