"""Where our grading hangs on nbgrader's own plug points, so that every one of its doors leads here.

A course's nbgrader_config.py takes it in two lines: `from course_lib.grading.nbgrader_plugin import configure` and `configure(c)`.
"""
from __future__ import annotations

from traitlets.config import Config

DOORS = "course_lib.grading.nbgrader_doors"
PREPROCESSORS = ["nbgrader.preprocessors.Execute", "nbgrader.preprocessors.LimitOutput", "nbgrader.preprocessors.SaveAutoGrades",
                 "nbgrader.preprocessors.AssignLatePenalties", "nbgrader.preprocessors.CheckCellMetadata"]
FEEDBACK = ["nbgrader.preprocessors.GetGrades", f"{DOORS}.ExplainTests", "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor"]


def configure(config: Config) -> None:
    """Set our exporter and preprocessors in a course's configuration; of those that it names itself only Execute is replaced."""
    autograde = config.Autograde
    chosen = autograde.autograde_preprocessors if "autograde_preprocessors" in autograde else PREPROCESSORS
    autograde.exporter_class = f"{DOORS}.SubmissionExporter"
    autograde.autograde_preprocessors = [f"{DOORS}.RunSubmission" if str(name).rstrip("'>").endswith(".Execute") else name
                                         for name in chosen]
    config.GenerateFeedback.setdefault("preprocessors", FEEDBACK)


def extras(config: Config) -> tuple[str, ...]:
    """Of the preprocessors of a configured course those that do more to a graded notebook than we do, as they are imported."""
    chosen = [name if isinstance(name, str) else f"{name.__module__}.{name.__name__}" for name in config.Autograde.autograde_preprocessors]
    ours = {"RunSubmission", "SaveAutoGrades", "AssignLatePenalties", "CheckCellMetadata", "ClearMetadataPreprocessor",
            *({"LimitOutput", "IgnorePattern"} - set(config))}      # which do nothing more unless they are told to
    return tuple(name for name in chosen if name.rpartition(".")[2] not in ours)
