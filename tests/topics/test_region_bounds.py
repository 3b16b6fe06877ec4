"""The counts: against counting by other roads, and the deck's misprint beside the theorem."""
from itertools import product

import numpy as np
import pytest

from course_lib.topics.region_bounds import montufar_as_printed, montufar_bound, region_cap, zaslavsky_count


def test_zaslavskys_count_obeys_its_recursion():
    """One hyperplane more is itself cut by the others, and each of its parts cuts one region in two."""
    for n, d in product(range(12), range(1, 7)):
        assert zaslavsky_count(n + 1, d) == zaslavsky_count(n, d) + zaslavsky_count(n, d - 1)
        assert zaslavsky_count(0, d) == zaslavsky_count(n, 0) == 1


def test_the_numbers_of_erratum_14():
    assert [zaslavsky_count(10, 2), zaslavsky_count(20, 2)] == [56, 211]
    assert all(zaslavsky_count(n, d) == 2 ** n for d in range(1, 8) for n in range(d + 1))      # few units: every pattern
    assert all(zaslavsky_count(n, d) < 2 ** n for d in range(1, 8) for n in range(d + 1, 20))


@pytest.mark.parametrize("seed", range(3))
def test_hyperplanes_in_three_dimensions_by_sampling(seed):
    rng = np.random.default_rng(seed)
    W, b = rng.normal(size=(3, 4)), rng.normal(size=4)
    corners = np.linalg.solve(np.stack([np.delete(W, i, 1).T for i in range(4)]), np.stack([-np.delete(b, i) for i in range(4)])[..., None])
    X = rng.normal(scale=3 * np.abs(corners).max(), size=(400_000, 3))
    near = corners[..., 0].mean(axis=0) + rng.normal(scale=np.abs(corners).max() / 2, size=(400_000, 3))
    patterns = (np.vstack([X, near]) @ W + b > 0) @ [1, 2, 4, 8]
    assert len(np.unique(patterns)) == zaslavsky_count(4, 3) == 15


def test_the_numbers_of_erratum_16():
    """D = 2, K = 4, L = 2: the print promises more pieces than there are patterns."""
    assert [montufar_as_printed(2, 4, 2), 2 ** 8, region_cap(2, [4, 4]), montufar_bound(2, [4, 4])] == [576, 256, 121, 44]


@pytest.mark.parametrize("inputs", [1, 2, 3])
def test_the_theorem_never_exceeds_the_caps(inputs):
    for widths in product(range(inputs, 8), repeat=3):
        assert montufar_bound(inputs, widths) <= region_cap(inputs, widths) <= 2 ** sum(widths)
        assert montufar_bound(inputs, widths[:1]) == region_cap(inputs, widths[:1]) == zaslavsky_count(widths[0], inputs)


def test_depth_multiplies_only_from_twice_the_inputs_on():
    assert montufar_bound(2, [3, 3, 3]) == montufar_bound(2, [3]) == 7
    assert [montufar_bound(2, [4] * depth) for depth in (1, 2, 3)] == [11, 44, 176]
    assert montufar_bound(1, [2] * 5) == 2 ** 4 * 3 and montufar_bound(2, [5, 4]) == montufar_bound(2, [4, 4])      # floors count


def test_layers_of_one_kind_in_one_dimension():
    assert [region_cap(1, [n]) for n in (1, 2, 9)] == [2, 3, 10] and region_cap(1, [2] * 5) == 3 ** 5


BAD = {
    "less than no hyperplanes": (lambda: zaslavsky_count(-1, 2), "hyperplanes >= 0"),
    "less than no dimension": (lambda: zaslavsky_count(1, -2), "dimension >= 0"),
    "a layer narrower than the inputs": (lambda: montufar_bound(3, [3, 2]), "3 or more"),
    "no layers": (lambda: region_cap(2, []), "hidden widths"),
    "an empty layer": (lambda: region_cap(2, [3, 0]), "1 or more"),
    "no inputs": (lambda: montufar_bound(0, [3]), "at least one input"),
    "no depth": (lambda: montufar_as_printed(2, 4, 0), "hidden widths"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_named(case):
    call, words = BAD[case]
    with pytest.raises(ValueError, match=words):
        call()
