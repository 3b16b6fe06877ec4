"""The straight pieces of a ReLU network, found exactly: along a line by its kinks, in the plane by cutting polygons.

Layers are [(W, b), ...] with Z = X @ W + b and ReLU after every layer but the last, as in `MLP.layers`. A region is where one pattern
holds: which hidden units are on (z > 0). On a region the network is affine. Two neighbours may share their map, so there are at least as
many regions as pieces of the function.
"""
from __future__ import annotations

from typing import NamedTuple

import numpy as np

from course_lib.nn.checks import check_finite
from course_lib.topics.propagation import pre_activations

TINY = 1e-10        # what is thinner than this share of the line or the box is taken for rounding and passed over


def affine_map(layers, pattern) -> tuple[np.ndarray, np.ndarray]:
    """(A, c) with which the layers compute X @ A + c as long as their hidden units are on (1) or off (0) as in the pattern.

    pattern (hidden units,), layer by layer; A (inputs, outputs), c (outputs,).
    Raises ValueError for a pattern of another length. Deck item D0-16.

    >>> layers = [(np.array([[1.0, -1.0]]), np.zeros(2)), (np.array([[1.0], [1.0]]), np.zeros(1))]      # |x|
    >>> affine_map(layers, (0, 1))[0]
    array([[-1.]])
    """
    pattern = np.asarray(pattern)
    if pattern.shape != (hidden := sum(len(b) for _, b in layers[:-1]),):
        raise ValueError(f"expected a pattern of {hidden} zeros and ones, one for each hidden unit; got shape {pattern.shape}")
    (A, c), start = layers[0], 0
    for W, b in layers[1:]:
        on = pattern[start:start + len(c)]
        A, c, start = (A * on) @ W, (c * on) @ W + b, start + len(on)
    return A, c


def kinks(layers, start, end) -> np.ndarray:
    """Where, walking from start to end, the network's slope changes: all t in (0, 1) with a kink at start + t (end - start), in order.

    start and end (inputs,), or numbers for one input. There is one piece more than there are kinks. Between the kinks of one layer the
    next is straight, so each of its units changes sign there at most once, at a point that a proportion gives. Slopes that differ by
    less than 1e-10 of the largest count as equal. Raises ValueError for layers or points that do not fit. Deck items D0-16 and D1-23.

    >>> layers = [(np.array([[1.0, 1.0]]), np.array([0.0, -0.5])), (np.array([[2.0], [-4.0]]), np.zeros(1))]      # the tent
    >>> kinks(layers, 0, 1).tolist()
    [0.5]
    """
    start, end = (np.atleast_1d(np.asarray(point, dtype=float)) for point in (start, end))
    _check(layers, start.size)
    if start.shape != end.shape or start.ndim != 1 or (start == end).all():
        raise ValueError(f"start and end should be two different points of the same {len(layers[0][0])} inputs; got {start} and {end}")
    t = np.array([0.0, 1.0])
    for depth in range(1, len(layers)):
        z = pre_activations(layers[:depth], "relu", start + t[:, None] * (end - start))[-1]
        gap, unit = np.nonzero(z[:-1] * z[1:] < 0)
        share = z[gap, unit] / (z[gap, unit] - z[gap + 1, unit])
        t = np.sort(np.append(t, t[gap] + share * (t[gap + 1] - t[gap])))
        t = np.append(0.0, t[1:][np.diff(t) > TINY])
    middles = start + ((t[:-1] + t[1:]) / 2)[:, None] * (end - start)
    slopes = np.broadcast_to(end - start, middles.shape)
    for (W, _), z in zip(layers[:-1], pre_activations(layers, "relu", middles)[:-1], strict=True):
        slopes = slopes @ W * (z > 0)
    slopes = slopes @ layers[-1][0]
    changed = np.abs(np.diff(slopes, axis=0)).max(axis=1) > TINY * np.abs(slopes).max()
    return t[1:-1][changed]


class Region(NamedTuple):
    """A convex polygon, its corners anticlockwise as rows (corners, 2), and the pattern that holds inside: 0 or 1 for each hidden unit."""

    polygon: np.ndarray
    pattern: tuple[int, ...]

    @property
    def area(self) -> float:
        """Half the sum of x_i y_(i+1) - x_(i+1) y_i around the polygon."""
        x, y = (self.polygon - self.polygon[0]).T
        return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)


def regions(layers, box: tuple[float, float, float, float]) -> list[Region]:
    """All regions of a network with two inputs that meet the inside of a box (left, right, bottom, top); together they tile it.

    The first layer's units are lines that cut the box; inside each part the next layer's units are lines again, and so on. Regions thinner
    than 1e-10 of the box are passed over. Raises ValueError for an empty box, or layers that do not fit.
    Source: Hanin and Rolnick (2019), https://doi.org/10.48550/arXiv.1906.00904; deck items D0-16 and D1-23.

    >>> cross = [(np.eye(2), np.zeros(2)), (np.ones((2, 1)), np.zeros(1))]
    >>> [(region.pattern, region.area) for region in regions(cross, (-1, 1, -1, 1))]
    [((1, 1), 1.0), ((1, 0), 1.0), ((0, 1), 1.0), ((0, 0), 1.0)]
    """
    _check(layers, 2)
    if np.shape(box) != (4,) or not np.isfinite(box).all() or box[0] >= box[1] or box[2] >= box[3]:
        raise ValueError(f"the box should be (left, right, bottom, top) with left < right and bottom < top; got {box}")
    left, right, bottom, top = map(float, box)
    tiny = TINY * max(right - left, top - bottom)
    found = [Region(np.array([[left, bottom], [right, bottom], [right, top], [left, top]]), ())]
    for depth in range(1, len(layers)):
        parts = []
        for region in found:
            A, c = affine_map(layers[:depth], region.pattern)
            cut = [region]
            for normal, offset in zip(A.T, c, strict=True):
                cut = [part for whole in cut for part in _cut(whole, normal, offset, tiny)]
            parts += cut
        found = parts
    return found


def _cut(region: Region, normal: np.ndarray, offset: float, tiny: float) -> list[Region]:
    """The region's part where z = x·normal + offset is positive, then the other part; one part only where the line misses it."""
    corners, pattern = region
    z = (corners @ normal + offset).tolist()
    margin = tiny * np.hypot(*normal)
    if min(z) >= -margin or max(z) <= margin:
        return [Region(corners, (*pattern, int(max(z) > margin)))]
    positive, negative = [], []
    for i, (corner, value) in enumerate(zip(corners, z, strict=True)):
        before = z[i - 1]
        if (value > margin and before < -margin) or (value < -margin and before > margin):
            crossing = corners[i - 1] + before / (before - value) * (corner - corners[i - 1])
            positive.append(crossing)
            negative.append(crossing)
        if value >= -margin:
            positive.append(corner)
        if value <= margin:
            negative.append(corner)
    return [Region(np.array(positive), (*pattern, 1)), Region(np.array(negative), (*pattern, 0))]


def _check(layers, inputs: int) -> None:
    shapes, before = [(np.shape(W), np.shape(b)) for W, b in layers], inputs
    for shape, bias in shapes:
        if len(shape) != 2 or shape[0] != before or bias != shape[1:]:
            raise ValueError(f"expected layers (W, b) with W (inputs, outputs), b (outputs,), for {inputs} inputs; got shapes {shapes}")
        before = shape[1]
    check_finite(layers=np.concatenate([np.ravel(array) for layer in layers for array in layer]))
