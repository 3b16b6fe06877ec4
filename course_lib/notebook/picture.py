"""A figure that never comes without words: the reading is its alternative text and its caption."""
from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from html import escape
from io import BytesIO

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from PIL import Image

from course_lib.notebook.bare import Bare

# Okabe and Ito's colours, told apart with every kind of colour vision; shapes, hatches and labels still carry the meaning.
BLACK, ORANGE, SKY, GREEN, YELLOW, BLUE, VERMILLION, PURPLE = (
    "#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7")
INK, MUTED, PAPER = "#222222", "#626262", "#FCFCFA"     # paper is opaque: legible in a dark theme too
PIXELS_PER_INCH = 100                                   # of the page; the file holds twice as many, for sharp screens


@dataclass(frozen=True)
class Picture:
    """A Matplotlib figure and its reading: one sentence, computed from the data, that says what there is to see.

    A notebook shows the figure as an HTML image, because JupyterLab has no alternative text for image/png outputs.
    Raises ValueError without a reading.
    """

    figure: Figure
    reading: str

    def __post_init__(self):
        if not self.reading.strip():
            raise ValueError("a picture needs its reading: one sentence, computed from the data, that says what there is to see")

    @property
    def size(self) -> tuple[int, int]:
        """Width and height on the page, in CSS pixels."""
        width, height = self.figure.get_size_inches() * PIXELS_PER_INCH
        return round(width), round(height)

    def image(self, sharpness: float = 2.0, renderer: RendererAgg | None = None) -> Image.Image:
        """The pixels, `sharpness` of them for each pixel of the page; a renderer that drew before remembers how wide its words are."""
        self.figure.set_dpi(sharpness * PIXELS_PER_INCH)
        if self.figure.get_layout_engine():
            FigureCanvasAgg(self.figure)              # measures words as they will be drawn
            self.figure.draw_without_rendering()      # square panels settle into their places in two rounds
        renderer = renderer or self.renderer(sharpness)
        renderer.clear()
        self.figure.draw(renderer)
        return Image.fromarray(np.asarray(renderer.buffer_rgba())).convert("RGB")

    def renderer(self, sharpness: float, kind: type[RendererAgg] = RendererAgg) -> RendererAgg:
        """A renderer for pictures of this size."""
        return kind(*(length * sharpness for length in self.size), sharpness * PIXELS_PER_INCH)

    def png(self) -> bytes:
        """The image file as a notebook keeps it: 128 colours, a third of the size."""
        file = BytesIO()
        self.image().quantize(128, dither=Image.Dither.NONE).save(file, "PNG")
        return file.getvalue()

    def html(self) -> str:
        """<figure> with the image, its alternative text and its caption."""
        width, height = self.size
        return (f'<figure style="margin: 0.5em 0"><img alt="{escape(self.reading)}" width="{width}" height="{height}" '
                f'style="max-width: 100%; height: auto" src="data:image/png;base64,{b64encode(self.png()).decode()}">'
                f'<figcaption style="max-width: {width}px">{escape(self.reading)}</figcaption></figure>')

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": self.reading}


def panels(count: int = 1, width: float = 6.4, height: float = 3.6, rows: int = 1, **options) -> tuple[Figure, list[Axes]]:
    """A figure of so many panels, in reading order; sizes in inches of 100 page pixels."""
    figure = Figure(figsize=(width, height), facecolor=PAPER, layout=ConstrainedLayoutEngine(h_pad=0.08, w_pad=0.08))
    axes = figure.subplots(rows, -(-count // rows), squeeze=False, **options).ravel().tolist()
    for ax in axes:
        ax.set_facecolor(PAPER)
        ax.tick_params(colors=INK, labelsize=9)
        ax.spines[["top", "right"]].set_visible(False)
    return figure, axes


def sheet(width: float = 6.4, height: float = 3.6) -> tuple[Figure, Axes]:
    """A figure of one panel without axes, to draw on; sizes in inches of 100 page pixels."""
    figure = Figure(figsize=(width, height), facecolor=PAPER, layout=ConstrainedLayoutEngine(h_pad=0.08, w_pad=0.08))
    ax = figure.add_subplot(axes_class=Bare)
    ax.set_axis_off()
    return figure, ax


def set_margins(figure: Figure, **margins: float) -> None:
    """Fixed margins, as `Figure.subplots_adjust` takes them, instead of the layout engine, which would draw all panels three times."""
    figure.set_layout_engine(None)
    figure.subplots_adjust(**margins)
