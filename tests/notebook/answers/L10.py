RIGHT = {
    "L10-recall-two-paths": (4, 2),
    "L10-recall-biases": [0.4, 0.2],
    "L10-bias": 1,
    "L10-variance": 0.098,
    "L10-epoch": 782,
    "L10-convert": 0.2,
    "L10-radius": 0.0025,
    "L10-scale": 5,
    "L10-convex-steps": 10_000,
    "L10-global": "a strongly convex function",
}
WRONG = {
    "L10-recall-two-paths": (3, 2),
    "L10-recall-biases": (0.2, 0.1),
    "L10-bias": -1,
    "L10-variance": 0.196,
    "L10-epoch": 781,
    "L10-convert": 0.0005,
    "L10-radius": 0.01,
    "L10-scale": 10,
    "L10-convex-steps": 100,
    "L10-global": "a network",
}
