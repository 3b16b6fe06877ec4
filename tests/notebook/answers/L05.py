import numpy as np

RIGHT = {
    "L05-recall-parameters": 25,
    "L05-recall-hinges": 100.0,
    "L05-cap": np.int64(20),
    "L05-three-inputs": 26,
    "L05-one-layer": 1023,
    "L05-two-layers": 31,
    "L05-factor": 8,
    "L05-more-runs": 2,
    "L05-spread-of-runs": "Stays",
}
WRONG = {
    "L05-recall-parameters": 18,
    "L05-recall-hinges": 10,
    "L05-cap": 12,
    "L05-three-inputs": 32,
    "L05-one-layer": 1024,
    "L05-two-layers": 32,
    "L05-factor": 2,
    "L05-more-runs": 4,
    "L05-spread-of-runs": "shrinks",
}
