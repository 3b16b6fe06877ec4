"""The pictures of L07 show what they claim."""
import re

import numpy as np
import pytest

from course_lib.datasets import SURFACES
from course_lib.notebook import plots
from course_lib.notebook.plots.bowls import LOWEST, STEPS
from course_lib.notebook.plots.chords import FUNCTIONS, REACH
from course_lib.notebook.plots.curvature import curvatures
from course_lib.topics.convexity import violation_margin
from course_lib.topics.landscapes import hessian_eigenvalues
from course_lib.topics.logistic import negative_log_likelihood
from tests.notebook.examples.L07 import AGE, EXAMPLES, HIGH, PROBLEMS, WALKS


@pytest.mark.parametrize("name, convex", [("square", True), ("absolute value", True), ("line", True), ("two wells", False),
                                          ("wave", False)])
def test_the_explorer_finds_low_chords_in_the_functions_that_are_not_convex_and_in_no_other(name, convex):
    rng = np.random.default_rng(0)
    readings = [plots.chord(name, *rng.uniform(-REACH, REACH, 2), rng.random()).reading for _ in range(25)]
    assert any("This proves that" in reading for reading in readings) == (not convex)


@pytest.mark.parametrize("at", [("two wells", -1.8, 2.0, 0.5), ("wave", 2.9, -2.0, 0.2), ("square", -1.0, 2.0, 0.9)])
def test_the_gap_is_drawn_and_told_as_it_is(at):
    name, x1, x2, lam = at
    picture, f = plots.chord(*at), FUNCTIONS[name]
    margin, middle = violation_margin(f, x1, x2, lam), lam * x1 + (1 - lam) * x2
    lines = [line.get_xydata() for line in picture.figure.axes[0].lines]
    gap = next(line for line in lines if len(line) == 2 and np.allclose(line[:, 0], middle))
    assert gap[0, 1] - gap[1, 1] == pytest.approx(margin)
    assert f"{abs(margin):.2g} {'below' if margin > 0 else 'above'} the graph" in picture.reading


def test_every_point_lies_inside_the_window_of_the_explorer():
    x = np.linspace(-REACH, REACH, 601)
    assert all(f(x).min() > -0.6 and f(x).max() < 3.7 for f in FUNCTIONS.values())


def test_certificates_tell_their_margins():
    reading = EXAMPLES["certificates"]().reading
    assert f"sine: chord {violation_margin(np.sin, 0.0, 3.0, 0.5):.2g} too low" in reading and "square: none found" in reading


def test_walks_end_in_one_place_or_on_a_line_of_minimisers():
    picture = EXAMPLES["valleys"]()
    assert "Different: one minimiser, and 2 walks end in 1 place" in picture.reading
    assert "twice: a line of minimisers, and 2 walks end in 2 places." in picture.reading
    X, y = PROBLEMS["twice"]
    line = next(line.get_xydata() for line in picture.figure.axes[1].lines if np.abs(line.get_xdata()).max() > 4)
    assert pytest.approx(np.column_stack([y, y])) == X @ line.T


def test_bowls_tell_where_the_walk_arrives():
    x, y = -2 * 0.9 ** 30, 0.0
    reading = EXAMPLES["bowl_paths"]().reading
    assert f"lr 0.1: {(x * x + 10 * y * y) / 2:.2g}" in reading
    assert f"lr 0.21: {((2 * 0.79 ** 30) ** 2 + 10 * 1.1 ** 60) / 2:,.0f}" in reading


@pytest.mark.parametrize("lr, steepness, said", [(0.19, 10, "below the limit"), (0.2, 10, "at the limit"), (0.21, 10, "climbs out"),
                                                 (0.5, 1, "below the limit"), (0.5, 4, "at the limit")])
def test_the_bowl_knows_its_limit(lr, steepness, said):
    assert said in plots.bowl_walk(lr, steepness).reading
    heights = [float(h) for h in re.search(r"from height (\S+) to (\S+)\.$", plots.bowl_walk(lr, steepness, 1.0, 1.0).reading).groups()]
    assert (heights[1] > heights[0]) == (said == "climbs out")


