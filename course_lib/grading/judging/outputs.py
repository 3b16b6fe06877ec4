"""What a cell leaves, as notebooks have it."""
from __future__ import annotations

import json

from .protocol import Garbled

LONGEST_TEXT = 200_000      # characters that one cell may print
ROOM = 4_000_000            # characters of all that one cell leaves
MOST_OUTPUTS = 500
DEEPEST = 20                # of what JSON a rich output holds


def new_output(kind: str, **content) -> dict:
    """What nbformat's function of this name makes; to import that takes longer than everything else here."""
    return {"output_type": kind, **({"execution_count": None, "metadata": {}} if kind == "execute_result" else {}), **content}


class Outputs(list):
    """What a cell leaves, in order, as nbformat has it; bounded, and what is beyond it is cut."""

    room = ROOM

    def text(self, name: str, text: str) -> None:
        text = text[:max(0, self.room)]
        self.room -= len(text)
        last = self[-1] if self and self[-1].get("name") == name else None
        if last is None:
            self.put("stream", name=name, text=text)
        elif len(last["text"]) < LONGEST_TEXT:
            last["text"] += text
        if self and self[-1].get("name") == name and len(self[-1]["text"]) > LONGEST_TEXT:
            self[-1]["text"] = self[-1]["text"][:LONGEST_TEXT] + "\n(The rest is cut.)\n"

    def put(self, kind: str, **content) -> None:
        size = 0 if kind == "stream" else len(json.dumps(content, default=str))
        if (len(self) < MOST_OUTPUTS and size <= self.room) or kind in ("error", "execute_result"):       # which say what a test is worth
            self.append(new_output(kind, **content))
            self.room -= size


def checked(outputs) -> list:
    """The outputs that a player says a cell left, if they are of the form that notebooks have. Garbled: they are not."""
    try:
        found = [new_output(output["output_type"], **FORMS[output["output_type"]](output)) for output in outputs]
        json.dumps(found)
        return found
    except (TypeError, KeyError, AttributeError, ValueError, RecursionError):
        raise Garbled("outputs that no notebook can hold") from None


def _mime(output: dict) -> dict:
    data = {str(kind): data if isinstance(data, (str, dict, list)) else str(data) for kind, data in output["data"].items()}
    return {"data": _shallow(data), "metadata": _shallow(dict(output.get("metadata") or {}))}


def _shallow(data, depth: int = 0):
    if depth > DEEPEST:
        raise ValueError("a rich output that is nested too deep")
    for item in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        _shallow(item, depth + 1)
    return data


FORMS = {
    "stream": lambda output: {"name": "stderr" if output["name"] == "stderr" else "stdout", "text": str(output["text"])},
    "error": lambda output: {"ename": str(output["ename"])[:1000], "evalue": str(output["evalue"])[:LONGEST_TEXT],
                             "traceback": [str(line)[:LONGEST_TEXT] for line in output["traceback"][:100]]},
    "display_data": _mime,
    "execute_result": _mime,
}
