"""Training that can be watched: a bar and one figure, redrawn at most ten times a second, and a still picture in the end."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from time import monotonic

import ipywidgets
from IPython.display import display

from course_lib.notebook.picture import Picture
from course_lib.notebook.widgets import MovingImage

IN_PLACE_OF_TRAINING = "Live: run this cell in Jupyter to watch the training. The picture that it ends with stands below."
SECONDS_BETWEEN, REST = 0.1, 4       # from a redraw to the next, at least; and as a multiple of the time that the redraw took


class Screen:
    """What stands in the notebook while training runs; stored, it is one line of text."""

    def __init__(self, total: int):
        self.bar = ipywidgets.IntProgress(max=total, description=f"0 of {total}")
        self.image = MovingImage()
        self.box = ipywidgets.VBox([self.bar, self.image])

    def show(self, done: int, picture: Picture) -> None:
        self.image.show(picture)
        self.bar.value, self.bar.description = done, f"{done} of {self.bar.max}"

    def clear(self) -> None:
        self.box.children = ()

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return self.box._repr_mimebundle_() | {"text/plain": IN_PLACE_OF_TRAINING}


def live(steps: Iterable, total: int, draw: Callable[[list], Picture], show: Callable = display) -> Picture:
    """Run `steps` to its end and return draw(everything it yielded); on the way draw(what came so far) is seen at most ten times a second,
    and less often where drawing would take more than a fifth of the time.

    steps: what training yields, such as `train(net, X, Y, ...)`; total: how many steps that will be. Watching changes nothing: the result
    is that of list(steps). Interrupted or failed, the screen is cleared and the exception goes on. Raises ValueError for no steps at all.

        live(train(net, X, Y, SGD(0.1), epochs=50, rng=0), 50, lambda losses: plots.losses(losses))
    """
    screen, yielded, next_time = Screen(total), [], monotonic()
    show(screen)
    try:
        for one in steps:
            yielded.append(one)
            if (start := monotonic()) >= next_time:
                screen.show(len(yielded), draw(yielded))
                end = monotonic()
                next_time = end + max(SECONDS_BETWEEN, (end - start) * REST)
    finally:
        screen.clear()
    if not yielded:
        raise ValueError("there was nothing to watch: the training yielded no step")
    return draw(yielded)
