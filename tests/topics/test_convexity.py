"""Certificates of non-convexity, the permuted networks of D0-15, and least squares with and without a unique answer."""
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_lib.nn.mlp import MLP
from course_lib.topics.convexity import (
    find_violation,
    flatten,
    is_violation,
    least_squares,
    permutation_violation,
    permute_hidden,
    violation_margin,
)

CONVEX = {"square": (np.square, (-3, 3)), "abs": (np.abs, (-3, 3)), "line": (lambda x: 3 * x - 1, (-3, 3)), "exp": (np.exp, (-3, 3)),
          "largest": (np.max, (np.full(3, -2), np.full(3, 2))), "norm": (np.linalg.norm, (np.full(5, -2), np.full(5, 2))),
          "huge": (lambda x: 1e12 * x + 1e12, (-1, 1))}
BENT = {"sine": (np.sin, (0, 7)), "cube": (lambda x: x ** 3, (-2, 2)), "minus": (lambda x: -x ** 2, (-2, 2)),
        "saddle": (lambda x: x[0] * x[1], (np.array([-1, -1]), np.array([1, 1]))), "root": (np.sqrt, (0, 4)),
        "wells": (lambda x: (x @ x - 1) ** 2, (np.full(2, -2), np.full(2, 2)))}


@pytest.mark.parametrize("name", CONVEX)
def test_nothing_is_found_against_a_convex_function(name):
    f, box = CONVEX[name]
    assert find_violation(f, box, budget=2000, rng=1) is None


@pytest.mark.parametrize("name", BENT)
@pytest.mark.parametrize("seed", range(5))
def test_a_violation_is_found_inside_the_box_and_verifies(name, seed):
    f, (low, high) = BENT[name]
    found = find_violation(f, (low, high), budget=500, rng=seed)
    assert np.shape(found.x1) == np.shape(low) and 0 <= found.lam <= 1
    assert all(np.all(low <= x) and np.all(x <= high) for x in (found.x1, found.x2))
    assert is_violation(f, found.x1, found.x2, found.lam)
    middle = found.lam * found.x1 + (1 - found.lam) * found.x2
    assert found.margin == pytest.approx(f(middle) - found.lam * f(found.x1) - (1 - found.lam) * f(found.x2)) and found.margin > 1e-6


def test_the_search_is_reproducible_and_keeps_to_its_budget():
    points, lams = [], {find_violation(np.sin, (0, 7), budget=100, rng=seed).lam for seed in range(5)}
    assert len(lams) == 5
    def f(x):
        points.append(x)
        return x * x
    assert find_violation(f, (-1, 1), budget=40, rng=3) is None
    assert len(set(points)) == 120       # three new points a try, whatever the verifier asks again
    first, again = (find_violation(np.sin, (0, 7), budget=100, rng=3) for _ in range(2))
    assert first == again and first != find_violation(np.sin, (0, 7), budget=100, rng=4)


def test_a_needle_may_be_missed():
    """None is no proof of convexity: this dent is a thousandth of the box."""
    def dented(x):
        return x * x - 0.5 * (abs(x - 0.4321) < 1e-3)
    assert find_violation(dented, (-10, 10), budget=50, rng=0) is None
    assert is_violation(dented, 0.4321, 0.44, 0.1)


FINITE = st.floats(-10, 10)


@given(FINITE, FINITE, st.floats(0, 1))
@settings(deadline=None, derandomize=True)
def test_the_margin_of_a_parabola_is_known(x1, x2, lam):
    """For x^2 the chord lies lam (1 - lam) (x1 - x2)^2 above the graph; for -x^2 as much below; at equal points or ends, nothing."""
    expected = lam * (1 - lam) * (x1 - x2) ** 2
    assert violation_margin(lambda x: -x * x, x1, x2, lam) == pytest.approx(expected, abs=1e-12)
    assert not is_violation(np.square, x1, x2, lam) and not is_violation(lambda x: -x * x, x1, x1, lam)


def test_lam_belongs_to_the_first_point():
    f = {0.0: 1.0, 4.0: 2.0, 3.0: 10.0}
    assert violation_margin(lambda x: f[float(x)], 0.0, 4.0, 0.25) == 10 - (0.25 * 1 + 0.75 * 2)


