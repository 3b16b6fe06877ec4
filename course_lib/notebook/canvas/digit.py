"""Draw a digit, and a network says what it sees, at every stroke."""
from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course_lib.notebook.canvas.base import Canvas, script
from course_lib.notebook.drawings import blocks


class DigitCanvas(Canvas):
    """A sheet to draw on; beside it the 8 x 8 blocks that the network gets, and its ten probabilities.

    predict takes X (samples, 64) as in `datasets.digits` and returns probabilities (samples, 10).
    """

    _esm = script("digit.js")

    def __init__(self, predict: Callable):
        self._predict = predict
        super().__init__()

    def answer(self, asked: dict, buffers) -> tuple[dict, list[bytes]]:
        """What the network gets of the sheet, and its probabilities; None for an empty sheet."""
        x = blocks(np.frombuffer(buffers[0], np.uint8).reshape(asked["side"], -1))
        return {"blocks": x.tolist(), "probabilities": np.asarray(self._predict(x[None]))[0].tolist() if x.any() else None}, []
