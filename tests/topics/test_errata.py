"""Each row of the errata table: its evidence shows what the table says."""
import math

import numpy as np
import pytest

from course_lib.nn import SGD
from course_lib.nn.schedules import robbins_monro
from course_lib.topics.errata import EVIDENCE, clean, evidence
from course_lib.topics.errata.deck4 import shrinking_steps

NEVER_MORE_THAN_ROUNDING = 1e-12
SHOWS = {
    1: lambda e: e["square_printed"] < 0.2 and e["square_right"] == 1 and e["dome_printed"] == 1 and e["dome_right"] < 0.01,
    2: lambda e: e == {"line": 0, "square": 1, "beyond": 3},
    3: lambda e: e == {"square": 0.25, "printed": 14.25},
    4: lambda e: e == pytest.approx({"measured": 1.5, "repaired": 1.5, "printed": 13.5, "of_printed_square": 7.5}, abs=1e-8),
    5: lambda e: e == {"parameters": 2, "printed": 3, "third": 2},
    6: lambda e: e["inside"] < 0.01 and e["outside"] > 1 and e["reciprocal"] > 9e5 and e["jump"] == 0.5 and e["jump_mean"] < 0.001,
    7: lambda e: e["taylor"] == pytest.approx(math.exp(-1)) and e["through_points"] < 1e-4 and e["tree"] > 0.01
                 and e["on_points"] < NEVER_MORE_THAN_ROUNDING,
    8: lambda e: e["gap"] < NEVER_MORE_THAN_ROUNDING and e["rank"] == 2 and e["slope"] == 0 and (e["lowest"], e["highest"]) == (-2, 2),
    9: lambda e: 0 <= e["first"] - e["theory"] < 2e-4 and e["below"] == 0,
    10: lambda e: e["farthest"] < 1e-6 and e["wide_interval"][1] < 0.02 < e["small_interval"][0],
    11: lambda e: e["steps"] < 10_000 and e["distance"] > 9,
    12: lambda e: e["changed"] < e["of"] / 100 and e["smallest"] == pytest.approx(e["one_point"]) == 100,
    13: lambda e: e == {"full": 0, "twice": 1},
    14: lambda e: (e["patterns"], e["cap"], e["patterns_20"], e["cap_20"]) == (1024, 56, 1_048_576, 211) and 50 <= e["counted"] <= 56,
    15: lambda e: e["tie"] and 18 < e["from"] < 20,
    16: lambda e: e["printed"] == 576 > e["patterns"] == 256 > e["cap"] == 121 > e["theorem"] == 44 and e["three_units"] == [7, 7],
    17: lambda e: e == {"rows_right": 4, "local": 2, "overlap": 0},
    18: lambda e: e["measured"] == pytest.approx(e["of_z"]) and e["library"] == pytest.approx(e["of_z"]) and e["of_x"] > 2 * e["of_z"],
    19: lambda e: e["missing"] == 0 and e["error"] < NEVER_MORE_THAN_ROUNDING,
    20: lambda e: e == {"half": 2, "whole": 4, "relu": [0, 0], "softmax": 0},
    21: lambda e: e["at_0"] == 0 and e["odd"] < NEVER_MORE_THAN_ROUNDING and e["alone"] > 0.999 and e["with_one"] < 1e-4,
    22: lambda e: e["after"] < e["before"] / 50 and min(e["deeper"], e["other"]) > 0.2 and e["deeper"] + e["other"] > 0.98,
    23: lambda e: e == pytest.approx({"D1": 1, "D2": 64, "D4": 64}),
    24: lambda e: e["oldest_low"] < 29 < e["youngest_high"] and e["separated"] == 9 and e["lengths"] == sorted(e["lengths"])
                  and e["lengths"][2] > 5 * e["lengths"][0] and e["losses"][2] < e["losses"][0] / 5,
    25: lambda e: e["signs"] >= e["negatives"] == 1 and max(e["zero_one"], e["tanh"]) < 1e-9,
    26: lambda e: e["ratio"] == pytest.approx(e["people"]) and e["people"] == 9,
    27: lambda e: all(np.diff(e["errors"]) < 0) and e["errors"][0] > 0.1 and e["exact_zeros"] == 0,
    28: lambda e: e["sigmoid"] == pytest.approx([math.e / (math.e + C - 1) for C in (2, 3, 10)])
                  and e["tanh"] == pytest.approx([math.e ** 2 / (math.e ** 2 + C - 1) for C in (2, 3, 10)]),
    29: lambda e: e["right"] < NEVER_MORE_THAN_ROUNDING and e["twice"] > 0.01 and (e["from_v1"], e["units"]) == (5, 7),
    30: lambda e: [round(x, 3) for x in e["x"]] == [0.538, 0.342, 0.216, 0.136, 0.086, 0.054]
                  and (round(e["power"], 3), round(e["power_longer"], 3)) == (-0.4, -1.0),
    31: lambda e: e == {"updates": 11, "rates": 10, "epochs": 40, "weights": 9, "inputs": 2},
    32: lambda e: e["itself"] == 0 < e["another"] < e["left_out"] == math.inf and e["nothing_obeys"],
    33: lambda e: not e["is_a_label"] and 0 < e["said"] < 1 and sum(e["vector"]) == pytest.approx(1),
    34: lambda e: e["svd"] == pytest.approx(e["lengths"], rel=1e-12) and e["rank"] == 1 and 1.1 < e["bound"] / e["lengths"] <= e["loosest"],
    35: lambda e: e["tanh"] > 128 > e["relu"] and e["interval"][1] < 0.5 and e["interval"][0] < e["ahead"] / e["runs"] < e["interval"][1],
    36: lambda e: e["far"] == 0 and e["near"] == pytest.approx(0.495),
}


def test_all_thirty_six_rows_are_there_and_judged():
    assert sorted(EVIDENCE) == sorted(SHOWS) == list(range(1, 37))


@pytest.mark.parametrize("number", EVIDENCE)
def test_the_evidence_shows_it(number):
    assert SHOWS[number](evidence(number)), evidence(number)


@pytest.mark.parametrize("number", EVIDENCE)
def test_every_function_names_its_row_and_its_deck_item(number):
    words = EVIDENCE[number].__doc__
    assert words.startswith((f"Row {number} (D", "Row 36 (CS231n")), words


def test_there_is_no_other_row():
    for number in (0, 37):
        with pytest.raises(ValueError, match="rows 1 to 36; got"):
            evidence(number)


def test_the_product_of_factors_is_the_walk():
    x, optimizer = np.array([1.0]), SGD(robbins_monro(2.0))
    for expected in shrinking_steps(2.0, steps=200)[1:]:
        optimizer.step(x, x / 5)
        assert x[0] == pytest.approx(expected, rel=1e-12)


def test_what_was_clean_is_clean():
    assert (clean.table_3_6(), clean.xor_network(), clean.graph_slopes()) == (8, 4, [-4, -4, 3])
    assert np.round(clean.softmax_of_four(), 3).tolist() == [0.842, 0.042, 0.002, 0.114]
    assert np.round(clean.two_networks(), 2).tolist() == [[0.33, 0.25, 0.38], [0.33, 0.71, 1.06]]
    assert max(clean.two_paths(), clean.sigmoid_from_tanh(), clean.kl_from_cross_entropy(), clean.v_recursion(),
               clean.d3_recursion()) < NEVER_MORE_THAN_ROUNDING
    grows, stays = clean.robbins_monro_sums()
    assert grows == pytest.approx(math.log(1e6) + np.euler_gamma, abs=1e-5) and stays == pytest.approx(math.pi ** 2 / 6, abs=2e-6)