def test_the_inequality_as_the_slide_prints_it_is_false_for_a_parabola():
    """Erratum 1: lam f(x1) + (1 - lam) f(x2) <= lam x1 + (1 - lam) x2 says 2 <= 1 at 0, 2, 1/2; the correct one says 1 <= 2."""
    assert 0.5 * 0 ** 2 + 0.5 * 2 ** 2 == 2 > 0.5 * 0 + 0.5 * 2 == 1
    assert violation_margin(np.square, 0.0, 2.0, 0.5) == 1 - 2


def test_the_tolerance_grows_with_the_function():
    """Rounding alone bends a straight line of size 1e12 by 1e-4."""
    def ripple(size):
        return lambda x: size + (x == 0.5) * 1e-3
    assert is_violation(ripple(1.0), 0.0, 1.0, 0.5) and not is_violation(ripple(1e6), 0.0, 1.0, 0.5)
    assert is_violation(ripple(1e6), 0.0, 1.0, 0.5, tolerance=1e-12)
    assert not is_violation(lambda x: 1e-9 * np.sin(x), 0.0, np.pi, 0.5)      # nor may a margin be tiny in itself


def network(sizes, seed=0, activation="tanh"):
    net = MLP(sizes, activation=activation, output="linear", rng=seed)
    net.theta[:] = np.random.default_rng(seed).normal(size=len(net.theta))
    X = np.random.default_rng([seed, 1]).normal(size=(20, sizes[0]))
    return net, X, net.predict(X)


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid"])
@pytest.mark.parametrize("layer", [0, 1, 2])
def test_permuted_units_compute_the_same(layer, activation):
    net, X, Y = network([2, 3, 4, 5, 2], activation=activation)
    order = np.random.default_rng(7).permutation(net.sizes[layer + 1])
    kept = net.theta.copy()
    permuted = permute_hidden(net.layers, layer, order)
    theta = flatten(permuted)
    np.testing.assert_allclose(net.forward(X, theta)[-1], Y, rtol=1e-12, atol=1e-13)
    assert sorted(theta) == sorted(kept) and not np.array_equal(theta, kept) and (net.theta == kept).all()
    np.testing.assert_array_equal(net.forward(X, theta)[layer + 1], net.forward(X)[layer + 1][:, order])
    inverse = permute_hidden(permuted, layer, np.argsort(order))
    np.testing.assert_array_equal(flatten(inverse), kept)
    for W, b in permuted:
        W[:], b[:] = 0, 0
    assert (net.theta == kept).all()


def test_the_flat_vector_is_laid_out_as_the_network_is():
    net, *_ = network([3, 4, 2])
    np.testing.assert_array_equal(flatten(net.layers), net.theta)


@pytest.mark.parametrize("seed", range(6))
def test_two_global_minima_have_a_worse_point_between_them(seed):
    """D0-15: a network that made the data itself has loss 0, and so has its twin; halfway the loss is positive."""
    net, X, Y = network([2, 3, 4, 1], seed)
    found = permutation_violation(lambda theta: net.loss(X, Y, theta), net.layers)
    assert net.loss(X, Y, found.x1) == 0 and net.loss(X, Y, found.x2) == pytest.approx(0, abs=1e-25)
    assert found.margin == pytest.approx(float(net.loss(X, Y, (found.x1 + found.x2) / 2))) and found.margin > 1e-3
    assert is_violation(lambda theta: net.loss(X, Y, theta), found.x1, found.x2, found.lam)


def test_the_largest_margin_of_all_swaps_is_kept():
    net, X, Y = network([2, 3, 1], seed=4)         # the last swap is the best
    def loss(theta):
        return float(net.loss(X, Y, theta))
    orders = [[1, 0, 2], [2, 1, 0], [0, 2, 1]]
    margins = [loss((net.theta + flatten(permute_hidden(net.layers, 0, order))) / 2) for order in orders]
    assert len(set(margins)) == 3 and permutation_violation(loss, net.layers).margin == pytest.approx(max(margins))


