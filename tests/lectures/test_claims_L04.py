"""The mathematics of L04 that no test of the library covers, in numbers."""
import numpy as np
import pytest

from course_lib.nn.activations import ACTIVATIONS, relu, sigmoid
from course_lib.nn.optimizers import Adam
from course_lib.nn.stacked import StackedMLP
from course_lib.nn.training import train
from course_lib.topics.approximation import Network, bump_net, hinge_net, sup_error


def random_net(activation, inputs=1, width=30, seed=0, biases=True):
    rng = np.random.default_rng(seed)
    b = rng.normal(scale=2, size=width) if biases else np.zeros(width)
    return Network([(rng.normal(size=(inputs, width)), b), (rng.normal(size=(width, 1)), np.zeros(1))], activation)


@pytest.mark.parametrize("degree", [1, 2, 5])
def test_a_polynomial_activation_has_rank_degree_plus_one_at_any_width(degree):
    w, b = np.random.default_rng(0).normal(size=(2, 1000))
    units = (np.linspace(-1, 1, 401)[:, None] * w + b) ** degree
    assert np.linalg.matrix_rank(units) == degree + 1


def test_no_parabola_is_nearer_to_the_absolute_value_than_an_eighth():
    """The five alternating places bound every parabola from below, whatever its coefficients."""
    five = np.array([-1, -0.5, 0, 0.5, 1])
    parabolas = np.vander(five, 3) @ np.random.default_rng(0).normal(size=(3, 20_000)) * 0.2 + (five ** 2 + 1 / 8)[:, None]
    assert abs(parabolas - abs(five)[:, None]).max(axis=0).min() >= 1 / 8
    assert sup_error(np.abs, lambda x: x ** 2 + 1 / 8, (-1, 1)) == pytest.approx(1 / 8, abs=1e-12)


@pytest.mark.parametrize("name", ["tanh", "sigmoid", "softplus"])
def test_three_smooth_units_make_a_parabola_with_an_error_of_order_h_squared(name):
    g, b, x = ACTIVATIONS[name].value, 0.5, np.linspace(-1, 1, 201)
    step = 1e-3
    curvature = (g(b + step) - 2 * g(b) + g(b - step)) / step ** 2
    errors = [abs((g(b + h * x) - 2 * g(b) + g(b - h * x)) / (h ** 2 * curvature) - x ** 2).max() for h in (0.4, 0.2, 0.1)]
    assert errors[0] / errors[1] == pytest.approx(4, rel=0.15) and errors[1] / errors[2] == pytest.approx(4, rel=0.1)


# continuous functions, with the largest change over a distance h
MODULI = {"sine": (np.sin, lambda h: h), "root": (lambda x: np.sqrt(np.clip(x, 0, 1)), np.sqrt),
          "kink": (lambda x: abs(np.clip(x, 0, 1) - 0.37), lambda h: h)}


@pytest.mark.parametrize("name", MODULI)
@pytest.mark.parametrize("K", [5, 20, 77])
@pytest.mark.parametrize("sharpness", [2, 8, 30])
def test_bumps_keep_the_bound_of_section_2(name, K, sharpness):
    f, omega = MODULI[name]
    h = 1 / K
    edges = h * np.arange(-1, K + 2)
    net = bump_net(edges, f(np.clip(edges[:-1] + h / 2, 0, 1)), sharpness / h)
    bound = omega(h) + sigmoid(-sharpness / 2) * abs(net.layers[1][0]).sum()
    assert sup_error(f, net, (0, 1)) <= bound


def test_hinges_on_a_square_root_lose_like_one_over_the_root_of_k():
    errors = [sup_error(np.sqrt, hinge_net(x, np.sqrt(x)), (0, 1)) for x in (np.linspace(0, 1, K + 1) for K in (10, 40, 160))]
    assert errors == pytest.approx([0.25 / np.sqrt(K) for K in (10, 40, 160)], rel=1e-3)       # at 1 / 4K: 1/2 - 1/4 of sqrt(1 / K)


