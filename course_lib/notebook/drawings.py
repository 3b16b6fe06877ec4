"""From a drawing to what a network gets."""
from __future__ import annotations

import numpy as np
from PIL import Image

INK = 96        # of 255: a pixel this dark is ink


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
