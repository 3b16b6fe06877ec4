import numpy as np

RIGHT = {
    "L06-recall-step": (1.6, -1),
    "L06-recall-hinges": 4,
    "L06-same-step": 0.05,
    "L06-coin": 6.24,
    "L06-scores": np.log([2, 1, 1]) + 5,
    "L06-sparse": 1.0,
    "L06-uniform": 2.303,
    "L06-disagree": 0.03,
    "L06-gradient": (-0.8, 0.7, 0.1),
    "L06-hinge": 4,
    "L06-decay": -0.15,
    "L06-detour": 0.55,
}
WRONG = {
    "L06-recall-step": (2.4, -1),
    "L06-recall-hinges": 2,
    "L06-same-step": 5,
    "L06-coin": 0.693,
    "L06-scores": (0.5, 0.25, 0.25),
    "L06-sparse": 0.5,
    "L06-uniform": 0.1,
    "L06-disagree": 0.1,
    "L06-gradient": (0.2, 0.7, 0.1),
    "L06-hinge": 3,
    "L06-decay": 0.15,
    "L06-detour": 0.8,
}
