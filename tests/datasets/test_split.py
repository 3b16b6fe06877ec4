"""A split loses no sample and parts none from its label."""
import numpy as np
import pytest

from course_lib.datasets import digits, split


@pytest.mark.parametrize("samples, test", [(2, 1), (10, 3), (1797, 360)])
def test_every_sample_is_in_exactly_one_part_beside_its_label(samples, test):
    X, y = np.arange(3.0 * samples).reshape(samples, 3), np.arange(samples)
    parts = split(X, y, test, rng=0)
    assert parts.X_test.shape == (test, 3) and parts.X_train.shape == (samples - test, 3)
    assert sorted(np.concatenate([parts.y_train, parts.y_test]).tolist()) == list(range(samples))
    assert (parts.X_train[:, 0] == 3 * parts.y_train).all() and (parts.X_test[:, 0] == 3 * parts.y_test).all()


def test_the_generator_decides_the_split():
    first, again, other = (split(*digits(), test=360, rng=seed).y_test for seed in (1, 1, 2))
    assert (first == again).all() and (first != other).any()


def test_a_split_copies():
    X, y = np.zeros((4, 1)), np.arange(4)
    parts = split(X, y, 2, rng=0)
    parts.X_train[:] = 1
    assert (X == 0).all()


@pytest.mark.parametrize("test", [0, -1, 1.5, 4, 5])
def test_both_parts_need_samples(test):
    with pytest.raises(ValueError, match="test should"):
        split(np.zeros((4, 2)), np.arange(4), test, rng=0)


def test_samples_and_labels_must_pair_up():
    with pytest.raises(ValueError, match=r"one row for each sample; got shapes \(4, 2\) and \(3,\)"):
        split(np.zeros((4, 2)), np.arange(3), 1, rng=0)
