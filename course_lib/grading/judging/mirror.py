"""What a call takes for granted around it, carried along: random state, NumPy's error mode, prints, warnings, files of the folder."""
from __future__ import annotations

import builtins
import random
import sys
import warnings

import numpy as np

from .folder import Folder
from .protocol import Garbled

USUAL = np.geterr()


class Mirror:
    """One side's view: `tell()` gives what the other side should know, as plain JSON, and `hear` does here what it told.

    With `randomness` the global states of `random` and `numpy.random` are kept the same on both sides (None: as soon as the other side
    wants it), with `folder` the files in it.
    """

    def __init__(self, randomness: bool | None = False, folder: Folder | None = None):
        self.randomness, self.folder, self.printed, self.warned = randomness, folder, [], []
        self._stand = None

    def tell(self) -> dict:
        told = {"files": self.folder and self.folder.news(), "printed": self.printed, "warned": self.warned, "errors": np.geterr()}
        self.printed, self.warned = [], []
        if self.randomness and (now := stand()) != self._stand:
            self._stand = now
            told["random"] = states()
        return {name: value for name, value in told.items() if value and value != USUAL}

    def hear(self, told) -> None:
        """Garbled: it is nothing that `tell` tells."""
        match told:
            case {**known} if known.keys() <= {"printed", "warned", "errors", "random", "files"}:
                try:
                    self._do(**known)
                except (TypeError, ValueError, KeyError, AttributeError) as error:
                    raise Garbled(f"an aside that cannot be read ({type(error).__name__})") from None
            case _:
                raise Garbled("an aside that cannot be read")

    def _do(self, printed=(), warned=(), errors=USUAL, random=None, files=()) -> None:
        if self.folder and files:
            self.folder.take(files)
        if errors != np.geterr():
            np.seterr(**errors)
        if random is not None and self.randomness is not False:
            set_states(*random)
            self.randomness, self._stand = True, stand()
        for stream, text in printed:
            {"stdout": sys.stdout, "stderr": sys.stderr}[stream].write(str(text))
        for category, message in warned:
            kind = getattr(builtins, category, UserWarning)
            warnings.warn(str(message), kind if isinstance(kind, type) and issubclass(kind, Warning) else UserWarning, stacklevel=1)


def stand() -> tuple:
    """What changes when one of the global generators is used."""
    numpy = np.random.get_state(legacy=False)     # noqa: NPY002 - students use it
    return random.getstate(), numpy["bit_generator"], numpy["state"]["key"].tobytes(), numpy["state"]["pos"], numpy["has_gauss"], \
        numpy["gauss"]


def states() -> list:
    """Where the global generators of `random` and `numpy.random` stand, in plain JSON."""
    version, internal, gauss = random.getstate()
    numpy = np.random.get_state(legacy=False)     # noqa: NPY002 - students use it
    return [[version, list(internal), gauss], numpy | {"state": numpy["state"] | {"key": numpy["state"]["key"].tolist()}}]


def set_states(python, numpy) -> None:
    """Set them back to where `states` found them."""
    version, internal, gauss = python
    random.setstate((version, tuple(internal), gauss))
    key = np.array(numpy["state"]["key"], np.uint32)
    np.random.set_state(numpy | {"state": numpy["state"] | {"key": key}})      # noqa: NPY002
