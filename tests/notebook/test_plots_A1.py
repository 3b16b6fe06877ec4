"""The pictures of A1 show what they claim."""
import numpy as np
import pytest

from course_lib.notebook import plots
from tests.notebook.examples.A1 import EXAMPLES


def test_the_print_refuses_the_square_and_admits_the_dome():
    picture = EXAMPLES["printed_inequality"]()
    assert [ax.get_title().splitlines()[1] for ax in picture.figure.axes] == [
        "graph ≤ chord holds, as printed it fails", "graph ≤ chord fails, as printed it holds"]
    assert "For square: graph 0.06, chord 3.12" in picture.reading and "at −0.25" in picture.reading


def test_three_marks_stand_at_their_heights():
    ax = plots.printed_inequality({"cube": lambda x: x ** 3}, 0.0, 2.0).figure.axes[0]
    marks = {line.get_marker(): line.get_ydata()[0] for line in ax.lines if len(line.get_xdata()) == 1}
    assert marks == {"D": 1.0, "o": 4.0, "s": 1.0} and ax.get_title().endswith("graph ≤ chord holds, as printed it fails")


def test_the_walks_end_where_the_reading_says():
    picture = EXAMPLES["promised_and_walked"]()
    assert "c = 1 to one part in 6," in picture.reading and "c = 2 to one part in 101 of its start" in picture.reading
    assert "1/k would be one in 100." in picture.reading
    ends = [line.get_ydata()[-1] for line in picture.figure.axes[0].lines]
    assert ends == pytest.approx([101 ** -0.4, 1 / 101, 0.01])


def test_a_walk_is_drawn_from_its_first_step_to_its_last():
    line = EXAMPLES["promised_and_walked"]().figure.axes[0].lines[0]
    k = line.get_xdata()
    assert (k[0], k[-1]) == (1, 100) and line.get_ydata() == pytest.approx(np.asarray(k + 1.0) ** -0.4)
