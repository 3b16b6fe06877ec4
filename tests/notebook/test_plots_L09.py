"""The pictures of L09 show what they claim."""
from itertools import pairwise

import numpy as np
import pytest

from course_lib.notebook import plots
from course_lib.notebook.controls import extremes
from course_lib.notebook.plots.gradient_flow import DEPTH
from tests.notebook.examples.L09 import DELTA, EXAMPLES, A, looks


def words(picture) -> list[str]:
    return [text.get_text() for ax in picture.figure.axes for text in ax.texts]


def test_the_two_deltas_are_the_slopes_before_and_behind_the_activation():
    def error(z):
        return (np.tanh(z) - 1) ** 2
    measured = (error(0.5 + 1e-6) - error(0.5 - 1e-6)) / 2e-6
    said = words(plots.delta_places(0.5, 1))
    assert f"∂e/∂z = {measured:.3g}".replace("-", "−") in said
    assert f"∂e/∂a = {2 * (np.tanh(0.5) - 1):.3g}".replace("-", "−") in said


@pytest.mark.parametrize("sizes", [[2, 1], [2, 4, 3, 3], [3, 5, 2, 4]])
def test_every_gradient_has_the_shape_of_its_weights(sizes):
    picture = plots.two_passes(sizes)
    said = words(picture)
    shapes = [f"{n} × {m}" for n, m in pairwise(sizes)]
    assert [text for text in said if text.split(" ")[0].isdigit()] == shapes
    assert sum("ᵀ" in text for text in said) == len(sizes) - 2          # one product fewer than layers
    assert f"Each of the {len(sizes) - 1} gradients" in picture.reading


def test_the_tables_add_up():
    picture = EXAMPLES["outer_products"]()
    said, tables = words(picture), [np.outer(a, delta) for a, delta in zip(A, DELTA, strict=True)]
    for title, table in zip(("sample 1", "sample 2", "sample 3", "dW = Aᵀ δ"), [*tables, sum(tables)], strict=True):
        end = said.index(title)
        assert [float(text.replace("−", "-")) for text in said[end - 6:end]] == pytest.approx(table.ravel())
    assert picture.reading.endswith("of rank 2.")
    assert plots.outer_products(A[:1], DELTA[:1]).reading.endswith("of rank 1.")


def test_costs_are_told():
    reading = EXAMPLES["gradient_costs"]().reading
    assert "2.80 to 2.99 forward passes" in reading and reading.endswith("66 to 2,370.")
    assert "674 for P = 337" in words(EXAMPLES["gradient_costs"]())


def test_the_median_of_the_flow_is_that_of_the_data():
    ratios = np.vstack([np.geomspace(factor, 1, 20) for factor in (1e-6, 1e-4, 1e-3)])
    picture = plots.gradient_flow({"relu": {1: ratios}})
    assert picture.reading.endswith("relu 1: 10⁻⁴.")
    np.testing.assert_allclose(picture.figure.axes[0].lines[0].get_ydata(), np.log10(ratios[1]))


@pytest.mark.parametrize("at", list(extremes(plots.gain_and_depth)))
def test_linear_networks_scale_with_the_gain(at):
    base, turned = (plots.gain_and_depth("linear", gain).figure.axes[0].lines[0].get_ydata() for gain in (1.0, at["gain"]))
    np.testing.assert_allclose(turned - base, np.log10(at["gain"]) * np.arange(DEPTH - 1, -1, -1), atol=1e-9)


@pytest.mark.parametrize("activation, gain, word", [("sigmoid", 3.0, "vanishes"), ("relu", 3.0, "explodes"), ("relu", 1.4, "arrives"),
                                                    ("tanh", 1.5, "arrives"), ("linear", 1.0, "arrives"), ("linear", 0.8, "vanishes")])
def test_the_gain_decides(activation, gain, word):
    assert f"it {word}" in plots.gain_and_depth(activation, gain).reading


def test_only_the_sigmoid_is_lost_at_every_gain():
    gains = np.arange(0.5, 3.05, 0.1)
    arrives = {name: sum("arrives" in plots.gain_and_depth(name, gain).reading for gain in gains) for name in ("sigmoid", "relu", "tanh")}
    assert arrives["sigmoid"] == 0 < arrives["relu"] < arrives["tanh"]


def test_units_that_move_as_one_are_counted():
    picture = EXAMPLES["symmetric_starts"]()
    assert picture.reading == ("After 4 steps: “still” 4 units alike that have not moved; “as one” 4 units alike; "
                               "“random” 4 different units.")
    assert words(picture) == ["4 units", "4 units"]


def test_looks_are_drawn_at_the_epochs_after_which_they_were_taken():
    line = plots.dead_units(looks(), every=5).figure.axes[0].lines[0]
    assert line.get_xdata().tolist() == [5, 10, 15, 20, 25, 30]


def test_dead_units_and_losses_are_told():
    reading = EXAMPLES["dead_units"]().reading
    assert "lr 3, ReLU: 50% dead, loss 0.17 (0.15 to 0.18)" in reading and "lr 3, leaky ReLU: 0% dead" in reading
    assert "lr 1, ReLU: 0% dead, loss 0.50 (0.46 to 0.54)" in reading
