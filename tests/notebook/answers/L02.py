RIGHT = {
    "L02-recall-sixteen": 2,
    "L02-recall-update": (0, -2, -1),
    "L02-midpoint": 0.5,
    "L02-rank": 2,
    "L02-cheap": 20_000,
    "L02-antidiagonal": (0, 0),
    "L02-steep-leak": -3,
    "L02-sigmoid-slope": 1 / 4,
    "L02-tanh-bias": 3.0,
}
WRONG = {
    "L02-recall-sixteen": 14,
    "L02-recall-update": (2, 2, 1),
    "L02-midpoint": 4.5,
    "L02-rank": 4,
    "L02-cheap": 10_000,
    "L02-antidiagonal": (1, -1),
    "L02-steep-leak": -6,
    "L02-sigmoid-slope": 0.5,
    "L02-tanh-bias": 1,
}
