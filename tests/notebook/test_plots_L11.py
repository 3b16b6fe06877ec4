"""The pictures of L11 show what they claim."""
import re

import numpy as np
import pytest

from course_lib.datasets import SURFACES, bowl
from course_lib.nn import EMA
from course_lib.notebook import plots
from course_lib.notebook.plots.momentum_map import LAND, REACH
from course_lib.topics.intervals import median_interval
from tests.notebook.examples.L11 import EXAMPLES, FINAL, FOUND, LENGTHS, LRS, SLICES, WALK


def factors(**at) -> tuple[float, float, str]:
    found = re.search(r"by ([\d.]+) along the flat .* by ([\d.]+) along the steep .*?: (.*?)\. After", plots.momentum_map(**at).reading)
    return float(found[1]), float(found[2]), found[3]


def test_the_map_tells_the_factors_of_both_directions():
    assert factors(lr=0.15, beta=0.0) == (0.985, 0.5, "it shrinks, and the flat direction is the slower one")
    assert factors(lr=0.2, beta=0.0)[1:] == (1.0, "it swings for ever")
    assert factors(lr=0.25, beta=0.0)[1:] == (1.5, "it climbs out")
    flat, steep, verdict = factors(lr=1.0, beta=0.67)
    assert flat == steep == pytest.approx(0.67 ** 0.5, abs=6e-4) and "inside the dashed tongue" in verdict


def test_no_place_of_the_sliders_beats_the_best_momentum():
    best = max(factors(lr=1.0, beta=0.67)[:2])
    for lr in (0.1, 0.2, 0.5, 0.8, 1.2, 2.0, 4.0):
        for beta in (0.0, 0.3, 0.6, 0.7, 0.9):
            assert max(factors(lr=lr, beta=beta)[:2]) > best


def test_the_map_draws_the_walk_of_the_library():
    land = bowl([0.1, 10.0])
    theta, path = np.array([-2.0, 0.3]), [np.array([-2.0, 0.3])]
    optimizer = EMA(0.5, 0.6)
    for _ in range(50):
        optimizer.step(theta, land.gradient(theta))
        path.append(theta.copy())
    heights = land.value(np.array(path))
    picture = plots.momentum_map(lr=0.5, beta=0.6)
    assert f"{heights[-1] / heights[0]:.1g} of the height is left" in picture.reading
    drawn = max((line.get_xydata() for line in picture.figure.axes[0].lines if line.get_marker() == "o"), key=len)
    middle, size = (LAND.min + LAND.max) / 2, np.array([LAND.width, LAND.height]) / 2
    assert drawn == pytest.approx(middle + np.array(path) / REACH * size)


def test_a_walk_that_climbs_out_stays_on_its_land():
    for at in ({"lr": 4.0, "beta": 0.0}, {"lr": 1.0, "beta": 0.67}, {"lr": 4.0, "beta": 0.95}):
        picture = plots.momentum_map(**at)
        ax = picture.figure.axes[0]
        window = ax.transData.transform([LAND.min, LAND.max])
        assert sum(np.allclose(line.get_clip_box().get_points(), window) for line in ax.lines) == 4
        assert "nan" not in picture.reading and "inf" not in picture.reading


def test_the_gallery_tells_heights_above_the_best_minimum():
    picture = EXAMPLES["land_gallery"]()
    wells = SURFACES["small local minimum"]
    above = wells.value(WALK[-1]) - wells.value(wells.minima[0])
    assert f"bowl: {bowl([1, 4]).value(WALK[-1]):.1g} (one)" in picture.reading and f"wells: {above:.1g} (one)" in picture.reading
    assert [ax.get_title() for ax in picture.figure.axes] == ["one", "two", "", ""]
    assert [ax.get_ylabel() for ax in picture.figure.axes] == ["bowl", "", "wells", ""]


def test_steps_tell_their_highest_place_unless_they_are_always_the_same():
    reading = EXAMPLES["step_lengths"]().reading
    assert "flat: always 1" in reading and f"6 at 10, {LENGTHS['arched'][-1]:.3g} at 1,000" in reading


def test_labels_of_steps_stand_where_curves_are_apart():
    ax = EXAMPLES["step_lengths"]().figure.axes[0]
    named = {text.get_text(): text.xy for text in ax.texts}
    assert named["arched"][1] / named["flat"][1] > 5


def test_walks_on_an_interval_tell_where_they_end():
    assert "up at 1.00, down at −0.90. The best place is −1, the worst 1." in EXAMPLES["interval_walks"]().reading


def test_tuning_takes_the_smallest_median_and_never_one_that_diverged():
    picture = EXAMPLES["tuning_curves"]()
    assert "first task: plain 0.1, Adam 0.1; second task: plain 0.01, Adam 0.01" in picture.reading and "8 networks" not in picture.reading
    marks = [line.get_xydata()[0] for line in picture.figure.axes[0].lines if len(line.get_xdata()) == 1]
    assert np.allclose(marks, [[0.1, 2.0], [0.1, 0.2]])
    assert plots.tuning_curves(LRS, {"first task": FOUND["first task"], "second task": {}}).reading       # as seen while it runs


def test_the_race_tells_medians_with_intervals():
    reading = EXAMPLES["tuned_race"]().reading
    middle, low, high = median_interval(FINAL["second task"]["Adam"])
    assert f"Adam {middle:.2g} ({low:.2g} to {high:.2g})" in reading and "Adam 1.5·10⁻⁵ (1.3·10⁻⁵ to 1.7·10⁻⁵)" in reading


def test_slices_share_one_scale_of_doublings_and_tell_the_low_share():
    picture = EXAMPLES["landscape_slices"]()
    images = [ax.images[0] for ax in picture.figure.axes]
    assert images[0].norm.vmin == images[1].norm.vmin == 0.1 and images[0].norm.vmax == images[1].norm.vmax
    assert images[0].cmap.N == np.log2(images[0].norm.vmax / 0.1) == 7
    for title, losses in SLICES.items():
        assert f"{title} {(losses < 0.2).mean():.1%}" in picture.reading
