"""One case before a judge: the cells of a rebuilt submission in their order, and what became of each."""
from __future__ import annotations

import os

from course_lib.grading.plain import decode

from .bench import Player
from .judge import Judge, Seconds
from .protocol import Wire


def hear(wire: Wire) -> None:
    """Take a case, judge it, tell.

    The case is {"theirs": the player's names, "steps": [[the player's source, the judge's source, question], ...], "seconds": {"a_cell",
    "in_all"}, "probes": {question: encoded arguments}, "randomness"}. A source may be null; outputs are the player's if it has one. The
    judgement is {"outputs": a list for each step, "behaviour": {question: what a function whose test failed does on its probes}}.
    """
    wire.send(os.getpid())
    case, _ = wire.receive()
    judge = Judge(set(case["theirs"]), lambda: Player(wire), Seconds(**case["seconds"]), case["randomness"])
    outputs, failed = [], {}
    for theirs, ours, question in case["steps"]:
        played = None if theirs is None else judge.play(theirs)
        tested = None if ours is None else judge.test(ours)
        outputs.append(tested if played is None else played)
        if played is None and any(output.output_type == "error" for output in tested):
            failed[question] = case["probes"].get(question)
    behaviour = {question: judge.observe(question, decode(probes)) for question, probes in failed.items() if probes}
    wire.send({"outputs": outputs, "behaviour": behaviour})
