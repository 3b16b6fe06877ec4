"""A playground: choose data, features, network and optimizer, press play, and watch a network learn."""
from __future__ import annotations

from inspect import signature

import numpy as np
from traitlets import Dict

from course_lib.notebook.canvas.base import Canvas, script
from course_lib.notebook.canvas.training_run import CELLS, CHOICES, REACH, TrainingRun


class Playground(Canvas):
    """The canvas in the browser asks for frames, a `TrainingRun` here computes them; whoever stops asking stops the training.

    start: what it starts with, parameters of `TrainingRun`.
    """

    _esm = script("playground.js")
    choices, settings, window = Dict().tag(sync=True), Dict().tag(sync=True), Dict().tag(sync=True)

    def __init__(self, **start):
        settings = {name: parameter.default for name, parameter in signature(TrainingRun).parameters.items()} | start
        self._run = TrainingRun(**settings)
        super().__init__(choices=CHOICES, settings=settings, window={"cells": CELLS, "reach": REACH})

    def answer(self, asked: dict, buffers) -> tuple[dict, list[bytes]]:
        """A frame, after a new start where the browser sends settings, and after as many epochs as it asks for."""
        if "settings" in asked:
            self.settings, self._run = asked["settings"], TrainingRun(**asked["settings"])
        self._run.advance(asked.get("epochs", 0))
        return message(self._run, asked.get("known", 0))


def message(run: TrainingRun, known: int) -> tuple[dict, list[bytes]]:
    """A frame as the browser takes it: the losses that it does not know yet, points and weights as lists, all pictures as bytes."""
    frame = run.frame()
    pictures = np.concatenate([picture[..., ::-1, :].ravel() for picture in (frame.field, *frame.units)])
    X, y = run.points.X_train, run.points.y_train
    content = {"known": known, "train": frame.train_loss[known:], "test": frame.test_loss[known:], "stopped": frame.stopped,
               "features": run.features, "widths": [len(units) for units in frame.units],
               "weights": [np.nan_to_num(W).round(3).tolist() for W in frame.weights],
               "points": np.column_stack([X, y]).round(3).tolist() if not known else None}
    return content, [np.rint(127.5 + 127.5 * np.nan_to_num(pictures)).astype(np.uint8).tobytes()]
