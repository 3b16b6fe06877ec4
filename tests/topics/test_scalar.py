"""The scalar graph: the decks' examples, every operation against the complex step, and graphs that are deep, shared or impossible."""
import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from course_lib.nn.activations import derivative, sigmoid
from course_lib.nn.mlp import MLP
from course_lib.topics.scalar import Value

UNARY = {"neg": lambda z: -z, "exp": np.exp, "log": np.log, "tanh": np.tanh, "sigmoid": sigmoid,
         "relu": lambda z: z * (z.real > 0), "**2": lambda z: z ** 2, "**3": lambda z: z ** 3, "**-1": lambda z: z ** -1,
         "**0.5": np.sqrt, "**0": lambda z: z ** 0}
BINARY = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b}


def apply(name, *inputs):
    """One operation of a Value, by the name that its node carries."""
    if name in BINARY:
        return BINARY[name](*inputs)
    if name.startswith("**"):
        return inputs[0] ** float(name[2:])
    return -inputs[0] if name == "neg" else getattr(inputs[0], name)()


@pytest.mark.parametrize("at", [-2.0, -0.7, 0.3, 1.9])
@pytest.mark.parametrize("name", UNARY)
def test_every_function_agrees_with_the_complex_step(name, at):
    if name in ("log", "**0.5"):
        at = abs(at)
    x = Value(at)
    y = apply(name, x)
    y.backward()
    expected = UNARY[name](np.complex128(at + 1e-20j))
    assert y.operation == name and y.parents == (x,)
    assert y.data == pytest.approx(float(expected.real), rel=1e-14) and x.grad == pytest.approx(float(expected.imag) / 1e-20, rel=1e-14)


@pytest.mark.parametrize("a, b", [(1.5, -0.4), (-3.0, 2.0), (0.0, 0.7)])
@pytest.mark.parametrize("name", BINARY)
def test_every_operation_agrees_with_the_complex_step_in_both_inputs(name, a, b):
    f, x, y = BINARY[name], Value(a), Value(b)
    z = f(x, y)
    z.backward()
    assert z.operation == name and z.data == f(a, b)
    assert [x.grad, y.grad] == pytest.approx([f(a + 1e-20j, b).imag / 1e-20, f(a, b + 1e-20j).imag / 1e-20], rel=1e-14)


@pytest.mark.parametrize("name", BINARY)
@pytest.mark.parametrize("number", [3, 0.5, np.float64(2.0), np.float32(0.25), np.int64(4)])
def test_plain_numbers_may_stand_on_either_side(name, number):
    f = BINARY[name]
    for x in (Value(1.5), Value(-2.0)):
        assert f(number, x).data == f(float(number), x.data) and f(x, number).data == f(x.data, float(number))
        assert [node.data for node in f(number, x).parents] == [float(number), x.data]       # drawn as it was written


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("at", [-800.0, -30.0, -1.0, 0.0, 1.0, 30.0, 800.0])
def test_activations_are_those_of_the_network(name, at):
    x = Value(at)
    getattr(x, name)().backward()
    assert x.grad == pytest.approx(float(derivative(name, at)), rel=1e-12, abs=1e-15)


def test_the_deck_example_with_three_inputs():
    """D3-12: q = x + y = 3, f = q z = -12; df/dq = -4, df/dz = 3, df/dx = df/dy = -4."""
    x, y, z = Value(-2, "x"), Value(5, "y"), Value(-4, "z")
    q = x + y
    f = q * z
    f.backward()
    assert (q.data, f.data) == (3, -12) and (q.grad, z.grad, x.grad, y.grad, f.grad) == (-4, 3, -4, -4, 1)
    assert f.nodes() == [x, y, q, z, f] and f.slopes == (-4, 3) and q.slopes == (1, 1)


@given(st.integers(-50, 50))
@settings(deadline=None, derandomize=True)
def test_two_paths_add_and_one_path_multiplies(at):
    """D1-37: 9 t^2 + 2 t; D0-24: 16 x^3 + 8 x; whole numbers, so exactly."""
    t, x = Value(at), Value(at)
    (t ** 2 * (3 * t + 1)).backward()
    ((2 * x ** 2 + 1) ** 2).backward()
    assert t.grad == 9 * at ** 2 + 2 * at and x.grad == 16 * at ** 3 + 8 * at


def test_a_node_used_twice_hears_from_both():
    x = Value(3)
    (x * x).backward()
    assert x.grad == 6
    y = Value(2)
    shared = y.exp()
    (shared * shared + shared).backward()
    assert y.grad == pytest.approx(2 * math.exp(4) + math.exp(2)) and shared.grad == pytest.approx(2 * math.exp(2) + 1)


def test_the_power_0_is_flat_even_at_0():
    x = Value(0)
    y = x ** 0
    y.backward()
    assert (y.data, x.grad) == (1, 0)


def test_a_ladder_of_shared_nodes_is_walked_once():
    """x doubled 60 times by adding it to itself: 2^60 paths, 61 nodes."""
    x = node = Value(1)
    for _ in range(60):
        node = node + node
    assert len(node.nodes()) == 61
    node.backward()
    assert x.grad == 2.0 ** 60


