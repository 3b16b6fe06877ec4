"""course_lib and PyTorch, trained on the same batches from the same weights, end with the same parameters."""
import numpy as np
import pytest

pytest.importorskip("torch", reason="PyTorch is not installed; `make proof` installs it")

from benchmarks.trainers import course_lib, torch
from benchmarks.workloads import WORKLOADS


@pytest.mark.parametrize("name", ["W1", "W2", "W5"])
def test_the_whole_of_training_ends_at_the_same_parameters(name):
    work = WORKLOADS[name]()
    for ours, theirs in zip(course_lib(work)(), torch(work, foreach=False)(), strict=True):
        for mine, his in zip(ours, theirs, strict=True):
            np.testing.assert_allclose(mine, his, rtol=0, atol=1e-12)


@pytest.mark.parametrize("name", ["W1", "W2", "W5"])
def test_training_went_somewhere(name):
    """Equal parameters would mean little where nothing was learnt."""
    work = WORKLOADS[name]()
    for (W, _), start in zip(course_lib(work)(), work.weights, strict=True):
        assert np.abs(W - start).max() > 0.05
