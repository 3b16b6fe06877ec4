"""Neural networks in plain NumPy, written as the lectures write them: Z = X @ W + b, rows are samples."""
import numpy as np

from course_lib.nn.mlp import MLP
from course_lib.nn.optimizers import EMA, SGD, Adam, HeavyBall, Nesterov, RMSprop
from course_lib.nn.stacked import StackedMLP
from course_lib.nn.training import batches, train

__all__ = ["EMA", "MLP", "SGD", "Adam", "HeavyBall", "Nesterov", "RMSprop", "StackedMLP", "batches", "train"]

# Arrays above 128 KiB are fresh pages from the system each time, until a large one has been freed: glibc then keeps such memory.
np.empty(31 << 20, dtype=np.uint8)
