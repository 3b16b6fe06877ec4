"""The pictures of L03 show what they claim."""
import numpy as np
import pytest
from matplotlib.collections import LineCollection

from course_lib.nn import MLP
from course_lib.notebook import plots
from course_lib.notebook.controls import extremes
from course_lib.notebook.plots.hidden import HIDDEN_REACH, LABELS, LEFT, POINTS, REACH, RIGHT, hidden, normal, places_of_names, separated
from tests.notebook.examples.L03 import EXAMPLES, X3, X, three_units, trained, y


def texts(picture) -> list[str]:
    return [text.get_text() for ax in picture.figure.axes for text in ax.texts]


@pytest.mark.parametrize("turned", [(135, 0.7, 135, -0.7), (45, 0.7, 45, -0.7), (150, 0.8, 120, -0.8), (0, 0.0, 90, 0.0)])
def test_one_line_is_drawn_exactly_where_one_line_is_enough(turned):
    picture, found = plots.hidden_weights(*turned), separated(*turned)
    lines = np.isnan(picture.figure.axes[0].lines[0].get_xdata()).sum()
    assert lines == 2 + found.separable and ("one line separates" in picture.reading) == found.separable
    if found.separable:
        assert np.array_equal(np.sign(hidden(POINTS, *turned) @ found.w + found.b), LABELS)
        cut = (picture.figure.axes[0].lines[0].get_xydata()[6:8] - RIGHT) * HIDDEN_REACH
        assert cut @ found.w + found.b == pytest.approx(0, abs=1e-12)
        assert f"margin {found.margin:.2f}" in picture.reading


def test_hidden_lines_lie_where_the_units_change_their_sign_and_names_on_the_positive_side():
    turned = 60, 0.5, 150, -0.9
    picture = plots.hidden_weights(*turned)
    ends = picture.figure.axes[0].lines[0].get_xydata()
    names = {text.get_text(): (np.array(text.get_position()) - LEFT) * REACH for text in picture.figure.axes[0].texts}
    for unit in (0, 1):
        on_line = (ends[3 * unit:3 * unit + 2] - LEFT) * REACH
        assert hidden(on_line, *turned)[:, unit] == pytest.approx(0, abs=1e-12)
        assert hidden(names[f"h{'₁₂'[unit]}"], *turned)[unit] > 0.1


@pytest.mark.parametrize("other", [(0, 0.0), (90, 0.5), (150, -0.9)])
def test_the_names_of_the_lines_stand_on_no_point_and_not_on_each_other(other):
    for angle in range(0, 181, 15):
        for shift in np.arange(-1.4, 1.41, 0.1):
            units = (normal(angle), shift / REACH), (normal(other[0]), other[1] / REACH)
            names = np.array(places_of_names(units))
            assert np.abs(names).max() <= 0.93                                  # inside the window
            assert np.linalg.norm(names[:, None] - POINTS / REACH, axis=2).min() > 0.1      # a name is 0.1 wide and high
            assert np.linalg.norm(names[0] - names[1]) > 0.1
            assert all(name @ across - place > 0.1 for name, (across, place) in zip(names, units, strict=True))


def test_a_line_outside_the_window_is_not_drawn():
    ends = plots.hidden_weights(45, 1.4, 0, 0.0).figure.axes[0].lines[0].get_xydata()
    assert np.abs(ends[~np.isnan(ends)]).max() <= 1 + 1e-9
    assert normal(90) == pytest.approx([0, 1])


def test_every_end_of_the_sliders_can_be_decided():
    assert len([separated(**at) for at in extremes(plots.hidden_weights)]) == 16


def test_features_tell_how_many_points_are_on_the_wrong_side():
    assert "has 0 of the 60 points" in EXAMPLES["feature_space"]().reading
    wrong = ((X[:, 0] ** 2 >= 0.2) != y).sum()
    assert 0 < wrong < 30
    assert f"has {wrong} of the 60 points" in plots.feature_space(X, y, np.square, np.array([1.0, 0.0]), -0.2, ("a", "b")).reading


def test_a_closed_region_takes_three_hidden_units():
    assert plots.learned_features(X, y, trained(3)).reading.endswith("closed on all sides.")
    assert plots.learned_features(X, y, trained(2)).reading.endswith("runs out of every window.")


def test_the_side_view_of_hidden_space_keeps_the_score():
    net = trained(3)
    points = plots.learned_features(X, y, net).figure.axes[2].lines
    drawn = np.sort(np.concatenate([line.get_xdata() for line in points[:2]]))
    assert drawn == pytest.approx(np.sort(net.forward(X)[-1][:, 0]))


@pytest.mark.parametrize("sizes", [(2, 4, 3, 3), (3, 1), (1, 6, 1)])
def test_a_small_network_has_a_line_for_each_weight_and_its_true_count(sizes):
    picture = plots.network(sizes, "tanh")
    lines = sum(len(drawn.get_segments()) for drawn in picture.figure.axes[0].findobj(LineCollection))
    net = MLP(sizes, rng=0)
    assert lines == sum(W.size for W, b in net.layers) and f"{net.theta.size} parameters in all" in picture.reading
    shapes = [f"W{'₁₂₃'[i]}: {W.shape[0]} × {W.shape[1]}\nb{'₁₂₃'[i]}: {len(b)}" for i, (W, b) in enumerate(net.layers)]
    assert set(shapes) <= set(texts(picture))


def test_activations_are_drawn_only_when_asked_for():
    def curves(picture):
        return sum(len(line.get_xdata()) == 41 for line in picture.figure.axes[0].lines)
    assert curves(plots.network([2, 4, 3, 3])) == 0 and curves(plots.network([2, 4, 3, 3], "relu")) == 7
    assert "9610 parameters" in plots.network([64, 128, 10]).reading and "⋮" in texts(plots.network([64, 128, 10]))
    assert "softmax" in texts(plots.network([2, 3], output="softmax"))


@pytest.mark.parametrize("sizes, activation", [([2], None), ([2, 0, 1], None), ([2, 3, 1], "cosine")])
def test_what_is_no_network_is_refused(sizes, activation):
    with pytest.raises(ValueError):
        plots.network(sizes, activation)


def test_the_matrix_is_written_row_by_row_and_the_entry_explained():
    picture = plots.weight_matrix([[1.0, -2.0], [0.5, 0.0]], [0.25, -1.0], entry=(1, 2))
    assert texts(picture)[:6] == ["+1.00", "−2.00", "+0.50", "+0.00", "+0.25", "−1.00"]
    assert "row 1, column 2, here −2.00, carries input 1 to unit 2" in picture.reading


def test_votes_are_counted_on_the_window():
    W, b = three_units()
    reach = 1.15 * np.abs(X3).max()
    fire = np.random.default_rng(0).uniform(-reach, reach, (200_000, 2)) @ W + b >= 0
    none, several = (fire.sum(axis=1) == 0).mean(), (fire.sum(axis=1) > 1).mean()
    found = [float(part) / 100 for part in EXAMPLES["votes_and_scores"]().reading.replace("%", " ").split() if part.isdigit()][:2]
    assert found == pytest.approx([none, several], abs=0.01)


def test_bands_tell_median_and_range_of_each_kind():
    values = np.tile(np.arange(1.0, 12.0), (5, 1))
    reading = plots.loss_bands({"eleven": values}).reading
    assert "The median of 11 networks" in reading and "eleven end at 6.00 (2.00 to 10.00)" in reading
