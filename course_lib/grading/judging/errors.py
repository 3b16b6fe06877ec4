"""Exceptions between the judge and a player: each arrives as one of the nearest class that the other side has, and comes back as itself."""
from __future__ import annotations

import builtins
import sys
import traceback

from .kinds import Classes
from .protocol import Garbled
from .values import Encoder, Foreign

MODULES = ("numpy.linalg", "numpy.exceptions", "json.decoder", "decimal", "csv", "_csv", "re", "struct", "statistics", "binascii", "queue",
           "_queue", "dataclasses", "subprocess", "zipfile", "sqlite3", "pandas.errors", "configparser",
           "string", "copy", "IPython.core.error")
SET_UP = "set-up "


class _Strict:
    """Nothing crosses but what is plain."""

    classes = Classes()

    @staticmethod
    def refer(value, encoder):
        raise Foreign("an object")


def described(error: BaseException, encoder: Encoder, names: dict | None = None) -> list:
    """The classes of an exception, its arguments, its text, where in `names` it came from, and what caused it."""
    trace = error.__traceback__
    while trace and trace.tb_frame.f_globals is not names:
        trace = trace.tb_next
    where = "".join(traceback.format_exception(type(error), error, trace, chain=False)) if trace else ""
    arguments = (*error.args, error.filename) if isinstance(error, OSError) and len(error.args) == 2 else error.args
    return [ancestry(type(error), encoder.links.classes), encoder.tree(tuple(map(plain, arguments))), text(error), where,
            encoder.tree(error.__cause__)]


def plain(part):
    """An argument as it is, if it is plain, or else its text."""
    try:
        Encoder(_Strict).tree(part)
    except Foreign:
        return text(part)
    return part


def text(value) -> str:
    try:
        return str(value)
    except Exception as error:
        return f"({type(error).__name__} in its text)"


def ancestry(kind: type, classes: Classes) -> list[str]:
    """The classes that an exception class descends from, nearest first."""
    return [SET_UP + classes.name(base) if classes.name(base) else f"{base.__module__}.{base.__qualname__}".removeprefix("builtins.")
            for base in kind.__mro__ if base is not object]


def known(names: list, classes: Classes) -> type[BaseException]:
    """The nearest of these classes of exceptions that is here too."""
    for name in names:
        if type(name) is not str:
            raise Garbled("the name of a class is no text")
        module, _, last = name.rpartition(".")
        kind = classes.get(name.removeprefix(SET_UP)) if name.startswith(SET_UP) else \
            getattr(sys.modules.get(module) if module in MODULES else None if module else builtins, last, None)
        if isinstance(kind, type) and issubclass(kind, BaseException):
            return kind
    return Exception


def made(kind: type[BaseException], own: type[BaseException] | None, arguments: tuple) -> BaseException:
    """An exception of a class that is here, or of a stand-in for one that is not."""
    if issubclass(kind, SyntaxError):
        arguments = arguments[:1]       # of the others IPython would show a line of the file that they name
    if own is not None:
        error = kind.__new__(own, *arguments)
        error.args = arguments
        return error
    try:
        return kind(*arguments)
    except Exception:
        error = kind.__new__(kind)
        error.args = arguments
        return error
