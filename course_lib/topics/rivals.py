"""Other families that approximate any continuous function of one number, each given the same budget of K parameters.

Counted is every number that f decides: a place chosen by looking at f costs one, a place on a fixed grid nothing. Every fit sees f itself,
as often as it likes: here is what a family can say, not what it would learn from data. Deck item D0-12.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from math import factorial

import numpy as np

from course_lib.nn.checks import check_finite
from course_lib.topics.approximation import hinge_net, increasing

SAMPLES = 4096
Fit = Callable[[Callable, int, tuple[float, float]], Callable]


def step_tree(f: Callable, K: int, interval: tuple[float, float]) -> Callable:
    """The decision tree with the smallest largest error: (K + 1) // 2 leaves, one height each, and a threshold between neighbours.

    For a monotone continuous f and an odd K the error is |f(b) - f(a)| / (K + 1). The best of all step functions on a grid of 4,097
    points: the smallest error is found by halving, and each leaf made as wide as the error allows.
    Raises ValueError where K < 1, the interval is empty, or f is not finite on it.
    Source: Breiman et al. (1984), https://doi.org/10.1201/9781315139470; deck item D0-12.

    >>> step_tree(np.sqrt, 7, (0, 1))(np.array([0.0, 0.5, 1.0])).round(3).tolist()
    [0.125, 0.625, 0.875]
    """
    x = np.linspace(*_ends(K, 1, interval), SAMPLES + 1)
    y = _values(f, x)
    too_small, enough = 0.0, float(np.ptp(y)) / 2
    for _ in range(50):
        error = (too_small + enough) / 2
        if len(_leaf_starts(y, error)) <= (K + 1) // 2:
            enough = error
        else:
            too_small = error
    starts = _leaf_starts(y, enough)
    heights = (np.maximum.reduceat(y, starts) + np.minimum.reduceat(y, starts)) / 2
    return lambda at: heights[np.searchsorted(x[starts[1:]], at, side="right")]


def _leaf_starts(y: np.ndarray, error: float) -> list[int]:
    """Where each leaf starts if it takes in values from the left for as long as they stay within 2 error of each other."""
    starts, low, high = [0], y[0], y[0]
    for i, value in enumerate(y.tolist()):
        low, high = (value if value < low else low), (value if value > high else high)
        if high - low > 2 * error:
            starts.append(i)
            low = high = value
    return starts


def linear_spline(f: Callable, K: int, interval: tuple[float, float]) -> Callable:
    """Straight pieces through f at K equally spaced points: K heights; error O(1 / K^2) where f'' is continuous.

    It is `hinge_net` with K - 1 hinges. A trained network of that width has 3 K - 2 parameters, for it may also move its hinges.
    Raises ValueError where K < 2, the interval is empty, or f is not finite at the points. Deck items D0-12 and D1-22.
    """
    x = np.linspace(*_ends(K, 2, interval), K)
    return hinge_net(x, _values(f, x))


def cubic_spline(f: Callable, K: int, interval: tuple[float, float]) -> Callable:
    """Cubic pieces through f at K equally spaced points, joined twice differentiably, with not-a-knot ends: K heights.

    The error is O(1 / K^4) where the fourth derivative is continuous.
    Raises ValueError where K < 4, the interval is empty, or f is not finite at the points.
    Source: de Boor (1978), A practical guide to splines, https://doi.org/10.1007/978-1-4612-6333-3; deck item D0-12.
    """
    from scipy.interpolate import CubicSpline

    x = np.linspace(*_ends(K, 4, interval), K)
    return CubicSpline(x, _values(f, x))


def polynomial(f: Callable, K: int, interval: tuple[float, float]) -> Callable:
    """The polynomial of degree K - 1 through f at K Chebyshev points: K coefficients; the error tends to 0 where f is Lipschitz.

    Weierstrass promises polynomials for every continuous f; Taylor's need not be among them (erratum 7).
    Raises ValueError where K < 1, the interval is empty, or f is not finite at the points.
    Source: Trefethen (2019), https://doi.org/10.1137/1.9781611975949; deck item D0-12.
    """
    ends = _ends(K, 1, interval)
    return np.polynomial.Chebyshev.interpolate(lambda x: _values(f, x), K - 1, domain=ends)


def fourier_series(f: Callable, K: int, interval: tuple[float, float]) -> Callable:
    """The first K terms of the Fourier series 1, cos t, sin t, cos 2t, ...; t goes once around over the interval: K coefficients.

    Where f(a) and f(b) differ the series sees a jump, and its largest error does not tend to 0. Raises ValueError where K < 1, the
    interval is empty, or f is not finite on it. Deck item D0-12.
    """
    left, right = _ends(K, 1, interval)
    orders = (np.arange(K) + 1) // 2
    phases = np.where(np.arange(K) % 2 == 0, np.pi / 2, 0.0) * (orders > 0)

    def basis(x):
        return np.cos(2 * np.pi * orders * (np.asarray(x)[..., None] - left) / (right - left) - phases)

    x = _cells(left, right)
    coefficients = _values(f, x) @ basis(x) / SAMPLES * np.where(orders > 0, 2, 1)
    return lambda at: basis(at) @ coefficients


def haar_wavelets(f: Callable, K: int, interval: tuple[float, float]) -> Callable:
    """The mean of f and its (K - 1) // 2 largest Haar coefficients, each with its place: the best of so many in mean square.

    On a grid of 4,096 cells. Raises ValueError where K < 1, the interval is empty, or f is not finite on it.
    Source: Haar (1910), https://doi.org/10.1007/BF01456326; deck item D0-12.

    >>> haar_wavelets(np.sign, 3, (-1, 1))(np.array([-1, -0.1, 0.1, 1])).tolist()
    [-1.0, -1.0, 1.0, 1.0]
    """
    left, right = _ends(K, 1, interval)
    means, details = _values(f, _cells(left, right)), []
    while len(means) > 1:
        details.append((means[::2] - means[1::2]) / 2)
        means = (means[::2] + means[1::2]) / 2
    sizes = np.concatenate([np.abs(detail) * np.sqrt(2.0 ** level) for level, detail in enumerate(details)])
    kept = np.zeros(len(sizes), dtype=bool)
    kept[np.argsort(-sizes, kind="stable")[:(K - 1) // 2]] = True
    for detail, chosen in zip(details[::-1], np.split(kept, np.cumsum([len(detail) for detail in details])[:-1])[::-1], strict=True):
        means = np.column_stack([means + detail * chosen, means - detail * chosen]).ravel()
    edges = np.linspace(left, right, SAMPLES + 1)[1:-1]
    return lambda at: means[np.searchsorted(edges, at, side="right")]


RIVALS: dict[str, Fit] = {"step tree": step_tree, "linear spline": linear_spline, "cubic spline": cubic_spline, "polynomial": polynomial,
                          "Fourier series": fourier_series, "Haar wavelets": haar_wavelets}


def taylor_polynomial(derivatives: Sequence[float], centre: float) -> Callable:
    """The Taylor polynomial with the given f(c), f'(c), f''(c), ... at the centre c: sum of f^(j)(c) (x - c)^j / j!.

    It needs no fit and promises nothing away from c: all derivatives of exp(-1 / x^2) at 0 are 0, so all its Taylor polynomials are 0,
    although it is not. Raises ValueError where no derivative is given or one is not finite. Deck item D0-12, erratum 7.

    >>> float(taylor_polynomial([1, 1, 1, 1, 1, 1], 0.0)(1.0).round(4))      # e from six terms
    2.7167
    """
    check_finite(derivatives=np.asarray(derivatives, dtype=float))
    coefficients = [value / factorial(j) for j, value in enumerate(derivatives)]
    return np.polynomial.Polynomial(coefficients, domain=[centre - 1, centre + 1])


def _ends(K: int, least: int, interval: tuple[float, float]) -> tuple[float, float]:
    if not isinstance(K, (int, np.integer)) or least > K:
        raise ValueError(f"this family needs a whole number of parameters, K >= {least}; got {K!r}")
    left, right = increasing(interval, "the interval")
    return left, right


def _cells(left: float, right: float) -> np.ndarray:
    """The middle of each of so many equal cells."""
    return left + (right - left) * (np.arange(SAMPLES) + 0.5) / SAMPLES


def _values(f: Callable, x: np.ndarray) -> np.ndarray:
    y = np.asarray(f(x), dtype=float)
    if y.shape != x.shape:
        raise ValueError(f"f should give one number for each x: expected shape {x.shape}, got {y.shape}")
    if not np.isfinite(y).all():
        raise ValueError(f"f is not finite at x = {x[~np.isfinite(y)][0]:.6g}; choose an interval where it is")
    return y
