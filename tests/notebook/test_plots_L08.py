"""The pictures of L08 show what they claim."""
import numpy as np
import pytest
from matplotlib.patches import Rectangle

from course_lib.notebook import plots
from course_lib.notebook.controls import extremes
from course_lib.notebook.plots.difference_errors import FLOOR
from course_lib.notebook.plots.gradient_checks import parameter_errors
from tests.notebook.examples.L08 import EXAMPLES, GRADIENT, NET, STEPS, bowl, bowl_gradient


def test_the_rose_is_two_circles_and_its_dots_are_measured():
    picture = EXAMPLES["gradient_rose"]()
    g, rose = bowl_gradient(np.array([-1.0, 0.5])), picture.figure.axes[1]
    assert "gradient is (−1.5, 1)" in picture.reading and f"the slope is {np.hypot(*g):.3g}" in picture.reading
    assert "to 12 digits" in picture.reading
    dots = np.vstack([line.get_xydata() for line in rose.lines if line.get_linestyle() == "None"])
    assert len(dots) == 24
    np.testing.assert_allclose((dots ** 2).sum(axis=1), np.abs(dots @ g), atol=1e-12)       # |p|² = |g·p|: on one of the circles
    for p in dots[:12]:
        u, h = p / np.linalg.norm(p), 1e-6
        slope = (bowl(np.array([-1, 0.5]) + h * u) - bowl(np.array([-1, 0.5]) - h * u)) / (2 * h)
        assert abs(slope) == pytest.approx(np.linalg.norm(p), abs=1e-8)


def test_a_wrong_gradient_is_told_in_the_rose():
    reading = plots.gradient_rose(bowl, lambda theta: bowl_gradient(theta) + 0.01, (-1.0, 0.5)).reading
    assert "to 1 digits" in reading


def test_the_relay_multiplies_backwards():
    picture = plots.relay({"x": 3, "u = 2x² + 1": 19, "F = u²": 361}, {"4x": 12, "2u": 38})
    assert picture.reading.endswith("multiply to 12 × 38 = 456.")
    said = [text.get_text() for text in picture.figure.axes[0].texts]
    assert [said[said.index(f"dF/d{name}") + 1] for name in ("x", "u", "F")] == ["456", "38", "1"]


@pytest.mark.parametrize("at", [{}, *extremes(plots.two_paths)])
def test_the_pieces_of_area_add_up_to_the_growth(at):
    t, nudge = at.get("t", 2.0), at.get("nudge", 0.3)
    picture = plots.two_paths(**at)
    area, *pieces = [patch.get_width() * patch.get_height() for patch in picture.figure.axes[0].patches
                     if isinstance(patch, Rectangle)][:4]

    def r(t):
        return t ** 2 * (3 * t + 1)
    assert area == pytest.approx(r(t)) and sum(pieces) == pytest.approx(r(t + nudge) - r(t))
    assert f"grow by {(r(t + nudge) - r(t)) / nudge:.4g} times" in picture.reading
    assert picture.reading.endswith(f"= {9 * t ** 2 + 2 * t:.4g}.")


def test_the_best_steps_are_marked_where_the_errors_are_least():
    reading = EXAMPLES["difference_errors"]().reading
    assert "forward difference best at h = 1e−8 with 2e−8" in reading
    assert "complex step below 1e−14 at every h up to 1e−7" in reading
    central = STEPS[np.argmin(STEPS ** 2 + 1e-16 / STEPS)]
    assert f"central difference best at h = {central:.0e}".replace("e-0", "e−") in reading


def test_errors_of_nothing_are_drawn_at_the_floor():
    picture = plots.difference_errors(STEPS, {"forward difference": np.zeros((2, len(STEPS)))})
    assert picture.figure.axes[0].lines[0].get_ydata() == pytest.approx(FLOOR)


def test_faults_are_counted_and_placed():
    assert EXAMPLES["gradient_checks"]().reading == (
        "right: 0 of 13 errors above 0.01; wrong: 13 of 13 errors above 0.01, more than half of W1, b1, W2 and b2.")
    broken = GRADIENT.copy()
    broken[6:9] = 0                                   # b1
    assert "3 of 13 errors above 0.01, more than half of b1." in plots.gradient_checks(NET, {"one": (broken, GRADIENT)}).reading


def test_relative_errors_of_parameters():
    assert parameter_errors([1.0, 0.0, 2.0, -1.0], [1.0, 0.0, 1.0, 1.0]).tolist() == [0, 0, 0.5, 2]
