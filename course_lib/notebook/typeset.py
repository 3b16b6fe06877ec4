"""Numbers set small, in Unicode, for texts that no LaTeX reaches: labels, readings and tables."""
from __future__ import annotations

RAISED, LOWERED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"), str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def raised(number: int) -> str:
    """A whole number as an exponent.

    >>> f"10{raised(-12)}"
    '10⁻¹²'
    """
    return str(number).translate(RAISED)


def lowered(text: str) -> str:
    """A text with its digits as indices.

    >>> lowered("W12")
    'W₁₂'
    """
    return text.translate(LOWERED)
