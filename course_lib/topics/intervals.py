"""How far to trust a median or a share: intervals that hold for any law, without resampling (D1-24)."""
from __future__ import annotations

import numpy as np


def median_interval(values) -> tuple[float, float, float]:
    """The median of independent values, and an interval that covers their law's median with 95 % probability or more, whatever the law.

    With the number of values below the law's median binomial(n, 1/2), the interval runs from the k-th smallest to the k-th largest value,
    k the largest number with P(at most k - 1 of n below) <= 0.025. Raises ValueError for too few values. Deck item D1-24.

    >>> median_interval(range(1, 101))
    (50.5, 40.0, 61.0)
    """
    values = np.sort(np.asarray(values, dtype=float))
    below = np.cumsum(_binomial_halves(len(values)))
    k = int((below <= 0.025).sum())
    if k < 1:
        raise ValueError(f"{len(values)} values are too few for an interval of 95 %")
    return float(np.median(values)), float(values[k - 1]), float(values[-k])


def share_interval(hits: int, trials: int) -> tuple[float, float]:
    """The exact interval for a share of which so many hits in so many independent trials were seen, for 95 % or more (D1-24).

    At its lower end so many hits or more have probability 0.025, at its upper end so many or fewer.
    Raises ValueError for more hits than trials. Source: Clopper and Pearson (1934), https://doi.org/10.1093/biomet/26.4.404.

    >>> [round(end, 3) for end in share_interval(8, 32)]
    [0.115, 0.434]
    """
    if not 0 <= hits <= trials or trials < 1:
        raise ValueError(f"expected 0 <= hits <= trials, and at least one trial; got {hits} hits in {trials} trials")
    from scipy.special import betaincinv  # a third of a second, for the few who ask

    low = float(betaincinv(hits, trials - hits + 1, 0.025)) if hits else 0.0
    return low, float(betaincinv(hits + 1, trials - hits, 0.975)) if hits < trials else 1.0


def _binomial_halves(n: int) -> np.ndarray:
    """P(0), ..., P(n) of binomial(n, 1/2)."""
    steps = np.log((n - np.arange(n)) / np.arange(1, n + 1))
    return np.exp(np.concatenate([[0.0], np.cumsum(steps)]) - n * np.log(2))
