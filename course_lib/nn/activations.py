"""Activations: what a neuron does with its pre-activation z."""
from __future__ import annotations

import numpy as np


def threshold(z) -> np.ndarray:
    """The hard threshold: +1 where z >= 0, -1 elsewhere; same shape as z, integers.

    The sign function leaves sgn(0) open; here a neuron at exactly zero fires, so the answer is always +1 or -1.
    Source: McCulloch and Pitts (1943), https://doi.org/10.1007/BF02478259; deck items D1-03 and D1-04.

    >>> threshold([-7.0, 0.0, 3.0])
    array([-1,  1,  1])
    """
    return np.where(np.asarray(z) >= 0, 1, -1)
