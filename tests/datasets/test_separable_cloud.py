import numpy as np
import pytest

from course_lib.datasets import separable_cloud


@pytest.mark.parametrize("inputs", [1, 2, 5, 10])
@pytest.mark.parametrize("margin", [0.01, 0.2])
def test_a_cloud_keeps_its_promise(inputs, margin):
    for seed in range(20):
        X, y, w, b = separable_cloud(40, margin, rng=seed, inputs=inputs)
        assert X.shape == (40, inputs) and np.abs(X).max() <= 1 and set(np.unique(y)) <= {-1, 1}
        assert np.hypot(np.linalg.norm(w), b) == pytest.approx(1)
        assert (y * (X @ w + b) >= margin).all()


def test_most_clouds_have_both_classes():
    both = [len(set(separable_cloud(40, 0.1, rng=seed)[1])) == 2 for seed in range(100)]
    assert sum(both) >= 90


def test_the_generator_decides():
    first, again, other = (separable_cloud(10, 0.1, rng=seed)[0] for seed in (4, 4, 5))
    assert (first == again).all() and (first != other).any()
    rng = np.random.default_rng(4)
    assert (separable_cloud(10, 0.1, rng)[0] == first).all() and (separable_cloud(10, 0.1, rng)[0] != first).any()


def test_a_margin_without_room_is_refused():
    with pytest.raises(ValueError, match="smaller"):
        separable_cloud(10, margin=1.5, rng=0)


@pytest.mark.parametrize("wrong", [{"samples": 0}, {"inputs": 0}, {"margin": -0.1}, {"margin": np.nan}])
def test_a_separable_cloud_names_what_is_wrong(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        separable_cloud(**{"samples": 10, "margin": 0.1, "rng": 0, **wrong})


def test_the_same_numbers_as_ever():
    """L01 prints what it finds in these clouds: they must not move."""
    X, y, w, b = separable_cloud(3, 0.06, rng=8)
    np.testing.assert_allclose(X, [[0.73979302, -0.21783039], [-0.12423625, -0.25450219], [-0.78609281, -0.04206909]], atol=1e-8)
    np.testing.assert_allclose([*w, b], [-0.79232083, -0.6092564, 0.0321611], atol=1e-7)
    assert y.tolist() == [-1, 1, 1]
