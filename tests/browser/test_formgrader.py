"""nbgrader's formgrader works on the same folders and grades through the same door."""
import re

import pytest

from ..grading import bad_inputs
from .conftest import open_page, serve


@pytest.fixture
def everyone(tiny):
    return bad_inputs.hand_in(tiny)


@pytest.fixture
def formgrader(browser, tiny, everyone):
    with serve(tiny.root) as address:
        page = open_page(browser, address("tree"))       # logs in
        page.goto(address("formgrader/manage_submissions/T1"))
        yield page


def test_its_autograde_button_gives_our_grades(formgrader, tiny, everyone, expect):
    del everyone["missing"]     # asked for one student, nbgrader looks no further at a folder without any notebook
    for student, (_, scores, _) in everyone.items():
        row = formgrader.locator("tr", has=formgrader.get_by_text(student, exact=True))
        row.locator(".autograde a").click()
        expect(row.locator(".score")).to_have_text(re.compile(f"{sum(scores)} / 5"))
        formgrader.keyboard.press("Escape")
        formgrader.reload()
    bad_inputs.check(tiny.course, everyone)
