"""What one unit can and cannot compute, each answer with its certificate."""
from itertools import combinations, product

import numpy as np
import pytest

from course_lib.topics.perceptron import lift, unit
from course_lib.topics.threshold_logic import (
    GATES,
    all_functions,
    corners,
    cover_count,
    crossing,
    gate_name,
    monomials,
    parity,
    small_weights,
)

XOR = [-1, 1, 1, -1]
TABLE_3_6 = [(-1, -1, -1, -7, -1), (-1, -1, 1, -9, -1), (-1, 1, -1, 1, 1), (-1, 1, 1, -1, -1),
             (1, -1, -1, -3, -1), (1, -1, 1, -5, -1), (1, 1, -1, 5, 1), (1, 1, 1, 3, 1)]


def test_table_3_6_row_by_row():
    """Deck item D1-04: v = -2 + 2 x1 + 4 x2 - x3 computes x2 and (x1 or not x3)."""
    X, w, b = corners(3), [2, 4, -1], -2
    assert np.column_stack([X, X @ w + b, unit(X, w, b)]).tolist() == [list(row) for row in TABLE_3_6]
    assert [x2 > 0 and (x1 > 0 or x3 < 0) for x1, x2, x3 in X] == [y > 0 for *_, y in TABLE_3_6]


@pytest.mark.parametrize("inputs, functions, possible", [(1, 4, 4), (2, 16, 14), (3, 256, 104)])
def test_every_function_has_exactly_one_of_the_two_certificates(inputs, functions, possible):
    X, weights = corners(inputs), small_weights(inputs)
    assert len(all_functions(inputs)) == functions and len(weights) == possible
    for y in all_functions(inputs):
        theta, rows = weights.get(tuple(y.tolist())), crossing(X, y)
        assert (theta is None) != (rows is None)
        if theta:
            assert (y * (lift(X) @ theta) > 0).all()        # strictly: no answer hangs on sgn(0)
        else:
            a, b, c, d = rows
            assert (y[[a, b, c, d]] == [1, 1, -1, -1]).all() and (X[a] + X[b] == X[c] + X[d]).all()


def test_the_rows_of_a_crossing_are_a_farkas_certificate():
    X, y = corners(2), np.array(XOR)
    factors = np.zeros(4)
    np.add.at(factors, list(crossing(X, y)), 1 / 4)
    assert (factors >= 0).all() and factors.sum() == 1
    assert (factors * y @ lift(X) == 0).all()


def test_a_crossing_may_use_a_row_twice():
    """On a line: +1 at the ends, -1 in the middle, which is the midpoint of the ends."""
    assert crossing([[0], [1], [2]], [1, -1, 1]) == (0, 2, 1, 1)


def test_gates_have_their_names():
    X = corners(2)
    truth = {"AND": (X > 0).all(1), "OR": (X > 0).any(1), "XOR": X[:, 0] != X[:, 1], "NAND": ~(X > 0).all(1), "x1": X[:, 0] > 0,
             "NOT x2": X[:, 1] < 0, "x1 OR NOT x2": (X[:, 0] > 0) | (X[:, 1] < 0), "x2 AND NOT x1": (X[:, 1] > 0) & (X[:, 0] < 0)}
    assert {name: gate_name(np.where(fires, 1, -1)) for name, fires in truth.items()} == {name: name for name in truth}
    assert [gate_name(y) for y in all_functions(2)] == list(GATES) and len(set(GATES)) == 16


def labellings_by_lines(points) -> set:
    """Every labelling of points in general position by a line, by another road than Cover's: turn a line about each pair of points."""
    found = {(1,) * len(points), (-1,) * len(points)}
    for i, j in combinations(range(len(points)), 2):
        (dx, dy), offset = points[j] - points[i], points - points[i]
        side = np.sign(dx * offset[:, 1] - dy * offset[:, 0]).astype(int)
        for label_i, label_j, whole in product((-1, 1), repeat=3):       # the line may leave either point of the pair on either side
            labels = side * whole
            labels[[i, j]] = label_i, label_j
            found.add(tuple(labels.tolist()))
    return found


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 8])
@pytest.mark.parametrize("seed", range(5))
def test_covers_count_in_the_plane(count, seed):
    points = np.random.default_rng([count, seed]).normal(size=(count, 2))
    assert len(labellings_by_lines(points)) == cover_count(count, 2) == count * (count - 1) + 2


def test_covers_count_elsewhere():
    assert [cover_count(n, 1) for n in range(1, 6)] == [2, 4, 6, 8, 10]           # a line: one cut, two orientations
    assert all(cover_count(n, n - 1) == 2 ** n for n in range(1, 10))             # few points: every labelling


def test_the_square_is_in_general_position_and_the_cube_is_not():
    flat = {n: [rows for rows in combinations(range(2 ** n), n + 1) if np.linalg.matrix_rank(lift(corners(n)[list(rows)])) <= n]
            for n in (2, 3)}
    assert flat[2] == [] and cover_count(4, 2) == 14
    assert len(flat[3]) == 12 and cover_count(8, 3) == 128 > 104


def test_the_xor_network_of_the_slides_in_its_own_coding_and_not_in_bits():
    """Deck item D1-13; with inputs 0 and 1 two hidden pre-activations are 0, and either convention for sgn(0) spoils a row."""
    X, W, b, w, c = corners(2), np.array([[-1, -1], [1, 1]]), np.array([1, -1]), [-1, 1], 1
    assert (X @ W + b != 0).all() and (unit(X, W, b) @ w + c != 0).all()
    assert unit(unit(X, W, b), w, c).tolist() == XOR
    bits = (X + 1) // 2
    assert (bits @ W + b == 0).sum() == 2
    assert unit(unit(bits, W, b), w, c).tolist() == [-1, 1, -1, -1]
    assert unit(np.where(bits @ W + b > 0, 1, -1), w, c).tolist() == [-1, -1, 1, -1]
    assert unit(unit(bits, 2 * W, b - W.sum(axis=0)), w, c).tolist() == XOR


@pytest.mark.parametrize("inputs", range(1, 7))
def test_parity_is_orthogonal_to_every_shorter_product(inputs):
    X = corners(inputs)
    products = monomials(X)
    assert len(products) == 2 ** inputs
    assert {columns: int(parity(X) @ product) for columns, product in products.items()} == {
        columns: 2 ** inputs if len(columns) == inputs else 0 for columns in products}


def test_one_unit_with_all_inputs_is_enough_for_xor():
    """Erratum 17: at least one hidden unit needs all inputs, not each."""
    X = corners(2)
    H = np.column_stack([unit(X, [1, 0], 0), unit(X, [0, 1], 0), unit(X, [1, 1], -1)])
    assert unit(H, [1, 1, -2], -1).tolist() == XOR
