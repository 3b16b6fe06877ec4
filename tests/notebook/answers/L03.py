import numpy as np

RIGHT = {
    "L03-recall-crossing": (0, -1 / 2),
    "L03-recall-collapse": [6, 2],
    "L03-xor": (45, 0.7, 45.0, -0.7),
    "L03-sphere": 4,
    "L03-shapes": (128, 10, 10),
    "L03-forward": 1.0,
    "L03-argmax": np.array([2, 1]),
    "L03-count": 9610,
    "L03-step": (0.95, 2.1),
}
WRONG = {
    "L03-recall-crossing": (0, 0),
    "L03-recall-collapse": (6, 0),
    "L03-xor": (0, 0, 90, 0),
    "L03-sphere": 3,
    "L03-shapes": (10, 128, 10),
    "L03-forward": -2,
    "L03-argmax": (3, 2),
    "L03-count": 9472,
    "L03-step": (1.05, 1.9),
}
