"""Intervals that hold for any law: their coverage, computed and not assumed."""
from math import comb

import numpy as np
import pytest

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


def test_wilsons_ends_are_where_the_share_lies_196_deviations_off():
    for hits, trials in ((0, 20), (8, 32), (66, 256), (256, 256)):
        for end in share_interval(hits, trials):
            assert (hits / trials - end) ** 2 == pytest.approx(1.96 ** 2 * end * (1 - end) / trials, abs=1e-12)


def test_wilsons_interval_covers_about_as_often_as_promised():
    """Exactly computed for 256 trials; on average over the shares."""
    inside = []
    for share in np.linspace(0.05, 0.95, 19):
        ends = [share_interval(hits, 256) for hits in range(257)]
        law = [comb(256, hits) * share ** hits * (1 - share) ** (256 - hits) for hits in range(257)]
        inside.append(sum(p for p, (low, high) in zip(law, ends, strict=True) if low <= share <= high))
    assert 0.945 < np.mean(inside) < 0.96 and min(inside) > 0.93


@pytest.mark.parametrize("hits, trials", [(5, 0), (9, 8), (-1, 8)])
def test_shares_that_are_none_are_refused(hits, trials):
    with pytest.raises(ValueError, match="hits"):
        share_interval(hits, trials)
