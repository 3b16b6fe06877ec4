"""What course_lib teaches is not there where answers are graded: there it is the student's own work."""
from __future__ import annotations

import sys

BORROWED = "course_lib is not there where answers are graded, so write here what you would import. To copy it is allowed."


class OwnWork:
    """Imports nothing of course_lib's but what the instructor's notebook imports, for that is loaded by now."""

    @staticmethod
    def find_spec(name: str, *where) -> None:
        if name.startswith("course_lib.") and not name.startswith("course_lib.grading."):
            raise ImportError(BORROWED)


def insist() -> None:
    """From now on such imports are refused."""
    sys.meta_path.insert(0, OwnWork)
