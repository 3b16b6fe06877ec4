"""Each patient of the ward has its fault, and its chart shows the sign by which the lecture tells it."""
import numpy as np
import pytest

from course_lib.nn import StackedMLP
from course_lib.topics import ward

GUESSING = np.log(10)
CHARTS = {fault: ward.chart(fault, networks=12, rng=1) for fault in ward.FAULTS}
END = {fault: (np.median(chart.train[-1]), np.median(chart.test[-1])) for fault, chart in CHARTS.items()}


def test_the_healthy_learn_and_each_fault_leaves_its_sign():
    train, test = END["nothing"]
    assert train < 0.3 and test < 0.5
    train, test = END["labels mixed up"]
    assert train < GUESSING - 0.1 and test > GUESSING + 0.2
    train, test = END["far too small a step"]
    assert 1.8 < train < test < 2.35
    assert min(END["far too large a step"]) > 5
    train, test = END["too few samples"]
    assert train < 0.8 and test > train + 0.4


def test_what_is_sorted_goes_up_again_and_again():
    rises = {fault: (np.diff(np.median(CHARTS[fault].train, axis=1)) > 0.005).sum() for fault in CHARTS}
    assert rises["sorted by class, never shuffled"] >= 9 and rises["nothing"] <= 1


def test_from_zero_weights_only_the_output_biases_learn(monkeypatch):
    made = []
    monkeypatch.setattr(ward, "StackedMLP", lambda *args, **settings: made.append(StackedMLP(*args, **settings)) or made[-1])
    chart = ward.chart("all weights 0 at the start", networks=3, epochs=4)
    assert all((W == 0).all() for W, _ in made[0].layers) and (made[0].layers[0][1] == 0).all() and made[0].layers[1][1].any()
    assert chart.train[0] == pytest.approx(GUESSING) == chart.test[0] and (np.abs(chart.train - GUESSING) < 0.05).all()


def test_looks_are_taken_before_the_first_step_and_three_times_an_epoch():
    for fault in ward.FAULTS:
        chart = ward.chart(fault, networks=2, epochs=3)
        assert chart.epochs.tolist() == [look / 3 for look in range(10)] and chart.train.shape == chart.test.shape == (10, 2)
    assert (ward.chart("nothing", 2, 2, rng=5).train == ward.chart("nothing", 2, 2, rng=5).train).all()


def test_every_patient_has_another_fault():
    assert sorted([*ward.PATIENTS.values(), "nothing"]) == sorted(ward.FAULTS) and list(ward.PATIENTS) == list("ABCDEF")


@pytest.mark.parametrize("wrong, said", [({"fault": "tired"}, "'tired'"), ({"networks": 0}, "networks"), ({"epochs": 0}, "epochs")])
def test_what_cannot_be_treated_is_refused(wrong, said):
    with pytest.raises(ValueError, match=said):
        ward.chart(**{"fault": "nothing", **wrong})
