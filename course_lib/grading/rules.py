"""The rules of a course by which submissions are run: `c.RunSubmission` in its nbgrader_config.py."""
from __future__ import annotations

from traitlets import Bool, Integer, Unicode, default
from traitlets.config import Configurable


class RunSubmission(Configurable):
    """What a submission may use, and what is checked before a class is graded."""

    seconds_per_cell = Integer(help="After this long a cell has failed; by default Execute's timeout.").tag(config=True)
    seconds_in_all = Integer(300, help="After this long the rest of the notebook is not run.").tag(config=True)
    megabytes = Integer(2048, help="How much memory a submission may use at a time.").tag(config=True)
    catalogue = Unicode("", help="The misconceptions of a set: a path below the course's root, with {assignment_id}.").tag(config=True)
    unsafe = Bool(False, help="Run students' code without a sandbox, with your own rights; such grades are marked.").tag(config=True)
    canary = Bool(True, help="First see that the reference solution gets full marks, and the released notebook none.").tag(config=True)

    @default("seconds_per_cell")
    def _timeout(self) -> int:
        given = {**self.config.ExecutePreprocessor, **self.config.Execute}.get("timeout", 30)
        return self.seconds_in_all if given is None or given < 0 else given
