"""What a function does, observed on probe inputs, as plain values."""
from __future__ import annotations

import copy
import warnings
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO

from .plain import encode

Behaviour = list[dict]


def observe(function: Callable, probes: list[tuple]) -> Behaviour:
    """What a function does on each probe: its result or the type of its exception, and its arguments afterwards."""
    behaviour = []
    for probe in probes:
        arguments = copy.deepcopy(probe)
        try:
            with redirect_stdout(StringIO()), warnings.catch_warnings(action="ignore"):
                seen = {"returned": encode(function(*arguments))}
        except Exception as error:
            seen = {"raised": type(error).__name__}
        behaviour.append(seen | {"arguments": encode(arguments)})
    return behaviour
