"""Networks built by hand: what they promise, where the promise ends, and that the library's own network runs them."""
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_lib.nn.mlp import MLP
from course_lib.topics.approximation import Network, bump_net, bump_steepness, hinge_net, increasing, sup_error, tent_net

exactly = settings(deadline=None, derandomize=True, max_examples=60)
seeds = st.integers(0, 10 ** 6)

# twice differentiable functions with the largest |f''| on an interval
SMOOTH = {"sine": (np.sin, (0, 2 * np.pi), 1.0), "exp": (np.exp, (-1, 2), np.e ** 2),
          "Runge": (lambda x: 1 / (1 + 25 * x ** 2), (-1, 1), 50.0),
          "cubic": (lambda x: x ** 3 - x, (-1, 1), 6.0), "one over x": (lambda x: 1 / x, (0.1, 1), 2000.0)}


def some_points(seed, count=12):
    rng = np.random.default_rng(seed)
    return np.cumsum(rng.uniform(0.05, 1, count)) - 3, rng.normal(size=count)


@exactly
@given(seeds, st.integers(2, 30))
def test_hinges_run_through_every_point_and_are_straight_between(seed, count):
    x, y = some_points(seed, count)
    t = np.linspace(x[0], x[-1], 999)
    np.testing.assert_allclose(hinge_net(x, y)(x), y, rtol=0, atol=1e-11)
    np.testing.assert_allclose(hinge_net(x, y)(t), np.interp(t, x, y), rtol=0, atol=1e-11)


def test_hinges_go_on_flat_to_the_left_and_with_the_last_slope_to_the_right():
    np.testing.assert_allclose(hinge_net([0, 1, 3], [5, 4, 8])([-7.0, 4.0, 5.0]), [5, 10, 12], rtol=1e-14)


def test_the_weights_of_a_hinge_network_by_hand():
    (W, b), (V, c) = hinge_net([0, 1, 3], [5, 4, 8]).layers
    assert W.tolist() == [[1, 1]] and b.tolist() == [0, -1] and V.tolist() == [[-1], [3]] and c.tolist() == [5]


@pytest.mark.parametrize("name", SMOOTH)
@pytest.mark.parametrize("K", [3, 8, 50, 200])
def test_hinges_keep_the_bound_h_squared_over_8(name, K):
    f, interval, curvature = SMOOTH[name]
    x = np.linspace(*interval, K + 1)
    bound = (x[1] - x[0]) ** 2 / 8 * curvature
    assert sup_error(f, hinge_net(x, f(x)), interval) <= bound * (1 + 1e-9)


def test_the_bound_is_reached_by_a_parabola():
    x = np.linspace(0, 1, 5)
    assert sup_error(np.square, hinge_net(x, x ** 2), (0, 1)) == pytest.approx((1 / 4) ** 2 / 8 * 2, rel=1e-12)


@pytest.mark.parametrize("interval", [(0, 2 * np.pi), (-np.pi, np.pi)])
def test_the_curriculums_errors_for_the_sine(interval):
    """D1-22: one period, K equal gaps, K hinges."""
    errors = []
    for K in (4, 8, 16, 32, 64):
        x = np.linspace(*interval, K + 1)
        errors.append(round(sup_error(np.sin, hinge_net(x, np.sin(x)), interval), 4))
    assert errors == [0.2105, 0.0704, 0.0188, 0.0048, 0.0012]


@exactly
@given(seeds, st.floats(0.01, 0.2), st.floats(1e-6, 0.5))
def test_a_bump_is_as_near_to_its_box_as_its_steepness_promises(seed, distance, error):
    left, right = np.sort(np.random.default_rng(seed).uniform(-3, 3, 2))
    x = np.linspace(left - 2, right + 2, 4001)
    clear = np.minimum(abs(x - left), abs(x - right)) >= distance
    bump = bump_net([left, right], [1.0], bump_steepness(distance, error))
    box = (x > left) & (x < right)
    assert abs(bump(x) - box)[clear].max() <= error


def test_the_steepness_is_not_larger_than_needed_in_a_narrow_box():
    """In the middle of a box twice as wide as the distance both sigmoids miss by error / 2: the bound is met with equality."""
    bump = bump_net([-0.1, 0.1], [1.0], bump_steepness(0.1, 0.01))
    assert 1 - bump(0.0) == pytest.approx(0.01, rel=1e-9)


@pytest.mark.parametrize("steepness", [1e2, 1e4, 1e6])
def test_no_steepness_helps_at_an_edge(steepness):
    """Erratum 6: a jump is not continuous, and the error there stays at one half."""
    assert bump_net([0.0, 1.0], [1.0], steepness)(0.0) == pytest.approx(0.5, abs=1e-12)


