"""nbgrader's formgrader works on the same folders and grades through the same door."""
import re

import pytest

from .conftest import open_page, serve


@pytest.fixture
def formgrader(browser, tiny):
    tiny.hand_in("corrupt", "{")
    tiny.hand_in("good", tiny.notebook())
    with serve(tiny.root) as address:
        page = open_page(browser, address("tree"))       # logs in
        page.goto(address("formgrader/manage_submissions/T1"))
        yield page


def test_its_autograde_button_gives_our_grades(formgrader, tiny):
    from playwright.sync_api import expect
    for student, score in (("corrupt", "0 / 5"), ("good", "5 / 5")):
        row = formgrader.locator("tr", has=formgrader.get_by_text(student, exact=True))
        row.locator(".autograde a").click()
        expect(row.locator(".score")).to_have_text(re.compile(score))
        formgrader.keyboard.press("Escape")
        formgrader.reload()
    submissions = {submission.student: submission for submission in tiny.course.results("T1").submissions}
    assert {student: submission.score for student, submission in submissions.items()} == {"corrupt": 0, "good": 5}
    assert submissions["corrupt"].refused