def test_the_meter_keeps_to_its_scale():
    for view in (plots.bowl_walk(0.5, 20), plots.bowl_walk(0.1, 10, 0.0, 1.0)):
        meter = view.figure.axes[0].lines[-1].get_ydata()
        assert len(meter) == STEPS + 1 and meter.min() >= -2 and meter.max() <= 2
    assert meter[1] == -2 and LOWEST == -9                          # lr 0.1 and steepness 10 reach x₂ = 0 in one step


def test_rates_tell_the_largest_share_of_the_bound():
    reading = EXAMPLES["descent_rates"]().reading
    assert "reach 80% of their bound" in reading                    # 0.4 / k² against 1 / 2k at k = 1
    assert f"at most {0.81 / 0.9:.0%} of it after the first step" in reading


def test_the_fit_marks_its_weights_at_their_loss():
    picture = EXAMPLES["endless_fit"]()
    X = np.column_stack([(AGE - AGE.mean()) / AGE.std(), np.ones(9)])
    marks = [line.get_xydata()[0] for line in picture.figure.axes[1].lines if len(line.get_xdata()) == 1]
    assert marks[1] == pytest.approx([100, negative_log_likelihood([4.0, 3.0], X, HIGH)])
    assert f"{5 ** 0.5:.1f} after 10 steps, 5.0 after 100 steps" in picture.reading


def test_the_curvatures_are_the_eigenvalues_of_the_hessian():
    for name in ("four points", "Himmelblau", "saddle"):
        surface = SURFACES[name]
        for at in np.random.default_rng(0).uniform(-3, 3, size=(20, 2)):
            assert np.array(curvatures(surface.gradient, at)) == pytest.approx(hessian_eigenvalues(surface.gradient, at), abs=1e-9)
    assert "0.125 and 0.625 at (0, 0), −0.093 and −0.074 at (−3, −3)" in EXAMPLES["curvature_map"]().reading


def test_shares_of_the_map_add_up_and_dome_and_bowl_are_not_exchanged():
    shares = [int(share) for share in re.findall(r"(\d+)%", EXAMPLES["curvature_map"]().reading)]
    assert 99 <= sum(shares) <= 101
    dome = plots.curvature_map(SURFACES["saddle"], {}).reading
    assert "0% curves up both ways, 100% up one way and down the other, 0% down both ways" in dome
    assert "100% curves up both ways" in plots.curvature_map(SURFACES["bowl"], {}).reading


def test_the_numbers_of_the_levels_stand_clear_of_a_walk_along_the_middle():
    walk = np.linspace((-5, -5), (5, 5), 101)
    drawn = plots.curvature_map(SURFACES["four points"], {}, [walk]).figure.axes[0].texts
    assert len(drawn) == 9
    assert min(np.linalg.norm(walk - text.get_position(), axis=1).min() for text in drawn) > 1
    assert max(np.abs(text.get_position()).max() for text in drawn) < 5.5                # nor at the frame, which ends at 6


def test_the_twins_tell_ends_and_middles():
    assert "Both ends have the loss 0.100; halfway it is 0.900 or 0.400" in EXAMPLES["twins"]().reading


def test_the_passage_tells_who_leaves_and_who_stays():
    assert "pushed: after 2 steps; not: never." in EXAMPLES["saddle_passage"]().reading
    lingers = np.array([[0.1, 1.0], [0.7, 0.0], [1.0, 0.0]])         # at 0.7 the height is 0.065, below half of 0.25
    assert "it: after 1 steps" in plots.saddle_passage(SURFACES["double well"], {"it": lingers}).reading
    drawn = [line.get_xydata() for line in EXAMPLES["saddle_passage"]().figure.axes[0].lines]
    assert all(any(np.array_equal(walk, line) for line in drawn) for walk in WALKS.values())
