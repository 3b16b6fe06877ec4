"""Plain values come through as they are, shared ones as one; what no encoder makes is refused."""
import json
import math

import numpy as np
import pytest

from course_lib.grading.judging.protocol import Garbled
from course_lib.grading.judging.values import Decoder, Encoder, Foreign


def refuse(value):
    raise Foreign(type(value).__name__)


def through(value):
    encoder = Encoder(refuse)
    tree = json.loads(json.dumps(encoder.tree(value)))
    return Decoder(encoder.buffers, refuse).value(tree)


SCALARS = [None, True, -3, 10 ** 60, -10 ** 60, 1.5, math.inf, "aé\x00\ud7ff", b"ab", 1 + 2j, ..., NotImplemented, int, ValueError,
           np.sin, math.sin, np.float32, np.dtype("<f4"), range(1, 9, 2), slice(None, 3), (), (1, (2,)), frozenset({1, "a"}), {1, 2}, {},
           {"a": [1, {"b": ()}]}]


@pytest.mark.parametrize("value", SCALARS, ids=lambda value: type(value).__name__)
def test_plain_values_come_through_with_their_type(value):
    found = through(value)
    assert found == value and type(found) is type(value)


def test_what_equality_does_not_see():
    assert math.copysign(1, through(-0.0)) == -1 and math.isnan(through(math.nan))
    assert type(through(np.float32(0.5))) is np.float32 and type(through(np.bool_(True))) is np.bool_


@pytest.mark.parametrize("array", [np.arange(6.0).reshape(2, 3), np.arange(6).reshape(2, 3).T, np.zeros((0, 3)), np.array(3.5),
                                   np.array(["ab", "c"]), np.array([True, False]), np.arange(10)[::3], np.array([1 + 2j]),
                                   np.array("2020-01-01", "datetime64[D]")],
                         ids=lambda array: f"{array.dtype} {array.shape}")
def test_arrays_keep_type_shape_and_order(array):
    found = through(array)
    np.testing.assert_array_equal(found, array)
    assert found.dtype == array.dtype and found.shape == array.shape and found.flags.writeable
    assert found.flags.f_contiguous == array.flags.f_contiguous or not array.flags.c_contiguous
    array.flags.writeable = False
    assert not through(array).flags.writeable


def test_what_comes_twice_arrives_as_one_and_a_list_may_contain_itself():
    x, loop = np.zeros(3), [1]
    loop.append(loop)
    one, (other, *_), again = through([x, (x,), loop])
    assert one is other and again[1] is again


def test_random_generators_go_on_where_they_stood():
    for make in (np.random.default_rng, np.random.RandomState):
        ours, theirs = make(3), through(make(3))
        assert ours.normal() == theirs.normal() and ours.random() == theirs.random()


@pytest.mark.parametrize("value", [object(), [object()], np.array([object()]), type("List", (list,), {})(), np.zeros(2, "f4,f4"), id])
def test_all_else_is_referred(value):
    with pytest.raises(Foreign):
        through(value)


def test_too_deep_is_refused():
    deep = []
    for _ in range(101):
        deep = [deep]
    with pytest.raises(Foreign, match="deep"):
        through(deep)


NONSENSE = [
    {}, [], [[]], ["array"], ["array", "O", [1], "C", True, 0], ["array", "<f8", [9], "C", True, 0], ["array", "<f8", [-2], "C", True, 0],
    ["array", "f8,f8", [1], "C", True, 0], ["array",
    "<f8" * 99,
    [1], "C", True, 0], ["array", "<f8", [1], "C", True, 7], ["array", "<f8", [1099511627776, 0], "K", True, 0], ["again", 0], ["again",
    -1], ["again", "x"], ["named", "eval"], ["named", "builtins.exec"], ["random", "Generator", "Nobody", []], ["random", "Generator",
    "PCG64", ["dict"]], ["dict", 1], ["dict", ["list"], 1], ["int", "0q"], ["set", ["list"]], ["scalar", "O", 0], ["dtype", "O"], ["slice"],
    ["range", "a"], ["Ellipsis", 1], ["complex", "a", []], ["bytes", 9], ["__init__"], ["referred"], ["value", 1],
]


@pytest.mark.parametrize("tree", NONSENSE, ids=repr)
def test_what_no_encoder_makes_is_refused(tree):
    def resolve(tree):
        raise Garbled("unknown")
    with pytest.raises(Garbled):
        Decoder([bytes(8)], resolve).value(json.loads(json.dumps(tree)))
