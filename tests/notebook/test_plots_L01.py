"""The pictures of L00 and L01 show what they claim."""
import numpy as np
import pytest

from course_lib.datasets import separable_cloud
from course_lib.notebook import plots
from course_lib.notebook.plots.plane import linear
from course_lib.topics.perceptron import train, unit
from course_lib.topics.threshold_logic import corners, monomials, parity
from tests.notebook.examples.L01 import EXAMPLES, XOR, B, W


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


def test_each_region_has_one_letter_and_each_line_an_arrow_to_its_side():
    axes = EXAMPLES["stacking"]().figure.axes[1]
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
    reading = plots.switch([(2, -1), (-4, -2), (0, 1)]).reading
    assert "w = 2, b = −1 begins at x = 0.5, w = −4, b = −2 stops at x = −0.5, w = 0, b = 1 never switches" in reading
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
