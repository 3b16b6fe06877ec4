"""Predict, then run: a guess that is written down makes the answer stick. Nothing here scores or blocks."""
from __future__ import annotations

import contextlib
import json
from pathlib import Path

from course_lib.notebook.message import Message

NOTEBOOK_OF_PREDICTIONS = ".predictions.json"     # in the current folder; it stays on the student's machine


def predict(question: str, choice=None, choices=()) -> Message:
    """Take down a prediction and go on, whatever was said.

    `question` is its id, such as "L01-gates"; `choice` is None until the student decides; `choices` are what there is to choose from.
    """
    offered = ", ".join(f"`{option!r}`" for option in choices)
    if choice is None:
        return Message(f"**Your prediction?** Replace `None` by one of {offered} and run the cell again. A wrong guess costs nothing.")
    if not any(type(choice) is type(option) and choice == option for option in choices):
        return Message(f"**Not one of the choices.** Please choose one of {offered}.")
    _record(question, choice)
    return Message(f"**Noted:** you predict `{choice!r}`. Read on to see.")


def _record(question: str, choice) -> None:
    """Keep the prediction in a file; a folder that cannot be written to is no reason to stop a lecture."""
    file = Path(NOTEBOOK_OF_PREDICTIONS)
    known = {}
    with contextlib.suppress(OSError, ValueError):
        known = json.loads(file.read_text(encoding="utf-8"))
    if isinstance(known, dict):
        with contextlib.suppress(OSError, TypeError, ValueError):
            file.write_text(json.dumps(known | {question: choice}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
