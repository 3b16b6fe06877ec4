import numpy as np

RIGHT = {
    "L01-recall-shape": (50, 5),
    "L01-recall-row": "a sample",
    "L01-at-zero": +1,
    "L01-nor": (-1, -1, -1),
    "L01-scaling": 0,
    "L01-cover": 22,
    "L01-bound": 400.0,
    "L01-first-update": [-2, 1, -1],
    "L01-order": " The Mistakes ",
    "L01-xnor": (3, 0, 2, 1),
    "L01-or-nand": (2, 2, -1.5),
    "L01-wrong-row": np.array([1, 0]),
}
WRONG = {
    "L01-recall-shape": (3, 3),
    "L01-recall-row": "a feature",
    "L01-at-zero": 0,
    "L01-nor": (-1, -1, 0.5),
    "L01-scaling": 4,
    "L01-cover": 32,
    "L01-bound": 20,
    "L01-first-update": (2, -1, -1),
    "L01-order": "both",
    "L01-xnor": (1, 2, 0, 3),
    "L01-or-nand": (1, 1, 1),
    "L01-wrong-row": (0, 1),
}
