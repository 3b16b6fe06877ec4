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
