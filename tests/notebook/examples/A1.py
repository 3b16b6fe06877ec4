"""One example of each plot of A1."""
import numpy as np

from course_lib.notebook import plots

EXAMPLES = {
    "printed_inequality": lambda: plots.printed_inequality({"square": np.square, "dome": lambda x: x - 1 - x ** 2}, -2.0, 1.5),
    "promised_and_walked": lambda: plots.promised_and_walked({"c = 1": np.arange(1, 102) ** -0.2, "c = 2": np.arange(1, 102) ** -0.5}),
}
