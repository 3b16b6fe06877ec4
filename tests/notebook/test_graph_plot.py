"""The picture of a scalar graph: every number in its place, no box or arrow over another, and a sentence for every step."""
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.text import Text

from course_lib.notebook.controls import extremes
from course_lib.notebook.picture import PAPER
from course_lib.notebook.plots.graph import graph, graph_stepper
from course_lib.notebook.plots.graph_layout import HIGH, WIDE, layout
from course_lib.topics.scalar import Value
from tests.notebook.test_plots import luminance


def deck():
    x, y, z = Value(-2, "x"), Value(5, "y"), Value(-4, "z")
    return (x + y) * z


def two_paths():
    t = Value(2, "t")
    u, v = t ** 2, 3 * t + 1
    u.label, v.label = "u", "v"
    r = u * v
    r.label = "r"
    return r


def words(picture) -> list[str]:
    return [text.get_text() for text in picture.figure.axes[0].texts]


def test_all_values_gradients_slopes_and_operations_are_there():
    said = words(graph(two_paths()))
    assert sorted(word for word in said if word.startswith(("value", "grad "))) == sorted(
        ["value 2", "grad 40", "value 4", "grad 7", "value 6", "grad 4", "value 7", "grad 4", "value 28", "grad 1"])
    assert [said.count(symbol) for symbol in ("^2", "×", "+")] == [1, 2, 1]
    assert [said.count(name) for name in "tuvr"] == [1, 1, 1, 1]
    assert sorted(word for word in said if word.isdigit()) == sorted(["3", "1", "4", "3", "1", "7", "4"])      # constants, then slopes


def test_gradients_are_those_of_backward():
    root = two_paths()
    before = words(graph(root))
    assert [node.grad for node in root.nodes()] == [0] * 7      # drawing changes nothing
    root.backward()
    assert words(graph(root)) == before
    labelled = {node.label: f"grad {node.grad:g}" for node in root.nodes() if node.label}
    assert all(before[before.index(name) + 2] == grad for name, grad in labelled.items())


def test_the_stepper_tells_one_operation_at_a_time():
    assert [graph_stepper(step).reading for step in range(5)] == [
        "Inputs known: 3; operations that wait for their values: 2.",
        "Forward step 1 of 2: q becomes 3.",
        "Forward step 2 of 2: f becomes −12.",
        "Backward step 1 of 2: f hands its gradient back, 1 × −4 to q (so far −4) and 1 × 3 to z (so far 3).",
        "From x = −2, y = 5, z = −4 the graph makes f = −12, operations: 2; its gradient is −4 in x, −4 in y, 3 in z."]
    assert [words(graph_stepper(step)).count("value ?") for step in range(5)] == [2, 1, 0, 0, 0]
    assert [words(graph_stepper(step)).count("grad ?") for step in range(5)] == [5, 5, 5, 2, 0]
    assert [at["step"] for at in extremes(graph_stepper)] == [0, 4]


def test_slopes_wait_for_the_values_that_they_are_made_of():
    assert [sum(word in ("1", "3", "−4") for word in words(graph(deck(), step))) for step in range(3)] == [0, 2, 4]


def test_gradients_of_a_shared_node_grow_step_by_step():
    """D1-38: t hears from 3 t first, 4 × 3 = 12, and at last from u as well, 7 × 4 = 28 more."""
    before, after = graph(two_paths(), 7), graph(two_paths(), 8)
    assert before.reading == "Backward step 3 of 4: the node × hands its gradient back, 4 × 3 to t (so far 12)."
    assert [words(picture)[words(picture).index("t") + 2] for picture in (before, after)] == ["grad 12", "grad 40"]
    assert after.reading == "From t = 2 the graph makes r = 28, operations: 4; its gradient is 40 in t."


@pytest.mark.parametrize("root, said", [
    (Value(3, "x"), "From x = 3 the graph makes x = 3, operations: 0; its gradient is 1 in x."),
    (Value(3) + 1, "From constants the graph makes the node + = 4, operations: 1."),
    ((Value(2, "x") * 0.5).sigmoid(), "From x = 2 the graph makes the node σ = 0.7311, operations: 2; its gradient is 0.09831 in x."),
])
def test_small_graphs_read_well(root, said):
    assert graph(root).reading == said


@pytest.mark.parametrize("step", [-1, 5, 1.5, "all"])
def test_steps_that_are_not_there(step):
    with pytest.raises(ValueError, match=r"from 0 to 4, twice the number of operations; got"):
        graph(deck(), step)


def test_a_picture_that_cannot_be_read_is_refused():
    root = Value(1, "x")
    for _ in range(40):
        root = -root
    with pytest.raises(ValueError, match="41 nodes cannot be read; draw a graph of at most 40"):
        graph(root)


def test_words_stand_out_and_stay_in_their_boxes():
    x = Value(-1.23456e-5, "x")
    picture = graph(((x * -0.98765).tanh() - 1.5) ** 2)
    picture.png()
    renderer = picture.figure.canvas.get_renderer()
    axes = picture.figure.axes[0]
    inch = axes.transData.transform([1, 0])[0] - axes.transData.transform([0, 0])[0]
    for text in picture.figure.findobj(Text):
        if text.get_text():
            assert (luminance(PAPER) + 0.05) / (luminance(text.get_color()) + 0.05) >= 4.5
        if text.get_text().startswith(("value", "grad")):
            assert text.get_window_extent(renderer).width < WIDE * inch


def test_the_same_graph_is_the_same_file():
    assert graph(two_paths()).png() == graph(two_paths()).png() and len(graph(deck(), 3).png()) > 1000


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=14))
@settings(deadline=None, derandomize=True, max_examples=60)
def test_no_box_lies_on_another_and_no_arrow_passes_through_one(pairs):
    nodes = [Value(1, "x"), Value(1, "y")]
    for a, b in pairs:
        nodes.append(nodes[a % len(nodes)] + nodes[b % len(nodes)])
    nodes = nodes[-1].nodes()
    places, paths = layout(nodes)
    assert len(paths) == sum(len(node.parents) for node in nodes)
    for one, other in combinations(places.values(), 2):
        assert abs(one[0] - other[0]) >= WIDE or abs(one[1] - other[1]) >= HIGH + 0.2
    for arrow, points in paths.items():
        xs = np.array(points)[:, 0]
        assert (np.diff(xs) > 0).all() and xs[0] == places[arrow.parent][0] + WIDE / 2 and xs[-1] == places[arrow.node][0] - WIDE / 2
        for x, y in points[1:-1]:
            assert all(abs(x - at[0]) >= WIDE or abs(y - at[1]) > HIGH / 2 + 0.1 for at in places.values())
