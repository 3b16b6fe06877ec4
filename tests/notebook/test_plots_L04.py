"""The pictures of L04 show what they claim."""
import numpy as np
import pytest

from course_lib.notebook import plots
from course_lib.notebook.plots.width_meter import METER, TARGETS, WIDEST, all_errors
from course_lib.topics.approximation import bump_net, hinge_net, sup_error
from tests.notebook.examples.L04 import EDGES, EXAMPLES, HINGES, KNOTS, PERIOD, TRAINED, jump


def test_the_bumps_drawn_add_up_to_the_sum_drawn():
    steep = bump_net(EDGES, np.sin((EDGES[1:] + EDGES[:-1]) / 2), 20)
    lines = plots.bump_sum(np.sin, steep, PERIOD).figure.axes[1].lines
    *bumps, total, target = [line.get_ydata() for line in lines]
    assert len(bumps) == 8
    np.testing.assert_allclose(sum(bumps), total, rtol=0, atol=1e-12)
    np.testing.assert_array_equal(target, np.sin(lines[-1].get_xdata()))


def test_the_bumps_counted_are_those_inside():
    assert "7 bumps side by side" in EXAMPLES["bump_sum"]().reading
    h = 2 * np.pi / 12
    wider = bump_net(h * np.arange(-1, 14), np.sin(h * (np.arange(14) - 0.5)), 20 / h)
    picture = plots.bump_sum(np.sin, wider, PERIOD)
    assert "12 bumps side by side, 2 more beyond the ends, add up" in picture.reading
    assert "12 bumps (filled), 2 more beyond the ends" in picture.figure.axes[1].get_title()


def test_the_hinges_drawn_end_at_their_share_of_the_last_height():
    parts, whole = plots.hinge_sum(np.exp, hinge_net(KNOTS, np.exp(KNOTS)), PERIOD).figure.axes
    ends = [line.get_ydata()[-1] for line in parts.lines if line.get_linestyle() != "None"]
    assert len(ends) == 8 and sum(ends) == pytest.approx(np.exp(PERIOD[1]) - np.exp(PERIOD[0]))
    assert whole.lines[-1].get_xdata() == pytest.approx(KNOTS)


def test_the_hinges_are_told_apart_by_the_sign_of_their_weight():
    assert "4 that bend the sum up, 3 that bend it down, 1 with weight 0" in EXAMPLES["hinge_sum"]().reading
    tent = hinge_net([0, 0.5, 1], [0, 1, 0])
    assert "1 that bend the sum up, 1 that bend it down; right" in plots.hinge_sum(lambda x: 1 - abs(2 * x - 1), tent, (0, 1)).reading


def test_slopes_are_measured_over_the_last_doubling():
    K = np.array([4, 8, 16])
    reading = plots.errors_against_width(K, {"slow": 3.0 / K, "fast": [1, 0.5, 0.5 / 2 ** 2.5]}).reading
    assert "slow come from 0.7500 to 0.1875 with slope −1.00" in reading and "with slope −2.50 at the end" in reading


def test_rivals_name_the_nearest_and_share_the_honour():
    reading = EXAMPLES["rival_errors"]().reading
    assert "with 7 parameters" in reading
    assert "smooth, polynomial with an error of" in reading and "jump, step tree and Haar wavelets with no error" in reading


def test_rivals_that_look_like_one_line_share_a_bracket_and_are_told():
    picture = plots.rival_errors({"smooth: exp": (np.exp, (0, 1)), "jump: at 1/4": (jump, (0, 1))}, [8, 16, 32, 64])
    assert picture.reading.count("look like one line") == 1
    assert "Fourier series, linear spline, cubic spline and polynomial look like one line between 0.5 and 0.9" in picture.reading
    panel = picture.figure.axes[1]
    heights = {text.get_text(): text.xyann[1] for text in panel.texts}
    brackets = [line.get_ydata() for line in panel.lines[6:] if len(line.get_xdata()) == 4]
    held = [{name for name, height in heights.items() if min(ends) < height < max(ends)} for ends in brackets]
    assert held == [{"step tree", "Haar wavelets"}, {"Fourier series", "linear spline", "cubic spline", "polynomial"}]


def test_no_two_labels_of_rivals_touch():
    figure = EXAMPLES["rival_errors"]().figure
    figure.canvas.draw()
    for ax in figure.axes:
        heights = sorted(ax.transData.transform(text.xyann)[1] for text in ax.texts)
        assert len(heights) == 6 and np.diff(heights).min() > 8.5 * figure.dpi / 72


def test_trained_networks_are_counted_against_the_one_written_down():
    nearer = [(TRAINED[0] < 0.2).sum(), (TRAINED[1] < 0.07).sum()]
    reading = EXAMPLES["built_and_trained"]().reading
    assert f"{nearer[0]} of width 4" in reading and f"{nearer[1]} of width 8 (0% to 11%)" in reading and nearer[1] == 0
    assert f"median error of {np.median(TRAINED[1]):.2f}" in reading


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("K", [1, 8, WIDEST])
def test_the_meter_tells_the_error_of_the_network_drawn(target, K):
    f, (left, right) = TARGETS[target]
    knots = np.linspace(left, right, K + 1)
    error = sup_error(f, hinge_net(knots, f(knots)), (left, right), points=4001)
    picture = plots.width_meter(K, target)
    assert all_errors(target)[K - 1] == error and f"largest error of {error:.4f}" in picture.reading
    dots, disc = picture.figure.axes[0].lines[3:5]
    assert len(dots.get_xdata()) == WIDEST and disc.get_ydata() == dots.get_ydata()[K - 1]
    assert disc.get_xdata() == pytest.approx(METER + 0.1 * np.log2(K))
    assert 10 ** (3.35 * np.squeeze(disc.get_ydata()) - 3) == pytest.approx(error)


def test_the_curve_of_the_meter_is_the_network():
    curve = plots.width_meter(8, "sine").figure.axes[0].lines[1]
    assert 2 * np.pi * curve.get_xdata() == pytest.approx(KNOTS)
    assert 2 * curve.get_ydata() - 1 == pytest.approx(HINGES(KNOTS))


def test_the_breakers_really_break():
    whole_line, jump, odd = plots.breakers().figure.axes[1:]
    target, network = (line.get_ydata() for line in whole_line.lines[:2])
    assert abs(target - network).max() > 9
    for line in jump.lines[2:]:
        assert abs(line.get_ydata() - (line.get_xdata() >= 0)).max() > 0.45
    for line in odd.lines[1:4]:
        assert line.get_ydata() == pytest.approx(-line.get_ydata()[::-1], abs=1e-12)


def test_images_share_one_scale_and_tell_their_errors():
    picture = EXAMPLES["function_images"]()
    scales = {ax.images[0].get_clim() for ax in picture.figure.axes[:2]}
    assert len(scales) == 1 and scales.pop() == pytest.approx((-1, 1), abs=1e-3)
    assert picture.reading.endswith("half of it within 0.5.")
