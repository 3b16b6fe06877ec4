"""A player that takes long to end, as on a busy machine, is ended once."""
import shutil
import time

import pytest

from course_lib.grading.courtroom import Courtroom, Setting
from course_lib.grading.sandbox import Line

pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs bubblewrap: apt-get install bubblewrap")
STEPS = [["import time\ntime.sleep(3)\ndef f(x): return x", None, None], ["def f(x): return 2 * x", None, None],
         [None, "assert f(2) == 4", "f"]]


def test_the_alarm_does_not_ring_while_a_player_is_ended(monkeypatch):
    end = Line.end

    def slowly(line: Line) -> str:
        time.sleep(0.6)                 # longer than the judge waits between a deadline and its alarm
        return end(line)

    monkeypatch.setattr(Line, "end", slowly)
    case = {"theirs": ["f"], "shared": [], "steps": STEPS, "probes": {}, "randomness": False, "files": False, "pyplot": False,
            "handed_in": {}, "seconds": {"a_cell": 0.5, "in_all": 20}}
    with Courtroom(Setting(("numpy",))) as room:
        late, *others = room.hear(case)["outputs"]
    assert [output["ename"] for output in late] == ["TooSlow"] and others == [[], []]
