"""The pictures of L12 show what they claim."""
import re

import numpy as np
import pytest

from course_lib.notebook import plots
from course_lib.notebook.drawings import INK, blocks
from course_lib.notebook.plots.digit_readings import SIDE, THREE, drawn
from course_lib.topics import double_descent as stored
from course_lib.topics.intervals import median_interval
from tests.notebook.examples.L12 import EXAMPLES, FITS, GROWING, PLACES, PROBABILITIES, SWEEPS, reads_threes


def test_accuracies_are_told_with_their_intervals():
    reading = EXAMPLES["accuracy_curves"]().reading
    for row in GROWING:
        assert "{:.0%} ({:.0%} to {:.0%})".format(*median_interval(row)) in reading
    assert "In training: 70%, 75%, 80%." in reading and "10, 20, 40 samples" in reading


def test_double_descent_tells_the_valley_the_peak_and_the_end():
    picture = EXAMPLES["double_descent"]()
    for name, sweep in SWEEPS.items():
        medians = np.median(sweep.test, axis=0)
        assert re.search(rf"{name}: {medians[0]:.2g} \(.* with 5, {medians[1]:.2g} \(.* with 10, {medians[3]:.2g} \(", picture.reading)
        assert any(np.array_equal(line.get_ydata(), medians) for line in picture.figure.axes[0].lines)


@pytest.mark.parametrize("at", [{}, {"features": 4, "noise": 1.0}, {"features": 160, "noise": 0.0, "ridge": 0.01}])
def test_the_slider_reads_the_stored_runs_at_its_place(at):
    picture = plots.features_and_noise(**at)
    at = {"features": 40, "noise": 0.3, "ridge": 0.0} | at
    curve = stored.curve(at["noise"], at["ridge"])
    place = stored.FEATURES.index(at["features"])
    assert f"the median is {curve.test[2, place]:.2g}" in picture.reading
    assert ("training error is 0." in picture.reading) == (at["ridge"] == 0 and at["features"] >= 40)
    diamond = next(line for line in picture.figure.axes[0].lines if line.get_marker() == "D")
    assert diamond.get_xdata()[0] == at["features"] and diamond.get_ydata()[0] == pytest.approx(np.log10(curve.test[2, place]), abs=1e-6)


def test_shortest_fits_measure_the_distance_from_the_truth():
    reading = EXAMPLES["shortest_fits"]().reading
    errors = [((curve - PLACES) ** 2).mean() for curve in FITS[3]]
    assert f"{np.median(errors):.2f} with 3 features, and one draw of ten above {np.quantile(errors, 0.9):.2f}" in reading
    assert "0.00 with 30 features" in reading


def test_the_ward_tells_the_last_losses_and_what_left_the_chart():
    picture = EXAMPLES["ward"]()
    assert "A 0.25 and 0.45" in picture.reading and "B above 4 and above 4" in picture.reading
    words = [[text.get_text() for text in ax.texts] for ax in picture.figure.axes]
    assert "far above" not in words[0] and "far above" in words[1]


def test_bars_of_the_lunch_count_functions():
    left, right = EXAMPLES["lunch"]().figure.axes
    assert [bar.get_height() for bar in left.patches] == [1, 0, 1, 0, 2, 0]
    assert [bar.get_height() for bar in right.patches] == [0, 0, 1, 0, 1, 0]
    assert "two functions: bold 50.0%, shy 50.0%; one: bold 100.0%, shy 50.0%" in EXAMPLES["lunch"]().reading


def test_a_wrong_favourite_is_hatched_and_the_right_digit_never():
    axes = EXAMPLES["digit_readings"]().figure.axes
    for ax, label, favourite in ((axes[2], 3, 3), (axes[3], 5, 8)):
        assert [i for i, bar in enumerate(ax.patches) if bar.get_hatch()] == ([favourite] if favourite != label else [])
    assert [bar.get_width() for bar in axes[2].patches] == PROBABILITIES[0].tolist()


def test_the_pen_draws_what_the_canvas_would_send_and_reads_its_blocks():
    asked = []
    plots.pen_reading(lambda X: asked.append(X) or reads_threes(X), tilts=(0, 90))
    sheet = drawn(THREE)
    assert sheet.shape == (SIDE, SIDE) and sheet.dtype == np.uint8 and 0.1 < (sheet >= INK).mean() < 0.4
    assert (asked[0][0] == blocks(sheet)).all() and asked[0].shape == (1, 64)
    quarter = drawn(THREE, 90)
    assert np.abs(np.rot90(sheet, -1).astype(int) - quarter).mean() < 6
    assert all(sheet[round(y), round(x)] == 255 for x, y in THREE)


def test_the_reading_of_the_pen_names_every_answer():
    found = re.findall(r"read as (\d)", plots.pen_reading(reads_threes, label=5, tilts=(0, 10, 20, 30)).reading)
    assert found == ["3"] * 4
