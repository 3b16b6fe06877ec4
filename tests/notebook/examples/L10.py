"""One example of each plot of L10."""
import numpy as np

from course_lib.datasets import bowl, double_well
from course_lib.nn.descent import exact_on_quadratic, gradient_descent
from course_lib.notebook import plots

BOWL = bowl([1, 10])
RUNS = {"exact": gradient_descent(BOWL.gradient, [10, 1], exact_on_quadratic(BOWL.gradient), 10).path,
        "fixed": gradient_descent(BOWL.gradient, [10, 1], 2 / 11, 10).path,
        "creeping": gradient_descent(BOWL.gradient, [10, 1], 0.02, 10).path}
CLOUDS = {"on a slope": np.array([[1.0, 2.0], [3.0, 0.0], [-1.0, 1.0]]), "at rest": np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 0.0]])}
K = np.arange(1001)
ENDS = {"from the right": {"lr 0.1": np.array([-1.0] * 30 + [1.0] * 10), "lr 0.2": np.array([-1.1] * 40)}}
STRAIGHT = np.linspace([-1.0, 1.0], [1.0, 0.0], 5)

EXAMPLES = {
    "batch_noise": lambda: plots.batch_noise([1, 2, 4], {"with": [4.0, 2.0, 1.1], "without": [4.0, 4 / 3, 0.0]},
                                             {"with": [4.0, 2.0, 1.0], "without": [4.0, 4 / 3, 0.0]}),
    "gradient_cloud": lambda: plots.gradient_cloud(CLOUDS),
    "noise_ball": lambda: plots.noise_ball({"lr 0.5": 0.3 + 0.5 ** K[:50], "1/(k + 1)": 1 / (K[:50] + 1)}, {"lr 0.5": 0.5 + 0.5 ** K[:50]}),
    "noisy_walk": plots.noisy_walk,
    "step_schedules": lambda: plots.step_schedules({"quick": 5 / (K + 1), "slow": (K + 1) ** -0.4}),
    "three_walks": lambda: plots.three_walks(BOWL.value, [[-2, 2], [-2, 2]], {"all": STRAIGHT, "one": STRAIGHT[:3]}, [0.0, 0.0],
                                             {"all": 8, "one": 8}),
    "two_wells": lambda: plots.two_wells(double_well(0.1), ENDS),
    "zigzag": lambda: plots.zigzag(BOWL, RUNS),
}
