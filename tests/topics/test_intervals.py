"""Intervals that hold for any law: their coverage, computed and not assumed."""
from math import comb

import numpy as np
import pytest
from scipy.stats import binomtest

from course_lib.topics.intervals import median_interval, share_interval


@pytest.mark.parametrize("n", [6, 17, 32, 100, 256])
def test_the_median_is_covered_as_often_as_promised(n):
    """Among n values the median of the law stands between the k-th and the (n + 1 - k)-th unless fewer than k lie on one side of it."""
    _, low, high = median_interval(np.arange(1, n + 1))
    k = int(low)
    assert high == n + 1 - k
    missed = 2 * sum(comb(n, j) for j in range(k)) / 2 ** n
    wider = 2 * sum(comb(n, j) for j in range(k + 1)) / 2 ** n
    assert missed <= 0.05 < wider


def test_order_does_not_matter_and_infinite_losses_stay_at_the_end():
    values = [3.0, np.inf, 1.0, 2.0, 5.0, 4.0, 6.0, 7.0, 8.0]
    assert median_interval(values) == median_interval(sorted(values)) == (5.0, 2.0, 8.0)


def test_too_few_values_are_refused():
    with pytest.raises(ValueError, match="5 values are too few"):
        median_interval(range(5))


def test_the_intervals_of_shares_are_those_of_scipy():
    for hits, trials in ((0, 32), (17, 32), (32, 32), (5, 40)):
        assert share_interval(hits, trials) == pytest.approx(tuple(binomtest(hits, trials).proportion_ci()))


def test_every_share_is_covered_as_often_as_promised():
    """Exactly computed for 256 trials."""
    ends = [share_interval(hits, 256) for hits in range(257)]
    for share in np.linspace(0, 1, 41):
        law = [comb(256, hits) * share ** hits * (1 - share) ** (256 - hits) for hits in range(257)]
        assert sum(p for p, (low, high) in zip(law, ends, strict=True) if low <= share <= high) >= 0.95


@pytest.mark.parametrize("hits, trials", [(5, 0), (9, 8), (-1, 8)])
def test_shares_that_are_none_are_refused(hits, trials):
    with pytest.raises(ValueError, match="hits"):
        share_interval(hits, trials)
