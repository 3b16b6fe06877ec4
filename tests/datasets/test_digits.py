"""The digits are scikit-learn's, read only when asked for."""
import subprocess
import sys

import numpy as np
import pytest

from course_lib.datasets import digits


def test_digits():
    X, y = digits()
    assert X.shape == (1797, 64) and X.dtype == np.float64 and X.min() == 0 and X.max() == 1
    assert ((X * 16).round() == X * 16).all()
    assert y.shape == (1797,) and y.dtype.kind == "i"
    assert np.bincount(y).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]


def test_they_are_the_ones_that_scikit_learn_ships():
    data = pytest.importorskip("sklearn.datasets", reason="scikit-learn is one of the peers: python start.py --setup peers").load_digits()
    X, y = digits()
    assert (data.data == X * 16).all() and (y == data.target).all()


def test_pixels_run_row_by_row():
    """A one stands upright: ink in the middle columns of every row, next to none at the sides."""
    X, y = digits()
    one = X[y == 1].mean(axis=0).reshape(8, 8)
    assert one[:, 3:5].min() > 0.2 and one[:, [0, 7]].max() < 0.1


def test_digits_are_fresh_each_time():
    digits()[0][:] = 0
    assert digits()[0].any()


def test_importing_the_data_sets_stays_light():
    """NumPy alone, and no file is read before it is asked for."""
    code = ("import sys, numpy; np_load = numpy.load; numpy.load = None; import course_lib.datasets;"
            "print([m for m in ('scipy', 'matplotlib', 'sklearn', 'course_lib.topics') if m in sys.modules])")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
