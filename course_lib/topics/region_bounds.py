"""How many pieces a ReLU network can have: caps that no network exceeds, and what depth is proved to reach."""
from __future__ import annotations

from math import comb, prod


def zaslavsky_count(hyperplanes: int, dimension: int) -> int:
    """How many regions hyperplanes in general position make of a space: sum of C(hyperplanes, j) for j = 0 .. dimension.

    In any other position there are fewer, so one layer of n units has at most so many, not 2^n (erratum 14).
    Raises ValueError for numbers that no space has. Source: Zaslavsky (1975), https://doi.org/10.1090/memo/0154; deck item D0-16.

    >>> zaslavsky_count(10, 2), 2 ** 10
    (56, 1024)
    """
    if hyperplanes < 0 or dimension < 0:
        raise ValueError(f"expected hyperplanes >= 0 and dimension >= 0; got {hyperplanes} and {dimension}")
    return sum(comb(hyperplanes, j) for j in range(dimension + 1))


def region_cap(inputs: int, widths) -> int:
    """No ReLU network with these hidden widths has more regions: the product of zaslavsky_count(width, inputs).

    On each region of the layers before, a layer's units are as many hyperplanes. With one input the factors are width + 1, which is
    Telgarsky's count: n hinges make at most n + 1 pieces. Raises ValueError for a width or number of inputs below 1.
    Sources: Telgarsky (2016), https://doi.org/10.48550/arXiv.1602.04485; Raghu et al. (2017), https://doi.org/10.48550/arXiv.1606.05336;
    deck items D0-16 and D1-23.

    >>> region_cap(1, [7]), region_cap(2, [4, 4])
    (8, 121)
    """
    _check_widths(inputs, widths, least=1)
    return prod(zaslavsky_count(width, inputs) for width in widths)


def montufar_bound(inputs: int, widths) -> int:
    """Some ReLU network with these hidden widths has at least so many pieces: with D inputs and L layers of n_1, ..., n_L units,
    (product of floor(n_i / D)^D over all layers but the last) * sum of C(n_L, j) for j = 0 .. D.

    It says nothing about the network at hand, and depth multiplies only where n_i >= 2 D. Raises ValueError for a width below D, which the
    theorem excludes. Source: Montúfar et al. (2014), https://doi.org/10.48550/arXiv.1402.1869; deck item D1-23, erratum 16.

    >>> montufar_bound(2, [4, 4])
    44
    """
    _check_widths(inputs, widths, least=inputs)
    return prod((width // inputs) ** inputs for width in widths[:-1]) * zaslavsky_count(widths[-1], inputs)


def montufar_as_printed(inputs: int, width: int, depth: int) -> int:
    """The count as the deck prints it, C(K, D)^(D (L - 1)) K^D with a binomial where the paper has the fraction K / D: no true lower bound.

    Raises ValueError for a width below the inputs or a depth below 1. Deck item D1-23, erratum 16.

    >>> montufar_as_printed(2, 4, 2), 2 ** 8      # more than there are patterns
    (576, 256)
    """
    _check_widths(inputs, [width] * depth, least=inputs)
    return comb(width, inputs) ** (inputs * (depth - 1)) * width ** inputs


def _check_widths(inputs: int, widths, least: int) -> None:
    if inputs < 1 or len(widths) == 0 or min(widths) < least:
        raise ValueError(f"expected at least one input and hidden widths of {least} or more; got {inputs} inputs, widths {list(widths)}")
