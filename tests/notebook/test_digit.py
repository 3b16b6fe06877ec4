"""A drawing reaches the network in the form of the data set."""
import numpy as np
import pytest

from course_lib.notebook.canvas.digit import DigitCanvas
from course_lib.notebook.drawings import blocks


def test_an_empty_sheet_is_empty():
    assert not blocks(np.zeros((96, 96), np.uint8)).any()


def test_where_and_how_large_one_draws_does_not_matter():
    small, large = np.zeros((2, 96, 96), np.uint8)
    small[10:26, 50:58] = 255
    large[16:80, 16:48] = 255
    assert (blocks(small) == blocks(large)).all()
    assert blocks(large).reshape(8, 8).tolist() == [[0, 0, 1, 1, 1, 1, 0, 0]] * 8


def test_blocks_count_the_ink_in_sixteenths():
    sheet = np.zeros((32, 32), np.uint8)
    sheet[0, 0] = sheet[31, 31] = sheet[4:8, 4:6] = 200
    x = blocks(sheet).reshape(8, 8)
    assert x[0, 0] == x[7, 7] == 1 / 16 and x[1, 1] == 0.5 and x.sum() == 0.625


@pytest.mark.parametrize("shape", [(1, 96), (96, 1), (1, 1), (2, 90)])
def test_thin_drawings_keep_their_form(shape):
    sheet = np.zeros((96, 96), np.uint8)
    sheet[:shape[0], :shape[1]] = 255
    x = blocks(sheet)
    assert x.shape == (64,) and 0 < x.max() <= 1


def test_the_canvas_hands_over_what_the_network_says():
    seen = []

    def predict(X):
        seen.append(X)
        return np.full((len(X), 10), 0.1)
    canvas, sheet = DigitCanvas(predict), np.zeros((96, 96), np.uint8)
    assert canvas.answer({"side": 96}, [sheet.tobytes()])[0]["probabilities"] is None and not seen
    sheet[10:80, 40:50] = 255
    content, _ = canvas.answer({"side": 96}, [sheet.tobytes()])
    assert content["probabilities"] == [0.1] * 10 and (seen[0] == blocks(sheet)).all() and content["blocks"] == blocks(sheet).tolist()
