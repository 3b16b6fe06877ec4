"""ReLU networks whose pieces are worth counting: random ones, and ones that fold the square before they cut it (D1-23)."""
from __future__ import annotations

from itertools import pairwise

import numpy as np

from course_lib.nn.checks import check_finite, check_sizes
from course_lib.nn.initialisation import he

# Four lines in general position whose six crossings all lie inside the unit square: 11 regions there.
FOUR_LINES = np.array([[0.8, 0.3, -0.2, -0.7], [0.6, 1.0, 1.0, 0.7]]), np.array([-0.85, -0.6, -0.3, -0.1])


def folding_net(folds: int, W=FOUR_LINES[0], b=FOUR_LINES[1]) -> list[tuple[np.ndarray, np.ndarray]]:
    """Layers of a ReLU network with two inputs: so many times both coordinates of the unit square are folded in the middle, then units cut.

    Each fold is a layer of four units, the tent 2 relu(x) - 4 relu(x - 1/2) of either coordinate; it maps each quarter of the square onto
    the whole. The last hidden layer has the units (W, b), W (2, units), and the output adds them up. So each of the 4^folds small squares
    shows the same regions. Raises ValueError for folds below 0 or shapes that do not fit.
    Source: Montúfar et al. (2014), https://doi.org/10.48550/arXiv.1402.1869; deck item D1-23.

    >>> from course_lib.topics.regions import regions
    >>> [len(regions(folding_net(folds), (0, 1, 0, 1))) for folds in range(3)]
    [11, 44, 176]
    """
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    if folds < 0 or W.ndim != 2 or W.shape != (2, b.size) or b.ndim != 1:
        raise ValueError(f"expected folds >= 0, W (2, units) and b (units,); got folds {folds}, shapes {W.shape} and {b.shape}")
    check_finite(W=W, b=b)
    split, at = np.repeat(np.eye(2), 2, axis=1), np.array([0.0, -0.5, 0.0, -0.5])
    join = np.kron(np.eye(2), [[2.0], [-4.0]])
    layers, before = [], split
    for _ in range(folds):
        layers.append((before, at))
        before = join @ split
    cut = join @ W if folds else W
    return [*layers, (cut, b), (np.ones((b.size, 1)), np.zeros(1))]


def random_net(sizes, rng) -> list[tuple[np.ndarray, np.ndarray]]:
    """Layers of a random ReLU network: weights as `he` draws them, standard normal biases (D0-16, D1-23).

    Raises ValueError for sizes that make no network.

    >>> [W.shape for W, b in random_net([2, 5, 1], rng=0)]
    [(2, 5), (5, 1)]
    """
    rng = np.random.default_rng(rng)
    return [(he(inputs, outputs, rng), rng.standard_normal(outputs)) for inputs, outputs in pairwise(check_sizes(sizes))]
