"""Numbers as people write them, in Unicode, for texts that no LaTeX reaches: labels, readings and tables."""
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


def number(value: float, digits: int = 2) -> str:
    """A number of any size to so many digits.

    >>> number(0.1649), number(5000), number(8.66e-13), number(1e-6, 1), number(-0.5), number(-0.0)
    ('0.16', '5,000', '8.7·10⁻¹³', '10⁻⁶', '−0.5', '0')
    """
    rounded = float(f"{value:.{digits}g}") + 0.0        # which makes −0 a 0
    if rounded == 0 or 0.001 <= abs(rounded) < 1e6:
        return f"{rounded:,.15g}".replace("-", "−")
    mantissa, exponent = f"{rounded:e}".split("e")
    return f"{float(mantissa):g}·10{raised(int(exponent))}".removeprefix("1·").replace("-", "−")
