RIGHT = {
    "L11-recall-zero": "b2",
    "L11-recall-ball": 0.5,
    "L11-ball": 0.01,
    "L11-beta": 0.444,
    "L11-first-rms": 10,
    "L11-eps": 0.5,
    "L11-adam-first": 1.01,
    "L11-turns": "momentum",
    "L11-cost": 216,
    "L11-filter": "weights",
}
WRONG = {
    "L11-recall-zero": "W2",
    "L11-recall-ball": 2,
    "L11-ball": 25,
    "L11-beta": 0.667,
    "L11-first-rms": 1,
    "L11-eps": 1,
    "L11-adam-first": 0.99,
    "L11-turns": "Adam",
    "L11-cost": 72,
    "L11-filter": "gradient",
}
