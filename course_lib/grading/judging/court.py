"""One case before a judge: the cells of a rebuilt submission in their order, and what became of each."""
from __future__ import annotations

import json
import os
from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress

from course_lib.grading.plain import decode

from .bench import Player
from .judge import Judge, Seconds
from .outputs import new_output
from .protocol import Wire
from .shared import changeable
from .warm import SHELL

ROOM = 6_000_000        # characters of all outputs of a notebook; beyond it only what a test is worth is told

def hear(wire: Wire) -> None:
    """Take a case from the wire, judge it, tell; the players come over the wire too."""
    wire.send(os.getpid())
    case, _ = wire.receive()
    wire.send(judged(case, lambda: Player(wire)))


def read(sources: list[str]) -> None:
    """Prepare for tests that will come again, in every submission of a class."""
    for source in sources:
        with suppress(Exception):           # what is wrong with a test shows when it is run
            changeable(source)
            SHELL.read(source)


def judged(case: dict, new_player: Callable) -> dict:
    """The judgement of a case.

    The case is {"theirs": the player's names, "shared": those that both sides know, "steps": [[the player's source, the judge's source,
    question], ...], "seconds": {"a_cell", "in_all"}, "probes": {question: encoded arguments}, and whether tests and answers meet in
    "randomness", "files", "pyplot"; "handed_in": files beside the notebook, in base64}. A source may be null. A question beside a test is
    observed on its probes at the end, if the test failed; one beside an answer at once.
    The judgement is {"outputs": a list for each step, "troubles": [name, sentence] or null for each, "observed": [[question, behaviour]]}.
    """
    judge = Judge(set(case["theirs"]), new_player, Seconds(**case["seconds"]), case["randomness"], set(case["shared"]),
                  case["files"], case["pyplot"], {name: b64decode(content) for name, content in case["handed_in"].items()})
    outputs, troubles, observed, failed, room = [], [], [], {}, ROOM

    def observe(question: str | None) -> None:
        if probes := case["probes"].get(question):
            observed.append([question, judge.observe(question, decode(probes))])

    for theirs, ours, question in case["steps"]:
        played = [] if theirs is None else judge.play(theirs)
        trouble = judge.trouble
        tested = [] if ours is None else judge.test(ours, set_up=theirs is not None)
        wrong = [output for output in tested if output["output_type"] == "error"]
        outputs.append(tested if theirs is None else [*played, *wrong])
        room -= len(json.dumps(outputs[-1]))
        if room < 0:
            outputs[-1] = [brief(output) for output in outputs[-1] if output["output_type"] in ("error", "execute_result")][:2]
        troubles.append(named(trouble or judge.trouble))
        if ours is None:
            observe(question)
        elif wrong:
            failed[question] = None
    for question in failed:
        observe(question)
    judge.close()
    return {"outputs": outputs, "troubles": troubles, "observed": observed}


def brief(output: dict) -> dict:
    """What decides a score, in few words."""
    if output["output_type"] == "error":
        return new_output("error", ename=output["ename"][:100], evalue=output["evalue"][:1000], traceback=[])
    return new_output("execute_result", data={"text/plain": output["data"].get("text/plain", "")[:100]})


def named(trouble: BaseException | None) -> list[str] | None:
    return [type(trouble).__name__, str(trouble)] if trouble else None