def test_bumps_side_by_side_make_a_staircase_with_one_sigmoid_for_each_edge():
    edges, heights = np.linspace(0, 2 * np.pi, 41), np.sin(np.pi / 20 * (np.arange(40) + 0.5))
    staircase = bump_net(edges, heights, 1e4)
    assert [W.shape for W, _ in staircase.layers] == [(1, 41), (41, 1)] and staircase.activation == "sigmoid"
    np.testing.assert_allclose(staircase((edges[1:] + edges[:-1]) / 2), heights, rtol=0, atol=1e-12)
    assert sup_error(np.sin, staircase, (0, 2 * np.pi)) < 2 * np.pi / 40       # each step is off by half a step, and by more near its edges


@pytest.mark.parametrize("depth", range(1, 11))
def test_the_tent_has_the_values_of_its_definition_exactly(depth):
    x = np.arange(2 ** (depth + 2) + 1) / 2 ** (depth + 2)
    y = x
    for _ in range(depth):
        y = 1 - abs(2 * y - 1)
    net = tent_net(depth)
    np.testing.assert_array_equal(net(x), y)
    np.testing.assert_array_equal(net(np.arange(2 ** depth + 1) / 2 ** depth), np.arange(2 ** depth + 1) % 2)
    assert sum(len(b) for _, b in net.layers[:-1]) == 2 * depth


@pytest.mark.parametrize("network", [hinge_net([0, 1, 3], [5, 4, 8]), bump_net([0, 1, 2], [3, -1], 20), tent_net(4)])
def test_the_librarys_own_network_runs_them(network):
    net = MLP([1, *[len(b) for _, b in network.layers]], activation=network.activation, output="linear", rng=0)
    for (W, b), (V, c) in zip(net.layers, network.layers, strict=True):
        W[:], b[:] = V, c
    X = np.linspace(-1, 4, 50)[:, None]
    np.testing.assert_allclose(net.predict(X), network(X), rtol=1e-13, atol=1e-13)


def test_a_network_keeps_the_shape_of_what_it_is_asked():
    net = tent_net(1)
    assert net(0.25) == 0.5 and net(np.zeros((2, 3, 4))).shape == (2, 3, 4) and net([[0.25], [0.5]]).tolist() == [[0.5], [1.0]]
    wide = Network([(np.eye(2), np.zeros(2)), (np.array([[1.0], [10.0]]), np.ones(1))], "relu")
    assert wide([[-1.0, 2.0]]).tolist() == [[21.0]]


def test_the_largest_error_is_seen_at_the_ends_and_inside():
    assert sup_error(lambda x: x, np.zeros_like, (-3, 2)) == 3.0
    assert sup_error(lambda x: 1 - x ** 2, np.zeros_like, (-1, 1)) == 1.0


BAD = {
    "knots out of order": (lambda: hinge_net([0, 2, 1], [1, 1, 1]), "larger than the one before"),
    "a knot twice": (lambda: hinge_net([0, 1, 1], [1, 1, 1]), "larger than the one before"),
    "one knot": (lambda: hinge_net([0], [1]), "two or more"),
    "NaN in x": (lambda: hinge_net([0, np.nan], [1, 1]), "finite"),
    "NaN in y": (lambda: hinge_net([0, 1], [1, np.nan]), "finite"),
    "y too short": (lambda: hinge_net([0, 1, 2], [1, 1]), "every x needs its y"),
    "too many heights": (lambda: bump_net([0, 1], [1, 2], 5), "heights"),
    "infinite height": (lambda: bump_net([0, 1], [np.inf], 5), "finite"),
    "edges out of order": (lambda: bump_net([1, 0], [1], 5), "edges"),
    "no steepness": (lambda: bump_net([0, 1], [1], 0), "steepness"),
    "no distance": (lambda: bump_steepness(0, 0.1), "distance"),
    "no error": (lambda: bump_steepness(0.1, 0), "between 0 and 1"),
    "an error above the bump": (lambda: bump_steepness(0.1, 1.0), "between 0 and 1"),
    "no depth": (lambda: tent_net(0), "at least one hidden layer"),
    "an empty interval": (lambda: sup_error(np.sin, np.cos, (1, 1)), "interval"),
    "not a number": (lambda: sup_error(lambda x: np.where(x > 0.5, np.nan, x), np.cos, (0, 1)), "not a number at x = 0.5"),
    "two columns": (lambda: tent_net(2)(np.zeros((3, 2))), "samples, 1"),
    "an unknown activation": (lambda: Network(tent_net(1).layers, "hinge")(0.5), "no activation called 'hinge'"),
    "a table of numbers": (lambda: increasing([[0, 1]], "knots"), "knots"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_named(case):
    call, words = BAD[case]
    with pytest.raises(ValueError, match=words):
        call()
