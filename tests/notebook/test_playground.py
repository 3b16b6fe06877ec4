"""The playground trains as course_lib does, at every end of its settings, and the browser gets whole frames."""
import numpy as np
import pytest

from course_lib.notebook.canvas.playground import Playground, message
from course_lib.notebook.canvas.training_run import CELLS, CHOICES, FEATURES, GRID, REACH, SAMPLES, TrainingRun

DEEPEST = {"layers": max(CHOICES["layers"]), "width": max(CHOICES["width"]), "lr": max(CHOICES["lr"])}
EXTREMES = [{name: value} for name, values in CHOICES.items() if name != "features" for value in values]
EXTREMES += [{"features": [name]} for name in FEATURES]
EXTREMES += [DEEPEST | {"activation": activation, "optimizer": "SGD"} for activation in CHOICES["activation"]]


@pytest.mark.parametrize("settings", EXTREMES, ids=str)
def test_every_setting_trains_and_shows(settings):
    run = TrainingRun(**settings)
    run.advance(2)
    content, (pictures,) = message(run, 0)
    assert len(content["train"]) == len(content["test"]) == 3 or run.stopped
    assert len(pictures) == CELLS ** 2 + sum(content["widths"]) * (CELLS // 2) ** 2
    assert content["widths"] == list(run.net.sizes[:-1]) and len(content["points"]) == SAMPLES // 2


def test_it_learns():
    run = TrainingRun(data="moons")
    run.advance(60)
    assert run.train_loss[-1] < run.train_loss[0] / 10


def test_the_same_settings_make_the_same_run():
    first, second = TrainingRun(seed=3), TrainingRun(seed=3)
    for run in (first, second):
        run.advance(5)
    assert first.train_loss == second.train_loss and (first.frame().field == second.frame().field).all()
    assert first.train_loss != TrainingRun(seed=4).train_loss


def test_the_field_is_what_the_network_answers_there():
    run = TrainingRun(features=["x₁", "x₁x₂"])
    field = run.frame().field
    raw = np.column_stack([GRID[:, 0], GRID[:, 0] * GRID[:, 1]])
    seen = np.column_stack([run.points.X_train[:, 0], run.points.X_train.prod(axis=1)])
    np.testing.assert_allclose(field.ravel(), run.net.predict((raw - seen.mean(axis=0)) / seen.std(axis=0)).ravel())
    assert GRID[0] == pytest.approx([-REACH + REACH / CELLS] * 2)
    assert GRID[CELLS] - GRID[0] == pytest.approx([0, 2 * REACH / CELLS])


def test_in_the_browser_the_first_row_is_the_top():
    run = TrainingRun(features=["x₂"], data="blobs")
    _, (pictures,) = message(run, 0)
    feature = np.frombuffer(pictures, np.uint8)[CELLS ** 2:][:(CELLS // 2) ** 2].reshape(CELLS // 2, -1)
    assert (np.diff(feature[:, 0].astype(int)) <= 0).all() and feature[0, 0] > feature[-1, 0]


def test_only_the_losses_that_are_not_known_are_sent():
    run = TrainingRun()
    run.advance(4)
    content, _ = message(run, 3)
    assert content["train"] == run.train_loss[3:] and content["points"] is None


def test_divergence_is_told_and_ends_the_run():
    run = TrainingRun(activation="relu", optimizer="momentum", lr=1.0, layers=4)
    run.net.theta[:] = 1e200
    run.advance(3)
    assert "diverged" in run.stopped and len(run.train_loss) == 1
    run.advance(3)
    content, (pictures,) = message(run, 0)
    assert content["stopped"] == run.stopped and len(pictures) > CELLS ** 2


@pytest.mark.parametrize("settings, words", [({"data": "iris"}, "data should be one of"), ({"width": 9}, "width should be one of"),
                                             ({"features": []}, "features should be some of"), ({"features": ["x₃"]}, "x₃")])
def test_other_settings_are_refused(settings, words):
    with pytest.raises(ValueError, match=words):
        TrainingRun(**settings)


def test_the_widget_answers_with_frames():
    widget = Playground(data="xor")
    first, _ = widget.answer({"settings": widget.settings | {"layers": 1}}, [])
    second, _ = widget.answer({"epochs": 4, "known": 1}, [])
    assert len(first["train"]) == 1 and len(second["train"]) == 4 and second["widths"] == [2, 8]
    assert widget.settings["layers"] == 1


def test_what_is_stored_is_one_line():
    data, _ = Playground()._repr_mimebundle_()
    assert data["text/plain"].startswith("Interactive") and "0x" not in data["text/plain"]
