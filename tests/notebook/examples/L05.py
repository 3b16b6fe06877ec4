"""One example of each plot of L05."""
import numpy as np

from course_lib.notebook import plots
from course_lib.notebook.canvas.training_run import TrainingRun
from course_lib.topics.piecewise import folding_net, random_net
from course_lib.topics.playground_results import slide

LOSSES = [np.linspace(0.5, 0.3, 5), np.linspace(0.4, 0.2, 5)]

EXAMPLES = {
    "depth_bounds": lambda: plots.depth_bounds(4),
    "losses_compared": lambda: plots.losses_compared({"tanh 4-2": (np.linspace(0.2, 0.4, 9), np.linspace(0.3, 0.5, 9))}),
    "one_layer_counts": lambda: plots.one_layer_counts([2, 4, 7, 11]),
    "pieces_on_a_line": lambda: plots.pieces_on_a_line({"3 units": random_net([1, 3, 1], rng=0)}),
    "playground_run": plots.playground_run,
    "random_counts": lambda: plots.random_counts({"4": np.arange(5, 15), "2 + 2": np.arange(4, 14)}),
    "random_regions": plots.random_regions,
    "region_maps": lambda: plots.region_maps({"one fold": folding_net(1)}),
    "slides_among_runs": lambda: plots.slides_among_runs({"tanh": slide("tanh"), "relu": slide("relu")}),
    "tents": plots.tents,
    "training_runs": lambda: plots.training_runs(LOSSES, slide("tanh")),
    "training_strip": lambda: plots.training_strip(TrainingRun(), (1, 3)),
    "width_and_depth": plots.width_and_depth,
}
