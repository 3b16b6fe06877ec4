"""Plain values come through as they are, shared ones as one; what no encoder makes is refused."""
import json
import math
import re
from collections import Counter, OrderedDict, defaultdict, deque
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from course_lib.grading.judging.kinds import Classes
from course_lib.grading.judging.peer import Twins
from course_lib.grading.judging.protocol import Garbled
from course_lib.grading.judging.reading import Decoder
from course_lib.grading.judging.values import LONGEST_INT, Encoder, Foreign


class Point:
    kind = "point"

    def __init__(self, x=0, y=0):
        self.x, self.y = x, y

    def far(self):
        return self.x + self.y

    def __repr__(self):
        return f"Point({self.x})"


class Links:
    """Nothing crosses but what is plain, and points."""

    def __init__(self):
        self.classes = Classes()
        self.classes["Point"] = Point

    def refer(self, value, encoder):
        raise Foreign(type(value).__name__)

    def resolve(self, tree, decoder):
        raise Garbled("unknown")


def through(value):
    encoder = Encoder(Links())
    tree = json.loads(json.dumps(encoder.tree(value)))
    return Decoder(encoder.buffers, Links()).value(tree)


SCALARS = [None, True, -3, 10 ** 60, -10 ** 60, 1.5, math.inf, "aé\x00\ud7ff", b"ab", 1 + 2j, ..., NotImplemented, int, ValueError,
           np.sin, math.sin, np.float32, np.dtype("<f4"), range(1, 9, 2), slice(None, 3), (), (1, (2,)), frozenset({1, "a"}), {1, 2}, {},
           {"a": [1, {"b": ()}]}, Counter("abca"), OrderedDict(b=1, a=2), defaultdict(list, {1: [2]}), defaultdict(None, {}),
           deque([1, 2], 2),
           Fraction(1, 3), Decimal("1.50"), Decimal("-Infinity"), date(2024, 2, 29), time(1, 2, 3, 4),
           datetime(2024, 2, 29, 1, 2, 3, 4, timezone(timedelta(hours=1))), timedelta(1, 2, 3), UTC, Path("a/b"),
           re.compile("a+", re.IGNORECASE), re.compile(b"a"), {"a": 1}.keys(), {"a": 1}.items(), Fraction, deque, datetime]


@pytest.mark.parametrize("value", SCALARS, ids=lambda value: type(value).__name__)
def test_plain_values_come_through_with_their_type(value):
    found = through(value)
    assert found == value and type(found) is type(value)


def test_containers_keep_what_they_are():
    assert through(deque([1], 3)).maxlen == 3 and through(defaultdict(list))["new"] == [] and list(through({1: 2}.values())) == [2]
    assert list(through(OrderedDict(b=1, a=2))) == ["b", "a"] and through(Counter("aab"))["c"] == 0


def test_objects_of_common_classes_keep_their_attributes_and_cycles():
    point = Point(1, [2])
    point.me = point
    found = through(point)
    assert type(found) is Point and found.me is found and found.y == [2]
    assert through(SimpleNamespace(a=1)) == SimpleNamespace(a=1)
    assert through([Point]) == [Point]


@pytest.mark.parametrize("name", ["far", "__init__"])
def test_no_attribute_hides_a_method_of_a_common_class(name):
    point = Point()
    vars(point)[name] = 3
    with pytest.raises(Foreign):
        through(point)
    with pytest.raises(Garbled):
        Decoder([], Links()).value(["instance", "Point", name, 3])


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


VIEWS = {"transposed": lambda a: a.T, "row": lambda a: a[1], "backwards": lambda a: a[::-1, ::-2],
         "wide": lambda a: np.broadcast_to(a[0, 0], (3, 4)),
         "view of a view": lambda a: a.T[1:][:, 1:], "itself": lambda a: a, "flat": lambda a: a.reshape(-1), "one": lambda a: a[1:2, 1:2]}


@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("name", VIEWS)
def test_views_stay_views(name, order):
    array = np.arange(12.0).reshape(3, 4).copy(order)
    view = VIEWS[name](array)
    one, other = through([array, view])
    np.testing.assert_array_equal(other, view)
    assert np.shares_memory(one, other) == np.shares_memory(array, view)
    one[:] = 7
    assert (other == 7).all() == np.shares_memory(array, view)


@pytest.mark.parametrize("view", [
    (1, 0, [13], [8]), (1, 8, [12], [8]), (1, -8, [3], [8]), (1, 0, [3], [-8]), (1, 0, [3, 5], [0, 0]), (0, 0, [1], [8]), (1, 0, [-1], [8]),
    (1, 0, [2], [1 << 40]), (1, 4, [12], [8]), (1, "x", [1], [8]), (1, 0, [1], []), (2, 0, [1], [8])])
