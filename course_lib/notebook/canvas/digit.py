"""Draw a digit, and a network says what it sees, at every stroke."""
from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from course_lib.notebook.canvas.base import Canvas, script

INK = 96        # of 255: a pixel this dark is ink


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


def blocks(sheet) -> np.ndarray:
    """A drawing as the data set has it, (64,) in [0, 1]: its ink scaled to fill 32 x 32 pixels, then the share of ink in each 4 x 4 block.

    sheet (height, width), 0 is white and 255 black. It keeps its proportions and stands in the middle; an empty sheet gives zeros.
    Source: the preparation of https://doi.org/10.24432/C50P49, as far as it is described there.
    """
    rows, columns = np.nonzero(np.asarray(sheet) >= INK)
    pixels = np.zeros((32, 32))
    if len(rows):
        ink = Image.fromarray(np.asarray(sheet)[rows.min():rows.max() + 1, columns.min():columns.max() + 1])
        width, height = (max(1, round(32 * side / max(ink.size))) for side in ink.size)
        top, left = (32 - height) // 2, (32 - width) // 2
        pixels[top:top + height, left:left + width] = np.asarray(ink.resize((width, height), Image.Resampling.BOX)) >= INK
    return pixels.reshape(8, 4, 8, 4).mean(axis=(1, 3)).ravel()
