"""Handwritten digits, stored beside this file in digits.npz."""
from __future__ import annotations

from pathlib import Path

import numpy as np


def digits() -> tuple[np.ndarray, np.ndarray]:
    """1797 handwritten digits: X (1797, 64) of floats in [0, 1], 8 x 8 pixels row by row, and y (1797,), the digits 0..9.

    Each pixel is the share of ink in a 4 x 4 block of a scan, in steps of 1/16. The digits come from 13 people, and who wrote which is
    not recorded: a random split has the same hands on both sides, so its test error is that of new digits by known hands.

    Source: E. Alpaydin and C. Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning Repository,
    https://doi.org/10.24432/C50P49, licence CC BY 4.0; its test part, which is scikit-learn's load_digits. Unchanged but for the scale.
    Used in L12 and E8.

    >>> X, y = digits()
    >>> X.shape, y[:10].tolist()
    ((1797, 64), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    """
    with np.load(Path(__file__).with_name("digits.npz")) as file:
        return file["X"] / 16, file["y"].astype(int)
