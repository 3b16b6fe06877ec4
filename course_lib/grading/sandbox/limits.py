"""How much one player may use."""
from __future__ import annotations

from dataclasses import dataclass, fields

ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}      # of linear algebra, in each process


@dataclass(frozen=True)
class Limits:
    """What one player, with all processes that it starts, may use before it is refused more or ended.

    `memory` and `written` are bytes, `cpu` is in seconds; threads count as processes. Raises ValueError unless all are positive.
    """

    memory: int = 2 << 30
    processes: int = 64
    open_files: int = 128           # in each process
    written: int = 256 << 20        # in all files of the scratch folder together
    cpu: float = 60.0

    def __post_init__(self):
        for field in fields(self):
            value = getattr(self, field.name)
            if not value > 0:
                raise ValueError(f"a limit is a positive number; {field.name} is {value!r}")


ORDINARY = Limits()