def test_equal_units_and_networks_without_hidden_units_give_no_certificate():
    net, X, Y = network([2, 3, 1])
    (W, b), (w, _) = net.layers
    W[:], b[:], w[:] = 0.5, 0.1, 2.0
    assert permutation_violation(lambda theta: net.loss(X, Y, theta), net.layers) is None
    line, X, Y = network([2, 1])
    assert permutation_violation(lambda theta: line.loss(X, Y, theta), line.layers) is None


@pytest.mark.parametrize("samples, rank, inputs", [(8, 3, 3), (8, 2, 5), (3, 3, 6), (4, 0, 2)])
@pytest.mark.parametrize("scale", [1e-8, 1.0, 1e8])
def test_all_minimisers_of_least_squares(samples, rank, inputs, scale):
    rng = np.random.default_rng([samples, inputs])
    X, y = scale * rng.normal(size=(samples, rank)) @ rng.normal(size=(rank, inputs)), rng.normal(size=samples)
    w, free = least_squares(X, y)
    assert free.shape == (inputs, inputs - rank)
    np.testing.assert_allclose(free.T @ free, np.eye(inputs - rank), atol=1e-12)
    other = w + free @ rng.normal(size=inputs - rank) * np.linalg.norm(w)
    for solution in (w, other):
        np.testing.assert_allclose(X.T @ (X @ solution - y) / scale, 0, atol=1e-12)
    np.testing.assert_allclose(free.T @ w, 0, atol=1e-12 * (1 + np.linalg.norm(w)))      # w is the shortest
    assert np.linalg.norm(other) > np.linalg.norm(w) or rank in (0, inputs)
    np.testing.assert_allclose(w, np.linalg.pinv(X) @ y, rtol=1e-9, atol=1e-12 / scale)


def test_nearly_dependent_columns_still_have_one_answer():
    w, free = least_squares([[1.0, 1.0], [1.0, 1.0 + 1e-6], [1.0, 1.0]], [3.0, 3.0 + 2e-6, 3.0])
    assert free.shape == (2, 0) and w.round(6).tolist() == [1, 2]


@pytest.mark.parametrize("attempt, said", [
    (lambda: is_violation(np.sin, 0, 1, 1.5), "lam should be a number from 0 to 1; got 1.5"),
    (lambda: is_violation(np.sin, 0, 1, float("nan")), "lam should be .* got nan"),
    (lambda: violation_margin(np.sin, 0, [1.0, 2.0], 0.5), r"one shape; got \(\) and \(2,\)"),
    (lambda: violation_margin(lambda x: x, [0.0, 1.0], [1.0, 2.0], 0.5), r"one finite number at every point; at \[0.5 1.5\] it gave"),
    (lambda: is_violation(lambda x: np.inf, 0, 1, 0.5), "at 0.5 it gave inf"),
    (lambda: find_violation(np.sin, (1, 0), 5, 0), r"low < high in every coordinate; got \(1, 0\)"),
    (lambda: find_violation(np.sin, (0, np.inf), 5, 0), "the box should be"),
    (lambda: find_violation(np.sin, (0, [1, 2]), 5, 0), "the box should be"),
    (lambda: find_violation(np.sin, (0, 1), 0, 0), "budget should be a whole number"),
    (lambda: permute_hidden([([[1.0, 2.0]], [0, 0]), ([[1.0], [2.0]], [0])], 1, [0]), "one of the 1 hidden layers, from 0; got 1"),
    (lambda: permute_hidden([([[1.0, 2.0]], [0, 0]), ([[1.0], [2.0]], [0])], 0, [0, 0]), r"units 0 to 1 once; got \[0, 0\]"),
    (lambda: permute_hidden([([[1.0]], [0])], 0, [0]), "one of the 0 hidden layers"),
    (lambda: least_squares([[1.0], [2.0]], [1.0]), r"got \(2, 1\) and \(1,\)"),
    (lambda: least_squares([[1.0], [np.nan]], [1.0, 2.0]), "X should hold finite numbers"),
])
def test_errors_say_what_was_expected(attempt, said):
    with pytest.raises(ValueError, match=said):
        attempt()
