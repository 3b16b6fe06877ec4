"""Plain values as JSON, there and back: None, bool, numbers, text, lists, tuples, dicts and numeric arrays."""
from __future__ import annotations

import math

import numpy as np


def encode(value):
    """A value as something `json.dumps` takes; what is not plain becomes {"other": its type's name}."""
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, np.ndarray) and value.dtype.kind in "biuf":
        return {"array": value.tolist(), "type": value.dtype.str}
    if isinstance(value, tuple):
        return {"tuple": [encode(item) for item in value]}
    if isinstance(value, list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {"dict": [[encode(key), encode(item)] for key, item in value.items()]}
    return {"other": type(value).__name__}


def decode(data):
    """The value that `encode` was given."""
    if isinstance(data, list):
        return [decode(item) for item in data]
    if not isinstance(data, dict):
        return data
    match data:
        case {"array": values, "type": dtype}:
            return np.array(values, dtype)
        case {"tuple": items}:
            return tuple(decode(item) for item in items)
        case {"dict": pairs}:
            return {decode(key): decode(item) for key, item in pairs}
    raise ValueError(f"not an encoded plain value: {data!r}")


def alike(one, other) -> bool:
    """Whether two encoded values are the same up to rounding, and in the same kind of container; 1 and 1.0 are the same number."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(key == "type" or alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    numbers = [isinstance(value, (int, float)) and not isinstance(value, bool) for value in (one, other)]
    if all(numbers):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12) or (one != one and other != other)
    return type(one) is type(other) and one == other
