"""The pictures of L05 show what they claim."""
import numpy as np
import pytest
from matplotlib.collections import PolyCollection

from course_lib.notebook import plots
from course_lib.topics.intervals import median_interval, share_interval
from course_lib.topics.piecewise import folding_net, random_net
from course_lib.topics.playground_results import DECK, STEPS, fair, film, slide
from course_lib.topics.regions import kinks, regions


def test_a_ring_stands_at_every_kink_and_on_the_graph():
    layers = random_net([1, 6, 6, 1], rng=1)
    picture = plots.pieces_on_a_line({"6 + 6 units": layers})
    graph, rings = picture.figure.axes[0].lines
    at = -3 + 6 * kinks(layers, -3, 3)
    np.testing.assert_allclose(rings.get_xdata(), at)
    np.testing.assert_allclose(np.interp(at, *graph.get_data()), rings.get_ydata())
    assert f"{len(at) + 1} straight pieces with 6 + 6 units, where 49 is the cap" in picture.reading


def test_the_tents_double_and_their_dots_stand_at_one_half():
    picture = plots.tents()
    assert "2, 4, 8, 16, 32 pieces" in picture.reading
    for ax, pieces in zip(picture.figure.axes, (2, 4, 8, 16, 32), strict=True):
        dots = ax.lines[-1]
        assert len(dots.get_xdata()) == pieces and dots.get_ydata() == pytest.approx(np.full(pieces, 0.5))


def test_every_region_is_drawn_once_in_a_colour_of_its_own():
    layers = folding_net(1)
    found = regions(layers, (0, 1, 0, 1))
    picture = plots.region_maps({"one fold": layers})
    tinted = next(artist for artist in picture.figure.axes[0].collections if isinstance(artist, PolyCollection))
    assert len(tinted.get_paths()) == len(found) == 44 and "44 with 8 units in 2 layers" in picture.reading
    colours = tinted.get_facecolors()[:, :3]
    assert len(np.unique(colours, axis=0)) == 44 and colours.min() > 0.25           # soft: ink stands out on every one


def test_the_random_regions_tell_their_count_their_cap_and_the_patterns():
    reading = plots.random_regions(layers=2, width=4, seed=7).reading
    count = len(regions(random_net([2, 4, 4, 1], 7), (-3, 3, -3, 3)))
    assert f"make {count} regions" in reading and "more than 121," in reading and "256 patterns" in reading


def test_counts_beside_the_formula():
    assert "7 regions, of 8 patterns; the count is the formula's for 3 of 3" in plots.one_layer_counts([2, 4, 7]).reading
    assert "for 2 of 3" in plots.one_layer_counts([2, 4, 6]).reading


@pytest.mark.parametrize("width, says", [(4, "passes a single layer of as many units at depth 2"), (3, "never passes")])
def test_the_bounds_of_depth(width, says):
    reading = plots.depth_bounds(width).reading
    assert says in reading and "at 5 of 5 depths" in reading


def test_medians_of_counts_come_with_their_intervals():
    values = np.arange(10, 70)
    assert "median_interval" not in (reading := plots.random_counts({"12": values}).reading)
    assert "{:.4g} ({:.4g} to {:.4g}) with 12".format(*median_interval(values)) in reading


def test_the_live_runs_lie_over_the_stored_bars():
    losses = np.linspace([0.5, 0.5, 0.5], [0.2, 0.3, 0.45], 40)
    picture = plots.training_runs(losses, slide("tanh"))
    assert "3 runs of one network after 40 iterations" in picture.reading and "best stands at a training loss of 0.20" in picture.reading
    assert "median at 0.30, the worst at 0.45" in picture.reading
    bars = np.array(picture.figure.axes[0].collections[0].get_segments())
    seen = slide("tanh").times <= 500
    low, *_, high = slide("tanh").quantiles[0]
    np.testing.assert_array_equal(bars[:, :, 0], np.tile(slide("tanh").times[seen], (2, 1)).T)      # only where something was stored
    np.testing.assert_allclose(bars[:, :, 1], np.column_stack([low, high])[seen])
    assert picture.reading.endswith("256 stored runs, every 40 iterations up to 480.")


@pytest.mark.parametrize("activation, name", [("tanh", "tanh"), ("relu", "ReLU")])
def test_the_slides_runs_stand_where_the_slides_say(activation, name):
    picture = plots.slides_among_runs({activation: slide(activation)})
    _, train, test = DECK[activation]
    star = picture.figure.axes[0].lines[-1]
    assert star.get_marker() == "*" and [*star.get_xdata(), *star.get_ydata()] == [train, test]
    better = int((slide(activation).test < test).sum())
    low, high = share_interval(better, 256)
    assert f"{better} of 256 {name} runs" in picture.reading and f"{low:.0%} to {high:.0%}" in picture.reading
    seen, limits = picture.figure.axes[0].collections[0].get_offsets(), picture.figure.axes[0].get_xlim()
    assert len(seen) == 256 and seen.min() > limits[0] and seen.max() < limits[1]           # no run falls out of the window


def test_the_race_draws_every_run_and_tells_medians():
    tanh = fair((4, 2), "tanh")
    picture = plots.losses_compared({"tanh 4-2": (tanh.train, tanh.test)})
    assert "{:.3f} ({:.3f} to {:.3f}) for tanh 4-2".format(*median_interval(tanh.test)) in picture.reading
    for ax, values in zip(picture.figure.axes, (tanh.train, tanh.test), strict=True):
        np.testing.assert_allclose(ax.collections[0].get_offsets()[:, 0], values)
        assert ax.get_xlim()[0] < values.min() and values.max() < ax.get_xlim()[1]


def test_width_and_depth_tell_the_best_of_each_size():
    reading = plots.width_and_depth().reading
    for total in (8, 16, 32):
        medians = {f"{'-'.join([str(total // depth)] * depth)} {name}": median_interval(fair((total // depth,) * depth, activation).test)
                   for depth in (1, 2, 4) for activation, name in (("tanh", "tanh"), ("relu", "ReLU"))}
        best = min(medians, key=lambda shape: medians[shape][0])
        assert "with {} units {}, {:.3f} ({:.3f} to {:.3f})".format(total, best, *medians[best]) in reading


def test_the_film_shows_the_step_that_was_chosen():
    picture = plots.playground_run("8-8", "relu", "unlucky", 3)
    train, test = film((8, 8), "relu", 90).losses[3]
    assert picture.reading == (f"An unlucky run of 8-8 ReLU: after {STEPS[3]} iterations its training loss is {train:.2f} "
                               f"and its test loss {test:.2f}.")
    assert picture.figure.axes[0].images[0].get_array().shape == (61, 61)
