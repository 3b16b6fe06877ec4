import numpy as np

RIGHT = {
    "L07-recall-regions": 11,
    "L07-recall-slope": -0.2,
    "L07-chord": 2,
    "L07-certificate": (-2, 0, 0.5),
    "L07-valley": 0.5,
    "L07-creep": np.float64(0.9),
    "L07-stop": 1,
    "L07-steps": 1800,
    "L07-tenth": 41,
    "L07-orders": 120,
    "L07-escape": 1.1,
}
WRONG = {
    "L07-recall-regions": 16,
    "L07-recall-slope": 0.2,
    "L07-chord": 4,
    "L07-certificate": (0, 2, 0.5),
    "L07-valley": -0.5,
    "L07-creep": 0,
    "L07-stop": 0.001,
    "L07-steps": 3600,
    "L07-tenth": 30,
    "L07-orders": 5,
    "L07-escape": 0.9,
}