@pytest.mark.parametrize("D, rate", [(1, 2.0), (2, 1.0), (3, 2 / 3)])
def test_a_grid_in_many_dimensions_has_the_rate_minus_two_over_d(D, rate):
    from scipy.interpolate import RegularGridInterpolator

    X, errors, sizes = np.random.default_rng(0).random((4000, D)), [], []
    for n in (9, 17):
        axes = [np.linspace(0, 1, n)] * D
        values = np.sin(3 * sum(np.meshgrid(*axes, indexing="ij")))
        errors.append(abs(RegularGridInterpolator(axes, values)(X) - np.sin(3 * X.sum(axis=1))).max())
        sizes.append((n - 1) ** D)
    assert np.log(errors[0] / errors[1]) / np.log(sizes[1] / sizes[0]) == pytest.approx(rate, rel=0.12)


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
@pytest.mark.parametrize("seed", range(5))
def test_far_out_a_network_is_straight_and_misses_the_sine_by_one(activation, seed):
    net = random_net(activation, seed=seed)
    far = 1e5 + np.linspace(0, 40 * np.pi, 4001)
    y = net(far)
    assert abs(np.diff(y, 2)).max() < 1e-6
    assert abs(y - np.sin(far)).max() > 1 - 1e-3


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
@pytest.mark.parametrize("seed", range(5))
def test_every_continuous_network_misses_a_jump_by_a_half(activation, seed):
    at = random_net(activation, seed=seed)(np.array([-1e-12, 0.0]))
    assert abs(at - [0, 1]).max() > 0.5 - 1e-6


@pytest.mark.parametrize("activation", ["tanh", "relu", "elu"])
def test_without_biases_zero_goes_to_zero(activation):
    assert random_net(activation, inputs=4, biases=False)(np.zeros((1, 4))).tolist() == [[0.0]]


def test_without_biases_a_tanh_network_is_odd_and_so_misses_even_targets():
    x = np.linspace(-1, 1, 2001)
    for seed in range(20):
        y = random_net("tanh", seed=seed, biases=False)(x)
        np.testing.assert_allclose(y, -y[::-1], rtol=0, atol=1e-12)
        assert abs(y - (1 + x ** 2)).max() >= 2 - 1e-12


def test_two_hinges_make_the_absolute_value():
    x = np.linspace(-1, 1.5, 101)
    np.testing.assert_array_equal(relu(x) + relu(-x), abs(x))


def test_interpolated_noise_has_two_thirds_of_its_variance():
    rng, u = np.random.default_rng(0), np.random.default_rng(1).random(200_000)
    assert np.mean((1 - u) ** 2 + u ** 2) == pytest.approx(2 / 3, abs=0.005)
    first, second, fresh = rng.normal(size=(3, 200_000))
    assert np.var((1 - u) * first + u * second - fresh) == pytest.approx(5 / 3, abs=0.03)


def errors_of_trained(K, lr, epochs):
    x, fine = np.linspace(-np.pi, np.pi, 65)[:, None], np.linspace(-np.pi, np.pi, 2001)[:, None]
    nets = StackedMLP(32, [1, K, 1], activation="relu", output="linear", init="he", rng=0)
    for _ in train(nets, x, np.sin(x), Adam(lr), epochs):
        pass
    return abs(nets.predict(fine) - np.sin(fine)).max(axis=(1, 2))


@pytest.mark.parametrize("K", [4, 16, 32])
def test_the_recipe_of_section_6_is_what_it_says(K):
    """The larger step did better, twice the steps come nearer, and at width 16 and 32 the construction stays ahead even then."""
    used, smaller_step, longer = (errors_of_trained(K, *recipe) for recipe in ((0.1, 500), (0.03, 500), (0.1, 1000)))
    assert np.median(longer) < np.median(used) < np.median(smaller_step)
    knots = np.linspace(-np.pi, np.pi, K + 1)
    built = sup_error(np.sin, hinge_net(knots, np.sin(knots)), (-np.pi, np.pi))
    assert (used < built).mean() > 0.4 if K == 4 else longer.min() > built
