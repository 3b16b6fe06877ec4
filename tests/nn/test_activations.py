import numpy as np

from course_lib.nn.activations import threshold


def test_threshold_answers_only_plus_or_minus_one_and_fires_at_zero():
    z = np.array([[-2.0, -1e-300, -0.0], [0.0, 1e-300, np.inf]])
    assert threshold(z).tolist() == [[-1, -1, 1], [1, 1, 1]]
    assert threshold(0.0) == 1 and threshold(-3) == -1
