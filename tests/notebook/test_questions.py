"""Predictions and checkpoints never stop a lecture, whatever a student types."""
import ast
import json
import re
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from course_lib.notebook.checks import check, says
from course_lib.notebook.predict import predict

SOURCES = sorted((Path(__file__).parents[2] / "sources/lectures").glob("L*.py"))


class Hostile:
    """Raises at every turn."""

    def __getattr__(self, name):
        raise RuntimeError(name)

    def __eq__(self, other):
        raise RuntimeError("==")

    def __bool__(self):
        raise RuntimeError("bool")

    def __iter__(self):
        raise RuntimeError("iter")

    __hash__ = None


ANYTHING = [0, -1, 3.5, float("nan"), True, "", "14", "yes", b"x", [], [None], (1, 2), {}, {"a": 1}, set(), object(), Hostile(), print,
            np.array([]), np.ones((2, 2)), np.array(["a"]), np.nan, [[1], [2, 3]], 10 ** 400, 1j]
LECTURES = [source.name[:3] for source in SOURCES]
ANSWERS = [import_module(f"tests.notebook.answers.{lecture}") for lecture in LECTURES]
RIGHT = {question: answer for module in ANSWERS for question, answer in module.RIGHT.items()}
WRONG = {question: answer for module in ANSWERS for question, answer in module.WRONG.items()}


def asked(function: str) -> list[str]:
    return [name for source in SOURCES for name in re.findall(rf'^{function}\("(.+?)"', source.read_text(encoding="utf-8"), re.M)]


def tables() -> dict:
    return {name: question for lecture in LECTURES
            for name, question in import_module(f"course_lib.notebook.questions.{lecture}").QUESTIONS.items()}


def test_every_question_is_asked_once_and_every_asked_question_is_in_its_table():
    assert sorted(asked("check")) == sorted(tables()) == sorted(RIGHT) == sorted(WRONG)
    assert len(set(asked("predict"))) == len(asked("predict"))


@pytest.mark.parametrize("question", RIGHT)
def test_right_answers_are_praised_with_the_reason_and_wrong_ones_get_a_hint(question):
    right, wrong = check(question, RIGHT[question]), check(question, WRONG[question])
    assert repr(right) == f"Right. {tables()[question].why}"
    assert repr(wrong) == f"Not yet. {tables()[question].hint}"


@pytest.mark.parametrize("question", RIGHT)
def test_no_answer_yet_says_what_to_do(question):
    assert "Replace None" in repr(check(question, None)) == repr(check(question)) == repr(check(question, ...))


@pytest.mark.parametrize("answer", ANYTHING, ids=lambda answer: type(answer).__name__)
def test_no_answer_of_any_type_stops_a_lecture(answer, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for question in RIGHT:
        assert repr(check(question, answer)).startswith(("Right.", "Not yet.", "Almost: the form."))
    assert "choose" in repr(predict("L01-any", answer, choices=("left", "right")))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("question, answer", [
    ("L00-shape", "(32, 4)"), ("L00-shape", [32, 4, 1]), ("L00-switch", "2"), ("L00-switch", [2]), ("L00-switch", 2 + 0j),
    ("L01-at-zero", True), ("L01-at-zero", np.True_), ("L01-nor", ((-1, -1), -1)), ("L01-nor", [-1, -1]), ("L01-nor", ("-1", "-1", "-1")),
    ("L01-bound", "R squared"), ("L01-wrong-row", [True, False]), ("L01-wrong-row", (True, 0)), ("L01-xnor", ((0, 3), (1, 2))),
    ("L01-order", 1), ("L01-order", ["mistakes"]),
])
def test_an_answer_of_another_form_is_told_the_form_and_no_hint(question, answer):
    assert repr(check(question, answer)).startswith("Almost: the form. Please give ")


def test_the_form_is_told_in_words():
    assert repr(check("L01-nor", [1, 1])) == "Almost: the form. Please give three numbers, such as (1, 1, -1)."
    assert repr(check("L01-order", 3)) == "Almost: the form. Please give a text, such as 'both'."


@pytest.mark.parametrize("question", RIGHT)
def test_examples_have_the_form_and_give_nothing_away(question):
    assert repr(check(question, tables()[question].example)).startswith("Not yet.")


@pytest.mark.parametrize("question, answer", [("L00-depth", np.float32(3)), ("L00-depth", np.array(3)), ("L00-shape", np.array([32, 4])),
                                              ("L00-shape", (32.0, np.int64(4))), ("L01-order", "mistakes"), ("L01-order", "THE MISTAKES")])
def test_every_kind_of_number_and_either_wording_is_taken(question, answer):
    assert repr(check(question, answer)).startswith("Right.")


@pytest.mark.parametrize("answer", ["the bound", "bound", "both", "neither", "order"])
def test_other_texts_are_not_right(answer):
    assert repr(check("L01-order", answer)).startswith("Not yet.") and not says("the mistakes", "mistakes")(answer)


def test_a_prediction_is_noted_beside_the_others(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "Noted" in repr(predict("L01-a", "right", choices=("left", "right")))
    assert "Noted" in repr(predict("L01-b", 14, choices=(8, 14)))
    predict("L01-a", "left", choices=("left", "right"))
    assert json.loads(Path(".predictions.json").read_text()) == {"L01-a": "left", "L01-b": 14}


def test_no_prediction_is_a_nudge_and_leaves_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    nudge = predict("L01-a", None, choices=("left", "right"))
    assert "'left', 'right'" in repr(nudge) and not list(tmp_path.iterdir())


@pytest.mark.parametrize("spoilt", ["", "{", "[1, 2]", "\x00", '{"L01-b": 1'])
def test_a_spoilt_file_is_no_reason_to_stop(spoilt, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path(".predictions.json").write_text(spoilt)
    assert "Noted" in repr(predict("L01-a", "left", choices=("left", "right")))


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path, monkeypatch):
    (tmp_path / ".predictions.json").mkdir()
    monkeypatch.chdir(tmp_path)
    assert "Noted" in repr(predict("L01-a", "left", choices=("left", "right")))


def test_messages_are_markdown_in_a_notebook_and_plain_in_a_terminal():
    bundle = check("L01-at-zero", None)._repr_mimebundle_()
    assert bundle["text/markdown"].startswith("**Your turn.**") and bundle["text/plain"].startswith("Your turn.")


def test_predictions_offer_their_choices_in_the_source():
    for source in SOURCES:
        for call in ast.walk(ast.parse(re.sub(r"^# .*$", "", source.read_text(encoding="utf-8"), flags=re.M))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "predict":
                choices = next(ast.literal_eval(word.value) for word in call.keywords if word.arg == "choices")
                assert len(set(choices)) >= 2 and ast.literal_eval(call.args[1]) is None
