"""Words drawn once and printed ever after: what a picture that is redrawn again and again spends most of its time on."""
from __future__ import annotations

from functools import lru_cache
from math import ceil

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg

EDGE = 2        # pixels around a word, for what stands out of its box


class StampRenderer(RendererAgg):
    """A renderer that cuts a stamp for each word, and prints it wherever the word stands next, at whole pixels."""

    def __init__(self, width: float, height: float, dpi: float):
        super().__init__(width, height, dpi)
        self._stamp = lru_cache(1000)(self._stamp)

    def draw_text(self, gc, x, y, s, prop, angle, ismath=False, mtext=None) -> None:
        if angle or ismath or gc.get_clip_rectangle():
            super().draw_text(gc, x, y, s, prop, angle, ismath, mtext)
        else:
            stamp, depth = self._stamp(s, prop, gc.get_rgb())
            self.draw_image(gc, round(x) - EDGE, round(self.height - y) - depth, stamp)

    def _stamp(self, s: str, prop, colour) -> tuple[np.ndarray, int]:
        """The word's pixels, from the lowest row up, and how many rows are below its base line."""
        width, height, descent = self.get_text_width_height_descent(s, prop, ismath=False)
        depth = ceil(descent) + EDGE
        sheet = RendererAgg(ceil(width) + 2 * EDGE, depth + ceil(height - descent) + EDGE, self.dpi)
        gc = sheet.new_gc()
        gc.set_foreground(colour, isRGBA=True)
        sheet.draw_text(gc, EDGE, sheet.height - depth, s, prop, 0)
        return np.asarray(sheet.buffer_rgba())[::-1].copy(), depth
