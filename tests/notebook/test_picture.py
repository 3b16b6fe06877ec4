import re
from base64 import b64decode
from io import BytesIO

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text
from PIL import Image

from course_lib.notebook.picture import PAPER, Picture, panels, sheet


def picture(reading="Two points lie on a line with slope 1."):
    figure, (ax,) = panels(1, width=3, height=2)
    ax.plot([0, 1], [0, 1])
    return Picture(figure, reading)


def test_the_notebook_gets_an_image_with_its_words():
    bundle = picture()._repr_mimebundle_()
    assert bundle["text/plain"] == "Two points lie on a line with slope 1."
    image = re.search(r'<img alt="(.+?)" width="(\d+)" height="(\d+)".+?base64,(.+?)">', bundle["text/html"])
    assert image[1] == bundle["text/plain"] and f"{image[1]}</figcaption>" in bundle["text/html"]
    pixels = Image.open(BytesIO(b64decode(image[4])))
    assert (pixels.width, pixels.height) == (2 * int(image[2]), 2 * int(image[3])) == (600, 400)


@pytest.mark.parametrize("reading", ["", "   ", "\n"])
def test_no_picture_without_a_reading(reading):
    with pytest.raises(ValueError, match="reading"):
        Picture(Figure(), reading)


def test_words_are_escaped():
    html = picture('a < b & "c" > <script>').html()
    assert '<script>' not in html and 'alt="a &lt; b &amp; &quot;c&quot; &gt; &lt;script&gt;"' in html


def test_paper_is_opaque_and_light():
    """In a dark theme dark ink on a transparent picture could not be read."""
    corner = picture().image().getpixel((0, 0))
    assert "#{:02X}{:02X}{:02X}".format(*corner) == PAPER and min(corner) > 240


def test_the_same_picture_is_the_same_file():
    assert picture().png() == picture().png()
    again = picture()
    assert again.png() == again.png()


def test_the_stored_file_keeps_colours_apart():
    """128 colours are enough: the kept file differs from the drawn one by less than the eye can see."""
    drawn, kept = picture().image(), Image.open(BytesIO(picture().png())).convert("RGB")
    assert np.abs(np.asarray(drawn, dtype=int) - np.asarray(kept, dtype=int)).max() <= 24


def test_a_sheet_is_a_panel_without_axes():
    figure, (panel,) = panels(1, width=3, height=2)
    panel.set_axis_off()
    bare, ax = sheet(width=3, height=2)
    for one in (panel, ax):
        one.plot([0, 1], [2, 5], "o-")
        one.text(0.5, 3, "text")
        one.set(xlim=(-0.5, 1.5), aspect="equal")
        one.set_title("title")
    assert np.array_equal(Picture(figure, "A panel.").image(), Picture(bare, "A sheet.").image())


def test_a_sheet_has_no_words_but_those_written_on_it():
    figure, ax = sheet()
    ax.text(0, 0, "text")
    ax.set_title("title")
    assert {text.get_text() for text in figure.findobj(Text)} == {"", "text", "title"}
