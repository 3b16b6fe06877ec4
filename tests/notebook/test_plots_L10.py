"""The pictures of L10 show what they claim."""
import re

import numpy as np
import pytest

from course_lib.datasets import four_points
from course_lib.nn.activations import sigmoid
from course_lib.nn.gradients import complex_step
from course_lib.notebook import plots
from course_lib.notebook.plots.noisy_walks import _gradients_with
from course_lib.topics.intervals import share_interval
from tests.notebook.examples.L10 import CLOUDS, EXAMPLES, RUNS


def test_the_zigzag_turns_by_right_angles_and_tells_its_factor():
    steps = np.diff(RUNS["exact"], axis=0)
    assert (steps[1:] * steps[:-1]).sum(axis=1) == pytest.approx(0, abs=1e-12)
    reading = EXAMPLES["zigzag"]().reading
    assert f"keeps {(9 / 11) ** 2:.3f} of the height" in reading and f"exact {(9 / 11) ** 20:.1g}, fixed {(9 / 11) ** 20:.1g}" in reading
    drawn = [line.get_xydata() for line in EXAMPLES["zigzag"]().figure.axes[0].lines]
    assert any(np.array_equal(line, RUNS["exact"]) for line in drawn)


def test_curves_that_end_together_share_a_label():
    texts = [text.get_text() for text in EXAMPLES["zigzag"]().figure.axes[1].texts]
    assert texts == ["exact\nand fixed", "creeping"]


def test_the_cloud_tells_mean_and_spread():
    picture = EXAMPLES["gradient_cloud"]()
    assert f"the mean has length {2 ** 0.5:.2f}" in picture.reading and "2 of 3 point to its side" in picture.reading
    assert f"the mean has length 0.00, the dots lie {(2 / 3) ** 0.5:.2f}" in picture.reading
    for ax, cloud in zip(picture.figure.axes, CLOUDS.values(), strict=True):
        (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
        assert left < cloud[:, 0].min() and cloud[:, 0].max() < right and bottom < cloud[:, 1].min() and cloud[:, 1].max() < top


def test_batches_tell_the_largest_gap_and_leave_out_zeros():
    picture = EXAMPLES["batch_noise"]()
    assert "without 4, 1.3, 0." in picture.reading and "met to 10% or better" in picture.reading
    assert all((line.get_ydata() > 0).all() for line in picture.figure.axes[0].lines)


def test_the_ball_tells_where_curves_end_and_what_was_promised():
    assert "lr 0.5: 0.3 (promised 0.5 at most)" in EXAMPLES["noise_ball"]().reading


def test_schedules_tell_the_power_of_k():
    reading = EXAMPLES["step_schedules"]().reading
    assert "quick: 0.005, falling like k to the power −1.00" in reading and "to the power −0.40" in reading
    assert "no longer falling" in plots.step_schedules({"flat": np.ones(101)}).reading


def test_three_walks_tell_where_they_end():
    reading = EXAMPLES["three_walks"]().reading
    assert "all ends 1.00 from the minimum (+) after 4 steps" in reading and "one ends 0.50" in reading and "cost of 8" in reading


def test_wells_tell_shares_with_intervals():
    low, high = share_interval(30, 40)
    assert f"lr 0.1 75% ({low:.0%} to {high:.0%}), lr 0.2 100%" in EXAMPLES["two_wells"]().reading


@pytest.mark.parametrize("fourth", [0, 1])
def test_the_walk_follows_the_slope_of_the_error(fourth):
    X, y = four_points()
    labels, w = np.append(y[:3], fourth), np.array([0.3, -1.2])
    for row in range(4):
        slope = complex_step(lambda w, row=row: (sigmoid(X[row] @ w) - labels[row]) ** 2, w)
        assert _gradients_with(labels)(w, np.array([row]))[0] == pytest.approx(slope)


def errors(**at) -> tuple[float, float, int]:
    found = re.search(r"error is ([\d.]+), with the full gradient ([\d.]+)\. (\d+) of", plots.noisy_walk(**at).reading)
    return float(found[1]), float(found[2]), int(found[3])


def test_where_samples_agree_the_noise_dies_and_where_they_contradict_it_stays():
    for start in (-4.0, 0.0, 3.0):
        for lr in (4.0, 12.0):
            agree, full, _ = errors(w1=start, w2=-1.0, lr=lr, fourth=0)
            assert agree < 0.01 and full < 0.01
            noisy, full, ups = errors(w1=start, w2=-1.0, lr=lr, fourth=1)
            assert noisy > 0.2 and ups > 10


def test_the_widget_keeps_its_meter_in_its_frame():
    for at in ({}, {"lr": 30.0, "w1": -5.0, "w2": 5.0}, {"lr": 1.0, "batch": 4}):
        meter = plots.noisy_walk(**at).figure.axes[0].lines[-1].get_xydata()
        assert meter[0, 0] == pytest.approx(9.2) and meter[:, 0].max() <= 19.6 + 1e-9 and (np.abs(meter[:, 1]) <= 6).all()
