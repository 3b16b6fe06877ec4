"""The pictures of L02 show what they claim."""
import re

import numpy as np
import pytest
from matplotlib.colors import to_hex

from course_lib.datasets import digits
from course_lib.nn.activations import ACTIVATIONS, derivative, sigmoid
from course_lib.notebook import plots
from course_lib.notebook.picture import BLUE, VERMILLION
from course_lib.notebook.plots.activations import FORMULAS
from course_lib.notebook.plots.deep_surface import GAINS, REACH, WIDTH, random_network
from course_lib.topics.collapse import midpoint_gap
from tests.notebook.examples.L02 import EXAMPLES, WALKS


@pytest.mark.parametrize("depth, activation, plane", [(1, "tanh", True), (8, "linear", True), (2, "linear", True), (2, "tanh", False),
                                                      (8, "relu", False), (2, "relu", False)])
@pytest.mark.parametrize("draw", [0, 9])
def test_the_surface_is_a_plane_without_activations_and_bends_with_them(depth, activation, plane, draw):
    reading = plots.deep_surface(depth, activation, draw).reading
    assert reading.endswith("the surface is a plane." if plane else "it bends.")


def test_the_map_the_cut_and_the_gap_are_those_of_the_network():
    picture, f = plots.deep_surface(4, "tanh", 3), random_network(4, "tanh", 3)
    ax = picture.figure.axes[0]
    heights = ax.images[0].get_array()
    line = np.linspace(-REACH, REACH, len(heights))
    values = f(np.array([[line[5], line[40]], [line[-1], line[0]]]))
    everywhere = f(np.array([[x, y] for y in line for x in line]))
    low, height = everywhere.min(), np.ptp(everywhere)
    assert [heights[40, 5], heights[0, -1]] == pytest.approx((values - low) / height)
    chord, cut = ax.lines[-2:]
    ends = f(np.array([[-REACH, REACH / 3], [REACH, -REACH / 3]]))
    for drawn in (chord.get_ydata(), cut.get_ydata()[[0, -1]]):
        assert drawn == pytest.approx(2 * REACH * (ends - low) / height - REACH)
    pairs = np.random.default_rng(0).uniform(-REACH, REACH, (2, 300, 2))
    assert f"{midpoint_gap(f, *pairs).max() / height:.1%}" in picture.reading


def test_the_random_network_has_the_width_and_depth_that_the_lecture_names():
    assert WIDTH == 12 and list(GAINS) == ["linear", "tanh", "relu"]
    f, hidden = random_network(2, "relu", 0), 0
    line = np.column_stack([np.linspace(-400, 400, 40_001), np.zeros(40_001)])
    hidden = (np.abs(np.diff(f(line), 2)) > 1e-9).sum()
    assert 0 < hidden <= 2 * WIDTH                      # each unit has one kink on a line, seen by at most two second differences


def test_the_bottleneck_tells_how_much_survives():
    reading = EXAMPLES["bottleneck"]().reading
    X = digits()[0][:40]
    half = 1 - ((X / 2) ** 2).sum() / ((X - X.mean(axis=0)) ** 2).sum()
    assert f"{half:.0%} through 2 units, 0% through 1 unit." in reading and "Ten of 40 digits" in reading
    images = EXAMPLES["bottleneck"]().figure.axes[0].images
    assert len(images) == 30 and (images[3].get_array() == X[3].reshape(8, 8)).all()


def test_walks_are_drawn_and_counted_by_where_they_end():
    twice = plots.two_factors([WALKS[0], WALKS[0]]).reading
    assert "of 2 walks downhill 2 end on the upper branch, 0 on the lower, and 0 at the saddle" in twice
    picture = plots.two_factors(WALKS)
    assert "of 3 walks downhill 1 end on the upper branch, 1 on the lower, and 1 at the saddle" in picture.reading
    drawn = [line.get_xydata() for line in picture.figure.axes[1].lines if len(line.get_xydata()) == 5]
    assert all(any(np.array_equal(walk, line) for line in drawn) for walk in WALKS)
    branches = [line.get_xydata() for line in picture.figure.axes[1].lines if len(line.get_xydata()) == 200]
    assert len(branches) == 2 and all(branch.prod(axis=1) == pytest.approx(1) for branch in branches)


def curves(ax, colour: str) -> list:
    return [line for line in ax.lines if to_hex(line.get_color()) == colour.lower() and len(line.get_xdata()) > 2]


def test_the_gallery_holds_each_activation_above_its_slope():
    axes = [ax for ax in plots.activation_gallery().figure.axes if ax.get_visible()]
    assert list(FORMULAS) == list(ACTIVATIONS) and len(axes) == 16
    values, slopes = ([lines for ax in axes if (lines := curves(ax, colour))] for colour in (BLUE, VERMILLION))
    for name, value, slope in zip(FORMULAS, values, slopes, strict=True):
        for line in value:
            assert line.get_ydata() == pytest.approx(ACTIVATIONS[name].value(line.get_xdata()))
        for line in slope:
            assert line.get_ydata() == pytest.approx(derivative(name, line.get_xdata()))
    assert [len(lines) for lines in values] == [1, 2, 1, 1, 1, 1, 1, 1] and [len(lines) for lines in slopes] == [1, 1, 1, 1, 2, 2, 1, 1]


def test_the_gallery_tells_the_steepest_slopes_and_those_left_at_4():
    reading = plots.activation_gallery().reading
    assert "is 1 for linear, tanh, relu, leaky relu, elu, 0.25 for sigmoid and 0 for threshold" in reading
    assert f"sigmoid {sigmoid(4) * sigmoid(-4):.2g} and tanh {1 / np.cosh(4) ** 2:.2g}" in reading


def test_the_marks_of_saturation_end_where_float64_does():
    picture = plots.saturation()
    lines = picture.figure.axes[0].lines
    for truth, marks in (lines[:2], lines[2:]):
        z, seen = marks.get_data()
        assert seen == pytest.approx(np.interp(z, truth.get_xdata(), truth.get_ydata()), rel=1, abs=3e-16) and (seen > 0).all()
    assert lines[1].get_xdata().max() < 53 * np.log(2) and lines[3].get_xdata().max() < 20
    assert re.findall(r"by z = (\d+)", picture.reading) == ["20", "40"]


def test_silent_units_are_summed_up_layer_by_layer():
    picture = plots.silent_units({1: np.full(10, 0.5), 8: np.array([0.0, 1.0, 1.0, 1.0])})
    assert "layer 1 50%, nine units in ten from 50% to 50%; layer 8 75%" in picture.reading
    assert [sum(bar.get_height() for bar in ax.patches) for ax in picture.figure.axes] == pytest.approx([1, 1])
    assert picture.figure.axes[1].patches[-1].get_height() == pytest.approx(0.75)
