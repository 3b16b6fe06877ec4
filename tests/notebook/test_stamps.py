"""A word that is printed from its stamp looks as if it had been drawn."""
import numpy as np
import pytest
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties
from matplotlib.transforms import Bbox

from course_lib.notebook.stamps import StampRenderer

PLAIN, BOLD = FontProperties(size=10), FontProperties(size=14, weight="bold")


def drawn(renderer, *words, prop=PLAIN, at=(20, 30), colour="#123456", angle=0, ismath=False, alpha=None, clip=None) -> np.ndarray:
    renderer.clear()
    gc = renderer.new_gc()
    gc.set_foreground(colour)
    gc.set_alpha(alpha)
    gc.set_clip_rectangle(clip)
    for line, word in enumerate(words):
        renderer.draw_text(gc, at[0], at[1] + 3 * line, word, prop, angle, ismath)
    return np.asarray(renderer.buffer_rgba()).astype(int)


def both(*words, size=(200, 60), **how) -> tuple[np.ndarray, np.ndarray]:
    return drawn(RendererAgg(*size, 100), *words, **how), drawn(StampRenderer(*size, 100), *words, **how)


@pytest.mark.parametrize("word", ["via u", "gjpqy|()", "∂e/∂z = −0.5", "f", "x₁²", "Å"])
@pytest.mark.parametrize("prop", [PLAIN, BOLD])
def test_at_whole_pixels_it_is_what_agg_draws(word, prop):
    agg, stamped = both(word, prop=prop)
    assert (agg < 200).any() and np.abs(agg - stamped).max() <= 1


def test_words_may_overlap():
    agg, stamped = both("over", "under")
    assert np.abs(agg - stamped).max() <= 2


def test_between_pixels_it_goes_to_the_nearest():
    renderer = StampRenderer(200, 60, 100)
    assert np.array_equal(drawn(renderer, "word", at=(20.4, 29.7)), drawn(renderer, "word", at=(20, 30)))
    assert not np.array_equal(drawn(renderer, "word", at=(20.6, 30)), drawn(renderer, "word", at=(20, 30)))


def test_a_height_that_is_no_whole_number_of_pixels_moves_nothing():
    agg, stamped = both("word", size=(200, 60.75), at=(20, 30.75))
    assert np.abs(agg - stamped).max() <= 1


def test_the_second_time_is_as_the_first_and_colours_and_fonts_stay_apart():
    renderer = StampRenderer(200, 60, 100)
    first, red, bold = drawn(renderer, "word"), drawn(renderer, "word", colour="red"), drawn(renderer, "word", prop=BOLD)
    assert not np.array_equal(first, red) and not np.array_equal(first, bold)
    assert np.array_equal(first, drawn(renderer, "word")) and np.array_equal(red, drawn(renderer, "word", colour="red"))


UNUSUAL = {"angle": 90, "ismath": True, "alpha": 0.5, "clip": Bbox.from_bounds(20, 20, 15, 30)}


@pytest.mark.parametrize("what", UNUSUAL)
def test_what_is_out_of_the_ordinary_looks_the_same(what):
    agg, stamped = both("$x^2$", **{what: UNUSUAL[what]})
    assert (agg < 200).any() and np.array_equal(agg, stamped)
