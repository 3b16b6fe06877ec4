"""nbgrader without half of Jupyter: its package loads its server extensions with itself, 1.3 of the 1.8 seconds that it takes to import."""
from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec


def alone() -> None:
    """Let nbgrader's modules be imported without those extensions, from now on in this process."""
    spec = find_spec("nbgrader") if "nbgrader" not in sys.modules else None
    if spec:
        sys.modules["nbgrader"] = module_from_spec(spec)


def whole() -> None:
    """Load what `alone` has left out."""
    package = sys.modules.get("nbgrader")
    if package and not hasattr(package, "__version__"):
        package.__spec__.loader.exec_module(package)
