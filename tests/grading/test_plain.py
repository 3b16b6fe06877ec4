"""Plain values survive the way to JSON and back."""
import json

import numpy as np
import pytest

from course_lib.grading.plain import alike, decode, encode


def there_and_back(value):
    return decode(json.loads(json.dumps(encode(value))))


@pytest.mark.parametrize("value", [None, True, 3, -0.0, 2.5, "naïve", [1, [2]], (1, "a"), {"a": (1,), 2: [None]}, [], ()])
def test_values(value):
    back = there_and_back(value)
    assert back == value and type(back) is type(value)


@pytest.mark.parametrize("dtype", ["float64", "float32", "int64", "int8", "uint16", "bool"])
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3)])
def test_arrays(dtype, shape):
    array = np.arange(np.prod(shape, dtype=int)).reshape(shape).astype(dtype)
    back = there_and_back(array)
    assert back.dtype == array.dtype and back.shape == array.shape and np.array_equal(back, array)


def test_what_is_not_plain_is_named():
    assert encode([object()]) == [{"other": "object"}]
    with pytest.raises(ValueError, match="not an encoded"):
        decode({"other": "object"})


@pytest.mark.parametrize("one, other", [(1, 1.0), (0.1 + 0.2, 0.3), (float("nan"), float("nan")), (np.array([1, 2]), np.array([1.0, 2.0])),
                                        (np.float64(2), 2.0)])
def test_alike(one, other):
    assert alike(encode(one), encode(other))


@pytest.mark.parametrize("one, other", [
    (1, True), (1, "1"), ([1], (1,)), (np.array([1.0]), [1.0]), (1.0, 1.001), (np.ones(2), np.ones((2, 1))),
    (None, 0), ({"a": 1}, {"a": 2}), (float("nan"), 0.0)])
def test_not_alike(one, other):
    assert not alike(encode(one), encode(other))
