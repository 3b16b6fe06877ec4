"""Is everything that the course needs installed, and new enough?"""
from __future__ import annotations

from importlib.metadata import PackageNotFoundError, requires, version

from packaging.requirements import Requirement

from course_lib.notebook.message import Message

COURSE = "foundations-of-neural-networks"


def check_environment() -> Message:
    """Compare the installed packages with what the course asks for, and say in one line what to do if something is missing."""
    needed = [Requirement(line) for line in requires(COURSE) or ()]
    needed = [requirement for requirement in needed if requirement.marker is None or requirement.marker.evaluate({"extra": ""})]
    trouble = [problem for requirement in needed if (problem := _problem(requirement))]
    if trouble:
        return Message(f"**Something is missing:** {'; '.join(trouble)}. Close Jupyter and run `python start.py` in the course's folder.")
    return Message("**Everything is in place:** Python and all packages of the course.")


def _problem(requirement: Requirement) -> str:
    try:
        found = version(requirement.name)
    except PackageNotFoundError:
        return f"{requirement.name} is not installed"
    enough = requirement.specifier.contains(found, prereleases=True)
    return "" if enough else f"{requirement.name} is {found}, needed is {requirement.specifier}"
