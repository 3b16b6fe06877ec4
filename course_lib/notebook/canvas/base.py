"""What the canvases share: their scripts and style, and what stands in the stored notebook in their place."""
from __future__ import annotations

from pathlib import Path

from anywidget import AnyWidget

HERE = Path(__file__).parent
IN_PLACE_OF_THE_CANVAS = "Interactive: run this cell in Jupyter to play. A still picture stands below."


class Canvas(AnyWidget):
    """A widget drawn in the browser by its script, which asks; `answer` computes. Messages that come while it computes wait in turn."""

    _css = HERE / "canvas.css"

    def __init__(self, **synchronised):
        super().__init__(**synchronised)
        self.on_msg(lambda widget, asked, buffers: self.send(*self.answer(asked, buffers)))

    def _repr_mimebundle_(self, **kwargs):
        data, metadata = super()._repr_mimebundle_(**kwargs)
        return data | {"text/plain": IN_PLACE_OF_THE_CANVAS}, metadata


def script(name: str) -> str:
    """A canvas's script after the common one: a browser that gets a script from a notebook can import no other."""
    return "".join((HERE / file).read_text(encoding="utf-8") for file in ("common.js", name))
