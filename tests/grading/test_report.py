"""The report on a graded class."""
from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from course_lib.grading import counting
from course_lib.grading.report import histogram, mark, most_missed, render
from course_lib.grading.results import ClassResults, Misconception

from .factories import CELLS, MEAN, STRICT, a_class, crowd, lost, refused, submission

VOID = {"meta", "rect", "line", "br"}


class Page(HTMLParser):
    """What a browser would see: elements with their attributes, and the text."""

    def __init__(self, html: str):
        super().__init__()
        self.elements: list[tuple[str, dict]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def all(self, tag: str) -> list[dict]:
        return [attributes for name, attributes in self.elements if name == tag]


def words(html: str) -> str:
    return Page(html).text


TWICE = ClassResults("E1", tuple(replace(s, notebook=name) for s in crowd(8).submissions for name in ("one", "two")))
CLASSES = {
    "empty": a_class(),
    "one": a_class(submission("Žofie Łucja 李")),
    "thirty": crowd(30),
    "three hundred": crowd(300),
    "all refused": a_class(*[refused(f"s{number}") for number in range(40)]),
    "all perfect": a_class(*[submission(f"s{number}") for number in range(9)]),
    "several notebooks": TWICE,
    "no points": a_class(submission("ann", tuple(replace(cell, points=0, score=0) for cell in CELLS))),
    "waits": a_class(submission("ann", tuple(lost(cell, None, "") for cell in CELLS))),
    "extra credit": a_class(submission("ann", score=13), submission("bo", score=9.5)),
}


@pytest.fixture(params=CLASSES.values(), ids=CLASSES.keys())
def page(request) -> Page:
    return Page(render(request.param))


def test_every_element_is_closed(page):
    assert page.open == []


def test_headings_descend_one_step_at_a_time(page):
    levels = [int(tag[1]) for tag, _ in page.elements if tag in {"h1", "h2", "h3"}]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_plot_has_a_label_and_no_number_is_broken(page):
    assert all(svg["role"] == "img" and len(svg["aria-label"]) > 10 for svg in page.all("svg"))
    for rectangle in page.all("rect"):
        assert all(0 <= float(rectangle.get(side, 0)) <= 480 for side in ("x", "y", "width", "height"))


def test_header_cells_say_what_they_head(page):
    assert all(cell["scope"] in {"row", "col"} for cell in page.all("th"))


def test_nothing_is_fetched_and_nothing_runs(page):
    assert not {"script", "link", "iframe", "img", "object", "base", "a"} & {tag for tag, _ in page.elements}
    names = {name for _, attributes in page.elements for name in attributes}
    assert not any(name.startswith("on") or name in {"src", "href", "style", "xlink:href"} for name in names)


def test_the_policy_of_the_page_forbids_scripts_and_requests():
    policy = [meta["content"] for meta in Page(render(crowd(3))).all("meta") if "http-equiv" in meta]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]


