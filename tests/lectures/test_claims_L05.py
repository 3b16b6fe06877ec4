"""What L05 says and no other test covers."""
import numpy as np
import pytest

from course_lib.topics.approximation import Network, hinge_net, tent_net
from course_lib.topics.intervals import median_interval, share_interval
from course_lib.topics.piecewise import random_net
from course_lib.topics.playground_results import GRID, SHAPES, fair, slide
from course_lib.topics.region_bounds import montufar_bound, region_cap, zaslavsky_count
from course_lib.topics.regions import kinks, regions


def wrong_points(g, depth):
    points = np.arange(2 ** depth + 1) / 2 ** depth
    return int((np.abs(g(points) - tent_net(depth)(points)) >= 0.5).sum())


@pytest.mark.parametrize("depth", [3, 5, 7])
@pytest.mark.parametrize("widths", [[1], [4], [12], [3, 3], [2, 2, 2]])
def test_telgarskys_theorem_on_networks_of_every_kind(depth, widths):
    """Random ones, and ones whose output is spread over the tent's heights, so that they cross ½ often."""
    for seed in range(30):
        layers = random_net([1, *widths, 1], [seed, *widths])
        pieces = len(kinks(layers, 0, 1)) + 1
        x = np.linspace(0, 1, 400)
        middle = np.median(Network(layers, "relu")(x))
        W, b = layers[-1]
        centred = Network([*layers[:-1], (20 * W, 20 * (b - middle) + 0.5)], "relu")
        assert wrong_points(centred, depth) >= (2 ** depth - pieces) / 2
        assert wrong_points(Network(layers, "relu"), depth) >= (2 ** depth - pieces) / 2


@pytest.mark.parametrize("n", [8, 16, 32, 64])
def test_the_bound_is_met_by_the_layer_that_copies_teeth(n):
    points = np.arange(65) / 64
    g = hinge_net(np.append(points[:n], 1), np.append(tent_net(6)(points[:n]), 0))
    assert len(g.layers[0][1]) == n and wrong_points(g, 6) == (64 - n) // 2


@pytest.mark.parametrize("depth", [1, 2, 5, 10])
def test_one_layer_of_enough_hinges_is_the_tent(depth):
    points = np.arange(2 ** depth + 1) / 2 ** depth
    g = hinge_net(points, tent_net(depth)(points))
    x = np.random.default_rng(0).random(1000)
    np.testing.assert_allclose(g(x), tent_net(depth)(x), rtol=0, atol=1e-9)


def test_the_window_of_section_2_holds_all_crossings():
    (W, b), _ = random_net([2, 10, 1], rng=0)
    crossings = [np.linalg.solve(W[:, [i, j]].T, -b[[i, j]]) for i in range(10) for j in range(i)]
    assert np.abs(crossings).max() < 1000
    assert len(regions([(W, b), (np.ones((10, 1)), np.zeros(1))], (-1000, 1000, -1000, 1000))) == zaslavsky_count(10, 2) == 56


def test_over_all_weights_every_pattern_occurs():
    """Erratum 14, its other half: at one point x the biases alone switch the units on and off as one likes."""
    rng = np.random.default_rng(0)
    W, x = rng.normal(size=(2, 6)), rng.normal(size=2)
    for k in range(2 ** 6):
        pattern = (k >> np.arange(6)) & 1
        assert ((x @ W + (2 * pattern - 1 - x @ W) > 0) == pattern).all()


def test_the_numbers_of_section_4():
    assert zaslavsky_count(12, 2) == 79 < montufar_bound(2, [4, 4, 4]) == 176
    assert montufar_bound(3, [6] * 4) == 8 * montufar_bound(3, [6] * 3) and region_cap(2, [8, 8]) == 1369
    assert all(zaslavsky_count(n, D) == 2 ** n for D in range(1, 8) for n in range(1, D + 1))


def test_random_layers_make_fewer_regions_when_they_are_stacked():
    one, two, three = (median_interval([len(regions(random_net([2, *widths, 1], rng=[1, k]), (-3, 3, -3, 3))) for k in range(60)])
                       for widths in ([12], [6, 6], [4, 4, 4]))
    assert one[1] > two[2] and two[1] > three[2]


# The playground: only what the intervals carry.

def test_the_race_of_section_6():
    tanh, relu = fair((4, 2), "tanh"), fair((4, 2), "relu")
    for one, other in ((tanh.train, relu.train), (tanh.test, relu.test)):
        assert median_interval(one)[2] < median_interval(other)[1] - 0.03
    assert all(0 < result.tuning.argmin() < len(GRID) - 1 for result in (tanh, relu))


def test_what_section_7_says_of_width_and_depth():
    """Each comparison by intervals that do not overlap."""
    def interval(activation, *hidden):
        return median_interval(fair(hidden, activation).test)[1:]

    def lower(one, other):
        return one[1] < other[0]
    assert lower(interval("tanh", 8), interval("tanh", 4, 4)) and lower(interval("tanh", 4, 4), interval("tanh", 2, 2, 2, 2))
    for activation in ("tanh", "relu"):
        for one, two, four in (((16,), (8, 8), (4,) * 4), ((32,), (16, 16), (8,) * 4)):
            assert lower(interval(activation, *two), interval(activation, *one))
            assert lower(interval(activation, *two), interval(activation, *four))
    for shape in ((8,), (16,), (32,)):
        assert lower(interval("tanh", *shape), interval("relu", *shape))
    for shape in ((8, 8), (16, 16)):
        assert lower(interval("relu", *shape), interval("tanh", *shape))


def test_only_two_shapes_chose_a_step_at_the_edge_of_the_grid():
    edge = [(hidden, activation) for hidden in SHAPES for activation in ("tanh", "relu")
            if fair(hidden, activation).tuning.argmin() in (0, len(GRID) - 1)]
    assert edge == [((8,), "relu"), ((2, 2, 2, 2), "relu")]


def test_the_slides_runs_among_their_like():
    """The tanh run is weaker than most of its kind, the ReLU run better than most; one pair in four or so puts ReLU ahead."""
    assert share_interval((slide("tanh").test < 0.416).sum(), 256)[0] > 0.65
    assert share_interval((slide("relu").test < 0.340).sum(), 256)[1] < 0.2
    low, high = share_interval((slide("relu").test < slide("tanh").test).sum(), 256)
    assert 0.18 < low < 0.25 < high < 0.35
