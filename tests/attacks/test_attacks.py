"""Every attack wins nothing, and would win if one named defence were not there."""
import shutil

import pytest

from . import attack as declared
from .arena import Arena
from .defences import DEFENCES

ATTACKS = declared.load()
pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs bubblewrap: apt-get install bubblewrap")


@pytest.fixture(scope="module")
def arena(tmp_path_factory):
    with Arena(tmp_path_factory.mktemp("arena")) as arena:
        yield arena


def cases(attacks) -> list:
    return [pytest.param(attack, id=f"{attack.group}-{attack.name}",
                         marks=pytest.mark.xfail(strict=True, reason=attack.open) if attack.open else ()) for attack in attacks]


@pytest.mark.parametrize("attack", cases(ATTACKS))
def test_an_attack_wins_nothing(arena, attack):
    assert arena.run(attack).loot == {}


@pytest.mark.parametrize("attack", cases(attack for attack in ATTACKS if not attack.open))
def test_it_wins_without_the_defence(arena, attack):
    assert attack.wins in arena.run(attack, (attack.only, *attack.besides)).loot


def test_each_defence_is_the_only_wall_before_an_attack():
    alone = {attack.only for attack in ATTACKS if not attack.besides and not attack.open}
    assert set(DEFENCES) - alone <= {"process count"}       # memory stands behind it


def test_declarations():
    assert len(ATTACKS) >= 60
    assert len({(attack.group, attack.name) for attack in ATTACKS}) == len(ATTACKS)
    for attack in ATTACKS:
        assert attack.wins in declared.LOOT, attack
        assert {attack.only, *attack.besides} <= {*DEFENCES} or attack.open, attack
