"""Draw the README's picture: python docs/picture.py"""
from pathlib import Path

import numpy as np

from course_lib.notebook import plots
from course_lib.topics.perceptron import unit
from course_lib.topics.threshold_logic import corners

X, xor = corners(2), np.array([-1, 1, 1, -1])
W, b = np.array([[-1, -1], [1, 1]]), np.array([1, -1])      # the XOR network of lecture L01, section 7
picture = plots.hidden_space(X, unit(X, W, b), xor, np.array([-1, 1]), 1)
Path(__file__).with_name("picture.png").write_bytes(picture.png())
