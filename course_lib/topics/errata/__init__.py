"""The course's list of errata, 36 rows on the five slide decks: one small function for each row, which computes its evidence.

Every function returns a dict of plain numbers, so that the notebook A1 can print them and a test can judge them. D0 to D4 are the decks.
"""
from __future__ import annotations

from course_lib.topics.errata import deck0, deck1, deck4, decks23, outside

EVIDENCE = {number: function for module in (deck0, deck1, decks23, deck4, outside) for number, function in module.ROWS.items()}


def evidence(number: int) -> dict:
    """The evidence of one row of the errata table, computed anew: names and numbers.

    ValueError: no row of that number.

    >>> evidence(3)
    {'square': 0.25, 'printed': 14.25}
    """
    if number not in EVIDENCE:
        raise ValueError(f"the errata table has the rows 1 to {max(EVIDENCE)}; got {number!r}")
    return EVIDENCE[number]()
