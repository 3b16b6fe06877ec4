"""What a notebook shows: pictures with words, widgets, predictions and checkpoints."""
import numpy  # noqa: F401 - its linear algebra must be there to be limited
from threadpoolctl import threadpool_limits

threadpool_limits(1, "blas")        # a lecture's matrices are small: more threads mostly wait for each other, on a shared machine for ages
