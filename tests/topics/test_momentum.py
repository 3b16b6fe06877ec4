"""Momentum on a quadratic: closed forms against eigenvalues and against the optimizer itself."""
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_lib.nn import EMA
from course_lib.topics.momentum import best_momentum, spectral_radius, step_matrix

LRS, BETAS = st.floats(0.001, 100), st.floats(0, 0.99)


@settings(deadline=None, derandomize=True)
@given(LRS, BETAS, st.floats(0.1, 10))
def test_the_matrix_makes_the_optimizer_s_steps(lr, beta, curvature):
    optimizer, theta, state = EMA(lr, beta), np.array([1.0]), np.array([1.0, 0.0])
    for _ in range(4):
        optimizer.step(theta, curvature * theta)
        state = step_matrix(lr, curvature, beta) @ state
        assert state == pytest.approx([theta[0], optimizer.m[0]], rel=1e-9, abs=1e-9)


@settings(deadline=None, derandomize=True)
@given(LRS, BETAS)
def test_the_radius_is_the_largest_size_of_an_eigenvalue(lr_curvature, beta):
    eigenvalues = np.linalg.eigvals(step_matrix(1.0, lr_curvature, beta))
    assert spectral_radius(lr_curvature, beta) == pytest.approx(np.abs(eigenvalues).max(), rel=1e-6)


@pytest.mark.parametrize("beta", [0.0, 0.3, 0.9])
def test_the_radius_is_below_1_exactly_within_the_limit(beta):
    limit = 2 * (1 + beta) / (1 - beta)
    inside = limit * np.linspace(0.001, 0.999, 200)
    assert (spectral_radius(inside, beta) < 1).all()
    assert spectral_radius(limit, beta) == pytest.approx(1) and spectral_radius(1.001 * limit, beta) > 1
    assert spectral_radius(-0.01, beta) > 1 and spectral_radius(0.0, beta) == pytest.approx(1)


@settings(deadline=None, derandomize=True)
@given(st.floats(0.01, 10), st.floats(1.01, 10_000))
def test_the_best_momentum_reaches_its_rate_at_every_curvature_between(smallest, kappa):
    lr, beta, rate = best_momentum(smallest, kappa * smallest)
    curvatures = np.geomspace(smallest, kappa * smallest, 50)
    assert spectral_radius(lr * curvatures, beta) == pytest.approx(np.full(50, rate), abs=1e-6)


@pytest.mark.parametrize("kappa", [4.0, 25.0, 1000.0])
def test_nothing_is_better(kappa):
    lrs, betas = best_momentum(1.0, kappa)[0] * np.geomspace(0.01, 100, 2001), np.linspace(0, 0.99, 397)[:, None]
    worst = np.maximum(spectral_radius(lrs, betas), spectral_radius(kappa * lrs, betas))
    rate = best_momentum(1.0, kappa)[2]
    assert rate <= worst.min() < rate + 0.01


def test_misuse_is_told():
    for beta in (1.0, -0.1, float("nan")):
        with pytest.raises(ValueError, match="beta"):
            step_matrix(0.1, 1.0, beta)
        with pytest.raises(ValueError, match="beta"):
            spectral_radius(0.1, beta)
    with pytest.raises(ValueError, match="finite"):
        spectral_radius([0.1, np.inf], 0.5)
    for curvatures in ((0.0, 1.0), (2.0, 1.0), (1.0, float("nan"))):
        with pytest.raises(ValueError, match="est should"):
            best_momentum(*curvatures)
