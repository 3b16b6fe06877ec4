"""Many networks of one shape, trained at once: theta has a leading axis, one row for each network.

One np.matmul over that axis does what a loop over networks does, several times as fast at lecture sizes. So a training result can be a
distribution over seeds and not the anecdote of one.
"""
from __future__ import annotations

import numpy as np

from course_lib.nn.checks import check_whole
from course_lib.nn.mlp import MLP


class StackedMLP(MLP):
    """So many networks side by side; everything else as in `MLP`, and trained by the same `train` with the same optimizers.

    theta (networks, parameters); layers = [(W, b), ...] with W (networks, inputs, outputs) and b (networks, outputs). X (samples, inputs)
    is shared by all, or each has its own, (networks, samples, inputs). Losses come as (networks,), predictions as (networks, samples,
    outputs).

    >>> nets = StackedMLP(32, [2, 3, 1], output="linear", rng=0)
    >>> nets.theta.shape, nets.loss([[0.0, 0.0]], [[1.0]]).shape
    ((32, 13), (32,))
    """

    product = staticmethod(np.matmul)

    def __init__(self, networks: int, sizes, **settings):
        check_whole(1, networks=networks)
        self.stack = (networks,)
        super().__init__(sizes, **settings)
