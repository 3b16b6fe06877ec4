"""Reading a catalogue."""
from pathlib import Path

from course_lib.grading.misconceptions import load

CATALOGUE = load(Path(__file__).parent / "tiny_course" / "misconceptions.py")


def test_answers_are_read_with_their_words():
    assert [answer.name for answer in CATALOGUE.wrong] == ["T1-FIRST", "T1-SQUARE", "T1-POP"]
    assert [(answer.question, answer.name) for answer in CATALOGUE.right] == [("double", "by adding"), ("total", "loop")]
    pop = CATALOGUE.wrong[-1]
    assert (pop.question, pop.breaks) == ("total", "total-unchanged") and pop.says.startswith("pop()")


def test_an_answer_is_a_cell_of_its_own():
    for answer in CATALOGUE.answers:
        assert answer.source.startswith(f"def {answer.question}(") and "@" not in answer.source


def test_probes_are_values():
    assert CATALOGUE.probes["double"][0][0].tolist() == [3.0, 4.0]
