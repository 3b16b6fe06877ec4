import math

import pytest

from course_lib.nn import SGD
from course_lib.nn.schedules import as_schedule, constant, robbins_monro


def test_a_number_is_a_constant_schedule_and_a_schedule_stays_itself():
    schedule = robbins_monro()
    assert as_schedule(schedule) is schedule
    assert [as_schedule(0.5)(k) for k in (0, 7)] == [constant(0.5)(k) for k in (0, 7)] == [0.5, 0.5]


def test_sums_of_the_deck():
    """D4-06: the squares of 1/(k+1) add up to pi^2/6, the steps themselves to 14.39 after a million."""
    steps = [robbins_monro()(k) for k in range(10 ** 6)]
    assert math.fsum(steps) == pytest.approx(14.39, abs=0.005)
    assert math.fsum(step ** 2 for step in steps) == pytest.approx(math.pi ** 2 / 6, abs=2e-6)
    assert [robbins_monro(2.0, 0.5)(k) for k in (0, 3)] == [2.0, 1.0]


@pytest.mark.parametrize("wrong", [0, -0.1, float("nan"), float("inf"), "fast", None])
def test_what_is_no_step_size_is_refused(wrong):
    with pytest.raises(ValueError, match="lr should be a number above 0; got"):
        SGD(wrong)
