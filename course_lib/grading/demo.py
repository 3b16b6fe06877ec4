"""A made-up class of 30 that hands in everything a real one does, in a course directory of its own."""
from __future__ import annotations

import copy
import random
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import nbformat

from . import misconceptions
from .course import CourseError

SET, NOTEBOOK = "E1", "perceptron.ipynb"
COURSE_FILES = ("nbgrader_config.py", "solutions/E1", "sources/misconceptions/E1.py")
MARK = "made-by-course-demo"
RIGHT, WRONG = 6, 18
ENDLESS = "while True:\n    pass\n"


@dataclass(frozen=True)
class Member:
    """One made-up student: what kind of submission, and the answers that differ from the reference, by question."""
    kind: str
    answers: dict[str, str] = field(default_factory=dict)


def members(catalogue: misconceptions.Catalogue, seed: int = 30) -> list[Member]:
    """The class: right answers in many styles, misconceptions (some students have two), and everything that can be wrong with a file."""
    rng = random.Random(seed)
    right: dict[str, list[str]] = {}
    for answer in catalogue.right:
        right.setdefault(answer.question, []).append(answer.source)
    questions = list(right)
    in_own_words = [Member("right", {question: rng.choice(right[question]) for question in questions}) for _ in range(RIGHT)]
    common = rng.sample(catalogue.wrong, len(catalogue.wrong))      # some mistakes are made by many, most by few
    often = [1 / rank for rank in range(1, len(common) + 1)]
    mistaken = [Member("wrong", {question: rng.choice(right[question]) for question in rng.sample(questions, 2)}
                       | {answer.question: answer.source for answer in rng.choices(common, often, k=rng.choice([1, 1, 2]))})
                for _ in range(WRONG)]
    odd = [Member("reference"), Member("stub"), Member("corrupt"), Member("renamed"), Member("duplicated"),
           Member("endless", {questions[-1]: ENDLESS})]
    everyone = in_own_words + mistaken + odd
    rng.shuffle(everyone)
    return everyone


def make_class(root: Path, folder: Path) -> dict[str, Member]:
    """Make the course directory `folder`, in which 30 students have handed in; return who is who."""
    if not (root / "exercises" / SET / NOTEBOOK).is_file():
        raise CourseError(f"The demo grades this course's own {SET}, which is not in {root.resolve()}. Name its folder with --root.")
    if folder.exists():
        if not (folder / MARK).exists():
            raise CourseError(f"{folder} exists and was not made by course demo. Name another folder with --folder.")
        shutil.rmtree(folder)
    for name in COURSE_FILES:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (root / name).is_dir() else shutil.copy)(root / name, target)
    (folder / MARK).touch()
    released = nbformat.read(root / "exercises" / SET / NOTEBOOK, as_version=4)
    reference = answers_of(nbformat.read(root / "solutions" / SET / NOTEBOOK, as_version=4))
    catalogue = misconceptions.load(root / "sources" / "misconceptions" / f"{SET}.py")
    who = {f"student-{number:02}": member for number, member in enumerate(members(catalogue), start=1)}
    for student, member in who.items():
        hand_in(folder / "submitted" / student / SET, member, released, reference)
    return who


def answers_of(notebook: nbformat.NotebookNode) -> dict[str, str]:
    """The reference's answers, by question, without the marks around them."""
    return {cell.metadata.nbgrader.grade_id: re.sub(r" *### (BEGIN|END) SOLUTION\n", "", cell.source)
            for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("solution")}


def fill_in(released: nbformat.NotebookNode, answers: dict[str, str]) -> nbformat.NotebookNode:
    """The released notebook with these answers in it."""
    notebook = copy.deepcopy(released)
    for cell in notebook.cells:
        question = cell.metadata.get("nbgrader", {}).get("grade_id")
        if question in answers:
            cell.source = answers[question]
    return notebook


def hand_in(folder: Path, member: Member, released: nbformat.NotebookNode, reference: dict[str, str]) -> None:
    """Write what this member of the class hands in."""
    folder.mkdir(parents=True)
    notebook = fill_in(released, {} if member.kind == "stub" else reference | member.answers)
    if member.kind == "duplicated":
        test = next(place for place, cell in enumerate(notebook.cells) if cell.metadata.get("nbgrader", {}).get("grade"))
        notebook.cells.insert(test, copy.deepcopy(notebook.cells[test]))
        notebook.cells[test].id = "pasted"
    text = nbformat.writes(notebook)
    if member.kind == "corrupt":
        text = text[:len(text) // 2]
    name = "perceptron (1).ipynb" if member.kind == "renamed" else NOTEBOOK
    (folder / name).write_text(text + "\n", encoding="utf-8")