def test_ten_thousand_nodes_in_a_row():
    x = node = Value(0.5)
    for _ in range(10_000):
        node = node + 0.25
    node.backward()
    assert node.data == 2500.5 and x.grad == 1 and len(node.nodes()) == 20_001


def test_backward_twice_changes_nothing_and_another_root_overwrites():
    x, y = Value(3, "x"), Value(4)
    f = x * x * y
    for _ in range(2):
        f.backward()
        assert (x.grad, y.grad, f.grad) == (24, 9, 1)
    g = x + 5 * f
    g.backward()
    assert (x.grad, y.grad, f.grad, g.grad) == (121, 45, 5, 1)
    f.backward()
    assert (x.grad, y.grad, f.grad) == (24, 9, 1)


TREES = st.recursive(st.sampled_from("abc"), lambda tree: st.one_of(
    st.tuples(st.sampled_from(list(UNARY)), tree), st.tuples(st.sampled_from(list(BINARY)), tree, tree)), max_leaves=12)


def evaluate(tree, variables, operation):
    if isinstance(tree, str):
        return variables[tree]
    name, *inputs = tree
    return operation(name, *(evaluate(one, variables, operation) for one in inputs))


@given(TREES, st.lists(st.floats(-3, 3), min_size=3, max_size=3))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_random_expressions_agree_with_the_complex_step(tree, numbers):
    variables = {name: Value(number) for name, number in zip("abc", numbers, strict=True)}
    try:
        root = evaluate(tree, variables, apply)
    except ValueError:
        assume(False)
    nodes = root.nodes()
    assume(all(1e-2 < abs(node.data) < 1e3 for node in nodes))       # away from kinks, poles and cancellation
    root.backward()
    places = {node: place for place, node in enumerate(nodes)}
    assert all(places[parent] < places[node] for node in nodes for parent in node.parents) and nodes[-1] is root
    for name, node in variables.items():
        at = {other: np.complex128(value.data + 1e-20j * (other == name)) for other, value in variables.items()}
        expected = evaluate(tree, at, lambda operation, *inputs: (UNARY | BINARY)[operation](*inputs))
        assert node.grad == pytest.approx(expected.imag / 1e-20, rel=1e-9, abs=1e-11)


def test_a_small_network_has_the_gradient_of_the_library():
    """2 inputs, 3 tanh units, 1 linear output, half squared error: scalar by scalar and in matrices."""
    net = MLP([2, 3, 1], activation="tanh", output="linear", rng=5)
    X, Y = np.array([[0.3, -1.2], [2.0, 0.7]]), np.array([[0.5], [-1.0]])
    theta = [Value(number) for number in net.theta]
    (W, b), (w, c) = net.views(np.arange(13))
    loss = Value(0)
    for x, y in zip(X, Y[:, 0], strict=True):
        hidden = [(theta[W[0, j]] * x[0] + theta[W[1, j]] * x[1] + theta[b[j]]).tanh() for j in range(3)]
        out = sum((theta[w[j, 0]] * hidden[j] for j in range(3)), theta[c[0]])
        loss = loss + (out - y) ** 2 / 4
    loss.backward()
    expected, gradient = net.loss_and_grad(X, Y)
    assert loss.data == pytest.approx(float(expected), rel=1e-14)
    np.testing.assert_allclose([node.grad for node in theta], gradient, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("wrong", [math.nan, math.inf, "3", None, 1j, np.array([1.0, 2.0]), [1.0]])
def test_a_value_is_one_finite_real_number(wrong):
    with pytest.raises(ValueError, match="one finite real number; got"):
        Value(wrong)


@pytest.mark.parametrize("attempt, said", [
    (lambda x: (x - 2).log(), "log has no finite value and slope at 0"), (lambda x: (x - 3).log(), "log .* at -1"),
    (lambda x: 1 / (x - 2), "/ has no finite value and slope at 1, 0"), (lambda x: (500 * x).exp(), "exp .* at 1000"),
    (lambda x: (x - 2) ** 0.5, r"\*\*0.5 .* at 0"), (lambda x: (-x) ** 0.5, r"\*\*0.5 .* at -2"),
    (lambda x: (x - 2) ** -1, r"\*\*-1 .* at 0"), (lambda x: 1e200 * x * 1e200, r"\* .* at 2e\+200, 1e\+200"),
    (lambda x: (x - 2) / 1e-320, "/ .* at 0"), (lambda x: x ** x, "exponent should be a plain number.*got Value"),
    (lambda x: x + "1", "got '1'"), (lambda x: np.ones(2) * x, "one finite real number; got array"),
])
def test_errors_say_what_cannot_be(attempt, said):
    with pytest.raises(ValueError, match=said):
        attempt(Value(2))


def test_a_value_shows_itself():
    x = Value(1 / 3, "x")
    assert repr(x) == "Value(0.333333, label='x', grad=0)" and repr(2 * x) == "Value(0.666667, grad=0)"
