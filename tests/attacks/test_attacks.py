"""Every attack wins nothing; controls.py shows that each would win if one named defence were not there."""
import builtins
import shutil

import pytest

from . import attack as declared
from .arena import Arena
from .defences import DEFENCES

ATTACKS = declared.load()
IN_MEMORY = [attack for attack in ATTACKS if attack.group != "handing_in"]     # the others: test_through_nbgrader
pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs bubblewrap: apt-get install bubblewrap")


@pytest.fixture(scope="module")
def arena(tmp_path_factory):
    with Arena(tmp_path_factory.mktemp("arena")) as arena:
        yield arena


def cases(attacks) -> list:
    return [pytest.param(attack, id=f"{attack.group}-{attack.name}",
                         marks=pytest.mark.xfail(strict=True, reason=attack.open) if attack.open else ()) for attack in attacks]


@pytest.mark.parametrize("attack", cases(IN_MEMORY))
def test_an_attack_wins_nothing(arena, attack):
    assert arena.run(attack).loot == {}


def test_each_defence_is_the_only_wall_before_an_attack():
    alone = {attack.only for attack in ATTACKS if {*attack.besides} <= {"outputs are checked"}}      # which guards cells, not questions
    assert set(DEFENCES) - alone == {"process count", "errors have no say"}     # behind them stand "memory", "errors are not forgotten"


def test_whatever_an_answer_raises_its_test_is_lost(arena):
    kinds = sorted(name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, BaseException))
    answer = "import builtins\ndef double(name):\n    raise getattr(builtins, name)('a', [ValueError()])"
    case = {"theirs": ["double"], "shared": [], "steps": [[answer, None, None], *([None, f"double({name!r})", "double"] for name in kinds)],
            "probes": {}, "seconds": {"a_cell": 5, "in_all": 60}, "randomness": False, "files": False, "pyplot": False,
            "handed_in": {}}
    _, *outputs = arena.bench().judge(case, arena.sandbox().player)["outputs"]
    assert [kind for kind, found in zip(kinds, outputs, strict=True) if not any(each["output_type"] == "error" for each in found)] == []


def test_declarations():
    assert len(ATTACKS) >= 60
    assert len({(attack.group, attack.name) for attack in ATTACKS}) == len(ATTACKS)
    for attack in ATTACKS:
        assert attack.wins in declared.LOOT, attack
        assert {attack.only, *attack.besides} <= {*DEFENCES} or attack.open, attack
