"""Every picture says what it shows, with the right numbers, at every end of every slider."""
import re
from importlib import import_module
from pkgutil import iter_modules

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from matplotlib.text import Text

from course_lib.notebook import plots
from course_lib.notebook.controls import Choice, Slider, controls, extremes
from course_lib.notebook.picture import PAPER, Picture, panels
from tests.notebook import examples

VIEWS = [getattr(plots, name) for name in plots.__all__ if hasattr(getattr(plots, name), "controls")]
EXTREMES = [pytest.param(view, at, id=f"{view.__name__}-{'-'.join(map(str, at.values()))}") for view in VIEWS for at in extremes(view)]
EXAMPLES = {name: example for module in iter_modules(examples.__path__)
            for name, example in import_module(f"tests.notebook.examples.{module.name}").EXAMPLES.items()}


@pytest.mark.parametrize("view, at", EXTREMES)
def test_every_view_draws_at_every_extreme(view, at):
    picture = view(**at)
    assert isinstance(picture, Picture) and picture.image(1).getcolors(1) is None       # more than the paper's colour


@pytest.mark.parametrize("view", VIEWS)
def test_views_are_pure(view):
    assert view().image() == view().image() and view().figure is not view().figure


def luminance(colour) -> float:
    rgb = np.array(to_rgb(colour))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4) @ [0.2126, 0.7152, 0.0722]


def test_every_plot_has_an_example():
    assert sorted(EXAMPLES) == sorted(plots.__all__)


@pytest.mark.parametrize("name", EXAMPLES)
def test_all_words_stand_out_from_the_paper(name):
    """WCAG 2.2, success criterion 1.4.3: a contrast of at least 4.5 to 1."""
    for text in EXAMPLES[name]().figure.findobj(Text):
        contrast = (luminance(PAPER) + 0.05) / (luminance(text.get_color()) + 0.05)
        assert contrast >= 4.5 or not text.get_text().strip(), f"{text.get_text()!r} has a contrast of {contrast:.1f} to 1"


def test_controls_must_fit_the_parameters():
    with pytest.raises(TypeError, match="control"):
        controls(a=Slider(0, 1, 0.5))(lambda b=0: None)
    with pytest.raises(TypeError, match="default"):
        controls(a=Slider(0, 1, 0.5))(lambda a: None)


def test_extremes_are_all_ends_and_all_choices():
    @controls(a=Slider(0, 2, 1), kind=Choice(("x", "y", "z")))
    def view(a=0, kind="x"):
        return Picture(panels(1)[0], "A picture.")
    assert [tuple(at.values()) for at in extremes(view)] == [(0, "x"), (0, "y"), (0, "z"), (2, "x"), (2, "y"), (2, "z")]


def test_no_reading_names_an_object():
    assert not any(re.search(r" at 0x|np\.|array\(", view().reading) for view in VIEWS)
