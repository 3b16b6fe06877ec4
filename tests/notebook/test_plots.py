"""Every picture says what it shows, with the right numbers, at every end of every slider."""
import re

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from matplotlib.text import Text

from course_lib.datasets import separable_cloud
from course_lib.notebook import plots
from course_lib.notebook.controls import Choice, Slider, controls, extremes
from course_lib.notebook.picture import PAPER, Picture, panels
from course_lib.notebook.plots.plane import linear
from course_lib.topics.perceptron import train, unit
from course_lib.topics.threshold_logic import corners, monomials, parity

VIEWS = [getattr(plots, name) for name in plots.__all__ if hasattr(getattr(plots, name), "controls")]
EXTREMES = [pytest.param(view, at, id=f"{view.__name__}-{'-'.join(map(str, at.values()))}") for view in VIEWS for at in extremes(view)]
XOR, W, B = np.array([-1, 1, 1, -1]), np.array([[-1, -1], [1, 1]]), np.array([1, -1])


@pytest.mark.parametrize("view, at", EXTREMES)
def test_every_view_draws_at_every_extreme(view, at):
    picture = view(**at)
    assert isinstance(picture, Picture) and len(picture.png()) > 1000


@pytest.mark.parametrize("view", VIEWS)
def test_views_are_pure(view):
    assert view().png() == view().png() and view().figure is not view().figure


@pytest.mark.parametrize("theta, name", [((0, 0, 0), "TRUE"), ((0, 0, -0.5), "FALSE"), ((-1, -1, 1), "NAND"), ((0, 2, 0), "x2")])
def test_the_gate_tells_its_name(theta, name):
    assert plots.gate(*theta).reading.endswith(f"it computes {name}.")


def test_the_line_is_drawn_where_the_unit_changes_its_mind():
    line = plots.gate(w1=1.0, w2=-2.0, b=0.5).figure.axes[0].lines[0]
    (x1, y1), (x2, y2) = line.get_xy1(), line.get_xy2()
    assert x1 - 2 * y1 + 0.5 == pytest.approx(0) and x2 - 2 * y2 + 0.5 == pytest.approx(0)


@pytest.mark.parametrize("theta", [(1, -2, 0.5), (0.5, 0, 3), (0.5, 0, -3), (-0.5, 0.5, 3), (0, -2, 0), (0, 0, 1), (0, 0, -1)])
def test_the_shaded_side_is_the_side_where_it_fires(theta):
    *w, b = theta
    side = plots.gate(*theta).figure.axes[0].patches[0].get_path()
    points = np.random.default_rng(0).uniform(-1.69, 1.69, size=(200, 2))
    assert (side.contains_points(points) == (points @ w + b >= 0)).all()


def luminance(colour) -> float:
    rgb = np.array(to_rgb(colour))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4) @ [0.2126, 0.7152, 0.0722]


def every_plot() -> dict[str, Picture]:
    X, y, *_ = separable_cloud(30, 0.1, rng=2)
    return {
        "course_map": plots.course_map({part: {f"L{part}": "title"} for part in "abcdef"}, {"La": "E1"}),
        "crossing_segments": plots.crossing_segments(corners(2), XOR, (1, 2, 0, 3)),
        "gate": plots.gate(), "neuron": plots.neuron(), "sixteen": plots.sixteen(), "switch": plots.switch([(2, -1), (4, -2)]),
        "gate_lines": plots.gate_lines({"AND": ((1, 1), -1)}),
        "hidden_space": plots.hidden_space(corners(2), unit(corners(2), W, B), XOR, [-1, 1], 1),
        "mistakes_and_bounds": plots.mistakes_and_bounds([5, 30], [10, 20]),
        "parity_correlations": plots.parity_correlations([0, 1], [0, 1]),
        "perceptron_path": plots.perceptron_path(X, y, train(X, y), (1, 2)),
        "stacking": stacked(),
    }


def stacked() -> Picture:
    points = np.random.default_rng(3).uniform(-1.9, 1.9, size=(20, 2))
    return plots.stacking(points, np.array([[0, 1, -1], [1, -0.6, -0.6]]), np.array([0.8, 0.9, 0.9]), np.ones(3), -2)


def test_all_words_stand_out_from_the_paper():
    """WCAG 2.2, success criterion 1.4.3: a contrast of at least 4.5 to 1."""
    pictures = every_plot()
    assert sorted(pictures) == sorted(plots.__all__)
    for name, picture in pictures.items():
        for text in picture.figure.findobj(Text):
            contrast = (luminance(PAPER) + 0.05) / (luminance(text.get_color()) + 0.05)
            assert contrast >= 4.5 or not text.get_text().strip(), f"{name}: {text.get_text()!r} has a contrast of {contrast:.1f} to 1"


def test_each_region_has_one_letter_and_each_line_an_arrow_to_its_side():
    axes = stacked().figure.axes[1]
    arrows = [text for text in axes.texts if not text.get_text()]
    letters = {text.get_text(): np.array(text.get_position()) for text in axes.texts if text.get_text()}
    W, b = np.array([[0, 1, -1], [1, -0.6, -0.6]]), np.array([0.8, 0.9, 0.9])
    assert list(letters) == list("ABCDEFG")
    assert len({tuple(unit(place, W, b)) for place in letters.values()}) == 7
    assert [arrow.get_position() @ W[:, column] + b[column] for column, arrow in enumerate(arrows)] == pytest.approx([0, 0, 0])
    assert all(arrow.xy @ W[:, column] + b[column] > 0.1 for column, arrow in enumerate(arrows))


def test_readings_tell_the_numbers_of_the_data():
    X, y, *_ = separable_cloud(30, 0.1, rng=2)
    run = train(X, y)
    last = plots.perceptron_path(X, y, run, (1, run.mistakes)).reading
    assert last.endswith(f"after update {run.mistakes} the unit fires on {(y > 0).sum()} of 30 points and has 0 wrong.")
    assert "exceed the bound 1 times" in plots.mistakes_and_bounds([5, 30], [10, 20]).reading
    assert plots.sixteen().reading.startswith("Of the 16 functions of two inputs one unit computes 14")
    assert "meet in (0, 0)" in plots.crossing_segments(corners(2), XOR, (1, 2, 0, 3)).reading
    assert "3 places" in plots.hidden_space(corners(2), unit(corners(2), W, B), XOR, [-1, 1], 1).reading
    assert "w = 4, b = −2 at x = 0.5" in plots.switch([(2, -1), (4, -2)]).reading
    rows = corners(3)
    correlations = [parity(rows) @ product / 8 for product in monomials(rows).values()]
    assert "correlation 0 with each of the 7" in plots.parity_correlations([len(c) for c in monomials(rows)], correlations).reading


def test_the_map_counts_lectures_and_sets():
    reading = plots.course_map({part: {f"L{i:02d}": "title"} for i, part in enumerate("abcdef")}, {"L01": "E1"}).reading
    assert "6 lectures in 6 parts" in reading and "1 exercise sets" in reading


@pytest.mark.parametrize("w, b, text", [((1, 1), -1, "x₁ + x₂ − 1"), ((-1, 0.5), 0, "−x₁ + 0.5 x₂"), ((0, 0), 0, "0"), ((0, 0), -2, "−2"),
                                        ((0, -3), 1, "−3 x₂ + 1")])
def test_sums_are_set_as_one_writes_them(w, b, text):
    assert linear(w, b) == text


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
