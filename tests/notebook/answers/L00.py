RIGHT = {
    "L00-switch": 2,
    "L00-shape": (32, 4),
    "L00-depth": 3,
}
WRONG = {
    "L00-switch": -2,
    "L00-shape": (10, 4),
    "L00-depth": 2,
}
