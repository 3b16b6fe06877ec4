"""More parameters than data: double descent in a linear regression on random features, and what no learner can do.

One hidden layer of random ReLU units is drawn and left alone; only the output weights w are fitted, to few samples. With at least as many
features as samples many w fit exactly: take the shortest.
"""
from __future__ import annotations

from typing import NamedTuple

import numpy as np

from course_lib.nn.activations import relu
from course_lib.nn.checks import check_finite, check_not_negative, check_whole
from course_lib.topics.threshold_logic import corners

INPUTS, TESTS = 10, 100       # of the experiment in `sweep`


def minimum_norm(F, y, lam: float = 0.0) -> np.ndarray:
    """The output weights w (features,) that minimise 1/(2n) |F w - y|^2 + lam/2 |w|^2; at lam = 0 the shortest of all best ones (D2-17).

    F (samples, features), y (samples,) or (samples, outputs). With F = U Diag(s) V^T, w = V Diag(s / (s^2 + n lam)) U^T y; singular
    values that are 0 within rounding are left out. ValueError: shapes that do not pair up, data that are not finite, a negative lam.
    Source: Hastie, Montanari, Rosset and Tibshirani (2022), https://doi.org/10.1214/21-AOS2133.

    >>> minimum_norm([[1.0, 1.0]], [2.0]).round(12).tolist()        # of all w with w1 + w2 = 2
    [1.0, 1.0]
    """
    F, y = np.asarray(F, dtype=float), np.asarray(y, dtype=float)
    if F.ndim != 2 or F.size == 0 or y.shape[:1] != F.shape[:1]:
        raise ValueError(f"F should have shape (samples, features) and y (samples,); got {F.shape} and {y.shape}")
    check_finite(F=F, y=y)
    check_not_negative(lam=lam)
    U, s, Vt = np.linalg.svd(F, full_matrices=False)
    kept = s > max(F.shape) * np.finfo(float).eps * s[0]
    U, s, Vt = U[:, kept], s[kept], Vt[kept]
    return (Vt.T * (s / (s * s + len(F) * lam))) @ (U.T @ y)


class Sweep(NamedTuple):
    """Mean squared errors for growing numbers of features; test errors are against the truth, without noise.

    At every number of features, mean over runs of `test` = bias + variance. Without ridge the mean does not settle near
    features = samples, for a few runs outweigh all others: read medians there.
    """

    features: np.ndarray        # (counts,)
    train: np.ndarray           # (runs, counts)
    test: np.ndarray            # (runs, counts)
    bias: np.ndarray            # (counts,): squared error of the mean prediction, averaged over the test points
    variance: np.ndarray        # (counts,): spread of the predictions about their mean, averaged likewise


def sweep(features, samples: int = 40, noise: float = 0.3, lam: float = 0.0, runs: int = 100, *, rng) -> Sweep:
    """Fit so few samples by so many random features, for each number, in many runs: test error peaks at features = samples (D2-16, D2-17).

    The truth is a linear function of 10 standard normal inputs, of variance 1; 100 test points stay the same for all runs. Each run draws
    its samples, their noise (a standard deviation) and the hidden weights anew; fewer features are the first of more.
    ValueError: a number below 1, negative noise or lam.
    Source: Belkin, Hsu, Ma and Mandal (2019), https://doi.org/10.1073/pnas.1903070116.

    >>> result = sweep([5, 40, 400], runs=20, rng=0)
    >>> bool(np.median(result.test, axis=0).argmax() == 1), bool(result.train[:, 1:].max() < 1e-12)
    (True, True)
    """
    features = np.ravel(features).tolist()
    if not features:
        raise ValueError("features should list at least one number of features, such as [20, 40, 80]; got none")
    check_whole(1, samples=samples, runs=runs, **{f"features[{i}]": count for i, count in enumerate(features)})
    check_not_negative(noise=noise, lam=lam)
    rng = np.random.default_rng(rng)
    teacher, T = rng.standard_normal(INPUTS), rng.standard_normal((TESTS, INPUTS))
    teacher /= np.linalg.norm(teacher)
    train, predictions = np.empty((runs, len(features))), np.empty((runs, len(features), TESTS))
    for run in range(runs):
        X, hidden = rng.standard_normal((samples, INPUTS)), rng.standard_normal((INPUTS, max(features))) / np.sqrt(INPUTS)
        y, F, G = X @ teacher + noise * rng.standard_normal(samples), relu(X @ hidden), relu(T @ hidden)
        for k, count in enumerate(features):
            w = minimum_norm(F[:, :count], y, lam)
            train[run, k], predictions[run, k] = np.mean((F[:, :count] @ w - y) ** 2), G[:, :count] @ w
    truth = T @ teacher
    return Sweep(np.array(features), train, ((predictions - truth) ** 2).mean(axis=-1),
                 ((predictions.mean(axis=0) - truth) ** 2).mean(axis=-1), predictions.var(axis=0).mean(axis=-1))


def unseen_scores(learner, seen, inputs: int = 3) -> np.ndarray:
    """How many unseen corners a learner gets right, for every Boolean function of so many inputs: no free lunch (D2-19).

    learner(X, y, X_unseen) -> answers ±1; X and X_unseen are rows of ±1, y (rows,) of ±1; seen: which rows of `corners(inputs)` it is
    shown. Returns (labellings of the seen corners, labellings of the unseen ones): it is asked once for each row, and each row
    lists all functions that agree with what it saw. The mean is exactly half of the unseen corners, whatever the learner: in each row
    every answer is right for half of the functions. Not so where some functions are likelier than others.
    ValueError: more than 4 inputs, seen rows that repeat, do not exist or leave none unseen, answers other than one ±1 for each corner.
    Source: Wolpert (1996), https://doi.org/10.1162/neco.1996.8.7.1341.

    >>> scores = unseen_scores(lambda X, y, unseen: np.ones(len(unseen)), seen=[0, 1, 2, 3, 4])
    >>> scores.shape, float(scores.mean() / 3)
    ((32, 8), 0.5)
    """
    if inputs not in (1, 2, 3, 4):
        raise ValueError(f"inputs should be 1, 2, 3 or 4, for five have 2^32 functions; got {inputs!r}")
    rows, seen = np.arange(2 ** inputs), np.ravel(seen)
    unseen = np.setdiff1d(rows, seen)
    if len(unseen) == 0 or len(unseen) + len(seen) != len(rows):
        raise ValueError(f"seen should be different rows from 0 to {rows[-1]}, and not all of them; got {seen.tolist()}")
    X, possible = corners(inputs), corners(len(unseen))
    scores = []
    for y in corners(len(seen)):
        answers = np.asarray(learner(X[seen.astype(int)], y, X[unseen]))
        if answers.shape != unseen.shape or not np.isin(answers, (-1, 1)).all():
            raise ValueError(f"the learner should answer +1 or -1 for each of {len(unseen)} corners; got {answers!r}")
        scores.append((possible == answers).sum(axis=1))
    return np.array(scores)
