"""Every picture says what it shows, with the right numbers, at every end of every slider."""
import re

import numpy as np
import pytest

from course_lib.datasets import separable_cloud
from course_lib.notebook import plots
from course_lib.notebook.controls import Choice, Slider, controls, extremes
from course_lib.notebook.picture import Picture, panels
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


def test_readings_tell_the_numbers_of_the_data():
    X, y, *_ = separable_cloud(30, 0.1, rng=2)
    run = train(X, y)
    last = plots.perceptron_path(X, y, run, (1, run.mistakes)).reading
    assert last.endswith(f"0 after update {run.mistakes}.")
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
