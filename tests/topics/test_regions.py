"""Kinks on a line and regions in the plane, against sampling, against formulas and against networks whose count is known."""
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_lib.topics.approximation import hinge_net, tent_net
from course_lib.topics.region_bounds import montufar_bound, region_cap, zaslavsky_count
from course_lib.topics.regions import Region, affine_map, kinks, regions

exactly = settings(deadline=None, derandomize=True, max_examples=25)
seeds = st.integers(0, 10 ** 6)
hidden = st.lists(st.integers(1, 8), min_size=1, max_size=3)
BOX = (-2.0, 3.0, -1.0, 2.0)


def random_layers(seed, sizes):
    rng = np.random.default_rng([seed, *sizes])
    return [(rng.normal(size=(a, b)), rng.normal(size=b)) for a, b in pairwise(sizes)]


def run(layers, X):
    """The outputs, and the pattern of every row."""
    on = []
    for W, b in layers[:-1]:
        Z = X @ W + b
        on.append(Z > 0)
        X = np.maximum(Z, 0)
    return X @ layers[-1][0] + layers[-1][1], np.hstack(on).astype(int)


def patterns_seen(layers, X) -> dict:
    """How often each pattern occurs among the rows of X; patterns are counted as binary numbers, which sorts much faster."""
    on = run(layers, X)[1]
    _, first, counts = np.unique(on @ (1 << np.arange(on.shape[1])), return_index=True, return_counts=True)
    return {tuple(pattern): count for pattern, count in zip(on[first].tolist(), counts.tolist(), strict=True)}


def random_points(seed, count, box=BOX):
    left, right, bottom, top = box
    return np.random.default_rng(seed).uniform((left, bottom), (right, top), (count, 2))


def inside(region, X):
    """Which points lie in the polygon: left of all its edges."""
    edges = np.roll(region.polygon, -1, axis=0) - region.polygon
    offsets = X[:, None] - region.polygon
    return (edges[:, 0] * offsets[..., 1] - edges[:, 1] * offsets[..., 0] > 0).all(axis=1)


# On a line.

@exactly
@given(seeds, hidden, st.integers(1, 4), st.integers(1, 2))
def test_between_its_kinks_a_network_is_straight_and_at_each_it_bends(seed, widths, inputs, outputs):
    layers = random_layers(seed, [inputs, *widths, outputs])
    start, end = np.random.default_rng(seed).normal(scale=3, size=(2, inputs))
    t = np.concatenate([[0], kinks(layers, start, end), [1]])

    def value(s):
        return run(layers, start + s[:, None] * (end - start))[0]

    thirds = [value(t[:-1] + share * np.diff(t)) for share in (0, 1 / 3, 2 / 3, 1)]
    np.testing.assert_allclose(thirds[1], (2 * thirds[0] + thirds[3]) / 3, rtol=0, atol=1e-8)
    np.testing.assert_allclose(thirds[2], (thirds[0] + 2 * thirds[3]) / 3, rtol=0, atol=1e-8)
    slopes = (thirds[2] - thirds[1]) / np.diff(t)[:, None]
    assert (np.diff(t) > 0).all() and (np.diff(slopes, axis=0) != 0).any(axis=1).all()


@exactly
@given(seeds, hidden)
def test_no_line_meets_more_pieces_than_the_cap(seed, widths):
    assert len(kinks(random_layers(seed, [1, *widths, 1]), -50, 50)) + 1 <= region_cap(1, widths)


@pytest.mark.parametrize("depth", range(1, 13))
def test_the_tent_has_two_to_the_depth_pieces_at_the_right_places(depth):
    """D1-23 and D2-08; no network with one hidden layer does it with fewer than 2^depth - 1 units."""
    np.testing.assert_array_equal(kinks(tent_net(depth).layers, 0, 1), np.arange(1, 2 ** depth) / 2 ** depth)
    assert region_cap(1, [2 ** depth - 1]) == 2 ** depth


@pytest.mark.parametrize("count", [1, 2, 7, 40])
def test_hinges_bend_once_each(count):
    rng = np.random.default_rng(count)
    x, y = np.cumsum(rng.uniform(0.1, 1, count + 1)), rng.normal(size=count + 1)
    found = kinks(hinge_net(x, y).layers, x[0] - 1, x[-1] + 1)
    np.testing.assert_allclose(x[0] - 1 + found * (x[-1] - x[0] + 2), x[:-1], rtol=0, atol=1e-12)
    assert len(found) + 1 == count + 1 == region_cap(1, [count])


