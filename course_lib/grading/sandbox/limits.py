"""How much one player may use, and what every player is told of its surroundings."""
from __future__ import annotations

from dataclasses import dataclass, fields

# What judges and players are told: one thread of linear algebra each, figures as Jupyter shows them, and nbgrader's word for grading.
ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
               "MPLBACKEND": "module://matplotlib_inline.backend_inline", "NBGRADER_EXECUTION": "autograde"}


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
