"""What the course learns from, offline: tables, clouds of points, surfaces to walk down, and handwritten digits.

Random data come from a rng that the caller gives; nothing is fetched. Each set names its source and its licence.
"""
from course_lib.datasets.clouds import CLOUDS, blobs, moons, rings, separable_cloud, spirals, xor_cloud
from course_lib.datasets.digits import digits
from course_lib.datasets.split import Split, split
from course_lib.datasets.surfaces import SURFACES, Surface, bowl, double_well
from course_lib.datasets.tables import EDUCATION_LEVELS, GATES, Income, four_points, gate, income9, two_predictors

__all__ = [
    "CLOUDS", "EDUCATION_LEVELS", "GATES", "SURFACES", "Income", "Split", "Surface", "blobs", "bowl", "digits", "double_well",
    "four_points", "gate", "income9", "moons", "rings", "separable_cloud", "spirals", "split", "two_predictors",
    "xor_cloud",
]
