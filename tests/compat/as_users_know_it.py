"""What teachers do around the tests stays what it was: late penalties, manual scores, extra credit, comments, and what waits for them."""
from contextlib import closing

import pytest
from nbgrader.api import Gradebook

from course_lib.grading.course import Course

from .course import make_course, stock_nbgrader

ASSIGNMENT, PUNCTUAL, LATE = "midterm", "reference", "no_essay"
PENALTY = "c.LateSubmissionPlugin.penalty_method = 'zero'\nc.RunSubmission.canary = False\n"


@pytest.fixture
def folder(tmp_path):
    """A course in which two students have handed in, one of them late."""
    folder = make_course(tmp_path / "course", ASSIGNMENT)
    with (folder / "nbgrader_config.py").open("a") as config:
        config.write(PENALTY)
    for student, day in ((PUNCTUAL, 1), (LATE, 3)):
        (folder / f"submitted/{student}/{ASSIGNMENT}/timestamp.txt").write_text(f"2026-03-0{day} 12:00:00 UTC")
    with closing(gradebook_of(folder)) as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate="2026-03-02 12:00:00 UTC")
    return folder


def gradebook_of(folder) -> Gradebook:
    return Gradebook(f"sqlite:///{folder / 'gradebook.db'}")


def grade_in_stock(folder) -> None:
    for student in (PUNCTUAL, LATE):
        assert stock_nbgrader(folder).autograde(ASSIGNMENT, student)["success"]


def grade_here(folder) -> None:
    assert {outcome.problem for outcome in Course(folder).grade(ASSIGNMENT, [PUNCTUAL, LATE])} == {""}


def by_hand(folder) -> None:
    """A teacher's work on every cell of every submission."""
    with closing(gradebook_of(folder)) as gradebook:
        for submission in gradebook.assignment_submissions(ASSIGNMENT):
            for notebook in submission.notebooks:
                for place, grade in enumerate(notebook.grades):
                    if grade.needs_manual_grade or place == 0:
                        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 0.5, 0.25, False
                for comment in notebook.comments:
                    comment.manual_comment = f"Well said, {submission.student_id}."
        gradebook.db.commit()


def told(folder) -> dict:
    """What the gradebook says of these submissions."""
    with closing(gradebook_of(folder)) as gradebook:
        return {submission.student_id: (submission.total_seconds_late, submission.late_submission_penalty, submission.needs_manual_grade,
                                        *map(of_notebook, sorted(submission.notebooks, key=lambda notebook: notebook.name)))
                for submission in gradebook.assignment_submissions(ASSIGNMENT)}


def of_notebook(notebook) -> dict:
    grades = {row.name: (row.auto_score, row.manual_score, row.extra_credit, row.needs_manual_grade) for row in notebook.grades}
    comments = {row.name: (row.auto_comment, row.manual_comment) for row in notebook.comments}
    return {"name": notebook.name, "grades": grades, "comments": comments}


def test_penalties_scores_and_comments_are_stock_nbgraders(folder):
    grade_in_stock(folder)
    first = told(folder)
    by_hand(folder)
    grade_in_stock(folder)
    second = told(folder)
    assert first[LATE][1] > 0 and first != second

    (folder / "gradebook.db").rename(folder / "stock.db")
    Course(folder).release(ASSIGNMENT)
    with closing(gradebook_of(folder)) as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate="2026-03-02 12:00:00 UTC")
    grade_here(folder)
    assert told(folder) == first
    by_hand(folder)
    entered = told(folder)
    grade_here(folder)
    assert {student: grades[2:] for student, grades in told(folder).items()} == {student: grades[2:] for student, grades in entered.items()}
    for student in (PUNCTUAL, LATE):
        (folder / f"submitted/{student}/{ASSIGNMENT}/note.txt").write_text("Handed in again, so graded again.")
    grade_here(folder)
    assert told(folder) == second