def test_a_unit_that_switches_without_effect_makes_no_kink():
    """Its output weight is 0; or another unit undoes it: relu(z) - relu(-z) = z."""
    assert kinks([(np.array([[1.0, 1.0]]), np.array([0.0, -0.5])), (np.array([[1.0], [0.0]]), np.zeros(1))], -1, 1).tolist() == [0.5]
    assert kinks([(np.array([[1.0, -1.0]]), np.zeros(2)), (np.array([[1.0], [-1.0]]), np.zeros(1))], -1, 1).tolist() == []
    assert kinks([(np.zeros((1, 3)), np.ones(3)), (np.ones((3, 2)), np.zeros(2))], -1, 1).tolist() == []


def test_a_kink_of_any_output_counts_and_two_at_one_place_count_once():
    W = np.array([[1.0, 1.0, 2.0]])
    layers = [(W, np.array([0.0, -0.5, -1.0])), (np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]]), np.zeros(2))]
    assert kinks(layers, -1, 1).tolist() == [0.5, 0.75]


def test_without_hidden_layers_there_is_one_piece_and_one_region():
    layers = random_layers(0, [2, 1])
    assert kinks(layers, [0, 0], [1, 1]).tolist() == []
    assert [(region.pattern, region.area) for region in regions(layers, BOX)] == [((), 15.0)]


@exactly
@given(seeds, hidden)
def test_a_line_through_the_plane_meets_the_regions_that_the_plane_has(seed, widths):
    layers = random_layers(seed, [2, *widths, 1])
    left, right, bottom, top = BOX
    corners = np.array([left, bottom]), np.array([right, top])
    t = np.concatenate([[0], kinks(layers, *corners), [1]])
    crossed = run(layers, corners[0] + ((t[1:] + t[:-1]) / 2)[:, None] * (corners[1] - corners[0]))[1]
    assert set(map(tuple, crossed.tolist())) <= {region.pattern for region in regions(layers, BOX)}


# In the plane.

@exactly
@given(seeds, hidden)
def test_regions_tile_the_box_and_each_pattern_holds_inside(seed, widths):
    layers = random_layers(seed, [2, *widths, 2])
    found = regions(layers, BOX)
    assert sum(region.area for region in found) == pytest.approx(15, rel=1e-12) and min(region.area for region in found) > 0
    assert len({region.pattern for region in found}) == len(found) <= region_cap(2, widths)      # each pattern holds on one convex set
    X = random_points(seed, 3000)
    outputs, patterns = run(layers, X)
    owner = np.array([inside(region, X) for region in found])
    assert (owner.sum(axis=0) == 1).all()
    np.testing.assert_array_equal(patterns, np.array([found[i].pattern for i in owner.argmax(axis=0)]))
    for region, mine in zip(found, owner, strict=True):
        A, c = affine_map(layers, region.pattern)
        np.testing.assert_allclose(X[mine] @ A + c, outputs[mine], rtol=0, atol=1e-10)


@exactly
@given(seeds, hidden)
def test_never_fewer_than_sampling_finds_and_all_of_the_larger_ones(seed, widths):
    layers = random_layers(seed, [2, *widths, 1])
    found = regions(layers, BOX)
    sampled = set(patterns_seen(layers, random_points(seed, 20_000)))
    assert sampled <= {region.pattern for region in found}
    assert {region.pattern for region in found if region.area > 15 / 500} <= sampled        # one such is missed with probability e^-40


@pytest.mark.parametrize("seed", range(4))
def test_small_networks_agree_with_a_dense_grid_exactly(seed):
    layers = random_layers(seed, [2, 3, 3, 1])
    found = {region.pattern: region.area for region in regions(layers, BOX)}
    X = np.stack(np.meshgrid(np.linspace(-2, 3, 1001), np.linspace(-1, 2, 601)), axis=-1).reshape(-1, 2)
    dense = patterns_seen(layers, X)
    assert set(dense) == set(found)
    for pattern, area in found.items():
        assert dense[pattern] / len(X) == pytest.approx(area / 15, abs=2e-3)


