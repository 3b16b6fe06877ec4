"""The errata table as Markdown: its words from `errata_claims` and `errata_notation`, its numbers computed now by `topics.errata`."""
from __future__ import annotations

import re

from course_lib.notebook.errata_claims import TOO_STRONG, WRONG
from course_lib.notebook.errata_notation import BESIDE, CLEAN, NOTATION
from course_lib.notebook.message import Message
from course_lib.notebook.typeset import raised
from course_lib.topics.errata import clean, evidence

GROUPS = {"wrong as printed": WRONG, "too strong": TOO_STRONG, "notation": NOTATION, "beside": BESIDE}


def errata_table(group: str, first: int = 1, last: int = 36) -> Message:
    """The rows of one group, from number `first` to `last`, with their evidence. ValueError: no group of that name (`GROUPS`)."""
    if group not in GROUPS:
        raise ValueError(f"the groups are {', '.join(GROUPS)}; got {group!r}")
    rows = [(str(number), *row[:3], fill(row.evidence, **evidence(number)))
            for number, row in GROUPS[group].items() if first <= number <= last]
    return table(("no.", "deck, lecture", "as printed", "what holds", "computed here"), rows)


def clean_table() -> Message:
    """What the slides print and checking confirmed, with the numbers that say so."""
    return table(("printed", "lecture", "computed here"),
                 [(printed, lecture, fill(words, getattr(clean, name)())) for name, (printed, lecture, words) in CLEAN.items()])


def table(heads, rows) -> Message:
    """A Markdown table of these rows of texts."""
    lines = [heads, ["---"] * len(heads), *rows]
    return Message("\n".join(f"| {' | '.join(cells)} |" for cells in lines))


def fill(words: str, *numbers, **named) -> str:
    """The words with the numbers in their places, powers of ten and minus signs set for reading.

    What is below 10^-12 is only called so: its digits are rounding, and differ from one computer to another.

    >>> fill("off by {0:.0e}, {x:.0e} and {y:.1f}", 2e-9, x=3e-17, y=-1.5)
    'off by 2·10⁻⁹, below 10⁻¹² and −1.5'
    """
    text = re.sub(r"(\d)e([+-]\d+)", _power_of_ten, words.format(*numbers, **named))
    text = re.sub(r"(?<![\w.])-(?=\d)", "−", text)
    return text.replace("True", "yes").replace("False", "no").replace("inf", "∞")


def _power_of_ten(found: re.Match) -> str:
    digit, exponent = found[1], int(found[2])
    if digit == "0" or exponent < -12:
        return "below 10⁻¹²"
    return f"{digit}·10{raised(exponent)}"
