"""What L02 states and no other test covers: walks on two factors, where float64 rounds to 1, silence of ReLUs, sigmoid and tanh."""
import numpy as np
import pytest

from course_lib.datasets import digits
from course_lib.nn.activations import derivative, leaky_relu, sigmoid, softplus
from course_lib.nn.gradients import hessian
from course_lib.topics.collapse import collapse, rank_and_bound, two_factor_gradient, two_factor_loss


def step(w, size):
    return w - size * two_factor_gradient(w)


def test_a_step_scales_the_sum_by_1_minus_s_and_the_difference_by_1_plus_s():
    rng = np.random.default_rng(0)
    for _ in range(200):
        w, size = rng.normal(size=2), rng.uniform(0, 0.2)
        s, (a, b) = 2 * size * (w[0] * w[1] - 1), step(w, size)
        assert a + b == pytest.approx((1 - s) * w.sum(), abs=1e-12) and a - b == pytest.approx((1 + s) * (w[0] - w[1]), abs=1e-12)


def test_the_sign_of_the_sum_decides_the_branch_and_a_sum_of_0_leads_to_the_saddle():
    rng = np.random.default_rng(1)
    starts = rng.uniform(-2, 2, size=(200, 2))
    w = starts.T
    for _ in range(20_000):
        w = step(w, 0.02)
    np.testing.assert_allclose(w.prod(axis=0), 1, rtol=1e-9)
    assert (np.sign(w.sum(axis=0)) == np.sign(starts.sum(axis=1))).all()
    w = np.array([2.0, -2.0])
    for _ in range(2000):
        w = step(w, 0.02)
    assert np.abs(w).max() < 1e-9


def test_level_places_are_the_minima_and_one_saddle():
    assert two_factor_loss([0.1, 0.1]) < two_factor_loss([0.0, 0.0]) < two_factor_loss([0.1, -0.1])
    assert np.linalg.eigvalsh(hessian(two_factor_gradient, np.zeros(2))).tolist() == [-2, 2]
    rng = np.random.default_rng(2)
    for w in rng.normal(size=(100, 2)):         # elsewhere the gradient vanishes only with the loss: |g| = 2 sqrt(loss) |w|
        assert np.linalg.norm(two_factor_gradient(w)) == pytest.approx(2 * np.sqrt(two_factor_loss(w)) * np.linalg.norm(w))


def test_no_random_layers_of_k_units_let_more_digits_through_than_the_singular_directions():
    X, _ = digits()
    mean, rng = X.mean(axis=0), np.random.default_rng(3)
    directions = np.linalg.svd(X - mean, full_matrices=False)[2]

    def kept(V, back):
        W, b = collapse([(V.T, -mean @ V.T), (back, mean)])
        return 1 - ((X @ W + b - X) ** 2).sum() / ((X - mean) ** 2).sum()
    for k, share in ((16, 0.85), (4, 0.49), (1, 0.15)):
        V = directions[:k]
        assert rank_and_bound([(V.T, -mean @ V.T), (V, mean)]) == (k, k)
        assert kept(V, V) == pytest.approx(share, abs=0.005)
        for size in (1e-3, 0.1, 1.0):
            other = V + size * rng.normal(size=V.shape)
            back = np.linalg.lstsq((X - mean) @ other.T, X - mean, rcond=None)[0]        # the best second layer for it
            assert kept(other, back) <= kept(V, V) + 1e-12


def test_the_first_computed_1_of_the_sigmoid_is_at_53_ln_2():
    edge = 53 * np.log(2)
    assert sigmoid(edge + 1e-6) == 1 > sigmoid(edge - 1e-3) and f"{edge:.2f}" == "36.74"
    assert np.tanh(20.0) == 1 > np.tanh(18.0) and derivative("tanh", 20.0) == 0
    assert sigmoid(-40.0) == pytest.approx(np.exp(-40), rel=1e-12) and 1 - sigmoid(40.0) == 0


def test_far_out_slopes_shrink_by_e_and_by_e_squared():
    assert derivative("sigmoid", 10.0) / derivative("sigmoid", 11.0) == pytest.approx(np.e, rel=1e-3)
    assert derivative("tanh", 6.0) / derivative("tanh", 7.0) == pytest.approx(np.e ** 2, rel=1e-3)
    assert derivative("sigmoid", np.linspace(-9, 9, 181)).max() == derivative("sigmoid", 0.0) == 0.25
    assert round(derivative("sigmoid", 10.0).item(), 5) == 0.00005


def test_softplus_by_its_formula_overflows_where_ours_does_not():
    with np.errstate(over="ignore"):
        assert np.log(1 + np.exp(1000.0)) == np.inf
    assert softplus(1000.0) == 1000


def test_sigmoid_networks_are_tanh_networks():
    rng = np.random.default_rng(4)
    for inputs, hidden, outputs in ((1, 1, 1), (3, 5, 2), (4, 20, 3)):
        W1, b1, W2, b2 = (rng.normal(size=shape) for shape in ((inputs, hidden), hidden, (hidden, outputs), outputs))
        X = rng.normal(size=(50, inputs))
        expected = sigmoid(X @ W1 + b1) @ W2 + b2
        np.testing.assert_allclose(np.tanh(X @ (W1 / 2) + b1 / 2) @ (W2 / 2) + b2 + W2.sum(axis=0) / 2, expected, rtol=1e-12, atol=1e-12)


def test_max_of_z_and_c_z_is_a_leak_only_up_to_1():
    z = np.linspace(-5, 5, 101)
    assert (np.maximum(z, 0.1 * z) == leaky_relu(z)).all() and np.maximum(-3, 2 * -3) == -3
    for c in (0.0, 0.5, 1.0, 1.5, 2.0):
        assert np.allclose(np.maximum(z, c * z), np.where(z > 0, z, c * z)) == (c <= 1)


def test_half_of_the_relus_are_silent_at_every_depth_and_ever_more_of_them_always_or_never():
    """Over 100 networks: the mean is 1/2 within four standard errors in each layer, and the spread over the units grows."""
    rng, spreads = np.random.default_rng(5), []
    A = rng.normal(size=(60, 64))
    for _ in range(6):
        A = np.maximum(A @ (rng.normal(size=(100, 64, 64)) * np.sqrt(2 / 64)), 0)
        shares = (A == 0).mean(axis=1)
        by_network = shares.mean(axis=1)
        assert abs(by_network.mean() - 0.5) < 4 * by_network.std() / np.sqrt(len(by_network))
        spreads.append(shares.std())
    assert (np.diff(spreads) > 0).all()
