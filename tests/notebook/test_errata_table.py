"""The errata table has every row once, keeps its form in Markdown, and tells the computed numbers."""
import re

import pytest

from course_lib.notebook.errata_notation import CLEAN
from course_lib.notebook.errata_table import GROUPS, clean_table, errata_table, fill
from course_lib.topics.errata import EVIDENCE, clean

TABLES = {group: errata_table(group).markdown.splitlines() for group in GROUPS}


def test_every_row_stands_in_one_group():
    assert sorted(number for rows in GROUPS.values() for number in rows) == sorted(EVIDENCE)


@pytest.mark.parametrize("group", GROUPS)
def test_the_table_is_whole(group):
    numbers = [int(line.split("|")[1]) for line in TABLES[group][2:]]
    assert numbers == list(GROUPS[group])
    assert all(line.count("|") == 6 for line in TABLES[group]), "a cell must not hold the sign that parts cells"
    assert not re.search(r"\$|nan|None|e[+-]\d\d|[{]\w+[}]", "\n".join(TABLES[group]))


def test_the_numbers_are_those_of_the_evidence():
    assert "0.25, as printed 14.25" in "\n".join(TABLES["wrong as printed"])
    number, name = 36, "relu_far_from_its_corner"
    assert EVIDENCE[number].__name__ == name and TABLES["beside"][-1].endswith("at −10⁻⁶: 0.495 |")


def test_a_part_of_a_group():
    assert [line.split()[1] for line in errata_table("too strong", 17, 22).markdown.splitlines()[2:]] == ["17", "21", "22"]


def test_no_group_of_that_name():
    with pytest.raises(ValueError, match="wrong as printed, too strong, notation, beside; got 'all'"):
        errata_table("all")


def test_all_that_was_clean_is_listed():
    computed = {name for name, value in vars(clean).items() if getattr(value, "__module__", "") == clean.__name__}
    assert set(CLEAN) == computed and len(clean_table().markdown.splitlines()) == 2 + len(CLEAN)


@pytest.mark.parametrize("value, text", [(0.0, "below 10⁻¹²"), (9e-13, "below 10⁻¹²"), (2e-12, "2·10⁻¹²"), (3e-5, "3·10⁻⁵")])
def test_rounding_is_not_told_digit_by_digit(value, text):
    assert fill("{0:.0e}", value) == text


def test_minus_signs_are_set_for_reading():
    assert fill("{a:.1f}, 4-2, {b}, {c}", a=-0.5, b=True, c=float("inf")) == "−0.5, 4-2, yes, ∞"
