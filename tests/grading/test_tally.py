"""What is said of a run while it goes on, and at its end."""
from course_lib.grading.grader import Graded
from course_lib.grading.tally import Tally
from course_lib.grading.whole_class import Outcome


def test_counts_while_it_runs_and_names_at_its_end():
    tally = Tally(30)
    said = [tally.add(Outcome(student, problem, graded)) for student, problem, graded in [
        ("ann", "", Graded("ann", seconds=7)), ("ben", "", None), ("cem", "it was killed", None),
        ("dan", "", Graded("dan", refused=("it is empty.",), notes=("one",))), ("eva", "", Graded("eva", seconds=12))]]
    assert said == ["1 graded", "1 graded, 1 unchanged", "1 graded, 1 unchanged, 1 failed", "2 graded, 1 unchanged, 1 failed",
                    "3 graded, 1 unchanged, 1 failed"]
    assert list(map(str, tally.lines())) == [
        "3 graded, 1 unchanged, 1 failed, 25 not yet graded.", "cem failed and has no new grade: it was killed",
        "Not gradable, 0 points: dan (it is empty.)", "Put back or left out in: dan", "Slow: eva (12 s), ann (7 s)"]


def test_of_many_names_the_first_are_told():
    tally = Tally(12)
    for number in range(12):
        tally.add(Outcome(f"s{number:02}", "", Graded("", notes=("one",))))
    assert str(tally.lines()[1]) == f"Put back or left out in: {', '.join(f's{number:02}' for number in range(10))} and 2 more"


def test_nothing_a_student_wrote_commands_the_terminal():
    tally = Tally(1)
    tally.add(Outcome("\x1b[2Jann", "a \x07 bell"))
    assert not {"\x1b", "\x07"} & set("".join(map(str, tally.lines())))


def test_a_class_of_any_size_is_counted_without_its_notebooks():
    tally, graded = Tally(1), Graded("ann", notebooks={"T1": "x" * 1000}, notes=("one",))
    tally.add(Outcome("ann", "", graded))
    assert graded not in vars(tally).values() and "x" * 1000 not in repr(vars(tally))
