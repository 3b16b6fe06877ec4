"""The stored curves are what their program computes, and show what the lecture says of them."""
import numpy as np
import pytest

from course_lib.topics import double_descent as stored
from course_lib.topics.generalization import sweep

PEAK = stored.FEATURES.index(stored.SAMPLES)


@pytest.mark.parametrize("noise", stored.NOISES)
@pytest.mark.parametrize("ridge", stored.RIDGES)
def test_what_is_stored_is_what_is_computed(noise, ridge):
    """A run's small numbers of features do not depend on how many there are in all only if the widest stays, so 4 and 160 are asked."""
    fresh, kept = stored.compute(noise, ridge, features=(4, 160)), stored.curve(noise, ridge)
    ends = [stored.FEATURES.index(4), stored.FEATURES.index(160)]
    np.testing.assert_allclose(kept.test[:, ends], fresh.test, rtol=1e-5)
    np.testing.assert_allclose(kept.interval[:, ends], fresh.interval, rtol=1e-5)
    np.testing.assert_allclose(kept.train[ends], fresh.train, rtol=1e-5, atol=1e-12)
    assert kept.features.tolist() == list(stored.FEATURES)


def test_quantiles_and_interval_are_those_of_the_runs():
    result, curve = sweep((4, 8), stored.SAMPLES, 0.1, 0.01, 30, rng=0), stored.compute(0.1, 0.01, (4, 8), runs=30)
    assert (curve.test == np.quantile(result.test, (0.05, 0.25, 0.5, 0.75, 0.95), axis=0)).all()
    assert (curve.interval[0] < curve.test[2]).all() and (curve.interval[1] > curve.test[2]).all()
    assert set(curve.interval[:, 0]) <= set(result.test[:, 0])


@pytest.mark.parametrize("noise", stored.NOISES)
def test_without_ridge_there_is_a_peak_and_a_second_descent_and_with_it_none(noise):
    bare, ridge = (stored.curve(noise, lam).test[2] for lam in (0.0, 0.01))
    assert bare.argmax() == PEAK and stored.curve(noise).interval[0, PEAK] > 4 * bare[:PEAK].min()
    assert stored.curve(noise).interval[1, -1] < bare[:PEAK].min() or noise == 1.0
    assert ridge[PEAK] < 0.1 * bare[PEAK] and (stored.curve(noise).train[PEAK:] < 1e-9).all()


def test_noise_raises_the_peak_and_without_it_one_is_left():
    peaks = [stored.curve(noise).interval[:, PEAK] for noise in stored.NOISES]
    assert peaks[0][0] > 1 and peaks[0][1] < peaks[2][0] and peaks[2][1] < peaks[3][0]


@pytest.mark.parametrize("noise, ridge", [(0.2, 0.0), (0.3, 0.1), (None, 0.0)])
def test_what_was_not_run_is_refused(noise, ridge):
    with pytest.raises(ValueError, match="stored are the noises"):
        stored.curve(noise, ridge)


def test_what_is_written_is_what_is_read(tmp_path, monkeypatch):
    curve = stored.compute(0.0, 0.01, features=(4,), runs=20)
    stored.store({(0.0, 0.01): curve}, tmp_path / "curves.npz")
    monkeypatch.setattr(stored, "STORED", tmp_path / "curves.npz")
    stored._stored.cache_clear()
    try:
        for field, array in stored.curve(0.0, 0.01)._asdict().items():
            np.testing.assert_array_equal(array, np.float32(getattr(curve, field)))
    finally:
        stored._stored.cache_clear()
