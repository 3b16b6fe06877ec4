"""The pictures of L06 show what they claim."""
import numpy as np
import pytest

from course_lib.datasets import income9, two_predictors
from course_lib.nn.distributions import kl_divergence, softmax, sparsemax
from course_lib.nn.losses import hinge, softmax_cross_entropy, sparsemax_loss
from course_lib.notebook import plots
from course_lib.notebook.plots.margin_losses import at, number
from course_lib.notebook.plots.simplex import CORNERS
from course_lib.notebook.plots.three_scores import SCALE, SCORES_AT, scores
from course_lib.topics.logistic import negative_log_likelihood
from tests.notebook.examples.L06 import EXAMPLES, SCORES

PEOPLE = income9()


def texts(picture) -> list[str]:
    return [text.get_text() for ax in picture.figure.axes for text in ax.texts]


def test_the_staircase_has_treads_and_no_risers_and_tangents_with_the_right_slopes():
    w = np.linspace(-2, 2, 401)
    errors, losses = np.where(w < -1, 0.5, np.where(w < 1, 0.3, 0.4)), (w - 0.5) ** 2
    picture = plots.staircase(w, errors, losses, here=-0.5, flat=0.998)
    top, bottom = picture.figure.axes
    treads = top.lines[0].get_ydata()
    assert np.isnan(treads).sum() == 2 and {0.5, 0.3, 0.4} == set(treads[~np.isnan(treads)])
    for ax, slope in ((top, 0), (bottom, -2)):
        (x0, y0), (x1, y1) = ax.lines[1].get_xydata()
        assert (y1 - y0) / (x1 - x0) == pytest.approx(slope, abs=1e-9)
    assert "2 jumps" in picture.reading and "lowest place at 0.5" in picture.reading and "99.8%" in picture.reading
    assert "There 30% are wrong, at the best place 30%" in picture.reading and "slope −2.00: this way" in texts(picture)


def test_the_surprises_are_the_terms_of_the_logistic_loss():
    picture = plots.surprises(PEOPLE.age, PEOPLE.high, 0.15, -5.0)
    costs = [float(text) for text in texts(picture) if text[0].isdigit()]
    total = negative_log_likelihood([0.15, -5], np.column_stack([PEOPLE.age, np.ones(9)]), PEOPLE.high)
    assert len(costs) == 9 and sum(costs) == pytest.approx(total, abs=0.05)
    assert f"add up to {total:.2f}" in picture.reading and "the person of 30 whose income is high" in picture.reading
    assert "whose income is low" in plots.surprises(PEOPLE.age, PEOPLE.high, 0.15, -3.0).reading


def test_bars_are_as_long_as_their_numbers():
    picture = EXAMPLES["score_bars"]()
    widths = [[bar.get_width() for bar in ax.patches] for ax in picture.figure.axes]
    assert widths[0] == SCORES.tolist() and widths[1] == pytest.approx(softmax(SCORES))
    assert "softmax(z) is 0.842, 0.042, 0.002, 0.114" in picture.reading and "scores z is 5, 2, −1, 3" in picture.reading


@pytest.mark.parametrize("z1, z2, temperature", [(2.0, 1.0, 1.0), (-3.0, 3.0, 0.1), (0.5, 0.5, 5.0), (0.0, 0.0, 0.1)])
def test_the_points_of_the_simplex_are_softmax_and_sparsemax(z1, z2, temperature):
    picture, z = plots.simplex(z1, z2, temperature), np.array([z1, z2, 0]) / temperature
    marks = {line.get_marker(): line.get_xydata()[0] for line in picture.figure.axes[0].lines
             if line.get_marker() in "os" and line.get_xydata()[0, 0] < 1.1 and line.get_zorder() >= 4}
    assert marks["o"] == pytest.approx(softmax(z) @ CORNERS) and marks["s"] == pytest.approx(sparsemax(z) @ CORNERS)
    assert ", ".join(f"{p:.3f}" for p in softmax(z)) in picture.reading


def test_the_corners_of_the_simplex_are_equally_far_apart():
    sides = [np.linalg.norm(CORNERS[i] - CORNERS[j]) for i, j in ((0, 1), (1, 2), (0, 2))]
    assert sides == pytest.approx([1, 1, 1])


def test_the_three_scores_start_with_the_slides_numbers():
    table = two_predictors()
    assert scores(table.nn1, table.truth) == pytest.approx((1 / 3, 0.2533, 0.3757), abs=5e-5)
    assert scores(table.nn2, table.truth) == pytest.approx((1 / 3, 0.7067, 1.0567), abs=5e-5)
    assert plots.three_scores().reading.endswith("error rate 0.33 against 0.33; MSE 0.25 against 0.71; cross-entropy 0.38 against 1.06.")
    assert scores(np.array([[0.5, 0.5]]), np.array([[1.0, 0.0]]))[0] == 1         # a tie is an error


@pytest.mark.parametrize("nn1, nn2, verdicts", [(0.4, 0.1, "equal NN1 NN1"), (0.03, 0.1, "equal NN1 NN2"), (0.49, 0.55, "NN2 NN1 NN1"),
                                                (0.6, 0.1, "NN1 NN1 NN1")])
def test_the_three_scores_say_which_network_is_better(nn1, nn2, verdicts):
    picture = plots.three_scores(nn1, nn2)
    words = {text.get_position(): text.get_text() for text in picture.figure.axes[0].texts}
    assert [words[3.37, row].removesuffix(" better") for row in range(3)] == verdicts.split()
    for name, bars in zip(("nn1", "nn2"), picture.figure.axes[0].collections, strict=True):
        table = two_predictors()
        predicted = np.vstack([getattr(table, name)[:2], [{"nn1": nn1, "nn2": nn2}[name], 1 - {"nn1": nn1, "nn2": nn2}[name]]])
        ends = [path.vertices[:, 0].max() for path in bars.get_paths()]
        assert ends[:3] == pytest.approx((predicted * table.truth).sum(axis=1))
        assert (np.array(ends[3:]) - SCORES_AT) / SCALE == pytest.approx(np.array(scores(predicted, table.truth)))


def test_the_losses_at_the_marks_are_those_of_the_slide():
    printed = {0: (0.6931, 1, 0.25), 1: (1.3133, 2, 1)}                     # D1-35: logistic, hinge, sparsemax
    for s, values in printed.items():
        assert [round(at(loss, s), 4) for loss in (softmax_cross_entropy, hinge, sparsemax_loss)] == list(values)
        assert set(map(number, values)) <= set(texts(plots.margin_losses()))
    assert "at s = 1: 0/1 1, logistic 1.3133, hinge 2, sparsemax 1." in plots.margin_losses().reading


def test_the_detour_is_drawn_to_scale_and_called_shorter_only_where_it_is():
    triple = (0.9, 0.1), (0.5, 0.5), (0.1, 0.9)
    picture = plots.divergences((0.25, 0.75), (0.5, 0.5), triple)
    direct, first, second = (bar.get_width() for bar in picture.figure.axes[1].patches)
    assert [direct, first, second] == pytest.approx([float(kl_divergence(*pair)) for pair in (triple[::2], triple[:2], triple[1:])])
    assert "0.1308" in picture.reading and "0.1438" in picture.reading and "0.368 + 0.511 = 0.879" in picture.reading
    assert picture.figure.axes[1].get_xlabel().endswith("shorter")
    outside = plots.divergences((0.25, 0.75), (0.5, 0.5), ((0.9, 0.1), (0.95, 0.05), (0.1, 0.9)))
    assert not outside.figure.axes[1].get_xlabel().endswith("shorter")
