"""One example of each plot of L02."""
import numpy as np

from course_lib.datasets import digits
from course_lib.notebook import plots

PICTURES = digits()[0][:40]
WALKS = [np.linspace((2.0, 1.5), (1.25, 0.8), 5), np.linspace((1.7, -1.7), (0.0, 0.0), 5), np.linspace((-1.0, 0.0), (-0.5, -2.0), 5)]

EXAMPLES = {
    "activation_gallery": plots.activation_gallery,
    "bottleneck": lambda: plots.bottleneck(PICTURES, {2: PICTURES / 2, 1: np.broadcast_to(PICTURES.mean(axis=0), PICTURES.shape)}),
    "deep_surface": plots.deep_surface,
    "one_from_three": plots.one_from_three,
    "saturation": plots.saturation,
    "silent_units": lambda: plots.silent_units({1: np.array([0.4, 0.6]), 3: np.array([0.0, 0.5, 1.0, 1.0])}),
    "two_factors": lambda: plots.two_factors(WALKS),
}