PAYLOADS = ["<script>alert(1)</script>", "</style></title><script>alert(1)</script>", '"><img src=x onerror=alert(1)>',
            "' onmouseover='alert(1)", "{{ 7 * 191 }}{% raw %}", "--><svg onload=alert(1)>"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_from_a_submission_stays_text(payload):
    cells = tuple(replace(cell, grade_id=payload + cell.grade_id, question=payload, property=payload, score=0, message=payload,
                          misconception=Misconception(payload, payload)) for cell in CELLS)
    hostile = ClassResults(payload, (submission(payload, cells, notebook=payload, notes=(payload,)),
                                     refused(payload + "2", payload, notebook=payload + "2")))
    page = Page(render(hostile))
    test_nothing_is_fetched_and_nothing_runs(page)
    assert page.open == []
    assert page.text.count(payload) >= 12
    assert "1337" not in page.text


@pytest.mark.parametrize("sign", ["\ud800", "\x1b", "\u202e", "\x00"])
def test_signs_that_cannot_be_printed_are_replaced(sign):
    html = render(a_class(submission(f"a{sign}nn", notes=(sign,)), refused("bo", sign)))
    assert sign not in html and "a\N{REPLACEMENT CHARACTER}nn" in html
    assert html.encode("utf-8")


def test_the_page_is_the_same_for_the_same_results():
    assert render(crowd(30)) == render(crowd(30))


def test_the_header_counts_the_class():
    text = words(render(a_class(*[submission(f"s{k}", score=k) for k in (2, 4, 6, 8, 10)], refused("late"))))
    for figure in ("Handed in 6 students", "Could not be graded 1 notebook", "Median 6 of 10", "Quartiles 4 and 8", "Full marks 1 of 5"):
        assert figure in text


def test_an_empty_class_is_said_to_be_empty():
    assert "Nobody has handed in yet." in words(render(a_class()))


def test_pass_rates_leave_out_refusals_and_cells_that_wait():
    answers = [CELLS, (*CELLS[:3], lost(CELLS[3], 1)), (*CELLS[:3], lost(CELLS[3], None, ""))]
    results = a_class(*[submission(f"s{k}", cells) for k, cells in enumerate(answers)], refused("late"))
    question = counting.questions(results)[1]
    assert (question.won, question.possible, question.points) == (3 * 3 + 4 + 1, 3 * 3 + 2 * 4, 7)
    assert (question.tests[1].passed, len(question.tests[1].judged)) == (1, 2)
    text = words(render(results))
    assert "82 % of the points (14 of 17)" in text
    assert "1 cell waits for a human" in text


def test_a_cell_that_nobody_has_judged_has_no_rate():
    results = a_class(submission("ann", (CELLS[0], lost(CELLS[1], None, ""))))
    assert "waits for a human" in words(render(results))
    assert most_missed(counting.questions(results)) is None


def test_a_check_without_points_passes_when_it_said_nothing():
    free = replace(CELLS[0], points=0, score=0)
    test = counting.questions(a_class(submission("ann", (free,)), submission("bo", (lost(free),))))[0].tests[0]
    assert test.passed == 1
    assert test.missed == [("Look again.", ("bo",))]


def test_questions_are_counted_for_each_notebook():
    assert [(q.notebook, q.name) for q in counting.questions(TWICE)] == [
        (notebook, name) for notebook in ("one", "two") for name in ("threshold_unit", "perceptron_train")]
    assert counting.full_marks(TWICE) == 20
    assert "1. one / threshold_unit" in words(render(TWICE))


def test_notebooks_stand_in_order_whoever_handed_in_first():
    results = a_class(submission("ann", notebook="two"), submission("bo", notebook="one"))
    assert [question.notebook for question in counting.questions(results)] == ["one", "one", "two", "two"]


def test_cells_of_a_refused_notebook_count_for_nothing():
    results = a_class(submission("ann"), submission("bo", tuple(lost(cell) for cell in CELLS), refused="it was killed"))
    questions = counting.questions(results)
    assert [question.won for question in questions] == [question.possible for question in questions] == [3, 7]
    assert mark(counting.students(results)[1], questions[0]).text == "–"


def test_a_student_of_several_notebooks_is_one_student():
    results = a_class(submission("ann", notebook="one"), refused("ann", notebook="two"))
    ann, = counting.students(results)
    assert ann.score == 10 and ann.graded
    assert [mark(ann, question).text for question in counting.questions(results)] == ["3", "7"]
    text = words(render(results))
    assert "Median 10 of 20" in text
    assert "1 notebook ann (two)" in text


def test_a_student_counts_once_for_each_misconception():
    both = tuple(lost(cell, misconception=STRICT) for cell in CELLS[:2])
    results = a_class(submission("ann", (*both, *CELLS[2:])), submission("ann", (*both, *CELLS[2:]), notebook="two"),
                      submission("bo", (*CELLS[:3], lost(CELLS[3], misconception=MEAN))),
                      submission("cy", (lost(CELLS[0], misconception=STRICT), *CELLS[1:3], lost(CELLS[3], misconception=MEAN))),
                      submission("di", (*CELLS[:3], lost(CELLS[3], misconception=MEAN))))
    assert counting.misconceptions(results) == [(MEAN, ("bo", "cy", "di")), (STRICT, ("ann", "cy"))]
    assert "E1-MEAN 3 of 4" in words(render(results))


def test_a_property_that_most_miss_is_marked_in_words():
    results = a_class(submission("ann"), *[submission(s, (CELLS[0], lost(CELLS[1]), *CELLS[2:])) for s in ("bo", "cy")])
    text = words(render(results))
    assert "Missed most: “it fires at zero” in threshold_unit , passed by 1 of 3." in text
    assert text.count("fewer than half") == 1
    assert "Look again. 2 students bo cy" in text


def test_visible_and_hidden_cells_are_told_apart():
    tags = words(render(a_class(submission("ann"))))
    assert (tags.count("visible"), tags.count("hidden")) == (1 + 1, 3)     # the visible cell and its grade_id


def test_equal_reasons_and_notes_are_gathered():
    results = a_class(*[refused(f"s{k}", "the file is empty") for k in range(12)], submission("zoe", notes=("a cell was put back",)))
    page = render(results)
    assert "the file is empty 12 students" in words(page)
    assert "a cell was put back 1 student" in words(page)
    assert not any("open" in fold for fold in Page(page).all("details"))
    assert any("open" in fold for fold in Page(render(a_class(refused("ann")))).all("details"))


def test_marks_say_what_waits_and_what_was_not_graded():
    waits = lost(CELLS[3], None, "")
    results = a_class(submission("ann"), submission("bo", (*CELLS[:3], waits)),
                      submission("cy", (*CELLS[:2], lost(CELLS[2], None), waits)), refused("di"))
    question = counting.questions(results)[1]
    marks = [mark(student, question) for student in counting.students(results)]
    assert [(m.text, m.full) for m in marks] == [("7", True), ("3 + waits", False), ("waits", False), ("–", False)]


@pytest.mark.parametrize("full", [0.5, 3, 10, 15, 20, 100, 160])
def test_every_score_falls_in_the_bin_that_holds_it(full):
    for tenth in range(11):
        score = full * tenth / 10
        bins = histogram([score], full)
        found, = [b for b in bins if b.count]
        assert found.low - 1e-9 <= score and (score < found.high or found is bins[-1])
        assert len(bins) <= 12 and bins[0].low == 0 and bins[-1].high == full


@pytest.mark.parametrize("full", [0.5, 3, 7, 160])
def test_a_score_on_an_edge_belongs_to_the_bin_above(full):
    for edge in [b.low for b in histogram([0], full)]:
        assert [b.low for b in histogram([edge, round(edge, 6)], full) if b.count] == [edge]


def test_scores_outside_the_scale_are_counted():
    assert sum(b.count for b in histogram([-1, 0, 12], 10)) == 3
    assert histogram([12], 10)[-1].high == 12
