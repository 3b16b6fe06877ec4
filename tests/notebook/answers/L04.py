RIGHT = {
    "L04-recall-collapse": 2,
    "L04-recall-count": 31,
    "L04-rank": 6,
    "L04-width": 71,
    "L04-tent": (2, -4),
    "L04-odd": 2.0,
    "L04-missing": "Generalising",
    "L04-stuck": "learning",
}
WRONG = {
    "L04-recall-collapse": 3,
    "L04-recall-count": 20,
    "L04-rank": 1000,
    "L04-width": 70,
    "L04-tent": (2, -2),
    "L04-odd": 1,
    "L04-missing": "learning",
    "L04-stuck": "existence",
}