@pytest.mark.parametrize("lines", [1, 2, 3, 5, 10, 20])
@pytest.mark.parametrize("seed", range(5))
def test_random_lines_meet_zaslavskys_number(lines, seed):
    """D0-16, erratum 14; the box is wide enough to hold every crossing."""
    layers = random_layers(seed, [2, lines, 1])
    (W, b), reach = layers[0], 1.0
    for i in range(lines):
        for j in range(i):
            reach = max(reach, 2 * np.abs(np.linalg.solve(W[:, [i, j]].T, -b[[i, j]])).max())
    assert len(regions(layers, (-reach, reach, -reach, reach))) == zaslavsky_count(lines, 2) == 1 + lines + lines * (lines - 1) // 2


def test_lines_through_one_point_and_parallel_lines_make_fewer():
    angles = np.pi * (np.arange(30) + 0.3) / 30
    normals = np.array([np.cos(angles), np.sin(angles)])
    star = [(normals, -np.array([0.3, 0.1]) @ normals), (np.ones((30, 1)), np.zeros(1))]
    assert len(regions(star, (-1, 1, -1, 1))) == 60         # rounding must not open gaps at the one point
    stripes = [(np.array([[1.0] * 6, [0.0] * 6]), np.arange(6) / 6 - 0.5), (np.ones((6, 1)), np.zeros(1))]
    assert len(regions(stripes, (-1, 1, -1, 1))) == 7


def folded(lines, offsets):
    """|x| and |y| from four units, then lines of (|x|, |y|): four mirror images of one arrangement."""
    fold = np.array([[1.0, -1.0, 0.0, 0.0], [0.0, 0.0, 1.0, -1.0]])
    unfold = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    return [(fold, np.zeros(4)), (unfold @ lines, offsets), (np.array([[1.0], [2.0], [4.0], [8.0]]), np.zeros(1))]


def test_a_folding_network_reaches_montufars_bound_by_hand():
    """Erratum 16: four lines cut the positive quadrant into 11 parts, and the fold shows them four times, with 44 different maps."""
    lines = np.array([[-1.0, 1.0, 2.0, -1.0], [-1.0, 2.0, 1.0, 1.0]])
    layers = folded(lines, np.array([3.0, -4.1, -4.2, 0.05]))
    found = regions(layers, (-9, 9, -9, 9))
    assert len(found) == 44 == montufar_bound(2, [4, 4])
    maps = [np.concatenate([A.ravel(), c]) for A, c in (affine_map(layers, region.pattern) for region in found)]
    assert sum(not any(np.allclose(maps[i], maps[j]) for j in range(i)) for i in range(44)) == 44


def test_an_area_by_hand():
    assert Region(np.array([[5.0, 5.0], [7.0, 5.0], [7.0, 8.0]]), ()).area == 3.0


LAYERS = random_layers(0, [2, 3, 1])
BAD = {
    "three inputs": (lambda: regions(random_layers(0, [3, 3, 1]), BOX), "for 2 inputs"),
    "layers that do not fit": (lambda: regions([LAYERS[0], LAYERS[0]], BOX), "for 2 inputs"),
    "a bias of one number": (lambda: regions([(LAYERS[0][0], np.zeros(1)), LAYERS[1]], BOX), r"b \(outputs,\)"),
    "NaN": (lambda: regions([(LAYERS[0][0] * np.nan, LAYERS[0][1]), LAYERS[1]], BOX), "finite"),
    "an empty box": (lambda: regions(LAYERS, (0, 0, 1, 2)), "left < right"),
    "an upside-down box": (lambda: regions(LAYERS, (0, 1, 2, 1)), "bottom < top"),
    "an endless box": (lambda: regions(LAYERS, (-np.inf, np.inf, 0, 1)), "left, right, bottom, top"),
    "half a box": (lambda: regions(LAYERS, (-1, 1)), "left, right, bottom, top"),
    "a walk that stands": (lambda: kinks(LAYERS, [1, 2], [1, 2]), "different points"),
    "a walk in another space": (lambda: kinks(LAYERS, 0, 1), "for 1 inputs"),
    "ends of two spaces": (lambda: kinks(LAYERS, [0, 0], [1, 1, 1]), "same 2 inputs"),
    "a pattern too short": (lambda: affine_map(LAYERS, (1, 0)), "pattern of 3"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_named(case):
    call, words = BAD[case]
    with pytest.raises(ValueError, match=words):
        call()
