"""Sliders in front of a picture: a thin skin over a pure function."""
from __future__ import annotations

from html import escape
from inspect import signature
from io import BytesIO

import ipywidgets
from PIL import Image
from traitlets import Unicode

from course_lib.notebook.controls import Choice
from course_lib.notebook.picture import Picture
from course_lib.notebook.stamps import StampRenderer

IN_PLACE_OF_SLIDERS = "Interactive: run this cell in Jupyter to move the sliders. The still picture stands below."
SHARPNESS = 1.25     # of the moving picture: fewer pixels than the still one, quicker to draw


class NamedImage(ipywidgets.Image):
    """An image with a name for screen readers: its tooltip, which ipywidgets shows only where there is a description, if an empty one."""

    description = Unicode("").tag(sync=True)


class MovingImage(NamedImage):
    """It shows one Picture after another, with the panels where they were at first as long as there are as many.

    So nothing jumps, and half of the time is saved; another third is saved by stamping words, a tenth by counting colours the quick way.
    """

    def __init__(self):
        super().__init__(format="png")
        self._places, self._size, self._renderer = [], None, None

    def show(self, picture: Picture) -> None:
        axes, file = picture.figure.axes, BytesIO()
        if len(self._places) == len(axes):
            picture.figure.set_layout_engine(None)
            for ax, place in zip(axes, self._places, strict=True):
                ax.set_position(place)
        if picture.size != self._size:
            self._size, self._renderer = picture.size, picture.renderer(SHARPNESS, StampRenderer)
        pixels = picture.image(SHARPNESS, self._renderer)
        pixels.quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, "PNG", compress_level=1)
        self._places = [ax.get_position() for ax in axes]
        self.value, self.tooltip = file.getvalue(), picture.reading
        self.width, self.height = (f"{length}px" for length in picture.size)


class Explorer:
    """Controls, the picture they make, and its reading as live text; `controls` maps each parameter to its ipywidgets control."""

    def __init__(self, view):
        self._view = view
        self.controls = {name: _control(view, name) for name in view.controls}
        self.image = MovingImage()
        self.reading = ipywidgets.HTML()
        self.redraw()
        for control in self.controls.values():
            control.observe(self.redraw, names="value")
        self._box = ipywidgets.VBox([*self.controls.values(), self.image, self.reading])

    def redraw(self, change=None) -> None:
        picture: Picture = self._view(**{name: control.value for name, control in self.controls.items()})
        self.image.show(picture)
        self.reading.value = f'<span role="status" aria-live="polite">{escape(picture.reading)}</span>'

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return self._box._repr_mimebundle_() | {"text/plain": IN_PLACE_OF_SLIDERS}


def explore(view) -> Explorer:
    """Show a view with a control for each of its parameters, and redraw it at every change.

    The view carries its ranges (`course_lib.notebook.controls`) and starts at its defaults. What is stored in the notebook is one line of
    text, so the next cell shows the same view standing still.
    """
    return Explorer(view)


def _control(view, name: str):
    control, start = view.controls[name], signature(view).parameters[name].default
    if isinstance(control, Choice):
        return ipywidgets.ToggleButtons(options=list(control), value=start, description=name)
    kind = ipywidgets.IntSlider if isinstance(control.step, int) else ipywidgets.FloatSlider
    return kind(min=control.low, max=control.high, step=control.step, value=start, description=name)