def test_a_view_of_what_is_not_there_is_refused(view):
    array = ["array", "<f8", [12], "C", True, 0]
    with pytest.raises(Garbled):
        Decoder([bytes(96)], Links()).value(["list", array, ["view", *view]])
    assert len(Decoder([bytes(96)], Links()).value(["list", array, ["view", 1, 8, [2], [16]]])[1]) == 2


def test_random_generators_go_on_where_they_stood():
    for make in (np.random.default_rng, np.random.RandomState):
        ours, theirs = make(3), through(make(3))
        assert ours.normal() == theirs.normal() and ours.random() == theirs.random()


@pytest.mark.parametrize("value", [object(), [object()], np.array([object()]), type("List", (list,), {})(), np.zeros(2, "f4,f4"), id,
                                   type("Point", (), {})(), 1 << 4 * LONGEST_INT + 1],
                         ids=lambda value: type(value).__name__)
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
    ["fill", []], ["made", 1], ["elements", "<f8", [1], "C", True, 0], ["change", 0, ["list"]], ["guarded", 1],
    ["view", 0, 0, [1], [8]], ["deque", "x"],
    ["deque", -1],
    ["defaultdict", 3], ["Counter", ["list"], 1], ["instance", "Nobody"], ["instance", "list"], ["instance", "Point", 1, 2],
    ["instance", "Point", "x"], ["class", "Nobody"], ["class", ["list"]], ["constant", "Fraction", 1, 0],
    ["constant", "Decimal", "1e99999"],
    ["constant", "Decimal", "x"], ["constant", "Pattern", "(", 0], ["constant", "date", 2024, 2, 30], ["constant", "eval", "1"],
    ["constant", "list"], ["keys", ["list"]], ["items", 1], ["int", "0x" + "1" * (LONGEST_INT + 9)],
]


@pytest.mark.parametrize("tree", NONSENSE, ids=repr)
def test_what_no_encoder_makes_is_refused(tree):
    with pytest.raises(Garbled):
        Decoder([bytes(8)], Links()).value(json.loads(json.dumps(tree)))


CHANGES = {"list": ([1, 2], lambda it: it.append(it)), "dict": ({"a": 1}, lambda it: it.update(b=[1])), "set": ({1}, lambda it: it.add(2)),
           "Counter": (Counter("a"), lambda it: it.update("b")), "deque": (deque([1], 2), lambda it: it.extend([2, 3])),
           "defaultdict": (defaultdict(list), lambda it: it[1].append(2)),
           "OrderedDict": (OrderedDict(a=1, b=2), lambda it: it.move_to_end("a")),
           "array": (np.zeros((2, 3))[:, ::2], lambda it: it.__setitem__((0, 1), 5)),
           "generator": (np.random.default_rng(1), lambda it: it.random()),
           "object": (Point(), lambda it: setattr(it, "x", [3]))}


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_done_to_one_twin_is_done_to_the_other(name):
    ours, act = CHANGES[name]
    twins, others = Twins(), Twins()
    encoder = Encoder(Links(), twins)
    decoder = Decoder(encoder.buffers, Links(), others)
    theirs = decoder.value(encoder.tree(ours))
    twins.update(encoder.new, [], [])
    others.update(decoder.new, [], [])
    assert twins.changed() == others.changed() == []
    act(theirs)
    assert others.changed() == [0]
    encoder = Encoder(Links(), others)
    tree = encoder.contents(theirs)
    Decoder(encoder.buffers, Links(), twins).change(0, tree)
    assert str(ours) == str(theirs) and (name != "generator" or ours.random() == theirs.random())


def test_twins_that_nobody_uses_are_forgotten():
    twins = Twins()
    twins.update([kept := [1], [2], {}], [], [])
    assert twins.idle() == [1, 2]
    twins.update([], [], twins.idle())
    assert twins.idle() == [] and list(twins) == [(0, kept)]


@pytest.mark.parametrize("change", [(0, ["dict"]), (0, ["array", "<f8", [1], "C", True, 0]), (7, ["list"]), (0, ["list", ["again", 9]]),
                                    (0, [])])
def test_a_change_that_cannot_be_is_refused(change):
    twins = Twins()
    twins.update([[1]], [], [])
    with pytest.raises(Garbled):
        Decoder([bytes(8)], Links(), twins).change(*change)
