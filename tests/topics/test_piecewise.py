"""Networks that fold: what they compute, and that they have the regions the theorem promises."""
import numpy as np
import pytest

from course_lib.topics.approximation import Network, tent_net
from course_lib.topics.piecewise import FOUR_LINES, folding_net, random_net
from course_lib.topics.region_bounds import montufar_bound, zaslavsky_count
from course_lib.topics.regions import regions

SQUARE = (0.0, 1.0, 0.0, 1.0)


@pytest.mark.parametrize("folds", range(4))
def test_folding_first_is_the_tent_map_of_both_coordinates(folds):
    X = np.random.default_rng(folds).random((200, 2))
    folded = tent_net(folds)(X.ravel()).reshape(X.shape) if folds else X
    plain = Network(folding_net(0), "relu")
    np.testing.assert_allclose(Network(folding_net(folds), "relu")(X), plain(folded), rtol=0, atol=1e-12)


@pytest.mark.parametrize("folds", range(4))
def test_it_has_the_regions_that_the_theorem_promises(folds):
    """D1-23, erratum 16: with layers of four units and two inputs, inside the square alone."""
    layers = folding_net(folds)
    assert [len(b) for _, b in layers] == [4] * (folds + 1) + [1]
    assert len(regions(layers, SQUARE)) == montufar_bound(2, [4] * (folds + 1)) == 4 ** folds * zaslavsky_count(4, 2)


def test_the_copies_are_small_squares_of_one_pattern():
    """After one fold each quarter holds 11 regions, and what the last layer sees there is the same."""
    found = regions(folding_net(1), SQUARE)
    middles = np.array([region.polygon.mean(axis=0) for region in found]) > 0.5
    last = np.array([region.pattern[-4:] for region in found])
    sets = {tuple(quarter): {tuple(row) for row in last[(middles == quarter).all(axis=1)]} for quarter in np.unique(middles, axis=0)}
    assert len(sets) == 4 and all(len(patterns) == 11 for patterns in sets.values()) and len({frozenset(s) for s in sets.values()}) == 1


def test_other_lines_can_be_drawn():
    assert len(regions(folding_net(1, [[1.0], [0.0]], [-0.5]), SQUARE)) == 8


def test_random_nets_are_the_same_for_the_same_seed_and_have_biases():
    for (W, b), (V, c) in zip(random_net([2, 50, 50, 1], 3), random_net([2, 50, 50, 1], 3), strict=True):
        assert (W == V).all() and (b == c).all() and b.all()
    assert W.shape == (50, 1) and np.std(random_net([2, 4000, 1], 0)[0][1]) == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize("call, words", [
    (lambda: folding_net(-1), "folds"), (lambda: folding_net(1, np.eye(3), np.zeros(3)), "shapes"),
    (lambda: folding_net(1, FOUR_LINES[0], 0.0), "shapes"), (lambda: folding_net(0, FOUR_LINES[0], [np.nan] * 4), "finite"),
    (lambda: random_net([2, 0, 1], 0), "sizes")])
def test_bad_input_is_named(call, words):
    with pytest.raises(ValueError, match=words):
        call()
