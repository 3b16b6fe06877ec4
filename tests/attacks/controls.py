"""Every attack wins when its one named defence is not there: `make proof` runs these, for each weakens a judge or a sandbox of its own."""
import pytest

from .test_attacks import IN_MEMORY, arena, cases, pytestmark  # noqa: F401 - a fixture, and what it needs


@pytest.mark.parametrize("attack", cases(attack for attack in IN_MEMORY if not attack.open))
def test_it_wins_without_the_defence(arena, attack):  # noqa: F811
    assert attack.wins in arena.run(attack, (attack.only, *attack.besides)).loot
